// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/formdialog.h"

#include "ui/form/draftline.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

namespace ui {

namespace {

/// Makes a dialog higher when its rows need more room than they have: a sentence came to a field.
class Growth : public QObject {
public:
  Growth(QDialog* dialog, QScrollArea* rows, QLayout* form)
      : QObject(dialog), m_dialog(dialog), m_rows(rows), m_form(form) {
    dialog->installEventFilter(this);
    rows->widget()->installEventFilter(this);
    m_soon.setSingleShot(true);
    m_soon.setInterval(0); // once the layouts have settled
    connect(&m_soon, &QTimer::timeout, this, [this] { grow(); });
  }

protected:
  bool eventFilter(QObject* watched, QEvent* event) override {
    if (event->type() == QEvent::LayoutRequest && m_dialog->isVisible())
      m_soon.start();
    return QObject::eventFilter(watched, event);
  }

private:
  void grow() {
    // A form layout keeps the heights of its rows for one width: of another width they are worked out anew, and back.
    const QRect place = m_form->parentWidget()->rect();
    m_form->setGeometry(place.adjusted(0, 0, -1, 0));
    m_form->setGeometry(place);
    const int room = m_rows->viewport()->height();
    const int needed = m_rows->widget()->layout()->totalHeightForWidth(m_rows->viewport()->width());
    const int most = m_dialog->screen()->availableSize().height() * 9 / 10;
    if (needed > room && m_dialog->height() < most)
      m_dialog->resize(m_dialog->width(), qMin(m_dialog->height() + needed - room, most));
  }

  QDialog* m_dialog;
  QScrollArea* m_rows;
  QLayout* m_form;
  QTimer m_soon;
};

} // namespace

FormDialog::FormDialog(const QString& draftKey, const QString& title, QWidget* parent)
    : QDialog(parent), FormRows(draftKey, this), m_restored(new DraftLine(this)) {
  setAttribute(Qt::WA_DeleteOnClose);
  setObjectName(QStringLiteral("form.") + draftKey.section(QLatin1Char('/'), 0, 0));
  setWindowTitle(title);
  setProperty("ground", QStringLiteral("surface"));

  auto* head = new QLabel(title, this);
  setFace(head, Face::Title);
  head->setWordWrap(true);
  auto* scroll = new QScrollArea(this);
  auto* page = new QWidget(scroll->viewport());
  page->setProperty("ground", QStringLiteral("surface"));
  auto* pageLayout = new QVBoxLayout(page);
  pageLayout->setContentsMargins(px(size::group), 0, px(size::group), px(size::margin));
  pageLayout->addWidget(body());
  pageLayout->addStretch();
  scroll->setWidgetResizable(true);
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setWidget(page);
  new Growth(this, scroll, body()->layout());

  connect(m_restored, &DraftLine::discardAsked, this, [this] { discard(); });

  auto* cancel = new QPushButton(tr("Cancel"), this);
  cancel->setObjectName(QStringLiteral("cancel"));
  cancel->setAutoDefault(false);
  cancel->setToolTip(tr("Esc; what was typed is kept as a draft"));
  connect(cancel, &QPushButton::clicked, this, &FormDialog::reject);
  auto* save = m_saveButton = new QPushButton(tr("Save"), this);
  save->setObjectName(QStringLiteral("save"));
  save->setProperty("primary", true);
  save->setDefault(true);
  save->setToolTip(tr("Ctrl+Enter"));
  connect(save, &QPushButton::clicked, this, &FormDialog::accept);
  auto* line = new QFrame(this);
  line->setProperty("ground", QStringLiteral("line"));
  line->setFixedHeight(1);
  auto* buttons = new QHBoxLayout;
  buttons->setContentsMargins(px(size::group), px(size::cell), px(size::group), px(size::cell));
  buttons->setSpacing(px(size::gap));
  buttons->addWidget(m_restored);
  buttons->addStretch();
  buttons->addWidget(cancel);
  buttons->addWidget(save);

  auto* top = new QVBoxLayout;
  top->setContentsMargins(px(size::group), px(size::margin), px(size::group), px(size::margin));
  top->addWidget(head);
  top->addWidget(notice());
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addLayout(top);
  layout->addWidget(scroll, 1);
  layout->addWidget(line);
  layout->addLayout(buttons);
}

FormDialog::~FormDialog() {
  silence();
  hide();
}

void FormDialog::setSaveText(const QString& text) { m_saveButton->setText(text); }

void FormDialog::setCancelText(const QString& text) {
  findChild<QPushButton*>(QStringLiteral("cancel"))->setText(text);
}

void FormDialog::open() {
  begin();
  m_restored->showFor(draftKey());
  const QSize room = screen()->availableSize();
  const int around = px(4 * size::margin + 2 * size::control + size::group); // title, buttons, room for a problem
  resize(px(size::form), qMin(rowsHeight() + around, room.height() * 9 / 10));
  focusFirst();
  QDialog::open();
}

void FormDialog::accept() {
  if (store())
    QDialog::accept();
}

void FormDialog::reject() {
  keepDraft();
  QDialog::reject();
}

void FormDialog::keyPressEvent(QKeyEvent* event) {
  const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  auto* button = qobject_cast<QPushButton*>(focusWidget());
  if (isEnter && event->modifiers() & Qt::ControlModifier)
    accept();
  else if (isEnter && button && button != m_saveButton)
    button->click(); // Enter presses what has the cursor; it saves from everything else
  else
    QDialog::keyPressEvent(event);
}

} // namespace ui
