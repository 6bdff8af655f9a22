// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/welcome.h"

#include "ui/theme/sign.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {
namespace {

/// A button with a heading and a sentence. Qt's own has a heading in a weight that the program's font does not have.
class Offer : public QPushButton {
public:
  Offer(const QString& label, const QString& what, const QString& icon, QWidget* parent) : QPushButton(parent) {
    setAccessibleName(label);
    setAccessibleDescription(what);
    auto* sign = new Sign(icon, Ink::Accent, size::icon, this);
    auto* heading = new QLabel(label, this);
    setFace(heading, Face::Strong);
    auto* sentence = new QLabel(what, this);
    sentence->setWordWrap(true);
    for (QLabel* part : std::initializer_list<QLabel*>{sign, heading, sentence})
      part->setAttribute(Qt::WA_TransparentForMouseEvents);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(px(size::cell), px(size::cell), px(size::cell), px(size::cell));
    grid->setHorizontalSpacing(px(size::cell));
    grid->setVerticalSpacing(0);
    grid->addWidget(sign, 0, 0);
    grid->addWidget(heading, 0, 1);
    grid->addWidget(sentence, 1, 1);
    grid->setColumnStretch(1, 1);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
  }
  bool hasHeightForWidth() const override { return true; }
  int heightForWidth(int width) const override { return layout()->heightForWidth(width); }
  QSize sizeHint() const override { return layout()->sizeHint(); }
};

} // namespace

Welcome::Welcome(QWidget* parent) : QDialog(parent) {
  setObjectName(QStringLiteral("welcome"));
  setWindowTitle(tr("Welcome to Credenza"));
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(px(size::group), px(size::group), px(size::group), px(size::group));
  layout->setSpacing(px(size::gap));
  auto* title = new QLabel(tr("Welcome to Credenza"));
  setFace(title, Face::Title);
  auto* text = new QLabel(tr("Your data will be one file on this computer, and yours. How do you want to begin?"));
  text->setWordWrap(true);
  setFixedWidth(px(size::form));
  layout->addWidget(title);
  layout->addWidget(text);
  layout->addSpacing(px(size::gap));
  const auto offer = [&](const char* name, const QString& label, const QString& what, const QString& iconName,
                         Choice choice) {
    auto* button = new Offer(label, what, iconName, this);
    button->setObjectName(QString::fromLatin1(name));
    connect(button, &QPushButton::clicked, this, [this, choice] {
      Q_EMIT chosen(choice);
      accept();
    });
    layout->addWidget(button);
  };
  offer("welcome.sample", tr("Look around with sample data"),
        tr("A fictional office in a file of its own; throw it away whenever you like."), QStringLiteral("star"),
        Choice::Sample);
  offer("welcome.import", tr("Import a spreadsheet"),
        tr("Your master sheet or an export of another system: CSV or Excel, with the headings it has."),
        QStringLiteral("upload"), Choice::Import);
  offer("welcome.empty", tr("Start empty"), tr("Add teams, providers and payors by hand."), QStringLiteral("plus"),
        Choice::Empty);
}

bool Welcome::event(QEvent* event) {
  const bool isDone = QDialog::event(event);
  if (event->type() == QEvent::Show || event->type() == QEvent::LayoutRequest) // fonts settle only now
    setFixedHeight(layout()->totalHeightForWidth(width()));
  return isDone;
}

} // namespace ui
