/* record_read and record_peek on any bytes and on good records with edits: what is taken is
 * written again byte for byte, and can be scored. */
#include "edits.h"
#include "sample.h"

#include "model/record.h"

static struct arena always;
static const struct assessment *assessment;
static struct span good[2];

static struct span written(const struct sitting *sitting, const struct basis *basis)
{
    struct scorecard *scorecard = NULL;
    struct provenance provenance = {.software = SPAN("0.1.0"), .mode = SPAN("kiosk")};
    memcpy(provenance.assessment_hash, assessment->hash, sizeof assessment->hash);
    must(score_sitting(&always, sitting, basis, &scorecard) == OK);
    return record_write(&always, sitting, basis, scorecard, &provenance);
}

static void begin(void)
{
    struct basis *basis = NULL;
    struct agreement_view view;
    arena_init(&always, 256 << 20);
    assessment = sample_assessment(&always);
    const struct sitting **raters = sample_raters(&always, assessment, 4, 5, .8);
    const struct sample_person person = sample_person_of(1, 5, .5);
    must(basis_build(&always, assessment, raters, 4, &basis, &view) == OK);
    good[0] = written(sample_sit(&always, assessment, ROLE_CANDIDATE, 1, &person), basis);
    good[1] = written(raters[0], NULL);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena;
    struct record *record = NULL;
    struct provenance provenance;
    struct sitting_start start;
    struct span again;
    if (!assessment)
        begin();
    arena_init(&arena, 256 << 20);
    const struct span bytes =
        edits_apply(&arena, good[size && (data[0] & 2) ? 1 : 0], data, size);
    const enum status peeked = record_peek(&arena, bytes, &provenance, &start);
    if (record_read(&arena, assessment, bytes, &record) == OK) {
        must(peeked == OK);
        must(is_span_equal(record_write(&arena, record->sitting, record->basis,
                                        record->scorecard, &record->provenance),
                           bytes));
        const enum status status = scorecard_again(&arena, record, &again);
        must(status == OK || status == STATUS_UNSUPPORTED || status == STATUS_BAD_INPUT);
    }
    arena_done(&arena);
    return 0;
}
