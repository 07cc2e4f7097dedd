// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "diff/numbers.h"
#include "diff/protected_words.h"
#include "yiwen/protected_pair.h"
#include "yiwen/report.h"

namespace yiwen {

// How words stand to a quoted term.
enum class Quoted { no, part, whole };

// One difference with the words around it: what the rules that judge it may look at. All text is folded.
struct Change {
  std::u32string_view left_text;   // the reference's whole passage
  std::u32string_view right_text;  // the witness's
  TextRange<Normal> left;          // the words that differ, relative to the passages
  TextRange<Normal> right;
  // Where a word, a number or a character begins, of the passages; one more entry for the end.
  std::span<const char> left_begins;
  std::span<const char> right_begins;
  std::span<const Number> left_numbers;  // of the passages, relative to them
  std::span<const Number> right_numbers;
  bool reordered = false;
  Quoted left_quoted = Quoted::no;
  Quoted right_quoted = Quoted::no;
  std::uint32_t left_term = 0;  // characters of the quoted term that the left words hold as a whole
  bool garbled = false;         // the words are the same, and one side of them is mojibake that was taken back
  bool left_damaged = false;    // overlaps mojibake
  bool right_damaged = false;
  bool converted = false;       // a conversion between scripts lies between the two, or went wrong in one of them
  bool numbers_joined = false;  // 1—2月 / 12月: equal when folded, but for a mark between two numbers
  std::span<const ProtectedWord> left_protected;  // of the passages, relative to them
  std::span<const ProtectedWord> right_protected;
  std::span<const std::u32string> left_names;  // that the whole text of the reference gives its people
  std::span<const std::u32string> right_names;
  std::optional<std::uint32_t> left_day;  // of which the reference is, year * 10000 + month * 100 + day
  std::optional<std::uint32_t> right_day;
  std::span<const ProtectedPair> own_pairs;  // of the editor, asked before those that ship
  // How often a phrase stands in the whole text of the reference.
  std::function<std::size_t(std::u32string_view)> count_in_reference;
  // The words of a passage as its text prints them. Where they are not set, reasons quote the folded words.
  std::function<std::string(TextRange<Normal>)> print_left;
  std::function<std::string(TextRange<Normal>)> print_right;

  [[nodiscard]] std::u32string_view left_words() const { return left_text.substr(left.begin, left.size()); }
  [[nodiscard]] std::u32string_view right_words() const { return right_text.substr(right.begin, right.size()); }
};

struct Verdict {
  std::string kind;
  Severity severity = Severity::minor;
  Layer layer = Layer::wording;
  std::string why;
};

// Total: every change gets a verdict; the last rule takes what no other took.
[[nodiscard]] Verdict judge(const Change& change);

}  // namespace yiwen
