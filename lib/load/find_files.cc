// SPDX-License-Identifier: Apache-2.0
//
// Which files are meant.
//
// A file that is given outright is read whatever its name. In a folder only the kinds that are known to be texts are
// read; hidden files, other kinds and links that lead out of the folder are left out, and each is noted, so that nobody
// wonders where a text went. A link to a folder is never followed: what it shows inside the given folder is read at its
// own place, and a ring of links cannot catch us.
//
// A file that can be reached in two ways (given twice, given outright and by its folder, through a link) is read once,
// under the first of its paths in byte order.
#include "load/find_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <system_error>
#include <tuple>
#include <utility>

#include "load/file_kind.h"
#include "load/manifest.h"

namespace yiwen {

namespace {

namespace fs = std::filesystem;

bool is_inside(const fs::path& path, const fs::path& folder) {
  const auto [end, unused] = std::mismatch(folder.begin(), folder.end(), path.begin(), path.end());
  return end == folder.end();
}

class Finder {
 public:
  void find(const std::string& given) {
    if (given == "-") {
      if (given_.insert(given).second) {
        reached_["-"].push_back({"-", "-", false});
      } else {
        note("-", "standard input is given more than once; it is read once");
      }
      return;
    }
    std::error_code failure;
    const fs::file_status status = fs::status(given, failure);
    if (status.type() == fs::file_type::not_found) {
      if (given_.insert(given).second) error(ErrorCode::not_found, given, "no such file or folder");
      return;
    }
    if (failure) return error(ErrorCode::unreadable, given, failure.message());
    if (status.type() != fs::file_type::directory) return reach(given, given);

    // The same folder twice adds nothing: its files are the same files.
    const fs::path real = fs::canonical(given, failure);
    if (failure) return error(ErrorCode::unreadable, given, failure.message());
    const std::size_t before = count_;
    walk(given, real);
    if (count_ == before) {
      error(ErrorCode::not_found, given,
            fmt::format("no file of a kind that is read in this folder ({})", known_names()));
    }
  }

  FoundFiles finish() && {
    FoundFiles found;
    for (auto& [real, ways] : reached_) {
      std::sort(ways.begin(), ways.end(), [](const FoundFile& left, const FoundFile& right) {
        return std::tie(left.path, left.shown) < std::tie(right.path, right.shown);
      });
      if (ways.size() > 1) note(ways.front().shown, "is given more than once; it is read once");
      found.files.push_back(ways.front());
    }
    std::sort(found.files.begin(), found.files.end(),
              [](const FoundFile& left, const FoundFile& right) { return left.path < right.path; });
    for (auto& [path, manifest] : manifests_) found.manifests.push_back(std::move(manifest));
    found.diagnostics = std::move(diagnostics_);
    return found;
  }

 private:
  void note(std::string file, std::string reason) {
    diagnostics_.push_back({Diagnostic::Level::note, {ErrorCode::unsupported, std::move(file), {}, std::move(reason)}});
  }

  void error(ErrorCode code, std::string file, std::string reason) {
    diagnostics_.push_back({Diagnostic::Level::error, {code, std::move(file), {}, std::move(reason)}});
  }

  void reach(const fs::path& path, const std::string& shown) {
    std::error_code failure;
    const fs::path plain = fs::absolute(path, failure).lexically_normal();
    if (failure) return error(ErrorCode::unreadable, shown, failure.message());
    fs::path real = fs::canonical(path, failure);
    if (failure) real = plain;  // a pipe given as /dev/fd/63 has no other name
    ++count_;
    reached_[real.string()].push_back({plain.string(), shown, kind_by_name(plain.string()) == FileKind::jsonl});
  }

  // A manifest says of this folder's files what the user could have said; it is nobody's who linked it here.
  void reach_manifest(const fs::path& path) {
    std::error_code failure;
    const std::string shown = path.string();
    if (fs::symlink_status(path, failure).type() != fs::file_type::regular) {
      return note(shown, "left out: a manifest that is not a regular file");
    }
    const fs::path plain = fs::absolute(path, failure).lexically_normal();
    if (failure) return error(ErrorCode::unreadable, shown, failure.message());
    manifests_.emplace(plain.string(), FoundFile{plain.string(), shown, false});
  }

  void walk(const fs::path& given, const fs::path& real_root) {
    std::vector<fs::path> open_folders = {given};
    while (!open_folders.empty()) {
      const fs::path folder = std::move(open_folders.back());
      open_folders.pop_back();
      std::error_code failure;
      fs::directory_iterator entry(folder, failure);
      for (; !failure && entry != fs::directory_iterator(); entry.increment(failure)) {
        if (folder == given && is_manifest_name(entry->path().filename().string())) {
          reach_manifest(entry->path());
        } else if (const auto subfolder = look_at(entry->path(), real_root)) {
          open_folders.push_back(*subfolder);
        }
      }
      if (failure) error(ErrorCode::unreadable, folder.string(), failure.message());
    }
  }

  // The path, where it is a folder to be walked.
  std::optional<fs::path> look_at(const fs::path& path, const fs::path& real_root) {
    const std::string shown = path.string();
    if (path.filename().string().starts_with('.')) return note(shown, "left out: hidden"), std::nullopt;

    std::error_code failure;
    const bool is_link = fs::is_symlink(fs::symlink_status(path, failure));
    const fs::file_type type = fs::status(path, failure).type();
    if (type == fs::file_type::not_found) return note(shown, "left out: a link that leads nowhere"), std::nullopt;
    if (failure) return error(ErrorCode::unreadable, shown, failure.message()), std::nullopt;
    if (is_link) {
      const fs::path target = fs::canonical(path, failure);
      if (failure) return error(ErrorCode::unreadable, shown, failure.message()), std::nullopt;
      if (!is_inside(target, real_root)) {
        return note(shown, "left out: a link that leads out of the given folder"), std::nullopt;
      }
      if (type == fs::file_type::directory) return note(shown, "left out: a link to a folder"), std::nullopt;
    }
    if (type == fs::file_type::directory) return path;
    if (type != fs::file_type::regular) return note(shown, "left out: not a regular file"), std::nullopt;

    if (!kind_by_name(path.filename().string())) {
      return note(shown, "left out: a kind of file that is not read"), std::nullopt;
    }
    reach(path, shown);
    return std::nullopt;
  }

  std::map<std::string, std::vector<FoundFile>> reached_;  // by the path behind all links
  std::map<std::string, FoundFile> manifests_;             // by path
  std::set<std::string> given_;                            // stdin and missing paths, which no file stands for
  std::vector<Diagnostic> diagnostics_;
  std::size_t count_ = 0;
};

}  // namespace

FoundFiles find_files(const std::vector<std::string>& paths) {
  Finder finder;
  for (const std::string& path : paths) finder.find(path);
  return std::move(finder).finish();
}

}  // namespace yiwen
