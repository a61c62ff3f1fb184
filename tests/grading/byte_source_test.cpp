#include "grading/byte_source.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <string>
#include <thread>
#include <vector>

#include "host/temp_folder.h"

namespace assay {
namespace {

using Status = ByteSource::Status;
using testing::ElementsAre;

// The reading end of a pipe that yields `pieces`, one write each.
int pipe_with(std::vector<std::string> pieces) {
  std::signal(SIGPIPE, SIG_IGN);  // a source may be done before all is written
  int ends[2];
  if (::pipe(ends) != 0) return -1;
  std::thread([end = ends[1], pieces = std::move(pieces)] {
    for (const std::string& piece : pieces) {
      for (std::string_view left = piece; !left.empty();) {
        const ssize_t count = ::write(end, left.data(), left.size());
        if (count <= 0) break;
        left.remove_prefix(std::size_t(count));
      }
    }
    ::close(end);
  }).detach();
  return ends[0];
}

// All lines, "(too long)" in place of one that is.
std::vector<std::string> lines_of(std::vector<std::string> pieces,
                                  std::size_t limit = ByteSource::kLimit) {
  ByteSource source(pipe_with(std::move(pieces)), nullptr, limit);
  std::vector<std::string> lines;
  std::string_view line;
  for (Status status; (status = source.next_line(line)) != Status::end;) {
    lines.push_back(status == Status::got ? std::string(line) : "(too long)");
  }
  return lines;
}

TEST(ByteSource, DividesLines) {
  EXPECT_THAT(lines_of({"one\ntwo\n"}), ElementsAre("one", "two"));
  EXPECT_THAT(lines_of({"one\r\n\r\ntwo"}), ElementsAre("one", "", "two"));
  EXPECT_THAT(lines_of({"o", "ne\ntw", "o", "\nthree"}), ElementsAre("one", "two", "three"));
  EXPECT_THAT(lines_of({}), ElementsAre());
}

TEST(ByteSource, PassesOverAByteOrderMarkBeforeTheFirstLineOnly) {
  EXPECT_THAT(lines_of({"\xEF\xBB\xBF{}\n\xEF\xBB\xBF{}\n"}), ElementsAre("{}", "\xEF\xBB\xBF{}"));
  EXPECT_THAT(lines_of({"\xEF", "\xBB\xBF{}\n"}), ElementsAre("{}"));
  EXPECT_THAT(lines_of({"\xEF\xBB"}), ElementsAre("\xEF\xBB"));
}

TEST(ByteSource, PassesOverALineThatIsTooLong) {
  const std::string long_line(100'000, 'x');
  EXPECT_THAT(lines_of({"a\n" + long_line + "\nb\n"}, 1000), ElementsAre("a", "(too long)", "b"));
  EXPECT_THAT(lines_of({"a\n" + long_line}, 1000), ElementsAre("a", "(too long)"));
  EXPECT_THAT(lines_of({std::string(1000, 'x') + "\n"}, 1000), ElementsAre(std::string(1000, 'x')));
  EXPECT_THAT(lines_of({std::string(1001, 'x') + "\n"}, 1000), ElementsAre("(too long)"));
}

TEST(ByteSource, KeepsLinesOfAnySizeWhole) {
  std::vector<std::string> expected;
  std::string all;
  for (std::size_t size : {0, 1, 1000, 300'000, 2, 1'000'000, 3}) {
    expected.emplace_back(size, char('a' + size % 20));
    all += expected.back() + "\n";
  }
  EXPECT_EQ(lines_of({all}), expected);
}

TEST(ByteSource, ReadsTheRestWithItsByteOrderMark) {
  std::string bytes;
  ByteSource source(pipe_with({"\xEF\xBB\xBFOne row\r\n", "per order.\n"}));
  EXPECT_EQ(source.rest(bytes), Status::got);
  EXPECT_EQ(bytes, "\xEF\xBB\xBFOne row\r\nper order.\n");
}

TEST(ByteSource, RefusesARestThatIsTooLong) {
  std::string bytes;
  ByteSource source(pipe_with({std::string(5000, 'x')}), nullptr, 1000);
  EXPECT_EQ(source.rest(bytes), Status::too_long);
}

TEST(ByteSource, TellsAnObjectFromText) {
  const std::pair<const char*, bool> cases[] = {
      {R"({"id": 1})", true},
      {" \r\n\t{ \n \"id\"", true},
      {"\xEF\xBB\xBF{\"a\"", true},
      {"{}", true},
      {"{ merge }", false},
      {"One row", false},
      {"", false},
      {"{", false},
      {"[{}]", false},
  };
  for (const auto& [bytes, expected] : cases) {
    ByteSource source(pipe_with({bytes}));
    EXPECT_EQ(source.begins_with_object(), expected) << bytes;
    std::string rest;
    EXPECT_EQ(source.rest(rest), Status::got);
    EXPECT_EQ(rest, bytes) << "nothing is taken by looking";
  }
}

TEST(ByteSource, EndsWhenItIsStopped) {
  const StopFlag stop = true;
  ByteSource source(pipe_with({"one\n"}), &stop);
  std::string_view line;
  EXPECT_EQ(source.next_line(line), Status::end);
  std::string rest;
  EXPECT_EQ(source.rest(rest), Status::end);
}

TEST(ByteSource, TellsAReadThatFailed) {
  const TempFolder folder;
  ByteSource source(::open(folder.path().c_str(), O_RDONLY));
  std::string_view line;
  EXPECT_EQ(source.next_line(line), Status::failed);
  EXPECT_EQ(source.failure(), EISDIR);
}

TEST(OpenForReading, RefusesFoldersAndWhatIsNotThere) {
  const TempFolder folder;
  EXPECT_EQ(open_for_reading(folder.path()), -1);
  EXPECT_EQ(errno, EISDIR);
  EXPECT_EQ(open_for_reading(folder.path() / "none"), -1);
  EXPECT_EQ(errno, ENOENT);
}

}  // namespace
}  // namespace assay
