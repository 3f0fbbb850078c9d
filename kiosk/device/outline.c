/* A stroke is one polygon: along the left side of the line and back along its right. Quads and
 * round joins laid over each other were tried first: they count edge pixels twice, and curves
 * come out thick and rough. */
#include "device/outline.h"

#include <math.h>
#include <string.h>

struct point {
    float x, y;
};

/* A line of points; closed ones return to the first. */
struct line {
    struct arena *arena;
    struct point *points;
    size_t count, capacity;
    bool is_closed;
};

static const float flat_px = 0.06f; /* curves are this close to their pieces */
static const float miter_max = 3.0f;

static void line_add(struct line *line, float x, float y)
{
    if (line->count && line->points[line->count - 1].x == x &&
        line->points[line->count - 1].y == y)
        return;
    if (line->count == line->capacity) {
        const size_t capacity = line->capacity ? 2 * line->capacity : 64;
        struct point *more = arena_array(line->arena, struct point, capacity);
        if (line->count)
            memcpy(more, line->points, line->count * sizeof *more);
        line->points = more;
        line->capacity = capacity;
    }
    line->points[line->count++] = (struct point){x, y};
}

static void edge_add(struct outline *outline, struct point from, struct point to)
{
    if (from.y == to.y)
        return;
    if (outline->count == outline->capacity) {
        const size_t capacity = outline->capacity ? 2 * outline->capacity : 128;
        struct edge *more = arena_array(outline->arena, struct edge, capacity);
        if (outline->count)
            memcpy(more, outline->edges, outline->count * sizeof *more);
        outline->edges = more;
        outline->capacity = capacity;
    }
    outline->edges[outline->count++] = (struct edge){from.x, from.y, to.x, to.y};
}

static void polygon_add(struct outline *outline, const struct point *points, size_t count)
{
    for (size_t i = 0; i < count; i++)
        edge_add(outline, points[i], points[(i + 1) % count]);
}

static void polygon_add_backwards(struct outline *outline, const struct point *points,
                                  size_t count)
{
    for (size_t i = count; i > 0; i--)
        edge_add(outline, points[i % count], points[i - 1]);
}

/* ---- round rectangles ---- */

static int corner_steps(float radius)
{
    if (radius < 0.5f)
        return 1;
    const int steps = (int)ceilf((float)M_PI_4 / acosf(1 - flat_px / radius));
    return steps < 2 ? 2 : steps;
}

static void corner_add(struct line *line, float x, float y, float radius, int quarter)
{
    const int steps = corner_steps(radius);
    for (int i = 0; i <= steps; i++) {
        const double angle = M_PI_2 * (quarter + (double)i / steps);
        line_add(line, x + radius * (float)cos(angle), y + radius * (float)sin(angle));
    }
}

static struct line round_line(struct arena *arena, const struct paint_command *c,
                              float inset)
{
    struct line line = {.arena = arena, .is_closed = true};
    const float left = c->x + inset, top = c->y + inset;
    const float right = c->x + c->width - inset, bottom = c->y + c->height - inset;
    const float radius = c->radius > inset ? c->radius - inset : 0;
    if (right <= left || bottom <= top)
        return line;
    corner_add(&line, right - radius, bottom - radius, radius, 0);
    corner_add(&line, left + radius, bottom - radius, radius, 1);
    corner_add(&line, left + radius, top + radius, radius, 2);
    corner_add(&line, right - radius, top + radius, radius, 3);
    return line;
}

/* ---- strokes ---- */

static struct point normal_of(struct point a, struct point b, float half)
{
    const float x = b.x - a.x, y = b.y - a.y;
    const float length = hypotf(x, y);
    return length > 0 ? (struct point){-y / length * half, x / length * half}
                      : (struct point){0, 0};
}

/* One or two points on the side of a line, as offsets from where it turns. */
struct turn {
    struct point offsets[2];
    size_t count;
};

/* Where the two normals meet, at most miter_max halves away; sharper corners are cut, or one of
 * their lines would grow thin. */
static struct turn turn_of(struct point before, struct point after, float half)
{
    const struct point sum = {before.x + after.x, before.y + after.y};
    const float square = sum.x * sum.x + sum.y * sum.y;
    if (square < half * half * 4 / (miter_max * miter_max))
        return (struct turn){{before, after}, 2};
    const float scale = 2 * half * half / square;
    return (struct turn){{{sum.x * scale, sum.y * scale}}, 1};
}

static struct turn turn_at(const struct line *line, size_t i, float half)
{
    const size_t n = line->count;
    const struct point *p = line->points;
    const bool has_before = i > 0 || line->is_closed,
               has_after = i + 1 < n || line->is_closed;
    const struct point before =
        has_before ? normal_of(p[(i + n - 1) % n], p[i], half) : (struct point){0, 0};
    const struct point after =
        has_after ? normal_of(p[i], p[(i + 1) % n], half) : (struct point){0, 0};
    if (!has_before)
        return (struct turn){{after}, 1};
    return has_after ? turn_of(before, after, half) : (struct turn){{before}, 1};
}

/* The left side goes along the line, the right one back to its beginning. */
static void stroke_add(struct outline *outline, const struct line *line, float width)
{
    const size_t n = line->count, room = 4 * n;
    if (n < 2)
        return;
    struct point *sides = arena_array(outline->arena, struct point, room);
    size_t left = 0, right = 0;
    for (size_t i = 0; i < n; i++) {
        const struct point p = line->points[i];
        const struct turn turn = turn_at(line, i, width / 2);
        for (size_t k = 0; k < turn.count; k++) {
            const struct point offset = turn.offsets[k];
            sides[left++] = (struct point){p.x + offset.x, p.y + offset.y};
            sides[room - ++right] = (struct point){p.x - offset.x, p.y - offset.y};
        }
    }
    if (line->is_closed) {
        polygon_add(outline, sides, left);
        polygon_add(outline, sides + room - right, right);
    } else {
        for (size_t i = 0; i < right; i++)
            sides[left + i] = sides[room - right + i];
        polygon_add(outline, sides, left + right);
    }
}

static float length_of(const struct line *line)
{
    float length = 0;
    for (size_t i = 0; i < line->count; i++) {
        const struct point a = line->points[i], b = line->points[(i + 1) % line->count];
        length += hypotf(b.x - a.x, b.y - a.y);
    }
    return length;
}

/* Walks along a closed line and strokes every other stretch of `dash`, stretched so that a whole
 * number of them fits. */
static void dashes_add(struct outline *outline, const struct line *line, float width,
                       float dash)
{
    const float whole = length_of(line);
    const float count = fmaxf(1, roundf(whole / (2 * dash)));
    const float stretch = whole / (2 * count);
    float left = stretch;
    bool is_on = true;
    struct line part = {.arena = outline->arena};
    for (size_t i = 0; i < line->count; i++) {
        struct point a = line->points[i];
        const struct point b = line->points[(i + 1) % line->count];
        float length = hypotf(b.x - a.x, b.y - a.y);
        line_add(&part, a.x, a.y);
        while (length > left) {
            a.x += (b.x - a.x) * left / length;
            a.y += (b.y - a.y) * left / length;
            line_add(&part, a.x, a.y);
            if (is_on)
                stroke_add(outline, &part, width);
            is_on = !is_on;
            part.count = 0;
            line_add(&part, a.x, a.y);
            length -= left;
            left = stretch;
        }
        left -= length;
    }
}

static void round_add(struct outline *outline, const struct paint_command *command)
{
    const struct line outer = round_line(outline->arena, command, 0);
    if (command->stroke <= 0) {
        polygon_add(outline, outer.points, outer.count);
        return;
    }
    if (command->dash > 0) {
        const struct line middle =
            round_line(outline->arena, command, command->stroke / 2);
        dashes_add(outline, &middle, command->stroke, command->dash);
        return;
    }
    const struct line inner = round_line(outline->arena, command, command->stroke);
    polygon_add(outline, outer.points, outer.count);
    if (inner.count)
        polygon_add_backwards(outline, inner.points, inner.count);
}

/* ---- paths ---- */

static struct point curve_at(struct point a, const float *p, float t)
{
    const float u = 1 - t;
    const float k0 = u * u * u, k1 = 3 * u * u * t, k2 = 3 * u * t * t, k3 = t * t * t;
    return (struct point){k0 * a.x + k1 * p[0] + k2 * p[2] + k3 * p[4],
                          k0 * a.y + k1 * p[1] + k2 * p[3] + k3 * p[5]};
}

enum { CURVE_STEPS_MAX = 96 };

static void curve_add(struct line *line, const float *p)
{
    if (!line->count)
        return;
    const struct point from = line->points[line->count - 1];
    const float length = hypotf(p[0] - from.x, p[1] - from.y) +
                         hypotf(p[2] - p[0], p[3] - p[1]) +
                         hypotf(p[4] - p[2], p[5] - p[3]);
    const int wanted = 3 + (int)(sqrtf(length) * 1.2f);
    const int steps = wanted < CURVE_STEPS_MAX ? wanted : CURVE_STEPS_MAX;
    for (int i = 1; i <= steps; i++) {
        const struct point at = curve_at(from, p, (float)i / (float)steps);
        line_add(line, at.x, at.y);
    }
}

static void line_finish(struct outline *outline, struct line *line, float stroke)
{
    if (line->is_closed && line->count > 1 &&
        line->points[0].x == line->points[line->count - 1].x &&
        line->points[0].y == line->points[line->count - 1].y)
        line->count--;
    if (stroke > 0)
        stroke_add(outline, line, stroke);
    else if (line->count > 2)
        polygon_add(outline, line->points, line->count);
    line->count = 0;
    line->is_closed = false;
}

static size_t verb_add(struct outline *outline, struct line *line, char verb,
                       const float *points, float stroke)
{
    switch (verb) {
    case 'M':
        line_finish(outline, line, stroke);
        line_add(line, points[0], points[1]);
        return 2;
    case 'L':
        line_add(line, points[0], points[1]);
        return 2;
    case 'C':
        curve_add(line, points);
        return 6;
    default:
        line->is_closed = true;
        line_finish(outline, line, stroke);
        return 0;
    }
}

static void path_add(struct outline *outline, const struct paint_command *command)
{
    struct line line = {.arena = outline->arena};
    size_t at = 0;
    for (size_t i = 0; i < command->verb_count; i++)
        at += verb_add(outline, &line, command->verbs[i], command->points + at,
                       command->stroke);
    line_finish(outline, &line, command->stroke);
}

struct outline outline_of(struct arena *arena, const struct paint_command *command)
{
    struct outline outline = {.arena = arena};
    if (command->kind == PAINT_PATH)
        path_add(&outline, command);
    else
        round_add(&outline, command);
    return outline;
}
