/* picture: a small drawing that belongs to a questionnaire, in our own text format, one command a
 * line on a canvas of given size (y down):
 *
 *   size 320 180
 *   fill ROLE                  colour of what follows, by role of the theme; "none": not filled
 *   line ROLE WIDTH            outline of what follows; "line none": no outline
 *   circle X Y R
 *   rect X Y W H RADIUS
 *   path M x y L x y C x1 y1 x2 y2 x y Z ...
 *
 * "#" begins a comment. Roles, not colours: a picture follows the theme and its contrast.
 *
 * Or a photograph, which the desk made plain (author/pixels.h): the line "pixels WIDTH HEIGHT", and
 * then red, green and blue of each pixel, a byte each, row by row. */
#ifndef VIEW_PAINT_PICTURE_H
#define VIEW_PAINT_PICTURE_H

#include "base/arena.h"
#include "base/span.h"
#include "base/status.h"
#include "view/theme.h"

enum picture_role {
    PICTURE_NONE,
    PICTURE_PAPER,
    PICTURE_CARD,
    PICTURE_INK,
    PICTURE_SOFT,
    PICTURE_ACCENT,
    PICTURE_HAIRLINE,
    PICTURE_SUN, /* the warm second colour */
    PICTURE_SEA, /* a light tint of the accent */
    PICTURE_ROLE_COUNT,
};

enum picture_kind { PICTURE_CIRCLE, PICTURE_RECT, PICTURE_PATH };

struct picture_shape {
    enum picture_kind kind;
    enum picture_role fill, line;
    float line_width;
    float numbers[5];    /* circle: x y r; rect: x y w h radius */
    const char *verbs;   /* path: M L C Z */
    const float *points; /* path: 2, 2, 6, 0 numbers a verb */
    size_t verb_count;
};

struct picture {
    float width, height;
    struct picture_shape *shapes;
    size_t shape_count;
    const unsigned char *rgb; /* of width * height pixels, lent; NULL: a drawing */
    /* a QR code: width * height modules, 1 dark and 0 light, lent; NULL: none. Whole pixels
     * each, black on white in every theme. */
    const unsigned char *modules;
};

struct picture_limits {
    size_t bytes, shapes, verbs;     /* of a drawing; verbs: of one path */
    size_t pixels_wide, pixels_high; /* of a photograph */
};
extern const struct picture_limits picture_limits_usual;

/* picture_read(arena, name, bytes, limits, out_picture):
 * Reads `bytes`, the content of the file called `name` (for sentences), into a picture built in
 * `arena`; pixels stay where they are. STATUS_BAD_INPUT with name and line for anything the
 * format does not know, STATUS_TOO_LARGE over `limits`. */
must_check enum status picture_read(struct arena *arena, const char *name,
                                    struct span bytes, struct picture_limits limits,
                                    struct picture *out_picture);

/* picture_colour(theme, role): the colour of `role` in `theme`. */
uint32_t picture_colour(const struct theme *theme, enum picture_role role);

#endif
