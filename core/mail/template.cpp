// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/template.h"

#include "core/base/findings.h"
#include "core/base/text.h"
#include "core/mail/body.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Mail)
};

const QRegularExpression& fieldForm() {
  static const QRegularExpression it(QStringLiteral("\\{([a-z_]+)\\}"));
  return it;
}

const QStringList common{QStringLiteral("provider"), QStringLiteral("reply_by")};
const QStringList ofDocument{QStringLiteral("request"), QStringLiteral("document"), QStringLiteral("expires"),
                             QStringLiteral("days")};
const QStringList ofTask{QStringLiteral("task"), QStringLiteral("due")};

QStringList namesIn(const QString& text) {
  QStringList names;
  for (auto found = fieldForm().globalMatch(text); found.hasNext();)
    names << found.next().captured(1);
  return names;
}

QString replaced(const QString& text, const mail::Fields& fields) {
  QString result;
  qsizetype end = 0;
  for (auto found = fieldForm().globalMatch(text); found.hasNext();) {
    const auto match = found.next();
    const auto value = fields.constFind(match.captured(1));
    result += text.mid(end, match.capturedStart() - end);
    result += value == fields.constEnd() ? match.captured() : *value;
    end = match.capturedEnd();
  }
  return result + text.mid(end);
}

/// A line without what says nothing: of "{document}, valid until {expires} ({days})" the part between commas, and what
/// is in parentheses, goes where its field is known and empty.
QString withoutEmpty(QString line, const mail::Fields& fields) {
  static const QRegularExpression part(QStringLiteral("\\s*\\([^()]*\\)|,[^,()]*[^,()\\s]"));
  QString kept;
  qsizetype end = 0;
  for (auto found = part.globalMatch(line); found.hasNext();) {
    const auto match = found.next();
    const QStringList names = namesIn(match.captured());
    const bool isEmpty = std::any_of(names.begin(), names.end(), [&](const QString& name) {
      const auto value = fields.constFind(name);
      return value != fields.constEnd() && value->isEmpty();
    });
    kept += line.mid(end, match.capturedStart() - end);
    if (!isEmpty)
      kept += match.captured();
    end = match.capturedEnd();
  }
  return kept + line.mid(end);
}

} // namespace

const db::Table& MailTemplate::table() {
  static const db::Table it("mail_template", {"name", "purpose", "subject", "text"},
                            db::Table::Derived{{"sort_name"}, [](const db::Values& values) {
                                                 return db::Values{folded(*values[0].text())};
                                               }});
  return it;
}

db::Values MailTemplate::values() const { return {name, purpose, subject, text}; }

MailTemplate MailTemplate::read(db::Row& row) {
  MailTemplate r;
  r.id = row.id<MailTemplate>();
  r.name = row.text();
  r.purpose = row.text();
  r.subject = row.text();
  r.text = row.text();
  return r;
}

Problems check(const MailTemplate& letter, db::Database& database) {
  Findings found;
  found.addIf(letter.name.trimmed().isEmpty(), "name", Say::tr("A template needs a name."));
  found.addIf(database.value(QStringLiteral("SELECT count(*) FROM mail_template WHERE sort_name = ? AND id <> ?"),
                             {folded(letter.name), letter.id.value}) > 0,
              "name", Say::tr("There is a template “%1” already.").arg(letter.name));
  found.addIf(letter.subject.trimmed().isEmpty(), "subject", Say::tr("A letter needs a subject."));
  found.addIf(letter.text.trimmed().isEmpty(), "text", Say::tr("A letter needs a text."));
  const QStringList known = mail::fieldsOf(letter.purpose);
  for (const auto& [member, text] : {std::pair("subject", letter.subject), std::pair("text", letter.text)})
    for (const QString& name : namesIn(text))
      found.addIf(
          !known.contains(name), member,
          Say::tr("There is no field {%1}. The fields are: {%2}.").arg(name, known.join(QStringLiteral("}, {"))));
  return found;
}

namespace mail {

QStringList fieldsOf(const QString& purpose) {
  return common + (purpose == QLatin1String("Task") ? ofTask : ofDocument);
}

Filled fill(const MailTemplate& letter, const Fields& fields, const std::vector<Fields>& each) {
  const auto isOfEach = [](const QString& line) {
    const QStringList names = namesIn(line);
    return std::any_of(names.begin(), names.end(),
                       [](const QString& name) { return ofDocument.contains(name) || ofTask.contains(name); });
  };
  const auto with = [&](const Fields& own) {
    Fields all = fields;
    all.insert(own);
    return all;
  };
  QStringList lines;
  for (const QString& line : letter.text.split(QLatin1Char('\n'))) {
    if (!isOfEach(line))
      lines << replaced(line, fields);
    else
      for (const Fields& one : each)
        lines << replaced(withoutEmpty(line, one), with(one));
  }
  // The subject speaks of all: by name of one, else by their number.
  Fields inSubject = each.empty() ? fields : with(each.front());
  if (each.size() > 1) {
    inSubject[QStringLiteral("document")] = counted(qsizetype(each.size()), QString(), Say::tr("%L1 documents"));
    inSubject[QStringLiteral("request")] = inSubject[QStringLiteral("document")];
    inSubject[QStringLiteral("task")] = counted(qsizetype(each.size()), QString(), Say::tr("%L1 tasks"));
  }
  return {replaced(letter.subject, inSubject), lines.join(QLatin1Char('\n'))};
}

std::vector<MailTemplate> shippedTemplates() {
  return {
      {{},
       Say::tr("Documents needed"),
       QStringLiteral("Documents"),
       Say::tr("Needed for your file: {document}"),
       Say::tr("Dear {provider},\n\nfor your file we need:\n\n- {request}\n\nPlease answer this mail by {reply_by}, "
               "with copies attached where we ask for them.\n\nThank you.\n")},
      {{},
       Say::tr("Task for a provider"),
       QStringLiteral("Task"),
       Say::tr("Please do: {task}"),
       Say::tr("Dear {provider},\n\nwe need your help with this:\n\n- {task} (due {due})\n\nPlease answer this mail "
               "by {reply_by}; what you attach is kept in your file.\n\nThank you.\n")}};
}

void shipMailTemplates(db::Transaction& transaction) {
  for (const MailTemplate& letter : shippedTemplates())
    db::save(transaction, letter);
}

MailTemplate usualTemplate(db::Database& database, const QString& purpose) {
  const auto own =
      db::allWhere<MailTemplate>(database, QStringLiteral("purpose = ? ORDER BY sort_name LIMIT 1"), {purpose});
  if (!own.empty())
    return own.front();
  for (const MailTemplate& letter : shippedTemplates())
    if (letter.purpose == purpose)
      return letter;
  return {};
}

} // namespace mail
