// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/list/choicepopup.h"

#include <QLineEdit>
#include <functional>

class QCompleter;
class QStandardItemModel;

namespace ui {

/// Records by what is typed of them: too many to be listed beforehand.
struct ChoiceSource {
  std::function<std::vector<Choice>(const QString& typed)> find; ///< the first few that fit, in order
  std::function<QString(const QString& value)> textOf;
  QString hint = {};
};

/// One record found by typing: the best few drop down while one types, Enter takes the marked one, Down lists.
class SearchField : public QLineEdit {
  Q_OBJECT
public:
  explicit SearchField(ChoiceSource source, QWidget* parent = nullptr);

  /// The value of the record chosen; empty for none, and while the text is being changed.
  QString value() const { return m_value; }
  void setValue(const QString& value);
  /// Takes a text that fits one record only. False when the text is neither empty nor one record.
  bool takeTyped();
  /// What the list is called for a screen reader.
  void setListName(const QString& name);

Q_SIGNALS:
  void valueChanged();

protected:
  void keyPressEvent(QKeyEvent* event) override;

private:
  void offer(const QString& typed);
  void take(const Choice& choice);

  ChoiceSource m_source;
  QCompleter* m_completer;
  QStandardItemModel* m_found;
  QString m_value;
};

} // namespace ui
