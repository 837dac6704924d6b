// The web server of `serve`: one page, its parts and the JSON interface, read-only. Everything about HTTP is here; what is
// answered is routes.h.
#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "tools/serve/workers.h"

namespace sahafa::tools {

struct ServerOptions {
  std::string address = "127.0.0.1";
  int port = 8080;  ///< 0: one that is free
  WorkLimits limits;
};

class Server {
 public:
  /// Binds. Call it before any thread is started (workers.h). Throws Error: usage when the address cannot be had.
  Server(const std::filesystem::path& corpus, const ServerOptions& options);
  ~Server();

  /// "http://127.0.0.1:8080/".
  std::string url() const;
  /// Serves until SIGINT or SIGTERM comes; what is being answered then has two seconds to end. Returns the signal.
  int run();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace sahafa::tools
