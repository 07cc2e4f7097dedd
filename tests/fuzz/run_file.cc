// SPDX-License-Identifier: Apache-2.0
//
// Any bytes as a run file, once as they are and once with the checksums put right, for no luck guesses those: what is
// accepted lies in the file, in order and at its alignment, and a refusal names a byte of it.
#include "dedup/run_file.h"

#include <cstring>

#include "base/hash.h"
#include "fuzz/law.h"

using namespace yiwen;
using fuzz::require;

namespace {

constexpr std::string_view kParameters = "stage 1\n";

std::uint64_t number_at(std::string_view bytes, std::size_t at) {
  std::uint64_t number = 0;
  std::memcpy(&number, bytes.data() + at, sizeof number);
  return number;
}

// docs/formats/run-files.md has the places.
void put_checksums_right(char* bytes, std::size_t size) {
  constexpr std::size_t kHead = 48;
  const std::string_view all(bytes, size);
  if (size < kHead) return;
  const std::uint64_t parameters = number_at(all, 16);
  const std::uint64_t sections = number_at(all, 24);
  if (parameters > size || sections > 1024) return;
  const std::uint64_t table = kHead + (parameters + 15) / 16 * 16;
  std::uint64_t at = table + sections * 16;
  if (at > size) return;
  for (std::uint64_t s = 0; s < sections; ++s) {
    const std::uint64_t length = number_at(all, table + s * 16);
    if (length > size - at) break;
    const std::uint64_t hash = hash64(all.substr(at, length));
    std::memcpy(bytes + table + s * 16 + 8, &hash, sizeof hash);
    if ((length + 15) / 16 * 16 > size - at) break;
    at += (length + 15) / 16 * 16;
  }
  const std::uint64_t hash = hash64(all.substr(kHead, table + sections * 16 - kHead));
  std::memcpy(bytes + 32, &hash, sizeof hash);
}

void check(std::string_view bytes) {
  const auto read = parse_run(bytes, kParameters);
  if (!read) {
    require(!read.error().reason.empty() && read.error().byte.value_or(0) <= bytes.size(),
            "a refusal's place is in the file");
    return;
  }
  const char* after = bytes.data();
  for (const RunSection section : read.value()) {
    require(section.data() >= after && section.data() + section.size() <= bytes.data() + bytes.size(),
            "sections are in order and in the file");
    require((section.data() - bytes.data()) % static_cast<std::ptrdiff_t>(kRunAlignment) == 0, "sections are aligned");
    after = section.data() + section.size();
    static_cast<void>(hash64(section));
  }
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  check(fuzz::as_bytes(data, size));
  std::vector<char> bytes(data, data + size);
  put_checksums_right(bytes.data(), bytes.size());
  check({bytes.data(), bytes.size()});
  return 0;
}
