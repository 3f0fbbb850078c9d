#include "store/arrivals.h"

#include "store/archive_file.h"

struct arrivals {
    struct archive *archive;
    struct query query;
    bool is_end; /* a query that is asked on after its end begins again */
};

enum status arrivals_open(struct arena *arena, struct archive *archive,
                          struct arrivals **out_arrivals)
{
    struct arrivals *arrivals = arena_new(arena, struct arrivals);
    arrivals->archive = archive;
    arrivals->query = archive_file_results(archive);
    const enum status status = query_end(&arrivals->query);
    if (status == OK) /* otherwise there is no statement to give back */
        *out_arrivals = arrivals;
    return status;
}

void arrivals_close(struct arrivals *arrivals)
{
    if (arrivals)
        query_done(&arrivals->query);
}

enum status arrivals_next(struct arrivals *arrivals, struct entry *out_entry,
                          bool *out_is_end)
{
    arrivals->is_end = arrivals->is_end || !query_step(&arrivals->query);
    enum status status = query_end(&arrivals->query);
    if (status == OK && !arrivals->is_end)
        status = entry_row_read(&arrivals->query, 0, out_entry);
    if (status == OK && !arrivals->is_end &&
        archive_find_ended(arrivals->archive, out_entry->record_id))
        out_entry->payload = SPAN("");
    if (status == OK)
        *out_is_end = arrivals->is_end;
    return status;
}
