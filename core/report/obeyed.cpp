#include "report/obeyed.h"

namespace assay {

std::size_t obeyed(std::string_view bytes) {
  const auto at = [&](std::size_t i) {
    return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0u;
  };
  switch (at(0)) {
    case 0xC2:  // U+0080 to U+009F
      return at(1) >= 0x80 && at(1) < 0xA0 ? 2 : 0;
    case 0xD8:  // U+061C
      return at(1) == 0x9C ? 2 : 0;
    case 0xE2: {
      const unsigned last = at(2);
      const bool mark = at(1) == 0x80 && (last == 0x8E || last == 0x8F);     // U+200E, U+200F
      const bool embedding = at(1) == 0x80 && last >= 0xAA && last <= 0xAE;  // U+202A to U+202E
      const bool isolate = at(1) == 0x81 && last >= 0xA6 && last <= 0xA9;    // U+2066 to U+2069
      return mark || embedding || isolate ? 3 : 0;
    }
    case 0x7F:
      return 1;
    default:
      break;
  }
  const bool control = !bytes.empty() && at(0) < 0x20;
  return control && at(0) != '\t' && at(0) != '\n' && at(0) != '\r' ? 1 : 0;
}

}  // namespace assay
