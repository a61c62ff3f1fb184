# Writes generated/cli/build_configuration.h: compiler, libraries, sanitizers, and the commit where this
# is a checkout. Versions that a library does not tell are left out.
set(libraries "")
macro(built_with name version)
  if(NOT "${version}" MATCHES "^(0\\.0\\.0)?$")
    string(APPEND libraries ", ${name} ${version}")
  endif()
endmacro()
built_with(Boost "${Boost_VERSION_STRING}")
built_with(CLI11 "${CLI11_VERSION}")
built_with(ICU "${ICU_VERSION}")
if(PkgConfig_FOUND)
  pkg_check_modules(md4c QUIET md4c)
  pkg_check_modules(libseccomp QUIET libseccomp)
endif()
built_with(libseccomp "${libseccomp_VERSION}")
built_with(MD4C "${md4c_VERSION}")
built_with("nlohmann/json" "${nlohmann_json_VERSION}")
built_with(RE2 "${re2_VERSION}")
built_with(simdjson "${simdjson_VERSION}")
built_with(spdlog "${spdlog_VERSION}")
built_with("toml++" "${tomlplusplus_VERSION}")
string(REGEX REPLACE "^, " "" libraries "${libraries}")

# The commit that was configured; a further one configures anew. A tarball inside a checkout of
# something else has none.
set(checkout "")
find_package(Git QUIET)
if(Git_FOUND AND EXISTS ${PROJECT_SOURCE_DIR}/.git)
  execute_process(COMMAND ${GIT_EXECUTABLE} describe --always --tags --abbrev=12
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR} OUTPUT_VARIABLE checkout
    OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
  execute_process(COMMAND ${GIT_EXECUTABLE} rev-parse --git-path logs/HEAD
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR} OUTPUT_VARIABLE log
    OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
  if(log)
    get_filename_component(log ${log} ABSOLUTE BASE_DIR ${PROJECT_SOURCE_DIR})
    if(EXISTS ${log})
      set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${log})
    endif()
  endif()
endif()

file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/generated/cli/build_configuration.h CONTENT
"#define ASSAY_BUILD_COMPILER \"${CMAKE_CXX_COMPILER_ID} ${CMAKE_CXX_COMPILER_VERSION}\"
#define ASSAY_BUILD_SANITIZERS \"${ASSAY_SANITIZE}\"
#define ASSAY_BUILD_LIBRARIES \"${libraries}\"
#define ASSAY_BUILD_CHECKOUT \"${checkout}\"
")
