// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/views.h"

#include "core/base/disk.h"
#include "ui/form/formdialog.h"
#include "ui/list/listingpage.h"
#include "ui/list/tableview.h"
#include "ui/shell/attempt.h"
#include "ui/shell/session.h"
#include "ui/theme/theme.h"

#include <QFileDialog>
#include <QJsonDocument>
#include <QMenu>
#include <QPushButton>
#include <QSaveFile>
#include <QShortcut>

namespace ui {
namespace {

constexpr int withKeys = 9;
constexpr qint64 largestFile = 1 << 20;

} // namespace

Views::Views(Session& session, QWidget* window, BringForward bringForward)
    : QObject(window), m_session(session), m_window(window), m_bringForward(std::move(bringForward)) {
  for (int i = 0; i < withKeys; ++i) {
    auto* keys = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + i)), window);
    connect(keys, &QShortcut::activated, this, [this, i] {
      attempt(tr("Opening the view"), [&] {
        if (const auto views = all(); size_t(i) < views.size())
          open(views[size_t(i)]);
        else
          Q_EMIT m_session.said(tr("There is no view %1 yet: “Views” beside a list's title saves one").arg(i + 1));
      });
    });
  }
  const auto renamed = [this] {
    for (ListingPage* page : m_pages.keys())
      name(page);
  };
  connect(&session, &Session::changed, this, renamed);
  connect(&session, &Session::meChanged, this, renamed);
}

void Views::add(ListingPage* page) {
  auto* button = new QPushButton(tr("Views"));
  setButtonIcon(button, QStringLiteral("star"));
  button->setObjectName(page->objectName() + QStringLiteral(".views"));
  button->setProperty("quiet", true);
  button->setToolTip(tr("Views of this list that were saved (Ctrl+1 to Ctrl+9)"));
  m_pages[page].button = button;
  connect(button, &QPushButton::clicked, this, [this, page, button] {
    auto* menu = new QMenu(button);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("views"));
    attempt(tr("Reading the views"), [&] { fill(*menu, page); });
    menu->popup(button->mapToGlobal(QPoint(0, button->height() + px(size::step))));
  });
  connect(page, &ListPage::viewChanged, this, [this, page] { name(page); });
  page->addLead(button);
  name(page);
}

std::vector<SavedView> Views::all() const { return viewsOf(m_session.database(), m_session.me()); }

std::optional<SavedView> Views::shown(ListingPage* page) const {
  const Id<SavedView> id = m_pages.value(page).view;
  return id.isValid() ? db::load(m_session.database(), id) : std::nullopt;
}

report::View Views::viewOf(const ListingPage& page) const {
  report::View view;
  view.list = page.objectName();
  view.look = page.query();
  view.look.teams.clear();
  Query wide;
  wide.filters[QStringLiteral("wide")] = {QStringLiteral("all")};
  view.report = page.rows().request({}, {}).listing->name;
  view.wide = page.rows().request(wide, {}).listing->name;
  if (view.wide == view.report)
    view.wide.clear();
  view.columns = QJsonDocument::fromJson(page.table()->columnState()).array();
  view.isBoard = page.isSecondLook();
  return view;
}

void Views::apply(ListingPage& page, const report::View& view) {
  page.table()->setColumnState(QJsonDocument(view.columns).toJson(QJsonDocument::Compact));
  Query query = view.look;
  query.teams = page.query().teams;
  page.setQuery(query);
  page.turnToSecondLook(view.isBoard);
}

/// Whether somebody filtered, sorted or grouped since. (Widths alone are no change worth a word.)
bool Views::isChanged(const ListingPage& page, const SavedView& saved) const {
  const Result<report::View> kept = report::viewFrom(saved.look.toUtf8());
  const report::View now = viewOf(page);
  const auto shownOf = [](const report::View& view) {
    QStringList keys;
    for (const auto& column : view.columns)
      if (column.toObject().value(QStringLiteral("shown")).toBool())
        keys << column.toObject().value(QStringLiteral("key")).toString();
    return keys;
  };
  return kept && !(kept->look == now.look && kept->isBoard == now.isBoard && shownOf(*kept) == shownOf(now));
}

void Views::name(ListingPage* page) {
  Shown& entry = m_pages[page];
  attempt(tr("Reading the views"), [&] {
    const auto view = shown(page);
    if (!view)
      entry.view = {};
    const QString text = !view                     ? tr("Views")
                         : isChanged(*page, *view) ? tr("%1 (changed)").arg(view->name)
                                                   : view->name;
    entry.button->setText(QString(text).replace(QLatin1Char('&'), QStringLiteral("&&")));
    entry.button->setAccessibleName(view ? tr("View: %1").arg(text) : tr("Saved views"));
  });
}

void Views::open(const SavedView& saved) {
  const Result<report::View> view = report::viewFrom(saved.look.toUtf8());
  if (!view) {
    Q_EMIT m_session.said(view.problems().front().sentence);
    return;
  }
  for (ListingPage* page : m_pages.keys())
    if (page->objectName() == saved.list) {
      m_pages[page].view = saved.id;
      m_bringForward(page);
      apply(*page, *view);
      name(page);
      return;
    }
}

void Views::fill(QMenu& menu, ListingPage* page) {
  if (!m_pages.contains(page))
    page = nullptr;
  const auto views = all();
  const auto current = page ? shown(page) : std::nullopt;
  for (size_t i = 0; i < views.size(); ++i) {
    QString text = QString(views[i].name).replace(QLatin1Char('&'), QStringLiteral("&&"));
    if (!views[i].coordinator.isValid())
      text += tr(" · shared");
    if (i < withKeys)
      text +=
          QLatin1Char('\t') + QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + int(i))).toString(QKeySequence::NativeText);
    QAction* entry =
        menu.addAction(text, this, [this, view = views[i]] { attempt(tr("Opening the view"), [&] { open(view); }); });
    entry->setCheckable(true);
    entry->setChecked(current && current->id == views[i].id);
  }
  if (views.empty())
    menu.addAction(tr("No view was saved yet"))->setEnabled(false);
  menu.addSeparator();
  if (page) {
    menu.addAction(tr("&Save as a view…"), this, [this, page] {
      SavedView fresh;
      fresh.list = page->objectName();
      fresh.coordinator = m_session.me();
      openForm(*page, fresh, tr("Save as a view"));
    });
    if (current)
      addEntries(menu, *page, *current);
  }
  menu.addAction(tr("Read a view &from a file…"), this, &Views::readFile);
}

void Views::addEntries(QMenu& menu, ListingPage& page, const SavedView& view) {
  if (isChanged(page, view))
    menu.addAction(tr("Save the &changes to it"), this, [this, &page, view] {
      SavedView now = view;
      report::View look = viewOf(page);
      look.name = now.name;
      now.look = QString::fromUtf8(report::kept(look));
      save(tr("Changed the view “%1”").arg(now.name), now);
    });
  menu.addSeparator();
  menu.addAction(tr("&Rename or share it…"), this,
                 [this, &page, view] { openForm(page, view, tr("Rename or share the view")); });
  menu.addAction(tr("Move it &up"), this, [this, view] { move(view, -1); });
  menu.addAction(tr("Move it &down"), this, [this, view] { move(view, 1); });
  menu.addAction(tr("&Delete it"), this, [this, view] {
    m_session.change(tr("Deleted the view “%1”").arg(view.name),
                     [&](db::Transaction& transaction) { db::remove(transaction, view.id); });
  });
  menu.addSeparator();
  menu.addAction(tr("&Write it to a file…"), this, [this, view] { writeFile(view); });
}

void Views::save(const QString& what, const SavedView& view) {
  m_session.change(what, [&](db::Transaction& transaction) { db::save(transaction, view); });
}

void Views::move(const SavedView& view, int by) {
  const auto views = all();
  const auto at = std::find_if(views.begin(), views.end(), [&](const SavedView& each) { return each.id == view.id; });
  const int to = int(at - views.begin()) + by;
  if (at != views.end() && to >= 0 && to < int(views.size()))
    m_session.change(tr("Moved the view “%1”").arg(view.name),
                     [&](db::Transaction& transaction) { moveView(transaction, view.id, m_session.me(), to); });
}

void Views::openForm(ListingPage& page, const SavedView& view, const QString& title) {
  attempt(tr("Opening the form"), [&] {
    auto* form = new FormDialog(QStringLiteral("view/%1/%2").arg(view.list).arg(view.id.value), title, m_window);
    form->addText(QStringLiteral("name"), tr("Name"), tr("Late with Medicare"));
    form->addCheck(QStringLiteral("shared"), tr("Everybody sees it"));
    form->setValues({{QStringLiteral("name"), view.name},
                     {QStringLiteral("shared"), view.id.isValid() && !view.coordinator.isValid()}});
    form->setSave([this, &page, view](const QVariantMap& answers) -> Problems {
      SavedView saved = view;
      saved.name = answers.value(QStringLiteral("name")).toString().simplified();
      const bool isShared = answers.value(QStringLiteral("shared")).toBool();
      if (!isShared && !m_session.me().isValid())
        return {{QStringLiteral("shared"), tr("Nobody said who sits here: choose yourself at the top right, or let "
                                              "everybody see the view.")}};
      saved.coordinator = isShared ? Id<Coordinator>() : m_session.me();
      report::View look = viewOf(page);
      if (view.id.isValid())
        if (const auto kept = report::viewFrom(view.look.toUtf8()))
          look = *kept;
      look.name = saved.name;
      saved.look = QString::fromUtf8(report::kept(look));
      if (!view.id.isValid())
        saved.position = int(all().size());
      return m_session.tryChange(tr("Saved the view “%1”").arg(saved.name), [&](db::Transaction& transaction) {
        Problems problems = check(saved, transaction.database());
        if (problems.empty())
          m_pages[&page].view = db::save(transaction, saved);
        return problems;
      });
    });
    form->open();
  });
}

void Views::writeFile(const SavedView& view) {
  auto* dialog = new QFileDialog(m_window, tr("Write the view to a file"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setNameFilter(tr("View (*.json)"));
  dialog->setDefaultSuffix(QStringLiteral("json"));
  dialog->selectFile(QString(view.name).replace(QLatin1Char('/'), QLatin1Char('-')) + QStringLiteral(".json"));
  connect(dialog, &QFileDialog::fileSelected, this, [this, view](const QString& path) {
    attempt(tr("Writing the view"), [&] {
      const Result<report::View> look = report::viewFrom(view.look.toUtf8());
      QSaveFile file(path);
      const QByteArray text = look ? report::viewFile(m_session.database(), *look) : QByteArray();
      const bool whole = file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit();
      Q_EMIT m_session.said(
          whole ? tr("Wrote the view “%1”").arg(view.name)
                : tr("The view could not be written: %1. Choose another folder.").arg(whyNotWritten(file)));
    });
  });
  dialog->open();
}

void Views::readFile() {
  auto* dialog = new QFileDialog(m_window, tr("Read a view from a file"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::ExistingFile);
  dialog->setNameFilter(tr("View (*.json)"));
  connect(dialog, &QFileDialog::fileSelected, this, &Views::takeFile);
  dialog->open();
}

void Views::takeFile(const QString& path) {
  attempt(tr("Reading the view"), [&] {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
      Q_EMIT m_session.said(tr("The file could not be read: %1. Nothing was changed.").arg(file.errorString()));
      return;
    }
    const Result<report::View> view = report::viewFromFile(m_session.database(), file.read(largestFile));
    if (!view) {
      Q_EMIT m_session.said(view.problems().front().sentence);
      return;
    }
    SavedView saved;
    saved.list = view->list;
    saved.name = view->name.isEmpty() ? tr("View from a file") : view->name;
    saved.coordinator = m_session.me();
    saved.position = int(all().size());
    saved.look = QString::fromUtf8(report::kept(*view));
    for (int i = 2; !check(saved, m_session.database()).empty() && i < 100; ++i)
      saved.name = QStringLiteral("%1 (%2)").arg(view->name).arg(i);
    m_session.change(tr("Read the view “%1”").arg(saved.name),
                     [&](db::Transaction& transaction) { saved.id = db::save(transaction, saved); });
    if (saved.id.isValid())
      open(saved);
  });
}

} // namespace ui
