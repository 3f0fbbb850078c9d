/* front_errand: requests that an agent answers, one after another for each visit. */
#ifndef APP_FRONT_FRONT_ERRAND_H
#define APP_FRONT_FRONT_ERRAND_H

#include "app/front/front_state.h"

/* front_errand_add(front, visit, request, form): `request` with the fields of `form` is answered by
 * the agent of `visit`, which is started when there is none. front_errand_porter(front, request,
 * route, form): by that of nobody, asked for `route` (NULL: the one of the request). */
void front_errand_add(struct front *front, struct visit *visit,
                      struct server_request *request, const struct form_sent *form);
void front_errand_porter(struct front *front, struct server_request *request,
                         const char *route, const struct form_sent *form);

/* front_errand_step(front): goes on with all of them as far as it can without waiting; answers for
 * those that are slow, ends those that are too slow. front_errand_wait_ms(front): when it wants to
 * be called again in any case, from now; -1: not by itself. front_errand_watch(front): watches the
 * agents in the next turn of the loop. */
void front_errand_step(struct front *front);
int64_t front_errand_wait_ms(const struct front *front);
void front_errand_watch(struct front *front);

/* What stands behind the number of an answer where the file is asked for that came. */
#define FRONT_FILE "/file"

/* front_errand_look(front, visit, request, number, is_asked): answers `request`, which looks again
 * for the answer `number`; of a file only that it is there, and the file when it `is_asked` for. */
void front_errand_look(struct front *front, struct visit *visit,
                       struct server_request *request, int64_t number, bool is_asked);

/* front_errand_close(front, visit): ends the agent of `visit`; requests that wait for it are
 * sent to where the desk is unlocked. */
void front_errand_close(struct front *front, const struct visit *visit);

#endif
