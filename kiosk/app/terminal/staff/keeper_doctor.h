/* keeper_doctor: what the doctor of a terminal finds where the ledger is: key, enrolment, sealed
 * results, room, clock. The same for the command, which only looks, and for the page for staff,
 * while the terminal runs. Nothing is changed. */
#ifndef APP_TERMINAL_STAFF_KEEPER_DOCTOR_H
#define APP_TERMINAL_STAFF_KEEPER_DOCTOR_H

#include "app/terminal/doctor_page.h"
#include "app/terminal/keeper/keeper.h"

struct keeper_doctor {
    struct arena *arena;
    struct keeper *keeper;       /* its ledger NULL: it could not be opened */
    const struct config *config; /* NULL: it could not be read */
    const char *data;
    struct span said; /* by a check that is ok and has more to say */
};

/* keeper_doctor_add(doctor, page): a line for each check. keeper_doctor_waiting(doctor, page): what
 * lies on this disk only, and how much room is left, in lines and numbers. */
void keeper_doctor_add(struct keeper_doctor *doctor, struct doctor_page *page);
void keeper_doctor_waiting(struct keeper_doctor *doctor, struct doctor_page *page);

/* keeper_doctor_text(keeper, arena, out_text, out_wrong_count): both of a terminal that runs, as
 * lines for people; how many of the checks are wrong. STATUS_REFUSED where the page for staff is
 * not open. */
must_check enum status keeper_doctor_text(struct keeper *keeper, struct arena *arena,
                                          struct span *out_text, size_t *out_wrong_count);

#endif
