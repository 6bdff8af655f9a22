// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/team/letterhead.h"

#include "core/credentials/document.h"
#include "core/team/practice.h"

#include <QCoreApplication>
#include <QRegularExpression>

const db::Table& PracticeLetterhead::table() {
  static const db::Table it("letterhead", {"practice_id", "document_id", "colour"});
  return it;
}

db::Values PracticeLetterhead::values() const { return {practice, logo, colour}; }

PracticeLetterhead PracticeLetterhead::read(db::Row& row) {
  PracticeLetterhead r;
  r.id = row.id<PracticeLetterhead>();
  r.practice = row.id<Practice>();
  r.logo = row.id<Document>();
  r.colour = row.text();
  return r;
}

QString colourProblem(const QString& typed) {
  static const QRegularExpression colour(QStringLiteral("\\A(#[0-9A-Fa-f]{6})?\\z"));
  if (colour.match(typed).hasMatch())
    return {};
  return QCoreApplication::translate("Letterhead", "A colour is “%1”: red, green and blue, two digits each.")
      .arg(exampleColour);
}
