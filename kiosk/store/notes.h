/* notes: small named pieces beside a record in the desk's archive, such as a rating, a decision
 * or a hold; sealed by the caller. archive_erase removes them with the record. */
#ifndef STORE_NOTES_H
#define STORE_NOTES_H

#include "store/archive.h"

/* notes_put(archive, record_id, name, sealed):
 * Keeps `sealed` as the note `name` (1 to ARCHIVE_MAX_NAME_BYTES bytes) of `record_id`; an older
 * one of that name is replaced. STATUS_TOO_LARGE over ARCHIVE_MAX_NOTE_BYTES. */
must_check enum status notes_put(struct archive *archive,
                                 const unsigned char record_id[CHAIN_ID_BYTES],
                                 struct span name, struct span sealed);

/* notes_get(arena, archive, record_id, name, out_sealed):
 * The note `name` of `record_id`, built in `arena`; STATUS_NOT_FOUND. */
must_check enum status notes_get(struct arena *arena, struct archive *archive,
                                 const unsigned char record_id[CHAIN_ID_BYTES],
                                 struct span name, struct span *out_sealed);

/* notes_list(archive, record_id, on_note, context):
 * Calls `on_note` with `context` for each note of `record_id`, by name; `name` and `sealed` are
 * lent for the call. A status other than OK from it ends the list and is passed on. */
typedef enum status notes_on_note(void *context, struct span name, struct span sealed);
must_check enum status notes_list(struct archive *archive,
                                  const unsigned char record_id[CHAIN_ID_BYTES],
                                  notes_on_note *on_note, void *context);

/* notes_erase(archive, record_id, name):
 * Removes the note `name` of `record_id` and sweeps the file. OK also when it is not there. */
must_check enum status notes_erase(struct archive *archive,
                                   const unsigned char record_id[CHAIN_ID_BYTES],
                                   struct span name);

#endif
