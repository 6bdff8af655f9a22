// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mail/duerows.h"

#include "core/base/text.h"
#include "core/mail/due.h"
#include "ui/shell/reader.h"

#include <QCoreApplication>
#include <numeric>

namespace ui {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(DueRows)
};

Column column(const char* key, const QString& heading, CellKind kind, int width, bool shown = true) {
  Column made;
  made.key = QString::fromLatin1(key);
  made.heading = heading;
  made.kind = kind;
  made.width = width;
  made.shown = shown;
  return made;
}

Row rowOf(qint64 id, const Outgoing& mail, const QString& contents) {
  return {id,
          {mail.recipientName.isEmpty() ? mail.recipient : mail.recipientName, mail.subject, contents, mail.kind,
           mail.recipient}};
}

} // namespace

DueRows::DueRows(const QString& file, QDate today)
    : m_file(file), m_today(today), m_columns{column("to", Say::tr("To"), CellKind::Strong, 190),
                                              column("subject", Say::tr("Subject"), CellKind::Text, 440),
                                              column("contents", Say::tr("What is in it"), CellKind::Text, 320),
                                              column("kind", Say::tr("Kind"), CellKind::Second, 80),
                                              column("address", Say::tr("Address"), CellKind::Second, 200, false)} {}

std::shared_ptr<const DueRows::Known> DueRows::known() {
  {
    const std::lock_guard guard(m_lock);
    if (m_known)
      return m_known;
  }
  auto fresh = std::make_shared<Known>();
  Reader reader(m_file);
  for (Outgoing& mail : db::allWhere<Outgoing>(reader, QStringLiteral("status = 'Waiting' ORDER BY next_try, id"))) {
    const QString contents = mail.attempts == 0   ? Say::tr("waits")
                             : mail.attempts == 1 ? Say::tr("waits, tried once")
                                                  : Say::tr("waits, tried %L1 times").arg(mail.attempts);
    fresh->mails.push_back({std::move(mail), contents});
  }
  mail::DueToday due = mail::dueToday(reader, m_today);
  for (mail::DueMail& one : due.mails)
    fresh->mails.push_back({std::move(one.draft.mail), one.contents});
  fresh->untold = due.untold;
  const std::lock_guard guard(m_lock);
  m_known = fresh;
  return fresh;
}

void DueRows::forget() {
  const std::lock_guard guard(m_lock);
  m_known.reset();
}

std::vector<qint64> DueRows::idsIn(const Known& all, const Query& query) const {
  const QString wanted = folded(query.text);
  std::vector<std::pair<Row, qint64>> rows;
  for (size_t i = 0; i < all.mails.size(); ++i) {
    Row row = rowOf(qint64(i) + 1, all.mails[i].mail, all.mails[i].contents);
    const bool fits = std::any_of(row.cells.begin(), row.cells.end(),
                                  [&](const QString& cell) { return folded(cell).contains(wanted); });
    if (wanted.isEmpty() || fits)
      rows.emplace_back(std::move(row), qint64(i) + 1);
  }
  for (auto key = query.sort.rbegin(); key != query.sort.rend(); ++key)
    for (size_t c = 0; c < m_columns.size(); ++c)
      if (m_columns[c].key == key->column)
        std::stable_sort(rows.begin(), rows.end(), [&](const auto& one, const auto& other) {
          const int order = one.first.cells[c].compare(other.first.cells[c], Qt::CaseInsensitive);
          return key->descending ? order > 0 : order < 0;
        });
  std::vector<qint64> ids;
  for (const auto& [row, id] : rows)
    ids.push_back(id);
  return ids;
}

std::optional<std::vector<Row>> DueRows::firstRows(const Query&, int) { return {}; } // known to take long

Found DueRows::allIds(const Query& query, const std::atomic_bool&) {
  const auto all = known();
  {
    const std::lock_guard guard(m_lock);
    m_shown = all;
  }
  return {idsIn(*all, query), {}};
}

qint64 DueRows::count(const Query& query) { return qint64(idsIn(*known(), query).size()); }

std::vector<Row> DueRows::rowsByIds(std::span<const qint64> ids) {
  const std::lock_guard guard(m_lock);
  std::vector<Row> rows;
  for (const qint64 id : ids)
    rows.push_back(m_shown && id > 0 && size_t(id) <= m_shown->mails.size()
                       ? rowOf(id, m_shown->mails[size_t(id) - 1].mail, m_shown->mails[size_t(id) - 1].contents)
                       : Row{});
  return rows;
}

std::optional<Outgoing> DueRows::mail(qint64 id) const {
  const std::lock_guard guard(m_lock);
  if (!m_shown || id <= 0 || size_t(id) > m_shown->mails.size())
    return {};
  return m_shown->mails[size_t(id) - 1].mail;
}

QStringList DueRows::untold() const {
  const std::lock_guard guard(m_lock);
  return m_shown ? m_shown->untold : QStringList();
}

} // namespace ui
