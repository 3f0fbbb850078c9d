/* vault: where answers become sealed bytes, by whoever shows the screens. What is kept on the
 * disk, and all that belongs to the device, is the keeper's (keeper/keeper.h), in another
 * process or in this one; of the keys there is only that of the draft that is open.
 *
 *   code --keeper--> a new sitting, or the rows and the key of its draft
 *   answer --> draft row --keeper--> durable before the next screen
 *   finish --> score, record, payload, age file --keeper--> ledger entry, draft erased
 *
 * It holds public keys of recruiters; nothing here can open a result. */
#ifndef APP_TERMINAL_VAULT_H
#define APP_TERMINAL_VAULT_H

#include "app/terminal/keeper/keeper_ask.h"
#include "scoring/scorecard.h"
#include "sitting/found.h"
#include "sitting/sitting.h"
#include "screens/journey.h"

#include <stdbool.h>

enum {
    /* types of draft rows */
    VAULT_ROW_START = 1,
    VAULT_ROW_ANSWER = 2,
    VAULT_ROW_COMFORT = 3,
    VAULT_ROW_FAREWELL = 4,
};

/* Of the sitting in progress; in guarded memory. */
struct vault_secrets {
    unsigned char draft_key[DRAFT_KEY_BYTES];
    unsigned char pseudonym[CODE_PSEUDONYM_BYTES]; /* of a rater; goes into the record */
};

struct vault {
    struct keeper_port *port; /* lent */
    struct secret memory;     /* of one struct vault_secrets */
    struct vault_secrets *secrets;
    struct keeper_ask_device device;
    const struct config *config; /* lent; set by vault_adopt */

    /* of the sitting in progress */
    unsigned char
        ticket[KEEPER_TICKET_MAX_BYTES]; /* for a keeper that has to begin anew */
    size_t ticket_bytes;                 /* 0: no code was typed */
    bool has_record;                     /* the keeper takes rows for: */
    unsigned char record_id[CHAIN_ID_BYTES];
    uint64_t row_number;                      /* last draft row written; 0: no draft */
    unsigned char row_hash[CHAIN_HASH_BYTES]; /* of that row; zeros without one */
    bool has_left;  /* a draft of this person that cannot go on stays on the disk */
    bool is_sealed; /* the keeper that came back had its result already */
    unsigned char sealed_hash[CHAIN_HASH_BYTES];
};

/* What a code opens. */
struct vault_visit {
    struct sitting *sitting;
    const struct vacancy *vacancy; /* NULL for raters */
    int at;                        /* step of a resumed draft, or NO_STEP */
    enum found found;
    struct comfort
        comfort; /* as a resumed draft was left; the usual one for a new sitting */
    /* of FOUND_SEALED: what the person is shown; no scorecard for raters, and where it is lost */
    const struct scorecard *scorecard;
    unsigned char receipt_hash[CHAIN_HASH_BYTES];
};

/* vault_open(port, vault):
 * Has the keeper behind `port` (kept) open its files, and takes who the device is.
 * vault_close(vault): wipes; harmless on a zeroed vault. */
must_check enum status vault_open(struct keeper_port *port, struct vault *vault);
void vault_close(struct vault *vault);

/* vault_adopt(vault, config): `config` (kept) counts from now on; fails as keeper_adopt. */
must_check enum status vault_adopt(struct vault *vault, const struct config *config);

/* is_vault_back(vault, status):
 * Whether `status` says that the keeper had ended, and another one is there now which knows the
 * configuration and the person: what was asked is asked once more. What was acknowledged is on the
 * disk; of what was not, row_number, row_hash and is_sealed say how far it came. */
bool is_vault_back(struct vault *vault, enum status status);

/* vault_expire(vault, moment, is_whole): erases what is too old at `moment` (keeper_expire). Not
 * while a person sits here. vault_count_drafts(vault, out_count): counts the drafts that wait for
 * the code of their person. */
must_check enum status vault_expire(struct vault *vault, struct moment moment,
                                    bool is_whole);
must_check enum status vault_count_drafts(struct vault *vault, size_t *out_count);

/* vault_check_ready(vault, moment): clock, keys and the keeper's space (ready.h), the clock first,
 * because the keys are judged by it. */
must_check enum status vault_check_ready(struct vault *vault, struct moment moment);

/* vault_find(vault, arena, work, typed, moment, out_visit):
 * What the `typed` code opens: a new sitting begun at `moment`, or the draft of one. It is built
 * in `arena` (guarded), with `work` (guarded) for what lives no longer than the call. Drafts
 * that are too old at `moment` are erased first; one that is damaged or of another form stays as it
 * is. A used code whose person has not seen the receipt yet finds that
 * (FOUND_SEALED). STATUS_UNKNOWN_CODE, STATUS_USED_CODE; what vault_check_ready says where a
 * new sitting would begin. */
must_check enum status vault_find(struct vault *vault, struct arena *arena,
                                  struct arena *work, struct span typed,
                                  struct moment moment, struct vault_visit *out_visit);

/* vault_knows(vault, typed): whether somebody could begin or go on with the `typed` code, while
 * another sitting is open: OK, STATUS_UNKNOWN_CODE or STATUS_USED_CODE. */
must_check enum status vault_knows(struct vault *vault, struct span typed);

/* vault_begin(vault, work, sitting, at, moment): the draft of `sitting`, with the answers that
 * it has and the step `at`, and the ledger's start entry, durable. The person's code leads to it
 * from then on. OK at once for a resumed one. */
must_check enum status vault_begin(struct vault *vault, struct arena *work,
                                   const struct sitting *sitting, int at,
                                   struct moment moment);

/* vault_save(vault, work, sitting, step, at, moment):
 * Seals the answer of `step` (NO_STEP: only the position `at`) as a draft row; durable when it
 * returns OK. Without a draft, that is before the consent: OK. */
must_check enum status vault_save(struct vault *vault, struct arena *work,
                                  const struct sitting *sitting, int step, int at,
                                  struct moment moment);

/* vault_comfort(vault, work, sitting, comfort, moment): the same for the `comfort` of the
 * person. */
must_check enum status vault_comfort(struct vault *vault, struct arena *work,
                                     const struct sitting *sitting,
                                     struct comfort comfort, struct moment moment);

/* vault_seal(vault, arena, work, sitting, moment, out_scorecard, out_hash):
 * Scores the finished `sitting` (the scorecard is built in `arena`, all else in `work`), seals
 * the record to every recipient and appends the signed entry; then marks the code as used
 * (keeper_marks.h), and the draft gives way to what the person is shown (vault_farewell.h).
 * `out_hash` is the entry's hash. After a failure nothing is appended and the draft is still there;
 * what fails later is done when the terminal looks around next, or the code comes back. */
must_check enum status vault_seal(struct vault *vault, struct arena *arena,
                                  struct arena *work, struct sitting *sitting,
                                  struct moment moment, struct scorecard **out_scorecard,
                                  unsigned char out_hash[CHAIN_HASH_BYTES]);

/* vault_drop(vault, moment): the person ended without a result: draft erased, an event
 * without content noted. The code stays good. */
must_check enum status vault_drop(struct vault *vault, struct moment moment);

/* vault_end(vault): the person has seen profile and receipt, or has gone: nothing of theirs is kept
 * any more but the sealed result. What cannot be erased now expires; then it is false. */
bool vault_end(struct vault *vault);

/* vault_forget(vault): wipes the keys of the sitting in progress; a draft stays for its code. */
void vault_forget(struct vault *vault);

#endif
