/* A record: all that was answered and all that its score needs, back from its bytes, and
 * nothing it must not hold. */
#include "sample.h"

#include "base/file.h"
#include "base/json/json.h"
#include "scoring/score.h"
#include "scoring/record.h"
#include "scoring/record_size.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

static struct arena arena;
static struct assessment *assessment;
static struct basis *basis;
static struct provenance provenance;

static int arena_begin(void **state)
{
    (void)state;
    arena_init(&arena, 512 << 20);
    assessment = sample_assessment_ranked(&arena);
    provenance = (struct provenance){.software = SPAN("0.1.0"),
                                     .organization = SPAN("Northwind Ferries"),
                                     .mode = SPAN("kiosk"),
                                     .finished_unix_ms = 1795471234567};
    memcpy(provenance.assessment_hash, assessment->hash, sizeof assessment->hash);
    struct agreement_view view;
    const struct sitting **raters = sample_raters(&arena, assessment, 6, 5, .8);
    return basis_build(&arena, assessment, raters, 6, &basis, &view) != OK;
}

static int arena_end(void **state)
{
    (void)state;
    arena_done(&arena);
    return 0;
}

static struct span written(const struct sitting *sitting, const struct basis *against)
{
    struct scorecard *scorecard = NULL;
    assert_int_equal(score_sitting(&arena, sitting, against, &scorecard), OK);
    return record_write(&arena, sitting, against, scorecard, &provenance);
}

static struct sitting *candidate(uint64_t seed)
{
    const struct sample_person person = sample_person_of(seed, 5, .5);
    return sample_sit(&arena, assessment, ROLE_CANDIDATE, seed, &person);
}

/* `bytes` with `from`, which is in it, replaced by `to`, which is as long. */
static struct span swapped(struct span bytes, const char *from, const char *to)
{
    char *copy = arena_alloc(&arena, bytes.count);
    memcpy(copy, bytes.data, bytes.count);
    char *at = memmem(copy, bytes.count, from, strlen(from));
    assert_non_null(at);
    memcpy(at, to, strlen(to));
    return (struct span){copy, bytes.count};
}

static bool has_text(struct span bytes, const char *text)
{
    return memmem(bytes.data, bytes.count, text, strlen(text)) != NULL;
}

static void a_record_comes_back_and_scores_the_same(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 10; seed++) {
        const struct sitting *sitting = candidate(seed);
        const struct span bytes = written(sitting, basis);
        struct record *record = NULL;
        struct span again;
        assert_int_equal(record_read(&arena, assessment, bytes, &record), OK);
        assert_int_equal(record_rescore(&arena, record, &again), OK);
        assert_true(is_span_equal(again, record->scorecard_bytes));
        assert_true(record->sitting->is_finished);
        assert_true(is_span_equal(record_write(&arena, record->sitting, record->basis,
                                               record->scorecard, &record->provenance),
                                  bytes));
        for (size_t step = 0; step < sitting->step_count; step++)
            if (is_sitting_counted(sitting, step))
                assert_true(is_sample_same(sitting->steps[step].item,
                                           &sitting->answers[step],
                                           &record->sitting->answers[step]));
    }
}

static void a_rater_stays_anonymous(void **state)
{
    (void)state;
    const struct sample_person person = sample_person_of(3, 5, .8);
    struct sitting *sitting = sample_sit(&arena, assessment, ROLE_RATER, 3, &person);
    struct record *record = NULL;
    sitting->start.invite = 4711;
    const struct span bytes = written(sitting, NULL);
    assert_int_equal(record_read(&arena, assessment, bytes, &record), OK);
    assert_int_equal(record->sitting->start.invite, 0);
    assert_int_equal(record->sitting->start.started_unix_ms % (24 * 3600 * 1000), 0);
    assert_int_equal(record->provenance.finished_unix_ms % (24 * 3600 * 1000), 0);
    assert_null(record->basis);
    assert_false(has_text(bytes, "4711"));
}

/* The desk compares pseudonyms, and knows a record that it is in by its format; records from before
 * stay what they are, to the byte. */
static void a_pseudonym_makes_a_record_of_the_second_format(void **state)
{
    (void)state;
    const struct sample_person person = sample_person_of(3, 5, .8);
    struct sitting *sitting = sample_sit(&arena, assessment, ROLE_RATER, 3, &person);
    struct record *record = NULL;
    struct record_peeked peeked;
    const struct span before = written(sitting, NULL);
    sitting->start.has_pseudonym = true;
    memset(sitting->start.pseudonym, 0xab, sizeof sitting->start.pseudonym);
    const struct span bytes = written(sitting, NULL);
    assert_true(has_text(before, "\"format\":\"resonance-record-1\""));
    assert_false(has_text(before, "pseudonym"));
    assert_true(has_text(bytes, "\"format\":\"resonance-record-2\""));
    assert_true(has_text(bytes, "\"pseudonym\":\"abababababababababababababababab\""));
    assert_int_equal(record_read(&arena, assessment, bytes, &record), OK);
    assert_memory_equal(record->sitting->start.pseudonym, sitting->start.pseudonym,
                        sizeof sitting->start.pseudonym);
    assert_int_equal(record_peek(&arena, assessment, bytes, &peeked), OK);
    assert_true(peeked.start.has_pseudonym);
    assert_int_equal(record_read(&arena, assessment, before, &record), OK);
    assert_false(record->sitting->start.has_pseudonym);
    assert_int_equal(record_read(&arena, assessment,
                                 swapped(bytes, "-record-2", "-record-1"), &record),
                     STATUS_DAMAGED);
    assert_int_equal(record_read(&arena, assessment,
                                 swapped(before, "-record-1", "-record-2"), &record),
                     STATUS_DAMAGED);
    assert_int_equal(record_read(&arena, assessment,
                                 swapped(before, "-record-1", "-record-3"), &record),
                     STATUS_UNSUPPORTED);
}

static void the_number_of_a_candidate_is_pseudonym_enough(void **state)
{
    (void)state;
    struct sitting *sitting = candidate(3);
    const struct span before = written(sitting, basis);
    sitting->start.has_pseudonym = true;
    assert_true(is_span_equal(written(sitting, basis), before));
}

static void clocks_are_floored_to_the_hour(void **state)
{
    (void)state;
    struct record *record = NULL;
    struct sitting *sitting = candidate(3);
    sitting->start.started_unix_ms = -1; /* a clock before 1970 */
    assert_int_equal(record_read(&arena, assessment, written(sitting, basis), &record),
                     OK);
    assert_int_equal(record->provenance.finished_unix_ms, 1795471200000);
    assert_int_equal(record->sitting->start.started_unix_ms, -3600000);
    assert_int_equal(record->sitting->start.invite, 7);
}

static void what_is_hidden_or_practice_is_not_written(void **state)
{
    (void)state;
    struct sitting *sitting = sample_begin(&arena, assessment, ROLE_CANDIDATE, 9);
    struct answer pick = {.state = ANSWER_GIVEN}, answer = pick;
    answer.text = SPAN("practised words");
    sitting_put(sitting, (size_t)sitting_find(sitting, SPAN("practice:p2")), &answer);
    pick.pick = 0;
    sitting_put(sitting, (size_t)sitting_find(sitting, SPAN("asking:q1")), &pick);
    answer.text = SPAN("hidden words");
    sitting_put(sitting, (size_t)sitting_find(sitting, SPAN("asking:q2")), &answer);
    pick.pick = 2;
    sitting_put(sitting, (size_t)sitting_find(sitting, SPAN("asking:q1")), &pick);
    sitting->is_finished = 1;
    const struct span bytes = written(sitting, NULL);
    assert_false(has_text(bytes, "practised"));
    assert_false(has_text(bytes, "hidden words"));
    assert_false(has_text(bytes, "asking:q2"));
    assert_true(has_text(bytes, "asking:q1"));
    struct record *record = NULL;
    assert_int_equal(record_read(&arena, assessment, bytes, &record), OK);
}

static void a_peek_tells_who_and_what_was_scored(void **state)
{
    (void)state;
    const struct span bytes = written(candidate(3), basis);
    struct record_peeked peeked;
    struct record *record = NULL;
    assert_int_equal(record_peek(&arena, assessment, bytes, &peeked), OK);
    assert_memory_equal(peeked.provenance.assessment_hash, assessment->hash, 32);
    assert_true(is_span(peeked.provenance.organization, "Northwind Ferries"));
    assert_true(is_span(peeked.start.vacancy, "deck"));
    assert_int_equal(peeked.start.seed, 3);
    assert_int_equal(record_read(&arena, assessment, bytes, &record), OK);
    assert_true(is_span_equal(scorecard_write(&arena, peeked.scorecard),
                              record->scorecard_bytes));
}

/* Answers that nobody can have given: record_read finds them out, a peek does not look. */
static void a_peek_does_not_look_at_answers(void **state)
{
    (void)state;
    struct record_peeked peeked;
    struct record *record = NULL;
    const struct span bytes = written(candidate(3), basis);
    char *copy = (char *)(uintptr_t)span_text(&arena, bytes);
    const struct span changed = {copy, bytes.count};
    *strstr(strstr(copy, "\"answers\""), "\"kind\"") = ' ';
    assert_int_equal(record_peek(&arena, assessment, changed, &peeked), STATUS_DAMAGED);
    memcpy(strstr(copy, " kind\""), "\"kink\"", 6);
    assert_int_equal(record_read(&arena, assessment, changed, &record), STATUS_DAMAGED);
    assert_int_equal(record_peek(&arena, assessment, changed, &peeked), OK);
    assert_int_equal(peeked.start.seed, 3);
}

static void another_assessment_is_refused(void **state)
{
    (void)state;
    const struct span bytes = written(candidate(3), basis);
    struct record *record = NULL;
    struct record_peeked peeked = {0};
    assessment->hash[0] ^= 1;
    assert_int_equal(record_read(&arena, assessment, bytes, &record), STATUS_NOT_FOUND);
    assert_null(record);
    assert_int_equal(record_peek(&arena, assessment, bytes, &peeked), STATUS_NOT_FOUND);
    assert_null(peeked.scorecard);
}

/* Whatever single byte is changed, the record is refused: the whole is checked by writing it
 * again. Only inside texts is another byte another text. */
static void a_changed_structure_is_refused(void **state)
{
    (void)state;
    const struct span bytes = written(candidate(3), basis);
    struct chance chance = chance_init(7);
    char *copy = (char *)(uintptr_t)span_text(&arena, bytes);
    for (int i = 0; i < 300; i++) {
        const size_t at = (size_t)chance_below(&chance, bytes.count);
        const char old = copy[at];
        if (!strchr("{}[]:,\"", old))
            continue;
        struct record *record = NULL;
        const struct arena_mark mark = arena_mark(&arena);
        copy[at] = ' ';
        assert_true(record_read(&arena, assessment, (struct span){copy, bytes.count},
                                &record) != OK);
        copy[at] = old;
        arena_release(&arena, mark);
    }
}

static void a_newer_format_is_told_apart(void **state)
{
    (void)state;
    struct record *record = NULL;
    const struct span bytes = written(candidate(3), basis);
    char *copy = (char *)(uintptr_t)span_text(&arena, bytes);
    *(strstr(copy, "resonance-record-1") + 17) = '3';
    assert_int_equal(
        record_read(&arena, assessment, (struct span){copy, bytes.count}, &record),
        STATUS_UNSUPPORTED);
}

/* Every text full of the widest characters, or of quotes: still not larger than promised. */
static void no_record_is_larger_than_promised(void **state)
{
    (void)state;
    static const char *const letters[] = {"\xf0\x9f\x98\x80", "\"", "\n"};
    for (size_t kind = 0; kind < 3; kind++) {
        struct sitting *sitting = candidate(3);
        char *text = arena_alloc(&arena, 6000);
        size_t count = 0;
        while (count < 5996)
            for (const char *at = letters[kind]; *at; at++)
                text[count++] = *at;
        sitting->is_finished = 0;
        for (size_t step = 0; step < sitting->step_count; step++) {
            struct answer answer = sitting->answers[step];
            answer.spent_ms = INT64_MAX / 4096;
            answer.change_count = INT32_MAX;
            if (item_kind_shape(sitting->steps[step].item->kind) == SHAPE_TEXT)
                answer.text = (struct span){text, count};
            sitting_put(sitting, step, &answer);
        }
        sitting->is_finished = 1;
        const size_t most = record_size_most(assessment, ROLE_CANDIDATE);
        const size_t now = written(sitting, basis).count -
                           basis_write(&arena, basis).count + BASIS_BYTES_MAX;
        assert_true(now <= most);
        assert_true(most <= 3 * now); /* and the promise is not empty */
    }
}

/* Every key of the tree stands in RECORD.md, in code letters. */
static void assert_published(struct span schema, const struct json *value)
{
    for (const struct json *child = value->first; child; child = child->next) {
        const struct span word = span_format(&arena, "`%.*s`", SPAN_ARGS(child->key));
        if (child->key.data && !memmem(schema.data, schema.count, word.data, word.count))
            fail_msg("%s is not in RECORD.md", word.data);
        assert_published(schema, child);
    }
}

static void every_key_is_published(void **state)
{
    (void)state;
    static const struct json_limits limits = {1 << 20, 20, 60000};
    struct json_document document = {0};
    struct json_fault fault;
    struct span schema;
    assert_int_equal(
        file_read(&arena, SOURCE_DIR "/questionnaires/RECORD.md", 1 << 20, &schema), OK);
    assert_int_equal(
        json_read(&arena, written(candidate(3), basis), &limits, &document, &fault), OK);
    assert_published(schema, document.root);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, arena_begin, arena_end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_record_comes_back_and_scores_the_same),
        TEST(a_rater_stays_anonymous),
        TEST(a_pseudonym_makes_a_record_of_the_second_format),
        TEST(the_number_of_a_candidate_is_pseudonym_enough),
        TEST(clocks_are_floored_to_the_hour),
        TEST(what_is_hidden_or_practice_is_not_written),
        TEST(a_peek_tells_who_and_what_was_scored),
        TEST(a_peek_does_not_look_at_answers),
        TEST(another_assessment_is_refused),
        TEST(a_changed_structure_is_refused),
        TEST(a_newer_format_is_told_apart),
        TEST(every_key_is_published),
        TEST(no_record_is_larger_than_promised),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
