/* pages_asset: the files of assets/desk, as the build puts them into the program. */
#ifndef APP_DESK_PAGES_PAGES_ASSET_H
#define APP_DESK_PAGES_PAGES_ASSET_H

#include "base/span.h"

#include <stdbool.h>

struct pages_asset {
    const char *name;    /* "desk.css" */
    const char *address; /* "/s/4f1c2a….css": it changes when the file does */
};

/* The rows end with one without a name. What the file of each row holds has the same index there,
 * and a table of its own, since only the program that gives it out needs it. */
extern const struct pages_asset pages_asset_table[];
extern const struct span pages_asset_bytes[];

/* pages_asset_address(name): where the file `name`, which there is, is given out. */
struct span pages_asset_address(const char *name);

/* is_pages_asset(name, out_type, out_bytes): the file under /s/, such as "4f1c….css": whether there
 * is one. It is the same for everybody and never changes under its name. */
bool is_pages_asset(struct span name, struct span *out_type, struct span *out_bytes);

#endif
