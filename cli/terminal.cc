// SPDX-License-Identifier: Apache-2.0
#include "cli/terminal.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace yiwen::cli {
namespace {

constexpr unsigned kUsualWidth = 80;
constexpr unsigned kLeastWidth = 40;  // narrower than this, wrapping makes every line worse
constexpr auto kRedraw = std::chrono::milliseconds(100);
constexpr double kFirstEstimate = 1;  // seconds of a stage before its end is guessed; range 0.5 to 5

std::string duration(double seconds) {
  const auto whole = std::lround(seconds);
  if (whole < 60) return fmt::format("{} s", whole);
  if (whole < 3600) return fmt::format("{} min {:02} s", whole / 60, whole % 60);
  return fmt::format("{} h {:02} min", whole / 3600, whole / 60 % 60);
}

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view() : value;
}

// A terminal that understands escape sequences.
bool is_capable(int descriptor) { return isatty(descriptor) == 1 && environment("TERM") != "dumb"; }

}  // namespace

bool use_color(ColorWhen when) {
  if (when != ColorWhen::automatic) return when == ColorWhen::always;
  return environment("NO_COLOR").empty() && is_capable(STDOUT_FILENO);
}

unsigned terminal_width() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
    return std::max<unsigned>(size.ws_col, kLeastWidth);
  const auto columns = environment("COLUMNS");
  unsigned width = 0;
  const auto [rest, error] = std::from_chars(columns.data(), columns.data() + columns.size(), width);
  if (error == std::errc() && rest == columns.data() + columns.size() && width > 0) return std::max(width, kLeastWidth);
  return kUsualWidth;
}

std::string Style::paint(std::string_view code, std::string_view text) const {
  if (!color_ || text.empty()) return std::string(text);
  return fmt::format("\033[{}m{}\033[0m", code, text);
}

std::string Style::taken_out(std::string_view text) const {
  if (text.empty()) return {};
  return color_ ? paint("31;1;4", text) : fmt::format("[-{}-]", text);
}

std::string Style::put_in(std::string_view text) const {
  if (text.empty()) return {};
  return color_ ? paint("32;1;4", text) : fmt::format("{{+{}+}}", text);
}

Progress::Progress(Shown shown) : shown_(shown == Shown::where_seen && is_capable(STDERR_FILENO)) {}

Progress::~Progress() {
  if (drawn_) std::fputs("\r\033[K", stderr);
}

void Progress::show(std::string_view stage, double share, double amount, std::string_view unit) {
  if (!shown_) return;
  const auto now = std::chrono::steady_clock::now();
  if (stage != stage_) stage_ = stage, stage_began_ = now;
  if (drawn_ && now - last_ < kRedraw) return;
  last_ = now;
  drawn_ = true;
  share = std::clamp(share, 0.0, 1.0);
  auto line = fmt::format("\r\033[K{} {:.0f} %", stage, 100 * share);
  // Of the first moments nothing can be said.
  const double seconds = std::chrono::duration<double>(now - stage_began_).count();
  if (seconds >= kFirstEstimate && share > 0) {
    if (amount > 0) line += fmt::format(", {:.0f} {} a second", share * amount / seconds, unit);
    line += fmt::format(", {} left", duration(seconds * (1 - share) / share));
  }
  std::fwrite(line.data(), 1, line.size(), stderr);
}

}  // namespace yiwen::cli
