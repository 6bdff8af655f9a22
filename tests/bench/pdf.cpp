// SPDX-License-Identifier: GPL-3.0-or-later
// Time, memory and pages of the PDF of a large report, beside LibreOffice converting the same rows from CSV:
//   cmake --preset bench && cmake --build build/bench --target bench_pdf
//   QT_QPA_PLATFORM=offscreen build/bench/tests/bench/credenza-pdf [rows 100000] [columns 8|19] [folder] [--no-office]
#include "core/report/pdf.h"

#include <QDir>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QProcess>
#include <QStandardPaths>
#include <cstdio>
#include <sys/resource.h>

namespace {

/// splitmix64: the same rows on every machine.
struct Dice {
  quint64 state;
  quint64 next() {
    quint64 z = state += 0x9e3779b97f4a7c15;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return z ^ (z >> 31);
  }
  size_t below(size_t n) { return next() % n; }
  template<class List>
  const auto& pick(const List& list) {
    return list[below(std::size(list))];
  }
};

constexpr const char* Last[] = {"Marten", "Nuñez-Ruiz", "李",        "Nguyễn",      "Żak",
                                "Åberg",  "Whitfield",  "Okafor",    "Castellanos", "Ramaswamy",
                                "Le",     "O’Dell",     "Fernández", "Brandt",      "Iwu"};
constexpr const char* First[] = {"Lily", "José", "Thi", "Zoë", "Anna Maria", "Tobias", "Grace", "伟", "Kwame", "Ewa"};
constexpr const char* Payors[] = {"Aetna",
                                  "Blue Cross Blue Shield of Texas",
                                  "Cigna",
                                  "Humana",
                                  "UnitedHealthcare",
                                  "Medicare",
                                  "Texas Medicaid",
                                  "Superior HealthPlan"};
constexpr const char* Steps[] = {"Collect documents",    "Update CAQH", "Submit application",  "Confirm receipt",
                                 "Follow up with payor", "Committee",   "Load effective date", "Notify practice"};
constexpr const char* States[] = {"New", "In progress", "Waiting"};
constexpr const char* People[] = {"Anna Moreno", "Ben Ito", "Carla Diaz", "Dev Patel", ""};
constexpr const char* Words[] = {
    "called",      "payor",    "reference", "application", "received", "pending", "committee", "CAQH",    "attested",
    "waiting",     "for",      "signature", "page",        "resent",   "by",      "fax",       "portal",  "status",
    "in",          "review",   "will",      "call",        "back",     "next",    "week",      "missing", "malpractice",
    "certificate", "provider", "relations", "left",        "a",        "message", "–"};

std::string date(Dice& dice) {
  char text[16];
  std::snprintf(text, sizeof text, "2026-%02d-%02d", static_cast<int>(1 + dice.below(12)),
                static_cast<int>(1 + dice.below(28)));
  return text;
}

std::string note(Dice& dice) {
  std::string text;
  for (size_t words = 6 + dice.below(24); words > 0; --words)
    (text += dice.pick(Words)) += words == 1 ? "." : " ";
  return text + " Ref " + std::to_string(10000 + dice.below(90000));
}

report::Table table(qint64 rows, int columns) {
  using report::Kind;
  report::Table table{QStringLiteral("Open items"),
                      QStringLiteral("All teams"),
                      QStringLiteral("Due to 2026-12-31"),
                      QStringLiteral("2026-01-12"),
                      {},
                      -1,
                      {}};
  const auto add = [&](const char* text, Kind kind) { table.headings.push_back({QString::fromLatin1(text), kind}); };
  if (columns == 19) {
    for (const auto* text : {"Team", "Provider", "NPI", "Practice", "Type", "Subtype", "About"})
      add(text, Kind::Text);
    add("Step no", Kind::Number);
    for (const auto* text : {"Step", "Status", "Waiting on", "Assignee"})
      add(text, Kind::Text);
    add("Started", Kind::Date), add("Due", Kind::Date), add("Days late", Kind::Number), add("Follow-up", Kind::Date);
    add("Last note on", Kind::Date), add("Last note by", Kind::Text), add("Last note", Kind::Text);
  } else {
    for (const auto* text : {"Provider", "NPI", "Payor", "Step"})
      add(text, Kind::Text);
    add("Due", Kind::Date);
    for (const auto* text : {"Status", "Assignee", "Last note"})
      add(text, Kind::Text);
  }
  table.rows = [rows, columns](const std::function<bool(report::Cells)>& use) {
    Dice dice{42};
    for (qint64 i = 0; i < rows; ++i) {
      const std::string provider = std::string(dice.pick(Last)) + ", " + dice.pick(First);
      const auto npi = std::to_string(1000000000 + dice.below(999999999));
      const auto due = date(dice), text = note(dice);
      const std::string_view payor = dice.pick(Payors), step = dice.pick(Steps), status = dice.pick(States),
                             who = dice.pick(People);
      std::vector<std::string_view> cells;
      const auto number = std::to_string(1 + dice.below(12)), late = std::to_string(dice.below(40)), on = date(dice);
      if (columns == 19)
        cells = {"Lakeside Medical Group",
                 provider,
                 npi,
                 "Lakeside Family Clinic",
                 "Payor",
                 "Initial",
                 payor,
                 number,
                 step,
                 status,
                 status == "Waiting" ? "Payor" : "",
                 who,
                 on,
                 due,
                 late,
                 "",
                 on,
                 who,
                 text};
      else
        cells = {provider, npi, payor, step, due, status, who, text};
      if (!use(cells))
        return;
    }
  };
  return table;
}

long peak(int who) {
  rusage usage;
  getrusage(who, &usage);
  return usage.ru_maxrss / 1024;
}

} // namespace

int main(int argc, char** argv) {
  QGuiApplication app(argc, argv);
  auto arguments = app.arguments().mid(1);
  const bool office = !arguments.removeAll(QStringLiteral("--no-office"));
  const qint64 rows = arguments.value(0, QStringLiteral("100000")).toLongLong();
  const int columns = arguments.value(1, QStringLiteral("8")).toInt();
  const QDir folder(arguments.value(2, QDir::tempPath()));
  const auto made = table(rows, columns);
  QElapsedTimer timer;
  timer.start();
  const auto path = folder.filePath(QStringLiteral("bench.pdf"));
  const auto outcome = report::writePdf(made, path, {.paper = QPageSize::Letter, .progress = {}});
  if (!outcome) {
    std::fprintf(stderr, "%s\n", qPrintable(outcome.problems().front().sentence));
    return 1;
  }
  const double ours = static_cast<double>(timer.elapsed()) / 1000;
  std::printf("ours         %7.2f s  %5ld MB peak  %6.1f MB  %d pages\n", ours, peak(RUSAGE_SELF),
              static_cast<double>(QFileInfo(path).size()) / 1e6, outcome->pages);
  std::fflush(stdout);
  if (!office || QStandardPaths::findExecutable(QStringLiteral("soffice")).isEmpty())
    return 0;
  QFile csv(folder.filePath(QStringLiteral("bench-office.csv")));
  if (!csv.open(QIODevice::WriteOnly))
    return 1;
  made.rows([&](report::Cells cells) {
    for (size_t i = 0; i < cells.size(); ++i)
      csv.write(QByteArray(i ? ",\"" : "\"") + QByteArray(cells[i].data(), static_cast<qsizetype>(cells[i].size())) +
                '"');
    return csv.write("\r\n") > 0;
  });
  csv.close();
  timer.restart();
  QProcess::execute(QStringLiteral("soffice"),
                    {QStringLiteral("--headless"), QStringLiteral("--convert-to"), QStringLiteral("pdf"),
                     QStringLiteral("--outdir"), folder.path(), csv.fileName()});
  const double theirs = static_cast<double>(timer.elapsed()) / 1000;
  std::printf("LibreOffice  %7.2f s  %5ld MB peak  → ours takes %.2f of its time\n", theirs, peak(RUSAGE_CHILDREN),
              ours / theirs);
}
