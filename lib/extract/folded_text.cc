// SPDX-License-Identifier: Apache-2.0
#include "extract/folded_text.h"

#include <algorithm>
#include <utility>

#include "base/char_class.h"
#include "base/utf8.h"

namespace yiwen {

namespace {

// Traditional character and its simplified form, in turn, by code point: those that occur in cues, and no more. Cues
// are written in simplified characters; a cue with a character that is missing here does not see traditional pages.
constexpr std::u32string_view kScriptPairs =
    U"並并亞亚佈布併并來来侷局係系俬私個个們们偉伟備备傢家傳传僅仅價价儲储內内兩两冊册別别刪删創创劃划動动務务區区協协"
    U"卽即厤历參参員员問问單单噹当嚮向國国圖图團团埰采執执報报場场墰坛壇坛壜坛壯壮奬奖娛娱婦妇學学寀采實实審审寫写將将"
    U"專专舊旧"
    U"對对導导層层屬属幫帮幷并庫库廢废廣广廳厅彆别彔录後后從从復复懷怀戲戏戶户掃扫掛挂採采換换擊击擋挡擔担據据擴扩擷撷"
    U"攝摄敎教數数於于時时暫暂曆历曏向書书會会朮术枱台査查條条棊棋業业構构樂乐樓楼標标機机檯台欄栏權权歐欧歡欢歷历歸归"
    U"氣气沒没滾滚濟济瀏浏灣湾為为無无熱热營营爲为獎奖現现環环產产産产當当發发監监眞真眾众碼码礙碍禮礼稱称箇个節节簡简"
    U"簽签籌筹籤签糾纠約约納纳級级終终結结絡络給给統统絲丝經经綜综綫线維维網网綵彩線线編编縮缩總总繪绘繫系續续纔才罈坛"
    U"罎坛"
    U"羣群聞闻聯联聲声聽听腦脑臺台與与興兴舉举華华著着葯药蒐搜蔘参薦荐藥药蘿萝處处號号蟲虫衆众術术衕同衹只製制複复覈核"
    U"見见視视親亲覺觉覽览觀观訂订計计訊讯記记訪访設设許许訴诉註注証证評评詞词詢询話话該该誌志認认語语誠诚說说説说調调"
    U"談谈請请論论諮咨證证識识議议讀读讓让讚赞負负財财責责費费資资賢贤賭赌賽赛贊赞蹤踪車车軍军載载輯辑轉转辦办迴回這这"
    U"週周"
    U"遊游過过達达違违遞递適适選选還还郵邮鄭郑釋释鈡钟鋒锋錄录錯错録录錶表鍵键鍾钟鏈链鏡镜鐘钟長长門门閉闭開开間间閤合"
    U"閱阅閲阅關关陸陆陽阳際际險险隱隐隻只雜杂電电靜静頁页頂顶領领頭头頻频題题類类顧顾顯显風风颱台饋馈騰腾體体髮发魚鱼"
    U"麪面麫面麵面黃黄點点黨党齣出"
    U"緊紧貼贴張张檢检筆笔損损盜盗"
    U"優优偵侦債债決决減减則则剛刚勢势園园寵宠態态搶抢攔拦搗捣鬥斗斷断殺杀檔档毀毁獨独竊窃紅红組组細细繼继締缔藝艺獲获"
    U"藍蓝規规討讨詐诈詳详譜谱賬账貨货購购賞赏軟软運运進进連连隨随須须飛飞馬马駐驻驗验騙骗龍龙";

char32_t simplified(char32_t c) {
  static const std::vector<std::pair<char32_t, char32_t>> kTable = [] {
    std::vector<std::pair<char32_t, char32_t>> table;
    for (std::size_t i = 0; i + 1 < kScriptPairs.size(); i += 2)
      table.emplace_back(kScriptPairs[i], kScriptPairs[i + 1]);
    std::sort(table.begin(), table.end());
    return table;
  }();
  const auto found = std::lower_bound(kTable.begin(), kTable.end(), std::pair<char32_t, char32_t>{c, 0});
  return found != kTable.end() && found->first == c ? found->second : c;
}

char32_t folded(char32_t c) {
  c = horizontal_mark(c);
  if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;
  if (c >= 'A' && c <= 'Z') return c + ('a' - 'A');
  return c < 0x80 ? c : simplified(c);
}

// Where a bracket with nothing but a syllable of pinyin in it ends: 創(chuàng)新. A tone mark must be in it, so that
// (AI) and (ct) stay.
std::uint32_t pinyin_end(std::string_view text, std::uint32_t at, std::uint32_t end) {
  constexpr int kLongestSyllable = 6;  // zhuāng
  int letters = 0;
  bool toned = false;
  while (at < end) {
    const char32_t c = next_code_point(text, at);
    if (c == ')') return toned && letters > 0 ? at : 0;
    if (!is_latin(c) || ++letters > kLongestSyllable) return 0;
    toned = toned || c >= 0x80;
  }
  return 0;
}

}  // namespace

TextRange<SourceText> FoldedText::source(std::size_t begin, std::size_t end) const {
  while (begin < end && chars[begin] == ' ') ++begin;
  while (begin < end && chars[end - 1] == ' ') --end;
  return {at[begin], begin == end ? at[begin] : at[end]};
}

FoldedText fold_for_cues(std::string_view text, TextRange<SourceText> range) {
  FoldedText out;
  out.chars.reserve(range.size() / 2);
  out.at.reserve(range.size() / 2 + 1);
  for (std::uint32_t at = range.begin; at < range.end;) {
    const std::uint32_t begin = at;
    const char32_t c = next_code_point(text, at);
    if (is_invisible(c)) continue;
    if (c == '(' && !out.empty() && is_han(out.chars.back())) {
      if (const std::uint32_t behind = pinyin_end(text, at, range.end)) {
        at = behind;
        continue;
      }
    }
    const bool blank = is_space(c);
    if (blank && (out.empty() || out.chars.back() == ' ')) continue;
    out.chars.push_back(blank ? U' ' : folded(c));
    out.at.push_back(begin);
  }
  out.at.push_back(range.end);
  return out;
}

}  // namespace yiwen
