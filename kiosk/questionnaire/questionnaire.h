/* questionnaire: what a document in Open Scale Definition (and our extension x-resonance) says.
 *
 *   FILE.osd --questionnaire_read--> struct questionnaire   (never changes again)
 *
 *   questionnaire
 *     |- languages[]: code, key -> text
 *     |- items[] in document order; each knows its section, its condition, its kind's fields
 *     |- sections[], dimensions[], blocks[] (scoring), computed[]
 *
 * questionnaires/FORMAT.md is the specification; its examples are tests. Where the format is
 * silent the decisions are written there. Texts are looked up by key, language and frame with
 * questionnaire_text. */
#ifndef QUESTIONNAIRE_QUESTIONNAIRE_H
#define QUESTIONNAIRE_QUESTIONNAIRE_H

#include "base/span.h"
#include "questionnaire/fault.h"
#include "questionnaire/item_kind.h"

#include <stdbool.h>

enum {
    QUESTIONNAIRE_BYTES_MAX = 4 * 1024 * 1024,
    QUESTIONNAIRE_DEPTH_MAX = 64,
    QUESTIONNAIRE_ARENA_BYTES =
        512 * 1024 * 1024, /* more than the worst document can need */
    OPTIONS_MAX = 64,      /* options, rows, columns, statements of one item */
    NO_SECTION = -1,
    WEIGHT_MAX = 5, /* of a dimension */
};

struct text_entry {
    struct span key, text;
    size_t line, column; /* in the document */
};

struct language {
    struct span code;           /* BCP 47, as written */
    struct text_entry *entries; /* sorted by key bytes */
    size_t entry_count;
    size_t missing_count; /* texts that the document uses and this language lacks */
};

/* One choice of a multi, multicheck, grid column, likert label, or a row or statement. */
struct option {
    struct span value;    /* compared as text; for rows and statements the id */
    struct span text_key; /* empty: no label */
    double number;        /* numeric value where it has one, else NAN */
    int dimension;        /* statements: index into questionnaire.dimensions; else -1 */
    double desirability;  /* statements: what judges gave it; NAN: not rated */
};

/* Two people allow an item to touch topics that are not asked about otherwise. */
struct exception {
    struct span *topics;
    size_t topic_count;
    struct span reason;
    struct span by[2];
};

/* The rules an answer can break, in the order they are checked. */
enum item_check {
    CHECK_NONE,
    CHECK_MIN_LENGTH,
    CHECK_MAX_LENGTH,
    CHECK_MIN_WORDS,
    CHECK_MAX_WORDS,
    CHECK_NUMBER, /* a number item holds something else */
    CHECK_NUMBER_MIN,
    CHECK_NUMBER_MAX,
    CHECK_MIN_SELECTED,
    CHECK_MAX_SELECTED,
    CHECK_COUNT,
};

struct condition; /* condition.h */

/* What items have of their own, by the shape of their answers (answer_shape.def); a shape that
 * is not named here has nothing.
 *
 * SHAPE_NUMBER: the values that can be given. A likert has `points` of them, from low in steps
 * of step; a vas is a line with two named ends. */
struct item_scale {
    double low, high, step;
    int points;
    bool is_reversed; /* display only */
    bool is_scorable; /* points and range agree, so that a score can be made */
    struct span low_key, high_key;
};

/* SHAPE_TICKS: how many options may be chosen; 0: no limit. */
struct item_ticks {
    size_t selected_min, selected_max;
};

/* SHAPE_ROWS: the lines, each answered with one of the options, whose numbers have a range. */
struct item_grid {
    struct option *rows;
    size_t row_count;
    double low, high;
};

/* SHAPE_PAIR. */
struct item_block {
    int parallel_class; /* best-worst: 1.. = which group of blocks; 0 none */
};

/* SHAPE_TEXT: lengths in code points and words, 0: no limit; numbers NAN: none. */
struct item_words {
    size_t length_min, length_max;
    size_t words_min, words_max;
    double number_min, number_max;
};

/* All of an item that does not depend on its kind, and then what does: the shape of the kind's
 * answers says which member of the union holds. */
struct item {
    struct span id;
    enum item_kind kind;
    struct span text_key;
    struct span head_key;  /* question_head after inheritance; may be empty */
    struct span dimension; /* as written, may be empty */
    int section;           /* index, or NO_SECTION: before the first marker */
    bool is_required;
    int random_group;               /* 0: stays in place */
    struct condition *visible_when; /* NULL: always */
    struct condition *gate;         /* NULL: none; not satisfied: the sitting ends */
    struct span gate_text_key;
    struct span alias;
    struct span check_keys[CHECK_COUNT]; /* the document's own words; may be empty */

    /* options of multi and multicheck; columns of a grid; labels of a likert (by value) and
     * anchors of a vas; statements, in document order */
    struct option *options;
    size_t option_count;

    /* x-resonance */
    struct span why_key;    /* "why we ask", may be empty */
    struct span picture;    /* name of a picture of the assessment, may be empty */
    struct span instructed; /* value that an instructed item asks for, may be empty */
    struct exception *exception; /* NULL: none */
    size_t line, column;         /* in the document, for later faults */

    union {
        struct item_scale scale;
        struct item_ticks ticks;
        struct item_grid grid;
        struct item_block block;
        struct item_words words;
    };
};

/* questionnaire_item_places(item): what of `item` has a place on the screen, in document order:
 * the rows of a grid, else the options. */
struct option_list {
    const struct option *all;
    size_t count;
};
struct option_list questionnaire_item_places(const struct item *item);

struct section {
    struct span id, title_key;
    struct condition *visible_when;
    bool is_revisable;
    bool is_shuffled; /* x-resonance or randomize: items of the section change places */
};

struct dimension {
    struct span id,
        name; /* name: text key or plain text; questionnaire_text resolves both */
    struct span description; /* what it means: text key or plain text; may be empty */
    struct span construct;   /* beliefs, values, purpose, goals, motivations, driver */
    struct span why, agreed; /* x-resonance: why it matters for the work; by whom, when */
    double
        default_weight; /* x-resonance: 0 to 5, how much it counts unless a vacancy says */
    struct span weight_why; /* why it is not 1; may be empty when it is */
    bool is_sample; /* x-resonance: that reason is a sample, of a made-up company */
    struct span enabled_param;
    bool is_selectable, is_enabled;
    struct condition *visible_when;
    size_t line, column; /* in the document */
};

struct scoring; /* osd_score.h: blocks, norms, computed values */

struct questionnaire {
    struct span file;
    struct span code, name, description, version, license, citation;
    struct language *languages;
    size_t language_count;
    struct item *items; /* without the section markers */
    size_t item_count;
    struct section *sections;
    size_t section_count;
    struct dimension *dimensions;
    size_t dimension_count;
    struct scoring *scoring; /* never NULL; may be empty */
    struct parameter *parameters;
    size_t parameter_count;
    struct span *frames; /* x-resonance.frames: those the texts know, may be none */
    size_t frame_count;
    bool is_shuffling; /* parameter shuffle_questions */
    bool is_sample;    /* x-resonance: it tells of a made-up company, to be replaced */
    unsigned char hash[32]; /* not set by the reader, but by who owns hashing */
};

struct parameter {
    struct span name, type, value; /* value: default as text; booleans "1" or "0" */
};

/* questionnaire_read(arena, file, bytes, faults, out_questionnaire):
 * Reads the document in `bytes` (UTF-8 JSON, at most QUESTIONNAIRE_BYTES_MAX, at most
 * QUESTIONNAIRE_DEPTH_MAX deep) into `arena`; `file` is the name for messages. All that is
 * wrong is added to `faults`. STATUS_BAD_INPUT when one of them is an error;
 * `out_questionnaire` is set all the same, so that a tool can list what is there; NULL only
 * when there is no definition to read. */
must_check enum status questionnaire_read(struct arena *arena, struct span file,
                                          struct span bytes, struct fault_list *faults,
                                          struct questionnaire **out_questionnaire);

/* questionnaire_text(questionnaire, language, frame, key):
 * The text for `key`: tries "key@frame" then "key", each in `language`, then the language
 * without region, then English, then the first language; at last `key` itself. `frame`
 * may be empty. Codes compare without case and with _ as -. */
struct span questionnaire_text(const struct questionnaire *questionnaire,
                               struct span language, struct span frame, struct span key);

/* questionnaire_parameter(questionnaire, name): the parameter or NULL. */
const struct parameter *questionnaire_parameter(const struct questionnaire *questionnaire,
                                                struct span name);

/* questionnaire_row(questionnaire, id, out_item, out_row): whether `id` names a row of a grid,
 * as conditions and scoring do ("GRID_2" is the second row of GRID); the index of the grid is
 * in `out_item` then, the row from 0 in `out_row`. */
bool questionnaire_row(const struct questionnaire *questionnaire, struct span id,
                       size_t *out_item, size_t *out_row);
/* questionnaire_row_split(id, out_grid, out_row): the two parts of such an `id`; false when it
 * does not look like one. */
bool questionnaire_row_split(struct span id, struct span *out_grid, size_t *out_row);

/* questionnaire_language(questionnaire, code): the language `code` (compared as above, the
 * region counts), or NULL. has_questionnaire_language_text(language, frame, key, out_text):
 * whether `language` itself has a text under "key@frame" (empty `frame`: "key"); `out_text` may
 * be NULL. */
const struct language *questionnaire_language(const struct questionnaire *questionnaire,
                                              struct span code);
bool has_questionnaire_language_text(const struct language *language, struct span frame,
                                     struct span key, struct span *out_text);
/* questionnaire_language_entry(language, frame, key): the same entry with its place, or NULL. */
const struct text_entry *questionnaire_language_entry(const struct language *language,
                                                      struct span frame, struct span key);

/* questionnaire_dimension(questionnaire, id): the index of the dimension, or -1.
 * questionnaire_item(questionnaire, id): the item or NULL. */
int questionnaire_dimension(const struct questionnaire *questionnaire, struct span id);
const struct item *questionnaire_item(const struct questionnaire *questionnaire,
                                      struct span id);

#endif
