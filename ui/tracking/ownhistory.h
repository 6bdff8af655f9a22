// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tracking/forecast.h"

#include <QObject>

namespace ui {

class Session;

/// How long such trackings and their steps took before. It is read aside, from hundreds of them, and kept until
/// something changes.
class OwnHistory : public QObject {
  Q_OBJECT
public:
  explicit OwnHistory(Session& session, QObject* parent = nullptr);

  struct Took {
    std::optional<forecast::History> whole;
    QHash<QString, forecast::History> steps; ///< by folded name
  };
  /// Null until it is known, which known() tells.
  const Took* of(const Tracking& tracking);
  void forget();

Q_SIGNALS:
  void known();

private:
  Session& m_session;
  QHash<QString, Took> m_all;
  QString m_asked; ///< what is being read
  int m_age = 0;   ///< how often all was forgotten: an answer from before counts no more
};

} // namespace ui
