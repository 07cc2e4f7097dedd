// SPDX-License-Identifier: Apache-2.0
//
// WordprocessingML (ECMA-376). What is read of a paragraph <w:p>: the text of its runs <w:t>, tabs, breaks; runs that
// were put in under tracking (<w:ins>, <w:moveTo>) like all others, and not those that were taken out (<w:del>,
// <w:moveFrom>). A paragraph whose mark was deleted runs on in the next. Text boxes stand behind the paragraph that
// they are anchored in. Headers and footers are the page's, not the text's, and stay out.
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "extract/office.h"
#include "extract/office_text.h"
#include "extract/xml_part.h"

namespace yiwen {

namespace {

struct Style {
  std::uint32_t heading_level = 0;
  bool title = false;
};

std::map<std::string, Style, std::less<>> read_styles(const pugi::xml_document& part) {
  std::map<std::string, Style, std::less<>> styles;
  for (const pugi::xml_node& node : part.document_element().children()) {
    if (local_name(node) != "style") continue;
    Style style;
    for (const pugi::xml_node& child : node.children()) {
      const std::string_view value = attribute_of(child, "val");
      if (local_name(child) == "name") {
        style.title = value == "Title" || value == "title";
        constexpr std::string_view kHeading = "heading ";
        if (value.size() == kHeading.size() + 1 && (value.starts_with(kHeading) || value.starts_with("Heading "))) {
          style.heading_level = static_cast<std::uint32_t>(value.back() - '0');
        }
      }
      if (local_name(child) == "pPr") {
        for (const pugi::xml_node& property : child.children()) {
          const std::string_view level = attribute_of(property, "val");
          if (local_name(property) == "outlineLvl" && level.size() == 1 && style.heading_level == 0 && level < "6") {
            style.heading_level = static_cast<std::uint32_t>(level.front() - '0') + 1;
          }
        }
      }
    }
    if (style.heading_level > 6) style.heading_level = 6;
    styles.emplace(attribute_of(node, "styleId"), style);
  }
  return styles;
}

class Docx {
 public:
  explicit Docx(const pugi::xml_document& styles) : styles_(read_styles(styles)) {}

  void read(const pugi::xml_node& body) {
    const auto add = [this](const std::string& text, const MarkedParagraph& paragraph) { out_.add(text, paragraph); };
    blocks(body, 0, add);
    finish_open(add);
  }

  void read_notes(const pugi::xml_node& notes) {
    for (const pugi::xml_node& note : notes.children()) {
      const std::string_view type = attribute_of(note, "type");
      if (type.empty() || type == "normal") read(note);
    }
  }

  MarkedText finish(const pugi::xml_document& properties) && {
    for (const pugi::xml_node& node : properties.document_element().children()) {
      const std::string_view name = local_name(node);
      if (name == "title") out_.stated().title = node.text().get();
      if (name == "creator") out_.stated().author = node.text().get();
      if (name == "created") out_.stated().date = node.text().get();
    }
    return std::move(out_).finish();
  }

 private:
  template <class Add>
  void blocks(const pugi::xml_node& parent, int depth, const Add& add) {
    if (depth > kDeepestXml) return;
    for (const pugi::xml_node& node : parent.children()) {
      const std::string_view name = local_name(node);
      if (name == "p") {
        paragraph(node, depth, add);
      } else if (name == "tbl") {
        finish_open(add);
        table(node, depth);
      } else if (name == "sdt" || name == "sdtContent" || name == "ins" || name == "moveTo" || name == "customXml" ||
                 name == "smartTag") {
        if (name == "ins" || name == "moveTo") out_.count_change();
        blocks(node, depth + 1, add);
      } else if (name == "del" || name == "moveFrom") {
        out_.count_change();
      }
    }
  }

  template <class Add>
  void paragraph(const pugi::xml_node& node, int depth, const Add& add) {
    bool runs_on = false;
    if (open_.empty()) form_ = {};
    for (const pugi::xml_node& child : node.children()) {
      if (local_name(child) == "pPr") runs_on = properties(child) || runs_on;
    }
    runs(node, depth, add);
    if (!runs_on) finish_open(add);
    std::vector<pugi::xml_node> boxes;
    boxes.swap(boxes_);
    for (const pugi::xml_node& box : boxes) blocks(box, depth + 1, add);
  }

  // Whether the mark at the end of the paragraph was deleted.
  bool properties(const pugi::xml_node& node) {
    bool runs_on = false;
    for (const pugi::xml_node& child : node.children()) {
      const std::string_view name = local_name(child), value = attribute_of(child, "val");
      if (name == "pStyle") {
        if (const auto style = styles_.find(value); style != styles_.end()) {
          form_.heading_level = style->second.heading_level;
          if (style->second.title) out_.call_title(form_);
        }
      }
      if (name == "outlineLvl" && value.size() == 1 && value < "6") {
        form_.heading_level = static_cast<std::uint32_t>(value.front() - '0') + 1;
      }
      if (name == "numPr" && form_.heading_level == 0) form_.list_item = true;
      if (name == "rPr") {
        for (const pugi::xml_node& mark : child.children()) {
          const std::string_view change = local_name(mark);
          if (change == "del" || change == "moveFrom") runs_on = true, out_.count_change();
          if (change == "ins" || change == "moveTo") out_.count_change();
        }
      }
    }
    return runs_on;
  }

  template <class Add>
  void runs(const pugi::xml_node& parent, int depth, const Add& add) {
    if (depth > kDeepestXml) return;
    for (const pugi::xml_node& node : parent.children()) {
      const std::string_view name = local_name(node);
      if (name == "t") {
        open_ += node.text().get();
      } else if (name == "tab" || name == "ptab") {
        if (local_name(parent) != "tabs") open_ += '\t';
      } else if (name == "br" || name == "cr") {
        MarkedParagraph next = form_;
        finish_open(add);
        form_ = next;
        begin_next_line(form_);
      } else if (name == "noBreakHyphen") {
        open_ += '-';
      } else if (name == "del" || name == "moveFrom") {
        out_.count_change();
      } else if (name == "txbxContent") {
        boxes_.push_back(node);
      } else if (name == "ruby") {
        for (const pugi::xml_node& base : node.children()) {
          if (local_name(base) == "rubyBase") runs(base, depth + 1, add);
        }
      } else if (name == "Fallback" || name == "pPr" || name == "rPr" || name == "instrText" || name == "delText") {
        continue;
      } else {
        if (name == "ins" || name == "moveTo") out_.count_change();
        runs(node, depth + 1, add);
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
      if (name == "tr") {
        rows.emplace_back();
        cells_of(child, depth + 1, rows.back());
      } else if (name == "sdt" || name == "sdtContent" || name == "customXml") {
        rows_of(child, depth + 1, rows);
      }
    }
  }

  void cells_of(const pugi::xml_node& node, int depth, TableRow& row) {
    if (depth > kDeepestXml) return;
    for (const pugi::xml_node& child : node.children()) {
      const std::string_view name = local_name(child);
      if (name == "tc") {
        TableCell cell;
        const auto add = [&](std::string text, MarkedParagraph paragraph) {
          if (!text.empty()) cell.paragraphs.emplace_back(std::move(text), paragraph);
        };
        blocks(child, depth + 1, add);
        finish_open(add);
        row.push_back(std::move(cell));
      } else if (name == "sdt" || name == "sdtContent" || name == "customXml") {
        cells_of(child, depth + 1, row);
      }
    }
  }

  template <class Add>
  void finish_open(const Add& add) {
    if (!open_.empty()) add(std::move(open_), form_);
    open_.clear();
    form_ = {};
  }

  std::map<std::string, Style, std::less<>> styles_;
  OfficeText out_;
  std::string open_;  // the paragraph that is being read
  MarkedParagraph form_;
  std::vector<pugi::xml_node> boxes_;  // anchored in it
};

}  // namespace

Result<MarkedText> read_docx(std::string_view bytes) {
  auto zip = Zip::open(bytes);
  if (!zip) return zip.error();
  const auto document = read_xml_part(zip.value(), "word/document.xml");
  if (!document) return document.error();
  Docx docx(*read_optional_part(zip.value(), "word/styles.xml"));
  for (const pugi::xml_node& node : document.value()->document_element().children()) {
    if (local_name(node) == "body") docx.read(node);
  }
  for (const char* notes : {"word/footnotes.xml", "word/endnotes.xml"}) {
    const XmlPart part = read_optional_part(zip.value(), notes);
    docx.read_notes(part->document_element());
  }
  return std::move(docx).finish(*read_optional_part(zip.value(), "docProps/core.xml"));
}

}  // namespace yiwen
