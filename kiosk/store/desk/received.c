/* Two passes: back from the last entry, by what each names as the one before it, which finds the
 * branch; then forward along it. */
#include "store/desk/received.h"

#include "base/arena.h"
#include "store/archive_file.h"

#include <string.h>

enum { PATH_BYTES_MAX = 1024 * 1024 * 1024 };

/* One entry as the query gives it. */
struct place {
    uint64_t sequence;
    unsigned char entry_hash[CHAIN_HASH_BYTES], previous_hash[CHAIN_HASH_BYTES];
    bool is_needed; /* a result that is not had here */
    struct place *next;
};

#define PLACE_ROWS                                                                       \
    "SELECT " ENTRY_ROW_COLUMNS ", is_erased FROM entry WHERE device_id = ? "
enum { ERASED_COLUMN = 10 };

static enum status place_read(struct query *query, const struct received_judge *judge,
                              struct place *out_place)
{
    struct entry entry;
    const enum status status = entry_row_read(query, 0, &entry);
    if (status != OK)
        return status;
    *out_place = (struct place){
        .sequence = entry.sequence,
        .is_needed = entry.type == HEADER_RESULT &&
                     !judge->is_had(judge->context, &entry,
                                    query_column_integer(query, ERASED_COLUMN) != 0),
    };
    memcpy(out_place->entry_hash, entry.entry_hash, sizeof out_place->entry_hash);
    memcpy(out_place->previous_hash, entry.previous_hash,
           sizeof out_place->previous_hash);
    return OK;
}

/* The last one of the last enrolment. Branches are filed under later ones than those that they went
 * out from, so that is where the terminal went on. */
static enum status last_find(struct archive *archive, const unsigned char *device_id,
                             const struct received_judge *judge, struct place *out_last)
{
    enum status status = OK;
    scoped_query query =
        query_of(archive->database, "read",
                 PLACE_ROWS "ORDER BY epoch DESC, sequence DESC LIMIT 1");
    query_fixed(&query, device_id, CHAIN_ID_BYTES);
    if (query_step(&query))
        status = place_read(&query, judge, out_last);
    return status == OK ? query_end(&query) : status;
}

static bool is_before(const struct place *place, const struct place *after)
{
    return memcmp(place->entry_hash, after->previous_hash, sizeof place->entry_hash) == 0;
}

/* Puts `place` before the path from `first` on. Of several at one place the one that is named by
 * the next counts; behind a hole, where none is, the one of the latest enrolment, which comes
 * first. */
static struct place *path_grow(struct arena *arena, struct place *first,
                               const struct place *place)
{
    struct place *const after = first->next;
    if (place->sequence < first->sequence) {
        struct place *added = arena_new(arena, struct place);
        *added = *place;
        added->next = first;
        return added;
    }
    if (after && is_before(place, after)) {
        *first = *place;
        first->next = after;
    }
    return first;
}

static enum status path_find(struct arena *arena, struct archive *archive,
                             const unsigned char *device_id,
                             const struct received_judge *judge, const struct place *last,
                             struct place **out_first)
{
    enum status status = OK;
    struct place *first = arena_new(arena, struct place);
    *first = *last;
    scoped_query query =
        query_of(archive->database, "read",
                 PLACE_ROWS "AND sequence < ? ORDER BY sequence DESC, epoch DESC");
    query_fixed(&query, device_id, CHAIN_ID_BYTES);
    query_integer(&query, (int64_t)last->sequence);
    while (status == OK && query_step(&query)) {
        struct place place;
        status = place_read(&query, judge, &place);
        if (status == OK)
            first = path_grow(arena, first, &place);
    }
    *out_first = first;
    return status == OK ? query_end(&query) : status;
}

static bool missing_add(struct received *received, uint64_t sequence)
{
    if (received->missing_count == RECEIVED_MISSING_MAX)
        return false;
    received->missing[received->missing_count++] = sequence;
    return true;
}

/* Goes on to `place`; false where too much is missing. */
static bool go_on(struct received *received, const struct place *place)
{
    for (uint64_t sequence = received->sequence + 1; sequence < place->sequence;
         sequence++)
        if (!missing_add(received, sequence))
            return false;
    if (place->is_needed && !missing_add(received, place->sequence))
        return false;
    received->sequence = place->sequence;
    memcpy(received->entry_hash, place->entry_hash, sizeof received->entry_hash);
    return true;
}

static void path_go(const struct place *first, struct received *out_received)
{
    struct received received = {0};
    for (const struct place *place = first; place; place = place->next) {
        const size_t missing_count = received.missing_count;
        if (!go_on(&received, place)) {
            received.missing_count = missing_count;
            break;
        }
    }
    *out_received = received;
}

enum status received_find(struct archive *archive,
                          const unsigned char device_id[CHAIN_ID_BYTES],
                          const struct received_judge *judge,
                          struct received *out_received)
{
    struct arena arena;
    struct place last = {0}, *first = NULL;
    enum status status = last_find(archive, device_id, judge, &last);
    if (status != OK)
        return status;
    arena_init(&arena, PATH_BYTES_MAX);
    if (last.sequence)
        status = path_find(&arena, archive, device_id, judge, &last, &first);
    if (status == OK)
        path_go(first, out_received);
    arena_done(&arena);
    return status;
}
