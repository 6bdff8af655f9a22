// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/recordchoices.h"
#include "ui/palette/palette.h"
#include "ui/participation/participationpage.h"
#include "ui/profile/profilepage.h"
#include "ui/shell/attempt.h"
#include "ui/shell/desk.h"
#include "ui/shell/helppage.h"
#include "ui/shell/session.h"
#include "ui/tasks/taskform.h"
#include "ui/team/officeforms.h"
#include "ui/tracking/stepform.h"

#include <QMenu>

// What the desk has for getting anywhere: the palette, and the question of participation.
namespace ui {

namespace {
constexpr size_t mostRecent = 8;
}

void Desk::addJumpEntries() {
  using Menu = MainWindow::Menu;
  m_window.addEntry(Menu::Edit, tr("&Search or jump…"), QKeySequence(Qt::CTRL | Qt::Key_K), [this] { openPalette(); });
  m_window.addEntry(Menu::View, tr("Is a provider with a &payor?…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Y),
                    [this] { openParticipation({}); });
  m_window.addEntry(Menu::Help, tr("&Help"), QKeySequence(Qt::Key_F1), [this] {
    if (!qobject_cast<HelpPage*>(m_window.page()))
      m_window.openPage(new HelpPage(m_window.ground()));
  });
  connect(m_window.header(), &HeaderBar::jumpAsked, this, &Desk::openPalette);
}

void Desk::openPalette() {
  fillViews(); // what was saved has its commands there
  std::vector<Command> commands;
  for (const auto which : {MainWindow::Menu::File, MainWindow::Menu::Edit, MainWindow::Menu::View,
                           MainWindow::Menu::Mail, MainWindow::Menu::Reports, MainWindow::Menu::Help}) {
    const QMenu& menu = *m_window.menu(which);
    for (Command& command : commandsOf(menu, menu.title().remove(QLatin1Char('&'))))
      commands.push_back(std::move(command));
  }
  auto* palette = new Palette(m_session, std::move(commands), m_recent, &m_window);
  connect(palette, &Palette::chosen, this, &Desk::openFound);
  palette->open();
}

void Desk::openFound(const Hit& found) {
  attempt(tr("Opening the record"), [&] {
    switch (found.kind) {
    case Hit::Kind::Provider:
      return openProfile(Id<Provider>{found.id});
    case Hit::Kind::Practice:
      return openProfile(Id<Practice>{found.id});
    case Hit::Kind::Facility:
      return openProfile(Id<Facility>{found.id});
    case Hit::Kind::Payor:
      return openPayorForm(m_session, Id<Payor>{found.id}, &m_window);
    case Hit::Kind::Tracking:
      return openStepForm(m_session, Id<Step>{found.id}, &m_window);
    case Hit::Kind::Task:
      return openTaskForm(m_session, Id<Task>{found.id}, &m_window);
    case Hit::Kind::Answer:
      return openParticipation(found.question);
    case Hit::Kind::Problem:
      return;
    }
  });
}

void Desk::remember(const Subject& subject) {
  Hit found;
  found.id = subject.id;
  switch (subject.kind) {
  case Subject::Kind::Provider:
    found.title = nameOf(m_session.database(), subject.provider());
    break;
  case Subject::Kind::Practice:
    found.kind = Hit::Kind::Practice;
    found.title = nameOf(m_session.database(), subject.practice());
    break;
  case Subject::Kind::Facility:
    found.kind = Hit::Kind::Facility;
    found.title = nameOf(m_session.database(), subject.facility());
    break;
  }
  found.second = tr("looked at before");
  std::erase_if(m_recent, [&](const Hit& other) { return other.kind == found.kind && other.id == found.id; });
  m_recent.insert(m_recent.begin(), found);
  if (m_recent.size() > mostRecent)
    m_recent.pop_back();
}

void Desk::openParticipation(const participation::Question& question) {
  attempt(tr("Opening the page"), [&] {
    auto* page = qobject_cast<ParticipationPage*>(m_window.page());
    if (!page) {
      page = new ParticipationPage(m_session, m_window.ground());
      connect(page, &ParticipationPage::profileAsked, this, &Desk::openProfile);
      m_window.openPage(page);
      page->find();
    }
    if (question.provider.isValid())
      page->ask(question);
  });
}

} // namespace ui
