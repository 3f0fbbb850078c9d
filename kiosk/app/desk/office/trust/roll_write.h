/* roll_write: statements added to the roll of the organization. All of one change are signed and
 * written together, or none. */
#ifndef APP_DESK_OFFICE_TRUST_ROLL_WRITE_H
#define APP_DESK_OFFICE_TRUST_ROLL_WRITE_H

#include "app/desk/office/trust/roll.h"

struct roll_write {
    struct signed_rows_write rows;
};

/* roll_write_begin(arena, roll, key, write): goes on after `roll`, or begins a new one where it is
 * missing or NULL. */
void roll_write_begin(struct arena *arena, const struct roll *roll,
                      const struct minisign_key *key, struct roll_write *write);

/* roll_write_keyset(write, bytes): from now on terminals seal to the set in these `bytes` of
 * keyset.json. roll_write_earlier(write, hash): entries that came before may be sealed to a set
 * with this hash. roll_write_terminal(write, terminal): `terminal` signs its entries with this
 * key in this epoch. roll_write_retirement(write, id, last_sequence): no entry of the terminal
 * `id` after `last_sequence` is taken. roll_write_people(write, head): people.jsonl has come as far
 * as `head`, so that rows cut from its end are missed. roll_write_configuration(write, anchor): a
 * configuration was signed when the folder had come as far as `anchor` says.
 * roll_write_vacancy(write, id, hash): the open vacancy `id` asks for what has this hash.
 * roll_write_settings(write, settings): what an owner settles is as these `settings` say.
 * roll_write_codes(write, codes): terminals are told of these `codes`. roll_write_revocation(write,
 * vacancy, card): the code of this card opens nothing any more. roll_write_form(write, id, hash):
 * the form that is asked from now on. roll_write_pin(write, pin): staff of this terminal open their
 * page with the PIN of this hash.
 * roll_write_signing(write, succession): the signing key gives way, as the line `succession` says
 * (succession.h), which names how far the roll has come before.
 * roll_write_acceptance(write, by, until): `by` answers for it that what the folder had by the
 * configuration `until` may be missing. */
void roll_write_keyset(struct roll_write *write, struct span bytes);
void roll_write_earlier(struct roll_write *write,
                        const unsigned char hash[CHAIN_HASH_BYTES]);
void roll_write_terminal(struct roll_write *write,
                         const struct enrolled_terminal *terminal);
void roll_write_retirement(struct roll_write *write,
                           const unsigned char id[CHAIN_ID_BYTES],
                           uint64_t last_sequence);
void roll_write_people(struct roll_write *write, const struct signed_rows_head *head);
void roll_write_configuration(struct roll_write *write, const struct anchor *anchor);
void roll_write_vacancy(struct roll_write *write, struct span id,
                        const unsigned char hash[CHAIN_HASH_BYTES]);
void roll_write_settings(struct roll_write *write, struct span settings);
void roll_write_codes(struct roll_write *write, const struct roll_codes *codes);
void roll_write_revocation(struct roll_write *write, struct span vacancy, int64_t card);
void roll_write_form(struct roll_write *write, struct span id,
                     const unsigned char hash[CHAIN_HASH_BYTES]);
void roll_write_pin(struct roll_write *write, const struct roll_pin *pin);
void roll_write_signing(struct roll_write *write, struct span succession);
void roll_write_acceptance(struct roll_write *write, struct span by, int64_t until);

/* roll_write_bytes(write): the file as it is to stand. roll_write_end(write, office): puts it
 * into its place, whole or not at all; STATUS_FORGED, and nothing is written, when the key is
 * not the one of keys/organization.pub. */
struct span roll_write_bytes(const struct roll_write *write);
must_check enum status roll_write_end(const struct roll_write *write,
                                      struct office *office);

#endif
