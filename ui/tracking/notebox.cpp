// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracking/notebox.h"

#include "ui/form/draftline.h"
#include "ui/profile/pill.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QStyle>
#include <QVBoxLayout>

namespace ui {

namespace {

QString iconOf(const QString& kind) {
  if (kind == QLatin1String("Call"))
    return QStringLiteral("phone");
  if (kind == QLatin1String("Portal"))
    return QStringLiteral("globe");
  return QStringLiteral("message-square");
}

} // namespace

NoteBox::NoteBox(QDate today, AddBusinessDays addBusinessDays, QWidget* parent)
    : QFrame(parent), m_today(today), m_addBusinessDays(std::move(addBusinessDays)), m_line(new QLineEdit),
      m_understood(new QWidget), m_kind(new Pill), m_reference(new Pill), m_day(new Pill), m_problem(new QLabel) {
  m_line->setObjectName(QStringLiteral("note"));
  m_line->setAccessibleName(tr("Note"));
  m_line->setPlaceholderText(tr("called, ref 4711, says in committee, +7"));
  m_line->setToolTip(tr("A contact in one line: how, with which reference, what was said, when to ask again (N)"));
  m_line->installEventFilter(this);
  setFocusProxy(m_line);
  auto* enter = new QLabel(tr("Enter saves"));
  setFace(enter, Face::Second);
  enter->setForegroundRole(QPalette::PlaceholderText);
  auto* pills = new QHBoxLayout(m_understood);
  pills->setContentsMargins(0, 0, 0, 0);
  pills->setSpacing(px(size::step));
  for (Pill* pill : {m_kind, m_reference, m_day})
    pills->addWidget(pill);
  pills->addStretch();
  pills->addWidget(enter);
  m_problem->setObjectName(QStringLiteral("note.problem"));
  m_problem->setWordWrap(true);
  setFace(m_problem, Face::Second);
  m_problem->hide();
  auto* restored = new DraftLine;
  m_draft = new LineDraft(m_line, restored);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(px(size::step));
  layout->addWidget(m_line);
  layout->addWidget(restored);
  layout->addWidget(m_understood);
  layout->addWidget(m_problem);
  connect(m_line, &QLineEdit::textChanged, this, &NoteBox::understand);
  understand();
}

QString NoteBox::text() const { return m_line->text(); }

void NoteBox::setAbout(const QString& form) {
  m_draft->setForm(form);
  understand(); // the same words may mean another follow-up here
}

void NoteBox::clear() { m_draft->clear(); }

void NoteBox::showProblem(const QString& sentence) {
  QPalette words = m_problem->palette();
  words.setColor(QPalette::WindowText, ink(Ink::Late));
  m_problem->setPalette(words);
  m_problem->setText(sentence);
  m_problem->setVisible(!sentence.isEmpty());
}

void NoteBox::understand() {
  showProblem({});
  const bool isTyped = !text().trimmed().isEmpty();
  m_understood->setVisible(isTyped);
  if (!isTyped)
    return;
  const ContactLine line = readContactLine(text(), m_today, m_addBusinessDays);
  const QDate day = m_followUp ? m_followUp(line) : line.followUp;
  m_kind->show(iconOf(line.kind), line.kind, Tone::Neutral);
  m_reference->show(QStringLiteral("hash"), line.reference.isEmpty() ? QString() : tr("Ref %1").arg(line.reference),
                    Tone::Neutral);
  m_day->show(QStringLiteral("calendar"), day.isValid() ? shownDate(day, m_today) : QString(),
              line.followUp.isValid() ? Tone::Neutral : Tone::Soon);
  m_day->setToolTip(line.followUp.isValid() ? tr("When to ask again")
                                            : tr("When to ask again, by the rule; type another, such as +7 or mon"));
  m_line->setAccessibleDescription(day.isValid() ? tr("%1, ask again %2").arg(line.kind, shownDate(day, m_today))
                                                 : line.kind);
}

bool NoteBox::eventFilter(QObject* watched, QEvent* event) {
  // Enter is taken here: a dialog around it would take it for its button.
  if (watched == m_line && event->type() == QEvent::KeyPress) {
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (isEnter && key->modifiers() == Qt::NoModifier && !text().trimmed().isEmpty()) {
      const ContactLine line = readContactLine(text(), m_today, m_addBusinessDays);
      Q_EMIT entered(line, m_followUp ? m_followUp(line) : line.followUp);
      return true;
    }
  }
  return QFrame::eventFilter(watched, event);
}

void NoteBox::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape)
    Q_EMIT left();
  else
    QFrame::keyPressEvent(event);
}

} // namespace ui
