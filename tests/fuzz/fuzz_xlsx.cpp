// SPDX-License-Identifier: GPL-3.0-or-later
#include "readall.h"

#include <zip.h>

namespace {

/// A workbook around one sheet: mutations of a packed file hardly ever get past its checksums.
QString bookAround(const uint8_t* data, size_t size) {
  static const QTemporaryDir folder;
  const QString path = folder.filePath(QStringLiteral("book.xlsx"));
  QFile::remove(path);
  zip_t* book = zip_open(QFile::encodeName(path).constData(), ZIP_CREATE, nullptr);
  const auto add = [&](const char* name, const void* bytes, size_t length) {
    zip_file_add(book, name, zip_source_buffer(book, bytes, length, 0), ZIP_FL_OVERWRITE);
  };
  static const QByteArray types = R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>)";
  static const QByteArray rels =
      R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>)";
  static const QByteArray workbook =
      R"(<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>)";
  static const QByteArray bookRels =
      R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>)";
  add("[Content_Types].xml", types.constData(), size_t(types.size()));
  add("_rels/.rels", rels.constData(), size_t(rels.size()));
  add("xl/workbook.xml", workbook.constData(), size_t(workbook.size()));
  add("xl/_rels/workbook.xml.rels", bookRels.constData(), size_t(bookRels.size()));
  add("xl/worksheets/sheet1.xml", data, size);
  if (zip_close(book) != 0)
    zip_discard(book);
  return path;
}

} // namespace

/// A workbook as it comes; and anything as the XML of its sheet.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  fuzz::readAll(size > 4 && data[0] == 'P' && data[1] == 'K' ? fuzz::fileOf(data, size, "given.xlsx")
                                                             : bookAround(data, size));
  return 0;
}
