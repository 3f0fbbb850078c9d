/* osd_score: the scores that a document itself defines.
 *
 *   block    = method over coded answers (and other blocks), then transforms -> value -> norm label
 *   computed = expression over answers, parameters, blocks and other computed values
 *
 * What is missing stays missing (NAN), it never becomes 0. Blocks may need each other in any
 * depth; a circle is a fault of the document and leaves its blocks without value. The formulas
 * are those of Open Scale Definition 1.0.12; where it is silent, see questionnaires/FORMAT.md,
 * "Scoring". */
#ifndef QUESTIONNAIRE_OSD_SCORE_H
#define QUESTIONNAIRE_OSD_SCORE_H

#include "questionnaire/answer.h"

#include <stdbool.h>

enum score_method {
#define SCORE_METHOD(name, word) SCORE_##name,
#include "questionnaire/score_method.def"
#undef SCORE_METHOD
    SCORE_NOT_KNOWN, /* no value */
};

enum { NO_BLOCK = -1 };

/* One thing that goes into a block. */
struct score_input {
    struct span id;    /* of an item, a grid row (GRID_2) or a block */
    int block;         /* index of the block it is, or NO_BLOCK */
    int coding;        /* 1, or -1: reversed in the item's range; a block is negated */
    double weight;     /* NAN: none */
    const double *map; /* value_map: map[v - low]; NULL: none */
    size_t map_count;
    const struct span *correct; /* accepted texts, for sum_correct */
    size_t correct_count;
    double low, high; /* range of the item for reversing, NAN: none */
    bool is_scorable; /* false: its points contradict its range */
};

enum transform_op {
    TRANSFORM_ADD,
    TRANSFORM_SUBTRACT,
    TRANSFORM_MULTIPLY,
    TRANSFORM_DIVIDE
};

/* What a step works with: a number, or a statistic of the block's coded item inputs. */
enum transform_operand {
    OPERAND_NUMBER,
    OPERAND_MEAN,
    OPERAND_SUM,
    OPERAND_SD,
    OPERAND_MIN,
    OPERAND_MAX,
    OPERAND_RANGE,
    OPERAND_N,
};

struct transform {
    enum transform_op op;
    enum transform_operand operand;
    double number;
};

struct score_norm {
    double low, high;  /* both belong to the range; -INFINITY, INFINITY: open */
    struct span label; /* text key or plain text */
};

struct score_block {
    struct span id, description;
    enum score_method method;
    struct score_input *inputs;
    size_t input_count;
    struct transform *transforms;
    size_t transform_count;
    struct score_norm *norms;
    size_t norm_count;
    size_t minimum;    /* x-resonance: fewest inputs that must be there; 0: one */
    double sem;        /* x-resonance: standard error of measurement; NAN: not known */
    bool is_in_circle; /* needs itself */
    size_t line;       /* in the document */
};

struct expression; /* expression.h */

struct computed {
    struct span name, label;
    struct expression *expression; /* NULL: not understood, no value */
    bool is_boolean;
    struct score_norm *norms;
    size_t norm_count;
};

struct scoring {
    struct score_block *blocks;
    size_t block_count;
    struct computed *computed;
    size_t computed_count;
};

/* The value of one block or computed value. */
struct score_value {
    double raw;         /* before the transforms; NAN: missing */
    double value;       /* after them */
    size_t input_count; /* inputs used */
    struct span label;  /* of the norm the value falls into; may be empty */
};

struct osd_scores {
    struct score_value *blocks;   /* order of scoring->blocks */
    struct score_value *computed; /* order of scoring->computed */
};

/* osd_score(arena, questionnaire, source):
 * All blocks and computed values of `questionnaire` over the answers of `source`, in
 * `arena`. */
struct osd_scores osd_score(struct arena *arena,
                            const struct questionnaire *questionnaire,
                            const struct answer_source *source);

/* osd_score_write(arena, questionnaire, scores): `scores` of `questionnaire` as canonical JSON:
 * {"computed":{name: value},"details":{block: {"inputs","label","raw"}},"scores":{block: value}},
 * null where a value is missing. */
struct span osd_score_write(struct arena *arena,
                            const struct questionnaire *questionnaire,
                            const struct osd_scores *scores);

/* osd_score_block(scoring, id): index of the block, or NO_BLOCK. */
int osd_score_block(const struct scoring *scoring, struct span id);

#endif
