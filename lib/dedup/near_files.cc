// SPDX-License-Identifier: Apache-2.0
#include "dedup/near_files.h"

#include <algorithm>
#include <array>
#include <utility>

namespace yiwen {
namespace {

constexpr const char* kNearFile = "near";

}  // namespace

std::span<const NearPair> KeptPass::pairs() const {
  return file_ ? records_of<NearPair>(file_->sections()[0]) : std::span<const NearPair>(own_.pairs);
}

std::span<const ShinglePosting> KeptPass::crowded() const {
  return file_ ? records_of<ShinglePosting>(file_->sections()[1]) : std::span<const ShinglePosting>(own_.crowded);
}

void KeptPass::leave() const {
  if (file_) file_->leave();
}

std::optional<KeptPass> find_pass(WorkFolder& folder, const std::string& name, const std::string& parameters,
                                  std::uint32_t texts) {
  auto file = folder.find(name, parameters);
  if (!file || file->sections().size() != 3) return std::nullopt;
  const auto pairs = records_of<NearPair>(file->sections()[0]);
  const auto crowded = records_of<ShinglePosting>(file->sections()[1]);
  const auto count = records_of<std::uint64_t>(file->sections()[2]);
  const auto is_pair = [&](const NearPair& pair) { return pair.left < pair.right && pair.right < texts; };
  const auto is_posting = [&](const ShinglePosting& posting) { return posting.text() < texts; };
  if (count.size() != 1 || !std::ranges::all_of(pairs, is_pair) || !std::ranges::all_of(crowded, is_posting)) {
    return std::nullopt;
  }
  return KeptPass(count[0], std::move(*file));
}

Result<KeptPass> keep_pass(WorkFolder& folder, const std::string& name, const std::string& parameters, JoinPass pass) {
  const std::array sections{as_section(std::span<const NearPair>(pass.pairs)),
                            as_section(std::span<const ShinglePosting>(pass.crowded)),
                            as_section(std::span<const std::uint64_t>(&pass.postings, 1))};
  if (auto error = folder.keep(name, parameters, sections)) return *error;
  if (auto file = folder.find(name, parameters)) return KeptPass(pass.postings, std::move(*file));
  return KeptPass(std::move(pass));
}

std::optional<NearSentences> find_near(WorkFolder& folder, const std::string& parameters, std::uint32_t texts) {
  const auto file = folder.find(kNearFile, parameters);
  if (!file || file->sections().size() != 6) return std::nullopt;
  const auto pairs = records_of<NearPair>(file->sections()[0]);
  const auto is_form = records_of<std::uint8_t>(file->sections()[1]);
  const auto counts = records_of<std::uint64_t>(file->sections()[2]);
  const auto forms = records_of<Form>(file->sections()[3]);
  const auto kinds = records_of<NearPair>(file->sections()[4]);
  const auto chars = records_of<std::uint16_t>(file->sections()[5]);
  if (is_form.size() != texts || counts.size() != 4 || chars.size() != pairs.size()) return std::nullopt;
  return NearSentences{.is_form = {is_form.begin(), is_form.end()},
                       .pairs = {pairs.begin(), pairs.end()},
                       .chars = {chars.begin(), chars.end()},
                       .forms = FormPairs({forms.begin(), forms.end()}, {kinds.begin(), kinds.end()}),
                       .postings = counts[0],
                       .candidates = counts[1],
                       .skipped_lists = counts[2],
                       .skipped_pairs = counts[3]};
}

std::optional<Error> keep_near(WorkFolder& folder, const std::string& parameters, const NearSentences& near) {
  const std::array<std::uint64_t, 4> counts{near.postings, near.candidates, near.skipped_lists, near.skipped_pairs};
  const std::array sections{as_section(std::span<const NearPair>(near.pairs)),
                            as_section(std::span<const std::uint8_t>(near.is_form)),
                            as_section(std::span<const std::uint64_t>(counts)),
                            as_section(std::span<const Form>(near.forms.forms())),
                            as_section(std::span<const NearPair>(near.forms.kinds())),
                            as_section(std::span<const std::uint16_t>(near.chars))};
  return folder.keep(kNearFile, parameters, sections);
}

}  // namespace yiwen
