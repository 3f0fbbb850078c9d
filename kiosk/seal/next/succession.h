/* succession: the organization's signing key gives way to another one. The key before says which
 * comes next, the next one says that it is there, and both sign for how far the folder of the desk
 * had come: what the key before signed counts up to there, and nothing that it signs afterwards.
 *
 *   {"ends":3,"ends_hash":..,"log":41,"log_hash":..,"next":"NUMBER KEY","people":2,"people_hash":
 *   ..,"previous":"NUMBER KEY","roll":8,"roll_hash":..,"unix_s":..} SIGNATURE SIGNATURE
 *
 * A line is canonical JSON and the signatures, in hex, of the key before and of the next one. They
 * stand in the roll of the desk and, one after the other from the first key to the present one, as
 * successions.jsonl in each configuration: terminals that missed some learn all of them. */
#ifndef SEAL_NEXT_SUCCESSION_H
#define SEAL_NEXT_SUCCESSION_H

#include "base/arena.h"
#include "seal/minisign.h"

#include <stdint.h>

#define SUCCESSION_FILE "successions.jsonl"
enum { SUCCESSION_MOST = 64, SUCCESSION_BYTES_MAX = 2048 };

/* How far a part of the folder had come: its rows, and the hash of the last one. */
struct succession_part {
    uint64_t count;
    unsigned char hash[CHAIN_HASH_BYTES];
};

struct succession {
    struct minisign_public previous, next;
    int64_t unix_s;
    struct succession_part ends, log, people, roll;
};

/* succession_write(arena, succession, previous, next): the line for `succession`, signed by the
 * keys `previous` and `next`, whose public halves are those of `succession`; without its end. */
struct span succession_write(struct arena *arena, const struct succession *succession,
                             const struct minisign_key *previous,
                             const struct minisign_key *next);

/* succession_read(arena, line, out_succession): takes such a line apart. STATUS_DAMAGED when it is
 * none, STATUS_FORGED when one of the two did not sign it, or both are one key. */
must_check enum status succession_read(struct arena *arena, struct span line,
                                       struct succession *out_succession);

/* succession_list(arena, bytes, out_list, out_count): those of successions.jsonl; each begins where
 * the one before ends. Fails as succession_read, and with STATUS_TOO_LARGE. */
must_check enum status succession_list(struct arena *arena, struct span bytes,
                                       struct succession **out_list, size_t *out_count);

/* succession_from(list, count, public): the one by which the key `public` gave way; NULL when it is
 * none of those before. is_succession_key(one, other): whether both are the same key. */
const struct succession *succession_from(const struct succession *list, size_t count,
                                         const struct minisign_public *public);
bool is_succession_key(const struct minisign_public *one,
                       const struct minisign_public *other);

#endif
