/* keyfile: one secret of the desk in a file that only its passphrase opens.
 *
 *   at  bytes
 *    0    4  "HFKF"
 *    4    1  version 1
 *    5    1  kind: 1 recruiter identity, 2 signing key, 3 person
 *    6    2  length of the label
 *    8    8  Argon2id: passes
 *   16    8  Argon2id: bytes of memory
 *   24   16  Argon2id: salt
 *   40   24  nonce
 *   64   64  label (UTF-8), zeros after it
 *  128    n  the secret, XChaCha20-Poly1305; all before it is bound into the tag
 *  …     16  tag
 *  …     32  plain BLAKE2b-256 of all before it, to tell damage from a wrong passphrase
 *
 * Numbers are little-endian. */
#ifndef SEAL_KEYFILE_H
#define SEAL_KEYFILE_H

#include "seal/secret.h"
#include "seal/code/stretch.h"

#include <stdbool.h>

enum {
    KEYFILE_LABEL_MAX_BYTES = 64,
    KEYFILE_SECRET_MAX_BYTES = 1024,
    KEYFILE_MAX_BYTES = 128 + KEYFILE_SECRET_MAX_BYTES + 16 + 32,
    KEYFILE_PASSPHRASE_MIN_COUNT = 14, /* characters */
};

enum keyfile_kind { KEYFILE_IDENTITY = 1, KEYFILE_SIGNING = 2, KEYFILE_PERSON = 3 };

struct keyfile {
    enum keyfile_kind kind;
    struct span label; /* for people: whose key this is; not secret */
    struct stretch_cost cost;
};

/* The cost of a new file (about a second), and what is refused above when reading. */
#define KEYFILE_COST ((struct stretch_cost){4, 512ULL << 20})
#define KEYFILE_COST_CEILING ((struct stretch_cost){8, 1024ULL << 20})

/* is_keyfile_passphrase(passphrase):
 * Whether `passphrase` has at least 14 characters; there are no other rules. */
bool is_keyfile_passphrase(struct span passphrase);

/* keyfile_wrap(arena, facts, passphrase, secret, out_bytes):
 * The file for `secret` (1 to 1,024 bytes) under `passphrase` with the kind, label and
 * cost of `facts`, in `arena`. STATUS_BAD_INPUT for a label over 64 bytes or with control
 * characters, a secret of another size or a cost above the ceiling; STATUS_IO when memory
 * is short. */
must_check enum status keyfile_wrap(struct arena *arena, const struct keyfile *facts,
                                    struct span passphrase, struct span secret,
                                    struct span *out_bytes);

/* keyfile_read(bytes, out_facts):
 * What can be known of the file `bytes` without its passphrase; the label is lent from
 * `bytes`. STATUS_DAMAGED, STATUS_UNSUPPORTED for another version or kind, STATUS_REFUSED
 * when it asks for more work than the ceiling. */
must_check enum status keyfile_read(struct span bytes, struct keyfile *out_facts);

/* keyfile_unwrap(bytes, kind, passphrase, out_secret):
 * Opens `bytes` with `passphrase` into `out_secret`, which the caller closes. Fails as
 * keyfile_read does, with STATUS_BAD_INPUT when the file holds a key of another kind than
 * `kind`, and with STATUS_WRONG_PASSPHRASE. */
must_check enum status keyfile_unwrap(struct span bytes, enum keyfile_kind kind,
                                      struct span passphrase, struct secret *out_secret);

#endif
