// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/nppes.h"

#include "core/exchange/personname.h"
#include "core/team/identifiers.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>

namespace exchange {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Import)
};

constexpr qint64 largestFile = 256 << 20;

/// A text of the registry, where it may as well be a number; "--" stands for none.
QString text(const QJsonObject& object, const char* key) {
  const QJsonValue value = object[QLatin1String(key)];
  if (value.isDouble())
    return QString::number(value.toInteger());
  const QString read = value.toString().simplified();
  return read == QLatin1String("--") ? QString() : read;
}

QJsonObject address(const QJsonObject& result) {
  QJsonObject first;
  for (const QJsonValue& one : result[QLatin1String("addresses")].toArray()) {
    const QJsonObject read = one.toObject();
    if (text(read, "address_purpose").compare(QLatin1String("LOCATION"), Qt::CaseInsensitive) == 0)
      return read;
    if (first.isEmpty())
      first = read;
  }
  return first;
}

QJsonObject primaryTaxonomy(const QJsonObject& result) {
  const QJsonArray all = result[QLatin1String("taxonomies")].toArray();
  for (const QJsonValue& one : all)
    if (one.toObject()[QLatin1String("primary")].toBool())
      return one.toObject();
  return all.isEmpty() ? QJsonObject() : all.first().toObject();
}

/// "M.D., Ph.D." → "MD, PhD".
QString degrees(const QString& credential) {
  QStringList found;
  for (const QString& part : credential.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
    const QString word = part.simplified();
    const QString known = degreeFrom(word);
    const QString degree = known.isEmpty() ? QString(word).remove(QLatin1Char('.')) : known;
    if (!degree.isEmpty())
      found += degree;
  }
  return found.join(QStringLiteral(", "));
}

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

/// Short words that are written in capitals: legal forms, directions, numbers of kings.
bool staysInCapitals(const QString& word) {
  static const QSet<QString> known = [] {
    QSet<QString> words;
    for (const QString& one :
         QStringLiteral("PC PA PLLC LLC LLP LP PLC MD DO DDS DMD NP RN PT OT ENT OBGYN USA US NE NW SE SW PO II "
                        "III IV VI VII DBA ASC ER ICU VA")
             .split(QLatin1Char(' ')))
      words.insert(one);
    return words;
  }();
  QString letters;
  for (const QChar c : word)
    if (c.isLetter())
      letters += c;
  return letters.size() == 1 || known.contains(letters);
}

} // namespace

QString inTitleCase(const QString& text) {
  if (text != text.toUpper())
    return text;
  QStringList words;
  for (const QString& word : text.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
    static const QRegularExpression ordinal(QStringLiteral("^\\d+(ST|ND|RD|TH)$"));
    static const QSet<QString> small{QStringLiteral("OF"),  QStringLiteral("AND"), QStringLiteral("THE"),
                                     QStringLiteral("FOR"), QStringLiteral("AT"),  QStringLiteral("IN")};
    if (staysInCapitals(word))
      words += word;
    else if (ordinal.match(word).hasMatch() || (small.contains(word) && !words.isEmpty()))
      words += word.toLower();
    else
      words += inSmallLetters(word);
  }
  return words.join(QLatin1Char(' '));
}

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
  const QJsonArray errors = answer[QLatin1String("Errors")].toArray();
  if (!errors.isEmpty()) {
    QStringList sentences;
    for (const QJsonValue& error : errors)
      sentences += text(error.toObject(), "description");
    return Problem{{},
                   Say::tr("The NPI registry answered with an error: %1").arg(sentences.join(QStringLiteral("; ")))};
  }
  QJsonArray results = answer[QLatin1String("results")].toArray();
  if (answer.contains(QLatin1String("enumeration_type")))
    results.append(answer); // a result taken out of its answer
  for (const QJsonValue& one : results) {
    const QJsonObject result = one.toObject();
    const QString type = text(result, "enumeration_type");
    if (type.endsWith(QLatin1Char('1')))
      addProvider(result);
    else if (type.endsWith(QLatin1Char('2')))
      addPractice(result);
  }
  return {};
}

void NppesSheets::addProvider(const QJsonObject& result) {
  const QJsonObject basic = result[QLatin1String("basic")].toObject();
  const QJsonObject taxonomy = primaryTaxonomy(result);
  const QString npi = text(result, "number");
  m_providers.push_back(cellsOf(Kind::Providers, {{"NPI", npi},
                                                  {"Last name", inTitleCase(text(basic, "last_name"))},
                                                  {"First name", inTitleCase(text(basic, "first_name"))},
                                                  {"Middle name", inTitleCase(text(basic, "middle_name"))},
                                                  {"Suffix", text(basic, "name_suffix").remove(QLatin1Char(','))},
                                                  {"Degree", degrees(text(basic, "credential"))},
                                                  {"Specialty", text(taxonomy, "desc")},
                                                  {"Taxonomy", text(taxonomy, "code")},
                                                  {"Phone", text(address(result), "telephone_number")}}));
  for (const QJsonValue& one : result[QLatin1String("other_names")].toArray()) {
    const QJsonObject other = one.toObject();
    const FormerName name{npi, inTitleCase(text(other, "last_name")), inTitleCase(text(other, "first_name")),
                          inTitleCase(text(other, "middle_name"))};
    if (!name.last.isEmpty())
      m_formerNames.push_back(name);
  }
}

void NppesSheets::addPractice(const QJsonObject& result) {
  const QJsonObject basic = result[QLatin1String("basic")].toObject();
  const QJsonObject at = address(result);
  const QString street = QStringList{text(at, "address_1"), text(at, "address_2")}.join(QStringLiteral(", "));
  QString name = text(basic, "organization_name");
  if (name.isEmpty())
    name = text(basic, "name"); // the older shape
  m_practices.push_back(cellsOf(
      Kind::Practices, {{"Practice", inTitleCase(name)},
                        {"Group NPI", text(result, "number")},
                        {"Address", inTitleCase(street.endsWith(QLatin1String(", ")) ? street.chopped(2) : street)},
                        {"City", inTitleCase(text(at, "city"))},
                        {"State", text(at, "state")},
                        {"ZIP", text(at, "postal_code")},
                        {"Phone", text(at, "telephone_number")}}));
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
