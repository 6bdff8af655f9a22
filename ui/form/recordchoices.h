// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/credentials/documenttype.h"
#include "core/exchange/values.h"
#include "core/facilities/facility.h"
#include "core/payors/payor.h"
#include "core/team/coordinator.h"
#include "core/team/practice.h"
#include "core/team/provider.h"
#include "core/team/team.h"
#include "core/tracking/tracking.h"
#include "ui/form/searchfield.h"

namespace ui {

// Records and words to choose from in a form. A record's value is its id; `also` stays in although it is retired.

std::vector<Choice> coordinatorChoices(db::Database& database, Id<Coordinator> also = {});
std::vector<Choice> teamChoices(db::Database& database);
/// With their teams, since two teams may have one of the same name.
std::vector<Choice> practiceChoices(db::Database& database);
std::vector<Choice> payorChoices(db::Database& database);
std::vector<Choice> facilityChoices(db::Database& database);
/// Those whose date is kept on a credential.
std::vector<Choice> documentTypeChoices(db::Database& database, Id<DocumentType> also = {});
/// In the order of the enrollment's way.
std::vector<Choice> enrollmentStatusChoices(db::Database& database);
/// The words a field may have.
std::vector<Choice> wordChoices(exchange::Field field);
std::vector<Choice> wordChoices(const QStringList& words);

/// Providers by name, NPI, CAQH ID, specialty, phone, email, tags: the first 50 in order of name.
ChoiceSource providerSource(db::Database& database);
/// Providers and practices; values as recordValue makes them.
ChoiceSource providerOrPracticeSource(db::Database& database);
/// The trackings of a provider or practice, by reference, type and with whom; of nobody in particular by reference
/// alone. `whose` is asked each time.
struct Whose {
  Id<Provider> provider = {};
  Id<Practice> practice = {};
};
ChoiceSource trackingSource(db::Database& database, std::function<Whose()> whose);
/// Coordinators and providers: whom a task may be assigned to.
ChoiceSource personSource(db::Database& database);

/// "provider/12": a record among those of several tables.
template<class T>
QString recordValue(Id<T> id) {
  return id.isValid() ? QStringLiteral("%1/%2").arg(T::table().name()).arg(id.value) : QString();
}
/// The id in it, 0 when it is of another table.
template<class T>
Id<T> recordIn(const QString& value) {
  const QString table = T::table().name() + QLatin1Char('/');
  return Id<T>{value.startsWith(table) ? value.mid(table.size()).toLongLong() : 0};
}

/// The value of a choice among records of one table, and back.
template<class T>
QString idValue(Id<T> id) {
  return id.isValid() ? QString::number(id.value) : QString();
}
template<class T>
Id<T> idIn(const QVariant& value) {
  return Id<T>{value.toString().toLongLong()};
}

/// What people call a record; empty for none.
QString nameOf(const Provider& provider);
QString nameOf(db::Database& database, Id<Provider> id);
QString nameOf(db::Database& database, Id<Practice> id);
QString nameOf(db::Database& database, Id<Payor> id);
QString nameOf(db::Database& database, Id<Facility> id);
QString nameOf(db::Database& database, Id<DocumentType> id);

} // namespace ui
