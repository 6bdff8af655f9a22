// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/exchange/byowner.h"
#include "core/exchange/kinds/kind.h"
#include "core/exchange/kinds/numbers.h"
#include "core/payors/enrollment.h"

#include <QCoreApplication>

namespace exchange {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Import)
};

struct Entry {
  Id<Enrollment> id;
  Id<Practice> practice;
  Id<Payor> payor;
  quint64 state = 0, lineOfBusiness = 0;
};

Entry readEntry(db::Row& row) {
  Entry entry;
  entry.id = row.id<Enrollment>();
  entry.practice = row.id<Practice>();
  entry.payor = row.id<Payor>();
  entry.state = keyOf(row.text());
  entry.lineOfBusiness = keyOf(row.text());
  return entry;
}

/// Found by provider, practice, payor, state and line of business. A column that the file does not have says nothing;
/// an empty cell says that the enrollment has none.
class EnrollmentRows : public KindImport {
public:
  EnrollmentRows(ImportContext& context, const HeaderMatch& match)
      : KindImport(context, match), m_subject(match),
        m_onFile(context.database, QStringLiteral("enrollment"),
                 QStringLiteral("SELECT id, practice_id, payor_id, state, line_of_business FROM enrollment WHERE "
                                "provider_id = ? OR (provider_id IS NULL AND practice_id = ?) ORDER BY id"),
                 readEntry) {
    context.database.each(QStringLiteral("SELECT name FROM enrollment_status"), {}, [&](db::Row& row) {
      const QString name = row.text();
      m_statuses.insert(folded(name), name);
    });
  }

  std::optional<Outcome> take(ImportRow& row) override {
    row.needed(m_payor, "Payor");
    Subject subject = m_import.subjectOf(row, m_subject, Say::tr("An enrollment"));
    if (row.isRejected())
      return Outcome::Rejected;
    const QString state = stateCode(row.text(m_state));
    auto record = recordOf<Enrollment>(row, find(row, subject, state).value);
    layStatus(row, record.status);
    row.lay(m_number, record.providerNumber);
    row.lay(m_submitted, record.submitted);
    row.lay(m_effective, record.effective);
    row.lay(m_end, record.end);
    row.lay(m_followUp, record.followUp);
    row.layChoice(m_waitingOn, Field::WaitingOn, record.waitingOn);
    row.lay(m_waitingSince, record.waitingSince);
    layLadder(row, m_ladder, record.ladder);
    if (row.isRejected())
      return Outcome::Rejected;
    if (record.end.isValid() && record.end < record.effective)
      row.notice(
          Say::tr("The end %1 lies before the effective date; both were kept.").arg(record.end.toString(Qt::ISODate)));
    row.layId(m_assignee, m_import.obtainCoordinator(row, m_assignee).value, record.assignee, m_import.coordinators());
    if (record.id.isValid())
      return write(row, record);
    m_import.settle(row, m_subject, subject);
    record.provider = subject.provider;
    record.practice = subject.practice;
    record.payor = m_import.obtainPayor(row, m_payor);
    record.state = state;
    record.lineOfBusiness = row.text(m_line);
    const Outcome outcome = write(row, record);
    m_onFile.of(subject).push_back(
        {record.id, record.practice, record.payor, keyOf(record.state), keyOf(record.lineOfBusiness)});
    return outcome;
  }

private:
  void layStatus(ImportRow& row, QString& status) {
    const auto own = m_statuses.constFind(folded(row.text(m_status)));
    row.layText(m_status, own != m_statuses.constEnd() ? *own : row.choice(m_status, Field::EnrollmentStatus), status);
  }

  Id<Enrollment> find(ImportRow& row, const Subject& subject, const QString& state) {
    const qint64 payor = m_import.payors().find(row.utf8(m_payor));
    if (!payor || !subject.newPractice.isEmpty())
      return {};
    const quint64 stateKey = keyOf(state), lineKey = keyOf(row.text(m_line));
    std::vector<Id<Enrollment>> fit;
    for (const Entry& one : m_onFile.of(subject))
      if (one.payor.value == payor && (m_state < 0 || one.state == stateKey) &&
          (m_line < 0 || one.lineOfBusiness == lineKey) &&
          (m_subject.practice < 0 || !subject.provider.isValid() || one.practice == subject.practice))
        fit.push_back(one.id);
    if (fit.size() > 1)
      row.reject(
          Say::tr("This is ambiguous, %n enrollment(s) with this payor are on file: give the practice, the state "
                  "and the line of business.",
                  nullptr, int(fit.size())));
    return fit.size() == 1 ? fit.front() : Id<Enrollment>();
  }

  const SubjectColumns m_subject;
  const int m_payor = at("Payor"), m_state = at("State"), m_line = at("Line of business"), m_status = at("Status"),
            m_number = at("Provider number"), m_submitted = at("Submitted"), m_effective = at("Effective"),
            m_end = at("End"), m_followUp = at("Follow-up"), m_waitingOn = at("Waiting on"),
            m_waitingSince = at("Waiting since"), m_assignee = at("Assignee"), m_ladder = at("Ladder");
  ByOwner<Entry> m_onFile;
  QHash<QString, QString> m_statuses; // by folded name: an office may have its own
};

} // namespace

std::unique_ptr<KindImport> importEnrollments(ImportContext& context, const HeaderMatch& match) {
  return std::make_unique<EnrollmentRows>(context, match);
}

} // namespace exchange
