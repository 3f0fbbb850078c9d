# cmake -D OUT=FILE.c -D FROM=FOLDER -P embed.cmake: the style sheets and pictures of FOLDER as the
# table of app/desk/pages/pages_asset.h. Their addresses hold their hash, so that a browser may keep
# them for good.
file(GLOB files ${FROM}/*.css ${FROM}/*.svg)
list(FILTER files EXCLUDE REGEX "/paper[.]css$") # stands in each PDF, no browser asks for it
list(SORT files)
set(code "/* Made of the files in assets/desk by embed.cmake. */\n#include \"app/desk/pages/pages_asset.h\"\n")
set(rows "")
set(contents "")
foreach(file ${files})
  get_filename_component(name ${file} NAME)
  get_filename_component(end ${file} LAST_EXT)
  string(MAKE_C_IDENTIFIER ${name} symbol)
  file(SHA256 ${file} hash)
  string(SUBSTRING ${hash} 0 16 hash)
  file(READ ${file} bytes HEX)
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${bytes}")
  string(APPEND code "\nstatic const unsigned char ${symbol}[] = {${bytes}};\n")
  string(APPEND rows "    {\"${name}\", \"/s/${hash}${end}\"},\n")
  string(APPEND contents "    {(const char *)${symbol}, sizeof ${symbol}},\n")
endforeach()
string(APPEND code "\nconst struct pages_asset pages_asset_table[] = {\n${rows}    {0, 0},\n};\n")
string(APPEND code "\nconst struct span pages_asset_bytes[] = {\n${contents}};\n")
file(WRITE ${OUT} "${code}")
