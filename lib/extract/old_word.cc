// SPDX-License-Identifier: Apache-2.0
//
// antiword is under the GPL and is therefore run, not linked; docs/decisions/doc-by-antiword.md says why it is the one.
// Printed without folding, a paragraph is a line, and the next stands behind an empty one. What it does beside that:
//
//   |蔬菜    |老城墙根下的早市，每天四点半出摊，八点 |     a row of a table; a cell that is full
//   |        |钟收摊                                |     goes on in the next line
//   [pic]                                               where a picture was
//   ED A1 82 ED B6 B7                                   a character above U+FFFF, as the two halves that Word keeps
#include "extract/old_word.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "extract/reader_program.h"

namespace yiwen {

namespace {

// Halves of characters put together; other bytes stay as they are.
std::string join_halves(std::string_view text) {
  const auto half = [&](std::size_t at, unsigned low, unsigned high) -> char32_t {
    if (at + 3 > text.size() || text[at] != '\xED') return 0;
    const auto second = static_cast<unsigned char>(text[at + 1]), third = static_cast<unsigned char>(text[at + 2]);
    if (second < low || second > high || (third & 0xC0) != 0x80) return 0;
    return 0xD000u | (second & 0x3Fu) << 6 | (third & 0x3Fu);
  };
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t first = half(at, 0xA0, 0xAF), second = first != 0 ? half(at + 3, 0xB0, 0xBF) : 0;
    if (second == 0) {
      out += text[at++];
      continue;
    }
    append_utf8(out, 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00));
    at += 6;
  }
  return out;
}

std::string_view without_blanks(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(' ');
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(' ') + 1 - begin);
}

// The cells of a line of a table; none for other lines.
std::vector<std::string_view> cells_of(std::string_view line) {
  std::vector<std::string_view> cells;
  if (line.size() < 3 || !line.starts_with('|') || !line.ends_with('|')) return cells;
  for (std::size_t begin = 1; begin < line.size();) {
    const std::size_t end = line.find('|', begin);
    cells.push_back(line.substr(begin, end - begin));
    begin = end + 1;
  }
  return cells;
}

// Whether the line holds what did not fit into full cells of the line above it.
bool goes_on(const std::vector<std::string_view>& above, const std::vector<std::string_view>& below) {
  constexpr std::size_t kFull = 2;  // blanks at the end of a full cell: the width of an ideograph
  if (above.size() != below.size()) return false;
  bool any = false;
  for (std::size_t i = 0; i < above.size(); ++i) {
    if (without_blanks(below[i]).empty()) continue;
    const std::size_t end = above[i].find_last_not_of(' ');
    if (end == std::string_view::npos || above[i].size() - end - 1 > kFull) return false;
    any = true;
  }
  return any;
}

std::string row_of(const std::vector<std::string>& cells) {
  std::string row;
  for (const std::string& cell : cells) row += (row.empty() ? "" : "\t") + cell;
  return row;
}

class Reader {
 public:
  void line(std::string_view line) {
    if (without_blanks(line).empty() || line == "[pic]") {
      end_row();
      below_ = false;
      return;
    }
    const std::vector<std::string_view> cells = cells_of(line);
    if (cells.size() < 2) {
      end_row();
      MarkedParagraph paragraph;
      paragraph.same_block = std::exchange(below_, true);
      writer_.add(line, paragraph);
      return;
    }
    const bool more = goes_on(last_line_, cells);
    if (!more) end_row();
    row_.resize(cells.size());
    for (std::size_t i = 0; i < cells.size(); ++i) row_[i] += without_blanks(cells[i]);
    last_line_ = cells;
  }

  MarkedText finish() && {
    end_row();
    return std::move(writer_).finish();
  }

 private:
  void end_row() {
    if (row_.empty()) return;
    MarkedParagraph paragraph;
    paragraph.kind = BlockKind::body;
    paragraph.same_block = std::exchange(below_, true);
    writer_.add(row_of(row_), paragraph);
    row_.clear();
    last_line_.clear();
  }

  MarkedTextWriter writer_;
  std::vector<std::string> row_;             // the row that is open
  std::vector<std::string_view> last_line_;  // of it
  bool below_ = false;                       // the next line stands right below another
};

// The first line of what it complains of that says something.
std::string complaint(std::string_view err) {
  while (!err.empty()) {
    const std::string_view line = err.substr(0, err.find('\n'));
    if (!line.empty() && line.find("HOME") == std::string_view::npos) return std::string(line);
    err.remove_prefix(std::min(line.size() + 1, err.size()));
  }
  return "it does not say why";
}

}  // namespace

MarkedText text_of_antiword(std::string_view printed) {
  const std::string text = join_halves(printed);
  Reader reader;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    reader.line(std::string_view(text).substr(begin, end - begin));
    begin = end + 1;
  }
  return std::move(reader).finish();
}

Result<MarkedText> read_old_word(std::string_view bytes, const ChildLimits& limits) {
  static const ReaderProgram kAntiword{
      .name = "antiword",
      .package = "antiword",
      .file_kind = "an old Word file",
      .arguments = {"-t", "-w", "0", "-m", "UTF-8.txt", "/dev/stdin"},
      .fault = [](const ReaderProgram& program,
                  const ChildOutput& output) { return cannot_read(program, output, complaint(output.err)); },
  };
  const auto printed = printed_by(kAntiword, bytes, limits);
  if (!printed) return printed.error();
  return text_of(kAntiword, text_of_antiword(printed.value()), "");
}

}  // namespace yiwen
