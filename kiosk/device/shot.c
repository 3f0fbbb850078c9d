#include "device/shot.h"

#include "base/file.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

/* A PNG chunk being written: its checksum runs along. */
struct shot {
    FILE *file;
    uint32_t crc;          /* of the chunk */
    uint32_t sum_a, sum_b; /* Adler-32 of the picture data */
};

static uint32_t crc_add(uint32_t crc, const unsigned char *bytes, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        crc ^= bytes[i];
        for (int bit = 0; bit < 8; bit++)
            crc = crc >> 1 ^ (crc & 1 ? UINT32_C(0xEDB88320) : 0);
    }
    return crc;
}

static void put(struct shot *shot, const unsigned char *bytes, size_t count)
{
    shot->crc = crc_add(shot->crc, bytes, count);
    (void)fwrite(bytes, 1, count, shot->file);
}

static void put_number(struct shot *shot, uint32_t number)
{
    const unsigned char bytes[] = {(unsigned char)(number >> 24),
                                   (unsigned char)(number >> 16),
                                   (unsigned char)(number >> 8), (unsigned char)number};
    put(shot, bytes, sizeof bytes);
}

static void chunk_begin(struct shot *shot, const char *type, size_t bytes)
{
    put_number(shot, (uint32_t)bytes);
    shot->crc = UINT32_MAX;
    put(shot, (const unsigned char *)type, 4);
}

static void chunk_end(struct shot *shot)
{
    put_number(shot, ~shot->crc);
}

static void sum_add(struct shot *shot, const unsigned char *bytes, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        shot->sum_a = (shot->sum_a + bytes[i]) % 65521;
        shot->sum_b = (shot->sum_b + shot->sum_a) % 65521;
    }
}

enum { WIDTH_MAX = 16384 };

/* One row: no filter, then red, green, blue. Each row is a stored block of its own. */
static void put_row(struct shot *shot, SDL_Surface *surface, int y, bool is_last)
{
    static unsigned char row[1 + 3 * WIDTH_MAX];
    const unsigned char *pixels =
        (const unsigned char *)surface->pixels + (size_t)y * (size_t)surface->pitch;
    const unsigned count = 1 + 3 * (unsigned)surface->w;
    for (int x = 0; x < surface->w; x++) {
        uint32_t pixel;
        memcpy(&pixel, pixels + 4 * (size_t)x, sizeof pixel);
        row[1 + 3 * x] = (unsigned char)(pixel >> 16);
        row[2 + 3 * x] = (unsigned char)(pixel >> 8);
        row[3 + 3 * x] = (unsigned char)pixel;
    }
    const unsigned char head[] = {(unsigned char)is_last, (unsigned char)count,
                                  (unsigned char)(count >> 8), (unsigned char)~count,
                                  (unsigned char)(~count >> 8)};
    put(shot, head, sizeof head);
    put(shot, row, count);
    sum_add(shot, row, count);
}

static void put_picture(struct shot *shot, SDL_Surface *surface)
{
    static const unsigned char signature[] = {0x89, 'P',  'N',  'G',
                                              '\r', '\n', 0x1A, '\n'};
    static const unsigned char form[] = {8, 2, 0, 0, 0}; /* 8 bits, colour */
    static const unsigned char stored[] = {0x78, 0x01};
    const size_t row_bytes = 5 + 1 + 3 * (size_t)surface->w;
    put(shot, signature, sizeof signature);
    chunk_begin(shot, "IHDR", 13);
    put_number(shot, (uint32_t)surface->w);
    put_number(shot, (uint32_t)surface->h);
    put(shot, form, sizeof form);
    chunk_end(shot);
    chunk_begin(shot, "IDAT", sizeof stored + (size_t)surface->h * row_bytes + 4);
    put(shot, stored, sizeof stored);
    for (int y = 0; y < surface->h; y++)
        put_row(shot, surface, y, y + 1 == surface->h);
    put_number(shot, shot->sum_b << 16 | shot->sum_a);
    chunk_end(shot);
    chunk_begin(shot, "IEND", 0);
    chunk_end(shot);
}

enum status shot_write(SDL_Surface *surface, const char *path)
{
    if (surface->w > WIDTH_MAX)
        return fail(STATUS_TOO_LARGE, "a picture is at most %d pixels wide", WIDTH_MAX);
    const enum status status = file_check_place(path);
    if (status != OK)
        return status;
    struct shot shot = {.file = fopen(path, "wb"), .sum_a = 1};
    if (!shot.file)
        return fail(STATUS_NO_ACCESS, "%s cannot be written; choose another place", path);
    put_picture(&shot, surface);
    const bool is_wrong = ferror(shot.file);
    if (fclose(shot.file) != 0 || is_wrong)
        return fail(STATUS_IO, "%s was not written whole", path);
    return OK;
}
