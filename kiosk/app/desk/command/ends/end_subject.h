/* end_subject: the result that a command about its end names, and what is said of it. */
#ifndef APP_DESK_COMMAND_ENDS_END_SUBJECT_H
#define APP_DESK_COMMAND_ENDS_END_SUBJECT_H

#include "app/desk/command/operation.h"
#include "app/desk/office/ends/ends_write.h"

struct end_subject {
    unsigned char id[CHAIN_ID_BYTES];
    struct span handle;
    int64_t place;         /* in order of arrival */
    int64_t erased_day_s;  /* that the archive knows; 0: it is not erased */
    const struct end *end; /* what is signed for; NULL: nothing */
};

/* end_subject_find(operation, out_subject): the result that the first word names. Fails as
 * result_find does. */
must_check enum status end_subject_find(struct operation *operation,
                                        struct end_subject *out_subject);

/* end_subject_day(operation, out_day_s): the day of --day, not later than today; today without
 * it. end_subject_why(operation, what, out_why): --reason, which `what` needs. */
must_check enum status end_subject_day(const struct operation *operation,
                                       int64_t *out_day_s);
must_check enum status end_subject_why(const struct operation *operation,
                                       const char *what, struct span *out_why);

/* end_subject_words(arena, subject): how it ended: " on 2026-11-23, on the ground asked, by Anna
 * Berg"; what is not known is left out. */
struct span end_subject_words(struct arena *arena, const struct end_subject *subject);

/* end_subject_say_left(operation, subject): what of it is left where the program cannot reach:
 * exports that the log names, bundles, backups. */
void end_subject_say_left(struct operation *operation, const struct end_subject *subject);

/* end_subject_act(subject, kind, by): the statement of this kind about it, without day and
 * reason. */
struct ends_act end_subject_act(const struct end_subject *subject, enum ends_kind kind,
                                struct span by);

#endif
