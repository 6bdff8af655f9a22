// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/views.h"

#include "core/base/text.h"
#include "core/report/catalogue.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace report {
namespace {

constexpr int newest = 1;

struct Say {
  Q_DECLARE_TR_FUNCTIONS(View)
};

/// What an id in a filter stands for; a payor's name is unique without case and marks.
struct Names {
  const char *key, *name, *id, *what;
};
constexpr Names names[] = {
    {"assignee", "SELECT name FROM coordinator WHERE id = ?", "SELECT id FROM coordinator WHERE sort_name = ?",
     QT_TRANSLATE_NOOP("View", "the coordinator “%1”")},
    {"payor", "SELECT name FROM payor WHERE id = ?", "SELECT id FROM payor WHERE sort_name = ?",
     QT_TRANSLATE_NOOP("View", "the payor “%1”")},
    {"practice", "SELECT name FROM practice WHERE id = ?", "SELECT id FROM practice WHERE sort_name = ?",
     QT_TRANSLATE_NOOP("View", "the practice “%1”")},
    {"provider", "SELECT last_name || ', ' || first_name FROM provider WHERE id = ?",
     "SELECT id FROM provider WHERE sort_name = ?", QT_TRANSLATE_NOOP("View", "the provider “%1”")},
};

const Names* namesOf(const QString& key) {
  for (const Names& one : names)
    if (key == QLatin1String(one.key))
      return &one;
  return nullptr;
}

/// 0 is nobody, and "me" whoever looks.
bool isId(const QString& value) { return value != QLatin1String("me") && value != QLatin1String("0"); }

QJsonObject objectOf(const View& view) {
  QJsonObject filters;
  for (auto filter = view.look.filters.begin(); filter != view.look.filters.end(); ++filter)
    filters.insert(filter.key(), QJsonArray::fromStringList(filter.value()));
  QJsonArray sort;
  for (const SortKey& key : view.look.sort)
    sort.append(QJsonObject{{QStringLiteral("column"), key.column}, {QStringLiteral("descending"), key.descending}});
  return {{QStringLiteral("credenza"), QStringLiteral("view")},
          {QStringLiteral("version"), newest},
          {QStringLiteral("name"), view.name},
          {QStringLiteral("list"), view.list},
          {QStringLiteral("report"), view.report},
          {QStringLiteral("wide"), view.wide},
          {QStringLiteral("text"), view.look.text},
          {QStringLiteral("filters"), filters},
          {QStringLiteral("sort"), sort},
          {QStringLiteral("group"), view.look.group},
          {QStringLiteral("columns"), view.columns},
          {QStringLiteral("board"), view.isBoard}};
}

Problem notAView() {
  return {{},
          Say::tr("This is not a view as Credenza writes it. Nothing was changed. Choose a file that “Write the "
                  "view to a file” made.")};
}

/// Filters must be known to the listing, else asking would break on a file made by hand.
bool isSound(const View& view) {
  const Listing* listing = find(view.report);
  if (!listing || view.list.isEmpty() || (!view.wide.isEmpty() && !find(view.wide)))
    return false;
  for (auto filter = view.look.filters.begin(); filter != view.look.filters.end(); ++filter) {
    const QString& key = filter.key();
    const bool isKnown = key == QLatin1String("due")    ? listing->date >= 0
                         : key == QLatin1String("wide") ? !view.wide.isEmpty()
                                                        : listing->filters.contains(key);
    if (!isKnown || filter.value().isEmpty())
      return false;
  }
  return true;
}

} // namespace

QByteArray kept(const View& view) { return QJsonDocument(objectOf(view)).toJson(QJsonDocument::Compact); }

Result<View> viewFrom(const QByteArray& text) {
  const QJsonObject object = QJsonDocument::fromJson(text).object();
  if (object.value(QStringLiteral("credenza")).toString() != QLatin1String("view"))
    return notAView();
  if (object.value(QStringLiteral("version")).toInt() > newest)
    return Problem{{},
                   Say::tr("This view was written by a newer Credenza. Nothing was changed. Update the program, "
                           "then read it again.")};
  View view;
  const auto word = [&](const char* key) { return object.value(QLatin1String(key)).toString(); };
  view.name = word("name");
  view.list = word("list");
  view.report = word("report");
  view.wide = word("wide");
  view.look.text = word("text");
  view.look.group = word("group");
  const QJsonObject filters = object.value(QStringLiteral("filters")).toObject();
  for (auto filter = filters.begin(); filter != filters.end(); ++filter)
    for (const auto& value : filter.value().toArray())
      view.look.filters[filter.key()] << value.toString();
  for (const auto& key : object.value(QStringLiteral("sort")).toArray())
    view.look.sort.push_back({key.toObject().value(QStringLiteral("column")).toString(),
                              key.toObject().value(QStringLiteral("descending")).toBool()});
  view.columns = object.value(QStringLiteral("columns")).toArray();
  view.isBoard = object.value(QStringLiteral("board")).toBool();
  return isSound(view) ? Result<View>(view) : Result<View>(notAView());
}

QByteArray viewFile(db::Database& database, const View& view) {
  View named = view;
  for (auto filter = named.look.filters.begin(); filter != named.look.filters.end(); ++filter)
    if (const Names* of = namesOf(filter.key()))
      for (QString& value : filter.value())
        if (isId(value))
          value = database.text(QString::fromLatin1(of->name), {value.toLongLong()});
  return QJsonDocument(objectOf(named)).toJson();
}

Result<View> viewFromFile(db::Database& database, const QByteArray& file) {
  Result<View> read = viewFrom(file);
  if (!read)
    return read;
  View& view = read.value();
  for (auto filter = view.look.filters.begin(); filter != view.look.filters.end(); ++filter)
    if (const Names* of = namesOf(filter.key()))
      for (QString& value : filter.value()) {
        if (!isId(value))
          continue;
        const qint64 id = database.value(QString::fromLatin1(of->id), {folded(value)});
        if (id == 0)
          return Problem{{},
                         Say::tr("The view asks for %1, and there is none of that name here. Nothing was changed. "
                                 "Add the record, or change the name in the file.")
                             .arg(Say::tr(of->what).arg(value))};
        value = QString::number(id);
      }
  return read;
}

std::optional<SavedView> findView(db::Database& database, const QString& name) {
  const auto found = db::allWhere<SavedView>(
      database, QStringLiteral("sort_name = ? ORDER BY coordinator_id IS NOT NULL, position, id LIMIT 1"),
      {folded(name)});
  return found.empty() ? std::nullopt : std::optional(found.front());
}

namespace {

const Listing* listingOf(const View& view) {
  const Listing* wide = view.wide.isEmpty() ? nullptr : find(view.wide);
  return wide && view.look.filters.contains(QStringLiteral("wide")) ? wide : find(view.report);
}

} // namespace

const Listing* listingOf(const SavedView& saved) {
  const Result<View> view = viewFrom(saved.look.toUtf8());
  return view.isOk() ? listingOf(*view) : nullptr;
}

std::variant<Request, AskedProblem> requestNamed(db::Database& database, const QString& name, const Asked& asked,
                                                 QDate today) {
  if (const Listing* listing = find(name); listing && listing->isReport)
    return requestFor(database, *listing, asked, today);
  if (const auto view = findView(database, name))
    return requestForView(database, *view, asked, today);
  return AskedProblem{Fault::WrongUsage, Say::tr("There is no report or saved view “%1”.").arg(name)};
}

std::variant<Request, AskedProblem> requestForView(db::Database& database, const SavedView& saved, const Asked& asked,
                                                   QDate today, Id<Coordinator> me) {
  const Result<View> view = viewFrom(saved.look.toUtf8());
  if (!view)
    return AskedProblem{Fault::Unknown, view.problems().front().sentence};
  const Listing& listing = *listingOf(*view);
  auto words = requestFor(database, listing, asked, today);
  if (std::holds_alternative<AskedProblem>(words))
    return words;
  Request& request = std::get<Request>(words);
  const bool asksForMe = view->look.filters.value(QStringLiteral("assignee")).contains(QStringLiteral("me"));
  if (asksForMe && asked.assignee.isEmpty() && !me.isValid())
    return AskedProblem{Fault::Unknown, Say::tr("The view “%1” is about whoever looks at it: say who with --assignee "
                                                "NAME.")
                                            .arg(saved.name)};
  if (asksForMe && !asked.assignee.isEmpty()) { // named, and found by that: the steps that are theirs in the window,
                                                // not only those that name them
    const auto who = request.filter.is.extract(QStringLiteral("assignee"));
    me.value = *who.mapped().front().number();
  }
  Request seen = requestOf(view->look, listing, nullptr, today, me);
  seen.title = saved.name;
  for (auto& [key, values] : request.filter.is)
    seen.filter.is[key] = values;
  if (!asked.from.isEmpty() || !asked.to.isEmpty())
    seen.filter.dates = request.filter.dates;
  seen.columns = request.columns;
  if (asked.columns.isEmpty())
    for (const auto& column : view->columns)
      if (const QJsonObject one = column.toObject(); one.value(QStringLiteral("shown")).toBool())
        if (const int at = listing.columnAt(one.value(QStringLiteral("key")).toString()); at >= 0)
          seen.columns.push_back(at);
  if (!asked.sort.isEmpty())
    seen.sort = request.sort;
  if (!asked.group.isEmpty())
    seen.group = request.group;
  std::vector<int>& columns = seen.columns;
  if (seen.group >= 0 && !columns.empty() && std::find(columns.begin(), columns.end(), seen.group) == columns.end())
    columns.insert(columns.begin(), seen.group);
  return seen;
}

} // namespace report
