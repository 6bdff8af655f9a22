// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/exportfile.h"
#include "core/exchange/lists.h"
#include "core/exchange/naming.h"

namespace exchange {

/// The rows of one kind on their way out. Each function below reads the columns of its SELECT from left to right and
/// writes the cells of the kind from left to right.
struct Out {
  db::Database& database;
  Naming& naming;
  ExportFile& file;
  const KindColumns& kind;

  void rows(const char* sql, const std::function<void(db::Row&)>& write) {
    database.until(QString::fromUtf8(sql), {}, [&](db::Row& row) {
      write(row);
      file.endRow();
      return !file.isStopped();
    });
  }
  /// The next n columns as they are.
  void copy(db::Row& row, int n) {
    for (int i = 0; i < n; ++i)
      file.cell(row.utf8());
  }
  /// The next columns as the extra ones of the kind, or as the first of them: those that no record fills are left out.
  void extras(db::Row& row, int most = 64) {
    for (const Column& column : kind.columns)
      if (column.extra && most-- > 0) {
        const std::string_view text = row.utf8();
        if (file.has(column.name))
          file.cell(text);
      }
  }
  void numbered(std::string_view name, const QByteArray& number) {
    if (number.isEmpty() || name.empty())
      file.cell(name);
    else
      file.cell(QByteArray(name.data(), qsizetype(name.size())) + number);
  }
  void yesNo(db::Row& row) { file.cell(row.yes() ? std::string_view("yes") : std::string_view("no")); }
  void list(const char* sql, qint64 id, const std::function<QString(db::Row&)>& read) {
    QStringList values;
    for (const QString& value : database.all(QString::fromUtf8(sql), {id}, read))
      values += value;
    file.cell(joinList(values));
  }
  /// Team, NPI, Provider: the provider's, else the practice's team.
  void who(Id<Provider> provider, Id<Practice> practice) {
    const Id<Team> team = provider.isValid() ? naming.teamOf(provider) : naming.teamOf(practice);
    file.cell(naming.team(team));
    npiAndName(provider, team);
  }
  void npiAndName(Id<Provider> provider, Id<Team> team) {
    file.cell(naming.npi(provider));
    file.cell(naming.provider(provider, team));
  }
  /// The team a practice is looked for in first, in a row about this provider.
  Id<Team> lookedForIn(Id<Provider> provider, Id<Team> rows) const {
    const Id<Team> own = naming.teamOf(provider);
    return own.isValid() ? own : rows;
  }
  void practice(Id<Practice> practice, Id<Team> team) { file.cell(naming.practice(practice, team)); }
};

// The kinds that are written only when they have rows; see exportprofile.cpp.
void exportClosedDays(Out& out);
void exportTeamPayors(Out& out);
void exportDocumentTypes(Out& out);
void exportFormerNames(Out& out);
void exportTaxonomies(Out& out);
void exportAddresses(Out& out);
void exportEducation(Out& out);
void exportWorkHistory(Out& out);
void exportWorkGaps(Out& out);
void exportReferences(Out& out);
void exportDocuments(Out& out);
void exportMailTemplates(Out& out);
void exportAlertActions(Out& out);

} // namespace exchange
