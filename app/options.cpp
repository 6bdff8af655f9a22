// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/options.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>
#include <QSet>

namespace {

QString tr(const char* text) { return QCoreApplication::translate("commands", text); }

struct Command {
  const char* name;
  const char* arguments;
  int least, most; ///< how many arguments
  QSet<QString> options;
  const char* does;
};

const std::vector<Command>& commands() {
  static const auto set = [](std::initializer_list<const char*> names) {
    QSet<QString> result;
    for (const char* name : names)
      result << QString::fromLatin1(name);
    return result;
  };
  static const std::vector<Command> all{
      {"import", "FILE", 1, 1, set({"kind", "team", "dry-run"}), "read CSV, TSV, XLSX, or the registry's JSON"},
      {"export", "FILE.xlsx | DIRECTORY", 1, 1, {}, "write everything but secrets, in the shape that import reads"},
      {"report", "NAME --output FILE.csv|.pdf|.xlsx", 0, 1,
       set({"list", "output", "team", "assignee", "provider", "practice", "payor", "state", "from", "to", "columns",
            "sort", "group", "as-of"}),
       "write one report; report --list names them"},
      {"review", "", 0, 0, set({"assignee", "team", "output"}),
       "the week's review: how many items a section, and with --output FILE.pdf the packet"},
      {"send", "", 0, 0, set({"dry-run"}), "send what is due by mail: alerts, task notices, waiting letters"},
      {"run-due", "", 0, 0, set({"dry-run"}), "make the scheduled reports that are due: files, and mails for “send”"},
      {"sample", "FILE", 1, 1, {}, "make a new data file with fictional sample data"},
      {"check", "", 0, 0, {}, "check the data file and its history"},
      {"backup", "FILE", 1, 1, {}, "write a whole copy of the data file"},
      {"restore", "FILE", 1, 1, {}, "put a backup in the place of the data file"},
  };
  return all;
}

QString help() {
  QString text = tr("Usage: credenza [--database FILE]                                    the window\n"
                    "       credenza [--database FILE] [--today YYYY-MM-DD] COMMAND …     no window and no display\n\n"
                    "Commands:\n");
  for (const Command& command : commands())
    text += QStringLiteral("  %1\n      %2\n")
                .arg(QStringLiteral("%1 %2")
                         .arg(QLatin1String(command.name), QString::fromUtf8(command.arguments))
                         .trimmed(),
                     tr(command.does));
  text +=
      tr("\nImport: --kind KIND, --team TEAM, --dry-run.\n"
         "Report filters: --team, --assignee, --provider NPI, --practice, --payor, --state, --from, --to,\n"
         "  --columns A,B, --sort COLUMN[:desc], --group COLUMN. Without --team: all teams.\n"
         "  --as-of YYYY-MM-DD: as it stood when that day was over, as history says.\n"
         "Review: --assignee, --team; --output FILE.pdf is the packet, FILE.csv or FILE.xlsx the items.\n"
         "Send: --dry-run prints what would go out, a line a mail. The password of the mail account is taken from\n"
         "  the environment variable CREDENZA_SMTP_PASSWORD.\n"
         "Run-due: --dry-run prints what is due, a line a place. What was missed runs once. With --today all of that\n"
         "  day is due.\n"
         "Exit status: 0 done, 1 failed and nothing changed, 2 wrong usage, 3 done but some rows were rejected.\n");
  return text;
}

} // namespace

Options readOptions(const QStringList& arguments) {
  QCommandLineParser parser;
  parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
  for (const char* valued : {"database", "today", "kind", "team", "output", "assignee", "provider", "practice", "payor",
                             "state", "from", "to", "columns", "sort", "group", "as-of"})
    parser.addOption(QCommandLineOption(QString::fromLatin1(valued), QString(), QStringLiteral("value")));
  for (const char* flag : {"dry-run", "list", "version"})
    parser.addOption(QCommandLineOption(QString::fromLatin1(flag)));
  parser.addOption(QCommandLineOption(QStringList{QStringLiteral("h"), QStringLiteral("help")}));

  Options options;
  if (!parser.parse(arguments)) {
    options.problem = parser.errorText();
    return options;
  }
  if (parser.isSet(QStringLiteral("help"))) {
    options.answer = help();
    return options;
  }
  if (parser.isSet(QStringLiteral("version"))) {
    options.answer = QStringLiteral("Credenza %1\n").arg(QCoreApplication::applicationVersion());
    return options;
  }
  const auto value = [&](const char* name) { return parser.value(QString::fromLatin1(name)); };
  options.database = value("database");
  if (parser.isSet(QStringLiteral("database")) && options.database.isEmpty())
    options.problem = tr("--database needs a file name.");
  if (parser.isSet(QStringLiteral("today"))) {
    options.today = QDate::fromString(value("today"), Qt::ISODate);
    if (!options.today->isValid() || value("today").size() != 10)
      options.problem = tr("--today needs a date as YYYY-MM-DD, not “%1”.").arg(value("today"));
  }
  if (parser.isSet(QStringLiteral("as-of"))) {
    options.asOf = QDate::fromString(value("as-of"), Qt::ISODate);
    if (!options.asOf->isValid() || value("as-of").size() != 10)
      options.problem = tr("--as-of needs a date as YYYY-MM-DD, not “%1”.").arg(value("as-of"));
  }
  options.arguments = parser.positionalArguments();
  options.kind = value("kind");
  options.output = value("output");
  options.dryRun = parser.isSet(QStringLiteral("dry-run"));
  options.list = parser.isSet(QStringLiteral("list"));
  options.asked = {value("team"),    value("assignee"), value("provider"), value("practice"),
                   value("payor"),   value("state"),    value("from"),     value("to"),
                   value("columns"), value("sort"),     value("group")};

  const Command* command = nullptr;
  if (!options.arguments.isEmpty()) {
    options.command = options.arguments.takeFirst();
    for (const Command& one : commands())
      if (options.command == QLatin1String(one.name))
        command = &one;
    const bool isFile =
        options.arguments.isEmpty() && options.database.isEmpty() && QFileInfo(options.command).isFile();
    if (!command && isFile) { // a data file that was double-clicked
      options.database = options.command;
      options.command.clear();
    } else if (!command) {
      options.problem = tr("There is no command “%1”.").arg(options.command);
      return options;
    }
  }
  if (command) {
    if (options.arguments.size() < command->least || options.arguments.size() > command->most ||
        options.arguments.contains(QString()))
      options.problem =
          tr("Usage: credenza %1 %2").arg(options.command, QString::fromUtf8(command->arguments)).trimmed();
  }
  for (const QString& name : parser.optionNames()) {
    const bool everywhere = name == QLatin1String("database") || (name == QLatin1String("today"));
    if (!everywhere && !(command && command->options.contains(name)))
      options.problem = command ? tr("%1 has no option --%2.").arg(options.command, name)
                                : tr("--%1 belongs to a command.").arg(name);
    else if (!everywhere && name != QLatin1String("dry-run") && name != QLatin1String("list") &&
             parser.value(name).isEmpty())
      options.problem = tr("--%1 needs a value.").arg(name);
  }
  return options;
}
