/* words: the screen as it is said: text, role, state, place in the group, hint. The same words
 * go to the synthetic voice, to tests, and to people who read along. */
#ifndef VIEW_WORDS_H
#define VIEW_WORDS_H

#include "view/node.h"

/* words_node(arena, node): what is said at `node`, built in `arena`, such as "Strongly
 * agree, option, not chosen, 5 of 5"; empty for what says nothing. */
struct span words_node(struct arena *arena, const struct node *node);

#endif
