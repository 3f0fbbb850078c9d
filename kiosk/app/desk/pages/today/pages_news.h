/* pages_news: what the desk has settled, and no configuration has told the terminals yet. */
#ifndef APP_DESK_PAGES_TODAY_PAGES_NEWS_H
#define APP_DESK_PAGES_TODAY_PAGES_NEWS_H

#include "app/desk/pages/pages_turn.h"

/* pages_news(turn, out_lines, out_count): a few words for each, as enrolling a terminal tells them
 * first; none while no terminal is signed for. Fails as signed_news_list does. */
must_check enum status pages_news(struct pages_turn *turn, struct span **out_lines,
                                  size_t *out_count);

#endif
