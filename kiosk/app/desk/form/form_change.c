#include "app/desk/form/form_change.h"

#include "app/common/assessment_folder.h"
#include "app/desk/form/form_earlier.h"
#include "app/desk/office/assessment_files.h"

static enum status open_vacancies_check(struct office *office)
{
    struct span *ids;
    size_t count;
    const enum status status = office_open_vacancies(office, &ids, &count);
    if (status != OK || !count)
        return status;
    return fail(STATUS_REFUSED,
                "the vacancy %.*s is open, and all its candidates answer the same form; "
                "change it when 'resonance vacancy close %.*s' is done",
                SPAN_ARGS(ids[0]), SPAN_ARGS(ids[0]));
}

enum status form_change_read(struct office *office, struct form *out_form)
{
    struct assessment_file *files;
    size_t count;
    const enum status status = assessment_folder_read(
        &office->arena, office_path(office, "assessment"), &files, &count);
    if (status == OK)
        *out_form = form_of(&office->arena, files, count);
    return status;
}

enum status form_change_begin(struct operation *operation, struct form_change *out_change)
{
    struct form_change change = {.operation = operation};
    enum status status = open_vacancies_check(&operation->office);
    if (status == OK)
        status = form_change_read(&operation->office, &change.form);
    if (status == OK)
        *out_change = change;
    return status;
}

/* Before the first enrolment nobody can have answered it. */
static enum status earlier_keep(struct form_change *change)
{
    struct office *office = &change->operation->office;
    struct file_set set = file_set_init(&office->arena);
    struct assessment *assessment;
    int64_t sequence = 0;
    enum status status = office_sequence(office, &sequence);
    change->was_released = sequence > 0;
    if (status != OK || !change->was_released)
        return status;
    status =
        assessment_files_read(&set, office_path(office, "assessment"), NULL, &assessment);
    return status == OK ? form_earlier_keep(office, &set, assessment) : status;
}

enum status form_change_end(struct form_change *change)
{
    struct office *office = &change->operation->office;
    struct buffer faults = operation_faults(change->operation);
    const struct form *form = &change->form;
    struct file_set checked = file_set_init(&office->arena),
                    written = file_set_init(&office->arena);
    const char *folder = office_path(office, "assessment");
    struct assessment *assessment;
    enum status status = assessment_files_take(&checked, folder, form->files, form->count,
                                               &faults, &assessment);
    for (size_t i = 0; i < form->count && status == OK; i++)
        status = file_set_add(&written, form->files[i].name, form->files[i].bytes);
    if (status == OK)
        status = earlier_keep(change);
    if (status == OK)
        status = file_set_write(&written, folder, 0600);
    if (status != OK)
        operation_say_faults(change->operation, &faults);
    return status;
}

void form_change_say_after(const struct form_change *change)
{
    if (change->was_released)
        operation_say(change->operation,
                      "The form as it was stays in the folder forms, so that its results "
                      "can be opened. Enrol every terminal again. What colleagues said "
                      "before is left out of profiles that are frozen from now on.");
}
