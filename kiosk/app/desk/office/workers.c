#include "app/desk/office/workers.h"

#include <pthread.h>
#include <sched.h>

struct job {
    workers_step *work;
    void *context;
};

struct worker {
    const struct job *job;
    size_t number;
    pthread_t thread;
};

size_t workers_count(void)
{
    cpu_set_t set;
    CPU_ZERO(&set);
    if (sched_getaffinity(0, sizeof set, &set) != 0)
        return 1;
    const int count = CPU_COUNT(&set);
    if (count < 1)
        return 1;
    return count < WORKERS_MAX ? (size_t)count : WORKERS_MAX;
}

static void *worker_run(void *argument)
{
    const struct worker *worker = argument;
    const struct job *job = worker->job;
    while (job->work(job->context, worker->number))
        ;
    return NULL;
}

void workers_run(size_t count, workers_step *work, void *context)
{
    const struct job job = {.work = work, .context = context};
    struct worker list[WORKERS_MAX];
    size_t started = 1;
    list[0] = (struct worker){.job = &job};
    for (; started < count && started < WORKERS_MAX; started++) {
        list[started] = (struct worker){.job = &job, .number = started};
        if (pthread_create(&list[started].thread, NULL, worker_run, &list[started]) != 0)
            break;
    }
    worker_run(&list[0]);
    for (size_t i = 1; i < started; i++)
        pthread_join(list[i].thread, NULL);
}
