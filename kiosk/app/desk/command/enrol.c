/* `resonance enrol REQUEST --out DIR`: the signed configuration of a terminal. */
#include "app/desk/command/operation.h"

#include "app/common/output.h"
#include "app/common/request_words.h"
#include "app/desk/office/configuration.h"
#include "assessment/assessment_sample.h"
#include "base/file.h"
#include "base/folder.h"
#include "base/tree.h"
#include "store/enrolments.h"

#include <string.h>

struct enrolment {
    struct operation *operation;
    struct config_request *request;
    struct terminal_config terminal;
    const char *terminal_name; /* "terminals/ID.json" */
    int64_t sequence;
    struct file_set set; /* what is signed */
    struct assessment *assessment;
};

static enum status request_read(struct operation *operation, struct span bytes,
                                struct config_request **out_request)
{
    const enum status status = config_request_read(operation->arena, bytes, out_request);
    return status == OK
               ? OK
               : fail_in(status, "%s is not what 'resonance-kiosk --request' writes",
                         operation->values.files[0]);
}

static enum status request_load(struct enrolment *enrolment)
{
    struct operation *operation = enrolment->operation;
    struct span bytes;
    enum status status = file_read(operation->arena, operation->values.files[0],
                                   CONFIG_REQUEST_BYTES_MAX, &bytes);
    if (status == OK)
        status = request_read(operation, bytes, &enrolment->request);
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

/* A terminal that was here before keeps its epoch: its chain goes on. */
static enum status epoch_take(struct enrolment *enrolment)
{
    struct office *office = &enrolment->operation->office;
    struct terminal_config *known;
    struct span bytes;
    enrolment->terminal.epoch = 1;
    if (!is_file(office_path(office, enrolment->terminal_name)))
        return OK;
    enum status status =
        office_read(office, enrolment->terminal_name, CONFIG_FILE_MAX_BYTES, &bytes);
    if (status == OK)
        status = config_terminal_read(&office->arena, bytes, &known);
    if (status == OK && memcmp(known->device_key, enrolment->request->device_key,
                               sizeof known->device_key) != 0)
        return fail(
            STATUS_FORGED,
            "the terminal \"%.*s\" came here before with another key: the request was "
            "changed, or the terminal is a copy; ask who runs it",
            SPAN_ARGS(known->label));
    if (status == OK)
        enrolment->terminal.epoch = known->epoch;
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
    return status == OK ? epoch_take(enrolment) : status;
}

static enum status sequence_take(struct enrolment *enrolment)
{
    int64_t last;
    const enum status status = office_sequence(&enrolment->operation->office, &last);
    if (status == OK)
        enrolment->sequence = last + 1;
    return status;
}

static enum status archive_note(struct enrolment *enrolment)
{
    const struct terminal_config *config = &enrolment->terminal;
    struct enrolled_terminal terminal = {.epoch = (uint64_t)config->epoch,
                                         .label = config->label};
    struct archive *archive;
    memcpy(terminal.id, config->device_id, sizeof terminal.id);
    memcpy(terminal.public_key, config->device_key, sizeof terminal.public_key);
    enum status status = office_archive(&enrolment->operation->office, &archive);
    if (status == OK)
        status = enrolments_put(archive, &terminal);
    return status == STATUS_EXISTS ? OK : status;
}

/* First what the desk remembers, then what the terminal gets: a number is never given twice. */
static enum status keep(struct enrolment *enrolment, const char *folder)
{
    struct office *office = &enrolment->operation->office;
    struct arena *arena = &office->arena;
    enum status status = folder_make(office_path(office, "terminals"));
    if (status == OK)
        status = archive_note(enrolment);
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

/* The other direction: what the terminal asks when it starts with this configuration first. */
static enum status say_organization(struct operation *operation)
{
    struct span public;
    const enum status status = office_read(&operation->office, "keys/organization.pub",
                                           MINISIGN_MAX_BYTES, &public);
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
    struct arena *arena = operation->arena;
    struct enrolment *enrolment = arena_new(arena, struct enrolment);
    const char *folder = NULL;
    *enrolment = (struct enrolment){.operation = operation, .set = file_set_init(arena)};
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
    page_add_exact(
        &operation->page.head,
        span_format(arena, "The request of \"%.*s\". The terminal must show these words:",
                    SPAN_ARGS(enrolment->request->label)),
        request_words(arena, enrolment->request));
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
                           enrolment->sequence, &enrolment->set);
    if (status == OK)
        status = keep(enrolment, folder);
    if (status == OK)
        operation_note(operation, "enrolled", enrolment->request->label);
    if (status == OK)
        operation_say(operation, "Configuration %lld is in %s.",
                      (long long)enrolment->sequence, folder);
    if (status == OK)
        status = say_organization(operation);
    if (status == OK)
        say_sample(operation, enrolment->assessment);
    return status;
}
