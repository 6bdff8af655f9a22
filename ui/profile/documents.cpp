// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/credentials/document.h"
#include "ui/list/tableview.h"
#include "ui/profile/filing.h"
#include "ui/profile/preview.h"
#include "ui/profile/sections.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QMenu>
#include <QSplitter>
#include <QVBoxLayout>

namespace ui {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Documents)
};

} // namespace

QWidget* makeDocuments(const ProfileContext& context, QWidget* parent) {
  Session& session = context.session;
  Document about;
  about.provider = context.subject.provider();
  about.practice = context.subject.practice();

  ProfileList spec;
  spec.page.key = QStringLiteral("profile.documents");
  spec.page.title = Say::tr("Documents");
  spec.page.icon = QStringLiteral("folder");
  spec.page.frame = PageSpec::Frame::Section;
  spec.page.emptyTitle = Say::tr("No documents yet");
  spec.page.emptyText = Say::tr("Drop files here, or choose them: they are kept beside your data.");
  spec.page.add = Say::tr("Add");
  spec.listing = QStringLiteral("documents");
  spec.looks = {
      {"Document", CellKind::Strong, 200},   {"Of", CellKind::Text, 150},
      {"Added", CellKind::Date, 90},         {"Kind", CellKind::Second, 90, false},
      {"Size", CellKind::Number, 90, false}, {"Media type", CellKind::Second, 130, false},
  };
  spec.only = context.mine();
  spec.table = &Document::table();
  spec.add = [&session, about, context] { chooseFiles(session, about, context.window()); };
  spec.open = [&session, context](qint64 id) { saveDocument(session, Id<Document>{id}, context.window()); };
  spec.menu = [&session, context](QMenu& menu, qint64 id) {
    menu.addAction(icon(QStringLiteral("download"), Ink::Second), Say::tr("Save as…"), context.window(),
                   [&session, context, id] { saveDocument(session, Id<Document>{id}, context.window()); });
  };
  auto* around = new QWidget(parent);
  auto* layout = new QVBoxLayout(around);
  const int margin = px(size::margin);
  layout->setContentsMargins(margin, margin, margin, margin);
  auto* page = new QSplitter(Qt::Horizontal, around);
  layout->addWidget(page);
  ListingPage* list = makeProfileList(context, spec, page);
  auto* preview = new DocumentPreview(session, page);
  TableView* table = list->table();
  const auto follow = [table, preview, last = std::make_shared<qint64>(0)] {
    if (const qint64 id = table->currentId(); id != *last) {
      *last = id;
      preview->show(Id<Document>{id});
    }
  };
  QObject::connect(list, &ListPage::viewChanged, preview, follow);
  QObject::connect(preview, &DocumentPreview::saveAsked, list, [&session, context, table] {
    if (const qint64 id = table->currentId())
      saveDocument(session, Id<Document>{id}, context.window());
  });

  page->setObjectName(QStringLiteral("profile.documents.split"));
  page->setHandleWidth(px(size::margin));
  page->setChildrenCollapsible(false);
  page->addWidget(list);
  page->addWidget(preview);
  page->setStretchFactor(0, 1);
  page->setStretchFactor(1, 1);
  page->setSizes({px(size::form), px(size::form)});
  new FileTarget(around, [&session, about, around](const QStringList& paths, const QPoint&) {
    keepFiles(session, about, paths, around);
  });
  return around;
}

} // namespace ui
