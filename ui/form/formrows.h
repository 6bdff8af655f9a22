// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/calendar/typeddate.h"
#include "ui/list/choicepopup.h"

#include <QCoreApplication>
#include <QPointer>
#include <QVariantMap>
#include <functional>

class QCheckBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace ui {

class ChoiceBox;
class ChoicesField;
class DateField;
class SearchField;
class Sign;
struct ChoiceSource;
enum class Tone;

/// The rows of a form, in a dialog (FormDialog) or on a page (FormCard). A row's key is the editor's object name, the
/// Problem's field and the key of its value. What was typed and not saved is kept as a draft under the form's key
/// (ui/form/drafts.h), while it is being typed; a secret (whose letters are not shown) never is.
class FormRows {
  Q_DECLARE_TR_FUNCTIONS(FormRows)
public:
  /// `draftKey` names the record: "provider/12", "provider/new". The rows are born inside `form`.
  FormRows(const QString& draftKey, QWidget* form);
  virtual ~FormRows();
  Q_DISABLE_COPY_MOVE(FormRows)

  void addHeading(const QString& text);
  QLineEdit* addText(const QString& key, const QString& label, const QString& hint = {});
  QPlainTextEdit* addMemo(const QString& key, const QString& label);
  DateField* addDate(const QString& key, const QString& label, QDate today, AddBusinessDays addBusinessDays);
  ChoiceBox* addChoice(const QString& key, const QString& label, std::vector<Choice> choices);
  /// A choice that is never none; the first one to begin with.
  ChoiceBox* addPick(const QString& key, const QString& label, std::vector<Choice> choices);
  /// Any number of choices.
  ChoicesField* addChoices(const QString& key, const QString& label, std::vector<Choice> choices);
  /// One record of very many, found by typing.
  SearchField* addSearch(const QString& key, const QString& label, ChoiceSource source);
  QCheckBox* addCheck(const QString& key, const QString& label);
  /// A value that is shown and not edited.
  void addFact(const QString& label, const QString& value);
  /// Something of the caller's making across the whole row, to be read only.
  void addPart(QWidget* part);
  /// Hides a row that does not matter now, or shows it again.
  void setRowVisible(const QString& key, bool visible);

  /// Text, the choice's value, QDate, bool or (of several choices) QStringList, by key.
  QVariantMap values();
  void setValues(const QVariantMap& values);
  /// The values as the form was opened, before a draft was laid over them.
  const QVariantMap& shown() const { return m_before; }

  /// Stores the values and answers what can not be; the form closes when that is nothing.
  void setSave(std::function<Problems(const QVariantMap&)> save) { m_save = std::move(save); }
  /// What is said about values as soon as a changed field is left.
  struct Remarks {
    Problems problems;
    Problems warnings;    ///< what is odd; it does not hinder saving
    Problems always = {}; ///< what is odd about a field, changed or not; an empty sentence takes it back
  };
  void setRemarks(std::function<Remarks(const QVariantMap&)> remarks) { m_remarks = std::move(remarks); }
  /// Says it now.
  void remark();
  /// Shows each problem at its field and puts the cursor into the first.
  void showProblems(const Problems& problems);

  /// The name of what was typed and not saved.
  const QString& draftKey() const { return m_draftKey; }

protected:
  /// Holds the rows; to be laid into what shows them.
  QWidget* body() const { return m_body; }
  /// Holds the problems that are of no row.
  QWidget* notice() const { return m_notice; }
  int rowsHeight() const;
  /// The labels are this wide at least, so that the fields of several cards stand in line.
  void setLabelWidth(int width) { m_labelWidth = width; }
  void focusFirst();

  /// Something is typed or chosen.
  virtual void edited() {}
  /// A field was left.
  virtual void left() {}

  /// What is in the rows now is what they are opened with; true when a draft was laid over it: the fields that were
  /// typed into, and no other.
  bool begin();
  /// The values are these on file by now: rows that nobody typed into show them.
  void adopt(const QVariantMap& values);
  /// Whether anything differs from what the rows were opened with; takes what is being typed.
  bool isChanged() { return values() != m_before; }
  /// The values that the rows were opened with, again; the draft is forgotten.
  void discard();
  void keepDraft();
  /// Reads what is typed and saves it; false when it could not be, which is shown then.
  bool store();
  /// After this no row speaks up any more.
  void silence() { m_remarks = nullptr; }

private:
  struct Field {
    QString key;
    QWidget* editor;
    QWidget* problem;
    Sign* sign;
    QLabel* sentence;
    std::function<QVariant()> read;
    std::function<void(const QVariant&)> write;
    std::function<QString()> check;
    /// The value while it is being typed, where reading it takes what is typed, and how it is laid back.
    std::function<QString()> typed = {};
    std::function<void(const QString&)> retype = {};
  };
  void addField(const QString& label, Field field);
  void touched(size_t field);
  void showProblem(const Field& field, const QString& sentence);
  void showSentence(const Field& field, const QString& sentence, Tone tone);
  void clearProblems();
  Problems typingProblems() const;

  QString m_draftKey;
  QPointer<QWidget> m_body;
  QPointer<QWidget> m_notice;
  QFormLayout* m_rows;
  QLabel* m_noticeText;
  int m_labelWidth = 0;
  std::vector<Field> m_fields;
  QVariantMap m_before;  ///< the values as they were opened
  bool m_isOpen = false; ///< what changes is typed
  std::function<Problems(const QVariantMap&)> m_save;
  std::function<Remarks(const QVariantMap&)> m_remarks;
};

} // namespace ui
