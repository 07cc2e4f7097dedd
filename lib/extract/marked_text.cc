// SPDX-License-Identifier: Apache-2.0
#include "extract/marked_text.h"

#include <algorithm>
#include <utility>

#include "base/char_class.h"
#include "base/utf8.h"
#include "base/utf8_check.h"

namespace yiwen {

void MarkedTextWriter::add(std::string_view words, MarkedParagraph paragraph) {
  std::string text = replace_ill_formed(words);
  std::replace(text.begin(), text.end(), '\0', ' ');
  std::uint32_t begin = 0;
  auto end = static_cast<std::uint32_t>(text.size());
  for (std::uint32_t at = 0; at < end && is_space(next_code_point(text, at));) begin = at;
  for (std::uint32_t at = end; at > begin && is_space(previous_code_point(text, at));) end = at;
  bool visible = false;
  for (std::uint32_t at = begin; at < end && !visible;) visible = !is_invisible(next_code_point(text, at));
  if (!visible) return;
  if (!out_.text.empty()) out_.text += paragraph.same_block ? "\n" : "\n\n";
  const auto at = static_cast<std::uint32_t>(out_.text.size());
  paragraph.range = {at, at + end - begin};
  out_.text.append(text, begin, end - begin);
  out_.paragraphs.push_back(paragraph);
}

MarkedText MarkedTextWriter::finish() && {
  if (!out_.text.empty()) out_.text += '\n';
  return std::move(out_);
}

}  // namespace yiwen
