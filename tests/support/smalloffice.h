// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/team/provider.h"
#include "core/team/team.h"
#include "support/freshfile.h"

/// A new data file on the disk with one team of so many providers and no other record: the smallest there is to change.
inline void makeSmallOffice(const QString& path, int providers) {
  const auto file = datafile::open(path, tester());
  db::Transaction transaction(*file, tester(), QStringLiteral("Made"));
  Team team;
  team.name = QStringLiteral("Lakeside");
  team.id = db::save(transaction, team);
  for (int i = 0; i < providers; ++i) {
    Provider provider;
    provider.team = team.id;
    provider.lastName = QStringLiteral("Example %1").arg(i);
    db::save(transaction, provider);
  }
  transaction.commit();
}
