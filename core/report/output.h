// Where a report goes: standard output, or a file that is there whole or not at all.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace assay {

// Every failure but a reader that went away is a std::system_error that names the file.
class Output {
 public:
  // Standard output.
  Output();
  // A file. What is written goes to a new file in the same folder, which takes the place of `file`
  // in commit(); until then, and without commit() for ever, `file` is as it was. Where `file` is a
  // link, what it points to is replaced; where it is no regular file (a pipe, /dev/null), it is
  // written to directly. Leaves the descriptors of standard streams that are closed alone.
  explicit Output(const std::filesystem::path& file);
  // Removes what was not committed.
  ~Output();
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  void write(std::string_view bytes);
  // Hands what was written to the operating system.
  void flush();
  // All is written: makes it last. Once.
  void commit();

  // The reader of a pipe went away; nothing more is written, and that is no error.
  bool reader_gone() const { return reader_gone_; }
  int descriptor() const { return descriptor_; }

 private:
  [[noreturn]] void fail(int error) const;

  std::filesystem::path file_;       // empty: standard output
  std::filesystem::path temporary_;  // empty: nothing to rename
  int descriptor_ = 1;
  std::string buffer_;
  bool reader_gone_ = false;
};

}  // namespace assay
