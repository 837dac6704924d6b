# Writes OUT, a C++ file that defines the bytes of IN as the string_view SYMBOL. As an array of bytes: literals have a
# length that compilers must accept, and cutting one in the middle of a character is an error to some.
file(READ ${IN} bytes HEX)
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${bytes}")
string(REGEX REPLACE "(('[^']*',){24})" "\\1\n" bytes "${bytes}")
file(WRITE ${OUT} "#include <string_view>\n\nnamespace sahafa {\nnamespace {\nconstexpr char kBytes[] = {\n${bytes}'\\0'};\n}\n"
                  "extern const std::string_view ${SYMBOL};\n"
                  "const std::string_view ${SYMBOL}(kBytes, sizeof kBytes - 1);\n}  // namespace sahafa\n")
