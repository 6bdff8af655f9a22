// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/exportfile.h"

#include "core/exchange/exporter.h"
#include "core/exchange/xlsxwriter.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <algorithm>

namespace exchange {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Export)
};

constexpr qint64 rowsBetweenQuestions = 1000;

class Folder : public ExportFile {
public:
  explicit Folder(const QString& path) : m_folder(path) {}

  std::optional<Problem> commit() override {
    // All of them before the first takes its place: a disk that is full leaves no folder half old and half new.
    for (const auto& file : m_files)
      if (const auto problem = file->writeOut())
        return problem;
    for (const auto& file : m_files)
      if (const auto problem = file->commit())
        return problem;
    return {};
  }

protected:
  void begin(const QString& name, const std::vector<Column>& columns) override {
    m_files.push_back(std::make_unique<CsvWriter>(fileOf(name)));
    for (const Column& column : columns)
      m_files.back()->cell(std::string_view(column.name.data(), size_t(column.name.size())));
    m_files.back()->endRow();
  }
  void put(std::string_view text, CellKind kind) override { m_files.back()->cell(text, kind); }
  bool end() override { return m_files.back()->endRow(); }
  bool stands(const QString& name) const override { return QFileInfo::exists(fileOf(name)); }

private:
  QString fileOf(const QString& name) const { return m_folder.filePath(name + QStringLiteral(".csv")); }

  QDir m_folder;
  std::vector<std::unique_ptr<CsvWriter>> m_files;
};

class Book : public ExportFile {
public:
  explicit Book(const QString& path) : m_writer(path) {}

  std::optional<Problem> commit() override { return m_writer.commit(); }

protected:
  void begin(const QString& name, const std::vector<Column>& columns) override {
    std::vector<XlsxWriter::Heading> headings;
    for (const Column& column : columns)
      headings.push_back({column.name, column.kind});
    m_writer.startSheet(name, headings);
  }
  void put(std::string_view text, CellKind) override { m_writer.cell(text); }
  bool end() override { return m_writer.endRow(); }

private:
  XlsxWriter m_writer;
};

} // namespace

void ExportFile::startKind(const KindColumns& kind, const QStringList& extras) {
  m_columns.clear();
  for (const Column& column : kind.columns)
    if (column.written && (!column.extra || extras.contains(column.name)))
      m_columns.push_back(column);
  m_column = 0;
  const bool begins = kind.always || stands(kind.name);
  m_waiting = begins ? QString() : QString(kind.name);
  if (begins)
    begin(kind.name, m_columns);
}

bool ExportFile::has(QLatin1String column) const {
  return std::any_of(m_columns.begin(), m_columns.end(), [&](const Column& one) { return one.name == column; });
}

void ExportFile::cell(std::string_view text) {
  if (!m_waiting.isEmpty())
    begin(std::exchange(m_waiting, QString()), m_columns);
  Q_ASSERT(m_column < m_columns.size());
  put(text, m_columns[m_column++].kind);
}

void ExportFile::endRow() {
  Q_ASSERT(m_column == m_columns.size());
  m_column = 0;
  m_stopped = !end() || m_stopped;
  if (++m_rows % rowsBetweenQuestions == 0 && goesOn && !goesOn())
    m_stopped = m_askedToStop = true;
}

QString documentsOf(const QString& path) {
  const QFileInfo info(path);
  if (info.isDir())
    return QDir(path).filePath(QStringLiteral("all"));
  const bool isBook = info.suffix().startsWith(QLatin1String("xls"), Qt::CaseInsensitive);
  return isBook ? path : info.dir().filePath(QStringLiteral("all"));
}

Result<std::unique_ptr<ExportFile>> openExport(const QString& path) {
  const QFileInfo info(path);
  if (info.suffix().compare(QLatin1String("xlsx"), Qt::CaseInsensitive) == 0 && !info.isDir())
    return std::unique_ptr<ExportFile>(std::make_unique<Book>(path));
  if (info.exists() && !info.isDir())
    return Problem{QString(exportPathField),
                   Say::tr("%1 is neither a folder nor a name that ends in .xlsx; nothing was written.").arg(path)};
  static const QStringList files{QStringLiteral("csv"),  QStringLiteral("tsv"), QStringLiteral("txt"),
                                 QStringLiteral("xls"),  QStringLiteral("pdf"), QStringLiteral("ods"),
                                 QStringLiteral("json"), QStringLiteral("db")};
  if (!info.exists() && files.contains(info.suffix().toLower()))
    return Problem{QString(exportPathField),
                   Say::tr("Everything is exported to a folder or to a name that ends in .xlsx, and %1 looks like "
                           "another file; nothing was written.")
                       .arg(path)};
  if (!QDir().mkpath(path))
    return Problem{{}, Say::tr("The folder %1 cannot be made; nothing was written.").arg(path)};
  return std::unique_ptr<ExportFile>(std::make_unique<Folder>(path));
}

} // namespace exchange
