// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/kinds/numbers.h"

#include "core/credentials/ladder.h"
#include "core/team/identifiers.h"

#include <QCoreApplication>

namespace exchange {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Import)
};

struct Kept {
  QString text, problem;
};

Kept kept(Number kind, const QString& cell) {
  const QString plain = identifierText(cell);
  switch (kind) {
  case Number::Caqh:
    return {plain, caqhProblem(plain)};
  case Number::Taxonomy:
    return {plain, taxonomyProblem(plain)};
  case Number::Tin:
    return {shownTin(plain), tinProblem(plain)};
  case Number::Zip:
    // A spreadsheet takes 02108 for a number and drops the zero.
    const QString zip = plain.size() == 4 || plain.size() == 8 ? QLatin1Char('0') + plain : plain;
    return zipProblem(zip).isEmpty() ? Kept{shownZip(zip), {}} : Kept{plain, zipProblem(plain)};
  }
  return {};
}

} // namespace

QString readNpi(ImportRow& row, int column) {
  if (!row.isGiven(column) || row.saysNone(column))
    return {};
  if (const QString problem = npiProblem(row.text(column)); !problem.isEmpty())
    row.reject(problem);
  return identifierText(row.text(column));
}

QString readNumber(ImportRow& row, int column, Number kind) {
  const QString& cell = row.text(column);
  if (cell.isEmpty() || row.saysNone(column))
    return {};
  const Kept number = kept(kind, cell);
  if (!number.problem.isEmpty())
    row.notice(number.problem + QLatin1Char(' ') + Say::tr("It was kept as it stands."));
  return number.problem.isEmpty() ? number.text : cell;
}

void layNumber(ImportRow& row, int column, Number kind, QString& field) {
  row.layText(column, readNumber(row, column, kind), field);
}

void layLadder(ImportRow& row, int column, QString& field) {
  const QString ladder = row.text(column).simplified().remove(QLatin1Char(' '));
  if (!ladder.isEmpty() && !ladderProblem(ladder).isEmpty())
    row.reject(ladderProblem(ladder));
  row.layText(column, ladder, field);
}

} // namespace exchange
