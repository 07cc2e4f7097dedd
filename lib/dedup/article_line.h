// SPDX-License-Identifier: Apache-2.0
//
// One line of a JSON Lines file: {"id": …, "text": …, other keys}.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "yiwen/result.h"

namespace yiwen {

// Reads lines one after another; its buffers grow to the longest and are used again.
class ArticleLines {
 public:
  ArticleLines();
  ~ArticleLines();
  ArticleLines(const ArticleLines&) = delete;
  ArticleLines& operator=(const ArticleLines&) = delete;

  struct Line {
    std::string id;
    std::string_view text;   // valid UTF-8; until the next line is read. Empty: an article without text
    std::string other_keys;  // as they stood: ,"title":"…"
  };
  // Fails (damaged) with the byte of the line where it broke. REQUIRES: kBlockPadding bytes behind the line may be read
  [[nodiscard]] Result<Line> read(std::string_view line);

 private:
  struct Parser;
  std::unique_ptr<Parser> parser_;
};

}  // namespace yiwen
