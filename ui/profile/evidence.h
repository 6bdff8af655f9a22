// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/credentials/credential.h"
#include "core/credentials/document.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace ui {

class FormDialog;
class Session;

/// The evidence of a verification in a form: what is kept stands there and opens, a file is chosen or dropped on the
/// form. It is kept with the form: one change.
class EvidenceRow : public QWidget {
  Q_OBJECT
public:
  /// Puts it into a form; a credential that is added has no id yet.
  static EvidenceRow* addTo(FormDialog& form, Session& session, Id<Credential> credential);

  /// Whether saving the form keeps a file.
  bool hasNew() const { return !m_fresh.empty(); }
  /// Saves what was chosen as the evidence of this credential.
  void save(db::Transaction& transaction, Id<Credential> credential) const;

private:
  EvidenceRow(Session& session, Id<Credential> credential, QWidget* parent);
  void choose();
  void take(const QStringList& paths);
  void addFile(const QString& name, Id<Document> id);

  Session& m_session;
  std::vector<Document> m_fresh;
  QVBoxLayout* m_files;
  QLabel* m_problem;
};

/// The evidence kept of a credential, the newest first.
std::vector<Document> evidenceOf(db::Database& database, Id<Credential> credential);

} // namespace ui
