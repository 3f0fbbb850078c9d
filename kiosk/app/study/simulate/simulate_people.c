/* The constants are assumptions about people; where they come from real answers it is
 * said. None of them is a cut-off: those are the model's own. */
#include "app/study/simulate/simulate_people.h"

#include "base/must.h"
#include "questionnaire/osd_score.h"

#include <math.h>

static const double COMMON_SHARE = .35; /* of the variance of utilities */
static const double BROAD_SHARE = .5;   /* of the rest */
/* Real self-paced answers: median 5.5 s a rating, 5 % to 95 % 3.2 to 10.7 s, which is a
 * lognormal SD of .37, here half between people and half within. A block of four
 * statements: 18 s. */
static const double RATING_MS = 5500, BLOCK_MS = 18000, TIME_SD = .26;
/* Ratings, in parts of the scale: on 1..5 a mean of 3.6, SD .6 between people and .7
 * between the items of a driver. */
static const double RATING_MEAN = .65, LEVEL_SD = .15, ITEM_SD = .175;
static const double SLIP = .03; /* a genuine person misreads an instructed item */

double simulate_people_normal(struct chance *chance)
{
    const double radius = sqrt(-2 * log(1 - chance_unit(chance)));
    return radius * cos(2 * M_PI * chance_unit(chance));
}

/* Each row of factors has length 1, so that no dimension varies more than another. */
void simulate_people_culture(struct arena *arena, struct chance *chance,
                             size_t dimension_count, double spread,
                             struct simulate_culture *out_culture)
{
    *out_culture = (struct simulate_culture){
        .dimension_count = dimension_count,
        .spread = spread,
        .common = arena_array(arena, double, dimension_count),
        .factors = arena_array(arena, double, dimension_count *SIMULATE_FACTORS)};
    for (size_t j = 0; j < dimension_count; j++) {
        double *row = out_culture->factors + j * SIMULATE_FACTORS, length = 0;
        out_culture->common[j] = simulate_people_normal(chance);
        for (size_t k = 0; k < SIMULATE_FACTORS; k++) {
            row[k] = simulate_people_normal(chance);
            length += row[k] * row[k];
        }
        for (size_t k = 0; k < SIMULATE_FACTORS; k++)
            row[k] /= sqrt(length);
    }
}

void simulate_people_utilities(const struct simulate_culture *culture,
                               struct chance *chance, double *out_utility)
{
    double factors[SIMULATE_FACTORS];
    for (size_t k = 0; k < SIMULATE_FACTORS; k++)
        factors[k] = simulate_people_normal(chance);
    for (size_t j = 0; j < culture->dimension_count; j++) {
        double broad = 0;
        for (size_t k = 0; k < SIMULATE_FACTORS; k++)
            broad += culture->factors[j * SIMULATE_FACTORS + k] * factors[k];
        const double own = sqrt(BROAD_SHARE) * broad +
                           sqrt(1 - BROAD_SHARE) * simulate_people_normal(chance);
        out_utility[j] = culture->spread * (sqrt(COMMON_SHARE) * culture->common[j] +
                                            sqrt(1 - COMMON_SHARE) * own);
    }
}

/* A place with the chance that its weight has among all but `left_out`. */
static int pick(struct chance *chance, const double *weights, size_t count, int left_out)
{
    double sum = 0;
    int last = left_out;
    for (size_t i = 0; i < count; i++)
        sum += (int)i == left_out ? 0 : weights[i];
    double at = chance_unit(chance) * sum;
    for (size_t i = 0; i < count && at >= 0; i++) {
        if ((int)i == left_out)
            continue;
        at -= weights[i];
        last = (int)i;
    }
    return last;
}

void simulate_people_choice(struct chance *chance, const double *utility,
                            struct bestworst_block *block)
{
    double weights[OPTIONS_MAX];
    must(block->object_count <= OPTIONS_MAX);
    for (size_t i = 0; i < block->object_count; i++)
        weights[i] = exp(utility[block->objects[i]]);
    block->best = pick(chance, weights, block->object_count, BESTWORST_NONE);
    for (size_t i = 0; i < block->object_count; i++)
        weights[i] = 1 / weights[i];
    block->worst = pick(chance, weights, block->object_count, block->best);
}

/* One person while they answer. */
struct simulated {
    struct chance *chance;
    enum simulate_style style;
    const double *utility;
    double pace;
    double levels[DRIVERS_MAX]; /* per dimension of the ratings */
    double straight;            /* the one rating, 0..1 of the scale */
};

/* As the blocks of scoring are: a statement without a dimension is indifferent. */
static void choose_genuinely(struct simulated *person, const struct item *item,
                             struct answer *answer)
{
    size_t objects[OPTIONS_MAX];
    double utility[OPTIONS_MAX];
    for (size_t i = 0; i < item->option_count; i++) {
        const int dimension = item->options[i].dimension;
        objects[i] = i;
        utility[i] = dimension < 0 ? 0 : person->utility[dimension];
    }
    struct bestworst_block block = {.objects = objects,
                                    .object_count = item->option_count};
    simulate_people_choice(person->chance, utility, &block);
    answer->pair[PAIR_BEST] = (int16_t)block.best;
    answer->pair[PAIR_WORST] = (int16_t)block.worst;
}

static void choose(struct simulated *person, const struct step *step,
                   struct answer *answer)
{
    const size_t count = step->order_count;
    size_t places[2] = {0, 1};
    switch (person->style) {
    case SIMULATE_GENUINE:
        choose_genuinely(person, step->item, answer);
        return;
    case SIMULATE_RANDOM:
        places[0] = chance_below(person->chance, count);
        places[1] = chance_below(person->chance, count - 1);
        places[1] += places[1] >= places[0];
        break;
    case SIMULATE_STRAIGHT:
        places[1] = count - 1;
        break;
    case SIMULATE_FIRST_OPTION:
    case SIMULATE_STYLES:
        break;
    }
    answer->pair[PAIR_BEST] = step->order[places[0]];
    answer->pair[PAIR_WORST] = step->order[places[1]];
}

/* -1 for an item that its driver counts the other way round. */
static int direction_of(const struct questionnaire *questionnaire,
                        const struct item *item)
{
    const struct scoring *scoring = questionnaire->scoring;
    for (size_t b = 0; b < scoring->block_count; b++)
        for (size_t i = 0; i < scoring->blocks[b].input_count; i++)
            if (is_span_equal(scoring->blocks[b].inputs[i].id, item->id) &&
                scoring->blocks[b].inputs[i].coding < 0)
                return -1;
    return 1;
}

static double level_of(const struct simulated *person,
                       const struct questionnaire *questionnaire, struct span dimension)
{
    for (size_t i = 0; i < questionnaire->dimension_count && i < DRIVERS_MAX; i++)
        if (is_span_equal(questionnaire->dimensions[i].id, dimension))
            return person->levels[i];
    return 0;
}

/* Where on the scale, 0..1, a genuine person stands on this item. */
static double stand(struct simulated *person, const struct questionnaire *questionnaire,
                    const struct item *item)
{
    double asked;
    if (item->instructed.count && chance_unit(person->chance) >= SLIP &&
        span_to_number(item->instructed, &asked))
        return (asked - item->scale.low) / (item->scale.high - item->scale.low);
    const double at = RATING_MEAN + level_of(person, questionnaire, item->dimension) +
                      ITEM_SD * simulate_people_normal(person->chance);
    return direction_of(questionnaire, item) < 0 ? 1 - at : at;
}

static double rate(struct simulated *person, const struct questionnaire *questionnaire,
                   const struct item *item)
{
    double at = 0;
    switch (person->style) {
    case SIMULATE_GENUINE:
        at = stand(person, questionnaire, item);
        break;
    case SIMULATE_RANDOM:
        return item->scale.low +
               item->scale.step *
                   (double)chance_below(person->chance, (uint64_t)item->scale.points);
    case SIMULATE_STRAIGHT:
        at = person->straight;
        break;
    case SIMULATE_FIRST_OPTION:
    case SIMULATE_STYLES:
        break;
    }
    const double steps = round(at * (item->scale.points - 1));
    return item->scale.low +
           item->scale.step * fmin(fmax(steps, 0), item->scale.points - 1);
}

static void answer_all(struct simulated *person, struct sitting *sitting, double own_pace)
{
    for (size_t i = 0; i < sitting->step_count; i++) {
        const struct step *step = &sitting->steps[i];
        const bool is_block =
            step->item->kind == ITEM_BEST_WORST && step->order_count > 1;
        struct answer answer = answer_empty(step->item);
        if (!is_sitting_counted(sitting, i) ||
            (!is_block && step->item->kind != ITEM_LIKERT))
            continue;
        if (is_block)
            choose(person, step, &answer);
        else
            answer.number =
                rate(person, sitting_part(sitting, i)->questionnaire, step->item);
        answer.state = ANSWER_GIVEN;
        answer.spent_ms =
            (int64_t)((is_block ? BLOCK_MS : RATING_MS) * own_pace *
                      exp(TIME_SD * simulate_people_normal(person->chance)));
        sitting_put(sitting, i, &answer);
    }
}

struct sitting *simulate_people_sitting(struct arena *arena,
                                        const struct assessment *assessment,
                                        enum role role, const double *utility,
                                        enum simulate_style style, double pace,
                                        struct chance *chance)
{
    struct simulated person = {.chance = chance,
                               .style = style,
                               .utility = utility,
                               .straight = (double)chance_below(chance, 5) / 4};
    const struct sitting_start start = {
        .role = role, .seed = chance_next(chance), .language = SPAN("en")};
    struct sitting *sitting;
    for (size_t i = 0; i < DRIVERS_MAX; i++)
        person.levels[i] = LEVEL_SD * simulate_people_normal(chance);
    const double own_pace = pace * exp(TIME_SD * simulate_people_normal(chance));
    if (sitting_begin(arena, assessment, &start, &sitting) != OK)
        return NULL;
    answer_all(&person, sitting, own_pace);
    sitting->is_finished = true;
    return sitting;
}
