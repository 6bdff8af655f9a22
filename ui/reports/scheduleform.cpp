// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/scheduleform.h"

#include "core/report/catalogue.h"
#include "ui/form/recordform.h"
#include "ui/reports/scheduler.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QFileDialog>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>

namespace ui {

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(ScheduleForm)
};

std::vector<Choice> weekdays() {
  std::vector<Choice> all;
  for (int day = 1; day <= 7; ++day)
    all.push_back({QString::number(day), QLocale().dayName(day), {}});
  return all;
}

/// "7", "7:00", "07.30": hours and minutes of a day.
QTime typedTime(const QString& typed) {
  const QString text = QString(typed).trimmed().replace(QLatin1Char('.'), QLatin1Char(':'));
  for (const char* shape : {"H:mm", "h:mm AP", "H"})
    if (const QTime time = QTime::fromString(text.toUpper(), QLatin1String(shape)); time.isValid())
      return time;
  return {};
}

void offerFolder(QLineEdit* line) {
  QAction* browse = line->addAction(icon(QStringLiteral("folder"), Ink::Second), QLineEdit::TrailingPosition);
  browse->setText(Say::tr("Choose a folder"));
  browse->setToolTip(browse->text());
  QObject::connect(browse, &QAction::triggered, line, [line] {
    auto* dialog = new QFileDialog(line->window(), Say::tr("Folder for the report"), line->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    QObject::connect(dialog, &QFileDialog::fileSelected, line, &QLineEdit::setText);
    dialog->open();
  });
}

} // namespace

void openScheduleForm(Session& session, const Schedule& schedule, QWidget* parent) {
  const report::Listing* listing = report::find(schedule.report);
  RecordForm<Schedule> form(
      session, schedule, schedule.id.isValid() ? Say::tr("Scheduled report") : Say::tr("Schedule this report"), parent);
  FormRows* rows = form.rows();
  rows->addFact(Say::tr("Report"), listing ? listing->title : schedule.report);
  rows->addFact(Say::tr("Asked"), schedule.asked.isEmpty()
                                      ? Say::tr("Everything")
                                      : QString(schedule.asked).replace(QLatin1Char('='), QStringLiteral(": ")));
  form.text("name", Say::tr("Name"), &Schedule::name);
  form.pick("format", Say::tr("As"), &Schedule::format,
            {{QStringLiteral("pdf"), Say::tr("PDF"), {}},
             {QStringLiteral("xlsx"), Say::tr("Excel workbook"), {}},
             {QStringLiteral("csv"), Say::tr("CSV"), {}}});
  auto* rhythm = form.pick("rhythm", Say::tr("When"), &Schedule::rhythm,
                           {{QStringLiteral("Weekly"), Say::tr("Every week"), {}},
                            {QStringLiteral("Monthly"), Say::tr("Every month"), {}},
                            {QStringLiteral("Daily"), Say::tr("Every day, or every few days"), {}}});
  const auto number = [&form](const char* key, int Schedule::*member) {
    form.bind(
        key, [member](const Schedule& one) { return QString::number(one.*member); },
        [member](Schedule& one, const QVariant& value) { one.*member = value.toInt(); });
  };
  number("week", &Schedule::week);
  rows->addPick(QStringLiteral("week"), Say::tr("In the month"),
                {{QStringLiteral("1"), Say::tr("The first"), {}},
                 {QStringLiteral("2"), Say::tr("The second"), {}},
                 {QStringLiteral("3"), Say::tr("The third"), {}},
                 {QStringLiteral("4"), Say::tr("The fourth"), {}},
                 {QStringLiteral("5"), Say::tr("The last"), {}}});
  number("weekday", &Schedule::weekday);
  rows->addPick(QStringLiteral("weekday"), Say::tr("On"), weekdays());
  number("every", &Schedule::every);
  rows->addText(QStringLiteral("every"), Say::tr("Every so many days"));
  form.bind(
      "at", [](const Schedule& one) { return one.at.toString(QStringLiteral("H:mm")); },
      [](Schedule& one, const QVariant& value) { one.at = typedTime(value.toString()); });
  rows->addText(QStringLiteral("at"), Say::tr("At"), QStringLiteral("7:00"));
  offerFolder(form.text("folder", Say::tr("To the folder"), &Schedule::folder, Say::tr("No folder")));
  form.bind(
      "recipients", [](const Schedule& one) { return one.recipients; },
      [](Schedule& one, const QVariant& value) { one.recipients = value.toString(); });
  rows->addMemo(QStringLiteral("recipients"), Say::tr("By mail to"))->setPlaceholderText(Say::tr("An address a line"));
  form.tick("paused", Say::tr("Paused"), &Schedule::paused);

  const auto show = [rows](const QString& chosen) {
    rows->setRowVisible(QStringLiteral("week"), chosen == QLatin1String("Monthly"));
    rows->setRowVisible(QStringLiteral("weekday"), chosen != QLatin1String("Daily"));
    rows->setRowVisible(QStringLiteral("every"), chosen == QLatin1String("Daily"));
  };
  QObject::connect(rhythm, &ChoiceBox::valueChanged, rhythm, [rhythm, show] { show(rhythm->value()); });
  form.open({.name = [](const Schedule& one) { return one.name; },
             // What would have been due before it was changed is not made up for.
             .tidy = [now = Scheduler::officeNow(session)](Schedule& one) { one.since = now; }});
  show(schedule.rhythm);
}

} // namespace ui
