/* archive_file: the file of the archive, for those in store/ who read in it; others use archive.h
 * and arrivals.h. */
#ifndef STORE_ARCHIVE_FILE_H
#define STORE_ARCHIVE_FILE_H

#include "chain/header.h"
#include "store/query.h"

#include <stdbool.h>

struct enrolled_terminal;
struct archive_ended;

struct archive {
    struct database *database;
    const struct enrolled_terminal *certified; /* NULL: the rows of the file count */
    size_t certified_count;
    const struct archive_ended *ended; /* whose content nobody is given */
    size_t ended_count;
};

/* archive_file_results(archive): the query for all results, in order of arrival; its rows are as
 * entry_row_list wants them. */
struct query archive_file_results(struct archive *archive);

/* archive_file_has_table(archive, name, out_is_there): whether the file has this table: what
 * came into use later is made when it is first needed. archive_file_remove(archive, record_id,
 * day_s, out_is_there): the payload of this result goes, and the day on which it went first
 * stays: day_s, as archive_day gives it, unless it is gone already; the caller sweeps the file.
 * `out_is_there`: there is such a result. */
must_check enum status archive_file_has_table(struct archive *archive, const char *name,
                                              bool *out_is_there);
must_check enum status archive_file_remove(struct archive *archive,
                                           const unsigned char record_id[CHAIN_ID_BYTES],
                                           int64_t day_s, bool *out_is_there);

#endif
