/* Any bytes as a bundle: read within limits, or refused. */
#include "fleet/bundle.h"

#include "base/must.h"

#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const struct bundle_limits limits = {1024 * 1024, 1000, 16 * 1024};

/* Touches every byte it is given. */
static enum status see(void *context, const struct bundle *bundle,
                       const struct bundle_entry *entry)
{
    unsigned *sum = context;
    must(entry->sequence >= bundle->from_sequence &&
         entry->sequence <= bundle->to_sequence);
    must(entry->payload.count <= limits.max_payload_bytes);
    for (size_t i = 0; i < sizeof entry->header; i++)
        *sum += entry->header[i];
    for (size_t i = 0; i < sizeof entry->signature; i++)
        *sum += entry->signature[i];
    for (size_t i = 0; i < entry->payload.count; i++)
        *sum += (unsigned char)entry->payload.data[i];
    return OK;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static int file = -1;
    static char path[64];
    struct bundle bundle;
    unsigned sum = 0;
    if (file < 0) {
        file = memfd_create("bundle", 0);
        must(file >= 0);
        snprintf(path, sizeof path, "/proc/self/fd/%d", file);
    }
    must(ftruncate(file, 0) == 0 && pwrite(file, data, size, 0) == (ssize_t)size);
    if (bundle_read(path, &limits, see, &sum, &bundle) == OK) {
        struct bundle_slips slips;
        struct arena arena;
        must(bundle.to_sequence - bundle.from_sequence < limits.max_count);
        arena_init(&arena, size + 1024 * 1024);
        must(bundle_slips(&arena, path, &bundle, &slips) == OK);
        for (size_t i = 0; i < slips.count; i++)
            sum += (unsigned char)slips.list[i].data[slips.list[i].count - 1];
        arena_done(&arena);
    }
    return 0;
}
