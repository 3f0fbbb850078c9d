/* basis_read and scorecard_read on any bytes and on good ones with edits: what is taken is
 * written again byte for byte, and a basis that passes its check can be scored against. */
#include "edits.h"
#include "small.h"
#include "usual.h"

#include "scoring/score.h"

/* Bits of the first byte: which good document is changed. A score takes a hundred times as long
 * as reading: it is made for one length in four. */
enum { IS_SCORECARD = 2, IS_OLD = 4, IS_LARGE = 0xf8 };
enum { SCORED_ONE_IN = 4, RATERS = 5, OLD = 2 };

struct good {
    const struct sitting *sitting;
    struct span basis, scorecard;
};

static struct arena always;
static struct good small[2], large[2]; /* the second of before version 3 */

static struct good good_of(const struct assessment *assessment)
{
    struct basis *basis = NULL;
    struct scorecard *scorecard = NULL;
    struct agreement_view view;
    const struct sitting **raters = sample_raters(&always, assessment, RATERS, 5, .95);
    const struct sample_person person = sample_person_of(1, 5, .5);
    must(basis_build(&always, assessment, raters, RATERS, &basis, &view) == OK);
    if (has_basis_means(basis)) {
        const struct norm norm = usual_norm(&always, assessment, NORM_STEP);
        must(norm_apply(&norm, basis) == OK);
        basis->norm_count = NORM_ERROR_LEAST; /* so that it says everything */
        basis->dimensions[0].importance_by[0] = SPAN("a");
    }
    const struct sitting *sitting =
        sample_sit(&always, assessment, ROLE_CANDIDATE, 1, &person);
    must(score_sitting(&always, sitting, basis, &scorecard) == OK);
    must(has_scorecard_figure(&scorecard->now));
    return (struct good){sitting, basis_write(&always, basis),
                         scorecard_write(&always, scorecard)};
}

static void begin(void)
{
    arena_init(&always, 256 << 20);
    struct assessment *whole = sample_assessment(&always);
    for (int is_old = 0; is_old < 2; is_old++) {
        whole->scoring_version = is_old ? OLD : SCORING_VERSION;
        small[is_old] = good_of(small_assessment(&always, 0, whole->scoring_version));
        large[is_old] = good_of(whole);
    }
}

static void try_scorecard(struct arena *arena, struct span bytes)
{
    struct scorecard *scorecard = NULL;
    if (scorecard_read(arena, bytes, &scorecard) == OK)
        must(is_span_equal(scorecard_write(arena, scorecard), bytes));
}

static void try_basis(struct arena *arena, const struct sitting *sitting,
                      struct span bytes)
{
    struct basis *basis = NULL;
    struct scorecard *scorecard = NULL, *again = NULL;
    if (basis_read(arena, bytes, &basis) != OK)
        return;
    must(is_span_equal(basis_write(arena, basis), bytes));
    if (basis_check(basis) == OK && bytes.count % SCORED_ONE_IN == 0 &&
        score_sitting(arena, sitting, basis, &scorecard) == OK)
        must(scorecard_read(arena, scorecard_write(arena, scorecard), &again) == OK);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena;
    const int first = size ? data[0] : 0;
    if (!small[0].sitting)
        begin();
    arena_init(&arena, 256 << 20);
    const int is_old = first & IS_OLD ? 1 : 0;
    const struct good *good =
        (first & IS_LARGE) == IS_LARGE ? &large[is_old] : &small[is_old];
    if (first & IS_SCORECARD)
        try_scorecard(&arena, edits_apply(&arena, good->scorecard, data, size));
    else
        try_basis(&arena, good->sitting, edits_apply(&arena, good->basis, data, size));
    arena_done(&arena);
    return 0;
}
