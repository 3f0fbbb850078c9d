/* `resonance congruence`: whether what is said of the work after a time goes with what people said
 * before they were hired, topic by topic; and what that does not show. */
#include "app/desk/command/operation.h"

#include "app/desk/office/after/hired.h"
#include "app/desk/office/after/outcome_kept.h"
#include "base/json/canonical.h"
#include "measure/congruence.h"
#include "measure/gap.h"
#include "profile/profile_card.h"
#include "profile/profile_name.h"

#include <math.h>

enum { SHOWN_BYTES = 24 << 20, TOPICS_MAX = 64 };

/* What is asked, and what came of it. */
struct asking {
    enum outcome_question question;
    int month;
    const struct part *part;     /* where the topics stand */
    struct span ids[TOPICS_MAX]; /* of the topics */
    size_t topic_count;
    double *x[TOPICS_MAX], *z; /* of each person; NAN: not known */
    size_t count;              /* people of whom it was said */
    struct congruence fits[TOPICS_MAX];
    double p[TOPICS_MAX]; /* adjusted by Holm over all topics */
};

enum status congruence_prepare(struct operation *operation)
{
    const struct options *values = &operation->values;
    struct asking *asking = arena_new(operation->arena, struct asking);
    size_t month = OUTCOME_YEAR;
    operation->state = asking;
    enum status status = options_count(values, "month", 1, OUTCOME_YEAR, &month);
    if (status == OK && month != OUTCOME_YEAR && month != OUTCOME_HALF_YEAR)
        status =
            fail(STATUS_USAGE, "--month is %d or %d", OUTCOME_HALF_YEAR, OUTCOME_YEAR);
    if (status == OK && has_option(values, "question"))
        status =
            outcome_find(span_of(options_text(values, "question")), &asking->question);
    asking->month = (int)month;
    return status == OK ? operation_wants_result_keys(operation) : status;
}

static enum status topics_find(struct operation *operation, struct asking *asking,
                               size_t people)
{
    struct arena *arena = &operation->shown;
    const struct assessment *assessment;
    const enum status status = office_assessment(&operation->office, &assessment);
    if (status != OK)
        return status;
    asking->part = assessment_part(assessment, PART_RESONANCE, ROLE_CANDIDATE, SPAN(""));
    asking->z = arena_array(arena, double, people);
    const struct questionnaire *of = asking->part ? asking->part->questionnaire : NULL;
    for (size_t i = 0; of && i < of->dimension_count && i < TOPICS_MAX; i++) {
        asking->x[i] = arena_array(arena, double, people);
        asking->ids[asking->topic_count++] = of->dimensions[i].id;
    }
    return OK;
}

/* What a person said before, of each topic. */
static void scores_take(struct asking *asking, const struct scorecard *card)
{
    for (size_t i = 0; i < asking->topic_count; i++) {
        asking->x[i][asking->count] = NAN;
        for (size_t k = 0; k < card->dimension_count; k++)
            if (is_span_equal(card->dimensions[k].id, asking->ids[i]))
                asking->x[i][asking->count] = card->dimensions[k].score;
    }
}

/* Whoever said nothing of it is left out, and so is a session that shows no profile. */
static enum status person_take(struct operation *operation, struct asking *asking,
                               const struct chronicle_log *log, const struct hired *hired)
{
    struct arena *arena = &operation->shown;
    const struct arena_mark mark = arena_mark(arena);
    struct outcome *list;
    struct result result;
    struct record *record;
    size_t count = 0;
    enum status status = outcome_kept_list(arena, &operation->office, &hired->about,
                                           &operation->keys, log, &list, &count);
    const struct outcome *last =
        status == OK ? outcome_kept_last(list, count, outcome_side_of(asking->question),
                                         asking->month)
                     : NULL;
    const int rating = last ? last->ratings[asking->question] : 0;
    arena_release(arena, mark);
    if (status != OK || !rating)
        return status;
    const struct arena_mark read = arena_mark(&operation->reader.arena);
    status = result_reader_read(&operation->reader, hired->row->record_id,
                                hired->row->place, &result, &record);
    if (status == OK && !is_profile_card_withheld(record->scorecard)) {
        scores_take(asking, record->scorecard);
        asking->z[asking->count++] = rating;
    }
    arena_release(&operation->reader.arena, read);
    return status;
}

static enum status people_take(struct operation *operation, struct asking *asking,
                               const struct people *people)
{
    struct hired *hired;
    struct chronicle_log log;
    size_t count = 0;
    enum status status = topics_find(operation, asking, people->count);
    if (status == OK)
        status = hired_list(&operation->shown, &operation->office, &operation->keys,
                            people, &hired, &count);
    if (status == OK)
        status = chronicle_log_read(&operation->shown, &operation->office,
                                    &outcome_kept_kind, &log);
    for (size_t i = 0; i < count && status == OK; i++)
        status = person_take(operation, asking, &log, &hired[i]);
    return status;
}

static void fit(struct asking *asking)
{
    double p[TOPICS_MAX];
    for (size_t i = 0; i < asking->topic_count; i++) {
        congruence_fit(asking->x[i], asking->z, asking->count, &asking->fits[i]);
        p[i] = asking->fits[i].p;
    }
    gap_holm(p, asking->topic_count, asking->p);
}

static enum status json_put(struct operation *operation, const struct asking *asking)
{
    struct canonical c = canonical_begin(&operation->shown);
    canonical_object(&c, NULL);
    canonical_whole(&c, "least", CONGRUENCE_LEAST);
    canonical_whole(&c, "month", asking->month);
    canonical_whole(&c, "people", (int64_t)asking->count);
    canonical_text(&c, "question", span_of(outcome_id(asking->question)));
    canonical_list(&c, "topics");
    for (size_t i = 0; asking->count >= CONGRUENCE_LEAST && i < asking->topic_count;
         i++) {
        const struct congruence *fit = &asking->fits[i];
        canonical_object(&c, NULL);
        canonical_rounded(&c, "curve", fit->b[2]);
        canonical_rounded(&c, "curve_se", fit->se[2]);
        canonical_text(&c, "id", asking->ids[i]);
        canonical_rounded(&c, "p", asking->p[i]);
        canonical_whole(&c, "people", (int64_t)fit->count);
        canonical_rounded(&c, "r2", fit->r2);
        canonical_rounded(&c, "slope", fit->b[1]);
        canonical_rounded(&c, "slope_se", fit->se[1]);
        canonical_end(&c);
    }
    canonical_end(&c);
    canonical_end(&c);
    return operation_json(operation, canonical_bytes(&c));
}

static struct span with_se(struct arena *arena, double value, double se)
{
    return span_format(arena, "%.*s (%.*s)", SPAN_ARGS(page_number(arena, value, 2)),
                       SPAN_ARGS(page_number(arena, se, 2)));
}

static void topics_say(struct operation *operation, const struct asking *asking)
{
    static const double sure = .05;
    static const struct page_column columns[] = {
        {"Topic", 0},       {"People", 1}, {"Slope (SE)", 1}, {"Curve (SE)", 1},
        {"Share shown", 1}, {"p", 1},      {"In words", 0}};
    struct arena *arena = &operation->shown;
    struct page_block *table = page_add_table(&operation->page.head, "", columns,
                                              sizeof columns / sizeof *columns);
    for (size_t i = 0; i < asking->topic_count; i++) {
        const struct congruence *fit = &asking->fits[i];
        struct page_row *row = page_row(table, SPAN(""));
        row->cells[0] =
            profile_name(asking->part, operation->page.language, asking->ids[i]);
        row->cells[1] = span_format(arena, "%zu", fit->count);
        row->cells[2] = with_se(arena, fit->b[1], fit->se[1]);
        row->cells[3] = with_se(arena, fit->b[2], fit->se[2]);
        row->cells[4] = page_number(arena, fit->r2, 2);
        row->cells[5] = page_number(arena, asking->p[i], 3);
        row->cells[6] = asking->p[i] < sure ? SPAN("goes with it") : SPAN("not clear");
    }
}

static void say(struct operation *operation, const struct asking *asking)
{
    operation_say(operation, "\"%s\", %d months after: %zu people have said so.",
                  outcome_statement(asking->question), asking->month, asking->count);
    if (asking->count < CONGRUENCE_LEAST) {
        operation_say(operation,
                      "From %d people on it is shown whether that goes with what they "
                      "said before. With fewer, chance alone makes a picture.",
                      CONGRUENCE_LEAST);
        return;
    }
    topics_say(operation, asking);
    operation_say(
        operation,
        "z = b0 + slope x + curve x squared; x is what a person said before, "
        "from −1 to 1. p is of slope and curve together, adjusted over all "
        "topics. With %zu people a connection weaker than %.*s (a "
        "correlation) is mostly not seen.",
        asking->count,
        SPAN_ARGS(page_number(&operation->shown, congruence_seen(asking->count), 2)));
    operation_say(operation,
                  "One organization cannot test congruence: its own side is the same for "
                  "everybody, so this shows only what kind of people say so. Whoever was "
                  "not hired, or said nothing, is not in it. It is no reason to choose "
                  "or to turn down anybody.");
}

enum status congruence_run(struct operation *operation)
{
    struct asking *asking = operation->state;
    struct people people = {0};
    enum status status = operation_people_read(operation, SHOWN_BYTES, &people);
    if (status == OK)
        status = people_take(operation, asking, &people);
    if (status == OK)
        operation_note(operation, "congruence counted",
                       span_of(outcome_id(asking->question)));
    people_close(&people);
    if (status != OK)
        return status;
    fit(asking);
    if (has_option(&operation->values, "json"))
        return json_put(operation, asking);
    say(operation, asking);
    return OK;
}
