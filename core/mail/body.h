// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QStringList>
#include <vector>

namespace mail {

/// What a mail of the program's own says: headings, each with a list below it.
struct Body {
  struct Section {
    QString heading;
    QStringList lines;
  };
  QString opening;
  std::vector<Section> sections;
  QString closing;

  QString asText() const;
  QString asHtml() const;
};

/// So many lines of a section are written; the rest is counted.
inline constexpr int mostLines = 100;

/// Plain text as HTML: its paragraphs and lines.
QString htmlOf(const QString& text);

/// "1 alert", "3 alerts": `many` holds %L1.
QString counted(qsizetype n, const QString& one, const QString& many);

/// "12 Apr 2026", the same everywhere: mails go to people, not to a locale.
QString mailDate(QDate date);
/// "today", "in 41 days", "12 days ago".
QString daysFrom(QDate today, QDate date);

} // namespace mail
