// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/cellface.h"

#include "core/calendar/typeddate.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>

namespace ui {
namespace {

constexpr int soonDays = 7;    // a due date this near is worth a colour
constexpr int expiryDays = 60; // where no standing says it

QString say(const char* text, int n = -1) { return QCoreApplication::translate("Cell", text, nullptr, n); }

QString daysAway(int days) {
  if (days == 0)
    return say("today");
  return days < 0 ? say("%1 days ago").arg(-days) : say("in %1 days").arg(days);
}

CellFace dueFace(const Row& row, const Column& column, const QString& value, QDate today) {
  const QString status = column.status < 0 ? QString() : row.cells[size_t(column.status)];
  const bool done = isDone(status);
  const QDate due = QDate::fromString(value, Qt::ISODate);
  if (!due.isValid())
    return {.text = done ? QString() : say("No date"), .ink = Ink::Second};
  CellFace face{.text = shownDate(due, today)};
  const int late = column.days < 0 ? 0 : row.cells[size_t(column.days)].toInt();
  if (late > 0) {
    face.text += say(" · %1 late").arg(late);
    face.spoken = say("%1, %2 business days late").arg(value).arg(late);
    face.ink = Ink::Late;
    face.tone = Tone::Late;
  } else if (!done && due >= today && due <= today.addDays(soonDays)) {
    if (due == today)
      face.text = say("Today");
    face.spoken = say("%1, due soon").arg(value);
    face.ink = Ink::Soon;
    face.tone = Tone::Soon;
  } else if (done) {
    face.ink = Ink::Second;
  }
  return face;
}

CellFace followUpFace(const Row& row, const Column& column, const QString& value, QDate today) {
  const QDate day = QDate::fromString(value, Qt::ISODate);
  CellFace face{.text = shownDate(day, today)};
  if (!day.isValid() || day > today || (column.status >= 0 && isDone(row.cells[size_t(column.status)])))
    return face;
  face.spoken = say("%1, to be followed up").arg(value);
  face.tone = day < today ? Tone::Late : Tone::Soon;
  face.ink = inkOf(face.tone);
  return face;
}

CellFace expiryFace(const Row& row, const Column& column, const QString& value, QDate today) {
  const QDate end = QDate::fromString(value, Qt::ISODate);
  if (!end.isValid())
    return {.text = say("No date"), .ink = Ink::Second};
  const int days = int(today.daysTo(end));
  const QString standing = column.status < 0 ? QString() : row.cells[size_t(column.status)];
  const bool expired = days < 0;
  const bool expiring = standing.isEmpty() ? days <= expiryDays : standing == QLatin1String("Expiring");
  CellFace face{.text = shownDate(end, today)};
  if (!expired && !expiring)
    return face;
  face.text += QStringLiteral(" · ") + daysAway(days);
  face.spoken = (expired ? say("%1, expired %2") : say("%1, expiring %2")).arg(value, daysAway(days));
  face.ink = expired ? Ink::Late : Ink::Soon;
  face.tone = expired ? Tone::Late : Tone::Soon;
  return face;
}

} // namespace

StatusLook statusLook(const QString& word) {
  static const QHash<QString, StatusLook> looks = [] {
    QHash<QString, StatusLook> result;
    const auto add = [&result](const char* icon, Tone tone, std::initializer_list<const char*> words) {
      for (const char* each : words)
        result.insert(QString::fromUtf8(each), {QString::fromLatin1(icon), tone});
    };
    add("circle-alert", Tone::Late, {"expired", "end date past", "overdue", "denied", "fast-track", "rejected"});
    add("clock-alert", Tone::Soon, {"expiring", "due soon"});
    add("circle-alert", Tone::Soon, {"info requested", "high"});
    add("circle-dot", Tone::Soon, {"changed"});
    add("circle-check", Tone::Done, {"completed", "current", "participating", "approved"});
    add("check", Tone::Done, {"active", "verified"});
    add("check", Tone::Neutral, {"same"});
    add("circle-x", Tone::Late, {"failed"});
    add("triangle-alert", Tone::Soon, {"may have been sent"});
    add("check", Tone::Done, {"sent"});
    add("send", Tone::Waiting, {"sending"});
    add("hourglass", Tone::Waiting,
        {"waiting", "waiting on provider", "submitted", "received", "in review", "committee", "contracting", "appeal",
         "approved, pending load", "payor", "provider", "facility"});
    add("user", Tone::Neutral, {"us"});
    add("circle-dot", Tone::Neutral, {"in progress", "gathering", "ready to submit", "onboarding"});
    add("circle", Tone::Neutral, {"new", "not started", "normal"});
    add("circle-dashed", Tone::Neutral, {"missing", "no tracking yet"});
    add("calendar-x-2", Tone::Neutral, {"no date", "no end date"});
    add("circle-pause", Tone::Neutral, {"on hold", "inactive", "low"});
    add("circle-slash", Tone::Neutral,
        {"not needed", "not applicable", "cancelled", "withdrawn", "terminated", "non-participating", "panel closed",
         "nobody"});
    return result;
  }();
  return looks.value(word.toLower(), {QStringLiteral("circle"), Tone::Neutral});
}

bool isDone(const QString& status) {
  static const QStringList done{QStringLiteral("Completed"), QStringLiteral("Not needed"), QStringLiteral("Cancelled")};
  return done.contains(status);
}

CellFace cellFace(const std::vector<Column>& columns, const Row& row, int index, QDate today) {
  const Column& column = columns[size_t(index)];
  const QString& value = row.cells[size_t(index)];
  switch (column.kind) {
  case CellKind::Due:
    return dueFace(row, column, value, today);
  case CellKind::FollowUp:
    return followUpFace(row, column, value, today);
  case CellKind::Expiry:
    return expiryFace(row, column, value, today);
  case CellKind::Date:
    return {.text = shownDate(QDate::fromString(value, Qt::ISODate), today)};
  case CellKind::Status: {
    if (value.isEmpty())
      return {};
    const QString status = column.status < 0 ? value : row.cells[size_t(column.status)];
    const StatusLook look = statusLook(status);
    CellFace face{.text = value, .icon = look.icon, .ink = inkOf(look.tone), .tone = look.tone};
    if (status != value && status != QLatin1String("Current")) // "3 alerts" says how bad they are, too
      face.text += QStringLiteral(" · ") + status;
    return face;
  }
  case CellKind::Offer:
    if (value == QLatin1String("No tracking yet"))
      return {.text = value,
              .spoken = say("No tracking yet, start one"),
              .icon = QStringLiteral("star"),
              .ink = Ink::Neutral,
              .tone = Tone::Neutral};
    return {.text = value, .ink = Ink::Accent};
  case CellKind::Dated: {
    static const QRegularExpression date(QStringLiteral("\\d{4}-\\d{2}-\\d{2}"));
    const auto found = date.match(value);
    QString text = value;
    if (found.hasMatch())
      text.replace(found.capturedStart(), found.capturedLength(),
                   shownDate(QDate::fromString(found.captured(), Qt::ISODate), today));
    return {.text = text, .ink = Ink::Second};
  }
  case CellKind::Second:
    return {.text = value, .ink = Ink::Second};
  case CellKind::Text:
  case CellKind::Strong:
  case CellKind::Number:
    break;
  }
  return {.text = value};
}

} // namespace ui
