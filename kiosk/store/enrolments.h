/* enrolments: the terminals whose entries the desk's archive takes, one for each enrolment: a new
 * enrolment has a new epoch, and old entries are still verified with the key of theirs. The caller
 * knows them from what the organization signed (enrolments_certify); the rows of the file, which
 * anybody may have written, count only where there is nothing of that kind. */
#ifndef STORE_ENROLMENTS_H
#define STORE_ENROLMENTS_H

#include "store/archive.h"

enum { ENROLMENTS_MAX_LABEL_BYTES = 64 };

/* A terminal in one of its enrolments, and the highest entry that was seen from it: a terminal
 * that later shows a lower head was rolled back. */
struct enrolled_terminal {
    unsigned char id[CHAIN_ID_BYTES];
    uint64_t epoch;
    struct span label;
    unsigned char public_key[CHAIN_PUBLIC_KEY_BYTES]; /* that signs its entries */
    int64_t from_unix_s, until_unix_s; /* of the certificate; 0: not said, no end */
    int64_t retired_unix_s;            /* when the terminal was retired; 0: it was not */
    uint64_t last_sequence;            /* no entry after it is taken */
    uint64_t sequence;                 /* highest seen; 0 when none */
    unsigned char head_hash[CHAIN_HASH_BYTES]; /* of that entry; zeros when none */
};

/* enrolments_put(archive, terminal):
 * Adds `terminal` with its id, epoch, label and key; the head is not looked at.
 * STATUS_EXISTS when it is there with this key (the label stays as it was), STATUS_FORGED
 * when it is there with another key, STATUS_BAD_INPUT for a label that is too long. */
must_check enum status enrolments_put(struct archive *archive,
                                      const struct enrolled_terminal *terminal);

/* enrolments_certify(archive, terminals, count): from now on only these `count` `terminals`,
 * lent for the life of `archive` and sorted by id and epoch, are known in it. */
void enrolments_certify(struct archive *archive,
                        const struct enrolled_terminal *terminals, size_t count);

/* enrolments_get(arena, archive, id, epoch, out_terminal):
 * The terminal `id` in its enrolment `epoch`, its label in `arena`; STATUS_NOT_FOUND. */
must_check enum status enrolments_get(struct arena *arena, struct archive *archive,
                                      const unsigned char id[CHAIN_ID_BYTES],
                                      uint64_t epoch,
                                      struct enrolled_terminal *out_terminal);

/* enrolments_list(archive, on_terminal, context):
 * Calls `on_terminal` with `context` for each enrolment, by id and epoch. `terminal`
 * is lent for the call. A status other than OK from it ends the list and is passed on. */
typedef enum status enrolments_on_terminal(void *context,
                                           const struct enrolled_terminal *terminal);
must_check enum status enrolments_list(struct archive *archive,
                                       enrolments_on_terminal *on_terminal,
                                       void *context);

#endif
