/* vacancy_read on any bytes and on a good vacancy with edits: what is taken is written again
 * byte for byte, and its basis passes its check. */
#include "edits.h"
#include "small.h"

#include "setup/vacancy.h"

enum { IS_LARGE = 0xfc }; /* bits of the first byte: the large good vacancy is changed */

static struct arena always;
static struct span tiny, large;

static struct span good_of(const struct assessment *assessment)
{
    static struct importance importance;
    struct basis *basis = NULL;
    struct agreement_view view;
    struct vacancy vacancy = {.id = SPAN("deck"),
                              .title = SPAN("Deck officer"),
                              .importances = &importance,
                              .importance_count = 1};
    importance = (struct importance){
        .dimension = SPAN("growth"), .weight = 2, .reason = SPAN("why")};
    const struct sitting **raters = sample_raters(&always, assessment, 3, 5, .8);
    must(basis_build(&always, assessment, raters, 3, &basis, &view) == OK);
    must(vacancy_freeze(&always, &vacancy, basis, NULL, SPAN("2026-11-23")) == OK);
    return vacancy_write(&always, &vacancy);
}

static void begin(void)
{
    arena_init(&always, 256 << 20);
    tiny = good_of(small_assessment(&always, 1));
    large = good_of(sample_assessment(&always));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena;
    struct vacancy *vacancy = NULL;
    if (!tiny.count)
        begin();
    arena_init(&arena, 256 << 20);
    const struct span bytes = edits_apply(
        &arena, size && (data[0] & IS_LARGE) == IS_LARGE ? large : tiny, data, size);
    if (vacancy_read(&arena, bytes, &vacancy) == OK) {
        must(is_span_equal(vacancy_write(&arena, vacancy), bytes));
        must(is_vacancy_id(vacancy->id));
        must(!vacancy->basis || basis_check(vacancy->basis) == OK);
    }
    arena_done(&arena);
    return 0;
}
