// SPDX-License-Identifier: Apache-2.0
//
// OpenDocument text (ISO 26300). Text that was deleted under tracking stands in <text:tracked-changes>, which is left
// out whole; text that was put in stands in its place. Notes stand where they are called and are put at the end.
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "extract/office.h"
#include "extract/office_text.h"
#include "extract/xml_part.h"

namespace yiwen {

namespace {

constexpr std::size_t kMostBlanks = 100;  // of one <text:s>: it may state any number

class Odt {
 public:
  explicit Odt(const pugi::xml_node& content) {
    for (const pugi::xml_node& section : content.children()) {
      if (local_name(section) != "automatic-styles") continue;
      for (const pugi::xml_node& style : section.children()) {
        parent_style_.emplace(attribute_of(style, "name"), attribute_of(style, "parent-style-name"));
      }
    }
  }

  void read(const pugi::xml_node& text) {
    const auto add = [this](const std::string& words, const MarkedParagraph& paragraph) { out_.add(words, paragraph); };
    blocks(text, 0, add);
    for (std::size_t i = 0; i < notes_.size(); ++i) {  // a note may call another
      const pugi::xml_node note = notes_[i];
      blocks(note, 0, add);
    }
  }

  MarkedText finish(const pugi::xml_node& meta) && {
    for (const pugi::xml_node& section : meta.children()) {
      for (const pugi::xml_node& node : section.children()) {
        const std::string_view name = local_name(node);
        if (name == "title") out_.stated().title = node.text().get();
        if (name == "initial-creator" || (name == "creator" && out_.stated().author.empty())) {
          out_.stated().author = node.text().get();
        }
        if (name == "creation-date" || (name == "date" && out_.stated().date.empty())) {
          out_.stated().date = node.text().get();
        }
      }
    }
    return std::move(out_).finish();
  }

 private:
  template <class Add>
  void blocks(const pugi::xml_node& parent, int depth, const Add& add, bool in_list = false) {
    if (depth > kDeepestXml) return;
    for (const pugi::xml_node& node : parent.children()) {
      const std::string_view name = local_name(node);
      if (name == "p" || name == "h") {
        paragraph(node, depth, add, in_list);
      } else if (name == "table") {
        table(node, depth);
      } else if (name == "tracked-changes") {
        for (const pugi::xml_node& region : node.children()) {
          if (local_name(region) == "changed-region") out_.count_change();
        }
      } else if (name == "list" || name == "list-item" || name == "list-header") {
        blocks(node, depth + 1, add, true);
      } else if (name == "section" || name == "text-box" || name == "frame" || name == "index-body" ||
                 name == "numbered-paragraph") {
        blocks(node, depth + 1, add, in_list);
      }
    }
  }

  template <class Add>
  void paragraph(const pugi::xml_node& node, int depth, const Add& add, bool in_list) {
    MarkedParagraph form;
    form.list_item = in_list;
    if (local_name(node) == "h") {
      const std::string_view level = attribute_of(node, "outline-level");
      form.heading_level =
          level.size() == 1 && level >= "1" && level <= "6" ? static_cast<std::uint32_t>(level[0] - '0') : 6;
    }
    std::string style(attribute_of(node, "style-name"));
    for (int steps = 0; steps < 4 && parent_style_.contains(style); ++steps) {
      std::string parent = parent_style_.at(style);
      style = std::move(parent);
    }
    if (style == "Title") out_.call_title(form);
    std::string words;
    std::vector<pugi::xml_node> frames;
    inline_text(node, depth + 1, words, frames, [&] {
      add(std::move(words), form);
      words.clear();
      begin_next_line(form);
    });
    if (!words.empty()) add(std::move(words), form);
    for (const pugi::xml_node& frame : frames) blocks(frame, depth + 1, add);
  }

  template <class Break>
  void inline_text(const pugi::xml_node& parent, int depth, std::string& words, std::vector<pugi::xml_node>& frames,
                   const Break& line_break) {
    if (depth > kDeepestXml) return;
    for (const pugi::xml_node& node : parent.children()) {
      if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
        append(node.value(), words);
        continue;
      }
      const std::string_view name = local_name(node);
      if (name == "s") {
        const std::string_view stated = attribute_of(node, "c");
        std::size_t count = 0;
        for (const char c : stated)
          count = c >= '0' && c <= '9' && count < kMostBlanks ? count * 10 + static_cast<std::size_t>(c - '0') : count;
        words.append(stated.empty() ? 1 : std::min(count, kMostBlanks), ' ');
      } else if (name == "tab") {
        words += '\t';
      } else if (name == "line-break") {
        line_break();
      } else if (name == "note") {
        for (const pugi::xml_node& part : node.children()) {
          if (local_name(part) == "note-body") notes_.push_back(part);
        }
      } else if (name == "frame" || name == "text-box") {
        frames.push_back(node);
      } else if (name == "annotation" || name == "ruby-text" || name == "tracked-changes" || name == "desc" ||
                 name == "title") {
        continue;
      } else {
        inline_text(node, depth + 1, words, frames, line_break);
      }
    }
  }

  // White space is one blank, as in HTML; more of it is written as <text:s>.
  static void append(std::string_view text, std::string& words) {
    for (const char c : text) {
      const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
      if (!blank) {
        words += c;
      } else if (!words.empty() && words.back() != ' ') {
        words += ' ';
      }
    }
  }

  void table(const pugi::xml_node& node, int depth) {
    std::vector<TableRow> rows;
    rows_of(node, depth + 1, rows);
    out_.add(rows);
  }

  void rows_of(const pugi::xml_node& node, int depth, std::vector<TableRow>& rows) {
    if (depth > kDeepestXml) return;
    for (const pugi::xml_node& child : node.children()) {
      const std::string_view name = local_name(child);
      if (name == "table-header-rows" || name == "table-rows" || name == "table-row-group")
        rows_of(child, depth + 1, rows);
      if (name != "table-row") continue;
      TableRow row;
      for (const pugi::xml_node& item : child.children()) {
        if (local_name(item) != "table-cell") continue;
        TableCell cell;
        blocks(item, depth + 1, [&](std::string words, MarkedParagraph paragraph) {
          if (!words.empty()) cell.paragraphs.emplace_back(std::move(words), paragraph);
        });
        row.push_back(std::move(cell));
      }
      rows.push_back(std::move(row));
    }
  }

  std::map<std::string, std::string, std::less<>> parent_style_;
  OfficeText out_;
  std::vector<pugi::xml_node> notes_;
};

}  // namespace

Result<MarkedText> read_odt(std::string_view bytes) {
  auto zip = Zip::open(bytes);
  if (!zip) return zip.error();
  const auto content = read_xml_part(zip.value(), "content.xml");
  if (!content) return content.error();
  const pugi::xml_node root = content.value()->document_element();
  Odt odt(root);
  bool found = false;
  for (const pugi::xml_node& body : root.children()) {
    if (local_name(body) != "body") continue;
    for (const pugi::xml_node& text : body.children()) {
      if (local_name(text) != "text") continue;
      odt.read(text);
      found = true;
    }
  }
  if (!found) return Error{ErrorCode::unsupported, "", std::nullopt, "an OpenDocument file, but no text document"};
  return std::move(odt).finish(read_optional_part(zip.value(), "meta.xml")->document_element());
}

}  // namespace yiwen
