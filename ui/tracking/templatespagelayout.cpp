// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/emptystate.h"
#include "ui/shell/attempt.h"
#include "ui/shell/panewidgets.h"
#include "ui/shell/session.h"
#include "ui/theme/theme.h"
#include "ui/tracking/shippedoffer.h"
#include "ui/tracking/templateeditor.h"
#include "ui/tracking/templatespage.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QStackedWidget>

namespace ui {
namespace {

QPushButton* button(const QString& text, const QString& name, const QString& tip = {}) {
  auto* made = new QPushButton(text);
  made->setObjectName(name);
  made->setToolTip(tip);
  return made;
}

} // namespace

TemplatesPage::TemplatesPage(Session& session, QWidget* parent)
    : Page(parent), m_session(session), m_list(new QListWidget), m_stack(new QStackedWidget), m_empty(new EmptyState),
      m_editor(new TemplateEditor(session)), m_name(new QLabel), m_facts(new QLabel), m_problem(new QLabel) {
  setObjectName(QStringLiteral("templates"));
  setWindowTitle(tr("Templates"));
  m_list->setObjectName(QStringLiteral("templates.list"));
  m_list->setAccessibleName(tr("Templates"));
  m_list->setFrameShape(QFrame::NoFrame);
  m_list->setProperty("plain", true);
  m_list->setFixedWidth(px(size::side) + 2 * px(size::group));
  setFocusProxy(m_list);
  m_empty->show(QStringLiteral("list-checks"), tr("No templates yet"),
                tr("A template is your way of doing one kind of work: its steps, how long each takes, who does it. Ten "
                   "come with the program and can be changed; or import yours from Excel."),
                tr("Use the shipped templates"), true);

  auto* editing = new QWidget;
  editing->setProperty("ground", QStringLiteral("surface"));
  auto* column = new QVBoxLayout(editing);
  column->setContentsMargins(px(size::margin), px(size::cell), px(size::margin), px(size::cell));
  column->setSpacing(px(size::gap));
  column->addWidget(makeHead());
  column->addWidget(m_editor, 1);
  auto* both = new QWidget;
  auto* sides = new QHBoxLayout(both);
  sides->setContentsMargins(0, 0, 0, 0);
  sides->setSpacing(1);
  sides->addWidget(m_list);
  sides->addWidget(editing, 1);
  m_stack->addWidget(both);
  m_stack->addWidget(m_empty);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(makeTop());
  layout->addWidget(hairline());
  layout->addWidget(m_stack, 1);

  connect(m_list, &QListWidget::currentRowChanged, this, &TemplatesPage::turnTo);
  connect(m_editor, &TemplateEditor::edited, this, &TemplatesPage::edited);
  connect(m_empty, &EmptyState::stepped, this, [this] { useShippedTemplates(m_session); });
  connect(&session, &Session::changed, this, &TemplatesPage::refresh);
  refresh();
}

QWidget* TemplatesPage::makeTop() {
  auto* top = new QWidget;
  auto* title = new QLabel(tr("Templates"));
  setFace(title, Face::Title);
  auto* back = button(tr("Back"), QStringLiteral("templates.back"), tr("Back (Esc)"));
  back->setProperty("quiet", true);
  auto* import = button(tr("Import from Excel…"), QStringLiteral("templates.import"),
                        tr("Coloured cells are the changes asked for; they are shown, old and new, before anything is "
                           "written"));
  auto* write = button(tr("Export to Excel…"), QStringLiteral("templates.export"));
  auto* add = button(tr("New template…"), QStringLiteral("templates.add"));
  setButtonIcon(add, QStringLiteral("plus"));
  auto* layout = new QHBoxLayout(top);
  layout->setContentsMargins(px(size::margin), px(size::cell), px(size::margin), px(size::gap) + 2);
  layout->setSpacing(px(size::gap));
  layout->addWidget(title);
  layout->addStretch();
  for (QPushButton* one : {back, import, write, add})
    layout->addWidget(one);
  connect(back, &QPushButton::clicked, this, &Page::closeAsked);
  connect(import, &QPushButton::clicked, this, &TemplatesPage::importAsked);
  connect(write, &QPushButton::clicked, this, [this] { attempt(tr("Export"), [this] { exportAll(); }); });
  connect(add, &QPushButton::clicked, this, [this] { attempt(tr("Opening the form"), [this] { openForm({}); }); });
  return top;
}

QWidget* TemplatesPage::makeHead() {
  auto* head = new QWidget;
  setFace(m_name, Face::Title);
  m_name->setObjectName(QStringLiteral("templates.name"));
  m_facts->setObjectName(QStringLiteral("templates.facts"));
  m_facts->setForegroundRole(QPalette::PlaceholderText);
  m_problem->setObjectName(QStringLiteral("templates.problem"));
  m_problem->setWordWrap(true);
  m_problem->hide();
  m_moveEarlier =
      button({}, QStringLiteral("templates.moveEarlier"), tr("Shows what would change before anything is written"));
  m_moveEarlier->setProperty("link", true);
  m_rename = button(tr("Rename…"), QStringLiteral("templates.rename"));
  m_retire = button({}, QStringLiteral("templates.retire"));
  m_discard = button(tr("Discard changes"), QStringLiteral("templates.discard"));
  m_save = button(tr("Save"), QStringLiteral("templates.save"), tr("Save (Ctrl+S)"));
  m_save->setShortcut(QKeySequence::Save);
  m_save->setProperty("primary", true);
  setFace(m_save, Face::Strong);
  auto* line = new QHBoxLayout;
  line->setSpacing(px(size::gap));
  line->addWidget(m_name);
  line->addWidget(m_facts);
  line->addWidget(m_moveEarlier);
  line->addStretch();
  for (QPushButton* one : {m_rename, m_retire, m_discard, m_save})
    line->addWidget(one);
  auto* layout = new QVBoxLayout(head);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addLayout(line);
  layout->addWidget(m_problem);
  connect(m_moveEarlier, &QPushButton::clicked, this,
          [this] { attempt(tr("Moving trackings"), [this] { moveEarlier(); }); });
  connect(m_rename, &QPushButton::clicked, this, [this] {
    attempt(tr("Opening the form"), [this] {
      if (shown())
        openForm(*shown());
    });
  });
  connect(m_retire, &QPushButton::clicked, this,
          [this] { attempt(tr("Retiring the template"), [this] { retire(); }); });
  connect(m_discard, &QPushButton::clicked, this, &TemplatesPage::discard);
  connect(m_save, &QPushButton::clicked, this, [this] { attempt(tr("Saving the template"), [this] { save(); }); });
  return head;
}

} // namespace ui
