#include "view/paint/picture.h"

#include <math.h>
#include <string.h>

const struct picture_limits picture_limits_usual = {.bytes = (size_t)64 * 1024,
                                                    .shapes = 400,
                                                    .verbs = 400,
                                                    .pixels_wide = 960,
                                                    .pixels_high = 540};

static const char *const role_names[PICTURE_ROLE_COUNT] = {
    [PICTURE_NONE] = "none",         [PICTURE_PAPER] = "paper",
    [PICTURE_CARD] = "card",         [PICTURE_INK] = "ink",
    [PICTURE_SOFT] = "soft",         [PICTURE_ACCENT] = "accent",
    [PICTURE_HAIRLINE] = "hairline", [PICTURE_SUN] = "sun",
    [PICTURE_SEA] = "sea",
};

#define PIXELS "pixels "

enum { COORDINATE_MAX = 10000 };

/* Reading: what stands for the shapes to come, and where we are for the sentences. */
struct reader {
    struct arena *arena;
    const char *name;
    int line;
    struct picture_limits limits;
    struct span words; /* rest of the line */
    enum picture_role fill, stroke;
    float stroke_width;
    struct picture *picture;
    enum status refusal;
};

static enum status wrong(const struct reader *reader, const char *what)
{
    return fail(STATUS_BAD_INPUT, "%s, line %d: %s", reader->name, reader->line, what);
}

/* The next word of the line; empty at its end. */
static struct span word_next(struct reader *reader)
{
    struct span rest = reader->words;
    size_t from = 0;
    while (from < rest.count && (rest.data[from] == ' ' || rest.data[from] == '\t'))
        from++;
    size_t to = from;
    while (to < rest.count && rest.data[to] != ' ' && rest.data[to] != '\t')
        to++;
    reader->words = span_cut(rest, to, rest.count);
    return span_cut(rest, from, to - from);
}

static enum status number_next(struct reader *reader, float *out_number)
{
    double value;
    if (!span_to_number(word_next(reader), &value))
        return wrong(reader, "a number is missing here or is not a decimal number");
    if (fabs(value) > COORDINATE_MAX)
        return wrong(reader, "numbers go from -10000 to 10000");
    *out_number = (float)value;
    return OK;
}

static enum status numbers_next(struct reader *reader, float *out_numbers, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const enum status status = number_next(reader, &out_numbers[i]);
        if (status != OK)
            return status;
    }
    return OK;
}

static enum status role_next(struct reader *reader, enum picture_role *out_role)
{
    const struct span word = word_next(reader);
    for (unsigned role = 0; role < PICTURE_ROLE_COUNT; role++) {
        if (is_span(word, role_names[role])) {
            *out_role = (enum picture_role)role;
            return OK;
        }
    }
    return wrong(reader,
                 "a colour is one of none paper card ink soft accent hairline sun sea");
}

static enum status read_size(struct reader *reader)
{
    float numbers[2];
    const enum status status = numbers_next(reader, numbers, 2);
    if (status != OK)
        return status;
    if (numbers[0] < 1 || numbers[1] < 1 || reader->picture->width > 0)
        return wrong(reader, "a picture has one size of at least 1 by 1");
    reader->picture->width = numbers[0];
    reader->picture->height = numbers[1];
    return OK;
}

static enum status read_fill(struct reader *reader)
{
    return role_next(reader, &reader->fill);
}

static enum status read_line(struct reader *reader)
{
    const enum status status = role_next(reader, &reader->stroke);
    if (status != OK || reader->stroke == PICTURE_NONE)
        return status;
    float width = 0;
    const enum status number = number_next(reader, &width);
    if (number != OK)
        return number;
    if (width <= 0)
        return wrong(reader, "a line is wider than 0; write \"line none\" for no line");
    reader->stroke_width = width;
    return OK;
}

/* NULL when there is no place for it; the reason stands in reader->refusal. */
static struct picture_shape *shape_add(struct reader *reader, enum picture_kind kind)
{
    if (reader->picture->width <= 0) {
        reader->refusal = wrong(reader, "the size comes before the first shape");
        return NULL;
    }
    if (reader->picture->shape_count >= reader->limits.shapes) {
        reader->refusal = fail(STATUS_TOO_LARGE, "%s, line %d: more than %zu shapes",
                               reader->name, reader->line, reader->limits.shapes);
        return NULL;
    }
    struct picture_shape *shape =
        &reader->picture->shapes[reader->picture->shape_count++];
    shape->kind = kind;
    shape->fill = reader->fill;
    shape->line = reader->stroke;
    shape->line_width = reader->stroke_width;
    return shape;
}

static enum status read_circle(struct reader *reader)
{
    struct picture_shape *shape = shape_add(reader, PICTURE_CIRCLE);
    if (!shape)
        return reader->refusal;
    const enum status status = numbers_next(reader, shape->numbers, 3);
    if (status == OK && shape->numbers[2] <= 0)
        return wrong(reader, "a radius is above 0");
    return status;
}

static enum status read_rect(struct reader *reader)
{
    struct picture_shape *shape = shape_add(reader, PICTURE_RECT);
    if (!shape)
        return reader->refusal;
    const enum status status = numbers_next(reader, shape->numbers, 5);
    if (status == OK &&
        (shape->numbers[2] <= 0 || shape->numbers[3] <= 0 || shape->numbers[4] < 0))
        return wrong(reader, "width and height are above 0, the corner is not below 0");
    return status;
}

static int verb_numbers(char verb)
{
    switch (verb) {
    case 'M':
    case 'L':
        return 2;
    case 'C':
        return 6;
    case 'Z':
        return 0;
    default:
        return -1;
    }
}

static enum status verb_next(struct reader *reader, struct picture_shape *shape,
                             char *verbs, float *points, size_t *point_count,
                             bool *out_is_end)
{
    const struct span word = word_next(reader);
    *out_is_end = word.count == 0;
    if (*out_is_end)
        return OK;
    const int numbers = word.count == 1 ? verb_numbers(word.data[0]) : -1;
    if (numbers < 0)
        return wrong(reader, "a path is made of M, L, C and Z");
    if (shape->verb_count == 0 && word.data[0] != 'M')
        return wrong(reader, "a path begins with M");
    if (shape->verb_count >= reader->limits.verbs)
        return fail(STATUS_TOO_LARGE, "%s, line %d: a path of more than %zu steps",
                    reader->name, reader->line, reader->limits.verbs);
    const enum status status =
        numbers_next(reader, points + *point_count, (size_t)numbers);
    if (status != OK)
        return status;
    verbs[shape->verb_count++] = word.data[0];
    *point_count += (size_t)numbers;
    return OK;
}

static enum status read_path(struct reader *reader)
{
    struct picture_shape *shape = shape_add(reader, PICTURE_PATH);
    if (!shape)
        return reader->refusal;
    enum status status = OK;
    /* every verb and number takes at least two bytes of the line: that bounds the room */
    const size_t room = reader->words.count / 2 + 7;
    char *verbs = arena_alloc(reader->arena, room);
    float *points = arena_array(reader->arena, float, room);
    size_t point_count = 0;
    bool is_end = false;
    shape->verbs = verbs;
    shape->points = points;
    while (!is_end && status == OK)
        status = verb_next(reader, shape, verbs, points, &point_count, &is_end);
    if (status == OK && shape->verb_count < 2)
        return wrong(reader, "a path has at least two steps");
    return status;
}

static const struct {
    const char *name;
    enum status (*read)(struct reader *reader);
} commands[] = {
    {"size", read_size},     {"fill", read_fill}, {"line", read_line},
    {"circle", read_circle}, {"rect", read_rect}, {"path", read_path},
};

static enum status read_command(struct reader *reader)
{
    const struct span word = word_next(reader);
    if (!word.count)
        return OK;
    for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++) {
        if (!is_span(word, commands[i].name))
            continue;
        const enum status status = commands[i].read(reader);
        if (status == OK && word_next(reader).count)
            return wrong(reader, "there is more on this line than the command takes");
        return status;
    }
    return wrong(reader, "a command is one of size fill line circle rect path");
}

static bool side_read(struct span *words, size_t most, size_t *out_side)
{
    struct span word;
    int64_t side;
    if (!span_next(words, ' ', &word) || !span_to_integer(word, &side) || side < 1 ||
        (uint64_t)side > most)
        return false;
    *out_side = (size_t)side;
    return true;
}

static enum status pixels_read(const char *name, struct span bytes,
                               struct picture_limits limits, struct picture *out_picture)
{
    const size_t start = sizeof PIXELS - 1, end = span_find(bytes, '\n');
    struct span words = span_cut(bytes, start, end - start);
    size_t width, height;
    if (!side_read(&words, limits.pixels_wide, &width) ||
        !side_read(&words, limits.pixels_high, &height) || words.data)
        return fail(STATUS_BAD_INPUT,
                    "%s: after \"pixels\" stand width and height, at "
                    "most %zu and %zu",
                    name, limits.pixels_wide, limits.pixels_high);
    const struct span rgb = span_cut(bytes, end + 1, bytes.count);
    if (rgb.count != 3 * width * height)
        return fail(STATUS_BAD_INPUT, "%s: %zu x %zu pixels have %zu bytes, not %zu",
                    name, width, height, 3 * width * height, rgb.count);
    *out_picture = (struct picture){.width = (float)width,
                                    .height = (float)height,
                                    .rgb = (const unsigned char *)rgb.data};
    return OK;
}

enum status picture_read(struct arena *arena, const char *name, struct span bytes,
                         struct picture_limits limits, struct picture *out_picture)
{
    if (has_span_prefix(bytes, PIXELS))
        return pixels_read(name, bytes, limits, out_picture);
    if (bytes.count > limits.bytes)
        return fail(STATUS_TOO_LARGE, "%s: a picture has at most %zu bytes", name,
                    limits.bytes);
    struct picture picture = {
        .shapes = arena_array(arena, struct picture_shape, limits.shapes),
    };
    struct reader reader = {
        .arena = arena,
        .name = name,
        .limits = limits,
        .fill = PICTURE_INK,
        .picture = &picture,
    };
    struct span rest = bytes, line;
    while (span_next(&rest, '\n', &line)) {
        reader.line++;
        reader.words = span_trim(span_cut(line, 0, span_find(line, '#')));
        const enum status status = read_command(&reader);
        if (status != OK)
            return status;
    }
    if (picture.width <= 0)
        return fail(STATUS_BAD_INPUT, "%s: \"size WIDTH HEIGHT\" is missing", name);
    *out_picture = picture;
    return OK;
}

/* On a dark ground the accent and the hairline are light: as wide areas they would glare. There
 * water is deeper than the sky, as it is on paper. */
static bool is_on_dark(const struct theme *theme)
{
    return theme_contrast(theme->paper, 0) < theme_contrast(theme->ink, 0);
}

uint32_t picture_colour(const struct theme *theme, enum picture_role role)
{
    const bool is_dark = is_on_dark(theme);
    const uint32_t colours[PICTURE_ROLE_COUNT] = {
        [PICTURE_NONE] = theme->paper,
        [PICTURE_PAPER] = theme->paper,
        [PICTURE_CARD] = theme->card,
        [PICTURE_INK] = theme->ink,
        [PICTURE_SOFT] = theme->soft,
        [PICTURE_ACCENT] =
            is_dark ? theme_mix(theme->paper, theme->accent, 0.10) : theme->accent,
        [PICTURE_HAIRLINE] =
            is_dark ? theme_mix(theme->paper, theme->soft, 0.35) : theme->hairline,
        [PICTURE_SUN] = theme_mix(theme->paper, theme->warm, 0.55),
        [PICTURE_SEA] = theme_mix(theme->paper, theme->accent, 0.25),
    };
    return colours[role];
}
