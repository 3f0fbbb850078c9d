#include "app/desk/office/trust/roll_format.h"

#include <string.h>

static const char label[] = "rs-roll-v1"; /* without its 0 */
_Static_assert(sizeof label - 1 == ROLL_FORMAT_LABEL_BYTES, "its length");

const char *const roll_format_words[ROLL_FORMAT_KINDS] = {"keys", "terminal",
                                                          "retirement", "earlier"};

void roll_format_hash(struct span line, unsigned char out_hash[CHAIN_HASH_BYTES])
{
    seal_hash("roll", line, out_hash);
}

struct span
roll_format_message(struct span json,
                    unsigned char out_message[ROLL_FORMAT_LABEL_BYTES + CHAIN_HASH_BYTES])
{
    memcpy(out_message, label, ROLL_FORMAT_LABEL_BYTES);
    seal_hash("roll", json, out_message + ROLL_FORMAT_LABEL_BYTES);
    return (struct span){(const char *)out_message,
                         ROLL_FORMAT_LABEL_BYTES + CHAIN_HASH_BYTES};
}
