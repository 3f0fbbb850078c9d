/* A sitting: which steps, in which order, shown when, how far, and back from its rows. */
#include "declined.h"
#include "sample.h"

#include "base/json/canonical_take.h"

#include "sitting/sitting_progress.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

static struct arena arena;
static struct assessment *assessment;

static int arena_begin(void **state)
{
    (void)state;
    arena_init(&arena, 64 << 20);
    assessment = sample_assessment(&arena);
    return 0;
}

static int arena_end(void **state)
{
    (void)state;
    arena_done(&arena);
    return 0;
}

static size_t step_of(const struct sitting *sitting, const char *id)
{
    const int step = sitting_find(sitting, span_of(id));
    assert_true(step != NO_STEP);
    return (size_t)step;
}

static void put_pick(struct sitting *sitting, const char *id, int pick)
{
    const struct answer answer = {.state = ANSWER_GIVEN, .pick = (int16_t)pick};
    sitting_put(sitting, step_of(sitting, id), &answer);
}

static void put_text(struct sitting *sitting, const char *id, const char *text)
{
    const struct answer answer = {.state = ANSWER_GIVEN, .text = span_of(text)};
    sitting_put(sitting, step_of(sitting, id), &answer);
}

static void a_role_has_its_parts_only(void **state)
{
    (void)state;
    const struct sitting *person = sample_begin(&arena, assessment, ROLE_CANDIDATE, 1);
    const struct sitting *rater = sample_begin(&arena, assessment, ROLE_RATER, 1);
    assert_int_equal(person->step_count, 2 + 20 + 30 + 6 + 2 + 6);
    assert_int_equal(rater->step_count, 2 * (20 + 30) + 6);
    assert_int_equal(sitting_find(person, SPAN("values-now:b01")), NO_STEP);
    assert_int_equal(sitting_find(rater, SPAN("values:b01")), NO_STEP);
    assert_int_equal(sitting_find(person, SPAN("values:")), NO_STEP);
    assert_int_equal(sitting_find(person, SPAN("")), NO_STEP);
    for (size_t step = 0; step < person->step_count; step++)
        assert_int_equal(sitting_find(person, sitting_step_id(&arena, person, step)),
                         step);
}

static void an_assessment_without_the_role_is_refused(void **state)
{
    (void)state;
    struct sitting *sitting = NULL;
    const struct sitting_start start = {.role = ROLE_RATER};
    assessment->part_count = 6; /* the candidate's */
    assert_int_equal(sitting_begin(&arena, assessment, &start, &sitting),
                     STATUS_BAD_INPUT);
    assert_null(sitting);
}

/* Blocks stay in their class of four; every statement is shown once. */
static void the_seed_shuffles_inside_classes(void **state)
{
    (void)state;
    size_t moved_blocks = 0, moved_statements = 0;
    for (uint64_t seed = 0; seed < 50; seed++) {
        const struct sitting *sitting =
            sample_begin(&arena, assessment, ROLE_CANDIDATE, seed);
        const struct item *items = assessment->parts[1].questionnaire->items;
        for (size_t place = 0; place < 20; place++) {
            const struct step *step = &sitting->steps[2 + place];
            unsigned seen = 0;
            assert_int_equal(step->item->section, place / 4);
            moved_blocks += step->item != &items[place];
            assert_int_equal(step->order_count, 4);
            for (size_t i = 0; i < 4; i++) {
                seen |= 1u << step->order[i];
                moved_statements += step->order[i] != (int16_t)i;
            }
            assert_int_equal(seen, 15);
        }
        for (size_t place = 0; place < 30; place++) /* ratings keep their places */
            assert_ptr_equal(sitting->steps[22 + place].item,
                             &assessment->parts[2].questionnaire->items[place]);
    }
    assert_in_range(moved_blocks, 600, 900);       /* 750 expected */
    assert_in_range(moved_statements, 2700, 3300); /* 3,000 expected */
}

static void a_pinned_item_stays(void **state)
{
    (void)state;
    struct item *items =
        (struct item *)(uintptr_t)assessment->parts[1].questionnaire->items;
    items[5].random_group = 0;
    for (uint64_t seed = 0; seed < 30; seed++) {
        const struct sitting *sitting =
            sample_begin(&arena, assessment, ROLE_CANDIDATE, seed);
        assert_ptr_equal(sitting->steps[2 + 5].item, &items[5]);
    }
}

/* Outside shuffled sections the groups change places among themselves, if asked for. */
static void random_groups_keep_apart(void **state)
{
    (void)state;
    struct questionnaire *asking =
        (struct questionnaire *)(uintptr_t)assessment->parts[5].questionnaire;
    size_t moved = 0;
    asking->items[0].random_group = asking->items[2].random_group = 1;
    asking->items[1].random_group = asking->items[3].random_group = 2;
    for (int is_shuffling = 0; is_shuffling < 2; is_shuffling++) {
        asking->is_shuffling = is_shuffling;
        for (uint64_t seed = 0; seed < 30; seed++) {
            const struct sitting *sitting =
                sample_begin(&arena, assessment, ROLE_CANDIDATE, seed);
            for (size_t i = 0; i < 4; i++) {
                const size_t item = (size_t)(sitting->steps[60 + i].item - asking->items);
                assert_int_equal(item % 2, i % 2);
                moved += item != i;
            }
        }
        assert_true(is_shuffling ? moved > 0 : moved == 0);
    }
}

static void hidden_steps_are_passed_over(void **state)
{
    (void)state;
    struct sitting *sitting = sample_begin(&arena, assessment, ROLE_CANDIDATE, 3);
    const int q1 = (int)step_of(sitting, "asking:q1");
    assert_false(is_sitting_shown(sitting, step_of(sitting, "asking:q2")));
    assert_int_equal(sitting_next(sitting, q1), step_of(sitting, "asking:q4"));
    put_pick(sitting, "asking:q1", 0);
    assert_int_equal(sitting_next(sitting, q1), step_of(sitting, "asking:q2"));
    assert_false(is_sitting_shown(sitting, step_of(sitting, "asking:q3")));
    put_text(sitting, "asking:q2", "yes");
    assert_true(is_sitting_shown(sitting, step_of(sitting, "asking:q3")));
    assert_int_equal(sitting_next(sitting, (int)step_of(sitting, "asking:q4")), NO_STEP);
    put_pick(sitting, "asking:q1", 1); /* the answer of q2 stays but does not count */
    assert_false(is_sitting_shown(sitting, step_of(sitting, "asking:q2")));
    assert_false(is_sitting_shown(sitting, step_of(sitting, "asking:q3")));
    assert_int_equal(sitting_previous(sitting, (int)step_of(sitting, "asking:q4")), q1);
    assert_int_equal(sitting_next(sitting, (int)step_of(sitting, "asking:q4")),
                     step_of(sitting, "asking:q5"));
    put_pick(sitting, "asking:q1", 0); /* and comes back */
    assert_true(is_sitting_shown(sitting, step_of(sitting, "asking:q3")));
    assert_int_equal(sitting_next(sitting, NO_STEP), 0);
    assert_int_equal(sitting_previous(sitting, 0), NO_STEP);
}

static void a_broken_gate_ends_the_sitting(void **state)
{
    (void)state;
    struct item *items =
        (struct item *)(uintptr_t)assessment->parts[5].questionnaire->items;
    items[0].gate = sample_when(&arena, "q1", "q1_c");
    struct sitting *sitting = sample_begin(&arena, assessment, ROLE_CANDIDATE, 3);
    const int q1 = (int)step_of(sitting, "asking:q1");
    assert_false(sitting->is_ended_by_gate);
    assert_true(sitting_next(sitting, q1) != NO_STEP);
    put_pick(sitting, "asking:q1", 0);
    assert_true(sitting->is_ended_by_gate);
    assert_int_equal(sitting_next(sitting, q1), NO_STEP);
    put_pick(sitting, "asking:q1", 2);
    assert_false(sitting->is_ended_by_gate);
    assert_true(sitting_next(sitting, q1) != NO_STEP);
}

/* Who prefers not to say what the work asks for has not said it; a blank is not an answer yet. */
static void a_declined_gate_ends_the_sitting(void **state)
{
    (void)state;
    struct item *items =
        (struct item *)(uintptr_t)assessment->parts[5].questionnaire->items;
    items[0].gate = sample_when(&arena, "q1", "q1_c");
    struct sitting *sitting = sample_begin(&arena, assessment, ROLE_CANDIDATE, 3);
    const size_t q1 = step_of(sitting, "asking:q1");
    struct answer answer = answer_empty(sitting->steps[q1].item);
    answer.state = ANSWER_DECLINED;
    sitting_put(sitting, q1, &answer);
    assert_true(sitting->is_ended_by_gate);
    assert_int_equal(sitting_next(sitting, (int)q1), NO_STEP);
    answer.state = ANSWER_NONE;
    sitting_put(sitting, q1, &answer);
    assert_false(sitting->is_ended_by_gate);
    assert_true(sitting_next(sitting, (int)q1) != NO_STEP);
}

static void texts_are_cut_between_characters(void **state)
{
    (void)state;
    struct item *items =
        (struct item *)(uintptr_t)assessment->parts[4].questionnaire->items;
    items[1].words.length_max = 3;
    struct sitting *sitting = sample_begin(&arena, assessment, ROLE_CANDIDATE, 3);
    const size_t step = step_of(sitting, "story:contribute");
    put_text(sitting, "story:contribute", "\xc3\xa9\xe2\x9a\x93\xf0\x9f\x98\x80tail");
    assert_int_equal(sitting->answers[step].text.count, 9);
    assert_memory_equal(sitting->answers[step].text.data,
                        "\xc3\xa9\xe2\x9a\x93\xf0\x9f\x98\x80", 9);
    sitting_put(sitting, step, &sitting->answers[step]); /* from its own place */
    assert_int_equal(sitting->answers[step].text.count, 9);
    const char *room = sitting->answers[step].text.data;
    put_text(sitting, "story:contribute", "ab");
    assert_ptr_equal(sitting->answers[step].text.data, room);
    for (size_t i = 2; i < 9; i++) /* nothing of the older text is left */
        assert_int_equal(room[i], 0);
    const struct answer declined = {.state = ANSWER_DECLINED};
    sitting_put(sitting, step, &declined);
    assert_int_equal(room[0], 0);
}

static void texts_lose_what_no_record_can_hold(void **state)
{
    (void)state;
    struct sitting *sitting = sample_begin(&arena, assessment, ROLE_CANDIDATE, 3);
    const size_t step = step_of(sitting, "story:contribute");
    put_text(sitting, "story:contribute",
             "one\x01\ntwo\xff\xc3\t\x7f!\xc3\xa9\xef\xbf\xbd");
    assert_true(is_span(sitting->answers[step].text, "one\ntwo!\xc3\xa9\xef\xbf\xbd"));
}

static void blanks_are_found_practice_is_not(void **state)
{
    (void)state;
    struct sitting *sitting = sample_begin(&arena, assessment, ROLE_CANDIDATE, 3);
    assert_int_equal(sitting_first_blank(sitting, NO_STEP), 2);
    struct answer answer = {.state = ANSWER_PARTIAL, .pair = {0, NOT_PICKED}};
    sitting_put(sitting, 2, &answer);
    assert_int_equal(sitting_first_blank(sitting, NO_STEP), 2);
    answer.state = ANSWER_GIVEN;
    answer.pair[PAIR_WORST] = 1;
    sitting_put(sitting, 2, &answer);
    assert_int_equal(sitting_first_blank(sitting, NO_STEP), 3);
    answer.state = ANSWER_DECLINED;
    sitting_put(sitting, 3, &answer);
    assert_int_equal(sitting_first_blank(sitting, NO_STEP), 4);
    assert_int_equal(sitting_first_blank(sitting, 7), 8);
    const int scene = (int)step_of(sitting, "story:scene_1");
    /* the own words after the scene may be left empty */
    assert_int_equal(sitting_first_blank(sitting, scene - 1), scene + 2);
    assert_int_equal(sitting_first_blank(sitting, (int)step_of(sitting, "asking:q4")),
                     NO_STEP);
}

static void minutes_follow_the_pace_of_the_person(void **state)
{
    (void)state;
    struct sitting *quick = sample_begin(&arena, assessment, ROLE_CANDIDATE, 3);
    struct sitting *slow = sample_begin(&arena, assessment, ROLE_CANDIDATE, 3);
    const int rating = (int)step_of(quick, "drivers:learning_1");
    sample_decline_before(quick, rating, 4000);
    sample_decline_before(slow, rating, 60000);
    const struct progress soon = sitting_progress(quick, rating, NULL),
                          later = sitting_progress(slow, rating, NULL);
    assert_true(soon.minutes_left < 12 && later.minutes_left > 12);
    assert_true(fabs(soon.fraction_done - later.fraction_done) < 1e-9);
    assert_true(sitting_progress_part(quick, 2).minutes <
                sitting_progress_part(slow, 2).minutes);
    assert_int_equal(sitting_progress_part(quick, 2).question_count, 30);
}

/* Everybody looks round at first: the minutes left do not rise for it. */
static void a_slow_beginning_raises_no_minutes(void **state)
{
    (void)state;
    struct sitting *sitting = sample_begin(&arena, assessment, ROLE_CANDIDATE, 3);
    const int first = sitting_first_blank(sitting, NO_STEP);
    int left = sitting_progress(sitting, first, NULL).minutes_left;
    for (int step = first + 1; step < first + 3; step++) {
        sample_decline_before(sitting, step, 90000);
        const int now = sitting_progress(sitting, step, NULL).minutes_left;
        assert_true(now <= left);
        left = now;
    }
}

/* Who tries the controls in no time, or plays with them, is not told that the questions take as
 * long. */
static void the_pace_of_practice_is_not_that_of_the_questions(void **state)
{
    (void)state;
    struct sitting *quick = sample_begin(&arena, assessment, ROLE_CANDIDATE, 3);
    struct sitting *slow = sample_begin(&arena, assessment, ROLE_CANDIDATE, 3);
    const int first = sitting_first_blank(quick, NO_STEP);
    sample_decline_before(quick, first, 500);
    sample_decline_before(slow, first, 600000);
    assert_int_equal(sitting_progress(quick, first, NULL).minutes_left,
                     sitting_progress(slow, first, NULL).minutes_left);
    assert_int_equal(sitting_progress_part(quick, 2).minutes,
                     sitting_progress_part(slow, 2).minutes);
}

static void progress_counts_time(void **state)
{
    (void)state;
    struct sitting *sitting = sample_begin(&arena, assessment, ROLE_CANDIDATE, 3);
    struct progress progress = sitting_progress(sitting, NO_STEP, NULL);
    assert_int_equal(progress.part_number, 1);
    assert_int_equal(progress.part_count, 5);    /* practice is none */
    assert_int_equal(progress.minutes_left, 18); /* six parts of three minutes */
    assert_true(progress.fraction_done == 0);
    const int rating = (int)step_of(sitting, "drivers:learning_1");
    progress = sitting_progress(sitting, rating, NULL);
    assert_int_equal(progress.part_number, 2);
    assert_int_equal(progress.minutes_left, 15); /* the blocks before it are open */
    sample_decline_before(sitting, rating, 0);
    progress = sitting_progress(sitting, rating, NULL);
    assert_int_equal(progress.minutes_left, 12);
    assert_int_equal(progress.question_number, 1);
    assert_int_equal(progress.question_count, 30);
    assert_true(fabs(progress.fraction_done - 1.0 / 3) < 1e-9);
    /* looking again takes nothing back */
    progress = sitting_progress(sitting, (int)step_of(sitting, "values:b01"), NULL);
    assert_int_equal(progress.minutes_left, 12);
    assert_true(fabs(progress.fraction_done - 1.0 / 3) < 1e-9);
    progress = sitting_progress(sitting, 0, NULL);
    assert_true(progress.is_practice);
    sitting->is_finished = 1;
    progress = sitting_progress(sitting, NO_STEP, NULL);
    assert_int_equal(progress.minutes_left, 0);
    assert_true(progress.fraction_done == 1);
}

static void a_row_is_readable_text(void **state)
{
    (void)state;
    struct sitting *sitting = sample_begin(&arena, assessment, ROLE_CANDIDATE, 3);
    const size_t step = step_of(sitting, "drivers:learning_1");
    struct answer answer = answer_empty(sitting->steps[step].item);
    answer.state = ANSWER_GIVEN;
    answer.number = 4;
    answer.spent_ms = 5200;
    answer.change_count = 1;
    sitting_put(sitting, step, &answer);
    const struct span row = sitting_row_write(&arena, sitting, step, (int)step + 1);
    assert_string_equal(
        span_text(&arena, row),
        "{\"answer\":{\"changes\":1,\"id\":\"drivers:learning_1\",\"kind\":\"likert\","
        "\"order\":[],\"spent_ms\":5200,\"state\":\"given\",\"value\":\"4\"},"
        "\"at\":\"drivers:doing_1\"}");
    assert_string_equal(
        span_text(&arena, sitting_row_write(&arena, sitting, (size_t)NO_STEP, NO_STEP)),
        "{\"answer\":null,\"at\":null}");
    int at = NO_STEP;
    const struct span end = sitting_row_write(&arena, sitting, (size_t)NO_STEP, AT_CHECK);
    assert_string_equal(span_text(&arena, end), "{\"answer\":null,\"at\":\"check\"}");
    assert_int_equal(sitting_row_read(sitting, end, &at), OK);
    assert_int_equal(at, AT_CHECK);
}

static void practice_leaves_no_row(void **state)
{
    (void)state;
    struct sitting *sitting = sample_begin(&arena, assessment, ROLE_CANDIDATE, 3);
    put_text(sitting, "practice:p2", "three small words");
    assert_string_equal(span_text(&arena, sitting_row_write(&arena, sitting, 1, 1)),
                        "{\"answer\":null,\"at\":\"practice:p2\"}");
}

static void a_start_comes_back(void **state)
{
    (void)state;
    const struct sitting *sitting =
        sample_begin(&arena, assessment, ROLE_CANDIDATE, 0xfedcba9876543210);
    const struct span row = sitting_start_write(&arena, &sitting->start);
    struct sitting_start start;
    assert_int_equal(sitting_start_read(&arena, row, &start), OK);
    assert_true(start.seed == 0xfedcba9876543210);
    assert_int_equal(start.invite, 7);
    assert_true(is_span(start.vacancy, "deck"));
    assert_memory_equal(start.record_id, sitting->start.record_id, CHAIN_ID_BYTES);
    assert_true(is_span_equal(sitting_start_write(&arena, &start), row));
}

static void assert_damaged(struct sitting *sitting, const char *row)
{
    int at = 77;
    const struct sitting before = *sitting;
    assert_int_equal(sitting_row_read(sitting, span_of(row), &at), STATUS_DAMAGED);
    assert_int_equal(at, 77);
    assert_memory_equal(&before.answers[0], &sitting->answers[0], sizeof(struct answer));
}

static void foreign_rows_are_refused(void **state)
{
    (void)state;
    struct sitting *sitting = sample_begin(&arena, assessment, ROLE_CANDIDATE, 3);
    assert_damaged(sitting, "");
    assert_damaged(sitting, "[]");
    assert_damaged(sitting, "{\"answer\":null}");
    assert_damaged(sitting, "{\"answer\":null,\"at\":\"values:b99\"}");
    assert_damaged(sitting, "{\"answer\":null,\"at\":null,\"more\":1}");
    assert_damaged(sitting, "{\"at\":null,\"answer\":null}"); /* keys not sorted */
    assert_damaged(sitting, "{\"answer\":null, \"at\":null}");
#define RATING(number)                                                                   \
    "{\"answer\":{\"changes\":0,\"id\":\"drivers:learning_1\",\"kind\":\"likert\","      \
    "\"order\":[],\"spent_ms\":5,\"state\":\"given\",\"value\":" number "},\"at\":null}"
    int at;
    assert_int_equal(sitting_row_read(sitting, SPAN(RATING("\"4\"")), &at), OK);
    assert_damaged(sitting, RATING("4"));
    assert_damaged(sitting, RATING("\"4.0\""));
    assert_damaged(sitting, RATING("null"));
    assert_damaged(sitting, RATING("\"4\",\"extra\":1"));
    assert_damaged(
        sitting,
        "{\"answer\":{\"changes\":-1,\"id\":\"drivers:learning_1\",\"kind\":\"likert\","
        "\"order\":[],\"spent_ms\":5,\"state\":\"given\",\"value\":\"4\"},\"at\":null}");
}

/* Of somebody who has put two of four lines in order. */
static void an_order_that_is_begun_comes_back(void **state)
{
    (void)state;
    const struct assessment *ranked = sample_assessment_ranked(&arena);
    struct sitting *sitting = sample_begin(&arena, ranked, ROLE_CANDIDATE, 3);
    const size_t step = step_of(sitting, "ranking:r1");
    struct answer answer = answer_empty(sitting->steps[step].item);
    answer.state = ANSWER_PARTIAL;
    answer.order[0] = 2;
    answer.order[1] = 0;
    sitting_put(sitting, step, &answer);
    assert_int_equal(sitting_first_blank(sitting, (int)step - 1), step);
    const struct span row = sitting_row_write(&arena, sitting, step, (int)step);
    assert_non_null(
        strstr(span_text(&arena, row),
               "\"spent_ms\":0,\"state\":\"partial\",\"value\":[\"r1_c\",\"r1_a\"]}"));
    struct sitting *again = sample_begin(&arena, ranked, ROLE_CANDIDATE, 3);
    int at;
    assert_int_equal(sitting_row_read(again, row, &at), OK);
    assert_true(is_sample_same(sitting->steps[step].item, &again->answers[step],
                               &sitting->answers[step]));
    static const char *const wrong[] = {"\"r1_c\",\"r1_c\"", "\"r1_e\"", "null",
                                        "\"r1_a\",\"r1_b\",\"r1_c\",\"r1_d\",\"r1_a\""};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        const char *text = span_text(&arena, row);
        const char *list = strstr(text, "\"r1_c\",\"r1_a\"]");
        const struct span bent =
            span_format(&arena, "%.*s%s%s", (int)(list - text), text, wrong[i],
                        list + strlen("\"r1_c\",\"r1_a\""));
        assert_damaged(again, span_text(&arena, bent));
    }
}

static void a_row_of_another_seed_is_refused(void **state)
{
    (void)state;
    struct sitting *one = sample_begin(&arena, assessment, ROLE_CANDIDATE, 3);
    struct sitting *other = sample_begin(&arena, assessment, ROLE_CANDIDATE, 4);
    const struct answer answer = {.state = ANSWER_GIVEN, .pair = {2, 0}};
    size_t refused = 0;
    for (size_t step = 2; step < 22; step++) {
        int at;
        sitting_put(one, step, &answer);
        const struct span row = sitting_row_write(&arena, one, step, NO_STEP);
        refused += sitting_row_read(other, row, &at) == STATUS_DAMAGED;
    }
    assert_in_range(refused, 15, 20); /* one order in 24 is the same by chance */
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, arena_begin, arena_end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_role_has_its_parts_only),
        TEST(an_assessment_without_the_role_is_refused),
        TEST(the_seed_shuffles_inside_classes),
        TEST(a_pinned_item_stays),
        TEST(random_groups_keep_apart),
        TEST(hidden_steps_are_passed_over),
        TEST(a_broken_gate_ends_the_sitting),
        TEST(a_declined_gate_ends_the_sitting),
        TEST(texts_are_cut_between_characters),
        TEST(texts_lose_what_no_record_can_hold),
        TEST(blanks_are_found_practice_is_not),
        TEST(the_pace_of_practice_is_not_that_of_the_questions),
        TEST(progress_counts_time),
        TEST(minutes_follow_the_pace_of_the_person),
        TEST(a_slow_beginning_raises_no_minutes),
        TEST(a_row_is_readable_text),
        TEST(practice_leaves_no_row),
        TEST(a_start_comes_back),
        TEST(foreign_rows_are_refused),
        TEST(an_order_that_is_begun_comes_back),
        TEST(a_row_of_another_seed_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
