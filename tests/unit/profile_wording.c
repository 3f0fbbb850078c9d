/* A scorecard in words: each state says something of its own, and lines begin with a capital. */
#include "profile/wording.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void every_absence_has_a_sentence(void **state)
{
    (void)state;
    for (int i = RESONANCE_SMALL_SET; i <= RESONANCE_FLAT_ORGANIZATION; i++) {
        const struct figure none = {.absence = (enum resonance_absence)i};
        assert_true(strlen(wording_figure(&none)) > 20);
    }
    const struct figure sure = {0}, provisional = {.is_provisional = true};
    assert_string_equal(wording_figure(&sure), "");
    assert_true(strlen(wording_figure(&provisional)) > 20);
}

/* A reader cannot tell an absence by which of two rules was broken, but by what to do. */
static void absences_that_read_alike_sound_alike(void **state)
{
    (void)state;
    const struct figure few = {.absence = RESONANCE_FEW_DIMENSIONS},
                        light = {.absence = RESONANCE_LITTLE_WEIGHT},
                        flat = {.absence = RESONANCE_FLAT_PERSON};
    assert_string_equal(wording_figure(&few), wording_figure(&light));
    assert_string_not_equal(wording_figure(&few), wording_figure(&flat));
}

static void every_phrase_is_another(void **state)
{
    (void)state;
    assert_string_equal(wording_phrase(RESONANCE_CLEARLY_DIFFERENT), "much differs");
    assert_string_equal(wording_phrase(RESONANCE_UNCLEAR), "this session does not tell");
    for (int i = RESONANCE_UNCLEAR; i <= RESONANCE_CLEARLY_DIFFERENT; i++)
        for (int k = RESONANCE_UNCLEAR; k < i; k++)
            assert_string_not_equal(wording_phrase((enum resonance_phrase)i),
                                    wording_phrase((enum resonance_phrase)k));
}

static void a_title_begins_with_a_capital(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, 1 << 20);
    assert_true(is_span(wording_title(&arena, "leaning aligned"), "Leaning aligned"));
    assert_true(is_span(wording_title(&arena, "\xC3\xA4hnlich"), "\xC3\x84hnlich"));
    assert_true(is_span(wording_title(&arena, "Already"), "Already"));
    assert_true(is_span(wording_title(&arena, "7 of 9"), "7 of 9"));
    assert_true(is_span(wording_title(&arena, ""), ""));
    arena_done(&arena);
}

static void a_grade_says_what_follows(void **state)
{
    (void)state;
    for (int i = PROFILE_NONE; i <= PROFILE_NORMAL; i++) {
        const enum profile_grade grade = (enum profile_grade)i;
        const bool has_figures = i >= PROFILE_PROVISIONAL;
        assert_non_null(strstr(wording_grade(grade), "profile"));
        assert_true(!strstr(wording_grade_effect(grade), "no resonance is computed") ==
                    has_figures);
    }
    assert_string_equal(wording_gate(1), "counts");
    assert_string_equal(wording_gate(.5), "counts half");
    assert_string_equal(wording_gate(0), "split, does not count");
    assert_string_equal(wording_gate(NAN), "split, does not count");
}

/* Why a gap is not spoken of comes before what it would mean. */
static void a_gap_is_told_or_why_not(void **state)
{
    (void)state;
    struct driver_score score = {
        .id = SPAN("doing"), .score = 3, .organization = 2, .flag = GAP_MAY_MISS};
    struct driver_basis driver = {.id = SPAN("doing"), .gate = 1};
    struct basis basis = {.drivers = &driver, .driver_count = 1, .norm_count = 30};
    struct scorecard card = {.scoring_version = 3};
    assert_string_equal(wording_gap(&card, &score, &basis), "may miss this here");
    score.flag = GAP_MAY_FIND_MORE;
    assert_string_equal(wording_gap(&card, &score, &basis),
                        "may find more of this than wanted");
    score.flag = GAP_NONE;
    assert_string_equal(wording_gap(&card, &score, &basis), "no clear gap");
    basis.norm_count = 29;
    assert_string_equal(wording_gap(&card, &score, &basis), "what is usual is not known");
    driver.gate = 0;
    assert_string_equal(wording_gap(&card, &score, &basis),
                        "people here do not agree on this");
    assert_string_equal(wording_gap(&card, &score, NULL), "nothing to compare with");
    score.organization = NAN;
    assert_string_equal(wording_gap(&card, &score, &basis), "nothing to compare with");
    score.score = NAN;
    assert_string_equal(wording_gap(&card, &score, NULL), "too few answers");
    card.quality.are_drivers_withheld = true;
    assert_string_equal(wording_gap(&card, &score, NULL), "not shown");
}

static void a_construct_is_called_as_its_reader_finds_it(void **state)
{
    (void)state;
    assert_true(
        is_span(wording_construct(SPAN("goals"), WORDING_PERSON), "Where I want to go"));
    assert_true(is_span(wording_construct(SPAN("goals"), WORDING_INTERVIEWER), "Goals"));
    assert_int_equal(wording_construct(SPAN("humour"), WORDING_PERSON).count, 0);
    assert_true(
        is_span(wording_construct(SPAN("humour"), WORDING_INTERVIEWER), "humour"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_absence_has_a_sentence),
        cmocka_unit_test(absences_that_read_alike_sound_alike),
        cmocka_unit_test(every_phrase_is_another),
        cmocka_unit_test(a_title_begins_with_a_capital),
        cmocka_unit_test(a_grade_says_what_follows),
        cmocka_unit_test(a_gap_is_told_or_why_not),
        cmocka_unit_test(a_construct_is_called_as_its_reader_finds_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
