/* crew: the same work again and again, on all processors, until none is left. */
#ifndef APP_DESK_CREW_H
#define APP_DESK_CREW_H

#include <stddef.h>

enum { CREW_HANDS_MAX = 64 };

/* crew_work(context, hand): takes the next thing and does what is to be done with it; 0 when
 * nothing was left. `hand` counts from 0, and no two threads have the same one at the same time. */
typedef int crew_work(void *context, size_t hand);

/* crew_hands(): how many threads can run at once on the processors this process may use; 1 to
 * CREW_HANDS_MAX. */
size_t crew_hands(void);

/* crew_run(hands, work, context):
 * Calls `work` with `context` by up to `hands` threads, each until it gets 0, and returns when all
 * have. The calling thread is hand 0; where the system gives no more threads it does all. */
void crew_run(size_t hands, crew_work *work, void *context);

#endif
