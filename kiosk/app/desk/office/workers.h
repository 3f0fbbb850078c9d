/* workers: the same work again and again, on all processors, until none is left. */
#ifndef APP_DESK_OFFICE_WORKERS_H
#define APP_DESK_OFFICE_WORKERS_H

#include <stddef.h>

enum { WORKERS_MAX = 64 };

/* workers_step(context, worker): takes the next thing and does what is to be done with it; 0
 * when nothing was left. `worker` counts from 0, and no two threads have the same one at the
 * same time. */
typedef int workers_step(void *context, size_t worker);

/* workers_count(): how many threads can run at once on the processors this process may use; 1 to
 * WORKERS_MAX. */
size_t workers_count(void);

/* workers_run(count, work, context):
 * Calls `work` with `context` by up to `count` threads, each until it gets 0, and returns when all
 * have. The calling thread is worker 0; where the system gives no more threads it does all. */
void workers_run(size_t count, workers_step *work, void *context);

#endif
