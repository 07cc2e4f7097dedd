// SPDX-License-Identifier: Apache-2.0
//
// Words that say which of a kind: before a noun that only names the kind (局, 罪, 率), another word means another
// thing.
#include <algorithm>
#include <functional>
#include <span>
#include <string>

#include "base/char_class.h"
#include "classify/phrases.h"
#include "classify/rule_words.h"
#include "classify/rules.h"
#include "diff/word_breaks.h"

namespace yiwen {

namespace {

using Text = std::u32string_view;

bool is_kind_behind(Text behind) {
  return begins_with_one_of(behind, rule_words("kind")) && !begins_with_one_of(behind, rule_words("no-kind"));
}

// 护卫|舰, 羽毛|球, 授权|日: a noun of one character with which a word ends. A verb of two characters hardly ever
// stands before such a noun, so that what does says which.
bool is_noun_behind(Text text, TextRange<Normal> words, std::span<const char> begins,
                    const std::function<std::string(TextRange<Normal>)>& print) {
  constexpr std::size_t kContext = 6;  // characters by which a word is cut
  if (words.end + 1 >= begins.size() || !begins[words.end + 1]) return false;
  if (!is_one_of(text.substr(words.end, 1), rule_words("kind-ending-word"))) return false;
  if (!word_breaks(text.substr(words.end, kContext))[1]) return false;  // 参观|车站旧址 was cut within 车站
  return printed_together(print, words.end);                            // 指出，|码头
}

// Says which one: not a verb, a number or a word that leaves it open (有关, 当地).
bool says_which(Text words) {
  constexpr std::size_t kLeast = 2, kMost = 8;
  constexpr Text kParticles = U"的了在和与及是被把从对";
  return words.size() >= kLeast && words.size() <= kMost &&
         std::all_of(words.begin(), words.end(),
                     [&](char32_t c) { return is_han(c) && kParticles.find(c) == Text::npos; }) &&
         !holds_one_of(words, rule_words("any-of-kind"));
}

// Characters of which a name may be made: 小镇, 全县 and 我市 name none.
bool may_be_settlement(Text name) {
  return std::all_of(name.begin(), name.end(), [](char32_t c) {
    return is_han(c) && !is_function_character(c) && !is_one_of(Text(&c, 1), rule_words("plain-settlement"));
  });
}

// 遂溪县 → 吴川市: two names of settlements, of two kinds, with nothing in common.
bool is_other_settlement(const Change& change) {
  constexpr std::size_t kLeast = 3, kMost = 4;  // characters, as nearly all such names have; of two, 县城 names none
  const Text from = change.left_words(), to = change.right_words();
  const auto is_name = [&](Text words) {
    return words.size() >= kLeast && words.size() <= kMost && ends_with_one_of(words, rule_words("settlement-end")) &&
           !holds_one_of(words, rule_words("any-of-kind")) && may_be_settlement(words.substr(0, words.size() - 1));
  };
  return is_name(from) && is_name(to) &&
         std::none_of(from.begin(), from.end(), [&](char32_t c) { return to.find(c) != Text::npos; });
}

}  // namespace

// 交通运输|局 → 公安|局, 控球|率 → 射正|率. Heads that stand alone as well (送往|医院) count behind what leads a noun:
// 在|中山|公园. Words that share a character are most often two ways to say the same.
Answer rules::another_kind(const Change& change) {
  const auto [left, right] = differing(change);
  const Text from = change.left_text.substr(left.begin, left.size()),
             to = change.right_text.substr(right.begin, right.size());
  if (!says_which(from) || !says_which(to)) return {};
  const auto is_led = [](Text text, TextRange<Normal> words) {
    return ends_with_one_of(text.substr(0, words.begin), rule_words("leads-noun")) &&
           begins_with_one_of(text.substr(words.end), rule_words("led-kind")) &&
           !begins_with_one_of(text.substr(words.end), rule_words("no-led")) &&
           !ends_with_one_of(text.substr(words.begin, words.size()), rule_words("no-name-of-led"));
  };
  const bool led = is_led(change.left_text, left) && is_led(change.right_text, right);
  const auto is_kind = [](Text text, TextRange<Normal> words, std::span<const char> begins,
                          const std::function<std::string(TextRange<Normal>)>& print) {
    return is_kind_behind(text.substr(words.end)) || is_noun_behind(text, words, begins, print);
  };
  if (!led && (!is_kind(change.left_text, left, change.left_begins, change.print_left) ||
               !is_kind(change.right_text, right, change.right_begins, change.print_right)))
    return {};
  if (std::any_of(from.begin(), from.end(), [&](char32_t c) { return to.find(c) != Text::npos; })) return {};
  return Verdict{"term", Severity::major, Layer::wording, "another of the kind: " + from_to(change)};
}

// 望江|镇 → 临江|镇: settlements are told apart by one character of their names too, where these are not words both.
Answer rules::another_settlement(const Change& change) {
  const auto [left, right] = differing(change);
  if (is_other_settlement(change)) {
    return Verdict{"name", Severity::major, Layer::wording, "another place: " + from_to(change)};
  }
  if (left.size() != 1 || right.size() != 1 || change.converted) return {};
  const auto is_word = [](Text name) { return word_breaks(name)[1] == 0; };
  constexpr std::size_t kName = 2;
  for (const std::uint32_t before : {0U, 1U}) {  // 望|江镇, 江|口镇
    if (left.begin < before || right.begin < before) continue;
    const Text from = change.left_text.substr(left.begin - before), to = change.right_text.substr(right.begin - before);
    if (from.size() <= kName || to.size() <= kName || from[kName] != to[kName]) continue;
    const bool settlement = begins_with_one_of(from.substr(kName), rule_words("settlement")) &&
                            is_kind_behind(from.substr(kName)) && is_kind_behind(to.substr(kName));
    // 华盛|证券, 西岭|礁: what has a name of its own as well.
    if (!settlement && !begins_with_one_of(from.substr(kName), rule_words("named"))) continue;
    const Text here = from.substr(0, kName), there = to.substr(0, kName);
    if (!may_be_settlement(here) || !may_be_settlement(there)) continue;
    if (from[kName] != U'市' && is_word(here) && is_word(there)) continue;  // 渔村, 山村; cities are words as well
    return Verdict{"term", Severity::major, Layer::wording, "another of the kind: " + from_to(change)};
  }
  return {};
}

// 教育厅 → 卫健委, 国务院 → 全国人大, 疾病|预防控制|中心 → 妇幼保健: two names of bodies of which none is short for the
// other.
Answer rules::body(const Change& change) {
  constexpr std::size_t kLeastName = 3, kLongestName = 12;  // characters: 公司 and 法院 name no body, a clause is none
  const auto is_name = [](Text words) {
    return words.size() >= kLeastName && words.size() <= kLongestName &&
           std::all_of(words.begin(), words.end(), is_han) && ends_with_one_of(words, rule_words("body-name-end")) &&
           !holds_one_of(words, rule_words("any-of-kind"));
  };
  const auto [left, right] = differing(change);
  Text from = change.left_text.substr(left.begin, change.left.end - left.begin),
       to = change.right_text.substr(right.begin, change.right.end - right.begin);
  const Text behind = change.left_text.substr(change.left.end), same = change.right_text.substr(change.right.end);
  for (const auto& tail : rule_words("body-name-tail")) {
    if (is_name(from) && is_name(to)) break;
    if (!behind.starts_with(tail) || !same.starts_with(tail)) continue;
    from = change.left_text.substr(left.begin, change.left.end + tail.size() - left.begin);
    to = change.right_text.substr(right.begin, change.right.end + tail.size() - right.begin);
  }
  if (!is_name(from) || !is_name(to)) return {};
  // 中央气象台 → 香港天文台: what both bodies are is no short name of one.
  const auto same_end = [&] {
    std::size_t size = 0;
    while (size < from.size() && size < to.size() && from[from.size() - 1 - size] == to[to.size() - 1 - size]) ++size;
    return size;
  }();
  const Text name = from.substr(0, from.size() - same_end), other = to.substr(0, to.size() - same_end);
  if (name.empty() || other.empty() || is_short_for(name, other) || is_short_for(other, name)) return {};
  return Verdict{"name", Severity::major, Layer::wording, "another body: " + from_to(change)};
}

// 国务院办公厅 → 国务院: a part of a body is not the body.
Answer rules::another_body(const Change& change) {
  constexpr std::uint32_t kLeastName = 2;
  const auto [left, right] = differing(change);
  if (left.empty() == right.empty()) return {};
  const Text text = left.empty() ? change.right_text : change.left_text;
  const auto words = left.empty() ? right : left;
  const Text before = text.substr(0, words.begin);
  if (!is_one_of(text.substr(words.begin, words.size()), rule_words("part-of-body")) || before.size() < kLeastName ||
      !std::all_of(before.end() - kLeastName, before.end(), is_han))
    return {};
  return Verdict{"name", Severity::major, Layer::wording, "another body: " + from_to(change)};
}

// GDP → GNP, A股 → B股: what capitals stand for. One alone stands for something beside Han and digits only.
Answer rules::abbreviation(const Change& change) {
  const auto is_abbreviation = [&](Text text, TextRange<Normal> words) {
    const std::string printed = quote(change, text.substr(words.begin, words.size()));
    const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (printed.size() != words.size() || printed.empty() || !is_capital(printed.front()) ||
        !std::all_of(printed.begin(), printed.end(), [&](char c) { return is_capital(c) || (c >= '0' && c <= '9'); }))
      return false;
    return printed.size() > 1 || (words.end < text.size() && is_han(text[words.end]));
  };
  if (!is_abbreviation(change.left_text, change.left) || !is_abbreviation(change.right_text, change.right)) return {};
  const Text from = change.left_words(), to = change.right_words();
  if (from.starts_with(to) || to.starts_with(from)) return {};  // US and USA
  return Verdict{"term", Severity::major, Layer::wording, "another abbreviation: " + from_to(change)};
}

}  // namespace yiwen
