// Records of any bytes are graded or become errors: one line of JSON a line of input, in order, the
// same whatever the number of threads.
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

#include "../grading/small_rubrics.h"
#include "../host/temp_folder.h"
#include "../parsed_json.h"
#include "grading/grader.h"
#include "grading/records.h"
#include "grading/submissions.h"
#include "host/plugins.h"
#include "report/writer.h"
#include "require.h"

namespace {

using namespace assay;

// Lines with anything in them; a byte order mark at the start of the file is nothing.
std::size_t records_in(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  std::size_t records = 0;
  while (!bytes.empty()) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    std::string_view line = bytes.substr(0, end);
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!is_blank(line)) ++records;
  }
  return records;
}

void require_result(const std::string& line) {
  try {
    const Json json = Json::parse(line);
    require(json.is_object() && json.contains("id"), "a line that is no result");
    require(json.contains("error") != json.contains("score"), "neither a result nor an error");
  } catch (const std::out_of_range&) {
    // A number that no double holds, kept as it was written: JSON, but not to this reader.
  } catch (const std::invalid_argument&) {
    require(false, "a line that is no JSON");
  }
}

std::string graded(const std::string& file, Grader& grader) {
  Submissions submissions({file}, {"", [](std::string_view) { return false; }});
  std::string out;
  const auto writer = make_jsonl_writer([&](std::string_view bytes) { out += bytes; });
  grade_stream([&](InputRecord& record) { return submissions.next(record); }, grader,
               [&](const GradedAnswer& one) { writer->write(one); });
  writer->finish();
  return out;
}

struct Bench {
  Bench() { folder.write("pack/runs.toml", rubric_toml("runs", "run|rerun")); }

  TempFolder folder;
  PluginHost plugins{{}};
  RubricLibrary library{{folder.path()}, plugins};
  Grader one{library, {1}};
  Grader two{library, {2}};
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static Bench bench;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::string file = bench.folder.write("records.jsonl", bytes).string();
  const std::string out = graded(file, bench.one);
  require(out == graded(file, bench.two), "two threads give other bytes");
  std::size_t lines = 0;
  for (std::size_t begin = 0; begin < out.size(); ++lines) {
    const std::size_t end = out.find('\n', begin);
    require(end != out.npos, "a line without an end");
    require_result(out.substr(begin, end - begin));
    begin = end + 1;
  }
  require(lines == records_in(bytes), "not one result a record");
  return 0;
}
