// SPDX-License-Identifier: Apache-2.0
//
// libzip, and nothing else, knows archives here. It never sees a file system: bytes go in, bytes come out.
#include "load/zip.h"

#include <fmt/format.h>
#include <unicode/unistr.h>
#include <zip.h>

#include <algorithm>
#include <utility>

#include "base/utf8_check.h"

namespace yiwen {

namespace {

constexpr std::size_t kPieceBytes = 1u << 16;  // unpacked at once; any value does

Error error(ErrorCode code, std::string reason) { return {code, "", std::nullopt, std::move(reason)}; }

}  // namespace

struct Zip::Handle {
  zip_t* archive = nullptr;

  explicit Handle(zip_t* a) : archive(a) {}
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  ~Handle() { zip_discard(archive); }
};

Result<Zip> Zip::open(std::string_view bytes) {
  zip_error_t failure;
  zip_error_init(&failure);
  const auto reason = [&] {
    std::string text = zip_error_strerror(&failure);
    zip_error_fini(&failure);
    std::transform(text.begin(), text.begin() + 1, text.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return text;
  };
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &failure);
  if (source == nullptr) return error(ErrorCode::damaged, reason());
  zip_t* archive = zip_open_from_source(source, ZIP_RDONLY, &failure);
  if (archive == nullptr) {
    zip_source_free(source);
    return error(ErrorCode::damaged, "not a whole archive: " + reason());
  }
  zip_error_fini(&failure);
  return Zip(std::make_shared<Handle>(archive));
}

std::uint64_t Zip::size() const {
  return static_cast<std::uint64_t>(std::max<zip_int64_t>(zip_get_num_entries(handle_->archive, 0), 0));
}

std::string Zip::name(std::uint64_t entry) const {
  const char* raw = zip_get_name(handle_->archive, entry, ZIP_FL_ENC_RAW);
  if (raw == nullptr) return {};
  const std::string_view bytes = raw;
  if (first_ill_formed(bytes) == bytes.size()) return std::string(bytes);
  std::string utf8;
  icu::UnicodeString(bytes.data(), static_cast<std::int32_t>(std::min<std::size_t>(bytes.size(), 1u << 16)), "GB18030")
      .toUTF8String(utf8);
  return replace_ill_formed(utf8);
}

std::optional<std::uint64_t> Zip::find(const std::string& name) const {
  const zip_int64_t entry = zip_name_locate(handle_->archive, name.c_str(), ZIP_FL_ENC_RAW);
  if (entry < 0) return std::nullopt;
  return static_cast<std::uint64_t>(entry);
}

std::uint64_t Zip::stated_size(std::uint64_t entry) const {
  zip_stat_t what;
  zip_stat_init(&what);
  if (zip_stat_index(handle_->archive, entry, 0, &what) != 0 || (what.valid & ZIP_STAT_SIZE) == 0) return 0;
  return what.size;
}

Result<std::string> Zip::read(std::uint64_t entry, std::uint64_t max_bytes) const {
  zip_stat_t what;
  zip_stat_init(&what);
  if (zip_stat_index(handle_->archive, entry, 0, &what) != 0) return error(ErrorCode::damaged, "its entry is damaged");
  if ((what.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && what.encryption_method != ZIP_EM_NONE) {
    return error(ErrorCode::unsupported, "is encrypted; unpack it with its password first");
  }
  std::uint64_t most = max_bytes;
  bool by_ratio = false;
  if ((what.valid & ZIP_STAT_COMP_SIZE) != 0) {
    // The packed size, too, is what the archive says; it cannot say more than it holds and still be read.
    const std::uint64_t packed = std::min<std::uint64_t>(what.comp_size, std::uint64_t{1} << 40);
    const std::uint64_t fair = std::max(kSmallEntry, packed * kLargestRatio);
    by_ratio = fair < most;
    most = std::min(most, fair);
  }
  const auto over = [&] {
    return error(ErrorCode::over_limit, by_ratio
                                            ? fmt::format("unpacks to more than {} times its size", kLargestRatio)
                                            : fmt::format("unpacks to more than the limit of {} bytes", max_bytes));
  };
  if ((what.valid & ZIP_STAT_SIZE) != 0 && what.size > most) return over();

  zip_file_t* file = zip_fopen_index(handle_->archive, entry, 0);
  if (file == nullptr) {
    return error(ErrorCode::unsupported, fmt::format("cannot be unpacked: {}", zip_strerror(handle_->archive)));
  }
  std::string bytes;
  std::string piece(kPieceBytes, '\0');
  zip_int64_t count = 0;
  while ((count = zip_fread(file, piece.data(), piece.size())) > 0) {
    bytes.append(piece, 0, static_cast<std::size_t>(count));
    if (bytes.size() > most) break;
  }
  const std::string reason = count < 0 ? zip_file_strerror(file) : "";
  zip_fclose(file);
  if (bytes.size() > most) return over();
  if (count < 0) return error(ErrorCode::damaged, fmt::format("cannot be unpacked: {}", reason));
  return bytes;
}

}  // namespace yiwen
