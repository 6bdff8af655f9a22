// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands.h"
#include "app/window.h"
#include "ui/shell/stallwatch.h"
#include "version.h"

#include <QFile>
#include <cstdio>

namespace {

QStringList words(int count, char** values) {
  QStringList all;
  for (int i = 0; i < count; ++i)
    all << QString::fromLocal8Bit(values[i]);
  return all;
}

void nameProgram() {
  QCoreApplication::setApplicationName(QStringLiteral("credenza"));
  QCoreApplication::setOrganizationName(QStringLiteral("credenza")); // else settings lie under "Unknown Organization"
  QString version = QStringLiteral(CREDENZA_VERSION);
  if (const QString commit = QStringLiteral(CREDENZA_COMMIT); !commit.isEmpty())
    version += QStringLiteral(" (%1)").arg(commit);
  QCoreApplication::setApplicationVersion(version);
}

/// Without one Qt ends the program where it stands.
bool hasDisplay() {
#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
  return !qEnvironmentVariableIsEmpty("DISPLAY") || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY") ||
         !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM");
#else
  return true;
#endif
}

} // namespace

int main(int argc, char** argv) {
  nameProgram();
  const Options options = readOptions(words(argc, argv));
  if (!options.answer.isEmpty()) {
    std::fputs(qUtf8Printable(options.answer), stdout);
    return int(Exit::Done);
  }
  if (!options.problem.isEmpty()) {
    complain(options.problem);
    complain(QStringLiteral("“credenza --help” tells what there is. Nothing was changed."));
    return int(Exit::WrongUsage);
  }
  if (options.command.isEmpty()) {
    if (!hasDisplay()) {
      complain(QStringLiteral("There is no display to open the window on. Commands need none: “credenza --help” tells "
                              "what there is. Nothing was changed."));
      return int(Exit::Failed);
    }
    ui::WatchedApplication application(argc, argv);
    if (const QString kept = qEnvironmentVariable("CREDENZA_STALLS"); !kept.isEmpty())
      application.watch([kept](const QString& what, qint64 milliseconds, qint64) {
        QFile file(kept);
        if (file.open(QIODevice::Append))
          file.write(QStringLiteral("%1 ms: %2\n").arg(milliseconds).arg(what).toUtf8());
      });
    return runWindow(application, options);
  }
  // Standard error is for what the user has to know: Qt's own remarks (about fonts, about folders) are not.
  qInstallMessageHandler([](QtMsgType type, const QMessageLogContext&, const QString& text) {
    if (type == QtCriticalMsg || type == QtFatalMsg)
      complain(text);
  });
  if (options.output.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive) ||
      options.command == QLatin1String("run-due")) {
    // Fonts need Qt's gui half, but no display.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    return int(runCommand(options));
  }
  QCoreApplication application(argc, argv);
  return int(runCommand(options));
}
