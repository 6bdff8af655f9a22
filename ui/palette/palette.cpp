// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/palette.h"

#include "core/base/text.h"
#include "core/db/database.h"
#include "ui/shell/reader.h"
#include "ui/shell/session.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int mostRows = 12;
enum Role {
  Second = Qt::UserRole,
  Keys,
  Record,
  CommandIndex,
  Below
}; // Record, CommandIndex: -1 for none; Below: the second words have lines of their own

/// Icon, title, what else is known in the second ink, keys on the right.
class LineFace : public QStyledItemDelegate {
public:
  using QStyledItemDelegate::QStyledItemDelegate;

protected:
  void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override {
    QStyledItemDelegate::initStyleOption(option, index);
    option->text.clear();
  }
  void paint(QPainter* painter, const QStyleOptionViewItem& given, const QModelIndex& index) const override {
    QStyledItemDelegate::paint(painter, given, index);
    const Tokens& t = tokens();
    QRect place = given.rect.adjusted(px(size::cell + size::icon + size::gap), 0, -px(size::cell), 0);
    painter->save();
    painter->setFont(fontOf(Face::Second));
    painter->setPen(t.second);
    if (const QString keys = index.data(Keys).toString(); !keys.isEmpty()) {
      painter->drawText(place, Qt::AlignVCenter | Qt::AlignRight, keys);
      place.setRight(place.right() - painter->fontMetrics().horizontalAdvance(keys) - px(size::gap));
    }
    const QString second = index.data(Second).toString();
    if (index.data(Below).toBool()) {
      paintBelow(painter, place, index.data().toString(), second);
      painter->restore();
      return;
    }
    painter->setFont(fontOf(Face::Body));
    painter->setPen(t.text);
    const QString title = painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, place.width());
    painter->drawText(place, Qt::AlignVCenter | Qt::AlignLeft, title);
    place.setLeft(place.left() + painter->fontMetrics().horizontalAdvance(title) + px(size::gap));
    painter->setFont(fontOf(Face::Second));
    painter->setPen(t.second);
    painter->drawText(place, Qt::AlignVCenter | Qt::AlignLeft,
                      painter->fontMetrics().elidedText(second, Qt::ElideRight, place.width()));
    painter->restore();
  }

private:
  /// An answer is read to its end: the reason stands below the word, in as many lines as it needs.
  static void paintBelow(QPainter* painter, QRect place, const QString& title, const QString& second) {
    place.adjust(0, px(size::step), 0, -px(size::step));
    painter->setFont(fontOf(Face::Strong));
    painter->setPen(tokens().text);
    const int line = painter->fontMetrics().height();
    painter->drawText(place, Qt::AlignTop | Qt::AlignLeft,
                      painter->fontMetrics().elidedText(title, Qt::ElideRight, place.width()));
    painter->setFont(fontOf(Face::Second));
    painter->setPen(tokens().second);
    painter->drawText(place.adjusted(0, line, 0, 0), Qt::AlignTop | Qt::AlignLeft | Qt::TextWordWrap, second);
  }
};

/// How high an answer is in a list of this width.
int heightOfAnswer(const QString& reason, int width) {
  const QFontMetrics words(fontOf(Face::Second));
  const QRect room(0, 0, width - px(size::icon + 2 * size::cell + size::gap), px(size::tall));
  return words.boundingRect(room, Qt::TextWordWrap, reason).height() + QFontMetrics(fontOf(Face::Strong)).height() +
         2 * px(size::step);
}

QString iconOf(Hit::Kind kind) {
  switch (kind) {
  case Hit::Kind::Answer:
    return QStringLiteral("badge-check");
  case Hit::Kind::Problem:
    return QStringLiteral("info");
  case Hit::Kind::Practice:
    return QStringLiteral("building-2");
  case Hit::Kind::Facility:
    return QStringLiteral("hospital");
  case Hit::Kind::Payor:
    return QStringLiteral("landmark");
  case Hit::Kind::Tracking:
    return QStringLiteral("list-checks");
  case Hit::Kind::Task:
    return QStringLiteral("circle-check");
  case Hit::Kind::Provider:
    break;
  }
  return QStringLiteral("user");
}

/// Whether each word typed begins one of the text.
bool fits(const QStringList& words, const QString& text) {
  const QStringList all = folded(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
  return std::all_of(words.begin(), words.end(), [&](const QString& word) {
    return std::any_of(all.begin(), all.end(), [&](const QString& one) { return one.startsWith(word); });
  });
}

QString plain(const QAction& action) {
  constexpr QChar real(1); // "&&" is a sign of the name, "&" alone underlines a letter
  QString text = action.text().section(QLatin1Char('\t'), 0, 0);
  return text.replace(QLatin1String("&&"), QString(real)).remove(QLatin1Char('&')).replace(real, QLatin1Char('&'));
}

} // namespace

std::vector<Command> commandsOf(const QMenu& menu, const QString& place) {
  std::vector<Command> commands;
  for (QAction* action : menu.actions()) {
    if (action->isSeparator() || !action->isVisible())
      continue;
    if (const QMenu* inner = action->menu()) {
      for (Command& command : commandsOf(*inner, place + QStringLiteral(" › ") + plain(*action)))
        commands.push_back(std::move(command));
      continue;
    }
    if (!action->isEnabled())
      continue;
    QString keys = action->shortcut().toString(QKeySequence::NativeText);
    if (keys.isEmpty())
      keys = action->property("keys").toString();
    commands.push_back({plain(*action), place, keys, [action = QPointer(action)] {
                          if (action)
                            action->trigger();
                        }});
  }
  return commands;
}

Palette::Palette(Session& session, std::vector<Command> commands, std::vector<Hit> recent, QWidget* parent)
    : QFrame(parent, Qt::Popup), m_session(session), m_commands(std::move(commands)), m_recent(std::move(recent)),
      m_typed(new QLineEdit), m_list(new QListWidget), m_worker(new Worker(this)) {
  setAttribute(Qt::WA_DeleteOnClose);
  setObjectName(QStringLiteral("palette"));
  setAccessibleName(tr("Search or jump"));
  setProperty("ground", QStringLiteral("surface"));
  m_typed->setObjectName(QStringLiteral("palette.typed"));
  m_typed->setAccessibleName(tr("Search or jump"));
  m_typed->setPlaceholderText(tr("A name, an NPI, a command, or “marten with aetna at lakeside on 3/12”"));
  m_typed->addAction(icon(QStringLiteral("search"), Ink::Second), QLineEdit::LeadingPosition)->setText(tr("Find"));
  m_list->setObjectName(QStringLiteral("palette.list"));
  m_list->setAccessibleName(tr("What was found"));
  m_list->setIconSize(QSize(px(size::icon), px(size::icon)));
  m_list->setFocusPolicy(Qt::NoFocus); // arrows go through the text field, so that typing always narrows
  m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_list->setItemDelegate(new LineFace(m_list));
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(px(size::gap), px(size::gap), px(size::gap), px(size::gap));
  layout->setSpacing(px(size::gap));
  layout->addWidget(m_typed);
  layout->addWidget(m_list);
  m_typed->installEventFilter(this);
  connect(m_typed, &QLineEdit::textChanged, this, &Palette::look);
  connect(m_list, &QListWidget::itemClicked, this, [this](QListWidgetItem* item) { take(m_list->row(item)); });
  show({});
}

Palette::~Palette() = default;

void Palette::open() {
  const QWidget* over = parentWidget()->window();
  setFixedWidth(qMin(px(size::wide * 3 / 4), over->width() - px(size::group)));
  move(over->mapToGlobal(QPoint((over->width() - width()) / 2, px(size::header))));
  QFrame::show();
  m_typed->setFocus();
}

void Palette::look() {
  m_wanted = m_typed->text().simplified();
  show(m_wanted);
  if (m_wanted.isEmpty() || m_wanted == m_foundFor || m_worker->isRunning())
    return; // what is running asks again when it is through
  m_worker->begin([this, wanted = m_wanted, file = m_session.database().file(),
                   today = m_session.today()]() -> std::function<void()> {
    std::vector<Hit> found;
    try {
      Reader reader(file);
      found = findRecords(reader, wanted, today);
    } catch (const db::Error& error) {
      found.push_back({Hit::Kind::Problem, 0, error.sentence(), {}, {}});
    }
    return [this, wanted, found = std::move(found)] {
      m_found = found;
      m_foundFor = wanted;
      look();
    };
  });
}

/// What is known of it by now: records that were found for an earlier text stay until the new ones are there, so that
/// nothing flickers.
void Palette::show(const QString& typed) {
  const int row = m_list->currentRow();
  m_list->clear();
  const QStringList words = folded(typed).split(QLatin1Char(' '), Qt::SkipEmptyParts);
  if (words.isEmpty())
    for (const Hit& found : m_recent)
      addFound(found);
  const auto begins = [&](const Command& command) { return folded(command.title).startsWith(folded(typed)); };
  if (!words.isEmpty()) {
    for (size_t i = 0; i < m_commands.size(); ++i)
      if (begins(m_commands[i]))
        addCommand(i);
    for (const Hit& found : m_found)
      addFound(found);
  }
  for (size_t i = 0; i < m_commands.size(); ++i)
    if (words.isEmpty() || (!begins(m_commands[i]) && fits(words, m_commands[i].title)))
      addCommand(i);
  if (m_list->count() == 0 && typed == m_foundFor) {
    auto* none = new QListWidgetItem(tr("Nothing is called “%1”.").arg(typed), m_list);
    none->setFlags(Qt::ItemIsEnabled);
    none->setData(Record, -1);
    none->setData(CommandIndex, -1);
  }
  int height = 2;
  for (int i = 0; i < qBound(1, m_list->count(), mostRows); ++i)
    height += qMax(px(size::row), m_list->sizeHintForRow(i));
  m_list->setFixedHeight(height);
  adjustSize();
  const bool same = typed == m_foundFor && row > 0 && row < m_list->count();
  m_list->setCurrentRow(same ? row : 0);
}

void Palette::addFound(const Hit& found) {
  auto* item = new QListWidgetItem(icon(iconOf(found.kind), Ink::Second), found.title, m_list);
  const auto& all = m_wanted.isEmpty() ? m_recent : m_found;
  item->setData(Second, found.second);
  item->setData(Record, int(&found - all.data()));
  item->setData(CommandIndex, -1);
  item->setSizeHint({0, px(size::row)});
  if (found.kind == Hit::Kind::Answer) {
    item->setData(Below, true);
    item->setSizeHint({0, qMax(px(size::row), heightOfAnswer(found.second, m_list->viewport()->width()))});
  }
  if (found.kind == Hit::Kind::Answer || found.kind == Hit::Kind::Problem)
    item->setToolTip(found.title + QLatin1Char('\n') + found.second);
}

void Palette::addCommand(size_t index) {
  const Command& command = m_commands[index];
  auto* item = new QListWidgetItem(icon(QStringLiteral("chevron-right"), Ink::Second), command.title, m_list);
  item->setData(Second, command.place);
  item->setData(Keys, command.keys);
  item->setData(Record, -1);
  item->setData(CommandIndex, int(index));
  item->setSizeHint({0, px(size::row)});
}

void Palette::take(int row) {
  const QListWidgetItem* item = m_list->item(row);
  if (!item)
    return;
  const int record = item->data(Record).toInt(), command = item->data(CommandIndex).toInt();
  if (record >= 0) {
    const Hit found = (m_wanted.isEmpty() ? m_recent : m_found)[size_t(record)];
    if (found.kind == Hit::Kind::Problem)
      return;
    close();
    Q_EMIT chosen(found);
  } else if (command >= 0) {
    const auto run = m_commands[size_t(command)].run;
    close(); // first: the command acts on what had the cursor before
    run();
  }
}

bool Palette::eventFilter(QObject* watched, QEvent* event) {
  if (watched != m_typed || event->type() != QEvent::KeyPress)
    return QFrame::eventFilter(watched, event);
  const int key = static_cast<QKeyEvent*>(event)->key();
  const auto go = [this](int by) {
    if (const int rows = m_list->count(); rows > 0) // until the first answer comes there are none
      m_list->setCurrentRow(qBound(0, m_list->currentRow() + by, rows - 1));
  };
  switch (key) {
  case Qt::Key_Return:
  case Qt::Key_Enter:
    take(m_list->currentRow());
    return true;
  case Qt::Key_Up:
    go(-1);
    return true;
  case Qt::Key_Down:
    go(1);
    return true;
  case Qt::Key_PageUp:
    go(1 - mostRows);
    return true;
  case Qt::Key_PageDown:
    go(mostRows - 1);
    return true;
  case Qt::Key_Escape:
    close();
    return true;
  default:
    return false;
  }
}

} // namespace ui
