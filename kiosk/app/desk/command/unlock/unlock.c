/* `resonance unlock`: one passphrase for the commands of a while. */
#include "app/desk/command/operation.h"

#include "app/desk/agent/holder/holder.h"
#include "app/desk/office/unlock/held.h"

enum status unlock_prepare(struct operation *operation)
{
    const struct options *values = &operation->values;
    size_t *minutes = arena_new(operation->arena, size_t);
    *minutes = HELD_MINUTES;
    operation->state = minutes;
    enum status status = options_count(values, "for", 1, HELD_MINUTES_MOST, minutes);
    if (status == OK && has_option(values, "end"))
        return options_one_of(values, "end for key");
    if (status == OK)
        status = keys_mine(&operation->office, values, &operation->wants.keys_label);
    return status;
}

static enum status ended(struct operation *operation)
{
    size_t count = 0;
    const enum status status = held_end(&operation->office, &count);
    if (status != OK)
        return status;
    operation_say(operation, count ? "Locked: commands ask for the passphrase again."
                                   : "Nothing was unlocked here.");
    if (count)
        operation_note(operation, "locked again", SPAN(""));
    return OK;
}

static enum status held(struct operation *operation, size_t minutes)
{
    struct office *office = &operation->office;
    const struct span label = operation->wants.keys_label;
    scoped_secret content = {0};
    struct span file;
    const char *path;
    bool is_person;
    size_t before = 0;
    enum status status = held_path(office, label, &path);
    if (status == OK)
        status = held_end(office, &before);
    if (status == OK)
        status = office_read(office, keys_file(&office->arena, label).data,
                             KEYFILE_MAX_BYTES, &file);
    if (status == OK)
        status = keys_content(&operation->keys, &content, &is_person);
    if (status == OK)
        operation_note(operation, "unlocked",
                       span_format(operation->arena, "%.*s, %zu minutes",
                                   SPAN_ARGS(label), minutes));
    return status == OK
               ? holder_start(path, minutes, is_person, file, secret_span(&content))
               : status;
}

enum status unlock_run(struct operation *operation)
{
    const size_t minutes = *(const size_t *)operation->state;
    if (has_option(&operation->values, "end"))
        return ended(operation);
    const enum status status = held(operation, minutes);
    if (status == OK)
        operation_say(operation,
                      "Unlocked as %.*s for %zu minute%s. 'resonance unlock --end' locks "
                      "it before.",
                      SPAN_ARGS(operation->wants.keys_label), minutes,
                      minutes == 1 ? "" : "s");
    return status;
}
