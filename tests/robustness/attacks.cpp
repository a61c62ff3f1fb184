// Attacks by rewriting an answer.
#include <algorithm>
#include <cctype>
#include <random>
#include <regex>

#include "robustness/transformations.h"
#include "text/analyzer.h"

namespace assay {
namespace {

// What stands in sentences, divided further at colons, semicolons and dashes, so that each piece is
// one claim that can be put into a frame.
std::vector<std::string> claims(const std::string& answer) {
  Analyzer analyzer;
  const Document document = analyzer.analyze(answer);
  std::vector<std::string> out;
  for (const Sentence& sentence : document.sentences()) {
    const BlockKind kind = document.blocks()[sentence.block].kind;
    if (kind != BlockKind::paragraph && kind != BlockKind::list_item) continue;
    std::uint32_t first = sentence.tokens.first;
    for (std::uint32_t i = first + 1; i <= sentence.tokens.last; ++i) {
      if (i < sentence.tokens.last && document.tokens()[i].gap < Gap::colon) continue;
      std::string piece(document.original(document.span_of({first, i})));
      std::replace(piece.begin(), piece.end(), '\n', ' ');
      if (i - first >= 2) out.push_back(std::move(piece));
      first = i;
    }
  }
  return out;
}

// A capital that only began the sentence: not that of "I", "S3" or "Kafka's" acronyms.
std::string uncapitalised(std::string piece) {
  if (piece.size() > 2 && std::isupper(static_cast<unsigned char>(piece[0])) != 0 &&
      std::islower(static_cast<unsigned char>(piece[1])) != 0) {
    piece[0] = char(std::tolower(static_cast<unsigned char>(piece[0])));
  }
  return piece;
}

struct Frame {
  std::string_view before;
  std::string_view after;
};

// `own` frames what speaks of the writer ("I", "we", "our"): nobody says that others said that "I".
std::string framed(const std::string& answer, std::span<const Frame> frames, const Frame& own) {
  static const std::regex kWriter("\\b(I|we|We|our|Our|us|my|My)\\b");
  std::string out;
  std::size_t n = 0;
  for (const std::string& claim : claims(answer)) {
    const bool of_writer = std::regex_search(claim, kWriter);
    const Frame& frame = of_writer ? own : frames[n++ % frames.size()];
    out.append(frame.before).append(uncapitalised(claim)).append(frame.after).append(" ");
  }
  return out;
}

std::string denied(const std::string& answer) {
  static constexpr Frame kFrames[] = {{"It is not true that ", "."},
                                      {"I do not claim that ", "."},
                                      {"It would be wrong to say that ", "."},
                                      {"By no means do I think that ", "."}};
  return framed(answer, kFrames, {"It is not true that ", "."});
}

std::string asked(const std::string& answer) {
  static constexpr Frame kFrames[] = {
      {"Is it true that ", "?"}, {"Should one say that ", "?"}, {"Do you think that ", "?"}};
  return framed(answer, kFrames, {"Is it true that ", "?"});
}

std::string laid_in_other_mouths(const std::string& answer) {
  static constexpr Frame kFrames[] = {{"Some people say that ", "."},
                                      {"My former colleagues claimed that ", "."},
                                      {"It is often said that ", "."},
                                      {"The vendor argues that ", ", and I disagree."}};
  return framed(answer, kFrames, {"My predecessor used to say: \"", ".\""});
}

std::string shuffled(const std::string& answer) {
  std::vector<std::string> words;
  for (const std::string& claim : claims(answer)) {
    for (std::size_t begin = 0; begin < claim.size();) {
      const std::size_t end = std::min(claim.find(' ', begin), claim.size());
      if (end > begin) words.push_back(claim.substr(begin, end - begin));
      begin = end + 1;
    }
  }
  std::mt19937 random(7);  // NOLINT(cert-msc51-cpp): the same order in every run
  for (std::size_t i = words.size(); i > 1; --i) std::swap(words[i - 1], words[random() % i]);
  std::string out;
  for (const std::string& word : words) out.append(word).append(" ");
  return out;
}

}  // namespace

std::span<const Transformation> attacks() {
  static constexpr Transformation kAttacks[] = {{"denied", denied},
                                                {"asked", asked},
                                                {"in-other-mouths", laid_in_other_mouths},
                                                {"shuffled", shuffled}};
  return kAttacks;
}

}  // namespace assay
