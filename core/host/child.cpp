#include "host/child.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstring>

namespace assay {
namespace {

// Where the parent ignores SIGCHLD there is no status to be had; 0 then.
int wait_for(pid_t child) {
  int status = 0;
  while (::waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) return 0;
  }
  return status;
}

}  // namespace

void set_apart(pid_t parent) {
  ::setpgid(0, 0);  // so that the parent can end what the code may have started, too
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != parent) ::_exit(1);
  ::prctl(PR_SET_DUMPABLE, 0);  // a core_pattern that is a pipe ignores RLIMIT_CORE
  const rlimit no_core = {0, 0};
  ::setrlimit(RLIMIT_CORE, &no_core);
  // A sanitizer's or the program's own handler would hide the signal behind an exit code.
  for (int signal : {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTERM, SIGHUP}) {
    std::signal(signal, SIG_DFL);
  }
  std::signal(SIGINT, SIG_IGN);  // it is the parent that stops
  if (const int null = ::open("/dev/null", O_RDWR); null >= 0) {
    for (int fd : {0, 1, 2}) ::dup2(null, fd);
    if (null > 2) ::close(null);
  }
}

std::string end_child(pid_t child) {
  ::kill(-child, SIGKILL);
  const int status = wait_for(child);
  if (WIFSIGNALED(status)) {
    return std::string("crashed (") + ::strsignal(WTERMSIG(status)) + ")";
  }
  return "ended the process (exit code " + std::to_string(WEXITSTATUS(status)) + ")";
}

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(std::size_t(written));
  }
  return true;
}

}  // namespace assay
