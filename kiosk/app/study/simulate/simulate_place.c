#include "app/study/simulate/simulate_place.h"

#include "base/must.h"
#include "scoring/basis/norm.h"

#include <math.h>

static const double STRATEGY_SD =
    1.0; /* how far what is needed stands from what there is */

size_t simulate_place_norm_count(enum simulate_norm norm)
{
    static const size_t counts[SIMULATE_NORMS] = {[SIMULATE_NORM_0] = 0,
                                                  [SIMULATE_NORM_30] = 30,
                                                  [SIMULATE_NORM_100] = 100,
                                                  [SIMULATE_NORM_1000] = 1000};
    return counts[norm];
}

static const struct part *part_of(const struct assessment *assessment)
{
    return assessment_part(assessment, PART_RESONANCE, ROLE_CANDIDATE, SPAN(""));
}

enum status simulate_place_check(const struct assessment *assessment)
{
    const struct part *part = part_of(assessment);
    return part && part->questionnaire->dimension_count
               ? OK
               : fail(
                     STATUS_BAD_INPUT,
                     "the form has no best-worst blocks for candidates; give one that has");
}

/* Mixed twice, since states near each other give streams that begin alike. */
struct chance simulate_place_chance(const struct simulate_plan *plan, size_t number,
                                    size_t purpose)
{
    struct chance of_seed = chance_init(plan->seed);
    struct chance of_place = chance_init(chance_next(&of_seed) ^ number);
    struct chance of_purpose = chance_init(chance_next(&of_place) ^ purpose);
    return chance_init(chance_next(&of_purpose));
}

double *simulate_place_rater_utility(struct arena *arena,
                                     const struct simulate_place *place,
                                     const double *own, struct chance *chance)
{
    double *utility = arena_array(arena, double, place->dimension_count);
    simulate_people_near(chance, own, place->dimension_count, place->plan->group_spread,
                         utility);
    return utility;
}

struct simulate_person simulate_place_stranger(struct arena *arena,
                                               const struct simulate_place *place,
                                               struct chance *chance)
{
    double *utility = arena_array(arena, double, place->dimension_count);
    struct simulate_person person = {.utility = utility, .pace = 1};
    simulate_people_utilities(&place->culture, chance, utility);
    for (size_t i = 0; i < DRIVERS_MAX; i++)
        person.levels[i] =
            place->world->asked + SIMULATE_LEVEL_SD * simulate_people_normal(chance);
    return person;
}

static const struct sitting *rater_sitting(struct arena *arena,
                                           const struct simulate_place *place,
                                           struct chance *chance)
{
    struct simulate_person rater = {
        .utility = simulate_place_rater_utility(arena, place, place->own, chance),
        .needed = simulate_place_rater_utility(arena, place, place->needed, chance),
        .pace = 1};
    simulate_people_near(chance, place->levels, DRIVERS_MAX, SIMULATE_LEVEL_SD,
                         rater.levels);
    return simulate_sitting(arena, place->plan->assessment, ROLE_RATER, &rater, chance);
}

/* Nobody describes the place when the form has no part for it. */
static enum status describe(struct arena *arena, const struct simulate_place *place,
                            struct chance *chance, struct basis **out_basis)
{
    const size_t raters = place->plan->raters;
    const struct sitting **sittings = arena_array(arena, const struct sitting *, raters);
    struct agreement_view view;
    struct basis *basis;
    for (size_t i = 0; i < raters; i++) {
        sittings[i] = rater_sitting(arena, place, chance);
        if (!sittings[i])
            return OK;
    }
    const enum status status =
        basis_build(arena, place->plan->assessment, sittings, raters, &basis, &view);
    if (status != OK)
        return status;
    basis->rater_scores_needed = NULL;
    basis->crystallization_needed = 0;
    *out_basis = basis;
    return OK;
}

/* How many rows: candidates whose session does not hold are asked for a successor, as often as
 * there are candidates. */
static size_t ask_candidates(struct arena *arena, const struct simulate_place *place,
                             size_t count, double *out_rows)
{
    struct chance chance =
        simulate_place_chance(place->plan, place->number, SIMULATE_PURPOSE_NORM);
    const size_t width = norm_width(place->plan->assessment);
    size_t row = 0;
    for (size_t i = 0; i < 2 * count && row < count; i++) {
        const struct arena_mark mark = arena_mark(arena);
        const struct simulate_person person =
            simulate_place_stranger(arena, place, &chance);
        const struct sitting *sitting = simulate_sitting(
            arena, place->plan->assessment, ROLE_CANDIDATE, &person, &chance);
        row += norm_row(arena, sitting, out_rows + row * width) ? 1 : 0;
        arena_release(arena, mark);
    }
    return row;
}

static enum status put_norms(struct arena *arena, const struct basis *basis,
                             struct simulate_place *place)
{
    const struct assessment *assessment = place->plan->assessment;
    const size_t most = simulate_place_norm_count(place->world->most);
    double *rows = arena_array(arena, double, most *norm_width(assessment) + 1);
    const size_t asked = ask_candidates(arena, place, most, rows);
    for (size_t i = 0; i <= place->world->most; i++) {
        struct norm norm;
        const size_t count = simulate_place_norm_count((enum simulate_norm)i);
        struct basis *one = basis_copy(arena, basis);
        norm_build(arena, assessment, rows, count < asked ? count : asked, &norm);
        const enum status status = norm_apply(&norm, one);
        if (status != OK)
            return status;
        for (size_t j = 0; i != SIMULATE_NORM_100 && j < one->dimension_count; j++)
            one->dimensions[j].needed = one->dimensions[j].needed_se = NAN;
        place->bases[i] = one;
    }
    return OK;
}

enum status simulate_place_build(struct arena *arena, const struct simulate_plan *plan,
                                 const struct simulate_world *world, size_t number,
                                 struct simulate_place *out_place)
{
    struct chance chance = simulate_place_chance(plan, number, SIMULATE_PURPOSE_PLACE);
    const struct part *part = part_of(plan->assessment);
    struct simulate_place *place = out_place;
    struct basis *basis = NULL;
    *place =
        (struct simulate_place){.plan = plan,
                                .world = world,
                                .number = number,
                                .part = (size_t)(part - plan->assessment->parts),
                                .dimension_count = part->questionnaire->dimension_count};
    must(place->dimension_count <= RESONANCE_DIMENSIONS_MAX);
    simulate_people_culture(arena, &chance, place->dimension_count, plan->spread,
                            &place->culture);
    place->own = arena_array(arena, double, place->dimension_count);
    place->needed = arena_array(arena, double, place->dimension_count);
    simulate_people_utilities(&place->culture, &chance, place->own);
    simulate_people_near(&chance, place->own, place->dimension_count, STRATEGY_SD,
                         place->needed);
    for (size_t i = 0; i < DRIVERS_MAX; i++)
        place->levels[i] = world->here + world->here_sd * simulate_people_normal(&chance);
    const enum status status = describe(arena, place, &chance, &basis);
    return status != OK || !basis ? status : put_norms(arena, basis, place);
}
