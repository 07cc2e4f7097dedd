// SPDX-License-Identifier: Apache-2.0
//
// The fence around zlib and libzstd. Both formats are streams of members one behind another (what `cat a.gz b.gz`
// makes), and both can end in the middle where a copy was broken off: that is damage, not the end.
#include "load/line_blocks.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

namespace yiwen {
namespace {

constexpr std::size_t kPackedBytes = std::size_t{1} << 18;  // read at once
constexpr std::size_t kPeekBytes = 256;

enum class Packing { none, gzip, zstd };

}  // namespace

class LineBlocks::State {
 public:
  State(int file, std::string shown, Options options) : shown_(std::move(shown)), options_(options), file_(file) {}
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() {
    if (packing_ == Packing::gzip) inflateEnd(&gzip_);
    if (zstd_ != nullptr) ZSTD_freeDStream(zstd_);
    if (file_ != STDIN_FILENO) ::close(file_);
  }

  std::optional<Error> begin() {
    packed_.resize(kPackedBytes);
    while (packed_end_ < 4 && !file_ended_) {
      if (auto error = fill()) return error;
    }
    const std::string_view first(packed_.data(), packed_end_);
    using namespace std::string_view_literals;
    if (first.starts_with("\x1F\x8B"sv)) {
      packing_ = Packing::gzip;
      constexpr int kGzipOnly = 15 + 16;
      if (inflateInit2(&gzip_, kGzipOnly) != Z_OK) return fault(ErrorCode::unreadable, "zlib cannot be started");
    } else if (first.starts_with("\x28\xB5\x2F\xFD"sv)) {
      packing_ = Packing::zstd;
      zstd_ = ZSTD_createDStream();
      if (zstd_ == nullptr) return fault(ErrorCode::unreadable, "libzstd cannot be started");
    }
    return std::nullopt;
  }

  Result<std::optional<LineBlock>> next() {
    LineBlock block;
    block.offset = given_;
    block.storage.resize(options_.block_bytes + rest_.size() + kBlockPadding);
    std::memcpy(block.storage.data(), rest_.data(), rest_.size());
    std::size_t size = std::exchange(rest_, {}).size();
    std::size_t searched = 0;  // no line ends before it
    for (;;) {
      const std::size_t room = block.storage.size() - kBlockPadding - size;
      const auto more = unpack(block.storage.data() + size, room);
      if (!more) return more.error();
      size += more.value();
      if (more.value() == 0) break;  // the end
      if (size + kBlockPadding < block.storage.size()) continue;
      const std::string_view bytes(block.storage.data(), size);
      const std::size_t last = bytes.find_last_of('\n');
      if (last != std::string_view::npos && last >= searched) {
        rest_.assign(bytes.substr(last + 1));
        size = last + 1;
        break;
      }
      if (size > options_.longest_line) {
        return fault(ErrorCode::over_limit, fmt::format("a line of more than {} bytes", options_.longest_line));
      }
      searched = size;
      block.storage.resize(block.storage.size() * 2);
    }
    if (size == 0) return std::optional<LineBlock>();
    block.size = size;
    std::memset(block.storage.data() + size, 0, kBlockPadding);
    given_ += size;
    return std::optional(std::move(block));
  }

  Result<std::string> peek() {
    while (rest_.size() < kPeekBytes) {
      const std::size_t had = rest_.size();
      rest_.resize(kPeekBytes);
      const auto more = unpack(rest_.data() + had, kPeekBytes - had);
      rest_.resize(had + (more ? more.value() : 0));
      if (!more) return more.error();
      if (more.value() == 0) break;
    }
    return rest_.substr(0, kPeekBytes);
  }

 private:
  Error fault(ErrorCode code, std::string reason) const { return {code, shown_, read_, std::move(reason)}; }

  // Reads more packed bytes behind those that are there.
  std::optional<Error> fill() {
    if (packed_begin_ == packed_end_) packed_begin_ = packed_end_ = 0;
    const ssize_t count = ::read(file_, packed_.data() + packed_end_, packed_.size() - packed_end_);
    if (count < 0 && errno == EINTR) return std::nullopt;
    if (count < 0) return fault(ErrorCode::unreadable, std::generic_category().message(errno));
    file_ended_ = count == 0;
    packed_end_ += static_cast<std::size_t>(count);
    read_ += static_cast<std::uint64_t>(count);
    return std::nullopt;
  }

  // Up to `room` unpacked bytes; 0 at the end only.
  Result<std::size_t> unpack(char* to, std::size_t room) {
    std::size_t made = 0;
    while (made == 0 && room > 0) {
      if (packed_begin_ == packed_end_) {
        if (file_ended_) {
          if (packing_ != Packing::none && inside_)
            return fault(ErrorCode::damaged, "ends in the middle of packed data");
          return made;
        }
        if (auto error = fill()) return *error;
        continue;
      }
      auto step = packing_ == Packing::gzip   ? unpack_gzip(to, room)
                  : packing_ == Packing::zstd ? unpack_zstd(to, room)
                                              : copy(to, room);
      if (!step) return step;
      made = step.value();
    }
    return made;
  }

  Result<std::size_t> copy(char* to, std::size_t room) {
    const std::size_t count = std::min(room, packed_end_ - packed_begin_);
    std::memcpy(to, packed_.data() + packed_begin_, count);
    packed_begin_ += count;
    return count;
  }

  Result<std::size_t> unpack_gzip(char* to, std::size_t room) {
    if (!inside_) {
      inflateReset(&gzip_);
      inside_ = true;
    }
    gzip_.next_in = reinterpret_cast<Bytef*>(packed_.data() + packed_begin_);
    gzip_.avail_in = static_cast<uInt>(packed_end_ - packed_begin_);
    gzip_.next_out = reinterpret_cast<Bytef*>(to);
    gzip_.avail_out = static_cast<uInt>(std::min<std::size_t>(room, std::size_t{1} << 30));
    const uInt asked = gzip_.avail_out;
    const int status = inflate(&gzip_, Z_NO_FLUSH);
    packed_begin_ = packed_end_ - gzip_.avail_in;
    if (status == Z_STREAM_END) {
      inside_ = false;
    } else if (status != Z_OK && status != Z_BUF_ERROR) {
      return fault(ErrorCode::damaged,
                   fmt::format("damaged gzip data: {}", gzip_.msg != nullptr ? gzip_.msg : "unknown"));
    }
    return static_cast<std::size_t>(asked - gzip_.avail_out);
  }

  Result<std::size_t> unpack_zstd(char* to, std::size_t room) {
    ZSTD_inBuffer in{packed_.data() + packed_begin_, packed_end_ - packed_begin_, 0};
    ZSTD_outBuffer out{to, room, 0};
    const std::size_t status = ZSTD_decompressStream(zstd_, &out, &in);
    packed_begin_ += in.pos;
    if (ZSTD_isError(status) != 0) {
      return fault(ErrorCode::damaged, fmt::format("damaged zstd data: {}", ZSTD_getErrorName(status)));
    }
    inside_ = status != 0;
    return out.pos;
  }

  std::string shown_;
  Options options_;
  int file_ = -1;
  Packing packing_ = Packing::none;
  z_stream gzip_{};
  ZSTD_DStream* zstd_ = nullptr;
  bool inside_ = false;  // a packed member has begun and not ended
  bool file_ended_ = false;
  std::vector<char> packed_;  // what was read and not yet unpacked
  std::size_t packed_begin_ = 0;
  std::size_t packed_end_ = 0;
  std::uint64_t read_ = 0;   // bytes of the file
  std::uint64_t given_ = 0;  // unpacked bytes that blocks have taken
  std::string rest_;         // unpacked, not yet given: the begin of a line, or what was peeked at
};

LineBlocks::LineBlocks(std::unique_ptr<State> state) : state_(std::move(state)) {}
LineBlocks::LineBlocks(LineBlocks&&) noexcept = default;
LineBlocks& LineBlocks::operator=(LineBlocks&&) noexcept = default;
LineBlocks::~LineBlocks() = default;

Result<LineBlocks> LineBlocks::open(const std::string& path, const std::string& shown, Options options) {
  int file = STDIN_FILENO;
  if (path != "-") {
    do file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    while (file < 0 && errno == EINTR);
    if (file < 0) {
      return Error{
          errno == ENOENT || errno == ENOTDIR ? ErrorCode::not_found : ErrorCode::unreadable,
          shown,
          {},
          errno == ENOENT || errno == ENOTDIR ? "no such file or folder" : std::generic_category().message(errno)};
    }
  }
  auto state = std::make_unique<State>(file, shown, options);
  if (auto error = state->begin()) return *error;
  return LineBlocks(std::move(state));
}

Result<std::optional<LineBlock>> LineBlocks::next() { return state_->next(); }
Result<std::string> LineBlocks::peek() { return state_->peek(); }

}  // namespace yiwen
