/* Writing: value = m 2^-s with m < 2^53, so the 17 digits are m 10^q / 2^s rounded. With
 * q <= 21 that product is below 2^123, so the division and its rest are exact, and the
 * rest says which way to round. Half goes to the even digit, as in the library.
 *
 * Reading: a whole number below 2^53 divided by an exact power of ten (10^22 is the last)
 * is one correctly rounded division (Clinger 1990). */
#include "base/decimal.h"

#include "base/must.h"

#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

enum { DIGITS = 17 };
static const double SMALLEST = 1e-4, BOUND = 9007199254740992.0; /* 2^53 */
static const uint64_t LEAST = 10000000000000000u;                /* of 17 digits */

static struct span write_by_library(double value, char *out_text)
{
    /* "C": a decimal point whatever the person's locale says; each thread asks once. */
    static _Thread_local locale_t plain;
    if (!plain)
        plain = newlocale(LC_ALL_MASK, "C", (locale_t)0);
    must(plain != (locale_t)0);
    const locale_t before = uselocale(plain);
    const int count = snprintf(out_text, DECIMAL_BYTES, "%.17g", value);
    uselocale(before);
    return (struct span){out_text, (size_t)count};
}

static unsigned __int128 power_of_ten(int exponent)
{
    static const uint64_t powers[] = {
        1u,       10u,       100u,       1000u,       10000u,       100000u,
        1000000u, 10000000u, 100000000u, 1000000000u, 10000000000u, 100000000000u};
    return exponent <= 11 ? powers[exponent]
                          : (unsigned __int128)powers[exponent - 11] * powers[11];
}

/* mantissa 10^exponent / 2^shift, rounded. */
static uint64_t scale(uint64_t mantissa, int exponent, int shift)
{
    const unsigned __int128 product = mantissa * power_of_ten(exponent);
    const unsigned __int128 one = 1, half = (one << shift) >> 1;
    const unsigned __int128 rest = product & ((one << shift) - 1);
    const uint64_t digits = (uint64_t)(product >> shift);
    return digits + (rest > half || (rest == half && shift && (digits & 1)));
}

/* The 17 digits of `value` and the place of its first: 0 for 1..9. The guess from the
 * binary exponent is at most one too low. */
static uint64_t find_digits(double value, int *out_place)
{
    uint64_t bits;
    memcpy(&bits, &value, sizeof bits);
    const int shift = 1075 - (int)(bits >> 52); /* 0 or more, below BOUND */
    const uint64_t mantissa = (bits & ((1ull << 52) - 1)) | 1ull << 52;
    int place = (int)floor((52 - shift) * 0.30102999566398120);
    uint64_t digits = scale(mantissa, DIGITS - 1 - place, shift);
    if (digits >= 10 * LEAST)
        digits = scale(mantissa, DIGITS - 1 - ++place, shift);
    *out_place = place;
    return digits;
}

/* The digits without the zeros at the end, those before the point apart. */
static struct span lay_out(const char *digits, int place, int is_negative, char *out_text)
{
    size_t count = DIGITS, at = 0;
    const size_t whole = place < 0 ? 0 : (size_t)place + 1;
    while (count > 1 && digits[count - 1] == '0')
        count--;
    if (is_negative)
        out_text[at++] = '-';
    if (!whole) {
        memcpy(out_text + at, "0.000", 5);
        at += (size_t)(1 - place);
        memcpy(out_text + at, digits, count);
        return (struct span){out_text, at + count};
    }
    memcpy(out_text + at, digits, whole);
    at += whole;
    if (count <= whole)
        return (struct span){out_text, at};
    out_text[at++] = '.';
    memcpy(out_text + at, digits + whole, count - whole);
    return (struct span){out_text, at + count - whole};
}

struct span decimal_write(double value, char *out_text)
{
    const double size = fabs(value);
    char text[DIGITS];
    int place;
    if (!(size >= SMALLEST && size < BOUND))
        return write_by_library(value == 0 ? 0.0 : value, out_text);
    uint64_t digits = find_digits(size, &place);
    for (size_t i = DIGITS; i-- > 0; digits /= 10)
        text[i] = (char)('0' + digits % 10);
    return lay_out(text, place, value < 0, out_text);
}

int decimal_read(struct span text, double *out_value)
{
    static const double powers[] = {1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                    1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
    const int is_signed = text.count && (text.data[0] == '-' || text.data[0] == '+');
    uint64_t whole = 0;
    size_t digits = 0, decimals = 0, points = 0;
    for (size_t i = is_signed ? 1 : 0; i < text.count; i++) {
        const unsigned digit = (unsigned)(unsigned char)text.data[i] - '0';
        if (digit > 9 && (text.data[i] != '.' || points++))
            return 0;
        if (digit > 9)
            continue;
        whole = 10 * whole + digit;
        decimals += points;
        if (++digits > 15) /* 10^15 < 2^53 */
            return 0;
    }
    if (!digits)
        return 0;
    const double size = (double)whole / powers[decimals];
    *out_value = text.data[0] == '-' ? -size : size;
    return 1;
}
