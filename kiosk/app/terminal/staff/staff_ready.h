/* staff_ready: what the doctor of the terminal says, for the page for staff: what its two processes
 * each can see. */
#ifndef APP_TERMINAL_STAFF_STAFF_READY_H
#define APP_TERMINAL_STAFF_STAFF_READY_H

#include "app/terminal/doctor_page.h"
#include "app/terminal/keeper/keeper_ask.h"
#include "screens/journey.h"

/* What is found of the screen and the machine below, where somebody can look: adds lines. */
struct staff_look {
    void (*add)(void *context, struct doctor_page *page);
    void *context;
};

/* staff_ready_look(port, look, label, journey, moment): looks at all, `look` NULL: but for the
 * machine, and tells the journey; the text begins with the `label` of the terminal.
 * staff_ready_print(uplink, work, journey, moment): that text, printed as printer_post_send does.
 * What cannot be done is told to the journey, too. */
void staff_ready_look(struct keeper_port *port, const struct staff_look *look,
                      struct span label, struct journey *journey, struct moment moment);
void staff_ready_print(int uplink, struct arena *work, struct journey *journey,
                       struct moment moment);

#endif
