/* Ratings: the likert items of the driver parts that are not instructed. Runs follow the order
 * the person saw; so do positions. A part is a run's end. */
#include "scoring/score_quality.h"

#include "measure/distribution.h"
#include "measure/quality.h"
#include "measure/resonance.h"
#include "scoring/score_part.h"

#include <math.h>
#include <string.h>

enum {
    FAST_RATING_MS = 2000,
    FAST_BLOCK_MS = 5000,
    LONG_RUN = 10,         /* equal ratings */
    LONG_POSITION_RUN = 9, /* blocks with the best at the same place */
    WRONG_INSTRUCTED = 2,
};
static const double FAST_SHARE = .30, POSITION_P = .001, RLH_LEAST = RESONANCE_RLH_LEAST;
/* Below, choices count as a sign where there is another one: of blind choices 99 of 100 lie there,
 * and 95 below the least. */
static const double RLH_DOUBTED = .43;
/* Of blind ratings of 7 drivers by 4 items on 1..5, 95 % lie above; of blind choices, 95 % below
 * the least RLH. */
static const double SCATTER_MOST = .80;

enum { ALL_PARTS = PARTS_MAX };

static bool is_looked_at(size_t part, size_t only)
{
    return only == ALL_PARTS || part == only;
}

/* The answered items of one kind, in the order shown; NAN where one is missing. */
struct row {
    double *values;
    size_t count, answered, fast;
};

static bool is_rating(const struct item *item)
{
    return item->kind == ITEM_LIKERT && !item->instructed.count;
}

static double shown_place(const struct step *step, int pick)
{
    for (size_t place = 0; place < step->order_count; place++)
        if (step->order[place] == pick)
            return (double)place;
    return NAN;
}

static void row_add(struct row *row, double value, bool is_fast)
{
    row->values[row->count++] = value;
    row->answered += isnan(value) ? 0 : 1;
    row->fast += !isnan(value) && is_fast ? 1 : 0;
}

static const struct answer *answer_of(const struct sitting *sitting, size_t step)
{
    const struct step *at = &sitting->steps[step];
    const struct item *items = sitting->assessment->parts[at->part].questionnaire->items;
    return score_part_answer(sitting, at->part, (size_t)(at->item - items));
}

/* The ratings, or the places of the best, of `part`. */
static struct row row_of(struct arena *arena, const struct sitting *sitting, size_t part,
                         bool is_of_blocks)
{
    struct row row = {.values = arena_array(arena, double, sitting->step_count)};
    for (size_t i = 0; i < sitting->step_count; i++) {
        const struct step *step = &sitting->steps[i];
        const struct answer *answer = answer_of(sitting, i);
        if (step->part != part || !is_sitting_shown(sitting, i))
            continue;
        if (is_of_blocks && step->item->kind == ITEM_BEST_WORST)
            row_add(&row, answer ? shown_place(step, answer->pair[PAIR_BEST]) : NAN,
                    answer && answer->spent_ms < FAST_BLOCK_MS);
        if (!is_of_blocks && is_rating(step->item))
            row_add(&row, answer ? answer->number : NAN,
                    answer && answer->spent_ms < FAST_RATING_MS);
    }
    return row;
}

/* A run of answers; quality_runs counts a missing one as a run of its own. */
static int longest_run(const struct row *row)
{
    size_t longest = 0;
    double average;
    if (row->answered)
        quality_runs(row->values, row->count, &longest, &average);
    return (int)longest;
}

/* Chi-square of the places of the best against equal shares. */
static double position_p(const struct row *row, size_t place_count)
{
    size_t counts[OPTIONS_MAX] = {0};
    double chi2 = 0;
    const double expected = (double)row->answered / (double)place_count;
    if (!row->answered || place_count < 2)
        return NAN;
    for (size_t i = 0; i < row->count; i++)
        if (!isnan(row->values[i]))
            counts[(size_t)row->values[i]]++;
    for (size_t place = 0; place < place_count; place++)
        chi2 += ((double)counts[place] - expected) * ((double)counts[place] - expected) /
                expected;
    return distribution_chi2_upper(chi2, (double)(place_count - 1));
}

static size_t places_of(const struct questionnaire *questionnaire)
{
    size_t most = 0;
    for (size_t i = 0; i < questionnaire->item_count; i++)
        if (questionnaire->items[i].kind == ITEM_BEST_WORST &&
            questionnaire->items[i].option_count > most)
            most = questionnaire->items[i].option_count;
    return most;
}

static double part_rlh(struct arena *arena, const struct sitting *sitting, size_t part)
{
    size_t count;
    struct bestworst_utilities fit = {.rlh = NAN};
    const size_t dimension_count =
        sitting->assessment->parts[part].questionnaire->dimension_count;
    const struct bestworst_block *blocks =
        score_part_blocks(arena, sitting, part, &count);
    if (dimension_count)
        bestworst_fit(arena, blocks, count, dimension_count, BESTWORST_TAU, &fit);
    return fit.rlh;
}

static void blocks_judge(struct arena *arena, const struct sitting *sitting, size_t part,
                         struct row *sum, struct quality *quality)
{
    const struct row row = row_of(arena, sitting, part, 1);
    const int run = longest_run(&row);
    if (run > quality->longest_position_run)
        quality->longest_position_run = run;
    quality->position_p =
        fmin(quality->position_p,
             position_p(&row, places_of(sitting->assessment->parts[part].questionnaire)));
    quality->rlh = fmin(quality->rlh, part_rlh(arena, sitting, part));
    sum->answered += row.answered;
    sum->fast += row.fast;
}

static double scatter_of(struct arena *arena, const struct sitting *sitting, size_t part)
{
    const struct keyed_ratings ratings = score_part_keyed(arena, sitting, part);
    return quality_scatter(ratings.answers, ratings.scale_sizes, ratings.scale_count);
}

static void ratings_judge(struct arena *arena, const struct sitting *sitting, size_t part,
                          struct row *sum, struct quality *quality)
{
    const struct row row = row_of(arena, sitting, part, 0);
    const int run = longest_run(&row);
    if (run > quality->longest_run)
        quality->longest_run = run;
    quality->irv = fmin(quality->irv, quality_spread(arena, row.values, row.count, 0));
    sum->answered += row.answered;
    sum->fast += row.fast;
}

/* One that is left blank or declined is neither right nor wrong. */
static void instructed_judge(const struct sitting *sitting, size_t only,
                             struct quality *quality)
{
    for (size_t i = 0; i < sitting->step_count; i++) {
        const struct item *item = sitting->steps[i].item;
        const struct answer *answer = answer_of(sitting, i);
        struct answer_values values;
        if (!item->instructed.count || !answer ||
            !is_looked_at(sitting->steps[i].part, only))
            continue;
        answer_values(item, answer, &values);
        quality->instructed_count++;
        quality->instructed_wrong +=
            values.count != 1 || !is_span_equal(values.texts[0], item->instructed);
    }
}

static double share_of(const struct row *sum)
{
    return sum->answered ? (double)sum->fast / (double)sum->answered : NAN;
}

static int families_count(const struct quality *quality)
{
    int families = 0;
    for (size_t i = 0; i < QUALITY_FAMILIES; i++)
        families += quality->is_flagged[i];
    return families;
}

/* From version 3 on the place of the best is no sign: who uses two keys or scanning takes the
 * nearest place, and nobody stores how a person operated the kiosk. Scatter is none by itself:
 * reversed lines are misread in a second language. Choices that are hardly better than blind ones
 * are one beside another. */
static void families_flag(struct quality *quality, int version)
{
    const bool is_new = version >= SCORING_WITH_NORM;
    const bool is_scattered = quality->rating_scatter >= SCATTER_MOST;
    quality->is_flagged[QUALITY_TIME] = quality->fast_rating_share >= FAST_SHARE ||
                                        quality->fast_block_share >= FAST_SHARE;
    quality->is_flagged[QUALITY_RUNS] =
        quality->longest_run >= LONG_RUN ||
        (!is_new && (quality->longest_position_run >= LONG_POSITION_RUN ||
                     quality->position_p < POSITION_P));
    quality->is_flagged[QUALITY_CONSISTENCY] = quality->rlh < RLH_LEAST;
    quality->is_flagged[QUALITY_SCATTER] = !is_new && is_scattered;
    quality->is_flagged[QUALITY_INSTRUCTED] =
        quality->instructed_wrong >= WRONG_INSTRUCTED ||
        (is_new && is_scattered && quality->instructed_wrong > 0);
    if (is_new && families_count(quality) > 0 && quality->rlh < RLH_DOUBTED)
        quality->is_flagged[QUALITY_CONSISTENCY] = true;
    quality->asks_for_caution = families_count(quality) >= 2;
}

/* Of all parts, or of the one that is `only`. */
static struct quality judged(struct arena *arena, const struct sitting *sitting,
                             int version, size_t only)
{
    struct quality quality = {
        .position_p = NAN, .rlh = NAN, .irv = NAN, .rating_scatter = NAN};
    struct row ratings = {0}, blocks = {0};
    for (size_t i = 0; i < sitting->assessment->part_count; i++) {
        const struct part *part = &sitting->assessment->parts[i];
        if (part->role != sitting->start.role || !is_looked_at(i, only))
            continue;
        if (part->use == PART_RESONANCE)
            blocks_judge(arena, sitting, i, &blocks, &quality);
        if (part->use == PART_DRIVERS)
            ratings_judge(arena, sitting, i, &ratings, &quality);
        if (part->use == PART_DRIVERS && version >= SCORING_WITH_SCATTER)
            quality.rating_scatter =
                fmax(quality.rating_scatter, scatter_of(arena, sitting, i));
    }
    instructed_judge(sitting, only, &quality);
    quality.fast_rating_share = share_of(&ratings);
    quality.fast_block_share = share_of(&blocks);
    families_flag(&quality, version);
    return quality;
}

/* One wrong instructed line here and one there are two; choices that count beside a sign of another
 * part do not count alone. */
static bool has_part_in(const struct quality *part, const struct quality *whole,
                        int version)
{
    bool has_part = whole->is_flagged[QUALITY_INSTRUCTED] && part->instructed_wrong > 0;
    has_part |= version >= SCORING_WITH_NORM && whole->is_flagged[QUALITY_CONSISTENCY] &&
                part->rlh < RLH_DOUBTED;
    for (size_t i = 0; i < QUALITY_FAMILIES; i++)
        has_part |= whole->is_flagged[i] && part->is_flagged[i];
    return has_part;
}

static int parts_find(struct arena *arena, const struct sitting *sitting, int version,
                      const struct quality *whole, unsigned char out_parts[PARTS_MAX])
{
    int count = 0;
    memset(out_parts, 0, PARTS_MAX);
    for (size_t i = 0; i < sitting->assessment->part_count && whole->asks_for_caution;
         i++) {
        const struct quality part = judged(arena, sitting, version, i);
        out_parts[i] = (unsigned char)has_part_in(&part, whole, version);
        count += out_parts[i];
    }
    return count;
}

int score_quality_parts(struct arena *arena, const struct sitting *sitting, int version,
                        unsigned char out_parts[PARTS_MAX])
{
    const struct arena_mark mark = arena_mark(arena);
    const struct quality whole = judged(arena, sitting, version, ALL_PARTS);
    const int count = parts_find(arena, sitting, version, &whole, out_parts);
    arena_release(arena, mark);
    return count;
}

void score_quality(struct arena *arena, const struct sitting *sitting, int version,
                   struct quality *out_quality)
{
    const struct arena_mark mark = arena_mark(arena);
    unsigned char parts[PARTS_MAX] = {0};
    struct quality quality = judged(arena, sitting, version, ALL_PARTS);
    if (version >= SCORING_WITH_NORM)
        parts_find(arena, sitting, version, &quality, parts);
    for (size_t i = 0; i < sitting->assessment->part_count; i++) {
        const enum part_use use = sitting->assessment->parts[i].use;
        quality.is_resonance_withheld |= parts[i] && use == PART_RESONANCE;
        quality.are_drivers_withheld |= parts[i] && use == PART_DRIVERS;
    }
    arena_release(arena, mark);
    *out_quality = quality;
}
