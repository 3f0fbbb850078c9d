/* vacancy_read on any bytes and on a good vacancy with edits: what is taken is written again
 * byte for byte, its basis passes its check, and its norm can be read alone. */
#include "edits.h"
#include "small.h"
#include "usual.h"

#include "setup/vacancy.h"

/* Bits of the first byte: which good vacancy is changed. */
enum { IS_OLD = 2, IS_LARGE = 0xfc };
enum { RATERS = 5, OLD = 2 };

static struct arena always;
static struct span small[2], large[2]; /* the second of before version 3 */

static struct span good_of(const struct assessment *assessment)
{
    static struct importance importance;
    static struct norm norm;
    struct basis *basis = NULL;
    struct agreement_view view;
    struct vacancy vacancy = {.id = SPAN("deck"),
                              .title = SPAN("Deck officer"),
                              .importances = &importance,
                              .importance_count = 1};
    importance = (struct importance){
        .dimension = SPAN("growth"), .weight = 2, .reason = SPAN("why")};
    const bool is_old = assessment->scoring_version == OLD;
    const struct sitting **raters = sample_raters(&always, assessment, RATERS, 5, .95);
    must(basis_build(&always, assessment, raters, RATERS, &basis, &view) == OK);
    if (!is_old) {
        norm = usual_norm(&always, assessment, NORM_STEP);
        importance.by[0] = SPAN("a");
        importance.by[1] = SPAN("b");
        vacancy.is_pilot = true;
    }
    must(vacancy_freeze(&always, &vacancy, basis, is_old ? NULL : &norm,
                        SPAN("2026-11-23")) == OK);
    return vacancy_write(&always, &vacancy);
}

static void begin(void)
{
    arena_init(&always, 256 << 20);
    struct assessment *whole = sample_assessment(&always);
    for (int is_old = 0; is_old < 2; is_old++) {
        whole->scoring_version = is_old ? OLD : SCORING_VERSION;
        small[is_old] =
            good_of(small_assessment(&always, is_old, whole->scoring_version));
        large[is_old] = good_of(whole);
    }
}

static void try_norm(struct arena *arena, const struct norm *norm)
{
    struct norm *again = NULL;
    const struct span bytes = norm_write(arena, norm);
    const enum status status = norm_read(arena, bytes, &again);
    must(status == OK || (status == STATUS_TOO_LARGE && bytes.count > NORM_BYTES_MAX));
    must(status != OK || is_span_equal(norm_write(arena, again), bytes));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena;
    struct vacancy *vacancy = NULL;
    if (!small[0].count)
        begin();
    arena_init(&arena, 256 << 20);
    const int first = size ? data[0] : 0, is_old = first & IS_OLD ? 1 : 0;
    const struct span bytes = edits_apply(
        &arena, (first & IS_LARGE) == IS_LARGE ? large[is_old] : small[is_old], data,
        size);
    if (vacancy_read(&arena, bytes, &vacancy) == OK) {
        must(is_span_equal(vacancy_write(&arena, vacancy), bytes));
        must(is_vacancy_id(vacancy->id));
        must(!vacancy->basis || basis_check(vacancy->basis) == OK);
        if (vacancy->norm)
            try_norm(&arena, vacancy->norm);
    }
    arena_done(&arena);
    return 0;
}
