/* Any bytes as text: split into runs, broken into lines, and for one length in four drawn, which
 * takes long. Lines must cover the text in order and stay inside it. */
#include "base/must.h"
#include "device/text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct arena program;
static struct text *text;
static SDL_Surface *surface;

static void start(void)
{
    arena_init(&program, 64 * 1024 * 1024);
    must(text_open(&program, &text) == OK);
    surface = SDL_CreateRGBSurfaceWithFormat(0, 200, 60, 32, SDL_PIXELFORMAT_RGB888);
    must(surface != NULL);
}

enum { DRAWN_ONE_IN = 4 };

static void check(struct span words, const struct text_lines *lines)
{
    size_t at = 0;
    for (size_t i = 0; i < lines->count; i++) {
        const struct text_line *line = &lines->lines[i];
        must(line->from >= at && line->from + line->count <= words.count);
        at = line->from + line->count;
    }
}

static void draw(struct span words, const struct text_lines *lines)
{
    for (size_t i = 0; i < lines->count; i++) {
        const struct text_line *line = &lines->lines[i];
        const struct text_drawing drawing = {.line =
                                                 span_cut(words, line->from, line->count),
                                             .cap_px = 12,
                                             .is_right_to_left = line->is_right_to_left,
                                             .baseline = 40};
        text_draw(text, surface, &drawing);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena;
    struct text_lines lines;
    if (!text)
        start();
    if (size < 1 || size > 1000)
        return 0;
    const struct text_port port = text_port_of(text);
    const struct span words = {(const char *)data + 1, size - 1};
    arena_init(&arena, 16 * 1024 * 1024);
    port.wrap(port.context, &arena, TEXT_BODY, 12, words, data[0] * 2, &lines);
    must(lines.count >= 1);
    check(words, &lines);
    if (size % DRAWN_ONE_IN == 0)
        draw(words, &lines);
    arena_done(&arena);
    return 0;
}
