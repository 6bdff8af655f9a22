// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/credentials/checks.h"
#include "core/edit/fieldsof.h"

#include <QCoreApplication>

namespace edit {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Edit)
};

/// A cell of the list of alerts, whose rows are records of several tables (core/report/catalogue/alerts.cpp: the last
/// two bits of the key say which). It changes the member of that table which stands in its column.
class OfExpirable {
public:
  OfExpirable(const char* ofCredential, const char* ofEnrollment, const char* ofAffiliation)
      : m_keys{QString::fromLatin1(ofCredential), QString::fromLatin1(ofEnrollment),
               QString::fromLatin1(ofAffiliation)} {}

  template<class Do>
  Change with(qint64 key, const QString& typed, Do&& work) const {
    const auto kind = size_t(key % 4);
    if (kind == std::size(m_keys))
      return {{}, typed, Say::tr("It is not there yet: open the row to add it.")};
    const Field* field = m_keys[kind].isEmpty() ? nullptr : find(m_keys[kind]);
    if (!field)
      return {{}, typed, Say::tr("This is kept elsewhere: open the row.")};
    return work(*field, key / 4);
  }

private:
  QString m_keys[3];
};

void addExpirable(Fields& all, const char* key, const QString& label, Kind kind, const OfExpirable& of) {
  Field& field = *all.emplace_back(std::make_unique<Field>());
  field.key = QString::fromLatin1(key);
  field.label = label;
  field.kind = kind;
  field.noun = {Say::tr("an alert"), Say::tr("%L1 alerts")};
  field.look = [of](Context& context, qint64 record, const QString& typed) {
    return of.with(record, typed, [&](const Field& real, qint64 id) { return real.look(context, id, typed); });
  };
  field.write = [of](Context& context, db::Transaction& transaction, qint64 record, const QString& typed) {
    return of.with(record, typed,
                   [&](const Field& real, qint64 id) { return real.write(context, transaction, id, typed); });
  };
}

} // namespace

void addCredentialFields(Fields& all) {
  FieldsOf<Credential> of(all, {Say::tr("a credential"), Say::tr("%L1 credentials")});
  of.text("number", Say::tr("Number"), &Credential::number);
  of.text("state", Say::tr("State"), &Credential::state,
          {.follow = [](Context&, Credential& record, const Credential&) {
            record.state = exchange::stateCode(record.state);
          }});
  of.text("issuer", Say::tr("Issuer"), &Credential::issuer);
  of.date("issued", Say::tr("Issued"), &Credential::issued);
  of.date("expires", Say::tr("Expires"), &Credential::expires);
  of.date("verified", Say::tr("Verified"), &Credential::verified);
  of.text("source", Say::tr("Source"), &Credential::source);
  of.text("verified_by", Say::tr("Verified by"), &Credential::verifiedBy);
  of.number("per_claim", Say::tr("Per claim"), &Credential::perClaim);
  of.number("aggregate", Say::tr("Aggregate"), &Credential::aggregate);
  of.text("tail", Say::tr("Tail"), &Credential::tail);
  of.text("ladder", Say::tr("Ladder"), &Credential::ladder);

  addExpirable(all, "expirable.expires", Say::tr("Expires"), Kind::Date,
               {"credential.expires", "enrollment.end", "affiliation.reappointment_due"});
  addExpirable(all, "expirable.number", Say::tr("Number"), Kind::Text,
               {"credential.number", "enrollment.provider_number", ""});
}

} // namespace edit
