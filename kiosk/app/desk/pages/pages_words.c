#include "app/desk/pages/pages_words.h"

#include "base/clock.h"
#include "base/words.h"
#include "profile/wording.h"

#define NO_BREAK "\u00a0" /* a blank at which no line ends */

struct span pages_words_day(struct arena *arena, struct span date)
{
    const char *const months[] = {W("Jan"), W("Feb"), W("Mar"), W("Apr"),
                                  W("May"), W("Jun"), W("Jul"), W("Aug"),
                                  W("Sep"), W("Oct"), W("Nov"), W("Dec")};
    int64_t unix_ms, year = 0, month = 0, day = 0;
    if (!is_clock_date(date, &unix_ms) || !span_to_integer(span_cut(date, 0, 4), &year) ||
        !span_to_integer(span_cut(date, 5, 2), &month) ||
        !span_to_integer(span_cut(date, 8, 2), &day))
        return date;
    return span_format(arena, "%lld" NO_BREAK "%s" NO_BREAK "%lld", (long long)day,
                       months[month - 1], (long long)year);
}

struct span pages_words_sentence(struct arena *arena, struct span words)
{
    const struct span title = wording_title(arena, span_text(arena, words));
    const bool has_end = title.count && (title.data[title.count - 1] == '.' ||
                                         title.data[title.count - 1] == '?');
    return span_format(arena, "%.*s%s", SPAN_ARGS(title), has_end ? "" : ".");
}
