#include "store/archive_file.h"

#include "base/span.h"
#include "store/entry_row.h"

struct query archive_file_results(struct archive *archive)
{
    return query_of(archive->database, "read",
                    "SELECT " ENTRY_ROW_COLUMNS
                    ", arrival FROM entry WHERE type = 1 ORDER BY arrival");
}

enum status archive_file_has_table(struct archive *archive, const char *name,
                                   bool *out_is_there)
{
    int64_t count = 0;
    scoped_query query =
        query_of(archive->database, "read",
                 "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = ?");
    query_text(&query, span_of(name));
    const enum status status = query_number(&query, &count);
    if (status == OK)
        *out_is_there = count > 0;
    return status;
}

enum status archive_file_remove(struct archive *archive,
                                const unsigned char record_id[CHAIN_ID_BYTES],
                                int64_t day_s, bool *out_is_there)
{
    scoped_query query =
        query_of(archive->database, "erase in",
                 "UPDATE entry SET payload = NULL, "
                 "is_erased = CASE is_erased WHEN 0 THEN ? ELSE is_erased END "
                 "WHERE type = 1 AND record_id = ?");
    query_integer(&query, day_s);
    query_fixed(&query, record_id, CHAIN_ID_BYTES);
    const enum status status = query_run(&query);
    if (status == OK)
        *out_is_there = query_changed_count(&query) > 0;
    return status;
}
