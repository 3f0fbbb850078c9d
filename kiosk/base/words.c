#include "base/words.h"

#include <libintl.h>
#include <math.h>

const char *words_of(const char *english)
{
    return dgettext("resonance", english);
}

struct span words_number(struct arena *arena, double value, int decimals)
{
    const struct span size = decimals == WORDS_AS_MANY_AS_NEEDED
                                 ? span_format(arena, "%g", fabs(value))
                                 : span_format(arena, "%.*f", decimals, fabs(value));
    double shown = 0;
    const bool is_minus = value < 0 && span_to_number(size, &shown) && shown > 0;
    return is_minus ? span_format(arena, "−%.*s", SPAN_ARGS(size)) : size;
}
