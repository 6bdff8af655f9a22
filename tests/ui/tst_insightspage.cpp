// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/catalogue.h"
#include "core/report/packet.h"
#include "sitting.h"
#include "ui/insights/insightcard.h"
#include "ui/insights/insightspage.h"
#include "ui/insights/packetplots.h"
#include "ui/insights/plot.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QLabel>
#include <QProcess>
#include <QScrollBar>
#include <QTableView>
#include <QTest>

using namespace ui;

namespace {

QString u(const char* text) { return QString::fromUtf8(text); }

} // namespace

/// Plots with their tables: what they show, what opens behind them, what of them goes into the packet.
class TestInsightsPage : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase() { m_theme = new Theme(*qApp); }
  void init();
  void cleanup() { m_sitting.reset(); }
  void everyPlotHasTheRowsOfItsReportBesideItAndSaysWhatTheyMean();
  void onALaptopNoColumnOfATableIsCut();
  void itLaysItselfOutAtAnySizeInAFewSteps();
  void theScopeNarrowsThem();
  void enterOpensWhatLiesBehindAndOnARowThatAlone();
  void whatIsNotCountedYetOpensItsListAsItIs();
  void spaceTicksForThePacketAndThatIsRemembered();
  void tooLittleIsToldInPlaceOfAPlot();
  void whatIsTickedIsDrawnInThePacket();

private:
  std::unique_ptr<InsightsPage> open(const QStringList& teams = {});
  report::Figures figures(const QString& listing, const db::Values& teams = {}) const;

  Theme* m_theme = nullptr;
  std::unique_ptr<Sitting> m_sitting;
};

void TestInsightsPage::init() {
  m_sitting = std::make_unique<Sitting>();
  QSettings().clear();
}

std::unique_ptr<InsightsPage> TestInsightsPage::open(const QStringList& teams) {
  auto page = std::make_unique<InsightsPage>(*m_sitting->session, teams);
  page->resize(1366, 700);
  page->show();
  [&] { QTRY_VERIFY(page->statusText() != InsightsPage::tr("Counting…")); }();
  return page;
}

report::Figures TestInsightsPage::figures(const QString& listing, const db::Values& teams) const {
  report::Request request{report::find(listing), m_sitting->session->today(), {}};
  if (!teams.empty())
    request.filter.is[u("team")] = teams;
  return report::figuresOf(report::tableFor(*m_sitting->database, request));
}

void TestInsightsPage::everyPlotHasTheRowsOfItsReportBesideItAndSaysWhatTheyMean() {
  const auto page = open();
  const auto cards = page->findChildren<InsightCard*>();
  QCOMPARE(size_t(cards.size()), report::insights().size());
  for (const InsightCard* card : cards) {
    const report::Figures wanted = figures(card->insight().listing);
    const auto* table = card->findChild<QTableView*>();
    QCOMPARE(size_t(table->model()->rowCount()), wanted.rows.size());
    QCOMPARE(table->model()->columnCount(), int(wanted.headings.size()));
    QCOMPARE(table->model()->index(0, 0).data().toString(), wanted.rows.front().front());
    const QString said = report::said(card->insight(), wanted);
    QCOMPARE(card->accessibleDescription(), said);
    QCOMPARE(card->findChild<QLabel*>(card->objectName() + u(".said"))->text(), said);
    QVERIFY2(report::isDrawn(card->insight(), wanted), qPrintable(said)); // the sample has something of each
    if (const auto* plot = card->findChild<QWidget*>(card->objectName() + u(".plot"))) {
      QVERIFY(plot->isVisibleTo(card));
      QCOMPARE(plot->accessibleDescription(), said);
    }
  }
}

void TestInsightsPage::onALaptopNoColumnOfATableIsCut() {
  const auto page = open();
  page->resize(1366, 600);
  for (const InsightCard* card : page->findChildren<InsightCard*>())
    QTRY_COMPARE(card->findChild<QTableView*>()->horizontalScrollBar()->maximum(), 0);
}

/// Counts how often something is given another size.
class Resizes : public QObject {
public:
  int count = 0;
  bool eventFilter(QObject*, QEvent* event) override {
    count += event->type() == QEvent::Resize ? 1 : 0;
    return false;
  }
};

void TestInsightsPage::itLaysItselfOutAtAnySizeInAFewSteps() {
  const auto cards = int(report::insights().size());
  const auto resized = [&](InsightsPage& page) {
    Resizes resizes;
    for (InsightCard* card : page.findChildren<InsightCard*>())
      card->installEventFilter(&resizes);
    int most = 0;
    for (int width = 500; width < 1900; width += 9) {
      resizes.count = 0;
      page.resize(width, width % 2 ? 700 : 400);
      QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
      most = std::max(most, resizes.count);
    }
    return most;
  };
  for (const double zoom : {1.0, 1.5, 2.0}) {
    m_theme->setZoom(zoom);
    InsightsPage counting(*m_sitting->session, {});
    counting.show();
    QVERIFY(resized(counting) <= 6 * cards);
    QVERIFY(resized(*open()) <= 6 * cards);
    QVERIFY(resized(*open({u("999")})) <= 6 * cards); // nothing to draw
  }
  m_theme->setZoom(1);
}

void TestInsightsPage::theScopeNarrowsThem() {
  const auto page = open({u("1")});
  const auto* card = page->findChild<InsightCard*>(u("insight.open-by-age"));
  QCOMPARE(card->figures().rows, figures(u("open-by-age"), {qint64{1}}).rows);
  page->setTeams({});
  QTRY_COMPARE(card->figures().rows, figures(u("open-by-age")).rows);
}

void TestInsightsPage::enterOpensWhatLiesBehindAndOnARowThatAlone() {
  const auto page = open({u("1")});
  std::vector<report::Behind> asked;
  connect(page.get(), &InsightsPage::behindAsked, page.get(),
          [&](const report::Behind& behind) { asked.push_back(behind); });
  auto* card = page->findChild<InsightCard*>(u("insight.expirables-by-month"));
  card->setFocus();
  QTest::keyClick(card, Qt::Key_Return);
  auto* table = card->findChild<QTableView*>();
  table->setFocus();
  table->setCurrentIndex(table->model()->index(2, 0));
  QTest::keyClick(table, Qt::Key_Return);
  QCOMPARE(asked.size(), size_t(2)); // one key, one list
  const QDate today = m_sitting->session->today(), third = QDate(today.year(), today.month(), 1).addMonths(2);
  QCOMPARE(asked[0].listing, u("expirables"));
  QCOMPARE(asked[0].asked.from, today.toString(Qt::ISODate));
  QCOMPARE(asked[0].asked.team, m_sitting->database->text(u("SELECT name FROM team WHERE id = 1")));
  QCOMPARE(asked[1].asked.from, third.toString(Qt::ISODate));
  QCOMPARE(asked[1].asked.to, third.addMonths(1).addDays(-1).toString(Qt::ISODate));
}

void TestInsightsPage::whatIsNotCountedYetOpensItsListAsItIs() {
  InsightsPage page(*m_sitting->session, {});
  std::vector<report::Behind> asked;
  connect(&page, &InsightsPage::behindAsked, &page, [&](const report::Behind& behind) { asked.push_back(behind); });
  for (InsightCard* card : page.findChildren<InsightCard*>()) {
    QVERIFY(card->figures().rows.empty());
    QTest::mouseDClick(card, Qt::LeftButton);
  }
  QCOMPARE(asked.size(), report::insights().size());
  for (const report::Behind& behind : asked) {
    QVERIFY(report::find(behind.listing));
    QCOMPARE(behind.asked.from, QString());
  }
}

void TestInsightsPage::spaceTicksForThePacketAndThatIsRemembered() {
  {
    const auto page = open();
    auto* card = page->findChild<InsightCard*>(u("insight.on-time"));
    QVERIFY(!card->findChild<QCheckBox*>()->isChecked());
    card->setFocus();
    QTest::keyClick(card, Qt::Key_Space);
    QVERIFY(card->findChild<QCheckBox*>()->isChecked());
  }
  QCOMPARE(report::figuresInPacket(), QStringList{u("on-time")});
  const auto page = open();
  QVERIFY(page->findChild<InsightCard*>(u("insight.on-time"))->findChild<QCheckBox*>()->isChecked());
  QVERIFY(!page->findChild<InsightCard*>(u("insight.throughput"))->findChild<QCheckBox*>()->isChecked());
}

void TestInsightsPage::tooLittleIsToldInPlaceOfAPlot() {
  for (const report::Insight& insight : report::insights()) {
    InsightCard card(insight);
    card.show(report::Figures());
    QCOMPARE(card.accessibleDescription(), insight.lacking);
    QVERIFY(!card.findChild<QWidget*>(card.objectName() + u(".plot")));
    const auto labels = card.findChildren<QLabel*>();
    QCOMPARE(std::count_if(
                 labels.begin(), labels.end(),
                 [&](const QLabel* label) { return label->text() == insight.lacking && label->isVisibleTo(&card); }),
             1);
  }
}

void TestInsightsPage::whatIsTickedIsDrawnInThePacket() {
  report::setInPacket(u("on-time"), true);
  report::setInPacket(u("due-load"), true);
  const auto asked =
      report::requestFor(*m_sitting->database, *report::find(u("review")), {}, m_sitting->session->today());
  const auto& review = std::get<report::Request>(asked);
  std::optional<report::Ticked> ticked;
  drawTicked(m_sitting->database->file(), review, this, [&](const report::Ticked& drawn) { ticked = drawn; });
  QTRY_VERIFY(ticked);
  QCOMPARE(ticked->size(), size_t(2));
  const bool hasPlots = !plotOnPaper(report::insights().front(), figures(report::insights().front().listing)).isNull();
  for (const auto& [listing, picture] : *ticked)
    QCOMPARE(picture && !picture->isNull(), hasPlots);

  const QString path = m_sitting->dir.filePath(u("packet.pdf"));
  QVERIFY(report::writeReview(*m_sitting->database, review, path, {}, *ticked).isOk());
  const auto output = [&](const char* program, const QStringList& arguments) {
    QProcess reader;
    reader.start(u(program), arguments);
    reader.waitForFinished();
    return QString::fromUtf8(reader.readAllStandardOutput());
  };
  const QString text = output("pdftotext", {u("-layout"), path, u("-")});
  for (const auto& [listing, picture] : *ticked)
    QVERIFY2(text.contains(report::find(listing)->title), qPrintable(listing));
  QVERIFY(!text.contains(report::find(u("throughput"))->title));
  QVERIFY(text.contains(u("On time: ")));
  QCOMPARE(output("pdfimages", {u("-list"), path}).count(QLatin1Char('\n')), 2 + (hasPlots ? 2 : 0)); // below two lines
}

QTEST_MAIN(TestInsightsPage)
#include "tst_insightspage.moc"
