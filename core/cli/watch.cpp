#include "cli/watch.h"

#include <poll.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <optional>
#include <stdexcept>
#include <system_error>

#include "bank/left_out_front_matter.h"
#include "cli/keyboard.h"
#include "grading/folder_watch.h"
#include "grading/regrader.h"
#include "report/change_text.h"
#include "report/page.h"

namespace assay {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

// A save is several events: what follows within kQuiet belongs to it, though not for ever.
constexpr milliseconds kQuiet{12};
constexpr milliseconds kLongestSave{60};
// How long an editor has to put back what it moved away.
constexpr milliseconds kAbsence{150};

// Ctrl-C and the like as something to poll, from here to the end of the process.
class EndSignals {
 public:
  EndSignals() {
    sigset_t signals;
    sigemptyset(&signals);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&signals, signal);
    ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    descriptor_ = ::signalfd(-1, &signals, SFD_CLOEXEC);
    if (descriptor_ < 0) throw std::system_error(errno, std::generic_category(), "signalfd");
  }
  ~EndSignals() { ::close(descriptor_); }
  EndSignals(const EndSignals&) = delete;
  EndSignals& operator=(const EndSignals&) = delete;
  int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
};

// Until something was saved: true; or it is time to end: false.
bool wait_for_save(FolderWatch& folders, const EndSignals& signals, Keyboard& keyboard) {
  std::optional<Clock::time_point> due;
  std::optional<Clock::time_point> latest;  // of a save that goes on
  for (;;) {
    pollfd sources[] = {{folders.descriptor(), POLLIN, 0},
                        {signals.descriptor(), POLLIN, 0},
                        {keyboard.descriptor(), POLLIN, 0}};
    int patience = -1;
    if (due) {
      const auto left = std::chrono::ceil<milliseconds>(*due - Clock::now());
      if (left.count() <= 0) return true;
      patience = int(left.count());
    }
    if (::poll(sources, 3, patience) < 0) {
      if (errno == EINTR) continue;
      throw std::system_error(errno, std::generic_category(), "poll");
    }
    if (sources[1].revents != 0) return false;
    if (sources[2].revents != 0 && keyboard.read_q()) return false;
    if (sources[0].revents == 0) continue;
    const Clock::time_point now = Clock::now();
    switch (folders.take_in()) {
      case FolderWatch::News::saved:
        if (!latest) latest = now + kLongestSave;
        due = std::min(now + kQuiet, *latest);
        break;
      case FolderWatch::News::gone:
        if (!due) due = now + kAbsence;
        break;
      case FolderWatch::News::none:
        break;
    }
  }
}

// What is wrong with rubrics, each time it is another thing.
class Mistakes {
 public:
  void tell_new(const Diagnostics& mistakes) {
    std::string all;
    for (const Diagnostic& mistake : mistakes) all += mistake.to_string();
    if (all != told_) tell(mistakes);
    told_ = std::move(all);
  }

 private:
  std::string told_;
};

void show_all(const std::vector<Regraded>& answers, Output& output, const WriterOptions& options) {
  const auto writer =
      make_text_writer([&output](std::string_view bytes) { output.write(bytes); }, options);
  for (const Regraded& answer : answers) writer->write(answer.now);
  writer->finish();
  output.write("\nWatching " + counted(double(answers.size()), "answer") + "; q ends it.\n");
  output.flush();
}

}  // namespace

int watch_answers(const std::vector<std::string>& files, const std::string& question,
                  const GraderOptions& grading, const Invocation& invocation) {
  if (std::find(files.begin(), files.end(), "-") != files.end()) {
    throw std::runtime_error("standard input cannot be watched; name a file");
  }
  Library library(invocation);
  if (!question.empty() && !library.rubrics.has(question)) {
    throw std::runtime_error(library.rubrics.find(question).error.message);
  }
  Regrader regrader(files,
                    {question, [&](std::string_view name) { return library.rubrics.has(name); },
                     grading.limits.record_bytes, invocation.stop},
                    library.rubrics, grading, leave_out_front_matter);
  FolderWatch folders({".md", ".markdown", ".txt", ".jsonl", ".ndjson", ".toml"});
  Output output;
  Mistakes mistakes;

  // Watched first and read then, so that no save falls between the two.
  std::vector<std::filesystem::path> watched;
  const auto grade = [&] {
    watched = regrader.folders();
    folders.watch(watched);
    std::vector<Regraded> changed = regrader.grade();
    mistakes.tell_new(library.rubrics.diagnostics());
    return changed;
  };
  show_all(grade(), output, writer_options(invocation, output));
  const EndSignals signals;
  if (invocation.stop->load()) return kClean;
  Keyboard keyboard;
  while (!output.reader_gone() && wait_for_save(folders, signals, keyboard)) {
    do {  // and again where that comes upon folders that were not watched yet
      for (const Regraded& answer : grade()) {
        output.write("\n" + change_text(answer, writer_options(invocation, output)));
      }
      output.flush();
    } while (watched != regrader.folders());
  }
  return kClean;
}

}  // namespace assay
