/* A profile without persons: from how many colleagues it is made, what it keeps of them and how
 * coarsely, from when on there is a figure against it, and which are refused. */
#include "sample.h"

#include "scoring/record.h"
#include "scoring/score.h"

#include "near.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

enum { WIDTH = SAMPLE_DIMENSIONS };

static struct arena arena;
static struct assessment *assessment;
static struct agreement_view view;

static int arena_begin(void **state)
{
    (void)state;
    arena_init(&arena, 512 << 20);
    assessment = sample_assessment(&arena);
    assessment->scoring_version = SCORING_WITH_NORM;
    return 0;
}

static int arena_end(void **state)
{
    (void)state;
    arena_done(&arena);
    return 0;
}

static struct basis *built(const struct sitting *const *sittings, size_t count)
{
    struct basis *basis = NULL;
    assert_int_equal(basis_build(&arena, assessment, sittings, count, &basis, &view), OK);
    return basis;
}

static struct basis *built_of(size_t count, double share)
{
    return built(sample_raters(&arena, assessment, count, 5, share), count);
}

/* The same colleagues with a row of each, as before version 3. */
static const struct basis *rows_of(const struct sitting *const *sittings, size_t count)
{
    assessment->scoring_version = 1;
    const struct basis *basis = built(sittings, count);
    assessment->scoring_version = SCORING_WITH_NORM;
    return basis;
}

static void profiles_grow_by_three(void **state)
{
    (void)state;
    static const size_t used[] = {0, 0, 0, 0, 0, 5, 5, 5, 8, 8, 8, 11, 11, 11, 14};
    const struct sitting **sittings = sample_raters(&arena, assessment, 14, 5, .8);
    for (size_t count = 0; count <= 14; count++) {
        const struct basis *basis = built(sittings, count);
        assert_int_equal(basis_step(count), used[count]);
        assert_int_equal(basis->rater_count, used[count]);
        assert_int_equal(view.waiting_count, count - used[count]);
        assert_int_equal(basis->left_out_count, 0);
        assert_int_equal(basis->grade == PROFILE_NONE, count < 5);
        assert_int_equal(has_basis_frame(basis, BASIS_NOW), count >= 5);
    }
}

/* Who waits leaves no trace at all; who is used leaves none of when they came. */
static void the_first_ones_count_in_any_order(void **state)
{
    (void)state;
    const struct sitting **sittings = sample_raters(&arena, assessment, 10, 5, .8);
    const struct span bytes = basis_write(&arena, built(sittings, 8));
    assert_true(is_span_equal(basis_write(&arena, built(sittings, 9)), bytes));
    assert_true(is_span_equal(basis_write(&arena, built(sittings, 10)), bytes));
    struct chance chance = chance_init(3);
    for (int round = 0; round < 3; round++) {
        size_t order[8] = {0, 1, 2, 3, 4, 5, 6, 7};
        const struct sitting *shuffled[8];
        chance_shuffle(&chance, order, 8);
        for (size_t i = 0; i < 8; i++)
            shuffled[i] = sittings[order[i]];
        assert_true(is_span_equal(basis_write(&arena, built(shuffled, 8)), bytes));
    }
    const struct sitting *late[8];
    for (size_t i = 0; i < 8; i++)
        late[i] = sittings[i + 2];
    assert_false(is_span_equal(basis_write(&arena, built(late, 8)), bytes));
}

/* Neither in memory nor in the bytes; and the view of the desk has none of them either. */
static void nothing_is_of_one_colleague(void **state)
{
    (void)state;
    const struct sitting **sittings = sample_raters(&arena, assessment, 8, 5, .8);
    const struct basis *rows = rows_of(sittings, 8), *basis = built(sittings, 8);
    const struct span bytes = basis_write(&arena, basis);
    assert_null(basis->rater_scores);
    assert_null(basis->rater_scores_needed);
    assert_int_equal(view.rater_count, 0);
    assert_null(memmem(bytes.data, bytes.count, "rater_scores", 12));
    assert_null(memmem(bytes.data, bytes.count, "sd_now", 6));
    assert_non_null(rows->rater_scores);
    for (size_t rater = 0; rater < 8; rater++) {
        size_t alike = 0;
        for (size_t i = 0; i < WIDTH; i++)
            alike += fabs(rows->rater_scores[rater * WIDTH + i] -
                          basis->dimensions[i].now) < 1e-9;
        assert_true(alike < WIDTH / 2);
    }
}

static bool is_multiple(double value, double steps)
{
    return fabs(value * steps - round(value * steps)) < 1e-9;
}

static void dimensions_are_coarse(const struct basis *rows, const struct basis *basis)
{
    for (size_t i = 0; i < WIDTH; i++) {
        const struct dimension_basis *fine = &rows->dimensions[i],
                                     *coarse = &basis->dimensions[i];
        assert_true(is_multiple(coarse->now, 20) && is_multiple(coarse->needed, 20));
        assert_true(fabs(coarse->now - fine->now) <= .025 + 1e-9);
        assert_true(fabs(coarse->needed - fine->needed) <= .025 + 1e-9);
        assert_true(is_multiple(coarse->now_se, 20) && coarse->now_se >= .05 - 1e-9);
        if (fine->sd_now > 0 && coarse->now_se > .05 + 1e-9)
            assert_true(fabs(coarse->now_se - fine->sd_now / sqrt(8)) <= .025 + 1e-9);
        assert_true(coarse->gate == fine->gate);
        assert_true(isnan(coarse->sd_now) && isnan(coarse->ad_now));
    }
}

static void means_are_those_of_the_rows_but_coarse(void **state)
{
    (void)state;
    const struct sitting **sittings = sample_raters(&arena, assessment, 8, 5, .8);
    const struct basis *rows = rows_of(sittings, 8), *basis = built(sittings, 8);
    dimensions_are_coarse(rows, basis);
    assert_true(is_multiple(basis->crystallization, 100));
    assert_true(fabs(basis->crystallization - rows->crystallization) <= .005 + 1e-9);
    for (size_t i = 0; i < basis->driver_count; i++) {
        const struct driver_basis *coarse = &basis->drivers[i];
        assert_true(is_multiple(coarse->now, 20) && is_multiple(coarse->now_se, 20));
        assert_true(fabs(coarse->now - rows->drivers[i].now) <= .025 + 1e-9);
        assert_true(coarse->now_se >= .05 - 1e-9);
        assert_true(coarse->gate == rows->drivers[i].gate);
        assert_true(isnan(coarse->norm) && isnan(coarse->sem));
    }
    for (size_t i = 0; i < basis->situation_count; i++)
        for (size_t j = 0; j < 4; j++) {
            const double mean = basis->situations[i].value[j];
            assert_true(mean >= 1 && mean <= 7 && is_multiple(mean, 20));
        }
}

/* Five who say the very same are lucky, not certain: each error is the least. */
static void agreement_by_luck_is_no_certainty(void **state)
{
    (void)state;
    const struct sitting *sittings[5];
    const struct sitting **raters = sample_raters(&arena, assessment, 1, 5, .8);
    for (size_t i = 0; i < 5; i++)
        sittings[i] = raters[0];
    const struct basis *basis = built(sittings, 5);
    for (size_t i = 0; i < WIDTH; i++)
        assert_near(basis->dimensions[i].now_se, .05, 1e-12);
    for (size_t i = 0; i < basis->driver_count; i++)
        assert_near(basis->drivers[i].now_se, .05, 1e-12);
}

/* A crystallization of .595 to .60 is kept as .60 and means what .60 means. */
static void the_grade_is_that_of_the_voice_that_is_kept(void **state)
{
    (void)state;
    size_t met = 0;
    for (uint64_t seed = 300; seed < 310; seed++) {
        const struct sitting **sittings = sample_raters(&arena, assessment, 5, seed, .4);
        const double voice = rows_of(sittings, 5)->crystallization;
        const struct basis *basis = built(sittings, 5);
        assert_int_equal(basis->grade == PROFILE_SPLIT,
                         basis->crystallization < .60 - 1e-9);
        met += voice < .60 && basis->grade != PROFILE_SPLIT ? 1 : 0;
    }
    assert_true(met > 0);
}

static const struct scorecard *scored(const struct basis *basis)
{
    struct scorecard *scorecard = NULL;
    const struct sample_person person = sample_person_of(42, 5, .6);
    const struct sitting *sitting =
        sample_sit(&arena, assessment, ROLE_CANDIDATE, 42, &person);
    assert_int_equal(score_sitting(&arena, sitting, basis, &scorecard), OK);
    return scorecard;
}

static void below_five_there_is_no_figure_and_below_seven_a_provisional_one(void **state)
{
    (void)state;
    assert_int_equal(scored(built_of(4, .8))->now.absence, RESONANCE_FEW_RATERS);
    assert_int_equal(built_of(5, .8)->grade, PROFILE_PROVISIONAL);
    assert_true(scored(built_of(5, .8))->now.is_provisional);
    assert_int_equal(built_of(8, .8)->grade, PROFILE_NORMAL);
    struct basis *basis = built_of(8, .8);
    basis->rater_count = basis->needed_count = 7; /* a count that no step has */
    assert_false(scored(basis)->now.is_provisional);
    assert_false(scored(basis)->needed.is_provisional);
    basis->rater_count = basis->needed_count = 6;
    assert_true(scored(basis)->now.is_provisional);
    assert_true(scored(basis)->needed.is_provisional);
    basis->crystallization = .69;
    basis->rater_count = basis->needed_count = 8;
    assert_true(scored(basis)->now.is_provisional);
    basis->crystallization = .59;
    assert_int_equal(scored(basis)->now.absence, RESONANCE_NOT_ONE_VOICE);
    assert_int_equal(scored(basis)->needed.absence, RESONANCE_FIGURE);
}

static void leave_need_open(const struct sitting *lent)
{
    struct sitting *sitting = (struct sitting *)(uintptr_t)lent;
    const struct answer none = {.state = ANSWER_NONE};
    sitting->is_finished = 0;
    for (size_t step = 0; step < sitting->step_count; step++)
        if (is_span(sitting_part(sitting, step)->frame, "needed"))
            sitting_put(sitting, step, &none);
    sitting->is_finished = 1;
}

static void what_is_needed_stands_on_five_people_too(void **state)
{
    (void)state;
    const struct sitting **sittings = sample_raters(&arena, assessment, 8, 5, .9);
    for (size_t open = 0; open <= 4; open++) {
        const struct basis *basis = built(sittings, 8);
        const bool is_known = open <= 3;
        /* in steps of their own: 8, then 5 whether 7, 6 or 5 said it */
        assert_int_equal(basis->needed_count, !is_known ? 0 : open ? 5 : 8);
        assert_int_equal(has_basis_frame(basis, BASIS_NEEDED), is_known);
        assert_int_equal(isnan(basis->drivers[0].needed), !is_known);
        for (size_t i = 0; i < WIDTH; i++) {
            assert_int_equal(isnan(basis->dimensions[i].needed), !is_known);
            assert_int_equal(isnan(basis->dimensions[i].needed_se), !is_known);
            assert_true(isfinite(basis->dimensions[i].now));
        }
        const struct scorecard *scorecard = scored(basis);
        assert_int_equal(scorecard->now.absence, RESONANCE_FIGURE);
        assert_int_equal(scorecard->needed.absence,
                         is_known ? RESONANCE_FIGURE : RESONANCE_FEW_RATERS);
        assert_int_equal(scorecard->needed.is_provisional, is_known && open >= 1);
        if (open < 4)
            leave_need_open(sittings[open]);
    }
}

/* The wider the errors of the means, the wider the interval; the point stays. */
static void errors_of_the_means_reach_the_interval(void **state)
{
    (void)state;
    struct basis *basis = built_of(8, .8);
    double before = 0;
    const double r = scored(basis)->now.r;
    for (int step = 1; step <= 3; step++) {
        for (size_t i = 0; i < WIDTH; i++)
            basis->dimensions[i].now_se = .1 * step;
        const struct scorecard *scorecard = scored(basis);
        assert_near(scorecard->now.r, r, 0);
        assert_true(scorecard->now.se_z > before);
        before = scorecard->now.se_z;
    }
}

static void careless_colleagues_are_left_out_before_the_steps(void **state)
{
    (void)state;
    const struct sitting *sittings[8];
    const struct sitting **good = sample_raters(&arena, assessment, 6, 5, .8);
    struct sample_person hasty = sample_random_person(3);
    hasty.rating_ms = hasty.block_ms = 300;
    sittings[0] = sample_sit(&arena, assessment, ROLE_RATER, 50, &hasty);
    sittings[1] = sample_begin(&arena, assessment, ROLE_RATER, 51);
    for (size_t i = 0; i < 6; i++)
        sittings[2 + i] = good[i];
    const struct basis *basis = built(sittings, 8);
    assert_int_equal(basis->rater_count, 5);
    assert_int_equal(basis->left_out_count, 2);
    assert_int_equal(view.waiting_count, 1);
    basis = built(sittings + 2, 5);
    const struct basis *again = built(sittings, 8);
    for (size_t i = 0; i < WIDTH; i++)
        assert_near(again->dimensions[i].now, basis->dimensions[i].now, 0);
}

static void bytes_come_back(void **state)
{
    (void)state;
    for (size_t count = 0; count < 9; count++) {
        struct basis *basis = built_of(count, .7), *again = NULL;
        basis->dimensions[2].importance_by[0] = SPAN("Ann Berg");
        basis->dimensions[2].importance_by[1] = SPAN("Jo Park");
        basis->dimensions[3].importance_by[0] = SPAN("One alone");
        const struct span bytes = basis_write(&arena, basis);
        assert_int_equal(basis_read(&arena, bytes, &again), OK);
        assert_true(is_span_equal(basis_write(&arena, again), bytes));
        assert_true(is_span(again->dimensions[2].importance_by[1], "Jo Park"));
        assert_int_equal(basis_check(again), OK);
    }
}

/* What makes a profile of means wrong, one by one. */
enum wrong {
    ONE_ROW,
    FOUR_PEOPLE,
    MORE_NEED,
    NO_MEAN,
    MEAN_TOO_LARGE,
    NO_ERROR,
    ERROR_OF_NONE,
    NEED_TOO_SMALL,
    NEED_WITHOUT_ERROR,
    WEIGHT_TOO_LARGE,
    WEIGHT_NEGATIVE,
    WEIGHTS_NONE,
    NORM_NO_NUMBER,
    WRONGS
};

static void go_wrong(struct basis *basis, enum wrong wrong)
{
    static double row[WIDTH];
    struct dimension_basis *dimension = &basis->dimensions[4];
    switch (wrong) {
    case ONE_ROW:
        basis->rater_scores = row;
        break;
    case FOUR_PEOPLE:
        basis->rater_count = 4;
        break;
    case MORE_NEED:
        basis->needed_count = 9;
        break;
    case NO_MEAN:
        dimension->now = NAN;
        break;
    case MEAN_TOO_LARGE:
        dimension->now = 1.05;
        break;
    case NO_ERROR:
        dimension->now_se = NAN;
        break;
    case ERROR_OF_NONE:
        dimension->now_se = 0;
        break;
    case NEED_TOO_SMALL:
        dimension->needed = -1.05;
        break;
    case NEED_WITHOUT_ERROR:
        dimension->needed_se = NAN;
        break;
    case WEIGHT_TOO_LARGE:
        dimension->importance = 5.01;
        break;
    case WEIGHT_NEGATIVE:
        dimension->importance = -1;
        break;
    case WEIGHTS_NONE:
        for (size_t i = 0; i < WIDTH; i++)
            basis->dimensions[i].importance = 0;
        break;
    case NORM_NO_NUMBER:
        dimension->norm = NAN;
        break;
    case WRONGS:
        break;
    }
}

static void a_wrong_profile_is_refused_with_one_sentence(void **state)
{
    (void)state;
    const struct sample_person person = sample_person_of(42, 5, .6);
    const struct sitting *sitting =
        sample_sit(&arena, assessment, ROLE_CANDIDATE, 42, &person);
    for (enum wrong wrong = 0; wrong < WRONGS; wrong++) {
        struct basis *basis = built_of(8, .8);
        struct scorecard *scorecard = NULL;
        assert_int_equal(basis_check(basis), OK);
        go_wrong(basis, wrong);
        assert_int_equal(basis_check(basis), STATUS_BAD_INPUT);
        assert_true(strlen(status_last()) > 20);
        assert_null(strchr(status_last(), '\n'));
        assert_int_equal(score_sitting(&arena, sitting, basis, &scorecard),
                         STATUS_BAD_INPUT);
        assert_null(scorecard);
    }
    struct basis *most = built_of(8, .8);
    most->dimensions[4].importance = 5;
    assert_int_equal(basis_check(most), OK);
}

static void foreign_bytes_are_refused(void **state)
{
    (void)state;
    struct basis *good = built_of(8, .8);
    good->dimensions[0].now = .4;
    const struct span bytes = basis_write(&arena, good);
    static const char *const wrong[][2] = {
        {"\"grade\":\"", "\"grade\":\"x"},
        {"\"needed_count\":8", "\"needed_count\":-1"},
        {"\"needed_count\":8", "\"needed_count\":201"},
        {"\"now\":\"0.4\"", "\"now\":\"0.40\""},
        {"\"now\":\"0.4\"", "\"now\":0.4"},
        {"\"importance_by\":[]", "\"importance_by\":[\"a\",\"b\",\"c\"]"},
        {"\"importance_by\":[]", "\"importance_by\":null"},
        {"\"importance_by\":[]", "\"importance_by\":[\"\"]"},
        {"\"scoring_version\":3", "\"rater_scores\":null,\"scoring_version\":3"},
        {"\"scoring_version\":3", "\"scoring_version\":2"},
        {"\"sem\":null", "\"sem\":\"nan\""},
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct basis *basis = NULL;
        const char *at =
            memmem(bytes.data, bytes.count, wrong[i][0], strlen(wrong[i][0]));
        assert_non_null(at);
        const size_t before = (size_t)(at - bytes.data);
        const struct span changed = span_format(
            &arena, "%.*s%s%.*s", SPAN_ARGS(span_cut(bytes, 0, before)), wrong[i][1],
            SPAN_ARGS(span_cut(bytes, before + strlen(wrong[i][0]), bytes.count)));
        assert_int_equal(basis_read(&arena, changed, &basis), STATUS_BAD_INPUT);
        assert_null(basis);
        assert_null(strchr(status_last(), '\n'));
    }
}

/* Some leave one driver, one situation open: what stands on fewer has steps of its own, so that
 * nobody is the difference of two profiles. */
static void what_some_leave_open_grows_in_steps_of_its_own(void **state)
{
    (void)state;
    const struct answer none = {.state = ANSWER_NONE};
    const struct sitting **sittings = sample_raters(&arena, assessment, 8, 5, .9);
    const struct basis *five = built(sittings, 5), *all = built(sittings, 8);
    for (size_t rater = 6; rater < 8; rater++) {
        struct sitting *sitting = (struct sitting *)(uintptr_t)sittings[rater];
        sitting->is_finished = 0;
        for (size_t step = 0; step < sitting->step_count; step++)
            if (is_span_equal(sitting->steps[step].item->dimension, all->drivers[0].id) ||
                sitting->steps[step].item->kind == ITEM_GRID)
                sitting_put(sitting, step, &none);
        sitting->is_finished = 1;
    }
    const struct basis *some = built(sittings, 8);
    assert_int_equal(some->rater_count, 8);
    assert_int_equal(some->drivers[0].rater_count, 5);
    assert_int_equal(some->drivers[1].rater_count, 8);
    assert_true(some->drivers[0].now == five->drivers[0].now);
    assert_true(some->drivers[0].needed == five->drivers[0].needed);
    assert_true(some->drivers[0].now_se == five->drivers[0].now_se);
    for (size_t i = 0; i < some->situation_count; i++)
        for (size_t j = 0; j < some->situations[i].option_count; j++)
            assert_true(some->situations[i].value[j] == five->situations[i].value[j]);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, arena_begin, arena_end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(profiles_grow_by_three),
        TEST(the_first_ones_count_in_any_order),
        TEST(nothing_is_of_one_colleague),
        TEST(means_are_those_of_the_rows_but_coarse),
        TEST(agreement_by_luck_is_no_certainty),
        TEST(the_grade_is_that_of_the_voice_that_is_kept),
        TEST(below_five_there_is_no_figure_and_below_seven_a_provisional_one),
        TEST(what_is_needed_stands_on_five_people_too),
        TEST(what_some_leave_open_grows_in_steps_of_its_own),
        TEST(errors_of_the_means_reach_the_interval),
        TEST(careless_colleagues_are_left_out_before_the_steps),
        TEST(bytes_come_back),
        TEST(a_wrong_profile_is_refused_with_one_sentence),
        TEST(foreign_bytes_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
