// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/businessdays.h"
#include "core/tracking/step.h"
#include "ui/theme/tokens.h"

#include <QListWidget>

namespace ui {

/// The steps of a tracking from first to last, a line each: the status as an icon, the name, the day. As high as its
/// lines; one of them is chosen. Long runs, of done ones at the beginning and of later ones at the end, may stand as
/// one line each, which opens.
class Timeline : public QListWidget {
  Q_OBJECT
public:
  explicit Timeline(QWidget* parent = nullptr);

  void setFolding(bool folds) { m_folds = folds; }
  void showSteps(const std::vector<Step>& steps, Id<Step> chosen, QDate today, const Calendar& calendar);
  Id<Step> chosen() const;

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

Q_SIGNALS:
  void stepChosen(Id<Step> step);

private:
  void fill(Id<Step> chosen);
  void addLine(const Step& step);
  void addFold(const QString& text, const QString& spoken, const QString& icon, Tone tone, Id<Step> shows);
  void turned();

  std::vector<Step> m_steps;
  QDate m_today;
  Calendar m_calendar;
  Id<Tracking> m_unfolded; ///< of this one all lines are shown
  bool m_folds = false;
};

} // namespace ui
