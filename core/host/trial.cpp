#include "host/trial.h"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <string_view>
#include <utility>

#include "host/child.h"

namespace assay {
namespace {

using Clock = std::chrono::steady_clock;

// What a child sends: each step as '>' and its name, then '=' and the verdict, all ended by '\0'.
// A child that ends before its verdict was stopped at the last step it named.
constexpr char kStep = '>';
constexpr char kVerdict = '=';

void send(int pipe, char tag, std::string_view text) {
  if (!write_all(pipe, tag + std::string(text) + '\0')) ::_exit(1);
}

// An exception must not run on into a second copy of the caller.
[[noreturn]] void run_child(const Check& check, int pipe, pid_t parent) noexcept {
  set_apart(parent);
  send(pipe, kVerdict, check([pipe](const char* step) { send(pipe, kStep, step); }));
  ::_exit(0);  // neither the parent's nor the check's exit handlers
}

// Reads until the child has closed its end. False if `deadline` passed first.
bool read_until_closed(int pipe, Clock::time_point deadline, std::string& received) {
  char buffer[4096];
  while (true) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now());
    if (left.count() <= 0) return false;
    pollfd ready = {pipe, POLLIN, 0};
    const int polled = ::poll(&ready, 1, int(std::min<std::int64_t>(left.count(), 60'000)));
    if (polled == 0 || (polled < 0 && errno == EINTR)) continue;
    const ssize_t n = ::read(pipe, buffer, sizeof buffer);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return true;
    received.append(buffer, std::size_t(n));
  }
}

// Splits what a child sent. False if there is no verdict.
bool parse(std::string_view received, std::string& step, std::string& verdict) {
  for (std::size_t end; (end = received.find('\0')) != std::string_view::npos;) {
    const std::string_view text = received.substr(0, end);
    if (text.starts_with(kVerdict)) {
      verdict = text.substr(1);
      return true;
    }
    if (text.starts_with(kStep)) step = text.substr(1);
    received.remove_prefix(end + 1);
  }
  return false;
}

std::string in_seconds(std::chrono::milliseconds limit) {
  if (limit.count() % 1000 != 0) return std::to_string(limit.count()) + " ms";
  return std::to_string(limit.count() / 1000) + " s";
}

}  // namespace

Trial::Trial(const Check& check) {
  int pipe[2];
  if (::pipe2(pipe, O_CLOEXEC) != 0) {
    failure_ = errno;
    return;
  }
  const pid_t parent = ::getpid();
  child_ = ::fork();
  if (child_ < 0) {
    failure_ = errno;
    ::close(pipe[0]);
    ::close(pipe[1]);
    return;
  }
  if (child_ == 0) {
    ::close(pipe[0]);
    run_child(check, pipe[1], parent);
  }
  ::setpgid(child_, child_);  // whichever of the two comes first; the other fails harmlessly
  ::close(pipe[1]);
  pipe_ = pipe[0];
}

Trial::~Trial() {
  if (pipe_ < 0) return;
  ::close(pipe_);
  end_child(child_);
}

TrialResult Trial::end(std::chrono::milliseconds limit) {
  if (failure_ != 0) {
    return {false, std::string("could not be tried: ") + std::strerror(failure_)};
  }
  std::string received;
  const bool in_time = read_until_closed(pipe_, Clock::now() + limit, received);
  ::close(std::exchange(pipe_, -1));
  const std::string ended = end_child(child_);

  std::string step = "starting it";
  std::string verdict;
  if (parse(received, step, verdict)) return {true, verdict};
  const std::string end = in_time ? ended : "did not return within " + in_seconds(limit);
  return {false, end + " while " + step};
}

}  // namespace assay
