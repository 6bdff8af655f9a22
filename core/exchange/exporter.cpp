// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/exporter.h"

#include "core/credentials/documentstore.h"
#include "core/exchange/exportfile.h"
#include "core/exchange/exportkinds.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace exchange {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Export)
};

/// All kinds are read as they are at one moment, whoever writes meanwhile.
class Snapshot {
public:
  explicit Snapshot(db::Database& database) : m_database(database) { m_database.run(QStringLiteral("BEGIN")); }
  ~Snapshot() {
    try {
      m_database.run(QStringLiteral("ROLLBACK")); // nothing was written
    } catch (const db::Error&) {
      // The engine has ended it by itself.
    }
  }
  Q_DISABLE_COPY_MOVE(Snapshot)

private:
  db::Database& m_database;
};

} // namespace

Result<qint64> exportTo(db::Database& database, const QString& path, QDate today, const std::function<bool()>& goesOn,
                        std::optional<Kind> only) {
  const auto file = openExport(path);
  if (!file)
    return file.problems();
  ExportFile& target = *file.value();
  target.goesOn = goesOn;
  {
    const Snapshot snapshot(database);
    Naming naming(database);
    for (const KindColumns& kind : allKinds()) {
      if (only && kind.kind != *only)
        continue;
      target.startKind(kind, filledExtras(kind, database, today));
      exportKind(kind, database, naming, target);
      if (target.isStopped())
        break;
    }
  }
  if (target.isAskedToStop())
    return Problem{QStringLiteral("stopped"), Say::tr("The export was stopped; no file was written.")};
  if (!only) // before the lists that name them
    DocumentStore(documentsOf(path)).takeFrom(DocumentStore(database.file()), database, DocumentStore::By::Copy);
  if (const auto problem = target.commit())
    return *problem;
  return target.rowCount();
}

} // namespace exchange
