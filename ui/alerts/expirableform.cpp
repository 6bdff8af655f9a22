// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alerts/expirableform.h"

#include "ui/alerts/credentialform.h"
#include "ui/alerts/enrollmentform.h"
#include "ui/form/recordform.h"

namespace ui {

void openExpirableForm(Session& session, qint64 key, QWidget* parent) {
  // See report/catalogue/alerts.cpp: the last two bits say which kind of record it is.
  const qint64 id = key / 4;
  switch (key % 4) {
  case 0:
    return openCredentialForm(session, Id<Credential>{id}, parent);
  case 1:
    return openEnrollmentForm(session, Id<Enrollment>{id}, parent);
  case 2:
    return openAffiliationForm(session, Id<Affiliation>{id}, parent);
  default:
    break;
  }
  constexpr qint64 perRequirement = 1000000000;
  Credential missing;
  missing.provider = Id<Provider>{id % perRequirement};
  const auto requirement = recordFor(session, Id<DocumentRequirement>{id / perRequirement});
  missing.documentType = requirement.documentType;
  missing.state = requirement.state;
  openCredentialForm(session, {}, parent, missing);
}

void openNewCredential(Session& session, QWidget* parent) { openCredentialForm(session, {}, parent); }

} // namespace ui
