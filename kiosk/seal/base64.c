#include "seal/base64.h"

#include "base/must.h"

#include <sodium.h>
#include <string.h>

enum {
    TEXT_MAX_BYTES =
        sodium_base64_ENCODED_LEN(BASE64_MAX_BYTES, sodium_base64_VARIANT_ORIGINAL)
};

static int variant_of(enum base64_padding padding)
{
    return padding == BASE64_PADDED ? sodium_base64_VARIANT_ORIGINAL
                                    : sodium_base64_VARIANT_ORIGINAL_NO_PADDING;
}

/* The library counts the 0 after the text. */
static size_t encode(const void *bytes, size_t count, enum base64_padding padding,
                     char text[TEXT_MAX_BYTES])
{
    must(count <= BASE64_MAX_BYTES);
    sodium_bin2base64(text, TEXT_MAX_BYTES, bytes, count, variant_of(padding));
    return sodium_base64_encoded_len(count, variant_of(padding)) - 1;
}

struct span base64_write(struct arena *arena, struct span bytes,
                         enum base64_padding padding)
{
    char text[TEXT_MAX_BYTES];
    const size_t length = encode(bytes.data, bytes.count, padding, text);
    return span_copy(arena, (struct span){text, length});
}

/* Encoding again and comparing is shorter than reasoning about what a decoder lets pass. */
bool base64_read(struct span text, enum base64_padding padding, void *out_bytes,
                 size_t count)
{
    unsigned char bytes[BASE64_MAX_BYTES];
    char again[TEXT_MAX_BYTES];
    size_t found;
    must(count <= sizeof bytes);
    if (sodium_base642bin(bytes, sizeof bytes, text.data, text.count, NULL, &found, NULL,
                          variant_of(padding)) != 0 ||
        found != count)
        return false;
    const size_t length = encode(bytes, count, padding, again);
    if (!is_span_equal(text, (struct span){again, length}))
        return false;
    if (count)
        memcpy(out_bytes, bytes, count);
    return true;
}
