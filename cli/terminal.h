// SPDX-License-Identifier: Apache-2.0
//
// What the terminal can do: colour, width, and a line that comes and goes on stderr while something takes long.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

namespace yiwen::cli {

enum class ColorWhen { automatic, always, never };

// Whether standard output gets colour. Automatic: where it is a terminal that has some, unless NO_COLOR is set.
[[nodiscard]] bool use_color(ColorWhen when);

// Columns of the terminal at standard output, else COLUMNS, else 80; never below what a line of text needs.
[[nodiscard]] unsigned terminal_width();

// Escape sequences, or nothing where there is no colour.
class Style {
 public:
  explicit Style(bool color) : color_(color) {}

  [[nodiscard]] std::string bold(std::string_view text) const { return paint("1", text); }
  [[nodiscard]] std::string faint(std::string_view text) const { return paint("2", text); }
  // Words of the left text that the right one has not, and the other way round. Without colour they stand in the
  // brackets of wdiff: [-left-]{+right+}.
  [[nodiscard]] std::string taken_out(std::string_view text) const;
  [[nodiscard]] std::string put_in(std::string_view text) const;

 private:
  [[nodiscard]] std::string paint(std::string_view code, std::string_view text) const;

  bool color_;
};

// One line on stderr that says what is being done, redrawn at most ten times a second and erased when this ends.
// It says nothing where stderr is no terminal, so that no log or file ever holds it.
class Progress {
 public:
  enum class Shown { where_seen, never };

  explicit Progress(Shown shown);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  // share: how much of it is done, [0, 1]; amount: of how many of the units, 0 where that is not counted. Says what is
  // done in a second and how long the rest will take if it goes on so.
  void show(std::string_view stage, double share, double amount = 0, std::string_view unit = {});

 private:
  bool shown_ = false;
  bool drawn_ = false;
  std::chrono::steady_clock::time_point last_{};
  std::string stage_;
  std::chrono::steady_clock::time_point stage_began_{};
};

}  // namespace yiwen::cli
