#include "app/desk/office/norms/norm_table.h"

#include "base/clock.h"
#include "base/text/name.h"
#include "base/text/shown_text.h"
#include "measure/resonance.h"

#include <string.h>

#define FIRST_DAY "2026-11-23" /* of the first form */
#define DAY_MS INT64_C(86400000)

static enum status count_check(size_t count)
{
    if (count < RESONANCE_NORM_LEAST)
        return fail(STATUS_REFUSED,
                    "the norm is made from %zu %s; at least %d are needed", count,
                    count == 1 ? "person" : "people", RESONANCE_NORM_LEAST);
    return count % NORM_STEP == 0
               ? OK
               : fail(STATUS_REFUSED,
                      "the norm is made from %zu people, and norms grow in steps of %d; "
                      "ask for what 'resonance norm export' writes",
                      count, NORM_STEP);
}

static enum status source_check(struct arena *arena, const struct norm *norm,
                                size_t index)
{
    const struct span source = norm->sources[index];
    const enum status status = shown_text_check("name of a source of the norm", source);
    if (status == OK && !name_key(arena, source, NAME_ORGANIZATION).count)
        return fail(STATUS_BAD_INPUT,
                    "the name of a source of the norm has no letter; ask its maker for "
                    "one with a name");
    for (size_t i = 0; i < index && status == OK; i++)
        if (is_name_same(arena, norm->sources[i], source, NAME_ORGANIZATION))
            return fail(STATUS_BAD_INPUT,
                        "the norm counts the people of %.*s twice; ask its maker for one "
                        "that counts them once",
                        SPAN_ARGS(source));
    return status;
}

enum status norm_table_check(struct arena *arena, const struct norm *norm)
{
    int64_t day;
    enum status status = count_check(norm->count);
    if (status == OK && !norm->source_count)
        status = fail(STATUS_BAD_INPUT, "the norm does not say where it comes from");
    for (size_t i = 0; i < norm->source_count && status == OK; i++)
        status = source_check(arena, norm, i);
    if (status == OK && !is_clock_date(norm->made, &day))
        status = fail(STATUS_BAD_INPUT,
                      "the day on which the norm was made is not a day; ask its maker "
                      "for one with a day such as 2026-11-29");
    return status;
}

enum status norm_table_day_check(const struct norm *norm, int64_t unix_ms)
{
    int64_t day = 0, first = 0;
    const bool is_day =
        is_clock_date(norm->made, &day) && is_clock_date(SPAN(FIRST_DAY), &first);
    if (is_day && day > unix_ms + DAY_MS)
        return fail(STATUS_REFUSED,
                    "the norm was made on %.*s, which is in the future; ask its maker "
                    "for another, or set the clock here",
                    SPAN_ARGS(norm->made));
    /* A clock that is far behind must not refuse what was made by it. */
    if (is_day && day < first && day < unix_ms - DAY_MS)
        return fail(STATUS_REFUSED,
                    "the norm was made on %.*s, before there was a form to answer; ask "
                    "its maker for another",
                    SPAN_ARGS(norm->made));
    return OK;
}

bool is_norm_table_of(struct arena *arena, const struct norm *norm, struct span source)
{
    for (size_t i = 0; i < norm->source_count; i++)
        if (is_name_same(arena, norm->sources[i], source, NAME_ORGANIZATION))
            return true;
    return false;
}

bool is_norm_table_same(const struct norm *a, const struct norm *b)
{
    return a->count == b->count && a->dimension_count == b->dimension_count &&
           memcmp(a->mean, b->mean, a->dimension_count * sizeof *a->mean) == 0 &&
           memcmp(a->covariance, b->covariance,
                  a->dimension_count * a->dimension_count * sizeof *a->covariance) == 0;
}
