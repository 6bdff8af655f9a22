// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mail/accountform.h"

#include "ui/form/choicebox.h"
#include "ui/form/formdialog.h"
#include "ui/mail/courier.h"
#include "ui/shell/panewidgets.h"
#include "ui/shell/session.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace ui {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(MailAccount)
};

const QString tls = QStringLiteral("tls"), startTls = QStringLiteral("starttls"), password = QStringLiteral("password"),
              token = QStringLiteral("token");

/// A form with a field for a secret. A draft outlives a form: the secret is never in it.
class SecretForm : public FormDialog {
public:
  using FormDialog::FormDialog;

  void addSecret(const QString& label, const QString& hint) {
    m_secret = addText(QStringLiteral("secret"), label, hint);
    m_secret->setEchoMode(QLineEdit::Password);
    m_secret->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
  }
  void forgetSecret() { m_secret->clear(); }
  void reject() override {
    forgetSecret();
    FormDialog::reject();
  }

private:
  QLineEdit* m_secret = nullptr;
};

mail::Account accountIn(const QVariantMap& values) {
  const auto text = [&](const char* key) { return values.value(QLatin1String(key)).toString().trimmed(); };
  mail::Account account;
  account.host = text("host");
  bool isNumber = false;
  account.port = text("port").toInt(&isNumber);
  account.security = text("security") == tls ? mail::Account::Security::Tls : mail::Account::Security::StartTls;
  account.signing = text("signing") == token ? mail::Account::Signing::Token : mail::Account::Signing::Password;
  account.user = text("user");
  account.from = {text("name"), text("from")};
  account.authority = text("authority");
  return account;
}

/// The account, and a test of what is typed.
class AccountForm : public SecretForm {
public:
  AccountForm(Session& session, Courier& courier, QWidget* parent)
      : SecretForm(QStringLiteral("mailAccount"), Say::tr("Mail account"), parent), m_session(session),
        m_courier(courier), m_outcome(words({}, Face::Second)) {
    addText(QStringLiteral("host"), Say::tr("Server"), Say::tr("smtp.example.org"));
    addPick(QStringLiteral("security"), Say::tr("Encryption"),
            {{startTls, Say::tr("STARTTLS (usually port 587)"), {}}, {tls, Say::tr("TLS (usually port 465)"), {}}});
    addText(QStringLiteral("port"), Say::tr("Port"));
    addText(QStringLiteral("user"), Say::tr("User"), Say::tr("Empty when the server asks for none"));
    addPick(QStringLiteral("signing"), Say::tr("Signs in with"),
            {{password, Say::tr("Password"), {}}, {token, Say::tr("Token (XOAUTH2)"), {}}});
    addSecret(Say::tr("Password"), Say::tr("As it is; type to replace it"));
    addText(QStringLiteral("name"), Say::tr("Sender"), Say::tr("Lakeside credentialing"));
    addText(QStringLiteral("from"), Say::tr("Address"), Say::tr("credentialing@example.org"));
    addText(QStringLiteral("authority"), Say::tr("Certificate"),
            Say::tr("A file, when the server's is the office's own"));
    addHeading(Say::tr("Mail of the day"));
    addText(QStringLiteral("times"), Say::tr("Goes at"), Say::tr("8:00, 13:00; empty: only when asked for"));
    addPart(words(Say::tr("Digests for coordinators and reminders to providers go at these times while the window is "
                          "open. Letters, and word of tasks as they are assigned, go as soon as they are queued."),
                  Face::Second, true));
    auto* test = new QPushButton(Say::tr("Save and send me a test"));
    test->setObjectName(QStringLiteral("mailAccount.test"));
    setButtonIcon(test, QStringLiteral("send"));
    m_outcome->setObjectName(QStringLiteral("mailAccount.outcome"));
    m_outcome->hide();
    auto* line = new QWidget;
    auto* layout = new QVBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(test, 0, Qt::AlignLeft);
    layout->addWidget(m_outcome);
    addPart(line);
    const mail::Account account = mail::Account::stored(session.database());
    setValues({{QStringLiteral("host"), account.host},
               {QStringLiteral("port"), QString::number(account.port)},
               {QStringLiteral("security"), account.security == mail::Account::Security::Tls ? tls : startTls},
               {QStringLiteral("signing"), account.signing == mail::Account::Signing::Token ? token : password},
               {QStringLiteral("user"), account.user},
               {QStringLiteral("name"), account.from.name},
               {QStringLiteral("from"), account.from.address},
               {QStringLiteral("authority"), account.authority},
               {QStringLiteral("times"), mail::shownTimes(mail::Schedule::stored(session.database()).times)}});
    setSave([this](const QVariantMap& values) { return save(values); });
    connect(test, &QPushButton::clicked, this, [this] { sendTest(); });
    connect(&courier, &Courier::ran, this, [this](const Courier::Ran& ran) { tested(ran); });
  }

private:
  Problems save(const QVariantMap& values) {
    const mail::Account account = accountIn(values);
    Problems problems = mail::check(account);
    const auto times = mail::readTimes(values.value(QStringLiteral("times")).toString());
    if (!times)
      problems.push_back(times.problems().front());
    if (!problems.empty())
      return problems;
    const bool isFirst = !mail::Account::stored(m_session.database()).isSetUp();
    problems = m_session.tryChange(Say::tr("Mail account set up"), [&](db::Transaction& transaction) {
      account.store(transaction);
      mail::Schedule schedule;
      schedule.times = *times;
      schedule.storeTimes(transaction);
      if (isFirst) // the first mail of the day goes at the next of its times, not the moment this is saved
        mail::Schedule::storeBegin(transaction, m_session.actor().now);
      return Problems{};
    });
    if (!problems.empty())
      return problems;
    m_courier.accountChanged();
    if (const QString secret = values.value(QStringLiteral("secret")).toString(); !secret.isEmpty())
      m_courier.setSecret(secret.toUtf8(), true, [session = QPointer(&m_session)](bool kept) {
        if (session && !kept)
          Q_EMIT session->said(Say::tr("There is no keychain here: the password is asked for once a sitting."));
      });
    Q_EMIT m_session.said(Say::tr("Mail account saved"));
    return {};
  }

  /// Through the outbox, as all mail goes: what is typed is saved first.
  void sendTest() {
    m_outcome->hide();
    m_test = {};
    if (!store())
      return;
    forgetSecret();
    begin(); // what is in the form now is what is on file
    const mail::Account& account = m_courier.account();
    mail::Draft draft;
    draft.mail.kind = QStringLiteral("Test");
    draft.mail.day = m_session.today();
    draft.mail.coordinator = m_session.me();
    const auto me = db::load(m_session.database(), m_session.me());
    draft.mail.recipient = me && !me->email.isEmpty() ? me->email : account.from.address;
    draft.mail.recipientName = me ? me->name : account.from.name;
    draft.mail.subject = Say::tr("Credenza: a test");
    draft.mail.text = Say::tr("This mail went out from Credenza over %1. The mail account works.\n").arg(account.host);
    const Problems problems = m_session.tryChange(Say::tr("Test mail queued"), [&](db::Transaction& transaction) {
      const auto queued = mail::queue(transaction, draft, m_session.actor().now);
      if (!queued)
        return queued.problems();
      m_test = *queued;
      return Problems{};
    });
    m_outcome->show();
    m_outcome->setText(problems.empty() ? Say::tr("Sending to %1…").arg(draft.mail.recipient)
                                        : problems.front().sentence);
    if (problems.empty() && m_courier.state() == Courier::State::NeedsSecret)
      m_outcome->setText(Say::tr("The password is missing: the test waits in the outbox."));
    else if (problems.empty())
      m_courier.sendWaiting();
  }

  void tested(const Courier::Ran& ran) {
    const auto mail = db::load(m_session.database(), m_test);
    if (!mail)
      return;
    const bool isSent = mail->status == mail::status::sent;
    if (mail->status == mail::status::sending)
      return;
    QString text = isSent ? Say::tr("Sent to %1: look into the inbox.").arg(mail->recipient)
                          : Say::tr("It did not go: %1").arg(ran.broke.isEmpty() ? mail->words : ran.broke);
    m_outcome->setText(text);
    QPalette palette = m_outcome->palette();
    palette.setColor(QPalette::WindowText, tokens().pair(isSent ? Tone::Done : Tone::Late).text);
    m_outcome->setPalette(palette);
    m_outcome->show();
  }

  Session& m_session;
  Courier& m_courier;
  QLabel* m_outcome;
  Id<Outgoing> m_test;
};

} // namespace

void openAccountForm(Session& session, Courier& courier, QWidget* parent) {
  (new AccountForm(session, courier, parent))->open();
}

void askSecret(Session& session, Courier& courier, Courier::Way way, QWidget* parent) {
  if (parent->findChild<QDialog*>(QStringLiteral("mailSecret")))
    return; // it is asked for already
  const mail::Account& account = courier.account();
  const bool isToken = account.signing == mail::Account::Signing::Token;
  auto* form = new SecretForm(QStringLiteral("mailSecret"), Say::tr("Mail"), parent);
  form->setObjectName(QStringLiteral("mailSecret"));
  form->addFact(Say::tr("Account"), Say::tr("%1 at %2").arg(account.user, account.host));
  form->addSecret(isToken ? Say::tr("Token") : Say::tr("Password"), Say::tr("Never kept in the data file"));
  form->addCheck(QStringLiteral("keep"), Say::tr("Keep it in the system's keychain"));
  form->setSaveText(Say::tr("Send"));
  form->setSave([&session, &courier, way](const QVariantMap& values) {
    const QString typed = values.value(QStringLiteral("secret")).toString();
    if (typed.isEmpty())
      return Problems{{QStringLiteral("secret"), Say::tr("The server asks for it.")}};
    const bool keeps = values.value(QStringLiteral("keep")).toBool();
    courier.setSecret(typed.toUtf8(), keeps, [session = QPointer(&session)](bool kept) {
      if (session && !kept)
        Q_EMIT session->said(Say::tr("There is no keychain here: the password is asked for once a sitting."));
    });
    courier.send(way);
    return Problems{};
  });
  form->open();
}

} // namespace ui
