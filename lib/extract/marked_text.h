// SPDX-License-Identifier: Apache-2.0
//
// Text with what its markup says of it: what the readers of pages and Office documents make, and what extract() reads.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "yiwen/document.h"

namespace yiwen {

struct MarkedParagraph {
  TextRange<SourceText> range;      // never empty, without the white space around it
  std::optional<BlockKind> kind;    // where the markup decides; where it does not, the words do
  std::uint32_t heading_level = 0;  // 1 to 6; 0 for none
  bool list_item = false;
  bool links_only = false;
  bool same_block = false;  // parted from the one above by a line break alone
};

// A value that an element is named for: <span class="source">, <time>.
struct MarkedField {
  enum class Role : std::uint8_t { title, date, outlet, author, editor };
  Role role = Role::date;
  TextRange<SourceText> range;
};

struct MarkedText {
  std::string text;                         // valid UTF-8 without NUL; paragraphs end with a line break
  std::vector<MarkedParagraph> paragraphs;  // in order
  std::vector<MarkedField> fields;          // in order, those nearest to the title first
  Metadata stated;                          // what the head of the file says, outside of its text
  std::vector<std::string> notes;           // for the editor: "tracked changes, taken as accepted: 3"
  // Where the text came from, as in DecodedText: text offset text_at[i] from offset markup_at[i] of the decoded file.
  // Both ascend; between two of them nothing is promised. Empty where the file is no text (a Word file).
  std::vector<std::uint32_t> text_at;
  std::vector<std::uint32_t> markup_at;
};

// Puts paragraphs one under the other.
class MarkedTextWriter {
 public:
  // Without the white space around it; what is white space alone is left out. The paragraph's range is set here.
  // Ill-formed UTF-8 becomes U+FFFD.
  void add(std::string_view words, MarkedParagraph paragraph);

  [[nodiscard]] Metadata& stated() { return out_.stated; }
  [[nodiscard]] std::vector<std::string>& notes() { return out_.notes; }
  [[nodiscard]] MarkedText finish() &&;

 private:
  MarkedText out_;
};

}  // namespace yiwen
