#include "store/desk/archive_shape.h"

#include "store/query.h"

static const char foreign[] =
    "SELECT type || ' ' || substr(name, 1, 60) FROM sqlite_schema WHERE NOT ((type = 'table' "
    "AND name IN ('terminal', 'entry', 'note', 'deed', 'share', 'paper', 'slip', 'restricted', "
    "'restricted_hash', 'sqlite_sequence')) OR type = 'index' OR (type = 'trigger' AND sql IN "
    "(?, ?))) LIMIT 1";

enum status archive_shape_check(struct database *database)
{
    scoped_query query = query_of(database, "read", foreign);
    query_text(&query, SPAN("CREATE TRIGGER " ARCHIVE_SHAPE_TRIGGER("share")));
    query_text(&query, SPAN("CREATE TRIGGER " ARCHIVE_SHAPE_TRIGGER("paper")));
    if (!query_step(&query))
        return query_end(&query);
    return fail(
        STATUS_FORGED,
        "the archive %s holds the %.*s, which no desk made: what is erased may be "
        "kept by it, and what comes be dropped; put the file back from a copy",
        database->path, SPAN_ARGS(query_column_bytes(&query, 0)));
}
