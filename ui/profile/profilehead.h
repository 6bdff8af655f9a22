// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/profile/subject.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace db {
class Database;
}

namespace ui {

class Pill;

/// How many of somebody's expirables are in which standing.
struct Standings {
  qint64 expired = 0, missing = 0, expiring = 0, noDate = 0;
  qint64 all() const { return expired + missing + expiring + noDate; }
};

/// The line on top of a profile: who it is, numbers to copy, status, standing, and what can be begun.
class ProfileHead : public QWidget {
  Q_OBJECT
public:
  explicit ProfileHead(const Subject& subject, QWidget* parent = nullptr);

  /// Reads who it is; false when there is nobody any more.
  bool read(db::Database& database);
  void setStandings(const Standings& standings);
  const QString& name() const { return m_name; }
  QPushButton* startButton() const { return m_start; }

Q_SIGNALS:
  void backAsked();
  void startAsked();
  void alertsAsked();
  void copied(const QString& text);

private:
  void addWords(const QString& text);
  void addNumber(const QString& label, const QString& number, const QString& copied);

  Subject m_subject;
  QString m_name;
  QLabel* m_avatar;
  QLabel* m_title;
  QHBoxLayout* m_line;
  Pill* m_status;
  std::vector<QPushButton*> m_pills;
  QPushButton* m_start;
};

} // namespace ui
