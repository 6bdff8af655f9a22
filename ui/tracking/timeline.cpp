// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracking/timeline.h"

#include "core/calendar/typeddate.h"
#include "core/tracking/status.h"
#include "ui/list/cellface.h"

#include <QPainter>
#include <QStyledItemDelegate>

namespace ui {
namespace {

constexpr size_t leastFolded = 3; // steps that stand as one line
constexpr size_t nextShown = 5;   // open steps before the later ones, so that what is to be done is seen below them

enum Role { IdRole = Qt::UserRole, FoldRole, IconRole, ToneRole, DayRole, DayInkRole, StrongRole };

/// Icon, name, and the day on the right; the name gives way.
class LineDelegate : public QStyledItemDelegate {
public:
  using QStyledItemDelegate::QStyledItemDelegate;

  QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {0, px(size::chip)}; }

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    const Tokens& t = tokens();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect row = option.rect.adjusted(0, 1, 0, -1);
    if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver)) {
      painter->setPen(Qt::NoPen);
      painter->setBrush(option.state & QStyle::State_Selected ? t.raised : t.window);
      painter->drawRoundedRect(row, px(size::step), px(size::step));
    }
    if (option.state & QStyle::State_Selected && option.state & QStyle::State_HasFocus) {
      painter->setPen(t.accent);
      painter->setBrush(Qt::NoBrush);
      painter->drawRoundedRect(QRectF(row).adjusted(0.5, 0.5, -0.5, -0.5), px(size::step), px(size::step));
    }
    const int side = px(size::icon);
    const auto tone = Tone(index.data(ToneRole).toInt());
    painter->drawPixmap(
        row.x() + px(size::gap), row.y() + (row.height() - side) / 2,
        iconPixmap(index.data(IconRole).toString(), ink(inkOf(tone)), side, painter->device()->devicePixelRatioF()));
    const QFont small = fontOf(Face::Second);
    const QString day = index.data(DayRole).toString();
    const int wide = QFontMetrics(small).horizontalAdvance(day);
    const QRect words = row.adjusted(2 * px(size::gap) + side, 0, -px(size::gap), 0);
    painter->setFont(small);
    painter->setPen(ink(Ink(index.data(DayInkRole).toInt())));
    painter->drawText(words, Qt::AlignRight | Qt::AlignVCenter, day);
    const bool isStrong = index.data(StrongRole).toBool();
    const QFont face = fontOf(isStrong ? Face::Strong : Face::Body);
    painter->setFont(face);
    painter->setPen(tone == Tone::Done ? t.second : t.text);
    const QString name = QFontMetrics(face).elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight,
                                                       words.width() - wide - px(size::gap));
    painter->drawText(words, Qt::AlignLeft | Qt::AlignVCenter, name);
    painter->restore();
  }
};

struct Day {
  QString text, spoken;
  Ink ink = Ink::Second;
};

Day dayOf(const Step& step, QDate today, const Calendar& calendar) {
  if (step.completed.isValid()) {
    const QString day = shownDate(step.completed, today);
    return {day, Timeline::tr("completed %1").arg(day)};
  }
  if (!isOpenStatus(step.status))
    return {Timeline::tr("Not needed"), {}};
  if (!step.due.isValid())
    return {Timeline::tr("No date"), Timeline::tr("no date")};
  const QString day = shownDate(step.due, today);
  const int late = businessDaysLate(step.due, today, calendar);
  if (late > 0)
    return {Timeline::tr("%1 · %2 late").arg(day).arg(late),
            Timeline::tr("due %1, %2 business days late").arg(day).arg(late), Ink::Late};
  return {day, Timeline::tr("due %1").arg(day), step.due == today ? Ink::Soon : Ink::Second};
}

} // namespace

Timeline::Timeline(QWidget* parent) : QListWidget(parent) {
  setObjectName(QStringLiteral("timeline"));
  setAccessibleName(tr("Steps"));
  setItemDelegate(new LineDelegate(this));
  setFrameShape(NoFrame);
  setUniformItemSizes(true);
  setMouseTracking(true);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  setProperty("ground", QStringLiteral("surface"));
  connect(this, &QListWidget::currentRowChanged, this, &Timeline::turned);
}

void Timeline::showSteps(const std::vector<Step>& steps, Id<Step> chosen, QDate today, const Calendar& calendar) {
  m_steps = steps;
  m_today = today;
  m_calendar = calendar;
  fill(chosen);
}

void Timeline::fill(Id<Step> chosen) {
  const QSignalBlocker quiet(this);
  clear();
  const auto isOpen = [](const Step& step) { return isOpenStatus(step.status); };
  const auto open = std::find_if(m_steps.begin(), m_steps.end(), isOpen);
  const bool isChosenDone = std::any_of(m_steps.begin(), open, [&](const Step& step) { return step.id == chosen; });
  const size_t done = size_t(open - m_steps.begin());
  const bool mayFold = m_folds && !m_steps.empty() && m_steps.front().tracking != m_unfolded;
  const bool foldsDone = mayFold && done >= leastFolded && !isChosenDone;
  if (foldsDone)
    addFold(tr("%1 steps done").arg(done), tr("%1 steps done, Enter shows them").arg(done),
            QStringLiteral("circle-check"), Tone::Done, m_steps[done - 1].id);
  const size_t next = done + nextShown;
  const bool foldsLater = mayFold && m_steps.size() >= next + leastFolded &&
                          std::all_of(m_steps.begin() + std::ptrdiff_t(next), m_steps.end(), [&](const Step& step) {
                            return step.status == QLatin1String("New") && step.id != chosen && step.due >= m_today;
                          });
  for (size_t i = foldsDone ? done : 0; i < (foldsLater ? next : m_steps.size()); ++i) {
    addLine(m_steps[i]);
    if (m_steps[i].id == chosen)
      setCurrentRow(count() - 1);
  }
  if (foldsLater) {
    const size_t later = m_steps.size() - next;
    addFold(tr("%1 later steps").arg(later), tr("%1 later steps, Enter shows them").arg(later),
            QStringLiteral("chevron-down"), Tone::Neutral, m_steps[next].id);
  }
  updateGeometry();
}

/// A line in place of several steps; opened, it shows this one of them.
void Timeline::addFold(const QString& text, const QString& spoken, const QString& icon, Tone tone, Id<Step> shows) {
  auto* item = new QListWidgetItem(text, this);
  item->setData(FoldRole, shows.value);
  item->setData(IconRole, icon);
  item->setData(ToneRole, int(tone));
  item->setData(DayRole, tr("Show"));
  item->setData(DayInkRole, int(Ink::Accent));
  item->setData(Qt::AccessibleTextRole, spoken);
}

void Timeline::addLine(const Step& step) {
  const StatusLook look = statusLook(step.status);
  const Day day = dayOf(step, m_today, m_calendar);
  auto* item = new QListWidgetItem(step.name, this);
  item->setData(IdRole, step.id.value);
  item->setData(IconRole, look.icon);
  item->setData(ToneRole, int(look.tone));
  item->setData(DayRole, day.text);
  item->setData(DayInkRole, int(day.ink));
  item->setData(StrongRole, isOpenStatus(step.status) && step.status != QLatin1String("New"));
  item->setData(Qt::AccessibleTextRole, QStringList{step.name, step.status, day.spoken}.join(QStringLiteral(", ")));
}

void Timeline::turned() {
  if (chosen().isValid()) {
    Q_EMIT stepChosen(chosen());
  } else if (currentItem()) { // the line of those that are folded
    m_unfolded = m_steps.front().tracking;
    const Id<Step> shown{currentItem()->data(FoldRole).toLongLong()};
    QMetaObject::invokeMethod(
        this, [this, shown] { fill(shown), Q_EMIT stepChosen(shown); }, Qt::QueuedConnection);
  }
}

Id<Step> Timeline::chosen() const {
  const QListWidgetItem* item = currentItem();
  return {item ? item->data(IdRole).toLongLong() : 0};
}

QSize Timeline::sizeHint() const { return {px(size::side), qMax(1, count()) * px(size::chip)}; }

} // namespace ui
