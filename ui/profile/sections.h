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
  std::function<QWidget*(QWidget* parent)> make; ///< once it is looked at
  std::optional<report::Request> counted = {};   ///< how many there are of it
  bool onlyWhenAny = false;                      ///< not offered while there are none
};

/// In the order of the list on the left.
std::vector<ProfileSection> sectionsOf(const ProfileContext& context);

// What they are made of, a file each. Whatever has much inside is born inside its parent: with a style sheet, moving a
// whole tree of widgets into another costs as much as making it.

QWidget* makeOverview(const ProfileContext& context, QWidget* parent);
QWidget* makePersonal(const ProfileContext& context, QWidget* parent);
QWidget* makePracticeDetails(const ProfileContext& context, QWidget* parent);
QWidget* makeFacilityDetails(const ProfileContext& context, QWidget* parent);
/// The credentials of a section of document_type ("Licensure"), or of none.
ListingPage* makeCredentials(const ProfileContext& context, const QString& key, const QString& title,
                             const QString& icon, const QString& section, QWidget* parent);
ListingPage* makePayors(const ProfileContext& context, QWidget* parent);
ListingPage* makeAffiliations(const ProfileContext& context, QWidget* parent);
ListingPage* makeEducation(const ProfileContext& context, QWidget* parent);
QWidget* makeWorkHistory(const ProfileContext& context, QWidget* parent);
ListingPage* makeReferences(const ProfileContext& context, QWidget* parent);
QWidget* makeCaqh(const ProfileContext& context, QWidget* parent);
QWidget* makeDocuments(const ProfileContext& context, QWidget* parent);
ListingPage* makeTasks(const ProfileContext& context, QWidget* parent);
ListingPage* makeNotes(const ProfileContext& context, QWidget* parent);
ListingPage* makeProviders(const ProfileContext& context, QWidget* parent);

/// The section in which alerts of a document type stand, by the type's own section: "licensure".
QString sectionKeyOf(const QString& documentSection);

} // namespace ui
