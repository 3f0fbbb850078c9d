/* tour: the way of a person through a form, a picture of each page on it.
 *
 *   attract, code, notice, consent, then of each part its page and its items, unanswered, in the
 *   order of the form; check, finish; comfort, help, break
 *
 * Nothing is answered and nothing kept: what follows a finished sitting (profile, receipt) is no
 * page of the form. */
#ifndef APP_PAINTER_TOUR_H
#define APP_PAINTER_TOUR_H

#include "app/painter/look.h"

struct tour {
    struct arena *arena;
    const struct look *look;
    const struct assessment *assessment;
    const char *folder; /* where the pictures go; "-": the only one, to standard output */
    bool is_single;     /* one questionnaire: no notice, consent or end */
};

/* tour_walk(tour): paints the pages into tour->folder, which is made where it is missing, as
 * NUMBER-PAGE.png, and says their names on standard output, one a line. With look->page only that
 * page, as PAGE.png. STATUS_NOT_FOUND with where the names stand when there is no such page;
 * STATUS_BAD_INPUT when the form has nothing for the role, or not the language; and what the
 * system refuses. */
must_check enum status tour_walk(struct tour *tour);

#endif
