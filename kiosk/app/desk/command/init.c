/* `resonance init DIR`: a new folder of an organization. */
#include "app/desk/command/operation.h"

#include "app/common/assessment_folder.h"
#include "app/common/output.h"
#include "app/desk/office/assessment_files.h"
#include "app/desk/form/form_fonts.h"
#include "assessment/assessment_fill.h"
#include "app/desk/office/sheet/recovery_sheet.h"
#include "app/desk/office/sheet/sheet_held.h"
#include "app/desk/office/staff/staff_label.h"
#include "app/desk/office/staff/staff_write.h"
#include "app/desk/office/trust/organization_key.h"
#include "app/desk/office/trust/signed_settings.h"
#include "assessment/assessment_profile.h"
#include "assessment/assessment_sample.h"
#include "author/form_sample.h"
#include "base/file.h"
#include "base/folder.h"
#include "base/tree.h"

#include <string.h>

#define MIB (INT64_C(1) << 20)
#define SHARED_ASSESSMENT RESONANCE_SHARE "/questionnaires/strategy-fit"

/* What init makes, while it makes it. */
struct founding {
    struct operation *operation;
    struct file_set set;
    struct organization organization;
    struct span label, by; /* of the owner: of the key, and the name; empty: the label */
    struct assessment *assessment;
    struct signed_rows_head people; /* how far their list has come */
    struct founding_secrets {
        struct minisign_key signing;
        struct age_identity recruiter, recovery;
        struct person person; /* the recruiter */
    } * secrets;
};

static struct span text_or(const struct operation *operation, const char *name,
                           const char *other)
{
    const char *text = options_text(&operation->values, name);
    return span_of(text ? text : other);
}

static enum status cost_read(const struct operation *operation,
                             struct organization *organization)
{
    const struct span cost = text_or(operation, "cost", "standard");
    organization->code_cost = (struct organization_cost){3, 256 * MIB};
    organization->key_cost = (struct organization_cost){
        (int64_t)KEYFILE_COST.passes, (int64_t)KEYFILE_COST.memory_bytes};
    if (is_span(cost, "low"))
        organization->code_cost = organization->key_cost =
            (struct organization_cost){1, 64 * 1024};
    else if (!is_span(cost, "standard"))
        return fail(STATUS_USAGE, "--cost is standard or low");
    return OK;
}

/* "pupil" or "child,children". */
static void customer_read(const struct operation *operation,
                          struct organization *organization)
{
    const struct span words = text_or(operation, "customer", ASSESSMENT_CUSTOMER);
    const size_t comma = span_find(words, ',');
    organization->customer = span_trim(span_cut(words, 0, comma));
    organization->customers =
        comma < words.count
            ? span_trim(span_cut(words, comma + 1, words.count))
            : span_format(operation->arena, "%.*ss", SPAN_ARGS(organization->customer));
}

static enum status legal_basis_read(const struct operation *operation,
                                    enum legal_basis *out_basis)
{
    return legal_basis_find(text_or(operation, "basis", "consent"), out_basis)
               ? OK
               : fail(STATUS_USAGE, "--basis is consent, steps or public");
}

static enum status texts_check(const struct organization *organization)
{
    enum status status = organization_check(ORGANIZATION_NAME, organization->name);
    if (status == OK)
        status = organization_check(ORGANIZATION_CONTACT, organization->contact);
    if (status == OK)
        status = organization_check(ORGANIZATION_RETENTION, organization->retention);
    if (status == OK)
        status = organization_check(ORGANIZATION_CUSTOMER, organization->customer);
    return status == OK
               ? organization_check(ORGANIZATION_CUSTOMER, organization->customers)
               : status;
}

static enum status values_read(struct founding *founding)
{
    const struct operation *operation = founding->operation;
    const char *name = "", *contact = "";
    enum status status = options_need(&operation->values, "name", &name);
    if (status == OK)
        status = options_need(&operation->values, "contact", &contact);
    const char *label = options_text(&operation->values, "label");
    founding->by = span_trim(text_or(operation, "by", ""));
    founding->label =
        label ? span_of(label) : staff_label_of(operation->arena, founding->by);
    founding->organization = (struct organization){
        .name = span_of(name),
        .contact = span_of(contact),
        .language = text_or(operation, "language", "en"),
        .retention = text_or(operation, "retention",
                             "We erase your answers six months after the decision."),
    };
    customer_read(operation, &founding->organization);
    if (status == OK)
        status = texts_check(&founding->organization);
    if (status == OK)
        status = cost_read(operation, &founding->organization);
    if (status == OK)
        status = legal_basis_read(operation, &founding->organization.legal_basis);
    if (status == OK && founding->by.count)
        status = operation_name_check(operation, founding->by);
    if (status == OK)
        status = keys_label_check(founding->label);
    if (status == OK && is_span(founding->label, KEYS_RECOVERY))
        status = fail(STATUS_BAD_INPUT, "the label " KEYS_RECOVERY
                                        " belongs to the recovery key; take another one");
    return status;
}

static enum status folder_check(const struct operation *operation, const char *folder)
{
    const struct span text = span_of(folder);
    if (!text.count || is_span(text, ".") || is_span(text, "..") || is_span(text, "/"))
        return fail(STATUS_USAGE, "name the new folder, such as \"acme\"");
    if (is_folder(folder) && !is_tree_empty(folder))
        return fail(STATUS_EXISTS, "%s is there already and is not empty; name a new one",
                    folder);
    if (is_file(folder))
        return fail(STATUS_EXISTS, "%s is a file; name a new folder", folder);
    return file_set_check(operation->arena, folder);
}

static enum status documents_add(struct founding *founding)
{
    struct arena *arena = founding->operation->arena;
    struct file_set *set = &founding->set;
    struct invitations invitations = {
        .operations = founding->organization.code_cost.passes,
        .memory_bytes = founding->organization.code_cost.memory_bytes,
    };
    struct organization *again;
    const struct span bytes = organization_write(arena, &founding->organization);
    seal_random(invitations.salt, sizeof invitations.salt);
    enum status status = organization_read(arena, bytes, &again);
    if (status == OK)
        status = file_set_add(set, SPAN("organization.json"), bytes);
    if (status == OK)
        status = file_set_add(set, SPAN("invitations.json"),
                              config_invitations_write(arena, &invitations));
    return status == OK ? file_set_add(set, SPAN("sequence"), SPAN("0")) : status;
}

static enum status keyset_add(struct founding *founding)
{
    struct arena *arena = founding->operation->arena;
    const struct founding_secrets *secrets = founding->secrets;
    struct keyset_recipient recipients[] = {
        {.recipient = age_recipient_write(arena, &secrets->recruiter.recipient),
         .role = RECIPIENT_RECRUITER,
         .label = founding->label},
        {.recipient = age_recipient_write(arena, &secrets->recovery.recipient),
         .role = RECIPIENT_RECOVERY,
         .label = SPAN(KEYS_RECOVERY)},
    };
    const struct keyset keyset = {
        .version = 1, .recipients = recipients, .recipient_count = 2};
    const struct span bytes = config_keyset_write(arena, &keyset);
    struct roll_write roll;
    roll_write_begin(arena, NULL, &secrets->signing, &roll);
    roll_write_keyset(&roll, bytes);
    roll_write_people(&roll, &founding->people);
    signed_settings_first(&roll, organization_write(arena, &founding->organization));
    const enum status status =
        file_set_add(&founding->set, SPAN(ROLL_FILE), roll_write_bytes(&roll));
    return status == OK ? file_set_add(&founding->set, SPAN("keyset.json"), bytes)
                        : status;
}

/* Who founds the organization signs for it, and opens its results. */
static enum status people_add(struct founding *founding)
{
    struct arena *arena = founding->operation->arena;
    const struct founding_secrets *secrets = founding->secrets;
    struct staff_person person = {
        .label = founding->label,
        .name = founding->by.count ? founding->by : founding->label,
        .roles = STAFF_ROLE_BIT(STAFF_OWNER) | STAFF_ROLE_BIT(STAFF_RECRUITER),
        .recipient = age_recipient_write(arena, &secrets->recruiter.recipient),
    };
    struct signed_rows_write write;
    staff_write_verify_key(&secrets->person, &person);
    staff_write_begin(arena, NULL, &secrets->signing, &write);
    staff_write_person(&write, &person);
    founding->people = write.head;
    return file_set_add(&founding->set, SPAN(STAFF_FILE), buffer_span(&write.text));
}

static enum status keys_add(struct founding *founding)
{
    struct arena *arena = founding->operation->arena;
    const struct organization_cost cost = founding->organization.key_cost;
    struct founding_secrets *secrets = founding->secrets;
    const struct span passphrase = passphrase_span(&founding->operation->passphrase);
    struct minisign_public public;
    struct span signing, recruiter;
    minisign_generate(&secrets->signing);
    age_identity_generate(&secrets->recruiter);
    age_identity_generate(&secrets->recovery);
    minisign_public_of(&secrets->signing, &public);
    person_begin(&secrets->signing, &secrets->person);
    enum status status =
        keys_wrap_signing(arena, cost, passphrase, &secrets->signing, &signing);
    if (status == OK)
        status =
            keys_wrap_identities(arena, founding->label, cost, passphrase,
                                 &secrets->person, &secrets->recruiter, 1, &recruiter);
    if (status == OK)
        status = file_set_add(&founding->set, SPAN(ORGANIZATION_KEY_FILE),
                              minisign_public_write(arena, &public));
    if (status == OK)
        status =
            file_set_add(&founding->set, keys_file(arena, SPAN(KEYS_SIGNING)), signing);
    if (status == OK)
        status =
            file_set_add(&founding->set, keys_file(arena, founding->label), recruiter);
    if (status == OK)
        status = people_add(founding);
    return status == OK ? keyset_add(founding) : status;
}

static void say_sample(const struct founding *founding)
{
    struct operation *operation = founding->operation;
    const struct span sample =
        assessment_sample_words(operation->arena, founding->assessment);
    if (sample.count)
        operation_say(operation,
                      "A sample of a made-up company is in the form (%.*s), for a "
                      "demonstration.",
                      SPAN_ARGS(sample));
    else if (!assessment_part(founding->assessment, PART_STORY, ROLE_CANDIDATE, SPAN("")))
        operation_say(operation,
                      "The form has no story of your strategy: 'resonance story new' "
                      "begins one, 'resonance reason' says why a topic matters here.");
}

static void say_profile(const struct founding *founding)
{
    const char *missing = assessment_profile_missing(founding->assessment);
    if (missing)
        operation_say(founding->operation, "%s. Open vacancies with --without-profile.",
                      missing);
}

/* From the third on, up to the number of the last. Without colleagues' choices there is neither a
 * profile nor anything that is usual. */
static const char *next_steps(const struct assessment *assessment)
{
    return assessment_part(assessment, PART_RESONANCE, ROLE_RATER, SPAN(""))
               ? "  3. resonance vacancy new ID --pilot ...    some forty people try "
                 "the form out, so that it is known what is usual\n"
                 "  4. resonance profile collect --count 8     codes for colleagues "
                 "who describe the organization\n"
                 "  5"
               : "  3. resonance vacancy new ID --title TITLE  what people apply for\n"
                 "  4";
}

static void say_done(const struct founding *founding, const char *folder)
{
    struct operation *operation = founding->operation;
    const char *named = options_text(&operation->values, "recovery-out");
    const char *sheet = named && !is_output_standard(named) ? named : NULL;
    struct arena *arena = operation->arena;
    struct minisign_public public;
    minisign_public_of(&founding->secrets->signing, &public);
    operation_say(operation, "Made %s for %.*s.", folder,
                  SPAN_ARGS(founding->organization.name));
    page_add_exact(&operation->page.head,
                   SPAN("Words of the organization's signing key:"),
                   keys_words(arena, minisign_public_write(arena, &public)));
    operation_say(operation,
                  "What is answered will open for: %.*s (recruiter), " KEYS_RECOVERY
                  " (recovery).",
                  SPAN_ARGS(founding->label));
    operation_say(operation, "Next:");
    operation_say_lines(
        operation,
        span_format(arena,
                    "  1. Print the recovery sheet%s%s twice, put it into two safes, "
                    "remove the file.\n"
                    "  2. cd %s\n"
                    "%s. resonance enrol REQUEST --out DIR       the configuration of a "
                    "terminal",
                    sheet ? " " : "", sheet ? sheet : "", folder,
                    next_steps(founding->assessment)));
    say_profile(founding);
    say_sample(founding);
    if (is_span(text_or(operation, "cost", "standard"), "low"))
        operation_say(operation,
                      "The cost is low: passphrases and codes are quick to guess. "
                      "For tests and training only.");
}

/* What tells of a made-up company is left out, unless it is asked for. */
static enum status assessment_add(struct founding *founding, const char *source,
                                  struct buffer *faults)
{
    struct arena *arena = founding->operation->arena;
    const struct span wish = text_or(founding->operation, "story", "none");
    const bool is_sample = is_span(wish, "sample");
    struct assessment_file *files;
    size_t count = 0;
    if (!is_sample && !is_span(wish, "none"))
        return fail(STATUS_USAGE, "--story is none or sample");
    if (is_span(span_of(source), SHARED_ASSESSMENT) && !is_folder(source))
        return fail(STATUS_NOT_FOUND,
                    "the assessment that comes with the package is not installed here; "
                    "name a folder that holds one, in the source of Resonance with "
                    "--assessment questionnaires/strategy-fit");
    enum status status = assessment_folder_read(arena, source, &files, &count);
    if (status != OK)
        return status;
    struct form form = form_of(arena, files, count);
    if (!is_sample)
        status = form_sample_drop(&form);
    return status == OK ? assessment_files_take(&founding->set, source, form.files,
                                                form.count, faults, &founding->assessment)
                        : status;
}

/* The first line of the form that speaks of customers; NULL when none does. */
static const struct text_entry *line_of_customers(const struct language *language)
{
    static const char place[] = "{customers}";
    for (size_t i = 0; i < language->entry_count; i++) {
        const struct span text = language->entries[i].text;
        if (memmem(text.data, text.count, place, strlen(place)) &&
            text.data[text.count - 1] == '.')
            return &language->entries[i];
    }
    return NULL;
}

/* Before the passphrase is typed, so that a word that does not fit can still be changed. */
static void say_customers(const struct founding *founding)
{
    const struct organization *organization = &founding->organization;
    const struct assessment_words words = {.organization = organization->name,
                                           .customer = organization->customer,
                                           .customers = organization->customers};
    struct operation *operation = founding->operation;
    const struct part *part =
        assessment_part(founding->assessment, PART_RESONANCE, ROLE_CANDIDATE, SPAN(""));
    const struct language *language =
        part ? questionnaire_language(part->questionnaire, organization->language) : NULL;
    const struct text_entry *line = language ? line_of_customers(language) : NULL;
    if (line)
        operation_say(
            operation, "With your word, people read: \"%.*s\"",
            SPAN_ARGS(assessment_fill_text(operation->arena, &words, line->text)));
}

/* In the browser the sheet is the page that is made (app/desk/agent/founding/found.c). */
static bool is_on_page(const struct operation *operation)
{
    return has_option(&operation->values, "recovery-page");
}

enum status init_prepare(struct operation *operation)
{
    struct founding *founding = arena_new(operation->arena, struct founding);
    struct buffer faults = operation_faults(operation);
    const char *folder = operation->values.files[0];
    const char *source = options_text(&operation->values, "assessment");
    *founding =
        (struct founding){.operation = operation, .set = file_set_init(operation->arena)};
    enum status status = values_read(founding);
    if (status == OK)
        status = folder_check(operation, folder);
    if (status == OK && !is_on_page(operation))
        status = recovery_sheet_check(&operation->office, folder,
                                      options_text(&operation->values, "recovery-out"));
    if (status == OK)
        status = assessment_add(founding, source ? source : SHARED_ASSESSMENT, &faults);
    if (status == OK)
        status = form_fonts_refuse(operation->arena, founding->assessment,
                                   &founding->organization, &faults);
    if (status == OK)
        status = legal_basis_check(operation->arena, founding->assessment,
                                   founding->organization.legal_basis);
    operation_say_faults(operation, &faults);
    if (status == OK && options_text(&operation->values, "customer"))
        say_customers(founding);
    operation->state = founding;
    operation->wants.new_passphrase = "the new keys";
    return status;
}

static enum status sheet_give(struct founding *founding)
{
    struct operation *operation = founding->operation;
    const struct founding_secrets *secrets = founding->secrets;
    const struct span name = founding->organization.name;
    if (is_on_page(operation))
        return recovery_sheet_page(&operation->shown, name, &secrets->signing,
                                   SPAN(KEYS_RECOVERY), &secrets->recovery,
                                   &operation->page);
    return recovery_sheet_give(
        &operation->office, options_text(&operation->values, "recovery-out"), name,
        &secrets->signing, SPAN(KEYS_RECOVERY), &secrets->recovery);
}

static enum status found(struct founding *founding)
{
    struct operation *operation = founding->operation;
    const char *folder = operation->values.files[0];
    enum status status = documents_add(founding);
    if (status == OK)
        status = keys_add(founding);
    if (status == OK)
        status = sheet_give(founding);
    if (status == OK && is_on_page(operation))
        status =
            file_set_add(&founding->set, SPAN(SHEET_HELD_FILE), SPAN(SHEET_HELD_TEXT));
    if (status == OK)
        status = file_set_write_new(&founding->set, folder, 0600);
    if (status == OK && !is_on_page(operation))
        say_done(founding, folder);
    return status;
}

enum status init_run(struct operation *operation)
{
    struct founding *founding = operation->state;
    scoped_secret memory = {0};
    const enum status status = secret_open(sizeof *founding->secrets, &memory);
    if (status != OK)
        return status;
    founding->secrets = memory.bytes;
    return found(founding);
}
