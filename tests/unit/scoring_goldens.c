/* Sittings whose records lie in tests/vectors/scorecards. Every compiler and every
 * version of the program must make the same bytes from the same answers, and score each kept
 * record to the same bytes again.
 *
 * The people are made by the kit (sample.h) from the seeds in the table, with arithmetic that
 * is the same on every machine. A new scoring version adds files; it never changes one. To
 * write files that are missing, run with RESONANCE_GOLDEN=write. */
#include "sample.h"

#include "base/file.h"
#include "scoring/score.h"
#include "scoring/record.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <unistd.h>

#include <cmocka.h>

enum change {
    AS_IT_IS,
    OPPOSITE,  /* best and worst change places */
    HALF_OPEN, /* every second block and rating is left blank */
    SOME_OPEN, /* blocks 1 to 4 blank, 5 to 8 declined: three showings each */
    ALL_DECLINED,
    HASTY,     /* 900 ms for everything, wrong instructed items */
    AT_RANDOM, /* best, worst and ratings drawn blindly, at the pace of the others */
    FIRST_PLACE, /* best always at the first place shown, worst at the last; ratings all 4 */
};

enum profile_change {
    AS_BUILT,
    WEIGHTED,  /* own importance (one of them 0), and a norm */
    NEED_OPEN, /* every second rater left the second frame open */
};

static const struct golden {
    const char *name;
    uint64_t seed; /* of the person, and of the orders */
    double share;  /* how far the person is like the organization */
    enum change change;
    size_t rater_count; /* 0: scored without an organization */
    double rater_share;
    enum profile_change profile_change;
    int version; /* of the scoring */
} goldens[] = {
    {"01-alike", 101, .9, AS_IT_IS, 8, .8, AS_BUILT, 1},
    {"02-half-alike", 102, .5, AS_IT_IS, 8, .8, AS_BUILT, 1},
    {"03-of-their-own", 103, 0, AS_IT_IS, 8, .8, AS_BUILT, 1},
    {"04-opposite", 104, .9, OPPOSITE, 8, .8, AS_BUILT, 1},
    {"05-half-open", 105, .7, HALF_OPEN, 8, .8, AS_BUILT, 1},
    {"06-some-open", 106, .7, SOME_OPEN, 8, .8, AS_BUILT, 1},
    {"07-all-declined", 107, .7, ALL_DECLINED, 8, .8, AS_BUILT, 1},
    {"08-hasty", 108, .7, HASTY, 8, .8, AS_BUILT, 1},
    {"09-first-place", 109, .7, FIRST_PLACE, 8, .8, AS_BUILT, 1},
    {"10-provisional", 110, .7, AS_IT_IS, 4, .9, AS_BUILT, 1},
    {"11-split", 111, .7, AS_IT_IS, 6, .1, AS_BUILT, 1},
    {"12-no-organization", 112, .7, AS_IT_IS, 0, 0, AS_BUILT, 1},
    {"13-weighted", 113, .7, AS_IT_IS, 8, .8, WEIGHTED, 1},
    {"14-need-half-open", 114, .7, AS_IT_IS, 7, .8, NEED_OPEN, 1},
    {"15-alike-2", 115, .9, AS_IT_IS, 8, .8, AS_BUILT, 2},
    {"16-at-random-1", 116, .7, AT_RANDOM, 8, .8, AS_BUILT, 1},
    {"17-at-random-2", 116, .7, AT_RANDOM, 8, .8, AS_BUILT, 2},
    {"18-hasty-2", 118, .7, HASTY, 8, .8, WEIGHTED, 2},
    {"19-half-open-2", 119, .7, HALF_OPEN, 0, 0, AS_BUILT, 2},
};
enum { GOLDENS = sizeof goldens / sizeof *goldens };

static struct arena arena;
static struct assessment *assessment;

static int arena_begin(void **state)
{
    (void)state;
    arena_init(&arena, 512 << 20);
    assessment = sample_assessment(&arena);
    return 0;
}

static int arena_end(void **state)
{
    (void)state;
    arena_done(&arena);
    return 0;
}

static struct answer swapped(struct answer answer)
{
    const int16_t best = answer.pair[PAIR_BEST];
    answer.pair[PAIR_BEST] = answer.pair[PAIR_WORST];
    answer.pair[PAIR_WORST] = best;
    return answer;
}

static struct answer first_placed(const struct step *step, struct answer answer)
{
    if (step->item->kind == ITEM_LIKERT)
        answer.number = 4;
    if (step->item->kind == ITEM_BEST_WORST) {
        answer.pair[PAIR_BEST] = step->order[0];
        answer.pair[PAIR_WORST] = step->order[step->order_count - 1];
    }
    return answer;
}

static struct answer drawn(const struct step *step, size_t index, struct answer answer)
{
    const bool is_rating = step->item->kind == ITEM_LIKERT;
    struct chance chance = chance_init(index + (is_rating ? OPTIONS_MAX : 0));
    if (is_rating && !step->item->instructed.count)
        answer.number = 1 + (double)chance_below(&chance, 5);
    if (step->item->kind == ITEM_BEST_WORST) {
        const size_t best = chance_below(&chance, step->order_count);
        const size_t worst = chance_below(&chance, step->order_count - 1);
        answer.pair[PAIR_BEST] = step->order[best];
        answer.pair[PAIR_WORST] = step->order[worst + (worst >= best)];
    }
    return answer;
}

static enum answer_state left_open(bool is_block, size_t index, enum change change,
                                   enum answer_state state)
{
    if (change == ALL_DECLINED)
        return ANSWER_DECLINED;
    if (change == HALF_OPEN)
        return index % 2 ? ANSWER_NONE : state;
    if (is_block && index < 8)
        return index < 4 ? ANSWER_NONE : ANSWER_DECLINED;
    return state;
}

/* What becomes of the answer to item `index` of its document. */
static struct answer changed(const struct step *step, size_t index, enum change change,
                             struct answer answer)
{
    const bool is_block = step->item->kind == ITEM_BEST_WORST;
    switch (change) {
    case AS_IT_IS:
        return answer;
    case OPPOSITE:
        return is_block ? swapped(answer) : answer;
    case HALF_OPEN:
    case SOME_OPEN:
    case ALL_DECLINED:
        answer.state = left_open(is_block, index, change, answer.state);
        return answer;
    case HASTY:
        answer.spent_ms = 900;
        answer.number = step->item->instructed.count ? 1 : answer.number;
        return answer;
    case AT_RANDOM:
        return drawn(step, index, answer);
    case FIRST_PLACE:
        return first_placed(step, answer);
    }
    return answer;
}

static struct sitting *sitting_of(const struct golden *golden)
{
    const struct sample_person person = sample_person_of(golden->seed, 5, golden->share);
    struct sitting *sitting =
        sample_sit(&arena, assessment, ROLE_CANDIDATE, golden->seed, &person);
    sitting->is_finished = 0;
    for (size_t i = 0; i < sitting->step_count; i++) {
        const struct step *step = &sitting->steps[i];
        const struct item *items = assessment->parts[step->part].questionnaire->items;
        const struct answer answer = changed(step, (size_t)(step->item - items),
                                             golden->change, sitting->answers[i]);
        sitting_put(sitting, i, &answer);
    }
    sitting->is_finished = 1;
    return sitting;
}

static void weight(struct basis *basis)
{
    basis->norm_count = 24;
    for (size_t i = 0; i < basis->dimension_count; i++) {
        basis->dimensions[i].importance = i == 3 ? 0 : .5 + (double)(i % 4) / 2;
        basis->dimensions[i].norm = ((double)(i * 7 % 16) - 7.5) / 50;
    }
}

/* Every second one leaves the second frame open. */
static void open_need(const struct sitting **raters, size_t count)
{
    const struct answer none = {.state = ANSWER_NONE};
    for (size_t i = 1; i < count; i += 2) {
        struct sitting *sitting = (struct sitting *)(uintptr_t)raters[i];
        sitting->is_finished = 0;
        for (size_t step = 0; step < sitting->step_count; step++)
            if (is_span(sitting_part(sitting, step)->frame, "needed"))
                sitting_put(sitting, step, &none);
        sitting->is_finished = 1;
    }
}

static const struct basis *basis_of(const struct golden *golden)
{
    struct basis *basis = NULL;
    struct agreement_view view;
    if (!golden->rater_count)
        return NULL;
    const struct sitting **raters =
        sample_raters(&arena, assessment, golden->rater_count, 5, golden->rater_share);
    if (golden->profile_change == NEED_OPEN)
        open_need(raters, golden->rater_count);
    assert_int_equal(
        basis_build(&arena, assessment, raters, golden->rater_count, &basis, &view), OK);
    if (golden->profile_change == WEIGHTED)
        weight(basis);
    return basis;
}

static struct span record_of(const struct golden *golden)
{
    assessment->scoring_version = golden->version;
    struct scorecard *scorecard = NULL;
    struct provenance provenance = {.software = SPAN("0.1.0"),
                                    .organization = SPAN("Northwind Ferries"),
                                    .mode = SPAN("kiosk"),
                                    .finished_unix_ms = 1795471200000};
    const struct sitting *sitting = sitting_of(golden);
    const struct basis *basis = basis_of(golden);
    memcpy(provenance.assessment_hash, assessment->hash, sizeof assessment->hash);
    assert_int_equal(score_sitting(&arena, sitting, basis, &scorecard), OK);
    return record_write(&arena, sitting, basis, scorecard, &provenance);
}

static const char *path_of(const struct golden *golden)
{
    const struct span path = span_format(&arena, "%s/tests/vectors/scorecards/%s.json",
                                         SOURCE_DIR, golden->name);
    return path.data;
}

static struct span kept_of(const struct golden *golden)
{
    struct span bytes = {0};
    assert_int_equal(file_read(&arena, path_of(golden), 1 << 20, &bytes), OK);
    return bytes;
}

static int write_missing(void **state)
{
    const char *wish = getenv("RESONANCE_GOLDEN");
    if (!wish || strcmp(wish, "write") != 0)
        return 0;
    arena_begin(state);
    for (size_t i = 0; i < GOLDENS; i++)
        if (!is_file(path_of(&goldens[i])))
            assert_int_equal(
                file_write(path_of(&goldens[i]), record_of(&goldens[i]), 0644), OK);
    return arena_end(state);
}

static void the_same_answers_give_the_same_bytes(void **state)
{
    (void)state;
    for (size_t i = 0; i < GOLDENS; i++) {
        const struct span now = record_of(&goldens[i]), kept = kept_of(&goldens[i]);
        if (!is_span_equal(now, kept))
            print_error("%s differs\n", goldens[i].name);
        assert_true(is_span_equal(now, kept));
    }
}

static void a_kept_record_scores_the_same_again(void **state)
{
    (void)state;
    for (size_t i = 0; i < GOLDENS; i++) {
        struct record *record = NULL;
        struct span again;
        assessment->scoring_version = goldens[i].version;
        assert_int_equal(record_read(&arena, assessment, kept_of(&goldens[i]), &record),
                         OK);
        assert_int_equal(record_rescore(&arena, record, &again), OK);
        assert_true(is_span_equal(again, record->scorecard_bytes));
    }
}

/* They say different things; else they would guard little. */
static void the_goldens_cover_what_can_be_said(void **state)
{
    (void)state;
    static const enum resonance_absence absences[GOLDENS] = {
        [4] = RESONANCE_FEW_DIMENSIONS,
        [6] = RESONANCE_FEW_DIMENSIONS,
        [10] = RESONANCE_NOT_ONE_VOICE,
        [11] = RESONANCE_FEW_RATERS,
        [18] = RESONANCE_FEW_RATERS};
    for (size_t i = 0; i < GOLDENS; i++) {
        struct record *record = NULL;
        assert_int_equal(record_read(&arena, assessment, kept_of(&goldens[i]), &record),
                         OK);
        const struct scorecard *scorecard = record->scorecard;
        assert_int_equal(scorecard->now.absence, absences[i]);
        assert_int_equal(scorecard->now.is_provisional, i == 9);
        assert_int_equal(scorecard->quality.asks_for_caution,
                         goldens[i].change == HASTY || goldens[i].change == FIRST_PLACE ||
                             (goldens[i].change == AT_RANDOM && goldens[i].version >= 2));
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, arena_begin, arena_end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_same_answers_give_the_same_bytes),
        TEST(a_kept_record_scores_the_same_again),
        TEST(the_goldens_cover_what_can_be_said),
    };
    setlocale(LC_ALL, ""); /* whatever the machine speaks: tests/vectors/compilers.sh */
    return cmocka_run_group_tests(tests, write_missing, NULL);
}
