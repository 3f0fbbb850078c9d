/* question: what the view of an item is given, and what the views of all kinds share. A new kind
 * is one row in item_kind.def and one file here.
 *
 *   view  describes the item in the page's body (and its keys below it)
 *   step  applies an event to the answer on the screen; 1 when that changed it */
#ifndef SCREENS_ITEMS_QUESTION_H
#define SCREENS_ITEMS_QUESTION_H

#include "screens/screen_page.h"
#include "screens/visit.h"

struct question {
    struct screen_page *page;
    const struct visit *visit;
    const struct item *item;
    struct answer answer; /* as it would be kept now */
};

struct item_screen {
    void (*view)(const struct question *question);
    int (*step)(struct visit *visit, const struct item *item, const struct event *event);
};

/* question_text(question, key): a text of the item's questionnaire, placeholders filled in. */
struct span question_text(const struct question *question, struct span key);
/* question_side(question, side): what stands above PAIR_BEST or PAIR_WORST: "Most", "Least". */
struct span question_side(const struct question *question, int side);
/* question_missing(question): what an answer that was begun lacks, by the names that stand on its
 * page; empty where it lacks nothing.
 * question_call(question, node): `node` gives a part that is missing: when somebody was asked about
 * it, the focus comes to the first of them, and all are marked. */
struct span question_missing(const struct question *question);
void question_call(const struct question *question, struct node *node);
/* question_id(question, name, index): "name-ID" of option, row or statement `index`. */
struct span question_id(const struct question *question, const char *name, size_t index);
/* question_order(question, position): the document's index of what is shown at `position`. */
size_t question_order(const struct question *question, size_t position);
/* question_field(question, field): what every field for an answer has: the text being typed, its
 * caret, its name; it is called to when an answer was refused. */
void question_field(const struct question *question, struct node *field);
/* question_head(question): the line above, the question itself, and a rule that is broken; where
 * the question stands on a page of its own, a few of its words, that rule, and what becomes of
 * words that are not to be kept. */
void question_head(const struct question *question);
/* question_numbered(question, number, words): "4 In between": the number that the words belong to,
 * unless they name it themselves; empty `words` stay empty. */
struct span question_numbered(const struct question *question, struct span number,
                              struct span words);
/* question_ends(question, low, high): the words at the two ends of a scale, above it. */
void question_ends(const struct question *question, struct span low, struct span high);
/* question_hint(question, parent): the questionnaire's "hint" at the end of `parent`, or in its
 * place what is missing, when somebody was asked about it; NULL where there is none. No page gives
 * it up, it says what is asked for; what follows its first lines may be left to Help. */
struct node *question_hint(const struct question *question, struct node *parent);

/* SCREEN_view(question), SCREEN_step(visit, item, event): the two functions of struct item_screen,
 * for each name of a screen in item_kind.def. */
#define ITEM_KIND(NAME, word, SHAPE, reader, screen, is_ours, is_shuffled)               \
    void screen##_view(const struct question *question);                                 \
    int screen##_step(struct visit *visit, const struct item *item,                      \
                      const struct event *event);
#include "questionnaire/item_kind.def"
#undef ITEM_KIND

#endif
