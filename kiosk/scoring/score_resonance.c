#include "scoring/score_resonance.h"

#include "measure/moments.h"
#include "measure/resonance.h"
#include "scoring/score_part.h"
#include "scoring/score_topics.h"

#include <math.h>
#include <string.h>

/* What both figures share. */
struct resonance_case {
    struct resonance_input input; /* without the raters of a frame */
    const struct basis *basis;    /* NULL: no organization */
    size_t dimension_count;
    bool is_withheld; /* signs say that the choices do not hold */
};

static struct figure figure_none(enum resonance_absence absence)
{
    return (struct figure){.absence = absence,
                           .r = NAN,
                           .low = NAN,
                           .high = NAN,
                           .se_z = NAN,
                           .raw_r = NAN,
                           .normativeness_person = NAN,
                           .normativeness_organization = NAN};
}

/* Words need to know what is usual, and choices that agree with each other. */
static enum resonance_phrase phrase_of(const struct basis *basis,
                                       const struct resonance *result)
{
    if (has_basis_means(basis) && !has_basis_norm(basis))
        return RESONANCE_UNSAID_NORM;
    if (has_basis_means(basis) && !(result->rlh >= RESONANCE_RLH_LEAST))
        return RESONANCE_UNSAID_CHOICES;
    return resonance_phrase(result->lo, result->hi);
}

static struct figure figure_of(const struct resonance_case *given,
                               const struct resonance *result)
{
    struct figure figure = figure_none(result->absence);
    if (!has_scorecard_figure(&figure))
        return figure;
    if (given->is_withheld)
        return figure_none(RESONANCE_WITHHELD);
    figure.is_provisional = result->is_provisional;
    figure.phrase = phrase_of(given->basis, result);
    figure.r = result->figure;
    figure.low = result->lo;
    figure.high = result->hi;
    figure.se_z = result->se_z;
    figure.raw_r = result->raw;
    figure.normativeness_person = result->normativeness_person;
    figure.normativeness_organization = result->normativeness_organization;
    return figure;
}

/* The rows of a frame that are whole: who left it open is not one of its raters. */
struct table {
    double *rows;
    size_t count;
};

static struct table whole_rows(struct arena *arena, const struct basis *basis,
                               const double *ratings)
{
    const size_t width = basis ? basis->dimension_count : 1;
    const size_t count = ratings ? basis->rater_count : 0;
    struct table table = {.rows = arena_array(arena, double, (count + 1) * width)};
    for (size_t i = 0; i < count; i++)
        if (moments_present(ratings + i * width, width) == width)
            memcpy(table.rows + table.count++ * width, ratings + i * width,
                   width * sizeof *ratings);
    return table;
}

/* Against the raters of one frame. Without any, the person's own scores are still there. */
static void against(struct arena *arena, const struct resonance_case *given,
                    const double *ratings, const double *gate,
                    struct resonance_input *out_input)
{
    const struct table table = whole_rows(arena, given->basis, ratings);
    *out_input = given->input;
    out_input->ratings = table.rows;
    out_input->rater_count = table.count;
    out_input->gate = gate;
}

static double *column_of(struct arena *arena, const struct basis *basis, size_t offset)
{
    double *column = arena_array(arena, double, basis->dimension_count);
    for (size_t i = 0; i < basis->dimension_count; i++)
        column[i] = *(const double *)((const char *)&basis->dimensions[i] + offset);
    return column;
}

/* Against the means of one frame, which stand at these places of a dimension. */
struct frame_means {
    size_t mean, se, gate;
    size_t rater_count;
    double crystallization;
};

static void against_means(struct arena *arena, const struct resonance_case *given,
                          const struct frame_means *means,
                          struct resonance_input *out_input)
{
    *out_input = given->input;
    out_input->target = column_of(arena, given->basis, means->mean);
    out_input->target_se = column_of(arena, given->basis, means->se);
    out_input->gate = column_of(arena, given->basis, means->gate);
    out_input->rater_count = means->rater_count;
    out_input->crystallization = means->crystallization;
}

static void against_now(struct arena *arena, const struct resonance_case *given,
                        struct resonance_input *out_input)
{
    const struct basis *basis = given->basis;
    if (basis && has_basis_means(basis))
        against_means(arena, given,
                      &(struct frame_means){offsetof(struct dimension_basis, now),
                                            offsetof(struct dimension_basis, now_se),
                                            offsetof(struct dimension_basis, gate),
                                            basis->rater_count, basis->crystallization},
                      out_input);
    else
        against(arena, given, basis ? basis->rater_scores : NULL,
                basis ? column_of(arena, basis, offsetof(struct dimension_basis, gate))
                      : NULL,
                out_input);
}

static void against_needed(struct arena *arena, const struct resonance_case *given,
                           struct resonance_input *out_input)
{
    const struct basis *basis = given->basis;
    if (has_basis_means(basis))
        against_means(arena, given,
                      &(struct frame_means){offsetof(struct dimension_basis, needed),
                                            offsetof(struct dimension_basis, needed_se),
                                            offsetof(struct dimension_basis, needed_gate),
                                            basis->needed_count,
                                            basis->crystallization_needed},
                      out_input);
    else
        against(arena, given, basis->rater_scores_needed, NULL, out_input);
}

/* Few raters, or a profile without shape, is the organization's matter and comes first. */
static struct figure figure_judged(const struct resonance_case *given,
                                   const struct resonance *result, bool has_raters)
{
    if (!given->basis || !has_raters)
        return figure_none(RESONANCE_FEW_RATERS);
    if (given->basis->grade == PROFILE_NONE)
        return figure_none(given->basis->rater_count < basis_least(given->basis)
                               ? RESONANCE_FEW_RATERS
                               : RESONANCE_FLAT_ORGANIZATION);
    return figure_of(given, result);
}

/* What the person would add: the strategy needs more than there is, and the person has more. */
static double add_of(const struct dimension_score *score)
{
    if (isnan(score->score) || isnan(score->needed))
        return NAN;
    return score->score > score->organization && score->needed > score->organization
               ? score->needed - score->organization
               : 0;
}

static void dimensions_fill(const struct resonance_case *given,
                            const struct questionnaire *questionnaire,
                            const struct resonance *result,
                            const struct bestworst_tally *tallies,
                            struct dimension_score *out_scores)
{
    for (size_t i = 0; i < given->dimension_count; i++) {
        const struct dimension_basis *basis =
            given->basis ? &given->basis->dimensions[i] : NULL;
        out_scores[i] = (struct dimension_score){
            .id = questionnaire->dimensions[i].id,
            .best = (int)tallies[i].best,
            .worst = (int)tallies[i].worst,
            .shown = (int)tallies[i].shown,
            .score = result->score[i],
            .se = result->score_se[i],
            .organization = basis ? basis->now : NAN,
            .organization_se = basis ? basis->now_se : NAN,
            .needed = basis ? basis->needed : NAN,
            .needed_se = basis ? basis->needed_se : NAN,
            .p = NAN,
            .gate = basis ? basis->gate : 0,
            .weight = result->weight[i],
        };
        out_scores[i].add =
            given->basis && has_basis_means(given->basis) ? NAN : add_of(&out_scores[i]);
    }
}

static enum status dimensions_check(const struct questionnaire *questionnaire,
                                    const struct basis *basis)
{
    bool is_same = !basis || basis->dimension_count == questionnaire->dimension_count;
    for (size_t i = 0; basis && is_same && i < basis->dimension_count; i++)
        is_same = is_span_equal(basis->dimensions[i].id, questionnaire->dimensions[i].id);
    return is_same ? OK
                   : fail(STATUS_BAD_INPUT, "the organization profile describes other "
                                            "dimensions than this assessment asks; "
                                            "build the profile with the same assessment");
}

/* What the input needs besides blocks and raters. */
static void case_fill(struct arena *arena, const struct sitting *sitting, size_t part,
                      const struct basis *basis, struct resonance_case *out_case)
{
    struct resonance_input *input = &out_case->input;
    out_case->basis = basis;
    out_case->dimension_count =
        sitting->assessment->parts[part].questionnaire->dimension_count;
    *input = (struct resonance_input){.dimension_count = out_case->dimension_count,
                                      .draw_count = SCORE_DRAWS,
                                      .seed = sitting->start.seed};
    input->blocks = score_part_blocks(arena, sitting, part, &input->block_count);
    if (!basis)
        return;
    input->importance =
        column_of(arena, basis, offsetof(struct dimension_basis, importance));
    input->norm = column_of(arena, basis, offsetof(struct dimension_basis, norm));
}

static void figures_fill(struct arena *arena, const struct resonance_case *given,
                         const struct questionnaire *questionnaire,
                         struct scorecard *scorecard)
{
    const struct basis *basis = given->basis;
    struct bestworst_tally *tallies =
        arena_array(arena, struct bestworst_tally, given->dimension_count);
    enum { NOW, NEEDED, FRAMES };
    struct resonance_input inputs[FRAMES];
    struct resonance results[FRAMES];
    const bool is_needed = has_basis_frame(basis, BASIS_NEEDED);
    const struct resonance *result = &results[NOW];
    against_now(arena, given, &inputs[NOW]);
    if (is_needed)
        against_needed(arena, given, &inputs[NEEDED]);
    resonance_score(arena, inputs, is_needed ? FRAMES : NEEDED, results);
    scorecard->now = figure_judged(given, result, has_basis_frame(basis, BASIS_NOW));
    if (is_needed)
        scorecard->needed = figure_judged(given, &results[NEEDED], 1);
    bestworst_count(given->input.blocks, given->input.block_count, given->dimension_count,
                    tallies);
    dimensions_fill(given, questionnaire, result, tallies, scorecard->dimensions);
    if (basis && has_basis_means(basis) && !given->is_withheld &&
        result->rlh >= RESONANCE_RLH_LEAST)
        score_topics(arena, basis, scorecard);
}

enum status score_resonance(struct arena *arena, const struct sitting *sitting,
                            const struct basis *basis, struct scorecard *scorecard)
{
    const int part = score_part_find(sitting, PART_RESONANCE, SPAN(""));
    struct resonance_case given = {0};
    scorecard->now = scorecard->needed = figure_none(RESONANCE_FEW_RATERS);
    if (part == NO_PART)
        return OK;
    const struct questionnaire *questionnaire =
        sitting->assessment->parts[part].questionnaire;
    const enum status status = dimensions_check(questionnaire, basis);
    if (status != OK || questionnaire->dimension_count == 0)
        return status;
    scorecard->dimension_count = questionnaire->dimension_count;
    scorecard->dimensions =
        arena_array(arena, struct dimension_score, questionnaire->dimension_count);
    case_fill(arena, sitting, (size_t)part, basis, &given);
    given.is_withheld = scorecard->quality.is_resonance_withheld;
    figures_fill(arena, &given, questionnaire, scorecard);
    return OK;
}
