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
          [=](QWidget* in) { return makeCredentials(context, key, title, sign, section, in); },
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
      {QStringLiteral("personal"), Say::tr("Personal"), QStringLiteral("user"),
       [=](QWidget* in) { return makePersonal(c, in); }},
      credentials(c, licensure),
      credentials(c, dea),
      credentials(c, certifications),
      credentials(c, malpractice),
      {QStringLiteral("education"), Say::tr("Education & training"), QStringLiteral("graduation-cap"),
       [=](QWidget* in) { return makeEducation(c, in); }, count("education")},
      {QStringLiteral("work"), Say::tr("Work history"), QStringLiteral("briefcase"),
       [=](QWidget* in) { return makeWorkHistory(c, in); }, count("work-history")},
      {QStringLiteral("references"), Say::tr("References"), QStringLiteral("quote"),
       [=](QWidget* in) { return makeReferences(c, in); }, count("peer-references")},
      {QStringLiteral("caqh"), Say::tr("CAQH"), QStringLiteral("landmark"),
       [=](QWidget* in) { return makeCaqh(c, in); }},
      credentials(c, health),
      credentials(c, others),
      {QStringLiteral("payors"), Say::tr("Healthcare payors"), QStringLiteral("building-2"),
       [=](QWidget* in) { return makePayors(c, in); }, count("payors")},
      {QStringLiteral("affiliations"), Say::tr("Facility affiliations"), QStringLiteral("hospital"),
       [=](QWidget* in) { return makeAffiliations(c, in); }, count("affiliations")},
  };
}

std::vector<ProfileSection> ofPractice(const ProfileContext& c) {
  const auto count = [&c](const char* listing) { return requestOf(c, QString::fromLatin1(listing), c.mine()); };
  return {
      {QStringLiteral("details"), Say::tr("Details"), QStringLiteral("building-2"),
       [=](QWidget* in) { return makePracticeDetails(c, in); }},
      {QStringLiteral("providers"), Say::tr("Providers"), QStringLiteral("users"),
       [=](QWidget* in) { return makeProviders(c, in); }, count("providers")},
      {QStringLiteral("payors"), Say::tr("Healthcare payors"), QStringLiteral("landmark"),
       [=](QWidget* in) { return makePayors(c, in); }, count("payors")},
      {QStringLiteral("credentials"), Say::tr("Licences & certificates"), QStringLiteral("id-card"),
       [=](QWidget* in) {
         return makeCredentials(c, QStringLiteral("credentials"), Say::tr("Licences & certificates"),
                                QStringLiteral("id-card"), {}, in);
       },
       currentCredentials(c, {})},
  };
}

/// What everybody who is asked about has.
std::vector<ProfileSection> common(const ProfileContext& c) {
  const auto count = [&c](const char* listing) { return requestOf(c, QString::fromLatin1(listing), c.mine()); };
  return {
      {QStringLiteral("documents"), Say::tr("Documents"), QStringLiteral("folder"),
       [=](QWidget* in) { return makeDocuments(c, in); }, count("documents")},
      {QStringLiteral("tasks"), Say::tr("Tasks"), QStringLiteral("list-checks"),
       [=](QWidget* in) { return makeTasks(c, in); }, requestOf(c, QStringLiteral("tasks"), openOnly(c.mine()))},
      {QStringLiteral("notes"), Say::tr("Notes"), QStringLiteral("message-square"),
       [=](QWidget* in) { return makeNotes(c, in); }, count("contacts")},
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
            [=](QWidget* in) { return makeFacilityDetails(c, in); }},
           {QStringLiteral("affiliations"), Say::tr("Affiliations"), QStringLiteral("users"),
            [=](QWidget* in) { return makeAffiliations(c, in); },
            requestOf(c, QStringLiteral("affiliations"), c.mine())}};
  } else {
    all = {{QStringLiteral("overview"), Say::tr("Overview"), QStringLiteral("layout-dashboard"),
            [=](QWidget* in) { return makeOverview(c, in); }}};
    append(all, c.subject.kind == Subject::Kind::Provider ? ofProvider(c) : ofPractice(c));
    append(all, common(c));
  }
  all.push_back({QStringLiteral("history"), Say::tr("History"), QStringLiteral("history"),
                 [=](QWidget* in) { return makeHistoryList(c.session, c.subject, in); }});
  return all;
}

} // namespace ui
