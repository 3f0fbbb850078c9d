# cmake -D OUT=FILE.c -P embed.cmake: manual.md of this folder as the characters manual_template, so that
# writers edit it as it is read.
file(GLOB text ${CMAKE_CURRENT_LIST_DIR}/*[.]md)
file(READ ${text} words)
string(REPLACE "\\" "\\\\" words "${words}")
string(REPLACE "\"" "\\\"" words "${words}")
string(REPLACE "\n" "\\n\"\n    \"" words "${words}")
file(WRITE ${OUT} "/* Made of kiosk/app/desk/command/manual/manual.md by embed.cmake. */
#include \"app/desk/command/manual/manual_template.h\"

const char manual_template[] =
    \"${words}\";
")
