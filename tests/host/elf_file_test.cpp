// What is refused before the dynamic linker sees it: it would end the process.
#include "host/elf_file.h"

#include <elf.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>

#include "host/temp_folder.h"

namespace assay {
namespace {

namespace fs = std::filesystem;

class ElfFile : public ::testing::Test {
 protected:
  void SetUp() override {
    std::ifstream in(fs::path(ASSAY_BINARY_DIR) / "tests/plugins/sound.so", std::ios::binary);
    library_.assign(std::istreambuf_iterator<char>(in), {});
    ASSERT_GT(library_.size(), sizeof(Elf64_Ehdr));
  }
  std::string why_not(std::string_view bytes) {
    return why_not_a_library(folder_.write("library.so", bytes));
  }

  TempFolder folder_;
  std::string library_;
};

TEST_F(ElfFile, AcceptsAWholeLibrary) { EXPECT_EQ(why_not(library_), ""); }

// Section headers are for linkers and debuggers; some tools take them out.
TEST_F(ElfFile, AcceptsALibraryWithoutSectionHeaders) {
  Elf64_Ehdr header;
  library_.copy(reinterpret_cast<char*>(&header), sizeof header);
  header.e_shoff = 0;
  header.e_shnum = 0;
  header.e_shstrndx = 0;
  library_.replace(0, sizeof header, reinterpret_cast<const char*>(&header), sizeof header);
  EXPECT_EQ(why_not(library_), "");
}

TEST_F(ElfFile, RefusesEveryPrefixOfOne) {
  const std::size_t step = library_.size() / 200 + 1;
  for (std::size_t size = 0; size < library_.size(); size += step) {
    EXPECT_NE(why_not(library_.substr(0, size)), "") << size << " of " << library_.size();
  }
  EXPECT_NE(why_not(library_.substr(0, library_.size() - 1)), "");
}

TEST_F(ElfFile, SurvivesAnyByteOfItsHeaders) {
  const std::size_t headers = sizeof(Elf64_Ehdr) + 4 * sizeof(Elf64_Phdr);
  for (std::size_t at = 0; at < headers; ++at) {
    std::string bytes = library_;
    bytes[at] = char(~bytes[at]);
    const std::string why = why_not(bytes);
    if (at < SELFMAG) {
      EXPECT_THAT(why, ::testing::HasSubstr("no ELF file")) << at;
    }
  }
}

}  // namespace
}  // namespace assay
