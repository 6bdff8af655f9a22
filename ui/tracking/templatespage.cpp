// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracking/templatespage.h"

#include "core/exchange/kinds.h"
#include "core/tracking/checks.h"
#include "core/tracking/templates.h"
#include "core/tracking/trackings.h"
#include "ui/form/recordform.h"
#include "ui/list/emptystate.h"
#include "ui/reports/saving.h"
#include "ui/shell/attempt.h"
#include "ui/shell/session.h"
#include "ui/theme/theme.h"
#include "ui/tracking/carryoverdialog.h"
#include "ui/tracking/templatedraft.h"
#include "ui/tracking/templateeditor.h"

#include <QFileDialog>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPointer>
#include <QPushButton>
#include <QStackedWidget>

namespace ui {
namespace {

QString titleOf(const TrackingTemplate& one) { return one.type + QStringLiteral(" – ") + one.subtype; }

/// Gives all versions of a template another name.
void rename(db::Transaction& transaction, const TrackingTemplate& before, const TrackingTemplate& wanted) {
  for (TrackingTemplate one : db::allWhere<TrackingTemplate>(
           transaction.database(), QStringLiteral("sort_name = (SELECT sort_name FROM template WHERE id = ?)"),
           {before.id})) {
    one.type = wanted.type;
    one.subtype = wanted.subtype;
    db::save(transaction, one);
  }
}

Problems moveTo(db::Transaction& transaction, const std::vector<Id<Tracking>>& moved, Id<TrackingTemplate> onto,
                QDate today) {
  Trackings trackings(transaction);
  for (const Id<Tracking> id : moved)
    trackings.carryOver(id, onto, today);
  return {};
}

/// Saves a template's steps and carries these trackings over to them.
Problems saveAndMove(db::Transaction& transaction, Id<TrackingTemplate> id, const std::vector<TemplateStep>& steps,
                     const std::vector<Id<Tracking>>& moved, QDate today) {
  const auto saved = saveSteps(transaction, id, steps);
  return saved.isOk() ? moveTo(transaction, moved, saved->id, today) : saved.problems();
}

} // namespace

const TrackingTemplate* TemplatesPage::shown() const {
  const auto found = std::find_if(m_templates.begin(), m_templates.end(),
                                  [this](const TrackingTemplate& one) { return one.id == m_shown; });
  return found == m_templates.end() ? nullptr : &*found;
}

void TemplatesPage::refresh() {
  attempt(tr("Reading the templates"), [this] { read(); });
}

void TemplatesPage::read() {
  // A new version takes the place of the one that was looked at.
  const QString name = shown() ? titleOf(*shown()) : QString();
  m_templates = newestTemplates(m_session.database());
  std::stable_partition(m_templates.begin(), m_templates.end(),
                        [](const TrackingTemplate& one) { return !one.retired; });
  if (!shown()) {
    const auto same = std::find_if(m_templates.begin(), m_templates.end(),
                                   [&](const TrackingTemplate& one) { return titleOf(one) == name; });
    m_shown =
        m_templates.empty() ? Id<TrackingTemplate>{} : (same == m_templates.end() ? m_templates.front() : *same).id;
  }
  {
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const TrackingTemplate& one : m_templates) {
      auto* item = new QListWidgetItem(one.retired ? tr("%1 · retired").arg(titleOf(one)) : titleOf(one), m_list);
      item->setSizeHint(QSize(0, px(size::row)));
      item->setToolTip(titleOf(one));
      if (one.retired)
        item->setForeground(ink(Ink::Second));
      if (one.id == m_shown)
        m_list->setCurrentItem(item);
    }
  }
  m_stack->setCurrentIndex(m_templates.empty() ? 1 : 0);
  setFocusProxy(m_templates.empty() ? static_cast<QWidget*>(m_empty) : m_list);
  showTemplate();
}

void TemplatesPage::turnTo(int row) {
  if (row < 0 || row >= int(m_templates.size()))
    return;
  m_editor->commit();
  m_shown = m_templates[size_t(row)].id;
  attempt(tr("Reading the template"), [this] { showTemplate(); });
}

void TemplatesPage::showTemplate() {
  m_problem->hide();
  if (const TrackingTemplate* one = shown()) {
    db::Database& database = m_session.database();
    m_running = qint64(runningOn(database, m_shown).size());
    m_earlier = qint64(runningOnEarlier(database, *one).size());
    const auto draft = draftOf(m_shown);
    m_editor->showSteps(draft ? *draft : stepsOf(database, m_shown),
                        goodpractice::officeOf(database, one->type, one->subtype));
  }
  showState();
}

void TemplatesPage::showState() {
  const TrackingTemplate* one = shown();
  const bool isChanged = draftOf(m_shown).has_value();
  m_discard->setEnabled(isChanged);
  m_save->setEnabled(isChanged);
  if (one) {
    m_name->setText(titleOf(*one));
    QStringList facts{tr("version %1").arg(one->version), tr("%L1 running").arg(m_running)};
    if (isChanged)
      facts << tr("not saved");
    m_facts->setText(facts.join(QStringLiteral(" · ")));
    m_retire->setText(one->retired ? tr("Bring back") : tr("Retire"));
    m_retire->setToolTip(one->retired ? tr("Offers it again for new trackings")
                                      : tr("It is not offered any more; what runs on it runs on"));
    m_moveEarlier->setText(tr("%L1 on earlier versions: move…").arg(m_earlier));
  }
  m_moveEarlier->setVisible(one && m_earlier > 0 && !isChanged);
  Q_EMIT statusChanged();
}

QString TemplatesPage::statusText() const {
  if (!shown())
    return tr("No templates");
  return tr("%L1 templates · %L2 steps").arg(m_templates.size()).arg(m_editor->steps().size());
}

void TemplatesPage::find() { m_list->setFocus(Qt::ShortcutFocusReason); }

void TemplatesPage::edited() {
  m_problem->hide();
  keepDraft(m_shown, m_editor->steps());
  showState();
}

void TemplatesPage::discard() {
  forgetDraft(m_shown);
  attempt(tr("Reading the template"), [this] { showTemplate(); });
}

void TemplatesPage::save() {
  m_editor->commit();
  const TrackingTemplate* one = shown();
  if (!one || !draftOf(m_shown))
    return;
  for (const TemplateStep& step : m_editor->steps())
    if (const Problems problems = check(step, m_session.database()); !problems.empty()) {
      m_editor->choose(int(&step - m_editor->steps().data()));
      QPalette words = m_problem->palette();
      words.setColor(QPalette::WindowText, ink(Ink::Late));
      m_problem->setPalette(words);
      m_problem->setText(problems.front().sentence);
      m_problem->show();
      return;
    }
  const auto running = runningOn(m_session.database(), m_shown);
  const QString what = tr("Changed the template %1").arg(titleOf(*one));
  // What is saved is no draft any more, as soon as it is read again.
  const auto draft = m_editor->steps();
  forgetDraft(m_shown);
  const auto restore = [id = m_shown, draft, page = QPointer(this)](const Problems& problems) {
    if (!problems.empty())
      keepDraft(id, draft);
    if (page)
      page->showState();
  };
  if (running.empty()) {
    const Problems problems = m_session.tryChange(
        what, [&](db::Transaction& transaction) { return saveAndMove(transaction, m_shown, draft, {}, {}); });
    if (!problems.empty())
      Q_EMIT m_session.said(problems.front().sentence);
    restore(problems);
    return;
  }
  CarryOverDialog::Question question;
  question.title = tr("Save %1").arg(titleOf(*one));
  question.text = tr("%L1 trackings run on version %2, so this becomes a new version for all that start from now on.")
                      .arg(running.size())
                      .arg(one->version);
  question.stay = tr("Those that run stay on version %1").arg(one->version);
  question.move = tr("Those that run are moved to the new version");
  question.button = tr("Save");
  question.trackings = running;
  question.wanted = draft;
  auto* dialog = new CarryOverDialog(
      m_session, question,
      [this, what, running, draft, restore](bool moves, const CarryOverDialog::Then& then) {
        forgetDraft(m_shown);
        m_session.changeAside(
            what,
            [id = m_shown, draft, moved = moves ? running : std::vector<Id<Tracking>>{}, today = m_session.today()](
                db::Transaction& transaction) { return saveAndMove(transaction, id, draft, moved, today); },
            [restore, then](const Problems& problems) {
              restore(problems);
              then(problems);
            });
      },
      window());
  keepDraft(m_shown, draft); // until it is saved
  dialog->open();
}

void TemplatesPage::moveEarlier() {
  const TrackingTemplate* one = shown();
  if (!one)
    return;
  CarryOverDialog::Question question;
  question.trackings = runningOnEarlier(m_session.database(), *one);
  question.wanted = stepsOf(m_session.database(), m_shown);
  question.title = tr("Move to version %1").arg(one->version);
  question.text = tr("%L1 trackings of %2 run on earlier versions. What is done in them stays.")
                      .arg(question.trackings.size())
                      .arg(titleOf(*one));
  question.button = tr("Move");
  (new CarryOverDialog(
       m_session, question,
       [this, onto = m_shown, trackings = question.trackings, version = one->version,
        title = titleOf(*one)](bool, const CarryOverDialog::Then& then) {
         m_session.changeAside(
             tr("Moved %L1 trackings to version %2 of %3").arg(trackings.size()).arg(version).arg(title),
             [trackings, onto, today = m_session.today()](db::Transaction& transaction) {
               return moveTo(transaction, trackings, onto, today);
             },
             then);
       },
       window()))
      ->open();
}

void TemplatesPage::retire() {
  const TrackingTemplate* one = shown();
  if (!one)
    return;
  const bool retires = !one->retired;
  m_session.change((retires ? tr("Retired %1") : tr("Brought back %1")).arg(titleOf(*one)),
                   [&](db::Transaction& transaction) { setRetired(transaction, m_shown, retires); });
}

void TemplatesPage::openForm(const TrackingTemplate& one) {
  const bool isNew = !one.id.isValid();
  RecordForm<TrackingTemplate> form(m_session, one, isNew ? tr("New template") : tr("Rename %1").arg(titleOf(one)),
                                    window());
  form.text("type", tr("Type"), &TrackingTemplate::type, tr("Payor, State License, Facility"));
  form.text("subtype", tr("Subtype"), &TrackingTemplate::subtype, tr("Initial, Renewal"));
  if (isNew) {
    std::vector<Choice> choices;
    for (const TrackingTemplate& other : m_templates)
      choices.push_back({idValue(other.id), titleOf(other), {}});
    form.dialog()->addChoice(QStringLiteral("copyOf"), tr("Steps copied from"), std::move(choices));
  } else {
    form.dialog()->addFact(tr("What runs"), tr("Trackings that were started keep the name they have."));
  }
  const auto tidy = [](TrackingTemplate& wanted) {
    wanted.type = wanted.type.simplified();
    wanted.subtype = wanted.subtype.simplified();
  };
  form.open(
      {.name = titleOf,
       .tidy = tidy,
       .check =
           [this](const TrackingTemplate& wanted) {
             const auto same = findTemplate(m_session.database(), wanted.type, wanted.subtype);
             return same && same->id != wanted.id
                        ? Problems{{QStringLiteral("subtype"),
                                    tr("There is a template “%1” already.").arg(titleOf(*same))}}
                        : Problems{};
           },
       .store =
           [](db::Transaction& transaction, const TrackingTemplate& wanted) {
             if (!wanted.id.isValid())
               return db::save(transaction, wanted);
             rename(transaction, *db::load(transaction.database(), wanted.id), wanted);
             return wanted.id;
           },
       .after = [this](db::Transaction& transaction, Id<TrackingTemplate> id, const QVariantMap& values) -> Problems {
         const auto copied = idIn<TrackingTemplate>(values.value(QStringLiteral("copyOf")));
         m_shown = id;
         if (!copied.isValid())
           return {};
         const auto saved = saveSteps(transaction, id, stepsOf(transaction.database(), copied));
         return saved.isOk() ? Problems{} : saved.problems();
       }});
}

void TemplatesPage::exportAll() {
  auto* dialog = new QFileDialog(window(), tr("Export the templates"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setNameFilter(tr("Excel workbook (*.xlsx)"));
  dialog->setDefaultSuffix(QStringLiteral("xlsx"));
  dialog->selectFile(QStringLiteral("templates %1.xlsx").arg(m_session.today().toString(Qt::ISODate)));
  connect(dialog, &QFileDialog::fileSelected, this,
          [this](const QString& path) { exportEverything(m_session, path, window(), exchange::Kind::Templates); });
  dialog->open();
}

void TemplatesPage::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape)
    Q_EMIT closeAsked();
  else
    Page::keyPressEvent(event);
}

} // namespace ui
