#include "app/desk/office/interview/panel_json.h"

void panel_json_sealed(struct canonical *c, const char *key, struct span bytes)
{
    canonical_hex(c, key, bytes.data, bytes.count);
}

struct span panel_json_take_sealed(struct canonical_take *take, const struct json *object,
                                   const char *key)
{
    const struct span hex = canonical_take_text(take, object, key);
    const size_t count = hex.count / 2;
    unsigned char *bytes = arena_alloc(take->arena, count + 1);
    if (take->status == OK && !is_span_hex(hex, count, bytes))
        canonical_take_wrong(take, "sealed bytes are no hex");
    return (struct span){(const char *)bytes, take->status == OK ? count : 0};
}
