// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/headerbar.h"

#include "ui/theme/theme.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QStyleOptionButton>
#include <QStylePainter>

namespace ui {
namespace {

/// The sign and the name.
class Brand : public QWidget {
public:
  Brand() { setAccessibleName(QStringLiteral("Credenza")); }
  QSize sizeHint() const override {
    return {px(size::largeIcon + size::gap) + QFontMetrics(face()).horizontalAdvance(name()), px(size::header)};
  }
  QSize minimumSizeHint() const override { return {0, px(size::header)}; }

protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    const int side = px(size::largeIcon);
    if (width() < side)
      return; // nor the sign: the tabs need it more
    painter.drawPixmap(0, (height() - side) / 2,
                       iconPixmap(QStringLiteral("badge-check"), tokens().text, side, devicePixelRatioF()));
    if (width() < sizeHint().width())
      return; // the sign alone where room is short
    painter.setPen(tokens().text);
    painter.setFont(face());
    painter.drawText(rect().adjusted(side + px(size::step) + 2, 0, 0, 0), Qt::AlignVCenter, name());
  }

private:
  static QString name() { return QStringLiteral("Credenza"); }
  static QFont face() {
    QFont result = fontOf(Face::Strong);
    result.setPointSizeF((type::body + type::title) / 2 * result.pointSizeF() / type::body);
    return result;
  }
};

/// A button that says by an arrow that a menu is behind it.
class MenuButton : public QPushButton {
public:
  MenuButton() { setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed); }
  QSize minimumSizeHint() const override {
    return {px(2 * size::cell + 2 * size::icon + size::gap), QPushButton::sizeHint().height()};
  }
  QSize sizeHint() const override { return QPushButton::sizeHint() + QSize(px(size::icon + size::step), 0); }

protected:
  void paintEvent(QPaintEvent*) override {
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    painter.drawControl(QStyle::CE_PushButtonBevel, option);
    const int side = px(size::icon);
    option.rect.adjust(px(size::cell), 0, -px(size::cell) - side, 0);
    painter.drawItemPixmap(option.rect, Qt::AlignLeft | Qt::AlignVCenter, icon().pixmap(iconSize()));
    option.rect.adjust(side + px(size::gap) - 2, 0, 0, 0);
    painter.drawItemText(option.rect, Qt::AlignLeft | Qt::AlignVCenter, palette(), true,
                         fontMetrics().elidedText(text(), Qt::ElideRight, option.rect.width()), QPalette::ButtonText);
    painter.drawPixmap(width() - px(size::cell) - side, (height() - side) / 2,
                       iconPixmap(QStringLiteral("chevron-down"), tokens().second, side, devicePixelRatioF()));
  }
};

/// Says that anything is found with Ctrl+K; the lens alone where room is short.
class JumpButton : public QPushButton {
public:
  JumpButton() {
    setObjectName(QStringLiteral("jump"));
    setText(QCoreApplication::translate("ui::HeaderBar", "Search or jump"));
    setAccessibleName(text());
    setToolTip(QCoreApplication::translate("ui::HeaderBar", "Any record, any command, any question (Ctrl+K)"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
  }
  QSize sizeHint() const override {
    return {px(3 * size::cell + size::icon + size::gap) + fontMetrics().horizontalAdvance(text() + keys()),
            QPushButton::sizeHint().height()};
  }
  QSize minimumSizeHint() const override { return {px(2 * size::cell + size::icon), QPushButton::sizeHint().height()}; }

protected:
  void paintEvent(QPaintEvent*) override {
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    painter.drawControl(QStyle::CE_PushButtonBevel, option);
    const int side = px(size::icon);
    const QPixmap lens = iconPixmap(QStringLiteral("search"), tokens().second, side, devicePixelRatioF());
    painter.drawPixmap(px(size::cell), (height() - side) / 2, lens);
    if (width() < sizeHint().width())
      return;
    const QRect place = rect().adjusted(px(size::cell + size::gap) + side, 0, -px(size::cell), 0);
    painter.setPen(tokens().second);
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, text());
    painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter, keys());
  }

private:
  static QString keys() { return QKeySequence(Qt::CTRL | Qt::Key_K).toString(QKeySequence::NativeText); }
};

/// The user's initials in a circle, and the name.
class MeButton : public QPushButton {
public:
  MeButton() {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setProperty("quiet", true);
    setCursor(Qt::PointingHandCursor);
  }
  QSize sizeHint() const override {
    return {px(size::avatar + size::margin + size::gap) + fontMetrics().horizontalAdvance(text()), px(size::control)};
  }
  QSize minimumSizeHint() const override { return {px(size::avatar + size::margin), px(size::control)}; }

protected:
  void paintEvent(QPaintEvent*) override {
    const Tokens& t = tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse() || hasFocus()) {
      painter.setPen(hasFocus() ? t.accent : t.raised);
      painter.setBrush(t.raised);
      painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), px(size::corner), px(size::corner));
    }
    const int side = px(size::avatar);
    const QRect circle(px(size::gap), (height() - side) / 2, side, side);
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.selection);
    painter.drawEllipse(circle);
    painter.setPen(t.text);
    painter.setFont(fontOf(Face::SecondStrong));
    painter.drawText(circle, Qt::AlignCenter, property("known").toBool() ? initials(text()) : QStringLiteral("?"));
    if (width() < sizeHint().width())
      return; // the initials alone where room is short
    painter.setFont(fontOf(Face::Body));
    painter.drawText(rect().adjusted(circle.right() + px(size::gap), 0, 0, 0), Qt::AlignVCenter, text());
  }
};

} // namespace

QString initials(const QString& name) {
  const QStringList parts = name.split(QLatin1Char(' '), Qt::SkipEmptyParts);
  if (parts.isEmpty())
    return {};
  QString result = parts.front().left(1);
  if (parts.size() > 1)
    result += parts.back().left(1);
  return result.toUpper();
}

TabBar::TabBar(QWidget* parent) : QTabBar(parent) {
  setObjectName(QStringLiteral("tabs"));
  setAccessibleName(tr("Tabs"));
  setDrawBase(false);
  setExpanding(false);
  setUsesScrollButtons(false);
  setElideMode(Qt::ElideNone);
  setMouseTracking(true);
  setCursor(Qt::PointingHandCursor);
  setFocusPolicy(Qt::TabFocus);
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void TabBar::setBadge(int tab, qint64 count, Tone tone) {
  setTabData(tab, QVariant::fromValue(QPair<qint64, int>(count, int(tone))));
  setTabToolTip(tab, count > 0 ? tr("%L1 need you").arg(count) : QString());
  setTabText(tab, tabText(tab)); // measures the tabs anew
}

QString TabBar::badgeText(int index) const {
  const auto badge = tabData(index).value<QPair<qint64, int>>();
  return badge.first > 0 ? QLocale().toString(badge.first) : QString();
}

int TabBar::badgeWidth(int index) const {
  const QString text = badgeText(index);
  if (text.isEmpty())
    return 0;
  return qMax(px(size::pill), QFontMetrics(fontOf(Face::SecondStrong)).horizontalAdvance(text) + px(size::cell));
}

QSize TabBar::tabSizeHint(int index) const {
  const int words = QFontMetrics(fontOf(Face::Strong)).horizontalAdvance(tabText(index));
  const int badge = badgeWidth(index);
  return {words + (badge > 0 ? badge + px(size::gap) : 0) + 2 * size::cell + size::step,
          px(size::header)}; // large letters need no more air
}

void TabBar::paintEvent(QPaintEvent*) {
  const Tokens& t = tokens();
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const int hovered = tabAt(mapFromGlobal(QCursor::pos()));
  for (int i = 0; i < count(); ++i) {
    const QRect tab = tabRect(i);
    const QRect inside = tab.adjusted(size::cell + size::step / 2, 0, -size::cell, 0);
    const bool front = i == currentIndex();
    const QFont face = fontOf(front ? Face::Strong : Face::Body);
    painter.setFont(face);
    painter.setPen(front || i == hovered ? t.text : t.second);
    painter.drawText(inside, Qt::AlignVCenter | Qt::AlignLeft, tabText(i));
    if (const QString badge = badgeText(i); !badge.isEmpty()) {
      const Pair& pair = t.pair(Tone(tabData(i).value<QPair<qint64, int>>().second));
      const int height = px(size::pill - 2);
      const int left = inside.x() + QFontMetrics(face).horizontalAdvance(tabText(i)) + px(size::gap);
      const QRect pill(left, (tab.height() - height) / 2, badgeWidth(i), height);
      painter.setPen(Qt::NoPen);
      painter.setBrush(pair.back);
      painter.drawRoundedRect(pill, height / 2.0, height / 2.0);
      painter.setPen(pair.text);
      painter.setFont(fontOf(Face::SecondStrong));
      painter.drawText(pill, Qt::AlignCenter, badge);
    }
    if (front)
      painter.fillRect(QRect(inside.x(), tab.bottom() - px(size::mark) + 1, inside.width(), px(size::mark)), t.accent);
    if (front && hasFocus()) {
      painter.setBrush(Qt::NoBrush);
      painter.setPen(t.accent);
      painter.drawRoundedRect(QRectF(tab).adjusted(2.5, 8.5, -2.5, -8.5), px(size::corner), px(size::corner));
    }
  }
}

HeaderBar::HeaderBar(QWidget* parent)
    : QWidget(parent), m_tabs(new TabBar), m_scope(new MenuButton), m_scopes(new QMenu(this)), m_me(new MeButton) {
  setProperty("ground", QStringLiteral("surface"));
  setAttribute(Qt::WA_StyledBackground);
  m_scope->setObjectName(QStringLiteral("scope"));
  m_scope->setToolTip(tr("Which teams are shown"));
  m_me->setObjectName(QStringLiteral("me"));
  m_me->setToolTip(tr("Who I am"));
  connect(m_scope, &QPushButton::clicked, this,
          [this] { m_scopes->popup(m_scope->mapToGlobal(QPoint(0, m_scope->height() + px(size::step)))); });
  connect(m_me, &QPushButton::clicked, this, &HeaderBar::meAsked);
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(px(size::margin), 0, px(size::gap), 0);
  layout->setSpacing(px(size::gap));
  layout->addWidget(new Brand);
  layout->addSpacing(px(size::gap));
  layout->addWidget(m_tabs);
  layout->addStretch(1);
  auto* jump = new JumpButton;
  connect(jump, &QPushButton::clicked, this, &HeaderBar::jumpAsked);
  layout->addWidget(jump);
  layout->addWidget(m_scope);
  layout->addWidget(m_me);
  setFixedHeight(px(size::header));
  setMe({});
}

void HeaderBar::setScopes(const std::vector<Scope>& scopes, int current) {
  m_scopes->clear();
  auto* group = new QActionGroup(m_scopes);
  for (const Scope& scope : scopes) {
    QAction* action = m_scopes->addAction(scope.text);
    action->setCheckable(true);
    group->addAction(action);
    connect(action, &QAction::triggered, this, [this, scope] {
      choose(scope);
      Q_EMIT scopeChosen(scope.teams);
    });
  }
  if (current >= 0 && current < int(scopes.size())) {
    m_scopes->actions().at(current)->setChecked(true);
    choose(scopes[size_t(current)]);
  }
}

void HeaderBar::choose(const Scope& scope) {
  m_scope->setText(scope.text);
  setButtonIcon(m_scope, QStringLiteral("users"));
  m_scope->setAccessibleName(tr("Scope: %1").arg(scope.text));
}

void HeaderBar::setMe(const QString& name) {
  m_me->setProperty("known", !name.isEmpty());
  m_me->setText(name.isEmpty() ? tr("Who am I?") : name);
  m_me->setAccessibleName(name.isEmpty() ? tr("Who am I?") : tr("I am %1").arg(name));
  m_me->updateGeometry();
}

} // namespace ui
