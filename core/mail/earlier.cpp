// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/earlier.h"

#include "core/mail/outbox.h"

#include <QCoreApplication>
#include <algorithm>

namespace mail {

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Mail)
};

/// Whether a text names a thing and not a longer one: of "CAQH attestation, due Friday" it is not "CAQH".
bool names(const QString& text, const QString& thing) {
  const auto isPart = [&](qsizetype at) { return at >= 0 && at < text.size() && text[at].isLetterOrNumber(); };
  for (qsizetype at = text.indexOf(thing); at >= 0; at = text.indexOf(thing, at + 1)) {
    const qsizetype end = at + thing.size();
    const bool goesOn = end < text.size() && text[end] == QLatin1Char(' ') && isPart(end + 1);
    if (!isPart(at - 1) && !isPart(end) && !goesOn)
      return true;
  }
  return false;
}

} // namespace

std::optional<Earlier> earlierOn(db::Database& database, const Outgoing& letter, const QStringList& things, QDate day) {
  const bool isProvider = letter.provider.isValid();
  const qint64 whose = isProvider ? letter.provider.value : letter.practice.value;
  if (whose == 0 || things.isEmpty())
    return {};
  const QString condition =
      QStringLiteral("%1 = ? AND day = ? AND kind IN ('Letter', 'Task') AND status IN ('Waiting', 'Sending', 'Sent', "
                     "'May have been sent') ORDER BY queued DESC, id DESC")
          .arg(isProvider ? QStringLiteral("provider_id") : QStringLiteral("practice_id"));
  for (const auto& one : db::allWhere<Outgoing>(database, condition, {whose, day}))
    // An office may word its letters so that something follows each name; then the subject is the same.
    if (std::all_of(things.begin(), things.end(), [&](const QString& thing) {
          return names(one.text, thing) || (one.subject == letter.subject && one.text.contains(thing));
        }))
      return Earlier{one.id, one.status, one.ended.isEmpty() ? one.queued : one.ended};
  return {};
}

QString words(const Earlier& earlier) {
  const QString at = QDateTime::fromString(earlier.at, Qt::ISODate).toLocalTime().toString(QStringLiteral("H:mm"));
  if (earlier.status == status::sent)
    return Say::tr("This was sent today at %1.").arg(at);
  return earlier.status == status::unsure ? Say::tr("This may have been sent today at %1.").arg(at)
                                          : Say::tr("This was queued today at %1 and is on its way.").arg(at);
}

} // namespace mail
