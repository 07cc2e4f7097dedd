// SPDX-License-Identifier: Apache-2.0
#include "extract/old_word.h"

#include <gmock/gmock.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "base/utf8_check.h"
#include "extract/read_document.h"

namespace yiwen {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::vector<std::string> paragraphs_of(const MarkedText& text) {
  std::vector<std::string> out;
  for (const MarkedParagraph& p : text.paragraphs) out.push_back(text.text.substr(p.range.begin, p.range.size()));
  return out;
}

TEST(OldWord, PutsParagraphsLinesAndRowsBack) {
  const MarkedText text = text_of_antiword(
      "\n\n早市\n\n[pic]\n\n他不怕抽签，\n怕的是大家不来了。\n\n|品类    |说明          |\n|蔬菜    |老城墙根下的早|\n"
      "|        |市。          |\n|水果    |               |\n|        |无            |\n\n");
  EXPECT_THAT(paragraphs_of(text), ElementsAre("早市", "他不怕抽签，", "怕的是大家不来了。", "品类\t说明",
                                               "蔬菜\t老城墙根下的早市。", "水果", "无"));
  EXPECT_FALSE(text.paragraphs[1].same_block);
  EXPECT_TRUE(text.paragraphs[2].same_block);
}

TEST(OldWord, PutsTheHalvesOfACharacterTogether) {
  EXPECT_EQ(text_of_antiword("\xED\xA1\x82\xED\xBE\xB7野家\n").text, "𠮷野家\n");
  for (const std::string broken : {"\xED\xA1\x82", "\xED\xA1", "\xED\xBE\xB7\xED\xA1\x82", "|\xED\xA1|\xED|"}) {
    const std::string text = text_of_antiword("甲" + broken + "\n").text;
    EXPECT_EQ(first_ill_formed(text), text.size());
    EXPECT_THAT(text, HasSubstr("甲"));
  }
}

TEST(OldWord, AFileIsRead) {
  if (std::system("command -v antiword >/dev/null") != 0) GTEST_SKIP() << "antiword is not installed";
  std::ifstream file(std::filesystem::path(YIWEN_SOURCE_DIR) / "corpus/files/office/market97.doc", std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  const auto text = read_old_word(bytes.str());
  ASSERT_TRUE(text) << to_string(text.error());
  EXPECT_THAT(paragraphs_of(text.value()),
              ElementsAre("老城墙根下的早市", "本报记者 唐小满",
                          "老城墙根下的早市，每天四点半出摊，八点钟收摊，四十多年没有挪过地方。",
                          "摊主𠮷田庄的老谭说，他不怕抽签，", "怕的是大家不来了。", "品类\t摊位", "蔬菜\t41",
                          "街道的答复是，工期四个月，摊位按现有名单抽签。"));
  const auto small = read_old_word(bytes.str(), {.output_bytes = 100});
  ASSERT_FALSE(small);
  EXPECT_EQ(small.error().code, ErrorCode::over_limit);
  const auto cut = read_old_word(bytes.str().substr(0, 3000));
  ASSERT_FALSE(cut);
  EXPECT_THAT(cut.error().reason, HasSubstr("antiword cannot read"));
}

}  // namespace
}  // namespace yiwen
