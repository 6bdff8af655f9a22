// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/personname.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QStringList>
#include <algorithm>

namespace exchange {
namespace {

constexpr char knownDegrees[] =
    "MD DO NP NP-C PA PA-C PAC CRNA APRN APRN-CNP APRN-FPA ARNP DNP PhD PsyD EdD LCSW LMSW LSW "
    "LICSW MSW LPC LPCC LCPC LMFT LMHC "
    "LCMHC LAC DPM DC OD PT DPT OT OTR OTR/L OTD SLP CCC-SLP DDS DMD RN BSN MSN RNFA LPN "
    "LVN FNP FNP-C FNP-BC ANP ANP-BC ANP-C "
    "AGNP AGNP-C AGPCNP AGPCNP-BC AGPCNP-C AGACNP AGACNP-BC ACNP ACNP-BC PNP PNP-BC CPNP "
    "CPNP-PC CPNP-AC NNP NNP-BC PMHNP "
    "PMHNP-BC WHNP WHNP-BC CNM CNS CNP CRNP MBBS MBChB MPH MBA MHA MS MA MEd PharmD RPh "
    "AuD CCC-A RD RDN LD LDN CDE CDCES BCBA "
    "BCBA-D RBT AA-C CAA FACFAS FACOS FACOI FACR FAAN FAANP FAAD FAANS FAPA FASN FACS FACP FACC FAAP FACOG FACEP FAAFP "
    "FAAOS FCCP DVM ND LM CPM "
    "LMT ATC ATC/L CGC QMHP LADC CADC LPA "
    "SA-C CSFA CST";

/// Surnames and first names too: a degree only where it stands in capitals.
constexpr char ambiguousDegrees[] = "DO MA OD ND PA PT OT DC LM RD LD MS";

QStringList words(const char* list) { return QString::fromLatin1(list).split(QLatin1Char(' ')); }

QString degreeKey(const QString& word) {
  QString key;
  for (const QChar c : word)
    if (c.isLetter())
      key += c.toUpper();
  return key;
}

bool hasLower(const QString& text) {
  return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLower(); });
}

bool isTitle(const QString& word) {
  static const QSet<QString> known{QStringLiteral("dr"),   QStringLiteral("doctor"),   QStringLiteral("mr"),
                                   QStringLiteral("mrs"),  QStringLiteral("ms"),       QStringLiteral("miss"),
                                   QStringLiteral("prof"), QStringLiteral("professor")};
  return known.contains(QString(word).remove(QLatin1Char('.')).toLower());
}

/// Letters with case, all of them capitals.
bool isCapitals(const QString& text) {
  return !hasLower(text) && std::any_of(text.begin(), text.end(), [](QChar c) { return c.isUpper(); });
}

/// Whether a name is in capitals throughout; "Dr." and "PhD" do not count, unless there is nothing else.
bool isNameInCapitals(const QString& text) {
  QString name;
  for (const QString& word : text.split(QLatin1Char(' '), Qt::SkipEmptyParts))
    if (!isTitle(word) && degreeFrom(word).isEmpty())
      name += word;
  return isCapitals(name.isEmpty() ? text : name);
}

bool isAmbiguous(const QString& degree) {
  static const QStringList ambiguous = words(ambiguousDegrees);
  return ambiguous.contains(degree);
}

/// A degree as it stands in a name, with the ambiguous ones only in capitals or with points.
QString degreeIn(const QString& word) {
  const QString degree = degreeFrom(word);
  return hasLower(word) && isAmbiguous(degree) ? QString() : degree;
}

bool isSuffix(const QString& word) {
  static const QSet<QString> known{QStringLiteral("JR"),  QStringLiteral("SR"), QStringLiteral("II"),
                                   QStringLiteral("III"), QStringLiteral("IV"), QStringLiteral("2ND"),
                                   QStringLiteral("3RD")};
  return known.contains(QString(word).remove(QLatin1Char('.')).toUpper());
}

bool isParticle(const QString& word) {
  static const QSet<QString> known{
      QStringLiteral("van"), QStringLiteral("von"), QStringLiteral("der"),   QStringLiteral("den"),
      QStringLiteral("de"),  QStringLiteral("del"), QStringLiteral("della"), QStringLiteral("di"),
      QStringLiteral("da"),  QStringLiteral("dos"), QStringLiteral("das"),   QStringLiteral("du"),
      QStringLiteral("la"),  QStringLiteral("le"),  QStringLiteral("los"),   QStringLiteral("las"),
      QStringLiteral("ter"), QStringLiteral("ten"), QStringLiteral("bin"),   QStringLiteral("al"),
      QStringLiteral("el"),  QStringLiteral("st."), QStringLiteral("st"),    QStringLiteral("zu"),
      QStringLiteral("af")};
  return known.contains(word.toLower());
}

bool isEastAsian(const QString& text) {
  return std::any_of(text.begin(), text.end(), [](QChar c) {
    return c.script() == QChar::Script_Han || c.script() == QChar::Script_Hangul ||
           c.script() == QChar::Script_Hiragana || c.script() == QChar::Script_Katakana;
  });
}

} // namespace

QString inSmallLetters(const QString& text) {
  QStringList result;
  for (const QString& word : text.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
    if (isSuffix(word) && word.toUpper().startsWith(QLatin1Char('I'))) {
      result += word;
      continue;
    }
    QString small = word.toLower();
    qsizetype start = 0; // of the part the letter is in
    for (qsizetype i = 0; i < small.size(); ++i) {
      const bool isMac = i == start + 2 && small.mid(start, 2) == QLatin1String("Mc") && small.size() > start + 3;
      if (i == start || isMac)
        small[i] = small[i].toUpper();
      const bool apostrophe = small[i] == QLatin1Char('\'') || small[i] == QChar(0x2019);
      if (small[i] == QLatin1Char('-') || small[i] == QLatin1Char('.') || (apostrophe && i == start + 1))
        start = i + 1;
    }
    result += small;
  }
  return result.join(QLatin1Char(' '));
}

namespace {

/// Takes degrees and suffixes off the end of the words, but leaves at least this many.
void takeEndings(QStringList& parts, qsizetype leave, PersonName& name, QStringList& degrees) {
  while (parts.size() > leave) {
    const QString word = parts.back();
    if (const QString degree = degreeIn(word); !degree.isEmpty())
      degrees.prepend(degree);
    else if (isSuffix(word) && name.suffix.isEmpty())
      name.suffix = word;
    else
      return;
    parts.removeLast();
  }
}

QStringList nameWords(const QString& text) {
  QStringList parts = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
  while (parts.size() > 1 && isTitle(parts.front()))
    parts.removeFirst();
  return parts;
}

/// "Lily Anne" → first name and the rest.
void takeFirst(const QStringList& parts, PersonName& name) {
  name.first = parts.value(0);
  name.middle = parts.mid(1).join(QLatin1Char(' '));
}

/// "JAN VAN DER BERG", "ANA DE LA CRUZ": the particles, and one word behind them, tell the surname. A single one may be
/// a name itself ("NGUYEN VAN AN").
bool endsInSurname(const QStringList& parts) {
  qsizetype particles = 0;
  while (particles + 2 < parts.size() && isParticle(parts[particles + 1]))
    ++particles;
  return particles > 1 && particles + 2 == parts.size() && !isParticle(parts[0]);
}

/// A name without a comma. surnameFirst: in capitals throughout, and nothing stood behind a comma.
void takeInOrder(QStringList parts, bool surnameFirst, PersonName& name) {
  if (parts.size() == 1 && isEastAsian(parts[0]) && parts[0].size() >= 2 && parts[0].size() <= 4) {
    name.last = parts[0].left(1);
    name.first = parts[0].mid(1);
    return;
  }
  // "MARTEN Lily": the surname is the part in capitals.
  const bool capitalsFirst = parts.size() > 1 && parts[0].size() > 2 && isCapitals(parts[0]) && hasLower(parts[1]);
  if (parts.size() > 1 && ((surnameFirst && !endsInSurname(parts)) || capitalsFirst || isEastAsian(parts[0]))) {
    qsizetype size = 1;
    while (size < parts.size() - 1 && isParticle(parts[size - 1]))
      ++size;
    name.last = parts.mid(0, size).join(QLatin1Char(' '));
    if (capitalsFirst)
      name.last = inSmallLetters(name.last);
    takeFirst(parts.mid(size), name);
    return;
  }
  qsizetype begin = std::max<qsizetype>(parts.size() - 1, 0);
  while (begin > 1 && isParticle(parts[begin - 1]))
    --begin;
  name.last = parts.mid(begin).join(QLatin1Char(' '));
  takeFirst(parts.mid(0, begin), name);
}

/// Whether all words of a piece between commas are degrees or suffixes: then it is no part of the name.
bool isEnding(const QString& piece) {
  const QStringList parts = piece.split(QLatin1Char(' '), Qt::SkipEmptyParts);
  return !parts.isEmpty() && std::all_of(parts.begin(), parts.end(), [](const QString& word) {
    return isSuffix(word) || !degreeIn(word).isEmpty();
  });
}

} // namespace

QString degreeFrom(const QString& word) {
  static const QHash<QString, QString> known = [] {
    QHash<QString, QString> all;
    for (const QString& degree : words(knownDegrees))
      if (!all.contains(degreeKey(degree)))
        all.insert(degreeKey(degree), degree == QLatin1String("PAC") ? QStringLiteral("PA-C") : degree);
    return all;
  }();
  return word.size() > 12 ? QString() : known.value(degreeKey(word));
}

namespace {

/// The degree at the end as a word of its own: "Lily Marten, M. D." → "Lily Marten, M.D.", "Marten, Lily-MD" →
/// "Marten, Lily - MD"; "PA-C" is one as it is, "Dubois-Lac" a surname, and in capitals throughout nothing tells.
QString withDegreeApart(QString text) {
  static const QRegularExpression spaced(QStringLiteral("(?<=[\\s,])((?:M|Ph|Psy)\\.(?= D)|D\\.(?= O)) ([DO]\\.)$"));
  static const QRegularExpression joined(QStringLiteral("(\\S+)-( ?)([A-Z]\\S*[A-Z]\\S*)$"));
  text.replace(spaced, QStringLiteral("\\1\\2"));
  const auto match = joined.match(text);
  const QString degree = match.hasMatch() ? degreeFrom(match.captured(3)) : QString();
  const bool isApart = hasLower(text) || !match.captured(2).isEmpty();
  if (!degree.isEmpty() && isApart && !isAmbiguous(degree) && degreeFrom(match.captured(0)).isEmpty())
    text.replace(match.capturedStart(), match.capturedLength(),
                 match.captured(1) + QStringLiteral(" - ") + match.captured(3));
  return text;
}

bool isTitles(const QString& piece) {
  const QStringList parts = piece.split(QLatin1Char(' '), Qt::SkipEmptyParts);
  return std::all_of(parts.begin(), parts.end(), isTitle);
}

} // namespace

PersonName splitPersonName(const QString& text) {
  static const QRegularExpression comma(QStringLiteral("[,;，、]|\\s[-–—|/]\\s|[()]"));
  PersonName name;
  QStringList degrees;
  QStringList pieces;
  for (const QString& piece : withDegreeApart(text.simplified()).split(comma))
    if (!piece.trimmed().isEmpty() && (pieces.isEmpty() || !isTitles(piece)))
      pieces += piece.trimmed();
  const bool hadOnePiece = pieces.size() == 1;
  const bool allCapitals = isNameInCapitals(text);

  // What stands behind the name: "… - MD", "…, Jr., MD, PhD". In "KIM, DO" it is more likely the first name.
  while (pieces.size() > 1 && isEnding(pieces.back())) {
    const bool firstNameLeft = pieces.size() > 2 || nameWords(pieces.front()).size() > 1;
    if (!firstNameLeft && allCapitals && isAmbiguous(degreeFrom(pieces.back())))
      break;
    QStringList endings = pieces.takeLast().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    takeEndings(endings, 0, name, degrees);
  }
  if (pieces.isEmpty())
    return name;
  if (pieces.size() > 2 && isEnding(pieces[1])) { // "Marten, Jr., Lily"
    QStringList endings = pieces.takeAt(1).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    takeEndings(endings, 0, name, degrees);
  }

  if (pieces.size() > 1) {
    QStringList last = nameWords(pieces[0]);
    takeEndings(last, 1, name, degrees);
    name.last = last.join(QLatin1Char(' '));
    QStringList first = nameWords(pieces.mid(1).join(QLatin1Char(' ')));
    takeEndings(first, 1, name, degrees);
    takeFirst(first, name);
  } else {
    QStringList parts = nameWords(pieces[0]);
    const bool hadTitle = parts.size() < pieces[0].count(QLatin1Char(' ')) + 1;
    takeEndings(parts, 2, name, degrees);
    if (parts.size() > 2 && parts.back() == QLatin1String("V") && !allCapitals) // behind a comma it is an initial
      name.suffix = parts.takeLast();
    takeInOrder(parts, allCapitals && hadOnePiece && !hadTitle, name);
  }
  if (allCapitals)
    for (QString* part : {&name.last, &name.first, &name.middle, &name.suffix})
      *part = inSmallLetters(*part);
  name.degree = degrees.join(QStringLiteral(", "));
  return name;
}

QStringList splitPeople(const QString& cell) {
  static const QRegularExpression between(QStringLiteral("[;\\n\\r]+|\\s(?:&|/|and)\\s"),
                                          QRegularExpression::CaseInsensitiveOption);
  QStringList people;
  for (const QString& piece : cell.split(between, Qt::SkipEmptyParts)) {
    if (piece.trimmed().isEmpty())
      continue;
    const PersonName name = splitPersonName(piece);
    if (name.last.isEmpty() || name.first.isEmpty() ||
        isEnding(QString(piece).replace(QLatin1Char(','), QLatin1Char(' '))))
      return {cell};
    people += piece.simplified();
  }
  return people.isEmpty() ? QStringList{cell} : people;
}

} // namespace exchange
