// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/db/records.h"

#include <QHash>

/// A letter as the office words it, with fields in braces. Purpose: Documents (asks a provider for documents that
/// expire or are missing), Task (tells a provider of tasks).
struct MailTemplate {
  Id<MailTemplate> id;
  QString name;
  QString purpose = QStringLiteral("Documents");
  QString subject;
  QString text;

  static const db::Table& table();
  db::Values values() const;
  static MailTemplate read(db::Row& row);
};

/// Why a template cannot be saved as it is; field is the member's name.
Problems check(const MailTemplate& letter, db::Database& database);

namespace mail {

/// The fields of a letter: {provider}, {reply_by}; and of each thing it is about {request} (all of it in words that fit
/// its type), {document}, {expires}, {days} or {task}, {due}.
using Fields = QHash<QString, QString>;
QStringList fieldsOf(const QString& purpose);

/// A template filled in. A line that holds a field of the things it is about is written once for each of them; where
/// such a field is empty (a task without a due date), what stands around it in parentheses or between commas goes too.
/// What stands in a field is text and is not looked at for fields again.
struct Filled {
  QString subject, text;
};
Filled fill(const MailTemplate& letter, const Fields& common, const std::vector<Fields>& each);

/// The templates that a new data file knows.
std::vector<MailTemplate> shippedTemplates();
/// Writes the templates that a new data file knows.
void shipMailTemplates(db::Transaction& transaction);

/// The first template of a purpose, by name; one of the shipped wording when the office has removed them all.
MailTemplate usualTemplate(db::Database& database, const QString& purpose);

} // namespace mail
