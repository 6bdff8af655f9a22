// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/datefield.h"
#include "ui/form/formdialog.h"
#include "ui/form/recordchoices.h"
#include "ui/reports/saving.h"
#include "ui/review/reviewcard.h"
#include "ui/review/reviewpage.h"
#include "ui/shell/session.h"
#include "ui/tracking/moves.h"

#include <QDesktopServices>

// What the keys of the review do.
namespace ui {

review::Doer ReviewPage::doer() const {
  return {m_session.myName(), m_session.today(),
          m_session.actor().now.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm"))};
}

Problems ReviewPage::doesFor(qint64 key, const QString& what, const Step& step, bool leaves) {
  const Problems problems = m_session.tryChange(
      what.arg(m_card->name()), [&](db::Transaction& transaction) { return step(transaction, key, doer()); });
  if (problems.empty()) {
    m_changed.push_back(key);
    if (leaves)
      decided(key);
  }
  return problems;
}

void ReviewPage::does(const QString& what, const Step& step) {
  if (key() == 0)
    return;
  if (const Problems problems = doesFor(key(), what, step, true); !problems.empty())
    refuse(problems.front().sentence);
}

void ReviewPage::refuse(const QString& sentence) {
  if (m_card->isVisible())
    m_card->showProblem(sentence);
  else
    Q_EMIT m_session.said(sentence);
}

void ReviewPage::decided(qint64 key) {
  if (m_queue->current().key == key)
    m_queue->decided();
}

void ReviewPage::pass() { does(tr("Reviewed %1"), &review::pass); }

void ReviewPage::note(const ContactLine& line, QDate followUp) {
  const qint64 about = key();
  const auto write = [&](db::Transaction& transaction, qint64 item, const review::Doer& doer) {
    return review::note(transaction, item, line, followUp, doer);
  };
  const Problems problems = doesFor(about, line.kind + tr(" on %1"), write, false);
  if (!problems.empty()) {
    refuse(problems.front().sentence);
    return;
  }
  m_card->clearTyped();
  setFocus();
  // Without a next date it stays: the note is kept, and the item still asks for one.
  const auto item = review::itemOf(m_session.database(), about);
  if (followUp.isValid() || (item && review::nextDate(m_session.database(), *item, m_session.today()).isValid()))
    decided(about);
}

void ReviewPage::askDate(const QString& title, const QString& label, const QString& what,
                         Problems (*work)(db::Transaction&, qint64, QDate, const review::Doer&)) {
  const qint64 about = key();
  if (about == 0)
    return;
  auto* form = new FormDialog(QStringLiteral("reviewdate/%1").arg(about), title, this);
  form->addFact(tr("For"), m_card->name());
  const QString field = work == &review::snooze ? QStringLiteral("until") : QStringLiteral("date");
  form->addDate(field, label, m_session.today(), m_session.addBusinessDays());
  const QString reason = QStringLiteral("reason"); // of a date that was not kept, for whoever asks later
  if (field == QLatin1String("date") && review::isLate(m_session.database(), about, m_session.today()))
    form->addText(reason, tr("Why later"), tr("Kept as a note; may be left empty"));
  form->setValues({{field, review::proposedDay(m_session.database(), about, m_session.today())}});
  form->setSaveText(title);
  form->setSave([this, about, what, work, field, reason](const QVariantMap& values) {
    const QDate day = values.value(field).toDate();
    const QString why = values.value(reason).toString().trimmed();
    return doesFor(
        about, what,
        [&](db::Transaction& transaction, qint64 item, const review::Doer& doer) {
          Problems problems = work(transaction, item, day, doer);
          if (problems.empty() && !why.isEmpty())
            problems =
                review::remark(transaction, item, tr("Moved to %1: %2").arg(day.toString(Qt::ISODate), why), doer);
          return problems;
        },
        true);
  });
  form->open();
}

void ReviewPage::askWaiting() {
  const qint64 about = key();
  if (about == 0)
    return;
  auto* form = new FormDialog(QStringLiteral("reviewwaiting/%1").arg(about), tr("Waiting until"), this);
  form->addFact(tr("For"), m_card->name());
  form->addDate(QStringLiteral("until"), tr("Until"), m_session.today(), m_session.addBusinessDays());
  form->addPick(QStringLiteral("whom"), tr("On"),
                wordChoices({QStringLiteral("Payor"), QStringLiteral("Provider"), QStringLiteral("Facility"),
                             QStringLiteral("Portal vendor")}));
  form->setValues({{QStringLiteral("until"), review::proposedDay(m_session.database(), about, m_session.today())}});
  form->setSaveText(tr("Wait"));
  form->setSave([this, about](const QVariantMap& values) {
    return doesFor(
        about, tr("Waiting: %1"),
        [&](db::Transaction& transaction, qint64 item, const review::Doer& doer) {
          return review::waitFor(transaction, item, values.value(QStringLiteral("whom")).toString(),
                                 values.value(QStringLiteral("until")).toDate(), doer);
        },
        true);
  });
  form->open();
}

void ReviewPage::askAssignee() {
  const qint64 about = key();
  if (about == 0)
    return;
  auto* form = new FormDialog(QStringLiteral("reviewassign/%1").arg(about), tr("Assign"), this);
  form->addFact(tr("For"), m_card->name());
  form->addChoice(QStringLiteral("assignee"), tr("To"), coordinatorChoices(m_session.database()));
  form->setSaveText(tr("Assign"));
  form->setSave([this, about](const QVariantMap& values) {
    const auto to = idIn<Coordinator>(values.value(QStringLiteral("assignee")));
    const auto whom = db::load(m_session.database(), to);
    return doesFor(
        about, tr("Assigned %1 to %2").arg(QStringLiteral("%1"), whom ? whom->name : tr("nobody")),
        [&](db::Transaction& transaction, qint64 item, const review::Doer& doer) {
          return review::assign(transaction, item, to, doer);
        },
        m_queue->whose().isValid() && m_queue->whose() != to); // it is no more of this review
  });
  form->open();
}

void ReviewPage::complete() {
  const qint64 about = key();
  const auto item = review::itemOf(m_session.database(), about);
  if (!item)
    return;
  if (!item->step.isValid()) {
    does(tr("Completed %1"), &review::complete);
    return;
  }
  // A tracking's last step asks what was granted: it leaves when that is answered.
  moveSteps(m_session, {item->step}, QStringLiteral("Completed"), window(),
            [this, about](db::Transaction& transaction) {
              review::mark(transaction, about, QStringLiteral("Done"), doer());
              m_completed = about;
            });
}

void ReviewPage::undo() {
  m_session.undoLast();
  if (m_changed.empty())
    return;
  m_queue->comeBackTo(m_changed.back());
  m_changed.pop_back();
}

void ReviewPage::openPortal() {
  if (m_card->portal().isValid())
    QDesktopServices::openUrl(m_card->portal());
  else
    refuse(tr("No portal is on file here: it is kept with the payor."));
}

void ReviewPage::askMail() {
  if (key() == 0)
    return;
  const Id<Provider> provider = review::providerOf(m_session.database(), key());
  if (provider.isValid())
    Q_EMIT mailAsked(key(), provider);
  else
    refuse(tr("This is about no provider: nobody can be written to."));
}

void ReviewPage::mailed(qint64 about) {
  doesFor(
      about, tr("Mailed about %1"),
      [](db::Transaction& transaction, qint64 item, const review::Doer& doer) {
        review::mark(transaction, item, QStringLiteral("Mailed"), doer);
        return Problems{};
      },
      false);
}

void ReviewPage::writePacket() { savePacket(m_session, m_queue->request(), window()); }

} // namespace ui
