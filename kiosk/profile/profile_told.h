/* profile_told: a scorecard in at most three sentences for the person: what is most alike, what is
 * most different, and what they also look for. There is no number in them. Only what holds beyond
 * chance over all topics together is named; topics in one sentence cannot be told apart from each
 * other and stand in the order of the form. Where nothing can be told, one sentence says so.
 * Rules: questionnaires/SCORING.md, Topics. */
#ifndef PROFILE_PROFILE_TOLD_H
#define PROFILE_PROFILE_TOLD_H

#include "profile/profile_rows.h"

enum { PROFILE_TOLD_MAX = 4 };

/* profile_told(arena, card, rows, out_sentences): the sentences about `rows` of `card`, in `arena`;
 * returns how many there are, 1 to PROFILE_TOLD_MAX. The last says of topics named together that
 * they have no order. */
size_t profile_told(struct arena *arena, const struct scorecard *card,
                    const struct profile_rows *rows,
                    struct span out_sentences[PROFILE_TOLD_MAX]);

#endif
