// What sanitizers keep from being tried.
#pragma once

namespace assay {

// AddressSanitizer reads /proc whenever something is thrown or the process ends, and dies where
// that is refused, as it is in a worker.
#if defined(__SANITIZE_ADDRESS__)
inline constexpr bool kDiesInWorkers = true;
#else
inline constexpr bool kDiesInWorkers = false;
#endif

// Their shadow memory takes more address space than a process could be bounded to.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool kTakesAddressSpace = true;
#else
inline constexpr bool kTakesAddressSpace = false;
#endif

}  // namespace assay
