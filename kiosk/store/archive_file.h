/* archive_file: the file of the archive, for those in store/ who read in it; others use archive.h
 * and arrivals.h. */
#ifndef STORE_ARCHIVE_FILE_H
#define STORE_ARCHIVE_FILE_H

#include "store/query.h"

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

#endif
