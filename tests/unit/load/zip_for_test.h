// SPDX-License-Identifier: Apache-2.0
//
// Archives for tests, made in memory.
#pragma once

#include <zip.h>

#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

namespace yiwen {

// An archive of (name, bytes) pairs. With a password its entries are encrypted.
inline std::string zip_for_test(const std::vector<std::pair<std::string, std::string>>& entries,
                                const char* password = nullptr) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* into = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_t* archive = zip_open_from_source(into, ZIP_TRUNCATE, &error);
  zip_source_keep(into);
  for (const auto& [name, bytes] : entries) {
    const auto at = static_cast<zip_uint64_t>(zip_file_add(
        archive, name.c_str(), zip_source_buffer(archive, bytes.data(), bytes.size(), 0), ZIP_FL_ENC_GUESS));
    if (password != nullptr) zip_file_set_encryption(archive, at, ZIP_EM_TRAD_PKWARE, password);
  }
  zip_close(archive);
  zip_stat_t what;
  zip_source_stat(into, &what);
  std::string out(what.size, '\0');
  zip_source_open(into);
  zip_source_read(into, out.data(), out.size());
  zip_source_close(into);
  zip_source_free(into);
  return out;
}

}  // namespace yiwen
