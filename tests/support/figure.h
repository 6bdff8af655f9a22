// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

/// How often something is tried: `usual` in every run, `full` in ./test --figures, or what the variable of that name
/// says.
inline int figure(const char* variable, int usual, int full) {
  if (qEnvironmentVariableIsSet(variable))
    return qEnvironmentVariableIntValue(variable);
  return qEnvironmentVariableIsSet("CREDENZA_FIGURES") ? full : usual;
}
