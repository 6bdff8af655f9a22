// SPDX-License-Identifier: GPL-3.0-or-later
#include "sitting.h"

#include "core/credentials/documenttypes.h"
#include "core/report/catalogue.h"
#include "core/report/listing.h"
#include "ui/credentials/documenttypespage.h"
#include "ui/form/drafts.h"
#include "ui/form/formdialog.h"

#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace ui;

/// People decide which documents they watch over, how long before their end, and of whom they are required.
class TestDocumentTypes : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void init() { m_sitting = std::make_unique<Sitting>(); }
  void cleanup() { drafts().forgetAll(); }
  void aTypeIsAddedWithItsLadderAndWhoNeedsIt();
  void whatIsNewlyRequiredIsMissingAtOnce();
  void whatCannotBeReadIsToldAtItsField();
  void aRetiredTypeIsRequiredOfNobody();

private:
  /// The form, filled in and saved; what its fields complain about.
  QStringList save(Id<DocumentType> id, const QMap<QString, QString>& values, bool retired = false);
  qint64 missing(const QString& type);
  Id<DocumentType> typeNamed(const QString& name) {
    return {m_sitting->database->value(QStringLiteral("SELECT id FROM document_type WHERE name = ?"), {name})};
  }

  std::unique_ptr<Sitting> m_sitting;
};

QStringList TestDocumentTypes::save(Id<DocumentType> id, const QMap<QString, QString>& values, bool retired) {
  QWidget parent;
  openDocumentTypeForm(*m_sitting->session, id, &parent);
  auto* dialog = parent.findChild<FormDialog*>();
  QVariantMap all = dialog->values();
  for (auto it = values.begin(); it != values.end(); ++it)
    all[it.key()] = it.value();
  if (retired)
    all[QStringLiteral("retired")] = true;
  dialog->setValues(all);
  for (auto it = values.begin(); it != values.end(); ++it)
    if (auto* field = dialog->findChild<QLineEdit*>(it.key())) {
      field->clear(); // typed, as a person does
      QTest::keyClicks(field, it.value());
    }
  QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
  QStringList problems;
  for (const QLineEdit* field : dialog->findChildren<QLineEdit*>())
    if (field->property("problem").toBool())
      problems << field->objectName();
  return problems;
}

qint64 TestDocumentTypes::missing(const QString& type) {
  report::Request request{report::find(QStringLiteral("alerts")), Sitting::today(), {}};
  request.columns = {request.listing->columnAt(QStringLiteral("Document type")),
                     request.listing->columnAt(QStringLiteral("Standing"))};
  qint64 count = 0;
  const report::Query rows = report::rowsQuery(request);
  m_sitting->database->each(rows.sql, rows.arguments, [&](db::Row& row) {
    const QString name = row.text(), standing = row.text();
    count += name == type && standing == QLatin1String("Missing");
  });
  return count;
}

void TestDocumentTypes::aTypeIsAddedWithItsLadderAndWhoNeedsIt() {
  QCOMPARE(save({}, {{QStringLiteral("name"), QStringLiteral("Laser safety course")},
                     {QStringLiteral("ladder"), QStringLiteral("60/30/0")},
                     {QStringLiteral("required"), QStringLiteral("degree=MD, state=TX; degree=DO")}}),
           QStringList());
  const auto type = db::load(*m_sitting->database, typeNamed(QStringLiteral("Laser safety course")));
  QVERIFY(type);
  QCOMPARE(type->ladder, QStringLiteral("60/30/0"));
  QCOMPARE(type->firstAlert, 60);
  QCOMPARE(requirementsOf(*m_sitting->database, type->id).size(), size_t(2));
  m_sitting->session->undoLast();
  QVERIFY(!typeNamed(QStringLiteral("Laser safety course")).isValid());
}

void TestDocumentTypes::whatIsNewlyRequiredIsMissingAtOnce() {
  QVERIFY(save({}, {{QStringLiteral("name"), QStringLiteral("Laser safety course")},
                    {QStringLiteral("required"), QStringLiteral("everyone")}})
              .isEmpty());
  const qint64 active =
      m_sitting->database->value(QStringLiteral("SELECT count(*) FROM provider WHERE status = 'Active'"));
  QCOMPARE(missing(QStringLiteral("Laser safety course")), active);
}

void TestDocumentTypes::whatCannotBeReadIsToldAtItsField() {
  QCOMPARE(save({}, {{QStringLiteral("name"), QStringLiteral("Laser safety course")},
                     {QStringLiteral("required"), QStringLiteral("the tall ones")}}),
           QStringList{QStringLiteral("required")});
  drafts().forgetAll(); // what was refused is kept, and would be refused again
  QCOMPARE(save({}, {{QStringLiteral("name"), QStringLiteral("Laser safety course")},
                     {QStringLiteral("ladder"), QStringLiteral("soon")}}),
           QStringList{QStringLiteral("ladder")});
  QVERIFY(!typeNamed(QStringLiteral("Laser safety course")).isValid());
}

void TestDocumentTypes::aRetiredTypeIsRequiredOfNobody() {
  const QString name = QStringLiteral("Malpractice insurance");
  const Id<DocumentType> type = typeNamed(name);
  QVERIFY(type.isValid());
  QVERIFY(missing(name) > 0);
  save(type, {}, true);
  QCOMPARE(missing(name), 0);
}

QTEST_MAIN(TestDocumentTypes)
#include "tst_documenttypes.moc"
