// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/datafile/sample.h"

#include "core/datafile/sample/world.h"
#include "core/tracking/shippedtemplates.h"

#include <QCoreApplication>

void makeSample(db::Database& database, const db::Actor& actor, QDate today) {
  db::Transaction transaction(database, actor, QCoreApplication::translate("makeSample", "Sample data"));
  shipTemplates(transaction);
  sample::World world(transaction, today);
  sample::makeOffice(world);
  sample::makeProviders(world);
  sample::makePayors(world);
  sample::makeEnrollments(world);
  sample::makeAffiliations(world);
  sample::makeCredentials(world);
  sample::makeTrackings(world);
  sample::makeTasks(world);
  sample::makeContacts(world);
  sample::makeCareers(world);
  transaction.commit();
}
