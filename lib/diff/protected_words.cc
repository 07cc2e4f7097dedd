// SPDX-License-Identifier: Apache-2.0
//
// Rules, not a dictionary: a date is digits with 年 月 日 时 分; a quantity is digits with what may follow them; a post is
// one of a short list of endings with the organ before it left out; a name is two or three characters that begin with a
// surname and stand directly behind a post or directly before a verb of saying. What the rules miss is still compared,
// only a character at a time; what they wrongly take for a name would make a critical finding of 高度重视 → 高度关注.
#include "diff/protected_words.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/char_class.h"
#include "diff/word_breaks.h"

namespace yiwen {

namespace {

using Text = std::u32string_view;

bool is_number_char(char32_t c) { return (c >= '0' && c <= '9') || c == '.' || c == '%' || c == U'‰'; }

constexpr Text kScales = U"百千万亿兆余多";
constexpr Text kDateUnits = U"年月日号时分秒";
constexpr std::array<Text, 34> kUnits = {U"个百分点", U"百分点", U"亿元", U"美元", U"港元", U"欧元", U"公里", U"公斤", U"平方米", U"立方米",
                                         U"千米",     U"元",     U"吨",   U"家",   U"个",   U"款",   U"名",   U"人",   U"次",     U"项",
                                         U"倍",       U"户",     U"台",   U"辆",   U"件",   U"位",   U"条",   U"座",   U"米",     U"亩",
                                         U"岁",       U"天",     U"种",   U"期"};

constexpr std::array<Text, 42> kPosts = {
    U"总书记", U"国家主席", U"总理",   U"副总理", U"国务委员", U"委员长", U"部长",   U"副部长", U"省长",   U"副省长", U"市长",
    U"副市长", U"县长",     U"区长",   U"局长",   U"副局长",   U"厅长",   U"副厅长", U"处长",   U"司长",   U"副司长", U"主任",
    U"副主任", U"书记",     U"副书记", U"主席",   U"副主席",   U"董事长", U"总经理", U"总裁",   U"副总裁", U"院长",   U"校长",
    U"行长",   U"会长",     U"理事长", U"秘书长", U"发言人",   U"特首",   U"司令员", U"大使",   U"总统"};

constexpr std::array<Text, 14> kSaying = {U"表示", U"指出", U"强调", U"认为", U"介绍", U"说",   U"称",
                                          U"透露", U"坦言", U"回应", U"出席", U"主持", U"宣布", U"接受"};

constexpr Text kSurnames =
    U"王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏"
    U"韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤习温阴辛柯尚申郎欧阳葛章岳齐庞殷施倪符华俞甘关焦莉池滕耿单"
    U"牛卞邢裴翁荀羊惠甄曲家封芮储靳糜松井富巫乌巴牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴斜厉戎祖";

// What begins with the character of a surname, and behind a post is no name: 总书记高度重视, 总经理全面介绍.
constexpr std::array<Text, 52> kNotNames = {
    U"高度", U"高兴", U"高举", U"高层", U"高级", U"高校", U"高质", U"全面", U"全力", U"全体", U"全国", U"全程", U"全球",
    U"单位", U"单独", U"方面", U"方才", U"方可", U"方案", U"方式", U"向记", U"向媒", U"向大", U"向全", U"向社", U"向中",
    U"于昨", U"于今", U"于近", U"于当", U"于会", U"于上", U"于下", U"于是", U"任期", U"任职", U"任命", U"任内", U"任何",
    U"何时", U"何以", U"顾问", U"符合", U"山东", U"山西", U"江苏", U"江西", U"甘肃", U"施政", U"施行", U"马上", U"家属"};
// What the third character of a name hardly ever is, and the first one behind a name of two often.
constexpr Text kBehindNames = U"和与及等在对向将从就于为也都还是的了到赴率同并又已把被由";

std::optional<std::uint32_t> longest_at(Text text, std::size_t at, const auto& words) {
  std::optional<std::uint32_t> longest;
  for (const auto word : words) {
    if (text.substr(at).starts_with(word) && (!longest || word.size() > *longest)) longest = static_cast<std::uint32_t>(word.size());
  }
  return longest;
}

// The end of the quantity or date that begins at `at`, a digit.
ProtectedWord quantity_at(Text text, std::uint32_t at) {
  ProtectedWord word{{at, at}, ProtectedKind::number};
  auto end = at;
  while (end < text.size()) {
    while (end < text.size() && is_number_char(text[end])) ++end;
    if (end < text.size() && kDateUnits.find(text[end]) != Text::npos) {
      word.kind = ProtectedKind::date;
      ++end;
      if (end < text.size() && is_number_char(text[end]) && text[end] != '.' && text[end] != '%') continue;
      break;
    }
    if (word.kind == ProtectedKind::date) break;
    while (end < text.size() && kScales.find(text[end]) != Text::npos) ++end;
    if (const auto unit = longest_at(text, end, kUnits)) end += *unit;
    break;
  }
  word.range.end = end;
  return word;
}

bool is_surname(char32_t c) { return kSurnames.find(c) != Text::npos; }

// The length of the name that begins at `at`, directly behind a post; 0 where none does.
std::uint32_t name_behind_post(Text text, std::uint32_t at) {
  const Text rest = text.substr(at);
  if (rest.size() < 2 || !is_surname(rest[0]) || !is_han(rest[1])) return 0;
  if (longest_at(rest, 0, kNotNames) || longest_at(rest, 1, kSaying)) return 0;
  if (longest_at(rest, 2, kSaying) || rest.size() == 2 || !is_han(rest[2])) return 2;
  if (rest.size() == 3 || longest_at(rest, 3, kSaying)) return 3;
  if (kBehindNames.find(rest[2]) != Text::npos) return 2;
  // A word that begins with the third character (会见, 召开) is not the name's.
  const auto breaks = word_breaks(rest.substr(2, 4));
  return breaks[1] ? 3 : 2;
}

}  // namespace

std::vector<ProtectedWord> find_protected(Text text) {
  std::vector<ProtectedWord> words;
  const auto size = static_cast<std::uint32_t>(text.size());
  for (std::uint32_t at = 0; at < size;) {
    if (text[at] >= '0' && text[at] <= '9') {
      words.push_back(quantity_at(text, at));
      at = words.back().range.end;
      continue;
    }
    if (const auto post = longest_at(text, at, kPosts)) {
      words.push_back({{at, at + *post}, ProtectedKind::post});
      at += *post;
      if (const auto length = name_behind_post(text, at); length > 0) {
        words.push_back({{at, at + length}, ProtectedKind::name});
        at += length;
      }
      continue;
    }
    if (is_surname(text[at])) {
      std::uint32_t length = 0;
      if (at + 3 < size && longest_at(text, at + 3, kSaying) && !longest_at(text, at + 2, kSaying)) length = 3;
      if (at + 2 < size && longest_at(text, at + 2, kSaying)) length = 2;
      // Only at the begin of a clause: elsewhere a surname is most often a common character (方面指出, 高度认为).
      if (length != 0 && at == 0) {
        words.push_back({{at, at + length}, ProtectedKind::name});
        at += length;
        continue;
      }
    }
    ++at;
  }
  return words;
}

}  // namespace yiwen
