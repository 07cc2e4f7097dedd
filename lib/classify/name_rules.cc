// SPDX-License-Identifier: Apache-2.0
//
// Another person, post or place. Only near-misses of names count (汪毓秀 → 汪敏秀): an altogether other name is another
// person, in another sentence.
#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "base/char_class.h"
#include "base/words_by_role.h"
#include "classify/phrases.h"
#include "classify/place_names.h"
#include "classify/rule_words.h"
#include "classify/rules.h"
#include "classify/same_sense.h"
#include "diff/person_names.h"
#include "diff/protected_words.h"
#include "diff/titles.h"
#include "diff/word_breaks.h"
#include "diff/word_list.h"
#include "normalize/pinyin.h"

namespace yiwen {

namespace embedded {
extern const std::string_view classify_same_callings_tsv;
}  // namespace embedded

namespace {

using Text = std::u32string_view;

// The word of a kind that the words touch.
const ProtectedWord* protected_at(std::span<const ProtectedWord> all, TextRange<Normal> words, ProtectedKind kind) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const ProtectedWord& word) {
    return word.kind == kind && word.range.overlaps(words);
  });
  return found == all.end() ? nullptr : &*found;
}

// The characters that foreign names are mostly written in, and more of them that common words have as well.
constexpr Text kOfNames =
    U"阿埃艾爱安奥巴贝本比彼波伯布卜查达戴丹道德迪蒂杜多厄恩尔法菲费弗福盖戈格古哈汉赫亨霍基吉加贾杰卡凯坎"
    U"考科克肯库夸拉莱兰朗劳勒雷里利莉林卢鲁伦罗洛马玛麦曼蒙米密明莫姆穆纳娜南内尼诺努欧帕派潘佩皮普奇齐乔"
    U"切让瑞萨塞赛桑沙莎舍圣什施史士斯思苏索塔泰坦汤特提图托瓦万威韦维魏温翁沃乌武西希锡夏谢雅亚延扬耶伊英"
    U"尤约扎詹哲兹佐鲍勃登顿芬海翰荷吕梅默森逊泽";
constexpr Text kMoreOfNames = U"夫文娃娅妮丝娥蒙黛蕾薇琳琪珍凡耐卓荣金顿";

// Near-misses only: an altogether other name is another person, in another sentence structure.
bool is_near_miss(Text from, Text to) {
  if (from.size() != to.size() || from == to) return false;
  const auto shared = std::count_if(from.begin(), from.end(), [&](char32_t c) { return to.find(c) != Text::npos; });
  return static_cast<std::size_t>(shared) + 1 >= from.size();
}

// 李强, 李克强: of one family, with a character more.
bool has_one_more(Text from, Text to) {
  if (from.size() > to.size()) std::swap(from, to);
  return from.size() >= 2 && from.size() + 1 == to.size() && from.front() == to.front() && from.back() == to.back();
}

// The characters of `less` stand in `more` too, in the same order.
bool is_in_order(Text less, Text more) {
  std::size_t at = 0;
  for (const char32_t c : more) at += at < less.size() && less[at] == c;
  return at == less.size();
}

Verdict another_name(const Change& change, Text from, Text to) {
  return {"name", Severity::critical, Layer::wording,
          "another name: " + quote(change, from) + " → " + quote(change, to)};
}

// A name that its text gives elsewhere too, with one character changed or lost here. `text` has it, `other` lacks it.
std::optional<std::pair<Text, Text>> spoiled_name(std::span<const std::u32string> names, Text text,
                                                  TextRange<Normal> words, Text other_text,
                                                  TextRange<Normal> other_words) {
  for (const auto& name : names) {
    const auto size = static_cast<std::uint32_t>(name.size());
    const auto from = words.begin + 1 > size ? words.begin + 1 - size : 0;
    for (auto at = from; at < words.end && at + size <= text.size(); ++at) {
      if (text.substr(at, size) != name) continue;
      // Where it would stand on the other side: unchanged characters go in step, changed ones where both have as many.
      const bool as_many = words.size() == other_words.size();
      if (!as_many && (at > words.begin || at + size < words.end)) continue;
      const auto begin = static_cast<std::int64_t>(other_words.begin) - words.begin + at;
      const auto end = static_cast<std::int64_t>(other_words.end) - words.end + at + size;
      if (begin < 0 || end <= begin || end > static_cast<std::int64_t>(other_text.size())) continue;
      const Text other = other_text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin));
      const bool lost = other.size() + 1 == size && size > 2 && is_in_order(other, name);
      if (other != name && (is_near_miss(name, other) || lost) && std::all_of(other.begin(), other.end(), is_han)) {
        return std::pair(text.substr(at, size), other);
      }
    }
  }
  return {};
}

// 前 and 原 also before what is no post, but what a person is called: 前|首席工程师.
bool is_called_behind(Text text, std::uint32_t at) {
  constexpr std::uint32_t kReach = 4;
  for (std::uint32_t skip = 0; skip <= kReach && at + skip < text.size(); ++skip) {
    if (!is_han(text[at + skip])) return false;
    if (title_at(text, at + skip)) return true;
  }
  return false;
}

// 驻法大使 → 驻德大使, 中美 → 中日: what stands for a country or a province in one character, where the characters
// beside it are not changed and tell so.
Answer another_sign(const Change& change) {
  const auto [left, right] = differing(change);
  if (left.size() != 1 || right.size() != 1) return {};
  const auto tells = [](Text text, TextRange<Normal> sign, std::string_view signs, std::string_view behind) {
    const Text rest = text.substr(sign.end), head = text.substr(0, sign.begin);
    return begins_with_one_of(rest, rule_words(behind)) || begins_with_one_of(rest, rule_words(signs)) ||
           ends_with_one_of(head, rule_words(signs));
  };
  const auto is_sign = [&](Text text, TextRange<Normal> words, std::string_view signs, std::string_view behind,
                           bool led) {
    return is_one_of(text.substr(words.begin, 1), rule_words(signs)) && (led || tells(text, words, signs, behind));
  };
  const bool led = ends_with_one_of(change.left_text.substr(0, left.begin), rule_words("before-country-sign")) &&
                   ends_with_one_of(change.right_text.substr(0, right.begin), rule_words("before-country-sign"));
  const bool country = is_sign(change.left_text, left, "country-sign", "behind-country-sign", led) &&
                       is_sign(change.right_text, right, "country-sign", "behind-country-sign", led);
  const bool province = is_sign(change.left_text, left, "province-sign", "behind-province-sign", false) &&
                        is_sign(change.right_text, right, "province-sign", "behind-province-sign", false);
  if (!country && !province) return {};
  return Verdict{"name", Severity::critical, Layer::wording, "another place: " + from_to(change)};
}

// 青海省玉树 → 甘肃省玉门: another place as a whole.
Answer another_province(const Change& change) {
  constexpr std::uint32_t kMostWords = 8;
  const auto [left, right] = differing(change);
  if (left.size() > kMostWords || right.size() > kMostWords) return {};
  const Text from = change.left_text.substr(left.begin, left.size()),
             to = change.right_text.substr(right.begin, right.size());
  const auto *here = place_names().longest_at(from, 0), *there = place_names().longest_at(to, 0);
  // 广东广州 and 广州市 are one place, named more fully.
  if (!here || !there || contains(from, there->text) || contains(to, here->text)) return {};
  const auto goes_on = [](Text words, const WordList::Word& place) {
    const Text rest = words.substr(place.text.size());
    return std::all_of(rest.begin(), rest.end(), [](char32_t c) { return is_han(c) && !is_function_character(c); });
  };
  if (!goes_on(from, *here) || !goes_on(to, *there)) return {};
  return Verdict{"name", Severity::critical, Layer::wording, "another place: " + from_to(change)};
}

// 阜新 → 埠新: one character of a place is another, and makes no word (中国 → 我国). `place`: in the side that has it,
// the left one if `of_left`.
Answer misspelt_place(const Change& change, TextRange<Normal> place, bool of_left) {
  const auto words = differing(change);
  if (words.left.size() != 1 || words.right.size() != 1 || change.converted) return {};
  const auto& [here, there] = of_left ? std::pair(words.left, words.right) : std::pair(words.right, words.left);
  const Text text = of_left ? change.left_text : change.right_text,
             other = of_left ? change.right_text : change.left_text;
  const auto begins = of_left ? change.left_begins : change.right_begins;
  if (place.size() < 2 || place.end >= begins.size() || !begins[place.begin] || !begins[place.end]) return {};
  const auto before = here.begin - place.begin;  // characters of the place that are the same
  if (there.begin < before) return {};
  const Text name = text.substr(place.begin, place.size()), misspelt = other.substr(there.begin - before, place.size());
  if (misspelt.size() < name.size() || !std::all_of(misspelt.begin(), misspelt.end(), is_han)) return {};
  const auto breaks = word_breaks(misspelt);
  if (std::none_of(breaks.begin() + 1, breaks.end() - 1, [](char b) { return b != 0; })) return {};
  return Verdict{"name", Severity::major, Layer::wording,
                 "it seems, another place: " + quote(change, of_left ? name : misspelt) + " → " +
                     quote(change, of_left ? misspelt : name)};
}

// The names of both sides, where one of them may be told by standing where the other one does: 由|程颖|女士主持,
// 由|方琳| 女士主持. Nothing where there are none.
std::optional<Differing> same_frame(const Change& change, const Differing& words, TextRange<Normal> left,
                                    TextRange<Normal> right) {
  if (left.empty() && right.empty()) return {};
  if (!left.empty() && !right.empty()) return Differing{left, right};
  const auto placed = [](TextRange<Normal> name, TextRange<Normal> here, TextRange<Normal> there) {
    const auto before = here.begin - std::min(here.begin, name.begin), behind = name.end - std::min(name.end, here.end);
    return TextRange<Normal>{there.begin - std::min(there.begin, before), there.end + behind};
  };
  Differing names{left, right};
  if (left.empty()) names.left = placed(right, words.right, words.left);
  if (right.empty()) names.right = placed(left, words.left, words.right);
  const auto& [text, other] =
      left.empty() ? std::pair(change.left_text, names.left) : std::pair(change.right_text, names.right);
  if (other.end > text.size() || !could_be_name(text.substr(other.begin, other.size()))) return {};
  return names;
}

// What a mark before a post makes of it: the role of rule_words.tsv that has it, empty where none does.
std::string_view rank_of(Text mark) {
  for (const std::string_view role :
       {"rank-former", "rank-present", "rank-elect", "rank-deputy", "rank-acting", "rank-honorary"}) {
    if (is_one_of(mark, rule_words(role))) return role;
  }
  return {};
}

bool has_post_behind(Text text, TextRange<Normal> mark, std::span<const ProtectedWord> all) {
  constexpr std::uint32_t kReach = 4;  // 前|首席执行官 has words before the post too
  return is_called_behind(text, mark.end) || std::any_of(all.begin(), all.end(), [&](const ProtectedWord& word) {
           return word.kind == ProtectedKind::post && word.range.begin <= mark.end + kReach &&
                  word.range.end > mark.end;
         });
}

// 前|校长 → 现任|校长
Answer another_mark(const Change& change) {
  const auto from = rank_of(change.left_words()), to = rank_of(change.right_words());
  if (from.empty() || to.empty() || from == to) return {};
  if (!has_post_behind(change.left_text, change.left, change.left_protected) ||
      !has_post_behind(change.right_text, change.right, change.right_protected))
    return {};
  return Verdict{"post", Severity::critical, Layer::wording, "another mark before a post: " + from_to(change)};
}

}  // namespace

bool rules::are_same_callings(std::u32string_view left, std::u32string_view right) {
  static const WordsByRole kSame(embedded::classify_same_callings_tsv);
  const auto from = kSame.role_of(left);
  return from && from == kSame.role_of(right);
}

// A name beside a title, before a verb of saying, or known from elsewhere in the text, that became another name.
Answer rules::name(const Change& change) {
  const auto *left = protected_at(change.left_protected, change.left, ProtectedKind::name),
             *right = protected_at(change.right_protected, change.right, ProtectedKind::name);
  if (left && right) {
    const Text from = change.left_text.substr(left->range.begin, left->range.size());
    const Text to = change.right_text.substr(right->range.begin, right->range.size());
    if (is_near_miss(from, to) || has_one_more(from, to)) return another_name(change, from, to);
  }
  if (const auto spoiled =
          spoiled_name(change.left_names, change.left_text, change.left, change.right_text, change.right)) {
    return another_name(change, spoiled->first, spoiled->second);
  }
  if (const auto spoiled =
          spoiled_name(change.right_names, change.right_text, change.right, change.left_text, change.left)) {
    return another_name(change, spoiled->second, spoiled->first);
  }
  return {};
}

// 由张艺谋执导 → 由陈凯歌执导: nothing but the name is another. Behind the rules for sources, which tell who says it.
Answer rules::another_person(const Change& change) {
  const auto *left = protected_at(change.left_protected, change.left, ProtectedKind::name),
             *right = protected_at(change.right_protected, change.right, ProtectedKind::name);
  const auto words = differing(change);
  const auto names =
      same_frame(change, words, left ? left->range : TextRange<Normal>{}, right ? right->range : TextRange<Normal>{});
  if (!names || !names->left.contains(words.left) || !names->right.contains(words.right)) return {};
  const Text from = change.left_text.substr(names->left.begin, names->left.size()),
             to = change.right_text.substr(names->right.begin, names->right.size());
  // 李强 → 李市长
  const auto is_called_by_surname = [](Text name) { return ends_with_title(name) && name.size() > 2; };
  if (from.front() == to.front() && is_called_by_surname(from) != is_called_by_surname(to)) return {};
  return another_name(change, from, to);
}

// 何雨欣 → 何雨晴, without a word beside it that tells a name: a surname with two characters that make no word. Two
// surnames that are no common words tell it themselves, whatever follows: 周|建平 → 邹|建平.
Answer rules::unknown_name(const Change& change) {
  const auto [left, right] = differing(change);
  constexpr std::uint32_t kMostGiven = 2, kFullName = 3;
  constexpr std::size_t kTimes = 2;  // that the text has a name
  if (left.empty() || left.size() != right.size() || left.size() > kMostGiven || change.converted) return {};
  for (std::uint32_t before = left.size() == 1 ? 0 : 1;
       before <= kMostGiven && before <= left.begin && before <= right.begin; ++before) {
    const auto at_left = left.begin - before, at_right = right.begin - before;
    auto here = unknown_name_at(change.left_text, at_left), there = unknown_name_at(change.right_text, at_right);
    if (before > 0 && !(here && there)) {
      const Text from = change.left_text.substr(at_left, kFullName), to = change.right_text.substr(at_right, kFullName);
      // 田富贵 → 田富贤: one of them tells it of the other, which the dictionary may cut otherwise.
      const bool told = (here || there) && has_form_of_name(from) && has_form_of_name(to);
      // 何雨欣: the text has it elsewhere too. 成指出 → 成表示 are words behind a name that ends with a surname.
      const bool words = left.size() == kMostGiven && !word_breaks(from.substr(1))[1] && !word_breaks(to.substr(1))[1];
      const bool repeated = !words && may_be_name_of_common_surname(from) && may_be_name_of_common_surname(to) &&
                            change.count_in_reference && change.count_in_reference(from) >= kTimes;
      if (told || repeated) here = there = UnknownName{kFullName, false};
    }
    if (!here || !there || here->length != there->length || at_left + here->length < left.end) continue;
    const bool whole_given = left.size() == kMostGiven;  // nothing of it tells that it was one
    if (before > 0 && here->given_is_word && there->given_is_word) continue;
    if (before > 0 && whole_given && (here->given_is_word || there->given_is_word)) continue;
    const Text from = change.left_text.substr(at_left, here->length),
               to = change.right_text.substr(at_right, there->length);
    return Verdict{"name", Severity::major, Layer::wording,
                   "it seems, another name: " + quote(change, from) + " → " + quote(change, to)};
  }
  return {};
}

// 李某 → 季某, 王先生 → 张先生: a surname alone is all that is given of the name.
Answer rules::surname(const Change& change) {
  const auto [left, right] = differing(change);
  const Text from = change.left_text.substr(left.begin, left.size()),
             to = change.right_text.substr(right.begin, right.size());
  if (!is_surname(from) || !is_surname(to)) return {};
  const auto is_called = [](Text text, TextRange<Normal> words) {
    return begins_with_one_of(text.substr(words.end), rule_words("behind-surname"));
  };
  if (!is_called(change.left_text, left) || !is_called(change.right_text, right)) return {};
  return another_name(change, from, to);
}

// 阿卜杜拉 → 阿卜杜勒, 伊万科维奇 → 扬科维奇: of a run of the characters that foreign names are written in, one is
// another, or several are. What sounds alike is another way to write the name.
Answer rules::foreign_name(const Change& change) {
  constexpr std::uint32_t kShortestRun = 4;  // three stand together in words too: 本基金
  const auto [left, right] = differing(change);
  constexpr std::uint32_t kMostChanged = 4;  // characters: more is most of a name, and a run by itself
  // Each region has its own transcription.
  if (left.empty() || right.empty() || std::max(left.size(), right.size()) > kMostChanged || change.converted)
    return {};
  const auto run_around = [&](Text text, TextRange<Normal> words) {
    const auto is_of_name = [&](char32_t c) { return kOfNames.find(c) != Text::npos; };
    auto run = words;
    const Text changed = text.substr(words.begin, words.size());
    if (!std::all_of(changed.begin(), changed.end(), is_of_name)) return TextRange<Normal>{words.begin, words.begin};
    while (run.begin > 0 && is_of_name(text[run.begin - 1])) --run.begin;
    while (run.end < text.size() && is_of_name(text[run.end])) ++run.end;
    return run;
  };
  const auto from = run_around(change.left_text, left), to = run_around(change.right_text, right);
  if (from.size() < kShortestRun || to.size() < kShortestRun) return {};
  const bool one = left.size() == 1 && right.size() == 1;
  if (one && sound_alike(change.left_text[left.begin], change.right_text[right.begin])) return {};
  if (!one) {
    return Verdict{"name", Severity::major, Layer::wording,
                   "it seems, another name: " + quote(change, change.left_text.substr(from.begin, from.size())) +
                       " → " + quote(change, change.right_text.substr(to.begin, to.size()))};
  }
  return another_name(change, change.left_text.substr(from.begin, from.size()),
                      change.right_text.substr(to.begin, to.size()));
}

// 丽莎·莱文 → 丽莎·莱恩: beside a dot that parts the names of a person, a few characters are enough.
Answer rules::dotted_name(const Change& change) {
  constexpr std::uint32_t kReach = 5;  // characters of the name between the dot and the one that changed, and it
  constexpr std::size_t kDot = 2;      // bytes
  const auto [left, right] = differing(change);
  if (left.size() != 1 || right.size() != 1 || change.converted || !change.print_left || !change.print_right) return {};
  const char32_t from = change.left_text[left.begin], to = change.right_text[right.begin];
  const auto is_of_name = [](char32_t c) {
    return contains(kOfNames, Text(&c, 1)) || contains(kMoreOfNames, Text(&c, 1));
  };
  if (!is_of_name(from) || !is_of_name(to) || sound_alike(from, to)) return {};
  const auto is_dotted = [](TextRange<Normal> name, const std::function<std::string(TextRange<Normal>)>& print) {
    const std::string printed = print(name);
    const auto dot = printed.find("·");
    // Nothing but the dot stands between the characters.
    constexpr std::size_t kHan = 3;
    return dot != std::string::npos && printed.size() == name.size() * kHan + kDot;
  };
  for (std::uint32_t reach = 1; reach <= kReach; ++reach) {
    if (left.begin < reach || right.begin < reach) break;
    const TextRange<Normal> here{left.begin - reach, left.end}, there{right.begin - reach, right.end};
    if (is_dotted(here, change.print_left) && is_dotted(there, change.print_right)) {
      return another_name(change, change.left_text.substr(here.begin + 1, here.size() - 1),
                          change.right_text.substr(there.begin + 1, there.size() - 1));
    }
  }
  return {};
}

// A post that became another post.
Answer rules::post(const Change& change) {
  constexpr std::uint32_t kMostWords = 6;
  if (change.left.empty() || change.right.empty() || change.left.size() > kMostWords ||
      change.right.size() > kMostWords)
    return {};
  const auto *left = protected_at(change.left_protected, change.left, ProtectedKind::post),
             *right = protected_at(change.right_protected, change.right, ProtectedKind::post);
  if (!left || !right) return {};
  const Text from = change.left_text.substr(left->range.begin, left->range.size());
  const Text to = change.right_text.substr(right->range.begin, right->range.size());
  if (from == to || are_same_callings(from, to)) return {};
  return Verdict{"post", Severity::critical, Layer::wording,
                 "another post: " + quote(change, from) + " → " + quote(change, to)};
}

// 审判长梁伯衡 → 公诉人梁伯衡: the same name, and another calling before it.
Answer rules::calling(const Change& change) {
  const auto is_called = [](Text text, TextRange<Normal> words) {
    const auto title = words.empty() ? std::nullopt : title_at(text, words.begin);
    return title && title->length == words.size();
  };
  const bool left_called = is_called(change.left_text, change.left),
             right_called = is_called(change.right_text, change.right);
  if (!left_called && !right_called) return {};
  const auto has_name_behind = [](TextRange<Normal> words, std::span<const ProtectedWord> all) {
    return std::any_of(all.begin(), all.end(), [&](const ProtectedWord& word) {
      return word.kind == ProtectedKind::name && word.range.begin == words.end;
    });
  };
  const bool left_named = has_name_behind(change.left, change.left_protected),
             right_named = has_name_behind(change.right, change.right_protected);
  if (left_called != right_called) {
    // 代表|王强 → 象征|王强: before the same name, a word of as many characters that no person is called by.
    const bool named = left_called ? left_named : right_named;
    const auto all_han = [](Text words) { return std::all_of(words.begin(), words.end(), is_han); };
    const Text calling = left_called ? change.left_words() : change.right_words();
    if (!named || change.left.size() != change.right.size() || change.left.size() < 2 || calling == U"记者" ||
        !all_han(change.left_words()) || !all_han(change.right_words()) ||
        have_one_sense(change.left_words(), change.right_words()))
      return {};
    return Verdict{"post", Severity::major, Layer::wording, "a person is called something else: " + from_to(change)};
  }
  if (!left_named || !right_named) return {};
  if (are_same_callings(change.left_words(), change.right_words())) return {};
  // 老师 and 教师, 警官 and 民警: what shares a character is most often another word for the same.
  const bool shared = std::any_of(change.left_words().begin(), change.left_words().end(),
                                  [&](char32_t c) { return contains(change.right_words(), Text(&c, 1)); });
  if (shared) return {};
  return Verdict{"post", Severity::major, Layer::wording, "a person is called something else: " + from_to(change)};
}

// 俄罗斯 → 乌克兰, 印度 → 印度尼西亚: both are places, and not the same.
Answer rules::place(const Change& change) {
  constexpr std::uint32_t kLongestPlace = 8;
  // The place that holds the words, and maybe unchanged characters beside them.
  const auto place_around = [](Text text, TextRange<Normal> words) {
    for (auto at = words.begin > kLongestPlace ? words.begin - kLongestPlace : 0; at <= words.begin; ++at) {
      const auto* place = at < text.size() ? place_names().longest_at(text, at) : nullptr;
      const auto end = place ? at + static_cast<std::uint32_t>(place->text.size()) : 0;
      const bool holds = words.empty() && at < words.begin ? end >= words.begin : end > words.begin;
      if (place && holds && end >= words.end) return TextRange<Normal>{at, end};
    }
    return TextRange<Normal>{};
  };
  const auto [left_words, right_words] = differing(change);
  if (auto sign = another_sign(change)) return sign;
  if (auto province = another_province(change)) return province;
  const auto left = place_around(change.left_text, left_words), right = place_around(change.right_text, right_words);
  if (left.empty() != right.empty()) return misspelt_place(change, left.empty() ? right : left, right.empty());
  if (left.empty()) return {};
  if (left_words.begin - left.begin != right_words.begin - right.begin ||
      left.end - left_words.end != right.end - right_words.end)
    return {};
  const Text from = change.left_text.substr(left.begin, left.size()),
             to = change.right_text.substr(right.begin, right.size());
  if (from == to) return {};
  return Verdict{"name", Severity::critical, Layer::wording,
                 "another place: " + quote(change, from) + " → " + quote(change, to)};
}

// 原, 前, 副 before a post make another post of it.
Answer rules::rank_mark(const Change& change) {
  constexpr std::uint32_t kReach = 8;  // the body may stand between the mark and the post: 原|国务院港澳事务办公室|主任
  const auto [left, right] = differing(change);
  const bool gone = right.empty(), come = left.empty();
  if (!gone && !come) return another_mark(change);
  if (gone == come) return {};
  const auto words = gone ? left : right;
  const Text mark = (gone ? change.left_text : change.right_text).substr(words.begin, words.size());
  // Deputy Mayor: posts in an alphabet are on no list; these words nearly always stand before one.
  if (is_one_of(mark, rule_words("latin-rank-mark")))
    return Verdict{"post", Severity::critical, Layer::wording, quote(change, mark) + " before a post on one side only"};
  if (is_one_of(mark, rule_words("person-mark")) &&
      is_called_behind(gone ? change.left_text : change.right_text, words.end))
    return Verdict{"post", Severity::major, Layer::wording, quote(change, mark) + " before a person on one side only"};
  if (!is_one_of(mark, rule_words("rank-mark"))) return {};
  if (is_called_behind(gone ? change.left_text : change.right_text, words.end))
    return Verdict{"post", Severity::critical, Layer::wording,
                   quote(change, mark) + " before a person on one side only"};
  // Inside words that were changed as a whole, the mark must belong to the post itself: 教授 → 副教授.
  const bool alone = words == (gone ? change.left : change.right);
  const auto& print = gone ? change.print_left : change.print_right;
  const auto in_one_clause = [&](std::uint32_t post) {  // 前不久，…主任
    return post <= words.end || !print || print({words.end - 1, post + 1}).find("，") == std::string::npos;
  };
  for (const auto& word : gone ? change.left_protected : change.right_protected) {
    if (word.kind != ProtectedKind::post) continue;
    if (alone ? word.range.begin <= words.end + kReach && word.range.end > words.end && in_one_clause(word.range.begin)
              : word.range.begin == words.begin || word.range.begin == words.end) {
      return Verdict{"post", Severity::critical, Layer::wording,
                     quote(change, mark) + " before a post on one side only"};
    }
  }
  return {};
}

}  // namespace yiwen
