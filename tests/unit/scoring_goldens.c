/* Sittings whose records lie in tests/vectors/scorecards. Every compiler and every
 * version of the program must make the same bytes from the same answers, and score each kept
 * record to the same bytes again.
 *
 * The people are made by the kit (sample.h) from the seeds in the table, with arithmetic that
 * is the same on every machine. A new scoring version adds files; it never changes one. To
 * write files that are missing, run with RESONANCE_GOLDEN=write. */
#include "usual.h"

#include "base/file.h"
#include "scoring/record.h"
#include "scoring/score.h"
#include "scoring/score_quality.h"
#include "sitting/sitting_redo.h"

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
    NEAREST,     /* as FIRST_PLACE, but rated with care: somebody with two keys */
    SCATTERED,      /* ratings drawn blindly in 900 ms each, one instructed line wrong */
    ANSWERED_AGAIN, /* hasty at first; then the parts concerned are answered with care */
};

enum profile_change {
    AS_BUILT,
    WEIGHTED,  /* own importance (one of them 0), and a norm */
    NEED_OPEN, /* every second rater left the second frame open */
    AGREED,    /* weights from 0 to 5, each with a reason and two names */
    NEED_ELSE, /* the place is other than the need, which is what the person is like */
};

static const struct golden {
    const char *name;
    uint64_t seed; /* of the person, and of the orders */
    double share;  /* how far the person is like the organization */
    enum change change;
    size_t rater_count; /* 0: scored without an organization */
    double rater_share;
    enum profile_change profile_change;
    int version;       /* of the scoring */
    size_t norm_count; /* people behind the norm, from version 3 on */
} goldens[] = {
    {"01-alike", 101, .9, AS_IT_IS, 8, .8, AS_BUILT, 1, 0},
    {"02-half-alike", 102, .5, AS_IT_IS, 8, .8, AS_BUILT, 1, 0},
    {"03-of-their-own", 103, 0, AS_IT_IS, 8, .8, AS_BUILT, 1, 0},
    {"04-opposite", 104, .9, OPPOSITE, 8, .8, AS_BUILT, 1, 0},
    {"05-half-open", 105, .7, HALF_OPEN, 8, .8, AS_BUILT, 1, 0},
    {"06-some-open", 106, .7, SOME_OPEN, 8, .8, AS_BUILT, 1, 0},
    {"07-all-declined", 107, .7, ALL_DECLINED, 8, .8, AS_BUILT, 1, 0},
    {"08-hasty", 108, .7, HASTY, 8, .8, AS_BUILT, 1, 0},
    {"09-first-place", 109, .7, FIRST_PLACE, 8, .8, AS_BUILT, 1, 0},
    {"10-provisional", 110, .7, AS_IT_IS, 4, .9, AS_BUILT, 1, 0},
    {"11-split", 111, .7, AS_IT_IS, 6, .1, AS_BUILT, 1, 0},
    {"12-no-organization", 112, .7, AS_IT_IS, 0, 0, AS_BUILT, 1, 0},
    {"13-weighted", 113, .7, AS_IT_IS, 8, .8, WEIGHTED, 1, 0},
    {"14-need-half-open", 114, .7, AS_IT_IS, 7, .8, NEED_OPEN, 1, 0},
    {"15-alike-2", 115, .9, AS_IT_IS, 8, .8, AS_BUILT, 2, 0},
    {"16-at-random-1", 116, .7, AT_RANDOM, 8, .8, AS_BUILT, 1, 0},
    {"17-at-random-2", 116, .7, AT_RANDOM, 8, .8, AS_BUILT, 2, 0},
    {"18-hasty-2", 118, .7, HASTY, 8, .8, WEIGHTED, 2, 0},
    {"19-half-open-2", 119, .7, HALF_OPEN, 0, 0, AS_BUILT, 2, 0},
    {"20-alike-3", 120, .9, AS_IT_IS, 8, .8, AS_BUILT, 3, 60},
    {"21-half-alike-3", 121, .5, AS_IT_IS, 8, .8, AS_BUILT, 3, 60},
    {"22-of-their-own-3", 4122, 0, AS_IT_IS, 8, .8, AS_BUILT, 3, 60},
    {"23-opposite-3", 4123, .9, OPPOSITE, 8, .8, AS_BUILT, 3, 60},
    {"24-half-open-3", 124, .7, HALF_OPEN, 8, .8, AS_BUILT, 3, 60},
    {"25-some-open-3", 125, .7, SOME_OPEN, 8, .8, AS_BUILT, 3, 60},
    {"26-all-declined-3", 126, .7, ALL_DECLINED, 8, .8, AS_BUILT, 3, 60},
    {"27-hasty-3", 127, .7, HASTY, 8, .8, AS_BUILT, 3, 60},
    {"28-at-random-3", 116, .7, AT_RANDOM, 8, .8, AS_BUILT, 3, 60},
    {"29-provisional-3", 129, .7, AS_IT_IS, 5, .9, AS_BUILT, 3, 60},
    {"30-split-3", 130, .7, AS_IT_IS, 9, .1, AS_BUILT, 3, 60},
    {"31-no-organization-3", 131, .7, AS_IT_IS, 0, 0, AS_BUILT, 3, 0},
    {"32-weighted-3", 3132, .7, AS_IT_IS, 8, .8, AGREED, 3, 60},
    {"33-need-half-open-3", 133, .7, AS_IT_IS, 11, .8, NEED_OPEN, 3, 60},
    {"34-norm-0-3", 134, .6, AS_IT_IS, 8, .8, AS_BUILT, 3, 0},
    {"35-norm-29-3", 134, .6, AS_IT_IS, 8, .8, AS_BUILT, 3, 29},
    {"36-norm-30-3", 134, .6, AS_IT_IS, 8, .8, AS_BUILT, 3, 30},
    {"37-norm-60-3", 134, .6, AS_IT_IS, 8, .8, AS_BUILT, 3, 60},
    {"38-answered-again-3", 3138, .7, ANSWERED_AGAIN, 8, .8, AS_BUILT, 3, 60},
    {"39-need-else-3", 3139, .8, AS_IT_IS, 14, .9, NEED_ELSE, 3, 60},
    {"40-first-place-3", 140, .7, FIRST_PLACE, 8, .8, AS_BUILT, 3, 60},
    {"41-scattered-3", 133, .7, SCATTERED, 8, .8, AS_BUILT, 3, 60},
    {"42-two-keys-3", 142, .7, NEAREST, 8, .8, AS_BUILT, 3, 60},
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

static struct answer scattered(const struct step *step, size_t index,
                               struct answer answer)
{
    if (step->item->kind != ITEM_LIKERT)
        return answer;
    answer = drawn(step, index, answer);
    answer.spent_ms = 900;
    answer.number = is_span(step->item->id, "instructed_1") ? 1 : answer.number;
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
    case ANSWERED_AGAIN:
        answer.spent_ms = 900;
        answer.number = step->item->instructed.count ? 1 : answer.number;
        return answer;
    case AT_RANDOM:
        return drawn(step, index, answer);
    case NEAREST:
        return is_block ? first_placed(step, answer) : answer;
    case SCATTERED:
        return scattered(step, index, answer);
    case FIRST_PLACE:
        return first_placed(step, answer);
    }
    return answer;
}

/* With what the person would have answered at once without the haste. */
static void answer_again(struct sitting *sitting, const struct sample_person *person,
                         uint64_t seed)
{
    unsigned char parts[PARTS_MAX];
    const struct sitting *careful =
        sample_sit(&arena, assessment, ROLE_CANDIDATE, seed, person);
    assert_true(score_quality_parts(&arena, sitting, assessment->scoring_version, parts) >
                0);
    sitting_redo_begin(sitting, parts);
    for (size_t i = 0; i < sitting->step_count; i++) {
        struct answer answer = careful->answers[i];
        answer.change_count++;
        if (is_sitting_redo_waiting(sitting, i))
            sitting_put(sitting, i, &answer);
    }
    sitting_redo_end(sitting);
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
    if (golden->change == ANSWERED_AGAIN)
        answer_again(sitting, &person, golden->seed);
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

static void agree(struct basis *basis)
{
    for (size_t i = 0; i < basis->dimension_count; i++) {
        struct dimension_basis *dimension = &basis->dimensions[i];
        if (i % 3 == 2)
            continue;
        dimension->importance = (double)(i % 11) / 2;
        dimension->importance_reason = SPAN("what the work asks");
        dimension->importance_by[0] = SPAN("Ann Berg");
        dimension->importance_by[1] = SPAN("Jo \xc3\x85s");
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

/* In the first frame they say what another place is like. */
static void see_elsewhere(const struct sitting **raters, size_t count, double share)
{
    for (size_t i = 0; i < count; i++) {
        struct sitting *sitting = (struct sitting *)(uintptr_t)raters[i];
        const struct sample_person there = sample_person_of(6000 + i, 6, share);
        const struct sitting *other =
            sample_sit(&arena, assessment, ROLE_RATER, sitting->start.seed, &there);
        sitting->is_finished = 0;
        for (size_t step = 0; step < sitting->step_count; step++)
            if (!is_span(sitting_part(sitting, step)->frame, "needed"))
                sitting_put(sitting, step, &other->answers[step]);
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
    if (golden->profile_change == NEED_ELSE)
        see_elsewhere(raters, golden->rater_count, golden->rater_share);
    assert_int_equal(
        basis_build(&arena, assessment, raters, golden->rater_count, &basis, &view), OK);
    if (golden->profile_change == WEIGHTED)
        weight(basis);
    if (golden->profile_change == AGREED)
        agree(basis);
    if (golden->norm_count) {
        const struct norm norm = usual_norm(&arena, assessment, golden->norm_count);
        assert_int_equal(norm_apply(&norm, basis), OK);
    }
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

static struct scorecard *scorecard_of(size_t golden)
{
    struct record *record = NULL;
    assert_int_equal(record_read(&arena, assessment, kept_of(&goldens[golden]), &record),
                     OK);
    return record->scorecard;
}

static bool has_asked_for_caution(const struct golden *golden)
{
    return golden->change == HASTY || golden->change == FIRST_PLACE ||
           golden->change == SCATTERED ||
           (golden->change == AT_RANDOM && golden->version == 2);
}

/* They say different things; else they would guard little. */
static void the_goldens_cover_what_can_be_said(void **state)
{
    (void)state;
    static const enum resonance_absence absences[GOLDENS] = {
        [4] = RESONANCE_FEW_DIMENSIONS,  [6] = RESONANCE_FEW_DIMENSIONS,
        [10] = RESONANCE_NOT_ONE_VOICE,  [11] = RESONANCE_FEW_RATERS,
        [18] = RESONANCE_FEW_RATERS,     [23] = RESONANCE_FEW_DIMENSIONS,
        [25] = RESONANCE_FEW_DIMENSIONS, [26] = RESONANCE_WITHHELD,
        [29] = RESONANCE_NOT_ONE_VOICE,  [30] = RESONANCE_FEW_RATERS,
        [39] = RESONANCE_WITHHELD};
    for (size_t i = 0; i < GOLDENS; i++) {
        const struct scorecard *scorecard = scorecard_of(i);
        assert_int_equal(scorecard->now.absence, absences[i]);
        assert_int_equal(scorecard->now.is_provisional, i == 9 || i == 28);
        assert_int_equal(scorecard->quality.asks_for_caution,
                         has_asked_for_caution(&goldens[i]));
    }
}

static void each_is_said(const size_t *counts, size_t count)
{
    for (size_t i = 0; i < count; i++)
        assert_true(counts[i] > 0);
}

/* Of version 3: each phrase, each list of topics, each flag, with and without the drivers. */
static void the_goldens_of_version_3_say_every_word(void **state)
{
    (void)state;
    enum { PHRASES = RESONANCE_UNSAID_CHOICES + 1, WITHHELD_BOTH = 3 };
    size_t phrases[PHRASES] = {0}, relations[TOPIC_ALSO + 1] = {0},
           flags[GAP_MAY_FIND_MORE + 1] = {0}, withheld[WITHHELD_BOTH + 1] = {0};
    for (size_t i = 0; i < GOLDENS; i++) {
        const struct scorecard *scorecard = scorecard_of(i);
        if (scorecard->scoring_version < SCORING_WITH_NORM)
            continue;
        if (has_scorecard_figure(&scorecard->now))
            phrases[scorecard->now.phrase]++;
        for (size_t j = 0; j < scorecard->dimension_count; j++)
            relations[scorecard->dimensions[j].relation]++;
        for (size_t j = 0; j < scorecard->driver_count; j++)
            flags[scorecard->drivers[j].flag]++;
        withheld[(scorecard->quality.are_drivers_withheld ? 2 : 0) +
                 (scorecard->quality.is_resonance_withheld ? 1 : 0)]++;
    }
    each_is_said(phrases, PHRASES);
    each_is_said(relations, TOPIC_ALSO + 1);
    each_is_said(flags, GAP_MAY_FIND_MORE + 1);
    assert_true(withheld[0] > 0 && withheld[2] > 0 && withheld[WITHHELD_BOTH] > 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, arena_begin, arena_end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_same_answers_give_the_same_bytes),
        TEST(a_kept_record_scores_the_same_again),
        TEST(the_goldens_cover_what_can_be_said),
        TEST(the_goldens_of_version_3_say_every_word),
    };
    setlocale(LC_ALL, ""); /* whatever the machine speaks: tests/vectors/compilers.sh */
    return cmocka_run_group_tests(tests, write_missing, NULL);
}
