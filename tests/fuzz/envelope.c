/* header_read on any bytes; what it takes, it writes again byte for byte. And payload_unwrap
 * under a fixed header. */
#include "seal/payload_unwrap.h"
#include "seal/seal.h"

#include "base/must.h"

#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const struct header fixed = {.type = HEADER_RESULT, .sequence = 1};
    const struct span input = {(const char *)data, size};
    unsigned char bytes[HEADER_BYTES];
    struct header header;
    struct span content;
    must(seal_start() == OK);
    if (header_read(input, &header) == OK) {
        header_write(&header, bytes);
        must(memcmp(bytes, data, size) == 0);
    }
    if (payload_unwrap(&fixed, input, &content) == OK)
        must(content.count < size);
    return 0;
}
