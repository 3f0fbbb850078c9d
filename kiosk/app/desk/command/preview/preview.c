/* `resonance preview FOLDER|FILE --out DIR`: what people will see of a form on a terminal, as
 * pictures. */
#include "app/desk/command/operation.h"

#include "app/common/output.h"
#include "app/desk/form/kiosk_pictures.h"
#include "base/folder.h"

#include <unistd.h>

/* Pictures of another form, left there, would be taken for this one's. */
static enum status place_check(struct operation *operation, const char *folder)
{
    struct span *names;
    size_t count = 0;
    enum status status = output_check_folder(folder);
    if (status == OK)
        status = folder_make(folder);
    if (status == OK)
        status = folder_list(operation->arena, folder, "", &names, &count);
    return status == OK && count
               ? fail(STATUS_EXISTS, "%s is not empty; name a new or empty folder",
                      folder)
               : status;
}

enum status preview_prepare(struct operation *operation)
{
    const char *folder;
    return options_need(&operation->values, "out", &folder);
}

enum status preview_run(struct operation *operation)
{
    const struct options *values = &operation->values;
    const char *folder = options_text(values, "out");
    const bool was_there = is_folder(folder);
    struct span names;
    size_t count = 0;
    enum status status = place_check(operation, folder);
    if (status == OK)
        status = kiosk_pictures_make(operation->arena, values->files[0], folder, values,
                                     &names);
    if (status != OK && !was_there)
        (void)rmdir(folder); /* only where nothing was painted */
    if (status != OK)
        return status;
    for (size_t i = 0; i < names.count; i++)
        count += names.data[i] == '\n';
    operation_say(operation, "Pictures in %s: %zu.", folder, count);
    operation_say_lines(operation, names);
    return OK;
}
