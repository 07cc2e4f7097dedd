// SPDX-License-Identifier: Apache-2.0
//
// Bytes of one legacy encoding nearly always mean something in the others too: 中文 in GB18030 (D6 D0 CE C4) is 笢恅 in
// Big5 and 0xD0D6 0xC4CE, two Hangul syllables, in UTF-16LE. What tells is what they mean. Real text is made of few
// characters: the 500 commonest hanzi are three quarters of a Chinese newspaper, but a wrong decoder hits them no more
// often than chance, one in fifteen. The same holds for the commonest syllables of Korean.
//
// The scores of all candidates are sums over the same bytes, so they compare. The weights are log-odds by rank, not
// fitted: what matters is the order, everyday > common > rare > private use > fault, and that one fault outweighs
// several lucky hits. ASCII counts only in UTF-16 and UTF-32: it is the same in all other candidates.
#include "decode/plausibility.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "base/char_class.h"

namespace yiwen {

namespace {

constexpr double kEverydayHanzi = 2.0;
constexpr double kCommonHanzi = 0.7;  // level 1 of GB 2312 or Big5
constexpr double kRareHanzi = -0.6;
constexpr double kPunctuation = 1.5;         // 、。「」《》，：；？！ “ ” — …
constexpr double kPunctuationInWords = 1.0;  // “ ’ – « in a text of letters, behind ASCII; elsewhere a symbol
constexpr double kKana = 1.2;
constexpr double kEverydayHangul = 2.0;
constexpr double kHangul = 0.5;
constexpr double kHalfwidthKana = -0.8;    // one byte each in Shift_JIS: what GB 2312 decodes to there
constexpr double kForeignLetter = -0.7;    // Greek, Cyrillic, accented Latin in an East Asian candidate
constexpr double kLetterInWord = 0.6;      // the same in an encoding made for them, behind an ASCII letter
constexpr double kLetterAtStart = 0.3;     // ... at the begin of a word: à
constexpr double kLetterCluster = -0.6;    // ... next to one another: ÖÐÎÄ
constexpr double kSwallowed = -3.0;        // a lone hanzi between ASCII letters: the è of rivière and the r behind it
constexpr double kSwallowedAtEdge = -1.5;  // ... between a letter and a space
constexpr double kPlainInUnicode = 1.0;    // an ASCII character in UTF-16 or UTF-32
constexpr double kSymbol = -0.3;
constexpr double kPrivateUse = -4.0;
constexpr double kControl = -3.0;
constexpr double kFault = -12.0;  // bytes that mean nothing; NUL

// The commonest characters of modern written Chinese, in no order, with those of news; simplified and traditional
// forms.
constexpr std::u32string_view kEverydayHanziList =
    U"的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家"
    U"种事成方多经"
    U"么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工"
    U"使情明性知"
    U"全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老"
    U"给世位次度"
    U"门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太"
    U"量再感建务"
    U"做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完"
    U"设式色路记"
    U"南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运记者企济府港台湾京省县委局示称选举"
    U"投央约责任"
    U"這個們來為國說時會對於著後過發裡裏樣種經麼學當沒動還進開從實軍無與長機關點業將兩間問並應戰頭體見產東聲員論處義幾"
    U"認條氣題爾"
    U"別變總電數報結務場計統區隊決馬書則聽卻達強難權設記類據邊張該規萬術領確傳師觀讓識帶導爭運臺灣濟際稱縣黨眾選舉約責"
    U"媒僅議質";
// The same for Korean syllables and for the characters that only Japanese writes so.
constexpr std::u32string_view kEverydayHangulList =
    U"이다는에의을를가은로하고지사도한기리자들인시그나서어아있해정대부일과수으니게라만전보제주장것오구원상여안경동성조"
    U"국공마스세"
    U"신우회비소무선진화연면민유관위했된으와적";
constexpr std::u32string_view kJapaneseForms = U"対気発実会学国関変続総県経済図団円広売読応駅権効説戦観沢転";

class CharSet {
 public:
  explicit CharSet(std::u32string_view list) : sorted_(list) { std::sort(sorted_.begin(), sorted_.end()); }
  [[nodiscard]] bool contains(char32_t c) const { return std::binary_search(sorted_.begin(), sorted_.end(), c); }

 private:
  std::u32string sorted_;
};

bool is_everyday_hanzi(char32_t c) {
  static const CharSet kEveryday(std::u32string(kEverydayHanziList) + std::u32string(kJapaneseForms));
  return kEveryday.contains(c);
}

bool is_everyday_hangul(char32_t c) {
  static const CharSet kEveryday(kEverydayHangulList);
  return kEveryday.contains(c);
}

bool is_text_punctuation(char32_t c) {
  constexpr std::u32string_view kGeneral = U"·–—‘’“”…‧°§×©®«»";
  return (c >= 0x3000 && c <= 0x3002) || (c >= 0x3008 && c <= 0x3011) || (c >= 0x3014 && c <= 0x3017) ||
         (c >= 0xFF01 && c <= 0xFF5E) || kGeneral.find(c) != std::u32string_view::npos;
}

constexpr char32_t kFirstEastAsian = 0x3041;

bool is_ascii_letter(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

}  // namespace

double Plausibility::weight(char32_t c) const {
  if (c < 0xA0) return kControl;
  if (is_text_punctuation(c)) {
    if (repertoire_ != Repertoire::alphabet) return kPunctuation;
    return previous_ < 0x80 ? kPunctuationInWords : kSymbol;
  }
  if (c >= 0x3041 && c <= 0x30FE) return kKana;
  if (c >= 0xAC00 && c <= 0xD7A3) return is_everyday_hangul(c) ? kEverydayHangul : kHangul;
  if (c >= 0x4E00 && c <= 0x9FFF) {
    return is_everyday_hanzi(c) ? kEverydayHanzi : is_common_hanzi(c) ? kCommonHanzi : kRareHanzi;
  }
  if (c >= 0xFF61 && c <= 0xFF9F) return kHalfwidthKana;
  if (is_private_use(c)) return kPrivateUse;
  if (is_han(c)) return kRareHanzi;
  if (is_word(c)) {
    constexpr char32_t kEndOfAlphabets =
        0x1100;  // Latin, Greek, Cyrillic, Hebrew, Arabic, the scripts of India, Thai ...
    if (repertoire_ == Repertoire::unicode && c < kEndOfAlphabets) return kLetterInWord;
    if (repertoire_ != Repertoire::alphabet) return kForeignLetter;
    if (is_ascii_letter(previous_) || !is_latin(c)) return kLetterInWord;
    return previous_ < 0x80 ? kLetterAtStart : kLetterCluster;
  }
  if (is_unassigned(c)) return kPrivateUse;
  return kSymbol;
}

double Plausibility::weight_of_plain(char32_t c) const {
  if (repertoire_ == Repertoire::unicode) return kPlainInUnicode;
  if (previous_ < kFirstEastAsian) return 0.0;
  const bool letter_before = is_ascii_letter(before_previous_), letter_behind = is_ascii_letter(c);
  if (letter_before && letter_behind) return kSwallowed;
  if ((letter_before && c == ' ') || (before_previous_ == ' ' && letter_behind)) return kSwallowedAtEdge;
  return 0.0;
}

void Plausibility::code_point(char32_t c, std::uint32_t) {
  const bool is_plain = (c >= 0x20 && c < 0x7F) || (c >= '\t' && c <= '\r');
  if (is_plain) {
    score_ += weight_of_plain(c);
  } else {
    score_ += c == 0 ? kFault : weight(c);
  }
  if (!is_plain || repertoire_ == Repertoire::unicode) ++telling_;
  before_previous_ = std::exchange(previous_, c);
}

void Plausibility::ill_formed(TextRange<SourceBytes>) {
  score_ += kFault;
  ++telling_;
  before_previous_ = previous_ = U'\uFFFD';
}

}  // namespace yiwen
