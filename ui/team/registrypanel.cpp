// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/team/registrypanel.h"

#include "core/base/text.h"
#include "core/team/identifiers.h"
#include "ui/form/formrows.h"
#include "ui/shell/attempt.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace ui {

RegistryPanel::RegistryPanel(FormRows& form, QLineEdit* npi)
    : m_form(form), m_npi(npi), m_fetch(new QPushButton(tr("Fetch from the NPI registry"))), m_state(new QLabel),
      m_answer(new QWidget), m_use(new QPushButton(tr("Use these"))) {
  setObjectName(QStringLiteral("registry"));
  setButtonIcon(m_fetch, QStringLiteral("download"));
  m_fetch->setObjectName(QStringLiteral("registry.fetch"));
  m_fetch->setAutoDefault(false);
  connect(m_fetch, &QPushButton::clicked, this, &RegistryPanel::fetch);
  m_use->setObjectName(QStringLiteral("registry.use"));
  m_use->setAutoDefault(false);
  connect(m_use, &QPushButton::clicked, this, &RegistryPanel::use);
  m_state->setObjectName(QStringLiteral("registry.state"));
  m_state->setWordWrap(true);
  m_state->hide();
  m_answer->setProperty("ground", QStringLiteral("notice"));
  m_answer->setAttribute(Qt::WA_StyledBackground);
  m_answer->hide();
  auto* answer = new QVBoxLayout(m_answer);
  answer->addLayout(m_grid = new QGridLayout);
  m_grid->setHorizontalSpacing(px(size::margin));
  m_grid->setVerticalSpacing(px(size::step));
  m_grid->setColumnStretch(1, 1);
  m_grid->setColumnStretch(2, 1);
  answer->addWidget(m_use, 0, Qt::AlignRight);
  auto* line = new QHBoxLayout;
  line->addWidget(m_fetch);
  line->addStretch();
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, px(size::gap));
  layout->setSpacing(px(size::gap));
  layout->addLayout(line);
  layout->addWidget(m_state);
  layout->addWidget(m_answer);
  connect(&m_registry, &Registry::answered, this, [this](const std::vector<exchange::RegistryEntry>& entries) {
    attempt(tr("Showing the registry's answer"), [&] { show(entries.front()); });
  });
  connect(&m_registry, &Registry::failed, this, &RegistryPanel::say);
  connect(m_npi, &QLineEdit::textEdited, this, &RegistryPanel::clear);
}

void RegistryPanel::fetch() {
  if (m_registry.isAsking()) {
    m_registry.cancel();
    return say(tr("Cancelled. Nothing was changed."));
  }
  clear();
  const QString npi = identifierText(m_npi->text());
  const QString problem = npi.isEmpty() ? tr("Type the NPI first.") : npiProblem(npi);
  if (!problem.isEmpty())
    return say(problem);
  say(tr("Asking the registry…"));
  m_fetch->setText(tr("Cancel"));
  m_registry.askNpi(npi);
}

void RegistryPanel::say(const QString& text) {
  m_fetch->setText(tr("Fetch from the NPI registry"));
  m_state->setText(text);
  m_state->setVisible(!text.isEmpty());
}

void RegistryPanel::clear() {
  m_registry.cancel();
  say({});
  m_answer->hide();
  m_lines.clear();
  m_more = nullptr;
  while (QLayoutItem* item = m_grid->takeAt(0)) {
    delete item->widget();
    delete item;
  }
}

void RegistryPanel::show(const exchange::RegistryEntry& entry) {
  clear();
  if (entry.isPractice)
    return say(tr("This is the NPI of an organization, not of a person."));
  m_entry = entry;
  const Provider& provider = entry.provider;
  const std::tuple<const char*, QString, QString> fields[]{{"lastName", tr("Last name"), provider.lastName},
                                                           {"firstName", tr("First name"), provider.firstName},
                                                           {"middleName", tr("Middle name"), provider.middleName},
                                                           {"suffix", tr("Suffix"), provider.suffix},
                                                           {"degree", tr("Degree"), provider.degree},
                                                           {"specialty", tr("Specialty"), provider.specialty},
                                                           {"taxonomy", tr("Taxonomy"), provider.taxonomy},
                                                           {"phone", tr("Phone"), provider.phone}};
  const QVariantMap now = m_form.values();
  int row = 0, same = 0;
  for (const auto& [name, label, value] : fields) {
    const QString key = QString::fromLatin1(name), mine = now.value(key).toString();
    if (value.isEmpty() || !now.contains(key))
      continue;
    if (folded(mine) == folded(value)) {
      ++same;
      continue;
    }
    auto* tick = new QCheckBox(label);
    tick->setObjectName(QStringLiteral("registry.") + key);
    tick->setAccessibleName(mine.isEmpty() ? tr("%1: fill in %2").arg(label, value)
                                           : tr("%1: %2 in place of %3").arg(label, value, mine));
    tick->setChecked(mine.isEmpty());
    auto* theirs = new QLabel(value);
    theirs->setTextFormat(Qt::PlainText);
    setFace(theirs, Face::Strong);
    auto* ours = new QLabel(mine.isEmpty() ? tr("new") : tr("yours: %1").arg(mine));
    ours->setTextFormat(Qt::PlainText);
    ours->setForegroundRole(QPalette::PlaceholderText);
    m_grid->addWidget(tick, row, 0);
    m_grid->addWidget(theirs, row, 1);
    m_grid->addWidget(ours, row++, 2);
    m_lines.push_back({key, value, tick});
  }
  const size_t further = entry.taxonomies.empty() ? 0 : entry.taxonomies.size() - 1;
  if (const size_t more = entry.formerNames.size() + entry.addresses.size() + further; more > 0) {
    m_more = new QCheckBox(tr("Former names, further specialties and addresses: %1").arg(more));
    m_more->setObjectName(QStringLiteral("registry.more"));
    m_more->setChecked(true);
    m_grid->addWidget(m_more, row++, 0, 1, 3);
  }
  QString said =
      same > 0 ? tr("The registry has this NPI; %1 fields are the same.").arg(same) : tr("The registry has this NPI.");
  if (!entry.isActive)
    said = tr("The registry has deactivated this NPI.") + QLatin1Char(' ') + said;
  if (row == 0)
    said += QLatin1Char(' ') + tr("There is nothing to fill in.");
  say(said);
  m_answer->setVisible(row > 0);
}

void RegistryPanel::use() {
  QVariantMap values;
  for (const Line& line : m_lines)
    if (line.tick->isChecked())
      values.insert(line.key, line.value);
  if (m_more && m_more->isChecked())
    m_used = m_entry;
  m_form.setValues(values);
  const auto count = values.size();
  clear();
  say(tr("%1 fields filled in from the registry. Nothing is saved yet.").arg(count));
}

void saveFurther(db::Transaction& transaction, Id<Provider> provider, const exchange::RegistryEntry& entry) {
  db::Database& database = transaction.database();
  const auto there = [&](const char* sql, const db::Values& arguments) {
    return database.value(QLatin1String(sql), arguments) > 0;
  };
  for (ProviderName name : entry.formerNames)
    if (!there("SELECT count(*) FROM provider_name WHERE provider_id = ? AND lower(last_name) = lower(?) AND "
               "lower(first_name) = lower(?)",
               {provider, name.lastName, name.firstName})) {
      name.provider = provider;
      db::save(transaction, name);
    }
  const QString first = database.text(QStringLiteral("SELECT taxonomy FROM provider WHERE id = ?"), {provider});
  for (ProviderTaxonomy taxonomy : entry.taxonomies)
    if (taxonomy.code != first &&
        !there("SELECT count(*) FROM provider_taxonomy WHERE provider_id = ? AND code = ? AND state = ?",
               {provider, taxonomy.code, taxonomy.state})) {
      taxonomy.provider = provider;
      db::save(transaction, taxonomy);
    }
  for (ProviderAddress address : entry.addresses)
    if (!there("SELECT count(*) FROM provider_address WHERE provider_id = ? AND lower(address) = lower(?) AND zip = ?",
               {provider, address.address, address.zip})) {
      address.provider = provider;
      db::save(transaction, address);
    }
}

} // namespace ui
