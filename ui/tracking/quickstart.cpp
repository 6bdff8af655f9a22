// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracking/quickstart.h"

#include "core/base/text.h"
#include "core/facilities/affiliation.h"
#include "core/facilities/facility.h"
#include "core/payors/enrollment.h"
#include "core/payors/payor.h"
#include "core/team/practice.h"
#include "core/team/provider.h"
#include "core/tracking/quickstart.h"
#include "ui/form/recordform.h"
#include "ui/shell/attempt.h"
#include "ui/shell/session.h"
#include "ui/theme/theme.h"
#include "ui/tracking/startform.h"

#include <QCoreApplication>
#include <QMenu>

namespace ui {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(QuickStart)
};

/// Who looks after the record, else after the provider; the form puts me where that is nobody.
Id<Coordinator> assigneeOf(db::Database& database, Id<Coordinator> own, Id<Provider> provider) {
  if (own.isValid())
    return own;
  const auto of = db::load(database, provider);
  return of ? of->assignee : Id<Coordinator>{};
}

} // namespace

void fillStartMenu(QMenu& menu, Session& session, const QuickStart& start, QWidget* parent) {
  const auto add = [&](const QString& text, const QString& type, const QString& subtype) {
    Tracking preset = start.preset;
    preset.type = type;
    preset.subtype = subtype;
    return menu.addAction(text, parent, [&session, parent, preset] {
      attempt(Say::tr("Opening the form"), [&] { openStartTracking(session, parent, preset); });
    });
  };
  QString type;
  for (const TrackingTemplate& one : quickStarts(session.database(), start.types, start.again)) {
    if (!type.isEmpty() && type != one.type)
      menu.addSeparator();
    QAction* action = add(one.type + QStringLiteral(" – ") + one.subtype + QStringLiteral("…"), one.type, one.subtype);
    if (type.isEmpty()) { // the best guess
      action->setIcon(icon(QStringLiteral("star"), Ink::Accent));
      menu.setActiveAction(action);
    }
    type = one.type;
  }
  if (!type.isEmpty())
    menu.addSeparator();
  add(Say::tr("Without a template…"), start.types.value(0), {});
}

void openStartMenu(Session& session, const QuickStart& start, QWidget* below) {
  auto* menu = new QMenu(below->window());
  menu->setAttribute(Qt::WA_DeleteOnClose);
  menu->setObjectName(QStringLiteral("startMenu"));
  menu->setAccessibleName(Say::tr("Start a tracking"));
  fillStartMenu(*menu, session, start, below->window());
  const QPoint right = below->mapToGlobal(QPoint(below->width(), below->height() + px(size::step)));
  menu->popup(right - QPoint(menu->sizeHint().width(), 0));
}

QuickStart quickStartOf(Session& session, Id<Enrollment> id) {
  db::Database& database = session.database();
  const Enrollment enrollment = recordFor(session, id);
  QuickStart start;
  start.preset.provider = enrollment.provider;
  start.preset.practice = enrollment.practice;
  start.preset.payor = enrollment.payor;
  start.preset.state = enrollment.state;
  start.preset.enrollment = id;
  start.preset.assignee = assigneeOf(database, enrollment.assignee, enrollment.provider);
  start.types = QStringList{QStringLiteral("Payor")};
  const auto payor = db::load(database, enrollment.payor);
  if (payor && payor->payorClass == QLatin1String("Medicare"))
    start.types.prepend(QStringLiteral("Medicare"));
  start.again = enrollment.effective.isValid();
  return start;
}

QuickStart quickStartOf(Session& session, Id<Affiliation> id) {
  const Affiliation affiliation = recordFor(session, id);
  QuickStart start;
  start.preset.provider = affiliation.provider;
  start.preset.facility = affiliation.facility;
  start.preset.affiliation = id;
  start.preset.state =
      session.database().text(QStringLiteral("SELECT state FROM facility WHERE id = ?"), {affiliation.facility});
  start.preset.assignee = assigneeOf(session.database(), affiliation.assignee, affiliation.provider);
  start.types = QStringList{QStringLiteral("Facility")};
  start.again = affiliation.appointed.isValid();
  return start;
}

QuickStart quickStartOfLicence(Session& session, Id<Provider> provider, const QString& state, bool isThere) {
  QuickStart start;
  start.preset.provider = provider;
  start.preset.state = state;
  start.preset.assignee = assigneeOf(session.database(), {}, provider);
  start.types = QStringList{QStringLiteral("State License")};
  start.again = isThere;
  return start;
}

QuickStart quickStartOf(Session& session, Id<Provider> id) {
  const Provider provider = recordFor(session, id);
  QuickStart start;
  start.preset.provider = id;
  start.preset.assignee = provider.assignee;
  start.types = QStringList{QStringLiteral("Onboarding")};
  for (const TrackingTemplate& one : quickStarts(session.database(), {}, false))
    if (!start.types.contains(one.type))
      start.types << one.type;
  return start;
}

QuickStart quickStartOf(Session& session, Id<Practice> id) {
  QuickStart start;
  start.preset.practice = id;
  start.preset.state = session.database().text(QStringLiteral("SELECT state FROM practice WHERE id = ?"), {id});
  return start;
}

} // namespace ui
