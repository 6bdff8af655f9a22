// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/listmodel.h"
#include "ui/list/tableview.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

namespace ui {
namespace {

/// A cell as Excel puts it on the clipboard: in quotes when it holds a tab, a line break or a quote.
QString plainCell(QString text) {
  if (!text.contains(QLatin1Char('\t')) && !text.contains(QLatin1Char('\n')) && !text.contains(QLatin1Char('"')))
    return text;
  text.replace(QLatin1Char('"'), QStringLiteral("\"\""));
  return QLatin1Char('"') + text + QLatin1Char('"');
}

/// Both forms of what is copied grow row by row.
struct Copied {
  QString plain;
  QString html = QStringLiteral("<table>");

  void add(const QStringList& cells, const QString& tag) {
    QStringList line;
    html += QStringLiteral("<tr>");
    for (const QString& cell : cells) {
      line << plainCell(cell);
      QString rich = cell.toHtmlEscaped();
      rich.replace(QLatin1Char('\n'), QStringLiteral("<br>"));
      html += QStringLiteral("<%1>%2</%1>").arg(tag, rich);
    }
    html += QStringLiteral("</tr>");
    plain += line.join(QLatin1Char('\t')) + QStringLiteral("\r\n");
  }
};

} // namespace

QMimeData* TableView::copied(Headings headings) const {
  const std::vector<int> columns = shownColumns();
  Copied result;
  QStringList cells;
  if (headings == Headings::Yes) {
    for (int column : columns)
      cells << m_model->headerData(column, Qt::Horizontal).toString();
    result.add(cells, QStringLiteral("th"));
  }
  for (int row : selectedRowNumbers()) {
    cells.clear();
    for (int column : columns)
      cells << m_model->index(row, column).data(ListModel::RawRole).toString();
    result.add(cells, QStringLiteral("td"));
  }
  auto* mime = new QMimeData;
  mime->setText(result.plain);
  mime->setHtml(result.html + QStringLiteral("</table>"));
  return mime;
}

void TableView::copy(Headings headings) const {
  if (selectionModel()->hasSelection())
    QGuiApplication::clipboard()->setMimeData(copied(headings));
}

} // namespace ui
