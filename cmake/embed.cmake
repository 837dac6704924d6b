# Writes OUT, a C++ file that defines the bytes of IN as the string_view SYMBOL. Raw strings are cut into pieces of
# 8,000 characters because compilers limit one literal.
file(READ ${IN} text)
string(LENGTH "${text}" length)
set(body "")
set(at 0)
while(at LESS length)
  string(SUBSTRING "${text}" ${at} 8000 piece)
  string(APPEND body "R\"~embed~(${piece})~embed~\"\n")
  math(EXPR at "${at} + 8000")
endwhile()
if(body STREQUAL "")
  set(body "\"\"")
endif()
file(WRITE ${OUT} "#include <string_view>\n\nnamespace sahafa {\nextern const std::string_view ${SYMBOL};\n"
                  "const std::string_view ${SYMBOL} =\n${body};\n}  // namespace sahafa\n")
