#include "web/tries.h"

int64_t tries_wait_ms(const struct tries *tries, int64_t now_ms)
{
    return now_ms < tries->until_ms ? tries->until_ms - now_ms : 0;
}

/* One less for each quarter of an hour that went by. */
static void forgive(struct tries *tries, int64_t now_ms)
{
    while (tries->wrong_count > 0 && now_ms - tries->since_ms >= TRIES_FORGIVEN_MS) {
        tries->wrong_count--;
        tries->since_ms += TRIES_FORGIVEN_MS;
    }
}

void tries_wrong(struct tries *tries, int64_t now_ms)
{
    int64_t wait_ms = TRIES_FIRST_WAIT_MS;
    forgive(tries, now_ms);
    tries->wrong_count++;
    tries->since_ms = now_ms;
    if (tries->wrong_count < TRIES_FREE)
        return;
    for (int i = TRIES_FREE; i < tries->wrong_count && wait_ms < TRIES_MOST_WAIT_MS; i++)
        wait_ms *= 2;
    tries->until_ms =
        now_ms + (wait_ms < TRIES_MOST_WAIT_MS ? wait_ms : TRIES_MOST_WAIT_MS);
}

void tries_right(struct tries *tries)
{
    *tries = (struct tries){0};
}
