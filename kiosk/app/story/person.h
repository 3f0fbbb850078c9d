/* person: who answers in a story: leanings per dimension, some noise, a pace. The same seed gives
 * the same answers.
 *
 *   person  seed 7  noise 0.6  pace 6  growth=2  rhythm=-1  learning=4  needed:candour=2
 */
#ifndef APP_STORY_PERSON_H
#define APP_STORY_PERSON_H

#include "app/story/script.h"
#include "base/chance.h"
#include "sitting/sitting.h"

enum { PERSON_LEANINGS_MAX = 80 };

enum person_kind {
    PERSON_STEADY,   /* by leanings and noise */
    PERSON_RANDOM,   /* anything, at a normal pace */
    PERSON_CARELESS, /* always the first, fast */
};

struct person {
    enum person_kind kind;
    struct chance chance;
    double noise;    /* scale of the Gumbel noise added to each leaning */
    int64_t pace_ms; /* per item */
    struct person_leaning {
        /* of a dimension or statement (utility), a driver (level 1..5), a row of a grid (level
         * from 1) */
        struct span id;
        double value;
    } leanings[PERSON_LEANINGS_MAX];
    size_t leaning_count;
    struct span frame; /* of the part being answered */
    struct span words; /* what is typed into text items; empty: leaves them blank */
};

/* person_init(): steady, seed 1, noise .6, 6 s an item. */
struct person person_init(void);

/* person_read(line, person): the words of a `person` step. STATUS_BAD_INPUT names the word. */
must_check enum status person_read(const struct script_line *line, struct person *person);

/* person_choose(person, questionnaire, item, out_best, out_worst): two different statements of a
 * best-worst or most-least item, document order. */
void person_choose(struct person *person, const struct questionnaire *questionnaire,
                   const struct item *item, int *out_best, int *out_worst);

/* person_order(person, questionnaire, item, out_order): all options of `item`, what appeals most
 * first; document order. */
void person_order(struct person *person, const struct questionnaire *questionnaire,
                  const struct item *item, int out_order[OPTIONS_MAX]);

/* person_rate(person, item, count): one of `count` options in order, from 0, for a rating; an
 * instructed item is obeyed unless the person is careless or random. */
int person_rate(struct person *person, const struct item *item, int count);

/* person_rate_row(person, row, count): the same for one row of a grid, by a leaning that names the
 * row; without one the middle. */
int person_rate_row(struct person *person, const struct option *row, int count);

#endif
