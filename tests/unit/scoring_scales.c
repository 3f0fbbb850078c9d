/* Scores that documents of an assessment define themselves: in the scorecard, in the record, and
 * back. */
#include "read.h"
#include "sample.h"

#include "scoring/record.h"
#include "scoring/record_size.h"
#include "scoring/score.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

static struct arena arena;
static const struct assessment *assessment;

static struct span with_part(struct span text)
{
    static const char parts[] = "\"parts\": [";
    static const char part[] =
        "{\"id\": \"tea\", \"use\": \"closing\", \"role\": \"candidate\", \"frame\": "
        "\"candidate\", \"file\": \"tea.osd\", \"title_key\": \"own\"},";
    const char *found = memmem(text.data, text.count, parts, strlen(parts));
    must(found != NULL);
    const size_t at = (size_t)(found - text.data) + strlen(parts);
    return span_format(&arena, "%.*s%s%.*s", SPAN_ARGS(span_cut(text, 0, at)), part,
                       SPAN_ARGS(span_cut(text, at, text.count)));
}

/* The shipped assessment with tests/data/scales/tea.osd as its first part. */
static int arena_begin(void **state)
{
    (void)state;
    struct assessment_file *files;
    struct assessment *read = NULL;
    arena_init(&arena, 512 << 20);
    struct fault_list faults = fault_list_init(&arena);
    size_t count = read_folder(&arena, SOURCE_DIR "/questionnaires/strategy-fit", &files);
    for (size_t i = 0; i < count; i++)
        if (is_span(files[i].name, "assessment.json"))
            files[i].bytes = with_part(files[i].bytes);
    files[count].name = SPAN("tea.osd");
    if (file_read(&arena, SOURCE_DIR "/tests/data/scales/tea.osd", 1 << 20,
                  &files[count++].bytes) != OK)
        return 1;
    const enum status status = assessment_read(&arena, files, count, &faults, &read);
    read_faults(&faults);
    assessment = read;
    return status != OK;
}

static int arena_end(void **state)
{
    (void)state;
    arena_done(&arena);
    return 0;
}

static void answer(struct sitting *sitting, const char *id, double number)
{
    const int step = sitting_find(sitting, span_of(id));
    assert_int_not_equal(step, NO_STEP);
    struct answer given = answer_empty(sitting->steps[step].item);
    given.state = ANSWER_GIVEN;
    if (item_kind_shape(sitting->steps[step].item->kind) == SHAPE_PICK)
        given.pick = (int16_t)number;
    else
        given.number = number;
    sitting_put(sitting, (size_t)step, &given);
}

/* Somebody who has black tea (pick 0) with milk, or green tea, after which nobody asks for milk. */
static struct sitting *drinker(int pick)
{
    const struct sample_person person = sample_person_of(3, 5, .5);
    struct sitting *sitting = sample_sit(&arena, assessment, ROLE_CANDIDATE, 3, &person);
    sitting->is_finished = 0;
    answer(sitting, "tea:tea1", 5);
    answer(sitting, "tea:tea2", 2);
    answer(sitting, "tea:tea3", 3);
    answer(sitting, "tea:milk", 1);
    answer(sitting, "tea:kind", pick);
    sitting->is_finished = 1;
    return sitting;
}

static struct scorecard *card_of(const struct sitting *sitting)
{
    struct scorecard *scorecard = NULL;
    assert_int_equal(score_sitting(&arena, sitting, NULL, &scorecard), OK);
    return scorecard;
}

static void check_scale(const struct scorecard *card, size_t at, const char *id,
                        int answered, double score)
{
    assert_true(is_span(card->scales[at].id, id));
    assert_int_equal(card->scales[at].answered, answered);
    assert_true(isnan(score) ? isnan(card->scales[at].score)
                             : fabs(card->scales[at].score - score) < 1e-9);
}

static void a_document_is_scored_as_it_says(void **state)
{
    (void)state;
    const struct scorecard *card = card_of(drinker(0));
    assert_int_equal(card->scale_count, 5);
    check_scale(card, 0, "tea:liking", 3, 4);
    check_scale(card, 1, "tea:all", 3, 9);
    check_scale(card, 2, "tea:percent", 1, 75);
    check_scale(card, 3, "tea:strict", 2, 6);
    check_scale(card, 4, "tea:is_fond", SCALE_COMPUTED, 1);
}

/* What stands in a record once never changes. */
static void the_bytes_are_those_that_were(void **state)
{
    (void)state;
    static const char scales[] =
        "\"scales\":[{\"answered\":3,\"id\":\"tea:liking\",\"score\":\"4\"},"
        "{\"answered\":3,\"id\":\"tea:all\",\"score\":\"9\"},"
        "{\"answered\":1,\"id\":\"tea:percent\",\"score\":\"75\"},"
        "{\"answered\":2,\"id\":\"tea:strict\",\"score\":\"6\"},"
        "{\"answered\":null,\"id\":\"tea:is_fond\",\"score\":\"1\"}],\"scoring_version\":3";
    const struct span bytes = scorecard_write(&arena, card_of(drinker(0)));
    assert_non_null(memmem(bytes.data, bytes.count, scales, sizeof scales - 1));
}

static void what_was_hidden_at_the_end_does_not_count(void **state)
{
    (void)state;
    const struct scorecard *card = card_of(drinker(1));
    check_scale(card, 1, "tea:all", 2, 8);
    check_scale(card, 3, "tea:strict", 1, NAN);
}

static void the_scores_stand_in_the_record_and_come_back(void **state)
{
    (void)state;
    struct provenance provenance = {.software = SPAN("0.1.0"),
                                    .organization = SPAN("Northwind Ferries"),
                                    .mode = SPAN("kiosk")};
    struct record *record = NULL;
    struct span again;
    memcpy(provenance.assessment_hash, assessment->hash, sizeof assessment->hash);
    struct sitting *sitting = drinker(1);
    const struct scorecard *card = card_of(sitting);
    const struct span bytes = record_write(&arena, sitting, NULL, card, &provenance);
    static const char row[] = "{\"answered\":1,\"id\":\"tea:strict\",\"score\":null}";
    assert_non_null(memmem(bytes.data, bytes.count, row, sizeof row - 1));
    assert_int_equal(record_read(&arena, assessment, bytes, &record), OK);
    assert_int_equal(record->scorecard->scale_count, card->scale_count);
    assert_int_equal(record_rescore(&arena, record, &again), OK);
    assert_true(is_span_equal(again, record->scorecard_bytes));
    assert_true(bytes.count <= record_size_most(assessment, ROLE_CANDIDATE));
}

static void older_versions_know_nothing_of_it(void **state)
{
    (void)state;
    struct assessment older = *assessment;
    const struct sample_person person = sample_person_of(3, 5, .5);
    older.scoring_version = 2;
    const size_t room = record_size_most(assessment, ROLE_CANDIDATE);
    assert_true(record_size_most(&older, ROLE_CANDIDATE) < room);
    const struct sitting *sitting =
        sample_sit(&arena, &older, ROLE_CANDIDATE, 3, &person);
    const struct scorecard *card = card_of(sitting);
    assert_int_equal(card->scale_count, 0);
    const struct span bytes = scorecard_write(&arena, card);
    assert_null(memmem(bytes.data, bytes.count, "scales", 6));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_document_is_scored_as_it_says),
        cmocka_unit_test(the_bytes_are_those_that_were),
        cmocka_unit_test(what_was_hidden_at_the_end_does_not_count),
        cmocka_unit_test(the_scores_stand_in_the_record_and_come_back),
        cmocka_unit_test(older_versions_know_nothing_of_it),
    };
    return cmocka_run_group_tests(tests, arena_begin, arena_end);
}
