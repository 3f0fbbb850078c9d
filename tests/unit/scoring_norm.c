/* What is usual: who counts, how coarse it is, from how many people it is used, and which tables
 * are refused. */
#include "usual.h"

#include "near.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

enum { LINES = 4 }; /* of a driver */

static struct arena arena;
static struct assessment *assessment;
static size_t width;

static int arena_begin(void **state)
{
    (void)state;
    arena_init(&arena, 512 << 20);
    assessment = sample_assessment(&arena);
    assessment->scoring_version = SCORING_WITH_NORM;
    width = norm_width(assessment);
    return 0;
}

static int arena_end(void **state)
{
    (void)state;
    arena_done(&arena);
    return 0;
}

static struct sitting *somebody(uint64_t seed)
{
    const struct sample_person person = sample_person_of(seed, 5, .6);
    struct sitting *sitting =
        sample_sit(&arena, assessment, ROLE_CANDIDATE, seed, &person);
    sitting->is_finished = 0;
    return sitting;
}

static void leave_open(struct sitting *sitting, enum item_kind kind, size_t count)
{
    const struct answer none = {.state = ANSWER_NONE};
    for (size_t step = 0; step < sitting->step_count && count; step++)
        if (sitting->steps[step].item->kind == kind && sitting->steps[step].part > 0) {
            sitting_put(sitting, step, &none);
            count--;
        }
}

static bool has_row(const struct sitting *sitting, double *out_row)
{
    for (size_t i = 0; i < width; i++)
        out_row[i] = -9;
    return norm_row(&arena, sitting, out_row);
}

static void a_row_holds_scores_and_lines(void **state)
{
    (void)state;
    double *row = arena_array(&arena, double, width), sum = 0;
    assert_int_equal(width, SAMPLE_DIMENSIONS + SAMPLE_DRIVERS * (1 + LINES));
    assert_true(has_row(somebody(1), row));
    for (size_t i = 0; i < SAMPLE_DIMENSIONS; i++)
        sum += row[i];
    assert_near(sum, 0, 1e-12); /* as many best as worst */
    for (size_t i = 0; i < SAMPLE_DRIVERS; i++)
        assert_true(row[SAMPLE_DIMENSIONS + i] >= 1 && row[SAMPLE_DIMENSIONS + i] <= 5);
    for (size_t i = 0; i < width; i++)
        assert_true(isfinite(row[i]));
}

/* A mean of fewer people than the rest could be that of one. */
static void who_leaves_a_score_out_does_not_count(void **state)
{
    (void)state;
    double *row = arena_array(&arena, double, width);
    struct sitting *sitting = somebody(2);
    leave_open(sitting, ITEM_LIKERT, 1); /* its driver has a score all the same */
    assert_true(has_row(sitting, row));
    leave_open(sitting, ITEM_LIKERT, 30);
    assert_false(has_row(sitting, row));
    sitting = somebody(2);
    leave_open(sitting, ITEM_BEST_WORST, 20);
    assert_false(has_row(sitting, row));
}

static void who_asks_for_caution_does_not_count(void **state)
{
    (void)state;
    double *row = arena_array(&arena, double, width);
    struct sitting *sitting = somebody(133);
    for (size_t step = 0; step < sitting->step_count; step++) {
        struct answer answer = sitting->answers[step];
        answer.spent_ms = 100;
        sitting_put(sitting, step, &answer);
    }
    assert_true(has_row(sitting, row)); /* one family of signs alone */
    for (size_t step = 0; step < sitting->step_count; step++) {
        struct answer answer = sitting->answers[step];
        answer.number = sitting->steps[step].item->instructed.count ? 1 : answer.number;
        sitting_put(sitting, step, &answer);
    }
    assert_false(has_row(sitting, row));
}

static void nobody_is_the_difference_of_two_norms(void **state)
{
    (void)state;
    const double *rows = usual_rows(&arena, assessment, 29);
    struct span before = {0};
    for (size_t count = 0; count < 30; count++) {
        struct norm norm;
        norm_build(&arena, assessment, rows, count, &norm);
        assert_int_equal(norm.count, count - count % NORM_STEP);
        const struct span bytes = norm_write(&arena, &norm);
        if (count % NORM_STEP) /* as it was without the last ones */
            assert_true(is_span_equal(bytes, before));
        else
            assert_false(is_span_equal(bytes, before));
        before = bytes;
    }
}

static bool is_multiple(double value, double steps)
{
    return fabs(value * steps - round(value * steps)) < 1e-9;
}

static void means_and_covariances_are_those_of_the_people(void **state)
{
    (void)state;
    enum { PEOPLE = 20 };
    const double *rows = usual_rows(&arena, assessment, PEOPLE);
    struct norm norm;
    norm_build(&arena, assessment, rows, PEOPLE, &norm);
    assert_int_equal(norm.dimension_count, SAMPLE_DIMENSIONS);
    for (size_t i = 0; i < SAMPLE_DIMENSIONS; i++) {
        double mean = 0, variance = 0;
        for (size_t person = 0; person < PEOPLE; person++)
            mean += rows[person * width + i] / PEOPLE;
        for (size_t person = 0; person < PEOPLE; person++)
            variance += pow(rows[person * width + i] - mean, 2) / (PEOPLE - 1);
        assert_true(fabs(norm.mean[i] - mean) <= .005 + 1e-9);
        assert_true(is_multiple(norm.mean[i], 100));
        assert_true(fabs(norm.covariance[i * SAMPLE_DIMENSIONS + i] - variance) <=
                    .00005 + 1e-9);
        for (size_t j = 0; j < SAMPLE_DIMENSIONS; j++) {
            const double one = norm.covariance[i * SAMPLE_DIMENSIONS + j];
            assert_true(is_multiple(one, 10000));
            assert_true(one == norm.covariance[j * SAMPLE_DIMENSIONS + i]);
        }
    }
}

/* SEM = SD sqrt(1 - alpha) of the mean of 4 lines; alpha here from the variance of the mean instead
 * of from covariances: alpha = 4/3 (1 - sum of variances / (16 variance of the mean)). */
static void the_error_of_a_driver_comes_from_alpha(void **state)
{
    (void)state;
    enum { PEOPLE = 60 };
    const double *rows = usual_rows(&arena, assessment, PEOPLE);
    struct norm norm;
    norm_build(&arena, assessment, rows, PEOPLE, &norm);
    for (size_t driver = 0; driver < SAMPLE_DRIVERS; driver++) {
        const size_t first = SAMPLE_DIMENSIONS + SAMPLE_DRIVERS + driver * LINES;
        double of_lines = 0, of_mean = 0, mean = 0, line_mean[LINES] = {0};
        for (size_t i = 0; i < PEOPLE * LINES; i++)
            line_mean[i % LINES] += rows[i / LINES * width + first + i % LINES] / PEOPLE;
        for (size_t line = 0; line < LINES; line++)
            mean += line_mean[line] / LINES;
        for (size_t person = 0; person < PEOPLE; person++) {
            double own = 0;
            for (size_t line = 0; line < LINES; line++) {
                const double value = rows[person * width + first + line];
                own += value / LINES;
                of_lines += pow(value - line_mean[line], 2) / (PEOPLE - 1);
            }
            of_mean += pow(own - mean, 2) / (PEOPLE - 1);
        }
        const double alpha = LINES / (LINES - 1.0) * (1 - of_lines / (16 * of_mean));
        double level = 0, spread = 0;
        for (size_t person = 0; person < PEOPLE; person++)
            level += rows[person * width + SAMPLE_DIMENSIONS + driver] / PEOPLE;
        for (size_t person = 0; person < PEOPLE; person++)
            spread += pow(rows[person * width + SAMPLE_DIMENSIONS + driver] - level, 2) /
                      (PEOPLE - 1);
        assert_true(alpha > 0 && alpha < 1);
        assert_true(fabs(norm.drivers[driver].mean - level) <= .005 + 1e-9);
        assert_true(fabs(norm.drivers[driver].sem - sqrt(spread * (1 - alpha))) <=
                    .005 + 1e-9);
    }
}

/* Lines that say all the same, or have nothing in common, tell no error. */
static void an_error_that_cannot_be_told_is_missing(void **state)
{
    (void)state;
    double *rows = usual_rows(&arena, assessment, 10);
    struct norm norm;
    for (size_t person = 0; person < 10; person++)
        for (size_t line = 0; line < LINES; line++) {
            double *lines = rows + person * width + SAMPLE_DIMENSIONS + SAMPLE_DRIVERS;
            lines[line] = 1 + (double)(person % 5);
            lines[LINES + line] =
                line % 2 ? 5 - (double)(person % 5) : 1 + (double)(person % 5);
        }
    norm_build(&arena, assessment, rows, 10, &norm);
    assert_true(isnan(norm.drivers[0].sem));
    assert_true(isnan(norm.drivers[1].sem));
    assert_true(isfinite(norm.drivers[2].sem));
}

static struct basis *profile(void)
{
    struct basis *basis = NULL;
    struct agreement_view view;
    const struct sitting **raters = sample_raters(&arena, assessment, 5, 5, .8);
    assert_int_equal(basis_build(&arena, assessment, raters, 5, &basis, &view), OK);
    return basis;
}

/* N / (N + 30): a quarter of 10 people's mean, half of 30's, two thirds of 60's. */
static void a_norm_of_few_is_drawn_towards_nothing(void **state)
{
    (void)state;
    static const struct {
        size_t count;
        double share;
    } shrunk[] = {{0, 0}, {10, .25}, {30, .5}, {60, 2.0 / 3}, {970, .97}};
    struct norm norm = usual_norm(&arena, assessment, 20);
    for (size_t i = 0; i < sizeof shrunk / sizeof *shrunk; i++) {
        struct basis *basis = profile();
        norm.count = shrunk[i].count;
        assert_int_equal(norm_apply(&norm, basis), OK);
        assert_int_equal(basis->norm_count, shrunk[i].count);
        for (size_t j = 0; j < basis->dimension_count; j++) {
            assert_true(is_multiple(basis->dimensions[j].norm, 10000));
            assert_true(fabs(basis->dimensions[j].norm -
                             shrunk[i].share * norm.mean[j]) <= .00005 + 1e-9);
        }
    }
}

static void drivers_are_known_from_30_and_their_error_from_60(void **state)
{
    (void)state;
    static const size_t counts[] = {0, 10, 29, 30, 59, 60, 1000};
    struct norm norm = usual_norm(&arena, assessment, 20);
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        struct basis *basis = profile();
        norm.count = counts[i];
        assert_int_equal(norm_apply(&norm, basis), OK);
        for (size_t j = 0; j < basis->driver_count; j++) {
            assert_near(basis->drivers[j].norm,
                        counts[i] >= 30 ? norm.drivers[j].mean : NAN, 0);
            assert_near(basis->drivers[j].sem,
                        counts[i] >= 60 ? norm.drivers[j].sem : NAN, 0);
        }
    }
}

static void a_norm_of_other_dimensions_is_refused(void **state)
{
    (void)state;
    struct norm norm = usual_norm(&arena, assessment, 10);
    struct basis *basis = profile();
    const struct span before = basis_write(&arena, basis);
    norm.ids[3] = SPAN("other");
    assert_int_equal(norm_apply(&norm, basis), STATUS_BAD_INPUT);
    norm.ids[3] = basis->dimensions[3].id;
    norm.dimension_count--;
    assert_int_equal(norm_apply(&norm, basis), STATUS_BAD_INPUT);
    assert_true(is_span_equal(basis_write(&arena, basis), before));
}

/* 3 of 4 people are of the first; errors by their squares: sqrt(.75 .36^2 + .25 .2^2). */
static void tables_are_pooled_by_their_people(void **state)
{
    (void)state;
    struct norm norms[2] = {usual_norm(&arena, assessment, 30),
                            usual_norm(&arena, assessment, 10)},
                pool;
    norms[0].drivers[0].sem = .36;
    norms[1].drivers[0].sem = .2;
    norms[1].drivers[1].sem = NAN;
    norms[1].sources[0] = SPAN("Harbour Hospital");
    assert_int_equal(norm_pool(&arena, norms, 2, &pool), OK);
    assert_int_equal(pool.count, 40);
    assert_int_equal(pool.source_count, 2);
    assert_true(is_span(pool.sources[0], "Northwind Ferries"));
    assert_true(is_span(pool.sources[1], "Harbour Hospital"));
    for (size_t i = 0; i < SAMPLE_DIMENSIONS; i++)
        assert_near(pool.mean[i], .75 * norms[0].mean[i] + .25 * norms[1].mean[i], 1e-12);
    for (size_t i = 0; i < SAMPLE_DIMENSIONS * SAMPLE_DIMENSIONS; i++)
        assert_near(pool.covariance[i],
                    .75 * norms[0].covariance[i] + .25 * norms[1].covariance[i], 1e-12);
    assert_near(pool.drivers[2].mean,
                .75 * norms[0].drivers[2].mean + .25 * norms[1].drivers[2].mean, 1e-12);
    assert_near(pool.drivers[0].sem, .327414111, 1e-9);
    assert_true(isnan(pool.drivers[1].sem));
}

/* A table of nobody changes nothing but the list of sources; one alone is itself. */
static void a_table_of_nobody_has_no_weight(void **state)
{
    (void)state;
    struct norm norms[2] = {usual_norm(&arena, assessment, 10),
                            usual_norm(&arena, assessment, 0)},
                pool;
    assert_int_equal(norm_pool(&arena, norms, 1, &pool), OK);
    assert_true(is_span_equal(norm_write(&arena, &pool), norm_write(&arena, &norms[0])));
    assert_int_equal(norm_pool(&arena, norms, 2, &pool), OK);
    assert_int_equal(pool.count, 10);
    for (size_t i = 0; i < SAMPLE_DIMENSIONS; i++)
        assert_near(pool.mean[i], norms[0].mean[i], 1e-12);
}

static void tables_of_other_forms_are_not_pooled(void **state)
{
    (void)state;
    struct norm pool = {.count = 7};
    for (size_t change = 0; change < 5; change++) {
        struct norm norms[2] = {usual_norm(&arena, assessment, 10),
                                usual_norm(&arena, assessment, 10)};
        if (change == 0)
            norms[1].form_id = SPAN("other");
        if (change == 1)
            norms[1].form_version = SPAN("2.0.0");
        if (change == 2)
            norms[1].ids[15] = SPAN("other");
        if (change == 3)
            norms[1].drivers[0].id = SPAN("other");
        if (change == 4)
            norms[1].driver_count--;
        assert_int_equal(norm_pool(&arena, norms, 2, &pool), STATUS_BAD_INPUT);
        assert_int_equal(pool.count, 7);
        assert_non_null(strstr(status_last(), "different forms"));
    }
}

static void too_many_sources_are_refused(void **state)
{
    (void)state;
    struct norm norms[NORM_SOURCES_MAX + 1], pool;
    const struct norm one = usual_norm(&arena, assessment, 10);
    for (size_t i = 0; i <= NORM_SOURCES_MAX; i++)
        norms[i] = one;
    assert_int_equal(norm_pool(&arena, norms, NORM_SOURCES_MAX, &pool), OK);
    assert_int_equal(pool.count, 10 * NORM_SOURCES_MAX);
    assert_int_equal(norm_pool(&arena, norms, NORM_SOURCES_MAX + 1, &pool),
                     STATUS_TOO_LARGE);
}

static void bytes_come_back(void **state)
{
    (void)state;
    static const size_t counts[] = {0, 10, 29, 60};
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        const struct norm norm = usual_norm(&arena, assessment, counts[i]);
        struct norm *again = NULL;
        const struct span bytes = norm_write(&arena, &norm);
        assert_int_equal(norm_read(&arena, bytes, &again), OK);
        assert_true(is_span_equal(norm_write(&arena, again), bytes));
        assert_int_equal(again->count, counts[i]);
        assert_null(memmem(bytes.data, bytes.count, "\"nan", 4));
    }
}

/* `good` with the first `from` in it replaced by `to`. */
static struct span changed(struct span good, const char *from, const char *to)
{
    const char *at = memmem(good.data, good.count, from, strlen(from));
    assert_non_null(at);
    const size_t before = (size_t)(at - good.data);
    return span_format(&arena, "%.*s%s%.*s", SPAN_ARGS(span_cut(good, 0, before)), to,
                       SPAN_ARGS(span_cut(good, before + strlen(from), good.count)));
}

static void a_tampered_table_is_refused_with_one_sentence(void **state)
{
    (void)state;
    struct norm norm = usual_norm(&arena, assessment, 60);
    norm.mean[0] = .5;
    norm.drivers[0].mean = 3.5;
    norm.drivers[0].sem = .4;
    const struct span good = norm_write(&arena, &norm);
    static const char *const wrong[][2] = {
        {"\"format\":\"resonance-norm-1\"", "\"format\":\"resonance-norm-2\""},
        {"\"count\":60", "\"count\":-10"},
        {"\"count\":60", "\"count\":60.5"},
        {"\"count\":60", "\"count\":\"60\""},
        {"\"count\":60", "\"count\":20000000"},
        {"\"covariance\":[", "\"covariance\":[\"0\","},
        {"\"mean\":\"0.5\"", "\"mean\":\"1.5\""},
        {"\"mean\":\"0.5\"", "\"mean\":\"-1.01\""},
        {"\"mean\":\"0.5\"", "\"mean\":null"},
        {"\"mean\":\"0.5\"", "\"mean\":\"0.50\""},
        {"\"mean\":\"0.5\"", "\"mean\":0.5"},
        {"\"mean\":\"3.5\"", "\"mean\":\"0.9\""},
        {"\"mean\":\"3.5\"", "\"mean\":\"5.1\""},
        {"\"sem\":\"0.4\"", "\"sem\":\"-0.4\""},
        {"\"sources\":[\"Northwind Ferries\"]", "\"sources\":[4]"},
        {"\"form\":", "\"people\":[],\"form\":"},
        {"\"made\":", "\"Made\":"},
        {"}", "} "},
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct norm *read = NULL;
        assert_int_equal(
            norm_read(&arena, changed(good, wrong[i][0], wrong[i][1]), &read),
            STATUS_BAD_INPUT);
        assert_null(read);
        assert_non_null(strstr(status_last(), "norm"));
        assert_null(strchr(status_last(), '\n'));
    }
}

static void a_table_beyond_its_size_is_refused(void **state)
{
    (void)state;
    struct norm *read = NULL;
    char *blanks = arena_array(&arena, char, NORM_BYTES_MAX + 1);
    memset(blanks, ' ', NORM_BYTES_MAX + 1);
    assert_int_equal(norm_read(&arena, (struct span){blanks, NORM_BYTES_MAX + 1}, &read),
                     STATUS_TOO_LARGE);
    assert_null(read);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, arena_begin, arena_end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_row_holds_scores_and_lines),
        TEST(who_leaves_a_score_out_does_not_count),
        TEST(who_asks_for_caution_does_not_count),
        TEST(nobody_is_the_difference_of_two_norms),
        TEST(means_and_covariances_are_those_of_the_people),
        TEST(the_error_of_a_driver_comes_from_alpha),
        TEST(an_error_that_cannot_be_told_is_missing),
        TEST(a_norm_of_few_is_drawn_towards_nothing),
        TEST(drivers_are_known_from_30_and_their_error_from_60),
        TEST(a_norm_of_other_dimensions_is_refused),
        TEST(tables_are_pooled_by_their_people),
        TEST(a_table_of_nobody_has_no_weight),
        TEST(tables_of_other_forms_are_not_pooled),
        TEST(too_many_sources_are_refused),
        TEST(bytes_come_back),
        TEST(a_tampered_table_is_refused_with_one_sentence),
        TEST(a_table_beyond_its_size_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
