#include "fleet/bundle_format.h"

#include "base/little.h"

#include <string.h>

enum {
    VERSION_AT = BUNDLE_MAGIC_BYTES,
    DEVICE_AT = VERSION_AT + 4,
    EPOCH_AT = DEVICE_AT + CHAIN_ID_BYTES,
    FROM_AT = EPOCH_AT + 8,
    TO_AT = FROM_AT + 8,
    COUNT_AT = TO_AT + 8,
    HASH_AT = COUNT_AT + 8,
};

uint64_t bundle_format_count(const struct bundle *bundle)
{
    return bundle->to_sequence - bundle->from_sequence + 1;
}

void bundle_format_write_front(const struct bundle *bundle,
                               unsigned char out_bytes[BUNDLE_FRONT_BYTES])
{
    memcpy(out_bytes, BUNDLE_MAGIC, BUNDLE_MAGIC_BYTES);
    little_write(bundle->slip_count ? BUNDLE_VERSION_SLIPS : BUNDLE_VERSION, 4,
                 out_bytes + VERSION_AT);
    memcpy(out_bytes + DEVICE_AT, bundle->device_id, CHAIN_ID_BYTES);
    little_write(bundle->epoch, 8, out_bytes + EPOCH_AT);
    little_write(bundle->from_sequence, 8, out_bytes + FROM_AT);
    little_write(bundle->to_sequence, 8, out_bytes + TO_AT);
    little_write(bundle_format_count(bundle), 8, out_bytes + COUNT_AT);
    memcpy(out_bytes + HASH_AT, bundle->head_hash, CHAIN_HASH_BYTES);
}

bool bundle_format_read_front(const unsigned char bytes[BUNDLE_FRONT_BYTES],
                              uint32_t *out_version, struct bundle *out_bundle)
{
    struct bundle bundle = {
        .epoch = little_read(bytes + EPOCH_AT, 8),
        .from_sequence = little_read(bytes + FROM_AT, 8),
        .to_sequence = little_read(bytes + TO_AT, 8),
    };
    memcpy(bundle.device_id, bytes + DEVICE_AT, CHAIN_ID_BYTES);
    memcpy(bundle.head_hash, bytes + HASH_AT, CHAIN_HASH_BYTES);
    const bool is_bundle = memcmp(bytes, BUNDLE_MAGIC, BUNDLE_MAGIC_BYTES) == 0;
    *out_version = is_bundle ? (uint32_t)little_read(bytes + VERSION_AT, 4) : 0;
    if (!is_bundle || bundle.from_sequence == 0 || bundle.to_sequence > INT64_MAX ||
        bundle.from_sequence > bundle.to_sequence ||
        little_read(bytes + COUNT_AT, 8) != bundle_format_count(&bundle))
        return false;
    *out_bundle = bundle;
    return true;
}

void bundle_format_write_slips(const struct bundle *bundle,
                               unsigned char out_bytes[BUNDLE_SLIPS_FRONT_BYTES])
{
    memcpy(out_bytes, BUNDLE_SLIPS_MAGIC, BUNDLE_MAGIC_BYTES);
    little_write(bundle->slip_count, 4, out_bytes + BUNDLE_MAGIC_BYTES);
    little_write(bundle->slip_bytes, 4, out_bytes + BUNDLE_MAGIC_BYTES + 4);
}

bool bundle_format_read_slips(const unsigned char bytes[BUNDLE_SLIPS_FRONT_BYTES],
                              struct bundle *bundle)
{
    bundle->slip_count = (uint32_t)little_read(bytes + BUNDLE_MAGIC_BYTES, 4);
    bundle->slip_bytes = (uint32_t)little_read(bytes + BUNDLE_MAGIC_BYTES + 4, 4);
    return memcmp(bytes, BUNDLE_SLIPS_MAGIC, BUNDLE_MAGIC_BYTES) == 0 &&
           bundle->slip_count && bundle->slip_count <= BUNDLE_SLIPS_MAX &&
           bundle->slip_bytes && bundle->slip_bytes <= BUNDLE_SLIP_BYTES_MAX;
}

void bundle_format_write_end(uint64_t count, uint64_t file_bytes,
                             unsigned char out_bytes[BUNDLE_END_BYTES])
{
    memcpy(out_bytes, BUNDLE_END_MAGIC, BUNDLE_MAGIC_BYTES);
    little_write(count, 8, out_bytes + BUNDLE_MAGIC_BYTES);
    little_write(file_bytes, 8, out_bytes + BUNDLE_MAGIC_BYTES + 8);
}
