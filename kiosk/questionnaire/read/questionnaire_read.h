/* questionnaire_read: what the parts of the reader share. Only they include this.
 *
 *   questionnaire_read_whole.c      container, information, parameters, dimensions, order of work
 *   questionnaire_read_index.c      limits of lists; items by id
 *   questionnaire_read_text.c       languages; every text key that is used is looked for
 *   questionnaire_read_item.c       what all items have
 *   questionnaire_read_kind.c       what the kinds have, a table
 *   questionnaire_read_range.c      ranges of likert and vas
 *   questionnaire_read_check.c      rules for answers
 *   questionnaire_read_exception.c  a topic that two people allow
 *   questionnaire_read_order.c      sections, shuffling, branches
 *   questionnaire_read_condition.c  visible_when and gate
 *   questionnaire_read_score.c      scoring and computed values */
#ifndef QUESTIONNAIRE_READ_QUESTIONNAIRE_READ_H
#define QUESTIONNAIRE_READ_QUESTIONNAIRE_READ_H

#include "questionnaire/condition.h"
#include "questionnaire/read/document.h"
#include "questionnaire/osd_score.h"
#include "questionnaire/questionnaire.h"

#include <stdbool.h>

enum {
    ITEMS_MAX = 2000,
    SECTIONS_MAX = 500,
    LANGUAGES_MAX = 64,
    BLOCKS_MAX = 500,
    ID_BYTES_MAX = 200,
    DIMENSIONS_MAX = 200,
    FRAMES_MAX = 8,
    SCORE_LIST_MAX = 128, /* accepted texts or mapped values of one input */
};

/* A text key the document uses, and where. */
struct wanted_text {
    struct span key;
    const struct json *place;
    struct wanted_text *next;
};

struct reading {
    struct document document;
    struct questionnaire *questionnaire;
    const struct json *definition;
    const struct json *likert;       /* likert_options or NULL */
    const struct json *translations; /* or NULL */
    struct wanted_text *wanted, *last_wanted;
    const struct json *fixed;  /* ids that keep their places in this section, or NULL */
    const struct item **by_id; /* the items sorted by id, then by place */
    const struct json **item_places, **section_places; /* where each stood */
    bool has_random_group;                             /* some item gives one */
    int default_required;                              /* 1, 0, or -1: by kind */
};

/* questionnaire_read_limit(reading, list, max, what): how many children of `list` (may be NULL) are
 * read: all, or `max` with an error that names `what` there are too many of. */
size_t questionnaire_read_limit(struct reading *reading, const struct json *list,
                                size_t max, const char *what);

/* questionnaire_read_key(reading, object, key): the text key in member `key`, now wanted. */
struct span questionnaire_read_key(struct reading *reading, const struct json *object,
                                   const char *key);
/* questionnaire_read_want(reading, key, place): `key` must have a text. */
void questionnaire_read_want(struct reading *reading, struct span key,
                             const struct json *place);
/* questionnaire_read_texts(reading): the languages with their texts.
 * questionnaire_read_check_texts(reading): faults for the wanted keys that a language, or every
 * language, has no text for. */
void questionnaire_read_texts(struct reading *reading);
void questionnaire_read_check_texts(struct reading *reading);

/* questionnaire_read_items(reading, items): all `items`, and the sections they stand in. */
void questionnaire_read_items(struct reading *reading, const struct json *items);
/* What the kind of `item` makes of its `object`: questionnaire_read_kind(reading, object, item)
 * for any kind, by way of questionnaire_read_likert(reading, object, item) and
 * questionnaire_read_vas(reading, object, item) for a range. */
void questionnaire_read_kind(struct reading *reading, const struct json *object,
                             struct item *item);
void questionnaire_read_likert(struct reading *reading, const struct json *object,
                               struct item *item);
void questionnaire_read_vas(struct reading *reading, const struct json *object,
                            struct item *item);
/* questionnaire_read_checks(reading, object, item): the rules that an answer of `item` can break,
 * from `object` and its member "validation". */
void questionnaire_read_checks(struct reading *reading, const struct json *object,
                               struct item *item);

/* questionnaire_read_exception(reading, ours): the member "exception" of `ours` (may be NULL), or
 * NULL when it is missing or not complete, which is an error. */
struct exception *questionnaire_read_exception(struct reading *reading,
                                               const struct json *ours);

/* questionnaire_read_section(reading, object, section): the section marker `object` into
 * `section`, also which of its items keep their places. */
void questionnaire_read_section(struct reading *reading, const struct json *object,
                                struct section *section);
/* questionnaire_read_group(reading, object, item): random_group of `item`, whose kind, section
 * and condition are known. */
void questionnaire_read_group(struct reading *reading, const struct json *object,
                              struct item *item);
/* questionnaire_read_branches(reading): parameters that choose among arms of sections. */
void questionnaire_read_branches(struct reading *reading);
/* questionnaire_read_switches(reading): items of a dimension that is switched off, by its
 * condition, its parameter or for good, get that as a condition of their own. */
void questionnaire_read_switches(struct reading *reading);

/* questionnaire_read_condition(reading, value): NULL when `value` is NULL. */
struct condition *questionnaire_read_condition(struct reading *reading,
                                               const struct json *value);
/* questionnaire_read_gate(reading, object, item): the member "gate" of `object`: what the answer
 * of `item` must be for going on, and what is said otherwise. */
void questionnaire_read_gate(struct reading *reading, const struct json *object,
                             struct item *item);
/* questionnaire_read_check_conditions(reading): that what conditions refer to is there and
 * earlier. */
void questionnaire_read_check_conditions(struct reading *reading);

/* questionnaire_read_scoring(reading): scorings and computed values. */
void questionnaire_read_scoring(struct reading *reading);

/* is_questionnaire_read_place(reading, id, out_index): whether `id` is an item or a row of a
 * grid, and of which item. */
bool is_questionnaire_read_place(const struct reading *reading, struct span id,
                                 size_t *out_index);

#endif
