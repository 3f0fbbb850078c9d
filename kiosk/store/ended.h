/* ended: what is done in the archive's file with the content of results that has come to its end
 * (struct archive_ended): looking for it, removing it, sealing it away. */
#ifndef STORE_ENDED_H
#define STORE_ENDED_H

#include "store/desk/papers.h"

/* ended_returned(arena, archive, out_record_ids, out_count): those of archive_certify_ended
 * whose content stands in the file all the same: an older one was put back, or the power went
 * before it was removed. */
must_check enum status ended_returned(struct arena *arena, struct archive *archive,
                                      unsigned char (**out_record_ids)[CHAIN_ID_BYTES],
                                      size_t *out_count);

/* ended_is_there(archive, record_id, out_is_there): whether the content of this result stands in
 * the file, as it came or as ended_restrict keeps it. */
must_check enum status ended_is_there(struct archive *archive,
                                      const unsigned char record_id[CHAIN_ID_BYTES],
                                      bool *out_is_there);

/* ended_unsigned(arena, archive, is_thorough, out_record_ids, out_count): the results that the file
 * calls erased and archive_certify_ended does not know, where they have no content; `is_thorough`:
 * those that have it as well, which takes reading all of the file. */
must_check enum status ended_unsigned(struct arena *arena, struct archive *archive,
                                      bool is_thorough,
                                      unsigned char (**out_record_ids)[CHAIN_ID_BYTES],
                                      size_t *out_count);

/* ended_erase(archive, record_ids, count, now_unix_s): archive_erase for `count` results at once,
 * also for what ended_restrict keeps of them; one that is not in the file is passed over. */
must_check enum status ended_erase(struct archive *archive,
                                   const unsigned char (*record_ids)[CHAIN_ID_BYTES],
                                   size_t count, int64_t now_unix_s);

/* What is locked away: the content sealed once more. Beside it stay two hashes, so that those
 * who cannot open it can look at it, too: of what it was made from, which its header names as
 * that of its payload, and of itself. */
struct ended_wrapped {
    struct span payload;
    unsigned char content_hash[CHAIN_HASH_BYTES], payload_hash[CHAIN_HASH_BYTES];
    const struct paper *papers; /* that lie beside it from now on; all others go */
    size_t paper_count;
};

/* ended_content(arena, archive, record_id, out_payload): the sealed content that stands in the
 * file, whoever else is given it; empty when there is none. ended_restrict(archive, record_id,
 * wrapped, now_unix_s): puts `wrapped`, the content sealed once more, into its place and sweeps
 * the file as archive_erase does: for all but ended_restricted it is gone.
 * ended_restricted(arena, archive, record_id, out_wrapped): what was put there; its payload is
 * empty when nothing was, its hashes zeros when a version put it there that kept none. */
must_check enum status ended_content(struct arena *arena, struct archive *archive,
                                     const unsigned char record_id[CHAIN_ID_BYTES],
                                     struct span *out_payload);
must_check enum status ended_restrict(struct archive *archive,
                                      const unsigned char record_id[CHAIN_ID_BYTES],
                                      const struct ended_wrapped *wrapped,
                                      int64_t now_unix_s);
must_check enum status ended_restricted(struct arena *arena, struct archive *archive,
                                        const unsigned char record_id[CHAIN_ID_BYTES],
                                        struct ended_wrapped *out_wrapped);

#endif
