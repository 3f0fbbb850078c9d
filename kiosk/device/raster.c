/* Signed-area coverage: every edge leaves in each pixel it crosses the height it crosses there
 * (cover) and the part of that left of it (area). Summed from left to right, cover says how much
 * of a pixel row is inside; area takes back what the edge's own pixel has too much. */
#include "device/raster.h"

#include "view/layout/box.h"

#include <math.h>

static uint32_t *pixel_row(SDL_Surface *surface, int y)
{
    return (uint32_t *)(void *)((unsigned char *)surface->pixels +
                                (size_t)y * (size_t)surface->pitch);
}

static void span_fill(uint32_t *pixels, int count, uint32_t rgb)
{
    for (int i = 0; i < count; i++)
        pixels[i] = rgb;
}

void raster_rect(SDL_Surface *surface, struct box box, uint32_t rgb)
{
    for (int y = box.y; y < box.y + box.height; y++)
        span_fill(pixel_row(surface, y) + box.x, box.width, rgb);
}

/* Both halves of the channels at once; 0..256 parts of the colour. */
static uint32_t blend(uint32_t under, uint32_t over, uint32_t parts)
{
    const uint32_t red_blue =
        (under & 0xff00ff) * (256 - parts) + (over & 0xff00ff) * parts;
    const uint32_t green = (under & 0xff00) * (256 - parts) + (over & 0xff00) * parts;
    return (red_blue >> 8 & 0xff00ff) | (green >> 8 & 0xff00);
}

static uint32_t parts_of(float cover)
{
    const float share = fabsf(cover);
    return share >= 1 ? 256 : (uint32_t)(share * 256 + 0.5f);
}

/* Without the care for NAN that costs fminf and fmaxf a call. */
static float lower(float a, float b)
{
    return a < b ? a : b;
}

static float upper(float a, float b)
{
    return a > b ? a : b;
}

/* ---- cells ---- */

static void cells_clear(struct raster *raster)
{
    raster->cell_count = raster->is_full = false;
    for (int row = 0; row < RASTER_ROWS; row++)
        raster->rows[row] = -1;
}

static void cell_add(struct raster *raster, int row, int x, float cover, float area)
{
    int *link = &raster->rows[row];
    while (*link >= 0 && raster->cells[*link].x < x)
        link = &raster->cells[*link].next;
    if (*link < 0 || raster->cells[*link].x != x) {
        if (raster->cell_count == RASTER_CELLS) {
            raster->is_full = true;
            return;
        }
        raster->cells[raster->cell_count] = (struct raster_cell){.x = x, .next = *link};
        *link = raster->cell_count++;
    }
    raster->cells[*link].cover += cover;
    raster->cells[*link].area += area;
}

/* The part of an edge within one row of pixels, from xa to xb while y goes by `height`. */
static void row_edge_add(struct raster *raster, struct box clip, int row, float xa,
                         float xb, float height)
{
    const float left = lower(xa, xb), right = upper(xa, xb);
    const int first = (int)floorf(left), last = (int)floorf(right);
    if (first >= clip.x + clip.width)
        return;
    if (last < clip.x || first == last) {
        const float middle = last < clip.x ? 0 : (left + right) / 2 - (float)first;
        cell_add(raster, row,
                 last < clip.x    ? clip.x
                 : first < clip.x ? clip.x
                                  : first,
                 height, height * middle);
        return;
    }
    const float per_x = height / (right - left);
    for (int x = first; x <= last && x < clip.x + clip.width; x++) {
        const float from = upper(left, (float)x), to = lower(right, (float)x + 1);
        const float part = (to - from) * per_x;
        if (x < clip.x)
            cell_add(raster, row, clip.x, part, 0);
        else
            cell_add(raster, row, x, part, part * ((from + to) / 2 - (float)x));
    }
}

static void edge_put(struct raster *raster, struct box clip, struct edge edge)
{
    const float sign = edge.y0 < edge.y1 ? 1.0f : -1.0f;
    if (sign < 0)
        edge = (struct edge){edge.x1, edge.y1, edge.x0, edge.y0};
    const float top = upper(edge.y0, (float)clip.y);
    const float bottom = lower(edge.y1, (float)(clip.y + clip.height));
    if (top >= bottom)
        return;
    const float slope = (edge.x1 - edge.x0) / (edge.y1 - edge.y0);
    for (float y = top; y < bottom;) {
        const int row = (int)floorf(y);
        const float next = lower(bottom, (float)row + 1);
        row_edge_add(raster, clip, row - clip.y, edge.x0 + (y - edge.y0) * slope,
                     edge.x0 + (next - edge.y0) * slope, sign * (next - y));
        y = next;
    }
}

/* ---- pixels ---- */

static void row_paint(const struct raster *raster, SDL_Surface *surface, struct box clip,
                      int row, uint32_t rgb)
{
    uint32_t *pixels = pixel_row(surface, clip.y + row);
    float cover = 0;
    int x = clip.x;
    for (int i = raster->rows[row]; i >= 0; i = raster->cells[i].next) {
        const struct raster_cell *cell = &raster->cells[i];
        const uint32_t inside = parts_of(cover);
        if (inside == 256)
            span_fill(pixels + x, cell->x - x, rgb);
        for (; inside > 0 && inside < 256 && x < cell->x; x++)
            pixels[x] = blend(pixels[x], rgb, inside);
        const uint32_t here = parts_of(cover + cell->cover - cell->area);
        if (here)
            pixels[cell->x] = blend(pixels[cell->x], rgb, here);
        cover += cell->cover;
        x = cell->x + 1;
    }
    if (parts_of(cover) == 256)
        span_fill(pixels + x, clip.x + clip.width - x, rgb);
}

/* A band of rows; when its cells are too many it is halved, down to a single row. */
static void band_fill(struct raster *raster, SDL_Surface *surface, struct box clip,
                      const struct outline *outline, uint32_t rgb)
{
    cells_clear(raster);
    for (size_t i = 0; i < outline->count; i++)
        edge_put(raster, clip, outline->edges[i]);
    if (raster->is_full && clip.height > 1) {
        struct box above = clip, below = clip;
        above.height = clip.height / 2;
        below.y += above.height;
        below.height -= above.height;
        band_fill(raster, surface, above, outline, rgb);
        band_fill(raster, surface, below, outline, rgb);
        return;
    }
    for (int row = 0; row < clip.height; row++)
        row_paint(raster, surface, clip, row, rgb);
}

void raster_fill(struct raster *raster, SDL_Surface *surface, struct box clip,
                 const struct outline *outline, uint32_t rgb)
{
    const struct box whole = {0, 0, surface->w, surface->h};
    clip = box_meet(clip, whole);
    for (int y = clip.y; y < clip.y + clip.height && clip.width > 0; y += RASTER_ROWS) {
        struct box band = clip;
        band.y = y;
        band.height = clip.y + clip.height - y;
        if (band.height > RASTER_ROWS)
            band.height = RASTER_ROWS;
        band_fill(raster, surface, band, outline, rgb);
    }
}
