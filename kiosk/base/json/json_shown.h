/* json_shown: JSON that leaves the program. */
#ifndef BASE_JSON_JSON_SHOWN_H
#define BASE_JSON_JSON_SHOWN_H

#include "base/span.h"

/* json_shown(arena, document): `document`, which is JSON, with every character that nobody sees
 * (base/text/shown_text.h) written as an escape: no value is another one, but whoever looks at the
 * bytes sees all of it. What is no UTF-8 becomes U+FFFD, so that every reader takes it. In `arena`
 * unless nothing is to be changed. */
struct span json_shown(struct arena *arena, struct span document);

#endif
