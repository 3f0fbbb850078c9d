#include "device/script.h"

#include <stddef.h>

/* Ranges in order; what lies between them is shared. Blocks, not the full Unicode table: good
 * enough to choose a shaper, since letters of one word come from one block or its neighbours. */
static const struct {
    uint32_t first, last;
    const char *script;
} ranges[] = {
    {0x0041, 0x005A, "Latn"}, {0x0061, 0x007A, "Latn"},   {0x00C0, 0x00D6, "Latn"},
    {0x00D8, 0x00F6, "Latn"}, {0x00F8, 0x02AF, "Latn"},   {0x0370, 0x03FF, "Grek"},
    {0x0400, 0x052F, "Cyrl"}, {0x0531, 0x058A, "Armn"},   {0x0591, 0x05F4, "Hebr"},
    {0x0600, 0x06FF, "Arab"}, {0x0750, 0x077F, "Arab"},   {0x08A0, 0x08FF, "Arab"},
    {0x0900, 0x0963, "Deva"}, {0x0966, 0x097F, "Deva"},   {0x0980, 0x09FF, "Beng"},
    {0x0A00, 0x0A7F, "Guru"}, {0x0A80, 0x0AFF, "Gujr"},   {0x0B00, 0x0B7F, "Orya"},
    {0x0B80, 0x0BFF, "Taml"}, {0x0C00, 0x0C7F, "Telu"},   {0x0C80, 0x0CFF, "Knda"},
    {0x0D00, 0x0D7F, "Mlym"}, {0x0D80, 0x0DFF, "Sinh"},   {0x0E00, 0x0E7F, "Thai"},
    {0x0E80, 0x0EFF, "Laoo"}, {0x0F00, 0x0FFF, "Tibt"},   {0x1000, 0x109F, "Mymr"},
    {0x10A0, 0x10FF, "Geor"}, {0x1100, 0x11FF, "Hang"},   {0x1200, 0x139F, "Ethi"},
    {0x1780, 0x17FF, "Khmr"}, {0x1E00, 0x1EFF, "Latn"},   {0x1F00, 0x1FFF, "Grek"},
    {0x2C60, 0x2C7F, "Latn"}, {0x3041, 0x309F, "Hira"},   {0x30A0, 0x30FF, "Kana"},
    {0x3130, 0x318F, "Hang"}, {0x3400, 0x9FFF, "Hani"},   {0xA720, 0xA7FF, "Latn"},
    {0xA8E0, 0xA8FF, "Deva"}, {0xAC00, 0xD7FF, "Hang"},   {0xF900, 0xFAFF, "Hani"},
    {0xFB00, 0xFB06, "Latn"}, {0xFB1D, 0xFB4F, "Hebr"},   {0xFB50, 0xFDFF, "Arab"},
    {0xFE70, 0xFEFC, "Arab"}, {0x20000, 0x3FFFF, "Hani"},
};

const char *script_of(uint32_t code)
{
    size_t low = 0, high = sizeof ranges / sizeof ranges[0];
    while (low < high) {
        const size_t middle = (low + high) / 2;
        if (code > ranges[middle].last)
            low = middle + 1;
        else if (code < ranges[middle].first)
            high = middle;
        else
            return ranges[middle].script;
    }
    return NULL;
}

/* Letters that run from the right, and the invisible marks that steer direction. */
static const struct {
    uint32_t first, last;
} right_to_left[] = {
    {0x0590, 0x08FF}, {0x200E, 0x200F},   {0x202A, 0x202E},   {0x2066, 0x2069},
    {0xFB1D, 0xFEFF}, {0x10800, 0x10FFF}, {0x1E800, 0x1EFFF},
};

bool is_script_right_to_left(uint32_t code)
{
    for (size_t i = 0; i < sizeof right_to_left / sizeof right_to_left[0]; i++) {
        if (code >= right_to_left[i].first && code <= right_to_left[i].last)
            return true;
    }
    return false;
}
