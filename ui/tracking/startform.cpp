// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracking/startform.h"

#include "core/base/text.h"
#include "core/calendar/typeddate.h"
#include "core/tracking/alike.h"
#include "core/tracking/checks.h"
#include "core/tracking/templates.h"
#include "core/tracking/trackings.h"
#include "ui/form/recordform.h"

#include <QCheckBox>
#include <QLineEdit>

namespace ui {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(StartForm)
};

const QString templateKey = QStringLiteral("template");
const QString aboutKey = QStringLiteral("about");
const QString eachKey = QStringLiteral("each");

QString titleOf(const QString& type, const QString& subtype) { return type + QStringLiteral(" – ") + subtype; }

/// The newest of each type and subtype, those of this type first.
std::vector<Choice> templateChoices(db::Database& database, const QString& firstOf) {
  auto choices = database.all(
      QStringLiteral("SELECT max(version), id, type, subtype FROM template WHERE retired = 0 GROUP BY sort_name "
                     "ORDER BY sort_name"),
      {}, [](db::Row& row) {
        row.number();
        const QString id = QString::number(row.number()), type = row.text();
        return Choice{id, titleOf(type, row.text()), {}};
      });
  const QString begin = folded(firstOf + QStringLiteral(" – "));
  std::stable_partition(choices.begin(), choices.end(),
                        [&](const Choice& choice) { return folded(choice.text).startsWith(begin); });
  return choices;
}

/// A payor's kind of tracking needs a payor, a facility's a facility.
Problems missing(const Tracking& tracking, bool forMany) {
  Problems problems;
  if (!forMany && !tracking.provider.isValid() && !tracking.practice.isValid())
    problems.push_back({aboutKey, Say::tr("Choose the provider or practice it is for.")});
  const QString type = folded(tracking.type);
  if (type == QLatin1String("payor") && !tracking.payor.isValid())
    problems.push_back({QStringLiteral("payor"), Say::tr("Choose the payor.")});
  if (type == QLatin1String("facility") && !tracking.facility.isValid())
    problems.push_back({QStringLiteral("facility"), Say::tr("Choose the facility.")});
  return problems;
}

/// Those of a practice who are still there, by name.
std::vector<Id<Provider>> providersAt(db::Database& database, Id<Practice> practice) {
  return database.all(
      QStringLiteral(
          "SELECT p.id FROM provider_practice l JOIN provider p ON p.id = l.provider_id WHERE l.practice_id = "
          "? AND p.status IN ('Active', 'Onboarding') ORDER BY p.sort_name, p.id"),
      {practice}, [](db::Row& row) { return row.id<Provider>(); });
}

/// "Marten, Lily; Nguyen, Thi and 12 more"
QString namesOf(db::Database& database, const std::vector<Id<Provider>>& providers) {
  constexpr size_t named = 5;
  QStringList names;
  for (size_t i = 0; i < std::min(named, providers.size()); ++i)
    names << nameOf(database, providers[i]);
  const QString text = names.join(QStringLiteral("; "));
  return providers.size() > named ? Say::tr("%1 and %L2 more").arg(text).arg(providers.size() - named) : text;
}

/// Those for whom none of the kind is running yet.
std::vector<Id<Provider>> without(db::Database& database, Tracking tracking, std::vector<Id<Provider>> providers) {
  if (providers.empty())
    return providers;
  tracking.provider = {};
  QHash<Id<Provider>, std::vector<Tracking>> running;
  for (const Tracking& one : runningAlike(database, tracking))
    running[one.provider].push_back(one);
  std::erase_if(providers, [&](Id<Provider> id) {
    tracking.provider = id;
    return !aboutTheSame(running.value(id), tracking).empty();
  });
  return providers;
}

/// One for each, all alike; answers the first.
Id<Tracking> startForEach(db::Transaction& transaction, Tracking tracking, const std::vector<Id<Provider>>& providers) {
  Trackings trackings(transaction);
  Id<Tracking> first;
  for (const Id<Provider> provider : providers) {
    tracking.provider = provider;
    const Id<Tracking> started = trackings.start(tracking);
    if (!first.isValid())
      first = started;
  }
  return first;
}

/// Fills in where a provider works, when that is one place, and its state; what a person put there stays.
class Place {
public:
  Place(db::Database& database, ChoiceBox* practice, QLineEdit* state)
      : m_database(database), m_practice(practice), m_state(state) {}

  void follow(const QString& about) {
    const Id<Provider> provider = recordIn<Provider>(about);
    Id<Practice> place = recordIn<Practice>(about);
    if (m_practice->value() == m_filledPractice) {
      if (provider.isValid())
        place = {m_database.value(QStringLiteral("SELECT min(practice_id) FROM provider_practice WHERE provider_id = ? "
                                                 "HAVING count(*) = 1"),
                                  {provider})};
      m_filledPractice = provider.isValid() ? idValue(place) : QString();
      m_practice->setValue(m_filledPractice);
    }
    if (m_state->text() == m_filledState) {
      m_filledState = m_database.text(QStringLiteral("SELECT state FROM practice WHERE id = ?"), {place});
      m_state->setText(m_filledState);
    }
  }

private:
  db::Database& m_database;
  ChoiceBox* m_practice;
  QLineEdit* m_state;
  QString m_filledPractice, m_filledState;
};

} // namespace

void openStartTracking(Session& session, QWidget* parent, const Tracking& preset,
                       const std::vector<Id<Provider>>& providers) {
  db::Database& database = session.database();
  const bool forMany = !providers.empty();
  Tracking fresh = preset;
  if (!fresh.assignee.isValid())
    fresh.assignee = session.me();
  if (!fresh.started.isValid())
    fresh.started = session.today();
  RecordForm<Tracking> form(session, fresh, Say::tr("Start a tracking"), parent);
  FormDialog* dialog = form.dialog();

  form.bind(
      "about",
      [](const Tracking& one) {
        return one.provider.isValid() ? recordValue(one.provider) : recordValue(one.practice);
      },
      [](Tracking& one, const QVariant& value) {
        const bool wasPractice = !one.provider.isValid();
        one.provider = recordIn<Provider>(value.toString());
        if (wasPractice || !one.provider.isValid())
          one.practice = recordIn<Practice>(value.toString());
      });
  if (forMany)
    dialog->addFact(Say::tr("For each of"),
                    Say::tr("%L1 providers: %2").arg(providers.size()).arg(namesOf(database, providers)));
  SearchField* about = dialog->addSearch(aboutKey, Say::tr("For"), providerOrPracticeSource(database));
  dialog->addCheck(eachKey, Say::tr("One for each of its providers"));

  // The template only fills in type and subtype: by those it is found again when the tracking starts.
  form.bind(
      "template",
      [&database](const Tracking& one) {
        const auto found = findTemplate(database, one.type, one.subtype);
        return found ? idValue(found->id) : QString();
      },
      [](Tracking&, const QVariant&) {});
  ChoiceBox* chosen = dialog->addChoice(templateKey, Say::tr("Template"), templateChoices(database, fresh.type));
  QLineEdit* type = form.text("type", Say::tr("Type"), &Tracking::type, Say::tr("Payor, State License, Facility"));
  QLineEdit* subtype = form.text("subtype", Say::tr("Subtype"), &Tracking::subtype, Say::tr("Initial, Renewal"));
  form.choice("payor", Say::tr("Payor"), &Tracking::payor, payorChoices(database));
  form.choice("facility", Say::tr("Facility"), &Tracking::facility, facilityChoices(database));
  QLineEdit* state = form.text("state", Say::tr("State"), &Tracking::state);
  // Of a tracking for a provider: at which practice.
  form.bind(
      "practice",
      [forMany](const Tracking& one) { return one.provider.isValid() || forMany ? idValue(one.practice) : QString(); },
      [forMany](Tracking& one, const QVariant& value) {
        if (one.provider.isValid() || forMany)
          one.practice = idIn<Practice>(value);
      });
  ChoiceBox* practice =
      dialog->addChoice(QStringLiteral("practice"), Say::tr("At practice"), practiceChoices(database));
  form.choice("assignee", Say::tr("Assignee"), &Tracking::assignee, coordinatorChoices(database, fresh.assignee));
  form.pick("priority", Say::tr("Priority"), &Tracking::priority, wordChoices(exchange::Field::Priority));
  form.date("started", Say::tr("Started"), &Tracking::started);
  dialog->setSaveText(Say::tr("Start"));

  const auto showRows = [dialog, chosen, about, type, forMany] {
    const bool isFree = chosen->value().isEmpty();
    const bool forPractice = recordIn<Practice>(about->value()).isValid();
    // A type of the shipped ones says what it is about; an office's own may be about anything.
    const QString kind = folded(type->text());
    const bool isLicence = kind.contains(QLatin1String("licen")), isOnboarding = kind == QLatin1String("onboarding");
    dialog->setRowVisible(QStringLiteral("type"), isFree);
    dialog->setRowVisible(QStringLiteral("subtype"), isFree);
    dialog->setRowVisible(aboutKey, !forMany);
    dialog->setRowVisible(eachKey, forPractice && !forMany);
    dialog->setRowVisible(QStringLiteral("practice"), !forPractice);
    dialog->setRowVisible(QStringLiteral("payor"), kind != QLatin1String("facility") && !isLicence && !isOnboarding);
    dialog->setRowVisible(QStringLiteral("facility"), kind != QLatin1String("payor") &&
                                                          kind != QLatin1String("medicare") && !isLicence &&
                                                          !isOnboarding);
  };
  QObject::connect(type, &QLineEdit::textChanged, dialog, showRows);
  QObject::connect(chosen, &ChoiceBox::valueChanged, dialog, [&database, chosen, type, subtype, showRows] {
    const bool wasFilled = type->isHidden();
    showRows();
    attempt(Say::tr("Reading the template"), [&] {
      const auto used = db::load(database, idIn<TrackingTemplate>(chosen->value()));
      if (!used && !wasFilled)
        return; // what was typed there stays
      type->setText(used ? used->type : QString());
      subtype->setText(used ? used->subtype : QString());
    });
  });
  const auto place = std::make_shared<Place>(database, practice, state);
  QObject::connect(about, &SearchField::valueChanged, dialog, [about, place, showRows] {
    showRows();
    if (!about->value().isEmpty())
      attempt(Say::tr("Reading the practice"), [&] { place->follow(about->value()); });
  });
  showRows();
  auto* each = dialog->findChild<QCheckBox*>(eachKey);
  // Whom it is asked for, of what is in the form now; and those of them for whom it starts.
  const auto asked = [&database, providers, each](const Tracking& one) {
    return each->isChecked() && !one.provider.isValid() ? providersAt(database, one.practice) : providers;
  };
  const auto all = [&database, asked](const Tracking& one) { return without(database, one, asked(one)); };
  form.open({.name =
                 [&database, all](const Tracking& one) {
                   const auto many = all(one);
                   const QString whom = many.size() > 1          ? Say::tr("%L1 providers").arg(many.size())
                                        : many.size() == 1       ? nameOf(database, many.front())
                                        : one.provider.isValid() ? nameOf(database, one.provider)
                                                                 : nameOf(database, one.practice);
                   return Say::tr("%1 for %2").arg(titleOf(one.type, one.subtype), whom);
                 },
             .tidy =
                 [fresh](Tracking& one) {
                   one.state = exchange::stateCode(one.state);
                   // What it was begun about holds as long as it is about the same.
                   const bool same = one.provider == fresh.provider && one.state == fresh.state;
                   if (!same || one.payor != fresh.payor || one.practice != fresh.practice)
                     one.enrollment = {};
                   if (!same || one.facility != fresh.facility)
                     one.affiliation = {};
                 },
             .check =
                 [forMany, each, asked, all](const Tracking& one) {
                   Problems problems = missing(one, forMany);
                   const bool isForEach = each->isChecked() && one.practice.isValid() && !one.provider.isValid();
                   if (isForEach && asked(one).empty())
                     problems.push_back({eachKey, Say::tr("No active provider is on file at this practice.")});
                   else if ((isForEach || forMany) && problems.empty() && all(one).empty())
                     problems.push_back({templateKey, Say::tr("Each of them has one of these running already.")});
                   return problems;
                 },
             .warn =
                 [&database, asked, all, today = session.today()](const Tracking& one) {
                   QString sentence;
                   if (auto many = asked(one); !many.empty()) {
                     const auto starts = all(one);
                     std::erase_if(many, [&](Id<Provider> id) {
                       return std::find(starts.begin(), starts.end(), id) != starts.end();
                     });
                     if (!many.empty())
                       sentence = Say::tr("Left out, as one is running: %1.").arg(namesOf(database, many));
                   } else if (one.provider.isValid() || one.practice.isValid()) {
                     if (const auto same = aboutTheSame(runningAlike(database, one), one); !same.empty())
                       sentence = Say::tr("%1 is running already, since %2.")
                                      .arg(same.front().reference, shownDate(same.front().started, today));
                   }
                   return Problems{{templateKey, sentence}};
                 },
             .store =
                 [all](db::Transaction& transaction, const Tracking& one) {
                   const auto many = all(one);
                   return many.empty() ? Trackings(transaction).start(one) : startForEach(transaction, one, many);
                 },
             .said = Say::tr("Started %1")});
}

} // namespace ui
