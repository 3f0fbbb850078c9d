/* edid: what a display says about itself: how many millimetres wide its picture is (VESA E-EDID
 * 1.3 and 1.4, base block). */
#ifndef DEVICE_EDID_H
#define DEVICE_EDID_H

#include "base/span.h"
#include "base/status.h"

/* edid_size(bytes, out_width_mm, out_height_mm):
 * The size of the picture from the 128 or more `bytes` of an EDID: from the first detailed timing
 * (millimetres) where it has one, else from the base block (centimetres). STATUS_BAD_INPUT when
 * header or checksum is wrong, or the display names no size (projectors). */
must_check enum status edid_size(struct span bytes, int *out_width_mm,
                                 int *out_height_mm);

/* edid_width_mm(): the width of the first connected display of this machine, from
 * /sys/class/drm; 0 when none tells. */
int edid_width_mm(void);

#endif
