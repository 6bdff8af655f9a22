// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/requirements.h"

#include "core/exchange/lists.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace exchange {
namespace {

const QString nobody = QStringLiteral("nobody"), everyone = QStringLiteral("everyone");

struct Part {
  const char* name;
  QString DocumentRequirement::*member;
};
const Part parts[] = {{"degree", &DocumentRequirement::degree},
                      {"specialty", &DocumentRequirement::specialty},
                      {"state", &DocumentRequirement::state}};

} // namespace

QString requirementsText(const std::vector<DocumentRequirement>& requirements) {
  QStringList all;
  for (const DocumentRequirement& one : requirements) {
    QStringList said;
    for (const Part& part : parts)
      if (!(one.*part.member).isEmpty())
        said << QLatin1String(part.name) + QLatin1Char('=') + one.*part.member;
    all << (said.isEmpty() ? everyone : said.join(QStringLiteral(", ")));
  }
  return all.isEmpty() ? nobody : joinList(all);
}

Result<std::vector<DocumentRequirement>> readRequirements(const QString& cell) {
  static const QRegularExpression next(QStringLiteral(",\\s*(?=(degree|specialty|state)\\s*=)"),
                                       QRegularExpression::CaseInsensitiveOption);
  std::vector<DocumentRequirement> requirements;
  for (const QString& item : splitList(cell)) {
    if (item.compare(nobody, Qt::CaseInsensitive) == 0)
      continue;
    DocumentRequirement one;
    for (const QString& said : item.compare(everyone, Qt::CaseInsensitive) == 0 ? QStringList() : item.split(next)) {
      const QString name = said.section(QLatin1Char('='), 0, 0).trimmed().toLower();
      const auto part = std::find_if(std::begin(parts), std::end(parts),
                                     [&](const Part& known) { return name == QLatin1String(known.name); });
      if (part == std::end(parts) || !said.contains(QLatin1Char('=')))
        return Problem{
            {},
            QCoreApplication::translate(
                "Import", "“%1” does not say who needs it: everyone, nobody, or such as degree=MD, state=IL.")
                .arg(item)};
      one.*part->member = said.section(QLatin1Char('='), 1).trimmed();
    }
    requirements.push_back(one);
  }
  return requirements;
}

} // namespace exchange
