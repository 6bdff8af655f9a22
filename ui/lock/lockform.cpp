// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lock/lockform.h"

#include "ui/form/formdialog.h"
#include "ui/lock/lock.h"
#include "ui/shell/attempt.h"
#include "ui/shell/panewidgets.h"

#include <QCheckBox>
#include <QLineEdit>

namespace ui {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(LockForm)
};

const QString currentKey = QStringLiteral("current"), freshKey = QStringLiteral("fresh"),
              againKey = QStringLiteral("again"), minutesKey = QStringLiteral("minutes"),
              removesKey = QStringLiteral("removes");

class LockForm : public FormDialog {
public:
  LockForm(Lock& lock, QWidget* parent)
      : FormDialog(QStringLiteral("lock"), Say::tr("Pass phrase"), parent), m_lock(&lock), m_setting(lock.setting()) {
    setObjectName(QStringLiteral("lockForm"));
    addPart(words(Say::tr("The window asks for it when it is opened, and when nobody touched it for some minutes. All "
                          "that is open then, and all that was typed, is there again afterwards."),
                  Face::Body));
    if (m_setting.isSet())
      addPhrase(currentKey, Say::tr("Pass phrase now"));
    addPhrase(freshKey, m_setting.isSet() ? Say::tr("New one") : Say::tr("Pass phrase"))
        ->setPlaceholderText(m_setting.isSet() ? Say::tr("As it is; type to replace it")
                                               : Say::tr("Several words are best"));
    addPhrase(againKey, Say::tr("Once more"));
    addText(minutesKey, Say::tr("Minutes idle"));
    if (m_setting.isSet())
      addCheck(removesKey, Say::tr("Ask for none any more"));
    addPart(words(Say::tr("This locks the window, not the bytes of the data file: those are kept from others by the "
                          "permissions of the file and the encryption of the disk. A pass phrase that is forgotten "
                          "cannot be found out again; what helps then is a backup from before it was set."),
                  Face::Second, true));
    setValues({{minutesKey, QString::number(m_setting.minutes)}});
    setSave([this](const QVariantMap&) {
      return m_lock && m_lock->change(m_wanted) ? Problems{} : Problems{{{}, Say::tr("This was not saved.")}};
    });
  }

  /// What was typed is looked at on a thread of its own first: that takes its time, on purpose.
  void accept() override {
    if (m_worker.isRunning())
      return;
    m_wanted = m_setting;
    const bool removes = m_setting.isSet() && findChild<QCheckBox*>(removesKey)->isChecked();
    const auto current = m_setting.isSet() ? phraseIn(currentKey) : nullptr;
    const auto fresh = phraseIn(freshKey), again = phraseIn(againKey);
    if (const Problems problems = problemsOf(*fresh, *again, removes); !problems.empty()) {
      showProblems(problems);
      return;
    }
    setSaveText(Say::tr("Checking…"));
    m_worker.begin([this, hash = m_setting.hash, current, fresh, removes]() -> std::function<void()> {
      try {
        const bool isRight = !current || lock::fits(*current, hash);
        const QString wanted = removes ? QString() : isRight && !fresh->isEmpty() ? lock::hashOf(*fresh) : hash;
        return [this, isRight, wanted] { checked(isRight, wanted); };
      } catch (const std::exception& error) { // carried to the window's thread
        return [this, trouble = troubleOf(Say::tr("Setting the pass phrase"), error)] {
          setSaveText(Say::tr("Save"));
          showTrouble(trouble);
        };
      }
    });
  }

private:
  QLineEdit* addPhrase(const QString& key, const QString& label) {
    QLineEdit* line = addText(key, label);
    line->setEchoMode(QLineEdit::Password);
    line->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    return line;
  }

  std::shared_ptr<const lock::Phrase> phraseIn(const QString& key) const {
    QString typed = findChild<QLineEdit*>(key)->text();
    return std::make_shared<const lock::Phrase>(typed);
  }

  Problems problemsOf(const lock::Phrase& fresh, const lock::Phrase& again, bool removes) {
    Problems problems;
    if (!removes && !m_setting.isSet() && fresh.isEmpty())
      problems.push_back({freshKey, Say::tr("Type the pass phrase that is to be asked for.")});
    else if (!removes && !fresh.isEmpty() && fresh.size() < lock::leastLetters)
      problems.push_back({freshKey, Say::tr("That is short: %1 letters at least.").arg(lock::leastLetters)});
    else if (!removes && !(fresh == again))
      problems.push_back({againKey, Say::tr("That is not the same.")});
    bool isNumber = false;
    m_wanted.minutes = findChild<QLineEdit*>(minutesKey)->text().trimmed().toInt(&isNumber);
    if (!isNumber || m_wanted.minutes < lock::leastMinutes || m_wanted.minutes > lock::mostMinutes)
      problems.push_back(
          {minutesKey, Say::tr("A number of minutes from %1 to %2.").arg(lock::leastMinutes).arg(lock::mostMinutes)});
    return problems;
  }

  void checked(bool isRight, const QString& wanted) {
    setSaveText(Say::tr("Save"));
    if (!isRight) {
      findChild<QLineEdit*>(currentKey)->clear();
      showProblems({{currentKey, Say::tr("That is not the pass phrase. Nothing was changed.")}});
      return;
    }
    m_wanted.hash = wanted;
    m_wanted.failures = 0;
    for (const QString& key : {currentKey, freshKey, againKey})
      if (auto* line = findChild<QLineEdit*>(key))
        line->clear();
    FormDialog::accept();
  }

  QPointer<Lock> m_lock;
  lock::Setting m_setting, m_wanted;
  Worker m_worker;
};

} // namespace

void openLockForm(Lock& lock, QWidget* parent) { (new LockForm(lock, parent))->open(); }

} // namespace ui
