# cmake --install: the program, the C API, the libraries with their headers, find_package(sahafa) and pkg-config.
include(CMakePackageConfigHelpers)

set(libraries text corpus ingest index claims learning analysis)
set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/sahafa)

install(TARGETS sahafa_program RUNTIME)
install(TARGETS sahafa_options EXPORT sahafa-targets)
install(TARGETS sahafa_capi EXPORT sahafa-targets LIBRARY)
install(FILES capi/sahafa.h DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(FILES ${PROJECT_BINARY_DIR}/capi/sahafa.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
foreach(library IN LISTS libraries)
  install(TARGETS sahafa_${library} EXPORT sahafa-targets ARCHIVE)
endforeach()
install(DIRECTORY text corpus ingest index analysis DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/sahafa
        FILES_MATCHING PATTERN "*.h" PATTERN "cnss" EXCLUDE)
install(EXPORT sahafa-targets NAMESPACE sahafa:: DESTINATION ${package_dir})

configure_package_config_file(cmake/sahafa-config.cmake.in ${PROJECT_BINARY_DIR}/sahafa-config.cmake
                              INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/sahafa-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/sahafa-config.cmake ${PROJECT_BINARY_DIR}/sahafa-config-version.cmake
              cmake/Dependencies.cmake DESTINATION ${package_dir})
install(DIRECTORY ${PROJECT_BINARY_DIR}/tools/documents/man/ DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${PROJECT_BINARY_DIR}/tools/documents/completions/sahafa
        DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES ${PROJECT_BINARY_DIR}/tools/documents/completions/_sahafa
        DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
install(FILES ${PROJECT_BINARY_DIR}/tools/documents/completions/sahafa.fish
        DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
install(FILES README.md CHANGELOG.md LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})
# Where Debian's Python looks when the prefix is /usr; needs python3-pandas at run time.
install(DIRECTORY notebooks/sahafa DESTINATION lib/python3/dist-packages FILES_MATCHING PATTERN "*.py" PATTERN "py.typed"
        PATTERN "__pycache__" EXCLUDE)

# cpack -G DEB: a Debian package whose dependencies dpkg-shlibdeps finds out (package dpkg-dev).
set(CPACK_PACKAGE_NAME sahafa)
set(CPACK_PACKAGE_CONTACT "The sahafa authors <sahafa@example.org>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY ${PROJECT_DESCRIPTION})
set(CPACK_GENERATOR DEB)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "python3-pandas")
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS ON)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
include(CPack)
