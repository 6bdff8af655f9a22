// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alerts/alertaction.h"
#include "core/credentials/credential.h"
#include "core/credentials/documenttype.h"
#include "core/datafile/sample/world.h"

namespace sample {

namespace {

/// Deals credentials out so that each standing is there, and licences that end on each rung of their ladder.
class Drawer {
public:
  explicit Drawer(World& world) : m_world(world) {
    for (const DocumentType& type : db::allWhere<DocumentType>(world.transaction.database(), QStringLiteral("1")))
      m_types.insert(type.name, type);
    for (const QString& rung : m_types[licence].ladder.split(QLatin1Char('/')))
      m_rungs << rung.toInt();
  }

  void fill(const Provider& provider) {
    const QString& degree = provider.degree;
    const bool prescribes = degree == QLatin1String("MD") || degree == QLatin1String("DO") ||
                            degree == QLatin1String("NP") || degree == QLatin1String("PA-C");
    ++m_providers;
    // Two active providers have no licence on file, two no cover.
    if (m_providers % 23 != 11)
      for (const QString& state : m_world.statesOf(provider))
        put(provider, "State licence", state, 730, QStringLiteral("%1-L%2").arg(state).arg(serial()),
            state + QStringLiteral(" licensing board"));
    if (m_providers % 23 != 17)
      put(provider, "Malpractice insurance", {}, 365, QStringLiteral("MP-%1").arg(serial()),
          QStringLiteral("Evergreen Mutual Assurance"));
    if (prescribes)
      put(provider, "DEA registration", m_world.statesOf(provider).value(0), 1095, deaOf(provider),
          QStringLiteral("DEA"));
    if (degree == QLatin1String("MD") || degree == QLatin1String("DO"))
      put(provider, "Board certification", {}, 3650, QStringLiteral("BC%1").arg(serial()),
          QStringLiteral("Board of %1").arg(provider.specialty));
    put(provider, "BLS", {}, 730, {}, QStringLiteral("Heart and Life Training Center"));
    if (m_providers % 3 == 0)
      put(provider, "ACLS", {}, 730, {}, QStringLiteral("Heart and Life Training Center"));
    if (!provider.caqhId.isEmpty())
      put(provider, "CAQH attestation", {}, 120, provider.caqhId, QStringLiteral("CAQH"));
    put(provider, m_providers % 2 ? "NPDB continuous query" : "TB test", {}, 365, {}, {});
    if (m_providers % 5 == 0)
      put(provider, "Driver licence", m_world.statesOf(provider).value(0), 0, QStringLiteral("D%1").arg(serial()), {});
  }

  void fill(const Practice& practice) {
    Credential credential;
    credential.practice = practice.id;
    credential.state = practice.state;
    credential.number = QStringLiteral("CLIA-%1").arg(serial());
    put(credential, "CLIA", 730);
  }

private:
  void put(const Provider& provider, const char* type, const QString& state, int term, const QString& number,
           const QString& issuer) {
    Credential credential;
    credential.provider = provider.id;
    credential.state = state;
    credential.number = number;
    credential.issuer = issuer;
    put(credential, type, term);
  }

  void put(Credential credential, const char* typeName, int term) {
    const DocumentType& type = m_types[QString::fromLatin1(typeName)];
    credential.documentType = type.id;
    Dice& dice = m_world.dice;
    if (term > 0) {
      credential.expires = m_world.today.addDays(daysLeft(type, term));
      credential.issued = credential.expires.addDays(-term);
      if (credential.issued < m_world.today)
        credential.verified = std::max(credential.issued, m_world.daysAgo(dice.between(2, 200)));
      credential.source = QStringLiteral("Primary source");
    }
    const bool isRequired = type.name == licence || type.name == QLatin1String("Malpractice insurance");
    if (!isRequired && term > 0 && dice.oneIn(20)) { // nobody wrote down when it ends
      credential.issued = credential.expires = credential.verified = {};
      credential.source.clear();
    } else if (!isRequired && dice.oneIn(25)) {
      credential.notApplicable = true;
      credential.number.clear();
      credential.issuer.clear();
      credential.issued = credential.expires = credential.verified = {};
      credential.source.clear();
    }
    credential.id = db::save(m_world.transaction, credential);
    if (credential.expires.isValid() && !credential.notApplicable &&
        credential.expires <= m_world.today.addDays(type.firstAlert) && dice.oneIn(3))
      handle(credential);
  }

  int daysLeft(const DocumentType& type, int term) {
    if (type.name == licence && m_licences < m_rungs.size())
      return m_rungs[m_licences++];
    const int chance = m_world.dice.below(100);
    if (chance < 8)
      return -m_world.dice.between(1, 60);
    if (chance < 24)
      return m_world.dice.between(0, type.firstAlert);
    return m_world.dice.between(std::min(type.firstAlert + 1, term), term);
  }

  /// What somebody did about its alert.
  void handle(const Credential& credential) {
    static constexpr const char* actions[] = {"Acknowledged", "Mailed", "Renewal started", "Snoozed"};
    AlertAction action;
    action.credential = credential.id;
    action.what = QString::fromLatin1(m_world.dice.one(actions));
    action.on = m_world.daysAgo(m_world.dice.between(0, 6));
    if (action.what == QLatin1String("Snoozed"))
      action.until = m_world.today.addDays(m_world.dice.between(2, 10));
    action.expires = credential.expires;
    action.byWhom = m_world.coordinators[size_t(m_world.dice.below(4))].name;
    db::save(m_world.transaction, action);
  }

  int serial() { return 40000 + ++m_serial * 37; }

  /// Right in its digits; the Z in front is given to nobody.
  QString deaOf(const Provider& provider) {
    const QChar initial = provider.lastName.normalized(QString::NormalizationForm_D).at(0).toUpper();
    QString digits = QString::number(1000000 + serial()).mid(1);
    int sum = 0;
    for (int i = 0; i < 6; ++i)
      sum += digits[i].digitValue() * (i % 2 == 0 ? 1 : 2);
    return QStringLiteral("Z") + (initial >= u'A' && initial <= u'Z' ? initial : QChar(u'9')) + digits +
           QString::number(sum % 10);
  }

  const QString licence = QStringLiteral("State licence");
  World& m_world;
  QHash<QString, DocumentType> m_types;
  QList<int> m_rungs;
  int m_providers = 0, m_serial = 0;
  qsizetype m_licences = 0;
};

} // namespace

void makeCredentials(World& world) {
  Drawer drawer(world);
  for (const Provider& provider : world.providers)
    drawer.fill(provider);
  for (const Practice& practice : world.practices)
    drawer.fill(practice);
}

} // namespace sample
