// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/pastedrows.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <stdexcept>

namespace ui {

PastedRows::PastedRows(const QString& text) {
  const QString data = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
  QDir().mkpath(data);
  m_folder = std::make_shared<QTemporaryDir>(data + QStringLiteral("/pasted-XXXXXX"));
  QFile written(file());
  const QByteArray bytes = "\xEF\xBB\xBF" + text.toUtf8();
  if (!m_folder->isValid() || !written.open(QIODevice::WriteOnly) || written.write(bytes) != bytes.size() ||
      !written.flush())
    throw std::runtime_error(QCoreApplication::translate("PastedRows", "The pasted rows could not be kept: %1.")
                                 .arg(m_folder->isValid() ? written.errorString() : m_folder->errorString())
                                 .toStdString());
}

QString PastedRows::file() const {
  return m_folder->filePath(QCoreApplication::translate("PastedRows", "Pasted rows") + QStringLiteral(".tsv"));
}

} // namespace ui
