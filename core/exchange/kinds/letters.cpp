// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/exchange/kinds/kind.h"
#include "core/mail/template.h"

#include <QCoreApplication>

namespace exchange {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Import)
};

/// Found by name.
class LetterRows : public KindImport {
public:
  LetterRows(ImportContext& context, const HeaderMatch& match) : KindImport(context, match) {}

  std::optional<Outcome> take(ImportRow& row) override {
    row.needed(m_name, "Letter");
    row.needed(m_text, "Letter text");
    const qint64 known = m_import.database.value(QStringLiteral("SELECT id FROM mail_template WHERE sort_name = ?"),
                                                 {folded(row.name(m_name))});
    auto record = recordOf<MailTemplate>(row, known);
    if (!known)
      record.name = row.name(m_name);
    const QString purpose = folded(row.text(m_purpose));
    const QStringList purposes{QStringLiteral("Documents"), QStringLiteral("Task")};
    const auto found =
        std::find_if(purposes.begin(), purposes.end(), [&](const QString& one) { return folded(one) == purpose; });
    if (!purpose.isEmpty() && found == purposes.end())
      row.reject(Say::tr("A letter is for Documents or for a Task."));
    if (!row.isRejected() && found != purposes.end())
      row.layText(m_purpose, *found, record.purpose);
    row.lay(m_subject, record.subject);
    if (row.isGiven(m_text)) // with the line ends it closes with
      row.layText(m_text, row.cells().text(size_t(m_text)), record.text);
    if (!row.isRejected())
      for (const Problem& problem : check(record, m_import.database))
        row.reject(problem.sentence);
    return row.isRejected() ? Outcome::Rejected : write(row, record);
  }

private:
  const int m_name = at("Letter"), m_purpose = at("Letter for"), m_subject = at("Letter subject"),
            m_text = at("Letter text");
};

} // namespace

std::unique_ptr<KindImport> importMailTemplates(ImportContext& context, const HeaderMatch& match) {
  return std::make_unique<LetterRows>(context, match);
}

} // namespace exchange
