/* item_kind: the kinds of items, and what is true of all items of a kind: one row each in
 * item_kind.def. */
#ifndef QUESTIONNAIRE_ITEM_KIND_H
#define QUESTIONNAIRE_ITEM_KIND_H

#include "base/span.h"

#include <stdbool.h>

enum item_kind {
#define ITEM_KIND(NAME, word, SHAPE, reader, screen, is_ours, is_shuffled) ITEM_##NAME,
#include "questionnaire/item_kind.def"
#undef ITEM_KIND
};
/* Apart, so that a switch over the kinds has no case for it. */
enum {
#define ITEM_KIND(NAME, word, SHAPE, reader, screen, is_ours, is_shuffled) ITEM_AT_##NAME,
#include "questionnaire/item_kind.def"
#undef ITEM_KIND
    ITEM_KIND_COUNT,
};

enum answer_shape {
#define ANSWER_SHAPE(NAME) SHAPE_##NAME,
#include "questionnaire/answer_shape.def"
#undef ANSWER_SHAPE
};

/* item_kind_name(kind): its type in the document. item_kind_find(word, out_kind): the kind whose
 * type is `word`; false when there is none. */
const char *item_kind_name(enum item_kind kind);
bool item_kind_find(struct span word, enum item_kind *out_kind);

/* item_kind_shape(kind): how an answer to items of `kind` is kept and written. */
enum answer_shape item_kind_shape(enum item_kind kind);
/* is_item_kind_answerable(kind): whether a person answers it.
 * is_item_kind_typed(kind): whether they do so in own words or digits.
 * is_item_kind_ours(kind): whether it stands in an `inst` of the document, under x-resonance.
 * is_item_kind_shuffled(kind): whether its options are shown in an order of chance. */
bool is_item_kind_answerable(enum item_kind kind);
bool is_item_kind_typed(enum item_kind kind);
bool is_item_kind_ours(enum item_kind kind);
bool is_item_kind_shuffled(enum item_kind kind);

#endif
