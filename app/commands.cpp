// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandkit.h"

#include "app/workspace.h"
#include "core/credentials/documentstore.h"
#include "core/datafile/sample.h"
#include "core/exchange/exporter.h"
#include "core/exchange/importer.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <cstdio>

namespace {

QString tr(const char* text) { return QCoreApplication::translate("commands", text); }

QString kindNames() {
  QStringList names;
  for (const exchange::KindColumns& kind : exchange::allKinds())
    names << kind.name;
  names << QStringLiteral("nppes");
  return names.join(QStringLiteral(", "));
}

Exit importCommand(const Options& options) {
  const QString source = options.arguments.first();
  exchange::ImportOptions asked;
  asked.kind = options.kind;
  asked.team = options.asked.team;
  asked.dryRun = options.dryRun;
  asked.today = today(options);
  if (!options.kind.isEmpty() && !exchange::kindNamed(options.kind) &&
      options.kind.compare(QLatin1String("nppes"), Qt::CaseInsensitive) != 0)
    return wrong(tr("There is no kind “%1”. The kinds are: %2.").arg(options.kind, kindNames()));

  Progress progress;
  exchange::ImportCallbacks callbacks;
  callbacks.progress = [&](qint64 done, qint64 all) {
    progress.show(all > 0 ? double(done) / double(all) : 0, tr("read"));
    return true;
  };
  const auto run = [&](db::Database& database) {
    return exchange::importFile(database, actor(options), source, asked, callbacks);
  };
  std::optional<Result<exchange::ImportReport>> outcome;
  const QString name = file(options);
  if (options.dryRun && !QFileInfo::exists(name)) {
    const auto nowhere = datafile::open(QStringLiteral(":memory:"), actor(options));
    outcome = run(*nowhere);
  } else {
    Workspace workspace(name, actor(options));
    try {
      outcome = run(workspace.database());
    } catch (...) {
      workspace.discard();
      throw;
    }
    if (!outcome->isOk())
      workspace.discard();
  }
  if (!outcome->isOk())
    return failed(sentences(outcome->problems()));

  const exchange::ImportReport& report = **outcome;
  int rejected = 0;
  for (const exchange::KindResult& kind : report.kinds) {
    print(QStringLiteral("%1: %2 created, %3 updated, %4 unchanged, %5 rejected\n")
              .arg(kind.kind)
              .arg(kind.created)
              .arg(kind.updated)
              .arg(kind.unchanged)
              .arg(kind.rejected));
    rejected += kind.rejected;
  }
  for (const QString& notice : report.notices)
    complain(notice);
  for (const QString& rejectedFile : report.rejectedFiles)
    complain(tr("The rejected rows are in %1, each with its reason.").arg(QDir::toNativeSeparators(rejectedFile)));
  return rejected > 0 ? Exit::SomeRejected : Exit::Done;
}

Exit exportCommand(const Options& options) {
  const Reading database(options);
  const auto outcome = exchange::exportTo(*database, options.arguments.first(), today(options));
  if (outcome.isOk())
    return Exit::Done;
  const bool isUsage = outcome.problems().front().field == exchange::exportPathField;
  return (isUsage ? wrong : failed)(sentences(outcome.problems()));
}

Exit sampleCommand(const Options& options) {
  const QString target = options.arguments.first();
  if (QFileInfo::exists(target))
    return failed(tr("“%1” exists already and was not touched. Choose another name for the sample.").arg(target));
  QLockFile lock(Workspace::lockFileFor(target));
  Workspace::take(lock, target);
  datafile::create(target, actor(options),
                   [&](db::Database& database) { makeSample(database, actor(options), today(options)); });
  return Exit::Done;
}

Exit checkCommand(const Options& options) {
  const Reading database(options);
  const auto found = datafile::check(*database);
  if (found.empty()) {
    print(tr("The data file is sound: %1 changes in history, every record as it says.\n")
              .arg(database->value(QStringLiteral("SELECT count(*) FROM change"))));
    return Exit::Done;
  }
  for (const QString& sentence : found)
    complain(sentence);
  return failed(
      tr("The data file is damaged or was changed past the program. Nothing was changed now. Restore the newest "
         "backup with “credenza restore”, and keep this file for whoever helps you."));
}

/// What lies there is somebody else's: an older backup may be replaced, a letter not.
bool isForeign(const QString& path) {
  QFile there(path);
  return there.exists() && there.size() > 0 &&
         !(there.open(QIODevice::ReadOnly) && there.read(15) == QByteArrayLiteral("SQLite format 3"));
}

Exit backupCommand(const Options& options) {
  const QString& target = options.arguments.first();
  if (isForeign(target))
    return failed(
        tr("“%1” is there already and is no backup, so it was left alone. Nothing was written. Choose another "
           "name.")
            .arg(QDir::toNativeSeparators(target)));
  const Reading database(options);
  datafile::backup(*database, target);
  DocumentStore(database->file()).prune(*database, today(options).addDays(-db::history::removedDays));
  return Exit::Done;
}

Exit restoreCommand(const Options& options) {
  const QString target = file(options);
  QLockFile lock(Workspace::lockFileFor(target));
  Workspace::take(lock, target);
  for (const QString& sentence : datafile::restore(options.arguments.first(), target, actor(options)))
    complain(sentence);
  return Exit::Done;
}

} // namespace

void complain(const QString& sentence) { std::fprintf(stderr, "%s\n", qUtf8Printable(sentence)); }

Exit runCommand(const Options& options) {
  const std::map<QString, Exit (*)(const Options&)> commands{
      {QStringLiteral("import"), importCommand}, {QStringLiteral("export"), exportCommand},
      {QStringLiteral("report"), reportCommand}, {QStringLiteral("review"), reviewCommand},
      {QStringLiteral("send"), sendCommand},     {QStringLiteral("sample"), sampleCommand},
      {QStringLiteral("check"), checkCommand},   {QStringLiteral("run-due"), runDueCommand},
      {QStringLiteral("backup"), backupCommand}, {QStringLiteral("restore"), restoreCommand}};
  try {
    return commands.at(options.command)(options);
  } catch (const db::Error& error) {
    return failed(error.sentence());
  }
}
