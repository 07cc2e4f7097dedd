// SPDX-License-Identifier: Apache-2.0
#include "load/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/utf8_check.h"
#include "load/csv.h"

namespace yiwen {

namespace {

char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(kSpace);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
}

// Names of columns are the same whatever their case and the space around them.
std::string folded(std::string_view name) {
  std::string out(trimmed(name));
  std::transform(out.begin(), out.end(), out.begin(), small);
  return out;
}

// What a table without decoder is: UTF-8, perhaps behind a byte-order mark.
Result<DecodedText> utf8_alone(const Document& document) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  const std::size_t begin = document.bytes.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  if (const std::size_t bad = first_ill_formed(document.bytes); bad < document.bytes.size()) {
    return Error{ErrorCode::damaged, document.source, bad, "not valid UTF-8"};
  }
  DecodedText decoded;
  decoded.text = document.bytes.substr(begin);
  std::replace(decoded.text.begin(), decoded.text.end(), '\0', ' ');
  decoded.encoding = "UTF-8";
  decoded.text_at = {0};
  decoded.byte_at = {static_cast<std::uint32_t>(begin)};
  return decoded;
}

class TableReader {
 public:
  TableReader(const std::string& shown, const std::vector<std::string>& wanted, const ColumnNames& names,
              const TextDecoder& decoder)
      : shown_(shown), wanted_(wanted), names_(names), decoder_(decoder) {}

  NamedRows read(const std::string& bytes, TableKind kind, const std::vector<std::string>& needed) && {
    Document file;
    file.source = shown_;
    file.bytes = bytes;
    auto decoded = decoder_.decode ? decoder_.decode(file) : utf8_alone(file);
    if (!decoded) {
      out_.diagnostics.push_back({Diagnostic::Level::error, decoded.error()});
      return std::move(out_);
    }
    decoded_ = std::move(decoded).value();
    report_faults();

    CsvReader reader(decoded_.text, csv_dialect(decoded_.text, kind == TableKind::tsv));
    auto head = reader.next();
    while (head && !head->fault && head->is_blank()) head = reader.next();
    if (!head || !read_head(*head, needed)) return std::move(out_);
    while (const auto row = reader.next()) read_row(*row);
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::size_t byte_at(std::size_t at) const {
    const auto offset = static_cast<std::uint32_t>(at);
    if (decoder_.byte_at) return decoder_.byte_at(decoded_, offset);
    return decoded_.byte_at.front() + at;
  }

  void refuse(const CsvRow& row, std::size_t at, std::string_view reason) {
    out_.diagnostics.push_back(
        {Diagnostic::Level::error,
         {ErrorCode::damaged, shown_, byte_at(at), fmt::format("row {}: {}", row.number, reason)}});
  }

  // The texts of the rows are decoded already, so that nobody looks at these again.
  void report_faults() {
    if (decoded_.faults.empty()) return;
    out_.diagnostics.push_back(
        {Diagnostic::Level::warning,
         {ErrorCode::damaged, shown_, decoded_.faults.front().bytes.begin, to_string(decoded_.faults)}});
  }

  // Finds out which column is which.
  bool read_head(const CsvRow& head, const std::vector<std::string>& needed) {
    if (head.fault) return refuse(head, head.fault->at, head.fault->reason), false;
    for (const std::string& field : head.fields) heads_.push_back(folded(field));
    for (const std::string& name : wanted_) {
      const auto given = names_.find(name);
      const std::string asked = given == names_.end() ? name : folded(given->second);
      std::string called = asked;
      if (std::find(heads_.begin(), heads_.end(), called) == heads_.end()) called = name;
      const auto count = std::count(heads_.begin(), heads_.end(), called);
      if (count > 1)
        return refuse(head, head.begin, fmt::format("the column \"{}\" stands there twice", called)), false;
      if (count == 1) {
        const auto at = std::find(heads_.begin(), heads_.end(), called) - heads_.begin();
        columns_.emplace_back(name, static_cast<std::size_t>(at));
        continue;
      }
      if (std::find(needed.begin(), needed.end(), name) == needed.end()) continue;
      std::string there;
      for (const std::string& field : head.fields)
        there += fmt::format("{}{}", there.empty() ? "" : ", ", trimmed(field));
      refuse(head, head.begin,
             fmt::format("no column \"{}\" among: {} (--column {}=NAME says which it is)", asked, there, name));
      return false;
    }
    return true;
  }

  void read_row(const CsvRow& row) {
    if (row.fault) return refuse(row, row.fault->at, row.fault->reason);
    if (row.is_blank()) return;
    // More fields than the head has are a separator that should have been quoted: the text would be cut short.
    for (std::size_t i = heads_.size(); i < row.fields.size(); ++i) {
      if (trimmed(row.fields[i]).empty()) continue;
      return refuse(row, row.begin,
                    fmt::format("{} fields where the first row has {}; a field that holds a separator "
                                "stands in quotes",
                                row.fields.size(), heads_.size()));
    }
    NamedRow named;
    named.number = row.number;
    named.byte = byte_at(row.begin);
    for (const auto& [name, column] : columns_) {
      if (column >= row.fields.size()) continue;
      const std::string& field = row.fields[column];
      named.fields.emplace(name, name == "text" ? field : std::string(trimmed(field)));
    }
    out_.rows.push_back(std::move(named));
  }

  const std::string& shown_;
  const std::vector<std::string>& wanted_;
  const ColumnNames& names_;
  const TextDecoder& decoder_;
  DecodedText decoded_;
  std::vector<std::string> heads_;
  std::vector<std::pair<std::string, std::size_t>> columns_;  // our name, index
  NamedRows out_;
};

}  // namespace

std::optional<TableKind> table_kind(std::string_view path) {
  const std::size_t dot = path.rfind('.');
  if (dot == std::string_view::npos) return std::nullopt;
  const std::string ending = folded(path.substr(dot));
  if (ending == ".csv") return TableKind::csv;
  if (ending == ".tsv" || ending == ".tab") return TableKind::tsv;
  return std::nullopt;
}

NamedRows read_named_rows(const std::string& bytes, TableKind kind, const std::string& shown,
                          const std::vector<std::string>& wanted, const std::vector<std::string>& needed,
                          const ColumnNames& names, const TextDecoder& decoder) {
  return TableReader(shown, wanted, names, decoder).read(bytes, kind, needed);
}

TableDocuments read_table(const std::string& bytes, TableKind kind, const std::string& shown, const ColumnNames& names,
                          const TextDecoder& decoder) {
  NamedRows named =
      read_named_rows(bytes, kind, shown, {"id", "text", "title", "outlet", "date", "url"}, {"text"}, names, decoder);
  TableDocuments out;
  out.diagnostics = std::move(named.diagnostics);
  if (named.rows.empty() && out.diagnostics.empty()) {
    out.diagnostics.push_back(
        {Diagnostic::Level::note, {ErrorCode::unsupported, shown, std::nullopt, "holds no rows"}});
  }
  for (NamedRow& row : named.rows) {
    Document document;
    document.source = fmt::format("{}", row.number);
    document.decoded = true;
    document.bytes = std::move(row.fields["text"]);
    if (trimmed(document.bytes).empty()) {
      out.diagnostics.push_back({Diagnostic::Level::note,
                                 {ErrorCode::unsupported, shown, row.byte, fmt::format("row {}: empty", row.number)}});
      continue;
    }
    document.id = std::move(row.fields["id"]);
    document.metadata.title = std::move(row.fields["title"]);
    document.metadata.outlet = std::move(row.fields["outlet"]);
    document.metadata.date = std::move(row.fields["date"]);
    document.metadata.url = std::move(row.fields["url"]);
    out.documents.push_back(std::move(document));
  }
  return out;
}

}  // namespace yiwen
