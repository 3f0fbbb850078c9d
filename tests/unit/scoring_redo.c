/* Which parts a person may be offered to answer again, and what an interrupted second try keeps. */
#include "sample.h"

#include "scoring/score_quality.h"
#include "sitting/sitting_redo.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

static struct arena arena;
static struct assessment *assessment;
static unsigned char parts[PARTS_MAX];

static int begin(void **state)
{
    (void)state;
    arena_init(&arena, 64 << 20);
    assessment = sample_assessment(&arena);
    return 0;
}

static int end(void **state)
{
    (void)state;
    arena_done(&arena);
    return 0;
}

static struct sitting *sitting_of(const struct sample_person *person, enum role role)
{
    struct sitting *sitting = sample_sit(&arena, assessment, role, 3, person);
    sitting->is_finished = 0;
    return sitting;
}

static size_t part_of(const char *id)
{
    size_t part = 0;
    while (!is_span_equal(assessment->parts[part].id, span_of(id)))
        part++;
    return part;
}

static int parts_of(const struct sitting *sitting)
{
    return score_quality_parts(&arena, sitting, assessment->scoring_version, parts);
}

/* The first `count` items of `part`: at once, and rated alike when `pick` is not NOT_PICKED. */
static void hurry(struct sitting *sitting, const char *part, size_t count, int pick)
{
    const struct sitting_part *steps = &sitting->part_steps[part_of(part)];
    for (size_t i = 0; i < count; i++) {
        const size_t step = (size_t)steps->step_of_item[i];
        struct answer answer = sitting->answers[step];
        answer.spent_ms = 0;
        if (pick != NOT_PICKED && sitting->steps[step].item->kind == ITEM_LIKERT)
            answer.number = pick + 1;
        else if (pick != NOT_PICKED)
            answer.pair[PAIR_BEST] = (int16_t)pick;
        sitting_put(sitting, step, &answer);
    }
}

static void who_can_be_read_is_offered_nothing(void **state)
{
    (void)state;
    const struct sample_person person = sample_person_of(7, 7, .8);
    struct sitting *sitting = sitting_of(&person, ROLE_CANDIDATE);
    assert_int_equal(parts_of(sitting), 0);
    hurry(sitting, "values", 20, NOT_PICKED); /* one family alone asks for nothing */
    assert_int_equal(parts_of(sitting), 0);
    for (size_t i = 0; i < PARTS_MAX; i++)
        assert_int_equal(parts[i], 0);
}

static void only_the_parts_concerned_are_named(void **state)
{
    (void)state;
    const struct sample_person person = sample_person_of(7, 7, .8);
    struct sitting *sitting = sitting_of(&person, ROLE_CANDIDATE);
    hurry(sitting, "drivers", 14, 2);
    assert_int_equal(parts_of(sitting), 1);
    assert_int_equal(parts[part_of("drivers")], 1);
    hurry(sitting, "values", 20, NOT_PICKED);
    assert_int_equal(parts_of(sitting), 2);
    assert_int_equal(parts[part_of("values")], 1);
}

static void of_two_frames_only_the_one_concerned(void **state)
{
    (void)state;
    const struct sample_person person = sample_person_of(7, 7, .8);
    struct sitting *sitting = sitting_of(&person, ROLE_RATER);
    assert_int_equal(parts_of(sitting), 0);
    hurry(sitting, "drivers-needed", 28, 2);
    assert_int_equal(parts_of(sitting), 1);
    assert_int_equal(parts[part_of("drivers-needed")], 1);
}

static struct quality quality_of(const struct sitting *sitting, int version)
{
    struct quality quality;
    score_quality(&arena, sitting, version, &quality);
    return quality;
}

/* Somebody whose choices are hardly better than blind ones, and have no other sign. */
static struct sitting *hardly_better(void)
{
    for (uint64_t seed = 0; seed < 2000; seed++) {
        const struct sample_person person = sample_random_person(seed);
        struct sitting *sitting = sitting_of(&person, ROLE_CANDIDATE);
        const struct quality quality = quality_of(sitting, SCORING_WITH_NORM);
        if (quality.rlh >= .40 && quality.rlh < .43 && quality.instructed_wrong == 0)
            return sitting;
    }
    fail_msg("nobody's choices are between .40 and .43");
    return NULL;
}

static void doubtful_choices_count_beside_another_sign(void **state)
{
    (void)state;
    struct sitting *sitting = hardly_better();
    assert_false(quality_of(sitting, SCORING_WITH_NORM).is_flagged[QUALITY_CONSISTENCY]);
    assert_false(quality_of(sitting, SCORING_WITH_NORM).is_resonance_withheld);
    hurry(sitting, "drivers", 14, NOT_PICKED);
    const struct quality quality = quality_of(sitting, SCORING_WITH_NORM);
    assert_true(quality.is_flagged[QUALITY_CONSISTENCY]);
    assert_true(quality.is_resonance_withheld && quality.are_drivers_withheld);
    assert_int_equal(score_quality_parts(&arena, sitting, SCORING_WITH_NORM, parts), 2);
    assert_false(
        quality_of(sitting, SCORING_WITH_SCATTER).is_flagged[QUALITY_CONSISTENCY]);
}

/* As the same person would be brought back from the rows. */
static struct sitting *copy_of(struct span *rows, size_t count)
{
    int at;
    struct sitting *sitting = sample_begin(&arena, assessment, ROLE_CANDIDATE, 3);
    for (size_t i = 0; i < count; i++)
        assert_int_equal(sitting_row_read(sitting, rows[i], &at), OK);
    return sitting;
}

static void check_same(const struct sitting *sitting, const struct sitting *other)
{
    assert_int_equal(sitting->redo.was_offered, other->redo.was_offered);
    for (size_t step = 2; step < sitting->step_count; step++) { /* practice is not kept */
        assert_int_equal(is_sitting_redo(sitting, step), is_sitting_redo(other, step));
        assert_int_equal(is_sitting_redo_waiting(sitting, step),
                         is_sitting_redo_waiting(other, step));
        assert_true(is_sample_same(sitting->steps[step].item, &sitting->answers[step],
                                   &other->answers[step]));
    }
}

static size_t waiting_count(const struct sitting *sitting)
{
    size_t count = 0;
    for (size_t step = 0; step < sitting->step_count; step++)
        count += is_sitting_redo_waiting(sitting, step) ? 1 : 0;
    return count;
}

static struct span row_of(const struct sitting *sitting, int step)
{
    return sitting_row_write(&arena, sitting, (size_t)step, step);
}

static void the_rows_bring_a_second_try_back(void **state)
{
    (void)state;
    struct span rows[80];
    size_t count = 0;
    const struct sample_person person = sample_person_of(7, 7, .8);
    struct sitting *sitting = sitting_of(&person, ROLE_CANDIDATE);
    const int step = sitting_find(sitting, SPAN("values:b03"));
    for (size_t i = 2; i < sitting->step_count; i++)
        rows[count++] = row_of(sitting, (int)i);
    const size_t before = count;
    parts[part_of("values")] = parts[part_of("drivers")] = 1;
    sitting_redo_begin(sitting, parts);
    assert_int_equal(waiting_count(sitting), 20 + 30);
    rows[count++] = row_of(sitting, NO_STEP);
    check_same(sitting, copy_of(rows, count));

    struct answer answer = sitting->answers[step];
    answer.pair[PAIR_BEST] = answer.pair[PAIR_WORST];
    answer.pair[PAIR_WORST] = sitting->answers[step].pair[PAIR_BEST];
    sitting_put(sitting, (size_t)step, &answer);
    rows[count++] = row_of(sitting, step);
    const struct sitting *resumed = copy_of(rows, count);
    check_same(sitting, resumed);
    assert_int_equal(waiting_count(resumed), 49);
    assert_int_equal(resumed->answers[step].pair[PAIR_BEST], answer.pair[PAIR_BEST]);
    assert_int_equal(copy_of(rows, before)->answers[step].pair[PAIR_BEST],
                     answer.pair[PAIR_WORST]);

    sitting_redo_end(sitting);
    rows[count++] = row_of(sitting, NO_STEP);
    assert_int_equal(waiting_count(sitting), 0);
    assert_true(sitting->redo.was_offered);
    check_same(sitting, copy_of(rows, count));
}

static void before_the_offer_the_rows_are_silent(void **state)
{
    (void)state;
    struct sitting *sitting = sample_begin(&arena, assessment, ROLE_CANDIDATE, 3);
    sitting_redo_end(sitting);
    assert_string_equal(span_text(&arena, row_of(sitting, NO_STEP)),
                        "{\"answer\":null,\"at\":null}");
    sitting_redo_begin(sitting, NULL);
    assert_string_equal(span_text(&arena, row_of(sitting, NO_STEP)),
                        "{\"answer\":null,\"at\":null,\"redo\":[]}");
}

static void a_row_that_names_other_parts_is_damaged(void **state)
{
    (void)state;
    static const char *const bad[] = {
        "{\"answer\":null,\"at\":null,\"redo\":[\"nowhere\"]}",
        "{\"answer\":null,\"at\":null,\"redo\":[\"drivers\",\"values\"]}",
        "{\"answer\":null,\"at\":null,\"redo\":[\"values\",\"values\"]}",
        "{\"answer\":null,\"at\":null,\"redo\":\"values\"}",
        "{\"answer\":null,\"at\":null,\"redo\":[1]}",
        "{\"answer\":null,\"at\":null,\"redo\":null}",
    };
    struct sitting *sitting = sample_begin(&arena, assessment, ROLE_CANDIDATE, 3);
    int at = 5;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_int_equal(sitting_row_read(sitting, span_of(bad[i]), &at), STATUS_DAMAGED);
        assert_false(sitting->redo.was_offered);
        assert_int_equal(at, 5);
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(who_can_be_read_is_offered_nothing),
        TEST(only_the_parts_concerned_are_named),
        TEST(of_two_frames_only_the_one_concerned),
        TEST(doubtful_choices_count_beside_another_sign),
        TEST(the_rows_bring_a_second_try_back),
        TEST(before_the_offer_the_rows_are_silent),
        TEST(a_row_that_names_other_parts_is_damaged),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
