/* checkin_page: what has moved since somebody was hired, as sections of a page: whether it holds,
 * topic by topic what has moved, and what they wrote then and now. */
#ifndef APP_DESK_OFFICE_AFTER_CHECKIN_PAGE_H
#define APP_DESK_OFFICE_AFTER_CHECKIN_PAGE_H

#include "app/desk/office/after/checkin_change.h"
#include "report/page/page.h"

/* One session, or one that is still to come; all is lent. */
struct checkin_page_time {
    struct span title, date;     /* "After 3 months", and the day; empty: not yet */
    struct span state;           /* of its card, where nobody has come yet */
    const struct figure *figure; /* NULL: nobody has come yet */
    const struct change
        *change; /* of the figure, since the first; NULL: it is the first */
};

/* checkin_page_holds(page, times, count): a row for each of `times`: its figure with its range, and
 * what of it has changed. checkin_page_topics(page, change): each topic of a check-in: before, now,
 * the change with its range, and in words. checkin_page_voices(page, look, date, voice, changes,
 * count): what was written before, on `date`, and what at each check-in. */
void checkin_page_holds(struct page *page, const struct checkin_page_time *times,
                        size_t count);
void checkin_page_topics(struct page *page, const struct checkin_change *change);
void checkin_page_voices(struct page *page, enum page_look look, struct span date,
                         const struct checkin_voice *voice,
                         const struct checkin_change *changes, size_t count);

#endif
