// SPDX-License-Identifier: Apache-2.0
//
// What the folding of a whole corpus asks of a code point, answered by one look into a table: the character it is
// compared as, or what kind of mark it is. The rules are those of the normalize room (width, case, compatibility forms,
// traditional and simplified), one character for one; regional words and combining sequences are left to that room.
#pragma once

#include <cstdint>
#include <vector>

namespace yiwen {

// A folded character. Characters beyond the first plane share the private use area: two of them may meet, which makes
// two rare names look alike to a comparison and never to a reader, for folded text is not shown.
using FoldedChar = char16_t;

// What stands in the table for what is not compared. Control characters are no letters, so their values are free.
inline constexpr FoldedChar kDropped = 0;  // marks inside a sentence, invisible characters, combining marks
inline constexpr FoldedChar kSpace = 1;
inline constexpr FoldedChar kStop = 2;   // 。！？… and their like: a sentence ends
inline constexpr FoldedChar kPoint = 3;  // '.': ends a sentence, or belongs to a number
inline constexpr FoldedChar kLineBreak = 4;
inline constexpr FoldedChar kClosing = 5;    // quotation marks and brackets, which stay with the sentence they close
inline constexpr FoldedChar kOpenParen = 6;  // a pinyin annotation may begin
inline constexpr FoldedChar kClause = 7;     // commas, semicolons, colons: where an overlong sentence is cut
inline constexpr FoldedChar kPercent = 8;    // compared behind a digit
inline constexpr FoldedChar kColon = 9;      // a clause ends, or belongs to a time: 22:30
inline constexpr FoldedChar kFirstFolded = 0x20;

class FoldTable {
 public:
  // Built once on first use, from OpenCC's dictionaries and ICU. Throws std::runtime_error where they are missing.
  [[nodiscard]] static const FoldTable& instance();

  [[nodiscard]] FoldedChar operator[](char32_t c) const { return c < fold_.size() ? fold_[c] : beyond(c); }

 private:
  FoldTable();
  [[nodiscard]] static FoldedChar beyond(char32_t c);

  std::vector<FoldedChar> fold_;  // by code point
};

}  // namespace yiwen
