// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profile/payorgrid.h"

#include "core/db/database.h"
#include "ui/alerts/enrollmentform.h"
#include "ui/list/cellface.h"
#include "ui/shell/attempt.h"
#include "ui/shell/session.h"
#include "ui/theme/measures.h"
#include "ui/theme/theme.h"

#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>
#include <unordered_map>

namespace ui {
namespace {

using Named = std::vector<std::pair<qint64, QString>>;

Named named(db::Database& database, const QString& sql, const db::Values& arguments) {
  return database.all(sql, arguments, [](db::Row& row) {
    const qint64 id = row.number();
    return std::pair(id, row.text());
  });
}

std::unordered_map<qint64, int> placesOf(const Named& all) {
  std::unordered_map<qint64, int> places;
  for (size_t i = 0; i < all.size(); ++i)
    places[all[i].first] = int(i);
  return places;
}

QTableWidgetItem* heading(const std::pair<qint64, QString>& of) {
  auto* item = new QTableWidgetItem(of.second);
  item->setData(Qt::UserRole, of.first);
  return item;
}

/// 0 in a cell where nothing is.
qint64 enrollmentOf(const QTableWidgetItem* cell) { return cell ? cell->data(Qt::UserRole).toLongLong() : 0; }

} // namespace

PayorGrid::PayorGrid(Session& session, const Subject& subject, const Enrollment& fresh, QWidget* parent)
    : QDialog(parent), m_session(session), m_subject(subject), m_fresh(fresh), m_table(new QTableWidget) {
  const bool ofProvider = subject.kind == Subject::Kind::Provider;
  setAttribute(Qt::WA_DeleteOnClose);
  setObjectName(QStringLiteral("payorGrid"));
  setWindowTitle(ofProvider ? tr("Payors by practice") : tr("Payors by provider"));
  setProperty("ground", QStringLiteral("surface"));
  auto* head = new QLabel(windowTitle());
  setFace(head, Face::Title);
  auto* hint = new QLabel(tr("Enter opens an enrollment; where there is none it adds one."));
  hint->setForegroundRole(QPalette::PlaceholderText);
  m_table->setProperty("plain", true);
  m_table->setShowGrid(false);
  for (QHeaderView* header : {m_table->horizontalHeader(), m_table->verticalHeader()}) {
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setHighlightSections(false);
  }
  m_table->verticalHeader()->setMinimumSectionSize(px(size::row));
  m_table->setObjectName(QStringLiteral("payorGrid.table"));
  m_table->setAccessibleName(windowTitle());
  m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_table->setSelectionMode(QAbstractItemView::SingleSelection);
  m_table->setTabKeyNavigation(false);
  m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
  m_table->setIconSize(QSize(px(size::icon), px(size::icon)));
  // Once the key is through: a dialog hands Enter on to the first default button below it, which would be the form's.
  connect(m_table, &QTableWidget::cellActivated, this, &PayorGrid::openCell, Qt::QueuedConnection);
  auto* close = new QPushButton(tr("Close"));
  close->setObjectName(QStringLiteral("payorGrid.close"));
  close->setAutoDefault(false);
  connect(close, &QPushButton::clicked, this, &QDialog::accept);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(px(size::group), px(size::margin), px(size::group), px(size::margin));
  layout->setSpacing(px(size::gap));
  layout->addWidget(head);
  layout->addWidget(hint);
  layout->addWidget(m_table, 1);
  layout->addWidget(close, 0, Qt::AlignRight);
  resizeOnScreen(*this, {px(size::wide), px(size::tall)});
  connect(&session, &Session::changed, this, [this] { attempt(tr("Reading the enrollments"), [this] { fill(); }); });
  fill();
  m_table->setFocus();
}

void PayorGrid::fill() {
  db::Database& database = m_session.database();
  const bool ofProvider = m_subject.kind == Subject::Kind::Provider;
  const QString own = ofProvider ? QStringLiteral("provider_id") : QStringLiteral("practice_id");
  const QString other = ofProvider ? QStringLiteral("practice_id") : QStringLiteral("provider_id");
  const qint64 id = m_subject.id;
  const Named payors =
      named(database,
            QStringLiteral("SELECT id, name FROM payor WHERE id IN (SELECT payor_id FROM enrollment WHERE %1 = ?) "
                           "ORDER BY sort_name, id")
                .arg(own),
            {id});
  Named others = named(
      database,
      QStringLiteral("SELECT id, %1 FROM %2 WHERE id IN (SELECT %3 FROM provider_practice WHERE %4 = ? UNION SELECT %3 "
                     "FROM enrollment WHERE %4 = ?) ORDER BY sort_name, id")
          .arg(ofProvider ? QStringLiteral("name") : QStringLiteral("trim(last_name || ', ' || first_name, ', ')"),
               ofProvider ? QStringLiteral("practice") : QStringLiteral("provider"), other, own),
      {id, id});
  if (database.value(QStringLiteral("SELECT count(*) FROM enrollment WHERE %1 = ? AND %2 IS NULL").arg(own, other),
                     {id}) > 0)
    others.push_back({0, ofProvider ? tr("No practice") : tr("The practice itself")});

  const int row = m_table->currentRow(), column = m_table->currentColumn();
  m_table->clear();
  m_table->setRowCount(int(payors.size()));
  m_table->setColumnCount(int(others.size()));
  for (size_t i = 0; i < payors.size(); ++i)
    m_table->setVerticalHeaderItem(int(i), heading(payors[i]));
  for (size_t i = 0; i < others.size(); ++i)
    m_table->setHorizontalHeaderItem(int(i), heading(others[i]));
  for (int at = 0; at < m_table->rowCount(); ++at)
    for (int in = 0; in < m_table->columnCount(); ++in) {
      auto* none = new QTableWidgetItem(tr("Add…"));
      none->setForeground(tokens().second);
      m_table->setItem(at, in, none);
    }
  auto rows = placesOf(payors), columns = placesOf(others);
  // The one that is farthest along comes last and is what the cell opens.
  database.each(
      QStringLiteral("SELECT e.id, e.payor_id, coalesce(e.%1, 0), e.state, e.status FROM enrollment e JOIN "
                     "enrollment_status s ON s.name = e.status WHERE e.%2 = ? ORDER BY e.effective IS NOT NULL, e.id")
          .arg(other, own),
      {id}, [&](db::Row& read) {
        const qint64 enrollment = read.number();
        const int at = rows[read.number()], in = columns[read.number()];
        const QString state = read.text(), status = read.text();
        const QTableWidgetItem* before = m_table->item(at, in);
        const bool isFirst = enrollmentOf(before) == 0;
        const QString said = state.isEmpty() ? status : status + QStringLiteral(" · ") + state;
        const StatusLook look = statusLook(status);
        auto* cell = new QTableWidgetItem(icon(look.icon, inkOf(look.tone)),
                                          !isFirst ? said + QLatin1Char('\n') + before->text() : said);
        cell->setData(Qt::UserRole, enrollment);
        m_table->setItem(at, in, cell);
      });
  m_table->resizeColumnsToContents();
  m_table->resizeRowsToContents();
  m_table->setCurrentCell(qMax(0, row), qMax(0, column));
}

void PayorGrid::openCell(int row, int column) {
  attempt(tr("Opening the form"), [&] {
    if (const qint64 there = enrollmentOf(m_table->item(row, column)))
      return openEnrollmentForm(m_session, Id<Enrollment>{there}, this);
    Enrollment fresh = m_fresh;
    fresh.payor = {m_table->verticalHeaderItem(row)->data(Qt::UserRole).toLongLong()};
    const qint64 other = m_table->horizontalHeaderItem(column)->data(Qt::UserRole).toLongLong();
    if (m_subject.kind == Subject::Kind::Provider) {
      fresh.practice = {other};
      fresh.state = m_session.database().text(QStringLiteral("SELECT state FROM practice WHERE id = ?"), {other});
    } else {
      fresh.provider = {other};
    }
    openEnrollmentForm(m_session, {}, this, fresh);
  });
}

} // namespace ui
