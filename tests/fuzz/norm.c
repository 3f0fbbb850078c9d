/* norm_read on any bytes and on a good norm with edits: what is taken is written again byte for
 * byte, can be pooled with itself, and lands in a profile of the same dimensions. */
#include "edits.h"
#include "small.h"
#include "usual.h"

enum { IS_LARGE = 0xfe }; /* bits of the first byte: that of the whole form is changed */
enum { RATERS = 5 };

static struct arena always;
static struct span small, large;
static struct basis *profile;

static void begin(void)
{
    struct agreement_view view;
    arena_init(&always, 256 << 20);
    const struct assessment *form = small_assessment(&always, 0, SCORING_VERSION);
    const struct sitting **raters = sample_raters(&always, form, RATERS, 5, .95);
    must(basis_build(&always, form, raters, RATERS, &profile, &view) == OK);
    const struct norm of_small = usual_norm(&always, form, NORM_STEP);
    const struct norm of_large =
        usual_norm(&always, sample_assessment(&always), NORM_STEP);
    small = norm_write(&always, &of_small);
    large = norm_write(&always, &of_large);
}

static void try_pool(struct arena *arena, const struct norm *norm)
{
    const struct norm both[] = {*norm, *norm};
    struct norm pool;
    const enum status status = norm_pool(arena, both, 2, &pool);
    must(status == (2 * norm->source_count > NORM_SOURCES_MAX ? STATUS_TOO_LARGE : OK));
    must(status != OK || pool.count == 2 * norm->count);
}

static void try_apply(struct arena *arena, const struct norm *norm)
{
    struct basis *basis = basis_copy(arena, profile);
    if (norm_apply(norm, basis) == OK)
        must(basis_check(basis) == OK && basis->norm_count == norm->count);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena;
    struct norm *norm = NULL;
    if (!small.count)
        begin();
    arena_init(&arena, 256 << 20);
    const bool is_large = size && (data[0] & IS_LARGE) == IS_LARGE;
    const struct span bytes = edits_apply(&arena, is_large ? large : small, data, size);
    if (norm_read(&arena, bytes, &norm) == OK) {
        must(is_span_equal(norm_write(&arena, norm), bytes));
        try_pool(&arena, norm);
        try_apply(&arena, norm);
    }
    arena_done(&arena);
    return 0;
}
