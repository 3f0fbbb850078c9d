#include "device/edid.h"

#include "base/file.h"
#include "base/folder.h"

#include <string.h>

enum {
    EDID_BYTES = 128,
    EDID_MAX_BYTES = 64 * 1024,
    TIMING_AT = 54,
    ARENA_BYTES = 1024 * 1024
};

static unsigned byte_at(struct span bytes, size_t at)
{
    return (unsigned char)bytes.data[at];
}

static bool is_block(struct span bytes)
{
    static const unsigned char header[] = {0, 255, 255, 255, 255, 255, 255, 0};
    unsigned sum = 0;
    if (bytes.count < EDID_BYTES || memcmp(bytes.data, header, sizeof header) != 0)
        return false;
    for (size_t i = 0; i < EDID_BYTES; i++)
        sum += byte_at(bytes, i);
    return sum % 256 == 0;
}

enum status edid_size(struct span bytes, int *out_width_mm, int *out_height_mm)
{
    if (!is_block(bytes))
        return fail(STATUS_BAD_INPUT,
                    "the display describes itself wrongly; give its width");
    unsigned width = byte_at(bytes, 21) * 10, height = byte_at(bytes, 22) * 10;
    const bool has_timing = byte_at(bytes, TIMING_AT) || byte_at(bytes, TIMING_AT + 1);
    const unsigned high = byte_at(bytes, TIMING_AT + 14);
    if (has_timing && byte_at(bytes, TIMING_AT + 12) && byte_at(bytes, TIMING_AT + 13)) {
        width = byte_at(bytes, TIMING_AT + 12) | (high >> 4) << 8;
        height = byte_at(bytes, TIMING_AT + 13) | (high & 15) << 8;
    }
    if (!width || !height)
        return fail(STATUS_BAD_INPUT, "the display does not say how large it is");
    *out_width_mm = (int)width;
    *out_height_mm = (int)height;
    return OK;
}

static int width_of(struct arena *arena, struct span connector)
{
    static const char folder[] = "/sys/class/drm";
    const char *path = file_path(arena, folder, span_text(arena, connector));
    struct span status, bytes;
    int width = 0, height = 0;
    if (file_read(arena, file_path(arena, path, "status"), 64, &status) != OK ||
        !is_span(span_trim(status), "connected") ||
        file_read(arena, file_path(arena, path, "edid"), EDID_MAX_BYTES, &bytes) != OK ||
        edid_size(bytes, &width, &height) != OK)
        return 0;
    return width;
}

int edid_width_mm(void)
{
    struct arena arena;
    struct span *names;
    size_t count;
    int width = 0;
    arena_init(&arena, ARENA_BYTES);
    if (folder_list(&arena, "/sys/class/drm", "", &names, &count) == OK) {
        for (size_t i = 0; i < count && !width; i++)
            width = has_span_prefix(names[i], "card") ? width_of(&arena, names[i]) : 0;
    }
    arena_done(&arena);
    return width;
}
