// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/records.h"
#include "ui/form/choicebox.h"
#include "ui/form/datefield.h"
#include "ui/form/formcard.h"
#include "ui/form/formdialog.h"
#include "ui/form/recordchoices.h"
#include "ui/shell/attempt.h"
#include "ui/shell/session.h"

#include <QCoreApplication>
#include <algorithm>

namespace ui {

/// Binds a record's members to the rows of a form, in a dialog of its own or on a card of a page. What was changed in
/// the form is laid over the record as it is then, checked (check() and warnings() of its subject) and saved as one
/// change; without a change nothing is written. A field's key is the member's name: problems find their field by it.
/// Gone once open() has been called.
template<class R>
class RecordForm {
  struct Say {
    Q_DECLARE_TR_FUNCTIONS(RecordForm)
  };

public:
  /// A record without an id is a new one.
  RecordForm(Session& session, const R& record, const QString& title, QWidget* parent)
      : m_session(session), m_record(record),
        m_dialog(new FormDialog(QStringLiteral("%1/%2").arg(R::table().name(), record.id.isValid()
                                                                                   ? QString::number(record.id.value)
                                                                                   : QStringLiteral("new")),
                                title, parent)),
        m_rows(m_dialog) {}
  /// A record that is there, on a card.
  RecordForm(Session& session, const R& record, FormCard& card)
      : m_session(session), m_record(record), m_card(&card), m_rows(&card) {}

  FormDialog* dialog() const { return m_dialog; }
  FormRows* rows() const { return m_rows; }
  bool isNew() const { return !m_record.id.isValid(); }

  auto* text(const char* key, const QString& label, QString R::*member, const QString& hint = {}) {
    bind(
        key, [member](const R& record) { return record.*member; },
        [member](R& record, const QVariant& value) { record.*member = value.toString(); });
    return m_rows->addText(QLatin1String(key), label, hint);
  }
  void number(const char* key, const QString& label, std::optional<int> R::*member, const QString& hint = {}) {
    m_numbers.push_back({QLatin1String(key), label});
    bind(
        key, [member](const R& record) { return record.*member ? QString::number(*(record.*member)) : QString(); },
        [member](R& record, const QVariant& value) {
          bool isNumber = false;
          const int number = value.toString().toInt(&isNumber);
          record.*member = isNumber ? std::optional(number) : std::nullopt;
        });
    m_rows->addText(QLatin1String(key), label, hint);
  }
  void date(const char* key, const QString& label, QDate R::*member) {
    bind(
        key, [member](const R& record) { return record.*member; },
        [member](R& record, const QVariant& value) { record.*member = value.toDate(); });
    m_rows->addDate(QLatin1String(key), label, m_session.today(), m_session.addBusinessDays());
  }
  void tick(const char* key, const QString& label, bool R::*member) {
    bind(
        key, [member](const R& record) { return record.*member; },
        [member](R& record, const QVariant& value) { record.*member = value.toBool(); });
    m_rows->addCheck(QLatin1String(key), label);
  }
  /// One of some words, never none.
  ChoiceBox* pick(const char* key, const QString& label, QString R::*member, std::vector<Choice> choices) {
    bindWord(key, member);
    return m_rows->addPick(QLatin1String(key), label, std::move(choices));
  }
  ChoiceBox* choice(const char* key, const QString& label, QString R::*member, std::vector<Choice> choices) {
    bindWord(key, member);
    return m_rows->addChoice(QLatin1String(key), label, std::move(choices));
  }
  template<class T>
  ChoiceBox* choice(const char* key, const QString& label, Id<T> R::*member, std::vector<Choice> choices) {
    bindId(key, member);
    return m_rows->addChoice(QLatin1String(key), label, std::move(choices));
  }
  template<class T>
  SearchField* search(const char* key, const QString& label, Id<T> R::*member, ChoiceSource source) {
    bindId(key, member);
    return m_rows->addSearch(QLatin1String(key), label, std::move(source));
  }
  /// For a field that the caller adds.
  void bind(const char* key, std::function<QVariant(const R&)> show, std::function<void(R&, const QVariant&)> take) {
    m_bindings.push_back({QLatin1String(key), std::move(show), std::move(take)});
  }

  struct Rules {
    std::function<QString(const R&)> name;        ///< "Marten, Lily", for "Changed Marten, Lily"
    std::function<void(R&)> tidy = {};            ///< brings what was typed into the form in which it is kept
    std::function<Problems(const R&)> check = {}; ///< what this form asks for beyond the subject's check
    std::function<Problems(const R&)> warn = {};  ///< what is odd beyond the subject's warnings
    std::function<Id<R>(db::Transaction&, const R&)> store = {}; ///< in place of saving it
    /// Writes what else is in the form, in the same change; its problems take all of it back.
    std::function<Problems(db::Transaction&, Id<R>, const QVariantMap&)> after = {};
    QString said = {}; ///< "Started %1", in place of "Added %1"
    /// Whether to save although nothing was typed: the form itself says what changes.
    std::function<bool()> always = {};
    /// The values of rows that no member is bound to.
    std::function<QVariantMap(db::Database&, Id<R>)> further = {};
  };

  void open(Rules rules) {
    const auto work = std::make_shared<const Work>(Work{&m_session, m_rows, m_record, m_bindings, m_numbers, rules});
    m_rows->setValues(work->valuesOf(m_record));
    m_rows->setSave([work](const QVariantMap& now) { return work->save(now); });
    m_rows->setRemarks([work](const QVariantMap& now) { return work->remarks(now); });
    if (m_dialog) {
      m_dialog->open();
      if (work->rules.warn)
        m_rows->remark();
      return;
    }
    m_card->setReread([work] {
      const auto there = db::load(work->session->database(), work->record.id);
      return there ? work->valuesOf(*there) : QVariantMap();
    });
    m_card->open();
  }

private:
  struct Binding {
    QString key;
    std::function<QVariant(const R&)> show;
    std::function<void(R&, const QVariant&)> take;
  };
  struct Number {
    QString key, label;
  };

  /// What outlives the building of the form.
  struct Work {
    Session* session;
    FormRows* rows;
    R record;
    std::vector<Binding> bindings;
    std::vector<Number> numbers;
    Rules rules;

    QVariantMap valuesOf(const R& shown) const {
      QVariantMap values;
      if (rules.further)
        values = rules.further(session->database(), shown.id);
      for (const Binding& binding : bindings)
        values.insert(binding.key, binding.show(shown));
      return values;
    }

    R laidOver(R wanted, const QVariantMap& values) const {
      for (const Binding& binding : bindings)
        if (values.value(binding.key) != rows->shown().value(binding.key))
          binding.take(wanted, values.value(binding.key));
      if (rules.tidy)
        rules.tidy(wanted);
      return wanted;
    }

    Problems problemsOf(const R& wanted, const QVariantMap& values) const {
      Problems problems = check(wanted, session->database());
      if (rules.check)
        for (const Problem& problem : rules.check(wanted))
          problems.push_back(problem);
      for (const Number& number : numbers) {
        const QString typed = values.value(number.key).toString();
        bool isNumber = typed.isEmpty();
        if (!isNumber)
          typed.toInt(&isNumber);
        if (!isNumber)
          problems.push_back({number.key, Say::tr("“%1” is not a whole number.").arg(typed)});
      }
      return problems;
    }

    /// What was wrong before and stays as it was does not hinder another change.
    void forgive(Problems& problems, const Problems& before, const QVariantMap& values) const {
      std::erase_if(problems, [&](const Problem& problem) {
        const bool isOld = std::any_of(before.begin(), before.end(), [&](const Problem& old) {
          return old.field == problem.field && old.sentence == problem.sentence;
        });
        return isOld && values.value(problem.field) == rows->shown().value(problem.field);
      });
    }

    FormRows::Remarks remarks(const QVariantMap& values) const {
      const auto there = record.id.isValid() ? db::load(session->database(), record.id) : std::nullopt;
      const R wanted = laidOver(there.value_or(record), values);
      FormRows::Remarks found{problemsOf(wanted, values), {}};
      if constexpr (requires { warnings(wanted, session->database()); })
        found.warnings = warnings(wanted, session->database());
      if (rules.warn)
        found.always = rules.warn(wanted);
      return found;
    }

    Problems save(const QVariantMap& values) const {
      const bool isNew = !record.id.isValid();
      if (!isNew && !(rules.always && rules.always()) && values == rows->shown())
        return {};
      const QString said = !isNew ? Say::tr("Changed %1") : rules.said.isEmpty() ? Say::tr("Added %1") : rules.said;
      return session->tryChange(said.arg(rules.name(laidOver(record, values))), [&](db::Transaction& transaction) {
        R current = record;
        if (!isNew) {
          const auto there = db::load(transaction.database(), record.id);
          if (!there)
            return Problems{{{}, Say::tr("This record is not there any more: somebody removed it, or it was undone.")}};
          current = *there;
        }
        const R wanted = laidOver(current, values);
        Problems problems = problemsOf(wanted, values);
        if (!isNew)
          forgive(problems, check(current, session->database()), values);
        if (!problems.empty())
          return problems;
        const Id<R> id = rules.store ? rules.store(transaction, wanted) : db::save(transaction, wanted);
        return rules.after ? rules.after(transaction, id, values) : Problems{};
      });
    }
  };

  void bindWord(const char* key, QString R::*member) {
    bind(
        key, [member](const R& record) { return record.*member; },
        [member](R& record, const QVariant& value) { record.*member = value.toString(); });
  }
  template<class T>
  void bindId(const char* key, Id<T> R::*member) {
    bind(
        key, [member](const R& record) { return idValue(record.*member); },
        [member](R& record, const QVariant& value) { record.*member = idIn<T>(value); });
  }

  Session& m_session;
  R m_record;
  FormDialog* m_dialog = nullptr;
  FormCard* m_card = nullptr;
  FormRows* m_rows;
  std::vector<Binding> m_bindings;
  std::vector<Number> m_numbers;
};

/// The record of this id as it is to be shown, or a new one; throws when there is none any more.
template<class R>
R recordFor(Session& session, Id<R> id, const R& fresh = {}) {
  if (!id.isValid())
    return fresh;
  if (const auto there = db::load(session.database(), id))
    return *there;
  throw std::runtime_error("the record is not there any more");
}

} // namespace ui
