// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mail/duepage.h"

#include "ui/list/listmodel.h"
#include "ui/list/tableview.h"
#include "ui/mail/courier.h"
#include "ui/mail/duerows.h"
#include "ui/mail/mailpane.h"
#include "ui/shell/panewidgets.h"
#include "ui/shell/session.h"

#include <QCoreApplication>
#include <QItemSelectionModel>
#include <QLabel>
#include <QPushButton>

namespace ui {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(DuePage)
};

} // namespace

ListPage* makeDuePage(Session& session, Courier& courier) {
  PageSpec spec;
  spec.key = QStringLiteral("due");
  spec.title = Say::tr("What would go out today");
  spec.icon = QStringLiteral("mail");
  spec.emptyTitle = Say::tr("Nothing goes out today");
  spec.emptyText = Say::tr("Alerts whose ladder has reached a rung, tasks that are due or newly assigned, follow-ups "
                           "and letters that wait would stand here, each mail as it would go.");
  auto rows = std::make_shared<DueRows>(session.database().file(), courier.today());
  auto* page = new ListPage(std::move(spec), rows, session.today());
  auto* pane = new MailPane(Say::tr("Select a mail to read it before it goes."));
  page->setSide(pane);
  QLabel* untold = words({}, Face::Second);
  untold->setObjectName(QStringLiteral("due.untold"));
  untold->setProperty("ground", QStringLiteral("notice"));
  untold->setContentsMargins(px(size::margin), px(size::gap), px(size::margin), px(size::gap));
  untold->hide();
  page->setNotice(untold);
  auto* send = new QPushButton(Say::tr("Send now"));
  setButtonIcon(send, QStringLiteral("send"));
  send->setObjectName(QStringLiteral("due.send"));
  send->setToolTip(Say::tr("Does not wait for the next time of the day"));
  QObject::connect(send, &QPushButton::clicked, page, [&courier] { courier.sendNow(); });
  page->addButton(send);

  const auto follow = [page, pane, rows] {
    if (const auto mail = rows->mail(page->table()->currentId()))
      pane->showMail(*mail, mail->status == mail::status::waiting && mail->id.isValid() ? mail->status : QString(), {});
    else
      pane->showNothing();
  };
  QObject::connect(page, &ListPage::openAsked, pane, &MailPane::read);
  QObject::connect(page->table()->selectionModel(), &QItemSelectionModel::currentRowChanged, pane, follow);
  QObject::connect(page->model(), &ListModel::completed, pane, [rows, untold, follow] {
    untold->setText(rows->untold().join(QLatin1Char('\n')));
    untold->setVisible(!untold->text().isEmpty());
    follow();
  });
  const auto again = [page, rows] {
    rows->forget();
    page->refresh();
  };
  QObject::connect(&session, &Session::changed, page, again);
  QObject::connect(&courier, &Courier::ran, page, again);
  QObject::connect(&session, &Session::dayBegan, page, [&session, page, rows] {
    rows->beginDay(session.today());
    page->beginDay(session.today());
  });
  return page;
}

} // namespace ui
