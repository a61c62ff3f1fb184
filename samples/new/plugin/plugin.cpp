// The plugin starter: one kind of rule, `starter.opening`. README.md says what it does for authors.
//
// Write a plugin only for what TOML cannot say. It includes assay/plugin.h and the standard
// library, opens no file, logs nothing, starts no threads, and keeps nothing from one answer to the
// next.
#include <assay/plugin.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace {

// A rule is made once, of one table in a rubric, and then used by many threads at once: all of its
// functions are const, and none may throw.
class Opening final : public assay::Rule {
 public:
  Opening(std::unique_ptr<assay::Rule> says, std::size_t sentences)
      : says_(std::move(says)), sentences_(sentences) {}

  // Appends every place where the rule holds: what is appended is what a student is shown. The
  // operand has sorted out by itself what the answer only denies, asks or quotes.
  void find(const assay::Reading& reading, std::vector<assay::Match>& out) const override {
    const std::uint32_t end = end_of_opening(reading.document());
    std::vector<assay::Match> found;
    says_->find(reading, found);
    std::ranges::copy_if(found, std::back_inserter(out), [end](const assay::Match& match) {
      return !match.range.empty() && match.range.last <= end;
    });
  }

  // Asked only where find() appends nothing: how near the answer came, and why not. 0 is not at
  // all, 1 would be met.
  assay::NearMiss near_miss(const assay::Reading& reading) const override {
    std::vector<assay::Match> found;
    says_->find(reading, found);
    if (found.empty()) return says_->near_miss(reading);
    return {0.8, found.front().range, "said, but not at the beginning"};
  }

  std::string describe() const override { return says_->describe() + " at the beginning"; }

 private:
  // The tokens of the opening are those before this one.
  std::uint32_t end_of_opening(const assay::Document& document) const {
    const auto sentences = document.sentences();
    if (sentences.empty()) return 0;
    return sentences[std::min(sentences_, sentences.size()) - 1].tokens.last;
  }

  std::unique_ptr<assay::Rule> says_;
  std::size_t sentences_;
};

// Reads the keys of the rule's table. A value of the wrong type is refused at its place in the file
// by itself, and so is a key that nobody has read; null only says that something was refused.
std::unique_ptr<assay::Rule> build_opening(assay::Arguments& arguments) {
  auto says = arguments.rule("says");
  const auto sentences = arguments.integer("sentences", 1, 20, 1);
  if (!says) return nullptr;
  return std::make_unique<Opening>(std::move(says), std::size_t(sentences));
}

class Kinds final : public assay::Plugin {
 public:
  std::span<const assay::Kind> kinds() const override { return kinds_; }

 private:
  std::array<assay::Kind, 1> kinds_ = {{
      {"opening", "something is said in the answer's first sentences", build_opening},
  }};
};

}  // namespace

ASSAY_PLUGIN(Kinds, "starter", "0.1.0")
