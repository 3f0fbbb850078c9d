#include "app/desk/office/trust/signed_news.h"

#include "app/desk/office/trust/signed_codes.h"
#include "app/desk/office/trust/signed_settings.h"
#include "app/desk/office/trust/signed_vacancy.h"

#include <string.h>

static const unsigned char unknown[CHAIN_HASH_BYTES];

static struct span form_id(struct arena *arena, const struct assessment *assessment)
{
    return span_format(arena, "%.*s %.*s", SPAN_ARGS(assessment->id),
                       SPAN_ARGS(assessment->version));
}

static bool is_form_new(const struct roll *roll, const struct assessment *assessment)
{
    return memcmp(roll->form, assessment->hash, sizeof roll->form) != 0;
}

static enum status form_news(struct office *office, const struct assessment *assessment,
                             struct span **out_lines, size_t *out_count)
{
    const struct roll *roll;
    const enum status status = roll_read(office, &roll);
    *out_count = 0;
    if (status != OK || !is_form_new(roll, assessment))
        return status;
    *out_lines = arena_new(&office->arena, struct span);
    **out_lines = span_format(
        &office->arena, "the form %.*s%s", SPAN_ARGS(form_id(&office->arena, assessment)),
        memcmp(roll->form, unknown, sizeof unknown) == 0
            ? ""
            : ", which asks or says something else than that of the last configuration");
    *out_count = 1;
    return OK;
}

enum status signed_news_list(struct office *office, const struct assessment *assessment,
                             struct span **out_lines, size_t *out_count)
{
    enum { PARTS = 4 };
    struct span *lines[PARTS] = {0};
    size_t counts[PARTS] = {0}, count = 0;
    enum status status = signed_settings_news(office, &lines[0], &counts[0]);
    if (status == OK)
        status = signed_vacancy_news(office, &lines[1], &counts[1]);
    if (status == OK)
        status = signed_codes_news(office, &lines[2], &counts[2]);
    if (status == OK)
        status = form_news(office, assessment, &lines[3], &counts[3]);
    if (status != OK)
        return status;
    struct span *all = arena_array(&office->arena, struct span,
                                   counts[0] + counts[1] + counts[2] + counts[3] + 1);
    for (size_t part = 0; part < PARTS; part++)
        for (size_t i = 0; i < counts[part]; i++)
            all[count++] = lines[part][i];
    *out_lines = all;
    *out_count = count;
    return OK;
}

enum status signed_news_write(struct office *office, const struct assessment *assessment,
                              const struct roll *roll, struct roll_write *write)
{
    enum status status = signed_vacancy_write(office, roll, write);
    if (status == OK)
        status = signed_settings_write(office, roll, write);
    if (status == OK)
        status = signed_codes_write(office, roll, write);
    if (status == OK && is_form_new(roll, assessment))
        roll_write_form(write, form_id(&office->arena, assessment), assessment->hash);
    return status;
}
