// SPDX-License-Identifier: Apache-2.0
//
// How to add a word: fold it (simplified characters, small letters, narrow marks), put it in the table it belongs to,
// and make sure that script folding knows its characters (kScriptPairs in folded_text.cc). A word in the wrong table
// hides text from the editor; when in doubt, leave it out.
#include "extract/page_words.h"

#include <algorithm>

#include "base/char_class.h"

namespace yiwen {

namespace {

bool is_small_latin(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 0xC0 && is_latin(c)); }

bool splits_latin_word(std::u32string_view text, std::size_t begin, std::size_t end) {
  return (begin > 0 && is_small_latin(text[begin]) && is_small_latin(text[begin - 1])) ||
         (end < text.size() && is_small_latin(text[end - 1]) && is_small_latin(text[end]));
}

}  // namespace

WordTable::WordTable(std::initializer_list<std::u32string_view> words) : words_(words) {
  std::sort(words_.begin(), words_.end(), [](std::u32string_view left, std::u32string_view right) {
    if (left.front() != right.front()) return left.front() < right.front();
    return left.size() != right.size() ? left.size() > right.size() : left < right;
  });
}

std::size_t WordTable::match(std::u32string_view text, std::size_t at) const {
  auto word = std::lower_bound(words_.begin(), words_.end(), text[at],
                               [](std::u32string_view entry, char32_t c) { return entry.front() < c; });
  for (; word != words_.end() && word->front() == text[at]; ++word)
    if (text.substr(at).starts_with(*word) && !splits_latin_word(text, at, at + word->size())) return word->size();
  return 0;
}

std::size_t WordTable::match_spaced(std::u32string_view text, std::size_t at) const {
  auto word = std::lower_bound(words_.begin(), words_.end(), text[at],
                               [](std::u32string_view entry, char32_t c) { return entry.front() < c; });
  for (; word != words_.end() && word->front() == text[at]; ++word) {
    std::size_t i = at;
    std::size_t matched = 0;
    while (matched < word->size()) {
      while (matched > 0 && i < text.size() && text[i] == ' ' && (*word)[matched] != ' ') ++i;
      if (i == text.size() || text[i] != (*word)[matched]) break;
      ++i;
      ++matched;
    }
    if (matched == word->size() && !splits_latin_word(text, at, i)) return i - at;
  }
  return 0;
}

bool WordTable::occurs_in(std::u32string_view text) const {
  for (std::size_t i = 0; i < text.size(); ++i)
    if (match(text, i) > 0) return true;
  return false;
}

std::size_t WordTable::count_distinct(std::u32string_view text) const {
  std::vector<std::u32string_view> seen;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t size = match(text, i);
    if (size > 0) seen.push_back(text.substr(i, size));
    i += std::max<std::size_t>(size, 1);
  }
  std::sort(seen.begin(), seen.end());
  return static_cast<std::size_t>(std::unique(seen.begin(), seen.end()) - seen.begin());
}

const WordTable& control_words() {
  static const WordTable kWords{
      U"首页",
      U"返回首页",
      U"网站首页",
      U"返回顶部",
      U"回到顶部",
      U"返回列表",
      U"返回",
      U"打印",
      U"打印本页",
      U"关闭窗口",
      U"关闭",
      U"收藏",
      U"收藏本站",
      U"加入收藏",
      U"设为首页",
      U"字号",
      U"字体大小",
      U"大中小",
      U"分享",
      U"分享到",
      U"分享至",
      U"一键分享",
      U"扫一扫",
      U"扫一扫在手机打开当前页",
      U"扫一扫在手机上查看当前页面",
      U"在手机打开当前页",
      U"微信扫一扫",
      U"扫码",
      U"扫描二维码",
      U"二维码",
      U"官方微信",
      U"官方微博",
      U"微信公众号",
      U"公众号",
      U"官微",
      U"关注我们",
      U"关注我",
      U"微信",
      U"微博",
      U"新浪微博",
      U"腾讯微博",
      U"qq空间",
      U"qq好友",
      U"朋友圈",
      U"微信好友",
      U"复制链接",
      U"登录",
      U"登陆",
      U"注册",
      U"退出",
      U"搜索",
      U"站内搜索",
      U"高级搜索",
      U"全站搜索",
      U"订阅",
      U"手机版",
      U"电脑版",
      U"移动版",
      U"客户端",
      U"下载app",
      U"app下载",
      U"手机客户端",
      U"移动端",
      U"无障碍",
      U"无障碍阅读",
      U"长者助手",
      U"适老版",
      U"关怀版",
      U"繁体",
      U"简体",
      U"繁体版",
      U"简体版",
      U"繁体中文",
      U"简体中文",
      U"english",
      U"当前位置",
      U"您的位置",
      U"您现在的位置",
      U"您当前的位置",
      U"所在位置",
      U"网站地图",
      U"本站地图",
      U"站点地图",
      U"关于我们",
      U"关于本站",
      U"关于本网",
      U"联系我们",
      U"联络我们",
      U"联系方式",
      U"广告服务",
      U"广告报价",
      U"广告刊例",
      U"广告合作",
      U"广告查询",
      U"商务合作",
      U"隐私声明",
      U"隐私政策",
      U"隐私条款",
      U"隐私权政策",
      U"使用条款",
      U"服务条款",
      U"用户协议",
      U"服务协议",
      U"法律声明",
      U"诚聘英才",
      U"招聘信息",
      U"人才招聘",
      U"加入我们",
      U"招贤纳士",
      U"工作机会",
      U"友情链接",
      U"意见反馈",
      U"用户反馈",
      U"帮助中心",
      U"投稿",
      U"我要投稿",
      U"举报",
      U"纠错",
      U"我要纠错",
      U"上一页",
      U"下一页",
      U"尾页",
      U"末页",
      U"更多",
      U"更多>>",
      U"查看更多",
      U"加载更多",
      U"点击加载",
      U"展开全文",
      U"阅读全文",
      U"阅读原文",
      U"返回搜狐",
      U"请继续往下阅读",
      U"继续往下阅读",
      U"点我下载app",
      U"按我看活动办法",
      U"点击上方蓝字",
      U"点击蓝字关注",
      U"查看原文",
      U"点赞",
      U"赞",
      U"踩",
      U"评论",
      U"我要评论",
      U"发表评论",
      U"写评论",
      U"参与评论",
      U"网友评论",
      U"收听",
      U"朗读",
      U"播放",
      U"暂停",
      U"静音",
      U"全屏",
      U"广告",
      U"推广",
      U"赞助内容",
      U"只看该作者",
      U"倒序浏览",
      U"阅读模式",
      U"电梯直达",
      U"楼主",
      U"使用道具",
      U"回复",
      U"显示全部楼层",
      U"跳至主要内容",
      U"跳到主要内容",
      U"主页",
      U"会员中心",
      U"个人中心",
      U"电子报",
      U"数字报",
      U"往期回顾",
      U"版面导航",
      U"版面概览",
      U"标题导航",
      U"上一版",
      U"下一版",
      U"上一期",
      U"下一期",
      U"放大",
      U"缩小",
      U"默认",
      U"字体",
      U"小字",
      U"大字",
      U"正文",
      U"责任编辑邮箱",
      U"网站导航",
      U"网站声明",
      U"正在阅读",
      U"热搜",
      U"导航",
      U"菜单",
      U"频道",
      U"home",
      U"menu",
      U"search",
      U"log in",
      U"login",
      U"sign in",
      U"sign up",
      U"register",
      U"subscribe",
      U"share",
      U"share this",
      U"facebook",
      U"twitter",
      U"whatsapp",
      U"telegram",
      U"linkedin",
      U"instagram",
      U"youtube",
      U"pinterest",
      U"reddit",
      U"weibo",
      U"wechat",
      U"email",
      U"print",
      U"copy link",
      U"comments",
      U"skip to content",
      U"skip to main content",
      U"toggle navigation",
      U"about us",
      U"contact us",
      U"advertise",
      U"advertise with us",
      U"privacy",
      U"terms",
      U"cookies",
      U"cookie policy",
      U"sitemap",
      U"site map",
      U"careers",
      U"newsletters",
      U"newsletter",
      U"rss",
      U"help",
      U"feedback",
      U"back to top",
      U"advertisement",
      U"sponsored",
      U"load more",
      U"read more",
      U"show more",
      U"view all",
      U"more",
      U"edition",
      U"my account",
      U"get the app",
      U"follow us",
  };
  return kWords;
}

const WordTable& section_words() {
  static const WordTable kWords{U"聚焦", U"焦点", U"要闻", U"视点", U"观察", U"关注", U"特刊", U"专版",
                                U"专刊", U"副刊", U"综合", U"国内", U"国际", U"头版", U"广角", U"版"};
  return kWords;
}

const WordTable& channel_words() {
  static const WordTable kWords{
      U"必读",     U"头条",     U"要闻",          U"新闻",      U"新闻中心", U"新闻资讯",  U"资讯",     U"快讯",
      U"滚动",     U"即时",     U"时政",          U"国内",      U"国际",     U"社会",      U"地方",     U"港澳",
      U"台湾",     U"港闻",     U"两岸",          U"中国",      U"财经",     U"经济",      U"金融",     U"证券",
      U"股票",     U"基金",     U"理财",          U"地产",      U"房产",     U"产经",      U"能源",     U"科技",
      U"互联网",   U"数码",     U"手机",          U"汽车",      U"5g",       U"人工智能",  U"智慧城市", U"体育",
      U"娱乐",     U"明星",     U"时尚",          U"生活",      U"健康",     U"教育",      U"文化",     U"读书",
      U"历史",     U"旅游",     U"美食",          U"游戏",      U"动漫",     U"军事",      U"法治",     U"公益",
      U"环保",     U"评论",     U"观点",          U"社评",      U"时评",     U"专栏",      U"博客",     U"论坛",
      U"社区",     U"图片",     U"图库",          U"视频",      U"直播",     U"音频",      U"播客",     U"专题",
      U"访谈",     U"深度",     U"数据",          U"图解",      U"排行",     U"活动",      U"会展",     U"会议",
      U"特约记者", U"报告",     U"研究",          U"产品",      U"企业",     U"人物",      U"政策",     U"政务",
      U"政务公开", U"政务服务", U"政务信息",      U"信息公开",  U"互动交流", U"机构",      U"领导",     U"党建",
      U"通知公告", U"公告",     U"服务",          U"下载",      U"商城",     U"招聘",      U"问答",     U"百科",
      U"天气",     U"彩票",     U"女性",          U"亲子",      U"星座",     U"家居",      U"时事",     U"副刊",
      U"信报",     U"版面",     U"智库",          U"学术",      U"news",     U"world",     U"china",    U"asia",
      U"business", U"opinion",  U"sport",         U"sports",    U"culture",  U"lifestyle", U"tech",     U"technology",
      U"science",  U"health",   U"entertainment", U"arts",      U"travel",   U"video",     U"videos",   U"photos",
      U"podcasts", U"live",     U"politics",      U"economy",   U"markets",  U"climate",   U"weather",  U"magazine",
      U"style",    U"food",     U"books",         U"education",
  };
  return kWords;
}

const WordTable& footer_words() {
  static const WordTable kWords{
      U"版权所有",
      U"版权归属",
      U"保留一切权利",
      U"保留所有权利",
      U"不得转载",
      U"禁止转载",
      U"请勿转载",
      U"违者必究",
      U"未经授权",
      U"未经许可",
      U"未经允许",
      U"未经书面",
      U"icp备",
      U"icp证",
      U"备案号",
      U"公网安备",
      U"网安备",
      U"经营许可证",
      U"服务许可证",
      U"节目许可证",
      U"出版许可证",
      U"许可证号",
      U"许可证编号",
      U"网站标识码",
      U"政府网站标识码",
      U"不良信息举报",
      U"违法信息举报",
      U"违法和不良",
      U"举报电话",
      U"举报邮箱",
      U"举报热线",
      U"主办单位",
      U"承办单位",
      U"技术支持",
      U"最终解释权",
      U"建议使用ie",
      U"最佳浏览",
      U"浏览器浏览",
      U"法律顾问",
      U"新闻热线",
      U"客服热线",
      U"客服电话",
      U"广告热线",
      U"读者热线",
      U"值班电话",
      U"copyright",
      U"©",
      U"(c) 20",
      U"all rights reserved",
      U"privacy policy",
      U"terms of use",
      U"terms of service",
      U"terms and conditions",
      U"do not sell my",
      U"we use cookies",
      U"accept all cookies",
      U"no part of this",
      U"may not be reproduced",
  };
  return kWords;
}

const WordTable& contact_labels() {
  static const WordTable kWords{
      U"主办",      U"承办",     U"协办",     U"地址",     U"公司地址", U"单位地址", U"通讯地址", U"邮编",
      U"邮政编码",  U"电话",     U"联系电话", U"咨询电话", U"总机",     U"传真",     U"公司名称", U"单位名称",
      U"邮箱",      U"电子邮箱", U"电子邮件", U"联系邮箱", U"投稿邮箱", U"客服",     U"热线",     U"联系人",
      U"qq",        U"qq群",     U"微信号",   U"网址",     U"官网",     U"e-mail",   U"email",    U"tel",
      U"telephone", U"phone",    U"fax",      U"address",  U"contact",
  };
  return kWords;
}

const WordTable& disclaimer_openers() {
  static const WordTable kWords{
      U"免责声明", U"版权声明", U"版权与免责声明", U"版权及免责声明", U"版权说明",     U"转载声明",
      U"特别声明", U"郑重声明", U"重要声明",       U"网站声明",       U"本网声明",     U"本站声明",
      U"侵权声明", U"免责条款", U"风险提示",       U"disclaimer",     U"legal notice",
  };
  return kWords;
}

const WordTable& disclaimer_words() {
  static const WordTable kWords{
      U"凡注明",         U"凡本网",     U"凡本站",     U"注明来源", U"注明出处", U"转载自",       U"转载",
      U"不代表",         U"赞同其观点", U"真实性负责", U"仅供参考", U"版权归",   U"版权属",       U"版权问题",
      U"版权和其它问题", U"作品内容",   U"侵权",       U"侵犯",     U"及时删除", U"予以删除",     U"删除处理",
      U"联系我们",       U"网联系",     U"站联系",     U"摘编",     U"镜像",     U"授权",         U"违者",
      U"法律责任",       U"追究",       U"最终解释权", U"投资建议", U"风险自担", U"据此操作",     U"冒充",
      U"传播更多",       U"传递更多",   U"未经",       U"用户上传", U"网友上传", U"信息存储空间", U"信息发布平台",
      U"投诉",           U"不承担",     U"联系电话",   U"版权所有",
  };
  return kWords;
}

const WordTable& self_reference() {
  static const WordTable kWords{
      U"本网",   U"本站", U"本网站",    U"本平台",       U"本公司",      U"本报网",        U"本公众号",
      U"本刊",   U"我网", U"我站",      U"作者本人",     U"作者个人",    U"作者所有",      U"原作者",
      U"凡注明", U"本文", U"this site", U"this website", U"our website", U"the publisher",
  };
  return kWords;
}

const WordTable& related_headings() {
  static const WordTable kWords{
      U"推荐阅读",
      U"相关阅读",
      U"相关新闻",
      U"相关报道",
      U"相关链接",
      U"相关文章",
      U"相关推荐",
      U"相关专题",
      U"相关视频",
      U"相关内容",
      U"相关资讯",
      U"相关稿件",
      U"相关信息",
      U"延伸阅读",
      U"扩展阅读",
      U"热门推荐",
      U"精彩推荐",
      U"精彩视频",
      U"精彩专题",
      U"精彩图片",
      U"精彩内容",
      U"热点新闻",
      U"热点推荐",
      U"热门新闻",
      U"热门文章",
      U"热门视频",
      U"热门话题",
      U"热门排行",
      U"最新新闻",
      U"最新资讯",
      U"最新文章",
      U"最新报道",
      U"最新消息",
      U"今日热点",
      U"今日推荐",
      U"热点排行",
      U"点击排行",
      U"阅读排行",
      U"新闻排行",
      U"排行榜",
      U"点击榜",
      U"24小时热文",
      U"24小时热榜",
      U"编辑推荐",
      U"小编推荐",
      U"更多新闻",
      U"更多阅读",
      U"更多报道",
      U"更多精彩",
      U"往期回顾",
      U"往期推荐",
      U"上一篇",
      U"下一篇",
      U"上一条",
      U"下一条",
      U"上篇",
      U"下篇",
      U"前一篇",
      U"后一篇",
      U"你可能感兴趣",
      U"你可能也想看",
      U"你可能会想看",
      U"看更多",
      U"更多文章",
      U"热门",
      U"热门关键字",
      U"您可能感兴趣",
      U"你可能喜欢",
      U"您可能喜欢",
      U"猜你喜欢",
      U"为你推荐",
      U"为您推荐",
      U"大家都在看",
      U"大家都在搜",
      U"其他人也在看",
      U"看过本文的人还看",
      U"即时新闻",
      U"今日焦点",
      U"网友评论",
      U"最新评论",
      U"热门评论",
      U"全部评论",
      U"新闻推荐",
      U"图片推荐",
      U"视频推荐",
      U"专题推荐",
      U"本网推荐",
      U"本周热门",
      U"一周热门",
      U"图片新闻",
      U"视频新闻",
      U"频道精选",
      U"新闻聚焦",
      U"related articles",
      U"related stories",
      U"related news",
      U"related topics",
      U"related content",
      U"related",
      U"read more",
      U"read next",
      U"more from",
      U"more stories",
      U"more on this story",
      U"most read",
      U"most popular",
      U"you may also like",
      U"you might also like",
      U"recommended",
      U"recommended for you",
      U"trending",
      U"trending now",
      U"latest news",
      U"top stories",
      U"editor's picks",
      U"editors' picks",
      U"see also",
      U"also read",
      U"up next",
      U"don't miss",
  };
  return kWords;
}

const WordTable& bait_words() {
  static const WordTable kWords{
      U"伊人",     U"国产精品",    U"影音先锋",
      U"成人",     U"无遮挡",      U"久久",
      U"黄色",     U"日皮",        U"调教",
      U"少妇",     U"高潮",        U"免费视频",
      U"在线观看", U"在线视频",    U"欧美",
      U"亚洲激情", U"亚洲av",      U"一区二区",
      U"二区三区", U"无码",        U"有码",
      U"中文字幕", U"91色",        U"色吧",
      U"色情",     U"性色",        U"情色",
      U"激情",     U"淫",          U"av",
      U"sm",       U"三级片",      U"毛片",
      U"一级片",   U"一级全黄",    U"人妻",
      U"熟女",     U"萝莉",        U"自拍",
      U"偷拍",     U"做爰",        U"啪啪",
      U"裸体",     U"天天做",      U"夜夜做",
      U"夜夜",     U"蜘蛛池",      U"站群",
      U"百家乐",   U"博彩",        U"棋牌",
      U"六合彩",   U"时时彩",      U"快三",
      U"北京赛车", U"老虎机",      U"娱乐城",
      U"真人娱乐", U"投注",        U"赌场",
      U"赌博",     U"澳门新葡京",  U"皇冠体育",
      U"体育投注", U"捕鱼",        U"彩票平台",
      U"开奖结果", U"发票",        U"代开",
      U"办证",     U"迷药",        U"外挂",
      U"私服",     U"代孕",        U"约炮",
      U"小姐服务", U"上门服务",    U"援交",
      U"壮阳",     U"伟哥",        U"porn",
      U"xxx",      U"sex",         U"casino",
      U"slots",    U"viagra",      U"cialis",
      U"baccarat", U"poker",       U"betting",
      U"jackpot",  U"payday loan", U"replica watches",
      U"幸运飞艇", U"pk10",        U"龙虎斗",
      U"特码",     U"刻章",        U"私家侦探",
      U"讨债",     U"债务追讨",    U"假证",
      U"窃听器",   U"霸屏",        U"刷单",
  };
  return kWords;
}

const WordTable& pitch_words() {
  static const WordTable kWords{
      U"注册送",   U"注册即送", U"送彩金",   U"彩金",     U"首存",     U"首充",     U"返水",     U"秒到账",
      U"提现秒到", U"点击进入", U"点击注册", U"备用网址", U"最新网址", U"登录网址", U"在线客服", U"加微信",
      U"加qq",     U"联系qq",   U"qq:",      U"微信:",    U"加粉",     U"免费版",   U"破解版",   U"哪个靠谱",
      U"哪家好",   U"包过",     U"货到付款", U"诚信经营", U"亲,",
  };
  return kWords;
}

const WordTable& trade_words() {
  static const WordTable kWords{U"注册", U"平台", U"下载",     U"推广",   U"软件", U"大全", U"渠道",
                                U"优惠", U"官网", U"官方网站", U"网址",   U"开户", U"提现", U"app",
                                U"客服", U"代理", U"联系",     U"24小时", U"资料"};
  return kWords;
}

const WordTable& police_words() {
  static const WordTable kWords{
      U"警方", U"公安", U"民警", U"法院", U"检察", U"涉嫌", U"涉案", U"涉赌", U"被查", U"查处", U"捣毁",
      U"抓获", U"判刑", U"获刑", U"判处", U"打击", U"整治", U"取缔", U"受骗", U"被骗", U"骗局", U"诈骗",
      U"提醒", U"曝光", U"起底", U"监管", U"记者", U"警惕", U"禁止", U"不得", U"举报",
  };
  return kWords;
}

const WordTable& credit_words() {
  static const WordTable kWords{
      U"摄影",       U"摄影报道",     U"供图",    U"图源",     U"图片来源",   U"图片",        U"资料图",
      U"资料图片",   U"资料照片",     U"资料照",  U"网络图片", U"网上图片",   U"视觉中国",    U"图虫创意",
      U"效果图",     U"截图",         U"photo",   U"photos",   U"photograph", U"picture",     U"image",
      U"file photo", U"getty images", U"reuters", U"ap photo", U"afp",        U"courtesy of",
  };
  return kWords;
}

const WordTable& caption_openers() {
  static const WordTable kWords{U"图为", U"图:",      U"上图",      U"下图",   U"左图",    U"右图",
                                U"图说", U"图片说明", U"图注",      U"▲",      U"△",       U"↑",
                                U"↓",    U"photo:",   U"pictured:", U"image:", U"caption:"};
  return kWords;
}

}  // namespace yiwen
