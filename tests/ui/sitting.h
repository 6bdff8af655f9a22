// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/samplefile.h"
#include "ui/shell/session.h"

#include <QApplication>
#include <QDialog>
#include <QPointer>
#include <QSettings>

/// A session over a data file with the sample on the disk, as lists need it whose workers open it for themselves.
struct Sitting : SampleFile {
  Sitting() {
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, dir.path());
    session = std::make_unique<ui::Session>(*database, today(), [] { return tester().now; });
  }

  std::unique_ptr<ui::Session> session;
};

/// What a test left open.
inline void closeDialogs() {
  QList<QPointer<QWidget>> windows;
  for (QWidget* window : QApplication::topLevelWidgets())
    windows << window;
  for (const QPointer<QWidget>& window : windows) // one may go with another
    if (qobject_cast<QDialog*>(window))
      delete window;
}
