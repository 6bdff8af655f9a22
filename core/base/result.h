// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <utility>
#include <variant>
#include <vector>

/// One thing that cannot be as asked: the field it is about (the editor's object name, or empty) and a sentence.
struct Problem {
  QString field;
  QString sentence;
};

using Problems = std::vector<Problem>;

/// What was asked, or why it cannot be. (What *broke* throws db::Error instead.)
template<class T>
class Result {
public:
  Result(T value) : m_state(std::move(value)) {}
  Result(Problems problems) : m_state(std::move(problems)) {}
  Result(Problem problem) : m_state(Problems{std::move(problem)}) {}

  bool isOk() const { return std::holds_alternative<T>(m_state); }
  explicit operator bool() const { return isOk(); }
  const T& value() const { return std::get<T>(m_state); }
  T& value() { return std::get<T>(m_state); }
  const T& operator*() const { return value(); }
  const T* operator->() const { return &value(); }
  const Problems& problems() const { return std::get<Problems>(m_state); }

private:
  std::variant<T, Problems> m_state;
};
