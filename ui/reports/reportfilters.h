// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/options.h"
#include "ui/form/formrows.h"

#include <QFrame>

namespace ui {

class Session;

/// What a report is asked: the filters it understands, the days, what it is grouped and sorted by.
class ReportFilters : public QFrame, public FormRows {
  Q_OBJECT
public:
  ReportFilters(Session& session, const report::Listing& listing, QWidget* parent = nullptr);
  ~ReportFilters() override;

  /// In the words of the command line.
  report::Asked asked();
  void ask(const report::Asked& asked);

Q_SIGNALS:
  /// Something else is asked now; not while a name or a date is half typed.
  void changed();

protected:
  void edited() override;
  void left() override { edited(); }

private:
  bool isHalfTyped() const;

  Session& m_session;
  bool m_asking = false;
};

} // namespace ui
