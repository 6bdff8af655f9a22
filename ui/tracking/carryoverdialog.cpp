// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracking/carryoverdialog.h"

#include "core/team/team.h"
#include "core/tracking/carryover.h"
#include "core/tracking/trackings.h"
#include "ui/form/recordchoices.h"
#include "ui/shell/attempt.h"
#include "ui/shell/session.h"
#include "ui/theme/measures.h"
#include "ui/theme/theme.h"

#include <QFutureWatcher>
#include <QHash>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>
#include <QtConcurrent>

namespace ui {
namespace {

constexpr size_t mostShown = 200; // trackings; the rest is counted

struct Changes {
  QStringList lines;
  size_t same = 0, further = 0;
};

Changes changesOf(const QString& file, const CarryOverDialog::Question& question, QDate today) {
  db::Database database(file, db::Database::Mode::ReadOnly);
  QHash<qint64, Calendar> calendars;
  Changes changes;
  size_t told = 0;
  for (const Id<Tracking> id : question.trackings) {
    const auto tracking = db::load(database, id);
    if (!tracking)
      continue;
    if (told == mostShown) {
      ++changes.further;
      continue;
    }
    if (!calendars.contains(tracking->team.value))
      calendars.insert(tracking->team.value, calendarOf(database, tracking->team));
    const std::vector<Step> before = stepsOf(database, id);
    const auto after =
        carryover::carriedOver(before, question.wanted, *tracking, today, calendars[tracking->team.value]);
    const QStringList differences = carryover::differences(before, after, today);
    if (differences.isEmpty()) {
      ++changes.same;
      continue;
    }
    ++told;
    const QString who =
        tracking->provider.isValid() ? nameOf(database, tracking->provider) : nameOf(database, tracking->practice);
    QStringList about{tracking->reference, who, nameOf(database, tracking->payor), nameOf(database, tracking->facility),
                      tracking->state};
    about.removeAll(QString());
    changes.lines << about.join(QStringLiteral(" · "));
    for (const QString& difference : differences)
      changes.lines << QStringLiteral("    ") + difference;
  }
  return changes;
}

} // namespace

CarryOverDialog::CarryOverDialog(Session& session, Question question, Work work, QWidget* parent)
    : QDialog(parent), m_session(session), m_question(std::move(question)), m_work(std::move(work)),
      m_changes(new QPlainTextEdit), m_problem(new QLabel), m_cancel(new QPushButton(tr("Cancel"))),
      m_save(new QPushButton(m_question.button)) {
  setAttribute(Qt::WA_DeleteOnClose);
  setObjectName(QStringLiteral("carryOver"));
  setWindowTitle(m_question.title);
  setProperty("ground", QStringLiteral("surface"));
  auto* title = new QLabel(m_question.title);
  setFace(title, Face::Title);
  auto* text = new QLabel(m_question.text);
  text->setWordWrap(true);
  m_changes->setObjectName(QStringLiteral("carryOver.changes"));
  m_changes->setAccessibleName(tr("What changes in each tracking"));
  m_changes->setReadOnly(true);
  m_changes->setPlainText(tr("Working out what changes…"));
  m_problem->setWordWrap(true);
  m_problem->hide();

  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(px(size::group), px(size::margin), px(size::group), px(size::margin));
  layout->setSpacing(px(size::gap));
  layout->addWidget(title);
  layout->addWidget(text);
  if (!m_question.stay.isEmpty()) {
    auto* stay = new QRadioButton(m_question.stay);
    stay->setObjectName(QStringLiteral("carryOver.stay"));
    m_move = new QRadioButton(m_question.move);
    m_move->setObjectName(QStringLiteral("carryOver.move"));
    stay->setChecked(true);
    layout->addWidget(stay);
    layout->addWidget(m_move);
  }
  auto* heading = new QLabel(m_question.stay.isEmpty() ? tr("What changes") : tr("What moving changes"));
  setFace(heading, Face::SecondStrong);
  heading->setForegroundRole(QPalette::PlaceholderText);
  layout->addWidget(heading);
  layout->addWidget(m_changes, 1);
  layout->addWidget(m_problem);
  m_save->setObjectName(QStringLiteral("carryOver.save"));
  m_save->setProperty("primary", true);
  m_save->setDefault(true);
  setFace(m_save, Face::Strong);
  auto* buttons = new QHBoxLayout;
  buttons->addStretch();
  buttons->addWidget(m_cancel);
  buttons->addWidget(m_save);
  layout->addLayout(buttons);
  connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
  connect(m_save, &QPushButton::clicked, this, &QDialog::accept);
  resizeOnScreen(*this, {px(size::form + size::side), px(size::tall) * 4 / 5});
  preview();
}

void CarryOverDialog::preview() {
  struct Outcome {
    Changes changes;
    std::optional<Trouble> trouble;
  };
  auto* watcher = new QFutureWatcher<Outcome>(this);
  connect(watcher, &QFutureWatcher<Outcome>::finished, this, [this, watcher] {
    const Outcome outcome = watcher->result();
    if (outcome.trouble) {
      showTrouble(*outcome.trouble);
      return;
    }
    QStringList lines = outcome.changes.lines;
    if (outcome.changes.further > 0)
      lines << tr("And %L1 further trackings.").arg(outcome.changes.further);
    if (outcome.changes.same > 0)
      lines << tr("Nothing changes in %L1 trackings.").arg(outcome.changes.same);
    m_changes->setPlainText(lines.join(QLatin1Char('\n')));
  });
  watcher->setFuture(QtConcurrent::run(
      [file = m_session.database().file(), question = m_question, today = m_session.today()]() -> Outcome {
        try {
          return {changesOf(file, question, today), {}};
        } catch (const std::exception& error) { // shown on the window's thread
          return {{}, troubleOf(CarryOverDialog::tr("Working out what changes"), error)};
        }
      }));
}

void CarryOverDialog::showProblem(const QString& sentence) {
  QPalette words = m_problem->palette();
  words.setColor(QPalette::WindowText, ink(Ink::Late));
  m_problem->setPalette(words);
  m_problem->setText(sentence);
  m_problem->setVisible(!sentence.isEmpty());
}

void CarryOverDialog::accept() {
  const auto work = [this](bool working) {
    m_working = working;
    m_save->setEnabled(!working);
    m_cancel->setEnabled(!working);
    m_save->setText(working ? tr("Saving…") : m_question.button);
  };
  showProblem({});
  work(true);
  m_work(!m_move || m_move->isChecked(), [dialog = QPointer(this), work](const Problems& problems) {
    if (!dialog)
      return;
    work(false);
    if (problems.empty())
      dialog->QDialog::accept();
    else
      dialog->showProblem(problems.front().sentence);
  });
}

void CarryOverDialog::reject() {
  if (!m_working)
    QDialog::reject();
}

} // namespace ui
