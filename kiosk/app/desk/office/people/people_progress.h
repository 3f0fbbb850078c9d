/* people_progress: how far it has come with each of those who answered: what lies beside their
 * results says it, without being opened. */
#ifndef APP_DESK_OFFICE_PEOPLE_PEOPLE_PROGRESS_H
#define APP_DESK_OFFICE_PEOPLE_PEOPLE_PROGRESS_H

#include "app/desk/office/people/people.h"

/* In this order; somebody is where they came last. */
enum people_progress {
    PEOPLE_NEW,       /* not opened by whoever looks, and nothing else was done */
    PEOPLE_READ,      /* opened by them */
    PEOPLE_INTERVIEW, /* given to people who ask */
    PEOPLE_DECIDED,   /* somebody has written a decision */
};

/* people_progress_read(people, archive, scratch): marks in the rows of `people` for whom `archive`
 * holds an interview or a decision; `scratch` is for the work, and is left as it was. Fails as
 * papers_list does. people_progress_of(row): where it stands. */
must_check enum status people_progress_read(struct people *people,
                                            struct archive *archive,
                                            struct arena *scratch);
enum people_progress people_progress_of(const struct people_row *row);

#endif
