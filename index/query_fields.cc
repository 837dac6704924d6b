#include "index/query_fields.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "corpus/codebook.h"
#include "index/date_range.h"
#include "index/query_error.h"
#include "text/fold.h"

namespace sahafa {
namespace {

constexpr std::array<std::string_view, 7> kClaimFields = {"actor", "frame",    "target",  "holder",
                                                          "voice", "polarity", "modality"};

struct FieldName {
  std::string_view folded;
  std::string_view field;
};

constexpr std::array kFieldNames = {FieldName{"title", "title"},
                                    FieldName{"titre", "title"},
                                    FieldName{"عنوان", "title"},
                                    FieldName{"outlet", "outlet"},
                                    FieldName{"media", "outlet"},
                                    FieldName{"منبر", "outlet"},
                                    FieldName{"country", "country"},
                                    FieldName{"pays", "country"},
                                    FieldName{"بلد", "country"},
                                    FieldName{"lang", "lang"},
                                    FieldName{"langue", "lang"},
                                    FieldName{"لغه", "lang"},
                                    FieldName{"date", "date"},
                                    FieldName{"تاريخ", "date"},
                                    FieldName{"month", "month"},
                                    FieldName{"mois", "month"},
                                    FieldName{"شهر", "month"},
                                    FieldName{"genre", "genre"},
                                    FieldName{"صنف", "genre"},
                                    FieldName{"cluster", "cluster"},
                                    FieldName{"id", "id"},
                                    FieldName{"concept", "concept"},
                                    FieldName{"مفهوم", "concept"},
                                    FieldName{"actor", "actor"},
                                    FieldName{"acteur", "actor"},
                                    FieldName{"فاعل", "actor"},
                                    FieldName{"frame", "frame"},
                                    FieldName{"cadre", "frame"},
                                    FieldName{"اطار", "frame"},
                                    FieldName{"target", "target"},
                                    FieldName{"cible", "target"},
                                    FieldName{"مستهدف", "target"},
                                    FieldName{"holder", "holder"},
                                    FieldName{"locuteur", "holder"},
                                    FieldName{"قايل", "holder"},
                                    FieldName{"voice", "voice"},
                                    FieldName{"voix", "voice"},
                                    FieldName{"صوت", "voice"},
                                    FieldName{"polarity", "polarity"},
                                    FieldName{"polarite", "polarity"},
                                    FieldName{"قطبيه", "polarity"},
                                    FieldName{"modality", "modality"},
                                    FieldName{"modalite", "modality"},
                                    FieldName{"جهه", "modality"},
                                    FieldName{"duplicates", "duplicates"},
                                    FieldName{"doublons", "duplicates"},
                                    FieldName{"نسخ", "duplicates"}};

std::string check_date(std::string_view query, std::size_t at, std::string_view field,
                       const std::string& value) {
  std::string folded = fold(value);
  const bool fits = field == "date" || (folded.size() == 7 && folded.find("..") == std::string::npos);
  if (fits && parse_date_range(folded)) return folded;
  const std::string_view remedy =
      field == "date" ? "write date:2025-04-08, date:2025-04, date:2025, or a range from the earlier to "
                        "the later as date:2025-04-08..2025-04-12; either end may be left out"
                      : "write it as month:2025-04";
  fail_query(query, at, fmt::format("\"{}\" is no {}", folded, field), remedy);
}

std::string check_lang(std::string_view query, std::size_t at, const std::string& value) {
  std::string code = fold(value);
  const bool fits = (code.size() == 2 || code.size() == 3) &&
                    code.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == std::string::npos;
  if (!fits)
    fail_query(query, at, fmt::format("\"{}\" is no language code", code), "write lang:fr or lang:ar");
  return code;
}

std::string check_country(std::string_view query, std::size_t at, const std::string& value) {
  std::string code = fold(value);
  if (code.size() != 2 || code.find_first_not_of("abcdefghijklmnopqrstuvwxyz") != std::string::npos)
    fail_query(query, at, fmt::format("\"{}\" is no country code", code), "write country:ma or country:fr");
  return code;
}

std::string check_id(std::string_view query, std::size_t at, std::string_view field,
                     const std::string& value) {
  std::string id = fold(value);
  if (id.find_first_not_of("0123456789") != std::string::npos) {
    fail_query(query, at, fmt::format("\"{}\" is no article id", id),
               fmt::format("write a number, as {}:12", field));
  }
  return id;
}

template <std::size_t N>
std::string check_choice(std::string_view query, std::size_t at, std::string_view field,
                         const std::string& value, const std::array<std::string_view, N>& choices) {
  std::string folded = fold(value);
  if (std::ranges::find(choices, folded) == choices.end()) {
    std::string known;
    for (const std::string_view choice : choices)
      known += fmt::format("{}{}:{}", known.empty() ? "" : " or ", field, choice);
    fail_query(query, at, fmt::format("\"{}\" is no {}", folded, field), fmt::format("write {}", known));
  }
  return folded;
}

std::string check_entry(std::string_view query, std::size_t at, std::string_view field,
                        const std::string& value, const Codebook& codebook) {
  std::string id = fold(value);
  const bool known =
      field == "frame" ? codebook.find_frame(id) != nullptr : codebook.find_actor(id) != nullptr;
  if (!known) {
    fail_query(query, at,
               fmt::format("the codebook has no {} \"{}\"", field == "frame" ? "frame" : "actor", id),
               fmt::format("`sahafa codebook show` lists the ids, as in {}:{}", field,
                           field == "frame" ? "negligence" : "cnss"));
  }
  return id;
}

}  // namespace

std::string_view find_query_field(std::string_view name) {
  const auto* found = std::ranges::find(kFieldNames, name, &FieldName::folded);
  return found == kFieldNames.end() ? std::string_view() : found->field;
}

bool is_claim_field(std::string_view field) {
  return std::ranges::find(kClaimFields, field) != kClaimFields.end();
}

std::string check_query_value(std::string_view query, std::size_t at, std::string_view field,
                              std::string value, const Codebook& codebook) {
  constexpr std::array<std::string_view, 2> kDuplicates = {"collapse", "all"};
  constexpr std::array<std::string_view, 2> kVoices = {"author", "attributed"};
  constexpr std::array<std::string_view, 3> kPolarities = {"blames", "neutral", "defends"};
  constexpr std::array<std::string_view, 5> kModalities = {"asserted", "conditional", "denied", "question",
                                                           "hypothetical"};
  if (field == "date" || field == "month") return check_date(query, at, field, value);
  if (field == "lang") return check_lang(query, at, value);
  if (field == "country") return check_country(query, at, value);
  if (field == "cluster" || field == "id") return check_id(query, at, field, value);
  if (field == "duplicates") return check_choice(query, at, field, value, kDuplicates);
  if (field == "voice") return check_choice(query, at, field, value, kVoices);
  if (field == "polarity") return check_choice(query, at, field, value, kPolarities);
  if (field == "modality") return check_choice(query, at, field, value, kModalities);
  if (field == "concept" || is_claim_field(field)) return check_entry(query, at, field, value, codebook);
  return value;
}

}  // namespace sahafa
