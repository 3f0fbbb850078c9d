/* manual_template: the fixed words of the technical manual, in manual.md of this folder, and the
 * places in them that are filled from a form.
 *
 *   {{NAME}}     what manual_place.def says stands there, a word or whole tables
 *   {{?NAME}}    at the beginning of a paragraph: it stands only where this is true of the form
 *   {{!NAME}}    only where it is not */
#ifndef APP_DESK_COMMAND_MANUAL_MANUAL_TEMPLATE_H
#define APP_DESK_COMMAND_MANUAL_MANUAL_TEMPLATE_H

#include "app/desk/command/manual/manual_place.h"

/* Made of manual.md when the program is built. */
extern const char manual_template[];

/* manual_template_fill(manual, words): the text `words` with each place filled, in the arena of
 * `manual`. A place that is not known is a bug. */
struct span manual_template_fill(struct manual *manual, struct span words);

#endif
