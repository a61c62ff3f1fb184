// English words, British and American, in lower case without apostrophes.
#pragma once

#include <string_view>

namespace assay {

// `word` in lower case. False for what is empty or has anything but letters a to z. Thread-safe.
bool is_english_word(std::string_view word);

}  // namespace assay
