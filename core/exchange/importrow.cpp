// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/importrow.h"

#include "core/exchange/dates.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace exchange {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Import)
};

bool needsTrimming(const QString& text) { return !text.isEmpty() && (text.front().isSpace() || text.back().isSpace()); }

/// A character that is no space, whatever stands beside it.
bool isPlain(char c) { return c > ' ' && c < 0x7F; }

/// "2026-01-05 14:30", with seconds or without: as our own files have it, so that most need no further look.
bool isIsoTime(std::string_view text) {
  constexpr std::string_view shape = "0000-00-00 00:00:00";
  if (text.size() != 16 && text.size() != 19)
    return false;
  for (size_t i = 0; i < text.size(); ++i)
    if (shape[i] == '0' ? text[i] < '0' || text[i] > '9' : text[i] != shape[i])
      return false;
  const auto number = [&](size_t at) { return (text[at] - '0') * 10 + text[at + 1] - '0'; };
  return number(0) == 20 && number(5) >= 1 && number(5) <= 12 && number(8) >= 1 && number(8) <= 28 &&
         number(11) <= 23 && number(14) <= 59 && (text.size() == 16 || number(17) <= 59);
}

} // namespace

void ImportRow::begin(const RowCells& cells) {
  m_cells = &cells;
  m_reasons.clear();
  m_cellChanges.clear();
  m_changed = false;
  m_saidBefore = m_said = 0;
}

const QString& ImportRow::text(int column) const {
  static const QString nothing;
  if (column < 0)
    return nothing;
  const QString& text = m_cells->text(size_t(column));
  if (!needsTrimming(text))
    return text;
  if (m_trimmed.size() <= size_t(column))
    m_trimmed.resize(size_t(m_match.headings.size()));
  return m_trimmed[size_t(column)] = text.trimmed();
}

std::string_view ImportRow::utf8(int column) const {
  if (column < 0)
    return {};
  std::string_view bytes = m_cells->utf8(size_t(column));
  if (bytes.empty() || (isPlain(bytes.front()) && isPlain(bytes.back())))
    return bytes;
  // Other scripts have spaces of their own: let Qt say where the text begins and ends.
  const QString whole = QString::fromUtf8(bytes.data(), qsizetype(bytes.size()));
  qsizetype from = 0, to = whole.size();
  while (from < to && whole[from].isSpace())
    ++from;
  while (to > from && whole[to - 1].isSpace())
    --to;
  const qsizetype before = QStringView(whole).left(from).toUtf8().size();
  return bytes.substr(size_t(before), size_t(QStringView(whole).mid(from, to - from).toUtf8().size()));
}

QString ImportRow::heading(int column) const { return m_match.headings.value(column).simplified(); }

const QString& ImportRow::needed(int column, const char* name) {
  const QString& cell = text(column);
  if (cell.isEmpty())
    reject(Say::tr("%1 is missing.").arg(QLatin1String(name)));
  return cell;
}

bool ImportRow::saysNone(int column) const {
  const QString& cell = text(column);
  return !cell.isEmpty() && cell.size() < 30 && parseDate(cell).what == DateCell::None;
}

QString ImportRow::dayText(int column) const {
  const QString& cell = text(column);
  bool isNumber = false;
  const double days = m_cells->isFrom1904() ? cell.toDouble(&isNumber) : 0;
  constexpr int between = 1462; // days from 1899-12-30 to 1904-01-01
  return isNumber && days < 80000 ? QString::number(days + between, 'f', 10) : cell;
}

QDate ImportRow::date(int column, int latestYear) {
  const QString cell = dayText(column);
  if (cell.isEmpty())
    return {};
  const DateRead read = parseDate(cell, latestYear);
  if (read.what == DateCell::Unreadable)
    reject(Say::tr("%1: “%2” cannot be read as a date.").arg(heading(column), cell.simplified().left(60)));
  if (read.what == DateCell::Date)
    noticeUnlikely(column, read.date);
  return read.date;
}

void ImportRow::noticeUnlikely(int column, QDate date) {
  if (date.year() < 1930 || date.year() > 2099)
    notice(Say::tr("%1 %2 is unlikely; it was kept.").arg(heading(column), date.toString(Qt::ISODate)));
}

QString ImportRow::dateTime(int column) {
  if (const QString& cell = text(column); cell.isEmpty() || isIsoTime(utf8(column)))
    return cell;
  const QString cell = dayText(column);
  const DateTimeRead read = parseDateTime(cell);
  if (read.what == DateCell::Unreadable)
    reject(Say::tr("%1: “%2” cannot be read as a date.").arg(heading(column), cell.simplified().left(60)));
  if (read.what == DateCell::Date)
    noticeUnlikely(column, QDate::fromString(read.text.left(10), Qt::ISODate));
  return read.text;
}

QString ImportRow::choice(int column, Field field) {
  const std::string_view bytes = utf8(column);
  if (bytes.empty())
    return {};
  if (m_choices.size() <= size_t(column))
    m_choices.resize(size_t(m_match.headings.size()));
  auto& known = m_choices[size_t(column)];
  for (const auto& [cell, value] : known)
    if (cell == bytes)
      return value;
  const Result<QString> read = readValue(field, text(column));
  if (!read) {
    reject(heading(column) + QStringLiteral(": ") + read.problems().front().sentence);
    return {};
  }
  if (known.size() < 32)
    known.emplace_back(bytes, *read);
  return *read;
}

std::optional<int> ImportRow::number(int column) {
  const QString& cell = text(column);
  const bool hasDigit = std::any_of(cell.begin(), cell.end(), [](QChar c) { return c.isDigit(); }); // 0 is no date
  if (cell.isEmpty() || (!hasDigit && saysNone(column)))
    return {};
  static const QRegularExpression unit(QStringLiteral("\\s*(business\\s+)?(days?|months?|bd|d)?\\.?$"),
                                       QRegularExpression::CaseInsensitiveOption);
  bool isNumber = false;
  const double number = QString(cell).remove(QLatin1Char(',')).remove(unit).toDouble(&isNumber);
  if (!isNumber || number < 0 || number > 1'000'000 || number != int(number)) {
    reject(Say::tr("%1: “%2” is no whole number.").arg(heading(column), cell.simplified().left(60)));
    return {};
  }
  return int(number);
}

std::optional<bool> ImportRow::yesNo(int column) {
  const QString value = choice(column, Field::YesNo);
  return value.isEmpty() ? std::nullopt : std::optional(value == QLatin1String("yes"));
}

bool ImportRow::says(int column, bool differs) {
  // What stands in no column (the team that was chosen for the file) is the same for every row; beyond 64 columns the
  // last row counts.
  const quint64 bit = column >= 0 && column < 64 ? quint64(1) << column : 0;
  if (differs && (m_saidBefore & bit)) {
    notice(Say::tr("%1 says otherwise than an earlier row about the same record; the earlier one counts.")
               .arg(heading(column)));
    return false;
  }
  m_said |= bit;
  return differs;
}

void ImportRow::tell(int column, const QString& before, const QString& after) {
  m_changed = true;
  if (m_tellsChanges)
    m_cellChanges.push_back({heading(column), before, after});
}

void ImportRow::layText(int column, const QString& text, QString& field) {
  if (text.isEmpty() || !says(column, text != field))
    return;
  tell(column, field, text);
  field = text;
}

void ImportRow::lay(int column, QDate& field, int latestYear) {
  const QDate read = date(column, latestYear);
  if (!read.isValid() || !says(column, read != field))
    return;
  tell(column, m_tellsChanges ? field.toString(Qt::ISODate) : QString(),
       m_tellsChanges ? read.toString(Qt::ISODate) : QString());
  field = read;
}

void ImportRow::lay(int column, std::optional<int>& field) {
  if (const std::optional<int> read = number(column))
    layNumber(column, *read, field);
}

void ImportRow::layNumber(int column, int number, std::optional<int>& field) {
  if (!says(column, number != field))
    return;
  tell(column, field ? QString::number(*field) : QString(), QString::number(number));
  field = number;
}

void ImportRow::lay(int column, bool& field) {
  const std::optional<bool> read = yesNo(column);
  if (!read || !says(column, *read != field))
    return;
  const auto word = [](bool yes) { return yes ? QStringLiteral("yes") : QStringLiteral("no"); };
  tell(column, word(field), word(*read));
  field = *read;
}

void ImportRow::layChoice(int column, Field choices, QString& field) {
  layText(column, choice(column, choices), field);
}

void ImportRow::reject(const QString& reason) {
  if (!m_reasons.contains(reason))
    m_reasons += reason;
}

} // namespace exchange
