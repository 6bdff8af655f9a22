// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

/// Collects what is to be said about a record before it is saved.
class Findings {
public:
  /// An empty sentence says that all is well.
  void add(const char* field, const QString& sentence) {
    if (!sentence.isEmpty())
      m_problems.push_back({QString::fromLatin1(field), sentence});
  }
  void addIf(bool isWrong, const char* field, const QString& sentence) {
    if (isWrong)
      add(field, sentence);
  }

  operator Problems() const { return m_problems; }

private:
  Problems m_problems;
};
