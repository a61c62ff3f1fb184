#include "report/output.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <fstream>
#include <iterator>
#include <system_error>

#include "host/temp_folder.h"

namespace assay {
namespace {

namespace fs = std::filesystem;

std::string bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::size_t files_in(const fs::path& folder) {
  return std::size_t(std::distance(fs::directory_iterator(folder), {}));
}

TEST(Output, ReplacesAFileOnlyOnceItIsCommitted) {
  const TempFolder folder;
  const fs::path file = folder.write("grades.csv", "old");
  ::chmod(file.c_str(), 0640);
  Output output(file);
  output.write("new");
  output.flush();
  EXPECT_EQ(bytes_of(file), "old");
  output.commit();
  EXPECT_EQ(bytes_of(file), "new");
  EXPECT_EQ(files_in(folder.path()), 1u);
  EXPECT_EQ(fs::status(file).permissions(), fs::perms(0640));
}

TEST(Output, LeavesNothingWithoutACommit) {
  const TempFolder folder;
  {
    Output output(folder.path() / "grades.csv");
    output.write(std::string(1'000'000, 'x'));
  }
  EXPECT_EQ(files_in(folder.path()), 0u);
}

TEST(Output, NeitherLeavesAFileNorTakesAStreamWhereOneIsClosed) {
  const TempFolder folder;
  for (const int stream : {0, 1}) {
    const int kept = ::dup(stream);
    ::close(stream);
    Output output(folder.path() / "grades.csv");
    const bool closed_still = ::fcntl(stream, F_GETFD) < 0;
    ::dup2(kept, stream);
    ::close(kept);
    EXPECT_TRUE(closed_still) << stream;
    output.write("new");
    output.commit();
    EXPECT_EQ(bytes_of(folder.path() / "grades.csv"), "new");
    EXPECT_EQ(files_in(folder.path()), 1u);
  }
}

TEST(Output, ReplacesWhatALinkPointsTo) {
  const TempFolder folder;
  const fs::path file = folder.write("grades.csv", "old");
  const fs::path link = folder.path() / "link.csv";
  fs::create_symlink("grades.csv", link);
  Output output(link);
  output.write("new");
  output.commit();
  EXPECT_TRUE(fs::is_symlink(link));
  EXPECT_EQ(bytes_of(file), "new");
}

TEST(Output, WritesToADeviceDirectly) {
  Output output("/dev/null");
  output.write("gone");
  output.commit();
  EXPECT_TRUE(fs::is_character_file("/dev/null"));
}

TEST(Output, NamesTheFileThatFailed) {
  const TempFolder folder;
  const fs::path file = folder.path() / "none/grades.csv";
  try {
    const Output output(file);
    FAIL() << "there is no such folder";
  } catch (const std::system_error& error) {
    EXPECT_EQ(error.code(), std::errc::no_such_file_or_directory);
    EXPECT_THAT(error.what(), testing::HasSubstr(file.string()));
  }
  Output full("/dev/full");
  full.write("x");
  EXPECT_THROW(full.commit(), std::system_error);
}

TEST(Output, NoticesAReaderThatWentAway) {
  std::signal(SIGPIPE, SIG_IGN);
  const TempFolder folder;
  int ends[2];
  ASSERT_EQ(::pipe(ends), 0);
  Output output("/dev/fd/" + std::to_string(ends[1]));
  ::close(ends[0]);
  output.write("x");
  EXPECT_FALSE(output.reader_gone());
  output.flush();
  EXPECT_TRUE(output.reader_gone());
  output.write("more");
  output.commit();
  ::close(ends[1]);
}

}  // namespace
}  // namespace assay
