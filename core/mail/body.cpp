// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/body.h"

#include <QCoreApplication>
#include <QLocale>

namespace mail {

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Mail)
};

QString left(qsizetype lines) { return counted(lines - mostLines, Say::tr("… and 1 more"), Say::tr("… and %L1 more")); }

} // namespace

QString Body::asText() const {
  QString text = opening + QLatin1Char('\n');
  for (const Section& section : sections) {
    text += QLatin1Char('\n') + section.heading + QLatin1Char('\n');
    for (const QString& line : section.lines.mid(0, mostLines))
      text += QStringLiteral("- ") + line + QLatin1Char('\n');
    if (section.lines.size() > mostLines)
      text += left(section.lines.size()) + QLatin1Char('\n');
  }
  if (!closing.isEmpty())
    text += QLatin1Char('\n') + closing + QLatin1Char('\n');
  return text;
}

QString Body::asHtml() const {
  QString html = htmlOf(opening);
  for (const Section& section : sections) {
    html += QStringLiteral("<h3>%1</h3>\n<ul>\n").arg(section.heading.toHtmlEscaped());
    for (const QString& line : section.lines.mid(0, mostLines))
      html += QStringLiteral("<li>%1</li>\n").arg(line.toHtmlEscaped());
    html += QStringLiteral("</ul>\n");
    if (section.lines.size() > mostLines)
      html += htmlOf(left(section.lines.size()));
  }
  return closing.isEmpty() ? html : html + htmlOf(closing);
}

QString htmlOf(const QString& text) {
  QString html;
  for (const QString& paragraph : text.split(QStringLiteral("\n\n"), Qt::SkipEmptyParts))
    html += QStringLiteral("<p>%1</p>\n")
                .arg(paragraph.trimmed().toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>\n")));
  return html;
}

QString counted(qsizetype n, const QString& one, const QString& many) {
  // As mailDate() writes: a mail reads the same wherever it was made.
  static const QLocale english(QLocale::English, QLocale::UnitedStates);
  return n == 1 ? one : QString(many).replace(QStringLiteral("%L1"), english.toString(qlonglong(n)));
}

QString mailDate(QDate date) { return QLocale(QLocale::English).toString(date, QStringLiteral("d MMM yyyy")); }

QString daysFrom(QDate today, QDate date) {
  const qint64 days = today.daysTo(date);
  if (days == 0)
    return Say::tr("today");
  return days > 0 ? counted(days, Say::tr("in 1 day"), Say::tr("in %L1 days"))
                  : counted(-days, Say::tr("1 day ago"), Say::tr("%L1 days ago"));
}

} // namespace mail
