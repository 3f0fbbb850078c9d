#include "seal/age/age_share.h"

#include "base/buffer.h"
#include "seal/age/age_file_key.h"
#include "seal/age/age_wrap.h"
#include "seal/secret.h"

enum status age_share(struct arena *arena, const struct age_identity *identities,
                      size_t count, struct span file, struct span shared,
                      const struct age_recipient *recipient, struct span *out_header)
{
    struct age_header header;
    scoped_secret key = {0};
    enum status status = age_header_read(file, &header);
    if (status == OK)
        status = secret_open(AGE_FILE_KEY_BYTES, &key);
    if (status == OK)
        status = age_file_key_find(arena, &header, shared, identities, count, key.bytes);
    if (status == OK)
        status = age_wrap_header(arena, recipient, 1, key.bytes, out_header);
    return status;
}

enum status age_share_whole(struct arena *arena, struct span file, struct span shared,
                            struct span *out_whole)
{
    struct age_header header, other;
    enum status status = age_header_read(file, &header);
    if (status == OK)
        status = age_header_read(shared, &other);
    if (status != OK)
        return status;
    struct buffer whole = buffer_init(arena, shared.count + header.payload.count);
    buffer_add(&whole, shared);
    buffer_add(&whole, header.payload);
    *out_whole = buffer_span(&whole);
    return OK;
}
