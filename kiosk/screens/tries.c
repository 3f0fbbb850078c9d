#include "screens/tries.h"

enum { FREE_TRIES = 5, FIRST_WAIT_MS = 15000, WAIT_MAX_MS = 60000, FORGET_MS = 120000 };

static int64_t wait_ms(int wrong_count)
{
    int64_t wait = wrong_count < FREE_TRIES ? 0 : FIRST_WAIT_MS;
    for (int i = FREE_TRIES; i < wrong_count && wait < WAIT_MAX_MS; i++)
        wait *= 2;
    return wait;
}

void tries_wrong(struct tries *tries, int64_t now_ms)
{
    if (now_ms - tries->wrong_ms >= FORGET_MS)
        tries->wrong_count = 0;
    tries->wrong_count++;
    tries->wrong_ms = now_ms;
    const int64_t wait = wait_ms(tries->wrong_count);
    tries->locked_until_ms = wait ? now_ms + wait : 0;
}

bool is_tries_locked(const struct tries *tries, int64_t now_ms)
{
    return now_ms < tries->locked_until_ms;
}
