#include "host/sandbox.h"

#include <seccomp.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

namespace assay {
namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kShadowed = true;  // terabytes of address space are the sanitizer's own
#else
constexpr bool kShadowed = false;
#endif

// All that a computation asks of the kernel, with any arguments.
constexpr int kAllowed[] = {
    SCMP_SYS(brk),
    SCMP_SYS(munmap),
    SCMP_SYS(mremap),
    SCMP_SYS(madvise),
    SCMP_SYS(futex),
    SCMP_SYS(exit),
    SCMP_SYS(exit_group),
    SCMP_SYS(rt_sigreturn),
    SCMP_SYS(rt_sigaction),
    SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(sigaltstack),
    SCMP_SYS(clock_gettime),
    SCMP_SYS(clock_nanosleep),
    SCMP_SYS(nanosleep),
    SCMP_SYS(gettimeofday),
    SCMP_SYS(sched_yield),
    SCMP_SYS(getpid),
    SCMP_SYS(gettid),
    SCMP_SYS(getrandom),
    SCMP_SYS(restart_syscall),
    SCMP_SYS(sched_getaffinity),
};

void close_others(const Sandbox& sandbox) {
  const unsigned kept = unsigned(sandbox.channel);
  if (kept > 3) ::close_range(3, kept - 1, 0);
  ::close_range(std::max(3u, kept + 1), ~0u, 0);
}

std::size_t address_space() {
  std::size_t pages = 0;
  if (std::FILE* file = std::fopen("/proc/self/statm", "re")) {
    if (std::fscanf(file, "%zu", &pages) != 1) pages = 0;
    std::fclose(file);
  }
  return pages * std::size_t(::sysconf(_SC_PAGESIZE));
}

std::string bound_memory(std::size_t more) {
  if (kShadowed) return {};
  const std::size_t now = address_space();
  const rlimit limit = {now + more, now + more};
  if (now > 0 && ::setrlimit(RLIMIT_AS, &limit) == 0) return {};
  return "memory cannot be bounded";
}

std::string filter_calls(const Sandbox& sandbox) {
  const std::unique_ptr<void, void (*)(scmp_filter_ctx)> filter(
      ::seccomp_init(SCMP_ACT_ERRNO(EPERM)), ::seccomp_release);
  int error = filter ? 0 : -ENOMEM;
  const auto allow = [&](int call, auto... conditions) {
    if (error == 0) {
      error = ::seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, call, sizeof...(conditions),
                                 conditions...);
    }
  };
  for (const int call : kAllowed) allow(call);
  const auto is = [](unsigned argument, std::uint64_t value) {
    return scmp_arg_cmp{argument, SCMP_CMP_EQ, value, 0};
  };
  allow(SCMP_SYS(read), is(0, std::uint64_t(sandbox.channel)));
  allow(SCMP_SYS(write), is(0, std::uint64_t(sandbox.channel)));
  // abort() sends its signal to itself.
  allow(SCMP_SYS(tgkill), is(0, std::uint64_t(::getpid())));
  // Memory, but no files in it and no new code.
  const auto no_code = scmp_arg_cmp{2, SCMP_CMP_MASKED_EQ, PROT_EXEC, 0};
  allow(SCMP_SYS(mprotect), no_code);
  allow(SCMP_SYS(mmap), no_code, scmp_arg_cmp{3, SCMP_CMP_MASKED_EQ, MAP_ANONYMOUS, MAP_ANONYMOUS});
  if (error == 0) error = ::seccomp_load(filter.get());
  if (error == 0) return {};
  return std::string("calls to the kernel cannot be refused: ") + std::strerror(-error);
}

}  // namespace

std::string enter(const Sandbox& sandbox) {
  std::string missing = bound_memory(sandbox.memory);
  close_others(sandbox);
  const std::string unfiltered = filter_calls(sandbox);
  if (!unfiltered.empty()) missing += (missing.empty() ? "" : ", ") + unfiltered;
  return missing;
}

}  // namespace assay
