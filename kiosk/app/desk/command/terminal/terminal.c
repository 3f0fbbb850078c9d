/* `resonance terminal list`: the terminals that the organization has signed for. */
#include "app/desk/command/terminal/terminal_find.h"

#include "base/clock.h"
#include "base/json/canonical.h"

#include <inttypes.h>

static struct span day_of(struct arena *arena, int64_t unix_s)
{
    return clock_date(arena, unix_s * 1000);
}

static struct span state_words(struct arena *arena,
                               const struct enrolled_terminal *terminal)
{
    if (!terminal->retired_unix_s)
        return span_format(arena, "enrolled on %.*s",
                           SPAN_ARGS(day_of(arena, terminal->from_unix_s)));
    return span_format(arena, "retired on %.*s after entry %" PRIu64,
                       SPAN_ARGS(day_of(arena, terminal->retired_unix_s)),
                       terminal->last_sequence);
}

static struct span list_json(struct operation *operation, const struct roll *roll)
{
    struct arena *arena = operation->arena;
    struct canonical c = canonical_begin(arena);
    canonical_object(&c, NULL);
    canonical_list(&c, "terminals");
    for (size_t i = 0; i < roll->terminal_count; i++) {
        const struct enrolled_terminal *row = &roll->terminals[i];
        if (!is_terminal_find_last(roll, i))
            continue;
        canonical_object(&c, NULL);
        canonical_whole(&c, "epoch", (int64_t)row->epoch);
        canonical_text(&c, "from", day_of(arena, row->from_unix_s));
        canonical_text(&c, "label", row->label);
        canonical_hex(&c, "number", row->id, sizeof row->id);
        if (row->retired_unix_s) {
            canonical_text(&c, "retired", day_of(arena, row->retired_unix_s));
            canonical_whole(&c, "retired_after", (int64_t)row->last_sequence);
        } else {
            canonical_null(&c, "retired");
            canonical_null(&c, "retired_after");
        }
        canonical_text(&c, "words", terminal_find_words(arena, row));
        canonical_end(&c);
    }
    canonical_end(&c);
    canonical_end(&c);
    return canonical_bytes(&c);
}

static void list_say(struct operation *operation, const struct roll *roll)
{
    static const struct page_column columns[4];
    struct arena *arena = operation->arena;
    if (!roll->terminal_count) {
        operation_say(operation, "No terminal is enrolled yet.");
        return;
    }
    operation_say(operation, "Terminals, each signed for by the organization:");
    struct page_block *table = page_add_table(&operation->page.head, "", columns, 4);
    for (size_t i = 0; i < roll->terminal_count; i++) {
        const struct enrolled_terminal *row = &roll->terminals[i];
        if (!is_terminal_find_last(roll, i))
            continue;
        struct page_row *line = page_row(table, SPAN(""));
        line->cells[0] = terminal_find_number(arena, row->id);
        line->cells[1] = row->label;
        line->cells[2] = state_words(arena, row);
        line->cells[3] = span_format(arena, "enrolment %" PRIu64, row->epoch);
        page_remark(table, line, terminal_find_words(arena, row));
    }
}

enum status terminal_list_run(struct operation *operation)
{
    const struct roll *roll;
    const enum status status = roll_need(&operation->office, &roll);
    if (status != OK)
        return status;
    if (has_option(&operation->values, "json"))
        return operation_json(operation, list_json(operation, roll));
    list_say(operation, roll);
    return OK;
}
