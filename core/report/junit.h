// JUnit XML, in the form that CI systems read: suites of cases.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace assay {

struct JunitCase {
  enum class Outcome : std::uint8_t { passed, failed, skipped, error };
  std::string name;
  Outcome outcome = Outcome::passed;
  std::string type;     // of a failure; may be empty
  std::string message;  // one line; empty where it passed
  std::string body;     // more lines: of a failure or an error; where it passed, what it wrote
};

// Whatever bytes it is given, what comes out is XML 1.0 in UTF-8.
class JunitReport {
 public:
  explicit JunitReport(std::string name) : name_(std::move(name)) {}
  // Suites stand in the order in which they were first named, their cases as they were added.
  void add(const std::string& suite, const JunitCase& one);
  std::string finish() const;

 private:
  struct Suite {
    std::string name;
    std::string cases;
    std::size_t counts[4] = {0, 0, 0, 0};  // by outcome
  };

  std::string name_;
  std::vector<Suite> suites_;
  std::map<std::string, std::size_t> index_;
};

}  // namespace assay
