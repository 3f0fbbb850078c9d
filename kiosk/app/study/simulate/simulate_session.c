#include "app/study/simulate/simulate_session.h"

#include "measure/moments.h"
#include "scoring/score_part.h"

void simulate_session_answer(struct arena *arena, const struct simulate_place *place,
                             const double *utility, struct bestworst_block *blocks,
                             size_t block_count, struct chance *chance, double *out_score)
{
    const struct arena_mark mark = arena_mark(arena);
    struct bestworst_tally *tallies =
        arena_array(arena, struct bestworst_tally, place->dimension_count);
    for (size_t b = 0; b < block_count; b++)
        simulate_people_choice(chance, utility, &blocks[b]);
    bestworst_count(blocks, block_count, place->dimension_count, tallies);
    for (size_t j = 0; j < place->dimension_count; j++)
        out_score[j] = bestworst_score(tallies[j]);
    arena_release(arena, mark);
}

void simulate_session_begin(struct arena *arena, const struct simulate_place *place,
                            const struct simulate_person *person, struct chance *chance,
                            struct simulate_session *out_session)
{
    const size_t count = place->dimension_count;
    struct simulate_session session = {.place = place, .person = person};
    session.sitting =
        simulate_sitting(arena, place->plan->assessment, ROLE_CANDIDATE, person, chance);
    session.blocks =
        score_part_blocks(arena, session.sitting, place->part, &session.block_count);
    session.again = arena_array(arena, double, SIMULATE_RETESTS *count);
    for (size_t k = 0; k < SIMULATE_RETESTS; k++)
        simulate_session_answer(arena, place, person->utility, session.blocks,
                                session.block_count, chance, session.again + k * count);
    *out_session = session;
}

double simulate_session_figure(const struct scorecard *card, const struct basis *basis,
                               const double *score, const double *target)
{
    double own[RESONANCE_DIMENSIONS_MAX], other[RESONANCE_DIMENSIONS_MAX];
    double weight[RESONANCE_DIMENSIONS_MAX];
    for (size_t j = 0; j < card->dimension_count; j++) {
        own[j] = score[j] - basis->dimensions[j].norm;
        other[j] = target[j] - basis->dimensions[j].norm;
        weight[j] = card->dimensions[j].weight;
    }
    return moments_weighted_correlation(own, other, weight, card->dimension_count);
}

void simulate_session_now(const struct basis *basis, double *out_target)
{
    for (size_t j = 0; j < basis->dimension_count; j++)
        out_target[j] = basis->dimensions[j].now;
}

static bool is_said(const struct figure *figure)
{
    return has_scorecard_figure(figure) && figure->phrase != RESONANCE_UNSAID_NORM &&
           figure->phrase != RESONANCE_UNSAID_CHOICES;
}

static void count_inside(const struct simulate_session *session,
                         const struct basis *basis, const struct scorecard *card,
                         struct simulate_again *again)
{
    double target[RESONANCE_DIMENSIONS_MAX] = {0}, mean = 0;
    size_t inside = 0;
    simulate_session_now(basis, target);
    for (size_t k = 0; k < SIMULATE_RETESTS; k++) {
        const double point = simulate_session_figure(
            card, basis, session->again + k * card->dimension_count, target);
        inside += card->now.low <= point && point <= card->now.high ? 1 : 0;
        mean += point / SIMULATE_RETESTS;
    }
    again->inside += (double)inside / SIMULATE_RETESTS;
    again->holds += card->now.low <= mean && mean <= card->now.high ? 1 : 0;
}

void simulate_session_again(const struct simulate_session *session,
                            enum simulate_norm norm, const struct scorecard *first,
                            const struct scorecard *second, struct simulate_again *again)
{
    if (!has_scorecard_figure(&first->now))
        return;
    again->people++;
    count_inside(session, session->place->bases[norm], first, again);
    if (!is_said(&first->now))
        return;
    again->said++;
    again->lost += is_said(&second->now) ? 0 : 1;
    again->other +=
        is_said(&second->now) && second->now.phrase != first->now.phrase ? 1 : 0;
}
