/* vault: what this terminal keeps on disk, and the only place where answers become sealed bytes.
 *
 *   code --slow hash--> tag (is it invited, is it used), locator + wrapping key (is there a draft)
 *   answer --> draft row, durable before the next screen
 *   finish --> score, record, payload, age file, signed header, ledger entry, draft erased
 *
 * It holds public keys of recruiters and this device's own keys; nothing here can open a result. */
#ifndef APP_TERMINAL_VAULT_H
#define APP_TERMINAL_VAULT_H

#include "app/common/config_load.h"
#include "base/clock.h"
#include "scoring/scorecard.h"
#include "sitting/found.h"
#include "sitting/sitting.h"
#include "seal/code/code.h"
#include "seal/draft.h"
#include "seal/envelope.h"
#include "screens/journey.h"
#include "seal/secret.h"
#include "store/drafts.h"
#include "store/ledger.h"

#include <stdbool.h>

enum {
    VAULT_DRAFT_LIFE_S = DRAFT_LIFE_S, /* an abandoned draft is erased then */
    VAULT_DOUBT_S =
        30 * VAULT_DRAFT_LIFE_S, /* a clock that jumps further is not believed */
    VAULT_ARENA_MAX_BYTES = 8 * 1024 * 1024,
    /* types of draft rows */
    VAULT_ROW_START = 1,
    VAULT_ROW_ANSWER = 2,
    VAULT_ROW_COMFORT = 3,
    VAULT_ROW_FAREWELL = 4,
};

/* The secret things of this device and of the sitting in progress; in guarded memory. */
struct vault_secrets {
    unsigned char signing_key[SIGN_SECRET_BYTES];
    unsigned char device_secret[CODE_DEVICE_SECRET_BYTES];
    unsigned char master[CODE_MASTER_BYTES]; /* of the code being looked at */
    unsigned char wrapping_key[CODE_WRAPPING_KEY_BYTES];
    unsigned char draft_key[DRAFT_KEY_BYTES];
    unsigned char pseudonym[CODE_PSEUDONYM_BYTES];
};

struct vault {
    struct arena arena; /* handles of the stores, small pieces */
    const char *folder;
    struct drafts *drafts;
    struct ledger *ledger;
    struct secret memory; /* of one struct vault_secrets */
    struct vault_secrets *secrets;
    unsigned char device_id[CHAIN_ID_BYTES];
    unsigned char device_key[CHAIN_PUBLIC_KEY_BYTES];
    const struct config *config; /* lent; set by vault_adopt */

    /* of the sitting in progress */
    unsigned char tag[CODE_TAG_BYTES], locator[CODE_LOCATOR_BYTES];
    uint64_t row_number;                      /* last draft row written; 0: no draft */
    unsigned char row_hash[CHAIN_HASH_BYTES]; /* of that row; zeros without one */
    bool has_left; /* a draft of this person that cannot go on stays on the disk */
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

/* vault_open(folder, vault):
 * Opens or makes drafts.db and ledger.db in `folder`, and this device's identity the first time;
 * `folder` is kept. vault_close(vault): wipes and closes; harmless on a zeroed vault. */
must_check enum status vault_open(const char *folder, struct vault *vault);
void vault_close(struct vault *vault);

/* vault_check_key(vault): STATUS_DAMAGED unless the signing key is whole: what another one signs no
 * desk would take. Results that were sealed before are not touched by that. */
must_check enum status vault_check_key(const struct vault *vault);

/* vault_adopt(vault, config):
 * The signing key must be whole (vault_check_key). `config` (kept) must be made for this device
 * (STATUS_WRONG_KEY), by the organization this device belongs to (trust_check), and not be
 * older than one seen before (STATUS_REFUSED). What the desk has received is dropped here
 * (vault_received.h; where that cannot be, a line on standard error says why). What the desk has
 * erased is erased here, too, once for each configuration; fails as ledger_erase. */
must_check enum status vault_adopt(struct vault *vault, const struct config *config);

/* vault_expire(vault, moment): erases drafts older than VAULT_DRAFT_LIFE_S. A draft from after
 * `moment`, or from more than VAULT_DOUBT_S before, tells of a clock that jumped: its life counts
 * from `moment`. Not while a person sits here. */
must_check enum status vault_expire(struct vault *vault, struct moment moment);

/* vault_count_drafts(vault, out_count): how many drafts wait for the code of their person. */
must_check enum status vault_count_drafts(struct vault *vault, size_t *out_count);

/* vault_find(vault, arena, work, typed, moment, out_visit):
 * What the `typed` code opens: a new sitting begun at `moment`, or the draft of one. It is built
 * in `arena` (guarded), with `work` (guarded) for what lives no longer than the call. Drafts
 * that are too old at `moment` are erased first (vault_expire); one that is damaged or of
 * another form stays as it is. A used code whose person has not seen the receipt yet finds that
 * (FOUND_SEALED). STATUS_UNKNOWN_CODE, STATUS_USED_CODE; what ready_check says where a new
 * sitting would begin. */
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
 * (vault_marks.h), and the draft gives way to what the person is shown (vault_farewell.h).
 * `out_hash` is the entry's hash. After a failure nothing is appended and the draft is still there;
 * what fails later is done when the terminal looks around next, or the code comes back. */
must_check enum status vault_seal(struct vault *vault, struct arena *arena,
                                  struct arena *work, struct sitting *sitting,
                                  struct moment moment, struct scorecard **out_scorecard,
                                  unsigned char out_hash[CHAIN_HASH_BYTES]);

/* vault_drop(vault, sitting, moment): the person ended without a result: draft erased, an event
 * without content noted. The code stays good. */
must_check enum status vault_drop(struct vault *vault, const struct sitting *sitting,
                                  struct moment moment);

/* vault_end(vault): the person has seen profile and receipt, or has gone: nothing of theirs is kept
 * any more but the sealed result. What cannot be erased now expires. */
void vault_end(struct vault *vault);

/* vault_forget(vault): wipes the keys of the sitting in progress; a draft stays for its code. */
void vault_forget(struct vault *vault);

#endif
