// SPDX-License-Identifier: Apache-2.0
//
// yiwen normalize FILE: the folded form of a text. It is what is compared, and the one place where it is ever printed.
#include "normalize/normalize.h"

#include "base/utf8.h"
#include "cli/commands.h"
#include "cli/one_text.h"
#include "cli/output.h"
#include "decode/decode.h"

namespace yiwen::cli {

int run(const NormalizeCommand& command) {
  const auto document = load_one(command.path);
  if (!document) return complain(document.error());
  const auto decoded = decode(document.value(), {.encoding = command.encoding});
  if (!decoded) return complain(decoded.error());
  return print(to_utf8(normalize(decoded.value().text, command.layer).chars) + "\n");
}

}  // namespace yiwen::cli
