// SPDX-License-Identifier: Apache-2.0
//
// The grammar of tables in text: RFC 4180, and what spreadsheets and people make of it.
// Law: the rows, in order, are the text, whatever is in it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace yiwen {

struct CsvFault {
  std::size_t at = 0;  // byte of the text
  std::string reason;
};

struct CsvRow {
  std::uint32_t number = 0;         // from 1; the head and blank lines count, as they do in a spreadsheet
  std::size_t begin = 0, end = 0;   // bytes of the text, the line end among them
  std::vector<std::string> fields;  // without their quotes; where there is a fault, those before it
  std::optional<CsvFault> fault;

  [[nodiscard]] bool is_blank() const;
};

enum class Quotes : std::uint8_t {
  rfc4180,  // a field that begins with a quote may hold separators, line breaks, and quotes written twice
  none,     // as IANA has tab-separated values: a quote is a character like any other
};

struct CsvDialect {
  char separator = ',';
  Quotes quotes = Quotes::rfc4180;
};

class CsvReader {
 public:
  // REQUIRES: the text outlives this
  explicit CsvReader(std::string_view text, CsvDialect dialect = {}) : text_(text), dialect_(dialect) {}

  // The next row; nothing behind the last. A fault ends with its line: reading goes on at the next one.
  [[nodiscard]] std::optional<CsvRow> next();

 private:
  void read_field(CsvRow& row);
  void read_quoted_field(CsvRow& row);
  [[nodiscard]] bool at_line_end() const;

  std::string_view text_;
  CsvDialect dialect_;
  std::size_t at_ = 0;
  std::uint32_t rows_ = 0;
};

// How a table is written. `.csv` files of some countries have semicolons or tabs: the first line tells. Quotes mean
// what RFC 4180 says unless that leaves a fault in a text that is parted by tabs.
[[nodiscard]] CsvDialect csv_dialect(std::string_view text, bool is_tsv);

}  // namespace yiwen
