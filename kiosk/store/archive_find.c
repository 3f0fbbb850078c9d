/* What is found in the archive by an index, and whether anything changed in it. */
#include "store/archive.h"
#include "store/archive_file.h"
#include "store/database.h"

enum status archive_version(struct archive *archive, struct archive_version *version)
{
    int64_t data = 0;
    scoped_query asked = query_of(archive->database, "read", "PRAGMA data_version");
    const enum status status = query_number(&asked, &data);
    if (status != OK || data == version->data)
        return status;
    /* from indexes alone: rows are large, and this is asked after each row of the log */
    scoped_query query = query_of(
        archive->database, "read",
        "SELECT count(*), count(*) - (SELECT count(*) FROM entry WHERE type = 1 AND "
        "payload IS NULL), max(arrival) FROM entry WHERE type = 1");
    if (query_step(&query))
        *version = (struct archive_version){
            .data = data,
            .result_count = query_column_integer(&query, 0),
            .payload_count = query_column_integer(&query, 1),
            .last_arrival = query_column_integer(&query, 2),
        };
    return query_end(&query);
}

enum status archive_range(struct archive *archive, bool is_hash, struct span low,
                          struct span high, archive_on_id *on_id, void *context)
{
    unsigned char record_id[CHAIN_ID_BYTES], entry_hash[CHAIN_HASH_BYTES];
    enum status status = OK;
    scoped_query query = query_of(
        archive->database, "read",
        is_hash ? "SELECT record_id, entry_hash FROM entry WHERE type = 1 AND entry_hash "
                  "BETWEEN ? AND ? ORDER BY arrival"
                : "SELECT record_id, entry_hash FROM entry WHERE type = 1 AND record_id "
                  "BETWEEN ? AND ? ORDER BY arrival");
    query_bytes(&query, low);
    query_bytes(&query, high);
    while (status == OK && query_step(&query)) {
        query_column_fixed(&query, 0, sizeof record_id, record_id);
        query_column_fixed(&query, 1, sizeof entry_hash, entry_hash);
        status = query_end(&query);
        if (status == OK)
            status = on_id(context, record_id, entry_hash);
    }
    return status == OK ? query_end(&query) : status;
}

/* Over the index alone: it holds the number of arrival beside each id. */
enum status archive_place(struct archive *archive,
                          const unsigned char record_id[CHAIN_ID_BYTES],
                          int64_t *out_place)
{
    int64_t place = 0;
    scoped_query query = query_of(
        archive->database, "read",
        "SELECT count(*) FROM entry INDEXED BY entry_result WHERE type = 1 AND "
        "arrival <= (SELECT arrival FROM entry WHERE type = 1 AND record_id = ?)");
    query_fixed(&query, record_id, CHAIN_ID_BYTES);
    const enum status status = query_number(&query, &place);
    if (status == OK && !place)
        return fail(STATUS_NOT_FOUND, "there is no such result");
    if (status == OK)
        *out_place = place;
    return status;
}
