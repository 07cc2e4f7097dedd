// SPDX-License-Identifier: Apache-2.0
//
//   table   = row *(break row) [break]           break = CRLF / LF / CR
//   row     = field *(separator field)
//   field   = quoted / plain
//   quoted  = '"' *(any character but '"' / '""') '"'
//   plain   = *(any character but separator, CR, LF), not beginning with '"'
//
// Wider than RFC 4180 in two places: a bare LF or CR ends a row, and a quote inside a plain field is a character
// (他说"好"). What stands between a closing quote and the next separator is a fault, and so is a quote that is never
// closed; the line is refused, and the next one is read as if nothing had happened, so that one bad row does not
// swallow the table.
//
// Own code, because libcsv, the one C library in Debian, tells no places and ends at the first fault.
#include "load/csv.h"

#include <algorithm>

namespace yiwen {

namespace {

std::size_t behind_line_end(std::string_view text, std::size_t at) {
  at = std::min(text.find_first_of("\r\n", at), text.size());
  if (at < text.size()) at += text.substr(at).starts_with("\r\n") ? std::size_t{2} : std::size_t{1};
  return at;
}

bool has_fault(std::string_view text, CsvDialect dialect) {
  CsvReader reader(text, dialect);
  while (const auto row = reader.next()) {
    if (row->fault) return true;
  }
  return false;
}

}  // namespace

bool CsvRow::is_blank() const {
  return std::all_of(fields.begin(), fields.end(),
                     [](const std::string& field) { return field.find_first_not_of(" \t") == std::string::npos; });
}

bool CsvReader::at_line_end() const { return at_ == text_.size() || text_[at_] == '\r' || text_[at_] == '\n'; }

void CsvReader::read_quoted_field(CsvRow& row) {
  const std::size_t opening = at_++;
  std::string field;
  for (;;) {
    const std::size_t quote = text_.find('"', at_);
    if (quote == std::string_view::npos) {
      at_ = opening + 1;
      row.fault = CsvFault{opening, "a quote that is never closed"};
      return;
    }
    field += text_.substr(at_, quote - at_);
    at_ = quote + 1;
    if (at_ == text_.size() || text_[at_] != '"') break;
    field += '"';
    ++at_;
  }
  if (!at_line_end() && text_[at_] != dialect_.separator) {
    row.fault = CsvFault{at_, "text behind the closing quote of a field"};
    return;
  }
  row.fields.push_back(std::move(field));
}

void CsvReader::read_field(CsvRow& row) {
  if (dialect_.quotes == Quotes::rfc4180 && at_ < text_.size() && text_[at_] == '"') return read_quoted_field(row);
  const char ends[] = {dialect_.separator, '\r', '\n'};
  const std::size_t end = std::min(text_.find_first_of(std::string_view(ends, 3), at_), text_.size());
  row.fields.emplace_back(text_.substr(at_, end - at_));
  at_ = end;
}

std::optional<CsvRow> CsvReader::next() {
  if (at_ == text_.size()) return std::nullopt;
  CsvRow row;
  row.number = ++rows_;
  row.begin = at_;
  read_field(row);
  while (!row.fault && !at_line_end()) {
    ++at_;  // the separator
    read_field(row);
  }
  at_ = behind_line_end(text_, at_);
  row.end = at_;
  return row;
}

CsvDialect csv_dialect(std::string_view text, bool is_tsv) {
  CsvDialect dialect;
  const std::string_view head = text.substr(0, text.find_first_of("\r\n"));
  if (is_tsv) {
    dialect.separator = '\t';
  } else if (head.find(',') == std::string_view::npos) {
    if (head.find(';') != std::string_view::npos) dialect.separator = ';';
    if (head.find('\t') != std::string_view::npos) dialect.separator = '\t';
  }
  if (dialect.separator == '\t' && has_fault(text, dialect)) dialect.quotes = Quotes::none;
  return dialect;
}

}  // namespace yiwen
