/* tries: how often a wrong code was typed, and how long the next try must wait: five free tries,
 * then 15 seconds, doubling with each further one up to about an hour. Counted over everybody
 * who stands here, until a right code is typed. */
#ifndef SCREENS_TRIES_H
#define SCREENS_TRIES_H

#include <stdbool.h>
#include <stdint.h>

struct tries {
    int wrong_count;
    int64_t locked_until_ms; /* steady; 0: not locked */
};

/* tries_wrong(tries, now_ms): one more wrong code at steady time `now_ms`. */
void tries_wrong(struct tries *tries, int64_t now_ms);
/* tries_wait_ms(tries): how long the last wrong code locks in all; 0 for the free ones. */
int64_t tries_wait_ms(const struct tries *tries);
/* is_tries_locked(tries, now_ms): whether a try must still wait at `now_ms`. */
bool is_tries_locked(const struct tries *tries, int64_t now_ms);

#endif
