// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/taskabout.h"

#include "core/payors/enrollment.h"
#include "core/report/listing.h"
#include "core/review/item.h"
#include "core/tracking/step.h"
#include "core/tracking/tracking.h"
#include "ui/edit/listedit.h"
#include "ui/form/recordchoices.h"
#include "ui/list/listingpage.h"
#include "ui/list/tableview.h"
#include "ui/profile/profilepage.h"
#include "ui/shell/panewidgets.h"

#include <QSet>

namespace ui {
namespace {

void relate(db::Database& database, Task& task, Id<Tracking> id) {
  const auto tracking = db::load(database, id);
  if (!tracking)
    return;
  task.tracking = tracking->id;
  task.provider = tracking->provider;
  task.practice = tracking->practice;
  task.payor = tracking->payor;
}

void relate(db::Database& database, Task& task, Id<Step> id) {
  if (const auto step = db::load(database, id))
    relate(database, task, step->tracking);
}

void relate(db::Database& database, Task& task, Id<Enrollment> id) {
  const auto enrollment = db::load(database, id);
  if (!enrollment)
    return;
  task.provider = enrollment->provider;
  task.practice = enrollment->practice;
  task.payor = enrollment->payor;
}

void relate(db::Database& database, Task& task, const alerts::Subject& subject) {
  if (subject.enrollment.isValid())
    return relate(database, task, subject.enrollment);
  // What people know of an alert's row beside that is whose it is.
  const auto owner = database.first(
      QStringLiteral("SELECT provider_id, practice_id FROM credential WHERE id = ? UNION ALL SELECT provider_id, NULL "
                     "FROM affiliation WHERE id = ?"),
      {subject.credential, subject.affiliation}, [](db::Row& row) {
        const auto provider = row.id<Provider>();
        return std::pair(provider, row.id<Practice>());
      });
  task.provider = owner ? owner->first : subject.provider;
  task.practice = owner ? owner->second : Id<Practice>{};
}

void relate(db::Database& database, Task& task, const review::Item& item) {
  if (item.step.isValid())
    return relate(database, task, item.step);
  const auto other = db::load(database, item.task);
  if (!other)
    return relate(database, task, item.subject);
  task.provider = other->provider;
  task.practice = other->practice;
  task.tracking = other->tracking;
  task.payor = other->payor;
}

} // namespace

Task taskAbout(db::Database& database, QWidget* page) {
  Task task;
  if (const auto* profile = qobject_cast<const ProfilePage*>(page)) {
    task.provider = profile->subject().provider();
    task.practice = profile->subject().practice();
  }
  const ListingPage* list = listInHand(page);
  const bool isInFront = list && list->isVisible() && (list == page || page->isAncestorOf(list));
  const qint64 row = isInFront ? list->table()->currentId() : 0;
  if (row == 0)
    return task;
  const QString name = list->shown().listing->name;
  static const QSet<QString> steps{QStringLiteral("open-items"), QStringLiteral("all-items"),
                                   QStringLiteral("call-sheet")};
  static const QSet<QString> trackings{QStringLiteral("tracking"), QStringLiteral("running-trackings"),
                                       QStringLiteral("loose-trackings")};
  if (steps.contains(name)) {
    relate(database, task, Id<Step>{row});
  } else if (trackings.contains(name)) {
    relate(database, task, Id<Tracking>{row});
  } else if (list->property("records").toString() == Enrollment::table().name()) {
    relate(database, task, Id<Enrollment>{row});
  } else if (name == QLatin1String("alerts")) {
    if (const auto subject = alerts::subjectOfRow(database, row))
      relate(database, task, *subject);
  } else if (name == QLatin1String("review")) {
    if (const auto item = review::itemOf(database, row))
      relate(database, task, *item);
  } else if (name == QLatin1String("providers")) {
    task.provider = {row};
    task.practice = {};
  } else if (name == QLatin1String("practices")) {
    task.practice = {row};
  }
  return task;
}

QString relatedTo(db::Database& database, const Task& task) {
  return joined({task.provider.isValid() ? nameOf(database, task.provider) : nameOf(database, task.practice),
                 nameOf(database, task.payor),
                 database.text(QStringLiteral("SELECT reference FROM tracking WHERE id = ?"), {task.tracking})});
}

} // namespace ui
