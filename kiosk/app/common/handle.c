#include "app/common/handle.h"

#include "seal/code/crockford.h"

#include <string.h>

enum { ID_SYMBOLS = 26, SHORT_SYMBOLS = 4, ID_BYTES = 16 };

/* 26 symbols need 130 bits: the id is followed by a zero byte. */
static void symbols_of(const unsigned char *record_id, char out_symbols[ID_SYMBOLS])
{
    unsigned char padded[ID_BYTES + 1] = {0};
    memcpy(padded, record_id, ID_BYTES);
    crockford_write(padded, ID_SYMBOLS, out_symbols);
}

struct span handle_text(struct arena *arena, const unsigned char *record_id)
{
    char symbols[ID_SYMBOLS];
    symbols_of(record_id, symbols);
    return span_format(arena, "%.2s-%.2s", symbols, symbols + 2);
}

struct span handle_text_long(struct arena *arena, const unsigned char *record_id)
{
    char symbols[ID_SYMBOLS];
    symbols_of(record_id, symbols);
    return span_format(arena, "%.*s", ID_SYMBOLS, symbols);
}

int handle_matches(struct span typed, const unsigned char *record_id)
{
    char symbols[ID_SYMBOLS];
    size_t count = 0;
    symbols_of(record_id, symbols);
    for (size_t i = 0; i < typed.count; i++) {
        if (typed.data[i] == '-' || typed.data[i] == ' ')
            continue;
        if (count == ID_SYMBOLS || crockford_read(typed.data[i]) != symbols[count])
            return 0;
        count++;
    }
    return count > 0;
}
