#include "store/enrolments.h"

#include "base/text/shown_text.h"
#include "store/archive_file.h"

#include <inttypes.h>
#include <string.h>

#define ENROLMENT_ROWS                                                                   \
    "SELECT terminal.id, terminal.epoch, label, public_key, ifnull(head.sequence, 0),"   \
    " ifnull(head.entry_hash, zeroblob(32)) FROM terminal LEFT JOIN entry AS head"       \
    " ON head.arrival = (SELECT arrival FROM entry WHERE device_id = id"                 \
    " AND entry.epoch = terminal.epoch ORDER BY sequence DESC LIMIT 1)"

static enum status enrolled_here(struct query *query,
                                 struct enrolled_terminal *out_terminal)
{
    struct enrolled_terminal terminal = {
        .epoch = (uint64_t)query_column_integer(query, 1),
        .label = query_column_bytes(query, 2),
        .sequence = (uint64_t)query_column_integer(query, 4),
        .last_sequence = UINT64_MAX,
    };
    query_column_fixed(query, 0, sizeof terminal.id, terminal.id);
    query_column_fixed(query, 3, sizeof terminal.public_key, terminal.public_key);
    query_column_fixed(query, 5, sizeof terminal.head_hash, terminal.head_hash);
    const enum status status = query_end(query);
    if (status == OK)
        *out_terminal = terminal;
    return status;
}

static enum status add(struct archive *archive, const struct enrolled_terminal *terminal,
                       bool *out_is_added)
{
    scoped_query query =
        query_of(archive->database, "write to",
                 "INSERT INTO terminal VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING");
    query_fixed(&query, terminal->id, sizeof terminal->id);
    query_integer(&query, (int64_t)terminal->epoch);
    query_text(&query, terminal->label);
    query_fixed(&query, terminal->public_key, sizeof terminal->public_key);
    const enum status status = query_run(&query);
    if (status == OK)
        *out_is_added = query_changed_count(&query) == 1;
    return status;
}

static enum status check_same_key(struct archive *archive,
                                  const struct enrolled_terminal *terminal)
{
    unsigned char key[CHAIN_PUBLIC_KEY_BYTES] = {0};
    scoped_query query =
        query_of(archive->database, "read",
                 "SELECT public_key FROM terminal WHERE id = ? AND epoch = ?");
    query_fixed(&query, terminal->id, sizeof terminal->id);
    query_integer(&query, (int64_t)terminal->epoch);
    if (query_step(&query))
        query_column_fixed(&query, 0, sizeof key, key);
    if (query_end(&query) != OK)
        return query_end(&query);
    if (memcmp(key, terminal->public_key, sizeof key) != 0)
        return fail(STATUS_FORGED,
                    "the terminal %.*s is known with another key; enrol it again under "
                    "a new epoch",
                    SPAN_ARGS(terminal->label));
    return fail(STATUS_EXISTS, "the terminal %.*s is already known",
                SPAN_ARGS(terminal->label));
}

enum status enrolments_put(struct archive *archive,
                           const struct enrolled_terminal *terminal)
{
    bool is_added = false;
    if (terminal->label.count > ENROLMENTS_MAX_LABEL_BYTES || terminal->epoch > INT64_MAX)
        return fail(STATUS_BAD_INPUT, "a terminal's label has at most %d bytes",
                    ENROLMENTS_MAX_LABEL_BYTES);
    const enum status status = add(archive, terminal, &is_added);
    return status != OK || is_added ? status : check_same_key(archive, terminal);
}

void enrolments_certify(struct archive *archive,
                        const struct enrolled_terminal *terminals, size_t count)
{
    static const struct enrolled_terminal none;
    archive->certified = count ? terminals : &none;
    archive->certified_count = count;
}

/* The highest entry that came from it in this enrolment. */
static enum status head_find(struct archive *archive, struct enrolled_terminal *terminal)
{
    scoped_query query =
        query_of(archive->database, "read",
                 "SELECT sequence, entry_hash FROM entry WHERE device_id = ? "
                 "AND epoch = ? ORDER BY sequence DESC LIMIT 1");
    query_fixed(&query, terminal->id, sizeof terminal->id);
    query_integer(&query, (int64_t)terminal->epoch);
    if (query_step(&query)) {
        terminal->sequence = (uint64_t)query_column_integer(&query, 0);
        query_column_fixed(&query, 1, sizeof terminal->head_hash, terminal->head_hash);
    }
    return query_end(&query);
}

static enum status unknown(const struct archive *archive, uint64_t epoch)
{
    return fail(STATUS_NOT_FOUND,
                "this terminal is not known in the archive %s in its enrolment %" PRIu64
                "; enrol it first",
                archive->database->path, epoch);
}

static enum status certified_get(struct archive *archive,
                                 const unsigned char id[CHAIN_ID_BYTES], uint64_t epoch,
                                 struct enrolled_terminal *out_terminal)
{
    for (size_t i = 0; i < archive->certified_count; i++) {
        struct enrolled_terminal terminal = archive->certified[i];
        if (terminal.epoch != epoch || memcmp(terminal.id, id, CHAIN_ID_BYTES) != 0)
            continue;
        const enum status status = head_find(archive, &terminal);
        if (status == OK)
            *out_terminal = terminal;
        return status;
    }
    return unknown(archive, epoch);
}

static enum status row_get(struct arena *arena, struct archive *archive,
                           const unsigned char id[CHAIN_ID_BYTES], uint64_t epoch,
                           struct enrolled_terminal *out_terminal)
{
    scoped_query query =
        query_of(archive->database, "read",
                 ENROLMENT_ROWS " WHERE terminal.id = ? AND terminal.epoch = ?");
    query_fixed(&query, id, CHAIN_ID_BYTES);
    query_integer(&query, epoch > INT64_MAX ? 0 : (int64_t)epoch);
    if (query_step(&query)) {
        struct enrolled_terminal terminal;
        const enum status status = enrolled_here(&query, &terminal);
        if (status != OK)
            return status;
        terminal.label = shown_text_line(arena, span_copy(arena, terminal.label));
        *out_terminal = terminal;
        return OK;
    }
    return query_end(&query) == OK ? unknown(archive, epoch) : query_end(&query);
}

enum status enrolments_get(struct arena *arena, struct archive *archive,
                           const unsigned char id[CHAIN_ID_BYTES], uint64_t epoch,
                           struct enrolled_terminal *out_terminal)
{
    return archive->certified ? certified_get(archive, id, epoch, out_terminal)
                              : row_get(arena, archive, id, epoch, out_terminal);
}

static enum status certified_list(struct archive *archive,
                                  enrolments_on_terminal *on_terminal, void *context)
{
    enum status status = OK;
    for (size_t i = 0; i < archive->certified_count && status == OK; i++) {
        struct enrolled_terminal terminal = archive->certified[i];
        status = head_find(archive, &terminal);
        if (status == OK)
            status = on_terminal(context, &terminal);
    }
    return status;
}

enum status enrolments_list(struct archive *archive, enrolments_on_terminal *on_terminal,
                            void *context)
{
    enum status status = OK;
    if (archive->certified)
        return certified_list(archive, on_terminal, context);
    scoped_query query = query_of(archive->database, "read",
                                  ENROLMENT_ROWS " ORDER BY terminal.id, terminal.epoch");
    while (status == OK && query_step(&query)) {
        struct enrolled_terminal terminal;
        status = enrolled_here(&query, &terminal);
        if (status == OK)
            status = on_terminal(context, &terminal);
    }
    return status == OK ? query_end(&query) : status;
}
