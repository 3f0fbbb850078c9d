#include "model/json_write.h"

#include "base/must.h"

static struct span dumped(struct arena *arena, json_t *root, size_t flags, size_t extra)
{
    const size_t count = json_dumpb(root, NULL, 0, flags);
    must(count > 0);
    char *text = arena_alloc(arena, count + extra + 1);
    must(json_dumpb(root, text, count, flags) == count);
    json_decref(root);
    return (struct span){text, count};
}

struct span json_canonical(struct arena *arena, json_t *root)
{
    return dumped(arena, root, JSON_SORT_KEYS | JSON_COMPACT, 0);
}

struct span json_pretty(struct arena *arena, json_t *root)
{
    struct span text = dumped(arena, root, JSON_SORT_KEYS | JSON_INDENT(2), 1);
    ((char *)(uintptr_t)text.data)[text.count++] = '\n';
    return text;
}

json_t *json_span(struct span text)
{
    json_t *value = json_stringn(text.data ? text.data : "", text.count);
    must(value != NULL); /* texts were checked to be UTF-8 when they were read */
    return value;
}

json_t *json_hex(const void *bytes, size_t count)
{
    static const char digits[] = "0123456789abcdef";
    char hex[2 * 64];
    must(count <= 64);
    for (size_t i = 0; i < count; i++) {
        const unsigned char byte = ((const unsigned char *)bytes)[i];
        hex[2 * i] = digits[byte >> 4];
        hex[2 * i + 1] = digits[byte & 15];
    }
    return json_stringn(hex, 2 * count);
}
