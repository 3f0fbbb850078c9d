/* The documents of the office that there are many of. */
#include "app/desk/office/office.h"

#include "app/desk/office/once/once.h"
#include "base/file.h"
#include "base/folder.h"

#include <string.h>
#include <unistd.h>

enum { NAMES_TEXT_BYTES = 600 };

enum status office_names(struct office *office, const char *folder,
                         struct span **out_names, size_t *out_count)
{
    return once_names(&office->arena, office->folder, folder, &office->once, out_names,
                      out_count);
}

const char *office_name(struct office *office, const char *folder, struct span id)
{
    return span_format(&office->arena, "%s/%.*s.json", folder, SPAN_ARGS(id)).data;
}

static const char *vacancy_name(struct office *office, struct span id)
{
    return office_name(office, "vacancies", id);
}

static enum status no_vacancy(struct office *office, struct span id)
{
    struct span *names;
    size_t count;
    const enum status status = office_names(office, "vacancies", &names, &count);
    if (status != OK)
        return status;
    if (!count)
        return fail(STATUS_NOT_FOUND,
                    "there is no vacancy yet; make one with 'resonance vacancy new'");
    return fail(STATUS_NOT_FOUND, "there is no vacancy \"%.*s\"; there are: %.*s",
                SPAN_ARGS(span_cut(id, 0, 60)),
                SPAN_ARGS(span_cut(span_join(&office->arena, names, count, ", "), 0,
                                   NAMES_TEXT_BYTES)));
}

/* Until somebody has read it, what a vacancy says of the organization is what that says now. */
static void draft_follow(const struct organization *organization, struct vacancy *vacancy)
{
    if (vacancy->state != VACANCY_DRAFT || !organization)
        return;
    vacancy->organization = organization->name;
    vacancy->contact = organization->contact;
    vacancy->retention = organization->retention;
}

enum status office_vacancy(struct office *office, struct span id,
                           struct vacancy **out_vacancy)
{
    struct span bytes;
    if (!is_vacancy_id(id) || !is_file(office_path(office, vacancy_name(office, id))))
        return no_vacancy(office, id);
    enum status status =
        office_read(office, vacancy_name(office, id), VACANCY_BYTES_MAX, &bytes);
    if (status == OK)
        status = vacancy_read(&office->arena, bytes, out_vacancy);
    if (status == STATUS_BAD_INPUT)
        return fail_in(status, "%s", office_path(office, vacancy_name(office, id)));
    if (status == OK)
        draft_follow(office->organization, *out_vacancy);
    if (status == OK && !is_span_equal((*out_vacancy)->id, id))
        return fail(STATUS_BAD_INPUT,
                    "%s holds another vacancy than its name says; rename it",
                    office_path(office, vacancy_name(office, id)));
    return status;
}

enum status office_open_vacancies(struct office *office, struct span **out_ids,
                                  size_t *out_count)
{
    struct span *ids;
    size_t all;
    enum status status = office_names(office, "vacancies", &ids, &all);
    *out_count = 0;
    for (size_t i = 0; i < all && status == OK; i++) {
        struct vacancy *vacancy;
        status = office_vacancy(office, ids[i], &vacancy);
        if (status == OK && vacancy->state == VACANCY_OPEN)
            ids[(*out_count)++] = ids[i];
    }
    *out_ids = ids;
    return status;
}

enum status office_put_vacancy(struct office *office, const struct vacancy *vacancy)
{
    const enum status status = folder_make(office_path(office, "vacancies"));
    if (status != OK)
        return status;
    return office_write(office, vacancy_name(office, vacancy->id),
                        vacancy_write(&office->arena, vacancy));
}

enum status office_profile(struct office *office, const char *name,
                           struct basis **out_basis)
{
    struct span bytes;
    const enum status status = office_read(office, name, VACANCY_BYTES_MAX, &bytes);
    return status == OK ? basis_read(&office->arena, bytes, out_basis) : status;
}

enum status office_remove(struct office *office, const char *name)
{
    const char *path = office_path(office, name);
    once_forget(name, &office->once);
    return unlink(path) == 0 ? file_sync_name(path) : file_failed("remove", path);
}
