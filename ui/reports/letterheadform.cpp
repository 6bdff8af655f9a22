// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/letterheadform.h"

#include "core/credentials/documentstore.h"
#include "core/report/letterhead.h"
#include "core/team/letterhead.h"
#include "ui/form/choicebox.h"
#include "ui/form/formdialog.h"
#include "ui/form/recordchoices.h"
#include "ui/shell/session.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QFileDialog>
#include <QLineEdit>

namespace ui {

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(LetterheadForm)
};

const QString practiceKey = QStringLiteral("practice"), logoKey = QStringLiteral("logo"),
              colourKey = QStringLiteral("colour");

std::optional<PracticeLetterhead> stored(db::Database& database, Id<Practice> practice) {
  const auto all = db::allWhere<PracticeLetterhead>(database, QStringLiteral("practice_id = ?"), {practice});
  return all.empty() ? std::nullopt : std::optional(all.front());
}

/// The kept picture, when it is one that a letterhead takes.
Result<Document> pictureAt(const Session& session, const QString& path, Id<Practice> practice) {
  const DocumentStore store(session.database().file());
  const auto kept = store.keep(path);
  if (!kept.isOk())
    return Problem{logoKey, kept.problems().front().sentence};
  const auto bytes = store.bytes(*kept);
  if (!bytes.isOk())
    return Problem{logoKey, bytes.problems().front().sentence};
  if (const auto logo = report::logoOf(*bytes); !logo.isOk())
    return logo.problems();
  Document document = *kept;
  document.practice = practice;
  document.added = session.today();
  return document;
}

Problems save(Session& session, const QVariantMap& values) {
  const Id<Practice> practice = idIn<Practice>(values.value(practiceKey));
  if (!practice.isValid())
    return {{practiceKey, Say::tr("Whose letterhead is it?")}};
  const QString path = values.value(logoKey).toString(), colour = values.value(colourKey).toString().toLower();
  if (const QString problem = colourProblem(colour); !problem.isEmpty())
    return {{colourKey, problem}};
  std::optional<Document> picture;
  if (!path.isEmpty()) {
    const auto kept = pictureAt(session, path, practice);
    if (!kept.isOk())
      return kept.problems();
    picture = *kept;
  }
  return session.tryChange(
      Say::tr("Changed the letterhead of %1").arg(nameOf(session.database(), practice)),
      [&](db::Transaction& transaction) {
        PracticeLetterhead head =
            stored(transaction.database(), practice).value_or(PracticeLetterhead{{}, practice, {}, {}});
        head.colour = colour;
        if (picture)
          head.logo = db::save(transaction, *picture);
        db::save(transaction, head);
        return Problems{};
      });
}

} // namespace

void openLetterheadForm(Session& session, QWidget* parent) {
  auto* form = new FormDialog(QStringLiteral("letterhead"), Say::tr("Letterhead of a practice"), parent);
  auto* practice = form->addChoice(practiceKey, Say::tr("Practice"), practiceChoices(session.database()));
  auto* logo = form->addText(logoKey, Say::tr("Picture"), Say::tr("A PNG or JPEG; empty leaves it as it is"));
  auto* colour = form->addText(colourKey, Say::tr("Colour"), exampleColour);
  QAction* browse = logo->addAction(icon(QStringLiteral("folder"), Ink::Second), QLineEdit::TrailingPosition);
  browse->setText(Say::tr("Choose a picture"));
  browse->setToolTip(browse->text());
  QObject::connect(browse, &QAction::triggered, logo, [logo] {
    auto* dialog = new QFileDialog(logo->window(), Say::tr("Picture of the letterhead"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilter(Say::tr("Pictures (*.png *.jpg *.jpeg)"));
    QObject::connect(dialog, &QFileDialog::fileSelected, logo, &QLineEdit::setText);
    dialog->open();
  });
  QObject::connect(practice, &ChoiceBox::valueChanged, colour, [&session, practice, colour] {
    if (const auto head = stored(session.database(), idIn<Practice>(practice->value())))
      colour->setText(head->colour);
  });
  form->setSave([&session](const QVariantMap& values) { return save(session, values); });
  form->open();
}

} // namespace ui
