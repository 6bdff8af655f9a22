// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/credentials/documenttypespage.h"
#include "ui/list/tableview.h"
#include "ui/reports/saving.h"
#include "ui/shell/attempt.h"
#include "ui/shell/desk.h"
#include "ui/shell/session.h"
#include "ui/tracking/callsheet.h"
#include "ui/tracking/mendpage.h"
#include "ui/tracking/startform.h"
#include "ui/tracking/stepform.h"
#include "ui/tracking/templatespage.h"
#include "ui/tracking/trackingpage.h"

#include <QApplication>
#include <QMenu>
#include <QPushButton>

// What the desk has for the work queue: the pages that lie over a tab, and their entries.
namespace ui {

void Desk::addQueueEntries() {
  using Menu = MainWindow::Menu;
  m_window.addEntry(Menu::View, tr("Monday re&view"), QKeySequence(Qt::CTRL | Qt::Key_M), [this] {
    m_window.showPage(QStringLiteral("review"));
    if (!m_window.page()->isAncestorOf(QApplication::focusWidget()))
      m_window.page()->setFocus();
  });
  QAction* entries[]{
      m_window.addEntry(Menu::View, tr("Call s&heet"), QKeySequence(Qt::CTRL | Qt::Key_L),
                        [this] {
                          openListing(makeCallSheet(m_session),
                                      [this](qint64 id) { openStepForm(m_session, Id<Step>{id}, &m_window); });
                        }),
      m_window.addEntry(Menu::Edit, tr("&Templates…"), QKeySequence(Qt::CTRL | Qt::Key_T), [this] { openTemplates(); }),
      m_window.addEntry(Menu::Edit, tr("Trackings to &mend…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N), [this] {
        openListing(makeMendPage(m_session), [this](qint64 id) {
          // The step in hand tells the whole tracking.
          const Id<Step> step = stepInHand(m_session.database(), Id<Tracking>{id});
          if (step.isValid())
            openStepForm(m_session, step, &m_window);
        });
      })};
  m_window.addEntry(Menu::Edit, tr("Doc&ument types…"), QKeySequence(Qt::CTRL | Qt::Key_J), [this] {
    auto* page = makeDocumentTypesPage(m_session);
    connect(page, &ListPage::addAsked, this,
            [this] { attempt(tr("Opening the form"), [&] { openDocumentTypeForm(m_session, {}, &m_window); }); });
    openListing(page, [this](qint64 id) { openDocumentTypeForm(m_session, Id<DocumentType>{id}, &m_window); });
  });
  for (ListingPage* page : m_pages)
    if (page->objectName() == QLatin1String("tracking") || page->objectName() == QLatin1String("trackings")) {
      page->primaryMenu()->addActions({std::begin(entries), std::end(entries)});
      page->primaryMenu()->addSeparator();
    }
}

void Desk::openListing(ListingPage* page, const std::function<void(qint64)>& open) {
  for (QWidget* there : m_window.findChildren<QWidget*>(page->objectName()))
    if (there != page && there->isVisible()) { // it is in front already
      page->deleteLater();
      return;
    }
  connect(page, &ListPage::openAsked, this,
          [open](qint64 id) { attempt(tr("Opening the record"), [&] { open(id); }); });
  connect(page, &ListingPage::exportAsked, this, [this, page] {
    attempt(tr("Export"), [&] {
      report::Request request = page->shown();
      if (request.group < 0)
        request.group = request.listing->columnAt(request.listing->grouped);
      saveAs(m_session, request, &m_window);
    });
  });
  openOver(page);
}

void Desk::openOver(ListPage* page) {
  auto* back = new QPushButton(tr("Back"));
  back->setObjectName(page->objectName() + QStringLiteral(".back"));
  back->setToolTip(tr("Back (Alt+Left)"));
  back->setProperty("quiet", true);
  page->addButton(back);
  connect(back, &QPushButton::clicked, page, &Page::closeAsked);
  page->setTeams(m_teams);
  connect(m_window.header(), &HeaderBar::scopeChosen, page, &ListPage::setTeams);
  m_window.openPage(page);
}

void Desk::startForSelected() {
  std::vector<Id<Provider>> providers;
  for (ListingPage* page : m_pages)
    if (page->objectName() == QLatin1String("team"))
      for (const qint64 id : page->table()->selectedIds())
        providers.push_back({id});
  Tracking preset;
  if (providers.size() == 1)
    preset.provider = providers.front();
  if (providers.empty())
    m_window.say(tr("Select the providers on the Team tab first."));
  else
    openStartTracking(m_session, &m_window, preset, providers.size() > 1 ? providers : std::vector<Id<Provider>>{});
}

void Desk::openTemplates() {
  if (qobject_cast<TemplatesPage*>(m_window.page()))
    return;
  auto* page = new TemplatesPage(m_session, m_window.ground());
  connect(page, &TemplatesPage::importAsked, this, [this] { openImport(); });
  m_window.openPage(page);
}

} // namespace ui
