// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/listingpage.h"

#include "ui/edit/listedit.h"
#include "ui/list/listmodel.h"
#include "ui/list/tableview.h"
#include "ui/shell/session.h"
#include "ui/theme/theme.h"

#include <QPushButton>

namespace ui {

ListingPage::ListingPage(Session& session, PageSpec spec, std::shared_ptr<ListingRows> rows, QWidget* parent)
    : ListPage(spec, rows, session.today(), parent), m_session(session), m_rows(std::move(rows)),
      m_edit(new ListEdit(session, *this)) {
  setWindowTitle(spec.title);
  if (spec.frame != PageSpec::Frame::Card) {
    const bool isTab = spec.frame == PageSpec::Frame::Tab;
    auto* button = new QPushButton(tr("Export"));
    button->setObjectName(objectName() + QStringLiteral(".export"));
    button->setAccessibleName(tr("Export what is shown"));
    button->setToolTip(tr("Write what is shown as CSV, PDF or XLSX"));
    button->setProperty("quiet", !isTab);
    if (!isTab)
      setButtonIcon(button, QStringLiteral("download"));
    connect(button, &QPushButton::clicked, this, &ListingPage::exportAsked);
    addButton(button);
  }
  connect(&session, &Session::changed, this, &ListingPage::refresh);
  connect(&session, &Session::meChanged, this, &ListingPage::refresh);
  connect(&session, &Session::dayBegan, this, [this] { beginDay(m_session.today()); });
}

void ListingPage::changeSelected() { m_edit->changeSelected(); }

QString ListingPage::changeCell(qint64 row, int column, const QString& typed) {
  return m_edit->change(row, column, typed);
}

const CardMove* ListingPage::cardMove(int column) const {
  const bool fits = column >= 0 && m_cardMove.work && model()->columns()[size_t(column)].key == m_cardMove.heading;
  return fits ? &m_cardMove : nullptr;
}

QStringList ListingPage::wordsOf(int column) const {
  const edit::Field* field = m_rows->field(column);
  return field && field->words ? field->words(m_session.database()) : QStringList();
}

report::Request ListingPage::shown() const {
  report::Request request = m_rows->request(query(), table()->shownColumns());
  std::vector<int>& columns = request.columns;
  // What stands over the rows on screen is a column of the file.
  if (request.group >= 0 && std::find(columns.begin(), columns.end(), request.group) == columns.end())
    columns.insert(columns.begin(), request.group);
  return request;
}

namespace chips {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("chips", text); }

} // namespace

ChipSpec me() {
  return {QStringLiteral("assignee"), tr("Me"), QStringLiteral("me"), QStringLiteral("user"), Tone::Neutral, {}};
}

ChipSpec assignee(Session& session) {
  return {QStringLiteral("assignee"), tr("Assignee"), {}, {}, Tone::Neutral, [&session] {
            std::vector<Choice> choices;
            if (session.me().isValid())
              choices.push_back({QStringLiteral("me"), tr("Me (%1)").arg(session.myName()), QStringLiteral("user")});
            session.database().each(
                QStringLiteral("SELECT id, name FROM coordinator WHERE active = 1 ORDER BY sort_name"), {},
                [&](db::Row& row) {
                  const qint64 id = row.number();
                  choices.push_back({QString::number(id), row.text(), {}});
                });
            choices.push_back({QStringLiteral("0"), tr("Nobody"), {}});
            return choices;
          }};
}

ChipSpec overdue() { return {QStringLiteral("due"), tr("Overdue"), QStringLiteral("overdue"), {}, Tone::Late, {}}; }
ChipSpec today() { return {QStringLiteral("due"), tr("Today"), QStringLiteral("today"), {}, Tone::Soon, {}}; }
ChipSpec thisWeek() { return {QStringLiteral("due"), tr("This week"), QStringLiteral("week"), {}, Tone::Neutral, {}}; }
ChipSpec nextSeven() {
  return {QStringLiteral("due"), tr("Next 7 days"), QStringLiteral("days:7"), {}, Tone::Neutral, {}};
}
ChipSpec untouched() {
  return {QStringLiteral("untouched"), tr("Untouched 30 days"), QStringLiteral("30"), {}, Tone::Neutral, {}};
}
ChipSpec noDate() { return {QStringLiteral("due"), tr("No date"), QStringLiteral("none"), {}, Tone::Neutral, {}}; }

ChipSpec words(const QString& key, const QString& label, const QStringList& words) {
  return {key, label, {}, {}, Tone::Neutral, [words] {
            std::vector<Choice> choices;
            for (const QString& word : words)
              choices.push_back({word, word, {}});
            return choices;
          }};
}

ChipSpec found(Session& session, const QString& key, const QString& label, const QString& sql) {
  return {key, label, {}, {}, Tone::Neutral, [&session, sql] {
            return session.database().all(sql, {}, [](db::Row& row) {
              const QString value = row.text();
              return Choice{value, row.text(), {}};
            });
          }};
}

} // namespace chips
} // namespace ui
