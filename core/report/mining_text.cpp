#include "report/mining_report.h"
#include "report/page.h"

namespace assay {
namespace {

std::string words_of(const MiningCandidate& candidate) {
  std::string out = "\"" + candidate.words.front() + "\"";
  if (candidate.words.size() > 1) out += " with \"" + candidate.words.back() + "\"";
  return out;
}

std::string share(std::size_t count, std::size_t of) {
  return std::to_string(count) + " of " + std::to_string(of);
}

class MiningPage {
 public:
  explicit MiningPage(const WriterOptions& options) : page_(out_, options.width, options.color) {}

  void add(const MinedCriterion& one) {
    if (!out_.empty()) page_.blank();
    const std::string name = one.id.empty() ? one.question : one.question + "." + one.id;
    page_.line(name + (one.flaw ? " (a flaw)" : ""), Ink::bold);
    page_.paragraph(one.says, Ink::faint);
    page_.paragraph(one.id.empty()
                        ? std::to_string(one.met) + " answers with the mean mark or more, " +
                              std::to_string(one.unmet) + " with less"
                        : std::to_string(one.met) + " answers marked " +
                              (one.flaw ? "committed" : "met") + ", " + std::to_string(one.unmet) +
                              " not",
                    Ink::faint);
    const std::string good = one.id.empty() ? "with better marks"
                             : one.flaw     ? "marked committed"
                                            : "marked met";
    const std::string bad = one.id.empty() ? "with weaker marks" : "others";
    add("No rule reads", "+", Ink::green, one.missing, good, bad);
    add("Rules read, and yet", "-", Ink::red, one.misleading, bad, good);
    if (one.missing.empty() && one.misleading.empty()) page_.paragraph("Nothing stands out.");
  }

  std::string finish() { return std::move(out_); }

 private:
  void add(const std::string& heading, std::string_view mark, Ink ink,
           const std::vector<MiningCandidate>& candidates, const std::string& side,
           const std::string& other) {
    if (candidates.empty()) return;
    page_.blank();
    page_.paragraph(heading + ":");
    for (const MiningCandidate& candidate : candidates) {
      std::string counts = share(candidate.with, candidate.with_of) + " " + side + ", " +
                           share(candidate.without, candidate.without_of) + " " + other;
      if (candidate.missed > 0) {
        counts += "; " + std::to_string(candidate.missed) + " of the " +
                  std::to_string(candidate.with) + " scored otherwise";
      }
      page_.item(mark, ink, words_of(candidate) + ": " + counts);
      for (const MinedQuotation& quotation : candidate.quotations) {
        page_.quote(quotation.text, quotation.spans, ink);
      }
    }
  }

  std::string out_;
  Page page_;
};

}  // namespace

std::string mining_text(const Mining& mining, const WriterOptions& options) {
  MiningPage page(options);
  for (const MinedCriterion& one : mining.criteria) page.add(one);
  return page.finish();
}

}  // namespace assay
