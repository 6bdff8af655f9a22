// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/attempt.h"

#include "core/db/error.h"
#include "ui/shell/troubledialog.h"

#include <QApplication>
#include <QPointer>

namespace ui {

Trouble troubleOf(const QString& doing, const std::exception& error) {
  Trouble trouble{
      .what = QCoreApplication::translate("Trouble", "%1 did not work.").arg(doing),
      .safe = QCoreApplication::translate("Trouble", "Nothing was changed by it. What was saved before is safe."),
      .todo = QCoreApplication::translate(
          "Trouble", "Try again. If it happens once more, copy the details and send them to whoever looks after "
                     "Credenza for you."),
      .details = QString::fromUtf8(error.what())};
  if (const auto* broken = dynamic_cast<const db::Error*>(&error)) {
    trouble.safe = broken->sentence(); // knows the file, what is safe and the remedy
    trouble.details = broken->details();
  }
  return trouble;
}

void showTrouble(const Trouble& trouble) {
  static QPointer<TroubleDialog> open;
  QMetaObject::invokeMethod(
      qApp,
      [trouble] {
        if (open)
          return;
        open = new TroubleDialog(trouble, QApplication::activeWindow());
        open->setAttribute(Qt::WA_DeleteOnClose);
        open->open();
      },
      Qt::QueuedConnection);
}

} // namespace ui
