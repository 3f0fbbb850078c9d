/* roll: what the organization has signed for, in order: every set of keys that terminals may
 * seal to, every terminal in each of its enrolments, and the end of one. archive.db and
 * keyset.json lie in a folder that others may be able to write to; only what stands here is
 * believed of them.
 *
 *   roll.jsonl: signed statements (signed_rows.h)
 *     {"kind":"keys","keyset":"the bytes of keyset.json",...}
 *     {"kind":"terminal","device_id":..,"device_key":..,"epoch":..,"label":..,"until_s":..,...}
 *     {"kind":"retirement","device_id":..,"last":..,...}     no entry after number `last` is taken
 *     {"kind":"earlier","keyset_hash":..,...}                a set from before there was a roll
 *     {"count":3,"hash":..,"kind":"people",...}              how far people.jsonl had come
 *     {"anchor":"..","kind":"configuration",...}   one was signed, and how far the folder had come
 *     {"hash":..,"id":..,"kind":"vacancy",...}     what an open vacancy asks for (signed_vacancy.h)
 *     {"documents":"..","kind":"settings",...}    what an owner settles (signed_settings.h)
 *     {"codes":"..","first":1,"kind":"codes","made":..,...,"vacancy":..}   (signed_codes.h)
 *     {"card":..,"kind":"revocation",...,"vacancy":..}
 *     {"hash":..,"id":..,"kind":"form",...}        what is asked, from this configuration on
 *     {"device_id":..,"hash":..,"kind":"pin",...}   the PIN for staff there (signed_pin.h)
 *     {"change":"..","kind":"signing",...}         the signing key gave way (succession.h)
 *     {"by":..,"kind":"acceptance","until":..,...}   what the folder had when this configuration,
 *                                                  or one before it, was signed may be missing
 *
 * Folders made before there was a roll have none: 'resonance terminal certify' begins it. */
#ifndef APP_DESK_OFFICE_TRUST_ROLL_H
#define APP_DESK_OFFICE_TRUST_ROLL_H

#include "seal/next/succession.h"
#include "app/desk/office/anchor/anchor_format.h"
#include "app/desk/office/trust/roll_format.h"
#include "store/enrolments.h"

#include <stdbool.h>

#define ROLL_FILE ROLL_FORMAT_FILE

struct roll_keyset {
    unsigned char hash[CHAIN_HASH_BYTES]; /* as headers of entries name it */
    struct span bytes;                    /* keyset.json; empty: from before the roll */
    size_t recipient_count;               /* 0: not known */
    int64_t version, unix_s;
};

struct roll_vacancy {
    struct span id;
    unsigned char hash[CHAIN_HASH_BYTES];
};

/* Codes that were given out: their tags, of cards with the numbers from `first` on. */
struct roll_codes {
    struct span vacancy; /* empty, and `first` 0: of colleagues */
    int64_t first;
    unsigned char (*tags)[CONFIG_TAG_BYTES];
    size_t count;
    unsigned char made[CHAIN_HASH_BYTES]; /* of salt and cost */
};

struct roll_revocation {
    struct span vacancy;
    int64_t card;
};

struct roll_pin {
    unsigned char id[CHAIN_ID_BYTES]; /* of the terminal */
    unsigned char hash[CHAIN_HASH_BYTES];
};

struct roll {
    bool is_missing; /* the folder is from before there was one */
    struct signed_rows_head head;
    struct span bytes;                         /* the file */
    unsigned char (*hashes)[CHAIN_HASH_BYTES]; /* of each line */
    struct enrolled_terminal *terminals; /* by id and epoch; heads are not filled in */
    size_t terminal_count;
    struct roll_keyset *keysets; /* in the order in which they were signed */
    size_t keyset_count;
    struct roll_vacancy *vacancies;
    size_t vacancy_count;
    struct roll_codes *codes;
    size_t code_count; /* rows */
    struct roll_revocation *revocations;
    size_t revocation_count;
    struct roll_pin
        *pins; /* in the order in which they were signed: the last one counts */
    size_t pin_count;
    unsigned char
        form[CHAIN_HASH_BYTES]; /* of the last configuration; zeros: not known */
    bool is_from_before;        /* terminals came before settings were signed for */
    struct span settings;       /* as they were signed last; empty: they never were */
    struct signed_rows_head
        people;           /* how far people.jsonl had come; its count 0: there was none */
    struct anchor anchor; /* of the last configuration */
    bool has_anchor;      /* false: none was signed since there are such rows */
    struct span *anchors; /* as JSON, of all configurations */
    size_t anchor_count;
    struct succession *successions; /* of the signing key, from the first one on */
    struct span *succession_lines;  /* the same, as they are signed */
    size_t succession_count;
    int64_t accepted; /* the last configuration of which something may be missing */
};

/* roll_read(office, out_roll):
 * The roll of `office`, verified by keys/organization.pub, read once. STATUS_FORGED when a row was
 * changed, cut out or signed by another key, STATUS_DAMAGED when it is none, STATUS_REFUSED when a
 * change of the signing key was cut off (next_key.h). */
must_check enum status roll_read(struct office *office, const struct roll **out_roll);

/* roll_need(office, out_roll): the same; STATUS_REFUSED, with the way to begin one, when it is
 * missing. */
must_check enum status roll_need(struct office *office, const struct roll **out_roll);

/* roll_terminal(roll, id): the terminal `id` in its last enrolment; NULL when it never was. */
const struct enrolled_terminal *roll_terminal(const struct roll *roll,
                                              const unsigned char id[CHAIN_ID_BYTES]);

/* roll_keyset(roll, hash): the set of keys with this hash; NULL when the organization never signed
 * one. roll_keyset_last(roll): the present one; NULL when there is none. */
const struct roll_keyset *roll_keyset(const struct roll *roll,
                                      const unsigned char hash[CHAIN_HASH_BYTES]);
const struct roll_keyset *roll_keyset_last(const struct roll *roll);

#endif
