// SPDX-License-Identifier: Apache-2.0
//
// Findings about whole passages: printed twice, cut off, left out, added, moved; how texts stand to the base; what they
// say of themselves.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <list>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "classify/classify.h"
#include "diff/reading_diff.h"
#include "unit/cluster/printed_texts.h"
#include "unit/cluster/spoiled_reprints.h"

namespace yiwen {
namespace {

using ::testing::Contains;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::UnorderedElementsAre;

class Judged {
 public:
  explicit Judged(const std::vector<std::string>& pages) : texts(pages) {
    std::vector<std::uint32_t> order(pages.size());
    std::iota(order.begin(), order.end(), 0u);
    for (std::uint32_t w = 0; w < pages.size(); ++w) {
      articles_.push_back(extract(texts.text(w)));
      printed.push_back({texts.text(w), &articles_.back(), &texts.witnesses[w], CodePointIndex(texts.text(w))});
    }
    const auto clustering = cluster(texts.witnesses, order, 1);
    alignment = align(texts.witnesses, clustering, order);
    result = classify(printed, clustering, alignment, order, 1);
  }

  // "type kind severity" of every finding, those that are folded left out.
  [[nodiscard]] std::vector<std::string> findings() const {
    std::vector<std::string> out;
    for (const auto& f : result.findings) {
      if (f.severity > Severity::folded)
        out.push_back(std::string(to_string(f.type)) + " " + f.kind + " " + to_string(f.severity));
    }
    return out;
  }
  [[nodiscard]] const Finding* first(FindingType type) const {
    const auto found =
        std::find_if(result.findings.begin(), result.findings.end(), [&](const Finding& f) { return f.type == type; });
    return found == result.findings.end() ? nullptr : &*found;
  }
  [[nodiscard]] std::string at(const Place& place) const {
    const auto chars = to_utf32(texts.text(place.document));
    return to_utf8(std::u32string_view(chars).substr(place.range.begin, place.range.size()));
  }
  // The character before an empty place.
  [[nodiscard]] std::string before(const Place& place) const {
    return at({place.document, {place.range.begin - 1, place.range.begin}});
  }

  PrintedTexts texts;
  std::vector<PrintedWitness> printed;
  Alignment alignment;
  Classified result;

 private:
  std::list<Article> articles_;
};

// --- printed twice ---------------------------------------------------------------------------------------------------

TEST(Duplicates, AParagraphPrintedTwiceIsFoundWithBothItsPlaces) {
  auto paragraphs = story();
  paragraphs.insert(paragraphs.begin() + 4, story()[1]);
  const Judged judged({page(story()), page(paragraphs)});
  EXPECT_THAT(judged.findings(), ElementsAre("duplicate printed-twice major"));
  const auto* finding = judged.first(FindingType::duplicate);
  ASSERT_TRUE(finding && finding->place && finding->other);
  EXPECT_EQ(judged.at(*finding->place), story()[1]);
  EXPECT_EQ(judged.at(*finding->other), story()[1]);
  EXPECT_LT(finding->place->range.begin, finding->other->range.begin);
}

TEST(Duplicates, ARunOfParagraphsIsOneFinding) {
  auto paragraphs = story();
  paragraphs.insert(paragraphs.end(), {story()[1], story()[2]});
  const Judged judged({page(story()), page(paragraphs)});
  EXPECT_THAT(judged.findings(), ElementsAre("duplicate printed-twice major"));
}

TEST(Duplicates, ASecondCopyMayBeginWithTheEndOfASentence) {
  auto paragraphs = story();
  paragraphs[1] += "他说，验收合格。" + other_story()[2];
  auto doubled = paragraphs;
  doubled.insert(doubled.begin() + 2, paragraphs[1].substr(paragraphs[1].find("合格")));
  const Judged judged({page(paragraphs), page(doubled)});
  EXPECT_THAT(judged.findings(), ElementsAre("duplicate printed-twice major"));
  const auto* finding = judged.first(FindingType::duplicate);
  ASSERT_TRUE(finding && finding->place && finding->other);
  EXPECT_EQ(judged.at(*finding->other), "合格。" + other_story()[2]);
}

TEST(Duplicates, AShortSentenceInsideACopyBelongsToIt) {
  auto paragraphs = story();
  paragraphs[1] += "我不同意。" + other_story()[2] + "没有。";
  auto doubled = paragraphs;
  doubled.insert(doubled.begin() + 2, paragraphs[1]);
  const Judged judged({page(paragraphs), page(doubled)});
  EXPECT_THAT(judged.findings(), ElementsAre("duplicate printed-twice major"));
  ASSERT_NE(judged.first(FindingType::duplicate), nullptr);
  EXPECT_EQ(judged.at(*judged.first(FindingType::duplicate)->other), paragraphs[1]);
}

TEST(Duplicates, ACopyMayStandInTheMiddleOfAnotherParagraph) {
  auto paragraphs = story();
  paragraphs[1] = story()[1] + "他说，验收合格。" + other_story()[2];
  const std::string last = "市里的冷库都已经装满，渔民们说今年是个好年景。";
  paragraphs[3] += last;
  auto doubled = paragraphs;
  doubled[3] = story()[3] + paragraphs[1] + last;
  for (const auto& texts :
       {std::vector<std::string>{page(paragraphs), page(doubled)}, {page(doubled), page(paragraphs)}}) {
    const Judged judged(texts);
    EXPECT_THAT(judged.findings(), ElementsAre("duplicate printed-twice major"));
    ASSERT_NE(judged.first(FindingType::duplicate), nullptr);
    EXPECT_EQ(judged.at(*judged.first(FindingType::duplicate)->other), paragraphs[1]);
  }
}

TEST(Duplicates, ASentenceThatAPageSetsApartIsNoMistake) {
  auto paragraphs = story();
  paragraphs[1] += "“我们宁可晚开一个月，也不把任何一个安全上的问题留给出海的船员和他们的家里人。”";
  paragraphs.insert(paragraphs.begin() + 1,
                    "我们宁可晚开一个月，也不把任何一个安全上的问题留给出海的船员和他们的家里人。");
  EXPECT_THAT(Judged({page(paragraphs)}).findings(), IsEmpty());
}

// A sentence in the middle of a paragraph, and the same text with it twice: behind itself, far away, set by itself.
const std::string kOnce = "市里的冷库都已经装满，渔民们说今年是个好年景。";

std::vector<std::string> with_sentence(const std::string& sentence) {
  auto paragraphs = story();
  paragraphs[2] += sentence + "码头上的灯亮了一夜。";
  return paragraphs;
}

TEST(Duplicates, ASentenceThatTheOtherTextHasOnceIsPrintedTwice) {
  const auto paragraphs = with_sentence(kOnce);
  auto behind = paragraphs, far = paragraphs, apart = paragraphs;
  behind[2].insert(behind[2].find(kOnce), kOnce);
  far[4] += kOnce;
  apart.insert(apart.begin() + 4, kOnce);
  for (const auto& doubled : {behind, far, apart}) {
    for (const auto& texts :
         {std::vector<std::string>{page(paragraphs), page(doubled)}, {page(doubled), page(paragraphs)}}) {
      const Judged judged(texts);
      EXPECT_THAT(judged.findings(), ElementsAre("duplicate printed-twice minor"));
      const auto* finding = judged.first(FindingType::duplicate);
      ASSERT_NE(finding, nullptr);
      EXPECT_EQ(judged.at(*finding->other), kOnce);
      EXPECT_LT(finding->place->range.begin, finding->other->range.begin);
    }
  }
}

TEST(Duplicates, ALongSentencePrintedTwiceIsAsGraveAsAParagraph) {
  const std::string sentence = "市里的三座冷库在入冬以前都已经装满，渔民们在码头上说，今年是这些年里难得的好年景。";
  const auto paragraphs = with_sentence(sentence);
  auto doubled = paragraphs;
  doubled[2].insert(doubled[2].find(sentence), sentence);
  EXPECT_THAT(Judged({page(paragraphs), page(doubled)}).findings(), ElementsAre("duplicate printed-twice major"));
}

TEST(Duplicates, ASentenceThatTheBaseHasTwiceIsARefrain) {
  auto paragraphs = with_sentence(kOnce);
  paragraphs[4] += kOnce;
  EXPECT_THAT(Judged({page(paragraphs), page(paragraphs)}).findings(), IsEmpty());
  // A third text that has the one place of two, and not what stands around the other.
  const std::vector<std::string> excerpt(paragraphs.begin(), paragraphs.begin() + 4);
  EXPECT_THAT(Judged({page(paragraphs), page(paragraphs), page(excerpt)}).findings(),
              Not(Contains(::testing::StartsWith("duplicate"))));
}

TEST(Duplicates, AnExclamationMayBeGivenTwice) {
  for (const std::string words : {"好。", "太好了！", "没有。"}) {
    const auto paragraphs = with_sentence(words);
    auto doubled = paragraphs;
    doubled[2].insert(doubled[2].find(words), words);
    EXPECT_EQ(Judged({page(paragraphs), page(doubled)}).first(FindingType::duplicate), nullptr) << words;
    auto far = paragraphs;
    far[4] += words;
    EXPECT_EQ(Judged({page(paragraphs), page(far)}).first(FindingType::duplicate), nullptr) << words;
  }
}

TEST(Duplicates, AShortSentenceTwiceInOneBreathIsPrintedTwice) {
  const std::string words = "“明天不再等了。”";
  const auto paragraphs = with_sentence(words);
  auto doubled = paragraphs;
  doubled[2].insert(doubled[2].find(words), words);
  EXPECT_THAT(Judged({page(paragraphs), page(doubled)}).findings(), ElementsAre("duplicate printed-twice minor"));
  EXPECT_EQ(Judged({page(doubled), page(doubled)}).first(FindingType::duplicate), nullptr);
}

TEST(Duplicates, ASentenceThatOneTextSetsApartIsNotPrintedTwice) {
  const auto paragraphs = with_sentence("“明年春天我们还要再修一条路，一直修到灯塔下面。”");
  auto pulled = paragraphs;
  pulled.insert(pulled.begin() + 2, "明年春天我们还要再修一条路，一直修到灯塔下面。");
  EXPECT_EQ(Judged({page(paragraphs), page(pulled)}).first(FindingType::duplicate), nullptr);
  const auto plain = with_sentence(kOnce);
  auto summed_up = plain;
  summed_up.insert(summed_up.begin(), kOnce);
  EXPECT_EQ(Judged({page(plain), page(summed_up)}).first(FindingType::duplicate), nullptr);
}

TEST(Duplicates, WhatALeadTellsIsNotPrintedTwiceWhereItIsToldAtLength) {
  auto paragraphs = story();
  paragraphs.insert(paragraphs.begin(), "渔港的冷库下月完工。今后，渔港的收鱼价格要由船主和鱼行共同商定。");
  paragraphs.insert(paragraphs.begin() + 1,
                    "镇长叶小舟3日在码头的会上对船主们说，渔港的收鱼价格，要由船主和鱼行共同商定。");
  EXPECT_EQ(Judged({page(paragraphs), page(paragraphs)}).first(FindingType::duplicate), nullptr);
}

TEST(Moves, NotesThatStandLatestFirstAreOneMove) {
  auto notes = story();
  std::reverse(notes.begin(), notes.end());
  const Judged judged({page(story()), page(notes)});
  EXPECT_THAT(judged.findings(), ElementsAre("move moved-passage minor"));
  const auto* finding = judged.first(FindingType::move);
  ASSERT_NE(finding, nullptr);
  EXPECT_EQ(finding->why, "passages stand in the reverse order of the base");
  EXPECT_GE(finding->more.size(), 3u);
}

TEST(Moves, TwoSentencesThatChangedPlacesOnATornPageAreNoShuffledColumn) {
  auto paragraphs = story();
  paragraphs[1] = story()[1] + kOnce + other_story()[1];
  paragraphs.push_back(other_story()[4]);
  auto torn = paragraphs;
  torn[1] = kOnce + story()[1] + other_story()[1];
  const auto cut = torn[7].find("三分之一");
  torn.insert(torn.begin() + 4, torn[7].substr(cut));
  torn.back() = paragraphs[7].substr(0, cut);
  EXPECT_THAT(Judged({page(paragraphs), page(torn)}).findings(), Each(Not("truncation out-of-order major")));
}

TEST(Duplicates, NoSentenceOfACopyWasMoved) {
  auto paragraphs = story();
  paragraphs[6] = "难题也来了。" + story()[6] + other_story()[1];
  auto doubled = paragraphs;
  doubled.erase(doubled.begin() + 5);  // what stands before tells which copy a sentence belongs to
  doubled.insert(doubled.begin() + 2, paragraphs[6]);
  EXPECT_THAT(Judged({page(paragraphs), page(doubled)}).findings(),
              UnorderedElementsAre("omission dropped-sentence major", "duplicate printed-twice major"));
}

TEST(Duplicates, WhoHasOneOfTwoCopiesLacksNothing) {
  auto paragraphs = story();
  paragraphs[2] += "市里的冷库都已经装满，渔民们说今年是个好年景。";
  paragraphs[4] += "茶叶和瓷器已经装船。";
  auto doubled = paragraphs;
  doubled[2].insert(story()[2].size(), paragraphs[4]);  // the first copy is the one in the wrong place
  const Judged judged({page(doubled), page(paragraphs)});
  EXPECT_THAT(judged.findings(), Each(Not(::testing::StartsWith("omission"))));
}

TEST(Duplicates, ThanksThatAreSaidTwiceAreNoMistake) {
  auto paragraphs = story();
  paragraphs.insert(paragraphs.begin() + 2, "谢谢大家，谢谢记者朋友们。");
  paragraphs.push_back("谢谢大家，谢谢记者朋友们。");
  EXPECT_THAT(Judged({page(paragraphs)}).findings(), IsEmpty());
}

TEST(Duplicates, AHeadingThatRepeatsItsSentenceIsNoMistake) {
  const Judged judged({"# 临海港新码头开港\n\n" + story()[0] + "\n\n## 年吞吐能力达到320万标准箱\n\n" + story()[1] +
                       "\n\n" + story()[2] + "\n"});
  EXPECT_THAT(judged.findings(), Not(Contains("duplicate printed-twice major")));
}

// --- another story on the page ---------------------------------------------------------------------------------------

TEST(Additions, AStoryWhoseHeadingSaysItAgainIsOneAddition) {
  auto paragraphs = story();
  paragraphs.insert(paragraphs.begin() + 4, {"石头滩法院巡回法庭开进菜市场",
                                             "昨天上午，石头滩法院巡回法庭开进菜市场，公开审理了"
                                             "一起买卖合同纠纷案。",
                                             "四十余名商户在现场旁听。"});
  const Judged judged({page(story()), page(paragraphs)});
  EXPECT_THAT(judged.findings(), ElementsAre("addition added-passage minor"));
  ASSERT_NE(judged.first(FindingType::addition), nullptr);
  EXPECT_THAT(judged.at(*judged.first(FindingType::addition)->place), ::testing::StartsWith("石头滩"));
  EXPECT_THAT(judged.at(*judged.first(FindingType::addition)->place), ::testing::EndsWith("旁听。"));
}

// --- headings left out -----------------------------------------------------------------------------------------------

std::vector<std::string> with_headings() {
  auto paragraphs = story();
  paragraphs.insert(paragraphs.begin() + 5, "铁路修到哪里");
  paragraphs.insert(paragraphs.begin() + 2, "码头长什么样");
  return paragraphs;
}

TEST(Headings, OneThatIsLeftOutWhileItsSectionIsKeptIsAMinorOmission) {
  auto without = with_headings();
  without.erase(without.begin() + 2);
  const Judged judged({page(with_headings()), page(without), page(with_headings())});
  EXPECT_THAT(judged.findings(), ElementsAre("omission dropped-heading minor"));
  const auto* finding = judged.first(FindingType::omission);
  ASSERT_NE(finding, nullptr);
  EXPECT_EQ(finding->place->document, 1u);
  EXPECT_EQ(judged.before(*finding->place), "。");
  EXPECT_EQ(judged.at(*finding->other), "码头长什么样");
}

TEST(Headings, EachTextThatLeavesOneOutIsToldOfEach) {
  const Judged judged({page(with_headings()), page(story()), page(story())});
  EXPECT_THAT(judged.findings(), ::testing::AllOf(::testing::SizeIs(4), Each("omission dropped-heading minor")));
}

TEST(Headings, OneWhoseSectionIsLeftOutIsNotMissedToo) {
  auto without = with_headings();
  without.erase(without.begin() + 6, without.end());
  EXPECT_THAT(Judged({page(with_headings()), page(without)}).findings(), Each(Not("omission dropped-heading minor")));
  // Nor one above what an excerpt begins with.
  auto end = with_headings();
  end.erase(end.begin(), end.begin() + 3);
  EXPECT_THAT(Judged({page(with_headings()), page(end)}).findings(), Each(Not("omission dropped-heading minor")));
}

TEST(Headings, ALineThatPartsASentenceIsTheHeadOfAPage) {
  auto paged = story();
  const auto at = paged[3].find("，现在");
  paged.insert(paged.begin() + 4, {"港口周刊 第三期", paged[3].substr(at + std::string("，").size())});
  paged[3].resize(at);
  EXPECT_THAT(Judged({page(paged), page(story())}).findings(), Each(Not("omission dropped-heading minor")));
}

TEST(Headings, OneInAPassageThatIsLeftOutIsOfThatPassage) {
  auto paragraphs = with_headings();
  paragraphs.insert(paragraphs.begin() + 8, other_story()[0]);
  auto without = paragraphs;
  without.erase(without.begin() + 5, without.begin() + 8);  // what stands above the heading, and the first below it
  EXPECT_THAT(Judged({page(paragraphs), page(without)}).findings(), ElementsAre("omission dropped-passage major"));
  auto section = paragraphs;
  section.erase(section.begin() + 6, section.begin() + 8);
  EXPECT_THAT(Judged({page(paragraphs), page(section)}).findings(),
              UnorderedElementsAre("omission dropped-sentence major", "omission dropped-heading minor"));
}

TEST(Headings, AnExcerptTakesOverNone) {
  const auto all = with_headings();
  const std::vector<std::string> excerpt{all[0], all[3], all[4]};
  EXPECT_THAT(Judged({page(all), page(excerpt)}).findings(), Each(Not("omission dropped-heading minor")));
}

TEST(Headings, OneThatWasSetIntoItsParagraphIsKept) {
  auto run_in = with_headings();
  run_in[3] = run_in[2] + "：" + run_in[3];
  run_in.erase(run_in.begin() + 2);
  auto behind = with_headings();
  behind[1] += behind[2];
  behind.erase(behind.begin() + 2);
  for (const auto& texts : {run_in, behind})
    EXPECT_THAT(Judged({page(with_headings()), page(texts)}).findings(), Each(Not("omission dropped-heading minor")));
}

TEST(Additions, AShortSentenceThatTwoTextsPutInIsOneAddition) {
  const std::string added = "省里至今没有对此事表态。";
  auto first = story(), second = story();
  first[1] += added;
  second[5] += added;
  const Judged judged({page(story()), page(first), page(second)});
  EXPECT_THAT(judged.findings(), ElementsAre("addition added-passage minor"));
  const auto* finding = judged.first(FindingType::addition);
  ASSERT_NE(finding, nullptr);
  EXPECT_EQ(judged.at(*finding->place), added);
  EXPECT_EQ(finding->why, "the base does not have it, other texts do");
  ASSERT_EQ(finding->more.size(), 1u);
  EXPECT_EQ(judged.at(finding->more[0]), added);
}

// Without a stop of its own, so that it is a part of the sentence behind it.
TEST(Additions, WordsThatTwoTextsPutIntoASentenceAreNotLost) {
  const std::string added = "（推广）青石老酒买一送一，电话400-800-1234";
  auto base = story();
  base[1] += other_story()[2];
  base[5] += other_story()[3];
  auto first = base, second = base;
  first[1].insert(story()[1].size(), added);
  second[5].insert(story()[5].size(), added);
  first.push_back(other_story()[0]);
  second.push_back(other_story()[0]);
  const Judged judged({page(base), page(first), page(second)});
  EXPECT_THAT(judged.findings(), ElementsAre("addition added-passage minor", "addition added-passage minor"));
  std::string words;
  for (const auto& finding : judged.result.findings) words += judged.at(*finding.place);
  EXPECT_THAT(words, ::testing::HasSubstr("青石老酒买一送一"));
}

TEST(Additions, WhatACutLeftOfASentenceIsNotAdded) {
  auto paragraphs = story();
  paragraphs.insert(paragraphs.begin() + 3, "今年头三个月，经新码头运出的货物比去年同期增长7.1%。");
  auto cut = paragraphs;
  cut[3].erase(cut[3].find("7.1"));
  cut.insert(cut.begin() + 6, "7.1%。");
  EXPECT_EQ(Judged({page(paragraphs), page(cut)}).first(FindingType::addition), nullptr);
}

TEST(Omissions, ThreeWordsOfAnAlphabetAreMissed) {
  const std::vector<std::string> paragraphs{
      "The new terminal of the port opened yesterday morning and received its first container ship.",
      "The port authority said that the terminal cost 8.6 billion yuan and handles 3.2 million containers.",
      "Fishermen said that they will no longer have to sail around the reef to reach the harbour. “Nobody asked us.”",
      "The railway is to reach the yard next autumn, and tea will take two days to the ships."};
  auto without = paragraphs;
  without[2].erase(without[2].find(" “Nobody"));
  EXPECT_THAT(Judged({page(paragraphs), page(without)}).findings(),
              ElementsAre(::testing::StartsWith("omission dropped-sentence")));
}

// --- in two languages ------------------------------------------------------------------------------------------------

std::vector<std::string> with_translation(const std::vector<std::string>& paragraphs) {
  const std::vector<std::string> english{
      "The new terminal of the port opened yesterday morning and received its first container ship.",
      "The port authority said that the terminal cost 8.6 billion yuan and handles 3.2 million containers.",
      "Fishermen said that they will no longer have to sail around the reef to reach the harbour."};
  std::vector<std::string> out;
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    out.push_back(paragraphs[i]);
    if (i < english.size()) out.push_back(english[i]);
  }
  return out;
}

TEST(TwoLanguages, WhoPrintsOneOfThemLeavesNothingOut) {
  EXPECT_THAT(Judged({page(with_translation(story())), page(story())}).findings(), IsEmpty());
}

TEST(TwoLanguages, WhatIsPutInBetweenTheLinesIsOneFinding) {
  EXPECT_THAT(Judged({page(story()), page(with_translation(story()))}).findings(),
              ElementsAre("addition added-passage minor"));
}

// --- cut off ---------------------------------------------------------------------------------------------------------

// Longer than any heading.
const std::string kLong =
    "渔民苏远的船队有十二条船，他们每天凌晨三点出海，带着前一天晚上补好的渔网和两箱热水，绕过灯塔礁以后顺着洋流向东，一"
    "路上要避开商船的航道和海带养殖区，"
    "中午之前把鱼送到新码头的冷库";

TEST(Cuts, AParagraphThatEndsWithoutAStopWhereAnotherGoesOnLostItsTail) {
  auto paragraphs = story();
  paragraphs.push_back(kLong + "。");
  auto cut = paragraphs;
  cut.back() = kLong.substr(0, kLong.find("，中午之前"));
  const Judged judged({page(paragraphs), page(cut)});
  EXPECT_THAT(judged.findings(), ElementsAre("truncation tail-missing critical"));
  const auto* finding = judged.first(FindingType::truncation);
  ASSERT_TRUE(finding && finding->other);
  EXPECT_EQ(finding->place->document, 1u);
  EXPECT_EQ(judged.at(*finding->other), "中午之前把鱼送到新码头的冷库");
}

TEST(Cuts, FewWordsAreEnoughWhereEveryOtherParagraphEndsWithAStop) {
  auto paragraphs = story();
  paragraphs.push_back(kLong + "。");
  auto cut = paragraphs;
  cut.back() = kLong.substr(0, kLong.find("的冷库"));  // 把鱼送到新码头
  EXPECT_THAT(Judged({page(paragraphs), page(cut)}).findings(), ElementsAre("truncation tail-missing critical"));
  cut.back() += "。";
  EXPECT_THAT(Judged({page(paragraphs), page(cut)}).findings(), ElementsAre("drift deletion minor"));
}

TEST(Cuts, ACharacterIsEnoughWhereTheTextEndsAndAnotherGoesOn) {
  auto paragraphs = story();
  paragraphs.insert(paragraphs.begin() + 3, kLong + "。");
  std::vector<std::string> cut(paragraphs.begin(), paragraphs.begin() + 4);
  cut.back() = kLong.substr(0, kLong.find("库", kLong.find("的冷")));  // 新码头的冷
  EXPECT_THAT(Judged({page(paragraphs), page(cut)}).findings(), Contains("truncation tail-missing critical"));
  cut.back() = kLong + "。";
  EXPECT_THAT(Judged({page(paragraphs), page(cut)}).findings(), Not(Contains("truncation tail-missing critical")));
}

TEST(Cuts, TheLastParagraphIsNoHeadingThatCondenses) {
  auto paragraphs = story();
  paragraphs[3] = "渔民苏远说，新航道比过去近了许多，管理处对此表示满意，称今后还要再疏浚一次。";
  std::vector<std::string> cut(paragraphs.begin(), paragraphs.begin() + 4);
  cut.back() = "渔民苏远说，新航道比过去近了许多，管理处对此感到满";
  const Judged judged({page(paragraphs), page(cut)});
  EXPECT_THAT(judged.findings(), Contains("truncation tail-missing critical"));
  const auto* rest = judged.first(FindingType::omission);
  ASSERT_NE(rest, nullptr);
  EXPECT_EQ(rest->why, "follows where the text breaks off");
}

TEST(Cuts, AHeadThatStandsElsewhereInTheSentenceIsNotLost) {
  auto paragraphs = story();
  paragraphs[3] = "评级机构惠安达十八日将东澜国的信用展望调整为负面，财政部对此表示遗憾。";
  auto turned = paragraphs;
  turned[3] = "东澜国十八日将评级机构惠安达的信用展望调整为负面，财政部对此表示遗憾。";
  for (const auto& pages : {std::vector{page(paragraphs), page(turned)}, std::vector{page(turned), page(paragraphs)}})
    EXPECT_EQ(Judged(pages).first(FindingType::truncation), nullptr);
}

TEST(Cuts, ANumberThatACutPartsIsNoOtherNumber) {
  auto paragraphs = story();
  paragraphs.push_back("渔民苏远的船队有十二条船，他们每天凌晨三点出海，遇到险情时可以拨打12395求助。");
  auto cut = paragraphs;
  cut.back().erase(cut.back().find("395求助"));
  EXPECT_THAT(Judged({page(paragraphs), page(cut)}).findings(), ElementsAre("truncation tail-missing critical"));
}

TEST(Cuts, AParagraphThatAPagerPartsIsASplit) {
  auto paragraphs = story();
  paragraphs[3] = kLong + "。";
  for (const std::string pager :
       {"下一页", "下一页\n\n第1页 共2页", "点击查看全文", "广告 某某跑鞋新品上市，限时五折，了解详情 >"}) {
    auto split = paragraphs;
    split[3].insert(split[3].find("凌晨三点"), "\n\n" + pager + "\n\n");  // …他们每天 looks like a heading
    const auto findings = Judged({page(paragraphs), page(split)}).findings();
    EXPECT_THAT(findings, Contains("truncation split-mid-sentence minor")) << pager;
    EXPECT_THAT(findings, Each(::testing::EndsWith("minor"))) << pager;
  }
}

TEST(Cuts, AParagraphThatTrailsOffWhereAnotherGoesOnLostItsTail) {
  auto paragraphs = story();
  paragraphs.push_back(kLong + "。");
  for (const std::string mark : {"……", "...", "…"}) {
    auto cut = paragraphs;
    cut.back() = kLong.substr(0, kLong.find("，中午之前")) + mark;
    EXPECT_THAT(Judged({page(paragraphs), page(cut)}).findings(), ElementsAre("truncation tail-missing major")) << mark;
  }
}

TEST(Cuts, AnOpenEndThatEveryTextHasIsToldOnce) {
  auto paragraphs = story();
  paragraphs.push_back(kLong);
  const Judged end({page(paragraphs), page(paragraphs), page(paragraphs)});
  EXPECT_THAT(end.findings(), IsEmpty());  // so the story ends
  ASSERT_NE(end.first(FindingType::truncation), nullptr);
  EXPECT_EQ(end.first(FindingType::truncation)->more.size(), 2u);

  paragraphs[4] = "此外，" + paragraphs[4];  // no rest of the sentence above
  std::swap(paragraphs[3], paragraphs.back());
  const Judged middle({page(paragraphs), page(paragraphs), page(paragraphs)});
  EXPECT_THAT(middle.findings(), ElementsAre("truncation tail-missing minor"));
  EXPECT_EQ(middle.first(FindingType::truncation)->more.size(), 2u);
}

TEST(Cuts, WhereAnotherTextClosesTheSentenceNoWordsAreMissing) {
  auto paragraphs = story();
  paragraphs.push_back(kLong + "。");
  auto open = paragraphs;
  open.back() = kLong;
  for (const auto& texts : {std::vector<std::string>{page(paragraphs), page(open), page(open)},
                            {page(open), page(paragraphs), page(open)}}) {
    EXPECT_EQ(Judged(texts).first(FindingType::truncation), nullptr);
  }
}

// The base is silent here, so that neither of the others differs from it by more than words put in.
TEST(Readings, WhatTheBaseLacksIsComparedAmongTheOthers) {
  const auto with = [](const std::string& words) {
    auto paragraphs = story();
    paragraphs[2].insert(paragraphs[2].find("，装卸"), words);
    return page(paragraphs);
  };
  const auto judged = [&](const std::string& left, const std::string& right) {
    return Judged({page(story()), with(left), with(right)}).findings();
  };
  EXPECT_THAT(judged("，设备超过1900台", "，设备超过190台"), ElementsAre("drift number critical"));
  EXPECT_THAT(judged("，设备超过1900台", "，设备数量超过1900台"), ElementsAre("drift insertion minor"));
  EXPECT_THAT(judged("，设备超过1900台", "，设备超过1900台"), ElementsAre("drift insertion minor"));
}

TEST(Cuts, AParagraphThatBeginsInsideAClauseLostItsHead) {
  auto paragraphs = story();
  paragraphs[3] = kLong + "。";
  auto cut = paragraphs;
  cut[3].erase(0, cut[3].find("二条船"));
  const Judged judged({page(paragraphs), page(cut)});
  const auto* finding = judged.first(FindingType::truncation);
  ASSERT_TRUE(finding);
  EXPECT_EQ(finding->kind, "head-missing");
  EXPECT_EQ(finding->place->document, 1u);
}

TEST(Cuts, AnEditorsCutIsNoTruncation) {
  auto paragraphs = story();
  paragraphs[3] = kLong + "。";
  auto shortened = paragraphs;  // at a comma, and closed
  shortened[3] = kLong.substr(0, kLong.find("，中午之前")) + "。";
  auto begun = paragraphs;  // at the begin of a clause
  begun[3].erase(0, begun[3].find("他们每天"));
  for (const auto& other : {shortened, begun}) {
    const Judged judged({page(paragraphs), page(other)});
    EXPECT_EQ(judged.first(FindingType::truncation), nullptr);
    EXPECT_THAT(judged.findings(), ElementsAre("omission dropped-clause major"));
  }
}

TEST(Cuts, ABlankLineInMidSentenceIsASplit) {
  auto paragraphs = story();
  paragraphs[3] = "今年的鱼汛来得早。" + kLong + "。";
  auto split = paragraphs;
  split[3].insert(split[3].find("顺着洋流"), "\n\n");
  const Judged judged({page(paragraphs), page(split)});
  EXPECT_THAT(judged.findings(), ElementsAre("truncation split-mid-sentence minor"));
}

TEST(Cuts, ATailIsMissingAlsoWhereTheNextParagraphReadsLikeTheRest) {
  auto paragraphs = story();
  paragraphs[3] = "今年的鱼汛来得早。" + kLong + "。";
  auto cut = paragraphs;
  cut[3].erase(cut[3].find("流向东"));  // …顺着洋 | 环保部门要求…
  const Judged judged({page(paragraphs), page(cut)});
  EXPECT_THAT(judged.findings(), ElementsAre("truncation tail-missing critical"));
  const auto* finding = judged.first(FindingType::truncation);
  ASSERT_TRUE(finding && finding->other);
  EXPECT_EQ(finding->place->document, 1u);
  EXPECT_TRUE(judged.at(*finding->other).ends_with("把鱼送到新码头的冷库"));
}

TEST(Cuts, AShortParagraphThatLostItsTailIsNoHeading) {
  auto paragraphs = story();
  paragraphs[3] = "“我们宁可晚开一个月，也不把问题留给船员。”渔民苏远说。";
  auto cut = paragraphs;
  cut[3].erase(cut[3].find("把问题"));
  EXPECT_THAT(Judged({page(paragraphs), page(cut)}).findings(), ElementsAre("truncation tail-missing critical"));
}

TEST(Cuts, AParagraphThatEndsWithACommaLostItsTailHoweverShort) {
  auto paragraphs = story();
  paragraphs[3] = "今年的鱼汛来得早。渔船绕过灯塔礁，船身磨出的凹槽还在，有两指深。";
  auto cut = paragraphs;
  cut[3].erase(cut[3].find("有两指深"));
  EXPECT_THAT(Judged({page(paragraphs), page(cut)}).findings(), ElementsAre("truncation tail-missing critical"));
  // Where others end so too, as in a preamble, that is how the text is written.
  for (auto* text : {&paragraphs, &cut}) text->at(1).back() = ',', text->at(1).erase(text->at(1).size() - 3, 2);
  EXPECT_THAT(Judged({page(paragraphs), page(cut)}).findings(),
              ::testing::Not(::testing::Contains("truncation tail-missing critical")));
}

TEST(Cuts, AParagraphThatLostItsLastWordBeforeAnotherOneLostItsTail) {
  auto paragraphs = story();
  paragraphs[3] = "船身裂开以后，人们看见里面用的不是整块的老杉木，露在外面的全都是便宜的胶合板。";
  paragraphs[4] = "船主找船厂理论，船厂的师傅回答说木头都会裂，最后只肯赔他三百元。";
  for (const std::string lost : {"板。", "合板。"}) {
    auto cut = paragraphs;
    cut[3].erase(cut[3].size() - lost.size());
    EXPECT_THAT(Judged({page(paragraphs), page(cut)}).findings(), ElementsAre("truncation tail-missing critical"))
        << lost;
  }
}

TEST(Cuts, AReportersBracketIsNoHead) {
  auto paragraphs = story();
  const std::string body = paragraphs[1];
  for (const std::string bracket : {"【記者林品妤／港都報導】", "（记者林默 通讯员苏远 报道）"}) {
    paragraphs[1] = bracket + body;
    auto without = paragraphs;
    without[1] = body;
    EXPECT_EQ(Judged({page(paragraphs), page(without)}).first(FindingType::truncation), nullptr) << bracket;
  }
}

TEST(Cuts, AnOpeningInOtherWordsIsNoMissingHead) {
  auto paragraphs = story();
  paragraphs[1] = "记者26日从临海船舶研究所获悉，该所与海洋大学合作，在新船型的研究上取得了重要进展。";
  auto told = paragraphs;
  told[1] = "临海船舶研究所26日发布消息称，该所与海洋大学合作，在新船型的研究上取得了重要进展。";
  EXPECT_EQ(Judged({page(paragraphs), page(told)}).first(FindingType::truncation), nullptr);
  paragraphs[1] = "2025年全国帆船冠军赛19日在临海结束第三个比赛日的争夺，东海队的表现最为出色。";
  told[1] = "在19日于临海进行的2025年全国帆船冠军赛第三个比赛日中，东海队的表现最为出色。";
  EXPECT_EQ(Judged({page(paragraphs), page(told)}).first(FindingType::truncation), nullptr);
}

TEST(Omissions, NothingIsMissedWhereAQuotationIsPutBeforeItsSpeaker) {
  const std::pair<std::string, std::string> sentences[] = {
      {"郭振国认为，年轻船员的进步令人欣喜，但是与老船员相比仍然有不小的差距。",
       "“年轻船员的进步令人欣喜，但是与老船员相比仍然有不小的差距。”船队领队郭振国说。"},
      {"船舶专家魏因贝评价说，这是近年来船型研究的重要进展之一，不过试验仅在一条河上进行，代表性有待检验。",
       "“这是近年来船型研究的重要进展之一。”船舶专家魏因贝说，但试验仅在一条河上进行，代表性有待检验。"}};
  for (const auto& [told, quoted] : sentences) {
    auto paragraphs = story(), turned = story();
    paragraphs[3] = told;
    turned[3] = quoted;
    EXPECT_EQ(Judged({page(paragraphs), page(turned)}).first(FindingType::omission), nullptr) << told;
  }
}

TEST(Omissions, WhoSomebodyIsIsNoClause) {
  auto paragraphs = story();
  paragraphs[3] = "海洋与渔业管理局渔船管理处处长沈怀瑾强调，任何船队都不得在休渔期的最后一周以前出海。";
  for (const std::string kept : {"处长沈怀瑾", "沈怀瑾"}) {
    auto called = paragraphs;
    called[3] = kept + "强调，任何船队都不得在休渔期的最后一周以前出海。";
    EXPECT_THAT(Judged({page(paragraphs), page(called)}).findings(), ElementsAre("drift deletion minor")) << kept;
  }
}

TEST(Omissions, WhatASiteSaysOfTheTextItTookIsNoneOfIt) {
  for (const std::string frame : {"以下就是小编为广大海钓爱好者带来的全部介绍。",
                                  "希望能对大家有所帮助。想了解更多海岛消息，敬请关注www.haidao.example！"}) {
    auto framed = story();
    framed.insert(framed.begin() + 1, frame);
    EXPECT_THAT(Judged({page(framed), page(story())}).findings(), ElementsAre(EndsWith(" minor"))) << frame;
  }
}

TEST(Omissions, AnItemOfAListThatMovedIsNotMissed) {
  auto paragraphs = story();
  paragraphs[3] = "东港船队、南港船队和北港远洋船队继续在外海捕鱼，其他的船队昨天都已经回到港里休整。";
  auto moved = paragraphs;
  moved[3] = "北港远洋船队、东港船队和南港船队继续在外海捕鱼，其他的船队昨天都已经回到港里休整。";
  const Judged judged({page(paragraphs), page(moved)});
  for (const auto& finding : judged.result.findings) EXPECT_LE(finding.severity, Severity::minor) << finding.why;
}

TEST(Places, LinesThatDescribeTheTextAreComparedFieldByField) {
  auto lines = story();
  lines.insert(lines.begin() + 1, "来源：临海日报 2025-06-18");
  auto other = story();
  other.insert(other.begin() + 1, "临海日报 2025-06-19");
  EXPECT_THAT(Judged({page(lines), page(other)}).findings(), ElementsAre("drift date-line minor"));
}

TEST(Places, TheSameDayInOtherNumeralsIsNoOtherDate) {
  auto lines = story();
  lines.insert(lines.begin() + 1, "（一九六五年六月十八日）");
  auto other = story();
  other.insert(other.begin() + 1, "（1965年6月18日）");
  EXPECT_THAT(Judged({page(lines), page(other)}).findings(), IsEmpty());
}

TEST(Cuts, AHeadThatEndsInsideANameIsMissing) {
  auto paragraphs = story();
  auto cut = paragraphs;
  cut[1].erase(0, cut[1].find("默在"));  // 港务局局长林|默在仪式上
  EXPECT_THAT(Judged({page(paragraphs), page(cut)}).findings(), ElementsAre("truncation head-missing critical"));
}

TEST(Cuts, APostLeftOutBeforeANameIsNoMissingHead) {
  auto paragraphs = story();
  auto called = paragraphs;
  called[1].erase(0, called[1].find("林默在"));  // 港务局局长|林默在仪式上
  EXPECT_EQ(Judged({page(paragraphs), page(called)}).first(FindingType::truncation), nullptr);
}

TEST(Cuts, AnotherTextTellsThatTwoParagraphsAreOneSentence) {
  auto paragraphs = story();
  paragraphs[3] = kLong + "。";
  auto split = paragraphs;
  split[3].insert(split[3].find("顺着洋流"), "\n\n");
  EXPECT_THAT(Judged({page(paragraphs), page(split)}).findings(), ElementsAre("truncation split-mid-sentence minor"));
}

TEST(Cuts, ABreakInTheFirstWordsOfAParagraphMakesNoHeading) {
  auto paragraphs = story();
  auto split = paragraphs;
  split[6].insert(split[6].find("划把"), "\n\n");  // 市里还计 | 划把旧仓库
  EXPECT_THAT(Judged({page(paragraphs), page(split)}).findings(), ElementsAre("truncation split-mid-sentence minor"));
}

TEST(Cuts, TheBaseItselfMayBeCut) {
  auto paragraphs = story();
  paragraphs[3] = "今年的鱼汛来得早。" + kLong + "。";
  auto cut = paragraphs;
  cut[3].erase(cut[3].find("流向东"));
  const Judged judged({page(cut), page(paragraphs)});
  EXPECT_THAT(judged.findings(), ElementsAre("truncation tail-missing critical"));
  EXPECT_EQ(judged.first(FindingType::truncation)->place->document, 0u);
}

TEST(Cuts, BothSeamsOfSwappedColumnsAreTold) {
  auto paragraphs = story();
  paragraphs[3] = "今年的鱼汛来得早。" + kLong + "。";
  const auto at = paragraphs[3].find("流向东");
  auto swapped = paragraphs;
  swapped[3] = paragraphs[3].substr(0, at);
  swapped.insert(swapped.begin() + 1, {paragraphs[3].substr(at), paragraphs[4]});
  swapped.erase(swapped.begin() + 6);
  for (const auto& texts :
       {std::vector<std::string>{page(paragraphs), page(swapped)}, {page(swapped), page(paragraphs)}}) {
    const Judged judged(texts);
    EXPECT_THAT(judged.findings(),
                ::testing::IsSupersetOf({"truncation head-missing major", "truncation tail-missing major"}));
    EXPECT_THAT(judged.findings(), Each(Not(::testing::StartsWith("omission"))));
  }
}

// The other text begins a paragraph behind the break, so the sentence before it does not go on there.
TEST(Cuts, AnAddedParagraphThatBreaksOffDoesNotGoOnInTheNextOne) {
  auto paragraphs = story();
  paragraphs.insert(paragraphs.begin() + 5,
                    "渔民苏远还提到灯塔礁。市里答应替他们修两条防波堤，一座补给站，并且要在三年内建成");
  const auto judged_of = [](const std::string& left, const std::string& right) {
    return Judged({left, right}).findings();
  };
  for (const auto& findings :
       {judged_of(page(story()), page(paragraphs)), judged_of(page(paragraphs), page(story()))}) {
    EXPECT_THAT(findings, Contains("truncation tail-missing major"));
    EXPECT_THAT(findings, Not(Contains("truncation split-mid-sentence minor")));
  }
  // A comma before the break: the sentence goes on, and the other text left out its begin.
  paragraphs[5] = "渔民苏远还提到灯塔礁。在市里答应替他们修两条防波堤和一座补给站以后的第三个年头，";
  EXPECT_THAT(judged_of(page(story()), page(paragraphs)), Contains("truncation split-mid-sentence minor"));
}

// No text has the sentence: the page alone says that its parts belong together, and both findings say so.
TEST(Cuts, AColumnThatGoesOnBehindACaptionIsToldAtBothItsEnds) {
  auto paragraphs = story();
  paragraphs.insert(paragraphs.begin() + 2, {"新华社记者 沈默摄", "岸上的避风仓库。往年台风一来，船只得开去外海。"});
  paragraphs.insert(
      paragraphs.begin() + 7,
      {"渔民苏远还提到灯塔礁。市里答应替他们修两条防波堤，一座补给站，并且要在三年内建成", "铁路直通码头"});
  const Judged judged({page(story()), page(paragraphs)});
  EXPECT_THAT(judged.findings(),
              ::testing::IsSupersetOf({"truncation head-missing major", "truncation tail-missing major"}));
  for (const auto& finding : judged.result.findings) {
    if (finding.type != FindingType::truncation) continue;
    EXPECT_THAT(finding.why, ::testing::HasSubstr("seems to go on")) << finding.kind;
    ASSERT_TRUE(finding.other) << finding.kind;
    EXPECT_EQ(finding.other->document, 1u);
    EXPECT_EQ(judged.at(*finding.other), finding.kind == "head-missing" ? "在三年内建成" : "岸上的避风仓")
        << finding.kind;
  }
}

// What the base says otherwise tells nothing of a torn sentence: another text has it whole.
TEST(Cuts, AParagraphIsComparedWithEveryTextThatHasItsSentence) {
  auto base = story(), whole = story();
  base[3] = "要保持航道畅通、风险可控，落实各方普遍认可的调度规则，让疏浚的好处惠及更多渔民，成为全港共用的公共水路。";
  whole[3] =
      "我们要保持航道畅通、风险可控，同海湾两岸的渔船主人一道商量，落实各方普遍认可的调度规则，让疏浚的好处惠及更多渔民"
      "，"
      "成为全港共用的公共水路。";
  auto torn = whole;
  torn[3].erase(0, torn[3].find("渔船主人"));
  for (const auto& texts :
       {std::vector<std::string>{page(base), page(whole), page(torn)}, {page(base), page(torn), page(whole)}}) {
    EXPECT_THAT(Judged(texts).findings(), Contains("truncation head-missing critical"));
  }
}

// A day that is moved to the front has a comma behind it, which the other text has not: a torn sentence keeps its
// marks.
TEST(Cuts, ALeadThatBeginsWithTheDayLostNoHead) {
  auto paragraphs = story();
  auto other = story();
  other[0] = "4月16日，临海举行新码头开港仪式，首艘集装箱货轮“远帆号”缓缓靠泊三号泊位。";
  for (const char* day : {"4月16日上午", "4月16日（周四）上午"}) {
    paragraphs[0] = std::string("临海市政府新闻办公室") + day +
                    "在望川市举行新码头开港仪式，首艘集装箱货轮“远帆号”缓缓靠泊三号泊位。";
    for (const auto& findings :
         {Judged({page(paragraphs), page(other)}).findings(), Judged({page(other), page(paragraphs)}).findings()}) {
      EXPECT_THAT(findings, Each(Not(::testing::StartsWith("truncation")))) << day;
    }
  }
  auto torn = paragraphs;
  torn[0].erase(0, torn[0].find("4月"));
  EXPECT_THAT(Judged({page(paragraphs), page(torn)}).findings(), Contains("truncation head-missing critical"));
}

TEST(Cuts, ADatelineThatADeskTookOffIsNoLostHead) {
  auto paragraphs = story();
  auto other = paragraphs;
  for (const char* line : {"新华社北京1月14日电（记者李明）", "【本报北京十四日电】", "（记者张三北京14日电）",
                           "科技日报讯（记者沈浩然）", "【記者林品妤／港都報導】"}) {
    other[1] = line + paragraphs[1];
    for (const auto& finding : Judged({page(other), page(paragraphs)}).findings()) {
      EXPECT_THAT(finding, Not(::testing::StartsWith("truncation"))) << line;
    }
  }
}

TEST(Cuts, WhatSomebodySaysBeforeAParagraphIsNoHeadOfIt) {
  auto paragraphs = story();
  auto other = paragraphs;
  other[2] = "港务局局长林默对记者表示" + other[2];
  for (const auto& finding : Judged({page(paragraphs), page(other)}).findings()) {
    EXPECT_THAT(finding, Not(::testing::StartsWith("truncation")));
  }
}

TEST(Cuts, WhereAnotherTextLostTheFullStopNothingIsCut) {
  auto paragraphs = story();
  paragraphs[3] = "今年的鱼汛来得早。" + kLong + "。市里的冷库都已经装满。";
  auto merged = paragraphs;
  for (auto at = merged[3].find("。"); at + 3 < merged[3].size(); at = merged[3].find("。", at)) merged[3].erase(at, 3);
  for (const auto& texts :
       {std::vector<std::string>{page(paragraphs), page(merged)}, {page(merged), page(paragraphs)}}) {
    EXPECT_EQ(Judged(texts).first(FindingType::truncation), nullptr);
  }
}

TEST(Cuts, ABreakThatEveryTextHasIsItsOwn) {
  auto paragraphs = story();
  paragraphs[3] = "今年的鱼汛来得早。" + kLong + "。";
  paragraphs[3].insert(paragraphs[3].find("顺着洋流"), "\n\n");
  const Judged judged({page(paragraphs), page(paragraphs)});
  EXPECT_THAT(judged.findings(), IsEmpty());
  EXPECT_NE(judged.first(FindingType::truncation), nullptr);
}

TEST(Cuts, AMissingStopIsNothingWhereNoParagraphHasOne) {
  auto paragraphs = story();
  for (auto& paragraph : paragraphs) paragraph.erase(paragraph.rfind("。"));
  const Judged judged({page(paragraphs)});
  EXPECT_EQ(judged.first(FindingType::truncation), nullptr);
}

TEST(Cuts, AColonAtTheEndAnnouncesWhatFollows) {
  auto paragraphs = story();
  paragraphs.insert(paragraphs.begin() + 3,
                    "港务局局长林默在仪式结束以后回答了在场记者提出的几个问题，他首先这样说道：");
  const Judged judged({page(paragraphs)});
  EXPECT_EQ(judged.first(FindingType::truncation), nullptr);
}

// --- left out, added, moved ------------------------------------------------------------------------------------------

TEST(Omissions, ASentenceThatAReprintLacksIsMajor) {
  auto paragraphs = story();
  paragraphs.erase(paragraphs.begin() + 2);
  const Judged judged({page(story()), page(paragraphs)});
  EXPECT_THAT(judged.findings(), ElementsAre("omission dropped-sentence major"));
  const auto* finding = judged.first(FindingType::omission);
  EXPECT_TRUE(finding->place->range.empty());
  EXPECT_EQ(judged.before(*finding->place), "。") << "behind the sentence before it";
  EXPECT_EQ(judged.at(*finding->other), story()[2]);
}

TEST(Omissions, AClauseIsMissedBehindTheQuotationThatItFollowed) {
  auto paragraphs = story();
  paragraphs[3] = "老船员把这条新航线叫作“北斗”，昨天码头上的年轻人也跟着这样叫，船队每天清早绕过灯塔礁向东去。";
  auto lacking = paragraphs;
  lacking[3] = "老船员把这条新航线叫作“北斗”，船队每天清早绕过灯塔礁向东去。";
  const Judged judged({page(paragraphs), page(lacking)});
  ASSERT_THAT(judged.findings(), ElementsAre("omission dropped-clause major"));
  EXPECT_EQ(judged.before(*judged.first(FindingType::omission)->place), "”");
}

TEST(Omissions, WordsOfAQuotationAreMissedInsideOfIt) {
  auto paragraphs = story();
  paragraphs[3] = "老船员把这条新航线叫作“北斗航线，大家都认得它”，船队每天清早绕过灯塔礁向东去。";
  auto lacking = paragraphs;
  lacking[3] = "老船员把这条新航线叫作“北斗航线”，船队每天清早绕过灯塔礁向东去。";
  const Judged judged({page(paragraphs), page(lacking)});
  ASSERT_NE(judged.first(FindingType::omission), nullptr);
  EXPECT_EQ(judged.before(*judged.first(FindingType::omission)->place), "线");
}

TEST(Omissions, ATitleThatBothTextsHaveDoesNotStandForTheSentence) {
  auto lacking = story();
  lacking.erase(lacking.begin() + 1);
  const std::string title = "# 新码头年吞吐能力达到320万标准箱\n\n";
  EXPECT_THAT(Judged({title + page(story()), title + page(lacking)}).findings(),
              ElementsAre("omission dropped-sentence major"));
  EXPECT_THAT(Judged({title + page(story()), title + page(story())}).findings(), IsEmpty());
}

TEST(Omissions, AClauseThatBecameASentenceIsNotMissedWhereATitleHasItsWords) {
  auto paragraphs = story();
  paragraphs[1] = "港务局昨天下午举行新闻发布会，发布《新码头营商环境保障白皮书》，并且回答提问。";
  auto split = paragraphs;
  split[1] = "港务局昨天下午举行新闻发布会。发布《新码头营商环境保障白皮书》，并且回答提问。";
  const std::string title = "# 临海港发布新码头营商环境保障白皮书\n\n";
  EXPECT_THAT(Judged({title + page(paragraphs), title + page(split)}).findings(), IsEmpty());
}

TEST(Omissions, TheWholeNameOfWhatIsCalledByAShortOneIsMinor) {
  auto paragraphs = story();
  paragraphs[3] =
      "鸿洋渔业科技股份有限公司（以下简称“鸿洋渔业”）昨天在公告中说，新船队的冷库已经投入使用，每天可以存鱼六十吨。";
  auto called = paragraphs;
  called[3] = "鸿洋渔业昨天在公告中说，新船队的冷库已经投入使用，每天可以存鱼六十吨。";
  EXPECT_THAT(Judged({page(paragraphs), page(called)}).findings(), ElementsAre("omission dropped-clause minor"));
}

TEST(Omissions, WhatAnExcerptLeavesOutIsItsNature) {
  const Judged judged({page(story()), page({story()[2], story()[3]})});
  for (const auto& finding : judged.result.findings) EXPECT_LT(finding.severity, Severity::major) << finding.kind;
  EXPECT_NE(judged.first(FindingType::omission), nullptr);
}

TEST(Additions, APassageThatSeveralTextsHaveIsOneAddition) {
  auto longer = story();
  longer.insert(longer.begin() + 3, {other_story()[0], other_story()[2]});
  const Judged judged({page(story()), page(longer), page(longer)});
  EXPECT_THAT(judged.findings(), ElementsAre("addition added-passage minor"));
  const auto* finding = judged.first(FindingType::addition);
  ASSERT_TRUE(finding && finding->place);
  EXPECT_EQ(finding->place->document, 1u);
  ASSERT_EQ(finding->more.size(), 1u);
  EXPECT_EQ(finding->more[0].document, 2u);
  EXPECT_EQ(judged.at(finding->more[0]), judged.at(*finding->place));
}

TEST(Additions, APassageThatNobodyElseHasIsMinor) {
  auto paragraphs = story();
  paragraphs.insert(paragraphs.begin() + 2, other_story()[0]);
  EXPECT_THAT(Judged({page(story()), page(paragraphs)}).findings(), ElementsAre("addition added-passage minor"));
}

TEST(Moves, APassageInAnotherPlaceIsMinor) {
  const Judged judged(
      {page(story()), page({story()[0], story()[1], story()[3], story()[4], story()[5], story()[6], story()[2]})});
  EXPECT_THAT(judged.findings(), ElementsAre("move moved-passage minor"));
}

// --- standing --------------------------------------------------------------------------------------------------------

TEST(Standing, TellsReprintExcerptAndOthers) {
  auto nearly = story();
  nearly.pop_back();
  const Judged judged({page(story()), page(nearly), page({story()[2], story()[3]}), page(other_story())});
  std::vector<Relation> relations;
  for (const auto& standing : judged.result.standings) relations.push_back(standing.relation);
  EXPECT_THAT(relations, ElementsAre(Relation::base, Relation::reprint, Relation::excerpt, Relation::unrelated));
  EXPECT_DOUBLE_EQ(judged.result.standings[0].coverage, 1.0);
  EXPECT_GT(judged.result.standings[1].coverage, judged.result.standings[2].coverage);
  EXPECT_DOUBLE_EQ(judged.result.standings[3].coverage, 0.0);
  for (const auto& standing : judged.result.standings) EXPECT_FALSE(standing.why.empty());
}

TEST(Standing, ATextThatRewroteWhatItTookIsADigest) {
  const Judged judged(
      {page(story()),
       page({story()[2], "昨天上午，临海港新码头开港，首艘集装箱货轮“远帆号”靠上了三号泊位，岸上锣鼓喧天。",
             "局长林默介绍说，这座新码头一共投资86亿元，一年吞吐能力可以达到320万标准箱左右。"})});
  EXPECT_EQ(judged.result.standings[1].relation, Relation::digest);
}

TEST(Standing, ADigestLeavesOutClauses) {
  const std::string shorter = "当地渔民苏远告诉记者，现在航道疏浚以后可以直接进港。";
  auto reprint = story();
  reprint[3] = shorter;
  EXPECT_THAT(Judged({page(story()), page(reprint)}).findings(), Contains("omission dropped-clause major"));
  const Judged judged(
      {page(story()), page({shorter, "昨天上午，临海港新码头开港，首艘集装箱货轮“远帆号”靠上了三号泊位，岸上锣鼓喧天。",
                            "局长林默介绍说，这座新码头一共投资86亿元，一年吞吐能力可以达到320万标准箱左右。"})});
  EXPECT_EQ(judged.result.standings[1].relation, Relation::digest);
  EXPECT_THAT(judged.findings(), Contains("omission dropped-clause minor"));
  EXPECT_THAT(judged.findings(), Not(Contains("omission dropped-clause major")));
}

TEST(Standing, CountsWhatIsFolded) {
  auto traditional = story();
  traditional[1] = "港務局局長林默在儀式上介紹，新碼頭總投資86億元,年吞吐能力達到320萬標準箱。";
  const Judged judged({page(story()), page(traditional)});
  EXPECT_THAT(judged.findings(), IsEmpty());
  const auto& folded = judged.result.standings[1].folded;
  EXPECT_EQ(folded.script, 13u);
  EXPECT_EQ(folded.punctuation, 1u);
  EXPECT_EQ(folded.repair, 0u);
}

// --- what a text says of itself --------------------------------------------------------------------------------------

std::string titled(const std::string& title, const std::string& head = "") {
  return "# " + title + "\n\n" + head + page(story());
}

TEST(SelfDescription, TitlesThatDifferInTheWordsOfAnotherRegionAreNotCalledChanged) {
  EXPECT_THAT(Judged({titled("临海港透过影片介绍新码头"), titled("临海港通过视频介绍新码头")}).findings(),
              Contains("drift title minor"));
  EXPECT_THAT(Judged({titled("临海港投资三成用于新码头"), titled("临海港投资30%用于新码头")}).findings(),
              Contains("drift title minor"));
  EXPECT_THAT(Judged({titled("临海港透过影片介绍新码头"), titled("临海港通过视频介绍旧码头")}).findings(),
              Contains("drift title critical"));
}

TEST(SelfDescription, AChangedTitleIsCritical) {
  const Judged judged({titled("临海港新码头正式开港"), titled("临海港新码头推迟开港")});
  EXPECT_THAT(judged.findings(), Contains("drift title critical"));
}

TEST(SelfDescription, AnExcerptHasATitleOfItsOwn) {
  const auto excerpt = "# 渔民的一天\n\n" + page({story()[1], story()[3]});
  const Judged judged({titled("临海港新码头正式开港"), excerpt});
  ASSERT_EQ(judged.result.standings[1].relation, Relation::excerpt);
  EXPECT_THAT(judged.findings(), Contains("drift title minor"));
}

TEST(SelfDescription, ATitleInAnotherScriptIsTheSame) {
  const Judged judged({titled("临海港新码头正式开港"), titled("臨海港新碼頭正式開港")});
  EXPECT_THAT(judged.findings(), Not(Contains("drift title critical")));
}

TEST(SelfDescription, ATextOnAnotherSubjectHasATitleOfItsOwn) {
  const Judged judged({titled("临海港新码头正式开港"), "# 青石镇小学的苹果园\n\n" + page(other_story())});
  EXPECT_THAT(judged.findings(), IsEmpty());
}

// --- the law ---------------------------------------------------------------------------------------------------------

// Every edit of every row ends in a finding, or lies in a heading or copy, which answer to one another.
TEST(Classify, IsTotal) {
  for (std::uint32_t seed = 1; seed <= 60; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const Judged judged(spoiled_reprints(seed));
    for (std::size_t r = 0; r < judged.alignment.rows.size(); ++r) {
      const auto& cells = judged.alignment.rows[r].cells;
      ASSERT_EQ(judged.result.relations[r].size(), cells.size());
      for (std::size_t c = 1; c < cells.size(); ++c) {
        if (cells[c].echo || cells[c].answers || cells[c].witness == cells[0].witness) continue;
        const auto& left = judged.printed[cells[0].witness];
        const auto& right = judged.printed[cells[c].witness];
        const auto diff = diff_readings(*left.witness->normal, cells[c].compared_reference(), *right.witness->normal,
                                        cells[c].compared());
        for (const auto& edit : diff.edits) {
          const auto covers = [&](const Place& place, std::uint32_t witness, CodePointRange words) {
            return place.document == witness && place.range.begin <= words.begin && words.end <= place.range.end;
          };
          const auto reported =
              std::count_if(judged.result.findings.begin(), judged.result.findings.end(), [&](const Finding& f) {
                // A cut that took the words away is reported as the cut.
                if (f.type == FindingType::truncation && f.other &&
                    (covers(*f.other, cells[0].witness, left.printed(edit.left)) ||
                     covers(*f.other, cells[c].witness, right.printed(edit.right))))
                  return true;
                if (f.cluster != r) return false;
                if (f.type == FindingType::move && (covers(*f.place, cells[c].witness, right.printed(edit.right)) ||
                                                    covers(*f.other, cells[0].witness, left.printed(edit.left))))
                  return true;
                const bool omission = f.type == FindingType::omission && f.place->document == cells[c].witness &&
                                      covers(*f.other, cells[0].witness, left.printed(edit.left));
                const bool drift = std::any_of(f.readings.begin(), f.readings.end(), [&](const Reading& reading) {
                  return std::any_of(reading.members.begin(), reading.members.end(), [&](const Place& p) {
                    return covers(p, cells[c].witness, right.printed(edit.right, cells[c].range));
                  });
                });
                return omission || drift;
              });
          EXPECT_GE(reported, 1) << to_utf8(left.witness->normal->slice(edit.left)) << " > "
                                 << to_utf8(right.witness->normal->slice(edit.right));
        }
      }
    }
    if (HasFailure()) return;
  }
}

// --- said in other words ---------------------------------------------------------------------------------------------

TEST(Paraphrases, WhatStandsBetweenTheSameNeighboursIsTheSameSaidInOtherWords) {
  auto other = story();
  other[4] = "施工单位须在红树林四周留出缓冲地带，候鸟有多少，要接连监测五年，这是环保部门提的条件。";
  const Judged judged({page(story()), page(other)});
  EXPECT_EQ(judged.alignment.rows.size(), story().size());
  EXPECT_THAT(judged.findings(), Each(Not(::testing::StartsWith("omission"))));
}

TEST(Paraphrases, AnotherSentenceInTheSamePlaceIsNone) {
  auto other = story();
  other[4] = "港务局局长林默说，施工期间没有发生一起事故。";
  const Judged judged({page(story()), page(other)});
  EXPECT_EQ(judged.alignment.rows.size(), story().size() - 1);
  EXPECT_THAT(judged.findings(), Contains(::testing::StartsWith("omission")));
}

// --- very short texts, and texts that quote ----------------------------------------------------------------------------

Relation relation_of(const std::string& text, const std::string& base) {
  return Judged({base, text}).result.standings[1].relation;
}

TEST(ShortTexts, AHeadlineAloneIsAnExcerpt) {
  const std::string headline = "临海港新码头昨天上午正式开港";
  const std::string base = headline + "\n\n" + page(story());
  EXPECT_EQ(relation_of(headline + "\n", base), Relation::excerpt);
  EXPECT_EQ(relation_of("青石镇小学种下第一片苹果园\n", base), Relation::unrelated);
}

TEST(ShortTexts, ASentenceTakenOutOfALongerOneIsAnExcerpt) {
  EXPECT_EQ(relation_of("以前出海要绕行灯塔礁，现在航道疏浚以后可以直接进港\n", page(story())), Relation::excerpt);
}

TEST(ShortTexts, AStoryThatGoesOnFromThisOneSharesOnlyWhatItQuotes) {
  const std::vector<std::string> quoted = {story()[1], story()[4], story()[6]};
  auto follow = quoted;
  follow.insert(follow.begin(), "时隔一个月，记者再访临海港新码头，这里又迎来一批客人。");
  follow.push_back("环保部门负责人说，缓冲带的图纸上个月改过两次。");
  const Judged judged({page(story()), page(follow)});
  ASSERT_EQ(judged.alignment.rows.size(), quoted.size());
  for (std::size_t k = 0; k < quoted.size(); ++k) {
    EXPECT_EQ(judged.texts.witnesses[1].normal->slice(judged.alignment.rows[k].cells[1].range),
              judged.texts.witnesses[0].normal->slice(judged.alignment.rows[k].cells[0].range));
  }
}

TEST(ShortTexts, ATextOfItsOwnThatCitesASentenceIsNoDigest) {
  auto base = story();
  for (int k = 0; k < 3; ++k) {
    for (const char* sentence :
         {"渡船公司今年新添了两条船，往返岛上只要四十分钟。", "岛上的小学有九十六名学生，校舍去年翻修过。",
          "灯塔看守人退休以后，这里改成了一座气象观测站。"})
      base.push_back("第" + std::to_string(k + 1) + "年，" + sentence);
  }
  const std::vector<std::string> comment = {"说几句码头以外的话。",
                                            "我父亲在渔船上干了一辈子，从来没有等过一个准点的班次。",
                                            story()[6],
                                            "这句话写得漂亮，可是岸上的人听了心里不是滋味。",
                                            "老街拆掉的那个夏天，卖冰棍的阿婆搬到了山坳里，再也没有回来。",
                                            "一座城里的人记得住的，往往不是吊车有多高，而是谁在雨里给你撑过伞。"};
  EXPECT_EQ(relation_of(page(comment), page(base)), Relation::related);
  // Of a short text one long sentence is a seventh.
  base.resize(story().size());
  EXPECT_EQ(relation_of(page(comment), page(base)), Relation::related);
}

}  // namespace
}  // namespace yiwen
