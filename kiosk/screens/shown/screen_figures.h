/* screen_figures: the figures of a chart as a table, for people who would rather read: the same
 * rows and marks in the same order. Its head stays in sight while the rows scroll. Where a line has
 * no room for all columns, what stands in them stands below the name. */
#ifndef SCREENS_SHOWN_SCREEN_FIGURES_H
#define SCREENS_SHOWN_SCREEN_FIGURES_H

#include "screens/screen_page.h"
#include "view/chart.h"

/* screen_figures_add(page, scroller, id, chart): the table of `chart`, a child of `scroller`; `id`
 * begins the ids of its nodes. */
void screen_figures_add(struct screen_page *page, struct node *scroller, const char *id,
                        const struct chart *chart);

#endif
