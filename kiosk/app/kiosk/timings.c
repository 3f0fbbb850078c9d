#include "app/kiosk/timings.h"

#include "base/file.h"

#include <stdio.h>
#include <time.h>
#include <unistd.h>

static int64_t now_us(clockid_t clock)
{
    struct timespec now;
    clock_gettime(clock, &now);
    return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

/* When this process began, on the clock that counts since boot: field 22 of /proc/self/stat, in
 * ticks of usually 10 ms. */
static int64_t began_us(void)
{
    struct span stat, part, rest;
    int64_t ticks = 0;
    char text[2048] = {0};
    FILE *file = fopen("/proc/self/stat", "re");
    const size_t count = file ? fread(text, 1, sizeof text - 1, file) : 0;
    if (file)
        fclose(file);
    stat = (struct span){text, count};
    rest = span_cut(stat, span_find(stat, ')') + 2, stat.count);
    for (int field = 3; field <= 22 && span_next(&rest, ' ', &part); field++)
        if (field == 22 && !span_to_integer(part, &ticks))
            ticks = 0;
    return ticks * (1000000 / sysconf(_SC_CLK_TCK));
}

enum status timings_open(const char *path, uint32_t *room, struct timings *timings)
{
    const enum status status = file_check_place(path);
    FILE *file = status == OK ? fopen(path, "we") : NULL;
    if (status != OK)
        return status;
    if (!file)
        return fail(STATUS_NO_ACCESS, "%s cannot be written", path);
    *timings = (struct timings){.path = path, .file = file, .touch_us = room};
    return OK;
}

void timings_first(struct timings *timings)
{
    if (timings->path)
        timings->first_frame_us = now_us(CLOCK_BOOTTIME) - began_us();
}

void timings_begin(struct timings *timings)
{
    timings->is_marking = timings->path != NULL;
    timings->mark_us = timings->is_marking ? now_us(CLOCK_MONOTONIC) : 0;
}

void timings_end(struct timings *timings)
{
    if (timings->is_marking && timings->count < TIMINGS_MAX)
        timings->touch_us[timings->count++] =
            (uint32_t)(now_us(CLOCK_MONOTONIC) - timings->mark_us);
    timings->is_marking = false;
}

enum status timings_write(const struct timings *timings)
{
    if (!timings->path)
        return OK;
    FILE *file = timings->file;
    fprintf(file, "first_frame_us %lld\n", (long long)timings->first_frame_us);
    for (uint32_t i = 0; i < timings->count; i++)
        fprintf(file, "touch_us %u\n", timings->touch_us[i]);
    return fclose(file) == 0 ? OK : fail(STATUS_IO, "%s is not whole", timings->path);
}
