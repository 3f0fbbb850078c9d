/* crew: the same work on many things, on all processors. The results are the caller's: each thing
 * has a place of its own for what came out, so that the order in which hands finish tells
 * nothing. */
#ifndef APP_DESK_CREW_H
#define APP_DESK_CREW_H

#include <stddef.h>

enum { CREW_HANDS_MAX = 64 };

/* crew_work(context, hand, index): what one hand does with thing `index`; `hand` counts from 0, and
 * no two threads have the same one at the same time. */
typedef void crew_work(void *context, size_t hand, size_t index);

/* crew_hands(): how many threads can run at once on the processors this process may use; 1 to
 * CREW_HANDS_MAX. */
size_t crew_hands(void);

/* crew_run(hands, count, work, context):
 * Calls `work` with `context` for each of `count` things, by up to `hands` threads, and returns
 * when all is done. The calling thread is hand 0; where the system gives no more threads it does
 * all. */
void crew_run(size_t hands, size_t count, crew_work *work, void *context);

#endif
