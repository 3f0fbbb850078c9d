/* `resonance desk`: the desk in the browser. */
#include "app/desk/command/operation.h"

#include "app/front/front.h"
#include "app/front/front_page.h"
#include "app/desk/command/desk/desk_house.h"

#include <limits.h>
#include <stdlib.h>

enum { PORT_MOST = 65535 };

static enum status on_line(void *context, struct span line)
{
    const struct operation *const operation = context;
    const enum status status = office_put(&operation->office, line);
    return status == OK ? office_put(&operation->office, SPAN("\n")) : status;
}

/* The whole path of the organization, and that it is one. */
static enum status folder_find(struct operation *operation, const char **out_folder)
{
    struct office office;
    char path[PATH_MAX];
    const enum status status =
        office_open(options_text(&operation->values, "org"), OFFICE_READ, &office);
    if (status != OK)
        return status;
    const bool is_found = realpath(office.folder, path) != NULL;
    *out_folder = span_copy(operation->arena, span_of(path)).data;
    office_close(&office);
    return is_found ? OK
                    : fail(STATUS_NOT_FOUND, "the folder of the organization has gone");
}

enum status desk_run(struct operation *operation)
{
    const struct options *const values = &operation->values;
    struct front_wants wants = {
        .hide_minutes = FRONT_HIDE_MINUTES,
        .is_without_browser = has_option(values, "no-browser"),
        .on_line = on_line,
        .context = operation,
    };
    size_t port = 0;
    if (has_option(values, "routes"))
        return office_put(&operation->office, front_page_routes(operation->arena));
    enum status status = options_count(values, "port", 1, PORT_MOST, &port);
    if (status == OK)
        status = options_one_of(values, "port listen");
    if (status == OK)
        status = options_count(values, "hide-after", FRONT_HIDE_MINUTES_LEAST,
                               FRONT_HIDE_MINUTES_MOST, &wants.hide_minutes);
    if (status == OK)
        status = folder_find(operation, &wants.folder);
    wants.port = (unsigned)port;
    if (status == OK)
        status = desk_house_wants(operation, &wants);
    return status == OK ? front_run(operation->arena, &wants) : status;
}
