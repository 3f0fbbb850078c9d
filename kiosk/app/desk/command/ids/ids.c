/* `resonance ids`: the names that commands take, for the completion of a shell: what lies here
 * unsealed anyway. It opens nothing and asks for no passphrase. */
#include "app/desk/command/operation.h"

#include "app/common/handle.h"
#include "app/desk/command/terminal/terminal_find.h"
#include "app/desk/office/interview/panel.h"
#include "app/desk/office/trust/roll.h"
#include "base/buffer.h"
#include "base/json/canonical.h"
#include "chain/header.h"

#include <string.h>

/* What is listed, name by name. */
struct listed {
    struct operation *operation;
    struct canonical json;
    bool is_json;
};

static enum status add(struct listed *listed, struct span name)
{
    if (listed->is_json) {
        canonical_text(&listed->json, NULL, name);
        return OK;
    }
    const struct office *office = &listed->operation->office;
    const enum status status = office_put(office, name);
    return status == OK ? office_put(office, SPAN("\n")) : status;
}

static enum status on_result(void *context, const struct entry *entry, int64_t arrival)
{
    struct listed *listed = context;
    (void)arrival;
    return entry->payload.count
               ? add(listed, handle_text(listed->operation->arena, entry->record_id))
               : OK;
}

static enum status results_list(struct listed *listed)
{
    struct archive *archive;
    const enum status status = office_archive(&listed->operation->office, &archive);
    return status == OK ? archive_list(archive, on_result, listed) : status;
}

static enum status files_list(struct listed *listed, const char *folder)
{
    struct span *names;
    size_t count = 0;
    enum status status = office_names(&listed->operation->office, folder, &names, &count);
    for (size_t i = 0; i < count && status == OK; i++)
        status = add(listed, names[i]);
    return status;
}

static enum status vacancies_list(struct listed *listed)
{
    return files_list(listed, "vacancies");
}

static enum status profiles_list(struct listed *listed)
{
    return files_list(listed, "profiles");
}

static enum status keys_list(struct listed *listed)
{
    struct keyset *keyset;
    struct span bytes;
    enum status status = office_keyset(&listed->operation->office, &keyset, &bytes);
    for (size_t i = 0; status == OK && i < keyset->recipient_count; i++)
        status = add(listed, keyset->recipients[i].label);
    return status;
}

static enum status people_list(struct listed *listed)
{
    const struct staff *staff;
    enum status status = staff_read(&listed->operation->office, &staff);
    for (size_t i = 0; status == OK && i < staff->count; i++)
        status = add(listed, staff->list[i].label);
    return status;
}

static enum status interviews_list(struct listed *listed)
{
    struct arena *arena = listed->operation->arena;
    struct panel *panels;
    size_t count = 0;
    enum status status = panel_list(arena, &listed->operation->office, &panels, &count);
    for (size_t i = 0; i < count && status == OK; i++)
        status = add(listed, span_format(arena, "%lld", (long long)panels[i].number));
    return status;
}

/* Its label, where that is one word; else its number, which is named as well. */
static struct span terminal_name(const struct listed *listed,
                                 const struct enrolled_terminal *terminal)
{
    return span_find(terminal->label, ' ') < terminal->label.count
               ? terminal_find_number(listed->operation->arena, terminal->id)
               : terminal->label;
}

static enum status terminals_list(struct listed *listed)
{
    const struct roll *roll;
    enum status status = roll_read(&listed->operation->office, &roll);
    for (size_t i = 0; status == OK && i < roll->terminal_count; i++)
        if (is_terminal_find_last(roll, i) && !roll->terminals[i].retired_unix_s)
            status = add(listed, terminal_name(listed, &roll->terminals[i]));
    return status;
}

static const struct {
    const char *name;
    enum status (*list)(struct listed *listed);
} kinds[] = {{"interviews", interviews_list}, {"keys", keys_list},
             {"people", people_list},         {"profiles", profiles_list},
             {"results", results_list},       {"terminals", terminals_list},
             {"vacancies", vacancies_list}};

enum status ids_run(struct operation *operation)
{
    struct listed listed = {.operation = operation,
                            .json = canonical_begin(operation->arena),
                            .is_json = has_option(&operation->values, "json")};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (!is_span(operation_word(operation, 0), kinds[i].name))
            continue;
        canonical_object(&listed.json, NULL);
        canonical_list(&listed.json, kinds[i].name);
        const enum status status = kinds[i].list(&listed);
        canonical_end(&listed.json);
        canonical_end(&listed.json);
        return status == OK && listed.is_json
                   ? operation_json(operation, canonical_bytes(&listed.json))
                   : status;
    }
    return fail(STATUS_USAGE, "name what to list: interviews, keys, people, profiles, "
                              "results, terminals or vacancies");
}
