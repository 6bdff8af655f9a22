// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window.h"

#include "app/commands.h"
#include "app/instance.h"
#include "app/keeper.h"
#include "app/workspace.h"
#include "core/datafile/sample.h"
#include "ui/list/listpage.h"
#include "ui/list/tableview.h"
#include "ui/mail/keychain.h"
#include "ui/shell/attempt.h"
#include "ui/shell/desk.h"
#include "ui/shell/openedfiles.h"
#include "ui/shell/restoredialog.h"
#include "ui/shell/session.h"
#include "ui/shell/troubledialog.h"
#include "ui/shell/welcome.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QProcess>
#include <QScreen>
#include <QSettings>
#include <QStyle>
#include <QTimer>

namespace {

QString tr(const char* text) { return QCoreApplication::translate("window", text); }

/// In a window of its own; the one that has the file already comes to the front.
void openBeside(const QString& file) { QProcess::startDetached(QCoreApplication::applicationFilePath(), {file}); }

/// One window and what it stands on, from the choice of the file until it is closed.
class Sitting {
public:
  Sitting(const Options& options, ui::Theme& theme) : m_options(options), m_theme(theme) {}

  /// False when there is nothing to show: another window has the file and was woken, or it cannot be opened.
  bool begin() {
    if (!m_options.database.isEmpty()) {
      m_file = m_options.database;
    } else {
      m_file = Workspace::usualFile();
      Workspace::makeUsualFolder();
    }
    if (QFileInfo::exists(m_file))
      return open(false, [] {});
    auto* welcome = new ui::Welcome;
    welcome->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(welcome, &ui::Welcome::chosen, welcome, [this](ui::Welcome::Choice choice) { chosen(choice); });
    QObject::connect(welcome, &QDialog::rejected, qApp, &QCoreApplication::quit);
    welcome->open();
    return true;
  }

private:
  QDate today() const { return m_options.today.value_or(QDate::currentDate()); }

  void chosen(ui::Welcome::Choice choice) {
    if (choice == ui::Welcome::Choice::Sample)
      // A file of its own beside the real one, which stays to be begun.
      m_file = QFileInfo(m_file).dir().filePath(QStringLiteral("sample.db"));
    const bool makesSample = choice == ui::Welcome::Choice::Sample && !QFileInfo::exists(m_file);
    const auto import = [this] { m_desk->openImport(); };
    if (!open(
            makesSample, choice == ui::Welcome::Choice::Import ? std::function<void()>(import) : [] {}))
      QCoreApplication::exit(1);
  }

  bool open(bool makesSample, const std::function<void()>& then) {
    m_instance = std::make_unique<Instance>(m_file);
    const db::Actor opener{tr("Credenza"), QDateTime::currentDateTimeUtc()};
    try {
      if (makesSample)
        datafile::create(m_file, opener, [&](db::Database& database) { makeSample(database, opener, today()); });
      m_workspace = std::make_unique<Workspace>(m_file, opener);
    } catch (const db::Error& error) {
      if (error.cause() == db::Error::Cause::Busy && m_instance->wakeOther())
        return false;
      complain(error.sentence());
      showBroken(error);
      m_failed = true;
      return true; // the message is the window; closing it ends the program
    }
    m_instance->listen([this] { wake(); }); // from the lock on: one that is started in the same moment finds it
    m_session =
        std::make_unique<ui::Session>(m_workspace->database(), today(), [] { return QDateTime::currentDateTimeUtc(); });
    m_session->recallMe();
    if (const double zoom = QSettings().value(QStringLiteral("zoom"), 1).toDouble(); zoom != m_theme.zoom())
      m_theme.setZoom(zoom); // before there is anything to lay out
    m_window = std::make_unique<ui::MainWindow>(m_theme);
    m_window->setWindowTitle(QStringLiteral("%1 — Credenza").arg(QFileInfo(m_file).completeBaseName()));
    m_keychain = ui::systemKeychain();
    m_desk = new ui::Desk(*m_session, *m_window, m_keychain.get());
    QObject::connect(m_desk, &ui::Desk::otherFileAsked, m_desk, [this] { chooseOther(); });
    QObject::connect(m_desk, &ui::Desk::backupAsked, m_desk, [this] { backup(); });
    QObject::connect(m_desk, &ui::Desk::restoreAsked, m_desk, [this] { chooseBackup(); });
    m_keeper = std::make_unique<Keeper>(m_file);
    QObject::connect(m_keeper.get(), &Keeper::made, m_window.get(), [this](const datafile::Backup& made) {
      const QString time = QLocale().toString(made.made.toLocalTime().time(), QLocale::ShortFormat);
      m_window->setNote(QStringLiteral("backup"), QStringLiteral("shield"), tr("Backed up %1").arg(time));
    });
    QObject::connect(m_keeper.get(), &Keeper::failed, m_window.get(), [this](const QString& why) {
      m_window->setNote(QStringLiteral("backup"), QStringLiteral("triangle-alert"), tr("No backup"));
      m_window->say(tr("No backup could be made. %1").arg(why));
    });
    recall();
    QObject::connect(qApp, &QCoreApplication::aboutToQuit, m_window.get(), [this] { keep(); });
    m_window->show();
    m_desk->askMe(then); // who is asked first: what follows is written into the history under that name
    return true;
  }

  /// The window as it was left: place, light or dark, size of text, columns.
  void recall() {
    const QSettings settings;
    m_theme.setMode(ui::Theme::Mode(settings.value(QStringLiteral("theme"), int(m_theme.mode())).toInt()));
    if (!m_window->restoreGeometry(settings.value(QStringLiteral("window")).toByteArray())) {
      const QRect room = m_window->screen()->availableGeometry();
      m_window->setGeometry(QStyle::alignedRect(Qt::LeftToRight, Qt::AlignCenter, room.size() * 4 / 5, room));
      m_window->setWindowState(Qt::WindowMaximized);
    }
    for (auto* page : m_window->findChildren<ui::ListPage*>())
      page->table()->setColumnState(settings.value(QStringLiteral("columns/") + page->objectName()).toByteArray());
  }

  void keep() {
    QSettings settings;
    settings.setValue(QStringLiteral("theme"), int(m_theme.mode()));
    settings.setValue(QStringLiteral("zoom"), m_theme.zoom());
    settings.setValue(QStringLiteral("window"), m_window->saveGeometry());
    for (auto* page : m_window->findChildren<ui::ListPage*>())
      settings.setValue(QStringLiteral("columns/") + page->objectName(), page->table()->columnState());
  }

  void wake() {
    if (!m_window)
      return; // it is about to come
    m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
  }

  void chooseOther() {
    auto* dialog = new QFileDialog(m_window.get(), tr("Open another data file"), QFileInfo(m_file).absolutePath(),
                                   tr("Data files (*.db);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog, &openBeside);
    dialog->open();
  }

  void backup() {
    auto* dialog = new QFileDialog(m_window.get(), tr("Back up"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("db"));
    dialog->selectFile(QStringLiteral("credenza %1.db").arg(today().toString(Qt::ISODate)));
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog, [this](const QString& path) {
      ui::attempt(tr("Backing up"), [&] {
        datafile::backup(m_workspace->database(), path);
        m_window->say(tr("Backed up to %1").arg(QDir::toNativeSeparators(path)));
      });
    });
    dialog->open();
  }

  void chooseBackup() {
    auto* dialog = new ui::RestoreDialog(m_workspace->database(), datafile::backupsOf(m_file), m_window.get());
    QObject::connect(dialog, &ui::RestoreDialog::chosen, m_window.get(),
                     [this](const QString& file) { restore(file); });
    QObject::connect(dialog, &ui::RestoreDialog::otherAsked, m_window.get(), [this] {
      auto* files = new QFileDialog(m_window.get(), tr("Restore a backup"));
      files->setAttribute(Qt::WA_DeleteOnClose);
      QObject::connect(files, &QFileDialog::fileSelected, m_window.get(),
                       [this](const QString& file) { restore(file); });
      files->open();
    });
    dialog->open();
  }

  /// Closes the window, puts the backup in the place of the data file, and opens the window again.
  void restore(const QString& backup) {
    QGuiApplication::setQuitOnLastWindowClosed(false);
    // Once the event that asked for it is through: the window it came from goes.
    QTimer::singleShot(0, qApp, [this, backup] {
      if (m_window)
        keep();
      m_keeper.reset();
      m_window.reset();
      m_session.reset();
      m_workspace.reset();
      m_instance.reset();
      QStringList notices;
      const bool isRestored = ui::attempt(tr("Restoring the backup"), [&] {
        QLockFile lock(Workspace::lockFileFor(m_file));
        Workspace::take(lock, m_file);
        notices = datafile::restore(backup, m_file, {tr("Credenza"), QDateTime::currentDateTimeUtc()});
      });
      m_failed = false;
      open(false, [] {});
      QGuiApplication::setQuitOnLastWindowClosed(true);
      if (!isRestored || !m_window)
        return;
      notices.prepend(tr("Restored. What was there before is kept beside it as “%1.before-restore”.")
                          .arg(QFileInfo(m_file).fileName()));
      m_window->say(notices.join(QLatin1Char(' ')));
    });
  }

  /// The data file cannot be opened: says so, and offers the newest backup where that helps.
  void showBroken(const db::Error& error) {
    auto* dialog = new ui::TroubleDialog(ui::troubleOf(tr("Opening the data file"), error));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const auto backups = datafile::backupsOf(m_file);
    const bool helps = error.cause() == db::Error::Cause::Damaged || error.cause() == db::Error::Cause::NotADatabase;
    if (helps && !backups.empty())
      dialog->addRemedy(tr("Restore the backup of %1").arg(ui::whenMade(backups.front())),
                        [this, file = backups.front().file] { restore(file); });
    dialog->open();
  }

  const Options& m_options;
  ui::Theme& m_theme;
  QString m_file;
  // Torn down from the window inwards: nothing outlives what it stands on.
  std::unique_ptr<Instance> m_instance;
  std::unique_ptr<Workspace> m_workspace;
  std::unique_ptr<ui::Session> m_session;
  std::unique_ptr<ui::Keychain> m_keychain;
  std::unique_ptr<ui::MainWindow> m_window;
  std::unique_ptr<Keeper> m_keeper;
  ui::Desk* m_desk = nullptr;
  bool m_failed = false;
};

} // namespace

int runWindow(QApplication& application, const Options& given) {
  ui::Theme theme(application);
  QApplication::setWindowIcon(ui::icon(QStringLiteral("badge-check"), ui::Ink::Accent));
  QGuiApplication::setDesktopFileName(QStringLiteral("org.credenza.Credenza")); // whose icon Wayland shows
  Options options = given;
  bool hasBegun = false;
  const ui::OpenedFiles opened(application, [&](const QString& file) {
    if (!hasBegun && options.database.isEmpty())
      options.database = file;
    else
      openBeside(file);
  });
  QCoreApplication::processEvents(); // a file that the program was started for is the one it begins with
  Sitting sitting(options, theme);
  hasBegun = true;
  if (!sitting.begin())
    return int(Exit::Done);
  return QApplication::exec();
}
