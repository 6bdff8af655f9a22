// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/insights/packetplots.h"

#include "core/report/insights.h"
#include "ui/insights/insightcard.h"
#include "ui/insights/plot.h"

#include <QFutureWatcher>
#include <QtConcurrent>

namespace ui {

namespace {

struct Counted {
  const report::Insight* insight;
  report::Figures figures;
};

} // namespace

void drawTicked(const QString& file, const report::Request& review, QObject* receiver,
                std::function<void(const report::Ticked&)> then) {
  const QStringList ticked = report::figuresInPacket();
  std::vector<const report::Insight*> wanted;
  for (const report::Insight& insight : report::insights())
    if (ticked.contains(insight.listing))
      wanted.push_back(&insight);
  if (wanted.empty())
    return then({});
  auto drawn = std::make_shared<report::Ticked>();
  auto* watcher = new QFutureWatcher<Counted>(receiver);
  QObject::connect(watcher, &QFutureWatcher<Counted>::resultReadyAt, receiver, [watcher, drawn](int at) {
    const Counted one = watcher->resultAt(at);
    const bool isDrawn = report::isDrawn(*one.insight, one.figures);
    drawn->emplace_back(one.insight->listing,
                        isDrawn ? std::make_shared<const QImage>(plotOnPaper(*one.insight, one.figures)) : nullptr);
  });
  QObject::connect(watcher, &QFutureWatcher<Counted>::finished, receiver, [watcher, drawn, then = std::move(then)] {
    watcher->deleteLater();
    then(*drawn);
  });
  watcher->setFuture(QtConcurrent::run([file, review, wanted = std::move(wanted)](QPromise<Counted>& promise) {
    try {
      db::Database reader(file, db::Database::Mode::ReadOnly);
      for (const report::Insight* insight : wanted)
        promise.addResult(Counted{
            insight, report::figuresOf(report::tableFor(reader, report::figuresFor(review, insight->listing)))});
    } catch (const db::Error&) {
      // Writing the packet meets it too, and tells it.
    }
  }));
}

} // namespace ui
