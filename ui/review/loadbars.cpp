// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/loadbars.h"

#include "ui/theme/theme.h"

#include <QLocale>
#include <QPainter>
#include <algorithm>

namespace ui {

namespace {

int lineHeight() { return QFontMetrics(fontOf(Face::Second)).height() + px(size::step); }

} // namespace

LoadBars::LoadBars(QWidget* parent) : QWidget(parent) { setFocusPolicy(Qt::NoFocus); }

void LoadBars::show(std::vector<Load> loads, qint64 highest, const QString& note, size_t lines) {
  std::stable_sort(loads.begin(), loads.end(), [](const Load& a, const Load& b) { return a.items > b.items; });
  QStringList said;
  for (const Load& one : loads)
    said << tr("%1: %L2").arg(one.who).arg(one.items);
  if (!note.isEmpty())
    said.prepend(note);
  setAccessibleName(tr("Load of the day"));
  setAccessibleDescription(said.join(QStringLiteral(", ")));
  setToolTip(said.join(QLatin1Char('\n')));
  if (loads.size() > most) { // the rest in one line
    qint64 rest = 0;
    for (size_t i = most - 1; i < loads.size(); ++i)
      rest += loads[i].items;
    const size_t others = loads.size() - (most - 1);
    loads.resize(most - 1);
    loads.push_back({tr("%n others", nullptr, int(others)), rest});
  }
  m_loads = std::move(loads);
  m_highest = std::max<qint64>(1, highest);
  m_note = note;
  setFixedHeight(int(std::min(lines, most) + 1) * lineHeight());
  update();
}

void LoadBars::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setFont(fontOf(Face::Second));
  const Tokens& t = tokens();
  const int line = lineHeight();
  painter.setPen(t.second);
  painter.drawText(QRect(0, 0, width(), line), Qt::AlignLeft | Qt::AlignVCenter,
                   painter.fontMetrics().elidedText(m_note, Qt::ElideRight, width()));
  const int names = width() * 9 / 20;
  qint64 longest = m_highest; // what is to be dealt may be more than any day has
  for (const Load& one : m_loads)
    longest = std::max(longest, one.items);
  const int numbers = painter.fontMetrics().horizontalAdvance(locale().toString(longest)) + px(size::step);
  int y = line;
  for (const Load& one : m_loads) {
    const QRect place(0, y, width(), line);
    painter.setPen(t.text);
    painter.drawText(place.adjusted(0, 0, names - width() - px(size::step), 0), Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(one.who, Qt::ElideRight, names - px(size::step)));
    painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter, locale().toString(one.items));
    const int room = std::max(0, width() - names - numbers - px(size::step));
    const auto length = qreal(room) * qreal(std::min(one.items, m_highest)) / qreal(m_highest);
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.accent);
    const int thick = px(size::gap) - 2;
    painter.drawRoundedRect(QRectF(names, y + (line - thick) / 2.0, std::max(2.0, length), thick), 2, 2);
    y += line;
  }
}

} // namespace ui
