/* edid: what a display says about itself: how large its picture is, and which one it is (VESA
 * E-EDID 1.3 and 1.4, base block). */
#ifndef DEVICE_SCREEN_EDID_H
#define DEVICE_SCREEN_EDID_H

#include "base/span.h"
#include "base/status.h"

enum { EDID_BYTES = 128, EDID_NAME_BYTES = 10 };

/* edid_size(bytes, out_width_mm, out_height_mm):
 * The size of the picture from the 128 or more `bytes` of an EDID: from the first detailed timing
 * (millimetres) where it has one, else from the base block (centimetres). STATUS_BAD_INPUT when
 * header or checksum is wrong, or the display names no size (projectors). Whether the size can be
 * true is another question (scale.h). */
must_check enum status edid_size(struct span bytes, int *out_width_mm,
                                 int *out_height_mm);

/* edid_name(bytes, out_name): the EDID_NAME_BYTES that tell this display from others: maker,
 * product, serial number, week and year. STATUS_BAD_INPUT when header or checksum is wrong. */
must_check enum status edid_name(struct span bytes, unsigned char *out_name);

#endif
