/* tries: how often a wrong passphrase may be typed: five times, then after 15 seconds, twice as
 * long after each further one, at most a quarter of an hour. One is forgiven for each quarter of
 * an hour without any, all of them after the right one. The clock is passed in. */
#ifndef WEB_TRIES_H
#define WEB_TRIES_H

#include <stdint.h>

enum {
    TRIES_FREE = 5,
    TRIES_FIRST_WAIT_MS = 15 * 1000,
    TRIES_MOST_WAIT_MS = 15 * 60 * 1000,
    TRIES_FORGIVEN_MS = 15 * 60 * 1000,
};

struct tries {
    int wrong_count;
    int64_t since_ms; /* of the last wrong one, or of the last forgiveness; steady */
    int64_t until_ms; /* nobody may try before */
};

/* tries_wait_ms(tries, now_ms): how long nobody may try yet; 0: now.
 * tries_wrong(tries, now_ms), tries_right(tries): what came of one. */
int64_t tries_wait_ms(const struct tries *tries, int64_t now_ms);
void tries_wrong(struct tries *tries, int64_t now_ms);
void tries_right(struct tries *tries);

#endif
