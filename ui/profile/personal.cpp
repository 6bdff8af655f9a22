// SPDX-License-Identifier: GPL-3.0-or-later
// Who somebody is: the fields of the record on cards, edited in place, and the small lists that belong to it.
#include "core/credentials/renewal.h"
#include "core/facilities/checks.h"
#include "core/team/checks.h"
#include "ui/alerts/credentialform.h"
#include "ui/profile/personforms.h"
#include "ui/profile/pill.h"
#include "ui/profile/sections.h"
#include "ui/shell/attempt.h"
#include "ui/shell/uprightarea.h"
#include "ui/team/officerows.h"
#include "ui/team/providerform.h"
#include "ui/team/providerrows.h"
#include "ui/theme/theme.h"

#include <QGridLayout>
#include <QPushButton>

namespace ui {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Personal)
};

/// A page that scrolls, for what twoColumns() puts on its widget().
QScrollArea* scrolled(QWidget* parent) {
  auto* scroll = new UprightArea(parent);
  scroll->setWidget(new QWidget);
  return scroll;
}

QGridLayout* twoColumns(QWidget* page) {
  auto* grid = new QGridLayout(page);
  const int margin = px(size::margin);
  grid->setContentsMargins(margin, margin, margin, margin);
  grid->setSpacing(margin);
  grid->setColumnStretch(0, 1);
  grid->setColumnStretch(1, 1);
  return grid;
}

FormCard* providerCard(const ProfileContext& context, QWidget* page, const char* key, const QString& title,
                       const std::function<void(RecordForm<Provider>&, const Provider&)>& addRows) {
  const Provider provider = recordFor(context.session, context.subject.provider());
  auto* card =
      new FormCard(QStringLiteral("provider/%1/%2").arg(provider.id.value).arg(QLatin1String(key)), title, page);
  RecordForm<Provider> form(context.session, provider, *card);
  addRows(form, provider);
  form.open(providerRules());
  return card;
}

ProfileList smallList(const char* key, const QString& title, const QString& empty, const char* listing) {
  ProfileList spec;
  spec.page.key = QStringLiteral("profile.") + QLatin1String(key);
  spec.page.title = title;
  spec.page.frame = PageSpec::Frame::Card;
  spec.page.icon = QStringLiteral("inbox");
  spec.page.emptyTitle = empty;
  spec.page.add = Say::tr("Add");
  spec.listing = QString::fromLatin1(listing);
  return spec;
}

template<class R>
ListingPage* listOf(const ProfileContext& context, ProfileList spec,
                    void (*open)(Session&, Id<R>, Id<Provider>, QWidget*), QWidget* parent) {
  spec.only = context.mine();
  spec.table = &R::table();
  spec.open = [context, open](qint64 id) {
    open(context.session, Id<R>{id}, context.subject.provider(), context.window());
  };
  spec.add = [context, open] { open(context.session, {}, context.subject.provider(), context.window()); };
  return makeProfileList(context, spec, parent);
}

ListingPage* formerNames(const ProfileContext& context, QWidget* parent) {
  ProfileList spec = smallList("formerNames", Say::tr("Former names"), Say::tr("None known."), "former-names");
  spec.looks = {{"Last name", CellKind::Strong, 150},
                {"First name", CellKind::Text, 130},
                {"Middle name", CellKind::Text, 110},
                {"Until", CellKind::Date, 110}};
  return listOf<ProviderName>(context, spec, openFormerNameForm, parent);
}

ListingPage* taxonomies(const ProfileContext& context, QWidget* parent) {
  ProfileList spec =
      smallList("taxonomies", Say::tr("Further specialties"), Say::tr("None beside the first."), "taxonomies");
  spec.looks = {{"Code", CellKind::Strong, 120},
                {"Description", CellKind::Text, 200},
                {"Licence", CellKind::Text, 100},
                {"State", CellKind::Text, 60}};
  return listOf<ProviderTaxonomy>(context, spec, openTaxonomyForm, parent);
}

ListingPage* addresses(const ProfileContext& context, QWidget* parent) {
  ProfileList spec = smallList("addresses", Say::tr("Addresses"), Say::tr("No address yet."), "addresses");
  spec.looks = {{"Kind", CellKind::Strong, 110}, {"Address", CellKind::Text, 280}, {"City", CellKind::Text, 150},
                {"State", CellKind::Text, 60},   {"ZIP", CellKind::Text, 100},     {"Phone", CellKind::Text, 140},
                {"Fax", CellKind::Text, 140}};
  return listOf<ProviderAddress>(context, spec, openAddressForm, parent);
}

} // namespace

QWidget* makePersonal(const ProfileContext& context, QWidget* parent) {
  QScrollArea* scroll = scrolled(parent);
  QWidget* page = scroll->widget();
  QGridLayout* grid = twoColumns(page);
  auto* left = new QVBoxLayout;
  auto* right = new QVBoxLayout;
  for (QVBoxLayout* column : {left, right})
    column->setSpacing(px(size::margin));
  FormCard* identity =
      providerCard(context, page, "identity", Say::tr("Name and NPI"), [](RecordForm<Provider>& form, const Provider&) {
        addNameRows(form);
        form.text("npi", Say::tr("NPI"), &Provider::npi, Say::tr("10 digits"));
      });
  auto* compare = new QPushButton(Say::tr("Registry…"));
  setButtonIcon(compare, QStringLiteral("download"));
  compare->setObjectName(QStringLiteral("profile.personal.registry"));
  compare->setAccessibleName(Say::tr("Compare with the NPI registry"));
  compare->setToolTip(Say::tr("See what the NPI registry has, and what differs"));
  QObject::connect(compare, &QPushButton::clicked, page, [context] {
    attempt(Say::tr("Opening the form"),
            [&] { openProviderForm(context.session, context.subject.provider(), context.window()); });
  });
  identity->addButton(compare);
  left->addWidget(identity);
  FormCard* status = providerCard(context, page, "status", Say::tr("Status"),
                                  [](RecordForm<Provider>& form, const Provider&) { addEndRows(form); });
  auto* start = new QPushButton(Say::tr("Start…"));
  setButtonIcon(start, QStringLiteral("star"));
  start->setObjectName(QStringLiteral("profile.personal.start"));
  start->setAccessibleName(Say::tr("Start onboarding or another tracking"));
  QObject::connect(start, &QPushButton::clicked, page, [context, start] {
    attempt(Say::tr("Opening the menu"),
            [&] { openStartMenu(context.session, quickStartOf(context.session, context.subject.provider()), start); });
  });
  status->addButton(start);
  left->addWidget(status);
  left->addStretch();
  right->addWidget(providerCard(context, page, "work", Say::tr("Work"),
                                [&context](RecordForm<Provider>& form, const Provider& provider) {
                                  addWorkRows(form, context.session, provider.assignee);
                                }));
  right->addWidget(providerCard(context, page, "person", Say::tr("Person and contact"),
                                [](RecordForm<Provider>& form, const Provider&) { addPersonRows(form); }));
  right->addStretch();
  grid->addLayout(left, 0, 0);
  grid->addLayout(right, 0, 1);
  grid->addWidget(addresses(context, page), 1, 0, 1, 2);
  grid->addWidget(formerNames(context, page), 2, 0, Qt::AlignTop);
  grid->addWidget(taxonomies(context, page), 2, 1, Qt::AlignTop);
  grid->setRowStretch(3, 1);
  return scroll;
}

QWidget* makePracticeDetails(const ProfileContext& context, QWidget* parent) {
  QScrollArea* scroll = scrolled(parent);
  QWidget* page = scroll->widget();
  QGridLayout* grid = twoColumns(page);
  const Practice practice = recordFor(context.session, context.subject.practice());
  const auto card = [&](const char* key, const QString& title, const std::function<void(RecordForm<Practice>&)>& add) {
    auto* made =
        new FormCard(QStringLiteral("practice/%1/%2").arg(practice.id.value).arg(QLatin1String(key)), title, page);
    RecordForm<Practice> form(context.session, practice, *made);
    add(form);
    form.open(practiceRules());
    return made;
  };
  grid->addWidget(card("identity", Say::tr("Name and numbers"),
                       [&](RecordForm<Practice>& form) { addPracticeRows(form, context.session); }),
                  0, 0, Qt::AlignTop);
  grid->addWidget(
      card("place", Say::tr("Place and contact"), [](RecordForm<Practice>& form) { addPracticePlaceRows(form); }), 0, 1,
      Qt::AlignTop);
  grid->setRowStretch(1, 1);
  return scroll;
}

QWidget* makeFacilityDetails(const ProfileContext& context, QWidget* parent) {
  QScrollArea* scroll = scrolled(parent);
  QWidget* page = scroll->widget();
  QGridLayout* grid = twoColumns(page);
  const Facility facility = recordFor(context.session, context.subject.facility());
  auto* made =
      new FormCard(QStringLiteral("facility/%1/details").arg(facility.id.value), Say::tr("Place and contact"), page);
  RecordForm<Facility> form(context.session, facility, *made);
  addFacilityRows(form);
  form.open(facilityRules());
  grid->addWidget(made, 0, 0, Qt::AlignTop);
  grid->setRowStretch(1, 1);
  return scroll;
}

namespace {

/// When the last attestation was and when the next is due, by the rule of the provider's states.
class AttestationCard : public QFrame {
public:
  AttestationCard(const ProfileContext& context, QWidget* parent)
      : QFrame(parent), m_context(context), m_last(new QLabel), m_next(new QLabel), m_rule(new QLabel),
        m_pill(new Pill) {
    setProperty("card", true);
    setObjectName(QStringLiteral("profile.attestation"));
    auto* title = new QLabel(Say::tr("Attestation"));
    setFace(title, Face::Strong);
    auto* done = new QPushButton(Say::tr("Attested today"));
    setButtonIcon(done, QStringLiteral("badge-check"));
    done->setObjectName(QStringLiteral("profile.caqh.attested"));
    done->setToolTip(Say::tr("Write today's attestation down; when the next is due follows"));
    QObject::connect(done, &QPushButton::clicked, this, [this] { attest(); });
    auto* head = new QHBoxLayout;
    head->addWidget(title);
    head->addStretch();
    head->addWidget(done);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(px(size::margin));
    grid->setVerticalSpacing(px(size::gap));
    grid->setColumnStretch(2, 1);
    const std::pair<QString, QLabel*> lines[]{
        {Say::tr("Last"), m_last}, {Say::tr("Next due"), m_next}, {Say::tr("Rule"), m_rule}};
    for (const auto& [name, value] : lines) {
      auto* label = new QLabel(name);
      label->setForegroundRole(QPalette::PlaceholderText);
      const int row = grid->rowCount();
      grid->addWidget(label, row, 0);
      grid->addWidget(value, row, 1);
    }
    m_next->setObjectName(QStringLiteral("profile.caqh.next"));
    grid->addWidget(m_pill, 2, 2, Qt::AlignLeft);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(px(size::margin), px(size::gap), px(size::gap), px(size::margin));
    layout->setSpacing(px(size::gap));
    layout->addLayout(head);
    layout->addLayout(grid);
    layout->addStretch();
    QObject::connect(&context.session, &Session::changed, this, [this] { read(); });
    QObject::connect(&context.session, &Session::dayBegan, this, [this] { read(); });
    read();
  }

private:
  db::Database& database() const { return m_context.session.database(); }
  Id<Provider> provider() const { return m_context.subject.provider(); }

  std::optional<Credential> newest() const {
    const auto found = db::allWhere<Credential>(
        database(),
        QStringLiteral(
            "provider_id = ? AND renewed_by IS NULL AND not_applicable = 0 AND document_type_id IN (SELECT id "
            "FROM document_type WHERE section = 'CAQH') ORDER BY issued DESC, id DESC LIMIT 1"),
        {provider()});
    return found.empty() ? std::nullopt : std::optional(found.front());
  }

  void read() {
    attempt(Say::tr("Reading the attestation"), [this] {
      const QDate today = m_context.session.today();
      const int days = attestationDays(database(), provider());
      const auto last = newest();
      const QDate attested = last ? last->issued : QDate();
      const QDate next = attested.isValid() ? nextAttestation(database(), provider(), attested)
                         : last             ? last->expires
                                            : QDate();
      m_last->setText(attested.isValid() ? shownDate(attested, today) : Say::tr("None on file"));
      m_next->setText(next.isValid() ? shownDate(next, today) : Say::tr("Not known"));
      m_rule->setText(days > 120 ? Say::tr("every %1 days (Illinois)").arg(days) : Say::tr("every %1 days").arg(days));
      m_pill->showStatus(!next.isValid()             ? QStringLiteral("Missing")
                         : next < today              ? QStringLiteral("Expired")
                         : next <= today.addDays(30) ? QStringLiteral("Expiring")
                                                     : QStringLiteral("Current"));
    });
  }

  void attest() {
    Session& session = m_context.session;
    const QDate today = session.today();
    const Problems problems =
        session.tryChange(Say::tr("Attested with CAQH"), [&](db::Transaction& transaction) -> Problems {
          if (const auto last = newest()) {
            const auto done = renew(transaction, last->id, {today, {}, {}});
            return done.isOk() ? Problems{} : done.problems();
          }
          const Id<DocumentType> type{database().value(QStringLiteral(
              "SELECT id FROM document_type WHERE section = 'CAQH' AND retired = 0 ORDER BY id LIMIT 1"))};
          if (!type.isValid())
            return {{{}, Say::tr("There is no document type for attestations any more: bring one back first.")}};
          Credential first;
          first.provider = provider();
          first.documentType = type;
          first.issued = today;
          first.expires = nextAttestation(database(), provider(), today);
          db::save(transaction, first);
          return {};
        });
    for (const Problem& problem : problems)
      Q_EMIT session.said(problem.sentence);
  }

  ProfileContext m_context;
  QLabel *m_last, *m_next, *m_rule;
  Pill* m_pill;
};

} // namespace

QWidget* makeCaqh(const ProfileContext& context, QWidget* parent) {
  auto* page = new QWidget(parent);
  QGridLayout* grid = twoColumns(page);
  grid->addWidget(providerCard(context, page, "caqh", Say::tr("CAQH ProView"),
                               [](RecordForm<Provider>& form, const Provider&) {
                                 form.text("caqhId", Say::tr("CAQH ID"), &Provider::caqhId, Say::tr("8 digits"));
                               }),
                  0, 0, Qt::AlignTop);
  grid->addWidget(new AttestationCard(context, page), 0, 1, Qt::AlignTop);
  grid->addWidget(makeCredentials(context, QStringLiteral("caqh"), Say::tr("Attestations"), QStringLiteral("landmark"),
                                  QStringLiteral("CAQH"), page),
                  1, 0, 1, 2);
  grid->setRowStretch(1, 1);
  return page;
}

} // namespace ui
