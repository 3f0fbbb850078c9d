/* The constants are assumptions about people; where they come from real answers it is said. */
#include "app/study/simulate/simulate_sitting.h"

#include "app/study/simulate/simulate_people.h"
#include "questionnaire/osd_score.h"

#include <math.h>

/* Real self-paced answers: median 5.5 s a rating, 5 % to 95 % 3.2 to 10.7 s, which is a
 * lognormal SD of .37, here half between people and half within. A block of four
 * statements: 18 s. */
static const double RATING_MS = 5500, BLOCK_MS = 18000, TIME_SD = .26;
static const double ITEM_SD = .175; /* of ratings between the lines of a driver */
static const double SLIP = .03;     /* a genuine person misreads an instructed item */
static const double MISREAD_UTILITY =
    1.5;                       /* SD of what a misread statement seems worth */
static const double NEAR = .5; /* utilities that are as good as equal */

/* One person while they answer. */
struct answering {
    const struct simulate_person *person;
    struct chance *chance;
    double straight; /* the one rating */
};

static bool is_misread(struct answering *answering)
{
    return chance_unit(answering->chance) < answering->person->misread;
}

/* What the person takes each statement to be worth; one without a dimension is indifferent. */
static void read_block(struct answering *answering, const struct part *part,
                       const struct item *item, double *out_utility)
{
    const struct simulate_person *person = answering->person;
    const bool is_needed = person->needed && is_span(part->frame, "needed");
    const double *utility = is_needed ? person->needed : person->utility;
    for (size_t i = 0; i < item->option_count; i++) {
        const int dimension = item->options[i].dimension;
        out_utility[i] = dimension < 0 ? 0 : utility[dimension];
        if (is_misread(answering))
            out_utility[i] = MISREAD_UTILITY * simulate_people_normal(answering->chance);
    }
}

static void choose_best_worst(struct answering *answering, const struct item *item,
                              const double *utility, struct answer *answer)
{
    size_t objects[OPTIONS_MAX];
    struct bestworst_block block = {.objects = objects,
                                    .object_count = item->option_count};
    for (size_t i = 0; i < item->option_count; i++)
        objects[i] = i;
    simulate_people_choice(answering->chance, utility, &block);
    answer->pair[PAIR_BEST] = (int16_t)block.best;
    answer->pair[PAIR_WORST] = (int16_t)block.worst;
}

/* The first shown of those that are nearly as good as the best, of which `sign` -1 makes the
 * worst. The standard Gumbel noise is that of the logit. */
static int16_t pick_nearest(struct answering *answering, const struct step *step,
                            const double *utility, double sign, int16_t left_out)
{
    double worth[OPTIONS_MAX] = {0}, most = -INFINITY;
    for (size_t i = 0; i < step->order_count; i++) {
        worth[i] = sign * utility[i] - log(-log(1 - chance_unit(answering->chance)));
        if ((int)i != left_out)
            most = fmax(most, worth[i]);
    }
    size_t place = 0;
    while (step->order[place] == left_out || worth[step->order[place]] < most - NEAR)
        place++;
    return step->order[place];
}

static void choose_place(struct answering *answering, const struct step *step,
                         struct answer *answer)
{
    const size_t count = step->order_count;
    size_t best = 0, worst = 1;
    if (answering->person->style == SIMULATE_RANDOM) {
        best = chance_below(answering->chance, count);
        worst = chance_below(answering->chance, count - 1);
        worst += worst >= best;
    }
    if (answering->person->style == SIMULATE_STRAIGHT)
        worst = count - 1;
    answer->pair[PAIR_BEST] = step->order[best];
    answer->pair[PAIR_WORST] = step->order[worst];
}

static void choose(struct answering *answering, const struct part *part,
                   const struct step *step, struct answer *answer)
{
    double utility[OPTIONS_MAX] = {0};
    const enum simulate_style style = answering->person->style;
    if (style != SIMULATE_GENUINE && style != SIMULATE_NEAREST) {
        choose_place(answering, step, answer);
        return;
    }
    read_block(answering, part, step->item, utility);
    if (style == SIMULATE_GENUINE) {
        choose_best_worst(answering, step->item, utility, answer);
        return;
    }
    answer->pair[PAIR_BEST] = pick_nearest(answering, step, utility, 1, -1);
    answer->pair[PAIR_WORST] =
        pick_nearest(answering, step, utility, -1, answer->pair[PAIR_BEST]);
}

/* Whether the driver of the item counts it the other way round. */
static bool is_reversed(const struct questionnaire *questionnaire,
                        const struct item *item)
{
    const struct scoring *scoring = questionnaire->scoring;
    for (size_t b = 0; b < scoring->block_count; b++)
        for (size_t i = 0; i < scoring->blocks[b].input_count; i++)
            if (is_span_equal(scoring->blocks[b].inputs[i].id, item->id) &&
                scoring->blocks[b].inputs[i].coding < 0)
                return true;
    return false;
}

static double level_of(const struct answering *answering,
                       const struct questionnaire *questionnaire, struct span dimension)
{
    for (size_t i = 0; i < questionnaire->dimension_count && i < DRIVERS_MAX; i++)
        if (is_span_equal(questionnaire->dimensions[i].id, dimension))
            return answering->person->levels[i];
    return SIMULATE_LEVEL;
}

/* A reversed line that is misread is taken for a straight one; any other says something else. */
static double stand(struct answering *answering,
                    const struct questionnaire *questionnaire, const struct item *item)
{
    const bool is_wrong = is_misread(answering);
    const bool is_turned = is_reversed(questionnaire, item);
    const double level =
        is_wrong && !is_turned
            ? SIMULATE_LEVEL +
                  SIMULATE_LEVEL_SD * simulate_people_normal(answering->chance)
            : level_of(answering, questionnaire, item->dimension);
    const double at = level + ITEM_SD * simulate_people_normal(answering->chance);
    return (is_turned && !is_wrong ? 1 - at : at) + answering->person->lift;
}

static bool is_followed(struct answering *answering, const struct item *item)
{
    return item->instructed.count &&
           chance_unit(answering->chance) >= fmax(SLIP, answering->person->misread);
}

/* Where on the scale somebody who reads stands on this item. */
static double place_read(struct answering *answering,
                         const struct questionnaire *questionnaire,
                         const struct item *item)
{
    double asked = 0;
    if (is_followed(answering, item) && span_to_number(item->instructed, &asked))
        return (asked - item->scale.low) / (item->scale.high - item->scale.low);
    return stand(answering, questionnaire, item);
}

static double rate(struct answering *answering, const struct questionnaire *questionnaire,
                   const struct item *item)
{
    double steps = 0;
    const double last = item->scale.points - 1;
    switch (answering->person->style) {
    case SIMULATE_GENUINE:
        steps = round(place_read(answering, questionnaire, item) * last);
        break;
    case SIMULATE_NEAREST: /* what is asked for is a whole step, give or take a rounding */
        steps = floor(place_read(answering, questionnaire, item) * last + 1e-9);
        break;
    case SIMULATE_RANDOM:
        steps = (double)chance_below(answering->chance, (uint64_t)item->scale.points);
        break;
    case SIMULATE_STRAIGHT:
        steps = round(answering->straight * last);
        break;
    case SIMULATE_FIRST_OPTION:
    case SIMULATE_STYLES:
        break;
    }
    return item->scale.low + item->scale.step * fmin(fmax(steps, 0), last);
}

static void answer_all(struct answering *answering, struct sitting *sitting, double pace)
{
    for (size_t i = 0; i < sitting->step_count; i++) {
        const struct step *step = &sitting->steps[i];
        const struct part *part = sitting_part(sitting, i);
        const bool is_block =
            step->item->kind == ITEM_BEST_WORST && step->order_count > 1;
        struct answer answer = answer_empty(step->item);
        if (!is_sitting_counted(sitting, i) ||
            (!is_block && step->item->kind != ITEM_LIKERT))
            continue;
        if (is_block)
            choose(answering, part, step, &answer);
        else
            answer.number = rate(answering, part->questionnaire, step->item);
        answer.state = ANSWER_GIVEN;
        answer.spent_ms =
            (int64_t)((is_block ? BLOCK_MS : RATING_MS) * pace *
                      exp(TIME_SD * simulate_people_normal(answering->chance)));
        sitting_put(sitting, i, &answer);
    }
}

struct sitting *simulate_sitting(struct arena *arena, const struct assessment *assessment,
                                 enum role role, const struct simulate_person *person,
                                 struct chance *chance)
{
    struct answering answering = {.person = person,
                                  .chance = chance,
                                  .straight = (double)chance_below(chance, 5) / 4};
    const struct sitting_start start = {
        .role = role, .seed = chance_next(chance), .language = SPAN("en")};
    struct sitting *sitting;
    const double pace = person->pace * exp(TIME_SD * simulate_people_normal(chance));
    if (sitting_begin(arena, assessment, &start, &sitting) != OK)
        return NULL;
    answer_all(&answering, sitting, pace);
    sitting->is_finished = true;
    return sitting;
}
