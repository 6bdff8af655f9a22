// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pdfcanvas.h"

#include <QImage>
#include <QPainter>
#include <QRawFont>
#include <charconv>
#include <cmath>
#include <functional>

namespace report {
namespace {

constexpr qreal Visible = 0.004; // ems; a smaller shift is not worth its bytes
constexpr qreal Near = 2;        // ems; what is further away starts a new run

QByteArray number(qreal value) { return QByteArray::number(value, 'f', 3); }
std::string colours(QRgb c) {
  return (number(qRed(c) / 255.0) + ' ' + number(qGreen(c) / 255.0) + ' ' + number(qBlue(c) / 255.0) + " rg\n")
      .toStdString();
}

void addWhole(std::string& content, qreal value) {
  char digits[24];
  content.append(digits, std::to_chars(digits, digits + sizeof digits, std::llround(value)).ptr);
}

void addByte(std::string& string, int byte) {
  const char c = static_cast<char>(byte);
  if (c == '(' || c == ')' || c == '\\')
    string += '\\';
  if (c == '\r')
    string += "\\r"; // readers take a bare one for a line feed
  else
    string += c;
}

bool holdsOthers(Role role) { return role == Role::Table || role == Role::Row || role == Role::Lines; }

/// As the standard calls it (ISO 32000-1, 14.8.4).
QByteArray nameOf(Role role) {
  switch (role) {
  case Role::Title:
    return "H1";
  case Role::Heading:
    return "H2";
  case Role::Table:
    return "Table";
  case Role::Row:
    return "TR";
  case Role::HeadCell:
    return "TH";
  case Role::Cell:
    return "TD";
  case Role::Lines:
    return "Sect";
  case Role::Aside:
  case Role::Words:
  case Role::Line:
    break;
  }
  return "P";
}

QByteArray references(const std::vector<int>& objects) {
  QByteArray all = "[";
  for (const int object : objects)
    all += PdfFile::reference(object) + (all.size() % 200 > 180 ? '\n' : ' ');
  return all + ']';
}

} // namespace

PdfCanvas::PdfCanvas(PdfFile& file, const PdfFonts& fonts, QSizeF size, qreal unit)
    : m_file(file), m_fonts(fonts), m_size(size), m_unit(unit), m_tree(file.reserve()), m_resources(file.reserve()),
      m_page(file.reserve()) {}

void PdfCanvas::endRun() {
  if (m_isInRun)
    m_content += ")]TJ\n";
  m_isInRun = false;
}

void PdfCanvas::glyph(const QRawFont* face, quint32 glyph, qreal x, qreal y) {
  if (face != m_face) {
    endRun();
    m_face = face;
    m_font = &m_fonts.of(face);
    m_em = face->pixelSize();
    m_content += "/" + m_font->name.toStdString() + " ";
    addWhole(m_content, m_em);
    m_content += " Tf\n";
  }
  if (m_wanted != m_colour) {
    endRun();
    m_colour = m_wanted;
    m_content += colours(m_colour);
  }
  if (m_isInRun && (y != m_y || std::abs(x - m_x) > Near * m_em))
    endRun();
  if (!m_isInRun) {
    m_x = std::round(x);
    m_y = y;
    m_content += "1 0 0 -1 ";
    addWhole(m_content, m_x);
    m_content += ' ';
    addWhole(m_content, m_y);
    m_content += " Tm[(";
    m_isInRun = true;
  } else if (const qreal shift = (x - m_x) / m_em; std::abs(shift) > Visible) {
    const qreal thousandths = std::round(-shift * 1000);
    m_content += ')';
    addWhole(m_content, thousandths);
    m_content += '(';
    m_x -= thousandths * m_em / 1000;
  }
  const auto& [cid, width] = m_font->glyph(glyph);
  addByte(m_content, cid >> 8);
  addByte(m_content, cid & 0xff);
  m_x += width * m_em;
}

void PdfCanvas::beginText(const QString& text) {
  endRun();
  m_content += "/Span<</ActualText" + PdfFile::text(text).toStdString() + ">>BDC\n";
}

void PdfCanvas::endText() {
  endRun();
  m_content += "EMC\n";
}

void PdfCanvas::open(Role role) {
  endRun();
  if (m_open.empty())
    m_open.push_back({Role::Words, m_file.reserve(), {}}); // the document
  if (role == Role::Aside) {
    m_content += "/Artifact BMC\n";
    m_open.push_back({role, 0, {}});
    return;
  }
  const int object = m_file.reserve();
  m_open.back().kids.push_back(object);
  m_open.push_back({role, object, {}});
  if (holdsOthers(role))
    return;
  m_content += '/' + nameOf(role).toStdString() + "<</MCID " + std::to_string(m_marks.size()) + ">>BDC\n";
  m_marks.push_back(object);
}

void PdfCanvas::close() {
  endRun();
  const Piece piece = std::move(m_open.back());
  m_open.pop_back();
  if (!holdsOthers(piece.role))
    m_content += "EMC\n";
  if (piece.object == 0)
    return;
  QByteArray body = "<</S/" + nameOf(piece.role) + "/P " + PdfFile::reference(m_open.back().object);
  if (piece.role == Role::HeadCell)
    body += "/A<</O/Table/Scope/Column>>";
  if (holdsOthers(piece.role))
    body += "/K" + references(piece.kids);
  else
    body += "/Pg " + PdfFile::reference(m_page) + "/K " + QByteArray::number(qint64(m_marks.size()) - 1);
  m_file.small(piece.object, body + ">>");
}

void PdfCanvas::fill(const std::vector<QRectF>& rects, QRgb colour) {
  if (rects.empty())
    return;
  endRun();
  m_content += "ET\n/Artifact BMC\n" + colours(colour);
  for (const auto& rect : rects) {
    for (const qreal value : {rect.left(), rect.top(), rect.width(), rect.height()}) {
      addWhole(m_content, value);
      m_content += ' ';
    }
    m_content += "re\n";
  }
  m_content += "f\nEMC\nBT\n";
  m_colour = colour;
}

void PdfCanvas::picture(const QImage& picture, QRectF room) {
  int& object = m_pictures[picture.cacheKey()];
  if (object == 0) {
    object = m_file.reserve();
    QImage flat(picture.size(), QImage::Format_RGB888); // on white: paper knows nothing of what shines through
    flat.fill(Qt::white);
    QPainter(&flat).drawImage(0, 0, picture);
    QByteArray pixels;
    for (int line = 0; line < flat.height(); ++line)
      pixels.append(reinterpret_cast<const char*>(flat.constScanLine(line)), flat.width() * 3);
    m_file.stream(object, pixels,
                  "/Type /XObject /Subtype /Image /Width " + QByteArray::number(flat.width()) + " /Height " +
                      QByteArray::number(flat.height()) + " /ColorSpace /DeviceRGB /BitsPerComponent 8 ");
  }
  endRun();
  // The unit square of a picture stands on its foot, the page on its head.
  m_content += "ET\n/Artifact BMC q ";
  for (const qreal value : {room.width(), 0.0, 0.0, -room.height(), room.left(), room.bottom()}) {
    addWhole(m_content, value);
    m_content += ' ';
  }
  m_content += "cm /P" + std::to_string(object) + " Do Q EMC\nBT\n";
}

void PdfCanvas::bookmark(const QString& title, qreal y, int depth) {
  m_bookmarks.push_back({title, m_page, static_cast<int>(m_size.height() - y / m_unit), depth});
}

void PdfCanvas::endPage() {
  endRun();
  const int content = m_file.reserve();
  const auto scale = number(1 / m_unit); // device units, downwards from the upper edge
  m_file.stream(content, scale + " 0 0 -" + scale + " 0 " + number(m_size.height()) + " cm\nBT\n" +
                             QByteArray::fromRawData(m_content.data(), static_cast<qsizetype>(m_content.size())) +
                             "ET\n");
  m_file.object(m_page, "<< /Type /Page /Parent " + PdfFile::reference(m_tree) + " /MediaBox [0 0 " +
                            number(m_size.width()) + ' ' + number(m_size.height()) + "] /Resources " +
                            PdfFile::reference(m_resources) + " /Contents " + PdfFile::reference(content) +
                            " /Tabs /S /StructParents " + QByteArray::number(qint64(m_pages.size())) + " >>");
  m_marksOfPages.push_back(m_file.reserve());
  m_file.small(m_marksOfPages.back(), references(m_marks));
  m_marks.clear();
  m_pages.push_back(m_page);
  m_page = m_file.reserve();
  m_content.clear(); // keeps its room for the next page
  m_face = nullptr;
  m_colour = ~m_wanted;
}

int PdfCanvas::outline() {
  if (m_bookmarks.empty())
    return 0;
  const int root = m_file.reserve();
  const int first = root + 1;
  const int count = static_cast<int>(m_bookmarks.size());
  const auto depth = [&](int i) { return m_bookmarks[static_cast<size_t>(i)].depth; };
  const auto object = [&](int i) { return PdfFile::reference(first + i); };
  // The bookmarks of one depth that follow each other before one of a lesser depth.
  const auto siblingsFrom = [&](int from) {
    std::vector<int> all;
    for (int i = from; i < count && depth(i) >= depth(from); ++i)
      if (depth(i) == depth(from))
        all.push_back(i);
    return all;
  };
  const auto family = [&](const std::vector<int>& of) {
    return " /First " + object(of.front()) + " /Last " + object(of.back()) + " /Count " +
           QByteArray::number(static_cast<qint64>(of.size()));
  };
  std::vector<QByteArray> items(m_bookmarks.size());
  std::function<void(const std::vector<int>&, const QByteArray&)> tell = [&](const std::vector<int>& siblings,
                                                                             const QByteArray& parent) {
    for (size_t i = 0; i < siblings.size(); ++i) {
      const int at = siblings[i];
      const auto& mark = m_bookmarks[static_cast<size_t>(at)];
      QByteArray item = "<< /Title " + PdfFile::text(mark.title) + " /Parent " + parent + " /Dest [" +
                        PdfFile::reference(mark.page) + " /XYZ null " + QByteArray::number(mark.y) + " null]";
      if (i > 0)
        item += " /Prev " + object(siblings[i - 1]);
      if (i + 1 < siblings.size())
        item += " /Next " + object(siblings[i + 1]);
      if (at + 1 < count && depth(at + 1) > depth(at)) {
        const auto children = siblingsFrom(at + 1);
        item += family(children);
        tell(children, object(at));
      }
      items[static_cast<size_t>(at)] = item;
    }
  };
  const auto top = siblingsFrom(0);
  tell(top, PdfFile::reference(root));
  for (const QByteArray& item : items)
    m_file.object(m_file.reserve(), item + " >>");
  m_file.object(root, "<< /Type /Outlines" + family(top) + " >>");
  return root;
}

/// The tree of pieces, and from each page's marks back to them.
int PdfCanvas::structure() {
  if (m_open.empty())
    return 0;
  const int root = m_file.reserve();
  const Piece& document = m_open.front();
  m_file.object(document.object,
                "<< /S /Document /P " + PdfFile::reference(root) + " /K " + references(document.kids) + " >>");
  QByteArray pages;
  for (size_t i = 0; i < m_marksOfPages.size(); ++i)
    pages += QByteArray::number(qint64(i)) + ' ' + PdfFile::reference(m_marksOfPages[i]) + '\n';
  m_file.object(root, "<< /Type /StructTreeRoot /K " + PdfFile::reference(document.object) +
                          " /ParentTree << /Nums [\n" + pages + "] >> /ParentTreeNextKey " +
                          QByteArray::number(qint64(m_marksOfPages.size())) + " >>");
  return root;
}

int PdfCanvas::finish() {
  QByteArray pictures;
  for (const auto& [key, object] : m_pictures)
    pictures += "/P" + QByteArray::number(object) + ' ' + PdfFile::reference(object) + ' ';
  m_file.object(m_resources, "<< /Font << " + m_fonts.dictionary() + ">>" +
                                 (pictures.isEmpty() ? QByteArray() : " /XObject << " + pictures + ">>") + " >>");
  m_file.object(m_page, "null"); // reserved for the page after the last
  QByteArray kids;
  for (const int page : m_pages)
    kids += PdfFile::reference(page) + '\n';
  m_file.object(m_tree, "<< /Type /Pages /Count " + QByteArray::number(static_cast<qint64>(m_pages.size())) +
                            " /Kids [\n" + kids + "] >>");
  const int catalog = m_file.reserve();
  QByteArray body = "<< /Type /Catalog /Pages " + PdfFile::reference(m_tree) +
                    " /Lang (en-US) /ViewerPreferences << /DisplayDocTitle true >>";
  if (const int root = structure())
    body += " /MarkInfo << /Marked true >> /StructTreeRoot " + PdfFile::reference(root);
  if (const int root = outline())
    body += " /Outlines " + PdfFile::reference(root) + " /PageMode /UseOutlines";
  m_file.object(catalog, body + " >>");
  return catalog;
}

} // namespace report
