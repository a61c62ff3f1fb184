// Runs a libFuzzer target without libFuzzer: over the files of the folders given, as they are and
// in mutations that are the same each time. Fails where there is no file, because then it shows
// nothing; a fault in the target ends the process.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

namespace fs = std::filesystem;

constexpr int kMutations = 20;              // a file
constexpr std::size_t kMutatedSize = 8192;  // of a file at most, to be done in seconds

std::vector<fs::path> files_below(const fs::path& folder) {
  std::vector<fs::path> files;
  if (!fs::exists(folder)) return files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

void run(const std::string& bytes) {
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
}

// One to eight changes: a byte replaced, a run left out, a run repeated elsewhere.
std::string mutated(std::string bytes, std::mt19937& random) {
  for (unsigned changes = 1 + random() % 8; changes > 0 && !bytes.empty(); --changes) {
    const std::size_t at = random() % bytes.size();
    const std::size_t run = std::min<std::size_t>(1 + random() % 64, bytes.size() - at);
    switch (random() % 3) {
      case 0:
        bytes[at] = char(random());
        break;
      case 1:
        bytes.erase(at, run);
        break;
      default:
        bytes.insert(random() % bytes.size(), bytes.substr(at, run));
    }
  }
  return bytes;
}

}  // namespace

int main(int argc, char** argv) {
  std::size_t inputs = 0;
  for (int i = 1; i < argc; ++i) {
    for (const fs::path& file : files_below(argv[i])) {
      std::ifstream in(file, std::ios::binary);
      const std::string bytes(std::istreambuf_iterator<char>(in), {});
      std::printf("%s\n", file.c_str());
      std::fflush(stdout);
      run(bytes);
      std::mt19937 random(std::uint32_t(bytes.size()));
      for (int m = 0; m < kMutations; ++m) run(mutated(bytes.substr(0, kMutatedSize), random));
      ++inputs;
    }
  }
  std::printf("%zu files\n", inputs);
  return inputs == 0;
}
