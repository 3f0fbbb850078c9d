#include "app/desk/crew.h"

#include <pthread.h>
#include <sched.h>

struct crew {
    crew_work *work;
    void *context;
};

struct hand {
    const struct crew *crew;
    size_t number;
    pthread_t thread;
};

size_t crew_hands(void)
{
    cpu_set_t set;
    CPU_ZERO(&set);
    if (sched_getaffinity(0, sizeof set, &set) != 0)
        return 1;
    const int count = CPU_COUNT(&set);
    if (count < 1)
        return 1;
    return count < CREW_HANDS_MAX ? (size_t)count : CREW_HANDS_MAX;
}

static void *hand_run(void *argument)
{
    const struct hand *hand = argument;
    const struct crew *crew = hand->crew;
    while (crew->work(crew->context, hand->number))
        ;
    return NULL;
}

void crew_run(size_t hands, crew_work *work, void *context)
{
    const struct crew crew = {.work = work, .context = context};
    struct hand list[CREW_HANDS_MAX];
    size_t started = 1;
    list[0] = (struct hand){.crew = &crew};
    for (; started < hands && started < CREW_HANDS_MAX; started++) {
        list[started] = (struct hand){.crew = &crew, .number = started};
        if (pthread_create(&list[started].thread, NULL, hand_run, &list[started]) != 0)
            break;
    }
    hand_run(&list[0]);
    for (size_t i = 1; i < started; i++)
        pthread_join(list[i].thread, NULL);
}
