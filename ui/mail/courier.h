// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mail/outbox.h"
#include "core/mail/schedule.h"
#include "ui/shell/worker.h"

#include <QTimer>
#include <atomic>

namespace ui {

class Keychain;
class Session;

/// Carries the mail while the window is open, on a thread and a connection of its own: what waits as it falls due, the
/// mail of the day at its times. The secret of the account comes from the keychain, or is told once a sitting; it is
/// kept in memory only.
class Courier : public QObject {
  Q_OBJECT
public:
  /// Without a keychain the secret is asked for once a sitting.
  Courier(Session& session, Keychain* keychain, QObject* parent = nullptr);
  ~Courier() override;

  /// Settles what a sitting before left on its way, and begins.
  void start();

  enum class State { NotSetUp, NeedsSecret, Ready, Sending };
  State state() const;
  const mail::Account& account() const { return m_account; }
  const mail::Schedule& schedule() const { return m_schedule; }
  /// Mails that wait, and those that failed or may have been sent, which somebody is to look at.
  int waiting() const { return m_waiting; }
  /// Mails that would go out today: those that wait, and what is due and not queued yet. Counted aside; nothing until
  /// that is known.
  std::optional<int> dueToday() const { return m_due; }
  int unsettled() const { return m_unsettled; }
  /// Why the account itself does not work, in the server's words; empty when it does, as far as is known.
  const QString& trouble() const { return m_trouble; }
  /// The day whose mail goes: that of the session, and the days that went by since the window was opened.
  QDate today() const;
  /// When the mail of the day goes next; invalid when only somebody's asking makes it go.
  QDateTime next() const;

  /// Everything: the mail of the day, then all that waits, also what was to be tried again later.
  void sendNow() { send(Way::Everything); }
  /// What waits and is due (something was just queued).
  void sendWaiting() { send(Way::Waiting); }
  enum class Way { Waiting, DayAndWaiting, Everything };
  /// Asks for the secret where it is needed and not there.
  void send(Way way);
  /// Reads account and schedule again.
  void accountChanged();
  /// The account's password or token, for this sitting; `keep` puts it into the keychain, and `then` hears whether that
  /// took it.
  void setSecret(const QByteArray& secret, bool keep, std::function<void(bool kept)> then = {});

  /// So much goes out now, to so many addresses.
  struct Load {
    int mails = 0, people = 0;
  };
  /// What a run came to.
  struct Ran {
    int queued = 0; ///< by the mail of the day
    Load load = {}; ///< what was to go, where somebody asked for it
    mail::Run run;
    QStringList untold; ///< sentences about what nobody can be told
    QString broke;      ///< a sentence, when the data file could not be written
  };

Q_SIGNALS:
  /// Something of the above is another.
  void changed();
  /// What somebody asked to be sent begins to go; of nothing it is told too.
  void began(const ui::Courier::Load& load);
  void ran(const ui::Courier::Ran& ran);
  /// Somebody asked for sending, and the account needs its secret.
  void secretAsked(ui::Courier::Way way);

private:
  void tick();
  void begin(Way way);
  void finish(const Ran& ran);
  void count();
  void countDue();
  QString keychainKey() const;

  Session& m_session;
  Keychain* m_keychain;
  mail::Account m_account;
  mail::Schedule m_schedule;
  std::optional<QByteArray> m_secret;
  QString m_trouble;
  int m_waiting = 0, m_unsettled = 0;
  std::optional<Way> m_next; ///< asked for while one runs
  std::atomic<bool> m_stop = false;
  std::optional<int> m_due;
  int m_rest = 0; ///< milliseconds until it is counted again after a change
  QTimer m_clock, m_counting, m_countingDue;
  Worker m_counter;
  Worker m_worker; ///< the last members: they are waited for before the others go
};

} // namespace ui
