/* visit: who is at the desk with which browser. A visit begins with an address that works once,
 * is known by a cookie, and is locked until a passphrase opens its person's keys. All of it lies
 * in memory only. The clock and the secrets are passed in, so that a test owns both.
 *
 *   launch --once--> locked --passphrase--> unlocked --away, lock or another browser--> locked
 *                                                    --ten hours--> ended
 *
 * The cookie is new when it unlocks, and when its person locks it: who has an old one has
 * nothing. When it locks by itself, no browser is there to be told a new one. The token of its
 * forms stays, so that a form which was open meanwhile can still be sent. */
#ifndef WEB_VISIT_H
#define WEB_VISIT_H

#include "base/span.h"

#include <stdbool.h>

enum {
    VISIT_MOST = 24,
    VISIT_COOKIE_COUNT =
        64,                 /* 32 bytes of chance as hex: also of addresses that invite */
    VISIT_TOKEN_COUNT = 32, /* 16 bytes */
    VISIT_WHO_MAX_BYTES = 64,
    VISIT_LAUNCH_MS = 60 * 1000,
    VISIT_LIFE_MS = 10 * 60 * 60 * 1000,
    VISIT_AWAY_MS = 5 * 60 * 1000,         /* from hidden to locked */
    VISIT_DEVICE_LIFE_S = 180 * 24 * 3600, /* of an invited browser */
};

/* Made anew for each step by whoever has chance. */
struct visit_secrets {
    char cookie[VISIT_COOKIE_COUNT + 1], token[VISIT_TOKEN_COUNT + 1];
};

struct visit {
    struct visit_secrets secrets; /* "": nobody's */
    bool is_unlocked;
    bool is_replaced; /* locked because its person unlocked elsewhere; said once */
    char who[VISIT_WHO_MAX_BYTES + 1];
    char device[VISIT_COOKIE_COUNT +
                1];            /* of the invited browser; "": at the desk's machine */
    int64_t began_ms, last_ms; /* steady */
};

struct visit_table {
    struct visit visits[VISIT_MOST];
    char launch[VISIT_COOKIE_COUNT + 1]; /* of the address that works once; "": none */
    int64_t launched_ms;
    int64_t hide_ms; /* without a request, until a page hides itself */
};

/* visit_launch(table, secret, now_ms): from now on the address with `secret` begins a visit, once,
 * for a minute; one that was given out before does not any more. */
void visit_launch(struct visit_table *table, const char *secret, int64_t now_ms);

/* visit_begin(table, secret, fresh, now_ms): the new visit of who brings the `secret` of the
 * launch, locked; NULL when it is another one, used or too old, or when VISIT_MOST people are
 * unlocked. A locked visit makes room, the oldest first. */
struct visit *visit_begin(struct visit_table *table, struct span secret,
                          const struct visit_secrets *fresh, int64_t now_ms);

/* visit_begin_device(table, device, who, fresh, now_ms): the new visit, locked, of the invited
 * browser with the cookie `device`, which is that of `who`; in place of a locked one that it has.
 * NULL when VISIT_MOST people are unlocked. */
struct visit *visit_begin_device(struct visit_table *table, struct span device,
                                 struct span who, const struct visit_secrets *fresh,
                                 int64_t now_ms);

/* visit_find(table, cookie, now_ms): the visit with this cookie; NULL when there is none, or when
 * its ten hours are over. Takes the same time for every cookie. */
struct visit *visit_find(struct visit_table *table, struct span cookie, int64_t now_ms);

/* visit_touch(visit, now_ms): somebody is there. */
void visit_touch(struct visit *visit, int64_t now_ms);

/* visit_unlock(table, visit, who, fresh, now_ms, out_before), visit_lock(visit, fresh): the next
 * step, with a `fresh` cookie (NULL: the one that it has). visit_unlock gives the visit, in
 * `out_before`, in which the same person was unlocked and is not any more (NULL: none); its keys
 * are to be closed. visit_end(visit): nobody has it any more. */
void visit_unlock(struct visit_table *table, struct visit *visit, struct span who,
                  const struct visit_secrets *fresh, int64_t now_ms,
                  struct visit **out_before);
void visit_lock(struct visit *visit, const struct visit_secrets *fresh);
void visit_end(struct visit *visit);

/* visit_due(table, now_ms, out_is_over): an unlocked visit that is to be locked now, because nobody
 * was there for the time until it hides and VISIT_AWAY_MS, or ended, because its ten hours are
 * over (`out_is_over`); NULL when there is none. visit_next_ms(table): when the next one may be;
 * INT64_MAX when never. */
struct visit *visit_due(struct visit_table *table, int64_t now_ms, bool *out_is_over);
int64_t visit_next_ms(const struct visit_table *table);

/* visit_unlocked_count(table): how many people have unlocked. */
size_t visit_unlocked_count(const struct visit_table *table);

#endif
