// SPDX-License-Identifier: Apache-2.0
//
// yiwen normalize FILE: the folded form of a text. It is what is compared, and the one place where it is ever printed.
#include "normalize/normalize.h"

#include "base/utf8.h"
#include "cli/commands.h"
#include "cli/one_text.h"
#include "cli/output.h"
#include "extract/read_document.h"

namespace yiwen::cli {

int run(const NormalizeCommand& command) {
  const auto document = load_one(command.path);
  if (!document) return complain(document.error());
  const auto read = read_document(document.value(), {.encoding = command.encoding});
  if (!read) return complain(read.error());
  return print(to_utf8(normalize(read.value().decoded.text, command.layer).chars) + "\n");
}

}  // namespace yiwen::cli
