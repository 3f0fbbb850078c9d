#include "app/desk/office/norms/imported_norms.h"

#include "app/desk/office/norms/norm_table.h"
#include "app/desk/office/trust/signed_settings.h"
#include "base/buffer.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/folder.h"
#include "base/json/canonical_take.h"
#include "scoring/basis/norm_json.h"

enum { NAMES_TEXT_BYTES = 600 };

struct span imported_norms_comment(struct arena *arena, const struct norm *norm)
{
    return span_format(arena, "resonance norm %.*s %.*s of %zu people, %.*s",
                       SPAN_ARGS(norm->form_id), SPAN_ARGS(norm->form_version),
                       norm->count, SPAN_ARGS(norm->made));
}

enum status imported_norms_verify(struct arena *arena, struct span table,
                                  struct span signature, struct span key,
                                  struct norm **out_norm)
{
    struct minisign_public public;
    struct span comment;
    struct norm *norm;
    enum status status = minisign_public_read(key, &public);
    if (status == OK)
        status = minisign_verify(arena, &public, table, signature, &comment);
    if (status == OK)
        status = norm_read(arena, table, &norm);
    if (status == OK && !is_span_equal(comment, imported_norms_comment(arena, norm)))
        status = fail(STATUS_FORGED, "the signature is one for something else");
    if (status == OK)
        status = norm_table_check(arena, norm);
    if (status == OK)
        *out_norm = norm;
    return status;
}

static bool is_of_form(const struct assessment *assessment, const struct norm *norm)
{
    return is_span_equal(norm->form_id, assessment->id) &&
           is_span_equal(norm->form_version, assessment->version);
}

static const char *file_name(struct office *office, struct span name)
{
    return office_name(office, "norms", name);
}

static enum status row_read(struct office *office, struct imported_norm *row)
{
    struct canonical_take take = {&office->arena, "norm", STATUS_DAMAGED, OK};
    struct span bytes;
    struct arena scratch;
    const enum status status = office_read(office, file_name(office, row->name),
                                           IMPORTED_NORMS_BYTES_MAX, &bytes);
    if (status != OK)
        return status;
    canonical_take_scratch(&scratch);
    const struct json *root = canonical_take_root(&take, &scratch, bytes);
    row->key = canonical_take_text(&take, root, "key");
    row->signature = canonical_take_text(&take, root, "signature");
    const struct span table = canonical_take_text(&take, root, "table");
    arena_done(&scratch);
    return take.status == OK ? imported_norms_verify(&office->arena, table,
                                                     row->signature, row->key, &row->norm)
                             : take.status;
}

enum status imported_norms_list(struct office *office,
                                const struct assessment *assessment,
                                struct imported_norm **out_rows, size_t *out_count)
{
    struct span *names;
    size_t count;
    enum status status = office_names(office, "norms", &names, &count);
    if (status != OK)
        return status;
    struct imported_norm *rows =
        arena_array(&office->arena, struct imported_norm, count + 1);
    for (size_t i = 0; i < count; i++) {
        rows[i].name = names[i];
        status = row_read(office, &rows[i]);
        if (status != OK)
            return fail_in(status, "norms/%.*s.json", SPAN_ARGS(names[i]));
        rows[i].is_used = is_of_form(assessment, rows[i].norm);
    }
    *out_rows = rows;
    *out_count = count;
    return OK;
}

static bool is_known(struct arena *arena, const struct imported_norm *known,
                     const struct imported_norm *row)
{
    bool is_same =
        is_span_equal(known->key, row->key) || is_norm_table_same(known->norm, row->norm);
    for (size_t i = 0; i < row->norm->source_count; i++)
        is_same |= is_norm_table_of(arena, known->norm, row->norm->sources[i]);
    return is_same;
}

/* Nobody is to be counted twice. */
static enum status row_is_new(struct office *office, const struct assessment *assessment,
                              const struct imported_norm *row)
{
    const struct norm *norm = row->norm;
    struct imported_norm *known;
    size_t count;
    if (is_norm_table_of(&office->arena, norm, office->organization->name))
        return fail(STATUS_EXISTS, "the norm counts people of %.*s, who are counted here",
                    SPAN_ARGS(office->organization->name));
    const enum status status = imported_norms_list(office, assessment, &known, &count);
    if (status != OK)
        return status;
    for (size_t i = 0; i < count; i++)
        if (is_known(&office->arena, &known[i], row))
            return fail(
                STATUS_EXISTS,
                "a norm of the same source or figures is here as %.*s; to replace it, first "
                "'resonance norm remove %.*s'",
                SPAN_ARGS(known[i].name), SPAN_ARGS(known[i].name));
    return OK;
}

/* "Acme Ltd." becomes "acme-ltd"; empty when it has no such letter. */
static struct span slug(struct arena *arena, struct span source)
{
    struct buffer name = buffer_init(arena, VACANCY_ID_BYTES_MAX + 8);
    bool is_gap = false;
    for (size_t i = 0; i < source.count && name.count < VACANCY_ID_BYTES_MAX; i++) {
        const char small = span_lower(source.data[i]);
        const struct span letter = {&small, 1};
        const bool is_letter = small != '-' && is_vacancy_id(letter);
        if (is_letter)
            buffer_format(&name, "%s%c", is_gap && name.count ? "-" : "", small);
        is_gap = !is_letter;
    }
    return span_cut(buffer_span(&name), 0, VACANCY_ID_BYTES_MAX);
}

/* After the source; after the number of the key where that gives no name, or one that is taken. */
static struct span name_choose(struct office *office, const struct imported_norm *row)
{
    const struct span name = slug(&office->arena, row->norm->sources[0]);
    struct minisign_public public;
    if (name.count && !is_file(office_path(office, file_name(office, name))))
        return name;
    return minisign_public_read(row->key, &public) == OK
               ? span_hex(&office->arena, public.number, sizeof public.number)
               : SPAN("");
}

enum status imported_norms_check(struct office *office,
                                 const struct assessment *assessment,
                                 const struct imported_norm *row)
{
    if (!is_of_form(assessment, row->norm))
        return fail(STATUS_REFUSED,
                    "the norm is of the form %.*s %.*s, and this organization uses %.*s "
                    "%.*s",
                    SPAN_ARGS(row->norm->form_id), SPAN_ARGS(row->norm->form_version),
                    SPAN_ARGS(assessment->id), SPAN_ARGS(assessment->version));
    const enum status status = norm_table_day_check(row->norm, clock_now().unix_ms);
    return status == OK ? row_is_new(office, assessment, row) : status;
}

enum status imported_norms_put(struct office *office, const struct minisign_key *key,
                               struct imported_norm *row)
{
    const enum status status = folder_make(office_path(office, "norms"));
    if (status != OK)
        return status;
    row->name = name_choose(office, row);
    struct canonical c = canonical_begin(&office->arena);
    canonical_object(&c, NULL);
    canonical_text(&c, "key", row->key);
    canonical_text(&c, "signature", row->signature);
    canonical_text(&c, "table", norm_write(&office->arena, row->norm));
    canonical_end(&c);
    return signed_settings_change(office, key, file_name(office, row->name),
                                  canonical_bytes(&c));
}

static enum status no_norm(struct office *office, struct span name)
{
    struct span *names;
    size_t count;
    const enum status status = office_names(office, "norms", &names, &count);
    if (status != OK)
        return status;
    return fail(STATUS_NOT_FOUND, "there is no imported norm \"%.*s\"%s%.*s",
                SPAN_ARGS(span_cut(name, 0, 60)),
                count ? "; there are: " : "; none was imported",
                SPAN_ARGS(span_cut(span_join(&office->arena, names, count, ", "), 0,
                                   NAMES_TEXT_BYTES)));
}

enum status imported_norms_need(struct office *office, struct span name)
{
    return is_vacancy_id(name) && is_file(office_path(office, file_name(office, name)))
               ? OK
               : no_norm(office, name);
}

enum status imported_norms_remove(struct office *office, const struct minisign_key *key,
                                  struct span name)
{
    const enum status status = imported_norms_need(office, name);
    return status == OK
               ? signed_settings_change(office, key, file_name(office, name), SPAN(""))
               : status;
}
