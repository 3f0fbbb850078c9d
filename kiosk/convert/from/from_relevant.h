/* from_relevant: when a question of an XLSForm is shown, as far as our conditions can say it. */
#ifndef CONVERT_FROM_FROM_RELEVANT_H
#define CONVERT_FROM_FROM_RELEVANT_H

#include "convert/outline.h"

/* from_relevant(outline, item, text): makes `text` the condition of `item`: comparisons of ${ID}
 * with =, !=, < or > and selected(${ID}, V), all joined by "and" or all by "or". False, and
 * nothing is changed, when it is anything else or asks for an item that is not there yet. */
bool from_relevant(struct outline *outline, struct outline_item *item, struct span text);

#endif
