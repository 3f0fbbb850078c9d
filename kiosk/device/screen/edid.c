#include "device/screen/edid.h"

#include <string.h>

enum { NAME_AT = 8, TIMING_AT = 54 };

static unsigned byte_at(struct span bytes, size_t at)
{
    return (unsigned char)bytes.data[at];
}

static bool is_block(struct span bytes)
{
    static const unsigned char header[] = {0, 255, 255, 255, 255, 255, 255, 0};
    unsigned sum = 0;
    if (bytes.count < EDID_BYTES || memcmp(bytes.data, header, sizeof header) != 0)
        return false;
    for (size_t i = 0; i < EDID_BYTES; i++)
        sum += byte_at(bytes, i);
    return sum % 256 == 0;
}

static enum status block_check(struct span bytes)
{
    return is_block(bytes) ? OK
                           : fail(STATUS_BAD_INPUT,
                                  "the display describes itself wrongly; give its width");
}

enum status edid_size(struct span bytes, int *out_width_mm, int *out_height_mm)
{
    const enum status status = block_check(bytes);
    if (status != OK)
        return status;
    unsigned width = byte_at(bytes, 21) * 10, height = byte_at(bytes, 22) * 10;
    const bool has_timing = byte_at(bytes, TIMING_AT) || byte_at(bytes, TIMING_AT + 1);
    const unsigned high = byte_at(bytes, TIMING_AT + 14);
    if (has_timing && byte_at(bytes, TIMING_AT + 12) && byte_at(bytes, TIMING_AT + 13)) {
        width = byte_at(bytes, TIMING_AT + 12) | (high >> 4) << 8;
        height = byte_at(bytes, TIMING_AT + 13) | (high & 15) << 8;
    }
    if (!width || !height)
        return fail(STATUS_BAD_INPUT, "the display does not say how large it is");
    *out_width_mm = (int)width;
    *out_height_mm = (int)height;
    return OK;
}

enum status edid_name(struct span bytes, unsigned char *out_name)
{
    const enum status status = block_check(bytes);
    if (status == OK)
        memcpy(out_name, bytes.data + NAME_AT, EDID_NAME_BYTES);
    return status;
}
