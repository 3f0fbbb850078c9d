#include "store/archive_file.h"

#include "store/entry_row.h"

struct query archive_file_results(struct archive *archive)
{
    return query_of(archive->database, "read",
                    "SELECT " ENTRY_ROW_COLUMNS
                    ", arrival FROM entry WHERE type = 1 ORDER BY arrival");
}
