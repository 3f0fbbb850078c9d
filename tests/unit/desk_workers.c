/* The same work again and again, on all processors, until none is left. */
#include "app/desk/office/workers.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

enum { THINGS = 5000 };

struct work {
    atomic_int next;
    atomic_int done[THINGS];
    atomic_bool is_busy[WORKERS_MAX]; /* a worker of this number is at work */
    atomic_int twice_count;           /* how often two had the same number at once */
    size_t worker_max;
};

static int step(void *context, size_t worker)
{
    struct work *work = context;
    if (worker >= work->worker_max || atomic_exchange(&work->is_busy[worker], true))
        atomic_fetch_add(&work->twice_count, 1);
    const int thing = atomic_fetch_add(&work->next, 1);
    if (thing < THINGS)
        atomic_fetch_add(&work->done[thing], 1);
    atomic_store(&work->is_busy[worker], false);
    return thing < THINGS;
}

static void run(size_t count)
{
    static struct work work;
    work = (struct work){.worker_max = count < WORKERS_MAX ? count : WORKERS_MAX};
    workers_run(count, step, &work);
    for (size_t i = 0; i < THINGS; i++)
        assert_int_equal(work.done[i], 1);
    assert_int_equal(work.twice_count, 0);
}

static void each_thing_is_done_once_by_one_worker(void **state)
{
    (void)state;
    run(1);
    run(2);
    run(7);
    run(WORKERS_MAX);
}

static void more_workers_than_there_are_places_are_not_started(void **state)
{
    (void)state;
    run(WORKERS_MAX + 9);
}

static void there_is_at_least_one_processor(void **state)
{
    (void)state;
    assert_in_range(workers_count(), 1, WORKERS_MAX);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_thing_is_done_once_by_one_worker),
        cmocka_unit_test(more_workers_than_there_are_places_are_not_started),
        cmocka_unit_test(there_is_at_least_one_processor),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
