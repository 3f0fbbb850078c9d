/* A scorecard in rows and charts: ranges that end with their scale, what sets both sides apart, and
 * what each reader is shown. */
#include "sample.h"

#include "profile/profile_card.h"
#include "profile/profile_chart.h"
#include "profile/profile_name.h"
#include "scoring/score.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "near.h"

static struct arena arena;
static struct assessment *assessment;
static struct basis *basis;
static struct scorecard *card;

static int arena_begin(void **state)
{
    (void)state;
    struct agreement_view view;
    arena_init(&arena, 256 << 20);
    assessment = sample_assessment(&arena);
    const struct sitting **raters = sample_raters(&arena, assessment, 8, 5, .8);
    assert_int_equal(basis_build(&arena, assessment, raters, 8, &basis, &view), OK);
    const struct sample_person person = sample_person_of(11, 5, .6);
    struct sitting *sitting = sample_sit(&arena, assessment, ROLE_CANDIDATE, 11, &person);
    assert_int_equal(score_sitting(&arena, sitting, basis, &card), OK);
    return 0;
}

static int arena_end(void **state)
{
    (void)state;
    arena_done(&arena);
    return 0;
}

static struct profile_rows rows_of(const struct basis *own)
{
    const struct profile_source source = profile_rows_source(
        assessment, profile_card(&arena, card, basis), own, SPAN("en"));
    return profile_rows_list(&arena, &source);
}

static void the_place_alone_is_of_nobody(void **state)
{
    (void)state;
    const struct profile_rows list =
        profile_rows_place(&arena, assessment, basis, SPAN("en"));
    assert_int_equal(list.dimension_count, basis->dimension_count);
    assert_int_equal(list.count, basis->dimension_count + basis->driver_count);
    for (size_t i = 0; i < list.count; i++) {
        const struct profile_row *row = &list.rows[i];
        const double low = row->is_driver ? 1 : -1, high = row->is_driver ? 5 : 1;
        assert_true(isnan(row->person) && isnan(row->low) && isnan(row->z));
        /* profiles of before scoring version 3 have no error of a driver */
        assert_true(row->is_driver || !isnan(row->organization_low));
        assert_false(row->organization_low < low || row->organization_high > high);
        assert_false(row->organization_low > row->organization ||
                     row->organization > row->organization_high);
        assert_int_equal(row->is_sure, row->is_needed_elsewhere);
        if (row->is_needed_elsewhere)
            assert_true(fabs(row->needed - row->organization) >= .2);
    }
    assert_true(is_span_equal(list.rows[0].id, basis->dimensions[0].id));
    assert_near(list.rows[0].organization, basis->dimensions[0].now, 0);
    assert_near(list.rows[list.count - 1].needed,
                basis->drivers[basis->driver_count - 1].needed, 0);
}

/* Colleagues who are far from agreeing what is needed say no need; those who do, say it. */
static void a_need_is_told_where_it_is_surely_elsewhere(void **state)
{
    (void)state;
    struct basis *other = basis_copy(&arena, basis);
    other->dimensions[1].needed = other->dimensions[1].now > 0 ? -.6 : .6;
    other->dimensions[1].needed_se = other->dimensions[1].now_se = .02;
    other->dimensions[1].needed_gate = 1;
    other->drivers[0].now = 2;
    other->drivers[0].needed = 4;
    other->drivers[0].now_se = other->drivers[0].needed_se = .1;
    struct profile_rows list = profile_rows_place(&arena, assessment, other, SPAN("en"));
    assert_true(list.rows[1].is_needed_elsewhere);
    assert_true(list.rows[list.dimension_count].is_needed_elsewhere);
    assert_true(list.rows[list.dimension_count].organization_low < 2 &&
                list.rows[list.dimension_count].organization_low > 1.5);
    other->dimensions[1].needed_gate = 0;
    other->drivers[0].needed_se = 2;
    list = profile_rows_place(&arena, assessment, other, SPAN("en"));
    assert_false(list.rows[1].is_needed_elsewhere);
    assert_false(list.rows[list.dimension_count].is_needed_elsewhere);
}

static void rows_follow_the_form(void **state)
{
    (void)state;
    const struct profile_rows list = rows_of(basis);
    assert_int_equal(list.dimension_count, card->dimension_count);
    assert_int_equal(list.count, card->dimension_count + card->driver_count);
    assert_true(card->dimension_count > 0 && card->driver_count > 0);
    for (size_t i = 0; i < list.count; i++) {
        const struct profile_row *row = &list.rows[i];
        const size_t driver = i - card->dimension_count;
        assert_true(row->is_driver == (i >= card->dimension_count));
        assert_true(row->name.count > 0);
        assert_near(
            row->person,
            row->is_driver ? card->drivers[driver].score : card->dimensions[i].score, 0);
    }
}

static void ranges_end_with_their_scale(void **state)
{
    (void)state;
    card->dimensions[0].score = .9;
    card->dimensions[0].se = .2;
    card->dimensions[1].score = .1;
    card->dimensions[1].se = .1;
    card->dimensions[2].se = NAN;
    card->drivers[0].score = 1.2;
    card->drivers[0].sem = .5;
    const struct profile_rows list = rows_of(basis);
    const struct profile_row *driver = &list.rows[list.dimension_count];
    assert_near(list.rows[0].low, .9 - 1.96 * .2, 1e-12);
    assert_near(list.rows[0].high, 1, 0);
    assert_near(list.rows[1].low, .1 - 1.96 * .1, 1e-12);
    assert_near(list.rows[1].high, .1 + 1.96 * .1, 1e-12);
    assert_true(isnan(list.rows[2].low) && isnan(list.rows[2].high));
    assert_near(driver->low, 1, 0);
    assert_near(driver->high, 1.2 + 1.96 * .5, 1e-12);
    assert_near(list.rows[3].organization_high - list.rows[3].organization_low,
                2 * 1.96 * basis->dimensions[3].sd_now / sqrt(8), 1e-12);
}

/* The organization's own number of describers and their spread make the error of its side. */
static void what_sets_both_apart_has_its_error(void **state)
{
    (void)state;
    struct dimension_score *score = &card->dimensions[4];
    *score = (struct dimension_score){.id = score->id,
                                      .score = .4,
                                      .se = .3,
                                      .organization = .2,
                                      .gate = 1,
                                      .weight = 1.0 / 8};
    card->quality.rlh = .5;
    basis->dimensions[4].sd_now = .4;
    const struct profile_row *row = &rows_of(basis).rows[4];
    assert_near(row->z, -.2 / hypot(.3, .4 / sqrt(8)), 1e-12);
    assert_near(row->weight, (double)card->dimension_count / 8, 1e-12);
    assert_int_equal(row->relation, TOPIC_FITS);
    score->organization = .1; /* less than one of its errors above 0 */
    assert_int_equal(rows_of(basis).rows[4].relation, TOPIC_NONE);
    score->organization = -.9;
    assert_int_equal(rows_of(basis).rows[4].relation, TOPIC_DIFFERS);
    card->quality.rlh = .39; /* choices that hardly agree say nothing of topics */
    assert_int_equal(rows_of(basis).rows[4].relation, TOPIC_NONE);
    card->quality.rlh = .5;
    score->gate = 0;
    row = &rows_of(basis).rows[4];
    assert_true(isnan(row->z) && row->relation == TOPIC_NONE);
}

/* Equal answers of few people are luck: their spread is taken from all dimensions. */
static void raters_of_one_mind_get_the_pooled_spread(void **state)
{
    (void)state;
    double sum = 0;
    basis->dimensions[4].sd_now = 0;
    for (size_t i = 0; i < basis->dimension_count; i++)
        sum += basis->dimensions[i].sd_now * basis->dimensions[i].sd_now;
    const double pooled = sqrt(sum / (double)basis->dimension_count);
    const struct dimension_score *score = &card->dimensions[4];
    card->dimensions[4].gate = 1;
    assert_near(rows_of(basis).rows[4].z,
                (score->organization - score->score) / hypot(score->se, pooled / sqrt(8)),
                1e-12);
}

/* All but the heading above them, member by member: what lies between these is nobody's. */
static void same_row(const struct chart_row *one, const struct chart_row *other)
{
    const size_t from = offsetof(struct chart_row, dot),
                 to = offsetof(struct chart_row, is_sure) + sizeof one->is_sure;
    assert_true(is_span_equal(one->label, other->label));
    assert_memory_equal((const char *)one + from, (const char *)other + from, to - from);
    assert_true(is_span_equal(one->words, other->words));
    assert_ptr_equal(one->other, other->other);
}

/* The same marks at the same places, so that both speak of one picture. */
static void the_person_and_who_interviews_them_get_one_picture(void **state)
{
    (void)state;
    const struct profile_rows list = rows_of(basis);
    for (int of = 0; of < 2; of++) {
        const struct chart *own =
            of ? profile_chart_drivers(&arena, &list, WORDING_PERSON)
               : profile_chart_dimensions(&arena, &list, WORDING_PERSON);
        const struct chart *other =
            of ? profile_chart_drivers(&arena, &list, WORDING_INTERVIEWER)
               : profile_chart_dimensions(&arena, &list, WORDING_INTERVIEWER);
        assert_int_equal(own->row_count, other->row_count);
        assert_true(is_span(own->dot_label, "you"));
        assert_true(is_span(own->needed_label, "what its strategy needs"));
        for (size_t i = 0; i < own->row_count; i++)
            same_row(&own->rows[i], &other->rows[i]);
    }
}

/* An arrow stands where the need is surely elsewhere and far enough away to matter; a name is bold
 * where something can be said. */
static void an_arrow_and_bold_letters_say_only_what_is_sure(void **state)
{
    (void)state;
    struct dimension_score *score = &card->dimensions[4];
    basis->dimensions[4].needed_gate = 1;
    score->organization = 0;
    score->needed = .5;
    score->organization_se = score->needed_se = .1;
    score->relation = TOPIC_DIFFERS;
    const struct profile_source source =
        profile_rows_source(assessment, card, basis, SPAN("en"));
    struct profile_row row = profile_rows_list(&arena, &source).rows[4];
    assert_true(row.is_needed_elsewhere && row.is_sure);
    score->needed = .19; /* too near, however sure */
    score->organization_se = score->needed_se = .01;
    assert_false(profile_rows_list(&arena, &source).rows[4].is_needed_elsewhere);
    score->needed = .5; /* far, and not sure */
    score->organization_se = score->needed_se = .2;
    assert_false(profile_rows_list(&arena, &source).rows[4].is_needed_elsewhere);
    score->organization_se = score->needed_se = .1;
    basis->dimensions[4].needed_gate = 0; /* the colleagues do not agree on it */
    score->relation = TOPIC_NONE;
    row = profile_rows_list(&arena, &source).rows[4];
    assert_false(row.is_needed_elsewhere || row.is_sure);
}

/* The legend explains what is drawn, and nothing else. */
static void without_an_organization_only_the_person_is_drawn(void **state)
{
    (void)state;
    for (size_t i = 0; i < card->dimension_count; i++)
        card->dimensions[i].organization = card->dimensions[i].needed = NAN;
    const struct profile_rows list = rows_of(NULL);
    const struct chart *chart =
        profile_chart_dimensions(&arena, &list, WORDING_INTERVIEWER);
    assert_true(is_span(chart->dot_label, "the person, with range"));
    assert_int_equal(chart->box_label.count, 0);
    assert_int_equal(chart->needed_label.count, 0);
    assert_true(isnan(chart->rows[0].box_low));
    card->driver_count = 0;
    const struct profile_rows fewer = rows_of(NULL);
    assert_null(profile_chart_drivers(&arena, &fewer, WORDING_PERSON));
}

/* A heading stands where the construct changes, in the words of its reader. */
static void dimensions_are_grouped_by_construct(void **state)
{
    (void)state;
    struct profile_rows list = rows_of(basis);
    list.rows[0].construct = list.rows[1].construct = SPAN("values");
    list.rows[2].construct = SPAN("goals");
    const struct chart *chart = profile_chart_dimensions(&arena, &list, WORDING_PERSON);
    assert_true(is_span(chart->rows[0].group, "What I value at work"));
    assert_int_equal(chart->rows[1].group.count, 0);
    assert_true(is_span(chart->rows[2].group, "Where I want to go"));
}

static void the_range_holds_the_figure(void **state)
{
    (void)state;
    const struct figure figure = {.r = .4, .low = .1, .high = .6};
    const struct chart *chart = profile_chart_range(&arena, &figure, WORDING_INTERVIEWER);
    assert_int_equal(chart->kind, CHART_RANGE);
    assert_near(chart_share(chart, chart->rows[0].low), .55, 1e-12);
    assert_near(chart_share(chart, chart->rows[0].dot), .7, 1e-12);
    assert_near(chart_share(chart, chart->rows[0].high), .8, 1e-12);
    assert_near(chart_share(chart, 2), 1, 0);
    assert_near(chart_share(chart, -2), 0, 0);
}

static void what_has_no_name_is_called_by_its_id(void **state)
{
    (void)state;
    assert_true(is_span(profile_name(NULL, SPAN("en"), SPAN("d7")), "d7"));
    const struct part *part =
        assessment_part(assessment, PART_RESONANCE, ROLE_CANDIDATE, SPAN(""));
    assert_true(is_span(profile_name(part, SPAN("en"), SPAN("nowhere")), "nowhere"));
    assert_null(profile_name_find(part, SPAN("nowhere")));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, arena_begin, arena_end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(rows_follow_the_form),
        TEST(the_place_alone_is_of_nobody),
        TEST(a_need_is_told_where_it_is_surely_elsewhere),
        TEST(ranges_end_with_their_scale),
        TEST(what_sets_both_apart_has_its_error),
        TEST(raters_of_one_mind_get_the_pooled_spread),
        TEST(the_person_and_who_interviews_them_get_one_picture),
        TEST(an_arrow_and_bold_letters_say_only_what_is_sure),
        TEST(without_an_organization_only_the_person_is_drawn),
        TEST(dimensions_are_grouped_by_construct),
        TEST(the_range_holds_the_figure),
        TEST(what_has_no_name_is_called_by_its_id),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
