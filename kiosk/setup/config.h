/* config: the signed configuration of a terminal: who may open results, whose codes are
 * known, which files belong to it.
 *
 *   config/
 *     organization.pub       the organization's minisign public key
 *     manifest.json          every other file with its BLAKE2b-256 hash, and a sequence number
 *     manifest.json.minisig  one signature over all
 *     terminal.json  keyset.json  invitations.json  vacancies/ID.json  assessment/...
 *     checkins/ID.json       of a vacancy, what those who were hired through it are asked again
 *                            against: as vacancies/ID.json, with how long a check-in is kept
 *     erased.json            the results of this terminal whose payload is to go
 *     received.json          which entries of this terminal the desk has
 *     anchor.jsonl           how far the folder of the desk had come
 *     groups.json            what is asked for the audit, and whose keys open that (groups.h)
 *     checked.json           that the desk looked for what must not be asked, and found none
 */
#ifndef SETUP_CONFIG_H
#define SETUP_CONFIG_H

#include "assessment/assessment.h"
#include "chain/chain.h"
#include "setup/legal_basis.h"

enum {
    CONFIG_TAG_BYTES = 16,
    CONFIG_SALT_BYTES = 16,
    CONFIG_FILES_MAX = 256,
    CONFIG_FILE_MAX_BYTES = 8 * 1024 * 1024,
    RECIPIENTS_MAX = 16,
    INVITES_MAX = 5000,
    CONFIG_ERASED_MAX = 16 * 1024, /* results that one terminal is told to erase */
    CONFIG_MISSING_MAX = 256,      /* entries that came after one that did not */
    CONFIG_PIN_HASH_MAX_BYTES = 127,
};

struct manifest_file {
    struct span name; /* relative, no "..", no leading "/" */
    unsigned char hash[CHAIN_HASH_BYTES];
};

struct manifest {
    int64_t sequence;            /* a terminal takes only the same or a higher one */
    struct manifest_file *files; /* sorted by name */
    size_t file_count;
};

enum recipient_role { RECIPIENT_RECRUITER, RECIPIENT_RECOVERY };

struct keyset_recipient {
    struct span recipient; /* "age1..." */
    enum recipient_role role;
    struct span label;
    int64_t not_after_unix_s; /* 0: no end */
};

struct keyset {
    int64_t version;                               /* from 1 */
    unsigned char previous_hash[CHAIN_HASH_BYTES]; /* zeros: the first keyset */
    struct keyset_recipient *recipients;
    size_t recipient_count;
};

struct invite {
    unsigned char tag[CONFIG_TAG_BYTES]; /* the code's slow hash, never the code */
    enum role role;
    struct span vacancy; /* id; empty for raters */
    int64_t number;  /* on the card, among those of its role and vacancy; 0 for raters */
    bool is_revoked; /* only at the desk: no terminal is told of it any more */
};

struct invitations {
    unsigned char salt[CONFIG_SALT_BYTES]; /* of the slow hash */
    int64_t operations, memory_bytes;      /* its cost */
    struct invite *invites;
    size_t invite_count;
};

/* What the desk has erased for good, a terminal erases, too. */
struct config_erased {
    unsigned char (*record_ids)[CHAIN_ID_BYTES]; /* sorted, none twice */
    size_t count;
};

/* What the desk has of a terminal, which drops its own copies. */
struct config_received {
    unsigned char device_id[CHAIN_ID_BYTES];
    uint64_t sequence; /* the last entry that counts as received; 0: none */
    unsigned char entry_hash[CHAIN_HASH_BYTES]; /* of that one */
    uint64_t *missing; /* before it, sorted: these, or their payloads, did not come */
    size_t missing_count;
};

/* A terminal cannot tell itself what must not be asked: the desk says that it looked. */
struct config_checked {
    unsigned char assessment_hash[CHAIN_HASH_BYTES]; /* of what was looked at */
    struct span version;                             /* of the desk that looked */
};

struct terminal_config {
    unsigned char device_id[CHAIN_ID_BYTES];
    unsigned char
        device_key[CHAIN_PUBLIC_KEY_BYTES]; /* the organization knows it by this */
    int64_t epoch;
    struct span label, organization, contact, language;
    struct span retention; /* how long records are kept, where no vacancy says it */
    struct span customer, customers; /* empty: no word of its own */
    struct span printer; /* the print queue for what people take away; empty: none */
    struct span
        staff_pin; /* hash of the PIN of the page for staff (seal/code/pin.h); empty: none */
    enum legal_basis legal_basis;
    bool is_locked;   /* nobody begins unless the lock of the machine holds */
    int64_t width_mm; /* of the screen; 0: ask the screen */
    int64_t idle_s, warning_s, hold_s;
};

/* is_config_printer(name): whether `name` can be that of a print queue: 1 to 127 visible ASCII
 * characters, without "/", "#" and quotes, and no "-" first (so the printing program can take it
 * for nothing else). */
bool is_config_printer(struct span name);

/* config_X_read(arena, bytes, out_x), config_X_write(arena, x): `bytes` of the file of that name
 * to the struct X in `arena`, and back (canonical), for the manifest, the keyset, the
 * invitations, what is erased, what was received, what was checked and the terminal_config.
 * STATUS_BAD_INPUT with document and key. config_keyset_read also demands at least two
 * recipients, at least one for recovery, none twice. */
must_check enum status config_manifest_read(struct arena *arena, struct span bytes,
                                            struct manifest **out_manifest);
struct span config_manifest_write(struct arena *arena, const struct manifest *manifest);
must_check enum status config_keyset_read(struct arena *arena, struct span bytes,
                                          struct keyset **out_keyset);
struct span config_keyset_write(struct arena *arena, const struct keyset *keyset);
must_check enum status config_invitations_read(struct arena *arena, struct span bytes,
                                               struct invitations **out_invitations);
struct span config_invitations_write(struct arena *arena,
                                     const struct invitations *invitations);
must_check enum status config_erased_read(struct arena *arena, struct span bytes,
                                          struct config_erased **out_erased);
struct span config_erased_write(struct arena *arena, const struct config_erased *erased);
must_check enum status config_received_read(struct arena *arena, struct span bytes,
                                            struct config_received **out_received);
struct span config_received_write(struct arena *arena,
                                  const struct config_received *received);
must_check enum status config_checked_read(struct arena *arena, struct span bytes,
                                           struct config_checked **out_checked);
struct span config_checked_write(struct arena *arena,
                                 const struct config_checked *checked);
must_check enum status config_terminal_read(struct arena *arena, struct span bytes,
                                            struct terminal_config **out_config);
struct span config_terminal_write(struct arena *arena,
                                  const struct terminal_config *config);

#endif
