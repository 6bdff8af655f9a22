// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/filterchip.h"

#include "ui/shell/attempt.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QLocale>
#include <QPainter>

namespace ui {

/// What a chip is made of, from left to right, and how wide that is.
struct FilterChip::Parts {
  QString icon = {}, words = {}, count = {}, end = {};
  int width = 0;
};

FilterChip::FilterChip(ChipSpec spec, QWidget* parent) : QPushButton(spec.label, parent), m_spec(std::move(spec)) {
  setObjectName(QStringLiteral("chip.") + m_spec.key +
                (m_spec.value.isEmpty() ? QString() : QLatin1Char('.') + m_spec.value));
  setAccessibleName(m_spec.label);
  setCheckable(!isDropDown());
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  setCursor(Qt::PointingHandCursor);
  connect(this, &QPushButton::clicked, this, &FilterChip::press);
}

FilterChip::Parts FilterChip::parts() const {
  Parts parts{.icon = m_spec.icon, .words = m_spec.label, .count = {}, .end = {}, .width = 2 * px(size::cell)};
  if (!m_values.isEmpty())
    parts.end = QStringLiteral("x");
  else if (isDropDown())
    parts.end = QStringLiteral("chevron-down");
  if (isDropDown() && !m_values.isEmpty())
    parts.words = m_spec.label + QStringLiteral(": ") + m_chosen;
  if (m_count && m_values.isEmpty())
    parts.count = QLocale().toString(*m_count);
  const bool strong = !isDropDown() || !m_values.isEmpty();
  parts.width += QFontMetrics(fontOf(strong ? Face::Strong : Face::Body)).horizontalAdvance(parts.words);
  if (!parts.icon.isEmpty())
    parts.width += px(size::cell) + 2 + px(size::gap) - 2;
  if (!parts.count.isEmpty())
    parts.width += QFontMetrics(fontOf(Face::Body)).horizontalAdvance(parts.count) + px(size::gap) - 2;
  if (!parts.end.isEmpty())
    parts.width += px(size::cell) + px(size::gap);
  return parts;
}

QSize FilterChip::sizeHint() const { return {parts().width, px(size::chip)}; }

void FilterChip::setValues(const QStringList& values) {
  m_values = values;
  if (isDropDown()) {
    QStringList texts;
    if (!values.isEmpty())
      attempt(tr("Reading the choices"), [&] {
        for (const Choice& choice : choices())
          if (values.contains(choice.value))
            texts << choice.text;
      });
    m_chosen = texts.size() > 2 ? tr("%1 and %2 more").arg(texts.front()).arg(texts.size() - 1)
                                : texts.join(QStringLiteral(", "));
    setAccessibleDescription(m_chosen);
  } else {
    setChecked(!values.isEmpty());
  }
  updateGeometry();
  update();
}

/// What can be chosen, with what was typed before.
std::vector<Choice> FilterChip::choices() const {
  std::vector<Choice> all = m_spec.choices();
  for (const QString& value : m_spec.own ? m_values : QStringList())
    if (std::none_of(all.begin(), all.end(), [&](const Choice& choice) { return choice.value == value; }))
      if (auto typed = m_spec.own(value))
        all.push_back(*typed);
  return all;
}

void FilterChip::setCount(std::optional<qint64> count) {
  m_count = count;
  setAccessibleDescription(count ? QLocale().toString(*count) : QString());
  updateGeometry();
  update();
}

void FilterChip::change(const QStringList& values) {
  setValues(values);
  Q_EMIT valuesChanged(values);
}

void FilterChip::press() {
  if (!isDropDown()) {
    change(m_values.isEmpty() ? QStringList{m_spec.value} : QStringList());
    return;
  }
  attempt(tr("Reading the choices"), [this] {
    auto* popup = new ChoicePopup(m_spec.label, choices(), m_values, this);
    popup->setOwn(m_spec.own);
    connect(popup, &ChoicePopup::chosen, this, &FilterChip::change);
    popup->openBelow(this);
  });
}

void FilterChip::mouseReleaseEvent(QMouseEvent* event) {
  const bool onCross = isDropDown() && !m_values.isEmpty() && rect().contains(event->position().toPoint()) &&
                       event->position().x() > width() - px(size::chip);
  if (!onCross) {
    QPushButton::mouseReleaseEvent(event);
    return;
  }
  setDown(false);
  change({});
}

void FilterChip::keyPressEvent(QKeyEvent* event) {
  const bool clear = event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace;
  if (clear && !m_values.isEmpty())
    change({});
  else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
    click(); // QPushButton leaves Enter to the dialog's default button
  else
    QPushButton::keyPressEvent(event);
}

void FilterChip::paintEvent(QPaintEvent*) {
  const Tokens& t = tokens();
  const Parts is = parts();
  const bool active = !m_values.isEmpty();
  const bool strong = !isDropDown() || active;
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const QRectF pill = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
  painter.setPen(hasFocus() ? t.accent : active ? t.selection : t.edge);
  painter.setBrush(active ? t.selection : underMouse() ? t.raised : t.surface);
  painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);

  const QColor words = m_spec.tone == Tone::Neutral || active ? t.text : t.pair(m_spec.tone).text;
  const int side = px(size::cell) + 2;
  const auto draw = [&](const QString& name, int x, int wide, const QColor& colour) {
    painter.drawPixmap(x, (height() - wide) / 2, iconPixmap(name, colour, wide, devicePixelRatioF()));
  };
  int x = px(size::cell);
  if (!is.icon.isEmpty()) {
    draw(is.icon, x, side, words);
    x += px(size::cell) + px(size::gap);
  }
  painter.setPen(words);
  painter.setFont(fontOf(strong ? Face::Strong : Face::Body));
  painter.drawText(QRect(x, 0, width() - x, height()), Qt::AlignVCenter, is.words);
  x += painter.fontMetrics().horizontalAdvance(is.words);
  if (!is.count.isEmpty()) {
    painter.setPen(t.second);
    painter.setFont(fontOf(Face::Body));
    painter.drawText(QRect(x + px(size::gap) - 2, 0, width(), height()), Qt::AlignVCenter, is.count);
  }
  if (!is.end.isEmpty())
    draw(is.end, width() - px(size::cell) - px(size::cell), px(size::cell), t.second);
}

} // namespace ui
