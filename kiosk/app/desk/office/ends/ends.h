/* ends: what the organization has signed for about the end of results: which are held, which
 * were asked to be erased while they are, which were decided on, and which were erased, on what
 * ground, on what day, by whom. What was erased stays erased, whatever archive or bundle comes
 * back.
 *
 *   ends.jsonl: signed statements (signed_rows.h), of the result with this "id"
 *     {"by":"Anna Berg","day_s":..,"ground":"asked","id":..,"kind":"erasure",..,"why":""}
 *     "restriction"   its erasure was asked for on that day, but it is held
 *     "hold", "release"   with the reason in "why"; "decision"   on that day
 *     on the ground "frozen" the profile and its hash stand in "why"; on the ground "earlier"
 *     nobody knows "by"
 *   "by" is who did it, "unix_s" when. Nothing of what a result says stands here. */
#ifndef APP_DESK_OFFICE_ENDS_ENDS_H
#define APP_DESK_OFFICE_ENDS_ENDS_H

#include "app/desk/office/ends/ends_format.h"

#include <stdbool.h>

/* One statement about a result; `number` is 0 where there is none. */
struct ends_step {
    uint64_t number; /* of its row */
    int64_t unix_s;  /* when it was signed */
    int64_t day_s;   /* the day that it names; 0: none */
    struct span by, why;
};

/* What is known of one result. */
struct end {
    unsigned char id[CHAIN_ID_BYTES];
    struct ends_step erased, restricted, held, decided;
    enum ends_ground ground; /* of `erased` */
};

struct ends {
    bool is_missing;
    struct signed_rows_head head;
    struct span bytes;                         /* the file */
    unsigned char (*hashes)[CHAIN_HASH_BYTES]; /* of each line */
    struct end *list;                          /* by id */
    size_t count;
};

/* ends_read(office, out_ends): those of `office`, verified, read once; none where the file is
 * missing. Fails as signed_rows_read does. */
must_check enum status ends_read(struct office *office, const struct ends **out_ends);

/* ends_find(ends, id): what is known of the result `id`; NULL: nothing. */
const struct end *ends_find(const struct ends *ends,
                            const unsigned char id[CHAIN_ID_BYTES]);

/* is_ends_over(end): whether nobody but a recovery sheet may read the result any more: it was
 * erased or is restricted. NULL is not. */
bool is_ends_over(const struct end *end);

/* is_ends_locked(end): whether it is restricted and not erased yet; NULL is not.
 * ends_locked_count(ends): how many results are. */
bool is_ends_locked(const struct end *end);
size_t ends_locked_count(const struct ends *ends);

/* ends_certify(office, archive): `archive` gives out and takes nothing of what is over. */
must_check enum status ends_certify(struct office *office, struct archive *archive);

#endif
