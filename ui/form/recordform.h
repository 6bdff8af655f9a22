// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/records.h"
#include "ui/form/choicebox.h"
#include "ui/form/datefield.h"
#include "ui/form/formdialog.h"
#include "ui/form/recordchoices.h"
#include "ui/shell/attempt.h"
#include "ui/shell/session.h"

#include <QCoreApplication>

namespace ui {

/// Binds a record's members to the fields of a FormDialog. What was changed in the form is laid over the record as it
/// is then, checked (check() and warnings() of its subject) and saved as one change; without a change nothing is
/// written. A field's key is the member's name: problems find their field by it. Gone once open() has been called.
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
                                title, parent)) {}

  FormDialog* dialog() const { return m_dialog; }
  bool isNew() const { return !m_record.id.isValid(); }

  auto* text(const char* key, const QString& label, QString R::*member, const QString& hint = {}) {
    bind(
        key, [member](const R& record) { return record.*member; },
        [member](R& record, const QVariant& value) { record.*member = value.toString(); });
    return m_dialog->addText(QLatin1String(key), label, hint);
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
    m_dialog->addText(QLatin1String(key), label, hint);
  }
  void date(const char* key, const QString& label, QDate R::*member) {
    bind(
        key, [member](const R& record) { return record.*member; },
        [member](R& record, const QVariant& value) { record.*member = value.toDate(); });
    m_dialog->addDate(QLatin1String(key), label, m_session.today(), m_session.addBusinessDays());
  }
  void tick(const char* key, const QString& label, bool R::*member) {
    bind(
        key, [member](const R& record) { return record.*member; },
        [member](R& record, const QVariant& value) { record.*member = value.toBool(); });
    m_dialog->addCheck(QLatin1String(key), label);
  }
  /// One of some words, never none.
  ChoiceBox* pick(const char* key, const QString& label, QString R::*member, std::vector<Choice> choices) {
    bindWord(key, member);
    return m_dialog->addPick(QLatin1String(key), label, std::move(choices));
  }
  ChoiceBox* choice(const char* key, const QString& label, QString R::*member, std::vector<Choice> choices) {
    bindWord(key, member);
    return m_dialog->addChoice(QLatin1String(key), label, std::move(choices));
  }
  template<class T>
  ChoiceBox* choice(const char* key, const QString& label, Id<T> R::*member, std::vector<Choice> choices) {
    bindId(key, member);
    return m_dialog->addChoice(QLatin1String(key), label, std::move(choices));
  }
  template<class T>
  SearchField* search(const char* key, const QString& label, Id<T> R::*member, ChoiceSource source) {
    bindId(key, member);
    return m_dialog->addSearch(QLatin1String(key), label, std::move(source));
  }
  /// For a field that the caller adds.
  void bind(const char* key, std::function<QVariant(const R&)> show, std::function<void(R&, const QVariant&)> take) {
    m_bindings.push_back({QLatin1String(key), std::move(show), std::move(take)});
  }

  struct Rules {
    std::function<QString(const R&)> name;        ///< "Marten, Lily", for "Changed Marten, Lily"
    std::function<void(R&)> tidy = {};            ///< brings what was typed into the form in which it is kept
    std::function<Problems(const R&)> check = {}; ///< what this form asks for beyond the subject's check
    std::function<Id<R>(db::Transaction&, const R&)> store = {}; ///< in place of saving it
    /// Writes what else is in the form, in the same change; its problems take all of it back.
    std::function<Problems(db::Transaction&, Id<R>, const QVariantMap&)> after = {};
    QString said = {}; ///< "Started %1", in place of "Added %1"
  };

  void open(Rules rules) {
    QVariantMap values;
    for (const Binding& binding : m_bindings)
      values.insert(binding.key, binding.show(m_record));
    m_dialog->setValues(values);
    const auto work = std::make_shared<const Work>(Work{&m_session, m_dialog, m_record, m_bindings, m_numbers, rules});
    m_dialog->setSave([work](const QVariantMap& now) { return work->save(now); });
    m_dialog->setRemarks([work](const QVariantMap& now) { return work->remarks(now); });
    m_dialog->open();
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
    FormDialog* dialog;
    R record;
    std::vector<Binding> bindings;
    std::vector<Number> numbers;
    Rules rules;

    R laidOver(R wanted, const QVariantMap& values) const {
      for (const Binding& binding : bindings)
        if (values.value(binding.key) != dialog->shown().value(binding.key))
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

    FormDialog::Remarks remarks(const QVariantMap& values) const {
      const R wanted = laidOver(record, values);
      FormDialog::Remarks found{problemsOf(wanted, values), {}};
      if constexpr (requires { warnings(wanted, session->database()); })
        found.warnings = warnings(wanted, session->database());
      return found;
    }

    Problems save(const QVariantMap& values) const {
      const bool isNew = !record.id.isValid();
      if (!isNew && values == dialog->shown())
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
        if (Problems problems = problemsOf(wanted, values); !problems.empty())
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
  FormDialog* m_dialog;
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
