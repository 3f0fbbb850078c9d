#include "app/desk/form/form_preview.h"

#include "author/png.h"
#include "author/svg.h"
#include "base/buffer.h"
#include "seal/base64.h"

enum {
    URI_BYTES_MAX = 2 * 1024 * 1024,
    /* twelve photographs, however colourful, have room on one page */
    SHOWN_WIDE = 360,
    SHOWN_HIGH = 203
};

static struct span data_uri(struct arena *arena, const char *type, struct span bytes)
{
    struct buffer uri = buffer_init(arena, URI_BYTES_MAX);
    buffer_format(&uri, "data:%s;base64,", type);
    for (size_t at = 0; at < bytes.count; at += BASE64_MAX_BYTES)
        buffer_add(&uri, base64_write(arena, span_cut(bytes, at, BASE64_MAX_BYTES),
                                      BASE64_PADDED));
    return buffer_span(&uri);
}

static enum status photograph_uri(struct arena *arena, const struct picture *picture,
                                  struct span *out_uri)
{
    const size_t width = (size_t)picture->width, height = (size_t)picture->height;
    struct pixels whole = {width, height, arena_alloc(arena, 3 * width * height)};
    for (size_t i = 0; i < 3 * width * height; i++)
        whole.rgb[i] = picture->rgb[i];
    const struct pixels shown = pixels_fit(arena, whole, SHOWN_WIDE, SHOWN_HIGH);
    struct span png;
    const enum status status =
        png_write(arena, shown.width, shown.height, shown.rgb, &png);
    if (status == OK)
        *out_uri = data_uri(arena, "image/png", png);
    return status;
}

static enum status picture_uri(struct arena *arena, const struct form_scene *scene,
                               struct span *out_uri)
{
    struct picture picture;
    const enum status status =
        picture_read(arena, span_text(arena, scene->picture), scene->picture_bytes,
                     picture_limits_usual, &picture);
    if (status != OK)
        return status;
    if (picture.rgb)
        return photograph_uri(arena, &picture, out_uri);
    *out_uri = data_uri(arena, "image/svg+xml",
                        svg_write(arena, &picture, theme_get(THEME_LIGHT)));
    return OK;
}

enum status form_preview(struct arena *arena, struct page *page,
                         const struct form_scene *scenes, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct form_scene *scene = &scenes[i];
        struct span uri;
        const enum status status = picture_uri(arena, scene, &uri);
        if (status != OK)
            return status;
        const char *id = span_format(arena, "scene-%c", (char)('a' + i)).data;
        const char *title =
            span_format(arena, "%zu. %.*s", i + 1, SPAN_ARGS(scene->title)).data;
        struct page_section *section = page_section(page, PAGE_PLAIN, id, title);
        page_add_image(
            section, span_format(arena, "Picture: %.*s", SPAN_ARGS(scene->picture)), uri);
        page_add_text(section, scene->text);
    }
    return OK;
}
