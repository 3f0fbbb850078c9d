/* `resonance interview list`: the interviews here and how far they are; nothing that is sealed. */
#include "app/desk/command/operation.h"

#include "app/desk/office/interview/ended/panel_drop.h"
#include "app/desk/office/interview/panel_lock.h"
#include "base/clock.h"
#include "base/json/canonical.h"

enum { LIST_BYTES = 64 << 20, NAMES_BYTES = 2000 };

static struct span names_of(struct arena *arena, const struct panel *panel)
{
    struct buffer names = buffer_init(arena, NAMES_BYTES);
    for (size_t i = 0; i < panel->member_count; i++)
        buffer_format(&names, "%s%.*s", i ? ", " : "", SPAN_ARGS(panel->members[i].name));
    return buffer_span(&names);
}

static void row_json(struct canonical *c, const struct panel *panel, size_t locked,
                     const struct panel_drop *drop)
{
    canonical_object(c, NULL);
    if (drop->time_s)
        canonical_whole(c, "ended", drop->time_s);
    else
        canonical_null(c, "ended");
    canonical_whole(c, "founded", panel->founded_s);
    canonical_whole(c, "locked", (int64_t)locked);
    canonical_list(c, "members");
    for (size_t i = 0; i < panel->member_count; i++)
        canonical_text(c, NULL, panel->members[i].label);
    canonical_end(c);
    canonical_whole(c, "number", panel->number);
    canonical_text(c, "reference", panel->reference);
    canonical_text(c, "vacancy", panel->vacancy);
    canonical_end(c);
}

static void row_say(struct operation *operation, struct page_block *table,
                    const struct panel *panel, size_t locked,
                    const struct panel_drop *drop)
{
    struct arena *arena = &operation->shown;
    struct page_row *row = page_row(table, SPAN(""));
    row->cells[0] = span_format(arena, "%lld", (long long)panel->number);
    row->cells[1] = span_copy(arena, panel->reference);
    row->cells[2] = clock_date(arena, panel->founded_s * 1000);
    row->cells[3] = span_copy(arena, names_of(operation->arena, panel));
    row->cells[4] = span_format(arena, "%zu of %zu", locked, panel->member_count);
    if (drop->time_s)
        page_remark(table, row,
                    span_format(arena, "ended on %.*s by %.*s: it did not take place",
                                SPAN_ARGS(clock_date(arena, drop->time_s * 1000)),
                                SPAN_ARGS(drop->who)));
}

enum status interview_list_run(struct operation *operation)
{
    const struct page_column columns[] = {{"Number", 1},
                                          {"Person", 0},
                                          {"Since", 0},
                                          {"Interviewers", 0},
                                          {"Handed in", 0}};
    const bool is_json = has_option(&operation->values, "json");
    struct canonical c = canonical_begin(operation->arena);
    struct panel *panels;
    struct panel_drop *drops = NULL;
    size_t count = 0;
    enum status status = operation_page_open(operation, LIST_BYTES);
    if (status == OK)
        status = panel_list(operation->arena, &operation->office, &panels, &count);
    if (status == OK) {
        drops = arena_array(operation->arena, struct panel_drop, count);
        status =
            panel_drop_find(operation->arena, &operation->office, panels, count, drops);
    }
    if (status != OK)
        return status;
    struct page_block *table =
        is_json || !count ? NULL : page_add_table(&operation->page.head, "", columns, 5);
    canonical_object(&c, NULL);
    canonical_list(&c, "interviews");
    for (size_t i = 0; i < count && status == OK; i++) {
        size_t locked = 0;
        status =
            panel_lock_count(operation->arena, &operation->office, &panels[i], &locked);
        if (table)
            row_say(operation, table, &panels[i], locked, &drops[i]);
        else
            row_json(&c, &panels[i], locked, &drops[i]);
    }
    canonical_end(&c);
    canonical_end(&c);
    if (status == OK && is_json)
        return operation_json(operation, canonical_bytes(&c));
    if (!count)
        operation_say(operation, "There is no interview here yet.");
    return status;
}
