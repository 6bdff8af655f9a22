// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include <QRegularExpression>

namespace ui {
namespace {

// Names in @ are tokens. Dynamic properties: plain (a table or list without a delegate of its own), primary, quiet (a
// button without an outline), problem (a field whose text can not be taken), link, keycap, note, popup (a list that
// drops down; "typed" for what was typed, whose height Qt counts), ground (what a frame stands on). A colour of words
// is not set on fields: a style sheet would pale their placeholders with it.
const char* sheet = R"(
QToolTip { color: @text; background: @surface; border: 1px solid @line; padding: @step; }
QWidget[ground="surface"] { background: @surface; }
QWidget[ground="window"] { background: @window; }
QFrame[ground="line"] { background: @line; border: none; }
QWidget[card="true"] { background: @surface; border: 1px solid @line; border-radius: @corner; }
QWidget[card="true"]:focus { border: 1px solid @accent; }
QWidget[ground="notice"] { background: @raised; border-radius: @corner; }
QLineEdit, QPlainTextEdit, QComboBox {
  background: @surface; border: 1px solid @edge; border-radius: @corner;
  padding: 0 @gap; selection-background-color: @selection; selection-color: @text; }
QLineEdit, QComboBox { min-height: @inner; }
QPlainTextEdit { padding: @step; }
QLineEdit:hover, QComboBox:hover, QPlainTextEdit:hover { border-color: @second; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus { border: 1px solid @accent; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QLineEdit:read-only { background: @window; }
QLineEdit[problem="true"], QPlainTextEdit[problem="true"], QComboBox[problem="true"] { border: 1px solid @late; }
QComboBox::drop-down { border: none; width: @chip; }
QComboBox::down-arrow { image: none; }
QComboBox QLineEdit { border: none; padding: 0; min-height: 0; background: transparent; }
QCompleter QAbstractItemView, QListView[popup="true"] {
  background: @surface; border: 1px solid @edge; padding: @step; outline: none; }
QListView[popup="typed"] { background: @surface; border: 1px solid @edge; padding: 2px; outline: none; }
QListView[popup="typed"]::item { color: @text; min-height: @chip; padding: 0 @step; border: none; }
QListView[popup="typed"]::item:hover { background: @raised; }
QListView[popup="typed"]::item:selected { background: @selection; color: @text; }
QPushButton {
  background: @surface; color: @text; border: 1px solid @edge; border-radius: @corner;
  padding: 0 @cell; min-height: @inner; }
QPushButton:hover { background: @raised; }
QPushButton:pressed, QPushButton:checked { background: @selection; }
QPushButton:focus { border: 1px solid @accent; }
QPushButton:disabled { color: @second; background: @window; }
QPushButton::menu-indicator { image: none; }
QPushButton[primary="true"] { background: @accent; color: @onAccent; border: 1px solid @accent; }
QPushButton[primary="true"]:hover, QPushButton[primary="true"]:pressed { background: @pressed; border-color: @pressed; }
QPushButton[primary="true"]:focus { border: 2px solid @text; }
QPushButton[primary="true"]:disabled { background: @raised; color: @second; border-color: @line; }
QPushButton[part="left"] { border-top-right-radius: 0; border-bottom-right-radius: 0; }
QPushButton[part="right"] { border-top-left-radius: 0; border-bottom-left-radius: 0; padding: 0; }
QPushButton[segment] { border-radius: 0; margin-left: -1px; padding: 0 @cell; color: @second; }
QPushButton[segment]:checked { background: @selection; color: @text; }
QPushButton[segment="left"] { border-top-left-radius: @corner; border-bottom-left-radius: @corner; margin-left: 0; }
QPushButton[segment="right"] { border-top-right-radius: @corner; border-bottom-right-radius: @corner; }
QPushButton[quiet="true"] { background: transparent; border-color: transparent; padding: 0 @gap; }
QPushButton[quiet="true"]:hover { background: @raised; }
QPushButton[quiet="true"]:checked { background: @selection; color: @text; }
QPushButton[quiet="true"]:focus { border: 1px solid @accent; }
QPushButton[tiny="true"] { background: transparent; border: 1px solid transparent; padding: 0; min-height: @pill; min-width: @pill; }
QPushButton[tiny="true"]:hover { background: @raised; }
QPushButton[tiny="true"]:focus { border: 1px solid @accent; }
QPushButton[link="true"] { background: transparent; border: 1px solid transparent; color: @accent; padding: 0 @step; min-height: @pill; }
QPushButton[link="true"]:hover { text-decoration: underline; }
QPushButton[link="true"]:focus { border: 1px solid @accent; }
QPushButton[note="true"] { background: transparent; border: none; color: @second; padding: 0; min-height: 0; }
QPushButton[aligned="left"] { text-align: left; }
QLabel[keycap="true"] { border: 1px solid @edge; border-radius: @step; color: @second; min-width: @group; padding: 1px @step; }
QLabel[bubble="true"] { background: @lateBack; color: @late; border: 1px solid @late; border-radius: @corner;
  padding: @step @gap; }
QFrame#choices, QFrame#palette { border: 1px solid @edge; }
QFrame#toast { background: @surface; border: 1px solid @edge; border-radius: @corner; }
QMenuBar { background: @surface; color: @text; padding: 2px @gap 0 @gap; }
QMenuBar::item { padding: @step @gap; border-radius: @step; background: transparent; }
QMenuBar::item:selected { background: @raised; }
QMenu { background: @surface; color: @text; border: 1px solid @line; padding: @step; }
QMenu::item { padding: 5px @group 5px @gap; border-radius: @step; }
QMenu::item:selected { background: @selection; }
QMenu::item:disabled { color: @second; }
QMenu::icon { padding-left: @gap; }
QMenu::separator { height: 1px; background: @line; margin: @step @gap; }
QAbstractScrollArea { border: none; }
QPlainTextEdit { border: 1px solid @edge; }
QPlainTextEdit[bare="true"] { border: none; background: @surface; }
QAbstractScrollArea::corner { background: transparent; }
QTableView { background: @surface; outline: none; selection-background-color: @selection; selection-color: @text; }
QHeaderView { background: @surface; border: none; }
QHeaderView::section { background: @surface; color: @second; border: none; border-bottom: 1px solid @line;
  padding: @step; }
QTableCornerButton::section { background: @surface; border: none; border-bottom: 1px solid @line; }
QTableView[plain="true"]::item { border-bottom: 1px solid @line; padding: 0 @gap; }
QTableView[plain="true"] QHeaderView::section:horizontal { padding: @step 10px; }
QTableView[plain="true"][dense="true"]::item { padding: 0 2px; }
QTableView[plain="true"][dense="true"] QHeaderView::section:horizontal { padding: @step; }
QListView[plain="true"] { background: @surface; outline: none; }
QListView[plain="true"]::item { color: @text; background: @surface; border: none; padding: @step @cell; }
QListView[plain="true"]::item:hover { background: @raised; }
QListView[plain="true"]::item:selected { background: @selection; color: @text; }
QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: @scroll; }
QScrollBar:horizontal { height: @scroll; }
QScrollBar::handle { background: @line; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: @group; }
QScrollBar::handle:horizontal { min-width: @group; }
QScrollBar::handle:hover { background: @second; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: @surface; }
QCalendarWidget QToolButton { color: @text; background: transparent; border: none; border-radius: @step; padding: @step @gap; }
QCalendarWidget QToolButton:hover { background: @raised; }
QCalendarWidget QTableView { selection-background-color: @accent; selection-color: @onAccent; }
QProgressBar { background: @raised; border: none; border-radius: 3px; max-height: 6px; color: transparent; }
QProgressBar::chunk { background: @accent; border-radius: 3px; }
)";

} // namespace

QString styleSheetOf(const Tokens& t) {
  QString result = QString::fromLatin1(sheet);
  const auto put = [&result](const char* name, const QString& value) {
    result.replace(QRegularExpression(QStringLiteral("@%1\\b").arg(QLatin1String(name))), value);
  };
  const std::pair<const char*, QColor> colours[]{
      {"window", t.window},     {"surface", t.surface}, {"raised", t.raised},       {"line", t.line},
      {"edge", t.edge},         {"text", t.text},       {"second", t.second},       {"accent", t.accent},
      {"onAccent", t.onAccent}, {"pressed", t.pressed}, {"selection", t.selection}, {"late", t.late.text},
      {"lateBack", t.late.back}};
  for (const auto& [name, colour] : colours)
    put(name, colour.name());
  const std::pair<const char*, int> sizes[]{{"step", size::step},     {"gap", size::gap},     {"cell", size::cell},
                                            {"chip", size::chip},     {"inner", size::chip},  {"pill", size::pill},
                                            {"corner", size::corner}, {"group", size::group}, {"scroll", size::scroll}};
  for (const auto& [name, value] : sizes)
    put(name, QStringLiteral("%1px").arg(px(value)));
  return result;
}

} // namespace ui
