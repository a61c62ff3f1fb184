// README.md shows real runs. A comment before a fenced block says where the block comes from:
//
//   <!-- answer: samples/x.md -->   the file's text
//   <!-- run: assay grade ... -->   what the command prints, run in the source folder
//   <!-- out -->                    the record that the `json` block before it earns
//
// ASSAY_UPDATE_GOLDEN=1 writes the first two anew.
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <regex>
#include <sstream>
#include <string>

#include "parsed_json.h"

namespace {

using assay::Json;

const std::string kSource = ASSAY_SOURCE_DIR;
const std::string kReadme = kSource + "/README.md";

std::string read(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  EXPECT_TRUE(file) << path;
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

std::string output_of(const std::string& command) {
  const std::string line = "cd '" + kSource + "' && " + command;
  std::FILE* pipe = ::popen(line.c_str(), "r");
  EXPECT_NE(pipe, nullptr) << line;
  std::string out;
  std::array<char, 4096> buffer;
  for (std::size_t n; (n = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;) {
    out.append(buffer.data(), n);
  }
  ::pclose(pipe);
  return out;
}

// "assay ..." as the program that was built, as on a terminal of 80 columns without colour.
std::string run(std::string command) {
  command.replace(0, std::string("assay").size(),
                  "env -u ASSAY_RUBRIC_PATH -u ASSAY_PLUGIN_PATH -u CLICOLOR_FORCE COLUMNS=80 "
                  "'" ASSAY_BINARY_DIR "/bin/assay'");
  return output_of(command);
}

std::string fenced(std::string text, const std::string& language) {
  while (!text.empty() && text.back() == '\n') text.pop_back();
  const std::string fence = text.find("```") == std::string::npos ? "```" : "````";
  return fence + language + "\n" + text + "\n" + fence + "\n";
}

// The README with the block behind each comment made anew.
std::string renewed(const std::string& readme) {
  static const std::regex kBlock(
      "<!-- (answer|run): ([^\n]*) -->\n\n(?:(````?)[a-z]*\n[^]*?\n\\3\n)?");
  std::string out;
  auto rest = readme.cbegin();
  for (std::sregex_iterator it(readme.begin(), readme.end(), kBlock), end; it != end; ++it) {
    const std::smatch& block = *it;
    out.append(rest, readme.cbegin() + block.position());
    const bool answer = block[1] == "answer";
    out += "<!-- " + block[1].str() + ": " + block[2].str() + " -->\n\n";
    out += answer ? fenced(read(kSource + "/" + block[2].str()), "markdown")
                  : fenced(run(block[2].str()), "text");
    rest = readme.cbegin() + block.position() + block.length();
  }
  return out.append(rest, readme.cend());
}

TEST(Readme, ShowsRealRuns) {
  const std::string readme = read(kReadme);
  const std::string now = renewed(readme);
  EXPECT_NE(now.find("<!-- run:"), std::string::npos);
  const char* update = std::getenv("ASSAY_UPDATE_GOLDEN");
  if (update != nullptr && *update != '\0') {
    std::ofstream(kReadme, std::ios::binary) << now;
  } else {
    EXPECT_EQ(readme, now) << "refresh with ASSAY_UPDATE_GOLDEN=1";
  }
}

TEST(Readme, ShowsTheRecordThatItsAnswerEarns) {
  const std::string readme = read(kReadme);
  static const std::regex kRecords(
      "```json\n([^]*?)\n```\n[^]*?<!-- out -->\n\n```json\n([^]*?)\n```\n");
  std::smatch records;
  ASSERT_TRUE(std::regex_search(readme, records, kRecords));
  const std::string in = testing::TempDir() + "readme-record.jsonl";
  std::ofstream(in) << records[1] << "\n";
  const std::string graded = run("assay grade --format jsonl '" + in + "'");
  Json out = Json::parse(graded).without("/rubric/hash");
  const Json shown = Json::parse(records[2].str()).without("/rubric/hash");
  // The README breaks off the criteria after the first; the hash changes with every edit.
  ASSERT_EQ(shown["criteria"].size(), 1u);
  while (out["criteria"].size() > 1) out = out.without("/criteria/1");
  EXPECT_EQ(shown, out) << out.dump();
}

}  // namespace
