// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// A file or folder of tests/data, by its path from there.
QString testData(const char* path);
