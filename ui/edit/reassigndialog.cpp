// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edit/reassigndialog.h"

#include "core/team/coordinator.h"
#include "ui/edit/reassign.h"
#include "ui/form/pickbox.h"
#include "ui/shell/session.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QTableWidget>
#include <numeric>

namespace ui {
namespace {

using edit::dutyCount;

QString dutyName(size_t duty) {
  const QString names[dutyCount] = {ReassignDialog::tr("Open steps"),   ReassignDialog::tr("Trackings"),
                                    ReassignDialog::tr("Open tasks"),   ReassignDialog::tr("Enrollments"),
                                    ReassignDialog::tr("Affiliations"), ReassignDialog::tr("Providers")};
  return names[duty];
}

qint64 sum(const edit::Load& load) { return std::accumulate(load.begin(), load.end(), qint64()); }

} // namespace

ReassignDialog::ReassignDialog(Session& session, Id<Coordinator> from, QWidget* parent)
    : PreviewDialog(session, QStringLiteral("reassign"), tr("Reassign"), parent), m_first(from), m_from(new PickBox),
      m_people(new QTableWidget) {
  m_from->setObjectName(QStringLiteral("reassign.from"));
  m_from->setAccessibleName(tr("From"));
  m_from->view()->setAccessibleName(tr("From"));
  m_from->setMinimumWidth(px(size::popup));
  chooser()->addWidget(new QLabel(tr("From")));
  chooser()->addWidget(m_from);
  chooser()->addStretch();
  auto* body = new QWidget;
  auto* layout = new QVBoxLayout(body);
  layout->setContentsMargins(px(size::group), px(size::cell), px(size::group), 0);
  layout->setSpacing(px(size::cell));
  auto* duties = new QHBoxLayout;
  duties->setSpacing(px(size::margin));
  for (size_t i = 0; i < dutyCount; ++i) {
    m_duties[i] = new QCheckBox(dutyName(i));
    m_duties[i]->setObjectName(QStringLiteral("reassign.duty%1").arg(i));
    m_duties[i]->setChecked(true);
    connect(m_duties[i], &QCheckBox::toggled, this, &ReassignDialog::dealAnew);
    duties->addWidget(m_duties[i]);
  }
  duties->addStretch();
  layout->addLayout(duties);
  layout->addWidget(new QLabel(tr("To one, or dealt evenly over several. A tracking, its steps and its tasks go to the "
                                  "same person.")));
  m_people->setProperty("plain", true);
  m_people->setObjectName(QStringLiteral("reassign.to"));
  m_people->setAccessibleName(tr("To"));
  m_people->setColumnCount(int(dutyCount) + 1);
  QStringList headings{tr("To")};
  for (size_t i = 0; i < dutyCount; ++i)
    headings << dutyName(i);
  m_people->setHorizontalHeaderLabels(headings);
  m_people->verticalHeader()->hide();
  m_people->verticalHeader()->setDefaultSectionSize(px(size::row));
  m_people->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
  m_people->horizontalHeader()->setHighlightSections(false);
  m_people->horizontalHeader()->setDefaultAlignment(Qt::AlignRight | Qt::AlignVCenter);
  m_people->horizontalHeaderItem(0)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  m_people->horizontalHeader()->setDefaultSectionSize(px(size::search) * 2 / 5);
  m_people->setSelectionBehavior(QAbstractItemView::SelectRows);
  m_people->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_people->setShowGrid(false);
  m_people->setTabKeyNavigation(false);
  layout->addWidget(m_people, 1);
  setBody(body);
  connect(m_from, &QComboBox::currentIndexChanged, this, [this] {
    showDuties();
    showPeople();
    dealAnew();
  });
  connect(m_people, &QTableWidget::itemChanged, this, &ReassignDialog::dealAnew);
  setSummary(tr("Counting what everybody has…"));
  find([this](db::Database& database, const std::atomic_bool&) -> std::function<void()> {
    return [this, loads = edit::loads(database)] { showLoads(loads); };
  });
}

void ReassignDialog::showLoads(std::vector<edit::LoadOf> loads) {
  m_loads = std::move(loads);
  const QSignalBlocker quiet(m_from);
  for (const edit::LoadOf& one : m_loads)
    if (sum(one.load) > 0)
      m_from->addItem(one.isActive ? one.name : tr("%1 (left)").arg(one.name), one.who.value);
  if (const int at = m_from->findData(m_first.value); at >= 0)
    m_from->setCurrentIndex(at);
  showDuties();
  showPeople();
  dealAnew();
}

const edit::LoadOf* ReassignDialog::loadOf(Id<Coordinator> who) const {
  const auto found = std::find_if(m_loads.begin(), m_loads.end(), [&](const auto& one) { return one.who == who; });
  return found == m_loads.end() ? nullptr : &*found;
}

QString ReassignDialog::nameOf(Id<Coordinator> who) const {
  const edit::LoadOf* load = loadOf(who);
  return load ? load->name : QString();
}

void ReassignDialog::showDuties() {
  const edit::LoadOf* load = loadOf({m_from->currentData().toLongLong()});
  for (size_t i = 0; i < dutyCount; ++i) {
    const qint64 many = load ? load->load[i] : 0;
    m_duties[i]->setText(tr("%1: %L2").arg(dutyName(i)).arg(many));
    m_duties[i]->setEnabled(many > 0);
  }
}

void ReassignDialog::showPeople() {
  const QSignalBlocker quiet(m_people);
  const Id<Coordinator> from{m_from->currentData().toLongLong()};
  m_rows.clear();
  for (const edit::LoadOf& one : m_loads)
    if (one.isActive && one.who != from)
      m_rows.push_back(one.who);
  m_people->setRowCount(int(m_rows.size()));
  for (int row = 0; row < m_people->rowCount(); ++row) {
    const edit::LoadOf* load = loadOf(m_rows[size_t(row)]);
    auto* name = new QTableWidgetItem(load->name);
    name->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    name->setCheckState(Qt::Unchecked);
    m_people->setItem(row, 0, name);
    for (size_t i = 0; i < dutyCount; ++i) {
      auto* count = new QTableWidgetItem(QLocale().toString(load->load[i]));
      count->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
      count->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
      m_people->setItem(row, int(i) + 1, count);
    }
  }
}

edit::Handover ReassignDialog::handover() const {
  edit::Handover asked;
  asked.from = {m_from->currentData().toLongLong()};
  for (size_t i = 0; i < dutyCount; ++i)
    if (m_duties[i]->isEnabled() && m_duties[i]->isChecked())
      asked.duties.insert(edit::Duty(i));
  for (int row = 0; row < m_people->rowCount(); ++row)
    if (m_people->item(row, 0)->checkState() == Qt::Checked)
      asked.to.push_back(m_rows[size_t(row)]);
  return asked;
}

void ReassignDialog::dealAnew() {
  m_asked = handover();
  find([this, asked = m_asked](db::Database& database, const std::atomic_bool&) -> std::function<void()> {
    return [this, dealt = edit::deal(database, asked)] { showDealt(dealt); };
  });
}

void ReassignDialog::showDealt(const edit::Dealt& dealt) {
  m_dealt = dealt;
  const QSignalBlocker quiet(m_people);
  for (int row = 0; row < m_people->rowCount(); ++row) {
    const Id<Coordinator> who = m_rows[size_t(row)];
    const auto place = std::find(m_asked.to.begin(), m_asked.to.end(), who) - m_asked.to.begin();
    for (size_t i = 0; i < dutyCount; ++i) {
      const qint64 now = loadOf(who)->load[i];
      const qint64 gets = size_t(place) < dealt.gets.size() ? dealt.gets[size_t(place)][i] : 0;
      m_people->item(row, int(i) + 1)
          ->setText(gets > 0 ? tr("%L1 → %L2").arg(now).arg(now + gets) : QLocale().toString(now));
    }
  }
  const qint64 items = qint64(dealt.items.size());
  const bool isReady = items > 0;
  setReady(isReady);
  if (m_loads.empty() || m_from->count() == 0)
    setSummary(tr("Nobody has anything to hand over."));
  else if (m_asked.to.empty())
    setSummary(tr("Tick who takes it over."));
  else if (!isReady)
    setSummary(tr("Nothing of this kind is to be handed over."));
  else
    setSummary(
        m_asked.to.size() == 1
            ? tr("%L1 items of %2 go to %3").arg(items).arg(nameOf(m_asked.from), nameOf(m_asked.to.front()))
            : tr("%L1 items of %2 go to %L3 people").arg(items).arg(nameOf(m_asked.from)).arg(m_asked.to.size()));
}

void ReassignDialog::apply() {
  const qint64 items = qint64(m_dealt.items.size());
  const QString name =
      m_asked.to.size() == 1
          ? tr("Reassigned %L1 items of %2 to %3").arg(items).arg(nameOf(m_asked.from), nameOf(m_asked.to.front()))
          : tr("Reassigned %L1 items of %2 to %L3 people").arg(items).arg(nameOf(m_asked.from)).arg(m_asked.to.size());
  write(name, [asked = m_asked, dealt = m_dealt](db::Transaction& transaction, const edit::Progress& progress) {
    return edit::handOver(transaction, asked, dealt, progress) ? Problems{} : Problems{{{}, tr("Cancelled.")}};
  });
}

void openReassign(Session& session, Id<Coordinator> from, QWidget* parent) {
  (new ReassignDialog(session, from, parent))->open();
}

} // namespace ui
