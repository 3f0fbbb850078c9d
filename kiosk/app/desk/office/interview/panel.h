/* panel: an interview: who asks one person, and what keeps their ratings apart until the last of
 * them has locked.
 *
 *   papers beside the result (store/desk/papers.h), each by the number of the interview:
 *     panel        who is in it, the guide sealed to the members and readers, a key P, and the
 *                  pieces of its secret, each sealed to one member alone, and one to the guards
 *     rating       a member's draft, sealed to that member (panel_draft.h)
 *     lock         a member's sealed ratings and the piece, sealed anew (panel_lock.h)
 *     guard        the guards' piece, passed on to the readers (panel_reveal.h)
 *     change       what was changed after all had locked, with its reason (panel_change.h)
 *
 * The pieces together, one XOR the other, are the secret of P, to which locked ratings are
 * sealed. A piece becomes readable to the others only when its member locks. So until the last
 * one has, no key opens a rating of somebody else: not a recruiter's, not the recovery sheet's,
 * nor all of them without one who has not locked.
 *
 * The last one to lock has all pieces, for those of the others are passed on already: with the
 * members' pieces alone, a changed program could open the others' ratings first. Therefore the
 * guards have a piece, too: the recruiters of the vacancy who do not ask in this interview, and
 * the recovery sheet. The first of them who reads what all have locked passes it on to all
 * readers. Where every recruiter asks, there is no guard, and whoever founds the interview is
 * told. */
#ifndef APP_DESK_OFFICE_INTERVIEW_PANEL_H
#define APP_DESK_OFFICE_INTERVIEW_PANEL_H

#include "app/desk/office/interview/panel_text.h"
#include "app/desk/office/interview/readers.h"
#include "app/desk/office/interview/signed_paper.h"
#include "app/desk/office/keys.h"
#include "app/desk/office/log/access_log.h"
#include "interview/interview_panel.h"
#include "store/desk/papers.h"

#define PANEL_KIND "panel"
#define PANEL_DRAFT "rating"
#define PANEL_LOCK "lock"
#define PANEL_CHANGE "change"
#define PANEL_GUARD "guard"

enum {
    PANEL_PIECE_BYTES = AGE_IDENTITY_BYTES,
    PANEL_BYTES_MAX = PAPERS_BYTES_MAX,
};

/* panel_find(arena, office, number, out_panel): the interview `number`; STATUS_NOT_FOUND,
 * STATUS_DAMAGED, STATUS_FORGED as panel_sign_check. panel_list(arena, office, out_panels,
 * out_count): all interviews, by number. */
must_check enum status panel_find(struct arena *arena, struct office *office,
                                  int64_t number, struct panel *out_panel);
must_check enum status panel_list(struct arena *arena, struct office *office,
                                  struct panel **out_panels, size_t *out_count);

/* panel_paper(panel, kind, name): which paper beside the result that is. */
struct paper panel_paper(const struct panel *panel, const char *kind, struct span name);

/* panel_own(panel, keys): the member whose `keys` are open; NULL when they are nobody's of it. */
const struct panel_member *panel_own(const struct panel *panel, const struct keys *keys);

/* is_panel_reader(panel, keys): whether one of these `keys` opens its guide and, once all have
 * locked, the ratings. */
bool is_panel_reader(const struct panel *panel, const struct keys *keys);

/* panel_guide(arena, panel, keys, out_guide): the guide, opened with `keys` into `arena` (guarded).
 * STATUS_REFUSED for keys of who is neither member nor reader. */
must_check enum status panel_guide(struct arena *arena, const struct panel *panel,
                                   const struct keys *keys,
                                   struct interview_guide *out_guide);

/* panel_about(arena, panel, words): what the log says it is about: "interview 3 of K7-Q2,
 * WORDS". panel_about_paper(arena, panel, kind, body): of a signed paper `body` that lies beside
 * the result: the hash of it as the words. */
struct span panel_about(struct arena *arena, const struct panel *panel,
                        struct span words);
struct span panel_about_paper(struct arena *arena, const struct panel *panel,
                              const struct signed_paper *kind, struct span body);

#endif
