/* `resonance key list|export|words`: the public half of the keys; changes stand in key_change.c. */
#include "app/desk/command/operation.h"

#include "app/desk/office/trust/organization_key.h"
#include "app/desk/office/trust/signed_keyset.h"
#include "base/json/canonical.h"
#include "base/clock.h"
#include "store/shares.h"
#include "base/file.h"

static enum status public_text(struct operation *operation, struct span label,
                               struct span *out)
{
    struct keyset *keyset;
    if (is_span(label, KEYS_SIGNING))
        return organization_key_text(&operation->office, out);
    const struct keyset_recipient *recipient;
    enum status status = signed_keyset_look(&operation->office, &keyset);
    if (status == OK)
        status = keys_need(keyset, label, &recipient);
    if (status == OK)
        *out = recipient->recipient;
    return status;
}

enum status key_export_run(struct operation *operation)
{
    struct span text;
    const enum status status =
        public_text(operation, operation_word(operation, 0), &text);
    return status == OK
               ? office_put(&operation->office, span_format(operation->arena, "%.*s\n",
                                                            SPAN_ARGS(span_trim(text))))
               : status;
}

enum status key_words_run(struct operation *operation)
{
    struct span text;
    const enum status status =
        public_text(operation, operation_word(operation, 0), &text);
    if (status == OK)
        operation_say_lines(operation, keys_words(operation->arena, text));
    return status;
}

static const char *role_word(const struct keyset_recipient *recipient)
{
    return recipient->role == RECIPIENT_RECOVERY ? "recovery" : "recruiter";
}

static struct span last_day(struct arena *arena, const struct keyset_recipient *recipient)
{
    return clock_date(arena, recipient->not_after_unix_s * 1000);
}

/* How many results of before its time the key opens. */
static enum status earlier_count(struct operation *operation,
                                 const struct keyset_recipient *row, size_t *out_count)
{
    struct age_recipient public;
    struct archive *archive;
    enum status status = age_recipient_read(row->recipient, &public);
    if (status == OK)
        status = office_archive(&operation->office, &archive);
    return status == OK ? shares_count(archive, public.bytes, out_count) : status;
}

static enum status earlier_counts(struct operation *operation,
                                  const struct keyset *keyset, size_t **out_counts)
{
    enum status status = OK;
    size_t *counts = arena_array(operation->arena, size_t, keyset->recipient_count + 1);
    for (size_t i = 0; i < keyset->recipient_count && status == OK; i++)
        status = earlier_count(operation, &keyset->recipients[i], &counts[i]);
    *out_counts = counts;
    return status;
}

static struct span list_json(struct arena *arena, const struct keyset *keyset,
                             const size_t *earlier)
{
    struct canonical c = canonical_begin(arena);
    canonical_object(&c, NULL);
    canonical_list(&c, "keys");
    for (size_t i = 0; i < keyset->recipient_count; i++) {
        const struct keyset_recipient *row = &keyset->recipients[i];
        canonical_object(&c, NULL);
        canonical_whole(&c, "earlier_results", (int64_t)earlier[i]);
        canonical_text(&c, "label", row->label);
        canonical_text(&c, "recipient", row->recipient);
        canonical_text(&c, "role", span_of(role_word(row)));
        if (row->not_after_unix_s)
            canonical_text(&c, "until", last_day(arena, row));
        else
            canonical_null(&c, "until");
        canonical_text(&c, "words", keys_words(arena, row->recipient));
        canonical_end(&c);
    }
    canonical_end(&c);
    canonical_whole(&c, "version", keyset->version);
    canonical_end(&c);
    return canonical_bytes(&c);
}

static const char *secret_words(struct office *office,
                                const struct keyset_recipient *recipient)
{
    const char *name = keys_file(&office->arena, recipient->label).data;
    return recipient->role == RECIPIENT_RECOVERY ? "secret on paper only"
           : is_file(office_path(office, name))  ? "secret in this folder"
                                                 : "secret is not here";
}

static void list_say(struct operation *operation, const struct keyset *keyset,
                     const size_t *earlier)
{
    static const struct page_column columns[4];
    struct arena *arena = operation->arena;
    operation_say(operation, "Set of keys, version %lld. Each of them opens results:",
                  (long long)keyset->version);
    struct page_block *table = page_add_table(&operation->page.head, "", columns, 4);
    for (size_t i = 0; i < keyset->recipient_count; i++) {
        const struct keyset_recipient *recipient = &keyset->recipients[i];
        struct page_row *row = page_row(table, SPAN(""));
        row->cells[0] = recipient->label;
        row->cells[1] = span_of(role_word(recipient));
        row->cells[2] = span_of(secret_words(&operation->office, recipient));
        row->cells[3] =
            recipient->not_after_unix_s
                ? span_format(arena, "until %.*s", SPAN_ARGS(last_day(arena, recipient)))
                : SPAN("");
        page_remark(table, row, keys_words(arena, recipient->recipient));
        if (earlier[i])
            page_remark(
                table, row,
                span_format(arena, "opens %zu of before its time, too", earlier[i]));
    }
}

enum status key_list_run(struct operation *operation)
{
    struct keyset *keyset;
    size_t *earlier;
    enum status status = signed_keyset_look(&operation->office, &keyset);
    if (status == OK)
        status = earlier_counts(operation, keyset, &earlier);
    if (status != OK)
        return status;
    if (has_option(&operation->values, "json"))
        return operation_json(operation, list_json(operation->arena, keyset, earlier));
    list_say(operation, keyset, earlier);
    return OK;
}
