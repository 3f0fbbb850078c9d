/* small, tiny: the sample with less of everything. Their documents have every field of a large one
 * and are read in a fraction of the time, so that most of a search goes through them. The small one
 * has as much as a figure needs; the tiny one is too small for it. */
#ifndef FUZZ_SMALL_H
#define FUZZ_SMALL_H

#include "sample.h"

enum { SMALL_DIMENSIONS = 8, SMALL_BLOCKS = 6, TINY_DIMENSIONS = 4, TINY_BLOCKS = 1 };

/* The first dimensions of the sample in its first blocks, which show each one equally often. */
static inline struct questionnaire *small_values(struct arena *arena, bool is_tiny)
{
    static const unsigned char shown[SMALL_BLOCKS][4] = {{1, 2, 3, 4}, {5, 6, 7, 8},
                                                         {1, 2, 5, 6}, {3, 4, 7, 8},
                                                         {1, 3, 5, 7}, {2, 4, 6, 8}};
    struct questionnaire *values = sample_values(arena);
    values->dimension_count = is_tiny ? TINY_DIMENSIONS : SMALL_DIMENSIONS;
    values->item_count = is_tiny ? TINY_BLOCKS : SMALL_BLOCKS;
    values->section_count = 1 + values->item_count / 4;
    for (size_t block = 0; block < values->item_count; block++)
        for (size_t i = 0; i < 4; i++) {
            struct option *option = &values->items[block].options[i];
            option->dimension = shown[block][i] - 1;
            option->value =
                span_format(arena, "%s_%zu", sample_dimensions[option->dimension], block);
        }
    return values;
}

/* The first driver alone, and one instructed rating. */
static inline struct questionnaire *small_ratings(struct arena *arena)
{
    struct questionnaire *ratings = sample_ratings(arena);
    size_t kept = 0;
    for (size_t i = 0; i < ratings->item_count; i++) {
        const struct item *item = &ratings->items[i];
        if (is_span(item->dimension, sample_drivers[0]) ||
            is_span(item->id, "instructed_1"))
            ratings->items[kept++] = *item;
    }
    ratings->item_count = kept;
    ratings->dimension_count = ratings->scoring->block_count = 1;
    return ratings;
}

static inline const struct questionnaire *small_situation(struct arena *arena,
                                                          const struct part *part)
{
    struct questionnaire *situation = arena_new(arena, struct questionnaire);
    *situation = *part->questionnaire;
    situation->item_count = 1;
    return situation;
}

/* small_assessment(arena, is_tiny, version): sample_assessment_ranked with small or tiny documents,
 * a hash of its own, and scored by `version`. */
static inline const struct assessment *small_assessment(struct arena *arena, bool is_tiny,
                                                        int version)
{
    struct assessment *assessment = sample_assessment_ranked(arena);
    const struct questionnaire *values = small_values(arena, is_tiny);
    const struct questionnaire *ratings = small_ratings(arena);
    memset(assessment->hash, 0x5a, sizeof assessment->hash);
    assessment->scoring_version = version;
    for (size_t i = 0; i < assessment->part_count; i++) {
        struct part *part = &assessment->parts[i];
        if (part->use == PART_RESONANCE)
            part->questionnaire = values;
        if (part->use == PART_DRIVERS)
            part->questionnaire = ratings;
        if (part->use == PART_SITUATIONS)
            part->questionnaire = small_situation(arena, part);
    }
    return assessment;
}

#endif
