/* `resonance enrol REQUEST --out DIR`: the signed configuration of a terminal. */
#include "app/desk/command/terminal/enrol.h"

#include "app/common/output.h"
#include "app/common/request_words.h"
#include "app/desk/command/terminal/terminal_retire.h"
#include "app/desk/office/configuration.h"
#include "app/desk/office/ends/archive_mark.h"
#include "app/desk/office/trust/organization_key.h"
#include "app/desk/office/trust/signed_vacancy.h"
#include "app/desk/office/trust/signed_keyset.h"
#include "assessment/assessment_sample.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/folder.h"
#include "base/tree.h"

#include <string.h>

struct enrolment {
    struct operation *operation;
    const char *path; /* of the request */
    struct config_request *request;
    struct span replaced_name;                /* as it was typed; empty: none */
    const struct enrolled_terminal *replaced; /* retired in the same step */
    uint64_t replaced_last;                   /* its last entry that came */
    struct terminal_config terminal;
    const char *terminal_name; /* "terminals/ID.json" */
    const struct roll *roll;   /* before it */
    int64_t sequence;
    struct file_set set;  /* what is signed */
    struct anchor anchor; /* how far the folder has come */
    struct assessment *assessment;
};

static enum status request_read(const struct enrolment *enrolment, struct span bytes,
                                struct config_request **out_request)
{
    const enum status status =
        config_request_read(enrolment->operation->arena, bytes, out_request);
    return status == OK
               ? OK
               : fail_in(status, "%s is not what 'resonance-kiosk --request' writes",
                         enrolment->path);
}

static enum status request_load(struct enrolment *enrolment)
{
    struct operation *operation = enrolment->operation;
    struct span bytes;
    enum status status =
        file_read(operation->arena, enrolment->path, CONFIG_REQUEST_BYTES_MAX, &bytes);
    if (status == OK)
        status = request_read(enrolment, bytes, &enrolment->request);
    if (status != OK)
        return status;
    enrolment->terminal_name = office_name(
        &operation->office, "terminals",
        span_hex(operation->arena, enrolment->request->device_id, CHAIN_ID_BYTES));
    return OK;
}

static enum status seconds_read(struct enrolment *enrolment)
{
    const struct options *options = &enrolment->operation->values;
    struct terminal_config *terminal = &enrolment->terminal;
    size_t width_mm = 0, idle_s = 300, warning_s = 45, hold_s = 900;
    enum status status = options_count(options, "width-mm", 0, 10000, &width_mm);
    if (status == OK)
        status = options_count(options, "idle", 120, 3600, &idle_s);
    if (status == OK)
        status = options_count(options, "warning", 20, 300, &warning_s);
    if (status == OK)
        status = options_count(options, "hold", 60, 7200, &hold_s);
    terminal->width_mm = (int64_t)width_mm;
    terminal->idle_s = (int64_t)idle_s;
    terminal->warning_s = (int64_t)warning_s;
    terminal->hold_s = (int64_t)hold_s;
    return status;
}

static enum status printer_read(struct enrolment *enrolment)
{
    enrolment->terminal.printer =
        span_of(options_text(&enrolment->operation->values, "printer"));
    if (enrolment->terminal.printer.count &&
        !is_config_printer(enrolment->terminal.printer))
        return fail(STATUS_USAGE,
                    "--printer: \"%.*s\" is no name of a print queue; 'lpstat "
                    "-e' on the terminal tells the names",
                    SPAN_ARGS(enrolment->terminal.printer));
    return OK;
}

static enum status retired_refuse(struct office *office,
                                  const struct enrolled_terminal *known)
{
    return fail(STATUS_REFUSED,
                "the terminal \"%.*s\" was retired on %.*s; one that is to be used again "
                "begins with an empty data folder and a request of its own",
                SPAN_ARGS(known->label),
                SPAN_ARGS(clock_date(&office->arena, known->retired_unix_s * 1000)));
}

/* Each enrolment of a terminal is another epoch: its chain goes on in it. */
static enum status epoch_take(struct enrolment *enrolment)
{
    struct office *office = &enrolment->operation->office;
    const struct config_request *request = enrolment->request;
    const enum status status = roll_need(office, &enrolment->roll);
    if (status != OK)
        return status;
    const struct enrolled_terminal *known =
        roll_terminal(enrolment->roll, request->device_id);
    if (known &&
        memcmp(known->public_key, request->device_key, sizeof known->public_key) != 0)
        return fail(
            STATUS_FORGED,
            "the terminal \"%.*s\" came here before with another key: the request was "
            "changed, or the terminal is a copy; ask who runs it",
            SPAN_ARGS(known->label));
    if (known && known->retired_unix_s)
        return retired_refuse(office, known);
    enrolment->terminal.epoch = known ? (int64_t)known->epoch + 1 : 1;
    return OK;
}

static enum status replaced_find(struct enrolment *enrolment)
{
    struct operation *operation = enrolment->operation;
    if (!enrolment->replaced_name.count)
        return OK;
    enum status status = terminal_retire_check(
        operation, enrolment->roll, enrolment->replaced_name, &enrolment->replaced);
    if (status == STATUS_EXISTS)
        return fail(status,
                    "%s; 'resonance enrol' makes the configuration of the other machine",
                    status_last());
    if (status == OK && memcmp(enrolment->replaced->id, enrolment->request->device_id,
                               CHAIN_ID_BYTES) == 0)
        status = fail(STATUS_BAD_INPUT,
                      "the request is of the very terminal \"%.*s\" that it should "
                      "replace; enrol it again with 'resonance enrol'",
                      SPAN_ARGS(enrolment->replaced->label));
    if (status == OK)
        status = terminal_retire_last(&operation->office, enrolment->replaced->id,
                                      &enrolment->replaced_last);
    if (status == OK)
        operation_say(
            operation,
            "\"%.*s\" is retired with that, after entry %llu, the last one that "
            "came. What it still holds is lost then: bring its bundle home first.",
            SPAN_ARGS(enrolment->replaced->label),
            (unsigned long long)enrolment->replaced_last);
    return status;
}

static enum status terminal_set(struct enrolment *enrolment)
{
    const struct organization *organization = enrolment->operation->office.organization;
    const struct config_request *request = enrolment->request;
    struct terminal_config *terminal = &enrolment->terminal;
    memcpy(terminal->device_id, request->device_id, sizeof terminal->device_id);
    memcpy(terminal->device_key, request->device_key, sizeof terminal->device_key);
    terminal->label = request->label;
    terminal->organization = organization->name;
    terminal->contact = organization->contact;
    terminal->language = organization->language;
    terminal->retention = organization->retention;
    terminal->customer = organization->customer;
    terminal->customers = organization->customers;
    terminal->legal_basis = organization->legal_basis;
    enum status status = seconds_read(enrolment);
    if (status == OK)
        status = printer_read(enrolment);
    if (status == OK)
        status = epoch_take(enrolment);
    return status == OK ? replaced_find(enrolment) : status;
}

/* The roll knows the last number as well, and no terminal takes one that was there before. */
static enum status sequence_take(struct enrolment *enrolment)
{
    const int64_t signed_last = enrolment->roll->anchor.configuration;
    int64_t last;
    const enum status status = office_sequence(&enrolment->operation->office, &last);
    if (status == OK)
        enrolment->sequence = (last > signed_last ? last : signed_last) + 1;
    return status;
}

/* Programs from before the roll know terminals by this row alone. */
static enum status row_note(struct office *office,
                            const struct enrolled_terminal *terminal)
{
    struct archive *archive;
    enum status status = office_archive(office, &archive);
    if (status == OK)
        status = enrolments_put(archive, terminal);
    return status == STATUS_EXISTS || status == STATUS_FORGED ? OK : status;
}

static enum status roll_note(struct enrolment *enrolment)
{
    struct operation *operation = enrolment->operation;
    const struct terminal_config *config = &enrolment->terminal;
    struct enrolled_terminal terminal = {.epoch = (uint64_t)config->epoch,
                                         .label = config->label};
    struct roll_write roll;
    memcpy(terminal.id, config->device_id, sizeof terminal.id);
    memcpy(terminal.public_key, config->device_key, sizeof terminal.public_key);
    roll_write_begin(operation->arena, enrolment->roll, operation->signing_key.bytes,
                     &roll);
    /* First, so that it cannot be cut off without the enrolment. */
    roll_write_configuration(&roll, &enrolment->anchor);
    enum status status = signed_vacancy_write(&operation->office, enrolment->roll, &roll);
    roll_write_terminal(&roll, &terminal);
    if (enrolment->replaced)
        roll_write_retirement(&roll, enrolment->replaced->id, enrolment->replaced_last);
    if (status == OK)
        status = row_note(&operation->office, &terminal);
    if (status == OK && !enrolment->roll->has_anchor)
        status = archive_mark_begin(&operation->office, operation->signing_key.bytes);
    return status == OK ? roll_write_end(&roll, &operation->office) : status;
}

/* First what the desk remembers, then what the terminal gets: a number is never given twice. */
static enum status keep(struct enrolment *enrolment, const char *folder)
{
    struct office *office = &enrolment->operation->office;
    struct arena *arena = &office->arena;
    enum status status = folder_make(office_path(office, "terminals"));
    if (status == OK)
        status = roll_note(enrolment);
    if (status == OK)
        status = office_write(office, enrolment->terminal_name,
                              config_terminal_write(arena, &enrolment->terminal));
    if (status == OK)
        status =
            office_write(office, "sequence",
                         span_format(arena, "%lld\n", (long long)enrolment->sequence));
    return status == OK ? file_set_write(&enrolment->set, folder, 0644) : status;
}

static enum status folder_check(struct operation *operation, const char *folder)
{
    const enum status status = output_check_folder(folder);
    if (status != OK)
        return status;
    if (is_folder(folder) && !is_tree_empty(folder) &&
        !is_file(file_path(operation->arena, folder, "manifest.json")))
        return fail(STATUS_EXISTS,
                    "%s holds something other than a configuration; name a new folder",
                    folder);
    return file_set_check(operation->arena, folder);
}

/* What is written over says how far this folder once was. */
static void before_compare(struct operation *operation, const char *folder)
{
    const char *path = file_path(operation->arena, folder, "anchor.jsonl");
    struct span line, words = SPAN("");
    if (is_file(path) &&
        file_read(operation->arena, path, ANCHOR_FORMAT_BYTES_MAX, &line) == OK &&
        anchor_see(&operation->office, line, &words) == OK && words.count)
        office_tell(&operation->office, OFFICE_WARNING, "%.*s; %s", SPAN_ARGS(words),
                    anchor_mend());
}

static enum status documents_gather(struct enrolment *enrolment)
{
    struct operation *operation = enrolment->operation;
    struct buffer faults = operation_faults(operation);
    const enum status status =
        configuration_gather(&operation->office, &enrolment->terminal, &faults,
                             &enrolment->set, &enrolment->assessment);
    operation_say_faults(operation, &faults);
    return status;
}

/* Nothing is kept, and no passphrase typed, before somebody has compared. */
static enum status words_compare(const struct enrolment *enrolment)
{
    struct operation *operation = enrolment->operation;
    const char *typed = options_text(&operation->values, "words");
    if (!typed) {
        operation->wants.question =
            "Do the same eight words stand on the terminal, read out by somebody there?";
        operation->wants.answer_by = "--words and the words that stand on the terminal";
        return OK;
    }
    const enum status status =
        request_words_check(operation->arena, enrolment->request, span_of(typed));
    if (status == STATUS_FORGED)
        return fail(
            status,
            "this request has other words than those of --words: it was changed on "
            "its way from the terminal; nothing of it is used");
    return status == OK ? OK : fail_in(status, "--words");
}

/* Whoever is added to these can read everything from then on. */
static enum status say_recipients(struct operation *operation)
{
    struct keyset *keyset;
    struct span bytes;
    const enum status status = signed_keyset_read(&operation->office, &keyset, &bytes);
    if (status == OK)
        operation_say(operation, "What is answered there will open for: %.*s.",
                      SPAN_ARGS(signed_keyset_words(operation->arena, keyset)));
    return status;
}

/* The other direction: what the terminal asks when it starts with this configuration first. */
static enum status say_organization(struct operation *operation)
{
    struct span public;
    const enum status status = organization_key_text(&operation->office, &public);
    if (status == OK)
        page_add_exact(
            &operation->page.head,
            SPAN("A new terminal shows these words of the organization when it "
                 "starts. Say yes there only when they are the same:"),
            keys_words(operation->arena, public));
    return status;
}

enum status enrol_prepare(struct operation *operation)
{
    return enrol_begin(operation, operation->values.files[0], SPAN(""));
}

enum status enrol_begin(struct operation *operation, const char *path,
                        struct span replaced)
{
    struct arena *arena = operation->arena;
    struct enrolment *enrolment = arena_new(arena, struct enrolment);
    const char *folder = NULL;
    *enrolment = (struct enrolment){.operation = operation,
                                    .path = path,
                                    .replaced_name = replaced,
                                    .set = file_set_init(arena)};
    enum status status = options_need(&operation->values, "out", &folder);
    if (status == OK)
        status = folder_check(operation, folder);
    if (status == OK)
        status = request_load(enrolment);
    if (status == OK)
        status = terminal_set(enrolment);
    if (status == OK)
        status = sequence_take(enrolment);
    if (status == OK)
        status = documents_gather(enrolment);
    if (status != OK)
        return status;
    before_compare(operation, folder);
    page_add_exact(
        &operation->page.head,
        span_format(arena, "The request of \"%.*s\". The terminal must show these words:",
                    SPAN_ARGS(enrolment->request->label)),
        request_words(arena, enrolment->request));
    status = say_recipients(operation);
    if (status != OK)
        return status;
    operation->state = enrolment;
    operation->wants.signing_key = true;
    return words_compare(enrolment);
}

static void say_sample(struct operation *operation, const struct assessment *assessment)
{
    const struct span sample = assessment_sample_words(operation->arena, assessment);
    if (sample.count)
        operation_say(operation,
                      "A sample of a made-up company is in the form (%.*s). For real "
                      "people, %s.",
                      SPAN_ARGS(sample), assessment_sample_mend());
}

enum status enrol_run(struct operation *operation)
{
    struct enrolment *enrolment = operation->state;
    const char *folder = options_text(&operation->values, "out");
    enum status status =
        configuration_sign(&operation->office, operation->signing_key.bytes,
                           enrolment->sequence, &enrolment->set, &enrolment->anchor);
    if (status == OK)
        status = keep(enrolment, folder);
    if (status == OK)
        operation_note(operation, "enrolled", enrolment->request->label);
    if (status == OK)
        archive_mark_note(&operation->office, operation->signing_key.bytes);
    if (status == OK)
        operation_say(operation, "Configuration %lld is in %s.",
                      (long long)enrolment->sequence, folder);
    if (status == OK)
        status = say_organization(operation);
    if (status == OK)
        say_sample(operation, enrolment->assessment);
    return status;
}
