/* offer: which configurations lie ready for this terminal, the newest first: the folder that is
 * there from the installation on, and two slots where what comes by stick is put, so that the one
 * in use need not be written over before its successor is known to be good. The numbers are those
 * that stand there, not yet believed: who loads one checks it. */
#ifndef APP_TERMINAL_OFFER_H
#define APP_TERMINAL_OFFER_H

#include "base/arena.h"

#include <stddef.h>
#include <stdint.h>

#define OFFER_SLOTS "first", "second"

enum { OFFERS_MAX = 3, OFFER_WORDS_BYTES = 512 };

struct offer {
    const char *folder; /* lent */
    int64_t sequence;   /* 0: there is none, or none that can be read */
    int slot;           /* which of the slots, from 0; -1: none of them */
};

/* offer_find(names, config, incoming, out_offers): what lies in `config` and in the slots of the
 * folder `incoming` (NULL: there is none), the higher number first, and how many: where there is
 * nothing at all, `config`. The paths of the slots are built in `names`. */
size_t offer_find(struct arena *names, const char *config, const char *incoming,
                  struct offer out_offers[OFFERS_MAX]);

/* What was said of an offer that was not taken. */
struct offer_told {
    char words[OFFER_WORDS_BYTES]; /* empty: nothing yet */
    enum status why;
};

/* offer_tell(told, offer, why): says on standard error that `offer` is not taken, and why (the last
 * failure, `why`), unless that was the last that was said. */
void offer_tell(struct offer_told *told, const struct offer *offer, enum status why);

#endif
