// The outlet registry: publishers with their names in both scripts, domains, country and kind, and how their pages are laid
// out (outlets.toml).
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "corpus/page_profile.h"

namespace sahafa {

struct Outlet {
  std::string id;                    ///< lower case ASCII: ledesk, le360, hespress_ar
  std::string name;                  ///< as it writes itself
  std::vector<std::string> names;    ///< all forms, French and Arabic
  std::vector<std::string> domains;  ///< ledesk.ma; subdomains match
  std::string country;               ///< ISO 3166-1 alpha-2, or empty
  std::string kind;  ///< daily, weekly, online, agency, broadcaster, magazine, institution, aggregator
  std::vector<std::string> langs;
  PageProfile page;  ///< how its pages are laid out, where somebody has said so
};

/// Immutable; may be used from several threads.
class OutletRegistry {
 public:
  /// The registry that comes with sahafa.
  static const OutletRegistry& bundled();
  /// Reads TOML; `origin` names it in messages. Throws Error(malformed) with line and remedy.
  static OutletRegistry read(std::string_view toml, std::string_view origin);
  /// This registry with the outlets of `toml` as well. An entry with a known id changes the fields that it has and leaves the others
  /// as they are. Throws as read().
  OutletRegistry with(std::string_view toml, std::string_view origin) const;
  /// bundled() with the outlets of a file. Throws Error(unreadable) as well.
  static OutletRegistry load(const std::filesystem::path& file);

  /// By id, name in either script (folded, so case, accents and hamza do not matter), or nullptr.
  const Outlet* find(std::string_view name_or_id) const;
  /// By address or host name, the longest matching domain first, or nullptr. Aggregators are found too: ask
  /// `kind`.
  const Outlet* find_by_url(std::string_view url) const;
  /// The country of find(name_or_id); empty where the outlet or its country is not known.
  std::string_view country_of(std::string_view name_or_id) const;
  const std::vector<Outlet>& outlets() const { return outlets_; }

 private:
  class Builder;
  std::vector<Outlet> outlets_;
  std::unordered_map<std::string, std::size_t> by_name_;
  std::unordered_map<std::string, std::size_t> by_domain_;
};

}  // namespace sahafa
