/* basis_read and scorecard_read on any bytes and on good ones with edits: what is taken is
 * written again byte for byte, and a basis that passes its check can be scored against. */
#include "edits.h"
#include "sample.h"

#include "model/scorecard.h"

static struct arena always;
static const struct sitting *sitting;
static struct span good_basis, good_scorecard;

static void begin(void)
{
    struct basis *basis = NULL;
    struct scorecard *scorecard = NULL;
    struct agreement_view view;
    arena_init(&always, 256 << 20);
    const struct assessment *assessment = sample_assessment(&always);
    const struct sitting **raters = sample_raters(&always, assessment, 4, 5, .8);
    const struct sample_person person = sample_person_of(1, 5, .5);
    must(basis_build(&always, assessment, raters, 4, &basis, &view) == OK);
    sitting = sample_sit(&always, assessment, ROLE_CANDIDATE, 1, &person);
    must(score_sitting(&always, sitting, basis, &scorecard) == OK);
    good_basis = basis_write(&always, basis);
    good_scorecard = scorecard_write(&always, scorecard);
}

static void try_basis(struct arena *arena, struct span bytes)
{
    struct basis *basis = NULL;
    struct scorecard *scorecard = NULL;
    if (basis_read(arena, bytes, &basis) != OK)
        return;
    must(is_span_equal(basis_write(arena, basis), bytes));
    if (basis_check(basis) == OK &&
        score_sitting(arena, sitting, basis, &scorecard) == OK) {
        struct scorecard *again = NULL;
        const struct span written = scorecard_write(arena, scorecard);
        must(scorecard_read(arena, written, &again) == OK);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena;
    struct scorecard *scorecard = NULL;
    if (!sitting)
        begin();
    arena_init(&arena, 256 << 20);
    if (size && (data[0] & 2)) {
        const struct span bytes = edits_apply(&arena, good_scorecard, data, size);
        if (scorecard_read(&arena, bytes, &scorecard) == OK)
            must(is_span_equal(scorecard_write(&arena, scorecard), bytes));
    } else {
        try_basis(&arena, edits_apply(&arena, good_basis, data, size));
    }
    arena_done(&arena);
    return 0;
}
