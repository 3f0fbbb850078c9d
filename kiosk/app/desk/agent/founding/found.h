/* found: an organization is founded in the browser, where the desk was started in a folder that has
 * none yet: on the desk's own machine only, by whoever started it. The recovery sheet is shown on
 * the page that says so, once, to be printed. */
#ifndef APP_DESK_AGENT_FOUNDING_FOUND_H
#define APP_DESK_AGENT_FOUNDING_FOUND_H

#include "base/arena.h"
#include "web/wire.h"

#define FOUND_ROUTE "/found"

/* is_found_room(folder): whether nothing stands at `folder`, or an empty folder.
 * found_allow(assessment): this desk may found an organization, with a copy of `assessment` (NULL:
 * that of the package); its agents know it by their environment.
 * is_found_wanted(folder): whether that was allowed, and there is room. */
bool is_found_room(const char *folder);
void found_allow(const char *assessment);
bool is_found_wanted(const char *folder);

/* found_answer(folder, question, arena, out_answer, out_label): the form, or what came of it, in
 * `arena`, which is guarded and has SEAT_ANSWER_BYTES. Returns whether it was founded: then
 * `out_label` is the key of its owner, whose passphrase is that of the question. */
bool found_answer(const char *folder, const struct wire_question *question,
                  struct arena *arena, struct wire_answer *out_answer,
                  struct span *out_label);

#endif
