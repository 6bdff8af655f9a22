// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profile/evidence.h"

#include "ui/form/formdialog.h"
#include "ui/profile/filing.h"
#include "ui/shell/attempt.h"
#include "ui/shell/session.h"
#include "ui/theme/theme.h"

#include <QFileDialog>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {
namespace {

QString evidence() { return QStringLiteral("Evidence"); }

} // namespace

std::vector<Document> evidenceOf(db::Database& database, Id<Credential> credential) {
  return db::allWhere<Document>(database, QStringLiteral("credential_id = ? AND kind = ? ORDER BY id DESC"),
                                {credential, evidence()});
}

EvidenceRow* EvidenceRow::addTo(FormDialog& form, Session& session, Id<Credential> credential) {
  auto* row = new EvidenceRow(session, credential, &form);
  form.addPart(row);
  new FileTarget(&form, [row](const QStringList& paths, const QPoint&) { row->take(paths); });
  return row;
}

EvidenceRow::EvidenceRow(Session& session, Id<Credential> credential, QWidget* parent)
    : QWidget(parent), m_session(session), m_files(new QVBoxLayout), m_problem(new QLabel) {
  setObjectName(QStringLiteral("evidence"));
  auto* choose = new QPushButton(tr("Choose a file…"));
  setButtonIcon(choose, QStringLiteral("upload"));
  choose->setObjectName(QStringLiteral("evidence.choose"));
  choose->setAutoDefault(false);
  connect(choose, &QPushButton::clicked, this, &EvidenceRow::choose);
  auto* hint = new QLabel(tr("or drop it on this form"));
  hint->setForegroundRole(QPalette::PlaceholderText);
  auto* head = new QHBoxLayout;
  head->setSpacing(px(size::gap));
  head->addWidget(new QLabel(tr("Evidence")), 1);
  head->addWidget(hint);
  head->addWidget(choose);
  m_problem->setObjectName(QStringLiteral("evidence.problem"));
  m_problem->setWordWrap(true);
  setFace(m_problem, Face::Second);
  m_problem->hide();
  m_files->setSpacing(px(size::step));
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(px(size::step));
  layout->addLayout(head);
  layout->addLayout(m_files);
  layout->addWidget(m_problem);
  if (credential.isValid())
    for (const Document& document : evidenceOf(session.database(), credential))
      addFile(document.name, document.id);
}

void EvidenceRow::addFile(const QString& name, Id<Document> id) {
  if (!id.isValid()) {
    auto* fresh = new QLabel(tr("%1 (kept when you save)").arg(name));
    fresh->setTextFormat(Qt::PlainText);
    fresh->setWordWrap(true);
    fresh->setObjectName(QStringLiteral("evidence.new"));
    m_files->addWidget(fresh);
    return;
  }
  auto* file = new QPushButton(tr("Open %1")
                                   .arg(fontMetrics().elidedText(name, Qt::ElideMiddle, px(size::form / 2)))
                                   .replace(QLatin1Char('&'), QLatin1String("&&")));
  setButtonIcon(file, QStringLiteral("paperclip"));
  file->setObjectName(QStringLiteral("evidence.open"));
  file->setToolTip(name);
  file->setAutoDefault(false);
  connect(file, &QPushButton::clicked, this,
          [this, id] { attempt(tr("Opening the document"), [&] { openDocument(m_session, id, window()); }); });
  m_files->addWidget(file, 0, Qt::AlignLeft);
}

void EvidenceRow::choose() {
  auto* dialog = new QFileDialog(this, tr("Evidence of the verification"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::ExistingFiles);
  connect(dialog, &QFileDialog::filesSelected, this, &EvidenceRow::take);
  dialog->open();
}

void EvidenceRow::take(const QStringList& paths) {
  copyFiles(m_session, paths, this, [this](const std::vector<Document>& documents, const QStringList& problems) {
    for (const Document& document : documents) {
      m_fresh.push_back(document);
      addFile(document.name, {});
    }
    m_problem->setText(problems.join(QLatin1Char(' ')));
    m_problem->setVisible(!problems.isEmpty());
  });
}

void EvidenceRow::save(db::Transaction& transaction, Id<Credential> credential) const {
  const auto there = db::load(transaction.database(), credential);
  Document about;
  about.kind = evidence();
  about.credential = credential;
  about.provider = there ? there->provider : Id<Provider>{};
  about.practice = there ? there->practice : Id<Practice>{};
  about.added = m_session.today();
  saveDocuments(transaction, m_fresh, about);
}

} // namespace ui
