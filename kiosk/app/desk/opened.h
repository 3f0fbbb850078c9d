/* opened: a sealed result on its way back to something that can be read:
 *
 *   archive entry -> signature, payload hash -> age file -> inner facts -> record on the assessment
 *
 * Everything decrypted lies in guarded memory and is gone when the opener is closed. */
#ifndef APP_DESK_OPENED_H
#define APP_DESK_OPENED_H

#include "app/desk/office_keys.h"
#include "app/desk/task.h"
#include "model/record.h"
#include "seal/envelope.h"

/* What results are opened with. */
struct opener {
    struct duty *duty;
    struct archive *archive;
    struct assessment *assessment;
    struct keys keys;
    struct arena arena; /* guarded; see opener_read */
    size_t read_count;  /* so far: progress on a terminal */
};

struct opened {
    int64_t place; /* in order of arrival, among all results; from 1 */
    struct span handle;
    struct envelope envelope; /* verified */
    unsigned char entry_hash[ENTRY_HASH_BYTES];
    struct record *record;
};

/* opener_open(duty, record_count, opener), opener_close(opener):
 * Opens the archive, the assessment and the keys (which asks for the passphrase), and guarded
 * memory for `record_count` records at a time, with room to score or report one. opener_close
 * wipes; harmless on a zeroed one. */
must_check enum status opener_open(struct duty *duty, size_t record_count,
                                   struct opener *opener);
void opener_close(struct opener *opener);
#define scoped_opener __attribute__((cleanup(opener_close))) struct opener

/* opener_read(opener, entry, place, out_opened):
 * Verifies and opens the result `entry`, which came as number `place`, in opener->arena; who
 * wants it emptied marks and releases it. STATUS_NOT_FOUND when its payload was erased,
 * STATUS_WRONG_KEY when it was sealed for other keys, STATUS_FORGED, STATUS_DAMAGED,
 * STATUS_UNSUPPORTED when it was made with another version of the assessment; the sentence begins
 * with the record's handle. */
must_check enum status opener_read(struct opener *opener, const struct entry *entry,
                                   int64_t place, struct opened *out_opened);

/* The two halves of opener_read, for work on several records at once:
 * opener_prove(opener, arena, entry, place, out_opened) verifies; `arena` holds the handle.
 * opener_decrypt(opener, arena, payload, opened) opens the sealed `payload` of what was proved into
 * opened->record, built in `arena`, which is guarded; threads may call it at the same time, each
 * with an arena of its own. opener_guarded(opener, arena) makes such an arena, for one record. */
must_check enum status opener_prove(struct opener *opener, struct arena *arena,
                                    const struct entry *entry, int64_t place,
                                    struct opened *out_opened);
must_check enum status opener_decrypt(const struct opener *opener, struct arena *arena,
                                      struct span payload, struct opened *opened);
must_check enum status opener_guarded(const struct opener *opener, struct arena *arena);

/* result_find(arena, archive, typed, out_record_id, out_place):
 * The one result of `archive` whose handle begins with `typed`, without opening it: its id, and
 * its place in order of arrival. `arena` is for the search. Fails as opener_find does. */
must_check enum status result_find(struct arena *arena, struct archive *archive,
                                   struct span typed,
                                   unsigned char out_record_id[ENTRY_ID_BYTES],
                                   int64_t *out_place);

/* opener_find(opener, typed, out_opened):
 * Opens the one result whose handle begins with `typed`. STATUS_NOT_FOUND; STATUS_BAD_INPUT when
 * more than one does, with their longer handles. */
must_check enum status opener_find(struct opener *opener, struct span typed,
                                   struct opened *out_opened);

#endif
