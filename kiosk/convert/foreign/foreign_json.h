/* foreign_json: JSON as a tree of foreign values. */
#ifndef CONVERT_FOREIGN_FOREIGN_JSON_H
#define CONVERT_FOREIGN_FOREIGN_JSON_H

#include "convert/foreign.h"

/* foreign_json_read(arena, file, bytes, out_root): the tree of `bytes`, the file called `file`,
 * in `arena`; null and false are empty texts, since they only say that there is nothing; true is
 * a word. STATUS_TOO_LARGE over the limits of foreign.h, STATUS_BAD_INPUT with the line for what
 * is no JSON. */
must_check enum status foreign_json_read(struct arena *arena, struct span file,
                                         struct span bytes, struct foreign **out_root);

#endif
