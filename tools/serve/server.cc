#include "tools/serve/server.h"

#include <fmt/format.h>
#include <httplib.h>
#include <sys/socket.h>

#include <array>
#include <atomic>
#include <csignal>
#include <optional>
#include <thread>

#include "corpus/codebook.h"
#include "corpus/corpus.h"
#include "corpus/hash.h"
#include "corpus/outlet.h"
#include "text/error.h"
#include "tools/serve/answer_cache.h"
#include "tools/serve/corpus_stamp.h"
#include "tools/serve/host_check.h"
#include "tools/serve/http.h"
#include "tools/serve/routes.h"
#include "tools/serve/web_page.h"

namespace sahafa::tools {
namespace {

// A thread holds one connection; connections are not kept, so this many clients are answered at once and more wait.
constexpr std::size_t kThreads = 256;
constexpr int kBacklog = 512;
constexpr std::size_t kCacheBytes = std::size_t{64} << 20;
constexpr std::size_t kMostPayload = std::size_t{64} << 10;
constexpr std::chrono::seconds kPatience{2};
constexpr std::chrono::milliseconds kLastWords{
    200};  // to send what is finished: httplib cuts it off when it stops

const httplib::Headers kHeaders = {
    {"Content-Security-Policy",
     "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src "
     "'self'; "
     "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"},
    {"X-Content-Type-Options", "nosniff"},
    {"X-Frame-Options", "DENY"},
    {"Referrer-Policy", "no-referrer"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Permissions-Policy", "camera=(), geolocation=(), microphone=()"},
};

// As a provider: httplib would compress a string with Brotli's slowest setting.
void send_body(httplib::Response& response, std::string_view type, SharedAnswer owner,
               std::string_view body) {
  if (body.empty()) return response.set_content("", std::string(type));
  response.set_content_provider(
      body.size(), std::string(type),
      [owner = std::move(owner), body](std::size_t offset, std::size_t length, httplib::DataSink& sink) {
        return sink.write(body.data() + offset, length);
      });
}

void send(httplib::Response& response, const SharedAnswer& answer) {
  response.status = answer->status;
  if (!answer->file.empty())
    response.set_header("Content-Disposition", fmt::format("attachment; filename=\"{}\"", answer->file));
  if (answer->status == 503) response.set_header("Retry-After", "5");
  send_body(response, answer->type, answer, answer->body);
}

void refuse(httplib::Response& response, int status, std::string_view message) {
  send(response, std::make_shared<const Answer>(make_failure(status, message)));
}

// Not as a body of known length: httplib would cut that into the parts that were asked for.
void refuse_range(httplib::Response& response) {
  const Answer answer = make_failure(400, "parts of a result are asked for with first and rows");
  response.status = answer.status;
  response.set_chunked_content_provider(answer.type,
                                        [body = answer.body](std::size_t, httplib::DataSink& sink) {
                                          sink.write(body.data(), body.size());
                                          sink.done();
                                          return true;
                                        });
}

// True when the client has the content already, and is told so.
bool is_known(const httplib::Request& request, httplib::Response& response, std::string_view content_id) {
  const std::string tag = fmt::format("\"{}\"", content_id);
  response.set_header("ETag", tag);
  response.set_header("Cache-Control", "no-cache");
  if (request.get_header_value("If-None-Match") != tag) return false;
  response.status = 304;
  return true;
}

std::optional<Request> read_request(const httplib::Request& request) {
  Request read{.path = request.path, .parameters = {}};
  for (const auto& [name, value] : request.params) {
    if (!read.parameters.emplace(name, value).second) return std::nullopt;
  }
  return read;
}

Answer describe(WorkFailure failure, const WorkLimits& limits) {
  switch (failure) {
    case WorkFailure::busy:
      return make_failure(503, "the server is busy; try again in a moment");
    case WorkFailure::too_slow:
      return make_failure(
          503,
          fmt::format(
              "this takes longer than the {} seconds that the server allows; narrow it with lang, outlet, "
              "from, to or where, or use the command line",
              limits.time.count() / 1000));
    case WorkFailure::stopped:
      return make_failure(503, "the server is being stopped");
    case WorkFailure::broken:
      break;
  }
  return make_failure(
      500,
      "the work ended without result, perhaps for want of memory; ask for less, or use the command line");
}

std::string message_for(int status) {
  switch (status) {
    case 405:
      return "the interface is read-only: GET and HEAD";
    case 413:
      return "a request needs no body";
    case 414:
      return "the address is too long";
    default:
      return "this is no request that the server understands";
  }
}

sigset_t stop_signals() {
  sigset_t signals;
  ::sigemptyset(&signals);
  ::sigaddset(&signals, SIGINT);
  ::sigaddset(&signals, SIGTERM);
  return signals;
}

}  // namespace

struct Server::Impl {
  Impl(std::filesystem::path corpus_directory, const ServerOptions& server_options);
  void bind();
  void listen();
  void answer(const httplib::Request& request, httplib::Response& response);
  void answer_file(const WebFile& file, const httplib::Request& request, httplib::Response& response);
  void answer_api(const httplib::Request& request, httplib::Response& response);
  Answer work(const Request& request);

  std::filesystem::path corpus;
  ServerOptions options;
  Workers workers;
  AnswerCache cache{kCacheBytes};
  httplib::Server http;
  int socket = -1;
  std::atomic<bool> ended = false;
};

Server::Impl::Impl(std::filesystem::path corpus_directory, const ServerOptions& server_options)
    : corpus(std::move(corpus_directory)),
      options(server_options),
      workers([directory = corpus](
                  std::string_view order) { return pack(answer_request(directory, unpack_request(order))); },
              options.limits) {
  http.new_task_queue = [] { return new httplib::ThreadPool(kThreads); };
  http.set_keep_alive_max_count(1);
  http.set_keep_alive_timeout(2);
  http.set_read_timeout(5);
  http.set_write_timeout(10);
  http.set_payload_max_length(kMostPayload);
  http.set_tcp_nodelay(true);
  http.set_default_headers(kHeaders);
  http.set_socket_options([this](int made) {
    const int yes = 1;
    ::setsockopt(made, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    socket = made;
  });
  const auto refuse_method = [](const httplib::Request&, httplib::Response& response) {
    response.set_header("Allow", "GET, HEAD");
    refuse(response, 405, message_for(405));
  };
  http.Get(".*", [this](const auto& request, auto& response) { answer(request, response); });
  http.Post(".*", refuse_method).Put(".*", refuse_method).Patch(".*", refuse_method);
  http.Delete(".*", refuse_method).Options(".*", refuse_method);
  http.set_error_handler([](const httplib::Request&, httplib::Response& response) {
    if (!response.has_header("Content-Type")) refuse(response, response.status, message_for(response.status));
  });
}

void Server::Impl::bind() {
  const bool bound = options.port == 0 ? (options.port = http.bind_to_any_port(options.address)) > 0
                                       : http.bind_to_port(options.address, options.port);
  if (!bound) {
    throw Error(
        ErrorCode::usage,
        fmt::format("{} port {}: cannot listen there; another program may do so: choose another --port, or 0 "
                    "for one that is free",
                    options.address, options.port));
  }
  ::listen(socket,
           kBacklog);  // again: httplib asks for a queue of five, which a class that starts at once overruns
}

void Server::Impl::answer(const httplib::Request& request, httplib::Response& response) {
  if (!is_host_allowed(request.get_header_value("Host"), options.address))
    return refuse(response, 421,
                  "this server answers under the name it was given; see `sahafa serve --help`");
  if (request.has_header("Range")) return refuse_range(response);
  if (const WebFile* const file = find_web_file(request.path)) return answer_file(*file, request, response);
  answer_api(request, response);
}

void Server::Impl::answer_file(const WebFile& file, const httplib::Request& request,
                               httplib::Response& response) {
  if (is_known(request, response, content_hash(file.content))) return;
  send_body(response, file.type, nullptr, file.content);
}

void Server::Impl::answer_api(const httplib::Request& request, httplib::Response& response) {
  const std::optional<Request> asked = read_request(request);
  if (!asked) return refuse(response, 400, "a parameter is given twice");
  const std::string stamp = corpus_stamp(corpus);
  const std::string key = stamp + pack(*asked);
  if (is_known(request, response, content_hash(key))) return;
  const SharedAnswer given = cache.get(key, [&] { return work(*asked); });
  if (given->status != 200) response.headers.erase("ETag");
  send(response, given);
}

Answer Server::Impl::work(const Request& request) {
  const auto result = workers.run(pack(request));
  if (const auto* failure = std::get_if<WorkFailure>(&result)) return describe(*failure, options.limits);
  return unpack_answer(std::get<std::string>(result));
}

void Server::Impl::listen() {
  http.listen_after_bind();
  ended = true;
}

Server::Server(const std::filesystem::path& corpus, const ServerOptions& options) {
  // What every request needs is read once, before the processes part.
  Codebook::bundled();
  OutletRegistry::bundled();
  impl_ = std::make_unique<Impl>(corpus, options);
  impl_->bind();
}

Server::~Server() = default;

std::string Server::url() const {
  const std::string& address = impl_->options.address;
  const bool is_v6 = address.find(':') != std::string::npos;
  return fmt::format("http://{}:{}/", is_v6 ? fmt::format("[{}]", address) : address, impl_->options.port);
}

int Server::run() {
  const sigset_t signals = stop_signals();
  ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);  // for the threads, too: they take over the mask
  const std::jthread listener([this] { impl_->listen(); });
  const timespec while_listening{0, 200'000'000};
  int signal = 0;
  while (signal <= 0 && !impl_->ended) signal = ::sigtimedwait(&signals, nullptr, &while_listening);
  impl_->workers.stop(kPatience);
  std::this_thread::sleep_for(kLastWords);
  impl_->http.stop();
  return signal;
}

}  // namespace sahafa::tools
