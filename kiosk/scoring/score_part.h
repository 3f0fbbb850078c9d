/* score_part: the answers of one part of a sitting in the shapes that the statistics take.
 * Everything is in the order of the document, so the shuffled order that the person saw
 * cannot change a single bit of a score. */
#ifndef SCORING_SCORE_PART_H
#define SCORING_SCORE_PART_H

#include "measure/bestworst.h"
#include "sitting/sitting.h"

enum { NO_PART = -1 };
/* The standard error of a driver, in points of its scale, until its reliability is known. */
#define SCORE_PART_SEM_ASSUMED .35

/* score_part_find(sitting, use, frame): the first part of the sitting's role with this `use`
 * and `frame` (empty: any), as an index into the assessment's parts, or NO_PART. */
int score_part_find(const struct sitting *sitting, enum part_use use, struct span frame);

/* score_part_answer(sitting, part, item): the answer of item number `item` of `part` when it
 * is given, complete and counts; NULL otherwise. */
const struct answer *score_part_answer(const struct sitting *sitting, size_t part,
                                       size_t item);

/* score_part_blocks(arena, sitting, part, out_count): the best-worst blocks of `part`, their
 * objects the indices of the questionnaire's dimensions; blocks that hold a statement without
 * a dimension are left out. */
struct bestworst_block *score_part_blocks(struct arena *arena,
                                          const struct sitting *sitting, size_t part,
                                          size_t *out_count);

/* score_part_scores(arena, sitting, part, count, out_scores): the count score of each of the
 * `count` dimensions of `part`; NAN where one was shown less than RESONANCE_SHOWN_LEAST times.
 * `arena` is for scratch. */
void score_part_scores(struct arena *arena, const struct sitting *sitting, size_t part,
                       size_t count, double *out_scores);

/* The level of one driver in one sitting. */
struct driver_level {
    struct span id;
    size_t answered;
    double score, sem; /* NAN: too few answered; sem is the document's, else .35 */
};

/* score_part_drivers(arena, sitting, part, out_count): the levels of every dimension of `part`
 * that has a scoring block of its name. */
struct driver_level *score_part_drivers(struct arena *arena,
                                        const struct sitting *sitting, size_t part,
                                        size_t *out_count);

/* Ratings coded in the direction of their drivers, one driver after the other. An answer is the
 * number of its option from the low end, in units of the SD that choosing blindly among the
 * options would have, sqrt((points^2 - 1) / 12); NAN where one is missing. */
struct keyed_ratings {
    const double *answers;
    const size_t *scale_sizes;
    size_t scale_count;
};

/* score_part_keyed(arena, sitting, part): the likert answers of every driver of `part`, as the
 * scoring block of its name codes them. */
struct keyed_ratings score_part_keyed(struct arena *arena, const struct sitting *sitting,
                                      size_t part);

/* score_part_scales(questionnaire, out_dimensions, most): the dimensions, as indices, that have a
 * scoring block of their name, at most `most` of them; returns how many.
 * score_part_scale_size(questionnaire, dimension): the likert items of such a dimension.
 * score_part_keyed_most(questionnaire): of all of them together. */
size_t score_part_scales(const struct questionnaire *questionnaire,
                         size_t *out_dimensions, size_t most);
size_t score_part_scale_size(const struct questionnaire *questionnaire, size_t dimension);
size_t score_part_keyed_most(const struct questionnaire *questionnaire);

#endif
