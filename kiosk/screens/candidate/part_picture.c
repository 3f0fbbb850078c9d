/* Lines of one weight on an open ground, in the roles of the theme: they are signs, not scenes.
 * None is in the accent: on dark grounds pictures take that back, since scenes fill whole skies
 * with it. */
#include "screens/candidate/part_picture.h"

#include "base/must.h"

#define CANVAS "size 160 160\nfill none\n"

static const char rings[] = CANVAS "line hairline 2\n"
                                   "circle 60 80 52\ncircle 100 80 52\n"
                                   "line ink 3\ncircle 60 80 36\ncircle 60 80 20\n"
                                   "line soft 3\ncircle 100 80 36\ncircle 100 80 20\n";

static const char seedling[] =
    CANVAS "line ink 3\npath M 80 132 L 80 66\npath M 40 132 L 120 132\n"
           "line soft 3\nfill sea\n"
           "path M 80 92 C 60 92 44 78 42 56 C 64 56 80 70 80 92 Z\n"
           "path M 80 74 C 80 52 96 38 120 36 C 120 58 104 74 80 74 Z\n";

static const char signpost[] =
    CANVAS "line ink 3\npath M 80 24 L 80 138\npath M 56 138 L 104 138\n"
           "line soft 3\nfill sea\n"
           "path M 68 36 L 122 36 L 138 50 L 122 64 L 68 64 Z\n"
           "fill sun\nline ink 3\n"
           "path M 92 76 L 38 76 L 22 90 L 38 104 L 92 104 Z\n";

static const char book[] =
    CANVAS "line ink 3\nfill card\n"
           "path M 80 50 C 64 38 42 36 22 40 L 22 122 C 42 118 64 120 80 132 Z\n"
           "path M 80 50 C 96 38 118 36 138 40 L 138 122 C 118 118 96 120 80 132 Z\n"
           "fill none\nline soft 3\n"
           "path M 36 62 C 48 60 58 62 68 68\npath M 36 82 C 48 80 58 82 68 88\n"
           "path M 92 68 C 102 62 112 60 124 62\npath M 92 88 C 102 82 112 80 124 82\n";

static const char speech[] = CANVAS
    "line ink 3\nfill card\n"
    "path M 24 36 L 104 36 C 110 36 114 40 114 46 L 114 78 C 114 84 110 88 104 88 "
    "L 56 88 L 36 106 L 38 88 L 24 88 C 18 88 14 84 14 78 L 14 46 C 14 40 18 36 24 36 Z\n"
    "line soft 3\nfill sea\n"
    "path M 76 76 L 136 76 C 142 76 146 80 146 86 L 146 112 C 146 118 142 122 136 122 "
    "L 124 122 L 126 138 L 108 122 L 76 122 C 70 122 66 118 66 112 L 66 86 "
    "C 66 80 70 76 76 76 Z\n";

static const char target[] = CANVAS "line ink 3\ncircle 80 80 44\n"
                                    "line soft 3\nfill sea\ncircle 80 80 22\n";

static const char flag[] =
    CANVAS "line ink 3\npath M 48 26 L 48 138\npath M 28 138 L 68 138\n"
           "line soft 3\nfill sea\n"
           "path M 48 32 C 70 22 88 46 124 34 L 124 82 C 88 94 70 70 48 80 Z\n";

static const char *drawing_of(enum part_use use)
{
    switch (use) {
    case PART_RESONANCE:
        return rings;
    case PART_DRIVERS:
        return seedling;
    case PART_SITUATIONS:
        return signpost;
    case PART_STORY:
        return book;
    case PART_INTERVIEW:
        return speech;
    case PART_PRACTICE:
        return target;
    case PART_CLOSING:
        return flag;
    }
    return target;
}

const struct picture *part_picture(struct arena *arena, enum part_use use)
{
    struct picture *picture = arena_new(arena, struct picture);
    must(picture_read(arena, "part", span_of(drawing_of(use)), picture_limits_usual,
                      picture) == OK);
    return picture;
}
