#include "app/desk/pages/pages_words.h"

#include "base/buffer.h"
#include "base/clock.h"
#include "base/words.h"
#include "profile/wording.h"

#include <string.h>

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

static bool has(struct span text, const char *wanted)
{
    return memmem(text.data, text.count, wanted, strlen(wanted)) != NULL;
}

static bool names_command(struct span clause)
{
    return has(clause, "'resonance ") || has(clause, "see resonance ");
}

static bool names_option(struct span clause)
{
    return has_span_prefix(clause, "--") || has(clause, " --");
}

/* The words of `clause` but for those that are options. */
static void add_without_options(struct buffer *out, struct span clause)
{
    const size_t before = out->count;
    struct span word;
    while (clause.count && span_next(&clause, ' ', &word)) {
        if (has_span_prefix(word, "--"))
            continue;
        buffer_text(out, out->count > before ? " " : "");
        buffer_add(out, word);
    }
}

/* Up to "; ", which is taken from `rest` with it. */
static struct span clause_next(struct span *rest)
{
    const char *const end = memmem(rest->data, rest->count, "; ", 2);
    const size_t count = end ? (size_t)(end - rest->data) : rest->count;
    const struct span clause = span_cut(*rest, 0, count);
    *rest = span_cut(*rest, count + (end ? 2 : 0), rest->count);
    return clause;
}

/* An operation says what is wrong, and how a command mends it: whoever reads a page types none, and
 * finds the way on the page. */
static struct span without_commands(struct arena *arena, struct span words)
{
    struct buffer out = buffer_init(arena, 2 * words.count + 1);
    struct span rest = words;
    while (rest.count) {
        const struct span clause = clause_next(&rest);
        if (names_command(clause) || (out.count && names_option(clause)))
            continue;
        buffer_text(&out, out.count ? "; " : "");
        add_without_options(&out, clause);
    }
    return out.count ? buffer_span(&out) : words;
}

struct span pages_words_sentence(struct arena *arena, struct span words)
{
    const struct span shown = without_commands(arena, words);
    const struct span title = wording_title(arena, span_text(arena, shown));
    const bool has_end = title.count && (title.data[title.count - 1] == '.' ||
                                         title.data[title.count - 1] == '?');
    return span_format(arena, "%.*s%s", SPAN_ARGS(title), has_end ? "" : ".");
}
