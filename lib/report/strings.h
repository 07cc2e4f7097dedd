// SPDX-License-Identifier: Apache-2.0
//
// What pages and summaries say, in three languages. The table itself is in strings.cc.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "report/writers.h"
#include "yiwen/report.h"

namespace yiwen {

enum class Phrase {
  report_title,
  texts,
  critical,
  major,
  minor,
  folded,
  verdict_critical,
  verdict_major,
  verdict_minor,
  verdict_same,
  gravest_places,
  witnesses,
  siglum,
  source,
  title,
  relation,
  coverage,
  set_aside,
  state,
  set_aside_repair,
  set_aside_punctuation,
  set_aside_script,
  set_aside_region,
  cut_off,
  printed_twice,
  same_title,
  no_title,
  strip,
  strip_hint,
  strip_lane,
  strip_clean,
  findings,
  no_findings,
  reading_absent,
  words_missing,
  words_added,
  words_moved,
  cut_here,
  first_copy,
  second_copy,
  stands_in_base,
  whole_in,
  elsewhere_in_text,
  more_places,
  permalink,
  synopsis,
  synopsis_hint,
  synopsis_hint_wide,
  other_texts,
  row,
  same_rows,
  same_rows_lacking,
  same_cell,
  missing_cell,
  view,
  view_pair,
  view_inline,
  view_left,
  view_right,
  only_here,
  texts_left_out,
  help_views,
  apparatus,
  apparatus_legend,
  legend_replaced,
  legend_added,
  legend_lacking,
  legend_moved,
  legend_twice,
  legend_cut,
  noise,
  noise_hint,
  noise_none,
  diagnostics,
  level_note,
  level_warning,
  level_error,
  byte_offset,
  settings,
  base_text,
  base_reason,
  limits,
  options,
  inputs,
  made_by,
  left_out,
  left_out_rows,
  left_out_terminal,
  left_out_texts,
  decision,
  rule_error,
  rule_accept,
  rule_ignore,
  ruled_error,
  ruled_accept,
  ruled_ignore,
  settled,
  settled_aside,
  hide_settled,
  decided_count,
  decisions,
  decisions_export,
  decisions_import,
  decisions_forget,
  decisions_hint,
  decisions_unkept,
  decisions_damaged,
  decisions_taken,
  decisions_honoured,
  decision_on_like,
  decision_unused,
  help_rule,
  skip_to_findings,
  filter,
  filter_kind,
  filter_all,
  filter_search,
  filter_count,
  filter_reset,
  columns,
  next,
  previous,
  print,
  help,
  help_next,
  help_critical,
  help_search,
  help_help,
  close,
  stories,
  stories_verdict,
  stories_alone,
  all_stories,
  story,
  texts_named,
  text_count,
  nothing_found,
  alone,
  index_pages,
  index_split,
  no_text,
  unknown,
  sections,
  more_characters,
  position,
  legend_marks,
  sentence_number,
  url,
  only_base,
  gravity,
  reading,
  words,
  against,
  in_context,
  why,
  file,
  begin,
  end,
  sheet_is_full,
  verdict_one_text,
  verdict_nothing_shared,
  verdict_unrelated,
  has_here,
  count_end,  // not a phrase: how many there are
};

// The language that `automatic` stands for in this report: the script of the base text, English where it has no Han.
[[nodiscard]] Language spoken_language(const Report& report, Language wanted);

// REQUIRES: language is not automatic, here and below
[[nodiscard]] std::string_view say(Phrase phrase, Language language);
// The phrase with its {} filled in, in order.
[[nodiscard]] std::string say(Phrase phrase, Language language, std::initializer_list<std::string> fill);
[[nodiscard]] std::string_view severity_name(Severity severity, Language language);
// "confirmed as an error" and so on; empty for none.
[[nodiscard]] std::string_view ruling_name(Ruling ruling, Language language);
[[nodiscard]] std::string_view relation_name(Relation relation, Language language);
[[nodiscard]] std::string_view type_name(FindingType type, Language language);
// What the other place of a finding is to it.
[[nodiscard]] Phrase phrase_of_other(const Finding& finding);
// The name of a kind of finding or noise; the kind itself where the table does not know it.
[[nodiscard]] std::string_view kind_name(std::string_view kind, Language language);
[[nodiscard]] std::string_view base_reason_name(std::string_view reason, Language language);
// What a card is headed with: the kind, or the type where a finding has no kind.
[[nodiscard]] std::string_view heading_of(const Finding& finding, Language language);

// The BCP 47 tag of a page in this language, and of a text in a script (Hans, Hant, mixed, none).
[[nodiscard]] std::string_view language_tag(Language language);
[[nodiscard]] std::string_view script_tag(std::string_view script);

// ① ... ⑳, then (21) and so on.
[[nodiscard]] std::string circled_number(std::size_t number);

}  // namespace yiwen
