/* result: a sealed result on its way back to something that can be read:
 *
 *   archive entry -> signature, payload hash -> age file -> inner facts -> record on the assessment
 *
 * Everything decrypted lies in guarded memory and is gone when the reader is closed. */
#ifndef APP_DESK_OFFICE_RESULT_H
#define APP_DESK_OFFICE_RESULT_H

#include "app/desk/office/keys.h"
#include "app/desk/office/signature_check.h"
#include "scoring/record.h"
#include "seal/envelope.h"

/* What results are opened with. */
struct result_reader {
    struct office *office;
    struct archive *archive;
    const struct assessment *assessment; /* the present one */
    const struct keys *keys;
    struct arena arena;             /* guarded; see result_reader_read */
    size_t result_count;            /* in the archive, when it was opened */
    struct signature_check_key key; /* of the terminal that was looked up last */
    bool is_shared_with; /* something of before was shared with one of `keys` */
};

/* `assessment` is the one that the header names, present or earlier; NULL: it is not here. */
struct result {
    int64_t place; /* in order of arrival, among all results; from 1 */
    struct span handle;
    struct header header; /* verified */
    const struct assessment *assessment;
    unsigned char public_key[CHAIN_PUBLIC_KEY_BYTES]; /* of the terminal that signed it */
    unsigned char entry_hash[CHAIN_HASH_BYTES];
    struct span shared; /* the header that opens it to the keys at hand, beside its own */
};

/* result_reader_open(office, keys, record_count, reader), result_reader_close(reader):
 * Opens the archive and the assessment of `office`, and guarded memory for `record_count`
 * records at a time (0: none), with room to score or report one; keeps `keys`, which results are
 * opened with. result_reader_close wipes; harmless on a zeroed one. */
must_check enum status result_reader_open(struct office *office, const struct keys *keys,
                                          size_t record_count,
                                          struct result_reader *reader);
void result_reader_close(struct result_reader *reader);

/* result_reader_read(reader, record_id, place, out_opened, out_record):
 * Verifies and opens the result `record_id`, which came as number `place`, in reader->arena; who
 * wants it emptied marks and releases it. STATUS_NOT_FOUND when its payload was erased,
 * STATUS_WRONG_KEY when it was sealed for other keys, STATUS_FORGED, STATUS_DAMAGED,
 * STATUS_UNSUPPORTED when it was made with another version of the assessment; the sentence begins
 * with the record's handle. */
must_check enum status result_reader_read(struct result_reader *reader,
                                          const unsigned char record_id[CHAIN_ID_BYTES],
                                          int64_t place, struct result *out_opened,
                                          struct record **out_record);

/* The steps of result_reader_read, for work on several results at once (batch.h). They fail as
 * it does, but for the handle in front of the sentence. result_reader_look_up(reader, arena,
 * entry, place, out_opened): what is known without opening `entry`; one thread at a time. The
 * handle lies in `arena`, and is there after a failure, too. result_reader_form(reader, opened):
 * finds the assessment of `opened` by its header, and reads an earlier one when it is the first
 * that asks for it; one thread at a time. result_reader_unseal(reader, arena, entry, opened,
 * out_content): verifies the entry and opens it into the bytes of its record.
 * result_reader_record(reader, arena, opened, content, out_record), result_reader_peek(reader,
 * arena, opened, content, out_peeked): what these bytes say, all of it or as record_peek.
 * Threads may do the last three at the same time, each with an `arena` of its own, which
 * result_reader_guarded(reader, arena) makes, for one result. */
must_check enum status result_reader_look_up(struct result_reader *reader,
                                             struct arena *arena,
                                             const struct entry *entry, int64_t place,
                                             struct result *out_opened);
must_check enum status result_reader_form(const struct result_reader *reader,
                                          struct result *opened);
must_check enum status result_reader_unseal(const struct result_reader *reader,
                                            struct arena *arena,
                                            const struct entry *entry,
                                            const struct result *opened,
                                            struct span *out_content);
must_check enum status result_reader_record(const struct result_reader *reader,
                                            struct arena *arena,
                                            const struct result *opened,
                                            struct span content,
                                            struct record **out_record);
must_check enum status result_reader_peek(const struct result_reader *reader,
                                          struct arena *arena,
                                          const struct result *opened,
                                          struct span content,
                                          struct record_peeked *out_peeked);
must_check enum status result_reader_guarded(const struct result_reader *reader,
                                             struct arena *arena);

/* result_reader_locked(reader, record_id, out_payload): the sealed content of a result that is
 * locked away (ends.h), in the reader's arena; empty when it is not, or when none of the reader's
 * keys is one of the recovery keys that it was locked away with. */
must_check enum status result_reader_locked(struct result_reader *reader,
                                            const unsigned char record_id[CHAIN_ID_BYTES],
                                            struct span *out_payload);

/* is_result_receipt(typed, entry_hash): whether `typed`, in any case and with or without hyphens
 * and blanks, is the receipt of the entry with this hash: what its person brings. */
bool is_result_receipt(struct span typed, const unsigned char *entry_hash);

/* result_find(arena, archive, typed, out_record_id, out_place):
 * The one result of `archive` whose handle begins with `typed`, or whose receipt it is, without
 * opening it: its id, and its place in order of arrival. `arena` is for the search. Fails as
 * result_reader_find does. */
must_check enum status result_find(struct arena *arena, struct archive *archive,
                                   struct span typed,
                                   unsigned char out_record_id[CHAIN_ID_BYTES],
                                   int64_t *out_place);

/* result_reader_find(reader, typed, out_opened, out_record):
 * Opens the one result whose handle begins with `typed`, or whose receipt it is.
 * STATUS_NOT_FOUND; STATUS_BAD_INPUT when more than one does, with their longer handles, or when
 * less than a handle is typed. */
must_check enum status result_reader_find(struct result_reader *reader, struct span typed,
                                          struct result *out_opened,
                                          struct record **out_record);

#endif
