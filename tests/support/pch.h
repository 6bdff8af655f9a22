// SPDX-License-Identifier: GPL-3.0-or-later
// Precompiled for all tests of a layer.
#pragma once

#undef QT_NO_CAST_FROM_ASCII // tests may write texts as plain literals

#include <QtCore>
#include <QtSql>
#ifdef QT_WIDGETS_LIB
#include <QtWidgets>
#endif
#include <QtTest>

#include <functional>
#include <optional>
#include <variant>
#include <vector>
