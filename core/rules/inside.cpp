// in = "section" | "list" | "table" | "code" | "heading" | "quote", find = operand, titled = terms:
// the places of the operand that lie in such a part of the answer, with both of their ends.
#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "rules/kinds.h"
#include "rules/matches.h"
#include "rules/wording.h"

namespace assay {
namespace {

enum class Element { section, list, table, code, heading, quote };
constexpr std::array<std::string_view, 6> kElements = {"section", "list",    "table",
                                                       "code",    "heading", "quote"};
constexpr std::array<std::string_view, 6> kPhrases = {"under a heading of its own",
                                                      "in a list",
                                                      "in a table",
                                                      "in code",
                                                      "in a heading",
                                                      "in a quotation"};

class InsideRule final : public Rule {
 public:
  InsideRule(Element element, std::unique_ptr<Rule> operand, std::optional<TermSet> titled,
             std::string titled_source)
      : element_(element),
        operand_(std::move(operand)),
        titled_(titled),
        titled_source_(std::move(titled_source)) {}

  void find(const Reading& reading, std::vector<Match>& out) const override {
    for (const Match& match : reading.matches(*operand_)) {
      if (match.range.empty()) continue;  // what has no place is in no part
      if (holds(reading, match.range.first) && holds(reading, match.range.last - 1)) {
        out.push_back(match);
      }
    }
  }

  NearMiss near_miss(const Reading& reading) const override {
    const Matches matches = reading.matches(*operand_);
    const auto placed = std::find_if(matches.begin(), matches.end(),
                                     [](const Match& match) { return !match.range.empty(); });
    if (placed == matches.end()) {
      return matches.empty() ? operand_->near_miss(reading) : NearMiss{};
    }
    const std::string where(titled_ ? "in the part of the answer it belongs to"
                                    : kPhrases[std::size_t(element_)]);
    return {0.7, placed->range,
            quoted(reading.document(), placed->range) + " is there, but not " + where};
  }

  std::string describe() const override {
    std::string text =
        operand_->describe() + " in a " + std::string(kElements[std::size_t(element_)]);
    if (titled_) text += " titled " + titled_source_;
    return text;
  }

 private:
  bool holds(const Reading& reading, std::uint32_t token) const {
    const Document& document = reading.document();
    const BlockKind kind = document.blocks()[document.block_of(token)].kind;
    switch (element_) {
      case Element::section:
        return in_section(reading, token);
      case Element::list:
        return kind == BlockKind::list_item;
      case Element::table:
        return kind == BlockKind::table_row;
      case Element::code:
        return document.tokens()[token].in_code;
      case Element::heading:
        return kind == BlockKind::heading;
      case Element::quote:
        return kind == BlockKind::quote;
    }
    return false;
  }

  // The innermost section, or one around it.
  bool in_section(const Reading& reading, std::uint32_t token) const {
    const auto sections = reading.document().sections();
    std::uint32_t section = reading.document().section_of(token);
    for (; section != 0 && section != kNone; section = sections[section].parent) {
      if (!sections[section].tokens.contains(token)) continue;  // its title
      if (!titled_) return true;
      for (const TokenRange range : beginning_in(reading.find(*titled_), sections[section].title)) {
        if (range.last <= sections[section].title.last) return true;
      }
    }
    return false;
  }

  Element element_;
  std::unique_ptr<Rule> operand_;
  std::optional<TermSet> titled_;
  std::string titled_source_;
};

std::unique_ptr<Rule> build_inside(Arguments& arguments) {
  const auto element = Element(arguments.choice("in", kElements));
  std::unique_ptr<Rule> operand = arguments.rule("find");
  const std::optional<TermSet> titled = arguments.terms("titled", false);
  if (titled && element != Element::section) {
    arguments.refuse("titled", "only a section has a title; expected in = \"section\"");
    return nullptr;
  }
  if (!operand) return nullptr;
  return std::make_unique<InsideRule>(element, std::move(operand), titled,
                                      arguments.source("titled"));
}

}  // namespace

constinit const Kind kInKind{"in",
                             "an operand that holds in a section, list, table, code, "
                             "heading or quotation",
                             build_inside};

}  // namespace assay
