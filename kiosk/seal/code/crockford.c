#include "seal/code/crockford.h"

#include <string.h>

static const char symbols[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

void crockford_write(const unsigned char *bytes, size_t count, char *out_symbols)
{
    for (size_t i = 0; i < count; i++) {
        unsigned value = 0;
        for (size_t bit = i * CROCKFORD_BITS; bit < (i + 1) * CROCKFORD_BITS; bit++)
            value = value << 1 | ((unsigned)bytes[bit / 8] >> (7 - bit % 8) & 1);
        out_symbols[i] = symbols[value];
    }
}

char crockford_read(char letter)
{
    const char upper =
        letter >= 'a' && letter <= 'z' ? (char)(letter - 'a' + 'A') : letter;
    if (upper == 'O')
        return '0';
    if (upper == 'I' || upper == 'L')
        return '1';
    return upper && strchr(symbols, upper) ? upper : 0;
}
