#include "rubric/source_text.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>

#include "text/utf8.h"

namespace assay {
namespace {

constexpr std::size_t kUnknownSize = 1 << 14;

Diagnostic whole_file(const std::filesystem::path& path, std::string message,
                      std::string expected = {}) {
  return {path.string(), 0, 0, std::move(message), std::move(expected), {}};
}

}  // namespace

SourceText::SourceText(std::string bytes, std::string path)
    : bytes_(std::move(bytes)), path_(std::move(path)), line_begins_{0} {
  for (std::size_t i = 0; (i = bytes_.find('\n', i)) != std::string::npos;) {
    line_begins_.push_back(++i);
  }
}

std::string_view SourceText::line(std::uint32_t number) const {
  if (number == 0 || number > line_begins_.size()) return {};
  const std::size_t begin = line_begins_[number - 1];
  const std::size_t end = number < line_begins_.size() ? line_begins_[number] : bytes_.size();
  std::string_view line = bytes().substr(begin, end - begin);
  while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.remove_suffix(1);
  return line;
}

std::optional<std::uint32_t> SourceText::find_long_line() const {
  for (std::uint32_t number = 1; number <= line_begins_.size(); ++number) {
    if (line(number).size() > kLongestLine) return number;
  }
  return std::nullopt;
}

std::size_t SourceText::offset_of(Place place) const {
  if (place.line == 0 || place.line > line_begins_.size()) return bytes_.size();
  std::size_t at = line_begins_[place.line - 1];
  for (std::uint32_t column = 1; column < place.column && at < bytes_.size(); ++column) {
    do {
      ++at;
    } while (at < bytes_.size() && U8_IS_TRAIL(std::uint8_t(bytes_[at])));
  }
  return at;
}

Place SourceText::place_of(std::size_t offset) const {
  const auto after = std::upper_bound(line_begins_.begin(), line_begins_.end(), offset);
  const std::size_t begin = *(after - 1);
  const auto column =
      std::count_if(bytes_.begin() + std::ptrdiff_t(begin), bytes_.begin() + std::ptrdiff_t(offset),
                    [](char byte) { return !U8_IS_TRAIL(std::uint8_t(byte)); });
  return {std::uint32_t(after - line_begins_.begin()), std::uint32_t(column) + 1};
}

Diagnostic SourceText::diagnose(Place place, std::string message, std::string expected) const {
  return {path_,
          place.line,
          place.column,
          std::move(message),
          std::move(expected),
          std::string(line(place.line).substr(0, kLongestLine))};
}

std::optional<std::string> read_source(const std::filesystem::path& path, Diagnostics& diagnostics,
                                       std::size_t largest) {
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  if (!std::filesystem::exists(status)) {
    diagnostics.push_back(whole_file(path, "there is no such file"));
    return std::nullopt;
  }
  if (std::filesystem::is_directory(status)) {
    diagnostics.push_back(whole_file(path, "this is a folder", "a file, <id>.toml"));
    return std::nullopt;
  }
  // Room for what the file says it has, and one byte more, so that one read comes upon its end.
  const std::uintmax_t said = std::filesystem::file_size(path, error);
  std::size_t room =
      error || said == 0 ? kUnknownSize : std::size_t(std::min<std::uintmax_t>(said, largest)) + 1;
  errno = 0;
  std::ifstream file(path, std::ios::binary);
  std::string bytes;
  for (std::size_t filled = 0; file;) {
    bytes.resize(filled + room);
    file.read(bytes.data() + filled, std::streamsize(room));
    filled += std::size_t(file.gcount());
    bytes.resize(filled);
    if (filled > largest) break;
    room = std::min(std::max(filled, kUnknownSize), largest + 1 - filled);
  }
  if (!file.is_open() || file.bad()) {
    diagnostics.push_back(
        whole_file(path, std::string("the file cannot be read: ") + std::strerror(errno)));
    return std::nullopt;
  }
  if (bytes.size() > largest) {
    diagnostics.push_back(
        whole_file(path, "the file is larger than " + std::to_string(largest >> 20) + " MiB"));
    return std::nullopt;
  }
  return bytes;
}

std::optional<std::size_t> find_invalid_utf8(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    const auto [character, length] = decode(bytes, at);
    if (character < 0) return at;
    at += length;
  }
  return std::nullopt;
}

}  // namespace assay
