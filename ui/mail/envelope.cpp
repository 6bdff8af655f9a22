// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mail/envelope.h"

#include "ui/form/choicebox.h"
#include "ui/form/datefield.h"
#include "ui/form/draftline.h"
#include "ui/form/drafts.h"
#include "ui/form/recordchoices.h"
#include "ui/mail/courier.h"
#include "ui/shell/attempt.h"
#include "ui/shell/panewidgets.h"
#include "ui/shell/session.h"
#include "ui/theme/measures.h"

#include <QCryptographicHash>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>

namespace ui {
namespace {

constexpr int answerIn = 10; // business days until the answer is asked for

std::vector<Choice> choicesOf(const std::vector<MailTemplate>& templates) {
  std::vector<Choice> choices;
  for (size_t i = 0; i < templates.size(); ++i)
    choices.push_back({QString::number(i), templates[i].name, {}});
  return choices;
}

std::vector<MailTemplate> templatesOf(db::Database& database, const QString& purpose) {
  auto all = db::allWhere<MailTemplate>(database, QStringLiteral("purpose = ? ORDER BY sort_name"), {purpose});
  if (all.empty())
    all.push_back(mail::usualTemplate(database, purpose));
  return all;
}

const QString subjectKey = QStringLiteral("subject"), textKey = QStringLiteral("text");

QString plural(size_t n, const QString& one, const QString& many) { return n == 1 ? one : many.arg(n); }

} // namespace

Envelope::Envelope(Session& session, Courier& courier, const QString& purpose, Write write, QWidget* parent)
    : QDialog(parent), m_session(session), m_courier(courier), m_write(std::move(write)),
      m_templates(templatesOf(session.database(), purpose)), m_template(new ChoiceBox(choicesOf(m_templates))),
      m_replyBy(new DateField(session.today(), session.addBusinessDays())), m_list(new QListWidget),
      m_to(words({}, Face::Strong)), m_problem(words({}, Face::Second)), m_earlier(words({}, Face::Second, true)),
      m_counts(words({}, Face::Second, true)), m_repeat(new QPushButton(tr("Send it again"))),
      m_restored(new DraftLine), m_subject(new QLineEdit), m_text(new QPlainTextEdit) {
  setAttribute(Qt::WA_DeleteOnClose);
  setObjectName(QStringLiteral("envelope"));
  setWindowTitle(tr("Mail to providers"));
  setProperty("ground", QStringLiteral("surface"));
  m_list->setObjectName(QStringLiteral("envelope.list"));
  m_list->setAccessibleName(tr("Letters"));
  m_list->setSpacing(1);
  m_list->setFixedWidth(px(size::popup));
  auto* middle = new QHBoxLayout;
  middle->setContentsMargins(px(size::group), px(size::cell), px(size::group), px(size::cell));
  middle->setSpacing(px(size::margin));
  middle->addWidget(m_list);
  middle->addWidget(makeLetter(), 1);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(makeTop());
  layout->addWidget(hairline());
  layout->addLayout(middle, 1);
  layout->addWidget(hairline());
  layout->addWidget(makeButtons());
  resizeOnScreen(*this, {px(size::wide), px(size::tall)});
  connect(m_list, &QListWidget::currentRowChanged, this, &Envelope::showLetter);
  connect(m_list, &QListWidget::itemChanged, this, [this](QListWidgetItem* item) {
    const int row = m_list->row(item);
    if (row >= 0 && size_t(row) < m_letters.size())
      m_letters[size_t(row)].isChosen = item->checkState() == Qt::Checked;
    if (row == m_row)
      m_repeat->setVisible(m_queue && inFront() && !inFront()->letter.earlier.isEmpty() && !inFront()->isChosen);
    showCounts();
  });
  connect(m_template, &ChoiceBox::valueChanged, this, &Envelope::read);
  connect(m_replyBy, &DateField::dateChanged, this, &Envelope::read);
  connect(m_subject, &QLineEdit::textEdited, this, &Envelope::keepTyped);
  connect(m_text, &QPlainTextEdit::textChanged, this, &Envelope::keepTyped);
  connect(m_restored, &DraftLine::discardAsked, this, &Envelope::discardTyped);
  connect(m_repeat, &QPushButton::clicked, this, &Envelope::sendRepeated);
  m_template->setValue(QStringLiteral("0"));
  showCounts();
  read();
}

QWidget* Envelope::makeTop() {
  auto* top = new QWidget;
  auto* layout = new QVBoxLayout(top);
  layout->setContentsMargins(px(size::group), px(size::margin), px(size::group), px(size::cell));
  layout->setSpacing(px(size::gap));
  QLabel* title = words(windowTitle(), Face::Title);
  layout->addWidget(title);
  auto* line = new QHBoxLayout;
  line->setSpacing(px(size::gap));
  const auto add = [&](const QString& label, QWidget* field, const char* name) {
    QLabel* caption = words(label);
    caption->setWordWrap(false);
    caption->setBuddy(field);
    field->setObjectName(QLatin1String(name));
    field->setAccessibleName(label);
    line->addWidget(caption);
    line->addWidget(field, 1);
  };
  add(tr("Worded by"), m_template, "envelope.template");
  add(tr("Answer by"), m_replyBy, "envelope.replyBy");
  m_template->view()->setAccessibleName(tr("Worded by"));
  m_replyBy->setDate(m_session.addBusinessDays()(m_session.today(), answerIn));
  line->addStretch(1);
  layout->addLayout(line);
  return top;
}

QWidget* Envelope::makeLetter() {
  auto* part = new QWidget;
  auto* layout = new QVBoxLayout(part);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(px(size::gap));
  m_to->setObjectName(QStringLiteral("envelope.to"));
  m_problem->setObjectName(QStringLiteral("envelope.problem"));
  QPalette late = m_problem->palette();
  late.setColor(QPalette::WindowText, tokens().late.text);
  m_problem->setPalette(late);
  m_subject->setObjectName(QStringLiteral("envelope.subject"));
  m_subject->setAccessibleName(tr("Subject"));
  m_subject->setPlaceholderText(tr("Subject"));
  m_text->setObjectName(QStringLiteral("envelope.text"));
  m_text->setAccessibleName(tr("Text"));
  m_text->setTabChangesFocus(true);
  layout->addWidget(m_to);
  layout->addWidget(m_problem);
  m_earlier->setObjectName(QStringLiteral("envelope.earlier"));
  m_repeat->setObjectName(QStringLiteral("envelope.repeat"));
  m_repeat->setAutoDefault(false);
  auto* earlier = new QHBoxLayout;
  earlier->setSpacing(px(size::gap));
  earlier->addWidget(m_earlier, 1);
  earlier->addWidget(m_repeat);
  m_earlier->hide();
  m_repeat->hide();
  layout->addLayout(earlier);
  layout->addWidget(m_restored);
  layout->addWidget(m_subject);
  layout->addWidget(m_text, 1);
  return part;
}

QWidget* Envelope::makeButtons() {
  auto* part = new QWidget;
  auto* line = new QHBoxLayout(part);
  line->setContentsMargins(px(size::group), px(size::cell), px(size::group), px(size::cell));
  line->setSpacing(px(size::gap));
  m_counts->setObjectName(QStringLiteral("envelope.counts"));
  line->addWidget(m_counts, 1);
  const auto add = [&](const QString& text, const char* name, auto work) {
    auto* button = new QPushButton(text);
    button->setObjectName(QLatin1String(name));
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, work);
    line->addWidget(button);
    return button;
  };
  add(tr("Cancel"), "envelope.cancel", [this] { reject(); });
  const bool hasAccount = m_courier.account().isSetUp();
  m_file = add(tr("Save as .eml…"), "envelope.file", [this] { askFile(); });
  m_program = add(tr("Open in mail program"), "envelope.program",
                  [this] { attempt(tr("Opening the mail program"), [this] { openProgram(); }); });
  if (hasAccount) {
    m_queue = add(tr("Queue"), "envelope.queue", [this] { attempt(tr("Queueing the letters"), [this] { queue(); }); });
    m_queue->setToolTip(tr("Ctrl+Enter"));
  }
  QPushButton* primary = hasAccount ? m_queue : m_program;
  primary->setProperty("primary", true);
  return part;
}

QString Envelope::formOf(const mail::Letter& letter) {
  const Outgoing& mail = letter.draft.mail;
  QStringList about;
  for (const alerts::Expirable& one : letter.about)
    about << one.document + one.expires.toString(Qt::ISODate);
  about.sort();
  const QByteArray hash =
      QCryptographicHash::hash(about.join(QLatin1Char('\n')).toUtf8(), QCryptographicHash::Sha1).toHex().left(16);
  return QStringLiteral("letter/%1/%2/%3")
      .arg(mail.provider.isValid() ? QStringLiteral("provider") : QStringLiteral("practice"))
      .arg(mail.provider.isValid() ? mail.provider.value : mail.practice.value)
      .arg(QLatin1String(hash));
}

/// The letters as the template words them; those that somebody changed stay as they are.
void Envelope::read() {
  if (m_reading)
    return;
  const size_t at = m_template->value().toULongLong();
  if (m_template->value().isEmpty() || at >= m_templates.size())
    return;
  m_reading = true;
  m_counts->setText(tr("Reading…"));
  m_worker.begin([this, file = m_session.database().file(), write = m_write, letter = m_templates[at],
                  replyBy = m_replyBy->date()]() -> std::function<void()> {
    try {
      db::Database reader(file, db::Database::Mode::ReadOnly);
      auto letters = std::make_shared<std::vector<mail::Letter>>(write(reader, letter, replyBy));
      return [this, letters, replyBy, letter] {
        m_reading = false;
        take(std::move(*letters));
        if (m_replyBy->date() != replyBy || m_templates[m_template->value().toULongLong()].id != letter.id)
          read(); // it was changed in the meantime
      };
    } catch (const std::exception& error) { // carried to the window's thread
      return [this, trouble = troubleOf(tr("Reading what the letters are about"), error)] {
        m_reading = false;
        showTrouble(trouble);
      };
    }
  });
}

void Envelope::take(std::vector<mail::Letter> letters) {
  std::vector<Shown> fresh;
  for (mail::Letter& letter : letters) {
    const auto known = std::find_if(m_letters.begin(), m_letters.end(), [&](const Shown& one) {
      return one.letter.draft.mail.provider == letter.draft.mail.provider &&
             one.letter.draft.mail.practice == letter.draft.mail.practice;
    });
    // What went today already goes again only when somebody says so.
    const bool isChosen = known == m_letters.end() ? letter.earlier.isEmpty() : known->isChosen;
    Shown one{std::move(letter), false, isChosen, {}};
    one.worded = one.letter;
    if (const Draft* draft = drafts().find(formOf(one.letter))) {
      one.letter.draft.mail.subject = draft->typed.value(subjectKey).toString();
      one.letter.draft.mail.text = draft->typed.value(textKey).toString();
      one.isEdited = true;
    }
    fresh.push_back(std::move(one));
  }
  m_letters = std::move(fresh);
  fillList();
}

void Envelope::fillList() {
  const int row = std::max(0, m_row);
  {
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const Shown& one : m_letters) {
      const bool isOff = !one.letter.problem.isEmpty();
      const QString about = one.letter.work.empty()
                                ? plural(one.letter.about.size(), tr("1 document"), tr("%L1 documents"))
                                : plural(one.letter.work.size(), tr("1 item"), tr("%L1 items"));
      const QString second = isOff ? one.letter.problem : one.letter.earlier.isEmpty() ? about : one.letter.earlier;
      auto* item = new QListWidgetItem(one.letter.who + QLatin1Char('\n') + second, m_list);
      // Room for the taller letters of other scripts, else the second line would go.
      item->setSizeHint({0, m_list->fontMetrics().lineSpacing() * 5 / 2});
      item->setFlags(isOff ? Qt::ItemIsEnabled | Qt::ItemIsSelectable
                           : Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
      item->setCheckState(!isOff && one.isChosen ? Qt::Checked : Qt::Unchecked);
      if (isOff)
        item->setIcon(icon(QStringLiteral("circle-alert"), Ink::Late));
    }
  }
  m_list->setCurrentRow(std::min(row, int(m_letters.size()) - 1));
  showLetter(m_list->currentRow());
  showCounts();
}

Envelope::Shown* Envelope::inFront() {
  return m_row >= 0 && size_t(m_row) < m_letters.size() ? &m_letters[size_t(m_row)] : nullptr;
}

void Envelope::showLetter(int row) {
  m_row = row;
  const Shown* one = inFront();
  const QSignalBlocker quietSubject(m_subject), quietText(m_text);
  for (QWidget* part : {static_cast<QWidget*>(m_subject), static_cast<QWidget*>(m_text)})
    part->setEnabled(one != nullptr);
  if (!one) {
    m_to->setText(tr("There is nothing to write about: what was selected is on file, or gone."));
    for (QWidget* part : std::initializer_list<QWidget*>{m_problem, m_earlier, m_repeat, m_restored})
      part->hide();
    m_subject->clear();
    m_text->clear();
    return;
  }
  m_restored->setVisible(one->isEdited && m_restored->showFor(formOf(one->letter)));
  const Outgoing& mail = one->letter.draft.mail;
  m_to->setText(mail.recipient.isEmpty() ? one->letter.who : tr("To %1 <%2>").arg(mail.recipientName, mail.recipient));
  m_problem->setText(one->letter.problem);
  m_problem->setVisible(!one->letter.problem.isEmpty());
  m_earlier->setText(one->letter.earlier);
  m_earlier->setVisible(!one->letter.earlier.isEmpty());
  m_repeat->setVisible(m_queue && !one->letter.earlier.isEmpty() && !one->isChosen);
  m_subject->setText(mail.subject);
  m_text->setPlainText(mail.text);
}

void Envelope::keepTyped() {
  Shown* one = inFront();
  if (!one)
    return;
  one->letter.draft.mail.subject = m_subject->text();
  one->letter.draft.mail.text = m_text->toPlainText();
  one->isEdited = true;
  drafts().keep(formOf(one->letter), {{subjectKey, m_subject->text()}, {textKey, m_text->toPlainText()}});
}

void Envelope::discardTyped() {
  Shown* one = inFront();
  if (!one)
    return;
  drafts().forget(formOf(one->letter));
  one->letter = one->worded;
  one->isEdited = false;
  showLetter(m_row);
}

/// The letter in front goes a second time today.
void Envelope::sendRepeated() {
  if (QListWidgetItem* item = inFront() ? m_list->item(m_row) : nullptr)
    item->setCheckState(Qt::Checked);
  m_text->setFocus();
}

void Envelope::showCounts() {
  size_t chosen = 0, off = 0, earlier = 0;
  for (const Shown& one : m_letters) {
    off += !one.letter.problem.isEmpty();
    earlier += !one.letter.earlier.isEmpty() && !one.isChosen;
    chosen += one.letter.problem.isEmpty() && one.isChosen;
  }
  QStringList parts;
  if (off > 0)
    parts << plural(off, tr("1 has no address"), tr("%L1 have no address"));
  if (earlier > 0 && m_queue)
    parts << plural(earlier, tr("1 went today already"), tr("%L1 went today already"));
  if (!m_queue)
    parts << tr("No mail account is set up (Mail menu): each letter opens in the mail program.");
  m_counts->setText(parts.join(QStringLiteral(" · ")));
  if (m_queue) {
    m_queue->setText(plural(chosen, tr("Queue 1 letter"), tr("Queue %L1 letters")));
    m_queue->setEnabled(chosen > 0);
  }
  for (QPushButton* button : {m_program, m_file})
    button->setEnabled(inFront() && inFront()->letter.problem.isEmpty());
}

void Envelope::keyPressEvent(QKeyEvent* event) {
  const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (isEnter && event->modifiers() & Qt::ControlModifier) {
    (m_queue ? m_queue : m_program)->click();
    return;
  }
  if (!isEnter) // Enter alone sends nothing
    QDialog::keyPressEvent(event);
}

} // namespace ui
