/* A row is checked by writing it again before anything is applied: order shown, kind, values
 * and number text must come out as they stand, so a row of another assessment or another seed
 * cannot slip in. */
#include "sitting/sitting.h"

#include "base/must.h"
#include "sitting/sitting_answer.h"
#include "sitting/sitting_redo.h"
#include "sitting/sitting_start.h"

#include <string.h>

/* No step is called so: their names have a colon. */
static const char check_word[] = "check";

static void position_put(struct canonical *canonical, const char *key,
                         const struct sitting *sitting, int step)
{
    if (step == NO_STEP)
        canonical_null(canonical, key);
    else if (step == AT_CHECK)
        canonical_text(canonical, key, span_of(check_word));
    else
        canonical_text(canonical, key,
                       sitting_step_id(canonical->buffer.arena, sitting, (size_t)step));
}

/* What a row holds. */
struct row {
    bool has_answer;
    size_t step;
    struct answer answer;
    int at;
    bool has_redo; /* it says which parts are answered again */
    unsigned char redo_parts[PARTS_MAX];
};

static void redo_put(struct canonical *canonical, const struct sitting *sitting,
                     const unsigned char *parts)
{
    canonical_list(canonical, "redo");
    for (size_t part = 0; part < sitting->assessment->part_count; part++)
        if (parts[part])
            canonical_text(canonical, NULL, sitting->assessment->parts[part].id);
    canonical_end(canonical);
}

static struct span row_write(struct arena *arena, const struct sitting *sitting,
                             const struct row *row)
{
    struct canonical canonical = canonical_begin(arena);
    canonical_object(&canonical, NULL);
    if (row->has_answer)
        sitting_answer_put(&canonical, "answer", sitting, row->step, &row->answer);
    else
        canonical_null(&canonical, "answer");
    position_put(&canonical, "at", sitting, row->at);
    if (row->has_redo)
        redo_put(&canonical, sitting, row->redo_parts);
    canonical_end(&canonical);
    return canonical_bytes(&canonical);
}

struct span sitting_row_write(struct arena *arena, const struct sitting *sitting,
                              size_t step, int at)
{
    struct row row = {.at = at, .has_redo = sitting->redo.was_offered};
    must(step == (size_t)NO_STEP || step < sitting->step_count);
    memcpy(row.redo_parts, sitting->redo.parts, sizeof row.redo_parts);
    row.has_answer =
        step != (size_t)NO_STEP && sitting_part(sitting, step)->use != PART_PRACTICE;
    if (row.has_answer) {
        row.step = step;
        row.answer = sitting->answers[step];
    }
    return row_write(arena, sitting, &row);
}

static int position_take(struct canonical_take *take, const struct json *object,
                         const struct sitting *sitting)
{
    const struct span id = canonical_take_text_or_null(take, object, "at");
    if (id.data && is_span(id, check_word))
        return AT_CHECK;
    const int step = id.data ? sitting_find(sitting, id) : NO_STEP;
    if (id.data && step == NO_STEP)
        canonical_take_wrong(take, "the person is at no step of this assessment");
    return step;
}

static void redo_mark(struct canonical_take *take, const struct sitting *sitting,
                      const struct json *id, unsigned char *parts)
{
    for (size_t part = 0; part < sitting->assessment->part_count; part++)
        if (id->kind == JSON_TEXT &&
            is_span_equal(id->text, sitting->assessment->parts[part].id)) {
            parts[part] = 1;
            return;
        }
    canonical_take_wrong(take, "a part to answer again is none of this assessment");
}

/* The row on scratch memory. */
static enum status row_take(struct arena *arena, const struct sitting *sitting,
                            struct span bytes, struct row *out_row)
{
    struct canonical_take take = {arena, "draft row", STATUS_DAMAGED, OK};
    const struct json *root = canonical_take_root(&take, arena, bytes);
    const struct json *answer = canonical_take_field(&take, root, "answer");
    struct row row = {.has_answer = answer != NULL};
    if (answer)
        sitting_answer_take(&take, answer, sitting, &row.step, &row.answer);
    row.at = position_take(&take, root, sitting);
    row.has_redo = take.status == OK && json_get(root, "redo") != NULL;
    const struct json *redo =
        row.has_redo ? canonical_take_list(&take, root, "redo", PARTS_MAX) : NULL;
    for (const struct json *id = redo ? redo->first : NULL; id; id = id->next)
        redo_mark(&take, sitting, id, row.redo_parts);
    if (take.status == OK)
        canonical_take_same(&take, bytes, row_write(arena, sitting, &row));
    if (take.status == OK)
        *out_row = row;
    return take.status;
}

enum status sitting_row_read(struct sitting *sitting, struct span bytes, int *out_at)
{
    const struct arena_mark mark = arena_mark(sitting->arena);
    struct row row = {0};
    if (bytes.count > SITTING_ROW_BYTES_MAX)
        return fail(STATUS_DAMAGED, "the draft row does not fit: it is too long");
    const enum status status = row_take(sitting->arena, sitting, bytes, &row);
    if (status == OK) {
        if (row.has_redo)
            sitting_redo_begin(sitting, row.redo_parts);
        if (row.has_answer)
            sitting_put(sitting, row.step, &row.answer);
        *out_at = row.at;
    }
    arena_release(sitting->arena, mark);
    return status;
}

struct span sitting_start_write(struct arena *arena, const struct sitting_start *start)
{
    struct canonical canonical = canonical_begin(arena);
    sitting_start_put(&canonical, NULL, start);
    return canonical_bytes(&canonical);
}

enum status sitting_start_read(struct arena *arena, struct span bytes,
                               struct sitting_start *out_start)
{
    struct canonical_take take = {arena, "first draft row", STATUS_DAMAGED, OK};
    struct sitting_start start = {0};
    if (bytes.count > SITTING_ROW_BYTES_MAX)
        return fail(STATUS_DAMAGED, "the first draft row does not fit: it is too long");
    const struct json *root = canonical_take_root(&take, arena, bytes);
    sitting_start_take(&take, root, &start);
    if (take.status == OK)
        canonical_take_same(&take, bytes, sitting_start_write(arena, &start));
    if (take.status == OK)
        *out_start = start;
    return take.status;
}
