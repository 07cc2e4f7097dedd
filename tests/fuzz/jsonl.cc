// SPDX-License-Identifier: Apache-2.0
//
// Any bytes as JSON Lines and as a JSON array: texts are valid UTF-8, names hold no NUL, and every refusal names its
// file, line and byte.
#include "load/jsonl.h"

#include "fuzz/law.h"

using namespace yiwen;
using fuzz::require;

namespace {

void check(const JsonDocuments& read, std::size_t size) {
  for (const Document& document : read.documents) {
    require(document.decoded && first_ill_formed(document.bytes) == document.bytes.size(), "texts are valid UTF-8");
    for (const std::string* name : {&document.id, &document.source, &document.metadata.title, &document.metadata.outlet,
                                    &document.metadata.date, &document.metadata.url}) {
      require(first_ill_formed(*name) == name->size() && name->find('\0') == std::string::npos, "names are text");
    }
    require(!document.id.empty() && !document.bytes.empty(), "a document has an id and a text");
  }
  for (const Diagnostic& diagnostic : read.diagnostics) {
    require(diagnostic.what.file == "fuzzed.jsonl" && !diagnostic.what.reason.empty(),
            "a refusal names file and reason");
    require(diagnostic.what.byte.value_or(0) <= size, "a refusal's place is in the file");
  }
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(fuzz::as_bytes(data, size));
  check(read_jsonl(bytes, "fuzzed.jsonl"), size);
  check(read_json(bytes, "fuzzed.jsonl"), size);
  check(read_json("[" + bytes + "]", "fuzzed.jsonl"), size + 2);
  return 0;
}
