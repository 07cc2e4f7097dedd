// SPDX-License-Identifier: Apache-2.0
//
// The whole wording of the reports. One row a phrase: simplified Chinese, traditional Chinese, English. {} is filled in
// by the writer. A translator needs this file only.
#include "report/strings.h"

#include <fmt/format.h>

#include <array>
#include <span>

namespace yiwen {
namespace {

struct Entry {
  std::string_view hans;
  std::string_view hant;
  std::string_view en;

  [[nodiscard]] std::string_view in(Language language) const {
    return language == Language::zh_hans ? hans : language == Language::zh_hant ? hant : en;
  }
};

struct PhraseEntry {
  Phrase phrase;
  Entry text;
};

constexpr PhraseEntry kPhrases[] = {
    {Phrase::report_title, {"异文校对报告", "異文校對報告", "Collation report"}},
    {Phrase::texts, {"{} 篇文本", "{} 篇文本", "{} texts"}},
    {Phrase::critical, {"严重", "嚴重", "critical"}},
    {Phrase::major, {"重要", "重要", "major"}},
    {Phrase::minor, {"一般", "一般", "minor"}},
    {Phrase::folded, {"字形标点等（不列）", "字形標點等（不列）", "forms and punctuation (not listed)"}},
    {Phrase::verdict_critical,
     {"有 {} 处严重差异，须逐处核对", "有 {} 處嚴重差異，須逐處核對", "{} critical differences: check each of them"}},
    {Phrase::verdict_major,
     {"没有严重差异；有 {} 处重要差异", "沒有嚴重差異；有 {} 處重要差異", "No critical difference; {} major ones"}},
    {Phrase::verdict_minor,
     {"没有严重或重要差异；有 {} 处一般差异", "沒有嚴重或重要差異；有 {} 處一般差異",
      "No critical or major difference; {} minor ones"}},
    {Phrase::verdict_same, {"没有发现差异", "沒有發現差異", "No differences found"}},
    {Phrase::gravest_places, {"最重的几处", "最重的幾處", "Gravest places"}},
    {Phrase::witnesses, {"各本", "各本", "Witnesses"}},
    {Phrase::siglum, {"代号", "代號", "Siglum"}},
    {Phrase::source, {"来源", "來源", "Source"}},
    {Phrase::title, {"标题", "標題", "Title"}},
    {Phrase::relation, {"关系", "關係", "Relation"}},
    {Phrase::coverage, {"覆盖", "覆蓋", "Carries"}},
    {Phrase::set_aside, {"不计", "不計", "Set aside"}},
    {Phrase::state, {"完整", "完整", "State"}},
    {Phrase::set_aside_repair, {"修补 {}", "修補 {}", "repaired {}"}},
    {Phrase::set_aside_punctuation, {"标点 {}", "標點 {}", "punctuation {}"}},
    {Phrase::set_aside_script, {"繁简 {}", "繁簡 {}", "script {}"}},
    {Phrase::set_aside_region, {"地区用字 {}", "地區用字 {}", "regional forms {}"}},
    {Phrase::cut_off, {"有截断", "有截斷", "cut off"}},
    {Phrase::printed_twice, {"有重出", "有重出", "repeats itself"}},
    {Phrase::same_title, {"同底本", "同底本", "as the base"}},
    {Phrase::no_title, {"无标题", "無標題", "no title"}},
    {Phrase::strip, {"沿底本一览", "沿底本一覽", "Along the base"}},
    {Phrase::strip_hint,
     {"由左至右是底本的首尾；斜线处该本没有；竖线是差异，越高越重。",
      "由左至右是底本的首尾；斜線處該本沒有；豎線是差異，越高越重。",
      "From left to right: the base from its head to its end. Hatched: this witness lacks it. Ticks: differences, the "
      "higher the graver."}},
    {Phrase::strip_lane,
     {"{}：缺 {} 段；严重 {}，重要 {}，一般 {}", "{}：缺 {} 段；嚴重 {}，重要 {}，一般 {}",
      "{}: lacks {} stretches; critical {}, major {}, minor {}"}},
    {Phrase::strip_clean, {"无缺无异", "無缺無異", "nothing missing, nothing different"}},
    {Phrase::findings, {"逐处", "逐處", "Findings"}},
    {Phrase::no_findings, {"没有要列出的差异。", "沒有要列出的差異。", "There is nothing to list."}},
    {Phrase::reading_absent, {"（无）", "（無）", "(absent)"}},
    {Phrase::words_missing, {"缺文", "缺文", "Missing"}},
    {Phrase::words_added, {"增文", "增文", "Added"}},
    {Phrase::words_moved, {"移来的文字", "移來的文字", "Moved"}},
    {Phrase::cut_here, {"断处", "斷處", "Cut"}},
    {Phrase::first_copy, {"第一次", "第一次", "First"}},
    {Phrase::second_copy, {"第二次", "第二次", "Second"}},
    {Phrase::stands_in_base, {"原在", "原在", "Stands in"}},
    {Phrase::whole_in, {"全文在", "全文在", "Whole in"}},
    {Phrase::elsewhere_in_text, {"本文另见", "本文另見", "Elsewhere in the text"}},
    {Phrase::more_places, {"同类另有 {} 处", "同類另有 {} 處", "{} more places of the same kind"}},
    {Phrase::permalink, {"第 {} 处的链接", "第 {} 處的鏈接", "Link to finding {}"}},
    {Phrase::synopsis, {"对照", "對照", "Synopsis"}},
    {Phrase::synopsis_hint,
     {"每行一句；＝ 与底本相同，空格处该本没有。", "每行一句；＝ 與底本相同，空格處該本沒有。",
      "One sentence a row; ＝ is the same as the base, an empty cell lacks it."}},
    {Phrase::synopsis_hint_wide,
     {"每行一句：左为底本，右为他本的异文，读法相同的本子列在一起。",
      "每行一句：左為底本，右為他本的異文，讀法相同的本子列在一起。",
      "One sentence a row: the base on the left, what others read on the right; those that read alike stand "
      "together."}},
    {Phrase::other_texts, {"他本", "他本", "Other texts"}},
    {Phrase::row, {"句", "句", "Row"}},
    {Phrase::same_rows, {"{} 句全同", "{} 句全同", "{} rows all alike"}},
    {Phrase::same_rows_lacking, {"{} 句相同；{} 没有", "{} 句相同；{} 沒有", "{} rows alike; lacking in {}"}},
    {Phrase::same_cell, {"与底本相同", "與底本相同", "same as the base"}},
    {Phrase::missing_cell, {"没有", "沒有", "lacking"}},
    {Phrase::view, {"版式", "版式", "View"}},
    {Phrase::view_pair, {"双本并读", "雙本並讀", "Two side by side"}},
    {Phrase::view_inline, {"行内", "行內", "In the line"}},
    {Phrase::view_left, {"左", "左", "Left"}},
    {Phrase::view_right, {"右", "右", "Right"}},
    {Phrase::only_here, {"只有这一本有", "只有這一本有", "only in this text"}},
    {Phrase::texts_left_out,
     {"为使网页不超过 2 MB，{} 的全文不在此页，不能选作底本或并读；下面的对照表里仍有。",
      "為使網頁不超過 2 MB，{} 的全文不在此頁，不能選作底本或並讀；下面的對照表裡仍有。",
      "To keep the page below 2 MB the texts of {} are not in it as a whole: they cannot be made the base or read side "
      "by side. The table below has them."}},
    {Phrase::help_views,
     {"对照 / 双本并读 / 行内", "對照 / 雙本並讀 / 行內", "synopsis / two side by side / in the line"}},
    {Phrase::apparatus, {"校勘记", "校勘記", "Apparatus"}},
    {Phrase::apparatus_legend, {"凡例", "凡例", "Signs"}},
    {Phrase::legend_replaced,
     {"〔12〕甲=乙【B】：第 12 句的甲，B 作乙", "〔12〕甲=乙【B】：第 12 句的甲，B 作乙",
      "〔12〕x=y【B】: where the base has x in row 12, B has y"}},
    {Phrase::legend_added, {"(甲)+【B】：B 多出甲", "(甲)+【B】：B 多出甲", "(x)+【B】: B adds x"}},
    {Phrase::legend_lacking, {"甲-【B】：B 没有甲", "甲-【B】：B 沒有甲", "x-【B】: B lacks x"}},
    {Phrase::legend_moved, {"甲∞【B】：B 把甲移到别处", "甲∞【B】：B 把甲移到別處", "x∞【B】: B has x elsewhere"}},
    {Phrase::legend_twice, {"甲×2【B】：B 重出甲", "甲×2【B】：B 重出甲", "x×2【B】: B has x twice"}},
    {Phrase::legend_cut, {"甲※【B】：B 断在甲处", "甲※【B】：B 斷在甲處", "x※【B】: B breaks off at x"}},
    {Phrase::noise, {"正文以外与损坏之处", "正文以外與損壞之處", "What is not the article, and damage"}},
    {Phrase::noise_hint,
     {"这些文字不参加比较。", "這些文字不參加比較。", "These words take no part in the comparison."}},
    {Phrase::noise_none, {"没有。", "沒有。", "None."}},
    {Phrase::diagnostics, {"读取时的提示", "讀取時的提示", "Notes on the inputs"}},
    {Phrase::level_note, {"提示", "提示", "note"}},
    {Phrase::level_warning, {"警告", "警告", "warning"}},
    {Phrase::level_error, {"错误", "錯誤", "error"}},
    {Phrase::byte_offset, {"第 {} 字节", "第 {} 位元組", "byte {}"}},
    {Phrase::settings, {"依据", "依據", "Grounds"}},
    {Phrase::base_text, {"底本", "底本", "Base"}},
    {Phrase::base_reason, {"选定理由", "選定理由", "chosen because"}},
    {Phrase::limits, {"达到的上限", "達到的上限", "Limits that were met"}},
    {Phrase::options, {"设置", "設置", "Options"}},
    {Phrase::inputs, {"输入（SHA-256）", "輸入（SHA-256）", "Inputs (SHA-256)"}},
    {Phrase::made_by, {"由 yiwen {} 生成", "由 yiwen {} 生成", "Made by yiwen {}"}},
    {Phrase::left_out,
     {"为使网页不超过 2 MB，另有 {} 处未在此列出；全部见 report.json。",
      "為使網頁不超過 2 MB，另有 {} 處未在此列出；全部見 report.json。",
      "{} more are left out to keep the page below 2 MB; all of them are in report.json."}},
    {Phrase::left_out_rows,
     {"为使网页不超过 2 MB，其后 {} 行未在此列出；全部见 report.json。",
      "為使網頁不超過 2 MB，其後 {} 行未在此列出；全部見 report.json。",
      "The {} rows that follow are left out to keep the page below 2 MB; all of them are in report.json."}},
    {Phrase::left_out_terminal,
     {"另有 {} 处{}差异未列；yiwen report … -o DIR 写出全部", "另有 {} 處{}差異未列；yiwen report … -o DIR 寫出全部",
      "{} more {} ones not shown; yiwen report ... -o DIR writes all of them"}},
    {Phrase::left_out_texts,
     {"另有 {} 篇未列；yiwen report … -o DIR 写出全部", "另有 {} 篇未列；yiwen report … -o DIR 寫出全部",
      "{} more texts not shown; yiwen report ... -o DIR writes all of them"}},
    {Phrase::decision, {"处理", "處理", "Decision"}},
    {Phrase::rule_error, {"确认差错", "確認差錯", "Error"}},
    {Phrase::rule_accept, {"可接受", "可接受", "Accept"}},
    {Phrase::rule_ignore, {"忽略同类", "忽略同類", "Ignore all like this"}},
    {Phrase::ruled_error, {"已确认差错", "已確認差錯", "confirmed as an error"}},
    {Phrase::ruled_accept, {"已接受", "已接受", "accepted"}},
    {Phrase::ruled_ignore, {"已忽略", "已忽略", "ignored"}},
    {Phrase::settled, {"已接受或忽略", "已接受或忽略", "Accepted or ignored"}},
    {Phrase::settled_aside,
     {"另有 {} 处已接受或忽略，不计在内", "另有 {} 處已接受或忽略，不計在內",
      "{} more are accepted or ignored, and not counted"}},
    {Phrase::hide_settled, {"隐藏已处理的", "隱藏已處理的", "Hide what is decided"}},
    {Phrase::decided_count, {"已处理 {} / {} 处", "已處理 {} / {} 處", "{} of {} decided"}},
    {Phrase::decisions, {"处理结果", "處理結果", "Decisions"}},
    {Phrase::decisions_export, {"导出", "匯出", "Export"}},
    {Phrase::decisions_import, {"导入…", "匯入…", "Import…"}},
    {Phrase::decisions_forget, {"全部撤销", "全部撤銷", "Withdraw all"}},
    {Phrase::decisions_hint,
     {"处理结果记在本浏览器里；导出的 decisions.json 交给 yiwen report --decisions，下次比对就照此办理。",
      "處理結果記在本瀏覽器裡；匯出的 decisions.json 交給 yiwen report --decisions，下次比對就照此辦理。",
      "Decisions are kept in this browser. Export them as decisions.json, and yiwen report --decisions honours them in "
      "the next run."}},
    {Phrase::decisions_unkept,
     {"本浏览器不保存处理结果：关闭之前请先导出。", "本瀏覽器不保存處理結果：關閉之前請先匯出。",
      "This browser keeps no decisions: export them before you close the page."}},
    {Phrase::decisions_damaged,
     {"{} 不是处理结果文件，没有导入。", "{} 不是處理結果文件，沒有匯入。",
      "{} is not a decisions file; nothing was imported."}},
    {Phrase::decisions_taken, {"已从 {} 导入 {} 条。", "已從 {} 匯入 {} 條。", "{}: {} decisions imported."}},
    {Phrase::decisions_honoured,
     {"照办的处理结果（{} 条）", "照辦的處理結果（{} 條）", "Decisions that were honoured ({})"}},
    {Phrase::decision_on_like, {"同类 {} 处", "同類 {} 處", "{} alike"}},
    {Phrase::decision_unused, {"本次没有这一处", "本次沒有這一處", "concerns nothing here"}},
    {Phrase::help_rule,
     {"确认差错 / 可接受 / 忽略同类；再按一次撤销", "確認差錯 / 可接受 / 忽略同類；再按一次撤銷",
      "error / accept / ignore all like this; once more to withdraw"}},
    {Phrase::skip_to_findings, {"跳到逐处", "跳到逐處", "Skip to the findings"}},
    {Phrase::filter, {"筛选", "篩選", "Filter"}},
    {Phrase::filter_kind, {"种类", "種類", "Kind"}},
    {Phrase::filter_all, {"全部", "全部", "all"}},
    {Phrase::filter_search, {"搜索", "搜尋", "Search"}},
    {Phrase::filter_count, {"显示 {} / {} 处", "顯示 {} / {} 處", "{} of {} shown"}},
    {Phrase::filter_reset, {"清除", "清除", "Clear"}},
    {Phrase::columns, {"显示的各本", "顯示的各本", "Columns"}},
    {Phrase::next, {"下一处", "下一處", "Next"}},
    {Phrase::previous, {"上一处", "上一處", "Previous"}},
    {Phrase::print, {"打印", "列印", "Print"}},
    {Phrase::help, {"快捷键", "快捷鍵", "Keys"}},
    {Phrase::help_next, {"下一处 / 上一处", "下一處 / 上一處", "next / previous finding"}},
    {Phrase::help_critical, {"下一处 / 上一处严重差异", "下一處 / 上一處嚴重差異", "next / previous critical finding"}},
    {Phrase::help_search, {"搜索", "搜尋", "search"}},
    {Phrase::help_help, {"打开或关闭本表", "打開或關閉本表", "open or close this table"}},
    {Phrase::close, {"关闭", "關閉", "Close"}},
    {Phrase::stories, {"{} 组报道", "{} 組報道", "{} stories"}},
    {Phrase::stories_verdict,
     {"严重 {} 组，重要 {} 组，一般 {} 组，未见差异 {} 组", "嚴重 {} 組，重要 {} 組，一般 {} 組，未見差異 {} 組",
      "{} stories with critical differences, {} with major, {} with minor, {} with none"}},
    {Phrase::stories_alone,
     {"另有 {} 篇没有同源的文本", "另有 {} 篇沒有同源的文本", "{} texts share nothing with another"}},
    {Phrase::all_stories, {"全部报道", "全部報道", "All stories"}},
    {Phrase::story, {"编号", "編號", "Story"}},
    {Phrase::texts_named, {"文本", "文本", "Texts"}},
    {Phrase::text_count, {"篇数", "篇數", "How many"}},
    {Phrase::nothing_found, {"未见差异", "未見差異", "none"}},
    {Phrase::alone, {"没有同源文本的", "沒有同源文本的", "Texts that stand alone"}},
    {Phrase::index_pages, {"分页", "分頁", "Pages"}},
    {Phrase::index_split,
     {"为使网页不超过 2 MB，本表分为 {} 页，由重到轻：", "為使網頁不超過 2 MB，本表分為 {} 頁，由重到輕：",
      "To keep each page below 2 MB this table is split into {}, the gravest first:"}},
    {Phrase::no_text, {"没有读到文本。", "沒有讀到文本。", "No text was read."}},
    {Phrase::unknown, {"不详", "不詳", "unknown"}},
    {Phrase::sections, {"目录", "目錄", "Contents"}},
    {Phrase::more_characters, {"其余 {} 字", "其餘 {} 字", "{} more characters"}},
    {Phrase::position, {"第 {} 处，共 {} 处", "第 {} 處，共 {} 處", "{} of {}"}},
    {Phrase::legend_marks,
     {"底本的文字、他本的文字、缺文", "底本的文字、他本的文字、缺文",
      "words of the base, words of a witness, words missing"}},
    {Phrase::sentence_number, {"第 {} 句", "第 {} 句", "row {}"}},
    {Phrase::url, {"网址", "網址", "address"}},
    {Phrase::only_base, {"他本都没有", "他本都沒有", "in no other text"}},
    {Phrase::gravity, {"轻重", "輕重", "Severity"}},
    {Phrase::reading, {"读法", "讀法", "Reading"}},
    {Phrase::words, {"文字", "文字", "Words"}},
    {Phrase::against, {"对照的文字", "對照的文字", "Against"}},
    {Phrase::in_context, {"上下文", "上下文", "In context"}},
    {Phrase::why, {"理由", "理由", "Why"}},
    {Phrase::file, {"文件", "檔案", "File"}},
    {Phrase::begin, {"起", "起", "Begin"}},
    {Phrase::end, {"止", "止", "End"}},
    {Phrase::sheet_is_full,
     {"工作表已满，其余未列；全部见 report.json", "工作表已滿，其餘未列；全部見 report.json",
      "the sheet is full; the rest is in report.json"}},
    {Phrase::verdict_one_text,
     {"只有一篇文本，没有可以对比的", "只有一篇文本，沒有可以對比的", "One text only: nothing to compare it with"}},
    {Phrase::verdict_nothing_shared,
     {"各篇没有相同的段落，无从比对", "各篇沒有相同的段落，無從比對",
      "The texts share no passage: there was nothing to compare"}},
    {Phrase::verdict_unrelated,
     {"；另有 {} 篇与底本没有相同的段落，未能比对", "；另有 {} 篇與底本沒有相同的段落，未能比對",
      "; not compared: {} that share no passage with the base"}},
    {Phrase::has_here, {"此处有", "此處有", "has here"}},
};
static_assert(std::size(kPhrases) == static_cast<std::size_t>(Phrase::count_end), "one row a phrase");
static_assert(
    [] {
      for (std::size_t i = 0; i < std::size(kPhrases); ++i) {
        if (static_cast<std::size_t>(kPhrases[i].phrase) != i) return false;
      }
      return true;
    }(),
    "the rows stand in the order of the enumeration");

constexpr Entry kRelations[] = {{"底本", "底本", "base"},   {"转载", "轉載", "reprint"}, {"节选", "節選", "excerpt"},
                                {"摘编", "摘編", "digest"}, {"相关", "相關", "related"}, {"无关", "無關", "unrelated"}};
constexpr Entry kTypes[] = {{"异文", "異文", "variant"}, {"重出", "重出", "printed twice"},
                            {"截断", "截斷", "cut off"}, {"脱漏", "脫漏", "left out"},
                            {"增补", "增補", "added"},   {"移位", "移位", "moved"}};

struct NamedEntry {
  std::string_view name;
  Entry text;
};

constexpr NamedEntry kKinds[] = {
    {"title", {"标题", "標題", "title"}},
    {"source", {"来源", "來源", "source"}},
    {"byline", {"署名", "署名", "byline"}},
    {"date-line", {"日期行", "日期行", "date line"}},
    {"number", {"数字", "數字", "number"}},
    {"date", {"日期", "日期", "date"}},
    {"name", {"专名", "專名", "name"}},
    {"post", {"职务", "職務", "post"}},
    {"negation", {"否定", "否定", "negation"}},
    {"degree", {"程度", "程度", "degree"}},
    {"quotation", {"引文", "引文", "quotation"}},
    {"attribution", {"出自谁口", "出自誰口", "attribution"}},
    {"policy-term", {"政策提法", "政策提法", "policy term"}},
    {"term", {"术语", "術語", "term"}},
    {"misprint", {"误字", "誤字", "misprint"}},
    {"transposed", {"倒文", "倒文", "transposed"}},
    {"regional", {"地区用语", "地區用語", "regional usage"}},
    {"wording", {"措辞", "措辭", "wording"}},
    {"insertion", {"增字", "增字", "insertion"}},
    {"deletion", {"脱字", "脫字", "deletion"}},
    {"systematic", {"通篇一致的改动", "通篇一致的改動", "systematic change"}},
    {"punctuation", {"标点", "標點", "punctuation"}},
    {"script", {"繁简", "繁簡", "script"}},
    {"width", {"全半角", "全半形", "width"}},
    {"unclassified", {"未归类", "未歸類", "unclassified"}},
    {"corruption", {"转码损坏", "轉碼損壞", "corruption"}},
    {"scope", {"限定", "限定", "scope"}},
    {"order", {"语序", "語序", "order"}},
    {"page-words", {"页面文字", "頁面文字", "words of the page"}},
    {"editor", {"编辑", "編輯", "editor"}},
    {"printed-twice", {"重出", "重出", "printed twice"}},
    {"added-passage", {"增补段落", "增補段落", "passage added"}},
    {"moved-passage", {"移位段落", "移位段落", "passage moved"}},
    {"moved-words", {"移位词语", "移位詞語", "words moved"}},
    {"head-missing", {"缺开头", "缺開頭", "head missing"}},
    {"tail-missing", {"缺结尾", "缺結尾", "tail missing"}},
    {"split-mid-sentence", {"句中断开", "句中斷開", "split in mid-sentence"}},
    {"out-of-order", {"次序错乱", "次序錯亂", "out of order"}},
    {"dropped-passage", {"脱漏段落", "脫漏段落", "passage left out"}},
    {"dropped-sentence", {"脱漏整句", "脫漏整句", "sentence left out"}},
    {"dropped-heading", {"脱漏小标题", "脫漏小標題", "heading left out"}},
    {"dropped-clause", {"脱漏分句", "脫漏分句", "clause left out"}},
    {"navigation", {"导航", "導航", "navigation"}},
    {"spam", {"植入的广告", "植入的廣告", "spam"}},
    {"footer", {"页脚", "頁腳", "footer"}},
    {"related-links", {"相关链接", "相關鏈接", "related links"}},
    {"comments", {"读者评论", "讀者評論", "comments"}},
    {"caption", {"图注", "圖註", "caption"}},
    {"annotation", {"夹注", "夾註", "annotation"}},
    {"mojibake", {"乱码", "亂碼", "mojibake"}},
    {"lost-punctuation", {"丢失的标点", "丟失的標點", "lost punctuation"}},
};

constexpr NamedEntry kBaseReasons[] = {
    {"fullest", {"最全", "最全", "it is the fullest"}},
    {"reprinted", {"另有文本与之几乎相同", "另有文本與之幾乎相同", "another text prints it nearly as it is"}},
    {"shares most with the others", {"与他本相同之处最多", "與他本相同之處最多", "it shares most with the others"}},
    {"least spoiled", {"增衍、重复、损坏最少", "增衍、重複、損壞最少", "least of it is added, doubled or damaged"}},
    {"named as the source", {"他本注明来源于此", "他本註明來源於此", "others name it as their source"}},
    {"says of no other that it copied it",
     {"未称转载，他本称转载", "未稱轉載，他本稱轉載", "it alone does not say that it is a copy"}},
    {"earliest of those alike",
     {"诸本相当，此本日期最早", "諸本相當，此本日期最早", "of texts that are alike it bears the earliest date"}},
    {"given", {"使用者指定", "使用者指定", "it was asked for"}},
    {"manifest", {"清单指定", "清單指定", "the manifest says so"}},
    {"the only text", {"只有这一篇", "只有這一篇", "it is the only text"}},
};

std::string_view look_up(std::span<const NamedEntry> table, std::string_view name, Language language) {
  for (const NamedEntry& entry : table) {
    if (entry.name == name) return entry.text.in(language);
  }
  return name;
}

}  // namespace

Language spoken_language(const Report& report, Language wanted) {
  if (wanted != Language::automatic) return wanted;
  if (report.base >= report.documents.size()) return Language::en;
  const std::string& script = report.documents[report.base].script;
  if (script == "Hant") return Language::zh_hant;
  return script == "Hans" || script == "mixed" ? Language::zh_hans : Language::en;
}

std::string_view say(Phrase phrase, Language language) {
  return kPhrases[static_cast<std::size_t>(phrase)].text.in(language);
}

std::string say(Phrase phrase, Language language, std::initializer_list<std::string> fill) {
  std::string out;
  std::string_view rest = say(phrase, language);
  for (const std::string& value : fill) {
    const std::size_t hole = rest.find("{}");
    if (hole == std::string_view::npos) break;
    out.append(rest.substr(0, hole)).append(value);
    rest.remove_prefix(hole + 2);
  }
  return out.append(rest);
}

std::string_view severity_name(Severity severity, Language language) {
  switch (severity) {
    case Severity::folded:
      return say(Phrase::folded, language);
    case Severity::minor:
      return say(Phrase::minor, language);
    case Severity::major:
      return say(Phrase::major, language);
    case Severity::critical:
      return say(Phrase::critical, language);
  }
  return {};
}

std::string_view ruling_name(Ruling ruling, Language language) {
  switch (ruling) {
    case Ruling::none:
      return {};
    case Ruling::error:
      return say(Phrase::ruled_error, language);
    case Ruling::accepted:
      return say(Phrase::ruled_accept, language);
    case Ruling::ignored:
      return say(Phrase::ruled_ignore, language);
  }
  return {};
}

std::string_view relation_name(Relation relation, Language language) {
  return kRelations[static_cast<std::size_t>(relation)].in(language);
}

std::string_view type_name(FindingType type, Language language) {
  return kTypes[static_cast<std::size_t>(type)].in(language);
}

Phrase phrase_of_other(const Finding& finding) {
  switch (finding.type) {
    case FindingType::duplicate:
      return Phrase::second_copy;
    case FindingType::truncation:
      // The other end of what was torn, or the first copy of what the second has lost: the reason says which.
      return finding.place && finding.other && finding.place->document == finding.other->document
                 ? Phrase::elsewhere_in_text
                 : Phrase::whole_in;
    case FindingType::omission:
      return Phrase::has_here;
    default:
      return Phrase::stands_in_base;
  }
}

std::string_view kind_name(std::string_view kind, Language language) { return look_up(kKinds, kind, language); }

std::string_view base_reason_name(std::string_view reason, Language language) {
  return look_up(kBaseReasons, reason, language);
}

std::string_view heading_of(const Finding& finding, Language language) {
  return finding.kind.empty() ? type_name(finding.type, language) : kind_name(finding.kind, language);
}

std::string_view language_tag(Language language) {
  return language == Language::zh_hans ? "zh-Hans" : language == Language::zh_hant ? "zh-Hant" : "en";
}

std::string_view script_tag(std::string_view script) {
  return script == "Hans" ? "zh-Hans" : script == "Hant" ? "zh-Hant" : script == "mixed" ? "zh" : "en";
}

std::string circled_number(std::size_t number) {
  constexpr std::array<std::string_view, 20> kCircled = {"①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧", "⑨", "⑩",
                                                         "⑪", "⑫", "⑬", "⑭", "⑮", "⑯", "⑰", "⑱", "⑲", "⑳"};
  return number >= 1 && number <= kCircled.size() ? std::string(kCircled[number - 1]) : fmt::format("({})", number);
}

}  // namespace yiwen
