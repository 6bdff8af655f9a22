// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/systemscheme.h"

#include <QGuiApplication>
#include <QPalette>
#include <QStyleHints>

#ifdef CREDENZA_PORTAL
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QFile>

namespace {
const auto portalGroup = QStringLiteral("org.freedesktop.appearance");
const auto portalKey = QStringLiteral("color-scheme");

/// 1 prefers dark, 2 light, 0 neither. The portal wraps the number in one variant or two.
bool saysDark(QVariant value) {
  while (value.userType() == qMetaTypeId<QDBusVariant>())
    value = value.value<QDBusVariant>().variant();
  return value.toUInt() == 1;
}

/// Asking for a bus where none runs would try to start one.
bool hasBus() {
  return qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS") ||
         QFile::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + QStringLiteral("/bus"));
}
} // namespace
#endif

namespace ui {

SystemScheme::SystemScheme(QObject* parent) : QObject(parent) {
  const QPalette palette = QGuiApplication::palette();
  m_dark = palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
  const auto* hints = QGuiApplication::styleHints();
  m_dark = hints->colorScheme() == Qt::ColorScheme::Dark;
  connect(hints, &QStyleHints::colorSchemeChanged, this,
          [this](Qt::ColorScheme scheme) { set(scheme == Qt::ColorScheme::Dark); });
#endif
#ifdef CREDENZA_PORTAL
  if (!hasBus())
    return;
  const auto service = QStringLiteral("org.freedesktop.portal.Desktop");
  const auto path = QStringLiteral("/org/freedesktop/portal/desktop");
  const auto face = QStringLiteral("org.freedesktop.portal.Settings");
  QDBusConnection bus = QDBusConnection::sessionBus();
  bus.connect(service, path, face, QStringLiteral("SettingChanged"), this,
              SLOT(settingChanged(QString, QString, QDBusVariant)));
  QDBusMessage read = QDBusMessage::createMethodCall(service, path, face, QStringLiteral("Read"));
  read << portalGroup << portalKey;
  auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(read), this);
  connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
    const QDBusPendingReply<QDBusVariant> reply = *watcher;
    if (reply.isValid()) // no portal: the palette's word stands
      set(saysDark(QVariant::fromValue(reply.value())));
    watcher->deleteLater();
  });
#endif
}

#ifdef CREDENZA_PORTAL
void SystemScheme::settingChanged(const QString& group, const QString& key, const QDBusVariant& value) {
  if (group == portalGroup && key == portalKey)
    set(saysDark(QVariant::fromValue(value)));
}
#endif

void SystemScheme::set(bool dark) {
  if (m_dark == dark)
    return;
  m_dark = dark;
  Q_EMIT changed();
}

} // namespace ui
