// SPDX-License-Identifier: Apache-2.0
//
// The one way in which foreign text leaves the house. Texts, file names and messages are hostile: they may hold markup,
// bytes that are no UTF-8, terminal commands, and characters that turn the direction of what stands behind them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace yiwen {

// The code point that begins at `at`, which is moved behind it; U+FFFD for every byte that is part of no code point.
// REQUIRES: at < text.size()
[[nodiscard]] char32_t next_checked_code_point(std::string_view text, std::size_t& at);

// True for what a reader cannot see although it changes the text or its direction: controls other than line breaks
// and tabs, bidi controls, zero-width spaces, soft hyphens, tags, fillers; and joiners where nothing is to be joined.
// `before` is the code point in front of it, 0 at the begin.
[[nodiscard]] bool needs_visible_mark(char32_t c, char32_t before);

// The text between quotes as a JSON string.
void append_json_string(std::string& out, std::string_view text);

// The same for JSON inside of a script element: markup stands as escapes, and what cannot be seen as for append_html.
void append_script_string(std::string& out, std::string_view text);

// Safe as content of an element and between double or single quotes as an attribute. What cannot be seen stands as its
// number in lenticular brackets: U+202E as 〘U+202E〙.
void append_html(std::string& out, std::string_view text);
[[nodiscard]] std::string html(std::string_view text);

// The text with what cannot be seen as its number in lenticular brackets; tabs and line breaks stay.
[[nodiscard]] std::string visible(std::string_view text);

// One cell of a CSV file, quoted where RFC 4180 asks for it, with what cannot be seen as its number. A spreadsheet
// would run a cell that begins with one of = + - @, their full-width forms, a tab or a line break as a formula, also
// behind white space: such a cell gets an apostrophe in front. So does one that begins with an apostrophe, so that
// taking one apostrophe off the front of a cell gives back every text.
void append_csv_cell(std::string& out, std::string_view text);

// Safe as content of an element and between double quotes as an attribute in XML 1.0, where a parser gives the same
// text back: what cannot be seen, and every carriage return, is a character reference. What XML cannot hold at all,
// U+0001 say, becomes <g n="U+0001"/> where elements may stand, and U+FFFD in an attribute.
enum class XmlPosition { content, attribute };
void append_xml(std::string& out, std::string_view text, XmlPosition position);

// Safe behind the first character of a line of Markdown, also in a cell of a table: no markup, no link.
void append_markdown(std::string& out, std::string_view text);

// Safe to print on a terminal as a part of one line: line breaks become spaces, controls and the like their numbers.
[[nodiscard]] std::string terminal_safe(std::string_view text);

}  // namespace yiwen
