// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracking/shippedoffer.h"

#include "core/tracking/shippedtemplates.h"
#include "ui/shell/attempt.h"
#include "ui/shell/session.h"
#include "ui/theme/sign.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace ui {

void useShippedTemplates(Session& session) {
  session.change(ShippedOffer::tr("Added the shipped templates"),
                 [](db::Transaction& transaction) { shipTemplates(transaction); });
}

ShippedOffer::ShippedOffer(Session& session, QWidget* parent) : QFrame(parent), m_session(session) {
  setObjectName(QStringLiteral("shippedOffer"));
  setProperty("ground", QStringLiteral("surface"));
  setAttribute(Qt::WA_StyledBackground);
  auto* sign = new Sign(QStringLiteral("list-checks"), Ink::Accent);
  auto* text =
      new QLabel(tr("There are no templates yet. Ten come with the program: enrolling with payors and Medicare, "
                    "licences, privileges, onboarding. All can be changed."));
  text->setWordWrap(true);
  auto* use = new QPushButton(tr("Use the shipped templates"));
  use->setObjectName(QStringLiteral("useShipped"));
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(px(size::margin), px(size::gap), px(size::margin), px(size::gap));
  layout->setSpacing(px(size::gap));
  layout->addWidget(sign);
  layout->addWidget(text, 1);
  layout->addWidget(use);
  connect(use, &QPushButton::clicked, this, [this] { useShippedTemplates(m_session); });
  connect(&session, &Session::changed, this, &ShippedOffer::look);
  look();
}

void ShippedOffer::look() {
  attempt(tr("Reading the templates"),
          [this] { setHidden(m_session.database().value(QStringLiteral("SELECT EXISTS (SELECT 1 FROM template)"))); });
}

} // namespace ui
