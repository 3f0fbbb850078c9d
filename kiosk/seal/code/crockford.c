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

static void bit_set(unsigned char *bytes, size_t count, size_t bit, bool is_one)
{
    const unsigned char mask = (unsigned char)(0x80U >> bit % 8);
    if (bit / 8 >= count)
        return;
    bytes[bit / 8] =
        (unsigned char)(is_one ? bytes[bit / 8] | mask : bytes[bit / 8] & ~mask);
}

bool is_crockford_range(struct span typed, size_t count, unsigned char *out_low,
                        unsigned char *out_high)
{
    size_t bit = 0;
    memset(out_low, 0, count);
    memset(out_high, 0xff, count);
    for (size_t i = 0; i < typed.count; i++) {
        const char symbol = crockford_read(typed.data[i]);
        if (typed.data[i] == '-' || typed.data[i] == ' ')
            continue;
        if (!symbol || bit >= count * 8)
            return false;
        const size_t value = (size_t)(strchr(symbols, symbol) - symbols);
        for (size_t k = CROCKFORD_BITS; k-- > 0; bit++) {
            bit_set(out_low, count, bit, value >> k & 1);
            bit_set(out_high, count, bit, value >> k & 1);
        }
    }
    return bit > 0;
}
