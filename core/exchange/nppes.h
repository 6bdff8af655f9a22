// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/headers.h"

#include <QJsonObject>

namespace exchange {

/// Answers of the NPI registry (API v2.1, https://npiregistry.cms.hhs.gov/api-page), read as two sheets: its NPI-1 as
/// rows of providers, its NPI-2, where there are any, as rows of practices. One answer, an array of answers, or an
/// answer a line; of the shape since 2024 and of the one before (numbers for texts, `gender` for `sex`).
class NppesSheets : public Sheets {
public:
  /// An answer with Errors is a Problem with its description.
  static Result<std::unique_ptr<NppesSheets>> open(const QString& path);

  size_t count() const override { return m_practices.empty() ? 1 : 2; }
  QString name(size_t sheet) const override;
  std::unique_ptr<Rows> rows(size_t sheet) const override;

  /// The columns as they are: nothing is to be found out.
  HeaderMatch match(size_t sheet) const;

  struct FormerName {
    QString npi, last, first, middle;
  };
  const std::vector<FormerName>& formerNames() const { return m_formerNames; }

private:
  std::optional<Problem> addAnswer(const QJsonObject& answer);
  static Kind kindOf(size_t sheet) { return sheet == 0 ? Kind::Providers : Kind::Practices; }

  std::vector<std::vector<QByteArray>> m_providers, m_practices; // cells in the order of the kind's columns
  std::vector<FormerName> m_formerNames;
};

/// Whether a file is JSON, by its first characters.
bool isRegistryAnswer(const QString& path);

} // namespace exchange
