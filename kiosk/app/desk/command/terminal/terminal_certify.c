/* `resonance terminal certify`: an organization that was made by an earlier version signs, once,
 * for the keys and terminals that it has. */
#include "app/desk/command/terminal/terminal_find.h"

#include "app/desk/office/ends/ends_write.h"
#include "app/desk/office/trust/roll_write.h"
#include "app/desk/office/trust/signed_keyset.h"
#include "base/file.h"
#include "store/ended.h"

#include <string.h>

enum { CERTIFY_TERMINALS_MAX = 4096, CERTIFY_SETS_MAX = 256 };

struct certify {
    struct operation *operation;
    struct enrolled_terminal terminals[CERTIFY_TERMINALS_MAX];
    size_t terminal_count;
    unsigned char hashes[CERTIFY_SETS_MAX][CHAIN_HASH_BYTES]; /* of earlier sets */
    size_t hash_count;
    struct keyset *keyset;
    struct span bytes;
    unsigned char hash[CHAIN_HASH_BYTES]; /* of the present one */
};

/* What archive.db and terminals/ID.json say of one terminal must agree: somebody who changed the
 * one may have forgotten the other. */
static enum status document_check(struct certify *certify,
                                  const struct enrolled_terminal *terminal)
{
    struct office *office = &certify->operation->office;
    const char *name = office_name(
        office, "terminals", span_hex(&office->arena, terminal->id, sizeof terminal->id));
    struct terminal_config *config = NULL;
    struct span bytes;
    if (!is_file(office_path(office, name)))
        return fail(STATUS_FORGED,
                    "archive.db knows a terminal \"%.*s\" that was never enrolled here "
                    "(%s is missing); put the folder back from a copy",
                    SPAN_ARGS(terminal->label), name);
    enum status status = office_read(office, name, CONFIG_FILE_MAX_BYTES, &bytes);
    if (status == OK)
        status = config_terminal_read(&office->arena, bytes, &config);
    if (status == OK &&
        memcmp(config->device_key, terminal->public_key, sizeof config->device_key) != 0)
        status = fail(STATUS_FORGED,
                      "archive.db and %s name different keys for the terminal \"%.*s\": "
                      "one of them was changed; put the folder back from a copy",
                      name, SPAN_ARGS(terminal->label));
    return status;
}

static enum status on_terminal(void *context, const struct enrolled_terminal *terminal)
{
    struct certify *certify = context;
    const enum status status = document_check(certify, terminal);
    if (status != OK)
        return status;
    if (certify->terminal_count == CERTIFY_TERMINALS_MAX)
        return fail(STATUS_TOO_LARGE, "more than %d enrolments cannot be signed at once",
                    CERTIFY_TERMINALS_MAX);
    struct enrolled_terminal *row = &certify->terminals[certify->terminal_count++];
    *row = *terminal;
    row->label = span_copy(certify->operation->arena, terminal->label);
    return OK;
}

static enum status hash_add(struct certify *certify,
                            const unsigned char hash[CHAIN_HASH_BYTES])
{
    static const unsigned char none[CHAIN_HASH_BYTES];
    if (memcmp(hash, certify->hash, CHAIN_HASH_BYTES) == 0 ||
        memcmp(hash, none, CHAIN_HASH_BYTES) == 0)
        return OK;
    for (size_t i = 0; i < certify->hash_count; i++)
        if (memcmp(certify->hashes[i], hash, CHAIN_HASH_BYTES) == 0)
            return OK;
    if (certify->hash_count == CERTIFY_SETS_MAX)
        return fail(STATUS_TOO_LARGE, "results are sealed to more than %d sets of keys",
                    CERTIFY_SETS_MAX);
    memcpy(certify->hashes[certify->hash_count++], hash, CHAIN_HASH_BYTES);
    return OK;
}

static enum status on_result(void *context, const struct entry *entry, int64_t arrival)
{
    struct header header;
    (void)arrival;
    const enum status status =
        header_read((struct span){(const char *)entry->header, HEADER_BYTES}, &header);
    return status == OK ? hash_add(context, header.keyset_hash) : status;
}

static enum status gather(struct certify *certify)
{
    struct office *office = &certify->operation->office;
    struct archive *archive;
    enum status status = office_keyset(office, &certify->keyset, &certify->bytes);
    if (status != OK)
        return status;
    seal_hash(NULL, certify->bytes, certify->hash);
    status = hash_add(certify, certify->keyset->previous_hash);
    if (status == OK)
        status = office_archive(office, &archive);
    if (status == OK)
        status = enrolments_list(archive, on_terminal, certify);
    return status == OK ? archive_list(archive, on_result, certify) : status;
}

static void say_all(struct certify *certify)
{
    static const struct page_column columns[2];
    struct operation *operation = certify->operation;
    struct arena *arena = operation->arena;
    operation_say(operation, "Results open for: %.*s. Is that who should read?",
                  SPAN_ARGS(signed_keyset_words(arena, certify->keyset)));
    if (certify->hash_count)
        operation_say(
            operation,
            "%zu earlier sets of keys are taken on trust: results may be sealed "
            "to them, and nobody kept who was in them.",
            certify->hash_count);
    operation_say(operation, "Terminals, with the words of their requests:");
    struct page_block *table = page_add_table(&operation->page.head, "", columns, 2);
    for (size_t i = 0; i < certify->terminal_count; i++) {
        const struct enrolled_terminal *terminal = &certify->terminals[i];
        struct page_row *row = page_row(table, SPAN(""));
        row->cells[0] = terminal_find_number(arena, terminal->id);
        row->cells[1] = terminal->label;
        page_remark(table, row, terminal_find_words(arena, terminal));
    }
}

static enum status say_erased(struct operation *operation)
{
    unsigned char(*ids)[CHAIN_ID_BYTES];
    size_t count = 0;
    const enum status status =
        ended_unsigned(operation->arena, operation->office.archive, true, &ids, &count);
    if (status == OK && count)
        operation_say(operation,
                      "%zu result%s erased here before erasures were signed for, by hand "
                      "or when a profile was frozen: that is taken on trust, too.",
                      count, count == 1 ? " was" : "s were");
    return status;
}

enum status terminal_certify_prepare(struct operation *operation)
{
    struct certify *certify = arena_new(operation->arena, struct certify);
    const struct roll *roll;
    certify->operation = operation;
    enum status status = roll_read(&operation->office, &roll);
    if (status == OK && !roll->is_missing)
        status = fail(STATUS_EXISTS, "what is here is signed for already; 'resonance "
                                     "terminal list' shows it");
    if (status == OK)
        status = gather(certify);
    if (status != OK)
        return status;
    say_all(certify);
    if (status == OK)
        status = say_erased(operation);
    if (status != OK)
        return status;
    operation->state = certify;
    operation->wants.signing_key = true;
    if (!has_option(&operation->values, "yes")) {
        operation->wants.question =
            "Are these your keys and your terminals, all of them?";
        operation->wants.answer_by = "--yes";
    }
    return OK;
}

enum status terminal_certify_run(struct operation *operation)
{
    const struct certify *certify = operation->state;
    struct roll_write roll;
    roll_write_begin(operation->arena, NULL, operation->signing_key.bytes, &roll);
    for (size_t i = 0; i < certify->hash_count; i++)
        roll_write_earlier(&roll, certify->hashes[i]);
    roll_write_keyset(&roll, certify->bytes);
    for (size_t i = 0; i < certify->terminal_count; i++)
        roll_write_terminal(&roll, &certify->terminals[i]);
    size_t earlier_count = 0;
    enum status status = roll_write_end(&roll, &operation->office);
    if (status == OK)
        status = ends_write_earlier(&operation->office, operation->signing_key.bytes,
                                    &earlier_count);
    if (status == OK)
        operation_say(operation,
                      "Signed for the set of keys and %zu enrolments of terminals. From "
                      "now on nothing else is taken.",
                      certify->terminal_count);
    return status;
}
