# cmake -D OUT=FILE.c -D FROM=paper.css -P embed.cmake: the rules of paper as page_paper_rules of
# report/page/paper/page_paper_rules.h, without their comments.
file(READ ${FROM} rules)
string(REGEX REPLACE "/\\*([^*]|\\*[^/])*\\*/\n?" "" rules "${rules}")
file(WRITE ${OUT}.css "${rules}")
file(READ ${OUT}.css bytes HEX)
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${bytes}")
file(WRITE ${OUT} "/* Made of assets/desk/paper.css by embed.cmake. */\n#include \"report/page/paper/page_paper_rules.h\"\n\nconst char page_paper_rules[] = {${bytes}0};\n")
