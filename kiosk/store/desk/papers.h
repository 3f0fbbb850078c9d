/* papers: what people of the desk wrote beside a result: sealed or signed documents by kind and
 * name, in versions, in the archive's file. The archive knows nothing of what is in them. With
 * the payload of a result all papers beside it are erased. */
#ifndef STORE_DESK_PAPERS_H
#define STORE_DESK_PAPERS_H

#include "store/archive.h"

enum { PAPERS_BYTES_MAX = 1024 * 1024 };

/* One paper: which it is, and its bytes. */
struct paper {
    unsigned char record_id[CHAIN_ID_BYTES];
    struct span kind; /* "panel" */
    struct span name; /* a label; may be empty */
    int64_t version;
    struct span body;
};

/* papers_open(archive): makes the place for them, where there is none yet; before papers_put,
 * and not between archive_begin and archive_end. */
must_check enum status papers_open(struct archive *archive);

/* papers_put(archive, paper): adds `paper`; STATUS_EXISTS when there is one with its record,
 * kind, name and version. papers_replace(archive, paper): the same in place of that one. */
must_check enum status papers_put(struct archive *archive, const struct paper *paper);
must_check enum status papers_replace(struct archive *archive, const struct paper *paper);

/* papers_get(arena, archive, which, out_body): the bytes of the paper with the record, kind,
 * name and version of `which`, in `arena`; empty when there is none. */
must_check enum status papers_get(struct arena *arena, struct archive *archive,
                                  const struct paper *which, struct span *out_body);

/* papers_list(arena, archive, kind, out_papers, out_count): which papers of `kind` there are, by
 * version and then by name, in `arena`, without their bytes. papers_last(archive, kind,
 * out_version): the highest version of that kind, whatever it lies beside; 0 when there is none. */
must_check enum status papers_list(struct arena *arena, struct archive *archive,
                                   struct span kind, struct paper **out_papers,
                                   size_t *out_count);
must_check enum status papers_last(struct archive *archive, struct span kind,
                                   int64_t *out_version);

/* papers_remove(archive, which): the paper with the record, kind, name and version of `which` is
 * gone; harmless where there is none. */
must_check enum status papers_remove(struct archive *archive, const struct paper *which);

#endif
