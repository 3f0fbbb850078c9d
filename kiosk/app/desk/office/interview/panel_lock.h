/* panel_lock: the ratings of a member, bound: nobody can change them any more, and nobody else
 * can read them before all members have locked.
 *
 *   sheet + 32 random bytes --BLAKE2b--> commitment, signed by the member, in the log
 *                           --age-----> sealed to P and to the member
 *   piece of P's secret     --age-----> sealed anew, to the readers */
#ifndef APP_DESK_OFFICE_INTERVIEW_PANEL_LOCK_H
#define APP_DESK_OFFICE_INTERVIEW_PANEL_LOCK_H

#include "app/desk/office/interview/panel.h"

enum { PANEL_SALT_BYTES = 32 };
#define PANEL_LOCK_DEED "locked"

struct panel_lock {
    const struct panel_member *member;
    int64_t time_s;
    unsigned char commitment[CHAIN_HASH_BYTES];
    unsigned char
        signature[CHAIN_SIGNATURE_BYTES]; /* over digest of the panel and commitment */
    struct span sealed;                   /* salt and sheet */
    struct span piece;
};

/* panel_lock_do(arena, office, panel, keys, guide, sheet, note): locks `sheet` of the member
 * whose `keys` are open, removes the draft and notes it as `note` says, all in one step; `arena`
 * is guarded. STATUS_REFUSED while a question of `guide` has no rating, when it is locked
 * already, the interview was ended (panel_drop.h), or the keys sign nothing. */
must_check enum status panel_lock_do(struct arena *arena, struct office *office,
                                     const struct panel *panel, const struct keys *keys,
                                     const struct interview_guide *guide,
                                     const struct interview_sheet *sheet,
                                     struct access_note note);

/* panel_lock_is_there(arena, office, panel, label, out_is_there): whether the member `label` has
 * locked. panel_lock_count(arena, office, panel, out_count): how many members have. */
must_check enum status panel_lock_is_there(struct arena *arena, struct office *office,
                                           const struct panel *panel, struct span label,
                                           bool *out_is_there);
must_check enum status panel_lock_count(struct arena *arena, struct office *office,
                                        const struct panel *panel, size_t *out_count);

/* panel_lock_read(arena, office, panel, member, out_lock): what `member` has locked; its
 * signature holds. STATUS_NOT_FOUND, STATUS_DAMAGED, STATUS_FORGED. */
must_check enum status panel_lock_read(struct arena *arena, struct office *office,
                                       const struct panel *panel,
                                       const struct panel_member *member,
                                       struct panel_lock *out_lock);

/* panel_lock_commitment(salted, out_commitment): of the bytes that are sealed, salt and sheet.
 * panel_lock_about(arena, panel, lock): what the row of the log says that it is about. */
void panel_lock_commitment(struct span salted,
                           unsigned char out_commitment[CHAIN_HASH_BYTES]);
struct span panel_lock_about(struct arena *arena, const struct panel *panel,
                             const struct panel_lock *lock);
#endif
