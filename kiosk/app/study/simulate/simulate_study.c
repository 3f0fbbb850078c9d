#include "app/study/simulate/simulate_study.h"

#include "measure/moments.h"
#include "scoring/score.h"
#include "scoring/score_drivers.h"
#include "scoring/score_quality.h"

/* On 1..5: 3.6 on both sides, places .3 apart. */
static const struct simulate_world usual_world = {SIMULATE_LEVEL, .075, SIMULATE_LEVEL,
                                                  SIMULATE_NORM_1000};
/* For drivers: people at 4.1 and places at 3.3; or nothing and nobody differs. */
static const struct simulate_world apart_world = {.575, 0, .775, SIMULATE_NORM_100};
static const struct simulate_world alike_world = {SIMULATE_LEVEL, 0, SIMULATE_LEVEL,
                                                  SIMULATE_NORM_100};

/* Streams of chance of a place behind those of the crowds. */
enum {
    PURPOSE_PANELS = SIMULATE_PURPOSES + SIMULATE_CROWDS,
    PURPOSE_DRIVERS,
};

/* One place while its people sit. */
struct visit {
    struct arena *arena;
    const struct simulate_place *place;
    size_t people;
    struct simulate_study *study;
    struct simulate_panels panels; /* of no colleagues before they are asked */
    struct simulate_pairs pairs;
};

bool has_simulate_study_norm(size_t tied, enum simulate_norm norm)
{
    return tied == SIMULATE_CROWD_USUAL || norm >= SIMULATE_NORM_100;
}

static struct chance chance_of(const struct simulate_place *place, size_t purpose)
{
    return simulate_place_chance(place->plan, place->number, purpose);
}

static const struct sitting *
sit(struct visit *visit, const struct simulate_person *person, struct chance *chance)
{
    return simulate_sitting(visit->arena, visit->place->plan->assessment, ROLE_CANDIDATE,
                            person, chance);
}

/* The scorecard of a first session says what a second one is compared with. */
static enum status score_twice(struct visit *visit, enum simulate_crowd crowd,
                               const struct simulate_session *session,
                               const struct sitting *second, enum simulate_norm norm,
                               struct scorecard **out_card)
{
    struct scorecard *again;
    const struct basis *basis = visit->place->bases[norm];
    enum status status = score_sitting(visit->arena, session->sitting, basis, out_card);
    if (status != OK)
        return status;
    simulate_tally_add(&visit->study->norms[crowd][norm], *out_card);
    if (norm < SIMULATE_NORM_100 || !has_scorecard_figure(&(*out_card)->now))
        return OK;
    status = score_sitting(visit->arena, second, basis, &again);
    if (status == OK)
        simulate_session_again(session, norm, *out_card, again,
                               &visit->study->again[crowd][norm]);
    return status;
}

/* The interval of a usual person, and how well the scores show the tastes. */
static void judge_usual(struct visit *visit, const struct simulate_session *session,
                        const struct scorecard *card)
{
    const size_t count = visit->place->dimension_count;
    double score[RESONANCE_DIMENSIONS_MAX];
    for (size_t j = 0; j < count; j++)
        score[j] = card->dimensions[j].score;
    visit->study->people++;
    visit->study->accuracy += moments_correlation(score, session->person->utility, count);
    simulate_interval_add(visit->arena, session, SIMULATE_NORM_100, &visit->panels, card,
                          &visit->study->interval, &visit->pairs);
}

static enum status receive_tied(struct visit *visit, enum simulate_crowd crowd,
                                struct chance *chance)
{
    const struct simulate_place *place = visit->place;
    const struct simulate_person person =
        simulate_crowd_person(visit->arena, place, crowd, chance);
    struct simulate_session session;
    simulate_session_begin(visit->arena, place, &person, chance, &session);
    const struct sitting *second = simulate_sitting(visit->arena, place->plan->assessment,
                                                    ROLE_CANDIDATE, &person, chance);
    for (enum simulate_norm norm = 0; norm < SIMULATE_NORMS; norm++) {
        struct scorecard *card;
        if (!has_simulate_study_norm(crowd, norm))
            continue;
        const enum status status =
            score_twice(visit, crowd, &session, second, norm, &card);
        if (status != OK)
            return status;
        if (norm == SIMULATE_NORM_100 && crowd == SIMULATE_CROWD_USUAL)
            judge_usual(visit, &session, card);
    }
    return OK;
}

static enum status receive_scored(struct visit *visit, enum simulate_crowd crowd,
                                  struct chance *chance)
{
    const struct simulate_person person =
        simulate_crowd_person(visit->arena, visit->place, crowd, chance);
    struct scorecard *card;
    const enum status status =
        score_sitting(visit->arena, sit(visit, &person, chance),
                      visit->place->bases[SIMULATE_NORM_100], &card);
    if (status == OK)
        simulate_tally_add(&visit->study->crowds[crowd], card);
    return status;
}

/* Signs and drivers without the draws, which take nearly all of the time. */
static void receive_unscored(struct visit *visit, const struct simulate_person *person,
                             struct chance *chance, struct simulate_tally *tally)
{
    const struct basis *basis = visit->place->bases[SIMULATE_NORM_100];
    const struct sitting *sitting = sit(visit, person, chance);
    struct scorecard card = {.now.absence = RESONANCE_FEW_RATERS};
    card.scoring_version = visit->place->plan->assessment->scoring_version;
    score_quality(visit->arena, sitting, card.scoring_version, &card.quality);
    score_drivers(visit->arena, sitting, basis, &card);
    simulate_tally_add(tally, &card);
}

static enum status receive_crowd(struct visit *visit, enum simulate_crowd crowd)
{
    struct chance chance = chance_of(visit->place, SIMULATE_PURPOSES + (size_t)crowd);
    enum status status = OK;
    for (size_t i = 0; status == OK && i < visit->people; i++) {
        const struct arena_mark mark = arena_mark(visit->arena);
        if ((int)crowd < SIMULATE_TIED) {
            status = receive_tied(visit, crowd, &chance);
        } else if ((int)crowd < SIMULATE_SCORED) {
            status = receive_scored(visit, crowd, &chance);
        } else {
            const struct simulate_person person =
                simulate_crowd_person(visit->arena, visit->place, crowd, &chance);
            receive_unscored(visit, &person, &chance, &visit->study->crowds[crowd]);
        }
        arena_release(visit->arena, mark);
    }
    return status;
}

/* A session of nobody in particular gives the blocks of the form. */
static void ask_panels(struct visit *visit)
{
    const struct simulate_place *place = visit->place;
    struct chance chance = chance_of(place, PURPOSE_PANELS);
    const struct simulate_person person =
        simulate_place_stranger(visit->arena, place, &chance);
    struct simulate_session session;
    simulate_session_begin(visit->arena, place, &person, &chance, &session);
    simulate_interval_panels(visit->arena, &session, &chance, &visit->panels);
}

static enum status visit_place(struct visit *visit)
{
    struct simulate_study *study = visit->study;
    const struct basis *basis = visit->place->bases[SIMULATE_NORM_0];
    enum status status = OK;
    visit->pairs.first = arena_array(visit->arena, double, 2 * visit->people);
    visit->pairs.again = visit->pairs.first + visit->people;
    ask_panels(visit);
    for (enum simulate_crowd crowd = 0; status == OK && crowd < SIMULATE_CROWDS; crowd++)
        status = receive_crowd(visit, crowd);
    simulate_interval_pairs(&visit->pairs, &study->interval);
    study->places++;
    if (basis && basis->grade != PROFILE_NONE) {
        study->described++;
        study->crystallization += basis->crystallization;
    }
    return status;
}

static enum status visit_usual(struct arena *arena, const struct simulate_plan *plan,
                               size_t number, size_t people, struct simulate_study *study)
{
    struct simulate_place place;
    struct visit visit = {
        .arena = arena, .place = &place, .people = people, .study = study};
    const enum status status =
        simulate_place_build(arena, plan, &usual_world, number, &place);
    return status == OK ? visit_place(&visit) : status;
}

/* Drivers only. In the world where nothing differs, everybody asks for exactly what there is. */
static enum status visit_drivers(struct arena *arena, const struct simulate_plan *plan,
                                 const struct simulate_world *world, size_t number,
                                 size_t people, struct simulate_tally *tally)
{
    struct simulate_place place;
    struct visit visit = {.arena = arena, .place = &place};
    const enum status status = simulate_place_build(arena, plan, world, number, &place);
    struct chance chance = simulate_place_chance(plan, number, PURPOSE_DRIVERS);
    for (size_t i = 0; status == OK && i < people; i++) {
        const struct arena_mark mark = arena_mark(arena);
        struct simulate_person person = simulate_place_stranger(arena, &place, &chance);
        for (size_t j = 0; world == &alike_world && j < DRIVERS_MAX; j++)
            person.levels[j] = place.levels[j];
        receive_unscored(&visit, &person, &chance, tally);
        arena_release(arena, mark);
    }
    return status;
}

static enum status visit_number(struct arena *arena, const struct simulate_plan *plan,
                                size_t people, struct simulate_study *study)
{
    const size_t number = study->places;
    enum status status = visit_usual(arena, plan, number, people, study);
    if (status == OK)
        status = visit_drivers(arena, plan, &apart_world, number, people, &study->apart);
    if (status == OK)
        status = visit_drivers(arena, plan, &alike_world, number, people, &study->alike);
    return status;
}

enum status simulate_study_run(struct arena *arena, const struct simulate_plan *plan,
                               struct simulate_study *out_study)
{
    struct simulate_study study = {0};
    enum status status = simulate_place_check(plan->assessment);
    for (size_t done = 0; status == OK && done < plan->people;) {
        const struct arena_mark mark = arena_mark(arena);
        const size_t left = plan->people - done;
        const size_t people =
            left < SIMULATE_PEOPLE_PER_PLACE ? left : SIMULATE_PEOPLE_PER_PLACE;
        status = visit_number(arena, plan, people, &study);
        arena_release(arena, mark);
        done += people;
    }
    for (size_t i = 0; i < SIMULATE_TIED; i++)
        study.crowds[i] = study.norms[i][SIMULATE_NORM_100];
    if (status == OK)
        *out_study = study;
    return status;
}
