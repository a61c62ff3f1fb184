#include <algorithm>

#include "report/agreement_plots.h"
#include "report/agreement_report.h"
#include "report/agreement_words.h"

namespace assay {
namespace {

constexpr std::string_view kHead = R"(<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Agreement with marks</title>
<style>
:root { color-scheme: light dark; --page: #fbfbf9; --card: #ffffff; --text: #1d2126;
  --faint: #667080; --line: #dfe2e7; --score: #2468b0; --other: #8a93a0; --people: #b3721a;
  --good: #2c7a4b; --bad: #b63f2c; }
@media (prefers-color-scheme: dark) { :root { --page: #15171b; --card: #1c1f25; --text: #e6e9ed;
  --faint: #98a2af; --line: #313740; --score: #6cabec; --other: #7d8794; --people: #e0a551;
  --good: #63bd88; --bad: #e77c68; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1.5rem 4rem; max-width: 68rem; background: var(--page);
  color: var(--text); font: 15px/1.5 system-ui, sans-serif; }
h1 { font-size: 1.6rem; margin: 0 0 .3rem; }
h2 { font-size: 1.15rem; margin: 2.2rem 0 .6rem; }
p { margin: .2rem 0; max-width: 60rem; }
.faint, small { color: var(--faint); }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 8px;
  padding: 1rem 1.2rem; margin: .8rem 0; overflow-x: auto; }
.card h3 { font-size: 1rem; margin: 0 0 .4rem; }
.plots { display: flex; flex-wrap: wrap; gap: .8rem; margin-top: 1.6rem; }
.plots .card { flex: 1 1 22rem; margin: 0; }
.plots svg { display: block; margin: 0 auto; max-width: 100%; height: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th { text-align: left; font-weight: 600; color: var(--faint); font-size: .85rem; }
td, th { padding: .22rem .7rem .22rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
tr:last-child td { border-bottom: 0; }
.n { text-align: right; white-space: nowrap; }
.bar { white-space: nowrap; }
td.bar, th.bar { padding-left: 1rem; }
tr.question td { padding-top: .8rem; font-weight: 600; }
.key { display: inline-block; width: .7em; height: .7em; border-radius: 50%; margin: 0 .35em 0 0; }
.yes { color: var(--good); } .no { color: var(--bad); font-weight: 600; }
.asked { display: flex; flex-wrap: wrap; gap: 0 1.2rem; margin-top: .6rem; }
ul { margin: .3rem 0; padding-left: 1.2rem; }
details { border-top: 1px solid var(--line); padding: .5rem 0; }
details:first-of-type { border-top: 0; }
summary { cursor: pointer; }
blockquote { margin: .5rem 0; padding: .4rem .9rem; border-left: 3px solid var(--line);
  white-space: pre-wrap; overflow-wrap: anywhere; }
q { color: var(--score); } .near q { color: var(--people); }
svg { vertical-align: middle; overflow: visible; }
svg text { fill: var(--text); font: 12px system-ui, sans-serif; }
svg .tick { fill: var(--faint); font-size: 11px; } svg .label { fill: var(--faint); }
svg .share { font-size: 11px; } svg .count { font-size: 20px; font-weight: 600; } svg .name { font-size: 11px;
  paint-order: stroke; stroke: var(--card); stroke-width: 3px; }
.grid { stroke: var(--line); } .axis { stroke: var(--faint); stroke-opacity: .45; } .diagonal { stroke: var(--faint); stroke-dasharray: 4 4; }
.range { stroke: var(--score); stroke-width: 4; stroke-opacity: .35; stroke-linecap: round; }
.dot { fill: var(--other); } .dot.scores, .dot.criterion { fill: var(--score); }
.dot.markers { fill: var(--people); } .dot.flaw { fill: var(--bad); }
.calibration .dot { fill-opacity: .6; stroke: var(--card); }
.dot.median, .dot.mean { fill: var(--card); stroke: var(--other); stroke-width: 1.5; }
.same { fill: var(--score); } .apart { fill: var(--bad); }
.bar .back { fill: var(--line); } .bar .front { fill: var(--score); }
.key.scores { background: var(--score); } .key.markers { background: var(--people); }
.key.length { background: var(--other); }
.key.median, .key.mean { border: 1.5px solid var(--other); }
</style>
</head>
<body>
<h1>Agreement with marks</h1>
)";

// One open page; every value that goes into it is escaped here.
class HtmlPage {
 public:
  HtmlPage() : out_(kHead) {}
  void raw(std::string_view markup) { out_ += markup; }
  void element(std::string_view name, std::string_view content, std::string_view kind = {}) {
    open(name, kind);
    out_ += html(content);
    close(name);
  }
  void open(std::string_view name, std::string_view kind = {}) {
    out_ += "<" + std::string(name);
    if (!kind.empty()) out_ += " class=\"" + std::string(kind) + "\"";
    out_ += ">";
  }
  void close(std::string_view name) { out_ += "</" + std::string(name) + ">"; }
  void cell(std::string_view content) { element("td", content); }
  void number(std::string_view content) { element("td", content, "n"); }
  void number(std::size_t count) { number(std::to_string(count)); }
  void number(Figure figure) { number(written(figure)); }
  void head(std::initializer_list<std::string_view> columns, std::size_t numbers_from) {
    raw("<thead><tr>");
    std::size_t i = 0;
    for (const std::string_view column : columns) {
      element("th", column, i++ >= numbers_from ? "n" : "");
    }
    raw("</tr></thead>\n");
  }
  std::string finish() {
    raw("</body>\n</html>\n");
    return std::move(out_);
  }

 private:
  std::string out_;
};

void add_summary(HtmlPage& page, const Agreement& agreement) {
  for (const std::string& sentence : summary_of(agreement)) page.element("p", sentence, "faint");
  if (agreement.problems.empty() && agreement.falls.empty() && agreement.criterion_falls.empty()) {
    return;
  }
  page.raw("<ul>\n");
  for (const Fall& fall : agreement.falls) page.element("li", sentence_of(fall), "no");
  for (const Fall& fall : agreement.criterion_falls) page.element("li", sentence_of(fall));
  for (const std::string& problem : agreement.problems) page.element("li", problem, "no");
  page.raw("</ul>\n");
}

void add_aspect(HtmlPage& page, const Agreement& agreement, Aspect aspect) {
  const Comparisons& all = agreement.all.aspects[std::size_t(aspect)];
  if (all.empty()) return;
  const Comparisons* answered =
      agreement.without_blank ? &agreement.without_blank->aspects[std::size_t(aspect)] : nullptr;
  page.open("div", "card");
  page.open("h3");
  page.raw(title_of(aspect));
  page.element("small", " " + std::to_string(all.front().pairs) + " pairs");
  page.close("h3");

  page.raw("<table><thead><tr><th></th><th class=\"n\">scores</th><th class=\"n\">95 %</th>");
  if (answered) page.element("th", "without blank", "n");
  page.raw("<th></th>");
  for (const Comparison& one : all) {
    if (one.rater != Rater::scores) page.element("th", name_of(one.rater), "n");
  }
  page.raw("</tr></thead>\n");
  for (const Estimate& estimate : all.front().estimates) {
    const Measure measure = estimate.measure;
    page.raw("<tr><td title=\"" + html(explain(measure)) + "\">" + html(title_of(measure)) +
             "</td>");
    page.raw("<td class=\"n\"><strong>" + written(estimate.value) + "</strong></td>");
    page.number(written(estimate.interval));
    if (answered) {
      const Estimate* other = find(*answered, Rater::scores, measure);
      page.number(other ? other->value : Figure());
    }
    const bool plotted = measure != Measure::rmse && measure != Measure::smd;
    page.raw("<td>" + (plotted ? interval_plot(all, measure) : std::string()) + "</td>");
    for (const Comparison& one : all) {
      if (one.rater != Rater::scores) page.number(find(all, one.rater, measure)->value);
    }
    page.raw("</tr>\n");
  }
  page.raw("</table>\n");
  if (const std::vector<Asked> asked = asked_of(all); !asked.empty()) {
    page.open("p", "asked");
    for (const Asked& one : asked) {
      page.element("span", (one.reached ? "✓ " : "✗ ") + one.what, one.reached ? "yes" : "no");
    }
    page.element("small", "asked by Williamson, Xi and Breyer (2012)");
    page.close("p");
  }
  page.close("div");
  page.raw("\n");
}

void add_legend(HtmlPage& page, const Agreement& agreement) {
  page.open("p", "faint");
  for (const Rater rater : raters_of(agreement)) {
    page.raw("<span class=\"key " + std::string(name_of(rater)) + "\"></span>" +
             html(name_of(rater)) + ": " + html(explain(rater)) + ". ");
  }
  page.raw(
      "Lines run from -0.2 to 1 with ticks at 0, 0.5 and 1; intervals are 95 % percentile "
      "bootstrap. A dash is a figure that is not defined.");
  page.close("p");
}

void add_plots(HtmlPage& page, const Agreement& agreement) {
  const bool bands = !agreement.all.aspects[std::size_t(Aspect::bands)].empty();
  if (!bands && agreement.criteria.empty()) return;
  page.raw("<div class=\"plots\">\n");
  if (bands) {
    page.raw("<div class=\"card\"><h3>Confusion of bands</h3>" + confusion_plot(agreement) +
             "</div>\n");
  }
  if (!agreement.criteria.empty()) {
    page.raw("<div class=\"card\"><h3>Calibration by criterion</h3>" + calibration_plot(agreement) +
             "<p><small>Above the diagonal the grader is the more generous, below it the more "
             "severe.</small></p></div>\n");
  }
  page.raw("</div>\n");
}

void add_criteria(HtmlPage& page, const Agreement& agreement) {
  if (agreement.criteria.empty()) return;
  page.raw("<h2>By criterion</h2>\n<div class=\"card\"><table>\n");
  page.raw(
      "<thead><tr><th>Criterion</th><th class=\"n\">n</th><th class=\"n\">marked</th>"
      "<th class=\"n\">scored</th><th class=\"n\">agreement</th><th class=\"n\">kappa</th>"
      "<th class=\"n\">95 %</th><th class=\"bar\">precision</th><th "
      "class=\"bar\">recall</th></tr></thead>\n");
  const std::string* question = nullptr;
  for (const CriterionAgreement& one : agreement.criteria) {
    if (!question || *question != one.question) {
      page.raw("<tr class=\"question\"><td colspan=\"9\">" + html(one.question) + "</td></tr>\n");
    }
    question = &one.question;
    const auto estimate = [&](Measure measure) {
      return *find(one.comparisons, Rater::scores, measure);
    };
    page.raw("<tr><td title=\"" + html(one.says) + "\">" + html(one.id) +
             (one.flaw ? " <small>flaw</small>" : "") + "</td>");
    page.number(one.counts.total());
    page.number(one.counts.both + one.counts.marked);
    page.number(one.counts.both + one.counts.scored);
    page.number(estimate(Measure::agreement).value);
    page.number(estimate(Measure::kappa).value);
    page.number(written(estimate(Measure::kappa).interval));
    for (const Measure measure : {Measure::precision, Measure::recall}) {
      page.raw("<td class=\"bar\">" + share_bar(estimate(measure).value) + "</td>");
    }
    page.raw("</tr>\n");
  }
  page.raw("</table></div>\n");
}

void add_rules(HtmlPage& page, const Agreement& agreement) {
  if (agreement.rules.empty()) return;
  std::vector<RuleAgreement> rules = agreement.rules;
  std::stable_sort(rules.begin(), rules.end(), [](const RuleAgreement& a, const RuleAgreement& b) {
    return a.wrong + a.missed > b.wrong + b.missed;
  });
  page.raw(
      "<h2>Rules</h2>\n<p class=\"faint\">The most often wrong first. Decisive: its words are "
      "evidence of what was met; right and wrong: marks that agree with that or do not. Near: "
      "it came nearest where nothing was met; missed: marks that say it should have held."
      "</p>\n<div class=\"card\"><table>\n");
  page.head({"Rule", "decisive", "right", "wrong", "near", "missed"}, 1);
  for (const RuleAgreement& rule : rules) {
    page.raw("<tr>");
    page.cell(rule.question + ": " + rule.rule);
    for (const std::size_t count :
         {rule.decisive, rule.right, rule.wrong, rule.near, rule.missed}) {
      page.number(count);
    }
    page.raw("</tr>\n");
  }
  page.raw("</table></div>\n");
}

void add_difference(HtmlPage& page, const Disagreement& in, const Difference& one) {
  page.open("li", one.scored ? "" : "near");
  page.raw("<strong>" + html(one.id) + "</strong> " + html(verdict_of(one)));
  for (const Span span : one.spans) {
    page.raw(" <q>" + html(std::string_view(in.text).substr(span.begin, span.size())) + "</q>");
  }
  if (!one.rule.empty()) {
    page.element("small", std::string(one.scored ? " by " : " nearly: ") + one.rule +
                              (one.why.empty() ? "" : ": " + one.why));
  }
  if (!one.says.empty()) page.raw("<br><small>" + html(one.says) + "</small>");
  page.close("li");
}

void add_disagreements(HtmlPage& page, const Agreement& agreement) {
  if (agreement.disagreements.empty()) return;
  page.element("h2", "Disagreements");
  page.element("p",
               std::to_string(agreement.disagreeing) + " of " +
                   std::to_string(agreement.all.answers) + " answers, worst first" +
                   (agreement.disagreements.size() < agreement.disagreeing
                        ? "; the first " + std::to_string(agreement.disagreements.size())
                        : "") +
                   ".",
               "faint");
  page.raw("<div class=\"card\">\n");
  for (const Disagreement& one : agreement.disagreements) {
    page.raw("<details><summary><strong>" + html(one.id) + "</strong> <small>" +
             html(one.question) + "</small> " + html(verdict_of(one)) + "</summary>\n<ul>\n");
    for (const Difference& difference : one.differences) add_difference(page, one, difference);
    page.raw("</ul>\n");
    page.element("blockquote", one.text);
    page.raw("</details>\n");
  }
  page.raw("</div>\n");
}

}  // namespace

std::string agreement_html(const Agreement& agreement) {
  HtmlPage page;
  add_summary(page, agreement);
  page.raw("<h2>In all</h2>\n");
  for (const Aspect aspect : {Aspect::criteria, Aspect::flaws, Aspect::bands, Aspect::scores}) {
    add_aspect(page, agreement, aspect);
  }
  add_legend(page, agreement);
  add_plots(page, agreement);
  add_criteria(page, agreement);
  add_rules(page, agreement);
  add_disagreements(page, agreement);
  return page.finish();
}

}  // namespace assay
