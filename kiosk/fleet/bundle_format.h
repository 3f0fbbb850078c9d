/* bundle_format: the fixed parts of a bundle, shared by its writer and its reader. */
#ifndef FLEET_BUNDLE_FORMAT_H
#define FLEET_BUNDLE_FORMAT_H

#include "fleet/bundle.h"

enum {
    BUNDLE_VERSION = 1,
    BUNDLE_VERSION_SLIPS = 2,
    BUNDLE_SLIPS_FRONT_BYTES = 4 + 4 + 4,
    BUNDLE_SLIPS_MAX = 20000,
    BUNDLE_SLIP_BYTES_MAX = 4096,
    BUNDLE_MAGIC_BYTES = 4,
    BUNDLE_FRONT_BYTES = 4 + 4 + CHAIN_ID_BYTES + 4 * 8 + CHAIN_HASH_BYTES,
    BUNDLE_LENGTH_BYTES = 4,
    BUNDLE_ENTRY_BYTES = HEADER_BYTES + CHAIN_SIGNATURE_BYTES + BUNDLE_LENGTH_BYTES,
    BUNDLE_END_BYTES = 4 + 8 + 8,
};

#define BUNDLE_MAGIC "HFB1"
#define BUNDLE_END_MAGIC "HFBE"
#define BUNDLE_SLIPS_MAGIC "HFBS"

/* bundle_format_count(bundle): the number of entries from from_sequence to to_sequence. */
uint64_t bundle_format_count(const struct bundle *bundle);

/* bundle_format_write_front(bundle, out_bytes): the front of `bundle`. */
void bundle_format_write_front(const struct bundle *bundle,
                               unsigned char out_bytes[BUNDLE_FRONT_BYTES]);

/* bundle_format_read_front(bytes, out_version, out_bundle):
 * Takes the front `bytes` apart; false when magic or numbers are impossible. The version is set
 * whenever the magic is right, else it is 0. */
bool bundle_format_read_front(const unsigned char bytes[BUNDLE_FRONT_BYTES],
                              uint32_t *out_version, struct bundle *out_bundle);

/* bundle_format_write_slips(bundle, out_bytes): the front of the slips of `bundle`.
 * bundle_format_read_slips(bytes, bundle): takes it apart; false when magic or numbers are
 * impossible. */
void bundle_format_write_slips(const struct bundle *bundle,
                               unsigned char out_bytes[BUNDLE_SLIPS_FRONT_BYTES]);
bool bundle_format_read_slips(const unsigned char bytes[BUNDLE_SLIPS_FRONT_BYTES],
                              struct bundle *bundle);

/* bundle_format_write_end(count, file_bytes, out_bytes):
 * The end of a bundle of `count` entries that is `file_bytes` long, this end included. */
void bundle_format_write_end(uint64_t count, uint64_t file_bytes,
                             unsigned char out_bytes[BUNDLE_END_BYTES]);

#endif
