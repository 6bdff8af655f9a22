// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QDBusPendingCallWatcher;
class QDBusVariant;

namespace ui {

/// Whether the desktop is dark, and when that changes: told by the desktop's portal, else by the palette found at
/// the start.
class SystemScheme : public QObject {
  Q_OBJECT
public:
  explicit SystemScheme(QObject* parent = nullptr);

  bool isDark() const { return m_dark; }

Q_SIGNALS:
  void changed();

private Q_SLOTS:
#ifdef CREDENZA_PORTAL
  void settingChanged(const QString& group, const QString& key, const QDBusVariant& value);
#endif

private:
  void set(bool dark);

  bool m_dark = false;
};

} // namespace ui
