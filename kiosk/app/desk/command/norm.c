/* `resonance norm show|export|import|remove`: what is usual among those who answered the form. */
#include "app/desk/command/operation.h"

#include "app/desk/office/norms/imported_norms.h"
#include "app/desk/office/norms/norm_table.h"
#include "app/desk/office/norms/office_norm.h"
#include "base/file.h"
#include "measure/resonance.h"
#include "profile/profile_name.h"

#include <unistd.h>

enum status norm_show_prepare(struct operation *operation)
{
    return office_norm_wants_keys(&operation->office, &operation->wants.result_keys);
}

struct norms {
    struct norm *own, *now; /* now: own, and the imported ones */
    size_t waiting_count;
    struct imported_norm *imported;
    size_t imported_count;
};

static enum status norms_read(struct operation *operation, struct norms *norms)
{
    struct result_reader *reader = &operation->reader;
    enum status status = operation_reader_open(operation, 0);
    if (status == OK)
        status = office_norm_own(reader, &norms->own, &norms->waiting_count);
    if (status == OK)
        status = imported_norms_list(&operation->office, reader->assessment,
                                     &norms->imported, &norms->imported_count);
    if (status == OK)
        status = office_norm_pool(&operation->office, norms->own, norms->imported,
                                  norms->imported_count, &norms->now);
    return status;
}

static struct span people(struct arena *arena, size_t count)
{
    return span_format(arena, count == 1 ? "%zu person" : "%zu people", count);
}

static struct span sources_text(struct arena *arena, const struct norm *norm)
{
    return span_join(arena, norm->sources, norm->source_count, ", ");
}

static void imported_say(struct page_block *facts, const struct imported_norm *row)
{
    struct arena *arena = facts->arena;
    page_pair(facts, SPAN("Imported:"),
              span_format(arena, "%.*s: %.*s from %.*s, %.*s%s", SPAN_ARGS(row->name),
                          SPAN_ARGS(people(arena, row->norm->count)),
                          SPAN_ARGS(sources_text(arena, row->norm)),
                          SPAN_ARGS(row->norm->made),
                          row->is_used ? "" : "; of another form, so not used"));
}

/* What more people would bring. */
static void missing_say(struct page_block *facts, size_t count)
{
    struct arena *arena = facts->arena;
    if (count < RESONANCE_NORM_LEAST)
        page_pair(facts, SPAN("Missing:"),
                  span_format(arena, "%.*s, until results get a phrase (%d)",
                              SPAN_ARGS(people(arena, RESONANCE_NORM_LEAST - count)),
                              RESONANCE_NORM_LEAST));
    if (count < NORM_ERROR_LEAST)
        page_pair(facts, SPAN("Missing:"),
                  span_format(arena,
                              "%.*s, until the error of driver scores is known and not "
                              "assumed (%d)",
                              SPAN_ARGS(people(arena, NORM_ERROR_LEAST - count)),
                              NORM_ERROR_LEAST));
}

static void means_say(struct operation *operation, const struct norm *norm)
{
    static const struct page_column columns[] = {{"Values and purpose", 0}, {"mean", 1}};
    static const struct page_column driver_columns[] = {{"Drivers, 1 to 5", 0},
                                                        {"mean", 1}};
    const struct assessment *assessment = operation->reader.assessment;
    const struct part *values =
        assessment_part(assessment, PART_RESONANCE, ROLE_CANDIDATE, SPAN(""));
    const struct part *drivers =
        assessment_part(assessment, PART_DRIVERS, ROLE_CANDIDATE, SPAN(""));
    struct page_block *table = page_add_table(&operation->page.head, "", columns, 2);
    for (size_t i = 0; i < norm->dimension_count; i++) {
        struct page_row *row = page_row(table, SPAN(""));
        row->cells[0] = profile_name(values, SPAN("en"), norm->ids[i]);
        row->cells[1] = page_number(table->arena, norm->mean[i], 2);
    }
    if (!norm->driver_count)
        return;
    table = page_add_table(&operation->page.head, "", driver_columns, 2);
    for (size_t i = 0; i < norm->driver_count; i++) {
        struct page_row *row = page_row(table, SPAN(""));
        row->cells[0] = profile_name(drivers, SPAN("en"), norm->drivers[i].id);
        row->cells[1] = page_number(table->arena, norm->drivers[i].mean, 2);
    }
}

static void show_say(struct operation *operation, const struct norms *norms)
{
    const struct norm *now = norms->now;
    struct arena *arena = operation->arena;
    operation_say(operation, "What a vacancy that is opened today takes as usual.");
    struct page_block *facts = page_add_facts(&operation->page.head);
    page_pair(facts, SPAN("Form:"),
              span_format(arena, "%.*s %.*s", SPAN_ARGS(now->form_id),
                          SPAN_ARGS(now->form_version)));
    page_pair(facts, SPAN("People:"),
              span_format(arena, "%zu, as of %.*s", now->count, SPAN_ARGS(now->made)));
    page_pair(facts, SPAN("Here:"),
              span_format(arena,
                          "%.*s; %zu more wait, since a norm grows by %d, so that "
                          "whoever comes is not the difference of two",
                          SPAN_ARGS(people(arena, norms->own->count)),
                          norms->waiting_count, NORM_STEP));
    for (size_t i = 0; i < norms->imported_count; i++)
        imported_say(facts, &norms->imported[i]);
    missing_say(facts, now->count);
    if (now->count)
        means_say(operation, now);
}

enum status norm_show_run(struct operation *operation)
{
    struct norms norms = {0};
    const enum status status = norms_read(operation, &norms);
    if (status != OK)
        return status;
    operation_note(operation, "opened", SPAN("norm"));
    if (has_option(&operation->values, "json"))
        return operation_json(operation, norm_write(operation->arena, norms.now));
    show_say(operation, &norms);
    return OK;
}

static enum status too_few(struct arena *arena, size_t count)
{
    return fail(STATUS_REFUSED,
                "the norm of this organization is made from %.*s; at least %d are "
                "needed to give it away",
                SPAN_ARGS(people(arena, count)), RESONANCE_NORM_LEAST);
}

enum status norm_export_prepare(struct operation *operation)
{
    const enum status status = norm_show_prepare(operation);
    operation->wants.signing_key = true;
    return status == OK && !operation->wants.result_keys ? too_few(operation->arena, 0)
                                                         : status;
}

static const char *signature_path(struct operation *operation)
{
    return span_format(operation->arena, "%s.minisig", operation->values.files[0]).data;
}

/* Both files, or none. */
static enum status table_write(struct operation *operation, struct span table,
                               struct span signature)
{
    const char *beside = signature_path(operation);
    enum status status = file_write(beside, signature, 0644);
    if (status != OK)
        return status;
    status = file_write(operation->values.files[0], table, 0644);
    if (status != OK)
        unlink(beside);
    return status;
}

enum status norm_export_run(struct operation *operation)
{
    struct arena *arena = operation->arena;
    struct span table, signature;
    struct norm *own;
    enum status status = operation_reader_open(operation, 0);
    if (status == OK)
        status = office_norm_own(&operation->reader, &own, NULL);
    if (status == OK && own->count < RESONANCE_NORM_LEAST)
        status = too_few(operation->arena, own->count);
    if (status == OK)
        status = norm_table_check(arena, own);
    if (status == OK)
        status = operation_note_people(operation, "exported", SPAN("norm"), true);
    if (status != OK)
        return status;
    table = norm_write(arena, own);
    status = minisign_sign(arena, operation->signing_key.bytes,
                           imported_norms_comment(arena, own), table, &signature);
    if (status == OK)
        status = table_write(operation, table, signature);
    if (status == OK)
        operation_say(operation,
                      "Wrote %s and %s: means and covariances of %zu people, nobody's "
                      "answers. Whoever imports them also needs 'resonance key export "
                      "signing', brought by another way.",
                      operation->values.files[0], signature_path(operation), own->count);
    return status;
}

/* --public-key is a file, or the line of a key itself. */
static enum status key_read(struct operation *operation, struct span *out_key)
{
    struct minisign_public public;
    const char *given = "";
    enum status status = options_need(&operation->values, "public-key", &given);
    if (status != OK)
        return status;
    if (is_file(given))
        status = file_read(operation->arena, given, MINISIGN_MAX_BYTES, out_key);
    else
        *out_key = span_format(operation->arena, "untrusted comment: key\n%s\n", given);
    if (status == OK && minisign_public_read(*out_key, &public) != OK)
        return fail(STATUS_BAD_INPUT,
                    "--public-key is neither a file with a public key of minisign nor "
                    "such a key");
    if (status == OK)
        *out_key = minisign_public_write(operation->arena, &public);
    return status;
}

static enum status table_read(struct operation *operation, struct imported_norm *row)
{
    struct arena *arena = operation->arena;
    struct span table;
    enum status status = key_read(operation, &row->key);
    if (status == OK)
        status = file_read(arena, operation->values.files[0], NORM_BYTES_MAX, &table);
    if (status == OK)
        status = file_read(arena, signature_path(operation), MINISIGN_MAX_BYTES,
                           &row->signature);
    if (status == STATUS_NOT_FOUND && is_file(operation->values.files[0]))
        return fail(status,
                    "the signature %s is not beside it; bring both files that "
                    "'resonance norm export' wrote",
                    signature_path(operation));
    if (status != OK)
        return status;
    status = imported_norms_verify(arena, table, row->signature, row->key, &row->norm);
    return status == OK ? OK : fail_in(status, "%s", operation->values.files[0]);
}

enum status norm_import_prepare(struct operation *operation)
{
    struct imported_norm *row = arena_new(operation->arena, struct imported_norm);
    const struct assessment *assessment;
    *row = (struct imported_norm){0};
    enum status status = table_read(operation, row);
    if (status == OK)
        status = office_assessment(&operation->office, &assessment);
    if (status == OK)
        status = imported_norms_check(&operation->office, assessment, row);
    operation->state = row;
    operation->wants.signing_key = true;
    return status;
}

enum status norm_import_run(struct operation *operation)
{
    struct imported_norm *row = operation->state;
    const enum status status =
        imported_norms_put(&operation->office, operation->signing_key.bytes, row);
    if (status == OK)
        operation_note(operation, "imported norm", row->name);
    if (status == OK)
        operation_say(operation,
                      "Imported as %.*s: %zu people from %.*s, %.*s. Vacancies that are "
                      "opened from now on take it; open ones do not change.",
                      SPAN_ARGS(row->name), row->norm->count,
                      SPAN_ARGS(sources_text(operation->arena, row->norm)),
                      SPAN_ARGS(row->norm->made));
    return status;
}

enum status norm_remove_prepare(struct operation *operation)
{
    operation->wants.signing_key = true;
    return imported_norms_need(&operation->office, operation_word(operation, 0));
}

enum status norm_remove_run(struct operation *operation)
{
    const struct span name = operation_word(operation, 0);
    const enum status status =
        imported_norms_remove(&operation->office, operation->signing_key.bytes, name);
    if (status == OK)
        operation_note(operation, "removed norm", name);
    if (status == OK)
        operation_say(operation, "Removed the norm %.*s. Open vacancies keep theirs.",
                      SPAN_ARGS(name));
    return status;
}
