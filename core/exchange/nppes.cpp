// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/nppes.h"

#include "core/exchange/registryentry.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

namespace exchange {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Import)
};

constexpr qint64 largestFile = 256 << 20;

std::vector<QByteArray> cellsOf(Kind kind, std::initializer_list<std::pair<const char*, QString>> values) {
  const KindColumns& columns = columnsOf(kind);
  std::vector<QByteArray> cells(columns.columns.size());
  for (const auto& [name, value] : values)
    cells[size_t(columns.indexOf(QLatin1String(name)))] = value.toUtf8();
  return cells;
}

class KeptRows : public Rows {
public:
  explicit KeptRows(const std::vector<std::vector<QByteArray>>& rows) : m_rows(rows) {}

  bool next(RowCells& row) override {
    if (m_next == m_rows.size())
      return false;
    row.start(qint64(++m_next));
    for (const QByteArray& cell : m_rows[m_next - 1])
      row.add({cell.constData(), size_t(cell.size())});
    return true;
  }
  std::optional<Problem> problem() const override { return {}; }
  double progress() const override { return m_rows.empty() ? 1 : double(m_next) / double(m_rows.size()); }

private:
  const std::vector<std::vector<QByteArray>>& m_rows;
  size_t m_next = 0;
};

/// Everything in the file that is a JSON value: one, or one a line.
Result<std::vector<QJsonValue>> readJson(const QString& path) {
  const QString name = QFileInfo(path).fileName();
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly))
    return Problem{{}, Say::tr("The file %1 cannot be read: %2.").arg(path, file.errorString())};
  if (file.size() > largestFile)
    return Problem{{},
                   Say::tr("The file %1 has more than 256 MB, the most that is read of answers at once.").arg(name)};
  QByteArray bytes = file.readAll();
  if (bytes.startsWith("\xEF\xBB\xBF"))
    bytes.remove(0, 3);
  QJsonParseError error;
  const QJsonDocument whole = QJsonDocument::fromJson(bytes, &error);
  if (error.error == QJsonParseError::NoError)
    return std::vector<QJsonValue>{whole.isArray() ? QJsonValue(whole.array()) : QJsonValue(whole.object())};
  std::vector<QJsonValue> lines;
  for (const QByteArray& line : bytes.split('\n')) {
    if (line.trimmed().isEmpty())
      continue;
    QJsonParseError lineError;
    const QJsonDocument read = QJsonDocument::fromJson(line, &lineError);
    if (lineError.error != QJsonParseError::NoError)
      return Problem{{},
                     Say::tr("The file %1 holds no answers of the NPI registry: %2 at byte %3.")
                         .arg(name, error.errorString())
                         .arg(error.offset)};
    lines.push_back(read.isArray() ? QJsonValue(read.array()) : QJsonValue(read.object()));
  }
  return lines;
}

} // namespace

Result<std::unique_ptr<NppesSheets>> NppesSheets::open(const QString& path) {
  const auto read = readJson(path);
  if (!read)
    return read.problems();
  auto sheets = std::make_unique<NppesSheets>();
  bool isAnswer = false;
  const auto addObject = [&](const QJsonObject& object) -> std::optional<Problem> {
    isAnswer = isAnswer || object.contains(QLatin1String("results")) || object.contains(QLatin1String("Errors")) ||
               object.contains(QLatin1String("enumeration_type"));
    return sheets->addAnswer(object);
  };
  for (const QJsonValue& value : *read) {
    QJsonArray all = value.toArray();
    if (value.isObject())
      all.append(value);
    for (const QJsonValue& one : all)
      if (const auto problem = addObject(one.toObject()))
        return *problem;
  }
  if (!isAnswer)
    return Problem{{}, Say::tr("The file %1 holds no answers of the NPI registry.").arg(QFileInfo(path).fileName())};
  return sheets;
}

std::optional<Problem> NppesSheets::addAnswer(const QJsonObject& answer) {
  const auto entries = registryEntries(answer);
  if (!entries)
    return entries.problems().front();
  for (const RegistryEntry& entry : *entries) {
    if (entry.isPractice) {
      const Practice& practice = entry.practice;
      m_practices.push_back(cellsOf(Kind::Practices, {{"Practice", practice.name},
                                                      {"Group NPI", practice.groupNpi},
                                                      {"Address", practice.address},
                                                      {"City", practice.city},
                                                      {"State", practice.state},
                                                      {"ZIP", practice.zip},
                                                      {"Phone", practice.phone}}));
      continue;
    }
    const Provider& provider = entry.provider;
    m_providers.push_back(cellsOf(Kind::Providers, {{"NPI", provider.npi},
                                                    {"Last name", provider.lastName},
                                                    {"First name", provider.firstName},
                                                    {"Middle name", provider.middleName},
                                                    {"Suffix", provider.suffix},
                                                    {"Degree", provider.degree},
                                                    {"Specialty", provider.specialty},
                                                    {"Taxonomy", provider.taxonomy},
                                                    {"Phone", provider.phone}}));
    for (const ProviderName& one : entry.formerNames)
      m_formerNames.push_back({provider.npi, one.lastName, one.firstName, one.middleName});
  }
  return {};
}

QString NppesSheets::name(size_t sheet) const { return columnsOf(kindOf(sheet)).name; }

std::unique_ptr<Rows> NppesSheets::rows(size_t sheet) const {
  return std::make_unique<KeptRows>(sheet == 0 ? m_providers : m_practices);
}

HeaderMatch NppesSheets::match(size_t sheet) const {
  HeaderMatch match;
  match.kind = kindOf(sheet);
  for (const Column& column : columnsOf(match.kind).columns) {
    match.columnAt.push_back(int(match.headings.size()));
    match.headings += column.name;
  }
  return match;
}

bool isRegistryAnswer(const QString& path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly))
    return false;
  const QByteArray head = file.read(256).trimmed();
  return head.startsWith('{') || head.startsWith('[') || head.startsWith("\xEF\xBB\xBF{") ||
         head.startsWith("\xEF\xBB\xBF[");
}

} // namespace exchange
