// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/troubledialog.h"

#include "ui/theme/sign.h"
#include "ui/theme/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {
namespace {

QLabel* words(const QString& text, Face face) {
  auto* label = new QLabel(text);
  setFace(label, face);
  label->setWordWrap(true);
  label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  return label;
}

} // namespace

TroubleDialog::TroubleDialog(const Trouble& trouble, QWidget* parent)
    : QDialog(parent), m_buttons(new QHBoxLayout), m_close(new QPushButton(tr("Close"))) {
  setObjectName(QStringLiteral("trouble"));
  setWindowTitle(tr("Something did not work"));
  setProperty("ground", QStringLiteral("surface"));

  auto* sign = new Sign(QStringLiteral("triangle-alert"), Ink::Late, size::group);
  sign->setAccessibleName(tr("Error"));
  auto* text = new QVBoxLayout;
  text->setSpacing(px(size::gap));
  text->addWidget(words(trouble.what, Face::Title));
  text->addWidget(words(trouble.safe, Face::Body));
  text->addWidget(words(trouble.todo, Face::Body));
  auto* details = new QPlainTextEdit(trouble.details);
  details->setObjectName(QStringLiteral("details"));
  details->setAccessibleName(tr("Details"));
  details->setReadOnly(true);
  details->setTabChangesFocus(true);
  details->setMaximumHeight(px(size::row * 3));
  details->setMinimumWidth(px(size::form - 2 * size::group - size::margin)); // the dialog's: buttons may ask for more
  text->addSpacing(px(size::gap));
  text->addWidget(details);

  auto* top = new QHBoxLayout;
  top->setSpacing(px(size::margin));
  top->addWidget(sign, 0, Qt::AlignTop);
  top->addLayout(text, 1);

  auto* copy = new QPushButton(tr("Copy details"));
  setButtonIcon(copy, QStringLiteral("copy"));
  connect(copy, &QPushButton::clicked, this, [trouble] {
    QGuiApplication::clipboard()->setText(
        QStringList{trouble.what, trouble.safe, trouble.todo, trouble.details}.join(QLatin1Char('\n')));
  });
  m_close->setProperty("primary", true);
  m_close->setDefault(true);
  connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
  m_buttons->addStretch();
  m_buttons->addWidget(copy);
  m_buttons->addWidget(m_close);

  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(px(size::group), px(size::group), px(size::group), px(size::margin));
  layout->setSpacing(px(size::margin));
  layout->addLayout(top);
  layout->addLayout(m_buttons);
  m_close->setFocus();
}

void TroubleDialog::addRemedy(const QString& text, const std::function<void()>& work) {
  auto* remedy = new QPushButton(text);
  remedy->setObjectName(QStringLiteral("remedy"));
  remedy->setProperty("primary", true);
  m_close->setProperty("primary", false);
  m_close->setDefault(false);
  remedy->setDefault(true);
  connect(remedy, &QPushButton::clicked, this, [this, work] {
    work(); // first: the end of the last window may be that of the program
    accept();
  });
  m_buttons->addWidget(remedy);
  remedy->setFocus();
}

} // namespace ui
