// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/insights/insightcard.h"

#include "core/report/catalogue.h"
#include "core/report/packet.h"
#include "ui/insights/plot.h"
#include "ui/theme/theme.h"

#include <QAbstractTableModel>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTableView>

namespace ui {

namespace {

constexpr int plotHeight = 232; // of a plot, in pixels at normal zoom
constexpr int tableWidth = 430;
constexpr int plotPart = 2, tablePart = 3; // of the card's width, where the table needs so much

} // namespace

/// The rows of figures as they are in the report.
class FigureTable : public QAbstractTableModel {
public:
  using QAbstractTableModel::QAbstractTableModel;

  void set(report::Figures figures) {
    beginResetModel();
    m_figures = std::move(figures);
    endResetModel();
  }
  const report::Figures& figures() const { return m_figures; }

  int rowCount(const QModelIndex& parent = {}) const override {
    return parent.isValid() ? 0 : int(m_figures.rows.size());
  }
  int columnCount(const QModelIndex& parent = {}) const override {
    return parent.isValid() ? 0 : int(m_figures.headings.size());
  }
  QVariant data(const QModelIndex& index, int role) const override {
    const QString& cell = m_figures.rows[size_t(index.row())][index.column()];
    if (role == Qt::TextAlignmentRole)
      return int(Qt::AlignVCenter | (index.column() > 0 ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
      return {};
    bool isNumber = false;
    const qlonglong number = cell.toLongLong(&isNumber);
    return index.column() > 0 && isNumber ? QLocale().toString(number) : cell;
  }
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override {
    if (orientation != Qt::Horizontal)
      return {};
    if (role == Qt::TextAlignmentRole)
      return int(Qt::AlignVCenter | (section > 0 ? Qt::AlignRight : Qt::AlignLeft));
    return role == Qt::DisplayRole ? m_figures.headings[size_t(section)] : QVariant();
  }

private:
  report::Figures m_figures;
};

InsightCard::InsightCard(const report::Insight& insight, QWidget* parent)
    : QFrame(parent), m_insight(insight), m_sentence(new QLabel), m_lacking(new QLabel),
      m_ticked(new QCheckBox(tr("In the packet"))), m_body(new QHBoxLayout), m_model(new FigureTable(this)),
      m_table(new QTableView) {
  const report::Listing& listing = *report::find(insight.listing);
  const QString stem = QStringLiteral("insight.") + insight.listing;
  setObjectName(stem);
  setProperty("card", true);
  setFocusPolicy(Qt::StrongFocus);
  setAccessibleName(listing.title);
  auto* title = new QLabel(listing.title);
  setFace(title, Face::Strong);
  title->setToolTip(listing.reason);
  m_sentence->setObjectName(stem + QStringLiteral(".said"));
  m_sentence->setWordWrap(true);
  m_lacking->setAlignment(Qt::AlignCenter);
  m_lacking->setForegroundRole(QPalette::PlaceholderText);
  m_lacking->setWordWrap(true);
  m_ticked->setObjectName(stem + QStringLiteral(".packet"));
  m_ticked->setAccessibleName(tr("In the packet: %1").arg(listing.title));
  m_ticked->setToolTip(tr("Put this plot and its table into the packet of the week's review (Space)"));
  m_ticked->setChecked(report::figuresInPacket().contains(insight.listing));
  connect(m_ticked, &QCheckBox::toggled, this, [this](bool ticked) { report::setInPacket(m_insight.listing, ticked); });
  auto* open = new QPushButton(tr("Open the list"));
  open->setObjectName(stem + QStringLiteral(".open"));
  open->setAccessibleName(tr("Open the list behind: %1").arg(listing.title));
  open->setToolTip(tr("The records that these figures count (Enter)"));
  open->setProperty("quiet", true);
  connect(open, &QPushButton::clicked, this, [this] { Q_EMIT openAsked(std::nullopt); });

  m_table->setModel(m_model);
  m_table->setObjectName(stem + QStringLiteral(".table"));
  m_table->setAccessibleName(tr("Figures: %1").arg(listing.title));
  m_table->setProperty("plain", true);
  m_table->setProperty("dense", true);
  m_table->setShowGrid(false);
  m_table->setTabKeyNavigation(false);
  m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
  m_table->setSelectionMode(QAbstractItemView::SingleSelection);
  m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
  m_table->setWordWrap(false);
  m_table->setMinimumWidth(px(tableWidth));
  setFace(m_table, Face::Second);
  m_table->verticalHeader()->hide();
  m_table->verticalHeader()->setDefaultSectionSize(px(size::group) + px(size::step) / 2);
  m_table->horizontalHeader()->setHighlightSections(false);
  m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  m_table->horizontalHeader()->setFixedHeight(px(size::chip));
  connect(m_table->horizontalHeader(), &QHeaderView::sectionResized, this, &InsightCard::fitTable);
  connect(m_table, &QTableView::activated, this, [this](const QModelIndex& at) { Q_EMIT openAsked(size_t(at.row())); });

  auto* head = new QHBoxLayout;
  head->setSpacing(px(size::gap));
  head->addWidget(title);
  head->addStretch();
  head->addWidget(m_ticked);
  head->addWidget(open);
  m_body->setSpacing(px(size::margin));
  m_body->addWidget(m_lacking, 1);
  m_body->addWidget(m_table, tablePart);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(px(size::margin), px(size::gap), px(size::margin), px(size::cell));
  layout->setSpacing(px(size::step));
  layout->addLayout(head);
  layout->addWidget(m_sentence);
  layout->addSpacing(px(size::step));
  layout->addLayout(m_body);
  m_lacking->setFixedHeight(px(plotHeight));
  m_table->setFixedHeight(px(plotHeight));
  m_lacking->setText(tr("Counting…"));
}

const report::Figures& InsightCard::figures() const { return m_model->figures(); }

void InsightCard::show(const report::Figures& figures) {
  const int current = m_table->currentIndex().row();
  m_model->set(figures);
  fitTable();
  if (current >= 0 && current < m_model->rowCount())
    m_table->selectRow(current);
  if (m_insight.shape != report::Insight::Shape::Bars)
    m_table->scrollToBottom(); // the newest
  const QString said = report::said(m_insight, figures);
  m_sentence->setText(said);
  setAccessibleDescription(said);
  draw();
}

/// No wider than its columns. What it is at least must not hang on the card's width: the page would lay itself out in
/// circles, each width asking for another.
void InsightCard::fitTable() {
  m_table->setMaximumWidth(std::max(px(tableWidth), m_table->horizontalHeader()->length() + px(size::margin)));
}

void InsightCard::draw() {
  delete m_plot;
  m_plot = nullptr;
  const bool isDrawn = report::isDrawn(m_insight, figures());
  if (isDrawn && (m_plot = makePlot(m_insight, figures()))) {
    m_plot->setObjectName(objectName() + QStringLiteral(".plot"));
    m_plot->setAccessibleName(tr("Plot: %1").arg(accessibleName()));
    m_plot->setAccessibleDescription(accessibleDescription());
    m_plot->setFixedHeight(px(plotHeight));
    m_body->insertWidget(0, m_plot, plotPart);
    m_plot->show(); // at once: what else is shown here changes at once too
  }
  m_table->setVisible(isDrawn);
  m_sentence->setVisible(isDrawn);
  m_lacking->setText(isDrawn ? QString() : accessibleDescription());
  m_lacking->setVisible(!m_plot);
}

void InsightCard::changeEvent(QEvent* event) {
  QFrame::changeEvent(event);
  if (event->type() != QEvent::PaletteChange || !m_plot || m_isDressing)
    return;
  m_isDressing = true; // once all widgets have been told
  QMetaObject::invokeMethod(
      this,
      [this] {
        m_isDressing = false;
        draw();
      },
      Qt::QueuedConnection);
}

void InsightCard::keyPressEvent(QKeyEvent* event) {
  if (!hasFocus()) // a key that a control on it has dealt with
    return QFrame::keyPressEvent(event);
  switch (event->key()) {
  case Qt::Key_Return:
  case Qt::Key_Enter:
    Q_EMIT openAsked(std::nullopt);
    return;
  case Qt::Key_Space:
    m_ticked->toggle();
    return;
  default:
    QFrame::keyPressEvent(event);
  }
}

void InsightCard::mouseDoubleClickEvent(QMouseEvent*) { Q_EMIT openAsked(std::nullopt); }

} // namespace ui
