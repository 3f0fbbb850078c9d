/* Key files of any bytes, with the checksum made to fit so that the fields are reached. Only
 * what asks for little work is opened, as speed is needed here. */
#include "seal/keyfile.h"
#include "seal/seal.h"

#include "base/must.h"

#include <string.h>

enum { CHEAP_BYTES = 16 * 1024 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    unsigned char file[KEYFILE_MAX_BYTES + CHAIN_HASH_BYTES];
    struct keyfile facts;
    must(seal_start() == OK);
    if (keyfile_read((struct span){(const char *)data, size}, &facts) == OK)
        must(facts.label.count <= KEYFILE_LABEL_MAX_BYTES);
    if (size > KEYFILE_MAX_BYTES)
        return 0;
    memcpy(file, data, size);
    seal_hash(NULL, (struct span){(const char *)file, size}, file + size);
    const struct span input = {(const char *)file, size + CHAIN_HASH_BYTES};
    if (keyfile_read(input, &facts) == OK && facts.cost.passes < 2 &&
        facts.cost.memory_bytes <= CHEAP_BYTES) {
        scoped_secret secret = {0};
        must(keyfile_unwrap(input, facts.kind, SPAN("passphrase"), &secret) != OK);
    }
    return 0;
}
