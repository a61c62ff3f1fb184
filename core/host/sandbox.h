// What a process gives up before it runs code that nobody vouches for: files, network, other
// processes, memory without end. It keeps one socket and what it needs to compute.
#pragma once

#include <cstddef>
#include <string>

namespace assay {

struct Sandbox {
  int channel;         // the one descriptor that may be read and written
  std::size_t memory;  // bytes that may be taken beyond what the process has
};

// Holds for the rest of the process's life; what is refused fails with EPERM, as if the user had
// not the right. Closes all descriptors but that and 0 to 2. Returns what the kernel would not
// do, as a clause, or nothing; the rest is in force then. REQUIRES: a single thread.
std::string enter(const Sandbox& sandbox);

}  // namespace assay
