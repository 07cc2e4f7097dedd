// SPDX-License-Identifier: Apache-2.0
#include "dedup/folded_article.h"

#include "base/utf8.h"
#include "normalize/repair.h"

namespace yiwen {
namespace {

constexpr bool is_ascii_digit(FoldedChar c) { return c >= u'0' && c <= u'9'; }
constexpr bool is_ascii_word(unsigned char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// One place in 32 at which any overlong sentence may be cut.
constexpr bool may_cut_behind(FoldedChar c) { return (c * 0x9E3779B1U >> 27) == 0; }

class ArticleFolder {
 public:
  ArticleFolder(std::string_view text, FoldedArticle& out) : text_(text), out_(out) {
    out_.chars.clear();
    out_.sentences.clear();
    out_.chars.resize(text.size());  // at most one character a byte; cut to size at the end
    chars_ = out_.chars.data();
  }

  void run() {
    const FoldTable& table = FoldTable::instance();
    const auto size = static_cast<std::uint32_t>(text_.size());
    for (std::uint32_t at = 0; at < size;) {
      const std::uint32_t begin = at;
      const char32_t c = next_code_point(text_, at);
      const FoldedChar folded = table[c];
      if (folded >= kFirstFolded) {
        put(folded);
        if (count_ - first_ >= kLongSentence && (count_ - first_ >= kLongestSentence || may_cut_behind(folded))) {
          ++points_;
          cut();
          continue;
        }
      } else {
        mark(folded, begin, at);
      }
      ++points_;
    }
    cut();
    out_.chars.resize(count_);
  }

 private:
  void put(FoldedChar c) {
    if (count_ == first_) begin_ = points_;
    chars_[count_++] = c;
    end_ = points_ + 1;
  }

  void mark(FoldedChar what, std::uint32_t begin, std::uint32_t& at) {
    switch (what) {
      case kStop:
      case kLineBreak:
        return cut();
      case kPoint:
        return point(at);
      case kPercent:
        if (count_ > first_ && is_ascii_digit(chars_[count_ - 1])) put(u'%');
        return;
      case kColon:
        if (is_in_number(at)) return put(u':');
        [[fallthrough]];
      case kClause:
        if (count_ - first_ >= kLongSentence) cut();
        return;
      case kOpenParen:
        return annotation(begin, at);
      default:
        return;
    }
  }

  // A mark right behind a digit and before one.
  [[nodiscard]] bool is_in_number(std::uint32_t next) const {
    if (count_ == first_ || !is_ascii_digit(chars_[count_ - 1]) || end_ != points_ || next >= text_.size()) return false;
    return is_ascii_digit(FoldTable::instance()[next_code_point(text_, next)]);
  }

  // 41.7 keeps its point; "U.S. " and "v1.0" are not cut; "，2025年." is.
  void point(std::uint32_t at) {
    const bool word_follows = at < text_.size() && is_ascii_word(static_cast<unsigned char>(text_[at]));
    if (!word_follows) return cut();
    const bool number = count_ > first_ && is_ascii_digit(chars_[count_ - 1]) &&
                        is_ascii_digit(static_cast<FoldedChar>(static_cast<unsigned char>(text_[at])));
    if (number) put(u'.');
  }

  void annotation(std::uint32_t begin, std::uint32_t& at) {
    const bool behind_han = count_ > first_ && chars_[count_ - 1] >= 0x3400 && end_ == points_;
    if (!behind_han || at >= text_.size()) return;
    const auto next = static_cast<unsigned char>(text_[at]);
    if (!(next >= 'a' && next <= 'z') && (next < 0xC3 || next > 0xC9)) return;  // no letter of a syllable
    const auto end = pinyin_annotation_end(text_, begin, chars_[count_ - 1]);
    if (!end) return;
    points_ += count_code_points(text_.substr(at, *end - at));
    at = *end;
    end_ = points_ + 1;  // a second annotation may follow the same character
  }

  void cut() {
    if (count_ == first_) return;
    out_.sentences.push_back({{begin_, end_}, {first_, count_}});
    first_ = count_;
  }

  std::string_view text_;
  FoldedArticle& out_;
  FoldedChar* chars_ = nullptr;
  std::uint32_t count_ = 0;   // folded characters so far
  std::uint32_t points_ = 0;  // code points so far
  std::uint32_t first_ = 0;   // folded character at which the sentence begins
  std::uint32_t begin_ = 0;   // code point at which it begins
  std::uint32_t end_ = 0;     // and behind which its last compared character stands
};

}  // namespace

void fold_article(std::string_view text, FoldedArticle& out) { ArticleFolder(text, out).run(); }

}  // namespace yiwen
