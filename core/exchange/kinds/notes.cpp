// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/kinds/kind.h"
#include "core/exchange/kinds/noteindex.h"
#include "core/exchange/kinds/numbers.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace exchange {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Import)
};

/// A name, and which of several that are called so: "Follow up #2" → "Follow up", 1.
std::pair<QString, int> numbered(const QString& cell) {
  static const QRegularExpression form(QStringLiteral("^(.*\\S)\\s*#(\\d{1,4})$"));
  const auto match = form.match(cell);
  return match.hasMatch() ? std::pair(match.captured(1), std::max(1, match.captured(2).toInt()) - 1)
                          : std::pair(cell, 0);
}

/// A note is the same when all that the file says of it is; of several that are the same each row is one.
class NoteRows : public KindImport {
public:
  NoteRows(ImportContext& context, const HeaderMatch& match)
      : KindImport(context, match), m_subject(match),
        m_onFile(context.database, {at("Author") >= 0, at("Kind") >= 0, at("Reference") >= 0}) {}

  std::optional<Outcome> take(ImportRow& row) override {
    Note note;
    note.written = row.dateTime(m_written);
    if (note.written.isEmpty() && !row.isRejected())
      row.reject(Say::tr("Written is missing."));
    note.text = row.needed(m_text, "Note");
    note.author = row.text(m_author);
    note.reference = row.text(m_reference);
    note.withWhom = row.text(m_with);
    note.outcome = row.text(m_outcome);
    note.followUp = row.date(m_followUp);
    if (const QString kind = row.choice(m_kind, Field::NoteKind); !kind.isEmpty())
      note.kind = kind;
    Subject subject;
    findAbout(row, note, subject);
    if (row.isRejected())
      return Outcome::Rejected;
    if (!note.tracking.isValid())
      settleAbout(row, note, subject);
    return save(row, note);
  }

private:
  void findAbout(ImportRow& row, Note& note, Subject& subject) {
    if (row.isGiven(m_tracking)) {
      readNpi(row, m_subject.npi); // a wrong one rejects the row, though the tracking says whom it is about
      findStep(row, note);
      return;
    }
    if (row.isGiven(m_step))
      row.reject(Say::tr("The step “%1” needs its tracking.").arg(row.text(m_step)));
    subject = m_import.subjectOf(row, m_subject, {});
    if (row.isRejected())
      return;
    if (row.isGiven(m_task))
      findTask(row, note, subject);
    else if (!subject.provider.isValid() && !subject.practice.isValid() && subject.newPractice.isEmpty() &&
             !row.isGiven(m_payor))
      row.reject(Say::tr("A note needs a tracking, a provider, a practice, a payor or a task that it is about."));
  }

  void findStep(ImportRow& row, Note& note) {
    const qint64* tracking = m_import.trackings().find(hashOf(row.utf8(m_tracking)));
    if (!tracking)
      return row.reject(Say::tr("No tracking “%1” is on file.").arg(row.text(m_tracking)));
    note.tracking = {*tracking};
    if (!row.isGiven(m_step))
      return;
    note.step = m_import.steps().find(note.tracking, row.utf8(m_step));
    if (!note.step.isValid()) {
      const auto [name, number] = numbered(row.text(m_step));
      const QByteArray utf8 = name.toUtf8();
      note.step = m_import.steps().find(note.tracking, {utf8.constData(), size_t(utf8.size())}, number);
    }
    if (!note.step.isValid())
      row.reject(Say::tr("The tracking “%1” has no step “%2”.").arg(row.text(m_tracking), row.text(m_step)));
  }

  void findTask(ImportRow& row, Note& note, const Subject& subject) {
    // Those of exactly this provider and practice, else those of which the row says a part.
    const auto fitting = [&](const QString& name) {
      std::vector<TaskIndex::Entry> exact, loose;
      for (const TaskIndex::Entry& one : m_import.tasks().named(name)) {
        if (one.provider == subject.provider && one.practice == subject.practice)
          exact.push_back(one);
        if ((!subject.provider.isValid() || one.provider == subject.provider) &&
            (!subject.practice.isValid() || one.practice == subject.practice))
          loose.push_back(one);
      }
      return exact.empty() ? loose : exact;
    };
    std::vector<TaskIndex::Entry> fit = fitting(row.text(m_task));
    size_t number = 0;
    if (fit.empty()) {
      const auto [name, which] = numbered(row.text(m_task));
      fit = fitting(name);
      number = size_t(which);
    }
    const auto same = [&](const TaskIndex::Entry& one) {
      return one.provider == fit.front().provider && one.practice == fit.front().practice;
    };
    if (number >= fit.size() || !subject.newPractice.isEmpty())
      return row.reject(Say::tr("No task “%1” is on file for this provider or practice.").arg(row.text(m_task)));
    if (!std::all_of(fit.begin(), fit.end(), same))
      return row.reject(Say::tr("“%1” is ambiguous, several tasks are called so: give the provider or the practice.")
                            .arg(row.text(m_task)));
    note.task = fit[number].id;
  }

  void settleAbout(ImportRow& row, Note& note, Subject& subject) {
    note.payor = m_import.obtainPayor(row, m_payor);
    if (note.task.isValid())
      return; // the task says whom it is about
    m_import.settle(row, m_subject, subject);
    note.provider = subject.provider;
    note.practice = subject.practice;
  }

  std::optional<Outcome> save(ImportRow& row, Note& note) {
    if (m_onFile.take(note))
      return Outcome::Unchanged;
    if (note.task.isValid() && !m_import.takeFirstNote(note.task, note.text))
      if (const Id<Note> bare = m_onFile.takeBare(note); bare.isValid()) {
        note.id = bare;
        row.setChanged();
      }
    return write(row, note, true);
  }

  const SubjectColumns m_subject;
  const int m_tracking = at("Tracking"), m_step = at("Step"), m_payor = at("Payor"), m_task = at("Task"),
            m_written = at("Written"), m_author = at("Author"), m_kind = at("Kind"), m_reference = at("Reference"),
            m_text = at("Note"), m_with = at("Spoken to"), m_outcome = at("Outcome"), m_followUp = at("Next contact");
  NoteIndex m_onFile;
};

} // namespace

std::unique_ptr<KindImport> importNotes(ImportContext& context, const HeaderMatch& match) {
  return std::make_unique<NoteRows>(context, match);
}

} // namespace exchange
