// SPDX-License-Identifier: Apache-2.0
//
// The finished report value -> HTML, JSON, terminal. Laws: the same report gives the same bytes; no text of a document
// leaves unescaped.
#pragma once

#include <string>

#include "yiwen/report.h"

namespace yiwen {

struct JsonOptions {
  bool with_text = false;    // adds documents[].text
  bool show_folded = false;  // lists findings of severity folded, which are only counted otherwise
};
[[nodiscard]] std::string to_json(const Report& report, const JsonOptions& options = {});

enum class Language { automatic, zh_hans, zh_hant, en };  // automatic: that of the base text
struct HtmlOptions {
  Language language = Language::automatic;
};
[[nodiscard]] std::string to_html(const Report& report, const HtmlOptions& options = {});

struct TerminalOptions {
  bool color = false;
  unsigned width = 80;  // columns; a Han character takes two
};
[[nodiscard]] std::string to_terminal(const Report& report, const TerminalOptions& options = {});

}  // namespace yiwen
