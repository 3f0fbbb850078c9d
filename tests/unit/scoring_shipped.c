/* The shipped assessment is scored in all its parts: what its documents call things is what
 * scoring looks for. */
#include "read.h"
#include "sample.h"

#include "scoring/score.h"
#include "scoring/record.h"
#include "scoring/record_size.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

enum { RATERS = 8 };

static const struct assessment *shipped(struct arena *arena)
{
    struct assessment_file *files;
    struct assessment *assessment = NULL;
    struct fault_list faults = fault_list_init(arena);
    const size_t count =
        read_folder(arena, SOURCE_DIR "/questionnaires/strategy-fit", &files);
    assert_int_equal(assessment_read(arena, files, count, &faults, &assessment), OK);
    return assessment;
}

static struct basis *basis_of(struct arena *arena, const struct assessment *assessment)
{
    struct basis *basis = NULL;
    struct agreement_view view;
    const struct sitting **raters = sample_raters(arena, assessment, RATERS, 5, .9);
    assert_int_equal(basis_build(arena, assessment, raters, RATERS, &basis, &view), OK);
    return basis;
}

static void every_part_is_scored(void **state)
{
    (void)state;
    struct arena arena;
    struct scorecard *scorecard = NULL;
    arena_init(&arena, 512 << 20);
    const struct assessment *assessment = shipped(&arena);
    const struct basis *basis = basis_of(&arena, assessment);
    assert_int_equal(basis->grade, PROFILE_NORMAL);
    assert_int_equal(basis->dimension_count, SAMPLE_DIMENSIONS);
    assert_int_equal(basis->driver_count, SAMPLE_DRIVERS);
    assert_int_equal(basis->situation_count, 3);
    const struct sample_person person = sample_person_of(7, 5, .9);
    const struct sitting *sitting =
        sample_sit(&arena, assessment, ROLE_CANDIDATE, 7, &person);
    assert_int_equal(score_sitting(&arena, sitting, basis, &scorecard), OK);
    assert_int_equal(scorecard->now.absence, RESONANCE_FIGURE);
    assert_int_equal(scorecard->needed.absence, RESONANCE_FIGURE);
    assert_int_equal(scorecard->dimension_count, SAMPLE_DIMENSIONS);
    for (size_t i = 0; i < SAMPLE_DIMENSIONS; i++) {
        assert_true(is_span(scorecard->dimensions[i].id, sample_dimensions[i]));
        assert_int_equal(scorecard->dimensions[i].shown, 5);
    }
    for (size_t i = 0; i < SAMPLE_DRIVERS; i++) {
        assert_int_equal(scorecard->drivers[i].answered, 4);
        assert_true(scorecard->drivers[i].gap_se > 0);
    }
    size_t keyed = 0;
    for (size_t i = 0; i < scorecard->situation_count; i++)
        keyed += isnan(scorecard->situations[i].most) ? 0 : 1;
    assert_int_equal(scorecard->situation_count, 3);
    assert_int_equal(keyed, 3);
    assert_int_equal(scorecard->quality.instructed_count, 2);
    arena_done(&arena);
}

/* What is too small is told where it stands. */
static void a_sealed_size_that_is_too_small_is_told(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, 512 << 20);
    struct assessment assessment = *shipped(&arena);
    struct fault_list faults = fault_list_init(&arena);
    assert_int_equal(record_size_check(&assessment, &faults), OK);
    assert_int_equal(faults.count, 0);
    assessment.sealed_bytes = 50000;
    assert_int_equal(record_size_check(&assessment, &faults), STATUS_BAD_INPUT);
    assert_int_equal(faults.error_count, 2); /* the rater's record fits */
    struct buffer buffer = buffer_init(&arena, 1 << 16);
    fault_list_text(&faults, &buffer);
    const char *text = span_text(&arena, buffer_span(&buffer));
    assert_non_null(strstr(text, "assessment.json:"));
    assert_non_null(strstr(text, "The record of a candidate can need"));
    assert_true(assessment.sealed_bytes_line > 1 && assessment.sealed_bytes_column > 1);
    arena_done(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_part_is_scored),
        cmocka_unit_test(a_sealed_size_that_is_too_small_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
