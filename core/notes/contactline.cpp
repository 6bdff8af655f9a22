// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notes/contactline.h"

#include <QHash>
#include <QRegularExpression>
#include <QStringList>

namespace {

/// The kind that a word of a contact tells, or nothing.
QString kindOf(const QString& word) {
  static const QHash<QString, QString> kinds = [] {
    const std::pair<const char*, const char*> lists[] = {
        {"Call", "call called calling phone phoned telephoned tel spoke rang voicemail vm lvm"},
        {"Email", "email emailed e-mail e-mailed mailed mail"},
        {"Portal", "portal availity online website"},
        {"Fax", "fax faxed"},
        {"Letter", "letter wrote post posted certified"},
        {"Meeting", "met meeting visit visited"},
    };
    QHash<QString, QString> all;
    for (const auto& [kind, words] : lists)
      for (const QString& one : QString::fromLatin1(words).split(QLatin1Char(' ')))
        all.insert(one, QString::fromLatin1(kind));
    return all;
  }();
  return kinds.value(word.toLower());
}

/// Takes what `expression` captures first out of the text; empty when it is not there.
QString taken(QString& text, const QRegularExpression& expression) {
  const auto match = expression.match(text);
  if (!match.hasMatch())
    return {};
  const QString found = match.captured(1);
  text.remove(match.capturedStart(), match.capturedLength());
  return found;
}

QDate dateIn(const QString& text, QDate today, const AddBusinessDays& addBusinessDays) {
  const auto date = typedDate(text, today, addBusinessDays);
  return date ? *date : QDate();
}

/// The words for asking again, as they stand before a date.
constexpr auto again = "(?:f/?u|follow[ -]?up)(?: on| in)?:? +";

} // namespace

ContactLine readContactLine(const QString& line, QDate today, const AddBusinessDays& addBusinessDays) {
  static const QRegularExpression reference(
      QStringLiteral("\\b(?:ref(?:erence)?|conf(?:irmation)?|case|ticket)\\b\\.?[ :]*(?:no\\b\\.?|number|#)?[ :#]*"
                     "((?=[\\w-]*\\d)[\\w-]+)"),
      QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
  static const QRegularExpression parting(QStringLiteral("\\s*[,;]\\s*|\\s+-\\s+"));
  static const QRegularExpression asked(QLatin1Char('^') + QLatin1String(again) + QStringLiteral("(.+)$"),
                                        QRegularExpression::CaseInsensitiveOption);
  static const QRegularExpression askedAtEnd(
      QStringLiteral("\\s(?:%1)?(\\+\\d{1,3} ?b?|\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?)$").arg(QLatin1String(again)),
      QRegularExpression::CaseInsensitiveOption);
  ContactLine read;
  QString rest = line.simplified();
  read.reference = taken(rest, reference);

  QStringList parts = rest.split(parting, Qt::SkipEmptyParts);
  for (int i = int(parts.size()) - 1; i >= 0 && !read.followUp.isValid(); --i) {
    const QString part = parts[i].trimmed();
    const auto match = asked.match(part);
    if (!match.hasMatch() && i != int(parts.size()) - 1)
      continue; // a date in the middle is what was said
    read.followUp = dateIn(match.hasMatch() ? match.captured(1) : part, today, addBusinessDays);
    if (read.followUp.isValid()) {
      parts.removeAt(i);
      break;
    }
  }
  if (!read.followUp.isValid() && !parts.isEmpty())
    if (const auto match = askedAtEnd.match(parts.last()); match.hasMatch()) {
      read.followUp = dateIn(match.captured(1), today, addBusinessDays);
      if (read.followUp.isValid())
        parts.last().truncate(match.capturedStart());
    }

  for (int i = 0; i < parts.size(); ++i) {
    const QString kind = kindOf(parts[i].section(QLatin1Char(' '), 0, 0));
    if (kind.isEmpty())
      continue;
    read.kind = kind;
    if (parts.size() > 1 && !parts[i].contains(QLatin1Char(' ')))
      parts.removeAt(i); // the kind says it
    break;
  }
  for (QString& part : parts)
    part = part.simplified();
  parts.removeAll(QString());
  read.text = parts.join(QStringLiteral(", "));
  if (read.text.isEmpty())
    read.text = line.simplified(); // "called, +7": a contact has some text
  return read;
}
