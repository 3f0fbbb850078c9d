/* quality: can this session be interpreted? Indices of runs, spread and consistency (Curran
 * 2016; Meade & Craig 2012; Dunn et al. 2018). They say nothing about honesty.
 * Formulas: questionnaires/SCORING.md, Response quality. */
#ifndef MEASURE_QUALITY_H
#define MEASURE_QUALITY_H

#include "base/arena.h"

/* quality_runs(answers, count, out_longest, out_average): `answers` to `count` items in shown
 * order, NAN = missing. `out_longest` is the longest run of equal answers; `out_average` is
 * `count` over the number of runs. A missing answer ends a run and is a run of its own of 1. */
void quality_runs(const double *answers, size_t count, size_t *out_longest,
                  double *out_average);

/* quality_spread(arena, answers, count, quarter): the SD of the answers of one `quarter` (1..4) of
 * the form, item j of p belonging to quarter max(1, ceil(4(j-1)/(p-1))); of all with `quarter` 0.
 * NAN below 2 answers. `arena` is for scratch. */
double quality_spread(struct arena *arena, const double *answers, size_t count,
                      size_t quarter);

/* quality_mahalanobis(arena, answers, person_count, item_count, out_distances): d' S^-1 d for each
 * row of `answers`, d the deviations from the column means (0 where missing), S the pairwise
 * covariances (Mahalanobis 1936). NAN for all when S cannot be inverted or there are not more
 * people than items, and for a row without answers. `arena` is for scratch. */
void quality_mahalanobis(struct arena *arena, const double *answers, size_t person_count,
                         size_t item_count, double *out_distances);

/* quality_even_odd(arena, answers, scale_sizes, scale_count): over consecutive scales of
 * `scale_sizes` items the means of the 1st, 3rd, ... and of the 2nd, 4th, ... item (those that
 * are answered), correlated over scales and stepped up, 2r/(1+r), not below -1 (Johnson 2005).
 * High = consistent. NAN below 3 of `scale_count` scales with both halves. `arena` is for
 * scratch. */
double quality_even_odd(struct arena *arena, const double *answers,
                        const size_t *scale_sizes, size_t scale_count);

/* quality_scatter(answers, scale_sizes, scale_count): the SD of the answers around the means of
 * their own scales, over consecutive scales of `scale_sizes` items coded in one direction: the root
 * of the pooled squares over the pooled degrees of freedom (inter-item SD; Marjanovic et al.
 * 2015). High = answers within a scale that have nothing to do with each other. NAN below 10
 * degrees of freedom over all of `scale_count` scales. */
double quality_scatter(const double *answers, const size_t *scale_sizes,
                       size_t scale_count);

struct quality_pairs {
    size_t *earlier, *later; /* item indices */
    size_t count;
};

enum quality_kind { QUALITY_SYNONYMS, QUALITY_ANTONYMS };

/* quality_find_pairs(arena, answers, person_count, item_count, kind, limit, out_pairs): the pairs
 * of items whose pairwise sample correlation is above `limit` (synonyms) or below -`limit`
 * (antonyms, by `kind`), in `arena`. */
void quality_find_pairs(struct arena *arena, const double *answers, size_t person_count,
                        size_t item_count, enum quality_kind kind, double limit,
                        struct quality_pairs *out_pairs);
/* quality_pair_correlation(arena, answers, pairs): one person's correlation over `pairs`, earlier
 * item against later. `arena` is for scratch. */
double quality_pair_correlation(struct arena *arena, const double *answers,
                                const struct quality_pairs *pairs);

#endif
