# cmake -D OUT=FILE.c -D FROM=FILE -P embed.cmake: FROM as the bytes of app/desk/office/interview/bank_shipped.h.
file(READ ${FROM} bytes HEX)
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${bytes}")
file(WRITE ${OUT} "/* Made of questionnaires/interview/questions.json by embed.cmake. */
#include \"app/desk/office/interview/bank_shipped.h\"

const unsigned char bank_shipped[] = {${bytes}};
const size_t bank_shipped_bytes = sizeof bank_shipped;
")
