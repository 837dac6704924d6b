#include "index/word_store.h"

#include <algorithm>
#include <optional>

#include "index/index_metadata.h"
#include "index/index_schema.h"
#include "index/word_folder.h"
#include "text/error.h"

namespace sahafa {
namespace {

void sort_unique(std::vector<std::string>& strings) {
  std::ranges::sort(strings);
  strings.erase(std::ranges::unique(strings).begin(), strings.end());
}

template <class Take>
void find_types(const WordTable& table, std::string_view string, const Take& take) {
  const auto number = table.find(string);
  if (!number) return;
  const std::span<const std::uint32_t> types = table.types(*number);
  const std::span<const std::uint8_t> tags = table.tags(*number);
  for (std::size_t i = 0; i < types.size(); ++i) take(types[i], tags[i]);
}

}  // namespace

WordStore::WordStore(Xapian::Database& database, const std::filesystem::path& folder)
    : record_(get_metadata(database, index_metadata::kWords)) {
  try {
    files_ = open_words(record_, folder);
  } catch (const Error& error) {
    if (error.code() == ErrorCode::not_found && database.reopen())
      throw Xapian::DatabaseModifiedError("another state of the index took its place");
    throw;
  }
}

void WordStore::visit_forms(std::string_view beginning,
                            const std::function<bool(std::string_view)>& visit) const {
  std::vector<std::uint32_t> at;
  for (const WordFile& file : files_) at.push_back(file.forms().lower_bound(beginning));
  for (;;) {
    std::optional<std::string_view> least;
    for (std::size_t i = 0; i < files_.size(); ++i) {
      if (at[i] == files_[i].forms().size()) continue;
      const std::string_view form = files_[i].forms().at(at[i]);
      if (form.starts_with(beginning) && (!least || form < *least)) least = form;
    }
    if (!least) return;
    bool sought = false;
    for (std::size_t i = 0; i < files_.size(); ++i) {
      const WordTable& forms = files_[i].forms();
      if (at[i] == forms.size() || forms.at(at[i]) != *least) continue;
      sought = sought || forms.is_sought(at[i]);
      ++at[i];
    }
    if (sought && !visit(*least)) return;
  }
}

bool WordStore::has_key(std::string_view key) const {
  return std::ranges::any_of(files_, [&](const WordFile& file) { return file.keys().find(key).has_value(); });
}

bool WordStore::has_form(std::string_view form) const {
  return std::ranges::any_of(files_, [&](const WordFile& file) {
    const auto number = file.forms().find(form);
    return number && file.forms().is_sought(*number);
  });
}

bool WordStore::has_form_beginning(std::string_view beginning) const {
  return std::ranges::any_of(files_, [&](const WordFile& file) {
    const WordTable& forms = file.forms();
    for (std::uint32_t at = forms.lower_bound(beginning);
         at < forms.size() && forms.at(at).starts_with(beginning); ++at) {
      if (forms.is_sought(at)) return true;
    }
    return false;
  });
}

std::vector<std::string> WordStore::forms_ending(std::string_view end) const {
  std::vector<std::string> found;
  for (const WordFile& file : files_) {
    const WordTable& forms = file.forms();
    const std::span<const std::uint32_t> endings = file.endings();
    const auto form = [&](std::uint32_t number) {
      return number < forms.size() ? forms.at(number) : std::string_view();
    };
    for (auto at = std::ranges::lower_bound(endings, end, ends_before, form);
         at != endings.end() && form(*at).ends_with(end); ++at) {
      if (forms.is_sought(*at)) found.emplace_back(form(*at));
    }
  }
  sort_unique(found);
  return found;
}

std::vector<std::string> WordStore::forms_containing(std::string_view letters) const {
  std::vector<std::string> found;
  for (const WordFile& file : files_) {
    for (const std::uint32_t form : file.forms().containing(letters)) {
      if (file.forms().is_sought(form)) found.emplace_back(file.forms().at(form));
    }
  }
  sort_unique(found);
  return found;
}

void WordStore::find_key(std::string_view key, std::vector<TypePlace>& types) const {
  for (std::uint32_t file = 0; file < files_.size(); ++file) {
    find_types(files_[file].keys(), key, [&](std::uint32_t type, std::uint8_t part) {
      const std::uint32_t first = part == kClosedKey ? 0 : part;
      types.push_back({file, type, first, first + 1});
    });
  }
}

void WordStore::find_form(std::string_view form, std::vector<TypePlace>& types) const {
  for (std::uint32_t file = 0; file < files_.size(); ++file) {
    find_types(files_[file].forms(), form, [&](std::uint32_t type, std::uint8_t tag) {
      if (tag != kWordOnly) types.push_back({file, type, 0, files_[file].parts(type)});
    });
  }
}

void WordStore::find_word(std::string_view form, std::vector<TypePlace>& types) const {
  for (std::uint32_t file = 0; file < files_.size(); ++file) {
    find_types(files_[file].forms(), form, [&](std::uint32_t type, std::uint8_t tag) {
      if (tag != kOtherForm) types.push_back({file, type, 0, files_[file].parts(type)});
    });
  }
}

std::int64_t WordStore::count_articles(std::span<const TypePlace> types) const {
  std::int64_t articles = 0;
  for (const TypePlace& type : types) articles += files_[type.file].articles(type.type);
  return articles;
}

std::int64_t count_articles_with_form(const WordStore& words, std::string_view form) {
  std::vector<TypePlace> types;
  words.find_form(form, types);
  return words.count_articles(types);
}

}  // namespace sahafa
