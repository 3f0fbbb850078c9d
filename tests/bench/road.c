/* Measures two steps of the road inside one process: a sitting scored with its interval, and an
 * answer sealed and durable on the disk. Prints milliseconds: p50, p99. */
#include "base/file.h"
#include "scoring/basis/basis.h"
#include "scoring/score.h"
#include "sample.h"
#include "seal/draft.h"
#include "store/drafts.h"

#include <stdio.h>
#include <time.h>

enum { ARENA_BYTES = 512 * 1024 * 1024, RATERS = 9, SCORINGS = 200, ROWS = 500 };

static double now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static int by_size(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void print_times(const char *what, double *times, size_t count)
{
    qsort(times, count, sizeof *times, by_size);
    printf("%s p50 %.3f p99 %.3f ms\n", what, times[count / 2], times[count * 99 / 100]);
}

static void bench_scoring(struct arena *arena)
{
    static double times[SCORINGS];
    const struct assessment *assessment = sample_assessment(arena);
    const struct sitting **raters = sample_raters(arena, assessment, RATERS, 5, 0.7);
    struct basis *basis;
    struct agreement_view view;
    must(basis_build(arena, assessment, raters, RATERS, &basis, &view) == OK);
    for (size_t i = 0; i < SCORINGS; i++) {
        const struct sample_person person = sample_person_of(1000 + i, 5, 0.3);
        const struct sitting *sitting =
            sample_sit(arena, assessment, ROLE_CANDIDATE, 1000 + i, &person);
        const struct arena_mark mark = arena_mark(arena);
        struct scorecard *scorecard;
        const double before = now_ms();
        must(score_sitting(arena, sitting, basis, &scorecard) == OK);
        times[i] = now_ms() - before;
        arena_release(arena, mark);
    }
    print_times("score_sitting", times, SCORINGS);
}

static void bench_rows(struct arena *arena, const char *folder)
{
    static double times[ROWS];
    unsigned char key[DRAFT_KEY_BYTES] = {1}, head[DRAFT_HEAD_BYTES];
    char answer[300] = {0};
    struct draft_row place = {.session_id = {1}, .type = 2};
    struct drafts *drafts;
    struct drafts_session session = {
        .id = {1}, .locator = {2}, .wrapped_key = SPAN("key")};
    must(seal_start() == OK);
    must(drafts_open(arena, file_path(arena, folder, "bench-drafts.db"), &drafts) == OK);
    must(drafts_begin(drafts, &session) == OK);
    for (size_t i = 0; i < ROWS; i++) {
        const struct arena_mark mark = arena_mark(arena);
        place.number = i + 1;
        struct drafts_row row = {.number = place.number, .type = 2};
        const struct draft_head sum = {.row_count = place.number};
        const double before = now_ms();
        draft_head_wrap(key, session.id, &sum, head);
        row.head = (struct span){(const char *)head, sizeof head};
        must(draft_wrap(arena, key, &place, (struct span){answer, sizeof answer},
                        &row.sealed) == OK);
        must(drafts_put(drafts, session.id, &row, 0) == OK);
        draft_hash(row.sealed, place.previous_hash);
        times[i] = now_ms() - before;
        arena_release(arena, mark);
    }
    must(drafts_erase(drafts, session.id) == OK);
    drafts_close(drafts);
    print_times("answer_durable", times, ROWS);
}

int main(int argc, char **argv)
{
    struct arena arena;
    arena_init(&arena, ARENA_BYTES);
    bench_scoring(&arena);
    bench_rows(&arena, argc > 1 ? argv[1] : ".");
    arena_done(&arena);
    return 0;
}
