// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edit/changedialog.h"

#include "core/calendar/typeddate.h"
#include "ui/edit/cellinput.h"
#include "ui/form/pickbox.h"
#include "ui/shell/session.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QHBoxLayout>
#include <QLabel>

namespace ui {
namespace {

/// The box of fields. Choosing from its list goes on to the value; the arrows and typing a name stay in the box, or one
/// key would be all that it takes.
class FieldBox : public PickBox {
public:
  explicit FieldBox(std::function<void()> goOn) : m_goOn(std::move(goOn)) {}
  void hidePopup() override {
    const bool wasOpen = view()->isVisible();
    PickBox::hidePopup();
    if (wasOpen)
      QTimer::singleShot(0, this, m_goOn); // once what was chosen is the field
  }

private:
  std::function<void()> m_goOn;
};

} // namespace

ChangeDialog::ChangeDialog(Session& session, const QString& title, RowCells what, QWidget* parent)
    : PreviewDialog(session, QStringLiteral("change"), title, parent), m_what(std::move(what)),
      m_lines(new LineList(tr("Row"), session.today())) {
  setBody(m_lines);
  m_typing.setSingleShot(true);
  m_typing.setInterval(span::typing);
  connect(&m_typing, &QTimer::timeout, this, &ChangeDialog::look);
}

ChangeDialog::ChangeDialog(Session& session, const QString& title, RowCells what, const QString& notice,
                           QWidget* parent)
    : ChangeDialog(session, title, std::move(what), parent) {
  setNotice(notice);
  look();
}

ChangeDialog::ChangeDialog(Session& session, const QString& title, RowCells what, std::vector<RowCells::Part> fields,
                           size_t first, QWidget* parent)
    : ChangeDialog(session, title, std::move(what), parent) {
  m_fields = std::move(fields);
  m_field = new FieldBox([this] { m_value->setFocus(); });
  m_field->setObjectName(QStringLiteral("change.field"));
  m_field->setAccessibleName(tr("Field"));
  m_field->view()->setAccessibleName(tr("Field"));
  for (const RowCells::Part& part : m_fields)
    m_field->addItem(part.heading);
  m_field->setCurrentIndex(int(first));
  connect(m_field, &QComboBox::currentIndexChanged, this, [this](int index) { chooseField(size_t(index)); });
  chooser()->addWidget(m_field);
  chooser()->addWidget(new QLabel(tr("to")));
  chooseField(first);
}

void ChangeDialog::open() {
  if (m_value)
    m_value->setFocus();
  PreviewDialog::open();
}

void ChangeDialog::chooseField(size_t field) {
  delete m_value;
  m_isTouched = false;
  m_value = new CellInput(session(), *m_fields[field].field);
  m_value->setMinimumWidth(px(size::popup));
  chooser()->addWidget(m_value, 1);
  setTabOrder(m_field, m_value);
  m_what.parts = {m_fields[field]};
  connect(m_value, &CellInput::changed, this, [this] {
    m_isTouched = true;
    setReady(false); // what is shown is not what is typed
    m_typing.start();
  });
  look();
}

void ChangeDialog::look() {
  m_typing.stop();
  if (m_value)
    m_what.parts.front().typed = {typedText(m_value->typed())};
  setSummary(tr("Finding out what would change…"));
  find([this, what = m_what, today = session().today()](db::Database& database,
                                                        const std::atomic_bool& stop) -> std::function<void()> {
    return [this, found = lookAt(database, what, today, stop)] { showLook(found); };
  });
}

ChangeDialog::Look ChangeDialog::lookAt(db::Database& database, const RowCells& what, QDate today,
                                        const std::atomic_bool& stop) {
  const RowCells::Laid laid = what.lay(database);
  const edit::Outcome outcome = edit::preview(database, laid.cells, today, [&stop](qint64, qint64) { return !stop; });
  Look look{
      qint64(what.rows.size()), outcome.differing, outcome.refused, edit::nameOf(laid.cells, outcome.differing), {}};
  std::vector<qint64> ids;
  for (const auto& line : outcome.lines)
    ids.push_back(what.rows[laid.places[line.cell].first]);
  const QHash<qint64, QString> names = what.names(database, ids);
  for (size_t i = 0; i < outcome.lines.size(); ++i) {
    const edit::Change& change = outcome.lines[i].change;
    const RowCells::Part& part = what.parts[laid.places[outcome.lines[i].cell].second];
    const auto shown = [&](const QString& text) { // a date as in the list
      const QDate date = QDate::fromString(text, Qt::ISODate);
      return part.field && part.field->kind == edit::Kind::Date && date.isValid() ? shownDate(date, today) : text;
    };
    look.lines.push_back({names.value(ids[i]), what.parts.size() > 1 ? part.heading : QString(), shown(change.before),
                          shown(change.after), change.problem});
  }
  // What cannot be comes first: it is what one has to know.
  std::stable_partition(look.lines.begin(), look.lines.end(),
                        [](const ChangeLine& line) { return !line.problem.isEmpty(); });
  return look;
}

void ChangeDialog::showLook(const Look& look) {
  m_look = look;
  if (m_value && !m_isTouched && look.refused > 0) { // nothing was asked for yet, so nothing is wrong
    setSummary((look.rows == 1 ? tr("1 row") : tr("%L1 rows").arg(look.rows)) + tr(": choose or type the new value."));
    m_lines->show({});
    return setReady(false);
  }
  QString text = look.rows == 1 ? tr("1 row") : tr("%L1 rows").arg(look.rows);
  text += m_what.parts.size() > 1 ? tr(", %L1 cells differ").arg(look.differing)
          : look.differing == 1   ? tr(", 1 differs")
                                  : tr(", %L1 differ").arg(look.differing);
  if (look.refused > 0)
    text += tr(", %L1 cannot be changed").arg(look.refused);
  if (qint64(look.lines.size()) < look.differing + look.refused)
    text += tr(" · the first %L1 are listed").arg(look.lines.size());
  setSummary(text);
  m_lines->show(look.lines);
  setReady(look.differing > 0);
}

void ChangeDialog::apply() {
  const auto refused = std::make_shared<qint64>(0);
  const auto work = [what = m_what, today = session().today(), refused](db::Transaction& transaction,
                                                                        const edit::Progress& progress) {
    const RowCells::Laid laid = what.lay(transaction.database());
    const edit::Outcome outcome = edit::apply(transaction, laid.cells, today, progress);
    *refused = outcome.refused;
    return outcome.isWhole ? Problems{} : Problems{{{}, tr("Cancelled.")}};
  };
  write(m_look.name, work, [this, refused] {
    // Two of one identifier: only while it is written does the second one show.
    if (*refused > m_look.refused)
      Q_EMIT session().said(tr("%1, but %L2 of them could not be and stayed as they were")
                                .arg(m_look.name)
                                .arg(*refused - m_look.refused));
  });
}

bool ChangeDialog::closeSmaller() { return m_value && m_value->closeList(); }

} // namespace ui
