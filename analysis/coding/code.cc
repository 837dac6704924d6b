#include "analysis/coding/code.h"

#include <fmt/format.h>

#include <charconv>

#include "analysis/coding/coded_items.h"
#include "analysis/coding/refiner.h"
#include "analysis/coding/reliability.h"
#include "analysis/coding/sample.h"
#include "analysis/selection.h"
#include "analysis/separated_lines.h"
#include "corpus/codebook.h"
#include "text/error.h"
#include "text/sentences.h"
#include "text/tokenize.h"
#include "text/trim.h"

namespace sahafa {
namespace {

constexpr auto kOptions = with_selection<7>({{
    {"action", "ACTION",
     "draw (a sheet for coders), agree (two coded sheets), judge (one against the claims) or refine (learn "
     "from them)",
     "", true},
    {"sheets", "FILE",
     "coded sheets, with commas: two to agree, one to judge; draw: those coded so far, which teach where to "
     "look",
     "", false},
    {"claims", "FILE",
     "judge: claims of another program, JSON Lines {id, frame}, instead of those of the corpus", "", false},
    {"model", "FILE", "refine: file that takes the model; `ingest --refiner FILE` gives it to a corpus", "",
     false},
    {"size", "N", "draw: sentences", "200", false},
    {"seed", "N", "of the draw and of the bootstrap", "1", false},
    {"part", "PART", "judge: only this part of the sample", "", false},
}});

using Sheet = std::vector<CodedItem>;

Sheet read_sheet(std::string_view path) {
  return parse_coded_items(load_list(path, "a coded sentence"), path);
}

/// Throws Error(malformed) for a frame that a coder misspelt.
void check_frames(const Codebook& codebook, const Sheet& sheet, std::string_view path) {
  for (const CodedItem& item : sheet) {
    for (const CodedClaim& claim : item.claims) {
      if (codebook.find_frame(claim.frame) == nullptr)
        throw Error(
            ErrorCode::malformed,
            fmt::format("{}, item {}: the codebook has no frame \"{}\"; `sahafa codebook show` lists them",
                        path, item.id, claim.frame));
    }
  }
}

std::vector<Sheet> read_sheets(const Codebook& codebook, const Options& options) {
  std::vector<Sheet> sheets;
  for (const std::string_view path : options.get_list("sheets")) {
    sheets.push_back(read_sheet(path));
    check_frames(codebook, sheets.back(), path);
  }
  return sheets;
}

void need_sheets(const std::vector<Sheet>& sheets, std::size_t count, std::string_view usage) {
  if (sheets.size() != count)
    throw Error(ErrorCode::usage, fmt::format("code: {} coded sheets given; use {}", sheets.size(), usage));
}

struct Place {
  ArticleId article;
  std::size_t sentence = 0;
};

Place parse_place(const CodedItem& item, std::string_view path) {
  Place place;
  const char* const end = item.id.data() + item.id.size();
  const auto [colon, error] = std::from_chars(item.id.data(), end, place.article.value);
  if (error == std::errc() && colon != end && *colon == ':') {
    const auto [stop, second] = std::from_chars(colon + 1, end, place.sentence);
    if (second == std::errc() && stop == end) return place;
  }
  throw Error(ErrorCode::malformed,
              fmt::format("{}, item {}: not ARTICLE:SENTENCE; use sheets that `code CORPUS draw` wrote", path,
                          item.id));
}

/// The claims of the corpus in the sentence of an item. Throws Error(malformed) when the corpus has another text there.
std::vector<Claim> find_claims(const Catalogue& catalogue, const CodedItem& item, std::string_view path) {
  const Place place = parse_place(item, path);
  const auto article = catalogue.find_article(place.article);
  const std::vector<Span> sentences =
      article ? split_sentences(article->text, tokenize(article->text)) : std::vector<Span>();
  if (place.sentence >= sentences.size() ||
      trim(slice(article->text, sentences[place.sentence])) != trim(item.text)) {
    throw Error(ErrorCode::malformed, fmt::format("{}, item {}: the corpus has another text there; use "
                                                  "the corpus that the sheet was drawn from",
                                                  path, item.id));
  }
  std::vector<Claim> claims = catalogue.find_claims(place.article);
  std::erase_if(claims, [&](const Claim& claim) {
    return claim.sentence != static_cast<std::int64_t>(place.sentence);
  });
  return claims;
}

/// What the corpus claims in the sentences of a sheet.
Sheet find_claimed(const Catalogue& catalogue, const Sheet& sheet, std::string_view path) {
  Sheet found;
  for (const CodedItem& item : sheet) {
    CodedItem& claimed = found.emplace_back(CodedItem{item.id, item.lang, item.part, item.text, {}});
    for (const Claim& claim : find_claims(catalogue, item, path))
      claimed.claims.push_back({.frame = claim.frame, .frame_alt = {}, .is_disputed = false});
  }
  return found;
}

/// Learns from a coded sheet which claims of the rules to keep; the table says what a model does to sentences it has not seen.
Table refine(const Catalogue& catalogue, const Sheet& sheet, std::string_view path, std::uint64_t seed,
             std::string_view model) {
  std::vector<Candidate> candidates;
  for (const CodedItem& item : sheet) {
    for (Claim& claim : find_claims(catalogue, item, path)) candidates.push_back({std::move(claim), &item});
  }
  if (!model.empty()) Refiner::train(candidates, seed).save(std::string(model));
  return cross_validate(candidates, sheet, seed);
}

Table run(const Context& context, const Options& options) {
  const Codebook& codebook = context.corpus.codebook();
  const std::string_view action = options.get("action");
  const std::vector<Sheet> sheets = read_sheets(codebook, options);
  const auto seed = static_cast<std::uint64_t>(options.get_integer("seed"));
  if (action == "draw") {
    Sheet coded;
    for (const Sheet& sheet : sheets) coded.insert(coded.end(), sheet.begin(), sheet.end());
    return draw_sample(context, options, {.size = options.get_count("size"), .seed = seed, .coded = coded});
  }
  if (action == "agree") {
    need_sheets(sheets, 2, "code CORPUS agree --sheets FIRST,SECOND");
    return measure_agreement(codebook, sheets[0], sheets[1], seed);
  }
  if (action == "judge") {
    need_sheets(sheets, 1, "code CORPUS judge --sheets SHEET");
    const Sheet found = options.has("claims")
                            ? read_sheet(options.get("claims"))
                            : find_claimed(context.corpus.catalogue(), sheets[0], options.get("sheets"));
    return measure_program(codebook, sheets[0], found, options.get("part"));
  }
  if (action == "refine") {
    need_sheets(sheets, 1, "code CORPUS refine --sheets SHEET --model FILE");
    return refine(context.corpus.catalogue(), sheets[0], options.get("sheets"), seed, options.get("model"));
  }
  throw Error(ErrorCode::usage,
              fmt::format("code: there is no \"{}\"; use draw, agree, judge or refine", action));
}

}  // namespace

constinit const Analysis kCode = {.name = "code",
                                  .summary =
                                      "Draws sentences for coders, and says how far they and the program "
                                      "agree: draw, agree, judge or refine",
                                  .example = "sahafa code cnss-corpus draw --size 100 -o sheet.csv",
                                  .options = kOptions,
                                  .run = run};

}  // namespace sahafa
