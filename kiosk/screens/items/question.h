/* question: what the view of an item is given, and the table of the kinds of items. A new kind is
 * one row in item.c and one file here.
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

/* question_text(question, key): a text of the item's questionnaire, placeholders filled in.
 * question_word(question, key, otherwise): the same; `otherwise` where it has no such text. */
struct span question_text(const struct question *question, struct span key);
struct span question_word(const struct question *question, const char *key,
                          struct span otherwise);
/* question_id(question, name, index): "name-ID" of option, row or statement `index`. */
struct span question_id(const struct question *question, const char *name, size_t index);
/* question_order(question, position): the document's index of what is shown at `position`. */
size_t question_order(const struct question *question, size_t position);
/* question_head(question): the line above, the question itself, and a rule that is broken. */
void question_head(const struct question *question);
/* question_hint(question): the questionnaire's "hint", where it has one. */
void question_hint(const struct question *question);

/* X_view(question), X_step(visit, item, event): the two functions of struct item_screen for items
 * of the kind X. */
void rating_view(const struct question *question);
int rating_step(struct visit *visit, const struct item *item, const struct event *event);
void best_worst_view(const struct question *question);
int best_worst_step(struct visit *visit, const struct item *item,
                    const struct event *event);
void grid_view(const struct question *question);
int grid_step(struct visit *visit, const struct item *item, const struct event *event);
void multi_view(const struct question *question);
int multi_step(struct visit *visit, const struct item *item, const struct event *event);
void multicheck_view(const struct question *question);
int multicheck_step(struct visit *visit, const struct item *item,
                    const struct event *event);
void vas_view(const struct question *question);
int vas_step(struct visit *visit, const struct item *item, const struct event *event);
void text_view(const struct question *question);
int text_step(struct visit *visit, const struct item *item, const struct event *event);
void number_view(const struct question *question);
int number_step(struct visit *visit, const struct item *item, const struct event *event);
void scene_view(const struct question *question);
void instruction_view(const struct question *question);

#endif
