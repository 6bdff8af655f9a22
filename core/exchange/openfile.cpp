// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/source.h"

#include "core/exchange/csvreader.h"
#include "core/exchange/xlsxreader.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <algorithm>

namespace exchange {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Exchange)
};

/// Whether these first bytes are no text: more than one in ten is a control character that no list has.
bool looksBinary(const QByteArray& head) {
  if (head.startsWith("\xFF\xFE") || head.startsWith("\xFE\xFF"))
    return false; // UTF-16 is full of zeros
  const auto odd = std::count_if(head.begin(), head.end(), [](char c) {
    return c >= 0 && c < ' ' && c != '\t' && c != '\r' && c != '\n' && c != '\f';
  });
  return odd * 10 > head.size();
}

} // namespace

Result<std::unique_ptr<Sheets>> openFile(const QString& path) {
  const QString name = QFileInfo(path).fileName();
  if (QFileInfo(path).isDir())
    return Problem{{}, Say::tr("%1 is a folder, not a file.").arg(path)};
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly))
    return Problem{{}, Say::tr("The file %1 cannot be read: %2.").arg(path, file.errorString())};
  const QByteArray head = file.read(4096);
  file.close();
  if (head.isEmpty())
    return Problem{{}, Say::tr("The file %1 is empty.").arg(name)};
  if (head.startsWith("PK\x03\x04") || head.startsWith("PK\x05\x06"))
    return openXlsx(path);
  if (head.startsWith("\xD0\xCF\x11\xE0"))
    return Problem{
        {},
        Say::tr("The file %1 is an old Excel workbook (.xls), or one with a password. Open it in Excel, save it as "
                ".xlsx without a password, or as CSV, and try that file.")
            .arg(name)};
  if (head.startsWith("%PDF") || looksBinary(head))
    return Problem{
        {},
        Say::tr("The file %1 is neither an Excel workbook nor a text file. Open it in the program it comes from, "
                "save it as .xlsx or CSV, and try that file.")
            .arg(name)};
  return openCsv(path);
}

} // namespace exchange
