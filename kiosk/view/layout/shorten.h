/* shorten: a text cut to a few lines, at a word and with "…", so that what it is about stays in
 * sight where all of it has no room; and a line whose pieces stand below each other there. */
#ifndef VIEW_LAYOUT_SHORTEN_H
#define VIEW_LAYOUT_SHORTEN_H

#include "view/layout/letters.h"

/* shorten_text(fit, style, text, width_px, lines_most): as many words of `text` as stand in
 * `lines_most` lines of `width_px` pixels in letters of `style`, built in the arena of `fit`;
 * `text` itself where all of it does. */
struct span shorten_text(const struct fit *fit, enum text_style style, struct span text,
                         int width_px, size_t lines_most);
/* shorten_lines(fit, style, text, width_px): `text` with the end of a line in place of its last
 * " · ", built in the arena of `fit`; `text` itself where it has one line of `width_px` pixels in
 * letters of `style`, or no such sign. */
struct span shorten_lines(const struct fit *fit, enum text_style style, struct span text,
                          int width_px);

#endif
