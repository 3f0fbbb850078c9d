/* record_read and record_peek on any bytes and on good records with edits: what is taken is
 * written again byte for byte, and can be scored. */
#include "edits.h"
#include "small.h"

#include "scoring/score.h"
#include "scoring/record.h"
#include "sitting/sitting_redo.h"

/* Bits of the first byte: which good document is changed. Reading is tried always; what can be done
 * with a record besides takes longer, and is tried for one length in four. */
enum { IS_RATER = 2, IS_OLD = 4, IS_LARGE = 0xf8 };
enum { TRIED_ONE_IN = 4, LARGE_BYTES = 8192, RATERS = 5, OLD = 2 };

struct good {
    const struct assessment *assessment;
    struct span candidate, rater;
};

static struct arena always;
static struct good tiny[2], large[2]; /* the second of before version 3 */

static struct span written(const struct sitting *sitting, const struct basis *basis)
{
    struct scorecard *scorecard = NULL;
    struct provenance provenance = {.software = SPAN("0.1.0"), .mode = SPAN("kiosk")};
    memcpy(provenance.assessment_hash, sitting->assessment->hash,
           sizeof provenance.assessment_hash);
    must(score_sitting(&always, sitting, basis, &scorecard) == OK);
    return record_write(&always, sitting, basis, scorecard, &provenance);
}

/* A part is answered again, with the same answers. */
static void answer_again(struct sitting *sitting)
{
    const unsigned char parts[PARTS_MAX] = {0, 1};
    sitting->is_finished = false;
    sitting_redo_begin(sitting, parts);
    for (size_t i = 0; i < sitting->step_count; i++) {
        const struct answer answer = sitting->answers[i];
        if (is_sitting_redo_waiting(sitting, i))
            sitting_put(sitting, i, &answer);
    }
    sitting_redo_end(sitting);
    sitting->is_finished = true;
}

static struct good good_of(const struct assessment *assessment)
{
    struct basis *basis = NULL;
    struct agreement_view view;
    const struct sitting **raters = sample_raters(&always, assessment, RATERS, 5, .8);
    const struct sample_person person = sample_person_of(1, 5, .5);
    struct sitting *candidate =
        sample_sit(&always, assessment, ROLE_CANDIDATE, 1, &person);
    must(basis_build(&always, assessment, raters, RATERS, &basis, &view) == OK);
    if (has_basis_means(basis))
        answer_again(candidate);
    return (struct good){.assessment = assessment,
                         .candidate = written(candidate, basis),
                         .rater = written(raters[0], NULL)};
}

static void begin(void)
{
    arena_init(&always, 256 << 20);
    for (int is_old = 0; is_old < 2; is_old++) {
        const int version = is_old ? OLD : SCORING_VERSION;
        struct assessment *whole = sample_assessment(&always);
        whole->scoring_version = version;
        tiny[is_old] = good_of(small_assessment(&always, 1, version));
        large[is_old] = good_of(whole);
    }
}

/* What was taken: as it is peeked into, written and scored again. */
static void try_taken(struct arena *arena, struct span bytes, const struct record *record)
{
    const struct assessment *assessment = record->sitting->assessment;
    struct record_peeked peeked;
    struct span again;
    must(record_peek(arena, assessment, bytes, &peeked) == OK);
    must(
        is_span_equal(scorecard_write(arena, peeked.scorecard), record->scorecard_bytes));
    must(is_span_equal(record_write(arena, record->sitting, record->basis,
                                    record->scorecard, &record->provenance),
                       bytes));
    const enum status status = record_rescore(arena, record, &again);
    must(status == OK || status == STATUS_UNSUPPORTED || status == STATUS_BAD_INPUT);
}

static void try_record(struct arena *arena, struct span bytes)
{
    struct record *record = NULL;
    struct record_peeked peeked;
    const struct assessment *assessment =
        bytes.count > LARGE_BYTES ? large[0].assessment : tiny[0].assessment;
    const bool is_taken = record_read(arena, assessment, bytes, &record) == OK;
    if (bytes.count % TRIED_ONE_IN)
        return;
    if (is_taken)
        try_taken(arena, bytes, record);
    else
        (void)!record_peek(arena, assessment, bytes, &peeked);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena;
    const int first = size ? data[0] : 0;
    if (!tiny[0].assessment)
        begin();
    arena_init(&arena, 256 << 20);
    const int is_old = first & IS_OLD ? 1 : 0;
    const struct good *good =
        (first & IS_LARGE) == IS_LARGE ? &large[is_old] : &tiny[is_old];
    const struct span bytes =
        edits_apply(&arena, first & IS_RATER ? good->rater : good->candidate, data, size);
    try_record(&arena, bytes);
    arena_done(&arena);
    return 0;
}
