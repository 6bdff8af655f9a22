// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testdata.h"

// In a file of its own: what is compiled elsewhere is the same wherever the checkout lies, and ccache knows it again.
QString testData(const char* path) { return QStringLiteral(TEST_DATA "/") + QLatin1String(path); }
