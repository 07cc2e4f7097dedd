// SPDX-License-Identifier: Apache-2.0
#include "load/own_report.h"

namespace yiwen {

namespace {

// A summary in Markdown is a text like any other but for its last line.
bool is_own_summary(std::string_view bytes) {
  if (!bytes.starts_with("# ")) return false;
  while (bytes.ends_with('\n')) bytes.remove_suffix(1);
  const std::size_t line_break = bytes.rfind('\n');
  const std::string_view last = bytes.substr(line_break == std::string_view::npos ? 0 : line_break + 1);
  return last.starts_with("Made by yiwen ") || (last.starts_with("由 yiwen ") && last.ends_with(" 生成"));
}

}  // namespace

bool is_own_report(std::string_view bytes) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  constexpr std::size_t kHead = 1024;  // the mark of the page stands in its first lines
  if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
  if (bytes.starts_with("<!doctype html>")) {
    return bytes.substr(0, kHead).find("<meta name=\"generator\" content=\"yiwen\">") != std::string_view::npos;
  }
  return bytes.starts_with("{\n\"schema\":\"yiwen.report/") ||
         bytes.starts_with("finding,key,severity,type,kind,layer,cluster,part,reading,") || is_own_summary(bytes);
}

}  // namespace yiwen
