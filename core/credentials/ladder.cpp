// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/credentials/ladder.h"

#include <QCoreApplication>
#include <QStringList>

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(CredentialChecks)
};

constexpr int mostDays = 9999;

bool isLadder(const QString& text) {
  int above = mostDays + 1;
  for (const QString& part : text.split(QLatin1Char('/'))) {
    bool isNumber = false;
    const int rung = part.trimmed().toInt(&isNumber);
    if (!isNumber || rung < 0 || rung >= above)
      return false;
    above = rung;
  }
  return true;
}

} // namespace

QString ladderProblem(const QString& ladder) {
  return isLadder(ladder)
             ? QString()
             : Say::tr("The ladder is a list of days before the date, falling, such as 120/90/60/30/14/7/0.");
}

int firstRung(const QString& ladder) { return ladder.section(QLatin1Char('/'), 0, 0).trimmed().toInt(); }

std::vector<int> rungsOf(const QString& ladder) {
  std::vector<int> rungs;
  if (isLadder(ladder))
    for (const QString& part : ladder.split(QLatin1Char('/')))
      rungs.push_back(part.trimmed().toInt());
  return rungs;
}
