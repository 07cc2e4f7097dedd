// SPDX-License-Identifier: Apache-2.0
//
// How to add a word: as page makers write it, small letters, in the table it belongs to. A name proves nothing: what it
// says is weighed against the text that the element holds (see story_place.h), so a word that is right nine times in
// ten may stand here. Words that name parts of every page (content, list, box, left) say nothing and stay out.
#include "extract/page_hints.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace yiwen {

namespace {

using Words = std::vector<std::string_view>;

bool holds(const Words& words, std::string_view word) { return std::binary_search(words.begin(), words.end(), word); }

Words table(std::initializer_list<std::string_view> words) {
  Words sorted(words);
  std::sort(sorted.begin(), sorted.end());
  return sorted;
}

// Whole attributes, or parts between blanks, in small letters without marks.
const Words& article_names() {
  static const Words kNames = table({"articlebody",
                                     "articlecontent",
                                     "articletext",
                                     "articlecon",
                                     "articledetail",
                                     "articlemain",
                                     "artibody",
                                     "articontent",
                                     "artcontent",
                                     "artcon",
                                     "arttext",
                                     "jscontent",
                                     "detailcontent",
                                     "contentbody",
                                     "contenttext",
                                     "contentbodytext",
                                     "newscontent",
                                     "newstext",
                                     "newsbody",
                                     "newsdetail",
                                     "newscon",
                                     "newsarticle",
                                     "trseditor",
                                     "ucapcontent",
                                     "viewtrseditor",
                                     "trsuedito",
                                     "trsueditor",
                                     "vsbcontent",
                                     "wparticlecontent",
                                     "entrycontent",
                                     "postcontent",
                                     "postbody",
                                     "storybody",
                                     "storycontent",
                                     "storytext",
                                     "maintext",
                                     "mainarticle",
                                     "rmtxtcon",
                                     "boxcon",
                                     "textcon",
                                     "textcontent",
                                     "zoomcon",
                                     "ozoom",
                                     "fontzoom",
                                     "fontsizezoom",
                                     "bodytext",
                                     "richmediacontent",
                                     "mainarticlecontent",
                                     "indexcententwrap",
                                     "newstxt",
                                     "contenttxt",
                                     "txtcont",
                                     "showcontent",
                                     "contentmain",
                                     "leftzw",
                                     "cententwrap",
                                     "pagescontent",
                                     "articlecontenteditor",
                                     "itemfulltext",
                                     "paragraphwrap",
                                     "coreartcontent",
                                     "articlecontentbox",
                                     "postbodytext",
                                     "caasbody",
                                     "contentarticle",
                                     "xqnr",
                                     "articlebodycontent"});
  return kNames;
}

const Words& title_words() {
  static const Words kWords = table({"title", "tit", "headline", "biaoti", "subject", "bt"});
  return kWords;
}
const Words& info_words() {
  static const Words kWords = table({"info", "meta", "byline", "subinfo", "infos", "msg", "msgbar", "property", "xinxi",
                                     "ly", "timebox", "authi", "subtitle", "channel", "head"});
  return kWords;
}
const Words& date_words() {
  static const Words kWords = table({"date", "time", "pubtime", "publishtime", "pubdate", "publishdate", "datetime",
                                     "createddate", "updatetime", "posttime", "published", "riqi", "shijian", "fbsj",
                                     "timestamp", "ptime", "authorposton", "day"});
  return kWords;
}
const Words& outlet_words() {
  static const Words kWords = table(
      {"source", "sourcename", "from", "origin", "laiyuan", "media", "mediaid", "nickname", "outlet", "comefrom"});
  return kWords;
}
const Words& author_words() {
  static const Words kWords = table({"author", "authors", "reporter", "writer", "zuozhe", "byname", "journalist"});
  return kWords;
}
const Words& editor_words() {
  static const Words kWords = table({"editor", "edit", "editors", "zebian", "bianji"});
  return kWords;
}
const Words& caption_words() {
  static const Words kWords = table({"caption", "figcaption", "captions", "descr", "imgdesc", "pictext", "picdesc",
                                     "imgtxt", "imagedesc", "tuzhu", "slidetitletext", "imgtitle", "photocaption"});
  return kWords;
}
const Words& navigation_words() {
  static const Words kWords =
      table({"nav",        "navbar",       "navi",       "navigation",  "menu",          "menus",
             "breadcrumb", "breadcrumbs",  "crumb",      "crumbs",      "path",          "dqwz",
             "weizhi",     "location",     "position",   "topbar",      "toolbar",       "tools",
             "tool",       "toptb",        "share",      "shares",      "sharebar",      "sharebox",
             "bdshare",    "social",       "fenxiang",   "dysx",        "dayin",         "qrcode",
             "qr",         "ewm",          "erweima",    "ad",          "ads",           "adv",
             "advert",     "adbox",        "gg",         "guanggao",    "advertisement", "advertising",
             "sponsor",    "sponsored",    "banner",     "popup",       "popover",       "modal",
             "dialog",     "toast",        "login",      "signin",      "search",        "searchbox",
             "subscribe",  "subscription", "newsletter", "promo",       "pager",         "pagination",
             "paging",     "fontsize",     "setfont",    "language",    "lang",          "tags",
             "tag",        "keyword",      "keywords",   "cookie",      "cookies",       "inlineads",
             "player",     "audio",        "report",     "feedback",    "download",      "appdown",
             "follow",     "like",         "likes",      "praise",      "favor",         "collect",
             "qrcodebox",  "bza",          "message",    "fontsizebar", "advarea",       "hits",
             "pagetools",  "sharetool",    "gotop",      "backtop",     "totop",         "profile",
             "weixin",     "wechat",       "fbshare",    "tns",         "pipe",          "toutiao"});
  return kWords;
}
const Words& related_words() {
  static const Words kWords = table({"related",        "relate",
                                     "relation",       "relevant",
                                     "relatednews",    "recommend",
                                     "recommends",     "recommended",
                                     "recommendation", "recommendations",
                                     "rank",           "ranking",
                                     "ranklist",       "hot",
                                     "hotnews",        "hotlist",
                                     "hots",           "popular",
                                     "trending",       "mostread",
                                     "xgxw",           "xgyd",
                                     "xgfj",           "xgwz",
                                     "xglj",           "xgjd",
                                     "tuijian",        "remen",
                                     "morenews",       "more",
                                     "readmore",       "nextpost",
                                     "prev",           "next",
                                     "prevnext",       "pre",
                                     "preandnext",     "sxp",
                                     "sxpage",         "otherstories",
                                     "morearticle",    "morearticles",
                                     "latest",         "sidebar",
                                     "aside",          "rightbar",
                                     "friendlink",     "friendlinks",
                                     "links",          "youqing",
                                     "inread",         "guess",
                                     "interested",     "relevance",
                                     "rightside",      "also",
                                     "adjoin",         "special",
                                     "slide",          "relativenews",
                                     "subcontent",     "listhot",
                                     "hotrank"});
  return kWords;
}
const Words& comment_words() {
  static const Words kWords =
      table({"comment", "comments", "commentlist", "pinglun", "liuyan", "tie", "gentie", "discuss", "discussion",
             "replies", "reply", "guestbook", "feedbacks", "cmt", "disqus", "respond"});
  return kWords;
}
const Words& footer_words_of_names() {
  static const Words kWords = table({"footer", "foot", "ft", "bottom", "copyright", "banquan", "statement",
                                     "disclaimer", "shengming", "declare", "declaration", "legal", "foots",
                                     "copyrights", "copyrightinfo", "bottombox", "mianze", "notice"});
  return kWords;
}

// Names of the site's templates that hold such words and are the article all the same.
bool is_wrapper(std::string_view name) {
  static const Words kNames =
      table({"commentable", "hasads", "withsidebar", "nosidebar", "hassidebar", "copyrightlogo"});
  return holds(kNames, name);
}

char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_letter(char c) { return is_capital(c) || (c >= 'a' && c <= 'z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

void add_word(std::string_view word, PageHints& hints) {
  hints.title = hints.title || holds(title_words(), word);
  hints.info = hints.info || holds(info_words(), word);
  hints.date = hints.date || holds(date_words(), word);
  hints.outlet = hints.outlet || holds(outlet_words(), word);
  hints.author = hints.author || holds(author_words(), word);
  hints.editor = hints.editor || holds(editor_words(), word);
  hints.caption = hints.caption || holds(caption_words(), word);
  hints.navigation = hints.navigation || holds(navigation_words(), word);
  hints.related = hints.related || holds(related_words(), word);
  hints.comments = hints.comments || holds(comment_words(), word);
  hints.footer = hints.footer || holds(footer_words_of_names(), word);
}

void add_name(std::string_view name, PageHints& hints) {
  std::string whole;  // letters alone: TRS_Editor -> trseditor
  for (const char c : name) {
    if (is_letter(c)) whole += small(c);
  }
  if (is_wrapper(whole)) return;
  if (holds(article_names(), whole)) hints.article = true;
  if (whole == "tf" || whole == "postmessage" || whole == "jdpostcontent" || whole == "threadcontent")
    hints.post = true;
  add_word(whole, hints);
  std::string word;
  for (std::size_t i = 0; i <= name.size(); ++i) {
    const bool parts = i == name.size() || !is_letter(name[i]) ||
                       (is_capital(name[i]) && i > 0 && is_letter(name[i - 1]) && !is_capital(name[i - 1]));
    if (parts && !word.empty()) {
      add_word(word, hints);
      word.clear();
    }
    if (i < name.size() && is_letter(name[i])) word += small(name[i]);
  }
}

}  // namespace

void add_hints(std::string_view names, PageHints& hints) {
  // The module names that bundlers make end in noise: index_title__aGAqD.
  constexpr std::size_t kLongest = 200;
  names = names.substr(0, kLongest);
  for (std::size_t begin = 0; begin < names.size();) {
    const std::size_t end = std::min(names.find_first_of(" \t\r\n\f", begin), names.size());
    std::string_view name = names.substr(begin, end - begin);
    if (const std::size_t dunder = name.find("__"); dunder != std::string_view::npos && dunder > 0) {
      const std::string_view behind = name.substr(dunder + 2);
      const bool hashed = behind.size() <= 6 && std::any_of(behind.begin(), behind.end(),
                                                            [](char c) { return is_capital(c) || is_digit(c); });
      if (hashed) name = name.substr(0, dunder);
    }
    if (!name.empty()) add_name(name, hints);
    begin = end + 1;
  }
}

}  // namespace yiwen
