/* wrap: text broken into lines. Words are kept whole where a line holds them. */
#ifndef DEVICE_TEXT_WRAP_H
#define DEVICE_TEXT_WRAP_H

#include "device/text/measure.h"
#include "view/text_port.h"

/* wrap_text(self, arena, style, cap_height_px, text, max_width_px, out_lines): as text_port's wrap,
 * with the fonts of `self`. */
void wrap_text(struct text *self, struct arena *arena, enum text_style style,
               int cap_height_px, struct span text, int max_width_px,
               struct text_lines *out_lines);

#endif
