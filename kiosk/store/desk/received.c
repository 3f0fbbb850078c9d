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
    bool is_empty; /* a result without its payload, which nobody erased here */
    struct place *next;
};

#define PLACE_ROWS                                                                       \
    "SELECT sequence, entry_hash, previous_hash, type = 1 AND payload IS NULL AND NOT "  \
    "is_erased FROM entry WHERE device_id = ? "

static struct place place_read(struct query *query)
{
    struct place place = {
        .sequence = (uint64_t)query_column_integer(query, 0),
        .is_empty = query_column_integer(query, 3) != 0,
    };
    query_column_fixed(query, 1, sizeof place.entry_hash, place.entry_hash);
    query_column_fixed(query, 2, sizeof place.previous_hash, place.previous_hash);
    return place;
}

/* The last one of the last enrolment. Branches are filed under later ones than those that they went
 * out from, so that is where the terminal went on. */
static enum status last_find(struct archive *archive, const unsigned char *device_id,
                             struct place *out_last)
{
    scoped_query query =
        query_of(archive->database, "read",
                 PLACE_ROWS "ORDER BY epoch DESC, sequence DESC LIMIT 1");
    query_fixed(&query, device_id, CHAIN_ID_BYTES);
    if (query_step(&query))
        *out_last = place_read(&query);
    return query_end(&query);
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
                             const unsigned char *device_id, const struct place *last,
                             struct place **out_first)
{
    struct place *first = arena_new(arena, struct place);
    *first = *last;
    scoped_query query =
        query_of(archive->database, "read",
                 PLACE_ROWS "AND sequence < ? ORDER BY sequence DESC, epoch DESC");
    query_fixed(&query, device_id, CHAIN_ID_BYTES);
    query_integer(&query, (int64_t)last->sequence);
    while (query_step(&query)) {
        const struct place place = place_read(&query);
        first = path_grow(arena, first, &place);
    }
    *out_first = first;
    return query_end(&query);
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
    if (place->is_empty && !missing_add(received, place->sequence))
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
                          struct received *out_received)
{
    struct arena arena;
    struct place last = {0}, *first = NULL;
    enum status status = last_find(archive, device_id, &last);
    if (status != OK)
        return status;
    arena_init(&arena, PATH_BYTES_MAX);
    if (last.sequence)
        status = path_find(&arena, archive, device_id, &last, &first);
    if (status == OK)
        path_go(first, out_received);
    arena_done(&arena);
    return status;
}
