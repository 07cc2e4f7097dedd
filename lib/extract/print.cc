// SPDX-License-Identifier: Apache-2.0
//
// Lines of print -> paragraphs.
//
//   page 1                          page 2
//   上河日报  2026年5月9日  要闻     上河日报  2026年5月9日  要闻     the same on both, at the edge: a running head
//   一座旧仓库的十二道门             门，将在明年汛期以后打开。        goes on from the column before: no indent here,
//     上河码头有      泡了四十天。                                     no stop there, and its last line was full
//   十二道铁门，其      如今，剩
//   中八道打开。    下的四道铁
//   - 1 -                           - 2 -                              a number alone at the edge
//
// A line goes on in the next one unless it is short of the right edge of its column, or the next one is indented, or
// set in another size. That holds within a block, and across blocks and pages where what lies between is furniture.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/char_class.h"
#include "base/utf8.h"
#include "base/utf8_check.h"
#include "extract/pdf.h"

namespace yiwen {

namespace {

// Running heads stand in this share of the page, at the top and at the bottom. Range 0.05..0.15.
constexpr double kEdge = 0.09;
// Sizes that differ by more than this are different type. poppler's boxes of one size differ by some 2 %.
constexpr double kSameSize = 0.08;
// The space that a full line may leave at its end, in characters: a mark that may not begin a line, a number, a long
// word.
constexpr double kSlack = 2.6;
constexpr double kSlackLatin = 5;
// An indent is at least so wide, in heights of its line, which with fonts for ideographs come to twice their type.
constexpr double kIndent = 0.3;
// A heading is so much larger than the text.
constexpr double kLarger = 1.12;
// Larger type of fewer characters is an initial, or a number in a box.
constexpr std::size_t kShortestTitle = 4;

double height_of(const PrintedLine& line) { return line.bottom - line.top; }

std::vector<char32_t> chars_of(std::string_view text) {
  std::vector<char32_t> chars;
  for (std::uint32_t at = 0; at < text.size();) chars.push_back(next_code_point(text, at));
  return chars;
}

char32_t last_of(std::string_view text) {
  auto at = static_cast<std::uint32_t>(text.size());
  return text.empty() ? 0 : previous_code_point(text, at);
}

char32_t first_of(std::string_view text) {
  std::uint32_t at = 0;
  return text.empty() ? 0 : next_code_point(text, at);
}

bool ends_sentence(char32_t c) {
  return std::u32string_view(U"。！？!?.…：:”」』）").find(c) != std::u32string_view::npos;
}

// What is the same in the running heads of all pages: the words without the numbers.
std::string furniture_key(std::string_view text) {
  std::string key;
  for (const char32_t c : chars_of(text)) {
    if (is_space(c)) continue;
    if (is_digit(c)) {
      if (!key.ends_with('#')) key += '#';
    } else {
      append_utf8(key, c);
    }
  }
  return key;
}

// 3, - 3 -, 第 3 页, 3/12: nothing but a number and what goes with one.
bool is_page_number(std::string_view key) {
  if (key.find('#') == std::string_view::npos) return false;
  std::string rest(key);
  for (const std::string_view part :
       {"#", "第", "页", "頁", "共", "-", "–", "—", "/", "·", "版", "Page", "page", "of", "(", ")", "[", "]"}) {
    for (std::size_t at; (at = rest.find(part)) != std::string::npos;) rest.erase(at, part.size());
  }
  return rest.empty();
}

class Print {
 public:
  explicit Print(const std::vector<PrintedPage>& pages) : pages_(pages) {
    count_edges();
    find_text_size();
  }

  MarkedText run() && {
    for (const PrintedPage& page : pages_) {
      for (const PrintedBlock& block : page.blocks) {
        double left = 1e9, right = 0;
        for (const PrintedLine& line : block.lines)
          left = std::min(left, line.left), right = std::max(right, line.right);
        for (const PrintedLine& line : block.lines) {
          if (is_furniture(page, line)) {
            furniture_.push_back(line.text);
          } else {
            take(line, &line == &block.lines.front(), left, std::max(right, column_right(page, left, right)));
          }
        }
      }
    }
    close();
    return std::move(out_).finish();
  }

 private:
  [[nodiscard]] static bool at_edge(const PrintedPage& page, const PrintedLine& line) {
    return line.bottom < kEdge * page.height || line.top > (1 - kEdge) * page.height;
  }

  void count_edges() {
    for (const PrintedPage& page : pages_) {
      std::map<std::string, int> seen;
      for (const PrintedBlock& block : page.blocks) {
        for (const PrintedLine& line : block.lines) {
          if (at_edge(page, line) && seen[furniture_key(line.text)]++ == 0) ++edges_[furniture_key(line.text)];
        }
      }
    }
  }

  [[nodiscard]] bool is_furniture(const PrintedPage& page, const PrintedLine& line) const {
    if (!at_edge(page, line)) return false;
    const std::string key = furniture_key(line.text);
    if (is_page_number(key)) return true;
    const auto found = edges_.find(key);
    return found != edges_.end() && found->second > 1 && found->second * 2 >= static_cast<int>(pages_.size());
  }

  // The size that most characters are set in.
  void find_text_size() {
    std::map<int, std::size_t> sizes;  // in tenths of a point
    for (const PrintedPage& page : pages_) {
      for (const PrintedBlock& block : page.blocks) {
        for (const PrintedLine& line : block.lines) {
          sizes[static_cast<int>(std::lround(height_of(line) * 10))] += line.text.size();
        }
      }
    }
    std::size_t most = 0;
    for (const auto& [size, count] : sizes) {
      if (count > most) most = count, text_size_ = static_cast<double>(size) / 10;
    }
    if (pages_.empty()) return;
    for (const PrintedBlock& block : pages_.front().blocks) {
      for (const PrintedLine& line : block.lines) {
        if (chars_of(line.text).size() >= kShortestTitle) largest_ = std::max(largest_, height_of(line));
      }
    }
  }

  // The right edge of the column that a block stands in: the furthest that a block with the same left edge comes.
  [[nodiscard]] static double column_right(const PrintedPage& page, double left, double right) {
    double furthest = right;
    for (const PrintedBlock& block : page.blocks) {
      double l = 1e9, r = 0;
      for (const PrintedLine& line : block.lines) l = std::min(l, line.left), r = std::max(r, line.right);
      if (std::abs(l - left) < 3 && block.lines.size() > 1) furthest = std::max(furthest, r);
    }
    return furthest;
  }

  void take(const PrintedLine& line, bool first_of_block, double left, double right) {
    const double height = std::max(1.0, height_of(line));
    const bool same_size = std::abs(height - size_) <= kSameSize * size_;
    const bool indented = line.left - left > kIndent * height;
    const bool goes_on = !open_.empty() && same_size && full_ && !indented &&
                         (!first_of_block || !ends_sentence(last_of(open_)) || is_heading(height));
    if (!goes_on) close();
    join(line.text);
    size_ = height;
    const bool wide = is_han(last_of(line.text)) || !is_latin(last_of(line.text));
    // poppler's lines are some 2.6 times as high as the type of CJK fonts, so the slack is measured in characters.
    const double character = character_width(line);
    full_ = right - line.right < (wide ? kSlack : kSlackLatin) * character;
  }

  [[nodiscard]] static double character_width(const PrintedLine& line) {
    double units = 0;
    for (const char32_t c : chars_of(line.text)) units += c < 0x2E80 ? 0.5 : 1.0;
    return units > 0 ? (line.right - line.left) / units : 1.0;
  }

  void join(std::string_view text) {
    if (open_.empty()) {
      open_ = text;
      return;
    }
    const char32_t before = last_of(open_), behind = first_of(text);
    if (before == '-' && is_latin(behind) && open_.size() > 1 &&
        is_latin(chars_of(open_)[chars_of(open_).size() - 2])) {
      open_.pop_back();  // a word that was parted
    } else if (!(is_wide(before) || is_wide(behind))) {
      open_ += ' ';
    }
    open_ += text;
  }

  static bool is_wide(char32_t c) {
    return is_han(c) || (c >= 0x2E80 && c <= 0x9FFF) || c >= 0xFF00 || c == U'”' || c == U'“' || c == U'…' || c == U'—';
  }

  [[nodiscard]] bool is_heading(double size) const { return size > kLarger * text_size_; }

  void close() {
    if (!open_.empty()) {
      MarkedParagraph paragraph;
      if (is_heading(size_)) {
        const bool title = !has_title_ && size_ >= largest_ * (1 - kSameSize);
        has_title_ = has_title_ || title;
        paragraph.kind = title ? BlockKind::title : BlockKind::heading;
      }
      out_.add(open_, paragraph);
    }
    open_.clear();
    for (const std::string& text : furniture_) out_.add(text, {.range = {}, .kind = BlockKind::navigation});
    furniture_.clear();
  }

  const std::vector<PrintedPage>& pages_;
  MarkedTextWriter out_;
  std::map<std::string, int> edges_;  // pages with such a line at an edge
  double text_size_ = 0;
  double largest_ = 0;  // on the first page: the title's
  std::string open_;    // the paragraph that is being read
  double size_ = 0;     // of its last line
  bool full_ = false;
  bool has_title_ = false;
  std::vector<std::string> furniture_;  // met inside of it: stands behind it
};

}  // namespace

MarkedText text_of_print(const std::vector<PrintedPage>& pages) { return Print(pages).run(); }

}  // namespace yiwen
