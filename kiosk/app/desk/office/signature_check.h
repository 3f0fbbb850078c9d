/* signature_check: whether an entry is what its terminal signed, and whether the entries of a
 * terminal make one unbroken chain. */
#ifndef APP_DESK_OFFICE_SIGNATURE_CHECK_H
#define APP_DESK_OFFICE_SIGNATURE_CHECK_H

#include "seal/envelope.h"
#include "store/enrolments.h"

#include <stdbool.h>

/* signature_check_entry(archive, bytes, signature, payload, out_header):
 * Reads the header `bytes` and checks it against the key that its terminal had in that
 * enrolment, and `payload`, unless it is empty, against the header. STATUS_NOT_FOUND for a
 * terminal this archive does not know, STATUS_FORGED, STATUS_DAMAGED, STATUS_UNSUPPORTED. */
must_check enum status
signature_check_entry(struct archive *archive, const unsigned char bytes[HEADER_BYTES],
                      const unsigned char signature[CHAIN_SIGNATURE_BYTES],
                      struct span payload, struct header *out_header);

/* The key of a terminal in one of its enrolments; zeroed: of none. */
struct signature_check_key {
    unsigned char device_id[CHAIN_ID_BYTES];
    uint64_t epoch;
    unsigned char public_key[CHAIN_PUBLIC_KEY_BYTES];
    uint64_t last_sequence; /* no entry after it is taken */
};

/* The two halves of signature_check_entry, for work on many entries:
 * signature_check_key(archive, bytes, out_header, key) reads the header `bytes`, believing
 * nothing of it yet, and makes `key` the one that its terminal had; `archive` is asked only when
 * that is another than the one before. STATUS_REFUSED for an entry that came after its terminal was
 * retired. signature_check_seal(header, public_key, bytes,
 * signature, payload) checks; it needs no archive, so threads may do it at the same time. */
must_check enum status signature_check_key(struct archive *archive,
                                           const unsigned char bytes[HEADER_BYTES],
                                           struct header *out_header,
                                           struct signature_check_key *key);
must_check enum status signature_check_seal(
    const struct header *header, const unsigned char public_key[CHAIN_PUBLIC_KEY_BYTES],
    const unsigned char bytes[HEADER_BYTES],
    const unsigned char signature[CHAIN_SIGNATURE_BYTES], struct span payload);

enum { CHAIN_HOLES_MAX = 8, CHAIN_DAMAGED_MAX = 8, CHAIN_WHY_BYTES = 240 };

/* What of a terminal's chain is in the archive. */
struct chain {
    uint64_t entry_count, last_sequence;
    unsigned char last_hash[CHAIN_HASH_BYTES];
    struct chain_hole {
        uint64_t from, to; /* sequences that have not come */
    } holes[CHAIN_HOLES_MAX];
    size_t hole_count;      /* all, also those not kept */
    uint64_t fork_sequence; /* the first place with two entries; 0: one chain */
    struct chain_damaged {
        uint64_t sequence;
        bool is_result;
        unsigned char record_id[CHAIN_ID_BYTES];
        char why[CHAIN_WHY_BYTES]; /* a sentence; longer ones are cut */
    } damaged[CHAIN_DAMAGED_MAX];
    size_t damaged_count; /* all, also those not kept */
};

/* signature_check_chain(archive, device_id, is_thorough, out_chain):
 * Walks all entries of the terminal `device_id`: each must name the hash of one at the place
 * before it. Holes are counted, for what is missing may still come; a broken link, or one back
 * to an earlier enrolment, is STATUS_FORGED. `is_thorough` checks every signature and payload
 * again, too, and counts those that are damaged. */
must_check enum status
signature_check_chain(struct archive *archive,
                      const unsigned char device_id[CHAIN_ID_BYTES], bool is_thorough,
                      struct chain *out_chain);

/* signature_check_tell_holes(chain, label, buffer): adds a line for each hole of the terminal
 * `label`. */
struct buffer;
void signature_check_tell_holes(const struct chain *chain, struct span label,
                                struct buffer *buffer);

/* signature_check_tell_damaged(chain, label, buffer): the same for each damaged entry.
 * signature_check_tell_fork(archive, arena, device_id, label, buffer): adds a line when the
 * terminal `device_id` has two entries at one place, with all results from there on; built in
 * `arena`. */
void signature_check_tell_damaged(const struct chain *chain, struct span label,
                                  struct buffer *buffer);
must_check enum status
signature_check_tell_fork(struct archive *archive, struct arena *arena,
                          const unsigned char device_id[CHAIN_ID_BYTES],
                          struct span label, struct buffer *buffer);

/* signature_check_tell_forks(archive, arena, buffer): the same for all terminals. */
must_check enum status signature_check_tell_forks(struct archive *archive,
                                                  struct arena *arena,
                                                  struct buffer *buffer);

#endif
