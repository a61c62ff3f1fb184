#include "lint/layout.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <toml++/toml.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace assay {
namespace {

std::string laid(const std::string& toml) {
  Diagnostics mistakes;
  const std::optional<std::string> layout = laid_out(toml, "q.toml", mistakes);
  EXPECT_TRUE(layout) << toml << (mistakes.empty() ? "" : mistakes[0].to_string());
  return layout.value_or("");
}

struct LayoutRow {
  const char* why;
  std::string written;
  std::string laid;
};

const std::string kLong = "\"" + std::string(90, 'x') + "\"";

TEST(Layout, IsOneForAll) {
  const LayoutRow rows[] = {
      {"blanks around values", "id=\"q\"\ntitle   =   'T'  \n", "id = \"q\"\ntitle = 'T'\n"},
      {"keys in the reference's order", "prompt = \"P\"\nid = \"q\"\n",
       "id = \"q\"\nprompt = \"P\"\n"},
      {"unknown keys behind the known", "zeta = 1\nid = \"q\"\nalpha = 2\n",
       "id = \"q\"\nzeta = 1\nalpha = 2\n"},
      {"criteria", "[[criterion]]\nany = [\"a\"]\nsays = \"S\"\nid = \"c\"\n",
       "[[criterion]]\nid = \"c\"\nsays = \"S\"\nany = [\"a\"]\n"},
      {"rules in one line", "any = [{points=1,within=\"clause\",near=[\"a\",\"b\"],id=\"x\"}]\n",
       "any = [{ id = \"x\", near = [\"a\", \"b\"], within = \"clause\", points = 1 }]\n"},
      {"a plugin's own keys as they were", "any = [{ zeta = 1, alpha = 2, kind = \"p.k\" }]\n",
       "any = [{ kind = \"p.k\", zeta = 1, alpha = 2 }]\n"},
      {"concepts as they were", "[concepts]\nzeta = \"a\"\nalpha = \"b\"\n",
       "[concepts]\nzeta = \"a\"\nalpha = \"b\"\n"},
      {"one blank line between tables",
       "id = \"q\"\n[bands]\ngreen = 1\n\n\n[about]\nterms = \"a\"\n",
       "id = \"q\"\n\n[bands]\ngreen = 1\n\n[about]\nterms = \"a\"\n"},
      {"none at either end", "\n\nid = \"q\"\n\n\n", "id = \"q\"\n"},
      {"none behind a header", "[bands]\n\n\ngreen = 1\n", "[bands]\ngreen = 1\n"},
      {"one within a table", "[concepts]\na = \"a\"\n\n\n\nb = \"b\"\n",
       "[concepts]\na = \"a\"\n\nb = \"b\"\n"},
      {"tables inside tables are moved in",
       "[[criterion]]\nid = \"c\"\n[[criterion.any]]\nwithin = \"clause\"\nnear = [\"a\", \"b\"]\n",
       "[[criterion]]\nid = \"c\"\n\n  [[criterion.any]]\n  near = [\"a\", \"b\"]\n"
       "  within = \"clause\"\n"},
      {"other line ends", "id = \"q\"\r\n[bands]\r\ngreen = 1\r\n",
       "id = \"q\"\n\n[bands]\ngreen = 1\n"},
      {"no end of the last line", "id = \"q\"", "id = \"q\"\n"},
      {"strings to the letter", "text = \"\"\"\n  a\n\n\n  b  \n\"\"\"\n",
       "text = \"\"\"\n  a\n\n\n  b  \n\"\"\"\n"},
  };
  for (const LayoutRow& row : rows) {
    EXPECT_EQ(laid(row.written), row.laid) << row.why;
    EXPECT_EQ(laid(row.laid), row.laid) << row.why;
  }
}

TEST(Layout, BreaksLongArrays) {
  const LayoutRow rows[] = {
      {"what fits stays", "a = [ \"a\",\"b\" ,]\n", "a = [\"a\", \"b\"]\n"},
      {"words fill lines", "a = [" + kLong + ", \"b\", \"c\"]\n",
       "a = [\n  " + kLong + ", \"b\",\n  \"c\",\n]\n"},
      {"a line that was begun stays begun", "a = [\"a\",\n\"b\", \"c\"]\n",
       "a = [\n  \"a\",\n  \"b\", \"c\",\n]\n"},
      {"rules have lines of their own", "a = [{ all = [" + kLong + "] }, \"b\", { met = \"c\" }]\n",
       "a = [\n  { all = [\n    " + kLong + ",\n  ] },\n  \"b\",\n  { met = \"c\" },\n]\n"},
      {"a rule breaks inside its arrays",
       "a = [{ near = [\"a\", " + kLong + "], within = \"clause\" }]\n",
       "a = [\n  { near = [\n    \"a\",\n    " + kLong + ",\n  ], within = \"clause\" },\n]\n"},
      {"and before what follows would be too long",
       "a = [{ near = [\"" + std::string(40, 'x') + "\", \"b\"], without = [\"" +
           std::string(40, 'y') + "\"] }]\n",
       "a = [\n  { near = [\"" + std::string(40, 'x') + "\", \"b\"], without = [\n    \"" +
           std::string(40, 'y') + "\",\n  ] },\n]\n"},
  };
  for (const LayoutRow& row : rows) {
    EXPECT_EQ(laid(row.written), row.laid) << row.why;
    EXPECT_EQ(laid(row.laid), row.laid) << row.why;
  }
}

TEST(Layout, KeepsComments) {
  const LayoutRow rows[] = {
      {"at the end of a line", "id = \"q\"     # why\n", "id = \"q\"  # why\n"},
      {"above a key, which it goes with", "# of the file\n\n# of P\nprompt = \"P\"\nid = \"q\"\n",
       "# of the file\n\nid = \"q\"\n# of P\nprompt = \"P\"\n"},
      {"what a file begins with stays first", "# of the file\nprompt = \"P\"\nid = \"q\"\n",
       "# of the file\nid = \"q\"\nprompt = \"P\"\n"},
      {"above a header", "id = \"q\"\n# of bands\n[bands]  # why\ngreen = 1\n",
       "id = \"q\"\n\n# of bands\n[bands]  # why\ngreen = 1\n"},
      {"apart from a header", "id = \"q\"\n\n# of nothing\n\n[bands]\ngreen = 1\n",
       "id = \"q\"\n\n# of nothing\n\n[bands]\ngreen = 1\n"},
      {"in an array", "a = [ # first\n\"a\", # second\n# third\n\"b\"\n# fourth\n]\n",
       "a = [\n  # first\n  \"a\",  # second\n  # third\n  \"b\",\n  # fourth\n]\n"},
      {"between keys it keeps apart what is on its sides",
       "[[criterion]]\nsays = \"S\"\n\n# here\n\nid = \"c\"\nany = [\"a\"]\n",
       "[[criterion]]\nsays = \"S\"\n\n# here\n\nid = \"c\"\nany = [\"a\"]\n"},
      {"behind the last line", "id = \"q\"\n# end\n", "id = \"q\"\n# end\n"},
      {"in an array with nothing in it", "a = [\n# none\n]\n", "a = [\n  # none\n]\n"},
      {"what only looks like one", "a = ['# no', \"# no\"]  # yes\n",
       "a = ['# no', \"# no\"]  # yes\n"},
  };
  for (const LayoutRow& row : rows) {
    EXPECT_EQ(laid(row.written), row.laid) << row.why;
    EXPECT_EQ(laid(row.laid), row.laid) << row.why;
  }
}

TEST(Layout, IsRefusedToWhatIsNoToml) {
  Diagnostics mistakes;
  EXPECT_FALSE(laid_out("id = \n", "q.toml", mistakes));
  ASSERT_EQ(mistakes.size(), 1u);
  EXPECT_EQ(mistakes[0].path, "q.toml");
  EXPECT_EQ(mistakes[0].line, 1u);
}

// --- Whatever a file holds.

rc::Gen<std::string> blanks() { return rc::gen::element<std::string>("", "", " ", "   ", "\t"); }

rc::Gen<std::string> scalar() {
  return rc::gen::element<std::string>("\"a\"", "'b # c'", "\"d \\\" ] e\"", "1", "0.5", "true",
                                       "\"\u00e4\u2013\"", "\"\"\"\nf\ng\"\"\"", "'''h'i'''",
                                       "\"merge|upsert ...5 @key\"",
                                       "\"" + std::string(50, 'x') + "\"");
}

std::string value_of(int depth) {
  const int kind = depth > 2 ? 0 : *rc::gen::inRange(0, 4);
  if (kind < 2) return *scalar();
  std::string out = kind == 2 ? "[" : "{";
  const int size = *rc::gen::inRange(0, 5);
  for (int i = 0; i < size; ++i) {
    if (kind == 2) {
      out += *rc::gen::element<std::string>("", " ", "\n", "\n\n", " # x\n", "\n# y\n# z\n  ");
      out += value_of(depth + 1);
      out += *rc::gen::element<std::string>("", " ", " # w\n");
      if (i + 1 < size || *rc::gen::arbitrary<bool>()) out += ",";
    } else {
      out += *blanks();
      out += (i > 0 ? "," : "") + *blanks();
      out += *rc::gen::element<std::string>("id", "near", "points", "kind", "zeta") +
             std::to_string(i);
      out += *blanks() + "=" + *blanks();
      // An inline table keeps to its line, but for the arrays in it.
      std::string value = value_of(depth + 1);
      if (value.find("\"\"\"") != value.npos && value.find('\n') != value.npos) value = "'v'";
      out += value;
    }
  }
  if (kind == 2) out += *rc::gen::element<std::string>("", " ", "\n", " # v\n", "\n  # u\n");
  return out + (kind == 2 ? "]" : *blanks() + "}");
}

std::string file_of() {
  std::string out = *rc::gen::element<std::string>("", "\n", "# top\n", "# top\n\n");
  const std::vector<std::string> headers = {"",           "[about]",       "[bands]",
                                            "[concepts]", "[[criterion]]", "[[criterion.any]]",
                                            "[[flaw]]",   "[[example]]"};
  for (std::size_t at = 0; at < headers.size(); ++at) {
    if (at > 0) {
      if (*rc::gen::arbitrary<bool>() && headers[at] != "[[criterion.any]]") continue;
      if (headers[at] == "[[criterion.any]]" && out.find("[[criterion]]") == out.npos) continue;
      out += *blanks() + headers[at];
      out += *rc::gen::element<std::string>("", " ", "  # why") + "\n";
    }
    const std::vector<std::string> keys = {"says", "id", "any", "zeta", "title", "\"quoted key\""};
    for (const std::string& key : keys) {
      if (*rc::gen::inRange(0, 3) == 0) continue;
      // Arrays of tables have a header of their own here.
      if (headers[at] == "[[criterion]]" && key == "any") continue;
      out +=
          *rc::gen::element<std::string>("", "", "\n", "\n\n\n", "# c\n", "\n# d\n\n", "  # e\n");
      out += *blanks() + key + *blanks() + "=" + *blanks() + value_of(0);
      out += *rc::gen::element<std::string>("", " ", " # f") + "\n";
    }
    out += *rc::gen::element<std::string>("", "\n", "# g\n", "\n# h\n\n");
  }
  return out;
}

TEST(LayoutProperties, AnyFileSaysTheSameAndIsLaidOutOnce) {
  int tried = 0;
  const bool holds = rc::check([&] {
    const std::string written = file_of();
    toml::table before;
    try {
      before = toml::parse(written);
    } catch (const toml::parse_error&) {
      RC_DISCARD("no TOML");
    }
    ++tried;
    Diagnostics mistakes;
    const std::optional<std::string> layout = laid_out(written, "q.toml", mistakes);
    if (!layout) {
      RC_LOG() << written << (mistakes.empty() ? "" : mistakes[0].to_string());
      RC_ASSERT(before.empty());
      return;
    }
    RC_LOG() << written << "\n----\n" << *layout;
    RC_ASSERT(toml::parse(*layout) == before);
    RC_ASSERT(laid_out(*layout, "q.toml", mistakes) == layout);
    for (const char* wrong : {" \n", "\t\n", "\n\n\n\n\n"}) {
      if (layout->find("\"\"\"") == layout->npos) RC_ASSERT(layout->find(wrong) == layout->npos);
    }
  });
  EXPECT_TRUE(holds);
  EXPECT_GT(tried, 50);
}

TEST(LayoutProperties, EveryRubricSaysTheSame) {
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(ASSAY_SOURCE_DIR "/rubrics")) {
    if (entry.path().extension() != ".toml") continue;
    std::ifstream in(entry.path(), std::ios::binary);
    const std::string written{std::istreambuf_iterator<char>(in), {}};
    const std::string layout = laid(written);
    EXPECT_TRUE(toml::parse(layout) == toml::parse(written)) << entry.path();
    EXPECT_EQ(laid(layout), layout) << entry.path();
  }
}

}  // namespace
}  // namespace assay
