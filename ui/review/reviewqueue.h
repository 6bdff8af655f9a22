// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/review.h"
#include "core/review/walk.h"

#include <QObject>
#include <QStringList>
#include <QTimer>

namespace ui {

class Session;

/// What is left of this week's review, the most needed first, and which item is looked at. It is read on a thread of
/// its own; what was decided leaves at once.
class ReviewQueue : public QObject {
  Q_OBJECT
public:
  struct Entry {
    qint64 key = 0;
    report::ReviewSection section = report::ReviewSection::Overdue;
  };

  explicit ReviewQueue(Session& session, QObject* parent = nullptr);

  /// Whose review: of one coordinator, or everybody's with an id of 0.
  void setWhose(Id<Coordinator> whose);
  Id<Coordinator> whose() const { return m_whose; }
  void setTeams(const QStringList& teams);
  /// All of the review of these, gone through or not.
  report::Request request() const;

  /// False until it was read for the first time.
  bool isKnown() const { return m_isKnown; }
  const std::vector<Entry>& left() const { return m_left; }
  qint64 countOf(report::ReviewSection section) const;
  const review::Summary& summary() const { return m_summary; }

  /// The item that is looked at; a key of 0 when none is left.
  Entry current() const;
  /// Its place among all that is left, from 0.
  size_t place() const { return m_at; }
  void look(qint64 key);
  /// At the first one of a section.
  void look(report::ReviewSection section);
  /// So many further on (or back), as far as there are.
  void step(int by);
  /// The item that is looked at was decided on: on to the next one.
  void decided();
  /// Looks at this one again: at once when it was decided on in this sitting, where it stood; else once it is read
  /// again, if it is there.
  void comeBackTo(qint64 key);
  /// Reads it again soon; several requests become one. What a reading brings that began before is out of date.
  void readSoon();

Q_SIGNALS:
  /// Another item, or other counts.
  void changed();

private:
  void read();
  void take(std::vector<Entry> left, const review::Summary& summary);
  /// An item that was decided on, and its place.
  struct Gone {
    Entry entry;
    size_t at;
  };
  db::Values assignees() const;
  db::Values teams() const;

  Session& m_session;
  Id<Coordinator> m_whose;
  QStringList m_teams;
  std::vector<Entry> m_left;
  std::vector<Gone> m_gone; ///< the newest last
  review::Summary m_summary;
  size_t m_at = 0;
  qint64 m_wanted = 0;
  bool m_isKnown = false;
  int m_asked = 0; ///< counts what was asked: what a reading from before brings is not what is wanted any more
  QTimer m_reading;
};

} // namespace ui
