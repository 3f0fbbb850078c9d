#include "app/desk/pages/pages_asset.h"

#include "base/must.h"

#include <string.h>

struct span pages_asset_address(const char *name)
{
    const struct pages_asset *row = pages_asset_table;
    while (row->name && strcmp(row->name, name) != 0)
        row++;
    must(row->name);
    return span_of(row->address);
}

static struct span type_of(const char *name)
{
    const char *end = strrchr(name, '.');
    must(end);
    return strcmp(end, ".css") == 0   ? SPAN("text/css; charset=utf-8")
           : strcmp(end, ".svg") == 0 ? SPAN("image/svg+xml")
                                      : SPAN("application/octet-stream");
}

bool is_pages_asset(struct span name, struct span *out_type, struct span *out_bytes)
{
    const size_t front = strlen("/s/");
    for (const struct pages_asset *row = pages_asset_table; row->name; row++) {
        if (!is_span(name, row->address + front))
            continue;
        *out_type = type_of(row->name);
        *out_bytes = pages_asset_bytes[row - pages_asset_table];
        return true;
    }
    return false;
}
