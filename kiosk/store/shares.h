/* shares: what lets a key open results that were sealed before there was that key: for each of
 * them the header that opens it (seal/age/age_share.h), in the archive's file beside the entries,
 * which stay as they are. The archive knows nothing of what is in them. With the payload of a
 * result all that was shared of it is erased. */
#ifndef STORE_SHARES_H
#define STORE_SHARES_H

#include "store/archive.h"

enum { SHARES_KEY_BYTES = 32, SHARES_HEADER_MAX_BYTES = 4 * 1024 };

/* shares_open(archive): makes the place for them, where there is none yet; before shares_put. */
must_check enum status shares_open(struct archive *archive);

/* shares_put(archive, record_id, key, header): from now on the public `key` opens the result
 * `record_id` with `header`, which replaces one of before. */
must_check enum status shares_put(struct archive *archive,
                                  const unsigned char record_id[CHAIN_ID_BYTES],
                                  const unsigned char key[SHARES_KEY_BYTES],
                                  struct span header);

/* shares_get(arena, archive, record_id, key, out_header): that header, in `arena`; empty when
 * nothing of the result was shared with `key`. */
must_check enum status shares_get(struct arena *arena, struct archive *archive,
                                  const unsigned char record_id[CHAIN_ID_BYTES],
                                  const unsigned char key[SHARES_KEY_BYTES],
                                  struct span *out_header);

/* shares_count(archive, key, out_count): how many results were shared with `key`. */
must_check enum status shares_count(struct archive *archive,
                                    const unsigned char key[SHARES_KEY_BYTES],
                                    size_t *out_count);

/* shares_remove(archive, key): nothing is shared with `key` any more, and no byte of what was is
 * left in the file or beside it. Between archive_begin and archive_end it is a bug (must). */
must_check enum status shares_remove(struct archive *archive,
                                     const unsigned char key[SHARES_KEY_BYTES]);

#endif
