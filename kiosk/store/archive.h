/* archive: the desk's store of what arrived from all terminals (archive.db).
 *
 * Entries may come in any order and any number of times; the same entries always end as the same
 * archive, only the numbers of arrival tell in which order they came. Payloads are kept sealed,
 * as they came. */
#ifndef STORE_ARCHIVE_H
#define STORE_ARCHIVE_H

#include "store/entry_row.h"

#include <stdbool.h>

struct archive;

/* archive_open(arena, path, out_archive), archive_close(archive):
 * Opens, or makes, the file at `path`; the handle is built in `arena`, which must outlive it.
 * Fails as database_open does. archive_close is NULL-safe. */
must_check enum status archive_open(struct arena *arena, const char *path,
                                    struct archive **out_archive);
void archive_close(struct archive *archive);

/* archive_refusal(archive): why the archive cannot be written where it lies, though it can be read:
 * the sentence that opening it met; NULL: it can be written. is_archive_copy(archive): that is
 * because nobody here may write it, and not for want of room. */
const char *archive_refusal(const struct archive *archive);
bool is_archive_copy(const struct archive *archive);

/* archive_check(archive): reads the whole file; STATUS_DAMAGED when its structure is broken. */
must_check enum status archive_check(struct archive *archive);

/* A result whose content has come to its end. The caller knows of it from what the organization
 * signed: an older file may still hold the content, and an older bundle bring it. */
struct archive_ended {
    unsigned char record_id[CHAIN_ID_BYTES];
    int64_t day_s;  /* the first second, UTC, of the day on which it ended */
    bool is_erased; /* nothing of it may be left; false: it is restricted (ended.h) */
};

/* archive_certify_ended(archive, ended, count): from now on the content of these `count`
 * results, lent for the life of `archive` and sorted by id, is given to nobody, and what was
 * erased of it never put in again; what is only locked away may come with a bundle where the
 * file has none of it. archive_find_ended(archive, record_id): the one with this id; NULL when
 * it is none of them. */
void archive_certify_ended(struct archive *archive, const struct archive_ended *ended,
                           size_t count);
const struct archive_ended *
archive_find_ended(const struct archive *archive,
                   const unsigned char record_id[CHAIN_ID_BYTES]);

/* archive_begin(archive), archive_end(archive, status):
 * Around many archive_put calls they make one durable step of all of them, hundreds of times
 * quicker. archive_end keeps them when `status` is OK and undoes them otherwise; it returns the
 * first failure, whose sentence stays. STATUS_EXISTS and STATUS_FORGED of a single put undo
 * nothing. */
must_check enum status archive_begin(struct archive *archive);
must_check enum status archive_end(struct archive *archive, enum status status);

/* archive_put(archive, entry):
 * Adds `entry`, which the caller has verified. STATUS_EXISTS when the identical one is there;
 * nothing changes then, unless it was there without its payload, or with one that has rotted,
 * and never erased here: then it gets its payload back and the answer is OK. STATUS_FORGED when
 * another entry stands at its place in the chain of its device (a fork), or when its record came
 * under another entry. archive_put_fork(archive, entry, epoch): the same for an entry of another
 * branch, which is filed under the `epoch` of a later enrolment; header and signature say what
 * they said. */
must_check enum status archive_put(struct archive *archive, const struct entry *entry);
must_check enum status archive_put_fork(struct archive *archive,
                                        const struct entry *entry, uint64_t epoch);

/* archive_fork(archive, device_id, out_sequence): the first place at which the device `device_id`
 * has more than one entry, in any enrolment; 0: none. archive_results_from(arena, archive,
 * device_id, sequence, out_record_ids, out_count): its results from that place on, in the order of
 * the chain, at most ARCHIVE_RESULTS_MAX. */
enum { ARCHIVE_RESULTS_MAX = 200 };
must_check enum status archive_fork(struct archive *archive,
                                    const unsigned char device_id[CHAIN_ID_BYTES],
                                    uint64_t *out_sequence);
must_check enum status
archive_results_from(struct arena *arena, struct archive *archive,
                     const unsigned char device_id[CHAIN_ID_BYTES], uint64_t sequence,
                     unsigned char (**out_record_ids)[CHAIN_ID_BYTES], size_t *out_count);

/* archive_hash(archive, device_id, epoch, sequence, out_hash): the hash of the entry that stands at
 * this place; zeros when none does. */
must_check enum status archive_hash(struct archive *archive,
                                    const unsigned char device_id[CHAIN_ID_BYTES],
                                    uint64_t epoch, uint64_t sequence,
                                    unsigned char out_hash[CHAIN_HASH_BYTES]);

/* archive_get(arena, archive, record_id, out_entry):
 * The result `record_id`, its payload in `arena` (empty: erased, or never came);
 * STATUS_NOT_FOUND. */
must_check enum status archive_get(struct arena *arena, struct archive *archive,
                                   const unsigned char record_id[CHAIN_ID_BYTES],
                                   struct entry *out_entry);

/* archive_count(archive, out_count): how many results there are, with and without payload. */
must_check enum status archive_count(struct archive *archive, size_t *out_count);

/* archive_version(archive, version): what of the archive lists depend on, as it is now; quick where
 * nobody else has written to the file since `version`, which begins as zeros, was filled. What this
 * program itself puts or erases it must look at without that: zero `data` first. */
struct archive_version {
    int64_t data; /* changes with whatever another program writes */
    int64_t result_count, payload_count, last_arrival;
};
must_check enum status archive_version(struct archive *archive,
                                       struct archive_version *version);

/* archive_range(archive, is_hash, low, high, on_id, context): the results whose ids, or where
 * `is_hash` the hashes of whose entries, lie from `low` to `high`, found by index, in order of
 * arrival. archive_place(archive, record_id, out_place): which of all results in order of arrival
 * `record_id` is, from 1; STATUS_NOT_FOUND. */
typedef enum status archive_on_id(void *context,
                                  const unsigned char record_id[CHAIN_ID_BYTES],
                                  const unsigned char entry_hash[CHAIN_HASH_BYTES]);
must_check enum status archive_range(struct archive *archive, bool is_hash,
                                     struct span low, struct span high,
                                     archive_on_id *on_id, void *context);
must_check enum status archive_place(struct archive *archive,
                                     const unsigned char record_id[CHAIN_ID_BYTES],
                                     int64_t *out_place);

/* archive_has_form(archive, assessment_hash, out_is_there): whether there is a result with payload
 * whose header names this assessment; no payload is read. */
must_check enum status
archive_has_form(struct archive *archive,
                 const unsigned char assessment_hash[CHAIN_HASH_BYTES],
                 bool *out_is_there);

/* archive_list(archive, on_entry, context): all results, in order of arrival; arrivals.h gives
 * them one by one. */
must_check enum status archive_list(struct archive *archive, entry_row_on_entry *on_entry,
                                    void *context);

/* archive_list_chain(archive, device_id, has_payloads, on_entry, context):
 * All entries of the device `device_id`, of every type, in the order of its chain: by sequence, and
 * those of several branches by epoch; with their payloads, which are most of the archive, or
 * without. The caller looks for holes and verifies. */
must_check enum status archive_list_chain(struct archive *archive,
                                          const unsigned char device_id[CHAIN_ID_BYTES],
                                          bool has_payloads, entry_row_on_entry *on_entry,
                                          void *context);

/* archive_erased(arena, archive, device_id, most, out_record_ids, out_count): the results of the
 * device `device_id` whose payload was erased here, sorted; the last `most` that came when there
 * are more. */
must_check enum status archive_erased(struct arena *arena, struct archive *archive,
                                      const unsigned char device_id[CHAIN_ID_BYTES],
                                      size_t most,
                                      unsigned char (**out_record_ids)[CHAIN_ID_BYTES],
                                      size_t *out_count);

/* archive_erase(archive, record_id, now_unix_s):
 * Removes the payload of the result `record_id` for ever and sweeps the file, so that no byte of
 * it is left in the file or beside it. Header and signature stay, and the day of `now_unix_s`;
 * importing it again does not bring the payload back. STATUS_NOT_FOUND; repeating is harmless and
 * keeps the first day. Between archive_begin and archive_end it is a bug (must). */
must_check enum status archive_erase(struct archive *archive,
                                     const unsigned char record_id[CHAIN_ID_BYTES],
                                     int64_t now_unix_s);

/* archive_erased_day(archive, record_id, out_unix_s): the first second, UTC, of the day on which
 * the result `record_id` was erased; 0 when it was not, ARCHIVE_DAY_UNKNOWN when the program that
 * did it kept no day. STATUS_NOT_FOUND. archive_day(unix_s): the first second of the day of
 * `unix_s`, as it is kept. archive_day_words(arena, unix_s): such a day, which is not
 * 0, in a sentence: " on 2026-11-23"; "" when it is not known. */
enum { ARCHIVE_DAY_UNKNOWN = 1 };
must_check enum status archive_erased_day(struct archive *archive,
                                          const unsigned char record_id[CHAIN_ID_BYTES],
                                          int64_t *out_unix_s);
int64_t archive_day(int64_t unix_s);
struct span archive_day_words(struct arena *arena, int64_t unix_s);

#endif
