#include "corpus/toml_section.h"

#include "text/error.h"

namespace sahafa {

toml::table parse_toml(std::string_view text, std::string_view origin) {
  try {
    return toml::parse(text, origin);
  } catch (const toml::parse_error& error) {
    throw Error(ErrorCode::malformed, fmt::format("{}, line {}: {}; correct the TOML there", origin,
                                                  error.source().begin.line, error.description()));
  }
}

void TomlSection::fail(std::string_view problem, std::string_view remedy) const {
  throw Error(ErrorCode::malformed, fmt::format("{}, line {}: {}; {}", origin_, line(), problem, remedy));
}

std::string TomlSection::text(std::string_view key) const {
  const toml::node* node = table_.get(key);
  if (node == nullptr) {
    return {};
  }
  const auto value = node->value_exact<std::string>();
  if (!value) {
    fail(fmt::format("{} is not a string", key), fmt::format("write {} = \"...\"", key));
  }
  return *value;
}

bool TomlSection::flag(std::string_view key) const {
  const toml::node* node = table_.get(key);
  if (node == nullptr) {
    return false;
  }
  const auto value = node->value_exact<bool>();
  if (!value) {
    fail(fmt::format("{} is neither true nor false", key), fmt::format("write {} = true", key));
  }
  return *value;
}

std::vector<std::string> TomlSection::list(std::string_view key) const {
  std::vector<std::string> out;
  const toml::node* node = table_.get(key);
  if (node == nullptr) {
    return out;
  }
  if (!node->is_array()) {
    fail(fmt::format("{} is not a list", key), fmt::format("write {} = [\"...\", \"...\"]", key));
  }
  for (const toml::node& item : *node->as_array()) {
    const auto value = item.value<std::string>();
    if (!value || value->find_first_not_of(' ') == std::string::npos) {
      fail(fmt::format("{} holds something that is not a word", key), "give non-empty strings only");
    }
    out.push_back(*value);
  }
  return out;
}

std::unordered_map<std::string, std::string> TomlSection::texts(std::string_view key) const {
  std::unordered_map<std::string, std::string> out;
  if (const toml::table* inner = table_[key].as_table()) {
    const TomlSection section(*inner, origin_);
    for (const auto& [name, value] : *inner) {
      out.emplace(std::string(name.str()), section.text(name.str()));
    }
  }
  return out;
}

std::vector<TomlSection> TomlSection::sections(std::string_view key) const {
  std::vector<TomlSection> out;
  const toml::node* node = table_.get(key);
  if (node == nullptr) {
    return out;
  }
  if (!node->is_array()) {
    fail(fmt::format("{} is not a list of tables", key), fmt::format("write [[{}]]", key));
  }
  for (const toml::node& item : *node->as_array()) {
    if (!item.is_table()) {
      fail(fmt::format("{} holds something that is not a table", key), fmt::format("write [[{}]]", key));
    }
    out.emplace_back(*item.as_table(), origin_);
  }
  return out;
}

}  // namespace sahafa
