// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/letterhead.h"

#include "core/credentials/documentstore.h"
#include "core/report/paper.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImageReader>

namespace report {

namespace {

constexpr int mostPixels = 4000; // along an edge that is read
constexpr QSize kept(1000, 300); // more than three inches at 300 dots each

struct Known {
  QString practice, team;
  Document logo;
  QRgb colour = paper::Text;
  std::shared_ptr<const Letterhead> made = {};
};

} // namespace

Result<QImage> logoOf(const QByteArray& bytes) {
  const auto refused = [](const QString& sentence) { return Problem{QStringLiteral("logo"), sentence}; };
  QBuffer buffer;
  buffer.setData(bytes);
  QImageReader reader(&buffer);
  const QByteArray format = reader.format();
  if (format != "png" && format != "jpeg")
    return refused(QCoreApplication::translate("report", "A letterhead's picture is a PNG or a JPEG."));
  const QSize size = reader.size();
  if (!size.isValid() || size.width() > mostPixels || size.height() > mostPixels)
    return refused(QCoreApplication::translate("report", "The picture is too large: %1 pixels along an edge at most.")
                       .arg(mostPixels));
  const QImage image = reader.read();
  if (image.isNull())
    return refused(QCoreApplication::translate("report", "The picture cannot be read: it may be damaged."));
  return size.width() > kept.width() || size.height() > kept.height()
             ? image.scaled(kept, Qt::KeepAspectRatio, Qt::SmoothTransformation)
             : image;
}

std::function<std::shared_ptr<const Letterhead>(const QStringList&)> letterheadsOf(db::Database& database) {
  auto all = std::make_shared<std::vector<Known>>(database.all(
      QStringLiteral("SELECT l.name, coalesce(t.name, ''), h.colour, coalesce(d.hash, ''), coalesce(d.size, 0) FROM "
                     "letterhead h JOIN practice l ON l.id = h.practice_id LEFT JOIN team t ON t.id = l.team_id LEFT "
                     "JOIN document d ON d.id = h.document_id"),
      {}, [](db::Row& row) {
        Known known;
        known.practice = row.text();
        known.team = row.text();
        const QString colour = row.text();
        if (colour.size() == 7 && colour.startsWith(QLatin1Char('#')))
          known.colour = 0xff000000 | colour.mid(1).toUInt(nullptr, 16);
        known.logo.hash = row.text();
        known.logo.size = row.number();
        return known;
      }));
  return [all, file = database.file()](const QStringList& cells) -> std::shared_ptr<const Letterhead> {
    for (Known& known : *all) {
      if (!cells.contains(known.practice) || !cells.contains(known.team))
        continue;
      if (!known.made) {
        auto made = std::make_shared<Letterhead>(Letterhead{{}, known.colour});
        if (!known.logo.hash.isEmpty())
          if (const auto bytes = DocumentStore(file).bytes(known.logo); bytes.isOk())
            if (const auto logo = logoOf(*bytes); logo.isOk())
              made->logo = *logo;
        known.made = made;
      }
      return known.made;
    }
    return nullptr;
  };
}

} // namespace report
