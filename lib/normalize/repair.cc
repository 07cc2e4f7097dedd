// SPDX-License-Identifier: Apache-2.0
//
// Three kinds of damage:
//
//   annotation        產業(yè)   a converter put the reading behind a character
//                     产(chan)   or put it there without its tone; then it must be a reading of that character
//                     电diàn缆   or put it there without parentheses; then it must be the reading of what stands before
//   mojibake          ?jié)摿   such an annotation whose opening half was lost with the bytes around it, private-use
//                               characters, U+FFFD, the well-known debris of wrong decoding (锟斤拷, 鈥?), what was
//                               decoded as something else than it is (garbled.h)
//                     青?岛     a question mark that stands for a character, in a text that does not ask with it
//   lost punctuation  9.2%9.3%  two quantities with nothing between them
//
// Only patterns that no writer writes are marked: an editor must be able to trust each mark.
#include "normalize/repair.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

#include "base/char_class.h"
#include "base/data_lines.h"
#include "base/markup.h"
#include "base/utf8.h"
#include "normalize/garbled.h"
#include "normalize/pinyin.h"

namespace yiwen {

namespace embedded {
extern const std::string_view normalize_question_words_txt;
}

namespace {

// A tone-marked vowel and the plain letter under it; ü is written v below, as keyboards do.
char plain_vowel(char32_t c) {
  switch (c) {
    case U'ā': case U'á': case U'ǎ': case U'ă': case U'à': return 'a';
    case U'ē': case U'é': case U'ě': case U'ĕ': case U'è': return 'e';
    case U'ī': case U'í': case U'ǐ': case U'ĭ': case U'ì': return 'i';
    case U'ō': case U'ó': case U'ǒ': case U'ŏ': case U'ò': return 'o';
    case U'ū': case U'ú': case U'ǔ': case U'ŭ': case U'ù': return 'u';
    case U'ǖ': case U'ǘ': case U'ǚ': case U'ǜ': return 'v';
    case U'ń': case U'ň': case U'ǹ': return 'n';
    default: return 0;
  }
}

constexpr std::array<std::string_view, 37> kFinals = {
    "a",   "ai",  "an",  "ang", "ao",   "e",   "ei",  "en",  "eng", "er",  "i",   "ia",  "ian",
    "iang", "iao", "ie",  "in",  "ing",  "io",  "iong", "iu", "o",   "ong", "ou",  "u",   "ua",
    "uai", "uan", "uang", "ue",  "ui",   "un",  "uo",  "v",   "van", "ve",  "vn"};

// Spelled as one syllable of Hanyu pinyin, tone marks taken off.
bool is_pinyin(std::string_view letters) {
  if (letters == "n" || letters == "ng" || letters == "m") return true;
  std::string_view final = letters;
  if (final.starts_with("zh") || final.starts_with("ch") || final.starts_with("sh")) {
    final.remove_prefix(2);
  } else if (std::string_view("bpmfdtnlgkhjqxrzcsyw").find(final.front()) != std::string_view::npos) {
    final.remove_prefix(1);
  }
  return std::find(kFinals.begin(), kFinals.end(), final) != kFinals.end();
}

constexpr std::size_t kLongestSyllable = 6;  // zhuang, chuang, shuang

// ☂ 🎐: of the blocks of symbols that pages are decorated with.
bool is_pictograph(char32_t c) {
  return (c >= 0x2600 && c <= 0x27BF) || (c >= 0x2B00 && c <= 0x2BFF) || (c >= 0x1F300 && c <= 0x1FAFF);
}

struct Syllable {
  std::uint32_t end = 0;
  bool toned = false;
  std::string plain;  // letters, tone marks taken off
};

// The pinyin syllable of lower-case letters that begins at byte `at`. Pages that put readings into their words put
// pictures among them: 义(y🎐i).
std::optional<Syllable> syllable_at(std::string_view text, std::uint32_t at) {
  Syllable syllable{at, false, {}};
  std::string& plain = syllable.plain;
  while (syllable.end < text.size() && plain.size() <= kLongestSyllable) {
    std::uint32_t next = syllable.end;
    const char32_t c = next_code_point(text, next);
    if (c >= 'a' && c <= 'z') {
      plain.push_back(static_cast<char>(c));
    } else if (c == U'ü') {
      plain.push_back('v');
    } else if (c == 0x251 || c == 0x261) {  // ɑ and ɡ, which some converters write
      plain.push_back(c == 0x251 ? 'a' : 'g');
    } else if (const char vowel = plain_vowel(c)) {
      plain.push_back(vowel);
      syllable.toned = true;
    } else if (!is_pictograph(c)) {
      break;
    }
    syllable.end = next;
  }
  if (plain.empty() || plain.size() > kLongestSyllable || !is_pinyin(plain)) return {};
  return syllable;
}

bool begins_syllable(char32_t c) { return (c >= 'a' && c <= 'z') || plain_vowel(c); }

bool is_open_parenthesis(char32_t c) { return c == '(' || c == U'（'; }
bool is_close_parenthesis(char32_t c) { return c == ')' || c == U'）'; }

// Debris that wrong decoders are known for: U+FFFD read as GBK, uninitialised memory, half a quotation mark or other
// mark of which GBK took the first two bytes.
constexpr std::array<std::string_view, 11> kDebris = {"锟斤拷",   "锟斤", "烫烫烫",   "屯屯屯", "â€\"",    "鈥?",
                                                      "鈥\uFFFD", "銆?",  "銆\uFFFD", "锛?",    "锛\uFFFD"};

// 灯塔太?！?， for 灯塔太保”，: of two characters of GBK each lost a byte, and what was left of them is ！. Nobody asks
// and calls so before a comma.
std::optional<std::uint32_t> two_halves_end(std::string_view text, std::uint32_t at) {
  constexpr std::u32string_view kCalls = U"！!", kBehind = U"，,、；;";
  const auto read = [&](std::u32string_view marks) {
    if (at >= text.size()) return false;
    return marks.find(next_code_point(text, at)) != std::u32string_view::npos;
  };
  if (!read(U"?") || !read(kCalls) || !read(U"?")) return {};
  const auto end = at;
  return read(kBehind) ? std::optional(end) : std::nullopt;
}

// The mojibake that begins at byte `at`, with what stood there where that is known; or nothing.
std::optional<Garbled> mojibake_at(std::string_view text, std::uint32_t at) {
  for (const auto debris : kDebris) {
    if (text.substr(at).starts_with(debris)) return Garbled{at + static_cast<std::uint32_t>(debris.size()), {}, {}};
  }
  std::uint32_t next = at;
  const char32_t c = next_code_point(text, next);
  if (c == 0xFFFD || is_private_use(c)) return Garbled{next, {}, {}};
  if (auto garbled = garbled_at(text, at)) return garbled;
  if (c != '?') return {};
  if (const auto end = two_halves_end(text, at)) return Garbled{*end, {}, {}};
  // "?jié)摿": the bytes of 潛( and 力 were torn apart and paired anew. The Han character behind is part of the damage, and
  // so is what follows it that no writer writes (a private-use character, @ between Han characters).
  const auto syllable = syllable_at(text, next);
  if (!syllable || !syllable->toned || syllable->end >= text.size()) return {};
  next = syllable->end;
  if (!is_close_parenthesis(next_code_point(text, next))) return {};
  std::uint32_t end = next;
  if (next < text.size() && garbled_at(text, next)) return Garbled{end, {}, {}};  // the rest of the row is known
  for (bool first = true; next < text.size(); first = false) {
    const char32_t behind = next_code_point(text, next);
    if (!(first && is_han(behind)) && !is_private_use(behind) && behind != '@' && behind != 0xFFFD) break;
    end = next;
  }
  return Garbled{end, {}, {}};
}

// Keeps the Han characters that stand last, marks and blanks aside.
void keep_last(std::u32string& han, char32_t c) {
  if (is_han(c)) {
    han.push_back(c);
  } else if (is_word(c)) {
    han.clear();
  }
}

// Whether the sentence that ends at byte `end` asks.
bool asks(std::string_view text, std::uint32_t end) {
  constexpr std::size_t kReach = 100;  // sentences of news are seldom longer
  constexpr std::u32string_view kBounds = U"。！？!?“”「」『』\n";
  static const std::vector<std::u32string> kWords = [] {
    std::vector<std::u32string> words;
    each_data_line(embedded::normalize_question_words_txt,
                   [&](std::string_view line) { words.push_back(to_utf32(line)); });
    return words;
  }();
  std::u32string sentence;
  for (std::uint32_t at = end; at > 0 && sentence.size() < kReach;) {
    const char32_t c = horizontal_mark(previous_code_point(text, at));
    if (kBounds.find(c) != std::u32string_view::npos) break;
    sentence.push_back(c);
  }
  std::reverse(sentence.begin(), sentence.end());
  return std::any_of(kWords.begin(), kWords.end(),
                     [&](const std::u32string& word) { return sentence.find(word) != std::u32string::npos; });
}

// How a text writes its marks.
struct MarkHabit {
  bool wide = false;         // commas and stops of full width
  bool asks_narrow = false;  // and yet it asks with question marks of half width
};

MarkHabit mark_habit(std::string_view text) {
  constexpr int kFewest = 3;  // wide commas and stops
  constexpr int kShare = 10;  // of them for one that is narrow, behind a Han character
  constexpr std::u32string_view kBehindQuestion = U"”」』）)\n\r 　";
  MarkHabit habit;
  int wide = 0;
  int narrow = 0;
  char32_t before = 0;
  for (std::uint32_t at = 0; at < text.size();) {
    const std::uint32_t begin = at;
    const char32_t c = horizontal_mark(next_code_point(text, at));
    if (c == U'，' || c == U'。') ++wide;
    if (is_han(before) && (c == ',' || c == '.')) ++narrow;
    if (is_han(before) && c == '?' && !habit.asks_narrow) {
      std::uint32_t next = at;
      const bool ends = at == text.size() || kBehindQuestion.find(next_code_point(text, next)) != kBehindQuestion.npos;
      habit.asks_narrow = ends || asks(text, begin);
    }
    before = c;
  }
  habit.wide = wide >= kFewest && wide >= kShare * narrow;
  return habit;
}

// The question marks at byte `at` that an encoder wrote for a character it did not have: 青?岛, 陈??. One or two stand
// between Han characters and the marks beside them, in a text with marks of full width that asks with others. Behind a
// comma nobody asks.
std::optional<std::uint32_t> lost_character_end(std::string_view text, std::uint32_t at, char32_t before,
                                                MarkHabit habit) {
  constexpr std::u32string_view kBefore = U"、，：；《（";
  constexpr std::u32string_view kBehind = U"、，。；：》）";
  constexpr std::uint32_t kMostMarks = 2;
  if (!habit.wide) return {};
  std::uint32_t end = at;
  while (end < text.size() && text[end] == '?') ++end;
  if (end - at > kMostMarks || end == text.size()) return {};
  std::uint32_t next = end;
  const char32_t behind = horizontal_mark(next_code_point(text, next));
  if (!is_han(behind) && kBehind.find(behind) == std::u32string_view::npos) return {};
  const char32_t opening = horizontal_mark(before);
  if ((opening == U'（' && behind == U'）') || (opening == U'《' && behind == U'》')) return {};  // not sure: 石浦（?）
  const bool begins_clause = kBefore.find(opening) != std::u32string_view::npos;
  if (!begins_clause && (!is_han(before) || habit.asks_narrow)) return {};
  return end;
}

// The letters are the readings of the characters that stand last, as many as they need.
bool reads_last(std::u32string_view characters, std::string_view letters) {
  constexpr std::size_t kMostCharacters = 4;
  if (letters.empty()) return true;
  if (characters.empty() || letters.size() > kMostCharacters * kLongestSyllable) return false;
  const std::size_t most = std::min(letters.size(), kLongestSyllable);
  for (std::size_t size = 1; size <= most; ++size) {
    const auto rest = letters.substr(0, letters.size() - size);
    if (may_be_read(characters.back(), letters.substr(rest.size())) &&
        reads_last(characters.substr(0, characters.size() - 1), rest))
      return true;
  }
  return false;
}

// The reading of the characters before byte `at`, put there without parentheses: 电diàn缆, 法院fǎyuàn, 危重wēi zhòng,
// 电dian4. Toned, and the reading of just these characters, so that “读作xíng” stays. `before`: the Han characters that
// stand there
std::optional<std::uint32_t> glued_reading_end(std::string_view text, std::uint32_t at, std::u32string_view before) {
  constexpr std::size_t kMostLetters = 4 * kLongestSyllable;
  std::string plain;
  bool toned = false;
  std::optional<std::uint32_t> found;
  const auto judge = [&](std::uint32_t end) {
    if (toned && !plain.empty() && reads_last(before, plain)) found = end;
  };
  std::uint32_t end = at;
  while (end < text.size() && plain.size() <= kMostLetters) {
    std::uint32_t next = end;
    const char32_t c = next_code_point(text, next);
    const char vowel = plain_vowel(c);
    if (c >= 'a' && c <= 'z') {
      plain.push_back(static_cast<char>(c));
    } else if (vowel || c == U'ü') {
      plain.push_back(vowel && vowel != 'v' ? vowel : 'u');
      toned = toned || vowel;
    } else if (c == ' ' && next < text.size() && end > at) {  // between two syllables
      judge(end);
      std::uint32_t behind = next;
      if (!begins_syllable(next_code_point(text, behind))) return found;
    } else {
      // A digit for the tone: nothing but it, or the number that follows would be cut.
      std::uint32_t behind = next;
      if (c >= '1' && c <= '5' && !toned && !(next < text.size() && is_digit(next_code_point(text, behind)))) {
        end = next;
        toned = true;
      }
      break;
    }
    end = next;
  }
  judge(end);
  return found;
}

bool is_percent(char32_t c) { return c == '%' || c == U'％' || c == U'‰'; }

}  // namespace

std::optional<std::uint32_t> pinyin_annotation_end(std::string_view text, std::uint32_t at, char32_t annotated) {
  std::uint32_t next = at;
  char32_t opening = next_code_point(text, next);
  while (is_pictograph(opening) && next < text.size()) opening = next_code_point(text, next);
  if (!is_open_parenthesis(opening)) return {};
  auto syllable = syllable_at(text, next);
  if (!syllable || syllable->end >= text.size()) return {};
  if (!syllable->toned) {
    std::replace(syllable->plain.begin(), syllable->plain.end(), 'v', 'u');  // as the readings are spelled
    if (!may_be_read(annotated, syllable->plain)) return {};
  }
  next = syllable->end;
  if (!is_close_parenthesis(next_code_point(text, next))) return {};
  return next;
}

std::vector<Damage> find_damage(std::string_view text) {
  std::vector<Damage> damage;
  const MarkHabit habit = mark_habit(text);
  std::u32string han;  // the Han characters before `at`, marks and blanks aside
  char32_t before = 0;
  std::uint32_t before_begin = 0;
  for (std::uint32_t at = 0; at < text.size();) {
    std::uint32_t next = at;
    char32_t c = next_code_point(text, next);
    if (c == '&') {
      if (const auto entity = entity_at(text, at)) c = entity->character, next = entity->end;
    }
    if (!han.empty() && (is_open_parenthesis(c) || begins_syllable(c) || is_pictograph(c))) {
      const auto end = begins_syllable(c) ? glued_reading_end(text, at, han)
                       : is_han(before)   ? pinyin_annotation_end(text, at, before)
                                          : std::nullopt;
      if (end) {
        damage.push_back({{at, *end}, DamageKind::annotation});
        at = *end;  // `before` stays: a second annotation may follow the same character
        continue;
      }
    }
    if (c == '?' || c > 0x7F) {
      auto garbled = mojibake_at(text, at);
      if (!garbled && c == '?') {
        if (const auto end = lost_character_end(text, at, before, habit)) garbled = Garbled{*end, {}, {}};
      }
      if (garbled) {
        const bool undone = !garbled->meant.empty();
        // Damaged bytes seldom come alone: spots that touch are one.
        if (!damage.empty() && damage.back().kind == DamageKind::mojibake && damage.back().range.end == at &&
            damage.back().undone == undone) {
          damage.back().range.end = garbled->end;
        } else {
          damage.push_back({{at, garbled->end}, DamageKind::mojibake, undone});
        }
        if (undone && garbled->broken_end > garbled->end)
          damage.push_back({{garbled->end, garbled->broken_end}, DamageKind::mojibake});
        while (at < std::max(garbled->end, garbled->broken_end)) keep_last(han, next_code_point(text, at));
        before = undone && garbled->broken_end <= garbled->end ? garbled->meant.back() : 0;
        if (before != 0) han = garbled->meant;
        continue;
      }
    }
    if (is_percent(before) && is_digit(c)) {
      damage.push_back({{before_begin, next}, DamageKind::lost_punctuation});
    }
    keep_last(han, c);
    before = c;
    before_begin = at;
    at = next;
  }
  return damage;
}

}  // namespace yiwen
