// SPDX-License-Identifier: Apache-2.0
//
// poppler is under the GPL and is therefore run, not linked. `pdftotext -bbox-layout` prints pages, blocks and lines
// with their places, blocks in reading order; see docs/decisions/pdf-by-pdftotext.md.
#include "extract/pdf.h"

#include <fmt/format.h>

#include <pugixml.hpp>
#include <utility>

#include "extract/reader_program.h"

namespace yiwen {

namespace {

double number(const pugi::xml_node& node, const char* name) { return node.attribute(name).as_double(); }

// Words of Latin letters are parted by blanks. Chinese has none: poppler parts it where the type is set a little apart.
std::string words_of(const pugi::xml_node& line) {
  std::string text;
  double right = 0;
  for (const pugi::xml_node& word : line.children("word")) {
    const std::string_view next = word.child_value();
    const double gap = number(word, "xMin") - right, height = number(word, "yMax") - number(word, "yMin");
    // Ideographs and their marks take three bytes.
    const bool wide = !text.empty() && !next.empty() && static_cast<unsigned char>(next.front()) >= 0xE2 &&
                      (static_cast<unsigned char>(text.back()) & 0xC0) == 0x80;
    constexpr double kBlankBetweenIdeographs = 0.3;  // of the height of the line
    if (!text.empty() && (!wide || gap > kBlankBetweenIdeographs * height)) text += ' ';
    text += next;
    right = number(word, "xMax");
  }
  return text;
}

std::vector<PrintedPage> pages_of(const pugi::xml_node& document) {
  std::vector<PrintedPage> pages;
  for (const pugi::xml_node& node : document.children("page")) {
    PrintedPage page{number(node, "width"), number(node, "height"), {}};
    for (const pugi::xml_node& flow : node.children("flow")) {
      for (const pugi::xml_node& block : flow.children("block")) {
        PrintedBlock printed;
        for (const pugi::xml_node& line : block.children("line")) {
          printed.lines.push_back(
              {words_of(line), number(line, "xMin"), number(line, "yMin"), number(line, "xMax"), number(line, "yMax")});
        }
        if (!printed.lines.empty()) page.blocks.push_back(std::move(printed));
      }
    }
    pages.push_back(std::move(page));
  }
  return pages;
}

std::string fault(const ReaderProgram& program, const ChildOutput& output) {
  if (output.err.find("password") != std::string::npos) return "a PDF file that is locked with a password";
  const std::string_view first_line = std::string_view(output.err).substr(0, output.err.find('\n'));
  return cannot_read(program, output, first_line);
}

void read_properties(const pugi::xml_node& head, Metadata& stated) {
  for (const pugi::xml_node& meta : head.children("meta")) {
    const std::string_view name = meta.attribute("name").value(), content = meta.attribute("content").value();
    if (name == "Author") stated.author = content;
    if (name == "CreationDate") stated.date = content;
  }
  stated.title = head.child_value("title");
  // What programs write there is the name of the file that was printed.
  const std::size_t dot = stated.title.rfind('.');
  if (dot != std::string::npos && stated.title.size() - dot <= 6 && stated.title.find(' ') == std::string::npos) {
    stated.title.clear();
  }
}

}  // namespace

Result<MarkedText> read_pdf(std::string_view bytes, const ChildLimits& limits) {
  static const ReaderProgram kPdftotext{.name = "pdftotext",
                                        .package = "poppler-utils",
                                        .file_kind = "a PDF file",
                                        .arguments = {"-bbox-layout", "-enc", "UTF-8", "-", "-"},
                                        .fault = fault};
  const auto printed = printed_by(kPdftotext, bytes, limits);
  if (!printed) return printed.error();
  pugi::xml_document document;
  if (!document.load_buffer(printed.value().data(), printed.value().size())) {
    return Error{ErrorCode::damaged, "", std::nullopt, "pdftotext says of this PDF file what is no XML"};
  }
  const pugi::xml_node root = document.document_element();
  const std::vector<PrintedPage> pages = pages_of(root.child("body").child("doc"));
  auto text = text_of(kPdftotext, text_of_print(pages), fmt::format("its {} pages are pictures", pages.size()));
  if (text) read_properties(root.child("head"), text.value().stated);
  return text;
}

}  // namespace yiwen
