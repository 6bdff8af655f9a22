// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

namespace ui {

class Session;

/// Writes the templates that the program brings along, as one change.
void useShippedTemplates(Session& session);

/// A line that offers the shipped templates as long as a file has none.
class ShippedOffer : public QFrame {
  Q_OBJECT
public:
  explicit ShippedOffer(Session& session, QWidget* parent = nullptr);

private:
  void look();

  Session& m_session;
};

} // namespace ui
