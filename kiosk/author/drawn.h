/* drawn: the pictures that come with the program for stories, drawn so that they fit any work. */
#ifndef AUTHOR_DRAWN_H
#define AUTHOR_DRAWN_H

#include "base/span.h"

/* drawn_find(name): the bytes of the picture `name` (view/paint/picture.h), empty when there is
 * none. drawn_names(arena): all their names, with commas. */
struct span drawn_find(struct span name);
struct span drawn_names(struct arena *arena);

#endif
