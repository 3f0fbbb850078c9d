/* A sitting: how much it may hold, what it keeps of its own, and rows that no program of ours
 * wrote. */
#include "declined.h"
#include "sample.h"

#include "sitting/sitting_redo.h"

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
    assessment = sample_assessment_ranked(&arena);
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

/* One part of `count` ratings. */
static enum status begin_with(size_t count, struct sitting **out_sitting)
{
    struct questionnaire *ratings = sample_questionnaire(&arena, "long", count);
    const struct sitting_start start = {.role = ROLE_CANDIDATE, .seed = 1};
    for (size_t i = 0; i < count; i++) {
        sample_rating(&ratings->items[i]);
        ratings->items[i].id = span_format(&arena, "r%zu", i);
    }
    assessment->part_count = 0;
    sample_part(assessment, "long", PART_DRIVERS, ROLE_CANDIDATE, "candidate", ratings);
    return sitting_begin(&arena, assessment, &start, out_sitting);
}

static void as_many_steps_as_promised_fit(void **state)
{
    (void)state;
    struct sitting *sitting = NULL;
    assert_int_equal(begin_with(SITTING_STEPS_MAX + 1, &sitting), STATUS_BAD_INPUT);
    assert_int_equal(begin_with(0, &sitting), STATUS_BAD_INPUT);
    assert_null(sitting);
    assert_int_equal(begin_with(SITTING_STEPS_MAX, &sitting), OK);
    assert_int_equal(sitting->step_count, SITTING_STEPS_MAX);
    assert_int_equal(sitting_find(sitting, SPAN("long:r511")), 511);
    assert_int_equal(begin_with(1, &sitting), OK);
    assert_int_equal(sitting_next(sitting, NO_STEP), 0);
    assert_int_equal(sitting_next(sitting, 0), NO_STEP);
}

/* A gate counts from the first step on, and only while its item is shown. */
static void a_gate_counts_where_it_stands(void **state)
{
    (void)state;
    struct sitting *sitting = NULL;
    const struct sitting_start start = {.role = ROLE_CANDIDATE};
    struct answer answer = {.state = ANSWER_GIVEN, .pick = 0};
    assessment->parts[0] = assessment->parts[5];
    assessment->part_count = 1;
    struct item *items =
        (struct item *)(uintptr_t)assessment->parts[0].questionnaire->items;
    items[1].gate = sample_when(&arena, "q2", "yes");
    assert_int_equal(sitting_begin(&arena, assessment, &start, &sitting), OK);
    sitting_put(sitting, 0, &answer);
    answer.text = SPAN("no");
    sitting_put(sitting, 1, &answer);
    assert_true(sitting->is_ended_by_gate);
    answer.pick = 1; /* q2 is hidden now */
    sitting_put(sitting, 0, &answer);
    assert_false(sitting->is_ended_by_gate);
    items[0].gate = sample_when(&arena, "q1", "q1_c");
    sitting_put(sitting, 0, &answer);
    assert_true(sitting->is_ended_by_gate);
    assert_int_equal(sitting_next(sitting, 0), NO_STEP);
}

static void what_is_given_is_kept_from_the_first_to_the_last(void **state)
{
    (void)state;
    struct sitting *sitting = sample_begin(&arena, assessment, ROLE_CANDIDATE, 3);
    const size_t ticks = step_of(sitting, "asking:q4"),
                 vas = step_of(sitting, "asking:q3");
    struct answer answer = {.state = ANSWER_GIVEN, .is_ticked = {true, false, true}};
    sitting_put(sitting, ticks, &answer);
    assert_true(sitting->answers[ticks].is_ticked[0]);
    assert_false(sitting->answers[ticks].is_ticked[1]);
    assert_true(sitting->answers[ticks].is_ticked[2]);
    answer.number = -0.0;
    sitting_put(sitting, vas, &answer);
    assert_false(signbit(sitting->answers[vas].number));
}

static void the_start_is_kept_when_its_memory_goes(void **state)
{
    (void)state;
    char vacancy[] = "deck", language[] = "en";
    struct sitting *sitting = NULL;
    const struct sitting_start start = {.role = ROLE_CANDIDATE,
                                        .vacancy = span_of(vacancy),
                                        .language = span_of(language)};
    assert_int_equal(sitting_begin(&arena, assessment, &start, &sitting), OK);
    memset(vacancy, 'x', 4);
    memset(language, 'x', 2);
    assert_true(is_span(sitting->start.vacancy, "deck"));
    assert_true(is_span(sitting->start.language, "en"));
}

/* What is shuffled depends on the seed alone, and stays as it was for the records there are. */
static void a_seed_is_one_order_for_ever(void **state)
{
    (void)state;
    struct questionnaire *asking =
        (struct questionnaire *)(uintptr_t)assessment->parts[5].questionnaire;
    struct questionnaire *values =
        (struct questionnaire *)(uintptr_t)assessment->parts[1].questionnaire;
    struct buffer order = buffer_init(&arena, 4096);
    asking->is_shuffling = true;
    for (size_t i = 0; i < 4; i++)
        asking->items[i].random_group = i % 2 ? 2 : 1;
    asking->items[4].random_group = asking->items[5].random_group = 1;
    values->sections[1].is_shuffled = false; /* then groups count there */
    values->items[6].random_group = 0;
    values->items[18].random_group = 0;
    const struct sitting *sitting = sample_begin(&arena, assessment, ROLE_CANDIDATE, 11);
    for (size_t step = 0; step < sitting->step_count; step++) {
        buffer_format(&order, "%.*s", SPAN_ARGS(sitting->steps[step].item->id));
        for (size_t i = 0; i < sitting->steps[step].order_count; i++)
            buffer_format(&order, "%s%d", i ? "" : ":",
                          (int)sitting->steps[step].order[i]);
        buffer_text(&order, " ");
    }
    assert_string_equal(
        span_text(&arena, buffer_span(&order)),
        "p1:0231 p2 b02:2031 b04:1320 b03:2310 b01:3201 b05:0132 b06:1032 "
        "b07:1203 b08:2013 b10:2103 b12:3021 b11:3210 b09:1230 b13:2310 b16:2310 "
        "b14:3210 b15:0231 b17:2031 b20:1023 b19:3120 b18:0132 learning_1 "
        "doing_1 coaching_1 transfer_1 skills_1 ownership_1 accountability_1 "
        "learning_2 doing_2 coaching_2 transfer_2 skills_2 ownership_2 "
        "accountability_2 instructed_1 learning_3 doing_3 coaching_3 transfer_3 "
        "skills_3 ownership_3 accountability_3 learning_4 doing_4 coaching_4 "
        "transfer_4 skills_4 ownership_4 accountability_4 instructed_2 s1:0321 "
        "s2:2130 s3:3021 s4:0312 s5:1032 s6:3012 scene_1 contribute q1:012 q2 q3 "
        "q4:012 q6:01 q5 r1:3201 ");
}

static void a_text_of_no_limit_has_the_room_of_all(void **state)
{
    (void)state;
    struct item item = {.kind = ITEM_LONG};
    static char text[SITTING_TEXT_BYTES_MAX + 9];
    memset(text, 'a', sizeof text);
    const struct span all = {text, sizeof text};
    assert_int_equal(sitting_text_room(&item), SITTING_TEXT_BYTES_MAX);
    assert_int_equal(sitting_text_fit(&item, all, NULL), SITTING_TEXT_BYTES_MAX);
    item.words.length_max = SITTING_TEXT_BYTES_MAX / 4;
    assert_int_equal(sitting_text_room(&item), SITTING_TEXT_BYTES_MAX);
    assert_int_equal(sitting_text_fit(&item, all, NULL), SITTING_TEXT_BYTES_MAX / 4);
    item.words.length_max++;
    assert_int_equal(sitting_text_room(&item), SITTING_TEXT_BYTES_MAX);
    item.words.length_max = 10;
    assert_int_equal(sitting_text_room(&item), 40);
    item.kind = ITEM_LIKERT;
    assert_int_equal(sitting_text_room(&item), 0);
}

/* The last two bytes do not hold a sign of three. */
static void a_text_ends_before_a_sign_that_does_not_fit(void **state)
{
    (void)state;
    const struct item item = {.kind = ITEM_LONG};
    static char text[SITTING_TEXT_BYTES_MAX + 1];
    memset(text, 'a', sizeof text);
    memcpy(text + SITTING_TEXT_BYTES_MAX - 2, "\xe2\x9a\x93", 3);
    assert_int_equal(sitting_text_fit(&item, (struct span){text, sizeof text}, NULL),
                     SITTING_TEXT_BYTES_MAX - 2);
    memcpy(text + SITTING_TEXT_BYTES_MAX - 3, "\xe2\x9a\x93", 3);
    assert_int_equal(sitting_text_fit(&item, (struct span){text, sizeof text}, NULL),
                     SITTING_TEXT_BYTES_MAX);
}

static void refused(struct sitting *sitting, struct span row, const char *words)
{
    int at = 77;
    assert_int_equal(sitting_row_read(sitting, row, &at), STATUS_DAMAGED);
    assert_non_null(strstr(status_last(), words));
    assert_int_equal(at, 77);
}

static void rows_of_others_are_refused_for_what_they_are(void **state)
{
    (void)state;
    static char text[SITTING_ROW_BYTES_MAX + 1];
    struct sitting *sitting = sample_begin(&arena, assessment, ROLE_CANDIDATE, 3);
    struct sitting_start start = {.invite = 77};
    memset(text, ' ', sizeof text);
    const struct span most = {text, sizeof text - 1}, more = {text, sizeof text};
    refused(sitting, more, "it is too long");
    assert_int_equal(sitting_start_read(&arena, more, &start), STATUS_DAMAGED);
    assert_non_null(strstr(status_last(), "it is too long"));
    assert_int_equal(sitting_start_read(&arena, most, &start), STATUS_DAMAGED);
    assert_null(strstr(status_last(), "it is too long"));
    assert_int_equal(start.invite, 77);
    refused(sitting, SPAN("{\"answer\":null,\"at\":null,\"redo\":[\"nowhere\"]}"),
            "is none of this assessment");
    refused(sitting, SPAN("{\"answer\":null,\"at\":null,\"redo\":[1]}"),
            "is none of this assessment");
    refused(sitting, SPAN("{\"answer\":null,\"at\":null,\"redo\":[\"\"]}"),
            "is none of this assessment");
    refused(sitting, SPAN("{\"answer\":null,\"at\":\"values:b99\"}"),
            "the person is at no step");
#define ANSWER(id, kind, value)                                                          \
    SPAN("{\"answer\":{\"changes\":0,\"id\":\"" id "\",\"kind\":\"" kind                 \
         "\",\"order\":[],\"spent_ms\":5,\"state\":\"given\",\"value\":" value           \
         "},\"at\":null}")
    refused(sitting, ANSWER("story:contribute", "long", "\"bell\\u0007\""),
            "not one that its item allows");
    refused(sitting, ANSWER("story:nothing", "long", "\"text\""),
            "an item that this assessment does not ask");
    refused(sitting, ANSWER("asking:q1", "multi", "\"q1_z\""), "was not offered");
    refused(sitting, ANSWER("asking:q1", "multi", "1"), "was not offered");
    refused(sitting, ANSWER("drivers:learning_1", "likert", "\"high\""), "");
}

static void assert_waiting(const struct sitting *sitting, const char *id, bool is_asked,
                           bool is_waiting)
{
    const size_t step = step_of(sitting, id);
    assert_int_equal(is_sitting_redo(sitting, step), is_asked);
    assert_int_equal(is_sitting_redo_waiting(sitting, step), is_waiting);
}

/* The offer comes back with the rows, and what was answered since is not asked twice. */
static void what_is_answered_again_waits_once(void **state)
{
    (void)state;
    unsigned char parts[PARTS_MAX] = {0};
    struct sitting *sitting = sample_begin(&arena, assessment, ROLE_CANDIDATE, 3);
    struct sitting *again = sample_begin(&arena, assessment, ROLE_CANDIDATE, 3);
    struct answer answer = {.state = ANSWER_GIVEN, .number = 3};
    int at;
    sitting_redo_end(sitting); /* nothing was offered */
    assert_false(sitting->redo.was_offered);
    parts[0] = parts[2] = parts[6] = 1; /* of a rater's part there is no step */
    sitting_redo_begin(sitting, parts);
    assert_waiting(sitting, "practice:p1", true, true);
    assert_waiting(sitting, "drivers:learning_1", true, true);
    assert_waiting(sitting, "values:b01", false, false);
    const size_t step = step_of(sitting, "drivers:learning_1");
    sitting_put(sitting, step, &answer);
    assert_waiting(sitting, "drivers:learning_1", true, false);
    assert_int_equal(
        sitting_row_read(again, sitting_row_write(&arena, sitting, step, (int)step), &at),
        OK);
    assert_true(again->redo.was_offered);
    assert_waiting(again, "drivers:learning_1", true, false);
    assert_waiting(again, "drivers:doing_1", true, true);
    assert_waiting(again, "practice:p1", true, true);
    assert_true(again->redo.parts[6]);
    sitting_redo_begin(sitting, parts);
    assert_waiting(sitting, "drivers:learning_1", true, false);
    parts[1] = 1;
    sitting_redo_begin(sitting, parts);
    assert_waiting(sitting, "values:b01", true, true);
    assert_waiting(sitting, "drivers:learning_1", true, false);
    parts[2] = 0;
    sitting_redo_begin(sitting, parts);
    assert_waiting(sitting, "drivers:doing_1", false, false);
    sitting_redo_end(sitting);
    assert_waiting(sitting, "values:b01", false, false);
    assert_true(sitting->redo.was_offered);
}

static void a_walk_goes_from_the_first_step_to_the_last_and_back(void **state)
{
    (void)state;
    const struct sitting *sitting = sample_begin(&arena, assessment, ROLE_CANDIDATE, 3);
    size_t count = 0;
    int last = NO_STEP;
    for (int step = sitting_next(sitting, NO_STEP); step != NO_STEP;
         step = sitting_next(sitting, step)) {
        assert_int_equal(sitting_previous(sitting, step), last);
        assert_true(is_sitting_shown(sitting, (size_t)step));
        last = step;
        count++;
    }
    size_t shown_count = 0;
    for (size_t step = 0; step < sitting->step_count; step++)
        shown_count += is_sitting_shown(sitting, step);
    assert_int_equal(count, shown_count);
    assert_int_equal(last, step_of(sitting, "ranking:r1"));
    assert_true(is_sitting_counted(sitting, 2));
    assert_false(is_sitting_counted(sitting, 0)); /* practice */
    assert_false(is_sitting_counted(sitting, step_of(sitting, "story:scene_1")));
    assert_false(is_sitting_counted(sitting, step_of(sitting, "asking:q2"))); /* hidden */
}

static void progress_ends_at_the_last_step(void **state)
{
    (void)state;
    struct sitting *sitting = sample_begin(&arena, assessment, ROLE_CANDIDATE, 3);
    size_t parts = 0;
    for (size_t part = 0; part < assessment->part_count; part++) {
        assessment->parts[part].minutes_tenths = 1;
        parts += assessment->parts[part].role == ROLE_CANDIDATE ? 1 : 0;
    }
    assessment->parts[1].minutes_tenths = 200; /* 20 blocks of a minute each */
    struct progress progress = sitting_progress(sitting, 0, NULL);
    assert_int_equal(progress.minutes_left, (int)ceil(20 + .1 * (double)(parts - 1)));
    assert_true(progress.fraction_done == 0);
    const int middle = 2 + 10;
    sample_decline_before(sitting, middle - 1, 0);
    const double before = sitting_progress(sitting, middle - 1, NULL).fraction_done;
    sample_decline_before(sitting, middle, 0);
    progress = sitting_progress(sitting, middle, NULL);
    assert_int_equal(progress.part_number, 1);
    assert_int_equal(progress.question_number, 11);
    assert_true(fabs(progress.fraction_done - before -
                     1 / (20 + .1 * (double)(parts - 1))) < 1e-9);
    sample_decline_before(sitting, (int)step_of(sitting, "values:b20"), 0);
    progress = sitting_progress(sitting, (int)step_of(sitting, "values:b20"), NULL);
    assert_true(progress.minutes_left >= 1 && progress.minutes_left <= 1 + (int)parts);
    sample_decline_before(sitting, (int)sitting->step_count - 1, 0);
    progress = sitting_progress(sitting, (int)sitting->step_count - 1, NULL);
    assert_int_equal(progress.minutes_left, 1); /* never 0 before the end */
    progress = sitting_progress(sitting, (int)sitting->step_count, NULL);
    assert_int_equal(progress.minutes_left, 0);
    assert_int_equal(progress.part_number, progress.part_count);
    assert_true(progress.fraction_done == 1);
    assert_int_equal(sitting_progress(sitting, NO_STEP, NULL).part_number, 1);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, arena_begin, arena_end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(as_many_steps_as_promised_fit),
        TEST(a_gate_counts_where_it_stands),
        TEST(what_is_given_is_kept_from_the_first_to_the_last),
        TEST(the_start_is_kept_when_its_memory_goes),
        TEST(a_seed_is_one_order_for_ever),
        TEST(a_text_of_no_limit_has_the_room_of_all),
        TEST(a_text_ends_before_a_sign_that_does_not_fit),
        TEST(rows_of_others_are_refused_for_what_they_are),
        TEST(what_is_answered_again_waits_once),
        TEST(a_walk_goes_from_the_first_step_to_the_last_and_back),
        TEST(progress_ends_at_the_last_step),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
