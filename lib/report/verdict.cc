// SPDX-License-Identifier: Apache-2.0
#include "report/verdict.h"

#include <algorithm>
#include <utility>

#include "report/strings.h"

namespace yiwen {
namespace {

std::string of_findings(const ReportLookup& lookup, Language language) {
  constexpr std::pair<Severity, Phrase> kBySeverity[] = {{Severity::critical, Phrase::verdict_critical},
                                                         {Severity::major, Phrase::verdict_major},
                                                         {Severity::minor, Phrase::verdict_minor}};
  for (const auto& [severity, phrase] : kBySeverity) {
    if (const std::uint32_t count = lookup.count(severity); count > 0) {
      return say(phrase, language, {std::to_string(count)});
    }
  }
  return std::string(say(Phrase::verdict_same, language));
}

// A text that is related may share phrases and no passage: then no words of it were held against the base.
bool shares_no_passage(const ReportDocument& document) {
  return document.relation == Relation::unrelated ||
         (document.relation == Relation::related && document.coverage == 0.0);
}

}  // namespace

std::string verdict(const ReportLookup& lookup, Language language) {
  const std::vector<ReportDocument>& documents = lookup.report().documents;
  if (documents.empty()) return std::string(say(Phrase::no_text, language));
  const auto apart = static_cast<std::size_t>(std::count_if(documents.begin(), documents.end(), shares_no_passage));
  const bool any_finding =
      lookup.count(Severity::critical) + lookup.count(Severity::major) + lookup.count(Severity::minor) > 0;
  if (!any_finding && documents.size() == 1) return std::string(say(Phrase::verdict_one_text, language));
  if (!any_finding && apart + 1 == documents.size()) return std::string(say(Phrase::verdict_nothing_shared, language));
  std::string sentence = of_findings(lookup, language);
  if (apart > 0) sentence += say(Phrase::verdict_unrelated, language, {std::to_string(apart)});
  return sentence;
}

}  // namespace yiwen
