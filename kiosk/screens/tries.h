/* tries: how often a wrong code was typed, and how long the next try must wait: five free tries,
 * then 15 seconds, 30 and at most 60. Counted for the person who types: a new visit begins anew,
 * and so does who typed no wrong one for two minutes. That is enough, since a code has 49 random
 * bits and each try costs a whole Argon2id. */
#ifndef SCREENS_TRIES_H
#define SCREENS_TRIES_H

#include <stdbool.h>
#include <stdint.h>

struct tries {
    int wrong_count;
    int64_t wrong_ms;        /* steady: the last wrong one */
    int64_t locked_until_ms; /* steady; 0: not locked */
};

/* tries_wrong(tries, now_ms): one more wrong code at steady time `now_ms`. */
void tries_wrong(struct tries *tries, int64_t now_ms);
/* is_tries_locked(tries, now_ms): whether a try must still wait at `now_ms`. */
bool is_tries_locked(const struct tries *tries, int64_t now_ms);

#endif
