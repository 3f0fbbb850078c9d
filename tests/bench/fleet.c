/* The archive takes bundles of many terminals in random order, some of them twice:
 * `bench_fleet FOLDER [TERMINALS]` prints the microseconds of a processor for each entry that came,
 * for a quarter of the terminals (500), a half and all of them, with 200 entries each, and whether
 * two orders end as one archive. FOLDER should lie in memory: the disk is no part of this. */
#include "base/arena.h"
#include "base/chance.h"
#include "base/hash.h"
#include "base/must.h"
#include "fleet/bundle.h"
#include "store/archive.h"
#include "store/ledger.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { ENTRIES = 200, STEP = 50, BUNDLES = ENTRIES / STEP, PAYLOAD_BYTES = 300 };
enum { ARENA_BYTES = 64 * 1024 * 1024 };

static const char *folder;

static const char *path_of(struct arena *arena, size_t terminal, size_t bundle)
{
    return span_format(arena, "%s/%zu-%zu.hfb", folder, terminal, bundle).data;
}

/* The same for the same place. */
static struct entry entry_of(size_t terminal, uint64_t sequence)
{
    static char payload[PAYLOAD_BYTES];
    struct entry entry = {.epoch = 1, .sequence = sequence, .type = HEADER_RESULT};
    uint64_t here = hash_mix(HASH_START, &terminal, sizeof terminal),
             before = hash_mix(here, &(uint64_t){sequence - 1}, sizeof sequence);
    memcpy(entry.device_id, &here, sizeof here);
    here = hash_mix(here, &sequence, sizeof sequence);
    if (sequence > 1)
        memcpy(entry.previous_hash, &before, sizeof before);
    memcpy(entry.entry_hash, &here, sizeof here);
    memcpy(entry.record_id, &here, sizeof here);
    memcpy(entry.header, &here, sizeof here);
    memset(payload, (int)(here & 0xFF), sizeof payload);
    entry.payload = (struct span){payload, sizeof payload};
    return entry;
}

/* Each bundle holds what was sealed since the one before the last. */
static void export(struct arena *arena, size_t terminal)
{
    struct ledger *ledger;
    struct bundle bundle;
    const struct arena_mark mark = arena_mark(arena);
    const char *path = span_format(arena, "%s/ledger.db", folder).data;
    must(ledger_open(arena, path, &ledger) == OK);
    for (uint64_t sequence = 1; sequence <= ENTRIES; sequence++) {
        const struct entry entry = entry_of(terminal, sequence);
        must(ledger_append(ledger, &entry) == OK);
        if (sequence % STEP == 0)
            must(bundle_write(ledger, sequence > 2 * STEP ? sequence - 2 * STEP : 1,
                              path_of(arena, terminal, sequence / STEP - 1), NULL,
                              &bundle) == OK);
    }
    ledger_close(ledger);
    unlink(path);
    arena_release(arena, mark);
}

struct import {
    struct archive *archive;
    size_t terminal, come_count;
};

static enum status put(void *context, const struct bundle *bundle,
                       const struct bundle_entry *read)
{
    struct import *import = context;
    struct entry entry = entry_of(import->terminal, read->sequence);
    (void)bundle;
    must(memcmp(entry.header, read->header, sizeof entry.header) == 0);
    import->come_count++;
    const enum status status = archive_put(import->archive, &entry);
    return status == STATUS_EXISTS ? OK : status;
}

static enum status mix(void *context, const struct entry *entry, int64_t arrival)
{
    uint64_t *sum = context;
    (void)arrival;
    *sum = hash_mix(*sum, entry->entry_hash, sizeof entry->entry_hash);
    *sum = hash_mix(*sum, entry->payload.data, entry->payload.count);
    return OK;
}

static double worked_us(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec * 1e6 + (double)now.tv_nsec / 1e3;
}

/* All bundles of so many terminals, a quarter of them twice; what the archive is then, and what
 * each entry took. */
static uint64_t import_all(struct arena *arena, size_t terminals, uint64_t seed,
                           double *out_us)
{
    static const struct bundle_limits limits = {1024 * 1024, 1000, 64 * 1024};
    const size_t count = terminals * BUNDLES + terminals * BUNDLES / 4;
    const struct arena_mark mark = arena_mark(arena);
    size_t *order = arena_array(arena, size_t, count);
    const char *path = span_format(arena, "%s/archive.db", folder).data;
    struct chance chance = chance_init(seed);
    struct import import = {0};
    uint64_t sum = HASH_START;
    for (size_t i = 0; i < count; i++)
        order[i] = i % (terminals * BUNDLES);
    chance_shuffle(&chance, order, count);
    must(archive_open(arena, path, &import.archive) == OK);
    const double began = worked_us();
    for (size_t i = 0; i < count; i++) {
        const struct arena_mark here = arena_mark(arena);
        struct bundle bundle;
        import.terminal = order[i] / BUNDLES;
        must(archive_begin(import.archive) == OK);
        const enum status status =
            bundle_read(path_of(arena, import.terminal, order[i] % BUNDLES), &limits, put,
                        &import, &bundle);
        must(archive_end(import.archive, status) == OK);
        arena_release(arena, here);
    }
    *out_us = (worked_us() - began) / (double)import.come_count;
    for (size_t terminal = 0; terminal < terminals; terminal++)
        must(archive_list_chain(import.archive, entry_of(terminal, 1).device_id, true,
                                mix, &sum) == OK);
    archive_close(import.archive);
    unlink(path);
    arena_release(arena, mark);
    return sum;
}

int main(int argc, char **argv)
{
    struct arena arena;
    double first_us = 0, us = 0, again_us = 0;
    must(argc > 1);
    folder = argv[1];
    const size_t terminals = argc > 2 ? strtoul(argv[2], NULL, 10) : 500;
    arena_init(&arena, ARENA_BYTES);
    for (size_t terminal = 0; terminal < terminals; terminal++)
        export(&arena, terminal);
    for (size_t part = 4; part >= 1; part /= 2) {
        const size_t some = terminals / part;
        const uint64_t sum = import_all(&arena, some, 1, &us),
                       again = import_all(&arena, some, 2, &again_us);
        if (part == 4)
            first_us = us;
        printf("%6zu entries of %3zu terminals: %6.1f us each, %.2f times a quarter; two "
               "orders end as %s\n",
               some * ENTRIES, some, us, us / first_us,
               sum == again ? "one archive" : "TWO ARCHIVES");
    }
    arena_done(&arena);
    return 0;
}
