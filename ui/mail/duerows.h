// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mail/outgoing.h"
#include "ui/list/rowprovider.h"

#include <QDate>
#include <atomic>
#include <memory>
#include <mutex>

namespace ui {

/// What would go out today, as rows: what waits in the outbox, and what is due and not queued yet. It is worked out
/// aside, once, until it is forgotten.
class DueRows : public RowProvider {
public:
  DueRows(const QString& file, QDate today);

  const std::vector<Column>& columns() const override { return m_columns; }
  std::optional<std::vector<Row>> firstRows(const Query& query, int limit) override;
  std::vector<Row> rowsByIds(std::span<const qint64> ids) override;
  Found allIds(const Query& query, const std::atomic_bool& stop) override;
  qint64 count(const Query& query) override;

  /// Another day has begun.
  void beginDay(QDate today) {
    m_today = today;
    forget();
  }
  /// Something changed: it is worked out again when it is asked for.
  void forget();
  /// The mail of a row that was shown.
  std::optional<Outgoing> mail(qint64 id) const;
  /// Sentences about what nobody can be told.
  QStringList untold() const;

private:
  struct Mail {
    Outgoing mail;
    QString contents;
  };
  struct Known {
    std::vector<Mail> mails;
    QStringList untold;
  };
  std::shared_ptr<const Known> known();
  std::vector<qint64> idsIn(const Known& known, const Query& query) const;

  QString m_file;
  std::atomic<QDate> m_today;
  std::vector<Column> m_columns;
  mutable std::mutex m_lock;            ///< of what follows: the worker and the window look at it
  std::shared_ptr<const Known> m_known; ///< null: to be worked out
  std::shared_ptr<const Known> m_shown; ///< that of the last answer
};

} // namespace ui
