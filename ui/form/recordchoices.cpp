// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/recordchoices.h"

#include "core/base/searchwords.h"
#include "core/base/text.h"
#include "ui/list/cellface.h"

#include <QCoreApplication>

namespace ui {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(RecordChoices)
};

constexpr int mostFound = 50;

/// Rows of a value and a text.
std::vector<Choice> choices(db::Database& database, const QString& sql, const db::Values& arguments = {}) {
  return database.all(sql, arguments, [](db::Row& row) {
    const QString value = row.text();
    return Choice{value, row.text(), {}};
  });
}

/// A condition that every word of what was typed stands in `expression`.
struct Words {
  QString condition;
  db::Values arguments;
};
Words wordsIn(const QString& expression, const QString& typed) {
  Words words{QStringLiteral("1 = 1"), {}};
  for (QString word : searchWords(folded(typed))) {
    word.remove(QLatin1Char(',')).remove(QStringLiteral("·"));
    for (const char* sign : {"\\", "%", "_"})
      word.replace(QLatin1String(sign), QLatin1Char('\\') + QLatin1String(sign));
    if (word.isEmpty())
      continue;
    words.condition += QStringLiteral(" AND %1 LIKE ? ESCAPE '\\'").arg(expression);
    words.arguments.push_back(QLatin1Char('%') + word + QLatin1Char('%'));
  }
  return words;
}

/// "Marten, Lily MD · 1234567893 · Inactive"
constexpr auto providerText = "last_name || CASE first_name WHEN '' THEN '' ELSE ', ' || first_name END || "
                              "CASE degree WHEN '' THEN '' ELSE ' ' || degree END || "
                              "CASE npi WHEN '' THEN '' ELSE ' · ' || npi END || "
                              "CASE status WHEN 'Active' THEN '' ELSE ' · ' || status END";
constexpr auto practiceText = "p.name || coalesce(' · ' || t.name, '')";

std::vector<Choice> providers(db::Database& database, const QString& prefix, const QString& typed) {
  // What is shown is what may be typed again: degree and status count as well.
  const Words words = wordsIn(QStringLiteral("(search || ' ' || lower(degree) || ' ' || lower(status))"), typed);
  auto found = choices(database,
                       QStringLiteral("SELECT '%1' || id, %2 FROM provider WHERE %3 ORDER BY sort_name, id LIMIT %4")
                           .arg(prefix, QString::fromUtf8(providerText), words.condition)
                           .arg(mostFound),
                       words.arguments);
  for (Choice& choice : found)
    choice.icon = QStringLiteral("user");
  return found;
}

QString providerTextOf(db::Database& database, Id<Provider> id) {
  return database.text(QStringLiteral("SELECT %1 FROM provider WHERE id = ?").arg(QString::fromUtf8(providerText)),
                       {id});
}

std::vector<Choice> practices(db::Database& database, const QString& prefix, const QString& typed, int limit) {
  const Words words = wordsIn(QStringLiteral("(p.sort_name || ' ' || coalesce(t.sort_name, ''))"), typed);
  return choices(database,
                 QStringLiteral("SELECT '%1' || p.id, %2 FROM practice p LEFT JOIN team t ON t.id = p.team_id WHERE %3 "
                                "ORDER BY p.sort_name, p.id LIMIT %4")
                     .arg(prefix, QString::fromUtf8(practiceText), words.condition)
                     .arg(limit),
                 words.arguments);
}

QString prefixOf(const db::Table& table) { return table.name() + QLatin1Char('/'); }

template<class T>
QString named(db::Database& database, Id<T> id) {
  return database.text(QStringLiteral("SELECT name FROM %1 WHERE id = ?").arg(T::table().name()), {id});
}

void append(std::vector<Choice>& to, std::vector<Choice> more) {
  to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

} // namespace

std::vector<Choice> coordinatorChoices(db::Database& database, Id<Coordinator> also) {
  return choices(database,
                 QStringLiteral("SELECT id, name FROM coordinator WHERE active = 1 OR id = ? ORDER BY sort_name"),
                 {also});
}

std::vector<Choice> teamChoices(db::Database& database) {
  return choices(database, QStringLiteral("SELECT id, name FROM team ORDER BY sort_name"));
}

std::vector<Choice> practiceChoices(db::Database& database) { return practices(database, {}, {}, -1); }

std::vector<Choice> payorChoices(db::Database& database) {
  return choices(database, QStringLiteral("SELECT id, name FROM payor ORDER BY sort_name"));
}

std::vector<Choice> facilityChoices(db::Database& database) {
  return choices(database, QStringLiteral("SELECT id, name FROM facility ORDER BY sort_name"));
}

std::vector<Choice> documentTypeChoices(db::Database& database, Id<DocumentType> also) {
  return choices(database,
                 QStringLiteral("SELECT id, name FROM document_type WHERE (retired = 0 AND source = 'credential') OR "
                                "id = ? ORDER BY sort_name"),
                 {also});
}

std::vector<Choice> enrollmentStatusChoices(db::Database& database) {
  return choices(database, QStringLiteral("SELECT name, name FROM enrollment_status ORDER BY rank, name"));
}

std::vector<Choice> wordChoices(const QStringList& words) {
  std::vector<Choice> all;
  for (const QString& word : words)
    all.push_back({word, word, statusLook(word).icon});
  return all;
}

std::vector<Choice> wordChoices(exchange::Field field) { return wordChoices(exchange::allowedValues(field)); }

ChoiceSource providerSource(db::Database& database) {
  return {[&database](const QString& typed) { return providers(database, {}, typed); },
          [&database](const QString& value) { return providerTextOf(database, idIn<Provider>(value)); },
          Say::tr("Name or NPI")};
}

ChoiceSource providerOrPracticeSource(db::Database& database) {
  return {[&database](const QString& typed) {
            auto found = providers(database, prefixOf(Provider::table()), typed);
            append(found, practices(database, prefixOf(Practice::table()), typed, mostFound));
            return found;
          },
          [&database](const QString& value) {
            if (const auto provider = recordIn<Provider>(value); provider.isValid())
              return providerTextOf(database, provider);
            return database.text(QStringLiteral("SELECT %1 FROM practice p LEFT JOIN team t ON t.id = p.team_id WHERE "
                                                "p.id = ?")
                                     .arg(QString::fromUtf8(practiceText)),
                                 {recordIn<Practice>(value)});
          },
          Say::tr("Provider's name or NPI, or a practice")};
}

ChoiceSource trackingSource(db::Database& database, std::function<Whose()> whose) {
  // "T-000012 · Payor – Initial · Aetna · TX · In progress"
  const QString text = QStringLiteral("x.reference || ' · ' || x.type || ' – ' || x.subtype || coalesce(' · ' || "
                                      "y.name, '') || coalesce(' · ' || f.name, '') || CASE x.state WHEN '' THEN '' "
                                      "ELSE ' · ' || x.state END || ' · ' || x.status");
  const QString from = QStringLiteral("FROM tracking x LEFT JOIN payor y ON y.id = x.payor_id LEFT JOIN facility f ON "
                                      "f.id = x.facility_id WHERE ");
  return {[&database, whose = std::move(whose), text, from](const QString& typed) {
            const Whose of = whose();
            if (!of.provider.isValid() && !of.practice.isValid()) // among all of them the reference alone has an index
              return choices(database, QStringLiteral("SELECT x.id, %1 %2 x.reference = ?").arg(text, from),
                             {typed.section(QStringLiteral(" · "), 0, 0).trimmed().toUpper()});
            const Words words = wordsIn(QStringLiteral("lower(%1)").arg(text), typed);
            db::Values arguments{of.provider.isValid() ? of.provider.value : of.practice.value};
            arguments.insert(arguments.end(), words.arguments.begin(), words.arguments.end());
            return choices(
                database,
                QStringLiteral("SELECT x.id, %1 %2 x.%3 = ? AND %4 ORDER BY x.status IN ('Completed', "
                               "'Cancelled'), x.id DESC LIMIT %5")
                    .arg(text, from,
                         of.provider.isValid() ? QStringLiteral("provider_id") : QStringLiteral("practice_id"),
                         words.condition)
                    .arg(mostFound),
                arguments);
          },
          [&database, text, from](const QString& value) {
            return database.text(QStringLiteral("SELECT %1 %2 x.id = ?").arg(text, from), {idIn<Tracking>(value)});
          },
          Say::tr("One of the provider's or practice's, or a reference")};
}

ChoiceSource personSource(db::Database& database) {
  return {[&database](const QString& typed) {
            const Words words = wordsIn(QStringLiteral("sort_name"), typed);
            auto found =
                choices(database,
                        QStringLiteral("SELECT '%1' || id, name FROM coordinator WHERE active = 1 AND %2 ORDER BY "
                                       "sort_name LIMIT %3")
                            .arg(prefixOf(Coordinator::table()), words.condition)
                            .arg(mostFound),
                        words.arguments);
            for (Choice& choice : found)
              choice.icon = QStringLiteral("users");
            append(found, providers(database, prefixOf(Provider::table()), typed));
            return found;
          },
          [&database](const QString& value) {
            const auto coordinator = recordIn<Coordinator>(value);
            return coordinator.isValid() ? named(database, coordinator)
                                         : providerTextOf(database, recordIn<Provider>(value));
          },
          Say::tr("A coordinator, or a provider's name or NPI")};
}

QString nameOf(const Provider& provider) {
  return provider.firstName.isEmpty() ? provider.lastName
                                      : provider.lastName + QStringLiteral(", ") + provider.firstName;
}

QString nameOf(db::Database& database, Id<Provider> id) {
  const auto provider = db::load(database, id);
  return provider ? nameOf(*provider) : QString();
}

QString nameOf(db::Database& database, Id<Practice> id) { return named(database, id); }
QString nameOf(db::Database& database, Id<Payor> id) { return named(database, id); }
QString nameOf(db::Database& database, Id<Facility> id) { return named(database, id); }
QString nameOf(db::Database& database, Id<DocumentType> id) { return named(database, id); }

} // namespace ui
