// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/calendar/typeddate.h"
#include "ui/list/choicepopup.h"

#include <QDialog>
#include <QVariantMap>
#include <functional>

class QCheckBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace ui {

class ChoiceBox;
class ChoicesField;
class DateField;
class SearchField;
struct ChoiceSource;
enum class Tone;

/// A form for one record. A row's key is the editor's object name, the Problem's field and the key of its value.
/// Ctrl+Enter saves. What was typed survives Cancel: the next form of the same key finds it again.
class FormDialog : public QDialog {
  Q_OBJECT
public:
  /// `draftKey` names the record: "provider/12", "provider/new".
  FormDialog(const QString& draftKey, const QString& title, QWidget* parent);
  ~FormDialog() override;

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
    Problems warnings; ///< what is odd; it does not hinder saving
  };
  void setRemarks(std::function<Remarks(const QVariantMap&)> remarks) { m_remarks = std::move(remarks); }
  /// What the button says, when it does not save ("Start").
  void setSaveText(const QString& text);
  /// Shows each problem at its field and puts the cursor into the first.
  void showProblems(const Problems& problems);

  void open() override;
  void accept() override;
  void reject() override;

  /// Forgets all drafts (another user, or a test).
  static void forgetDrafts();

protected:
  void keyPressEvent(QKeyEvent* event) override;

private:
  struct Field {
    QString key;
    QWidget* editor;
    QWidget* problem;
    QLabel* sign;
    QLabel* sentence;
    std::function<QVariant()> read;
    std::function<void(const QVariant&)> write;
    std::function<QString()> check;
  };
  void addField(const QString& label, Field field);
  void showProblem(const Field& field, const QString& sentence);
  void showSentence(const Field& field, const QString& sentence, Tone tone);
  void remark();
  void clearProblems();
  Problems typingProblems() const;
  void discardDraft();

  QString m_draftKey;
  QFormLayout* m_rows;
  QWidget* m_notice;
  QLabel* m_noticeText;
  QWidget* m_draftLine;
  QPushButton* m_saveButton = nullptr;
  std::vector<Field> m_fields;
  QVariantMap m_before; ///< the values as they were opened
  std::function<Problems(const QVariantMap&)> m_save;
  std::function<Remarks(const QVariantMap&)> m_remarks;
};

} // namespace ui
