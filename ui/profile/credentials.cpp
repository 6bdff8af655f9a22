// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/credentials/credential.h"
#include "core/credentials/documenttype.h"
#include "ui/alerts/credentialactions.h"
#include "ui/alerts/credentialform.h"
#include "ui/form/recordform.h"
#include "ui/list/listmodel.h"
#include "ui/list/tableview.h"
#include "ui/profile/evidence.h"
#include "ui/profile/filing.h"
#include "ui/profile/sections.h"
#include "ui/shell/attempt.h"
#include "ui/theme/theme.h"

#include <QMenu>

namespace ui {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Credentials)
};

std::vector<ColumnLook> looksOf(const QString& section) {
  const bool licence = section == QLatin1String("Licensure") || section == QLatin1String("DEA & CDS");
  const bool cover = section == QLatin1String("Malpractice");
  return {
      {"Document type", CellKind::Strong,
       cover     ? 160
       : licence ? 165
                 : 190},
      {"State", CellKind::Text, 52, licence || section.isEmpty()},
      {"Issuer", CellKind::Text, 160, !licence && !section.isEmpty()},
      {"Number", CellKind::Text, 110},
      {"Per claim", CellKind::Number, 85, cover},
      {"Aggregate", CellKind::Number, 90, cover},
      {"Coverage", CellKind::Text, 100, cover},
      {"Tail", CellKind::Second, 140, false},
      {"Standing", CellKind::Status, 118, true, nullptr, nullptr, true},
      {"Expires", CellKind::Expiry, 190, true, "Days left", "Standing"},
      {"Issued", CellKind::Date, 104, !cover},
      {"Verified", CellKind::Date, 104},
      {"Source", CellKind::Second, 115, licence},
      {"Verified by", CellKind::Second, 120, false},
      {"Files", CellKind::Number, 50},
      {"Evidence", CellKind::Second, 130, licence},
      {"Not applicable", CellKind::Text, 90, false},
      {"Reason", CellKind::Second, 160, false},
      {"Days left", CellKind::Number, 80, false},
      {"Ladder", CellKind::Second, 160, false},
  };
}

/// The first type that stands in a section, so that a new credential begins as one of it.
Id<DocumentType> firstTypeOf(Session& session, const QString& section) {
  return {session.database().value(QStringLiteral("SELECT id FROM document_type WHERE section = ? AND source = "
                                                  "'credential' AND retired = 0 ORDER BY id LIMIT 1"),
                                   {section})};
}

/// A document of a credential.
Document aboutOf(const Credential& credential) {
  Document about;
  about.provider = credential.provider;
  about.practice = credential.practice;
  about.credential = credential.id;
  return about;
}

bool hasRenewed(Session& session, const Subject& subject) {
  return session.database().value(
             QStringLiteral("SELECT count(*) FROM credential WHERE %1_id = ? AND renewed_by IS NOT NULL")
                 .arg(subject.filter()),
             {subject.id}) > 0;
}

void fillMenu(QMenu& menu, const ProfileContext& context, qint64 key) {
  Session& session = context.session;
  const Id<Credential> id{key};
  const auto credential = db::load(session.database(), id);
  if (!credential)
    return;
  QWidget* window = context.window();
  const auto entry = [&](const QString& text, const char* sign, auto open) {
    menu.addAction(icon(QString::fromLatin1(sign), Ink::Second), text, window,
                   [open] { attempt(Say::tr("Opening the form"), open); });
  };
  if (!credential->renewedBy.isValid()) {
    entry(Say::tr("Renew…"), "badge-check", [&session, id, window] { openRenewForm(session, id, window); });
    entry(Say::tr("Verified…"), "check", [&session, id, window] { openVerifyForm(session, id, window); });
    if (credential->notApplicable)
      entry(Say::tr("Applicable after all"), "undo-2", [&session, id] { makeApplicable(session, id); });
    else
      entry(Say::tr("Not applicable…"), "circle-slash",
            [&session, id, window] { openNotApplicableForm(session, id, window); });
  }
  entry(Say::tr("Add a file…"), "upload",
        [&session, about = aboutOf(*credential), window] { chooseFiles(session, about, window); });
  for (const Document& evidence : evidenceOf(session.database(), id))
    entry(Say::tr("Evidence: %1").arg(evidence.name), "paperclip",
          [&session, shown = evidence.id, window] { openDocument(session, shown, window); });
  if (context.subject.kind == Subject::Kind::Provider && !credential->state.isEmpty()) {
    QMenu* start = menu.addMenu(icon(QStringLiteral("star"), Ink::Second), Say::tr("Start a tracking"));
    fillStartMenu(*start, session, quickStartOfLicence(session, credential->provider, credential->state, true), window);
  }
  menu.addSeparator();
}

} // namespace

ListingPage* makeCredentials(const ProfileContext& context, const QString& key, const QString& title,
                             const QString& iconName, const QString& section, QWidget* parent) {
  Session& session = context.session;
  ProfileList spec;
  spec.page.key = QStringLiteral("profile.") + key;
  spec.page.title = title;
  spec.page.icon = iconName;
  spec.page.frame = PageSpec::Frame::Section;
  spec.page.emptyTitle = Say::tr("Nothing here yet");
  spec.page.emptyText = Say::tr("What is added here is watched: it speaks up in Alerts before it expires.");
  spec.page.add = Say::tr("Add");
  // Renewed ones are history: they are a click away where there are any.
  if (hasRenewed(session, context.subject))
    spec.page.chips = {
        {QStringLiteral("renewed"), Say::tr("Current versions"), QStringLiteral("no"), {}, Tone::Neutral, {}}};
  spec.listing = QStringLiteral("credentials");
  spec.looks = looksOf(section);
  const bool ofPractice = context.subject.kind == Subject::Kind::Practice;
  spec.only = ofPractice ? context.mine() : context.mine({{QStringLiteral("section"), {db::Value(section)}}});
  spec.table = &Credential::table();
  spec.open = [&session, context](qint64 id) { openCredentialForm(session, Id<Credential>{id}, context.window()); };
  spec.add = [&session, context, section] {
    Credential fresh;
    fresh.provider = context.subject.provider();
    fresh.practice = context.subject.practice();
    fresh.documentType = section.isEmpty() ? Id<DocumentType>{} : firstTypeOf(session, section);
    openCredentialForm(session, {}, context.window(), fresh);
  };
  spec.menu = [context](QMenu& menu, qint64 id) { fillMenu(menu, context, id); };
  ListingPage* page = makeProfileList(context, spec, parent);
  // A file that is dropped on a row is that credential's.
  TableView* table = page->table();
  new FileTarget(table->viewport(), [&session, page, table](const QStringList& paths, const QPoint& at) {
    const QModelIndex row = table->indexAt(at);
    const auto credential =
        row.isValid() ? db::load(session.database(), Id<Credential>{page->model()->idAt(row.row())}) : std::nullopt;
    if (credential)
      keepFiles(session, aboutOf(*credential), paths, page);
    else
      Q_EMIT session.said(Say::tr("Drop the file on the row that it belongs to."));
  });
  Query query;
  query.filters[QStringLiteral("renewed")] = {QStringLiteral("no")};
  page->setQuery(query);

  const auto button = [&](const char* name, const QString& text, const char* sign, const QString& tip, auto work) {
    auto* made = new QPushButton(text);
    setButtonIcon(made, QString::fromLatin1(sign));
    made->setObjectName(spec.page.key + QLatin1Char('.') + QLatin1String(name));
    made->setToolTip(tip);
    QObject::connect(made, &QPushButton::clicked, page,
                     [work, made] { attempt(Say::tr("Opening the form"), [&] { work(made); }); });
    page->addButton(made);
    return made;
  };
  QPushButton* renewal = button("renew", Say::tr("Renew…"), "badge-check", Say::tr("A new version of the selected one"),
                                [&session, context, page](QWidget*) {
                                  openRenewForm(session, Id<Credential>{page->table()->currentId()}, context.window());
                                });
  const auto follow = [page, renewal] { renewal->setEnabled(page->table()->currentId() != 0); };
  QObject::connect(page, &ListPage::viewChanged, renewal, follow);
  follow();
  if (section == QLatin1String("Licensure"))
    button("start", Say::tr("Start…"), "star", Say::tr("Start a tracking of the selected licence, or of a new one"),
           [&session, context, page](QWidget* below) {
             const auto chosen = db::load(session.database(), Id<Credential>{page->table()->currentId()});
             openStartMenu(session,
                           quickStartOfLicence(session, context.subject.provider(), chosen ? chosen->state : QString(),
                                               chosen.has_value()),
                           below);
           });
  return page;
}

} // namespace ui
