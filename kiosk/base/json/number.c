/* The decimal mark is the only thing a locale can change in %f; it is one or more bytes
 * after the digits, so everything that is neither digit nor sign becomes one point. */
#include "base/json/number.h"

#include "base/json/json.h"
#include "base/must.h"

#include <math.h>
#include <stdio.h>

enum { DECIMALS_MAX = 9, TEXT_BYTES = 400 }; /* the largest double has 309 digits */

struct span number_exact(struct arena *arena, double value)
{
    char text[32];
    const size_t count = json_number_text(value, text);
    return span_copy(arena, (struct span){text, count});
}

/* Copies the text with a point as decimal mark, whatever stood there. */
static size_t point_put(const char *text, size_t count, char *out_text)
{
    size_t used = 0;
    for (size_t i = 0; i < count; i++) {
        if ((text[i] >= '0' && text[i] <= '9') || text[i] == '-')
            out_text[used++] = text[i];
        else if (used && out_text[used - 1] != '.')
            out_text[used++] = '.';
    }
    return used;
}

static size_t without_zeros(const char *text, size_t count)
{
    const struct span whole = {text, count};
    if (span_find(whole, '.') == count)
        return count;
    while (text[count - 1] == '0')
        count--;
    return text[count - 1] == '.' ? count - 1 : count;
}

struct span number_rounded(struct arena *arena, double value, int decimals)
{
    char local[TEXT_BYTES], text[TEXT_BYTES];
    must(isfinite(value) && decimals >= 0 && decimals <= DECIMALS_MAX);
    const int printed = snprintf(local, sizeof local, "%.*f", decimals, value);
    must(printed > 0 && printed < TEXT_BYTES);
    const size_t count = without_zeros(text, point_put(local, (size_t)printed, text));
    const struct span span = {text, count};
    return span_copy(arena, is_span(span, "-0") ? SPAN("0") : span);
}
