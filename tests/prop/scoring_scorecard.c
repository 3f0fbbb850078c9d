/* What must hold for every sitting: the order on the screen does not matter, likeness gives a
 * high figure and chance does not, open blocks follow one rule, a record always scores the
 * same again. */
#include "sample.h"

#include "scoring/score.h"
#include "scoring/record.h"

#include <inttypes.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

enum { PEOPLE = 60, RATERS = 8 };

static struct arena arena;
static struct assessment *assessment;
static struct basis *basis;

static int group_begin(void **state)
{
    (void)state;
    struct agreement_view view;
    arena_init(&arena, (size_t)1 << 30);
    assessment = sample_assessment(&arena);
    const struct sitting **raters = sample_raters(&arena, assessment, RATERS, 5, .8);
    return basis_build(&arena, assessment, raters, RATERS, &basis, &view) != OK;
}

static int group_end(void **state)
{
    (void)state;
    arena_done(&arena);
    return 0;
}

static struct scorecard *scored(const struct sitting *sitting)
{
    struct scorecard *scorecard = NULL;
    assert_int_equal(score_sitting(&arena, sitting, basis, &scorecard), OK);
    return scorecard;
}

/* The same answers under another order of blocks and statements. Only the seed of the draws
 * differs then, so that is made the same. What depends on the place on the screen, the runs
 * and positions, is set aside. */
static void the_order_shown_changes_no_score(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= PEOPLE; seed++) {
        const struct arena_mark mark = arena_mark(&arena);
        const struct sample_person person = sample_person_of(seed, 5, .5);
        struct span bytes[2];
        for (size_t i = 0; i < 2; i++) {
            struct sitting *sitting =
                sample_sit(&arena, assessment, ROLE_CANDIDATE, seed + 1000 * i, &person);
            sitting->start.seed = 1;
            struct scorecard *scorecard = scored(sitting);
            scorecard->quality.longest_position_run = 0;
            scorecard->quality.position_p = NAN;
            scorecard->quality.is_flagged[QUALITY_RUNS] = 0;
            scorecard->quality.asks_for_caution = 0;
            bytes[i] = scorecard_write(&arena, scorecard);
        }
        if (!is_span_equal(bytes[0], bytes[1]))
            print_error("seed %" PRIu64 "\n", seed);
        assert_true(is_span_equal(bytes[0], bytes[1]));
        arena_release(&arena, mark);
    }
}

static void likeness_is_clear_and_chance_is_not(void **state)
{
    (void)state;
    size_t clear = 0, by_chance = 0, near_one = 0;
    double sum = 0, squares = 0;
    for (uint64_t seed = 1; seed <= PEOPLE; seed++) {
        const struct arena_mark mark = arena_mark(&arena);
        struct sample_person alike = sample_person_of(seed, 5, 1);
        for (size_t i = 0; i < SAMPLE_DIMENSIONS; i++)
            alike.utility[i] = 12 * basis->dimensions[i].now; /* answers as they say */
        const struct sample_person random = sample_random_person(seed);
        const struct figure *same =
            &scored(sample_sit(&arena, assessment, ROLE_CANDIDATE, seed, &alike))->now;
        const struct figure *chance =
            &scored(sample_sit(&arena, assessment, ROLE_CANDIDATE, seed, &random))->now;
        assert_int_equal(same->absence, RESONANCE_FIGURE);
        clear += same->phrase == RESONANCE_CLEARLY_ALIGNED;
        near_one += same->r > .85;
        if (has_scorecard_figure(chance)) { /* one in a thousand is flat */
            by_chance += chance->phrase == RESONANCE_CLEARLY_ALIGNED ||
                         chance->phrase == RESONANCE_CLEARLY_DIFFERENT;
            sum += chance->r;
            squares += chance->r * chance->r;
        }
        arena_release(&arena, mark);
    }
    print_message("clear for the alike %zu, near one %zu, clear by chance %zu of %d; by "
                  "chance R has mean %.2f and SD %.2f\n",
                  clear, near_one, by_chance, PEOPLE, sum / PEOPLE,
                  sqrt(squares / PEOPLE));
    assert_true(clear == PEOPLE);
    assert_true(near_one >= PEOPLE * 9 / 10);
    assert_true(by_chance <= 1);
    assert_true(fabs(sum / PEOPLE) < .1); /* three standard errors of a mean of 60 */
    assert_true(fabs(sqrt(squares / PEOPLE) - .26) < .08);
}

/* What the rule says of a person who left some blocks open: true n, at least 3 showings for a
 * dimension, at least 12 dimensions and 75 % of the weight. */
static enum resonance_absence absence_of(const int *shown)
{
    size_t dimensions = 0;
    double weight = 0, all = 0;
    for (size_t i = 0; i < SAMPLE_DIMENSIONS; i++) {
        const double own = basis->dimensions[i].importance * basis->dimensions[i].gate;
        dimensions += shown[i] >= 3;
        weight += shown[i] >= 3 ? own : 0;
        all += own;
    }
    return dimensions < 12             ? RESONANCE_FEW_DIMENSIONS
           : weight < .75 * all - 1e-9 ? RESONANCE_LITTLE_WEIGHT
                                       : RESONANCE_FIGURE;
}

/* Leaves some blocks open by chance and counts what is still shown of each dimension. */
static void open_some(struct sitting *sitting, uint64_t seed, int *out_shown)
{
    struct chance chance = chance_init(seed);
    const uint64_t keep = 1 + chance_below(&chance, 20);
    sitting->is_finished = 0;
    for (size_t block = 0; block < SAMPLE_BLOCKS; block++) {
        const size_t step = (size_t)sitting->part_steps[1].step_of_item[block];
        struct answer answer = sitting->answers[step];
        const bool is_kept = chance_below(&chance, 20) < keep;
        const bool is_declined = chance_below(&chance, 2) != 0;
        if (!is_kept)
            answer.state = is_declined ? ANSWER_DECLINED : ANSWER_NONE;
        sitting_put(sitting, step, &answer);
        for (size_t i = 0; is_kept && i < 4; i++)
            out_shown[sample_plane[block][i] - 1]++;
    }
}

static void assert_rule(const struct scorecard *scorecard, const int *shown)
{
    double weight = 0;
    for (size_t i = 0; i < SAMPLE_DIMENSIONS; i++) {
        const struct dimension_score *score = &scorecard->dimensions[i];
        assert_int_equal(score->shown, shown[i]);
        assert_int_equal(isnan(score->score) ? 0 : 1, shown[i] >= 3);
        weight += score->weight;
    }
    assert_int_equal(scorecard->now.absence, absence_of(shown));
    if (has_scorecard_figure(&scorecard->now))
        assert_true(fabs(weight - 1) < 1e-12);
}

static void open_blocks_follow_one_rule(void **state)
{
    (void)state;
    size_t with = 0, without = 0;
    for (size_t i = 0; i < SAMPLE_DIMENSIONS; i++) /* so that weight and count differ */
        basis->dimensions[i].importance = i < 3 ? 3 : 1;
    for (uint64_t seed = 1; seed <= 4 * PEOPLE; seed++) {
        const struct arena_mark mark = arena_mark(&arena);
        const struct sample_person person = sample_person_of(seed, 5, .8);
        struct sitting *sitting =
            sample_sit(&arena, assessment, ROLE_CANDIDATE, seed, &person);
        int shown[SAMPLE_DIMENSIONS] = {0};
        open_some(sitting, seed, shown);
        const struct scorecard *scorecard = scored(sitting);
        if (scorecard->now.absence != absence_of(shown))
            print_error("seed %" PRIu64 "\n", seed);
        assert_rule(scorecard, shown);
        *(has_scorecard_figure(&scorecard->now) ? &with : &without) += 1;
        arena_release(&arena, mark);
    }
    for (size_t i = 0; i < SAMPLE_DIMENSIONS; i++)
        basis->dimensions[i].importance = 1;
    print_message("%zu with a figure, %zu without\n", with, without);
    assert_true(with > 20 && without > 20);
}

static void spoil(struct sitting *sitting, struct chance *chance)
{
    static const int64_t times[] = {0, 1, 4999, 86400000, INT64_MAX / 1000};
    sitting->is_finished = 0;
    for (size_t step = 0; step < sitting->step_count; step++) {
        struct answer answer = sitting->answers[step];
        answer.spent_ms = times[chance_below(chance, 5)];
        if (chance_below(chance, 6) == 0)
            answer.state = chance_below(chance, 2) ? ANSWER_DECLINED : ANSWER_NONE;
        sitting_put(sitting, step, &answer);
    }
    sitting->is_finished = 1;
}

/* Sittings with holes and impossible times, with and without an organization. */
static void every_record_scores_the_same_again(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 3 * PEOPLE; seed++) {
        const struct arena_mark mark = arena_mark(&arena);
        struct chance chance = chance_init(seed);
        const enum role role = seed % 5 ? ROLE_CANDIDATE : ROLE_RATER;
        const struct basis *against = role == ROLE_RATER || seed % 7 == 0 ? NULL : basis;
        const struct sample_person person = sample_person_of(seed, 5, .5);
        struct provenance provenance = {.software = SPAN("0.1.0"), .mode = SPAN("kiosk")};
        struct sitting *sitting = sample_sit(&arena, assessment, role, seed, &person);
        struct scorecard *scorecard = NULL;
        struct record *record = NULL;
        struct span again;
        spoil(sitting, &chance);
        memcpy(provenance.assessment_hash, assessment->hash, sizeof assessment->hash);
        assert_int_equal(score_sitting(&arena, sitting, against, &scorecard), OK);
        const struct span bytes =
            record_write(&arena, sitting, against, scorecard, &provenance);
        assert_null(memmem(bytes.data, bytes.count, ":nan", 4));
        assert_null(memmem(bytes.data, bytes.count, "\"nan", 4));
        assert_null(memmem(bytes.data, bytes.count, "inf", 3));
        if (record_read(&arena, assessment, bytes, &record) != OK)
            print_error("seed %" PRIu64 ": %s\n", seed, status_last());
        assert_non_null(record);
        assert_int_equal(record_rescore(&arena, record, &again), OK);
        assert_true(is_span_equal(again, record->scorecard_bytes));
        assert_true(is_span_equal(again, scorecard_write(&arena, scorecard)));
        arena_release(&arena, mark);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_order_shown_changes_no_score),
        cmocka_unit_test(likeness_is_clear_and_chance_is_not),
        cmocka_unit_test(open_blocks_follow_one_rule),
        cmocka_unit_test(every_record_scores_the_same_again),
    };
    return cmocka_run_group_tests(tests, group_begin, group_end);
}
