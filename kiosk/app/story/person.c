#include "app/story/person.h"

#include "base/hash.h"

#include <math.h>

struct person person_init(void)
{
    return (struct person){.chance = chance_init(1), .noise = 0.6, .pace_ms = 6000};
}

static enum status leaning_read(const struct script_line *line, struct span word,
                                struct person *person)
{
    const size_t equals = span_find(word, '=');
    double value;
    if (equals == word.count ||
        !span_to_number(span_cut(word, equals + 1, word.count), &value))
        return fail(STATUS_BAD_INPUT, "line %zu: '%.*s' is not a word of person",
                    line->number, SPAN_ARGS(word));
    if (person->leaning_count == PERSON_LEANINGS_MAX)
        return fail(STATUS_BAD_INPUT, "line %zu: more than %d leanings", line->number,
                    PERSON_LEANINGS_MAX);
    person->leanings[person->leaning_count++] =
        (struct person_leaning){span_cut(word, 0, equals), value};
    return OK;
}

static int setting_read(const struct script_line *line, size_t *at, struct person *person)
{
    const struct span word = line->words[*at], next = script_word(line, *at + 1);
    double value = 0;
    const bool has_value = span_to_number(next, &value);
    if (is_span(word, "random"))
        person->kind = PERSON_RANDOM;
    else if (is_span(word, "careless"))
        person->kind = PERSON_CARELESS;
    else if (is_span(word, "seed") && has_value)
        person->chance = chance_init((uint64_t)value), ++*at;
    else if (is_span(word, "noise") && has_value)
        person->noise = value, ++*at;
    else if (is_span(word, "pace") && has_value)
        person->pace_ms = (int64_t)(value * 1000), ++*at;
    else if (is_span(word, "words"))
        person->words = next, ++*at;
    else
        return 0;
    return 1;
}

enum status person_read(const struct script_line *line, struct person *person)
{
    *person = person_init();
    for (size_t at = 1; at < line->count; at++) {
        if (setting_read(line, &at, person))
            continue;
        const enum status status = leaning_read(line, line->words[at], person);
        if (status != OK)
            return status;
    }
    return OK;
}

static bool is_leaning_for(struct span named, struct span frame, struct span id)
{
    const size_t colon = span_find(named, ':');
    if (colon == named.count)
        return is_span_equal(named, id);
    return is_span_equal(span_cut(named, 0, colon), frame) &&
           is_span_equal(span_cut(named, colon + 1, named.count), id);
}

/* The last leaning named counts, so one for a frame stands after the general one. */
static double leaning(const struct person *person, struct span id, double otherwise)
{
    for (size_t i = person->leaning_count; i > 0; i--)
        if (is_leaning_for(person->leanings[i - 1].id, person->frame, id))
            return person->leanings[i - 1].value;
    return otherwise;
}

/* What nobody named: everybody leans a little, the same way, so that choices hold together and
 * ratings differ, as those of a person do. */
static double taste(struct span id, double low, double high)
{
    struct chance chance = chance_init(hash_mix(HASH_START, id.data, id.count));
    return low + (high - low) * chance_unit(&chance);
}

static double gumbel(struct chance *chance)
{
    return -log(-log(chance_unit(chance) * 0.999999 + 0.0000005));
}

/* A leaning may name the statement itself, or its dimension. */
static double appeal_of(const struct person *person,
                        const struct questionnaire *questionnaire,
                        const struct option *option)
{
    double otherwise = 0;
    if (option->dimension >= 0) {
        const struct span id = questionnaire->dimensions[option->dimension].id;
        otherwise = leaning(person, id, taste(id, -2, 2));
    }
    return leaning(person, option->value, otherwise);
}

/* What each option is worth at this moment. */
static void weigh(struct person *person, const struct questionnaire *questionnaire,
                  const struct item *item, double *appeal)
{
    for (size_t i = 0; i < item->option_count; i++) {
        const double lean = person->kind == PERSON_STEADY
                                ? appeal_of(person, questionnaire, &item->options[i])
                                : 0;
        const double noise = person->kind == PERSON_STEADY ? person->noise : 1;
        appeal[i] = person->kind == PERSON_CARELESS
                        ? -(double)i
                        : lean + noise * gumbel(&person->chance);
    }
}

void person_choose(struct person *person, const struct questionnaire *questionnaire,
                   const struct item *item, int *out_best, int *out_worst)
{
    double appeal[OPTIONS_MAX];
    int best = 0, worst = 0;
    weigh(person, questionnaire, item, appeal);
    for (size_t i = 0; i < item->option_count; i++) {
        if (appeal[i] > appeal[best])
            best = (int)i;
        if (appeal[i] < appeal[worst])
            worst = (int)i;
    }
    *out_best = best;
    *out_worst = worst == best ? (best == 0 ? 1 : 0) : worst;
}

void person_order(struct person *person, const struct questionnaire *questionnaire,
                  const struct item *item, int out_order[OPTIONS_MAX])
{
    double appeal[OPTIONS_MAX];
    weigh(person, questionnaire, item, appeal);
    for (size_t i = 0; i < item->option_count; i++) {
        size_t place = i;
        for (; place > 0 && appeal[i] > appeal[out_order[place - 1]]; place--)
            out_order[place] = out_order[place - 1];
        out_order[place] = (int)i;
    }
}

/* `level` on a scale from 1 to `count`, with noise, as a step from 0. */
static int noisy_step(struct person *person, double level, int count)
{
    const double noisy =
        level + person->noise * 1.2 * (chance_unit(&person->chance) - 0.5) + 0.5;
    const int step = (int)floor(noisy) - 1;
    return step < 0 ? 0 : step >= count ? count - 1 : step;
}

/* The step that a steady person's level means, mirrored where the item's text says the opposite:
 * by convention the fourth item of a driver. */
static int steady_rating(struct person *person, const struct item *item, int count)
{
    const struct span id = item->id;
    const bool is_opposite = id.count > 2 && id.data[id.count - 1] == '4';
    const double level =
        leaning(person, item->dimension, taste(item->dimension, 3.6, 4.6));
    return noisy_step(person, is_opposite ? count + 1 - level : level, count);
}

int person_rate(struct person *person, const struct item *item, int count)
{
    int64_t instructed;
    if (person->kind == PERSON_CARELESS)
        return 0;
    if (person->kind == PERSON_RANDOM)
        return (int)chance_below(&person->chance, (uint64_t)count);
    if (span_to_integer(item->instructed, &instructed))
        return (int)instructed - 1;
    return steady_rating(person, item, count);
}

int person_rate_row(struct person *person, const struct option *row, int count)
{
    if (person->kind == PERSON_CARELESS)
        return 0;
    if (person->kind == PERSON_RANDOM)
        return (int)chance_below(&person->chance, (uint64_t)count);
    return noisy_step(person, leaning(person, row->value, (count + 1) / 2.0), count);
}
