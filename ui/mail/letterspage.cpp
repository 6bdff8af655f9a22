// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mail/letterspage.h"

#include "core/mail/wording.h"
#include "core/report/catalogue.h"
#include "ui/form/recordform.h"
#include "ui/list/tableview.h"
#include "ui/theme/theme.h"

#include <QMenu>
#include <QPlainTextEdit>
#include <QShortcut>

namespace ui {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Letters)
};

void remove(Session& session, const std::vector<qint64>& ids) {
  if (ids.empty())
    return;
  const auto first = db::load(session.database(), Id<MailTemplate>{ids.front()});
  session.change(ids.size() == 1 && first ? Say::tr("Deleted the template “%1”").arg(first->name)
                                          : Say::tr("Deleted %L1 templates").arg(ids.size()),
                 [&](db::Transaction& transaction) {
                   for (const qint64 id : ids)
                     db::remove(transaction, Id<MailTemplate>{id});
                 });
}

/// A letter as it would read, with made-up things in its fields.
QString sampleOf(const MailTemplate& letter, QDate today) {
  const mail::Fields common{{QStringLiteral("provider"), QStringLiteral("Lily Marten, MD")},
                            {QStringLiteral("reply_by"), shownDate(today.addDays(14), today)}};
  const QString date = shownDate(today.addDays(41), today);
  const auto fields = [&](const char* document, const char* task) {
    alerts::Expirable alert;
    alert.document = QLatin1String(document);
    alert.expires = today.addDays(41);
    return mail::Fields{{QStringLiteral("document"), alert.document},
                        {QStringLiteral("request"), mail::requestOf(alert, today)},
                        {QStringLiteral("expires"), date},
                        {QStringLiteral("days"), Say::tr("in 41 days")},
                        {QStringLiteral("task"), QLatin1String(task)},
                        {QStringLiteral("due"), date}};
  };
  const mail::Filled filled = mail::fill(
      letter, common, {fields("State licence TX", "Sign the application"), fields("DEA registration", "CAQH")});
  return filled.subject + QStringLiteral("\n\n") + filled.text;
}

} // namespace

void openLetterForm(Session& session, Id<MailTemplate> id, QWidget* parent) {
  const auto letter = recordFor(session, id);
  RecordForm<MailTemplate> form(session, letter, id.isValid() ? letter.name : Say::tr("Add a letter template"), parent);
  FormDialog* dialog = form.dialog();
  form.text("name", Say::tr("Name"), &MailTemplate::name);
  ChoiceBox* purpose = form.pick("purpose", Say::tr("For"), &MailTemplate::purpose,
                                 {{QStringLiteral("Documents"), Say::tr("Asking for documents"), {}},
                                  {QStringLiteral("Task"), Say::tr("Telling of tasks"), {}}});
  form.text("subject", Say::tr("Subject"), &MailTemplate::subject);
  form.bind(
      "text", [](const MailTemplate& one) { return one.text; },
      [](MailTemplate& one, const QVariant& value) { one.text = value.toString(); });
  QPlainTextEdit* text = dialog->addMemo(QStringLiteral("text"), Say::tr("Text"));
  text->setFixedHeight(px(size::row) * 7);
  auto* fields = new QLabel;
  fields->setObjectName(QStringLiteral("letter.fields"));
  fields->setWordWrap(true);
  setFace(fields, Face::Second);
  fields->setForegroundRole(QPalette::PlaceholderText);
  dialog->addPart(fields);
  auto* preview = new QPlainTextEdit;
  preview->setObjectName(QStringLiteral("letter.preview"));
  preview->setAccessibleName(Say::tr("As it would read"));
  preview->setReadOnly(true);
  preview->setTabChangesFocus(true);
  preview->setFixedHeight(px(size::row) * 6);
  dialog->addPart(preview);
  const auto show = [dialog, purpose, fields, preview, today = session.today()] {
    MailTemplate now;
    const QVariantMap values = dialog->values();
    now.purpose = purpose->value();
    now.subject = values.value(QStringLiteral("subject")).toString();
    now.text = values.value(QStringLiteral("text")).toString();
    fields->setText(Say::tr("Fields: {%1}. A line with a field of what it is about is written once for each.")
                        .arg(mail::fieldsOf(now.purpose).join(QStringLiteral("}, {"))));
    preview->setPlainText(sampleOf(now, today));
  };
  QObject::connect(purpose, &ChoiceBox::valueChanged, preview, show);
  QObject::connect(text, &QPlainTextEdit::textChanged, preview, show);
  QObject::connect(dialog->findChild<QLineEdit*>(QStringLiteral("subject")), &QLineEdit::textChanged, preview, show);
  form.open({.name = [](const MailTemplate& one) { return one.name; }});
  show();
}

ListingPage* makeLettersPage(Session& session) {
  const std::vector<ColumnLook> looks{
      {"Name", CellKind::Strong, 220},
      {"Purpose", CellKind::Second, 110},
      {"Subject", CellKind::Text, 300},
      {"Text", CellKind::Second, 500},
  };
  PageSpec spec;
  spec.key = QStringLiteral("letters");
  spec.title = Say::tr("Letter templates");
  spec.icon = QStringLiteral("mail");
  spec.emptyTitle = Say::tr("No templates");
  spec.emptyText = Say::tr("Letters are worded by templates with fields such as {provider} and {document}. Without one "
                           "of the office's the usual wording is taken.");
  spec.add = Say::tr("Add Template");
  spec.chips = {
      chips::words(QStringLiteral("type"), Say::tr("For"), {QStringLiteral("Documents"), QStringLiteral("Task")})};
  auto rows = std::make_shared<ListingRows>(session, *report::find(QStringLiteral("letter-templates")), looks);
  auto* page = new ListingPage(session, std::move(spec), std::move(rows));
  QObject::connect(page, &ListPage::addAsked, page, [&session, page] {
    attempt(Say::tr("Opening the form"), [&] { openLetterForm(session, {}, page->window()); });
  });
  auto* keys = new QShortcut(Qt::Key_Delete, page->table(), nullptr, nullptr, Qt::WidgetShortcut);
  const auto removing = [&session, page] { remove(session, page->table()->selectedIds()); };
  QObject::connect(keys, &QShortcut::activated, page, removing);
  page->addRowMenu([page, removing](QMenu& menu) {
    QAction* action = menu.addAction(icon(QStringLiteral("trash-2"), Ink::Second), Say::tr("Delete"), page, removing);
    action->setShortcut(Qt::Key_Delete);
  });
  return page;
}

} // namespace ui
