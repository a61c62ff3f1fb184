// What stands in the text but is said by others or taken back: speech in quotation marks, block
// quotes, struck-through words. A quoted term ("grain") is not speech.
#include "text/reading.h"

namespace assay {
namespace {

constexpr std::uint32_t kSpeechWords = 4;     // a stretch this long with a verb and a person
constexpr std::uint32_t kAfterVerbWords = 3;  // and this long after "says"
constexpr std::uint32_t kToSpeaker = 8;       // tokens from the speaker to the quotation mark

constexpr std::uint8_t kQuotes = kDoubleQuotesMark | kSingleQuotesMark;

// Who introduces the quotation that begins at i: the answer itself or somebody else.
enum class Speaker : std::uint8_t { unnamed, writer, other };

Speaker speaker_before(const Reading& r, std::uint32_t i) {
  bool speech = false;
  for (std::uint32_t at = i; at-- > r.first() && i - at <= kToSpeaker;) {
    if (r.lex(at) == Lexeme::i || r.lex(at) == Lexeme::we) return Speaker::writer;
    if (r.is(at, WordClass::speech_verb) && i - at <= 3) speech = true;
    if (r.gap(at) >= Gap::comma) break;
  }
  return speech ? Speaker::other : Speaker::unnamed;
}

// "\"Overwrite the partition, merge on the key\" is the answer on the flashcard."
bool is_cited(const Reading& r, std::uint32_t first, std::uint32_t last) {
  if (first != r.first() || last - first < kSpeechWords || !r.is_copula(last)) return false;
  for (std::uint32_t i = first; i < last; ++i) {
    if (r.is_auxiliary(i) || r.is(i, WordClass::verb)) return true;
  }
  return false;
}

bool is_speech(const Reading& r, std::uint32_t first, std::uint32_t last) {
  if (is_cited(r, first, last)) return true;
  const Speaker speaker = speaker_before(r, first);
  if (speaker == Speaker::writer) return false;
  const std::uint32_t words = last - first;
  if (speaker == Speaker::other) return words >= kAfterVerbWords;
  // Nobody introduces it, so it must sound spoken: "my screen is dead", and not "one row is a
  // play".
  bool verb = false;
  bool person = false;
  for (std::uint32_t i = first; i < last; ++i) {
    verb |= r.is_auxiliary(i) || r.is(i, WordClass::verb);
    person |= r.is_subject(i) || (r.is(i, WordClass::pronoun) && r.is(i, WordClass::determiner) &&
                                  r.lex(i) == Lexeme::none);
  }
  return words >= kSpeechWords && verb && person;
}

}  // namespace

void find_speech(Reading& r) {
  if ((r.all_marks() & (kStruckMark | kQuoteBlockMark | kDoubleQuotesMark)) == 0) return;
  for (std::uint32_t i = r.first(); i < r.last(); ++i) {
    if ((r.marks(i) & (kStruckMark | kQuoteBlockMark)) != 0) {
      r.lay(i, i + 1, Standing::quoted, kNone);
    }
  }
  for (std::uint32_t i = r.first(); i < r.last();) {
    const std::uint8_t quotes = r.marks(i) & kQuotes;
    std::uint32_t end = i + 1;
    while (end < r.last() && (r.marks(end) & kQuotes) == quotes) ++end;
    if ((quotes & kDoubleQuotesMark) != 0 && is_speech(r, i, end)) {
      r.lay(i, end, Standing::quoted, kNone);
    }
    i = end;
  }
}

}  // namespace assay
