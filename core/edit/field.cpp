// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/field.h"

#include "core/edit/fieldsof.h"

namespace edit {

const Field* find(const QString& key) {
  static const Fields fields = [] {
    Fields all;
    addTeamFields(all);
    addPayorFields(all);
    addCredentialFields(all);
    addProfileFields(all);
    addTrackingFields(all);
    addTaskFields(all);
    return all;
  }();
  static const QHash<QString, const Field*> byKey = [] {
    QHash<QString, const Field*> keys;
    for (const auto& field : fields)
      keys.insert(field->key, field.get());
    return keys;
  }();
  return byKey.value(key);
}

} // namespace edit
