# One library a folder, one set of warnings for everything that is ours.

add_library(sahafa_options INTERFACE)
target_compile_features(sahafa_options INTERFACE cxx_std_20)
target_compile_options(
  sahafa_options
  INTERFACE "$<BUILD_INTERFACE:-Wall;-Wextra;-Wpedantic;-Werror;-Wshadow;-Wconversion;-Wnon-virtual-dtor;-Wold-style-cast>")
# g++ 12 sees overlapping copies in `"literal" + std::string` where there are none (GCC bug 105651).
target_compile_options(sahafa_options INTERFACE $<BUILD_INTERFACE:$<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>>)
# clang 19 sees that stable_sort of libstdc++ 12 uses a function which that library itself calls deprecated.
target_compile_options(sahafa_options INTERFACE $<BUILD_INTERFACE:$<$<CXX_COMPILER_ID:Clang>:-Wno-deprecated-declarations>>)
if(SAHAFA_SANITIZE)
  target_compile_options(sahafa_options INTERFACE -fsanitize=${SAHAFA_SANITIZE} -fno-omit-frame-pointer
                                                  -fno-sanitize-recover=all)
  target_link_options(sahafa_options INTERFACE -fsanitize=${SAHAFA_SANITIZE})
endif()
if(SAHAFA_FUZZ)
  target_compile_options(sahafa_options INTERFACE -fsanitize=fuzzer-no-link)
endif()

# sahafa_library(NAME SOURCES file... [LINK public...] [PRIVATE_LINK private...]): target sahafa_NAME, alias sahafa::NAME.
function(sahafa_library name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINK;PRIVATE_LINK" ${ARGN})
  add_library(sahafa_${name} STATIC ${ARG_SOURCES})
  add_library(sahafa::${name} ALIAS sahafa_${name})
  set_target_properties(sahafa_${name} PROPERTIES EXPORT_NAME ${name} POSITION_INDEPENDENT_CODE ON
                                                  CXX_EXTENSIONS OFF)
  target_include_directories(sahafa_${name} PUBLIC $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}>
                                                   $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}/sahafa>)
  target_link_libraries(sahafa_${name} PUBLIC sahafa_options ${ARG_LINK} PRIVATE ${ARG_PRIVATE_LINK})
endfunction()

# sahafa_embed(TARGET SYMBOL FILE): the bytes of FILE as `extern const std::string_view SYMBOL` in namespace sahafa,
# so that the program needs no data folder at run time.
function(sahafa_embed target symbol file)
  set(out ${CMAKE_CURRENT_BINARY_DIR}/${symbol}.cc)
  add_custom_command(
    OUTPUT ${out}
    COMMAND ${CMAKE_COMMAND} -DIN=${file} -DOUT=${out} -DSYMBOL=${symbol} -P ${PROJECT_SOURCE_DIR}/cmake/embed.cmake
    DEPENDS ${file} ${PROJECT_SOURCE_DIR}/cmake/embed.cmake
    VERBATIM)
  target_sources(${target} PRIVATE ${out})
endfunction()
