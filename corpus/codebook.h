// The codebook: actors and frames as trees, with names and cues in French and Arabic; a TOML file that a
// researcher edits. It says what is looked for, and is used for claims, concepts and search; how claims are
// found is analysis/.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace sahafa {

/// Condition under which an ambiguous name counts for its actor.
struct Guard {
  std::vector<std::string> aliases;
  std::vector<std::string> requires_any;  ///< one of these must occur in the article
  std::vector<std::string> forbids_next;  ///< none of these may follow the name directly
};

struct Actor {
  std::string id;
  std::string parent;                                               ///< actor id or empty
  std::unordered_map<std::string, std::string> label;               ///< by language, en included
  std::unordered_map<std::string, std::vector<std::string>> names;  ///< by language: "fr", "ar"
  std::vector<Guard> guards;
};

struct Frame {
  std::string id;
  std::string parent;
  std::unordered_map<std::string, std::string> definition;         ///< by language
  std::unordered_map<std::string, std::string> label;              ///< by language
  std::unordered_map<std::string, std::vector<std::string>> cues;  ///< by language
};

/// Immutable after reading; may be used from several threads.
class Codebook {
 public:
  /// The codebook of the CNSS case, which comes with sahafa.
  static const Codebook& bundled();
  /// Throws Error(malformed), naming origin, line and remedy, when it is not valid.
  static Codebook read(std::string_view toml, std::string_view origin);
  static Codebook load(const std::filesystem::path& path);

  const std::vector<Actor>& actors() const { return actors_; }
  const std::vector<Frame>& frames() const { return frames_; }
  const Actor* find_actor(std::string_view id) const;
  const Frame* find_frame(std::string_view id) const;
  /// Hash of the file's bytes, hexadecimal: names the codebook in results.
  const std::string& hash() const { return hash_; }

 private:
  std::string hash_;
  std::vector<Actor> actors_;
  std::vector<Frame> frames_;
  std::unordered_map<std::string, std::size_t> actor_index_;
  std::unordered_map<std::string, std::size_t> frame_index_;
};

}  // namespace sahafa
