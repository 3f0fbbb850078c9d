#include "app/common/config_load.h"

#include "seal/next/succession.h"
#include "assessment/assessment_fill.h"
#include "base/file.h"
#include "scoring/record_size.h"
#include "seal/age/age_recipient.h"
#include "seal/minisign.h"
#include "setup/config_shown.h"

#include <string.h>

enum { SMALL_FILE_MAX_BYTES = 64 * 1024, ANCHOR_MAX_BYTES = 4096 };

struct loading {
    struct arena *arena;
    const char *folder;
    struct config *config;
};

const char *config_load_unchecked(const struct config *config)
{
    return config->is_checked
               ? NULL
               : "nobody has looked whether these questions may be asked when people are "
                 "hired (the configuration has no checked.json for them); enrol this "
                 "terminal again with 'resonance enrol', which looks";
}

struct span config_load_comment(struct arena *arena, int64_t sequence)
{
    return span_format(arena, "resonance configuration %lld", (long long)sequence);
}

static enum status read_below(const struct loading *loading, const char *name,
                              size_t max_bytes, struct span *out_bytes)
{
    return file_read(loading->arena, file_path(loading->arena, loading->folder, name),
                     max_bytes, out_bytes);
}

static enum status manifest_load(const struct loading *loading)
{
    struct config *config = loading->config;
    struct minisign_public key;
    struct span bytes, signature, comment;
    enum status status = read_below(loading, "organization.pub", SMALL_FILE_MAX_BYTES,
                                    &config->organization_key);
    if (status == OK)
        status = read_below(loading, "manifest.json", CONFIG_FILE_MAX_BYTES, &bytes);
    if (status == OK)
        status = read_below(loading, "manifest.json.minisig", SMALL_FILE_MAX_BYTES,
                            &signature);
    if (status == OK)
        status = minisign_public_read(config->organization_key, &key);
    if (status == OK)
        status = minisign_verify(loading->arena, &key, bytes, signature, &comment);
    if (status == OK)
        status = config_manifest_read(loading->arena, bytes, &config->manifest);
    if (status != OK)
        return status;
    if (!is_span_equal(comment,
                       config_load_comment(loading->arena, config->manifest->sequence)))
        return fail(STATUS_FORGED,
                    "%s/manifest.json.minisig is a signature for something else",
                    loading->folder);
    return OK;
}

/* The bytes of a file the manifest names, checked against its hash. */
static enum status verified(const struct loading *loading,
                            const struct manifest_file *file, struct span *out_bytes)
{
    unsigned char hash[CHAIN_HASH_BYTES];
    struct span bytes;
    const char *name = span_text(loading->arena, file->name);
    const enum status status = read_below(loading, name, CONFIG_FILE_MAX_BYTES, &bytes);
    if (status != OK)
        return status;
    seal_hash(NULL, bytes, hash);
    if (memcmp(hash, file->hash, sizeof hash) != 0)
        return fail(STATUS_FORGED, "%s/%s is not the file that was signed",
                    loading->folder, name);
    *out_bytes = bytes;
    return OK;
}

static const struct manifest_file *manifest_find(const struct manifest *manifest,
                                                 const char *name)
{
    for (size_t i = 0; i < manifest->file_count; i++)
        if (is_span(manifest->files[i].name, name))
            return &manifest->files[i];
    return NULL;
}

static enum status named(const struct loading *loading, const char *name,
                         struct span *out_bytes)
{
    const struct manifest_file *file = manifest_find(loading->config->manifest, name);
    if (!file)
        return fail(STATUS_BAD_INPUT, "%s/manifest.json does not name %s",
                    loading->folder, name);
    return verified(loading, file, out_bytes);
}

/* A key that nothing can be sealed to must be met here, not when a person has finished. */
static enum status recipients_check(const struct loading *loading)
{
    const struct keyset *keyset = loading->config->keyset;
    struct age_recipient recipient;
    for (size_t i = 0; i < keyset->recipient_count; i++)
        if (age_recipient_read(keyset->recipients[i].recipient, &recipient) != OK)
            return fail(STATUS_BAD_INPUT, "%s/keyset.json: key %zu is not a key of age",
                        loading->folder, i + 1);
    return OK;
}

static enum status documents_load(const struct loading *loading)
{
    struct config *config = loading->config;
    struct span bytes;
    enum status status = named(loading, "keyset.json", &bytes);
    if (status == OK)
        seal_hash(NULL, bytes, config->keyset_hash);
    if (status == OK)
        status = config_keyset_read(loading->arena, bytes, &config->keyset);
    if (status == OK)
        status = config_shown_keyset(config->keyset);
    if (status == OK)
        status = recipients_check(loading);
    if (status == OK)
        status = named(loading, "terminal.json", &bytes);
    if (status == OK)
        status = config_terminal_read(loading->arena, bytes, &config->terminal);
    if (status == OK)
        status = config_shown_terminal(config->terminal);
    if (status == OK)
        status = named(loading, "invitations.json", &bytes);
    if (status == OK)
        status = config_invitations_read(loading->arena, bytes, &config->invitations);
    return status;
}

/* Configurations of before have no such file. */
static enum status erased_load(const struct loading *loading)
{
    struct config *config = loading->config;
    const struct manifest_file *file = manifest_find(config->manifest, "erased.json");
    struct span bytes;
    config->erased = arena_new(loading->arena, struct config_erased);
    if (!file)
        return OK;
    const enum status status = verified(loading, file, &bytes);
    return status == OK ? config_erased_read(loading->arena, bytes, &config->erased)
                        : status;
}

static enum status received_load(const struct loading *loading)
{
    struct config *config = loading->config;
    const struct manifest_file *file = manifest_find(config->manifest, "received.json");
    struct span bytes;
    config->received = arena_new(loading->arena, struct config_received);
    if (!file)
        return OK;
    const enum status status = verified(loading, file, &bytes);
    return status == OK ? config_received_read(loading->arena, bytes, &config->received)
                        : status;
}

/* What the terminal sends home is not larger than what it was given. */
static enum status anchor_load(const struct loading *loading)
{
    const struct manifest_file *file =
        manifest_find(loading->config->manifest, "anchor.jsonl");
    struct span bytes;
    if (!file)
        return OK;
    const enum status status = verified(loading, file, &bytes);
    if (status == OK && bytes.count <= ANCHOR_MAX_BYTES)
        loading->config->anchor = bytes;
    return status;
}

/* Whoever knows a key of before looks at them (trust.h). */
static enum status successions_load(const struct loading *loading)
{
    const struct manifest_file *file =
        manifest_find(loading->config->manifest, SUCCESSION_FILE);
    return file ? verified(loading, file, &loading->config->successions) : OK;
}

/* A key that nothing can be sealed to must be met here, and one that opens results must not open
 * what people say of themselves. */
static enum status auditors_check(const struct loading *loading)
{
    const struct groups *groups = loading->config->groups;
    const struct keyset *keyset = loading->config->keyset;
    struct age_recipient recipient;
    if (!groups->auditor_count)
        return fail(STATUS_BAD_INPUT, "%s/groups.json: it names no key of an auditor",
                    loading->folder);
    for (size_t i = 0; i < groups->auditor_count; i++) {
        if (age_recipient_read(groups->auditors[i], &recipient) != OK)
            return fail(STATUS_BAD_INPUT, "%s/groups.json: key %zu is not a key of age",
                        loading->folder, i + 1);
        for (size_t k = 0; k < keyset->recipient_count; k++)
            if (is_span_equal(keyset->recipients[k].recipient, groups->auditors[i]))
                return fail(STATUS_BAD_INPUT,
                            "%s/groups.json: key %zu opens results, too", loading->folder,
                            i + 1);
    }
    return OK;
}

/* Most organizations ask nothing. */
static enum status groups_load(const struct loading *loading)
{
    struct config *config = loading->config;
    const struct manifest_file *file = manifest_find(config->manifest, "groups.json");
    struct span bytes;
    if (!file)
        return OK;
    enum status status = verified(loading, file, &bytes);
    if (status == OK)
        status = groups_read(loading->arena, bytes, &config->groups);
    return status == OK ? auditors_check(loading) : status;
}

/* The word of the desk counts for the questions that it looked at. Configurations of before, and of
 * other tools, have no such file. */
static enum status checked_load(const struct loading *loading)
{
    struct config *config = loading->config;
    const struct manifest_file *file = manifest_find(config->manifest, "checked.json");
    struct config_checked *checked;
    struct span bytes;
    enum status status = OK;
    if (!file)
        return OK;
    status = verified(loading, file, &bytes);
    if (status == OK)
        status = config_checked_read(loading->arena, bytes, &checked);
    if (status == OK)
        config->is_checked = memcmp(checked->assessment_hash, config->assessment_hash,
                                    CHAIN_HASH_BYTES) == 0;
    return status;
}

static enum status vacancies_load(const struct loading *loading)
{
    struct config *config = loading->config;
    const struct manifest *manifest = config->manifest;
    config->vacancies =
        arena_array(loading->arena, struct config_vacancy, manifest->file_count);
    for (size_t i = 0; i < manifest->file_count; i++) {
        struct span bytes;
        const struct span name = manifest->files[i].name;
        const bool is_checkin = has_span_prefix(name, "checkins/");
        if (!is_checkin && !has_span_prefix(name, "vacancies/"))
            continue;
        struct config_vacancy *row = &config->vacancies[config->vacancy_count];
        enum status status = verified(loading, &manifest->files[i], &bytes);
        if (status == OK)
            status = vacancy_read(loading->arena, bytes, &row->vacancy);
        if (status == OK)
            status = config_shown_vacancy(row->vacancy);
        if (status != OK)
            return status;
        row->id = row->vacancy->id;
        row->is_checkin = is_checkin;
        config->vacancy_count++;
    }
    return OK;
}

static enum status assessment_files(const struct loading *loading,
                                    struct assessment_file **out_files, size_t *out_count)
{
    const struct manifest *manifest = loading->config->manifest;
    const char prefix[] = "assessment/";
    struct assessment_file *files =
        arena_array(loading->arena, struct assessment_file, manifest->file_count);
    size_t count = 0;
    for (size_t i = 0; i < manifest->file_count; i++) {
        const struct span name = manifest->files[i].name;
        if (!has_span_prefix(name, prefix))
            continue;
        const enum status status =
            verified(loading, &manifest->files[i], &files[count].bytes);
        if (status != OK)
            return status;
        files[count++].name = span_cut(name, sizeof prefix - 1, name.count);
    }
    *out_files = files;
    *out_count = count;
    return OK;
}

/* The first error in a sentence: "closing.osd:12:5: error: ...". */
static enum status assessment_wrong(const struct loading *loading, enum status status,
                                    const struct fault_list *faults)
{
    const struct fault *fault = faults->first;
    while (fault && fault->weight != FAULT_ERROR)
        fault = fault->next;
    if (!fault)
        return status;
    return fail(status, "%s/assessment/%.*s, line %zu: %.*s", loading->folder,
                SPAN_ARGS(fault->file), fault->line, SPAN_ARGS(fault->what));
}

static enum status assessment_load(const struct loading *loading)
{
    struct config *config = loading->config;
    struct fault_list faults = fault_list_init(loading->arena);
    struct assessment_file *files;
    size_t count;
    enum status status = assessment_files(loading, &files, &count);
    if (status == OK)
        status =
            assessment_read(loading->arena, files, count, &faults, &config->assessment);
    if (status == OK)
        status = record_size_check(config->assessment, &faults);
    if (status != OK)
        return assessment_wrong(loading, status, &faults);
    const struct assessment_words words = {.organization = config->terminal->organization,
                                           .customer = config->terminal->customer,
                                           .customers = config->terminal->customers};
    assessment_fill(loading->arena, config->assessment, &words);
    memcpy(config->assessment->hash, config->assessment_hash,
           sizeof config->assessment_hash);
    return OK;
}

void config_load_assessment_hash(struct arena *arena, const struct manifest *manifest,
                                 unsigned char out_hash[CHAIN_HASH_BYTES])
{
    struct buffer text = buffer_init(arena, CONFIG_FILE_MAX_BYTES);
    for (size_t i = 0; i < manifest->file_count; i++) {
        const struct manifest_file *file = &manifest->files[i];
        if (!has_span_prefix(file->name, "assessment/"))
            continue;
        buffer_add(&text, file->name);
        buffer_add(&text, (struct span){"\n", 1});
        buffer_add(&text, (struct span){(const char *)file->hash, sizeof file->hash});
    }
    seal_hash("form", buffer_span(&text), out_hash); /* as in released records */
}

static enum status signed_load(const struct loading *loading)
{
    struct config *config = loading->config;
    enum status status = manifest_load(loading);
    if (status == OK)
        status = documents_load(loading);
    if (status == OK)
        status = erased_load(loading);
    if (status == OK)
        status = anchor_load(loading);
    if (status == OK)
        status = successions_load(loading);
    if (status == OK)
        status = received_load(loading);
    if (status == OK)
        status = groups_load(loading);
    if (status == OK)
        config_load_assessment_hash(loading->arena, config->manifest,
                                    config->assessment_hash);
    return status;
}

static enum status told(enum status status)
{
    return status == OK
               ? OK
               : fail(status,
                      "%s; bring the whole configuration from the desk again ('resonance "
                      "enrol')",
                      status_last());
}

enum status config_load_signed(struct arena *arena, const char *folder,
                               struct config **out_config)
{
    struct config *config = arena_new(arena, struct config);
    const struct loading loading = {.arena = arena, .folder = folder, .config = config};
    const enum status status = signed_load(&loading);
    if (status == OK)
        *out_config = config;
    return told(status);
}

enum status config_load(struct arena *arena, const char *folder,
                        struct config **out_config)
{
    struct config *config = arena_new(arena, struct config);
    const struct loading loading = {.arena = arena, .folder = folder, .config = config};
    enum status status = signed_load(&loading);
    if (status == OK)
        status = vacancies_load(&loading);
    if (status == OK)
        status = assessment_load(&loading);
    if (status == OK)
        status = checked_load(&loading);
    if (status == OK)
        *out_config = config;
    return told(status);
}

const struct vacancy *config_load_vacancy(const struct config *config, enum role role,
                                          struct span id)
{
    for (size_t i = 0; i < config->vacancy_count && role != ROLE_RATER; i++)
        if (config->vacancies[i].is_checkin == (role == ROLE_NEWCOMER) &&
            is_span_equal(config->vacancies[i].id, id))
            return config->vacancies[i].vacancy;
    return NULL;
}

bool is_config_load_quick(const struct config *config)
{
    return config->invitations->memory_bytes < CODE_MEMORY_BYTES_LEAST;
}

const char *config_load_quick_words(void)
{
    return "codes are quick to guess from the disk of this terminal (--cost low): for "
           "tests and training only; let no real person answer here";
}
