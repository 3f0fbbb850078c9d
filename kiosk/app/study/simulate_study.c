/* A place is one organization with its raters and its candidates. The true profile of a
 * place is the mean of many panels of raters; the true profile of a person follows from
 * the utilities without drawing. */
#include "app/study/simulate_study.h"

#include "base/must.h"
#include "measure/moments.h"
#include "scoring/score.h"
#include "scoring/score_part.h"
#include "scoring/score_quality.h"

#include <math.h>
#include <string.h>

struct place {
    const struct simulate_plan *plan;
    struct chance *chance;
    size_t part, dimension_count;
    struct simulate_culture culture;
    const struct basis *basis; /* NULL: nobody describes the organization */
    double *own;               /* utilities of the organization */
    double *panels;            /* SIMULATE_RETESTS other panels' means */
    double *truth;             /* what all panels together say */
    double first[SIMULATE_PEOPLE_PER_PLACE], again[SIMULATE_PEOPLE_PER_PLACE];
    size_t figures;
};

/* One person of a place. */
struct visit {
    double *utility;
    struct bestworst_block *blocks;
    size_t block_count;
    const struct scorecard *card;
    double *weight, *norm;
    double with_same[SIMULATE_RETESTS], with_new[SIMULATE_RETESTS];
};

/* Count scores of `blocks`, answered as `utility` says. */
static void answer_again(struct arena *arena, struct place *place, const double *utility,
                         struct bestworst_block *blocks, size_t block_count,
                         double *out_score)
{
    const struct arena_mark mark = arena_mark(arena);
    struct bestworst_tally *tallies =
        arena_array(arena, struct bestworst_tally, place->dimension_count);
    for (size_t b = 0; b < block_count; b++)
        simulate_people_choice(place->chance, utility, &blocks[b]);
    bestworst_count(blocks, block_count, place->dimension_count, tallies);
    for (size_t j = 0; j < place->dimension_count; j++)
        out_score[j] = bestworst_score(tallies[j]);
    arena_release(arena, mark);
}

/* The expected count scores: chance of best less chance of worst, over the blocks. */
static void expect_scores(struct arena *arena, const struct place *place,
                          const struct visit *visit, double *out_score)
{
    const struct arena_mark mark = arena_mark(arena);
    double *shown = arena_array(arena, double, place->dimension_count);
    memset(out_score, 0, place->dimension_count * sizeof *out_score);
    for (size_t b = 0; b < visit->block_count; b++) {
        const struct bestworst_block *block = &visit->blocks[b];
        const size_t count = block->object_count;
        double *best = arena_array(arena, double, count);
        double *worst = arena_array(arena, double, count *count);
        bestworst_chances(block, visit->utility, best, worst);
        for (size_t i = 0; i < count; i++) {
            double chance_worst = 0;
            for (size_t l = 0; l < count; l++)
                chance_worst += best[l] * worst[l * count + i];
            out_score[block->objects[i]] += best[i] - chance_worst;
            shown[block->objects[i]]++;
        }
    }
    for (size_t j = 0; j < place->dimension_count; j++)
        out_score[j] /= shown[j];
    arena_release(arena, mark);
}

static double *rater_utility(struct arena *arena, struct place *place)
{
    double *utility = arena_array(arena, double, place->dimension_count);
    for (size_t j = 0; j < place->dimension_count; j++)
        utility[j] = place->own[j] +
                     place->plan->group_spread * simulate_people_normal(place->chance);
    return utility;
}

/* The second line, against what the strategy needs, is computed alike: it is left out. */
static enum status describe_place(struct arena *arena, struct place *place)
{
    const size_t raters = place->plan->raters;
    const struct sitting **sittings = arena_array(arena, const struct sitting *, raters);
    struct agreement_view view;
    struct basis *basis;
    place->basis = NULL;
    for (size_t i = 0; i < raters; i++) {
        sittings[i] = simulate_people_sitting(arena, place->plan->assessment, ROLE_RATER,
                                              rater_utility(arena, place),
                                              SIMULATE_GENUINE, 1, place->chance);
        if (!sittings[i])
            return OK;
    }
    const enum status status =
        basis_build(arena, place->plan->assessment, sittings, raters, &basis, &view);
    if (status != OK)
        return status;
    basis->rater_scores_needed = NULL;
    place->basis = basis;
    return OK;
}

/* Panels of the same size as the one whose profile is used; weights do not change. */
static void ask_panels(struct arena *arena, struct place *place,
                       struct bestworst_block *blocks, size_t block_count)
{
    const size_t dimensions = place->dimension_count, raters = place->plan->raters;
    double *score = arena_array(arena, double, dimensions);
    place->panels = arena_array(arena, double, SIMULATE_RETESTS *dimensions);
    place->truth = arena_array(arena, double, dimensions);
    for (size_t k = 0; k < SIMULATE_RETESTS; k++) {
        double *panel = place->panels + k * dimensions;
        for (size_t i = 0; i < raters; i++) {
            const struct arena_mark mark = arena_mark(arena);
            answer_again(arena, place, rater_utility(arena, place), blocks, block_count,
                         score);
            arena_release(arena, mark);
            for (size_t j = 0; j < dimensions; j++)
                panel[j] += score[j] / (double)raters;
        }
        for (size_t j = 0; j < dimensions; j++)
            place->truth[j] += panel[j] / SIMULATE_RETESTS;
    }
}

/* R as the card's weights and the frozen norm make it; `score` and `target` lose the
 * norm. */
static double figure_of(const struct place *place, const struct visit *visit,
                        const double *score, const double *target)
{
    double own[RESONANCE_DIMENSIONS_MAX], other[RESONANCE_DIMENSIONS_MAX];
    for (size_t j = 0; j < place->dimension_count; j++) {
        own[j] = score[j] - visit->norm[j];
        other[j] = target[j] - visit->norm[j];
    }
    return moments_weighted_correlation(own, other, visit->weight,
                                        place->dimension_count);
}

static void sit_again(struct arena *arena, struct place *place, struct visit *visit)
{
    double *score = arena_array(arena, double, 2 * place->dimension_count);
    double *target = score + place->dimension_count;
    for (size_t j = 0; j < place->dimension_count; j++)
        target[j] = place->basis->dimensions[j].now;
    for (size_t k = 0; k < SIMULATE_RETESTS; k++) {
        answer_again(arena, place, visit->utility, visit->blocks, visit->block_count,
                     score);
        visit->with_same[k] = figure_of(place, visit, score, target);
        visit->with_new[k] =
            figure_of(place, visit, score, place->panels + k * place->dimension_count);
    }
}

static bool is_covered(const struct figure *figure, double value)
{
    return figure->low <= value && value <= figure->high;
}

static void judge_figure(struct arena *arena, struct place *place, struct visit *visit,
                         struct simulate_study *study)
{
    const struct figure *figure = &visit->card->now;
    double *score = arena_array(arena, double, place->dimension_count);
    sit_again(arena, place, visit);
    expect_scores(arena, place, visit, score);
    const double error_free = figure_of(place, visit, score, place->truth);
    const double retest = moments_mean(visit->with_new, SIMULATE_RETESTS);
    const double frozen = moments_mean(visit->with_same, SIMULATE_RETESTS);
    study->figures++;
    study->covers_retest += is_covered(figure, retest) ? 1 : 0;
    study->covers_frozen += is_covered(figure, frozen) ? 1 : 0;
    study->covers_error_free += is_covered(figure, error_free) ? 1 : 0;
    study->figure += figure->r;
    study->error_free += error_free;
    study->width += figure->high - figure->low;
    study->se += figure->se_z * (1 - figure->r * figure->r); /* from z back to r */
    study->se_retest += moments_sd(visit->with_new, SIMULATE_RETESTS);
    study->se_frozen += moments_sd(visit->with_same, SIMULATE_RETESTS);
    study->crystallization += place->basis->crystallization;
    place->first[place->figures] = figure->r;
    place->again[place->figures++] = visit->with_same[0];
}

static void count_flags(const struct quality *quality, struct simulate_flags *flags)
{
    int families = 0;
    flags->people++;
    for (size_t i = 0; i < QUALITY_FAMILIES; i++) {
        flags->flagged[i] += quality->is_flagged[i] ? 1 : 0;
        families += quality->is_flagged[i];
    }
    flags->any += families > 0 ? 1 : 0;
    flags->caution += quality->asks_for_caution ? 1 : 0;
}

static void read_card(struct arena *arena, const struct place *place, struct visit *visit,
                      double *out_score)
{
    visit->weight = arena_array(arena, double, 2 * place->dimension_count);
    visit->norm = visit->weight + place->dimension_count;
    for (size_t j = 0; j < place->dimension_count; j++) {
        visit->weight[j] = visit->card->dimensions[j].weight;
        visit->norm[j] = place->basis ? place->basis->dimensions[j].norm : 0;
        out_score[j] = visit->card->dimensions[j].score;
    }
}

static enum status receive(struct arena *arena, struct place *place,
                           struct simulate_study *study)
{
    struct visit visit = {.utility = arena_array(arena, double, place->dimension_count)};
    struct scorecard *card;
    double score[RESONANCE_DIMENSIONS_MAX];
    simulate_people_utilities(&place->culture, place->chance, visit.utility);
    const struct sitting *sitting =
        simulate_people_sitting(arena, place->plan->assessment, ROLE_CANDIDATE,
                                visit.utility, SIMULATE_GENUINE, 1, place->chance);
    const enum status status = score_sitting(arena, sitting, place->basis, &card);
    if (status != OK)
        return status;
    visit.card = card;
    visit.blocks = score_part_blocks(arena, sitting, place->part, &visit.block_count);
    read_card(arena, place, &visit, score);
    study->people++;
    study->accuracy += moments_correlation(score, visit.utility, place->dimension_count);
    count_flags(&card->quality, &study->genuine);
    if (has_figure(&card->now))
        judge_figure(arena, place, &visit, study);
    return OK;
}

/* Within the place: who is higher at first, is higher again? */
static void correlate(const struct place *place, struct simulate_study *study)
{
    const double first = moments_mean(place->first, place->figures);
    const double again = moments_mean(place->again, place->figures);
    for (size_t i = 0; i < place->figures; i++) {
        study->first2 += (place->first[i] - first) * (place->first[i] - first);
        study->again2 += (place->again[i] - again) * (place->again[i] - again);
        study->product += (place->first[i] - first) * (place->again[i] - again);
    }
}

/* The blocks of the form, as anybody sees them. */
static struct bestworst_block *form_blocks(struct arena *arena, const struct place *place,
                                           size_t *out_count)
{
    const struct sitting *sitting =
        simulate_people_sitting(arena, place->plan->assessment, ROLE_CANDIDATE,
                                place->own, SIMULATE_GENUINE, 1, place->chance);
    return score_part_blocks(arena, sitting, place->part, out_count);
}

static enum status visit_place(struct arena *arena, struct place *place, size_t people,
                               struct simulate_study *study)
{
    size_t block_count;
    simulate_people_culture(arena, place->chance, place->dimension_count,
                            place->plan->spread, &place->culture);
    place->own = arena_array(arena, double, place->dimension_count);
    place->figures = 0;
    simulate_people_utilities(&place->culture, place->chance, place->own);
    enum status status = describe_place(arena, place);
    struct bestworst_block *blocks = form_blocks(arena, place, &block_count);
    ask_panels(arena, place, blocks, block_count);
    for (size_t i = 0; status == OK && i < people; i++) {
        const struct arena_mark mark = arena_mark(arena);
        status = receive(arena, place, study);
        arena_release(arena, mark);
    }
    correlate(place, study);
    study->places++;
    return status;
}

enum status simulate_study_run(struct arena *arena, const struct simulate_plan *plan,
                               struct simulate_study *out_study)
{
    struct chance chance = chance_init(plan->seed);
    struct simulate_study study = {0};
    struct place place = {.plan = plan, .chance = &chance};
    const struct part *part =
        assessment_part(plan->assessment, PART_RESONANCE, ROLE_CANDIDATE, SPAN(""));
    if (!part || !part->questionnaire->dimension_count)
        return fail(
            STATUS_BAD_INPUT,
            "the form has no best-worst blocks for candidates; give one that has");
    place.part = (size_t)(part - plan->assessment->parts);
    place.dimension_count = part->questionnaire->dimension_count;
    must(place.dimension_count <= RESONANCE_DIMENSIONS_MAX);
    for (size_t done = 0; done < plan->people;) {
        const struct arena_mark mark = arena_mark(arena);
        const size_t left = plan->people - done;
        const size_t people =
            left < SIMULATE_PEOPLE_PER_PLACE ? left : SIMULATE_PEOPLE_PER_PLACE;
        const enum status status = visit_place(arena, &place, people, &study);
        arena_release(arena, mark);
        if (status != OK)
            return status;
        done += people;
    }
    *out_study = study;
    return OK;
}

void simulate_study_flags(struct arena *arena, const struct simulate_plan *plan,
                          enum simulate_style style, double pace,
                          struct simulate_flags *out_flags)
{
    struct chance chance = chance_init(plan->seed ^ (uint64_t)style);
    struct simulate_flags flags = {0};
    for (size_t i = 0; i < plan->people; i++) {
        const struct arena_mark mark = arena_mark(arena);
        const struct sitting *sitting = simulate_people_sitting(
            arena, plan->assessment, ROLE_CANDIDATE, NULL, style, pace, &chance);
        struct quality quality;
        score_quality(arena, sitting, plan->assessment->scoring_version, &quality);
        count_flags(&quality, &flags);
        arena_release(arena, mark);
    }
    *out_flags = flags;
}
