// SPDX-License-Identifier: Apache-2.0
#include "report/reasons.h"

#include <vector>

namespace yiwen {
namespace {

// {} stands for words that are taken over as they are. The first row that fits is used.
struct Reason {
  std::string_view en, hans, hant;
};

constexpr Reason kReasons[] = {
    {"characters damaged by transcoding; cannot tell what stood there", "文字在转码中损坏，不能判定原来是什么",
     "文字在轉碼中損壞，不能判定原來是什麼"},
    {"characters damaged by transcoding; what stood there is known", "文字在转码中损坏，原来是什么可以还原",
     "文字在轉碼中損壞，原來是什麼可以還原"},
    {"who took a picture", "图片作者署名", "圖片作者署名"},
    {"denied once for both: {}", "一词兼否二者：{}", "一詞兼否二者：{}"},
    {"said in another place of the sentence: {}", "句中另处已说：{}", "句中另處已說：{}"},
    {"the same quantity, said once: {}", "同一数量，只说一次：{}", "同一數量，只說一次：{}"},
    {"masked by the page: {}", "被网页屏蔽：{}", "被網頁屏蔽：{}"},
    {"pinyin put into the text: {}", "文中混入拼音：{}", "文中混入拼音：{}"},
    {"two numbers on one side are one on the other", "一方的两个数，另一方作一个数", "一方的兩個數，另一方作一個數"},
    {"the same value, written in another way", "数值相同，写法不同", "數值相同，寫法不同"},
    {"the points are counted in another way", "条目的编号不同", "條目的編號不同"},
    {"a question that denies, and a denial: {}", "反问与否定，意思相同：{}", "反問與否定，意思相同：{}"},
    {"another value: {}", "数值不同：{}", "數值不同：{}"},
    {"another statement, with its own numbers: {}", "另一说法，另有数字：{}", "另一說法，另有數字：{}"},
    {"another sign before the number: {}", "数字前的符号不同：{}", "數字前的符號不同：{}"},
    {"another power: {}", "幂次不同：{}", "冪次不同：{}"},
    {"another of the kind: {}", "同类中的另一个：{}", "同類中的另一個：{}"},
    {"another word, not known to say the same: {}", "换了词，不能断定同义：{}", "換了詞，不能斷定同義：{}"},
    {"rounded, and said to be: {}", "取整，并已说明是约数：{}", "取整，並已說明是約數：{}"},
    {"another unit: {}", "单位不同：{}", "單位不同：{}"},
    {"what the number came to, and by how much: {}", "增减到多少，还是增减了多少：{}",
     "增減到多少，還是增減了多少：{}"},
    {"the number is hedged in another way: {}", "约数的说法不同：{}", "約數的說法不同：{}"},
    {"one of a row, and as many: {}", "序数与基数不同：{}", "序數與基數不同：{}"},
    {"a number was left out: {}", "脱去数字：{}", "脫去數字：{}"},
    {"the times before the entries were left out", "脱去各条之前的时间", "脫去各條之前的時間"},
    {"notes below the text", "文末的注释", "文末的註釋"},
    {"words of the page, not of the text", "页面上的文字，不是正文", "頁面上的文字，不是正文"},
    {"protected pair {}: {}", "不可混用的词：{}", "不可混用的詞：{}"},
    {"a negation on one side only: {}", "只有一方是否定：{}", "只有一方是否定：{}"},
    {"the wording of a set phrase changed, {}: {}", "固定提法“{}”有改动：{}", "固定提法「{}」有改動：{}"},
    {"another degree: {}", "程度不同：{}", "程度不同：{}"},
    {"a degree on one side only: {}", "只有一方有程度词：{}", "只有一方有程度詞：{}"},
    {"another post: {}", "职务不同：{}", "職務不同：{}"},
    {"another mark before a post: {}", "职务前的限定词不同：{}", "職務前的限定詞不同：{}"},
    {"it seems, another place: {}", "疑为另一地名：{}", "疑為另一地名：{}"},
    {"an advertiser in the place of a name: {}", "名称被换成了广告商的名字：{}", "名稱被換成了廣告商的名字：{}"},
    {"another name: {}", "人名不同：{}", "人名不同：{}"},
    {"it seems, another name: {}", "疑为人名不同：{}", "疑為人名不同：{}"},
    {"another body: {}", "机构不同：{}", "機構不同：{}"},
    {"another abbreviation: {}", "缩写不同：{}", "縮寫不同：{}"},
    {"another place: {}", "地名不同：{}", "地名不同：{}"},
    {"a person is called something else: {}", "对人的称谓不同：{}", "對人的稱謂不同：{}"},
    {"another source of what is said: {}", "消息来源不同：{}", "消息來源不同：{}"},
    {"the source of what is said, on one side only: {}", "只有一方写明消息来源：{}", "只有一方寫明消息來源：{}"},
    {"said in another way, and so meant: {}", "言说的口气不同，意思也不同：{}", "言說的口氣不同，意思也不同：{}"},
    {"words that say nearly the same: {}", "意思相近的词：{}", "意思相近的詞：{}"},
    {"a day counted from the day of the paper: {}", "按见报之日称呼的日子：{}", "按見報之日稱呼的日子：{}"},
    {"another day: {}", "日子不同：{}", "日子不同：{}"},
    {"of a list, on one side only: {}", "列举的一项只有一方有：{}", "列舉的一項只有一方有：{}"},
    {"a person on one side only: {}", "只有一方有此人：{}", "只有一方有此人：{}"},
    {"{} before a post on one side only", "只有一方在职务前有“{}”", "只有一方在職務前有「{}」"},
    {"{} before a person on one side only", "只有一方在人名前有“{}”", "只有一方在人名前有「{}」"},
    {"the same change throughout the text: {}", "通篇同样改动：{}", "通篇同樣改動：{}"},
    {"characters that say nothing put before the marks throughout the text: {}", "通篇在标点前插入无意义的字：{}",
     "通篇在標點前插入無意義的字：{}"},
    {"somebody's, or that person: what stands before and behind the name is not the same: {}",
     "称谓在人名前后，所指不同：{}", "稱謂在人名前後，所指不同：{}"},
    {"notes in brackets behind the words, throughout the text: {}", "通篇在词语后加括注：{}", "通篇在詞語後加括註：{}"},
    {"two characters changed places: {}", "两字颠倒：{}", "兩字顛倒：{}"},
    {"what is counted changed places: {}", "所计之事互换：{}", "所計之事互換：{}"},
    {"two parties changed places: {}", "双方互换了位置：{}", "雙方互換了位置：{}"},
    {"who does it, and to whom: {}", "施事与受事不同：{}", "施事與受事不同：{}"},
    {"the names in another order", "人名相同，次序不同", "人名相同，次序不同"},
    {"the wording of a quoted term changed: {}", "引号中的用语有改动：{}", "引號中的用語有改動：{}"},
    {"a quoted term was left out: {}", "脱去引号中的用语：{}", "脫去引號中的用語：{}"},
    {"the writer's standpoint: {}", "叙述立场：{}", "敘述立場：{}"},
    {"{} belongs to a term of the text, {}", "“{}”是文中术语“{}”的一部分", "「{}」是文中術語「{}」的一部分"},
    {"the same words in another order", "词语相同，次序不同", "詞語相同，次序不同"},
    {"the same words in another place of the sentence", "词语相同，在句中的位置不同", "詞語相同，在句中的位置不同"},
    {"the same point of a list, marked in another way", "列表序号相同，写法不同", "列表序號相同，寫法不同"},
    {"in a language that this text does not use", "本文本不用的语言", "本文本不用的語言"},
    {"in a language that the base does not use", "底本不用的语言", "底本不用的語言"},
    {"the mark of a note or of a paragraph: {}", "注释或段落的标号：{}", "註釋或段落的標號：{}"},
    {"the mark of a list on one side only: {}", "只有一方有列表序号：{}", "只有一方有列表序號：{}"},
    {"another point of the list: {}", "列表序号不同：{}", "列表序號不同：{}"},
    {"the same label of an interview: {}", "问答标签的不同写法：{}", "問答標籤的不同寫法：{}"},
    {"the label before a title: {}", "标题前的标签：{}", "標題前的標籤：{}"},
    {"one word in two spellings: {}", "同一词的不同写法：{}", "同一詞的不同寫法：{}"},
    {"read alike and written otherwise: {}", "同音异写：{}", "同音異寫：{}"},
    {"look alike and mean something else: {}", "形近而义异：{}", "形近而義異：{}"},
    {"a restriction was left out: {}", "脱去限定语：{}", "脫去限定語：{}"},
    {"an exception on one side only: {}", "只有一方把例外除开：{}", "只有一方把例外除開：{}"},
    {"a condition on one side only: {}", "只有一方有条件语：{}", "只有一方有條件語：{}"},
    {"most of a clause was left out: {}", "脱去大半个分句：{}", "脫去大半個分句：{}"},
    {"left out: {}", "脱去：{}", "脫去：{}"},
    {"put in: {}", "增入：{}", "增入：{}"},
    {"a break in the middle of a sentence, where every text has it", "句子中间断开，各本都如此",
     "句子中間斷開，各本都如此"},
    {"a line ends in the middle of a sentence, as the lines of this text do", "句中换行，此本行文如此",
     "句中換行，此本行文如此"},
    {"a break in the middle of a sentence that goes on behind it", "句子中间断开，后文相接", "句子中間斷開，後文相接"},
    {"a sentence is broken off and goes on behind: {}", "句子中间断开，后文隔着下列文字相接：{}",
     "句子中間斷開，後文隔着下列文字相接：{}"},
    {"a paragraph begins inside a clause whose beginning another text has", "段落从分句中间开始，他本有其前文",
     "段落從分句中間開始，他本有其前文"},
    {"the text begins inside a sentence whose beginning another text has", "全文从句子中间开始，他本有其前文",
     "全文從句子中間開始，他本有其前文"},
    {"a paragraph trails off where another text goes on", "段末以省略号收尾，他本此处还有下文",
     "段末以省略號收尾，他本此處還有下文"},
    {"a paragraph ends without a full stop where another text goes on", "段落没有句末标点就结束，他本还有下文",
     "段落沒有句末標點就結束，他本還有下文"},
    {"a paragraph begins inside a clause; its beginning stands elsewhere on the page",
     "段落从分句中间开始，其前文在本页别处", "段落從分句中間開始，其前文在本頁別處"},
    {"a paragraph ends without a full stop; it goes on elsewhere on the page", "段落没有句末标点就结束，下文在本页别处",
     "段落沒有句末標點就結束，下文在本頁別處"},
    {"a paragraph ends without a full stop; no text is known that goes on: cannot tell whether words are lost",
     "段落没有句末标点就结束，未见下文；不能判定是否有脱漏", "段落沒有句末標點就結束，未見下文；不能判定是否有脫漏"},
    {"the text ends without a full stop, and so does every other text that has this end",
     "全文结尾没有句末标点，凡有此结尾的各本都如此", "全文結尾沒有句末標點，凡有此結尾的各本都如此"},
    {"a paragraph ends without a full stop, and so it does in every text that has it: cannot tell whether words are "
     "lost",
     "段落没有句末标点就结束，凡有此段的各本都如此；不能判定是否有脱漏",
     "段落沒有句末標點就結束，凡有此段的各本都如此；不能判定是否有脫漏"},
    {"a paragraph ends without a full stop and seems to go on elsewhere on the page; cannot tell for certain, because "
     "no other text has it",
     "段落没有句末标点就结束，下文似乎在本页别处；他本都没有，不能确定",
     "段落沒有句末標點就結束，下文似乎在本頁別處；他本都沒有，不能確定"},
    {"seems to go on with a paragraph that breaks off elsewhere on the page; cannot tell for certain, because no other "
     "text has it",
     "似乎接着本页别处断开的段落；他本都没有，不能确定", "似乎接着本頁別處斷開的段落；他本都沒有，不能確定"},
    {"a second copy begins in the middle of a sentence of the first", "重出的一份从前一份的句子中间开始",
     "重出的一份從前一份的句子中間開始"},
    {"a first copy begins in the middle of a sentence of the second", "前一份从后一份的句子中间开始",
     "前一份從後一份的句子中間開始"},
    {"a copy ends without a full stop where the other one goes on", "重出的一份没有句末标点就结束，另一份还有下文",
     "重出的一份沒有句末標點就結束，另一份還有下文"},
    {"stands in another order than in the base, on a page whose paragraphs begin and end in mid-sentence",
     "与底本次序不同，且本页的段落在句中起止", "與底本次序不同，且本頁的段落在句中起止"},
    {"a paragraph is printed twice", "同一段落印了两次", "同一段落印了兩次"},
    {"a sentence is printed twice", "同一句印了两次", "同一句印了兩次"},
    {"a passage is printed twice", "同一段文字印了两次", "同一段文字印了兩次"},
    {"a heading is left out, what stands below it is kept", "小标题脱漏，其下文保留", "小標題脫漏，其下文保留"},
    {"left out between passages that are kept", "前后都保留，其间脱漏", "前後都保留，其間脫漏"},
    {"left out at the beginning or end of what is kept; cannot tell whether an editor left it out or a page cut it off",
     "在所保留部分的首尾脱漏；不能判定是编辑删去，还是页面截断",
     "在所保留部分的首尾脫漏；不能判定是編輯刪去，還是頁面截斷"},
    {"not taken over by the excerpt, between passages that are kept", "节选未收，前后都保留", "節選未收，前後都保留"},
    {"not taken over by the excerpt, at the beginning or end of what is kept", "节选未收，在所保留部分的首尾",
     "節選未收，在所保留部分的首尾"},
    {"passages stand in the reverse order of the base", "各段次序与底本相反", "各段次序與底本相反"},
    {"no other text has it", "他本都没有", "他本都沒有"},
    {"the base does not have it, other texts do", "底本没有，他本也有", "底本沒有，他本也有"},
    {"stands in another order than in the base", "与底本次序不同", "與底本次序不同"},
    {"the day is said in another place of the sentence", "同句他处已写明日子", "同句他處已寫明日子"},
    {"who speaks is named before", "前文已写明说话人", "前文已寫明說話人"},
    {"no other text has this clause of the sentence: {}", "他本此句都没有这一分句：{}", "他本此句都沒有這一分句：{}"},
    {"the head of a report by wire", "电头", "電頭"},
    {"follows where the text breaks off", "接在文本中断之处的内容", "接在文本中斷之處的內容"},
    {"the whole name of what is called by a short one", "有简称者的全称", "有簡稱者的全稱"},
    {"words of the speaker to the audience", "讲话人对听众说的话", "講話人對聽眾說的話"},
    {"a clause of a sentence that is told in other words", "改述的句子中未提的一个分句", "改述的句子中未提的一個分句"},
    {"a headline leaves out what it likes", "标题未提的一个分句", "標題未提的一個分句"},
    {"a clause of a sentence that is otherwise kept", "所保留的句子中的一个分句", "所保留的句子中的一個分句"},
    {"the titles differ", "标题不同", "標題不同"},
    {"the titles differ, but only those of excerpts and digests, which have titles of their own",
     "标题不同，但只是节选和摘编的标题", "標題不同，但只是節選和摘編的標題"},
    {"the titles differ in the words of another region or in notation alone", "标题只在地区用语或写法上不同",
     "標題只在地區用語或寫法上不同"},
    {"one title names who speaks, whom the other text names below its title",
     "一个标题写明讲话人，另一文本把讲话人写在标题之下", "一個標題寫明講話人，另一文本把講話人寫在標題之下"},
    {"the titles are of one notice and name who gives it in full and in short",
     "标题属同一公告，只是发布者一用全称、一用简称", "標題屬同一公告，只是發布者一用全稱、一用簡稱"},
    {"the texts name different sources", "所署来源不同", "所署來源不同"},
    {"the texts name different authors", "所署作者不同", "所署作者不同"},
    {"the texts bear the same day, written in another way", "日期相同，写法不同", "日期相同，寫法不同"},
    {"the texts bear different dates", "所署日期不同", "所署日期不同"},
    {"each outlet has its own editor", "各家编辑不同", "各家編輯不同"},
    {"the words of another region: {}", "地区用语不同：{}", "地區用語不同：{}"},
    {"another name for the same: {}", "同一事物的另一名称：{}", "同一事物的另一名稱：{}"},
    {"the base text", "底本", "底本"},
    {"candidates: at most {} pairs of sentences were not compared, because {} of their phrases stand in too many "
     "sentences",
     "候选：至多 {} 对句子未作比较，因为其中 {} 个短语在过多的句子里出现",
     "候選：至多 {} 對句子未作比較，因為其中 {} 個短語在過多的句子裡出現"},
    {"candidates: by MinHash, which is expected to find {} % of the pairs of similarity 0.5 and {} % of the sentences "
     "of {} "
     "characters with a word replaced; of a sample it found {} of {}",
     "候选：以 MinHash 求得，预计找到相似度 0.5 的句对的 {} %、改了一个词的句子的 {} %（{} 字的）；抽样找到 {} "
     "对，应有 {} 对",
     "候選：以 MinHash 求得，預計找到相似度 0.5 的句對的 {} %、改了一個詞的句子的 {} %（{} 字的）；抽樣找到 {} "
     "對，應有 {} 對"},
    {"diff: some readings are so long that a smaller set of differences may exist",
     "比对：有些异文很长，或有差异更少的对法", "比對：有些異文很長，或有差異更少的對法"},
    {"agrees with the others to {} %, {} % of it added, {} % doubled, {} % spoiled; the next, {}: {} %, {} %, {} %, {} "
     "%",
     "与他本相合 {} %，增衍 {} %，重复 {} %，损坏 {} %；次为 {}：{} %、{} %、{} %、{} %",
     "與他本相合 {} %，增衍 {} %，重複 {} %，損壞 {} %；次為 {}：{} %、{} %、{} %、{} %"},
    {"quotes the base, and is a text of its own", "引用底本的文字，全文另为一篇", "引用底本的文字，全文另為一篇"},
    {"shares phrases with the base, but no passage as a whole", "与底本有相同的语句，但没有整段相同",
     "與底本有相同的語句，但沒有整段相同"},
    {"has the sentences of the base with other numbers: another issue of the same report",
     "句式与底本相同而数字不同：是同一种通报的另一期", "句式與底本相同而數字不同：是同一種通報的另一期"},
    {"another dispatch, of another day and other reporters, that repeats sentences of the base",
     "另一日、另一记者的电讯，重复了底本的语句", "另一日、另一記者的電訊，重複了底本的語句"},
    {"shares nothing with the base", "与底本没有相同之处", "與底本沒有相同之處"},
    {"carries {} % of the base, {} % of it word for word", "载有底本的 {} %，其中 {} % 逐字相同",
     "載有底本的 {} %，其中 {} % 逐字相同"},
    {"carries {} % of the base", "载有底本的 {} %", "載有底本的 {} %"},
};

// What stands at the holes of the pattern; nothing where the text does not fit it. A hole takes as little as it can,
// the last one at the end of the pattern takes the rest.
std::optional<std::vector<std::string_view>> fit(std::string_view pattern, std::string_view text) {
  std::vector<std::string_view> holes;
  for (;;) {
    const std::size_t hole = pattern.find("{}");
    const std::string_view fixed = pattern.substr(0, hole);
    if (!text.starts_with(fixed)) return std::nullopt;
    text.remove_prefix(fixed.size());
    if (hole == std::string_view::npos) return text.empty() ? std::optional(holes) : std::nullopt;
    pattern.remove_prefix(hole + 2);
    const std::string_view next = pattern.substr(0, pattern.find("{}"));
    const std::size_t end = next.empty() ? text.size() : text.find(next);
    if (end == std::string_view::npos) return std::nullopt;
    holes.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
}

}  // namespace

std::optional<std::string> translated_reason(std::string_view why, Language language) {
  if (language == Language::en) return std::string(why);
  // A bare "甲 → 乙" is the same in any language.
  if (why.find(" → ") != std::string_view::npos && why.find(':') == std::string_view::npos) return std::string(why);
  for (const Reason& reason : kReasons) {
    const auto holes = fit(reason.en, why);
    if (!holes) continue;
    std::string out;
    std::string_view rest = language == Language::zh_hans ? reason.hans : reason.hant;
    for (const std::string_view words : *holes) {
      const std::size_t hole = rest.find("{}");
      if (hole == std::string_view::npos) break;
      out.append(rest.substr(0, hole)).append(words);
      rest.remove_prefix(hole + 2);
    }
    return out.append(rest);
  }
  return std::nullopt;
}

}  // namespace yiwen
