#include "app/desk/office/trust/signed_settings.h"

#include "app/desk/office/trust/organization_key.h"
#include "base/file.h"
#include "interview/interview_bank.h"
#include "scoring/basis/norm.h"
#include "setup/groups/groups.h"

#include <stdio.h>
#include <string.h>

static const char organization_file[] = "organization.json",
                  questions_file[] = "questions.json", groups_file[] = "groups.json";

/* One of them: the file, and the hash of its bytes, or "180 days". */
struct setting {
    struct span name, value;
};

enum {
    SETTINGS_MAX = 10000,
    SETTINGS_NORM_BYTES_MAX = 2 * NORM_BYTES_MAX, /* with its signature */
    SETTING_BYTES_MAX = 1 << 20,                  /* of any one of them */
};

struct settings {
    struct setting *list;
    size_t count, room;
};

static void setting_add(struct arena *arena, struct settings *settings, struct span name,
                        struct span value)
{
    if (settings->count == settings->room) {
        const size_t room = 2 * settings->room + 8;
        struct setting *list = arena_array(arena, struct setting, room);
        if (settings->count)
            memcpy(list, settings->list, settings->count * sizeof *list);
        settings->list = list;
        settings->room = room;
    }
    settings->list[settings->count++] = (struct setting){name, value};
}

static const struct setting *setting_find(const struct settings *settings,
                                          struct span name)
{
    for (size_t i = 0; i < settings->count; i++)
        if (is_span_equal(settings->list[i].name, name))
            return &settings->list[i];
    return NULL;
}

static bool is_of_vacancy(const struct setting *setting)
{
    return has_span_prefix(setting->name, "vacancies/");
}

/* --- what stands in the folder --- */

static struct span hash_of(struct arena *arena, struct span bytes)
{
    unsigned char hash[CHAIN_HASH_BYTES];
    seal_hash("setting", bytes, hash);
    return span_hex(arena, hash, sizeof hash);
}

static enum status document_add(struct office *office, const char *name, size_t max_bytes,
                                struct settings *settings)
{
    struct span bytes;
    const enum status status = office_read(office, name, max_bytes, &bytes);
    if (status == OK)
        setting_add(&office->arena, settings, span_of(name),
                    hash_of(&office->arena, bytes));
    return status;
}

/* One of their own, which an organization may have. */
static enum status own_add(struct office *office, const char *name, size_t most,
                           struct settings *settings)
{
    const enum status status = document_add(office, name, most, settings);
    return status == STATUS_NOT_FOUND ? OK : status;
}

static enum status norms_add(struct office *office, struct settings *settings)
{
    struct span *names;
    size_t count;
    enum status status = office_names(office, "norms", &names, &count);
    for (size_t i = 0; i < count && status == OK; i++)
        status = document_add(office, office_name(office, "norms", names[i]),
                              SETTINGS_NORM_BYTES_MAX, settings);
    return status;
}

/* A draft may still be removed, and with it what was settled for it. A damaged file is named by who
 * reads it; all else can go on, until something is signed. */
static enum status days_add(struct office *office, bool is_to_sign,
                            struct settings *settings)
{
    struct arena *arena = &office->arena;
    struct span *names;
    size_t count;
    enum status status = office_names(office, "vacancies", &names, &count);
    for (size_t i = 0; i < count && status == OK; i++) {
        struct vacancy *vacancy;
        status = office_vacancy(office, names[i], &vacancy);
        if (status != OK && !is_to_sign)
            status = OK;
        else if (status == OK && vacancy->state != VACANCY_DRAFT)
            setting_add(arena, settings,
                        span_of(office_name(office, "vacancies", names[i])),
                        span_format(arena, "%lld day%s", (long long)vacancy->keep_days,
                                    vacancy->keep_days == 1 ? "" : "s"));
    }
    return status;
}

static enum status settings_gather(struct office *office, bool is_to_sign,
                                   struct settings *out_settings)
{
    struct settings settings = {0};
    enum status status =
        document_add(office, organization_file, ORGANIZATION_BYTES_MAX, &settings);
    if (status == OK)
        status = own_add(office, questions_file, INTERVIEW_BANK_BYTES_MAX, &settings);
    if (status == OK)
        status = own_add(office, groups_file, GROUPS_BYTES_MAX, &settings);
    if (status == OK)
        status = norms_add(office, &settings);
    if (status == OK)
        status = days_add(office, is_to_sign, &settings);
    if (status == OK)
        *out_settings = settings;
    return status;
}

/* --- what is signed --- */

static struct span settings_write(struct arena *arena, const struct settings *settings)
{
    struct canonical c = canonical_begin(arena);
    canonical_object(&c, NULL);
    canonical_list(&c, "settings");
    for (size_t i = 0; i < settings->count; i++) {
        canonical_object(&c, NULL);
        canonical_text(&c, "name", settings->list[i].name);
        canonical_text(&c, "value", settings->list[i].value);
        canonical_end(&c);
    }
    canonical_end(&c);
    canonical_end(&c);
    return canonical_bytes(&c);
}

static enum status settings_read(struct arena *arena, struct span bytes,
                                 struct settings *settings)
{
    struct canonical_take take = {arena, "row of settings", STATUS_DAMAGED, OK};
    struct arena scratch;
    canonical_take_scratch(&scratch);
    const struct json *root = canonical_take_root(&take, &scratch, bytes);
    const struct json *list = canonical_take_list(&take, root, "settings", SETTINGS_MAX);
    *settings = (struct settings){0};
    for (const struct json *row = list ? list->first : NULL; row; row = row->next) {
        const struct span name = canonical_take_text(&take, row, "name");
        setting_add(arena, settings, name, canonical_take_text(&take, row, "value"));
    }
    arena_done(&scratch);
    return take.status;
}

/* --- compared --- */

/* What is wrong with one of them; empty: nothing. Either may be NULL. A vacancy that has not been
 * signed for, or is gone, says nothing here. */
static struct span difference(struct arena *arena, const struct setting *then,
                              const struct setting *now)
{
    const struct setting *any = now ? now : then;
    if (then && now && is_span_equal(then->value, now->value))
        return SPAN("");
    if (is_of_vacancy(any))
        return then && now ? span_format(arena,
                                         "%.*s says that results are kept %.*s, and %.*s "
                                         "were signed for",
                                         SPAN_ARGS(any->name), SPAN_ARGS(now->value),
                                         SPAN_ARGS(then->value))
                           : SPAN("");
    return span_format(arena, "%.*s %s", SPAN_ARGS(any->name),
                       !then  ? "was never signed for"
                       : !now ? "was signed for and is missing"
                              : "was changed since it was signed for");
}

/* What the next signature would hold for. */
static struct span news(struct arena *arena, const struct setting *then,
                        const struct setting *now)
{
    const struct span words = difference(arena, then, now);
    if (words.count || then || !now || is_span(now->value, "0 days"))
        return words;
    return span_format(arena,
                       "%.*s says that results are kept %.*s, which nobody "
                       "signed for yet",
                       SPAN_ARGS(now->name), SPAN_ARGS(now->value));
}

typedef struct span settings_compare(struct arena *arena, const struct setting *then,
                                     const struct setting *now);

/* What `compare` says of each, in the order of the folder, then what is gone from it. */
static void lines_gather(struct arena *arena, const struct settings *then,
                         const struct settings *now, settings_compare *compare,
                         struct span **out_lines, size_t *out_count)
{
    struct span *lines = arena_array(arena, struct span, then->count + now->count + 1);
    size_t count = 0;
    for (size_t i = 0; i < now->count; i++) {
        const struct setting *row = &now->list[i];
        lines[count] = compare(arena, setting_find(then, row->name), row);
        count += lines[count].count > 0;
    }
    for (size_t i = 0; i < then->count; i++)
        if (!setting_find(now, then->list[i].name)) {
            lines[count] = compare(arena, &then->list[i], NULL);
            count += lines[count].count > 0;
        }
    *out_lines = lines;
    *out_count = count;
}

static enum status lines_find(struct office *office, const struct roll *roll,
                              settings_compare *compare, struct span **out_lines,
                              size_t *out_count)
{
    struct settings then = {0}, now;
    enum status status = settings_gather(office, false, &now);
    if (status == OK && roll->settings.count)
        status = settings_read(&office->arena, roll->settings, &then);
    if (status == OK)
        lines_gather(&office->arena, &then, &now, compare, out_lines, out_count);
    return status;
}

enum status signed_settings_changes(struct office *office, struct span **out_lines,
                                    size_t *out_count)
{
    const struct roll *roll;
    const enum status status = roll_read(office, &roll);
    *out_count = 0;
    return status == OK && roll->settings.count
               ? lines_find(office, roll, difference, out_lines, out_count)
               : status;
}

const char *signed_settings_mend(void)
{
    return "put it back from a copy, or, if you changed it yourself, sign for it with "
           "'resonance organization sign'";
}

enum status signed_settings_check(struct office *office)
{
    struct span *lines;
    size_t count;
    const enum status status = signed_settings_changes(office, &lines, &count);
    return status == OK && count ? fail(STATUS_FORGED, "%.*s; %s", SPAN_ARGS(lines[0]),
                                        signed_settings_mend())
                                 : status;
}

enum status signed_settings_news(struct office *office, struct span **out_lines,
                                 size_t *out_count)
{
    const struct roll *roll;
    const enum status status = roll_read(office, &roll);
    return status == OK ? lines_find(office, roll, news, out_lines, out_count) : status;
}

enum status signed_settings_write(struct office *office, const struct roll *roll,
                                  struct roll_write *write)
{
    struct settings settings;
    const enum status status = settings_gather(office, true, &settings);
    if (status != OK)
        return status;
    const struct span now = settings_write(&office->arena, &settings);
    if (!is_span_equal(now, roll->settings))
        roll_write_settings(write, now);
    return OK;
}

void signed_settings_first(struct roll_write *write, struct span organization)
{
    struct arena *arena = write->rows.arena;
    struct settings settings = {0};
    setting_add(arena, &settings, span_of(organization_file),
                hash_of(arena, organization));
    roll_write_settings(write, settings_write(arena, &settings));
}

enum status signed_settings_sign(struct office *office, const struct minisign_key *key)
{
    const struct roll *roll;
    struct roll_write write;
    enum status status = roll_read(office, &roll);
    if (status != OK || roll->is_missing)
        return status;
    roll_write_begin(&office->arena, roll, key, &write);
    status = signed_settings_write(office, roll, &write);
    return status == OK ? roll_write_end(&write, office) : status;
}

static enum status file_put(struct office *office, const char *name, struct span bytes)
{
    if (bytes.count)
        return office_write(office, name, bytes);
    return is_file(office_path(office, name)) ? office_remove(office, name) : OK;
}

enum status signed_settings_change(struct office *office, const struct minisign_key *key,
                                   const char *name, struct span bytes)
{
    struct span before = SPAN(""), public;
    char why[1024];
    enum status status = organization_key_same(office, key, &public);
    if (status == OK && is_file(office_path(office, name)))
        status = office_read(office, name, SETTING_BYTES_MAX, &before);
    if (status == OK)
        status = file_put(office, name, bytes);
    if (status != OK)
        return status;
    status = signed_settings_sign(office, key);
    if (status == OK)
        return OK;
    snprintf(why, sizeof why, "%s", status_last());
    return file_put(office, name, before) == OK ? fail(status, "%s", why) : status;
}
