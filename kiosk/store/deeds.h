/* deeds: who did what here and when, row by row in the archive's file, each with the hash of the
 * row before it. Rows are only added. The archive keeps them; what they must say and prove, the
 * desk knows (app/desk/office/log/access_log.h). */
#ifndef STORE_DEEDS_H
#define STORE_DEEDS_H

#include "chain/chain.h"
#include "store/archive.h"

struct deed {
    int64_t number; /* from 1, without a gap */
    int64_t time_s;
    struct span who, what, about;
    unsigned char previous[CHAIN_HASH_BYTES]; /* zeros: the first */
    unsigned char hash[CHAIN_HASH_BYTES];
    struct span signature; /* empty: no key was there that signs */
};

/* deeds_append(archive, fill, context): one more row in one durable step: `fill` is given the
 * row with its number and the hash before it, and gives the rest. Fails as `fill` does;
 * STATUS_NO_ACCESS or STATUS_NO_SPACE where the archive cannot be written. */
typedef enum status deeds_fill(void *context, struct deed *deed);
must_check enum status deeds_append(struct archive *archive, deeds_fill *fill,
                                    void *context);

/* deeds_list(archive, on_deed, context): all rows by number, each lent for the call; none where
 * nothing was ever noted. */
typedef enum status deeds_on_deed(void *context, const struct deed *deed);
must_check enum status deeds_list(struct archive *archive, deeds_on_deed *on_deed,
                                  void *context);

/* deeds_hash(archive, number, out_hash): the hash of the row `number`; zeros when there is none. */
must_check enum status deeds_hash(struct archive *archive, int64_t number,
                                  unsigned char out_hash[CHAIN_HASH_BYTES]);

/* deeds_head(archive, out_head): the last row; zeros when there is none. */
struct deeds_head {
    int64_t number;
    unsigned char hash[CHAIN_HASH_BYTES];
};
must_check enum status deeds_head(struct archive *archive, struct deeds_head *out_head);

#endif
