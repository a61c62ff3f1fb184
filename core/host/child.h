// A forked child that runs code which may do anything to its process: what it is set apart by, and
// what became of it.
#pragma once

#include <sys/types.h>

#include <string>
#include <string_view>

namespace assay {

// In the child, first of all: a process group of its own, an end together with `parent`, no core
// file, no handlers that hide a crash, nothing to read or print to. Ends the process where `parent`
// is gone already.
void set_apart(pid_t parent);

// Kills the child and all it has started, waits for it, and says how it had ended by itself:
// "crashed (Segmentation fault)", "ended the process (exit code 3)". The answer is about the kill
// where the child was still running.
std::string end_child(pid_t child);

// All of `bytes`, however often it takes. False where the other end is gone.
bool write_all(int descriptor, std::string_view bytes);

}  // namespace assay
