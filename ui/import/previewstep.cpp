// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/previewstep.h"

#include "ui/list/listpage.h"
#include "ui/shell/infodialog.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace ui {
namespace {

using exchange::Outcome;

PageSpec specOf() {
  PageSpec spec;
  spec.key = QStringLiteral("import.rows");
  spec.title = PreviewStep::tr("What would change");
  spec.icon = QStringLiteral("inbox");
  spec.emptyTitle = PreviewStep::tr("No rows");
  spec.emptyText = PreviewStep::tr("There is no row below the headings of this file.");
  for (const auto& [outcome, iconName, tone] :
       {std::tuple(Outcome::Created, "plus", Tone::Neutral), std::tuple(Outcome::Updated, "circle-dot", Tone::Soon),
        std::tuple(Outcome::Unchanged, "check", Tone::Neutral),
        std::tuple(Outcome::Rejected, "circle-alert", Tone::Late)})
    spec.chips.push_back({.key = QStringLiteral("outcome"),
                          .label = outcomeWord(outcome),
                          .value = outcomeWord(outcome),
                          .icon = QString::fromLatin1(iconName),
                          .tone = tone,
                          .choices = {}});
  spec.countLine = [](qint64 shown, qint64 all) {
    return shown == all ? QLocale().toString(all) : PreviewStep::tr("%L1 of %L2").arg(shown).arg(all);
  };
  return spec;
}

} // namespace

void showNotices(QLabel* title, QPlainTextEdit* field, const std::vector<QString>& notices) {
  const QStringList lines(notices.begin(), notices.end());
  title->setText(PreviewStep::tr("Notices: %L1").arg(notices.size()));
  field->setPlainText(lines.join(QLatin1Char('\n')));
  field->setFixedHeight(px(size::row) * (notices.size() > 2 ? 3 : 2));
  title->setVisible(!notices.empty());
  field->setVisible(!notices.empty());
}

PreviewStep::PreviewStep(QDate today, QWidget* parent)
    : QWidget(parent), m_today(today), m_layout(new QVBoxLayout(this)), m_more(new QLabel), m_noticesTitle(new QLabel),
      m_notices(new QPlainTextEdit) {
  m_layout->setContentsMargins(0, 0, 0, 0);
  m_layout->setSpacing(0);
  m_more->setObjectName(QStringLiteral("import.more"));
  m_more->setForegroundRole(QPalette::PlaceholderText);
  setFace(m_noticesTitle, Face::Strong);
  m_notices->setObjectName(QStringLiteral("import.notices"));
  m_notices->setReadOnly(true);
  m_notices->setTabChangesFocus(true);
  m_noticesTitle->setBuddy(m_notices);
  auto* below = new QVBoxLayout;
  below->setContentsMargins(px(size::margin), px(size::gap), px(size::margin), 0);
  below->setSpacing(px(size::step));
  below->addWidget(m_more);
  below->addWidget(m_noticesTitle);
  below->addWidget(m_notices);
  m_layout->addLayout(below);
}

void PreviewStep::show(std::shared_ptr<PreviewRows> rows, const exchange::ImportReport& report) {
  delete m_list; // its model must let go of the rows before
  m_rows = std::move(rows);
  m_list = new ListPage(specOf(), m_rows, m_today);
  connect(m_list, &ListPage::openAsked, this, &PreviewStep::showRow);
  m_layout->insertWidget(0, m_list, 1);
  m_more->setText(tr("Of each outcome the first %L1 rows are listed; all of them are counted.")
                      .arg(qint64(PreviewRows::heldOfEach)));
  m_more->setVisible(!m_rows->isWhole());
  showNotices(m_noticesTitle, m_notices, report.notices);
}

qint64 PreviewStep::writes() const {
  return m_rows ? m_rows->total(Outcome::Created) + m_rows->total(Outcome::Updated) : 0;
}

void PreviewStep::showRow(qint64 id) {
  const exchange::RowOutcome& row = m_rows->row(id);
  std::vector<InfoDialog::Line> lines;
  for (const exchange::CellChange& change : row.changes)
    lines.push_back(
        {change.heading, tr("%1 → %2").arg(change.before.isEmpty() ? tr("empty") : change.before, change.after)});
  const QString text = row.reason.isEmpty() ? outcomeWord(row.outcome)
                                            : QStringLiteral("%1: %2").arg(outcomeWord(row.outcome), row.reason);
  (new InfoDialog(m_rows->about(id), text, lines, this))->open();
}

} // namespace ui
