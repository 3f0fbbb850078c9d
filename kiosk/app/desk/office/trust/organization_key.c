#include "app/desk/office/trust/organization_key.h"

enum status organization_key_text(struct office *office, struct span *out_text)
{
    return office_read(office, ORGANIZATION_KEY_FILE, MINISIGN_MAX_BYTES, out_text);
}

enum status organization_key_read(struct office *office,
                                  struct minisign_public *out_public)
{
    struct span text;
    const enum status status = organization_key_text(office, &text);
    return status == OK ? minisign_public_read(text, out_public) : status;
}

enum status organization_key_same(struct office *office, const struct minisign_key *key,
                                  struct span *out_text)
{
    struct minisign_public public;
    struct span text;
    const enum status status = organization_key_text(office, &text);
    if (status != OK)
        return status;
    minisign_public_of(key, &public);
    if (!is_span_equal(text, minisign_public_write(&office->arena, &public)))
        return fail(STATUS_FORGED, ORGANIZATION_KEY_FILE
                    " does not belong to keys/signing.key; put both back from a copy of "
                    "this folder");
    *out_text = text;
    return OK;
}
