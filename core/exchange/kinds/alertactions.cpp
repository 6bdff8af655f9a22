// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alerts/alertaction.h"
#include "core/base/text.h"
#include "core/exchange/kinds/kind.h"

#include <QCoreApplication>
#include <algorithm>

namespace exchange {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Import)
};

/// What was done about an alert. A row names the record it is about by what is typed of it, of several the one with the
/// date the row says; the same done on the same day about the same date is one.
class AlertActionRows : public KindImport {
public:
  AlertActionRows(ImportContext& context, const HeaderMatch& match) : KindImport(context, match), m_subject(match) {}

  std::optional<Outcome> take(ImportRow& row) override {
    AlertAction action;
    action.what = whatOf(row);
    action.on = row.date(m_on);
    if (!action.on.isValid() && !row.isRejected())
      row.reject(Say::tr("The day is missing."));
    action.until = row.date(m_until);
    action.expires = row.date(m_expires);
    const std::optional<bool> isMissing = row.yesNo(m_missing);
    const Subject subject = m_import.subjectOf(row, m_subject, Say::tr("What was done"));
    if (!row.isRejected())
      findRecord(row, subject, isMissing.value_or(false), action);
    if (row.isRejected())
      return Outcome::Rejected;
    action.byWhom = row.text(m_by);
    action.reason = row.text(m_because);
    if (const qint64* tracking = m_import.trackings().find(hashOf(row.utf8(m_tracking)));
        tracking && row.isGiven(m_tracking))
      action.tracking = {*tracking};
    if (m_import.database.value(
            QStringLiteral("SELECT EXISTS (SELECT 1 FROM alert_action WHERE credential_id IS ? AND enrollment_id IS ? "
                           "AND affiliation_id IS ? AND provider_id IS ? AND document_type_id IS ? AND state = ? AND "
                           "what = ? AND on_day = ? AND until IS ? AND expires IS ?)"),
            {orNull(action.credential), orNull(action.enrollment), orNull(action.affiliation), orNull(action.provider),
             orNull(action.documentType), action.state, action.what, action.on, action.until, action.expires}))
      return Outcome::Unchanged;
    return write(row, action, true);
  }

private:
  template<class T>
  static db::Value orNull(Id<T> id) {
    return id.isValid() ? db::Value(id) : db::Value();
  }

  QString whatOf(ImportRow& row) const {
    const QStringList all{QStringLiteral("Acknowledged"), QStringLiteral("Snoozed"), QStringLiteral("Mailed"),
                          QStringLiteral("Renewal started"), QStringLiteral("Not applicable")};
    const QString wanted = folded(row.needed(m_what, "Handled"));
    const auto found = std::find_if(all.begin(), all.end(), [&](const QString& one) { return folded(one) == wanted; });
    if (found != all.end())
      return *found;
    if (!row.isRejected())
      row.reject(Say::tr("Handled is one of: %1.").arg(all.join(QStringLiteral(", "))));
    return {};
  }

  void findRecord(ImportRow& row, const Subject& subject, bool isMissing, AlertAction& action) {
    const db::Value provider = orNull(subject.provider), practice = orNull(subject.practice);
    const QString state = stateCode(row.text(m_state));
    if (row.isGiven(m_payor))
      action.enrollment = {m_import.database.value(
          QStringLiteral("SELECT id FROM enrollment WHERE provider_id IS ? AND practice_id IS ? AND payor_id = ? AND "
                         "state = ? AND line_of_business = ? ORDER BY end IS ? DESC, id LIMIT 1"),
          {provider, practice, m_import.payors().find(row.utf8(m_payor)), state, row.text(m_number), action.expires})};
    else if (row.isGiven(m_facility))
      action.affiliation = {m_import.database.value(
          QStringLiteral("SELECT id FROM affiliation WHERE provider_id IS ? AND facility_id = ? ORDER BY "
                         "reappointment_due IS ? DESC, id LIMIT 1"),
          {provider, m_import.facilities().find(row.utf8(m_facility)), action.expires})};
    else if (const qint64 type = m_import.documentTypes().find(row.utf8(m_type)); type && isMissing) {
      action.provider = subject.provider;
      action.documentType = {type};
      action.state = state;
    } else if (type) {
      action.credential = {m_import.database.value(
          QStringLiteral("SELECT id FROM credential WHERE provider_id IS ? AND practice_id IS ? AND document_type_id = "
                         "? AND state = ? AND number = ? ORDER BY expires IS ? DESC, id LIMIT 1"),
          {provider, practice, type, state, row.text(m_number), action.expires})};
    }
    if (!action.enrollment.isValid() && !action.affiliation.isValid() && !action.provider.isValid() &&
        !action.credential.isValid())
      row.reject(Say::tr("No such payor, facility or document of them is on file."));
  }

  const SubjectColumns m_subject;
  const int m_type = at("Document type"), m_payor = at("Payor"), m_facility = at("Facility"), m_state = at("State"),
            m_number = at("Number"), m_expires = at("Expires"), m_missing = at("Missing"), m_what = at("Handled"),
            m_on = at("Handled on"), m_until = at("Handled until"), m_by = at("Handled by"),
            m_because = at("Handled because"), m_tracking = at("Tracking");
};

} // namespace

std::unique_ptr<KindImport> importAlertActions(ImportContext& context, const HeaderMatch& match) {
  return std::make_unique<AlertActionRows>(context, match);
}

} // namespace exchange
