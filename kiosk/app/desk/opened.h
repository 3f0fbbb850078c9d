/* opened: a sealed result on its way back to something that can be read:
 *
 *   archive entry -> signature, payload hash -> age file -> inner facts -> record on the assessment
 *
 * Everything decrypted lies in guarded memory and is gone when the opener is closed. */
#ifndef APP_DESK_OPENED_H
#define APP_DESK_OPENED_H

#include "app/desk/office_keys.h"
#include "app/desk/proof.h"
#include "app/desk/task.h"
#include "scoring/record.h"
#include "seal/envelope.h"

/* What results are opened with. */
struct opener {
    struct duty *duty;
    struct archive *archive;
    struct assessment *assessment;
    struct keys keys;
    struct arena arena;   /* guarded; see opener_read */
    size_t result_count;  /* in the archive, when it was opened */
    struct proof_key key; /* of the terminal that was looked up last */
};

struct opened {
    int64_t place; /* in order of arrival, among all results; from 1 */
    struct span handle;
    struct envelope envelope;                    /* verified */
    unsigned char public_key[SIGN_PUBLIC_BYTES]; /* of the terminal that signed it */
    unsigned char entry_hash[ENTRY_HASH_BYTES];
};

/* opener_open(duty, record_count, opener), opener_close(opener):
 * Opens the archive, the assessment and the keys (which asks for the passphrase), and guarded
 * memory for `record_count` records at a time (0: none), with room to score or report one.
 * opener_close wipes; harmless on a zeroed one. */
must_check enum status opener_open(struct duty *duty, size_t record_count,
                                   struct opener *opener);
void opener_close(struct opener *opener);
#define scoped_opener __attribute__((cleanup(opener_close))) struct opener

/* opener_read(opener, record_id, place, out_opened, out_record):
 * Verifies and opens the result `record_id`, which came as number `place`, in opener->arena; who
 * wants it emptied marks and releases it. STATUS_NOT_FOUND when its payload was erased,
 * STATUS_WRONG_KEY when it was sealed for other keys, STATUS_FORGED, STATUS_DAMAGED,
 * STATUS_UNSUPPORTED when it was made with another version of the assessment; the sentence begins
 * with the record's handle. */
must_check enum status opener_read(struct opener *opener,
                                   const unsigned char record_id[ENTRY_ID_BYTES],
                                   int64_t place, struct opened *out_opened,
                                   struct record **out_record);

/* The steps of opener_read, for work on several results at once (walk.h). They fail as it does, but
 * for the handle in front of the sentence.
 * opener_look_up(opener, arena, entry, place, out_opened): what is known without opening `entry`;
 *   one thread at a time. The handle lies in `arena`, and is there after a failure, too.
 * opener_unseal(opener, arena, entry, opened, out_content): verifies the entry and opens it into
 *   the bytes of its record.
 * opener_record(opener, arena, content, out_record), opener_peek(opener, arena, content,
 *   out_peeked): what these bytes say, all of it or as record_peek.
 * Threads may do the last three at the same time, each with an `arena` of its own, which
 * opener_guarded(opener, arena) makes, for one result. */
must_check enum status opener_look_up(struct opener *opener, struct arena *arena,
                                      const struct entry *entry, int64_t place,
                                      struct opened *out_opened);
must_check enum status opener_unseal(const struct opener *opener, struct arena *arena,
                                     const struct entry *entry,
                                     const struct opened *opened,
                                     struct span *out_content);
must_check enum status opener_record(const struct opener *opener, struct arena *arena,
                                     struct span content, struct record **out_record);
must_check enum status opener_peek(const struct opener *opener, struct arena *arena,
                                   struct span content, struct record_peeked *out_peeked);
must_check enum status opener_guarded(const struct opener *opener, struct arena *arena);

/* result_find(arena, archive, typed, out_record_id, out_place):
 * The one result of `archive` whose handle begins with `typed`, without opening it: its id, and
 * its place in order of arrival. `arena` is for the search. Fails as opener_find does. */
must_check enum status result_find(struct arena *arena, struct archive *archive,
                                   struct span typed,
                                   unsigned char out_record_id[ENTRY_ID_BYTES],
                                   int64_t *out_place);

/* opener_find(opener, typed, out_opened, out_record):
 * Opens the one result whose handle begins with `typed`. STATUS_NOT_FOUND; STATUS_BAD_INPUT when
 * more than one does, with their longer handles. */
must_check enum status opener_find(struct opener *opener, struct span typed,
                                   struct opened *out_opened, struct record **out_record);

#endif
