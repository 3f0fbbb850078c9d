/* A row is checked by writing it again before anything is applied: order shown, kind, values
 * and number text must come out as they stand, so a row of another assessment or another seed
 * cannot slip in. */
#include "model/sitting.h"

#include "base/must.h"
#include "model/sitting_answer.h"
#include "model/sitting_start.h"

static void position_put(struct canonical *canonical, const char *key,
                         const struct sitting *sitting, int step)
{
    if (step == NO_STEP)
        canonical_null(canonical, key);
    else
        canonical_text(canonical, key,
                       sitting_step_id(canonical->buffer.arena, sitting, (size_t)step));
}

static struct span row_write(struct arena *arena, const struct sitting *sitting,
                             size_t step, const struct answer *answer, int at)
{
    struct canonical canonical = canonical_begin(arena);
    canonical_object(&canonical, NULL);
    if (answer)
        sitting_answer_put(&canonical, "answer", sitting, step, answer);
    else
        canonical_null(&canonical, "answer");
    position_put(&canonical, "at", sitting, at);
    canonical_end(&canonical);
    return canonical_bytes(&canonical);
}

struct span sitting_row_write(struct arena *arena, const struct sitting *sitting,
                              size_t step, int at)
{
    must(step == (size_t)NO_STEP || step < sitting->step_count);
    const int is_kept =
        step != (size_t)NO_STEP && sitting_part(sitting, step)->use != PART_PRACTICE;
    return row_write(arena, sitting, step, is_kept ? &sitting->answers[step] : NULL, at);
}

static int position_take(struct canonical_take *take, const struct json *object,
                         const struct sitting *sitting)
{
    const struct span id = canonical_take_text_or_null(take, object, "at");
    const int step = id.data ? sitting_find(sitting, id) : NO_STEP;
    if (id.data && step == NO_STEP)
        canonical_take_wrong(take, "the person is at no step of this assessment");
    return step;
}

/* The row on scratch memory; `out_has_answer` is 0 when it holds only a position. */
static enum status row_take(struct arena *arena, const struct sitting *sitting,
                            struct span bytes, int *out_has_answer, size_t *out_step,
                            struct answer *out_answer, int *out_at)
{
    struct canonical_take take = {arena, "draft row", STATUS_DAMAGED, OK};
    const struct json *root = canonical_take_root(&take, arena, bytes);
    const struct json *answer = canonical_take_field(&take, root, "answer");
    size_t step = 0;
    struct answer taken = answer_empty();
    if (answer)
        sitting_answer_take(&take, answer, sitting, &step, &taken);
    const int at = position_take(&take, root, sitting);
    if (take.status == OK)
        canonical_take_same(&take, bytes,
                            row_write(arena, sitting, step, answer ? &taken : NULL, at));
    if (take.status != OK)
        return take.status;
    *out_has_answer = answer != NULL;
    *out_step = step;
    *out_answer = taken;
    *out_at = at;
    return OK;
}

enum status sitting_row_read(struct sitting *sitting, struct span bytes, int *out_at)
{
    const struct arena_mark mark = arena_mark(sitting->arena);
    int has_answer = 0, at = NO_STEP;
    size_t step = 0;
    struct answer answer;
    if (bytes.count > SITTING_ROW_BYTES_MAX)
        return fail(STATUS_DAMAGED, "the draft row does not fit: it is too long");
    const enum status status =
        row_take(sitting->arena, sitting, bytes, &has_answer, &step, &answer, &at);
    if (status == OK) {
        if (has_answer)
            sitting_put(sitting, step, &answer);
        *out_at = at;
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
