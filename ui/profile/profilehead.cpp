// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profile/profilehead.h"

#include "core/db/dialect.h"
#include "core/facilities/facility.h"
#include "core/team/identifiers.h"
#include "core/team/practice.h"
#include "core/team/provider.h"
#include "ui/list/celldelegate.h"
#include "ui/profile/pill.h"
#include "ui/shell/elidedlabel.h"
#include "ui/shell/headerbar.h"
#include "ui/theme/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QPushButton>

namespace ui {
namespace {

/// Initials in a circle.
class Avatar : public QLabel {
public:
  Avatar() { setFixedSize(px(size::avatar * 3 / 2), px(size::avatar * 3 / 2)); }

protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens().selection);
    painter.drawEllipse(rect());
    painter.setPen(tokens().text);
    painter.setFont(fontOf(Face::Strong));
    painter.drawText(rect(), Qt::AlignCenter, initials(text()));
  }
};

/// A pill that can be pressed.
class PillButton : public QPushButton {
public:
  PillButton(const QString& icon, Tone tone) : m_icon(icon), m_tone(tone) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
  }
  QSize sizeHint() const override {
    const int inside = px(size::step) + 2;
    return {QFontMetrics(fontOf(Face::SecondStrong)).horizontalAdvance(text()) + px(size::cell) + 3 * inside + 4,
            px(size::group)};
  }
  QSize minimumSizeHint() const override { return sizeHint(); }

protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    drawPill(&painter, rect().adjusted(1, 0, -1, 0), m_icon, text(), m_tone);
    if (!hasFocus() && !underMouse())
      return;
    painter.setPen(hasFocus() ? tokens().accent : tokens().pair(m_tone).text);
    painter.setBrush(Qt::NoBrush);
    const qreal height = px(size::pill) + 2;
    const QRectF around(0.5, (this->height() - height) / 2 + 0.5, width() - 1, height - 1);
    painter.drawRoundedRect(around, height / 2, height / 2);
  }

private:
  QString m_icon;
  Tone m_tone;
};

void clear(QLayout* layout) {
  while (QLayoutItem* item = layout->takeAt(0)) {
    delete item->widget();
    delete item;
  }
}

QString placeOf(const QString& city, const QString& state) {
  return city.isEmpty() || state.isEmpty() ? city + state : city + QStringLiteral(", ") + state;
}

} // namespace

ProfileHead::ProfileHead(const Subject& subject, QWidget* parent)
    : QWidget(parent), m_subject(subject), m_avatar(new Avatar), m_title(new ElidedLabel), m_line(new QHBoxLayout),
      m_status(new Pill), m_start(new QPushButton(tr("Start…"))) {
  auto* back = new QPushButton;
  setButtonIcon(back, QStringLiteral("arrow-left"), Ink::Second);
  back->setObjectName(QStringLiteral("profile.back"));
  back->setAccessibleName(tr("Back"));
  back->setToolTip(tr("Back to the list (Esc, Alt+Left)"));
  back->setProperty("quiet", true);
  connect(back, &QPushButton::clicked, this, &ProfileHead::backAsked);
  m_title->setObjectName(QStringLiteral("profile.name"));
  setFace(m_title, Face::Title);
  m_status->setObjectName(QStringLiteral("profile.status"));
  m_line->setSpacing(px(size::step));

  auto* title = new QHBoxLayout;
  title->setSpacing(px(size::gap) + 2);
  title->addWidget(m_title);
  title->addWidget(m_status, 0, Qt::AlignVCenter);
  title->addStretch();
  auto* words = new QVBoxLayout;
  words->setSpacing(0);
  words->addLayout(title);
  words->addLayout(m_line);

  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(px(size::gap), px(size::gap), px(size::margin), px(size::gap));
  layout->setSpacing(px(size::gap));
  layout->addWidget(back);
  layout->addWidget(m_avatar);
  layout->addSpacing(px(size::step));
  layout->addLayout(words, 1);
  const std::tuple<const char*, QString, Tone> kinds[]{{"expired", QStringLiteral("circle-alert"), Tone::Late},
                                                       {"missing", QStringLiteral("circle-dashed"), Tone::Neutral},
                                                       {"expiring", QStringLiteral("clock-alert"), Tone::Soon},
                                                       {"noDate", QStringLiteral("calendar-x-2"), Tone::Neutral}};
  for (const auto& [name, sign, tone] : kinds) {
    auto* pill = new PillButton(sign, tone);
    pill->setObjectName(QStringLiteral("profile.") + QLatin1String(name));
    pill->setToolTip(tr("Show the alerts"));
    pill->hide();
    connect(pill, &QPushButton::clicked, this, &ProfileHead::alertsAsked);
    m_pills.push_back(pill);
    layout->addWidget(pill);
  }
  setButtonIcon(m_start, QStringLiteral("star"), Ink::OnAccent);
  m_start->setObjectName(QStringLiteral("profile.start"));
  m_start->setAccessibleName(tr("Start a tracking"));
  m_start->setToolTip(tr("Start a tracking of any kind (Ctrl+Shift+S)"));
  m_start->setProperty("primary", true);
  setFace(m_start, Face::Strong);
  connect(m_start, &QPushButton::clicked, this, &ProfileHead::startAsked);
  layout->addSpacing(px(size::step));
  layout->addWidget(m_start);
}

void ProfileHead::addWords(const QString& text) {
  if (text.isEmpty())
    return;
  if (m_line->count() > 0) {
    auto* dot = new QLabel(QStringLiteral("·"));
    dot->setForegroundRole(QPalette::PlaceholderText);
    m_line->addWidget(dot);
  }
  auto* words = new ElidedLabel(text);
  words->setForegroundRole(QPalette::PlaceholderText);
  m_line->addWidget(words);
}

void ProfileHead::addNumber(const QString& label, const QString& number, const QString& what) {
  if (number.isEmpty())
    return;
  addWords(label.isEmpty() ? number : label + QLatin1Char(' ') + number);
  auto* copy = new QPushButton;
  setButtonIcon(copy, QStringLiteral("copy"), Ink::Second);
  copy->setObjectName(QStringLiteral("profile.copy.") + what);
  copy->setAccessibleName(tr("Copy %1").arg(label));
  copy->setToolTip(tr("Copy %1").arg(label));
  copy->setProperty("tiny", true);
  connect(copy, &QPushButton::clicked, this, [this, number, label] {
    QGuiApplication::clipboard()->setText(number);
    Q_EMIT copied(tr("Copied %1 %2").arg(label, number));
  });
  m_line->addWidget(copy);
}

bool ProfileHead::read(db::Database& database) {
  const auto provider = db::load(database, m_subject.provider());
  const auto practice = db::load(database, m_subject.practice());
  const auto facility = db::load(database, m_subject.facility());
  if (!provider && !practice && !facility)
    return false;
  clear(m_line);
  QString title;
  if (provider) {
    m_name = (provider->firstName + QLatin1Char(' ') + provider->lastName).trimmed();
    title = m_name;
    for (const QString& after : {provider->suffix, provider->degree})
      if (!after.isEmpty())
        title += QStringLiteral(", ") + after;
    addWords(provider->specialty);
    addNumber(tr("NPI"), provider->npi, QStringLiteral("npi"));
    addWords(database
                 .text(QStringLiteral("SELECT ") +
                           db::dialect::joined(QStringLiteral("pr.name"),
                                               QStringLiteral("FROM provider_practice pp JOIN practice pr ON pr.id = "
                                                              "pp.practice_id WHERE pp.provider_id = ?"),
                                               QStringLiteral("pp.id")),
                       {m_subject.provider()})
                 .replace(QStringLiteral("; "), QStringLiteral(", ")));
    addNumber(tr("CAQH"), provider->caqhId, QStringLiteral("caqh"));
    m_status->showStatus(provider->status);
  } else if (practice) {
    m_name = title = practice->name;
    addNumber(tr("Group NPI"), practice->groupNpi, QStringLiteral("npi"));
    addNumber(tr("TIN"), shownTin(practice->tin), QStringLiteral("tin"));
    addWords(placeOf(practice->city, practice->state));
    addWords(practice->phone);
    m_status->hide();
  } else {
    m_name = title = facility->name;
    addWords(placeOf(facility->city, facility->state));
    addWords(facility->phone);
    m_status->hide();
    m_start->hide(); // trackings are of providers and practices
  }
  m_line->addStretch();
  m_avatar->setText(m_name);
  m_title->setText(title);
  return true;
}

void ProfileHead::setStandings(const Standings& standings) {
  const std::pair<qint64, QString> words[]{
      {standings.expired, tr("%L1 expired")},
      {standings.missing, tr("%L1 missing")},
      {standings.expiring, tr("%L1 expiring")},
      {standings.noDate, tr("%L1 without date")},
  };
  for (size_t i = 0; i < m_pills.size(); ++i) {
    m_pills[i]->setText(words[i].second.arg(words[i].first));
    m_pills[i]->setVisible(words[i].first > 0);
    m_pills[i]->updateGeometry();
  }
}

} // namespace ui
