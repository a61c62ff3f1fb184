#include "host/elf_file.h"

#include <elf.h>
#include <link.h>

#include <cstdint>
#include <cstring>
#include <fstream>
#include <optional>
#include <system_error>
#include <vector>

namespace assay {
namespace {

namespace fs = std::filesystem;

using Header = ElfW(Ehdr);
using Segment = ElfW(Phdr);

// The header of this very program: what a library has to agree with.
std::optional<Header> own_header() {
  Header header;
  std::ifstream self("/proc/self/exe", std::ios::binary);
  if (!self.read(reinterpret_cast<char*>(&header), sizeof header)) return std::nullopt;
  return header;
}

// Bytes [offset, offset + size) lie in a file of `file_size` bytes; without overflow.
bool within(std::uint64_t offset, std::uint64_t size, std::uint64_t file_size) {
  return offset <= file_size && size <= file_size - offset;
}

std::string why_header_is_wrong(const Header& header) {
  const std::optional<Header> own = own_header();
  if (header.e_ident[EI_CLASS] != ELFCLASS32 && header.e_ident[EI_CLASS] != ELFCLASS64) {
    return "is damaged: its ELF header names no class";
  }
  if (own &&
      (header.e_ident[EI_CLASS] != own->e_ident[EI_CLASS] ||
       header.e_ident[EI_DATA] != own->e_ident[EI_DATA] || header.e_machine != own->e_machine)) {
    return "is built for another machine (ELF class " + std::to_string(header.e_ident[EI_CLASS]) +
           ", machine " + std::to_string(header.e_machine) + "), this one is class " +
           std::to_string(own->e_ident[EI_CLASS]) + ", machine " + std::to_string(own->e_machine);
  }
  if (header.e_type != ET_DYN) return "is an ELF file but not a shared library";
  if (header.e_phnum == 0 || header.e_phentsize != sizeof(Segment)) {
    return "is damaged: it has no segments to load";
  }
  return "";
}

std::string why_contents_are_wrong(std::ifstream& in, const Header& header, std::uint64_t size) {
  const std::string truncated =
      "is truncated: it is " + std::to_string(size) + " bytes long and its headers speak of more";
  const std::uint64_t segments_size = std::uint64_t(header.e_phnum) * sizeof(Segment);
  const std::uint64_t sections_size = std::uint64_t(header.e_shnum) * header.e_shentsize;
  if (!within(header.e_phoff, segments_size, size) ||
      !within(header.e_shoff, sections_size, size)) {
    return truncated;
  }
  std::vector<Segment> segments(header.e_phnum);
  in.seekg(std::streamoff(header.e_phoff));
  if (!in.read(reinterpret_cast<char*>(segments.data()), std::streamsize(segments_size))) {
    return truncated;
  }
  bool dynamic = false;
  for (const Segment& segment : segments) {
    if (segment.p_type == PT_DYNAMIC) dynamic = true;
    if (segment.p_type == PT_LOAD && !within(segment.p_offset, segment.p_filesz, size)) {
      return truncated;
    }
  }
  return dynamic ? "" : "is an ELF file but not a shared library";
}

}  // namespace

std::string why_not_a_library(const fs::path& file) {
  std::error_code error;
  const fs::file_status status = fs::status(file, error);
  if (!fs::exists(status)) return "does not exist";
  if (fs::is_directory(status)) return "is a folder";
  if (!fs::is_regular_file(status)) return "is not a regular file";
  const std::uint64_t size = fs::file_size(file, error);
  std::ifstream in(file, std::ios::binary);
  if (error || !in) return "cannot be read";

  unsigned char magic[SELFMAG] = {};
  in.read(reinterpret_cast<char*>(magic), sizeof magic);
  if (!in || std::memcmp(magic, ELFMAG, SELFMAG) != 0)
    return "is not a shared library (no ELF file)";
  // A header of the other class is shorter or longer, but all that is read of it before the classes
  // are compared stands at the same place in both.
  Header header = {};
  in.seekg(0);
  if (!in.read(reinterpret_cast<char*>(&header), sizeof header)) {
    return "is truncated: its ELF header is not complete";
  }
  if (std::string why = why_header_is_wrong(header); !why.empty()) return why;
  return why_contents_are_wrong(in, header, size);
}

}  // namespace assay
