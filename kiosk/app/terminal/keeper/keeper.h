/* keeper: what the process does that keeps this terminal's ledger: it alone opens ledger.db and
 * drafts.db, and holds the key that signs, the secret of the device and what a person's code
 * gives. It takes what is sealed already and sees no answer; who shows the screens (vault.h)
 * asks it by messages (keeper_ask.h, keeper_serve.h).
 *
 *   code --slow hash--> tag (is it invited, is it used), locator + wrapping key (is there a draft)
 *                                                        '--> the key of this draft, given away
 *   sealed row --> draft row, durable before the answer
 *   sealed record --> signed header, ledger entry, then the mark of the used code (keeper_marks.h)
 * / */
#ifndef APP_TERMINAL_KEEPER_KEEPER_H
#define APP_TERMINAL_KEEPER_KEEPER_H

#include "app/common/config_load.h"
#include "app/terminal/trust.h"
#include "base/clock.h"
#include "seal/code/code.h"
#include "seal/draft.h"
#include "seal/envelope.h"
#include "seal/secret.h"
#include "sitting/sitting.h"
#include "store/drafts.h"
#include "store/ledger.h"

#include <stdbool.h>

enum {
    KEEPER_DRAFT_LIFE_S = DRAFT_LIFE_S, /* an abandoned draft is erased then */
    KEEPER_DOUBT_S =
        30 * KEEPER_DRAFT_LIFE_S, /* a clock that jumps further is not believed */
    KEEPER_ARENA_MAX_BYTES = 8 * 1024 * 1024,
    KEEPER_CONFIG_MAX_BYTES = 64 * 1024 * 1024,
    KEEPER_TICKET_MAX_BYTES = 1024,
};

/* In guarded memory: what belongs to the device, and to the person whose code was typed. */
struct keeper_secrets {
    unsigned char signing_key[SIGN_SECRET_BYTES];
    unsigned char device_secret[CODE_DEVICE_SECRET_BYTES];
    unsigned char master[CODE_MASTER_BYTES]; /* of the code being looked at */
    unsigned char wrapping_key[CODE_WRAPPING_KEY_BYTES];
    unsigned char draft_key[DRAFT_KEY_BYTES];
};

struct keeper_folders {
    const char *config, *data;
    const char
        *words; /* of the organization, as whoever starts it compared them; NULL: none */
    const char
        *incoming;    /* where newer configurations are put (offer.h); NULL: nowhere */
    const char *lock; /* what was found of the lock; NULL: LOCK_STATE_FILE */
};

struct keeper {
    struct arena arena; /* handles of the stores, small pieces */
    struct keeper_folders folders;
    struct drafts *drafts;
    struct ledger *ledger;
    struct secret memory; /* of one struct keeper_secrets */
    struct keeper_secrets *secrets;
    bool is_looking; /* keeper_look: nothing is made, kept or dropped */
    bool is_away; /* the key and the secret are sealed, and do not open in this process */
    unsigned char device_id[CHAIN_ID_BYTES];
    unsigned char device_key[CHAIN_PUBLIC_KEY_BYTES];
    struct arena configs[2]; /* of the present configuration, and of one that is tried */
    int tried;               /* which of them is the latter */
    const struct config *config; /* lent; set by keeper_adopt */
    struct trust_offer offered;  /* of an organization that nobody has compared yet */
    int slot;                    /* in which `config` lies; -1: in none (offer.h) */
    int stick;   /* socket to the helper for sticks; 0: there is none; -1: not joined */
    int machine; /* the same to the helper of the machine */
    bool is_unheard; /* a helper that there is has not answered */
    bool is_staff;   /* somebody has typed the PIN (keeper_staff.h) */
    bool has_clock;  /* its own one counts: who shows the screens is another process */

    /* of the person whose code was typed last */
    bool has_person;
    unsigned char tag[CODE_TAG_BYTES], locator[CODE_LOCATOR_BYTES];
    bool has_session; /* rows are taken for: */
    unsigned char session_id[CHAIN_ID_BYTES];
    bool has_slip; /* and have put one into the box (slip/keeper_slip.h) */
};

/* What a code opens. */
struct keeper_found {
    enum role role;
    int64_t invite;
    struct span vacancy;
    bool is_used; /* then a session is one of which the person has not seen the end */
    bool has_session;
    bool has_key; /* the draft key opened */
    unsigned char session_id[CHAIN_ID_BYTES];
    struct span head;
    unsigned char draft_key[DRAFT_KEY_BYTES]; /* zeros without a key */
    unsigned char
        pseudonym[CODE_PSEUDONYM_BYTES]; /* of a rater, for the record; else zeros */
    unsigned char receipt_hash[CHAIN_HASH_BYTES]; /* of a used code's result */
    struct span ticket; /* by which keeper_resume knows the person again */
};

/* Where a sitting stands on the disk. */
struct keeper_place {
    uint64_t row_count;
    unsigned char row_hash[CHAIN_HASH_BYTES]; /* of the last row; zeros without one */
    bool is_sealed;
    unsigned char sealed_hash[CHAIN_HASH_BYTES]; /* of the entry of its result */
};

/* keeper_open(folders, keeper):
 * Opens or makes drafts.db and ledger.db in the data folder, and this device's identity the
 * first time; `folders` is kept. Where this process was given a credential (credential.h), the
 * signing key and the secret of the device are sealed with it from then on; a process without
 * then opens the keeper all the same, to look (keeper->is_away): it can sign nothing and knows
 * no code. STATUS_WRONG_KEY where the credential is another one. keeper_close(keeper): wipes and
 * closes; harmless on a zeroed one. */
must_check enum status keeper_open(struct keeper_folders folders, struct keeper *keeper);
void keeper_close(struct keeper *keeper);

/* keeper_look(folders, keeper):
 * The same to be looked at only, also while a terminal runs: no byte of the data folder is changed.
 * STATUS_NOT_FOUND where no terminal was begun there yet. Nothing of it but keeper_check_key,
 * keeper_adopt_check, keeper_count_drafts, keeper_entries.h and keeper_received_check may be
 * asked. */
must_check enum status keeper_look(struct keeper_folders folders, struct keeper *keeper);

/* keeper_check_key(keeper): STATUS_DAMAGED unless the signing key is whole: what another one
 * signs no desk would take. Results that were sealed before are not touched by that. Of one that is
 * away nothing can be said: OK. */
must_check enum status keeper_check_key(const struct keeper *keeper);
/* keeper_check_here(keeper): STATUS_WRONG_KEY when key and secret are away: nobody can sit. */
must_check enum status keeper_check_here(const struct keeper *keeper);

/* keeper_adopt(keeper, config):
 * The signing key must be whole (keeper_check_key). `config` (kept) must be made for this device
 * (STATUS_WRONG_KEY), by the organization this device belongs to (trust_check), and not be
 * older than one seen before (STATUS_REFUSED). What the desk has received is dropped here
 * (keeper_received.h; where that cannot be, a line on standard error says why). What the desk has
 * erased is erased here, too, once for each configuration; fails as ledger_erase. */
must_check enum status keeper_adopt(struct keeper *keeper, const struct config *config);

/* keeper_adopt_check(keeper, config): whether keeper_adopt would take `config`; nothing is kept. */
must_check enum status keeper_adopt_check(struct keeper *keeper,
                                          const struct config *config);

/* keeper_adopt_folder(keeper, sequence, assessment_hash, keyset_hash):
 * The same for the configuration that lies in one of the folders, of which nothing is read that is
 * only shown. STATUS_REFUSED when it is not the one that is named so: it was changed meanwhile. */
must_check enum status
keeper_adopt_folder(struct keeper *keeper, int64_t sequence,
                    const unsigned char assessment_hash[CHAIN_HASH_BYTES],
                    const unsigned char keyset_hash[CHAIN_HASH_BYTES]);

/* keeper_check_device(keeper, config): STATUS_WRONG_KEY unless `config` is made for this terminal,
 * STATUS_DAMAGED where its key is not whole. keeper_offer_of(config): what `config` says of whose
 * it is, lent. */
must_check enum status keeper_check_device(const struct keeper *keeper,
                                           const struct config *config);
struct trust_offer keeper_offer_of(const struct config *config);

/* is_keeper_next(keeper, arena, words, out_offer):
 * Whether a configuration lies ready for this terminal that nobody has told the words of, of a
 * first organization or of a signing key to which the known one gave way; where `words` are not
 * empty, one whose they are. What the newest of them says of whose it is, in `arena`. Only who
 * compares the words with those that the desk shows knows whether it is the organization's own:
 * whoever has the key before could have named another one. */
bool is_keeper_next(struct keeper *keeper, struct arena *arena, struct span words,
                    struct trust_offer *out_offer);

/* keeper_next_keep(keeper, offer): somebody has compared: this terminal belongs to the organization
 * of `offer`. Numbers that configurations of a key before have had count no longer: whoever had
 * that key could have named any. */
must_check enum status keeper_next_keep(struct keeper *keeper,
                                        const struct trust_offer *offer);

/* keeper_expect(keeper): the words of keeper->folders (there are some) are those of the
 * organization that this terminal belongs to, or will (trust_expect); or of the signing key to
 * which the known one gave way, where a configuration that lies ready says so: that is kept at
 * once. Fails as trust_expect. */
must_check enum status keeper_expect(struct keeper *keeper);

/* keeper_trust(keeper): somebody has compared the words of the organization that
 * keeper_adopt_folder found unconfirmed. STATUS_REFUSED when it has found none. */
must_check enum status keeper_trust(struct keeper *keeper);

/* keeper_expire(keeper, moment, is_whole): erases drafts older than KEEPER_DRAFT_LIFE_S. A draft
 * from after `moment`, or from more than KEEPER_DOUBT_S before, tells of a clock that jumped: its
 * life counts from `moment`. `is_whole`: what a keeper that was killed has erased is swept, too
 * (drafts_sweep), once for each keeper_open. Not while a person sits here. */
must_check enum status keeper_expire(struct keeper *keeper, struct moment moment,
                                     bool is_whole);

/* keeper_count_drafts(keeper, out_count): how many drafts wait for the code of their person. */
must_check enum status keeper_count_drafts(struct keeper *keeper, size_t *out_count);

/* keeper_find(keeper, work, typed, moment, out_found):
 * What the `typed` code opens, built in `work` (guarded); whoever else was here is forgotten.
 * Drafts that are too old at `moment` are erased first. STATUS_UNKNOWN_CODE. */
must_check enum status keeper_find(struct keeper *keeper, struct arena *work,
                                   struct span typed, struct moment moment,
                                   struct keeper_found *out_found);

/* keeper_knows(keeper, typed): whether somebody could begin or go on with the `typed` code, while
 * another sitting is open: OK, STATUS_UNKNOWN_CODE or STATUS_USED_CODE. */
must_check enum status keeper_knows(struct keeper *keeper, struct span typed);

/* keeper_resume(keeper, work, ticket, record_id, out_place):
 * The person of `ticket`, which a keeper of this device has given before it ended, is here
 * again, with the sitting `record_id` (NULL: none yet); out_place is where that stands. Where
 * its result is sealed, the mark of the code that may be missing is made (keeper_marks_keep).
 * STATUS_WRONG_KEY when the ticket is none, or the draft another person's. */
must_check enum status keeper_resume(struct keeper *keeper, struct arena *work,
                                     struct span ticket, const unsigned char *record_id,
                                     struct keeper_place *out_place);

/* keeper_forget(keeper): wipes what belongs to the person, of an open keeper; a draft stays for its
 * code. */
void keeper_forget(struct keeper *keeper);

#endif
