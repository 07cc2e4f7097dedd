// SPDX-License-Identifier: Apache-2.0
#include "dedup/folded_article.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "normalize/normalize.h"
#include "unit/dedup/made_articles.h"

namespace yiwen {
namespace {

using ::testing::ElementsAre;

FoldedArticle folded(std::string_view text) {
  FoldedArticle article;
  fold_article(text, article);
  return article;
}

std::vector<std::u16string> sentences(std::string_view text) {
  const FoldedArticle article = folded(text);
  std::vector<std::u16string> all;
  for (const FoldedSentence& s : article.sentences) all.push_back(article.chars.substr(s.chars.begin, s.chars.size()));
  return all;
}

TEST(FoldedArticle, FoldsScriptWidthCaseAndAnnotations) {
  EXPECT_EQ(folded("產業(yè)、「５Ｇ」ＡＩ").chars, u"产业5gai");
  EXPECT_EQ(folded("業（yè）務").chars, folded("业务").chars);
  EXPECT_EQ(folded("方案(a)").chars, u"方案a");
}

TEST(FoldedArticle, KeepsThePointAndTheSignOfANumber) {
  EXPECT_EQ(folded("增长41.7%，").chars, u"增长41.7%");
  EXPECT_NE(folded("41.7").chars, folded("417").chars);
}

TEST(FoldedArticle, CutsAtStopsAndLinesAndNowhereInANumber) {
  EXPECT_THAT(sentences("甲乙。丙丁!戊\n己庚.辛3.5壬v1.0癸.\n"),
              ElementsAre(u"甲乙", u"丙丁", u"戊", u"己庚", u"辛3.5壬v1.0癸"));
  EXPECT_THAT(sentences("……。\n\n"), ElementsAre());
}

TEST(FoldedArticle, RangesAreCodePointsFromTheFirstToTheLastComparedCharacter) {
  const FoldedArticle article = folded("𠀀：“業(yè)務”。第二句");
  ASSERT_EQ(article.sentences.size(), 2U);
  EXPECT_EQ(article.sentences[0].range, (TextRange<CodePoints>{0, 9}));
  EXPECT_EQ(article.sentences[1].range, (TextRange<CodePoints>{11, 14}));
}

TEST(FoldedArticle, TextWithoutStopsIsCutAtTheSamePlacesInEveryCopy) {
  std::mt19937_64 random(1);
  const std::u32string body = made_sentence(random, 5000);
  const auto whole = sentences(to_utf8(body));
  EXPECT_GT(whole.size(), 10U);
  for (const auto& sentence : whole) EXPECT_LE(sentence.size(), kLongestSentence);
  const auto behind_others = sentences(to_utf8(made_sentence(random, 77) + body));
  const auto shared = std::ranges::count_if(
      whole, [&](const auto& sentence) { return std::ranges::find(behind_others, sentence) != behind_others.end(); });
  EXPECT_GT(shared, static_cast<std::ptrdiff_t>(whole.size()) - 6);
}

// The slow twin: the normalize room knows more (combining marks, regional words); on plain text the two agree.
TEST(FoldedArticle, AgreesWithTheNormalizeRoom) {
  std::mt19937_64 random(2);
  const std::u32string marks = U"，、：“”（）《》 ー%．0123456789ＡＢＣａｂｃABCabcéÀ産經貿衛裡著";
  for (int round = 0; round < 300; ++round) {
    std::u32string text;
    for (std::size_t i = 0; i < 40; ++i) {
      text += random() % 3 == 0 ? marks[random() % marks.size()] : static_cast<char32_t>(0x4E00 + random() % 0x5000);
    }
    std::u16string expected;
    for (const char32_t c : normalize(to_utf8(text), Layer::script).chars)
      expected += c < 0x10000 ? static_cast<char16_t>(c) : u'?';
    std::u16string got = folded(to_utf8(text)).chars;
    // This room takes marks off letters, the other composes them; it has no characters beyond the first plane.
    for (auto* chars : {&expected, &got}) {
      for (char16_t& c : *chars) c = c == u'é' ? u'e' : c == u'à' ? u'a' : c >= 0xE000 && c < 0xF900 ? u'?' : c;
    }
    std::erase(expected, u'.');
    std::erase(got, u'.');
    ASSERT_EQ(to_utf8(std::u32string(got.begin(), got.end())),
              to_utf8(std::u32string(expected.begin(), expected.end())));
  }
}

}  // namespace
}  // namespace yiwen
