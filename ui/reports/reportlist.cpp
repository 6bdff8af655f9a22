// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/reportlist.h"

#include "core/base/text.h"
#include "core/report/catalogue.h"
#include "core/report/views.h"
#include "ui/theme/theme.h"

#include <QLocale>
#include <QPainter>
#include <QSettings>
#include <QStyledItemDelegate>

namespace ui {

namespace {

enum Role { Name = Qt::UserRole, Reason, Rows };

constexpr qsizetype mostUsed = 4;

QString usedKey() { return QStringLiteral("reports/used"); }

/// What a reason says first; all of it stands beside the list once the report is chosen.
QString firstSentence(const QString& reason) {
  const qsizetype end = reason.indexOf(QStringLiteral(". "));
  return end < 0 ? reason : reason.left(end + 1);
}

/// Title and count side by side, below them why a row is in it; a heading is its words alone.
class ReportFace : public QStyledItemDelegate {
public:
  using QStyledItemDelegate::QStyledItemDelegate;

  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    if (index.data(Name).toString().isEmpty())
      return {0, px(size::row)};
    const QRect room = roomOf(option);
    return {0, titleRoom(room, index).height() + reasonRoom(room, index).height() + px(size::gap) * 2};
  }

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    const Tokens& t = tokens();
    const bool isHead = index.data(Name).toString().isEmpty();
    const bool front = option.state & QStyle::State_Selected;
    painter->save();
    if (!isHead && (front || option.state & QStyle::State_MouseOver))
      painter->fillRect(option.rect, front ? t.selection : t.raised);
    if (front && option.widget && option.widget->hasFocus())
      painter->fillRect(QRect(option.rect.topLeft(), QSize(px(size::mark) + 1, option.rect.height())), t.accent);
    QRect room = roomOf(option);
    painter->setFont(fontOf(isHead ? Face::SecondStrong : Face::Strong));
    painter->setPen(isHead ? t.second : t.text);
    if (isHead) {
      painter->drawText(room.adjusted(0, 0, 0, -px(size::step)), Qt::AlignBottom, index.data().toString());
    } else {
      room.adjust(0, px(size::gap), 0, -px(size::gap));
      const QRect title = titleRoom(room, index);
      painter->drawText(title, Qt::TextWordWrap, index.data().toString());
      painter->setFont(fontOf(Face::Second));
      painter->setPen(t.second);
      painter->drawText(room, Qt::AlignTop | Qt::AlignRight, countOf(index));
      room.setTop(title.bottom() + 1);
      painter->drawText(room, Qt::TextWordWrap, firstSentence(index.data(Reason).toString()));
    }
    painter->restore();
  }

private:
  static QRect roomOf(const QStyleOptionViewItem& option) {
    const auto* list = qobject_cast<const QAbstractItemView*>(option.widget);
    const int width = list ? list->viewport()->width() : option.rect.width();
    return QRect(0, option.rect.y(), width, option.rect.height()).adjusted(px(size::cell), 0, -px(size::cell), 0);
  }
  static QString countOf(const QModelIndex& index) {
    const qint64 rows = index.data(Rows).toLongLong();
    return rows < 0 ? QString() : QLocale().toString(rows);
  }
  /// Where the title stands at the top of a room: beside the count, on as many lines as that takes.
  static QRect titleRoom(QRect room, const QModelIndex& index) {
    if (const QString count = countOf(index); !count.isEmpty())
      room.adjust(0, 0, -QFontMetrics(fontOf(Face::Second)).horizontalAdvance(count) - px(size::gap), 0);
    const QFontMetrics metrics(fontOf(Face::Strong));
    room.setHeight(
        metrics.boundingRect(0, 0, room.width(), highest, Qt::TextWordWrap, index.data().toString()).height());
    return room;
  }
  static QRect reasonRoom(const QRect& room, const QModelIndex& index) {
    return QFontMetrics(fontOf(Face::Second))
        .boundingRect(0, 0, room.width(), highest, Qt::TextWordWrap, firstSentence(index.data(Reason).toString()));
  }
  static constexpr int highest = 1000;
};

QString keyOf(const SavedView& view) { return QStringLiteral("view:%1").arg(view.id.value); }

QStringList used() { return QSettings().value(usedKey()).toStringList(); }

} // namespace

ReportList::ReportList(QWidget* parent) : QListWidget(parent) {
  setObjectName(QStringLiteral("reports.list"));
  setAccessibleName(tr("Reports"));
  setFrameShape(QFrame::NoFrame);
  setProperty("plain", true);
  setMouseTracking(true);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setVerticalScrollMode(ScrollPerPixel);
  setResizeMode(Adjust);
  setItemDelegate(new ReportFace(this));
  fill();
}

QString ReportList::recommendation(const QString& name) {
  if (name == QLatin1String("open-items"))
    return tr("What is still to be done, by whom and by when.");
  if (name == QLatin1String("payors-with-notes"))
    return tr("Where everybody stands with each payor, and what was said last.");
  if (name == QLatin1String("alerts"))
    return tr("What expires, or has expired, before a payor or facility notices.");
  return {};
}

void ReportList::setText(const QString& typed) {
  m_typed = typed;
  fill();
}

void ReportList::setCount(const QString& name, qint64 rows) {
  m_counts[name] = rows;
  const bool isInSight = currentItem() && viewport()->rect().contains(visualItemRect(currentItem()));
  for (int row = 0; row < count(); ++row)
    if (item(row)->data(Name).toString() == name) {
      item(row)->setData(Rows, rows);
      item(row)->setData(Qt::AccessibleDescriptionRole, tr("%L1 rows").arg(rows));
    }
  if (isInSight)
    scrollTo(currentIndex()); // a title beside its count may take another line
}

void ReportList::forgetCounts() {
  m_counts.clear();
  for (int row = 0; row < count(); ++row)
    item(row)->setData(Rows, -1);
}

QString ReportList::currentKey() const { return currentItem() ? currentItem()->data(Name).toString() : QString(); }

const SavedView* ReportList::currentView() const {
  const auto found = std::find_if(m_views.begin(), m_views.end(),
                                  [key = currentKey()](const SavedView& view) { return keyOf(view) == key; });
  return found == m_views.end() ? nullptr : &*found;
}

const report::Listing* ReportList::current() const {
  const SavedView* view = currentView();
  return view ? report::listingOf(*view) : report::find(currentKey());
}

void ReportList::setViews(std::vector<SavedView> views) {
  m_views = std::move(views);
  std::erase_if(m_views, [](const SavedView& view) { return !report::listingOf(view); });
  fill();
}

void ReportList::choose(const QString& name) {
  for (int row = 0; row < count(); ++row)
    if (item(row)->data(Name).toString() == name)
      return setCurrentRow(row);
  m_typed.clear(); // it was narrowed away
  fill();
  for (int row = 0; row < count(); ++row)
    if (item(row)->data(Name).toString() == name)
      setCurrentRow(row);
}

void ReportList::remember(const report::Listing& listing) {
  QStringList names = used();
  names.removeAll(listing.name);
  names.prepend(listing.name);
  QSettings().setValue(usedKey(), QStringList(names.mid(0, mostUsed)));
}

void ReportList::addHead(const QString& text) {
  auto* head = new QListWidgetItem(text, this);
  head->setFlags(Qt::NoItemFlags);
}

void ReportList::add(const report::Listing& listing) { add(listing.name, listing.title, listing.reason); }

void ReportList::add(const QString& key, const QString& title, const QString& reason) {
  auto* one = new QListWidgetItem(title, this);
  one->setData(Name, key);
  one->setData(Reason, reason);
  const auto rows = m_counts.find(key);
  one->setData(Rows, rows == m_counts.end() ? qint64(-1) : rows->second);
}

/// Each stands once, in the first group it belongs to.
void ReportList::fill() {
  const QString before = currentKey();
  const QSignalBlocker quiet(this);
  clear();
  const QStringList words = folded(m_typed).split(QLatin1Char(' '), Qt::SkipEmptyParts);
  const auto hasWords = [&](const QString& text) {
    return std::all_of(words.begin(), words.end(), [&](const QString& word) { return folded(text).contains(word); });
  };
  const auto fits = [&](const report::Listing& listing) {
    return listing.isReport && hasWords(listing.title + QLatin1Char(' ') + recommendation(listing.name) +
                                        QLatin1Char(' ') + listing.reason);
  };
  QStringList done;
  const auto group = [&](const QString& head, const std::vector<const report::Listing*>& all) {
    bool isFirst = true;
    for (const report::Listing* listing : all) {
      if (!listing || !fits(*listing) || done.contains(listing->name))
        continue;
      if (isFirst)
        addHead(head);
      isFirst = false;
      done << listing->name;
      add(*listing);
    }
  };
  std::vector<const report::Listing*> called, recommended, last, all;
  for (const report::Listing& listing : report::catalogue()) {
    all.push_back(&listing);
    if (!words.isEmpty() && hasWords(listing.title)) // before those whose explanation has the words
      called.push_back(&listing);
    if (!recommendation(listing.name).isEmpty())
      recommended.push_back(&listing);
  }
  for (const QString& name : used())
    last.push_back(report::find(name));
  group(tr("Found by name"), called);
  group(tr("Recommended"), recommended);
  bool hasView = false;
  for (const SavedView& view : m_views) {
    const QString reason = view.coordinator.isValid()
                               ? tr("Your saved view of %1.").arg(report::listingOf(view)->title)
                               : tr("Everybody's saved view of %1.").arg(report::listingOf(view)->title);
    if (!hasWords(view.name + QLatin1Char(' ') + reason))
      continue;
    if (!std::exchange(hasView, true))
      addHead(tr("Saved views"));
    add(keyOf(view), view.name, reason);
  }
  group(tr("Used last"), last);
  group(done.isEmpty() && !hasView ? tr("Reports") : tr("Others"), all);
  if (done.isEmpty() && !hasView)
    addHead(tr("No report is called “%1”.").arg(m_typed));
  for (int row = 0; row < count(); ++row)
    if (!before.isEmpty() && item(row)->data(Name).toString() == before)
      setCurrentRow(row);
}

} // namespace ui
