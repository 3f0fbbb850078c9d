/* How far interviewers agree, from ten people on. */
#include "interview_case.h"

#include "base/chance.h"
#include "interview/interview_agreement.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

enum { PEOPLE = 14 };

static struct arena arena;
static struct interview_guide guide;
static struct interview_rated rated[PEOPLE];

static int arena_begin(void **state)
{
    (void)state;
    arena_init(&arena, 256u << 20);
    const struct interview_about about = interview_case_about("deck");
    guide = interview_guide_make(&arena, interview_case_bank(&arena), &about, NULL, 0);
    return 0;
}

static int arena_end(void **state)
{
    (void)state;
    arena_done(&arena);
    return 0;
}

/* People who differ; each of `raters` adds so much of a whim of their own, 0 to 2 steps. */
static void people_make(size_t raters, uint64_t whim)
{
    static const char *const names[] = {"a", "b", "c", "d"};
    struct chance chance = chance_init(7);
    for (size_t person = 0; person < PEOPLE; person++) {
        struct interview_sheet *sheets =
            arena_array(&arena, struct interview_sheet, raters);
        rated[person] = (struct interview_rated){&guide, sheets, raters};
        for (size_t k = 0; k < raters; k++) {
            sheets[k] = interview_sheet_new(&arena, span_of(names[k]));
            for (size_t i = 0; i < guide.count; i++) {
                const int true_rating = 1 + (int)((person * 3 + i) % 3);
                const struct interview_rating rating = {
                    .question = guide.asked[i].id,
                    .rating = true_rating + (int)chance_below(&chance, whim + 1),
                    .evidence = SPAN("Said what was done.")};
                assert_int_equal(interview_sheet_put(&sheets[k], &guide, &rating, 1), OK);
            }
        }
    }
}

static void fewer_than_ten_people_show_nothing(void **state)
{
    (void)state;
    people_make(3, 1);
    const struct interview_agreement nine = interview_agreement_of(&arena, rated, 9);
    assert_true(isnan(nine.alpha) && isnan(nine.single) && isnan(nine.together));
    assert_int_equal(nine.people, 9);
    assert_true(!isnan(interview_agreement_of(&arena, rated, 10).alpha));
    assert_int_equal(interview_agreement_of(&arena, rated, 0).people, 0);
}

static void those_who_agree_are_at_one_and_whims_bring_it_down(void **state)
{
    (void)state;
    double last = 2;
    for (uint64_t whim = 0; whim <= 2; whim++) {
        people_make(3, whim);
        const struct interview_agreement agreement =
            interview_agreement_of(&arena, rated, PEOPLE);
        assert_true(agreement.alpha < last);
        assert_true(whim > 0 || fabs(agreement.alpha - 1) < 1e-9);
        last = agreement.alpha;
    }
}

static void the_mean_of_all_is_surer_than_one_alone(void **state)
{
    (void)state;
    struct chance chance = chance_init(9);
    people_make(3, 0);
    for (size_t person = 0; person < PEOPLE; person++)
        for (size_t k = 0; k < 3; k++)
            for (size_t i = 0; i < guide.count; i++)
                rated[person].sheets[k].ratings[i].rating =
                    1 + (int)(person % 4) + (int)chance_below(&chance, 2);
    const struct interview_agreement agreement =
        interview_agreement_of(&arena, rated, PEOPLE);
    assert_int_equal(agreement.raters, 3);
    assert_true(agreement.single > .5 && agreement.together > agreement.single);
    assert_true(agreement.single_low < agreement.single &&
                agreement.single < agreement.single_high);
}

static void kappa_is_for_the_same_two_people(void **state)
{
    (void)state;
    people_make(2, 0);
    assert_true(fabs(interview_agreement_of(&arena, rated, PEOPLE).kappa - 1) < 1e-9);
    struct interview_sheet *sheets =
        arena_array(&arena, struct interview_sheet, 2); /* in the other order */
    sheets[0] = rated[5].sheets[1];
    sheets[1] = rated[5].sheets[0];
    rated[5].sheets = sheets;
    assert_true(fabs(interview_agreement_of(&arena, rated, PEOPLE).kappa - 1) < 1e-9);
    sheets[1].rater = SPAN("somebody else");
    assert_true(isnan(interview_agreement_of(&arena, rated, PEOPLE).kappa));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, arena_begin, arena_end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(fewer_than_ten_people_show_nothing),
        TEST(those_who_agree_are_at_one_and_whims_bring_it_down),
        TEST(the_mean_of_all_is_surer_than_one_alone),
        TEST(kappa_is_for_the_same_two_people),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
