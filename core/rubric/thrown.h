// What comes out of code that is not ours.
#pragma once

#include <exception>
#include <new>
#include <optional>
#include <string>

namespace assay {

// What `call` threw, in words that follow a colon; nothing where it returned. An exception of any
// type ends here, while the library that made it is still loaded.
template <class Call>
std::optional<std::string> thrown_by(const Call& call) {
  try {
    call();
    return std::nullopt;
  } catch (const std::bad_alloc&) {
    return "ran out of memory";
  } catch (const std::exception& thrown) {
    return thrown.what();
  } catch (...) {
    return "something that is not a std::exception";
  }
}

}  // namespace assay
