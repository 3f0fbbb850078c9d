/* envelope_read on any bytes; what it takes, it writes again byte for byte. And payload_unwrap
 * under a fixed envelope. */
#include "seal/payload_unwrap.h"

#include "base/must.h"

#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const struct envelope fixed = {.type = ENVELOPE_RESULT, .sequence = 1};
    const struct span input = {(const char *)data, size};
    unsigned char bytes[ENVELOPE_BYTES];
    struct envelope envelope;
    struct span content;
    must(seal_start() == OK);
    if (envelope_read(input, &envelope) == OK) {
        envelope_write(&envelope, bytes);
        must(memcmp(bytes, data, size) == 0);
    }
    if (payload_unwrap(&fixed, input, &content) == OK)
        must(content.count < size);
    return 0;
}
