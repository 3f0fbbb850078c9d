/* raster: fills an outline with a colour, edges smoothed by the exact share of each pixel that
 * the shape covers. Only pixels an edge touches are stored, so large rings cost little. */
#ifndef DEVICE_RASTER_H
#define DEVICE_RASTER_H

#include "device/outline.h"

#include <stdbool.h>
#include <SDL2/SDL.h>

enum { RASTER_CELLS = 32768, RASTER_ROWS = 256 };

struct raster {
    struct raster_cell {
        int x, next;       /* next in its row by x, -1 at the end */
        float cover, area; /* height crossed here; share of it left of the edge */
    } cells[RASTER_CELLS];
    int rows[RASTER_ROWS];
    int cell_count;
    bool is_full;
};

/* raster_fill(raster, surface, clip, outline, rgb): fills `outline` on the 32-bit `surface`,
 * within `clip`, with the opaque colour `rgb`; `raster` is room to work in. */
void raster_fill(struct raster *raster, SDL_Surface *surface, struct box clip,
                 const struct outline *outline, uint32_t rgb);

/* raster_rect(surface, box, rgb): fills whole pixels, already clipped to the surface. */
void raster_rect(SDL_Surface *surface, struct box box, uint32_t rgb);

/* raster_pixels(surface, clip, command): draws the photograph of a PAINT_PIXELS `command` within
 * `clip`, each pixel mixed of the four it lies between. */
void raster_pixels(SDL_Surface *surface, struct box clip,
                   const struct paint_command *command);

#endif
