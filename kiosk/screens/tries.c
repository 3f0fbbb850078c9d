#include "screens/tries.h"

enum { FREE_TRIES = 5, DOUBLINGS_MAX = 8, FIRST_WAIT_MS = 15000 };

int64_t tries_wait_ms(const struct tries *tries)
{
    int doublings = tries->wrong_count - FREE_TRIES;
    if (doublings < 0)
        return 0;
    if (doublings > DOUBLINGS_MAX)
        doublings = DOUBLINGS_MAX;
    return (int64_t)FIRST_WAIT_MS << doublings;
}

void tries_wrong(struct tries *tries, int64_t now_ms)
{
    if (tries->wrong_count < FREE_TRIES + DOUBLINGS_MAX)
        tries->wrong_count++;
    const int64_t wait_ms = tries_wait_ms(tries);
    tries->locked_until_ms = wait_ms ? now_ms + wait_ms : 0;
}

bool is_tries_locked(const struct tries *tries, int64_t now_ms)
{
    return now_ms < tries->locked_until_ms;
}
