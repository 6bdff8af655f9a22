// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/drafts/draft.h"
#include "ui/shell/worker.h"

#include <QHash>
#include <QTimer>
#include <memory>

namespace ui {

/// What was typed into forms and lines and not saved, by the key of the form. It is there at once, and in the data file
/// half a second later, written on a thread of its own; what the file cannot take (one that may only be read) stays
/// here as long as the window is open.
class Drafts : public QObject {
  Q_OBJECT
public:
  using Clock = std::function<QDateTime()>;

  Drafts();

  /// From now on they are those in this data file; ":memory:" keeps none. `reader` is who has it open.
  void openFile(const QObject* reader, const QString& file, Clock clock);
  /// From now on they are this coordinator's.
  void setWho(Id<Coordinator> who);
  /// Writes what is not in the file yet and forgets all; nothing when somebody else has opened another one since.
  void closeFile(const QObject* reader);

  const Draft* find(const QString& form) const;
  /// Keeps what was typed; nothing typed forgets the draft.
  void keep(const QString& form, const QVariantMap& typed);
  void forget(const QString& form) { keep(form, {}); }
  /// "Restored what you typed at 9:14".
  QString restoredWords(const Draft& draft) const;
  /// Nothing is to be written any more.
  bool isWritten() const { return m_fresh.isEmpty() && !m_writing; }
  /// Forgets all, in the file too.
  void forgetAll();

private:
  void settle();
  std::vector<Draft> takeFresh();
  void write();
  void read();

  const QObject* m_reader = nullptr;
  QString m_file;
  Clock m_clock;
  Id<Coordinator> m_who;
  QHash<QString, Draft> m_drafts;
  QHash<QString, Draft> m_fresh; ///< not in the file yet
  QTimer m_pause;
  std::unique_ptr<Worker> m_worker;
  bool m_writing = false;
};

/// Those of this program: a form knows its key and nothing else of where drafts are kept.
Drafts& drafts();

} // namespace ui
