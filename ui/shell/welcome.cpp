// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/welcome.h"

#include "ui/theme/theme.h"

#include <QCommandLinkButton>
#include <QLabel>
#include <QVBoxLayout>

namespace ui {

Welcome::Welcome(QWidget* parent) : QDialog(parent) {
  setObjectName(QStringLiteral("welcome"));
  setWindowTitle(tr("Welcome to Credenza"));
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(px(size::group), px(size::group), px(size::group), px(size::group));
  layout->setSpacing(px(size::gap));
  auto* title = new QLabel(tr("Welcome to Credenza"));
  setFace(title, Face::Title);
  auto* text = new QLabel(tr("Your data will be one file on this computer, and yours. How do you want to begin?"));
  text->setWordWrap(true);
  setFixedWidth(px(size::form));
  layout->addWidget(title);
  layout->addWidget(text);
  layout->addSpacing(px(size::gap));
  const auto offer = [&](const char* name, const QString& label, const QString& what, const QString& iconName,
                         Choice choice) {
    auto* button = new QCommandLinkButton(label, what);
    button->setObjectName(QString::fromLatin1(name));
    button->setAccessibleName(label);
    button->setIcon(icon(iconName, Ink::Accent));
    connect(button, &QCommandLinkButton::clicked, this, [this, choice] {
      Q_EMIT chosen(choice);
      accept();
    });
    layout->addWidget(button);
  };
  offer("welcome.sample", tr("Look around with sample data"),
        tr("A fictional office in a file of its own; throw it away whenever you like."), QStringLiteral("star"),
        Choice::Sample);
  offer("welcome.import", tr("Import a spreadsheet"),
        tr("Your master sheet or an export of another system: CSV or Excel, with the headings it has."),
        QStringLiteral("upload"), Choice::Import);
  offer("welcome.empty", tr("Start empty"), tr("Add teams, providers and payors by hand."), QStringLiteral("plus"),
        Choice::Empty);
}

} // namespace ui
