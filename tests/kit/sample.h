/* sample: an assessment built by hand, without any document: the shape of the real one (20
 * best-worst blocks of 16 dimensions, 7 drivers, 6 situations, texts, practice), both roles,
 * and one part whose items depend on each other. And people who answer it: by utilities, by
 * chance. */
#ifndef KIT_SAMPLE_H
#define KIT_SAMPLE_H

#include "base/must.h"
#include "questionnaire/condition.h"
#include "questionnaire/osd_score.h"
#include "sitting/sitting.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    SAMPLE_DIMENSIONS = 16,
    SAMPLE_BLOCKS = 20,
    SAMPLE_DRIVERS = 7,
    SAMPLE_SITUATIONS = 6,
};

static const char *const sample_dimensions[SAMPLE_DIMENSIONS] = {
    "growth", "candour",   "evidence",  "exploration", "self-direction", "care",
    "order",  "service",   "society",   "craft",       "build",          "lead",
    "rhythm", "challenge", "belonging", "recognition"};
static const char *const sample_drivers[SAMPLE_DRIVERS] = {
    "learning", "doing", "coaching", "transfer", "skills", "ownership", "accountability"};

/* The affine plane of order 4: every pair of dimensions exactly once (measure of 2.2). */
static const unsigned char sample_plane[SAMPLE_BLOCKS][4] = {
    {1, 2, 3, 4},   {5, 6, 7, 8},   {9, 10, 11, 12}, {13, 14, 15, 16}, {1, 6, 11, 16},
    {2, 5, 12, 15}, {3, 8, 9, 14},  {4, 7, 10, 13},  {1, 8, 10, 15},   {4, 5, 11, 14},
    {2, 7, 9, 16},  {3, 6, 12, 13}, {1, 7, 12, 14},  {3, 5, 10, 16},   {4, 6, 9, 15},
    {2, 8, 11, 13}, {1, 5, 9, 13},  {2, 6, 10, 14},  {3, 7, 11, 15},   {4, 8, 12, 16}};

static inline struct questionnaire *
sample_questionnaire(struct arena *arena, const char *code, size_t item_count)
{
    struct questionnaire *questionnaire = arena_new(arena, struct questionnaire);
    questionnaire->code = span_of(code);
    questionnaire->items = arena_array(arena, struct item, item_count);
    questionnaire->item_count = item_count;
    questionnaire->scoring = arena_new(arena, struct scoring);
    for (size_t i = 0; i < item_count; i++)
        questionnaire->items[i].section = NO_SECTION;
    return questionnaire;
}

static inline void sample_dimension(struct questionnaire *questionnaire, size_t index,
                                    const char *id, const char *construct)
{
    questionnaire->dimensions[index] = (struct dimension){.id = span_of(id),
                                                          .name = span_of(id),
                                                          .construct = span_of(construct),
                                                          .default_weight = 1};
}

static inline struct option *sample_options(struct arena *arena, struct span prefix,
                                            size_t count)
{
    struct option *options = arena_array(arena, struct option, count);
    for (size_t i = 0; i < count; i++)
        options[i] = (struct option){
            .value = span_format(arena, "%.*s_%c", SPAN_ARGS(prefix), (char)('a' + i)),
            .number = NAN,
            .dimension = -1};
    return options;
}

static inline struct questionnaire *sample_values(struct arena *arena)
{
    struct questionnaire *values = sample_questionnaire(arena, "values", SAMPLE_BLOCKS);
    size_t shown[SAMPLE_DIMENSIONS] = {0};
    values->dimensions = arena_array(arena, struct dimension, SAMPLE_DIMENSIONS);
    values->dimension_count = SAMPLE_DIMENSIONS;
    for (size_t i = 0; i < SAMPLE_DIMENSIONS; i++)
        sample_dimension(values, i, sample_dimensions[i], "values");
    values->section_count = SAMPLE_BLOCKS / 4;
    values->sections = arena_array(arena, struct section, values->section_count);
    for (size_t i = 0; i < values->section_count; i++)
        values->sections[i].is_shuffled = 1;
    for (size_t block = 0; block < SAMPLE_BLOCKS; block++) {
        struct item *item = &values->items[block];
        item->id = span_format(arena, "b%02zu", block + 1);
        item->kind = ITEM_BEST_WORST;
        item->section = (int)(block / 4);
        item->random_group = 1;
        item->block.parallel_class = 1 + item->section;
        item->option_count = 4;
        item->options = arena_array(arena, struct option, 4);
        for (size_t i = 0; i < 4; i++) {
            const int dimension = sample_plane[block][i] - 1;
            item->options[i] = (struct option){
                .value = span_format(arena, "%s_%zu", sample_dimensions[dimension],
                                     ++shown[dimension]),
                .number = NAN,
                .dimension = dimension};
        }
    }
    return values;
}

static inline void sample_rating(struct item *item)
{
    item->kind = ITEM_LIKERT;
    item->scale.low = 1;
    item->scale.high = 5;
    item->scale.step = 1;
    item->scale.points = 5;
    item->scale.is_scorable = 1;
}

static inline void sample_block(struct arena *arena, struct score_block *block,
                                const char *driver)
{
    *block = (struct score_block){.id = span_of(driver),
                                  .method = SCORE_MEAN_CODED,
                                  .inputs = arena_array(arena, struct score_input, 4),
                                  .input_count = 4,
                                  .minimum = 3,
                                  .sem = .35};
    for (size_t i = 0; i < 4; i++)
        block->inputs[i] =
            (struct score_input){.id = span_format(arena, "%s_%zu", driver, i + 1),
                                 .block = NO_BLOCK,
                                 .coding = i == 3 ? -1 : 1,
                                 .weight = NAN,
                                 .low = 1,
                                 .high = 5,
                                 .is_scorable = 1};
}

/* 28 ratings, interleaved over the drivers, with two instructed ones. */
static inline struct questionnaire *sample_ratings(struct arena *arena)
{
    struct questionnaire *ratings =
        sample_questionnaire(arena, "drivers", 4 * SAMPLE_DRIVERS + 2);
    ratings->dimensions = arena_array(arena, struct dimension, SAMPLE_DRIVERS);
    ratings->dimension_count = SAMPLE_DRIVERS;
    ratings->scoring->blocks = arena_array(arena, struct score_block, SAMPLE_DRIVERS);
    ratings->scoring->block_count = SAMPLE_DRIVERS;
    for (size_t i = 0; i < SAMPLE_DRIVERS; i++) {
        sample_dimension(ratings, i, sample_drivers[i], "driver");
        sample_block(arena, &ratings->scoring->blocks[i], sample_drivers[i]);
    }
    for (size_t i = 0, rating = 0; i < ratings->item_count; i++) {
        struct item *item = &ratings->items[i];
        sample_rating(item);
        if (i == 14 || i == 29) {
            item->id = span_of(i == 14 ? "instructed_1" : "instructed_2");
            item->instructed = SPAN("4");
            continue;
        }
        item->id = span_format(arena, "%s_%zu", sample_drivers[rating % SAMPLE_DRIVERS],
                               rating / SAMPLE_DRIVERS + 1);
        item->dimension = span_of(sample_drivers[rating % SAMPLE_DRIVERS]);
        item->scale.is_reversed = rating / SAMPLE_DRIVERS == 3;
        rating++;
    }
    return ratings;
}

static inline struct questionnaire *sample_situations(struct arena *arena)
{
    static const char *const about[SAMPLE_SITUATIONS] = {
        "doing", "coaching", "ownership", "doing", "accountability", "ownership"};
    struct questionnaire *situations =
        sample_questionnaire(arena, "situations", SAMPLE_SITUATIONS);
    for (size_t i = 0; i < SAMPLE_SITUATIONS; i++) {
        struct item *item = &situations->items[i];
        item->id = span_format(arena, "s%zu", i + 1);
        item->kind = ITEM_MOST_LEAST;
        item->dimension = span_of(about[i]);
        item->options = sample_options(arena, item->id, 4);
        item->option_count = 4;
    }
    return situations;
}

static inline struct questionnaire *sample_effectiveness(struct arena *arena)
{
    struct questionnaire *grids =
        sample_questionnaire(arena, "effectiveness", SAMPLE_SITUATIONS);
    for (size_t i = 0; i < SAMPLE_SITUATIONS; i++) {
        struct item *item = &grids->items[i];
        item->id = span_format(arena, "s%zu", i + 1);
        item->kind = ITEM_GRID;
        item->grid.rows = sample_options(arena, item->id, 4);
        item->grid.row_count = 4;
        item->option_count = 7;
        item->options = arena_array(arena, struct option, 7);
        for (size_t column = 0; column < 7; column++)
            item->options[column] =
                (struct option){.value = span_format(arena, "%zu", column + 1),
                                .number = (double)(column + 1),
                                .dimension = -1};
    }
    return grids;
}

static inline struct questionnaire *sample_practice(struct arena *arena)
{
    struct questionnaire *practice = sample_questionnaire(arena, "practice", 2);
    practice->items[0].id = SPAN("p1");
    practice->items[0].kind = ITEM_BEST_WORST;
    practice->items[0].options = sample_options(arena, SPAN("p1"), 4);
    practice->items[0].option_count = 4;
    practice->items[1].id = SPAN("p2");
    practice->items[1].kind = ITEM_SHORT;
    practice->items[1].words.length_max = 60;
    return practice;
}

static inline struct questionnaire *sample_story(struct arena *arena)
{
    struct questionnaire *story = sample_questionnaire(arena, "story", 2);
    story->items[0].id = SPAN("scene_1");
    story->items[0].kind = ITEM_SCENE;
    story->items[1].id = SPAN("contribute");
    story->items[1].kind = ITEM_LONG;
    story->items[1].words.length_max = 1200;
    return story;
}

static inline struct condition *sample_when(struct arena *arena, const char *item,
                                            const char *value)
{
    struct condition *condition = arena_new(arena, struct condition);
    condition->kind = CONDITION_ITEM;
    condition->name = span_of(item);
    condition->relation = OPERATOR_EQUALS;
    condition->values = arena_array(arena, struct span, 1);
    condition->values[0] = span_of(value);
    condition->value_count = 1;
    return condition;
}

/* One item of every other kind. q2 is shown when q1 is "q1_a"; q3 when q2 is shown and holds
 * "yes"; the section of q5 and q6 when q1 is "q1_b". */
static inline struct questionnaire *sample_asking(struct arena *arena)
{
    static const enum item_kind kinds[] = {ITEM_MULTI,      ITEM_SHORT,  ITEM_VAS,
                                           ITEM_MULTICHECK, ITEM_NUMBER, ITEM_GRID};
    struct questionnaire *asking = sample_questionnaire(arena, "asking", 6);
    asking->sections = arena_array(arena, struct section, 1);
    asking->section_count = 1;
    asking->sections[0].visible_when = sample_when(arena, "q1", "q1_b");
    for (size_t i = 0; i < 6; i++) {
        struct item *item = &asking->items[i];
        item->id = span_format(arena, "q%zu", i + 1);
        item->kind = kinds[i];
        item->section = i >= 4 ? 0 : NO_SECTION;
        if (item->kind == ITEM_VAS)
            item->scale.high = 100;
        if (item->kind == ITEM_NUMBER)
            item->words.number_min = item->words.number_max = NAN;
        if (item->kind == ITEM_MULTI || item->kind == ITEM_MULTICHECK ||
            item->kind == ITEM_GRID) {
            item->options = sample_options(arena, item->id, 3);
            item->option_count = 3;
        }
    }
    asking->items[5].grid.rows = sample_options(arena, SPAN("row"), 2);
    asking->items[5].grid.row_count = 2;
    asking->items[1].visible_when = sample_when(arena, "q1", "q1_a");
    asking->items[2].visible_when = sample_when(arena, "q2", "yes");
    return asking;
}

static inline void sample_part(struct assessment *assessment, const char *id,
                               enum part_use use, enum role role, const char *frame,
                               const struct questionnaire *questionnaire)
{
    assessment->parts[assessment->part_count++] =
        (struct part){.id = span_of(id),
                      .use = use,
                      .role = role,
                      .frame = span_of(frame),
                      .title_key = SPAN("title"),
                      .minutes_tenths = 30,
                      .questionnaire = questionnaire};
}

/* sample_assessment(arena): all parts of both roles. */
static inline struct assessment *sample_assessment(struct arena *arena)
{
    struct assessment *assessment = arena_new(arena, struct assessment);
    const struct questionnaire *values = sample_values(arena);
    const struct questionnaire *ratings = sample_ratings(arena);
    assessment->id = SPAN("sample");
    assessment->version = SPAN("1.0.0");
    assessment->scoring_version = 1;
    assessment->sealed_bytes = 65536;
    assessment->simulated = (struct assessment_simulated){
#define SIMULATED(figure) .figure = NAN,
#include "assessment/assessment_simulated.def"
#undef SIMULATED
    };
    memset(assessment->hash, 0xa5, sizeof assessment->hash);
    assessment->parts = arena_array(arena, struct part, PARTS_MAX);
    sample_part(assessment, "practice", PART_PRACTICE, ROLE_CANDIDATE, "candidate",
                sample_practice(arena));
    sample_part(assessment, "values", PART_RESONANCE, ROLE_CANDIDATE, "candidate",
                values);
    sample_part(assessment, "drivers", PART_DRIVERS, ROLE_CANDIDATE, "candidate",
                ratings);
    sample_part(assessment, "situations", PART_SITUATIONS, ROLE_CANDIDATE, "candidate",
                sample_situations(arena));
    sample_part(assessment, "story", PART_STORY, ROLE_CANDIDATE, "candidate",
                sample_story(arena));
    sample_part(assessment, "asking", PART_INTERVIEW, ROLE_CANDIDATE, "candidate",
                sample_asking(arena));
    sample_part(assessment, "values-now", PART_RESONANCE, ROLE_RATER, "now", values);
    sample_part(assessment, "drivers-now", PART_DRIVERS, ROLE_RATER, "now", ratings);
    sample_part(assessment, "values-needed", PART_RESONANCE, ROLE_RATER, "needed",
                values);
    sample_part(assessment, "drivers-needed", PART_DRIVERS, ROLE_RATER, "needed",
                ratings);
    sample_part(assessment, "effectiveness", PART_SITUATIONS, ROLE_RATER, "now",
                sample_effectiveness(arena));
    return assessment;
}

/* sample_assessment_ranked(arena): the same with one more part, whose item r1 is put in order; the
 * kept scorecards are of the one above. */
static inline struct assessment *sample_assessment_ranked(struct arena *arena)
{
    struct assessment *assessment = sample_assessment(arena);
    struct questionnaire *ranking = sample_questionnaire(arena, "ranking", 1);
    ranking->items[0].id = SPAN("r1");
    ranking->items[0].kind = ITEM_RANK;
    ranking->items[0].options = sample_options(arena, SPAN("r1"), 4);
    ranking->items[0].option_count = 4;
    for (size_t i = 0; i < 4; i++)
        ranking->items[0].options[i].text_key = ranking->items[0].options[i].value;
    sample_part(assessment, "ranking", PART_CLOSING, ROLE_CANDIDATE, "candidate",
                ranking);
    return assessment;
}

/* sample_begin(arena, assessment, role, seed): a new sitting. */
static inline struct sitting *sample_begin(struct arena *arena,
                                           const struct assessment *assessment,
                                           enum role role, uint64_t seed)
{
    struct sitting *sitting = NULL;
    struct sitting_start start = {.role = role,
                                  .seed = seed,
                                  .vacancy = role == ROLE_RATER ? SPAN("") : SPAN("deck"),
                                  .invite = role == ROLE_RATER ? 0 : 7,
                                  .language = SPAN("en"),
                                  .started_unix_ms = 1795467600000};
    for (size_t i = 0; i < CHAIN_ID_BYTES; i++)
        start.record_id[i] = (unsigned char)(seed >> (i % 8 * 8));
    must(sitting_begin(arena, assessment, &start, &sitting) == OK);
    return sitting;
}

/* A person: what each dimension is worth to them, how strongly they choose, and how they rate.
 * Only arithmetic that is the same on every machine: the goldens depend on it. */
struct sample_person {
    double utility[SAMPLE_DIMENSIONS];          /* in units of the choice's own noise */
    double driver[SAMPLE_DRIVERS];              /* 1..5 */
    double effectiveness[SAMPLE_SITUATIONS][4]; /* 1..7 */
    int64_t rating_ms, block_ms;
    uint64_t seed; /* of the noise in the answers */
};

/* sample_noise(chance): the sum of 12 uniforms less 6: mean 0, SD 1, without libm. */
static inline double sample_noise(struct chance *chance)
{
    double sum = -6;
    for (int i = 0; i < 12; i++)
        sum += chance_unit(chance);
    return sum;
}

/* sample_person_of(seed, shared_seed, share): utilities are `share` (0..1) parts those of
 * `shared_seed` and the rest the person's own; SD 1.5. */
static inline struct sample_person sample_person_of(uint64_t seed, uint64_t shared_seed,
                                                    double share)
{
    struct chance own = chance_init(seed * 2 + 1), shared = chance_init(shared_seed * 2);
    struct sample_person person = {.rating_ms = 5500, .block_ms = 18000, .seed = seed};
    for (size_t i = 0; i < SAMPLE_DIMENSIONS; i++)
        person.utility[i] =
            1.5 * (share * sample_noise(&shared) + (1 - share) * sample_noise(&own));
    for (size_t i = 0; i < SAMPLE_DRIVERS; i++)
        person.driver[i] =
            3.5 + .6 * (share * sample_noise(&shared) + (1 - share) * sample_noise(&own));
    for (size_t i = 0; i < SAMPLE_SITUATIONS; i++)
        for (size_t j = 0; j < 4; j++)
            person.effectiveness[i][j] = 4 + 1.6 * (share * sample_noise(&shared) +
                                                    (1 - share) * sample_noise(&own));
    return person;
}

static inline int sample_clip(double value, int low, int high)
{
    return value < low ? low : value > high ? high : (int)(value + .5);
}

static inline size_t sample_index(const char *const *words, size_t count,
                                  struct span word)
{
    for (size_t i = 0; i < count; i++)
        if (is_span(word, words[i]))
            return i;
    must(0);
    return 0;
}

/* Best and worst of what the options are worth, each with its noise. */
static inline void sample_choose(const double *worth, size_t count, struct chance *chance,
                                 struct answer *answer)
{
    double felt[OPTIONS_MAX];
    size_t best = 0, worst = 0;
    for (size_t i = 0; i < count; i++)
        felt[i] = worth[i] + sample_noise(chance);
    for (size_t i = 1; i < count; i++) {
        best = felt[i] > felt[best] ? i : best;
        worst = felt[i] < felt[worst] ? i : worst;
    }
    answer->pair[PAIR_BEST] = (int16_t)best;
    answer->pair[PAIR_WORST] = (int16_t)worst;
}

static inline void sample_rate(const struct item *item,
                               const struct sample_person *person, struct chance *chance,
                               struct answer *answer)
{
    if (item->instructed.count || !item->dimension.count) {
        answer->number = 4;
        return;
    }
    const double level =
        person->driver[sample_index(sample_drivers, SAMPLE_DRIVERS, item->dimension)];
    const int rated = sample_clip(level + .6 * sample_noise(chance), 1, 5);
    answer->number = item->scale.is_reversed ? 6 - rated : rated;
}

/* Ids are "s1" and so on; a form that went on counting begins anew after the last. */
static inline size_t sample_situation(const struct item *item)
{
    return (size_t)(item->id.data[1] - '1') % SAMPLE_SITUATIONS;
}

static inline void sample_answer_pairs(const struct item *item,
                                       const struct sample_person *person,
                                       struct chance *chance, struct answer *answer)
{
    double worth[OPTIONS_MAX];
    for (size_t i = 0; i < item->option_count; i++)
        worth[i] = item->kind == ITEM_MOST_LEAST
                       ? person->effectiveness[sample_situation(item)][i]
                   : item->options[i].dimension >= 0
                       ? person->utility[item->options[i].dimension]
                       : 0;
    sample_choose(worth, item->option_count, chance, answer);
}

static inline void sample_order(const struct item *item, struct chance *chance,
                                struct answer *answer)
{
    size_t order[OPTIONS_MAX];
    for (size_t i = 0; i < item->option_count; i++)
        order[i] = i;
    chance_shuffle(chance, order, item->option_count);
    for (size_t i = 0; i < item->option_count; i++)
        answer->order[i] = (int16_t)order[i];
}

static inline struct span sample_words(const struct item *item, struct chance *chance)
{
    if (item->kind == ITEM_NUMBER)
        return SPAN("12,5");
    return chance_below(chance, 2) ? SPAN("yes")
                                   : SPAN("Caf\xc3\xa9 \"at\" sea\n\\ \xe2\x9a\x93");
}

/* sample_answer(person, item, chance): what `person` gives for `item`. */
static inline struct answer sample_answer(const struct sample_person *person,
                                          const struct item *item, struct chance *chance)
{
    struct answer answer = answer_empty(item);
    answer.state = ANSWER_GIVEN;
    answer.spent_ms = person->rating_ms + (int64_t)chance_below(chance, 1000);
    switch (item_kind_shape(item->kind)) {
    case SHAPE_PAIR:
        answer.spent_ms += person->block_ms - person->rating_ms;
        sample_answer_pairs(item, person, chance, &answer);
        break;
    case SHAPE_NUMBER:
        if (item->kind == ITEM_VAS)
            answer.number = (double)chance_below(chance, 1001) / 10;
        else
            sample_rate(item, person, chance, &answer);
        break;
    case SHAPE_ROWS:
        for (size_t row = 0; row < item->grid.row_count; row++)
            answer.columns[row] =
                item->option_count == 7
                    ? (int16_t)(sample_clip(
                                    person->effectiveness[sample_situation(item)][row] +
                                        .5 * sample_noise(chance),
                                    1, 7) -
                                1)
                    : (int16_t)chance_below(chance, item->option_count);
        break;
    case SHAPE_PICK:
        answer.pick = (int16_t)chance_below(chance, item->option_count);
        break;
    case SHAPE_TICKS:
        for (size_t i = 0; i < item->option_count; i++)
            answer.is_ticked[i] = chance_below(chance, 2) != 0;
        break;
    case SHAPE_ORDER:
        sample_order(item, chance, &answer);
        break;
    case SHAPE_TEXT:
        answer.text = sample_words(item, chance);
        break;
    case SHAPE_NONE:
        break;
    }
    return answer;
}

/* is_sample_same(item, a, b): whether the two answers to `item` are the same in all. */
static inline bool is_sample_same(const struct item *item, const struct answer *a,
                                  const struct answer *b)
{
    return a->state == b->state && a->spent_ms == b->spent_ms &&
           a->change_count == b->change_count &&
           is_span_equal(answer_content(item, a), answer_content(item, b));
}

/* sample_sit(arena, assessment, role, seed, person): a finished sitting of `person`. */
static inline struct sitting *sample_sit(struct arena *arena,
                                         const struct assessment *assessment,
                                         enum role role, uint64_t seed,
                                         const struct sample_person *person)
{
    struct sitting *sitting = sample_begin(arena, assessment, role, seed);
    struct chance chance = chance_init(person->seed);
    for (size_t part = 0; part < assessment->part_count; part++) {
        const struct questionnaire *questionnaire = assessment->parts[part].questionnaire;
        for (size_t i = 0; i < questionnaire->item_count; i++) {
            if (assessment->parts[part].role != role)
                continue;
            /* document order, so that the answers do not depend on the seed of the order */
            const int step = sitting->part_steps[part].step_of_item[i];
            const struct answer answer =
                sample_answer(person, &questionnaire->items[i], &chance);
            sitting_put(sitting, (size_t)step, &answer);
        }
    }
    sitting->is_finished = 1;
    return sitting;
}

/* sample_raters(arena, assessment, count, shared_seed, share): finished rater sittings of
 * `count` people who see the place `share` (0..1) alike. */
static inline const struct sitting **sample_raters(struct arena *arena,
                                                   const struct assessment *assessment,
                                                   size_t count, uint64_t shared_seed,
                                                   double share)
{
    const struct sitting **sittings = arena_array(arena, const struct sitting *, count);
    for (size_t i = 0; i < count; i++) {
        const struct sample_person rater =
            sample_person_of(shared_seed * 1000 + i, shared_seed, share);
        sittings[i] =
            sample_sit(arena, assessment, ROLE_RATER, shared_seed * 77 + i, &rater);
    }
    return sittings;
}

/* sample_random_person(seed): somebody to whom everything is worth the same. */
static inline struct sample_person sample_random_person(uint64_t seed)
{
    struct sample_person person = {.rating_ms = 5500, .block_ms = 18000, .seed = seed};
    for (size_t i = 0; i < SAMPLE_DRIVERS; i++)
        person.driver[i] = 3;
    return person;
}

#endif
