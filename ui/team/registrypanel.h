// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/team/registry.h"

#include <QVariantMap>
#include <QWidget>

class QCheckBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace ui {

class FormRows;

/// Asks the NPI registry about the NPI in a form and shows what it would fill in and what differs, a tick each: what is
/// empty is ticked, what differs is not. Nothing is filled in before "Use these", and nothing saved before the form is.
class RegistryPanel : public QWidget {
  Q_OBJECT
public:
  /// In the form as a row of its own, below the NPI.
  RegistryPanel(FormRows& form, QLineEdit* npi);

  Registry& registry() { return m_registry; }
  /// What was used: former names, further specialties and addresses are to be saved with the provider.
  const std::optional<exchange::RegistryEntry>& used() const { return m_used; }

private:
  struct Line {
    QString key;
    QVariant value;
    QCheckBox* tick;
  };
  void fetch();
  void show(const exchange::RegistryEntry& entry);
  void say(const QString& text);
  void use();
  void clear();

  FormRows& m_form;
  QLineEdit* m_npi;
  Registry m_registry;
  QPushButton* m_fetch;
  QLabel* m_state;
  QWidget* m_answer;
  QPushButton* m_use;
  QGridLayout* m_grid = nullptr;
  std::vector<Line> m_lines;
  QCheckBox* m_more = nullptr;
  exchange::RegistryEntry m_entry;
  std::optional<exchange::RegistryEntry> m_used;
};

/// Saves what else the registry knows of a provider: former names, further specialties and addresses that are not
/// there.
void saveFurther(db::Transaction& transaction, Id<Provider> provider, const exchange::RegistryEntry& entry);

} // namespace ui
