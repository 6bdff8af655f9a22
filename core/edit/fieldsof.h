// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/records.h"
#include "core/edit/field.h"
#include "core/exchange/values.h"

#include <memory>
#include <variant>

namespace edit {

/// The member of a record that a field is kept in.
template<class R>
using Member =
    std::variant<QString R::*, QDate R::*, bool R::*, std::optional<int> R::*, Id<Coordinator> R::*, Id<Payor> R::*>;

/// What is special about a field; each part may be left out.
template<class R>
struct Rules {
  /// What else of the record follows from the new value, which stands in it already; `before` is the record as it was.
  std::function<void(Context&, R& record, const R& before)> follow = {};
  /// In place of what stands in the member.
  std::function<QString(Context&, const R&)> show = {};
  /// Why it cannot be, beyond the subject's check.
  std::function<Problems(Context&, const R& record, const R& before)> refuse = {};
  /// Writes it, in place of saving the record.
  std::function<Problems(Context&, db::Transaction&, const R& record)> write = {};
};

struct WasGone {
  Q_DECLARE_TR_FUNCTIONS(Edit)
public:
  static QString sentence() { return tr("This record is not there any more: somebody removed it, or it was undone."); }
};

/// A field as a member of record R: shown, laid over the record as it is, checked by the subject and saved.
template<class R>
class Bound {
public:
  Bound(const Field* field, Member<R> member, Rules<R> rules)
      : m_field(field), m_member(member), m_rules(std::move(rules)) {}

  Change change(Context& context, qint64 id, const QString& typed, db::Transaction* transaction) const {
    const auto before = db::load(context.database(), Id<R>{id});
    if (!before)
      return {{}, {}, WasGone::sentence()};
    Change change{shown(context, *before), typed};
    const Result<db::Value>& value = context.understood(*m_field, typed);
    if (!value.isOk()) {
      change.problem = value.problems().front().sentence;
      return change;
    }
    R record = *before;
    put(record, *value);
    if (m_rules.follow)
      m_rules.follow(context, record, *before);
    change.after = shown(context, record);
    if (change.after == change.before)
      return change;
    change.problem = problemOf(context, record, *before);
    if (transaction && change.differs())
      change.problem = save(context, *transaction, record);
    return change;
  }

private:
  QString shown(Context& context, const R& record) const {
    if (m_rules.show)
      return m_rules.show(context, record);
    struct Show {
      Context& context;
      const R& record;
      QString operator()(QString R::*member) const { return record.*member; }
      QString operator()(QDate R::*member) const { return (record.*member).toString(Qt::ISODate); }
      QString operator()(bool R::*member) const {
        return record.*member ? QStringLiteral("yes") : QStringLiteral("no"); // as in files
      }
      QString operator()(std::optional<int> R::*member) const {
        return record.*member ? QString::number(*(record.*member)) : QString();
      }
      QString operator()(Id<Coordinator> R::*member) const { return context.nameOf(record.*member); }
      QString operator()(Id<Payor> R::*member) const { return context.nameOf(record.*member); }
    };
    return std::visit(Show{context, record}, m_member);
  }

  void put(R& record, const db::Value& value) const {
    struct Put {
      R& record;
      const db::Value& value;
      qint64 number() const { return value.number() ? *value.number() : 0; }
      void operator()(QString R::*member) const { record.*member = value.text() ? *value.text() : QString(); }
      void operator()(QDate R::*member) const {
        record.*member = value.text() ? QDate::fromString(*value.text(), Qt::ISODate) : QDate();
      }
      void operator()(bool R::*member) const { record.*member = number() != 0; }
      void operator()(std::optional<int> R::*member) const {
        record.*member = value.number() ? std::optional(int(number())) : std::nullopt;
      }
      void operator()(Id<Coordinator> R::*member) const { record.*member = {number()}; }
      void operator()(Id<Payor> R::*member) const { record.*member = {number()}; }
    };
    std::visit(Put{record, value}, m_member);
  }

  /// What is wrong now and was not before: what somebody else left behind does not hinder another change.
  QString problemOf(Context& context, const R& record, const R& before) const {
    if (m_rules.refuse)
      if (const Problems refused = m_rules.refuse(context, record, before); !refused.empty())
        return refused.front().sentence;
    const Problems now = check(record, context.database());
    if (now.empty())
      return {};
    const Problems then = check(before, context.database());
    for (const Problem& problem : now) {
      const bool isOld = std::any_of(then.begin(), then.end(), [&](const Problem& old) {
        return old.field == problem.field && old.sentence == problem.sentence;
      });
      if (!isOld || problem.field == m_field->member)
        return problem.sentence;
    }
    return {};
  }

  QString save(Context& context, db::Transaction& transaction, const R& record) const {
    if (!m_rules.write) {
      db::save(transaction, record);
      return {};
    }
    const Problems problems = m_rules.write(context, transaction, record);
    return problems.empty() ? QString() : problems.front().sentence;
  }

  const Field* m_field;
  Member<R> m_member;
  Rules<R> m_rules;
};

/// Adds the fields of one table, a line each.
template<class R>
class FieldsOf {
public:
  FieldsOf(std::vector<std::unique_ptr<Field>>& all, const Noun& noun) : m_all(all), m_noun(noun) {}

  Field& text(const char* column, const QString& label, QString R::*member, Rules<R> rules = {}) {
    return add(column, label, Kind::Text, member, std::move(rules));
  }
  Field& number(const char* column, const QString& label, std::optional<int> R::*member) {
    return add(column, label, Kind::Number, member, {});
  }
  Field& date(const char* column, const QString& label, QDate R::*member, Rules<R> rules = {}) {
    return add(column, label, Kind::Date, member, std::move(rules));
  }
  Field& yesNo(const char* column, const QString& label, bool R::*member) {
    Field& field = add(column, label, Kind::YesNo, member, {});
    field.isNeeded = true;
    return field;
  }
  /// One of a list of words; `isNeeded`: never none.
  Field& word(const char* column, const QString& label, QString R::*member, exchange::Field words, bool isNeeded,
              Rules<R> rules = {}) {
    Field& field = add(column, label, Kind::Word, member, std::move(rules));
    field.words = [words](db::Database&) { return exchange::allowedValues(words); };
    field.isNeeded = isNeeded;
    return field;
  }
  Field& coordinator(const char* column, const QString& label, Id<Coordinator> R::*member, Rules<R> rules = {}) {
    return add(column, label, Kind::Coordinator, member, std::move(rules));
  }
  Field& payor(const char* column, const QString& label, Id<Payor> R::*member) {
    return add(column, label, Kind::Payor, member, {});
  }

private:
  Field& add(const char* column, const QString& label, Kind kind, Member<R> member, Rules<R> rules) {
    const QString name = QString::fromLatin1(column);
    Field& field = *m_all.emplace_back(std::make_unique<Field>());
    field.key = R::table().name() + QLatin1Char('.') + name;
    field.label = label;
    field.member = memberName(name);
    field.kind = kind;
    field.noun = m_noun;
    const auto bound = std::make_shared<Bound<R>>(&field, member, std::move(rules));
    field.look = [bound](Context& context, qint64 id, const QString& typed) {
      return bound->change(context, id, typed, nullptr);
    };
    field.write = [bound](Context& context, db::Transaction& transaction, qint64 id, const QString& typed) {
      return bound->change(context, id, typed, &transaction);
    };
    return field;
  }

  /// "line_of_business" → "lineOfBusiness", "assignee_id" → "assignee": the form's key of a column.
  static QString memberName(const QString& column) {
    QString name;
    for (const QString& part : column.split(QLatin1Char('_')))
      if (part != QLatin1String("id") || name.isEmpty())
        name += name.isEmpty() ? part : part.left(1).toUpper() + part.mid(1);
    return name;
  }

  std::vector<std::unique_ptr<Field>>& m_all;
  Noun m_noun;
};

using Fields = std::vector<std::unique_ptr<Field>>;

// The fields of each subject.
void addTeamFields(Fields& all);
void addPayorFields(Fields& all);
void addCredentialFields(Fields& all);
void addProfileFields(Fields& all);
void addTrackingFields(Fields& all);
void addTaskFields(Fields& all);

} // namespace edit
