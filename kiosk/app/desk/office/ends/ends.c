#include "app/desk/office/ends/ends.h"

#include "app/desk/office/trust/roll.h"

#include "base/file.h"

#include <stdlib.h>
#include <string.h>

struct statement {
    unsigned char id[CHAIN_ID_BYTES];
    enum ends_kind kind;
    enum ends_ground ground;
    struct ends_step step;
};

struct reading {
    struct ends *ends;
    struct statement *statements;
    size_t count;
};

static enum status on_row(void *context, struct signed_row *row)
{
    struct reading *reading = context;
    struct canonical_take *take = &row->take;
    struct statement *statement = &reading->statements[reading->count];
    *statement = (struct statement){
        .kind = (enum ends_kind)canonical_take_word(take, row->json, "kind",
                                                    ends_format_kinds, ENDS_FORMAT_KINDS),
        .step = {.number = row->number,
                 .unix_s = row->unix_s,
                 .day_s = canonical_take_whole(take, row->json, "day_s", 0, INT64_MAX),
                 .by = canonical_take_text(take, row->json, "by"),
                 .why = canonical_take_text(take, row->json, "why")},
    };
    canonical_take_hex(take, row->json, "id", statement->id, sizeof statement->id);
    if (statement->kind == ENDS_ERASURE)
        statement->ground = (enum ends_ground)canonical_take_word(
            take, row->json, "ground", ends_format_grounds, ENDS_FORMAT_GROUNDS);
    memcpy(reading->ends->hashes[reading->count++], row->hash, sizeof row->hash);
    return take->status;
}

static int statements_order(const void *a, const void *b)
{
    const struct statement *one = a, *other = b;
    const int order = memcmp(one->id, other->id, sizeof one->id);
    return order ? order
                 : (one->step.number > other->step.number) -
                       (one->step.number < other->step.number);
}

static void statement_take(struct end *end, const struct statement *statement)
{
    static const struct ends_step none;
    switch (statement->kind) {
    case ENDS_ERASURE:
        if (!end->erased.number) { /* the first counts */
            end->erased = statement->step;
            end->ground = statement->ground;
        }
        end->held = none;
        break;
    case ENDS_RESTRICTION:
        end->restricted = statement->step;
        break;
    case ENDS_HOLD:
        end->held = statement->step;
        break;
    case ENDS_RELEASE:
        end->held = none;
        break;
    case ENDS_DECISION:
        end->decided = statement->step;
        break;
    }
}

/* Those about one result stand together, in order. */
static void fold(struct reading *reading)
{
    struct ends *ends = reading->ends;
    struct end *end = ends->list;
    qsort(reading->statements, reading->count, sizeof *reading->statements,
          statements_order);
    for (size_t i = 0; i < reading->count; i++) {
        const struct statement *statement = &reading->statements[i];
        if (i && memcmp(end->id, statement->id, sizeof end->id) != 0)
            end++;
        memcpy(end->id, statement->id, sizeof end->id);
        statement_take(end, statement);
    }
    ends->count = reading->count ? (size_t)(end - ends->list) + 1 : 0;
}

/* The roll knows the keys of before; whoever cannot read it is told elsewhere. */
static enum status load(struct office *office, struct ends *ends)
{
    struct arena *arena = &office->arena;
    const struct roll *roll;
    const enum status known = roll_read(office, &roll);
    (void)known;
    enum status status =
        office_read(office, ENDS_FILE, ENDS_FORMAT_BYTES_MAX, &ends->bytes);
    if (status != OK)
        return status;
    const size_t most = signed_rows_line_count(ends->bytes) + 1;
    struct reading reading = {.ends = ends,
                              .statements = arena_array(arena, struct statement, most)};
    ends->list = arena_array(arena, struct end, most);
    ends->hashes = arena_alloc(arena, most * sizeof *ends->hashes);
    status = signed_rows_read(office, &ends_format_rows, ends->bytes, on_row, &reading,
                              &ends->head);
    if (status == OK)
        fold(&reading);
    return status;
}

enum status ends_read(struct office *office, const struct ends **out_ends)
{
    if (!office->ends) {
        struct ends *ends = arena_new(&office->arena, struct ends);
        ends->is_missing = !is_file(office_path(office, ENDS_FILE));
        const enum status status = ends->is_missing ? OK : load(office, ends);
        if (status != OK)
            return status;
        office->ends = ends;
    }
    *out_ends = office->ends;
    return OK;
}

static int by_id(const void *key, const void *member)
{
    const struct end *end = member;
    return memcmp(key, end->id, sizeof end->id);
}

const struct end *ends_find(const struct ends *ends,
                            const unsigned char id[CHAIN_ID_BYTES])
{
    return ends->count ? bsearch(id, ends->list, ends->count, sizeof *ends->list, by_id)
                       : NULL;
}

bool is_ends_over(const struct end *end)
{
    return end && (end->erased.number || end->restricted.number);
}

bool is_ends_locked(const struct end *end)
{
    return end && end->restricted.number && !end->erased.number;
}

size_t ends_locked_count(const struct ends *ends)
{
    size_t count = 0;
    for (size_t i = 0; i < ends->count; i++)
        count += is_ends_locked(&ends->list[i]);
    return count;
}

enum status ends_certify(struct office *office, struct archive *archive)
{
    const struct ends *ends;
    const enum status status = ends_read(office, &ends);
    if (status != OK)
        return status;
    struct archive_ended *list =
        arena_array(&office->arena, struct archive_ended, ends->count + 1);
    size_t count = 0;
    for (size_t i = 0; i < ends->count; i++) {
        const struct end *end = &ends->list[i];
        const bool is_erased = end->erased.number != 0;
        if (!is_ends_over(end))
            continue;
        list[count].day_s = is_erased ? end->erased.unix_s : end->restricted.unix_s;
        list[count].is_erased = is_erased;
        memcpy(list[count++].record_id, end->id, sizeof end->id);
    }
    archive_certify_ended(archive, list, count);
    return OK;
}
