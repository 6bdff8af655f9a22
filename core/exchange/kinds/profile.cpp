// SPDX-License-Identifier: GPL-3.0-or-later
// The kinds whose rows hang on a provider and say nothing else: former names, taxonomies, addresses, education, work
// history, gaps in it, references.
#include "core/exchange/byowner.h"
#include "core/exchange/kinds/kind.h"
#include "core/exchange/kinds/numbers.h"
#include "core/exchange/kinds/profilefields.h"

#include <QCoreApplication>
#include <unordered_map>

namespace exchange {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Import)
};

/// Found by its provider and key columns; one that the file does not have says nothing. Of several that are alike in
/// these the k-th row of the file is the k-th on file.
template<class R>
class ProfileRows : public KindImport {
  using Field = ProfileField<R>;
  using As = typename Field::As;

public:
  ProfileRows(ImportContext& context, const HeaderMatch& match) : KindImport(context, match), m_subject(match) {
    for (const Field& field : profileFields<R>())
      m_columns.push_back(at(field.column));
  }

  std::optional<Outcome> take(ImportRow& row) override {
    const auto& fields = profileFields<R>();
    for (size_t i = 0; i < fields.size(); ++i)
      if (fields[i].isNeeded)
        row.needed(m_columns[i], fields[i].column);
    const Subject subject = m_import.subjectOf(row, m_subject, Say::tr("This"));
    if (!row.isRejected() && !subject.provider.isValid())
      row.reject(Say::tr("This needs a provider; the row names a practice."));
    std::vector<QString> texts;
    for (size_t i = 0; i < fields.size(); ++i) {
      texts.push_back(read(row, fields[i], m_columns[i]));
      if (fields[i].isNeeded && texts.back().isEmpty() && !row.isRejected())
        row.reject(Say::tr("%1 is missing.").arg(QLatin1String(fields[i].column)));
    }
    if (row.isRejected())
      return Outcome::Rejected;
    Entry* found = find(subject.provider, texts);
    R record = found ? *db::load(m_import.database, Id<R>{found->id}) : R();
    for (size_t i = 0; i < fields.size(); ++i)
      lay(row, fields[i], m_columns[i], texts[i], record);
    record.provider = subject.provider;
    const Outcome outcome = write(row, record, true);
    if (found)
      found->taken = true;
    else
      of(subject.provider).push_back({record.id.value, keysOf(record), true});
    return outcome;
  }

private:
  struct Entry {
    qint64 id;
    std::vector<quint64> keys; // in the order of the key columns
    bool taken;
  };

  /// A cell as it is kept; empty for none.
  QString read(ImportRow& row, const Field& field, int column) {
    switch (field.as) {
    case As::State:
      return stateCode(row.text(column));
    case As::Zip:
      return readNumber(row, column, Number::Zip);
    case As::Taxonomy:
      return readNumber(row, column, Number::Taxonomy);
    case As::Choice:
      return row.choice(column, field.choices);
    case As::Date:
      return row.date(column, m_import.today.year() + 1).toString(Qt::ISODate);
    case As::Text:
      break;
    }
    return row.text(column);
  }

  static QString textOf(const R& record, const Field& field) {
    if (const auto* text = std::get_if<QString R::*>(&field.member))
      return record.*(*text);
    return (record.*std::get<QDate R::*>(field.member)).toString(Qt::ISODate);
  }

  void lay(ImportRow& row, const Field& field, int column, const QString& text, R& record) {
    if (const auto* member = std::get_if<QString R::*>(&field.member))
      row.layText(column, text, record.*(*member));
    else
      row.lay(column, record.*std::get<QDate R::*>(field.member), m_import.today.year() + 1);
  }

  static std::vector<quint64> keysOf(const R& record) {
    std::vector<quint64> keys;
    for (const Field& field : profileFields<R>())
      if (field.isKey)
        keys.push_back(keyOf(textOf(record, field)));
    return keys;
  }

  std::vector<Entry>& of(Id<Provider> provider) {
    const auto known = m_onFile.find(provider.value);
    if (known != m_onFile.end())
      return known->second;
    std::vector<Entry>& entries = m_onFile[provider.value];
    for (const R& one : db::allWhere<R>(m_import.database, QStringLiteral("provider_id = ? ORDER BY id"), {provider}))
      entries.push_back({one.id.value, keysOf(one), false});
    return entries;
  }

  Entry* find(Id<Provider> provider, const std::vector<QString>& texts) {
    const auto& fields = profileFields<R>();
    const R fresh;
    for (Entry& one : of(provider)) {
      bool fits = !one.taken;
      for (size_t i = 0, key = 0; fits && i < fields.size(); ++i)
        if (fields[i].isKey) {
          // An empty cell means what a new record has there.
          const QString& text = texts[i].isEmpty() ? textOf(fresh, fields[i]) : texts[i];
          fits = m_columns[i] < 0 || one.keys[key] == keyOf(text);
          ++key;
        }
      if (fits)
        return &one;
    }
    return nullptr;
  }

  const SubjectColumns m_subject;
  std::vector<int> m_columns; // of the fields
  std::unordered_map<qint64, std::vector<Entry>> m_onFile;
};

} // namespace

std::unique_ptr<KindImport> importFormerNames(ImportContext& context, const HeaderMatch& match) {
  return std::make_unique<ProfileRows<ProviderName>>(context, match);
}
std::unique_ptr<KindImport> importTaxonomies(ImportContext& context, const HeaderMatch& match) {
  return std::make_unique<ProfileRows<ProviderTaxonomy>>(context, match);
}
std::unique_ptr<KindImport> importAddresses(ImportContext& context, const HeaderMatch& match) {
  return std::make_unique<ProfileRows<ProviderAddress>>(context, match);
}
std::unique_ptr<KindImport> importEducation(ImportContext& context, const HeaderMatch& match) {
  return std::make_unique<ProfileRows<Education>>(context, match);
}
std::unique_ptr<KindImport> importWorkHistory(ImportContext& context, const HeaderMatch& match) {
  return std::make_unique<ProfileRows<WorkHistory>>(context, match);
}
std::unique_ptr<KindImport> importWorkGaps(ImportContext& context, const HeaderMatch& match) {
  return std::make_unique<ProfileRows<WorkGap>>(context, match);
}
std::unique_ptr<KindImport> importReferences(ImportContext& context, const HeaderMatch& match) {
  return std::make_unique<ProfileRows<PeerReference>>(context, match);
}

} // namespace exchange
