#include "host/log.h"

#include <spdlog/logger.h>
#include <spdlog/sinks/stdout_sinks.h>

#include <memory>

namespace assay {
namespace {

spdlog::logger make_logger() {
  spdlog::logger made("assay", std::make_shared<spdlog::sinks::stderr_sink_mt>());
  made.set_pattern("%n: %l: %v");
  made.set_level(spdlog::level::warn);
  return made;
}

// Never destroyed: what ends last may still log.
spdlog::logger& logger() {
  static spdlog::logger& only = *new spdlog::logger(make_logger());
  return only;
}

spdlog::level::level_enum level_of(LogLevel level) {
  switch (level) {
    case LogLevel::debug:
      return spdlog::level::debug;
    case LogLevel::info:
      return spdlog::level::info;
    case LogLevel::warn:
      return spdlog::level::warn;
    case LogLevel::error:
      break;
  }
  return spdlog::level::err;
}

}  // namespace

// As a finished text: what spdlog formats itself it compiles anew wherever it is asked to.
void log(LogLevel level, const std::string& text) {
  logger().log(level_of(level), spdlog::string_view_t(text));
}

bool is_logged(LogLevel level) { return logger().should_log(level_of(level)); }

void set_log_level(const std::string& name) { logger().set_level(spdlog::level::from_str(name)); }

}  // namespace assay
