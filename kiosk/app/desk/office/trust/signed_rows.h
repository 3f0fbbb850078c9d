/* signed_rows: a file of statements that the organization signed, one after the other.
 *
 *   a statement a line: canonical JSON, a blank, the signature in hex
 *
 * Each has "number" from 1, "previous", the hash of the line before it, and "unix_s". The signature
 * is Ed25519 by the organization's signing key over the kind's label and the hash of the JSON.
 * Since each names the one before, the last signature holds for all. What the statements say, the
 * file's own module knows (roll.h, ends.h). */
#ifndef APP_DESK_OFFICE_TRUST_SIGNED_ROWS_H
#define APP_DESK_OFFICE_TRUST_SIGNED_ROWS_H

#include "app/desk/office/office.h"
#include "base/buffer.h"
#include "base/json/canonical.h"
#include "base/json/canonical_take.h"
#include "seal/minisign.h"

enum { SIGNED_ROWS_LABEL_BYTES = 10 };

/* The files that go on when the organization's signing key gives way to another one. */
enum signed_rows_part {
    SIGNED_ROWS_ALONE, /* none of them */
    SIGNED_ROWS_ROLL,
    SIGNED_ROWS_PEOPLE,
    SIGNED_ROWS_ENDS,
    SIGNED_ROWS_PARTS
};

struct signed_rows_kind {
    enum signed_rows_part part;
    const char *file;     /* in the folder: "roll.jsonl" */
    const char *personal; /* of its hashes: "roll" */
    const char *label; /* what is signed begins with its SIGNED_ROWS_LABEL_BYTES bytes */
    size_t bytes_max, rows_max;
};

/* How far a file goes. */
struct signed_rows_head {
    uint64_t count;
    unsigned char hash[CHAIN_HASH_BYTES]; /* of the last line; zeros: there is none */
};

/* Keys that signed before the present one (succession.h), as the roll tells when it is read
 * (office->formers): what they signed counts up to where each file had come then. */
struct signed_rows_former {
    struct minisign_public public;
    int64_t unix_s; /* when it gave way */
    struct signed_rows_head heads[SIGNED_ROWS_PARTS];
};
struct signed_rows_formers {
    struct signed_rows_former *list;
    size_t count;
};

/* is_signed_rows_kept(now, hashes, then): whether a file that goes as far as `now`, with these
 * `hashes` of its lines, begins with all that there was when it went as far as `then`.
 * signed_rows_head_write(c, keys, head), signed_rows_head_take(take, root, keys, head): `head` as
 * two members of an object, and back. */
struct signed_rows_keys {
    const char *count, *hash;
};
bool is_signed_rows_kept(const struct signed_rows_head *now,
                         unsigned char (*hashes)[CHAIN_HASH_BYTES],
                         const struct signed_rows_head *then);
void signed_rows_head_write(struct canonical *c, const struct signed_rows_keys *keys,
                            const struct signed_rows_head *head);
void signed_rows_head_take(struct canonical_take *take, const struct json *root,
                           const struct signed_rows_keys *keys,
                           struct signed_rows_head *head);

/* One statement that is read: its JSON is taken apart with `take`. */
struct signed_row {
    struct canonical_take take;
    const struct json *json;
    uint64_t number;
    int64_t unix_s;
    unsigned char hash[CHAIN_HASH_BYTES]; /* of its line */
};

/* signed_rows_read(office, kind, bytes, on_row, context, out_head):
 * Gives each statement in `bytes`, the file of `kind`, to `on_row`, and verifies all of them by
 * keys/organization.pub, or by the key that was there when the file had come as far. STATUS_FORGED
 * when one was changed, cut out of the middle or signed by
 * another key, does not stand as it should, or is none that `on_row` takes. Rows cut from the end
 * are not seen here: archive_mark.h. */
typedef enum status signed_rows_on_row(void *context, struct signed_row *row);
must_check enum status signed_rows_read(struct office *office,
                                        const struct signed_rows_kind *kind,
                                        struct span bytes, signed_rows_on_row *on_row,
                                        void *context, struct signed_rows_head *out_head);

/* signed_rows_line_count(text): how many lines `text` has. */
size_t signed_rows_line_count(struct span text);

/* Statements that are to be added: all of one change are signed and written together. */
struct signed_rows_write {
    struct arena *arena;
    const struct signed_rows_kind *kind;
    const struct minisign_key *key; /* of the organization, lent */
    int64_t unix_s;                 /* of all of them */
    struct signed_rows_head head;
    struct buffer text; /* the file so far */
};

/* signed_rows_write_begin(arena, kind, head, bytes, key, write): goes on after the `bytes` that end
 * with `head`; zeros and nothing begin a file.
 * signed_rows_write_place(write, c): puts "number", "previous" and "unix_s" into the statement `c`,
 * between those of its keys that sort before and after them.
 * signed_rows_write_row(write, c): ends the statement `c`, signs it and adds its line.
 * signed_rows_write_end(write, office): puts the file into its place, whole or not at all;
 * STATUS_FORGED, and nothing is written, when the key is not the one of keys/organization.pub. */
void signed_rows_write_begin(struct arena *arena, const struct signed_rows_kind *kind,
                             const struct signed_rows_head *head, struct span bytes,
                             const struct minisign_key *key,
                             struct signed_rows_write *write);
void signed_rows_write_place(const struct signed_rows_write *write, struct canonical *c);
void signed_rows_write_row(struct signed_rows_write *write, struct canonical *c);
must_check enum status signed_rows_write_end(const struct signed_rows_write *write,
                                             struct office *office);

/* signed_rows_sign(arena, kind, key, json): the line for `json`, signed, without its end.
 * signed_rows_verify(office, kind, line, out_json): takes such a line apart; STATUS_FORGED when it
 * is none of the organization's. They serve single statements, too. */
struct span signed_rows_sign(struct arena *arena, const struct signed_rows_kind *kind,
                             const struct minisign_key *key, struct span json);
must_check enum status signed_rows_verify(struct office *office,
                                          const struct signed_rows_kind *kind,
                                          struct span line, struct span *out_json);

/* signed_rows_former(office, kind, line): the former key that signed such a line; NULL: none, or
 * the roll was not read. Whether it counts, the caller knows. */
const struct signed_rows_former *signed_rows_former(const struct office *office,
                                                    const struct signed_rows_kind *kind,
                                                    struct span line);

#endif
