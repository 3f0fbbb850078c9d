#include "app/desk/command/init.h"

#include "app/desk/office/assessment_files.h"
#include "app/desk/office/passphrase.h"
#include "app/desk/office/recovery_sheet.h"
#include "app/desk/command/command.h"
#include "base/file.h"
#include "base/folder.h"
#include "base/tree.h"

#include <stdio.h>
#include <string.h>

#define MIB (INT64_C(1) << 20)
#define RECOVERY_LABEL "recovery"
#define SHARED_ASSESSMENT RESONANCE_SHARE "/questionnaires/strategy-fit"

static const char help[] =
    "resonance init DIR --name NAME --contact TEXT [options]\n"
    "\n"
    "Makes the folder of an organization: its signing key, the key of one recruiter, "
    "one\n"
    "recovery key, a copy of the assessment. The secret of the recovery key is not kept "
    "in\n"
    "the folder: it goes to a sheet that is printed and put into a safe.\n"
    "\n"
    "  --name NAME          what candidates read: who asks\n"
    "  --contact TEXT       whom they may turn to\n"
    "  --recovery-out FILE  where the recovery sheet goes; without it, shown once here\n"
    "  --assessment DIR     another assessment than the one that came with the program\n"
    "  --label LABEL        of the recruiter's key (recruiter)\n"
    "  --language CODE      first language of the terminals (en)\n"
    "  --retention TEXT     one sentence: how long answers are kept\n"
    "  --passphrase-fd N    take the passphrase from this descriptor\n"
    "  --cost standard|low  how slow guessing is made; low is for tests and training "
    "only\n"
    "\n"
    "Example: resonance init acme --name \"Acme Ltd\" --contact \"hr@acme.example\" \\\n"
    "           --recovery-out /media/stick/recovery.txt\n"
    "Exit: 0 made, 1 not made, 2 used wrong.\n";

/* What init makes, while it makes it. */
struct founding {
    struct command *command;
    struct file_set set;
    struct organization organization;
    struct span label;
    struct secret memory;
    struct founding_secrets {
        struct minisign_key signing;
        struct age_identity recruiter, recovery;
    } * secrets;
};

static struct span text_or(const struct command *command, const char *name,
                           const char *other)
{
    const char *text = options_text(&command->options, name);
    return span_of(text ? text : other);
}

static enum status cost_read(const struct command *command,
                             struct organization *organization)
{
    const struct span cost = text_or(command, "cost", "standard");
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

static enum status words_read(struct founding *founding)
{
    const struct command *command = founding->command;
    const char *name = "", *contact = "";
    enum status status = options_need(&command->options, "name", &name);
    if (status == OK)
        status = options_need(&command->options, "contact", &contact);
    founding->label = text_or(command, "label", "recruiter");
    founding->organization = (struct organization){
        .name = span_of(name),
        .contact = span_of(contact),
        .language = text_or(command, "language", "en"),
        .retention = text_or(command, "retention",
                             "We erase your answers six months after the decision."),
    };
    if (status == OK)
        status = cost_read(command, &founding->organization);
    if (status == OK)
        status = keys_label_check(founding->label);
    if (status == OK && is_span(founding->label, RECOVERY_LABEL))
        status = fail(STATUS_BAD_INPUT, "the label " RECOVERY_LABEL
                                        " belongs to the recovery key; take another one");
    return status;
}

static enum status place_check(const char *folder)
{
    const struct span text = span_of(folder);
    if (!text.count || is_span(text, ".") || is_span(text, "..") || is_span(text, "/"))
        return fail(STATUS_USAGE, "name the new folder, such as \"acme\"");
    if (is_folder(folder) && !is_tree_empty(folder))
        return fail(STATUS_EXISTS, "%s is there already and is not empty; name a new one",
                    folder);
    if (is_file(folder))
        return fail(STATUS_EXISTS, "%s is a file; name a new folder", folder);
    return OK;
}

static enum status documents_add(struct founding *founding)
{
    struct arena *arena = founding->command->arena;
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
    struct arena *arena = founding->command->arena;
    const struct founding_secrets *secrets = founding->secrets;
    struct keyset_recipient recipients[] = {
        {.recipient = age_recipient_write(arena, &secrets->recruiter.recipient),
         .role = RECIPIENT_RECRUITER,
         .label = founding->label},
        {.recipient = age_recipient_write(arena, &secrets->recovery.recipient),
         .role = RECIPIENT_RECOVERY,
         .label = SPAN(RECOVERY_LABEL)},
    };
    const struct keyset keyset = {
        .version = 1, .recipients = recipients, .recipient_count = 2};
    return file_set_add(&founding->set, SPAN("keyset.json"),
                        config_keyset_write(arena, &keyset));
}

static enum status keys_add(struct founding *founding)
{
    struct arena *arena = founding->command->arena;
    const struct organization_cost cost = founding->organization.key_cost;
    struct founding_secrets *secrets = founding->secrets;
    scoped_passphrase passphrase = {0};
    struct minisign_public public;
    struct span signing, recruiter;
    enum status status =
        passphrase_choose(&founding->command->options, "the new keys", &passphrase);
    if (status != OK)
        return status;
    minisign_generate(&secrets->signing);
    age_identity_generate(&secrets->recruiter);
    age_identity_generate(&secrets->recovery);
    minisign_public_of(&secrets->signing, &public);
    status = keys_wrap_signing(arena, cost, passphrase_span(&passphrase),
                               &secrets->signing, &signing);
    if (status == OK)
        status = keys_wrap_identities(arena, founding->label, cost,
                                      passphrase_span(&passphrase), &secrets->recruiter,
                                      1, &recruiter);
    if (status == OK)
        status = file_set_add(&founding->set, SPAN("keys/organization.pub"),
                              minisign_public_write(arena, &public));
    if (status == OK)
        status =
            file_set_add(&founding->set, keys_file(arena, SPAN(KEYS_SIGNING)), signing);
    if (status == OK)
        status =
            file_set_add(&founding->set, keys_file(arena, founding->label), recruiter);
    return status == OK ? keyset_add(founding) : status;
}

static void say_done(struct founding *founding, const char *folder)
{
    struct buffer *out = &founding->command->out;
    const char *sheet = options_text(&founding->command->options, "recovery-out");
    struct arena *arena = founding->command->arena;
    struct minisign_public public;
    minisign_public_of(&founding->secrets->signing, &public);
    buffer_format(out, "Made %s for %.*s.\n", folder,
                  SPAN_ARGS(founding->organization.name));
    buffer_format(out, "Words of the organization's signing key: %.*s\n",
                  SPAN_ARGS(keys_words(arena, minisign_public_write(arena, &public))));
    buffer_format(out,
                  "\n"
                  "Next:\n"
                  "  1. Print the recovery sheet%s%s twice, put it into two safes, "
                  "remove the file.\n"
                  "  2. cd %s\n"
                  "  3. resonance profile collect --count 8     codes for colleagues "
                  "who describe the organization\n"
                  "  4. resonance enrol REQUEST --out DIR       the configuration of a "
                  "terminal\n",
                  sheet ? " " : "", sheet ? sheet : "", folder);
    if (is_span(text_or(founding->command, "cost", "standard"), "low"))
        buffer_text(out, "\n"
                         "The cost is low: passphrases and codes are quick to guess. "
                         "For tests and training only.\n");
}

static enum status found(struct founding *founding)
{
    struct command *command = founding->command;
    const char *folder = command->options.files[0];
    const char *sheet = options_text(&command->options, "recovery-out");
    const char *source = options_text(&command->options, "assessment");
    struct assessment *assessment;
    enum status status = words_read(founding);
    if (status == OK)
        status = place_check(folder);
    if (status == OK)
        status = recovery_sheet_check(sheet, folder);
    if (status == OK)
        status =
            assessment_files_read(&founding->set, source ? source : SHARED_ASSESSMENT,
                                  &command->out, &assessment);
    if (status == OK)
        status = documents_add(founding);
    if (status == OK)
        status = keys_add(founding);
    if (status == OK)
        status = recovery_sheet_give(sheet, founding->organization.name,
                                     SPAN(RECOVERY_LABEL), &founding->secrets->recovery);
    if (status == OK)
        status = file_set_write(&founding->set, folder, 0600);
    if (status == OK)
        say_done(founding, folder);
    return status;
}

static enum status init(struct command *command)
{
    struct founding founding = {.command = command, .set = file_set_init(command->arena)};
    enum status status = secret_open(sizeof *founding.secrets, &founding.memory);
    if (status != OK)
        return status;
    founding.secrets = founding.memory.bytes;
    status = found(&founding);
    secret_close(&founding.memory);
    return status;
}

static const struct command_row task = {
    .name = "init",
    .help = help,
    .options =
        "name= contact= recovery-out= assessment= label= language= retention= cost=",
    .least = 1,
    .most = 1,
    .need = OFFICE_NONE,
    .run = init,
};

int init_command(int argc, char **argv)
{
    return command_run(&task, argc, argv);
}
