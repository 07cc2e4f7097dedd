// SPDX-License-Identifier: Apache-2.0
//
// A program of somebody else: two texts in memory, one of which misprints the other.
#include <yiwen/yiwen.h>

#include <cstdio>
#include <string>
#include <vector>

namespace {

yiwen::Document document(const char* id, const std::string& text) {
  yiwen::Document result;
  result.id = id;
  result.source = id;
  result.bytes = text;
  result.decoded = true;
  return result;
}

}  // namespace

int main() {
  const std::string text =
      "全面推进国家各方面工作法治化，是新时代的要求。\n\n"
      "会议指出，要坚持依法治国和以德治国相结合，把社会主义核心价值观融入法律法规。\n\n"
      "各地区各部门要结合实际认真贯彻落实，不断提高依法办事的能力和水平。\n";
  std::string misprinted = text;
  const std::string right = "法治化";
  misprinted.replace(misprinted.find(right), right.size(), "法制化");

  const auto report = yiwen::compare({document("first", text), document("second", misprinted)});
  if (!report) {
    std::fprintf(stderr, "%s\n", yiwen::to_string(report.error()).c_str());
    return 1;
  }
  for (const auto& finding : report.value().findings) {
    std::printf("%s %s\n", yiwen::to_string(finding.severity), finding.kind.c_str());
  }
  return report.value().findings.empty() ? 1 : 0;
}
