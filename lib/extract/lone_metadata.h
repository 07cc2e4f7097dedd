// SPDX-License-Identifier: Apache-2.0
//
// Metadata that has a line to itself and no label with a colon: (张三), 记者王小明/台北报导, 责编|张三.
#pragma once

#include <optional>
#include <string_view>

#include "extract/metadata.h"

namespace yiwen {

// (耀文) or (记者 张三).
[[nodiscard]] std::optional<MetadataReading> read_signature(std::string_view text, const Paragraph& paragraph);

// □ 本报记者 张三 李四 or 记者王小明/台北报导.
[[nodiscard]] std::optional<MetadataReading> read_reporter_line(std::string_view text, const Paragraph& paragraph);

// 《某某日报》(2026年05月07日 06版): the printed page that the text stood on.
[[nodiscard]] std::optional<MetadataReading> read_printed_page(const Paragraph& paragraph);

// 某某晚报 2025年4月24日 星期四 A05版: the head of a printed page.
[[nodiscard]] std::optional<MetadataReading> read_paper_and_day(const Paragraph& paragraph);

// 某某晚报 A6 地方新闻, 某某晚报数字报: the same without the day.
[[nodiscard]] std::optional<MetadataReading> read_paper_and_page(const Paragraph& paragraph);

// HARWICK HERALD  Saturday, May 3, 2025  Page 7 or Harwick Herald, 3 May 2025
[[nodiscard]] std::optional<MetadataReading> read_latin_paper_and_day(const Paragraph& paragraph);

// (某地综合报道): put together from what others reported, in a line of its own. Names nobody.
[[nodiscard]] std::optional<MetadataReading> read_compiled(const Paragraph& paragraph);

// 责编|张三, 作者︱李四: a line for each, the name parted from the label by a bar.
[[nodiscard]] std::optional<MetadataReading> read_barred(std::string_view text, const Paragraph& paragraph);

// 原标题:…, what the text was called elsewhere: neither its title here nor its text.
[[nodiscard]] std::optional<MetadataReading> read_original_title(const Paragraph& paragraph);

// 本文来自微信公众号“某某”，作者：某某，经授权发布。 and 来自广东省: where it was taken from, and where it was posted.
[[nodiscard]] std::optional<MetadataReading> read_origin(const Paragraph& paragraph);

// (作者系某某大学教授), (本文选自《某某文学》2024年第3期): a note on the author below the text.
[[nodiscard]] std::optional<MetadataReading> read_author_note(const Paragraph& paragraph);

// 原创 某某 某某观察 2025年10月20日 18:30 广东: name or names, day and hour, and the place where it was posted; 某某号
// 04-21 12:00 关注: or what one may do there, and then the year may be missing.
[[nodiscard]] std::optional<MetadataReading> read_posted_line(const Paragraph& paragraph);

}  // namespace yiwen
