#include "app/desk/office/trust/signed_vacancy.h"

#include <string.h>

/* All of it but what may change while it is open: whether it is, and for how long results are
 * kept. */
static void hash_of(struct arena *arena, const struct vacancy *vacancy,
                    unsigned char out_hash[CHAIN_HASH_BYTES])
{
    struct vacancy fixed = *vacancy;
    fixed.state = VACANCY_OPEN;
    fixed.keep_days = 0;
    seal_hash("vacancy", vacancy_write(arena, &fixed), out_hash);
}

static const struct roll_vacancy *row_find(const struct roll *roll, struct span id)
{
    for (size_t i = 0; i < roll->vacancy_count; i++)
        if (is_span_equal(roll->vacancies[i].id, id))
            return &roll->vacancies[i];
    return NULL;
}

enum status signed_vacancy_check(struct office *office, const struct vacancy *vacancy)
{
    unsigned char hash[CHAIN_HASH_BYTES];
    const struct roll *roll;
    const enum status status = roll_read(office, &roll);
    if (status != OK)
        return status;
    const struct roll_vacancy *row = row_find(roll, vacancy->id);
    hash_of(&office->arena, vacancy, hash);
    if (!row || memcmp(row->hash, hash, sizeof hash) == 0)
        return OK;
    return fail(STATUS_FORGED,
                "%s was changed after people were invited to it; put it back from a copy",
                office_path(office, office_name(office, "vacancies", vacancy->id)));
}

/* The open ones of which `roll` has no row. */
static enum status new_ones(struct office *office, const struct roll *roll,
                            struct vacancy ***out_list, size_t *out_count)
{
    struct span *names;
    size_t name_count, count = 0;
    enum status status = office_names(office, "vacancies", &names, &name_count);
    if (status != OK)
        return status;
    struct vacancy **list = arena_array(&office->arena, struct vacancy *, name_count + 1);
    for (size_t i = 0; i < name_count && status == OK; i++) {
        status = office_vacancy(office, names[i], &list[count]);
        if (status == OK && list[count]->state == VACANCY_OPEN &&
            !row_find(roll, list[count]->id))
            count++;
    }
    *out_list = list;
    *out_count = count;
    return status;
}

enum status signed_vacancy_news(struct office *office, struct span **out_lines,
                                size_t *out_count)
{
    const struct roll *roll;
    struct vacancy **list;
    size_t count;
    enum status status = roll_read(office, &roll);
    if (status == OK)
        status = new_ones(office, roll, &list, &count);
    if (status != OK)
        return status;
    *out_lines = arena_array(&office->arena, struct span, count + 1);
    for (size_t i = 0; i < count; i++)
        (*out_lines)[i] = span_format(&office->arena, "the vacancy %.*s, %.*s",
                                      SPAN_ARGS(list[i]->id), SPAN_ARGS(list[i]->title));
    *out_count = count;
    return OK;
}

enum status signed_vacancy_write(struct office *office, const struct roll *roll,
                                 struct roll_write *write)
{
    unsigned char hash[CHAIN_HASH_BYTES];
    struct vacancy **list;
    size_t count;
    const enum status status = new_ones(office, roll, &list, &count);
    for (size_t i = 0; i < count && status == OK; i++) {
        hash_of(&office->arena, list[i], hash);
        roll_write_vacancy(write, list[i]->id, hash);
    }
    return status;
}
