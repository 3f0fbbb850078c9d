/* visit: one person's way through the items: which step stands on the screen, the answer being
 * given there, and when it goes into the sitting.
 *
 *   sitting --visit_enter--> answer on the screen --steps of the items--> changed
 *           <--visit_keep--  (and EFFECT_SAVE)
 *
 * What is kept always comes with the time spent on the screen, overlays not counted. What is being
 * answered again begins empty on the screen, and the old answer stands until it is touched. */
#ifndef SCREENS_VISIT_H
#define SCREENS_VISIT_H

#include "screens/journey.h"

#include <stdbool.h>

/* visit_item(visit): the item on the screen. is_visit_practice(visit): it only tries the
 * controls and is never stored. */
const struct item *visit_item(const struct visit *visit);
bool is_visit_practice(const struct visit *visit);

/* visit_answer(visit): the answer on the screen as it would be kept now; its text is lent from
 * visit->typing. */
struct answer visit_answer(const struct visit *visit);
/* visit_changed(visit, is_complete_before, moment): notes that the answer was changed at `moment`;
 * counts it when it had been complete before. */
void visit_changed(struct visit *visit, bool is_complete_before, struct moment moment);

/* visit_keep(visit, moment): puts the answer into the sitting with the time up to `moment` and
 * returns what must be saved: the step, or the position only (practice, instructions). Before
 * the first step: nothing. */
struct effect visit_keep(struct visit *visit, struct moment moment);

/* visit_enter(journey, step, moment): shows `step` with its answer so far; NO_STEP: the check
 * of the answers. */
void visit_enter(struct journey *journey, int step, struct moment moment);
/* visit_show(journey, moment): the item again as it was left, after a question about it or a
 * hold; what is on the screen is read from the sitting when `is_reread`. */
void visit_show(struct journey *journey, bool is_reread, struct moment moment);
/* visit_forward(journey, moment), visit_backward(journey, moment): keeps the answer and goes to
 * the next or previous step, or to where the person came from. */
struct effect visit_forward(struct journey *journey, struct moment moment);
struct effect visit_backward(struct journey *journey, struct moment moment);

/* visit_redo_parts(arena, visit, out_parts): how many parts the person may be offered to answer
 * again, flagged in `out_parts`; 0 when all can be read together, or the offer was made before.
 * `arena` is for scratch.
 * visit_redo(journey, moment): these parts are answered again, from their first step on.
 * visit_resume(visit): goes on with that where a draft stopped in it. */
int visit_redo_parts(struct arena *arena, const struct visit *visit,
                     unsigned char out_parts[PARTS_MAX]);
struct effect visit_redo(struct journey *journey, struct moment moment);
void visit_resume(struct visit *visit);

/* visit_stop(visit, until_ms), visit_start(visit, moment): time stops counting for the answer at
 * steady time `until_ms`, and counts again from `moment`. */
void visit_stop(struct visit *visit, int64_t until_ms);
void visit_start(struct visit *visit, struct moment moment);

#endif
