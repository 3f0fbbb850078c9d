/* words: the screen as it is said: text, role, state, place in the group, hint. The same words
 * go to the synthetic voice, to tests, and to people who read along. */
#ifndef VIEW_WORDS_H
#define VIEW_WORDS_H

#include "view/node.h"

/* words_node(arena, node): what is said at `node`, built in `arena`, such as "Strongly
 * agree, option, not chosen, 5 of 5"; empty for what says nothing. */
struct span words_node(struct arena *arena, const struct node *node);

/* words_screen(arena, root): all that `root` says in reading order, one node a line. */
struct span words_screen(struct arena *arena, const struct node *root);

/* words_first(arena, root): what is said of itself when the screen appears: the texts marked
 * is_spoken_first, or the first heading without any. */
struct span words_first(struct arena *arena, const struct node *root);

#endif
