#include "author/png.h"

#include "base/buffer.h"

#include <png.h>
#include <string.h>

#define SIGNATURE "\x89PNG\r\n\x1a\n"

enum { SIGNATURE_BYTES = 8, CHUNK_BYTES = 12, HEAD_BYTES = 13 };

struct chunk {
    struct span type, data;
    struct span all; /* with length and sum */
};

static uint32_t big(const char *bytes)
{
    const unsigned char *at = (const unsigned char *)bytes;
    return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];
}

static bool chunk_next(struct span *rest, struct chunk *out_chunk)
{
    if (rest->count < CHUNK_BYTES)
        return false;
    const size_t count = big(rest->data);
    if (count > rest->count - CHUNK_BYTES)
        return false;
    *out_chunk = (struct chunk){.type = span_cut(*rest, 4, 4),
                                .data = span_cut(*rest, 8, count),
                                .all = span_cut(*rest, 0, CHUNK_BYTES + count)};
    *rest = span_cut(*rest, CHUNK_BYTES + count, rest->count);
    return true;
}

static enum status broken(const char *name)
{
    return fail(STATUS_BAD_INPUT, "%s is broken; save it again as PNG", name);
}

static enum status size_check(const char *name, size_t width, size_t height)
{
    if (width > PNG_SIDE_MAX || height > PNG_SIDE_MAX || width * height > PNG_PIXELS_MAX)
        return fail(STATUS_TOO_LARGE,
                    "%s has %zu x %zu pixels; make it smaller, 960 x 540 are enough",
                    name, width, height);
    if (width < PNG_SIDE_MIN || height < PNG_SIDE_MIN)
        return fail(STATUS_BAD_INPUT, "%s has only %zu x %zu pixels; take a larger one",
                    name, width, height);
    if (height > width)
        return fail(STATUS_BAD_INPUT,
                    "%s is taller than it is wide; a scene takes pictures that are wider",
                    name);
    return OK;
}

static enum status head_check(const char *name, const struct chunk *head)
{
    if (!is_span(head->type, "IHDR") || head->data.count != HEAD_BYTES)
        return broken(name);
    if (head->data.data[8] > 8)
        return fail(STATUS_UNSUPPORTED, "%s has 16 bits for each colour; save it with 8",
                    name);
    if (head->data.data[12] != 0)
        return fail(STATUS_UNSUPPORTED, "%s is interlaced; save it without", name);
    const uint32_t width = big(head->data.data), height = big(head->data.data + 4);
    return size_check(name, width, height);
}

static bool is_needed(const struct chunk *chunk)
{
    static const char *const types[] = {"IHDR", "PLTE", "tRNS", "IDAT", "IEND"};
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (is_span(chunk->type, types[i]))
            return true;
    return false;
}

/* Only what makes the picture: no profiles, texts or times, which nobody asked for. */
static enum status needed_of(struct arena *arena, const char *name, struct span bytes,
                             struct span *out_needed)
{
    struct buffer needed = buffer_init(arena, PNG_FILE_BYTES_MAX);
    struct span rest = span_cut(bytes, SIGNATURE_BYTES, bytes.count);
    struct chunk chunk = {0};
    bool is_first = true;
    buffer_add(&needed, span_cut(bytes, 0, SIGNATURE_BYTES));
    while (!is_span(chunk.type, "IEND")) {
        if (!chunk_next(&rest, &chunk))
            return broken(name);
        const enum status status = is_first ? head_check(name, &chunk) : OK;
        if (status != OK)
            return status;
        if (is_span(chunk.type, "acTL"))
            return fail(STATUS_UNSUPPORTED, "%s moves; take a picture that stands still",
                        name);
        if (is_needed(&chunk))
            buffer_add(&needed, chunk.all);
        is_first = false;
    }
    *out_needed = buffer_span(&needed);
    return OK;
}

static bool is_png(struct span bytes)
{
    return bytes.count >= SIGNATURE_BYTES &&
           memcmp(bytes.data, SIGNATURE, SIGNATURE_BYTES) == 0;
}

enum status png_read(struct arena *arena, const char *name, struct span bytes,
                     struct pixels *out_pixels)
{
    static const png_color white = {255, 255, 255};
    png_image image = {.version = PNG_IMAGE_VERSION};
    struct span needed;
    if (bytes.count > PNG_FILE_BYTES_MAX)
        return fail(STATUS_TOO_LARGE, "%s has more than %d MB; make it smaller", name,
                    PNG_FILE_BYTES_MAX / 1024 / 1024);
    if (!is_png(bytes))
        return fail(STATUS_BAD_INPUT, "%s is not a PNG file", name);
    const enum status status = needed_of(arena, name, bytes, &needed);
    if (status != OK)
        return status;
    if (!png_image_begin_read_from_memory(&image, needed.data, needed.count))
        return broken(name);
    image.format = PNG_FORMAT_RGB;
    struct pixels pixels = {image.width, image.height,
                            arena_alloc(arena, PNG_IMAGE_SIZE(image))};
    const bool is_read = png_image_finish_read(&image, &white, pixels.rgb, 0, NULL) != 0;
    png_image_free(&image);
    if (!is_read)
        return broken(name);
    *out_pixels = pixels;
    return OK;
}

enum status png_write(struct arena *arena, size_t width, size_t height,
                      const unsigned char *rgb, struct span *out_bytes)
{
    png_image image = {.version = PNG_IMAGE_VERSION,
                       .width = (png_uint_32)width,
                       .height = (png_uint_32)height,
                       .format = PNG_FORMAT_RGB};
    png_alloc_size_t count = PNG_IMAGE_PNG_SIZE_MAX(image);
    char *bytes = arena_alloc(arena, count);
    if (!png_image_write_to_memory(&image, bytes, &count, 0, rgb, 0, NULL))
        return fail(STATUS_IO, "no memory for a picture of %zu x %zu pixels", width,
                    height);
    *out_bytes = (struct span){bytes, count};
    return OK;
}
