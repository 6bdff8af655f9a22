// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alerts/alertpane.h"

#include "core/alerts/telling.h"
#include "core/calendar/typeddate.h"
#include "core/credentials/ladder.h"
#include "core/mail/outgoing.h"
#include "ui/profile/pill.h"
#include "ui/shell/attempt.h"
#include "ui/shell/elidedlabel.h"
#include "ui/shell/panewidgets.h"
#include "ui/shell/session.h"

#include <QAction>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

namespace ui {
namespace {

constexpr int linesShown = 20; // of what was done, and of mails

QLabel* heading(const QString& text) {
  QLabel* label = words(text, Face::SecondStrong, true);
  label->setContentsMargins(0, px(size::gap), 0, 0);
  return label;
}

QString standingOf(const alerts::Expirable& alert, QDate today) {
  if (alert.subject.isMissing())
    return QStringLiteral("Missing");
  if (!alert.expires.isValid())
    return QStringLiteral("No date");
  if (alert.expires < today)
    return QStringLiteral("Expired");
  return alert.expires <= today.addDays(firstRung(alert.ladder)) ? QStringLiteral("Expiring")
                                                                 : QStringLiteral("Current");
}

QDate dayOf(const QString& instant) { return QDateTime::fromString(instant, Qt::ISODate).toLocalTime().date(); }

} // namespace

AlertPane::AlertPane(Session& session, QWidget* parent)
    : QFrame(parent), m_session(session), m_body(new QWidget), m_empty(new QLabel), m_who(new ElidedLabel),
      m_what(new ElidedLabel), m_standing(new Pill(this)), m_next(words({}, Face::Second, true)),
      m_buttons(new QVBoxLayout), m_facts(new QFormLayout), m_doneTitle(heading(tr("What was done"))),
      m_mailsTitle(heading(tr("Mails that told of it"))), m_done(new QVBoxLayout), m_mails(new QVBoxLayout) {
  setObjectName(QStringLiteral("alertPane"));
  setProperty("ground", QStringLiteral("surface"));
  setAttribute(Qt::WA_StyledBackground);
  setFace(m_who, Face::Title);
  m_who->setObjectName(QStringLiteral("alertPane.who"));
  m_what->setObjectName(QStringLiteral("alertPane.what"));
  m_next->setObjectName(QStringLiteral("alertPane.next"));

  auto* head = new QVBoxLayout;
  head->setContentsMargins(px(size::margin), px(size::cell), px(size::margin), px(size::cell));
  head->setSpacing(px(size::step));
  auto* standing = new QHBoxLayout;
  standing->setSpacing(px(size::gap));
  standing->addWidget(m_standing);
  standing->addWidget(m_next, 1);
  head->addWidget(m_who);
  head->addWidget(m_what);
  head->addLayout(standing);
  m_buttons->setContentsMargins(0, px(size::gap), 0, 0);
  m_buttons->setSpacing(px(size::step));
  head->addLayout(m_buttons);

  auto* page = new QWidget;
  page->setProperty("ground", QStringLiteral("surface"));
  auto* inside = new QVBoxLayout(page);
  inside->setContentsMargins(px(size::margin), px(size::cell), px(size::margin), px(size::cell));
  inside->setSpacing(px(size::gap));
  m_facts->setHorizontalSpacing(px(size::cell));
  m_facts->setVerticalSpacing(px(size::step));
  m_facts->setFormAlignment(Qt::AlignLeft | Qt::AlignTop);
  m_facts->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  inside->addLayout(m_facts);
  for (const auto& [title, lines, name] :
       {std::tuple(m_doneTitle, m_done, "alertPane.done"), std::tuple(m_mailsTitle, m_mails, "alertPane.mails")}) {
    title->setObjectName(QLatin1String(name));
    lines->setSpacing(px(size::gap));
    inside->addWidget(title);
    inside->addLayout(lines);
  }
  inside->addStretch();
  auto* scroll = new QScrollArea;
  scroll->setWidgetResizable(true);
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setWidget(page);

  auto* body = new QVBoxLayout(m_body);
  body->setContentsMargins(0, 0, 0, 0);
  body->setSpacing(0);
  body->addLayout(head);
  body->addWidget(hairline());
  body->addWidget(scroll, 1);
  m_empty->setText(tr("Select an alert to see what was done about it."));
  m_empty->setAlignment(Qt::AlignCenter);
  m_empty->setWordWrap(true);
  m_empty->setForegroundRole(QPalette::PlaceholderText);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(m_body);
  layout->addWidget(m_empty);
  m_body->hide();
}

void AlertPane::addButton(QAction* action, const QString& iconName, const QString& word) {
  auto* button = new QPushButton(QStringLiteral("%1  %2").arg(word, action->shortcut().toString()));
  setButtonIcon(button, iconName);
  button->setObjectName(QStringLiteral("alertPane.") + action->objectName());
  button->setAccessibleName(QString(action->text()).remove(QLatin1Char('&')));
  button->setToolTip(action->toolTip());
  connect(button, &QPushButton::clicked, action, &QAction::trigger);
  // Two in a line.
  auto* line =
      m_buttons->count() > 0 ? static_cast<QHBoxLayout*>(m_buttons->itemAt(m_buttons->count() - 1)->layout()) : nullptr;
  if (!line || line->count() == 2) {
    line = new QHBoxLayout;
    line->setSpacing(px(size::step));
    m_buttons->addLayout(line);
  }
  line->addWidget(button, 1);
}

void AlertPane::showRow(qint64 row) {
  m_row = row;
  refresh();
}

void AlertPane::refresh() {
  attempt(tr("Reading the alert"), [this] { read(); });
}

void AlertPane::read() {
  db::Database& database = m_session.database();
  const auto subject = m_row == 0 ? std::nullopt : alerts::subjectOfRow(database, m_row);
  const auto alert = subject ? alerts::expirable(database, *subject) : std::nullopt;
  m_body->setVisible(alert.has_value());
  m_empty->setVisible(!alert);
  if (!alert)
    return;
  m_who->setText(alert->who);
  m_what->setText(alert->document);
  m_standing->showStatus(standingOf(*alert, m_session.today()));
  const QDate next = alerts::nextTold(database, *alert, m_session.today());
  m_next->setText(!next.isValid()             ? tr("Nothing more is told of this date")
                  : next <= m_session.today() ? tr("Told with the next mail")
                                              : tr("Told next %1").arg(shownDate(next, m_session.today())));
  showFacts(*alert);
  showDone(*alert);
  showMails(*alert);
}

void AlertPane::addFact(const QString& label, const QString& value) {
  if (value.isEmpty())
    return;
  QLabel* name = words(label, Face::Second, true);
  name->setWordWrap(false);
  QLabel* fact = words(value, Face::Second);
  fact->setAccessibleName(label + QStringLiteral(": ") + value);
  m_facts->addRow(name, fact);
}

void AlertPane::showFacts(const alerts::Expirable& alert) {
  db::Database& database = m_session.database();
  while (m_facts->rowCount() > 0)
    m_facts->removeRow(0);
  addFact(tr("Expires"), alert.expires.isValid()     ? shownDate(alert.expires, m_session.today())
                         : alert.subject.isMissing() ? tr("Required, none on file")
                                                     : tr("No date on file"));
  const std::pair<qint64, const char*> numbers[]{{alert.subject.credential.value, "number FROM credential"},
                                                 {alert.subject.enrollment.value, "provider_number FROM enrollment"}};
  for (const auto& [id, column] : numbers)
    addFact(tr("Number"), database.text(QStringLiteral("SELECT %1 WHERE id = ?").arg(QLatin1String(column)), {id}));
  addFact(tr("Practice"), database.text(QStringLiteral("SELECT name FROM practice WHERE id = ?"), {alert.practice}));
  const QString assignee = database.text(QStringLiteral("SELECT name FROM coordinator WHERE id = ?"), {alert.assignee});
  addFact(tr("Assignee"), assignee.isEmpty() ? tr("Nobody") : assignee);
  QStringList rungs;
  for (const int rung : rungsOf(alert.ladder))
    rungs << QString::number(rung);
  addFact(tr("Told"), rungs.isEmpty() ? QString() : tr("%1 days before").arg(rungs.join(QStringLiteral(", "))));
}

void AlertPane::addLine(QVBoxLayout* to, const QString& second, const QString& text) {
  auto* part = new QWidget;
  auto* lines = new QVBoxLayout(part);
  lines->setContentsMargins(0, 0, 0, 0);
  lines->setSpacing(0);
  lines->addWidget(words(second, Face::Second, true));
  lines->addWidget(words(text));
  to->addWidget(part);
}

void AlertPane::showDone(const alerts::Expirable& alert) {
  clear(m_done);
  const QDate today = m_session.today();
  const alerts::Condition about = alerts::isAbout(alert.subject);
  const auto actions = db::allWhere<AlertAction>(
      m_session.database(), QStringLiteral("%1 ORDER BY id DESC LIMIT %2").arg(about.sql).arg(linesShown),
      about.arguments);
  m_doneTitle->setVisible(!actions.empty());
  for (const AlertAction& action : actions) {
    QString text = action.what;
    if (action.until.isValid())
      text = tr("%1 until %2").arg(text, shownDate(action.until, today));
    if (action.tracking.isValid())
      text += QStringLiteral(" · ") +
              m_session.database().text(QStringLiteral("SELECT type || ' – ' || subtype || ', ' || lower(status) FROM "
                                                       "tracking WHERE id = ?"),
                                        {action.tracking});
    if (!action.reason.isEmpty())
      text += QStringLiteral(": ") + action.reason;
    const bool ofOther = action.expires != alert.expires;
    addLine(m_done,
            joined({shownDate(action.on, today), action.byWhom,
                    !ofOther                   ? QString()
                    : action.expires.isValid() ? tr("about %1").arg(shownDate(action.expires, today))
                                               : tr("when there was no date")}),
            text);
  }
}

void AlertPane::showMails(const alerts::Expirable& alert) {
  clear(m_mails);
  const QDate today = m_session.today();
  const alerts::Condition about = alerts::isAbout(alert.subject);
  int count = 0;
  m_session.database().each(
      QStringLiteral(
          "SELECT o.queued, o.recipient_name, o.subject, o.status, n.rung, n.expires FROM alert_notice n JOIN "
          "outbox o ON o.id = n.outbox_id WHERE n.%1 ORDER BY n.id DESC LIMIT %2")
          .arg(QString(about.sql).replace(QStringLiteral(" AND "), QStringLiteral(" AND n.")))
          .arg(linesShown),
      about.arguments, [&](db::Row& row) {
        const QString queued = row.text(), to = row.text(), subject = row.text(), status = row.text();
        const int rung = row.integer();
        const QDate expires = row.date();
        ++count;
        addLine(m_mails,
                joined({shownDate(dayOf(queued), today), status, to,
                        expires.isValid() ? tr("at %1 days").arg(rung) : QString()}),
                subject);
      });
  m_mailsTitle->setVisible(count > 0);
}

} // namespace ui
