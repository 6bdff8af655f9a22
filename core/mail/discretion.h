// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>
#include <vector>

namespace mail {

/// A text as it may leave the house: without what looks like a Social Security number ("123-45-6789", also with
/// spaces), and without these dates of birth in the ways people write dates. In their place stands "•••".
QString discreet(const QString& text, const std::vector<QDate>& births);

} // namespace mail
