// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/profile/profilelist.h"
#include "ui/tracking/quickstart.h"

#include <optional>

namespace ui {

/// A part of a profile.
struct ProfileSection {
  QString key; ///< "licensure": of object names and of those who lead there
  QString title;
  QString icon;
  std::function<QWidget*()> make;              ///< once it is looked at
  std::optional<report::Request> counted = {}; ///< how many there are of it
  bool onlyWhenAny = false;                    ///< not offered while there are none
};

/// In the order of the list on the left.
std::vector<ProfileSection> sectionsOf(const ProfileContext& context);

// What they are made of, a file each.

QWidget* makeOverview(const ProfileContext& context);
QWidget* makePersonal(const ProfileContext& context);
QWidget* makePracticeDetails(const ProfileContext& context);
QWidget* makeFacilityDetails(const ProfileContext& context);
/// The credentials of a section of document_type ("Licensure"), or of none.
ListingPage* makeCredentials(const ProfileContext& context, const QString& key, const QString& title,
                             const QString& icon, const QString& section);
ListingPage* makePayors(const ProfileContext& context);
ListingPage* makeAffiliations(const ProfileContext& context);
ListingPage* makeEducation(const ProfileContext& context);
QWidget* makeWorkHistory(const ProfileContext& context);
ListingPage* makeReferences(const ProfileContext& context);
QWidget* makeCaqh(const ProfileContext& context);
QWidget* makeDocuments(const ProfileContext& context);
ListingPage* makeTasks(const ProfileContext& context);
ListingPage* makeNotes(const ProfileContext& context);
ListingPage* makeProviders(const ProfileContext& context);

/// The section in which alerts of a document type stand, by the type's own section: "licensure".
QString sectionKeyOf(const QString& documentSection);

} // namespace ui
