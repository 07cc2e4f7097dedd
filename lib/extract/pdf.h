// SPDX-License-Identifier: Apache-2.0
//
// PDF files -> their text, in the order in which it is read. The program pdftotext of poppler says what stands where.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/child_process.h"
#include "extract/marked_text.h"
#include "yiwen/result.h"

namespace yiwen {

// Fails: not_found (pdftotext is not installed), damaged (no PDF, or one that is locked), over_limit (time, memory,
// size), unsupported (pictures without text). The error names no file.
[[nodiscard]] Result<MarkedText> read_pdf(std::string_view bytes, const ChildLimits& limits = {});

// A line of print, as wide as its column allows or shorter. Places in points, from the top left of the page.
struct PrintedLine {
  std::string text;
  double left = 0, top = 0, right = 0, bottom = 0;
};
struct PrintedBlock {
  std::vector<PrintedLine> lines;
};
struct PrintedPage {
  double width = 0, height = 0;
  std::vector<PrintedBlock> blocks;  // in the order in which they are read
};

// Paragraphs that run over lines, columns and pages, put together; running heads and page numbers marked as navigation.
[[nodiscard]] MarkedText text_of_print(const std::vector<PrintedPage>& pages);

}  // namespace yiwen
