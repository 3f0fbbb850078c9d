/* sitting_row_read and sitting_start_read on any bytes and on good rows with edits: what is
 * taken is written again byte for byte; what is refused leaves the sitting as it was. */
#include "edits.h"
#include "small.h"

#include "sitting/sitting_redo.h"

enum { ROWS_MAX = 128 };

static struct arena always;
static const struct assessment *assessment;
static struct span rows[ROWS_MAX]; /* the first one is a start */
static size_t row_count;

/* Of somebody who answers every second part again, and of somebody who has done with it. */
static void add_redo_rows(struct sitting *sitting)
{
    unsigned char parts[PARTS_MAX];
    for (size_t part = 0; part < PARTS_MAX; part++)
        parts[part] = part % 2;
    sitting_redo_begin(sitting, parts);
    must(row_count + 2 <= ROWS_MAX);
    rows[row_count++] = sitting_row_write(&always, sitting, sitting->step_count - 1, 0);
    sitting_redo_end(sitting);
    rows[row_count++] = sitting_row_write(&always, sitting, (size_t)NO_STEP, AT_CHECK);
}

static void begin(void)
{
    arena_init(&always, 64 << 20);
    assessment = small_assessment(&always, 0, 1);
    for (int role = ROLE_CANDIDATE; role <= ROLE_RATER; role++) {
        const struct sample_person person = sample_person_of(1, 5, .5);
        struct sitting *sitting =
            sample_sit(&always, assessment, (enum role)role, 1, &person);
        if (!row_count)
            rows[row_count++] = sitting_start_write(&always, &sitting->start);
        for (size_t step = 0; step < sitting->step_count && row_count + 2 < ROWS_MAX;
             step++)
            rows[row_count++] = sitting_row_write(&always, sitting, step, (int)step);
        add_redo_rows(sitting);
    }
}

static void try_row(struct arena *arena, struct sitting *sitting, struct span bytes)
{
    int at = 0;
    struct answer before[SITTING_STEPS_MAX];
    const size_t answers_bytes = sitting->step_count * sizeof *before;
    memcpy(before, sitting->answers, answers_bytes);
    if (sitting_row_read(sitting, bytes, &at) != OK) {
        must(memcmp(before, sitting->answers, answers_bytes) == 0);
        return;
    }
    must(at == NO_STEP || at == AT_CHECK ||
         (at >= 0 && (size_t)at < sitting->step_count));
    for (size_t step = 0; step < sitting->step_count; step++)
        if (is_span_equal(sitting_row_write(arena, sitting, step, at), bytes))
            return;
    must(is_span_equal(sitting_row_write(arena, sitting, (size_t)NO_STEP, at), bytes));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena;
    struct sitting_start start;
    if (!assessment)
        begin();
    arena_init(&arena, 64 << 20);
    const size_t row = size > 1 ? data[1] % row_count : 0;
    const struct span bytes = edits_apply(&arena, rows[row], data, size);
    const enum role role = size && (data[0] & 2) ? ROLE_RATER : ROLE_CANDIDATE;
    try_row(&arena, sample_begin(&arena, assessment, role, 1), bytes);
    if (sitting_start_read(&arena, bytes, &start) == OK)
        must(is_span_equal(sitting_start_write(&arena, &start), bytes));
    arena_done(&arena);
    return 0;
}
