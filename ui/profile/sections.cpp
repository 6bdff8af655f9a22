// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profile/sections.h"

#include "ui/history/historypages.h"

#include <QCoreApplication>

namespace ui {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Sections)
};

/// A section of credentials: its key, its words, and the section of document types that stands in it.
struct Kind {
  const char* key;
  const char* title;
  const char* icon;
  const char* section;
  bool onlyWhenAny = false;
};
constexpr Kind licensure{"licensure", QT_TRANSLATE_NOOP("Sections", "Licensure"), "id-card", "Licensure"};
constexpr Kind dea{"dea", QT_TRANSLATE_NOOP("Sections", "DEA && CDS"), "pill", "DEA & CDS"};
constexpr Kind certifications{"certifications", QT_TRANSLATE_NOOP("Sections", "Certifications"), "award",
                              "Certifications"};
constexpr Kind malpractice{"malpractice", QT_TRANSLATE_NOOP("Sections", "Malpractice"), "shield", "Malpractice"};
constexpr Kind health{"health", QT_TRANSLATE_NOOP("Sections", "Health"), "heart-pulse", "Health", true};
constexpr Kind others{"others", QT_TRANSLATE_NOOP("Sections", "Other credentials"), "wallet-cards", "", true};

QString titleOf(const Kind& kind) {
  return QCoreApplication::translate("Sections", kind.title).replace(QStringLiteral("&&"), QStringLiteral("&"));
}

/// Of the versions of a credential only the one that counts.
report::Request currentCredentials(const ProfileContext& context, std::map<QString, db::Values> also) {
  also[QStringLiteral("renewed")] = {db::Value(QStringLiteral("no"))};
  return requestOf(context, QStringLiteral("credentials"), context.mine(std::move(also)));
}

ProfileSection credentials(const ProfileContext& context, const Kind& kind) {
  const QString key = QString::fromLatin1(kind.key), sign = QString::fromLatin1(kind.icon), title = titleOf(kind),
                section = QString::fromLatin1(kind.section);
  return {key,
          title,
          sign,
          [=] { return makeCredentials(context, key, title, sign, section); },
          currentCredentials(context, {{QStringLiteral("section"), {db::Value(section)}}}),
          kind.onlyWhenAny};
}

report::Filter openOnly(report::Filter filter) {
  filter.is[QStringLiteral("status")] = {db::Value(QStringLiteral("New")), db::Value(QStringLiteral("In progress")),
                                         db::Value(QStringLiteral("Waiting"))};
  return filter;
}

std::vector<ProfileSection> ofProvider(const ProfileContext& c) {
  const auto count = [&c](const char* listing) { return requestOf(c, QString::fromLatin1(listing), c.mine()); };
  return {
      {QStringLiteral("personal"), Say::tr("Personal"), QStringLiteral("user"), [=] { return makePersonal(c); }},
      credentials(c, licensure),
      credentials(c, dea),
      credentials(c, certifications),
      credentials(c, malpractice),
      {QStringLiteral("education"), Say::tr("Education & training"), QStringLiteral("graduation-cap"),
       [=] { return makeEducation(c); }, count("education")},
      {QStringLiteral("work"), Say::tr("Work history"), QStringLiteral("briefcase"), [=] { return makeWorkHistory(c); },
       count("work-history")},
      {QStringLiteral("references"), Say::tr("References"), QStringLiteral("quote"), [=] { return makeReferences(c); },
       count("peer-references")},
      {QStringLiteral("caqh"), Say::tr("CAQH"), QStringLiteral("landmark"), [=] { return makeCaqh(c); }},
      credentials(c, health),
      credentials(c, others),
      {QStringLiteral("payors"), Say::tr("Healthcare payors"), QStringLiteral("building-2"),
       [=] { return makePayors(c); }, count("payors")},
      {QStringLiteral("affiliations"), Say::tr("Facility affiliations"), QStringLiteral("hospital"),
       [=] { return makeAffiliations(c); }, count("affiliations")},
  };
}

std::vector<ProfileSection> ofPractice(const ProfileContext& c) {
  const auto count = [&c](const char* listing) { return requestOf(c, QString::fromLatin1(listing), c.mine()); };
  return {
      {QStringLiteral("details"), Say::tr("Details"), QStringLiteral("building-2"),
       [=] { return makePracticeDetails(c); }},
      {QStringLiteral("providers"), Say::tr("Providers"), QStringLiteral("users"), [=] { return makeProviders(c); },
       count("providers")},
      {QStringLiteral("payors"), Say::tr("Healthcare payors"), QStringLiteral("landmark"),
       [=] { return makePayors(c); }, count("payors")},
      {QStringLiteral("credentials"), Say::tr("Licences & certificates"), QStringLiteral("id-card"),
       [=] {
         return makeCredentials(c, QStringLiteral("credentials"), Say::tr("Licences & certificates"),
                                QStringLiteral("id-card"), {});
       },
       currentCredentials(c, {})},
  };
}

/// What everybody who is asked about has.
std::vector<ProfileSection> common(const ProfileContext& c) {
  const auto count = [&c](const char* listing) { return requestOf(c, QString::fromLatin1(listing), c.mine()); };
  return {
      {QStringLiteral("documents"), Say::tr("Documents"), QStringLiteral("folder"), [=] { return makeDocuments(c); },
       count("documents")},
      {QStringLiteral("tasks"), Say::tr("Tasks"), QStringLiteral("list-checks"), [=] { return makeTasks(c); },
       requestOf(c, QStringLiteral("tasks"), openOnly(c.mine()))},
      {QStringLiteral("notes"), Say::tr("Notes"), QStringLiteral("message-square"), [=] { return makeNotes(c); },
       count("contacts")},
  };
}

void append(std::vector<ProfileSection>& to, std::vector<ProfileSection> more) {
  to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

} // namespace

QString sectionKeyOf(const QString& documentSection) {
  for (const Kind& kind : {licensure, dea, certifications, malpractice, health, others})
    if (documentSection == QLatin1String(kind.section))
      return QString::fromLatin1(kind.key);
  return documentSection == QLatin1String("CAQH") ? QStringLiteral("caqh") : QStringLiteral("others");
}

std::vector<ProfileSection> sectionsOf(const ProfileContext& c) {
  std::vector<ProfileSection> all;
  if (c.subject.kind == Subject::Kind::Facility) {
    all = {{QStringLiteral("details"), Say::tr("Details"), QStringLiteral("hospital"),
            [=] { return makeFacilityDetails(c); }},
           {QStringLiteral("affiliations"), Say::tr("Affiliations"), QStringLiteral("users"),
            [=] { return makeAffiliations(c); }, requestOf(c, QStringLiteral("affiliations"), c.mine())}};
  } else {
    all = {{QStringLiteral("overview"), Say::tr("Overview"), QStringLiteral("layout-dashboard"),
            [=] { return makeOverview(c); }}};
    append(all, c.subject.kind == Subject::Kind::Provider ? ofProvider(c) : ofPractice(c));
    append(all, common(c));
  }
  all.push_back({QStringLiteral("history"), Say::tr("History"), QStringLiteral("history"),
                 [=] { return makeHistoryList(c.session, c.subject); }});
  return all;
}

} // namespace ui
