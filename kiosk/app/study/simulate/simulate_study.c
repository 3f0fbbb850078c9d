/* An employer is one organization with its raters and its candidates. The true profile of an
 * employer is the mean of many panels of raters; the true profile of a person follows from
 * the utilities without drawing. */
#include "app/study/simulate/simulate_study.h"

#include "base/must.h"
#include "measure/moments.h"
#include "scoring/score.h"
#include "scoring/score_part.h"
#include "scoring/score_quality.h"

#include <math.h>
#include <string.h>

struct employer {
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

/* One person of an employer. */
struct sitter {
    double *utility;
    struct bestworst_block *blocks;
    size_t block_count;
    const struct scorecard *card;
    double *weight, *norm;
    double with_same[SIMULATE_RETESTS], with_new[SIMULATE_RETESTS];
};

/* Count scores of `blocks`, answered as `utility` says. */
static void answer_again(struct arena *arena, struct employer *employer,
                         const double *utility, struct bestworst_block *blocks,
                         size_t block_count, double *out_score)
{
    const struct arena_mark mark = arena_mark(arena);
    struct bestworst_tally *tallies =
        arena_array(arena, struct bestworst_tally, employer->dimension_count);
    for (size_t b = 0; b < block_count; b++)
        simulate_people_choice(employer->chance, utility, &blocks[b]);
    bestworst_count(blocks, block_count, employer->dimension_count, tallies);
    for (size_t j = 0; j < employer->dimension_count; j++)
        out_score[j] = bestworst_score(tallies[j]);
    arena_release(arena, mark);
}

/* The expected count scores: chance of best less chance of worst, over the blocks. */
static void expect_scores(struct arena *arena, const struct employer *employer,
                          const struct sitter *sitter, double *out_score)
{
    const struct arena_mark mark = arena_mark(arena);
    double *shown = arena_array(arena, double, employer->dimension_count);
    memset(out_score, 0, employer->dimension_count * sizeof *out_score);
    for (size_t b = 0; b < sitter->block_count; b++) {
        const struct bestworst_block *block = &sitter->blocks[b];
        const size_t count = block->object_count;
        double *best = arena_array(arena, double, count);
        double *worst = arena_array(arena, double, count *count);
        bestworst_chances(block, sitter->utility, best, worst);
        for (size_t i = 0; i < count; i++) {
            double chance_worst = 0;
            for (size_t l = 0; l < count; l++)
                chance_worst += best[l] * worst[l * count + i];
            out_score[block->objects[i]] += best[i] - chance_worst;
            shown[block->objects[i]]++;
        }
    }
    for (size_t j = 0; j < employer->dimension_count; j++)
        out_score[j] /= shown[j];
    arena_release(arena, mark);
}

static double *rater_utility(struct arena *arena, struct employer *employer)
{
    double *utility = arena_array(arena, double, employer->dimension_count);
    for (size_t j = 0; j < employer->dimension_count; j++)
        utility[j] = employer->own[j] + employer->plan->group_spread *
                                            simulate_people_normal(employer->chance);
    return utility;
}

/* The second line, against what the strategy needs, is computed alike: it is left out. */
static enum status describe_place(struct arena *arena, struct employer *employer)
{
    const size_t raters = employer->plan->raters;
    const struct sitting **sittings = arena_array(arena, const struct sitting *, raters);
    struct agreement_view view;
    struct basis *basis;
    employer->basis = NULL;
    for (size_t i = 0; i < raters; i++) {
        sittings[i] = simulate_people_sitting(arena, employer->plan->assessment,
                                              ROLE_RATER, rater_utility(arena, employer),
                                              SIMULATE_GENUINE, 1, employer->chance);
        if (!sittings[i])
            return OK;
    }
    const enum status status =
        basis_build(arena, employer->plan->assessment, sittings, raters, &basis, &view);
    if (status != OK)
        return status;
    basis->rater_scores_needed = NULL;
    employer->basis = basis;
    return OK;
}

/* Panels of the same size as the one whose profile is used; weights do not change. */
static void ask_panels(struct arena *arena, struct employer *employer,
                       struct bestworst_block *blocks, size_t block_count)
{
    const size_t dimensions = employer->dimension_count, raters = employer->plan->raters;
    double *score = arena_array(arena, double, dimensions);
    employer->panels = arena_array(arena, double, SIMULATE_RETESTS *dimensions);
    employer->truth = arena_array(arena, double, dimensions);
    for (size_t k = 0; k < SIMULATE_RETESTS; k++) {
        double *panel = employer->panels + k * dimensions;
        for (size_t i = 0; i < raters; i++) {
            const struct arena_mark mark = arena_mark(arena);
            answer_again(arena, employer, rater_utility(arena, employer), blocks,
                         block_count, score);
            arena_release(arena, mark);
            for (size_t j = 0; j < dimensions; j++)
                panel[j] += score[j] / (double)raters;
        }
        for (size_t j = 0; j < dimensions; j++)
            employer->truth[j] += panel[j] / SIMULATE_RETESTS;
    }
}

/* R as the card's weights and the frozen norm make it; `score` and `target` lose the
 * norm. */
static double figure_of(const struct employer *employer, const struct sitter *sitter,
                        const double *score, const double *target)
{
    double own[RESONANCE_DIMENSIONS_MAX], other[RESONANCE_DIMENSIONS_MAX];
    for (size_t j = 0; j < employer->dimension_count; j++) {
        own[j] = score[j] - sitter->norm[j];
        other[j] = target[j] - sitter->norm[j];
    }
    return moments_weighted_correlation(own, other, sitter->weight,
                                        employer->dimension_count);
}

static void sit_again(struct arena *arena, struct employer *employer,
                      struct sitter *sitter)
{
    double *score = arena_array(arena, double, 2 * employer->dimension_count);
    double *target = score + employer->dimension_count;
    for (size_t j = 0; j < employer->dimension_count; j++)
        target[j] = employer->basis->dimensions[j].now;
    for (size_t k = 0; k < SIMULATE_RETESTS; k++) {
        answer_again(arena, employer, sitter->utility, sitter->blocks,
                     sitter->block_count, score);
        sitter->with_same[k] = figure_of(employer, sitter, score, target);
        sitter->with_new[k] = figure_of(employer, sitter, score,
                                        employer->panels + k * employer->dimension_count);
    }
}

static bool is_covered(const struct figure *figure, double value)
{
    return figure->low <= value && value <= figure->high;
}

static void judge_figure(struct arena *arena, struct employer *employer,
                         struct sitter *sitter, struct simulate_study *study)
{
    const struct figure *figure = &sitter->card->now;
    double *score = arena_array(arena, double, employer->dimension_count);
    sit_again(arena, employer, sitter);
    expect_scores(arena, employer, sitter, score);
    const double error_free = figure_of(employer, sitter, score, employer->truth);
    const double retest = moments_mean(sitter->with_new, SIMULATE_RETESTS);
    const double frozen = moments_mean(sitter->with_same, SIMULATE_RETESTS);
    study->figures++;
    study->covers_retest += is_covered(figure, retest) ? 1 : 0;
    study->covers_frozen += is_covered(figure, frozen) ? 1 : 0;
    study->covers_error_free += is_covered(figure, error_free) ? 1 : 0;
    study->figure += figure->r;
    study->error_free += error_free;
    study->width += figure->high - figure->low;
    study->se += figure->se_z * (1 - figure->r * figure->r); /* from z back to r */
    study->se_retest += moments_sd(sitter->with_new, SIMULATE_RETESTS);
    study->se_frozen += moments_sd(sitter->with_same, SIMULATE_RETESTS);
    study->crystallization += employer->basis->crystallization;
    employer->first[employer->figures] = figure->r;
    employer->again[employer->figures++] = sitter->with_same[0];
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

static void read_card(struct arena *arena, const struct employer *employer,
                      struct sitter *sitter, double *out_score)
{
    sitter->weight = arena_array(arena, double, 2 * employer->dimension_count);
    sitter->norm = sitter->weight + employer->dimension_count;
    for (size_t j = 0; j < employer->dimension_count; j++) {
        sitter->weight[j] = sitter->card->dimensions[j].weight;
        sitter->norm[j] = employer->basis ? employer->basis->dimensions[j].norm : 0;
        out_score[j] = sitter->card->dimensions[j].score;
    }
}

static enum status receive(struct arena *arena, struct employer *employer,
                           struct simulate_study *study)
{
    struct sitter sitter = {.utility =
                                arena_array(arena, double, employer->dimension_count)};
    struct scorecard *card;
    double score[RESONANCE_DIMENSIONS_MAX];
    simulate_people_utilities(&employer->culture, employer->chance, sitter.utility);
    const struct sitting *sitting =
        simulate_people_sitting(arena, employer->plan->assessment, ROLE_CANDIDATE,
                                sitter.utility, SIMULATE_GENUINE, 1, employer->chance);
    const enum status status = score_sitting(arena, sitting, employer->basis, &card);
    if (status != OK)
        return status;
    sitter.card = card;
    sitter.blocks =
        score_part_blocks(arena, sitting, employer->part, &sitter.block_count);
    read_card(arena, employer, &sitter, score);
    study->people++;
    study->accuracy +=
        moments_correlation(score, sitter.utility, employer->dimension_count);
    count_flags(&card->quality, &study->genuine);
    if (has_scorecard_figure(&card->now))
        judge_figure(arena, employer, &sitter, study);
    return OK;
}

/* Within the employer: who is higher at first, is higher again? */
static void correlate(const struct employer *employer, struct simulate_study *study)
{
    const double first = moments_mean(employer->first, employer->figures);
    const double again = moments_mean(employer->again, employer->figures);
    for (size_t i = 0; i < employer->figures; i++) {
        study->first2 += (employer->first[i] - first) * (employer->first[i] - first);
        study->again2 += (employer->again[i] - again) * (employer->again[i] - again);
        study->product += (employer->first[i] - first) * (employer->again[i] - again);
    }
}

/* The blocks of the form, as anybody sees them. */
static struct bestworst_block *
form_blocks(struct arena *arena, const struct employer *employer, size_t *out_count)
{
    const struct sitting *sitting =
        simulate_people_sitting(arena, employer->plan->assessment, ROLE_CANDIDATE,
                                employer->own, SIMULATE_GENUINE, 1, employer->chance);
    return score_part_blocks(arena, sitting, employer->part, out_count);
}

static enum status visit_place(struct arena *arena, struct employer *employer,
                               size_t people, struct simulate_study *study)
{
    size_t block_count;
    simulate_people_culture(arena, employer->chance, employer->dimension_count,
                            employer->plan->spread, &employer->culture);
    employer->own = arena_array(arena, double, employer->dimension_count);
    employer->figures = 0;
    simulate_people_utilities(&employer->culture, employer->chance, employer->own);
    enum status status = describe_place(arena, employer);
    struct bestworst_block *blocks = form_blocks(arena, employer, &block_count);
    ask_panels(arena, employer, blocks, block_count);
    for (size_t i = 0; status == OK && i < people; i++) {
        const struct arena_mark mark = arena_mark(arena);
        status = receive(arena, employer, study);
        arena_release(arena, mark);
    }
    correlate(employer, study);
    study->places++;
    return status;
}

enum status simulate_study_run(struct arena *arena, const struct simulate_plan *plan,
                               struct simulate_study *out_study)
{
    struct chance chance = chance_init(plan->seed);
    struct simulate_study study = {0};
    struct employer employer = {.plan = plan, .chance = &chance};
    const struct part *part =
        assessment_part(plan->assessment, PART_RESONANCE, ROLE_CANDIDATE, SPAN(""));
    if (!part || !part->questionnaire->dimension_count)
        return fail(
            STATUS_BAD_INPUT,
            "the form has no best-worst blocks for candidates; give one that has");
    employer.part = (size_t)(part - plan->assessment->parts);
    employer.dimension_count = part->questionnaire->dimension_count;
    must(employer.dimension_count <= RESONANCE_DIMENSIONS_MAX);
    for (size_t done = 0; done < plan->people;) {
        const struct arena_mark mark = arena_mark(arena);
        const size_t left = plan->people - done;
        const size_t people =
            left < SIMULATE_PEOPLE_PER_PLACE ? left : SIMULATE_PEOPLE_PER_PLACE;
        const enum status status = visit_place(arena, &employer, people, &study);
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
