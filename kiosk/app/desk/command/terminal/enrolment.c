#include "app/desk/command/terminal/enrolment.h"

#include "app/common/output.h"
#include "app/common/request_words.h"
#include "app/desk/command/terminal/staff_pin.h"
#include "app/desk/command/terminal/terminal_retire.h"
#include "app/desk/office/configuration.h"
#include "app/desk/office/ends/archive_mark.h"
#include "app/desk/office/trust/signed_keyset.h"
#include "app/desk/office/trust/signed_news.h"
#include "app/desk/office/trust/signed_pin.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/folder.h"
#include "base/tree.h"

#include <string.h>

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
    terminal->is_locked = has_option(options, "locked");
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

/* The one that is given now, for all terminals of this command, or the one that it had. */
static enum status pin_take(struct enrolment *enrolment)
{
    struct operation *operation = enrolment->operation;
    struct terminal_config *terminal = &enrolment->terminal;
    const char *typed = options_text(&operation->values, "pin"); /* on a page */
    if (has_option(&operation->values, "no-pin"))
        return OK;
    if (typed)
        return staff_pin_hash(operation, span_of(typed), &terminal->staff_pin);
    if (has_option(&operation->values, "pin-fd"))
        return staff_pin_take(operation, &terminal->staff_pin);
    return signed_pin_carry(&operation->office, terminal->device_id, terminal->label,
                            &terminal->staff_pin);
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
    if (status == OK)
        status = pin_take(enrolment);
    return status == OK ? replaced_find(enrolment) : status;
}

enum status enrolment_begin(struct operation *operation, const char *path,
                            struct span replaced, struct enrolment *enrolment)
{
    *enrolment = (struct enrolment){.operation = operation,
                                    .path = path,
                                    .replaced_name = replaced,
                                    .set = file_set_init(operation->arena)};
    const enum status status = request_load(enrolment);
    return status == OK ? terminal_set(enrolment) : status;
}

bool is_enrolment_known(const struct enrolment *enrolment)
{
    const struct enrolled_terminal *known =
        roll_terminal(enrolment->roll, enrolment->request->device_id);
    return known && is_span_equal(known->label, enrolment->request->label);
}

/* ---- the numbers ---- */

/* The roll knows the last number as well, and no terminal takes one that was there before. */
static enum status sequences_take(struct enrolment *enrolments, size_t count)
{
    const int64_t signed_last = enrolments->roll->anchor.configuration;
    int64_t last;
    const enum status status = office_sequence(&enrolments->operation->office, &last);
    if (status != OK)
        return status;
    for (size_t i = 0; i < count; i++)
        enrolments[i].sequence =
            (last > signed_last ? last : signed_last) + 1 + (int64_t)i;
    return OK;
}

/* ---- the documents ---- */

static enum status own_gather(struct enrolment *enrolment, const struct file_set *all)
{
    enum status status = OK;
    for (size_t i = 0; i < all->count && status == OK; i++)
        status = file_set_add(&enrolment->set, all->files[i].name, all->files[i].bytes);
    return status == OK ? configuration_gather_own(&enrolment->operation->office,
                                                   &enrolment->terminal, &enrolment->set)
                        : status;
}

static enum status documents_gather(struct enrolment *enrolments, size_t count,
                                    struct assessment **out_assessment)
{
    struct operation *operation = enrolments->operation;
    struct buffer faults = operation_faults(operation);
    struct file_set all = file_set_init(operation->arena);
    enum status status =
        configuration_gather_all(&operation->office, &faults, &all, out_assessment);
    operation_say_faults(operation, &faults);
    for (size_t i = 0; i < count && status == OK; i++)
        status = own_gather(&enrolments[i], &all);
    return status;
}

enum status enrolment_gather(struct enrolment *enrolments, size_t count,
                             struct assessment **out_assessment)
{
    const enum status status = sequences_take(enrolments, count);
    return status == OK ? documents_gather(enrolments, count, out_assessment) : status;
}

/* ---- the folders ---- */

enum status enrolment_folder_check(struct operation *operation, const char *folder)
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

void enrolment_compare(struct operation *operation, const char *folder)
{
    const char *path = file_path(operation->arena, folder, "anchor.jsonl");
    struct span line, words = SPAN("");
    if (is_file(path) &&
        file_read(operation->arena, path, ANCHOR_FORMAT_BYTES_MAX, &line) == OK &&
        anchor_see(&operation->office, line, &words) == OK && words.count)
        office_tell(&operation->office, OFFICE_WARNING, "%.*s; %s", SPAN_ARGS(words),
                    anchor_mend());
}

/* ---- signing and keeping ---- */

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

static enum status roll_add(struct enrolment *enrolment, struct roll_write *roll)
{
    const struct terminal_config *config = &enrolment->terminal;
    struct enrolled_terminal terminal = {.epoch = (uint64_t)config->epoch,
                                         .label = config->label};
    memcpy(terminal.id, config->device_id, sizeof terminal.id);
    memcpy(terminal.public_key, config->device_key, sizeof terminal.public_key);
    roll_write_terminal(roll, &terminal);
    signed_pin_write(enrolment->roll, terminal.id, config->staff_pin, roll);
    if (enrolment->replaced)
        roll_write_retirement(roll, enrolment->replaced->id, enrolment->replaced_last);
    return row_note(&enrolment->operation->office, &terminal);
}

/* All of them are signed for together, or none. */
static enum status roll_note(const struct enrolment_batch *batch)
{
    struct enrolment *enrolments = batch->enrolments;
    const size_t count = batch->count;
    struct operation *operation = enrolments->operation;
    const struct roll *before = enrolments->roll;
    struct roll_write roll;
    enum status status = OK;
    roll_write_begin(operation->arena, before, operation->signing_key.bytes, &roll);
    /* First, so that it cannot be cut off without the enrolments. */
    for (size_t i = 0; i < count; i++)
        roll_write_configuration(&roll, &enrolments[i].anchor);
    status = signed_news_write(&operation->office, batch->assessment, before, &roll);
    for (size_t i = 0; i < count && status == OK; i++)
        status = roll_add(&enrolments[i], &roll);
    if (status == OK && !before->has_anchor)
        status = archive_mark_begin(&operation->office, operation->signing_key.bytes);
    return status == OK ? roll_write_end(&roll, &operation->office) : status;
}

static enum status desk_note(struct enrolment_batch *batch)
{
    struct enrolment *enrolments = batch->enrolments;
    const size_t count = batch->count;
    struct office *office = &enrolments->operation->office;
    enum status status = folder_make(office_path(office, "terminals"));
    if (status == OK)
        status = roll_note(batch);
    batch->is_signed = status == OK;
    for (size_t i = 0; i < count && status == OK; i++)
        status =
            office_write(office, enrolments[i].terminal_name,
                         config_terminal_write(&office->arena, &enrolments[i].terminal));
    return status;
}

/* Before anything is written that has one: a number is never given twice. */
static enum status numbers_use(const struct enrolment_batch *batch)
{
    const struct enrolment *last = &batch->enrolments[batch->count - 1];
    struct office *office = &last->operation->office;
    return office_write(office, "sequence",
                        span_format(&office->arena, "%lld\n", (long long)last->sequence));
}

/* Each lies where it goes, under another name: a stick that is full signs for nothing. */
static enum status all_stage(const struct enrolment_batch *batch)
{
    enum status status = OK;
    for (size_t i = 0; i < batch->count && status == OK; i++)
        status =
            file_set_stage(&batch->enrolments[i].set, batch->enrolments[i].folder, 0644);
    return status;
}

static enum status all_drop(const struct enrolment_batch *batch, enum status status)
{
    for (size_t i = 0; i < batch->count; i++)
        status =
            file_set_drop(&batch->enrolments[i].set, batch->enrolments[i].folder, status);
    return status;
}

static enum status all_place(const struct enrolment_batch *batch)
{
    struct operation *operation = batch->enrolments->operation;
    enum status status = OK;
    for (size_t i = 0; i < batch->count && status == OK; i++) {
        const struct enrolment *enrolment = &batch->enrolments[i];
        status = file_set_place(&enrolment->set, enrolment->folder);
        if (status == OK)
            operation_note(operation, "enrolled", enrolment->request->label);
    }
    return status;
}

enum status enrolment_keep(struct enrolment_batch *batch)
{
    struct enrolment *enrolments = batch->enrolments;
    const size_t count = batch->count;
    struct operation *operation = enrolments->operation;
    enum status status = OK;
    for (size_t i = 0; i < count && status == OK; i++)
        status = configuration_sign(&operation->office, operation->signing_key.bytes,
                                    enrolments[i].sequence, &enrolments[i].set,
                                    &enrolments[i].anchor);
    if (status == OK)
        status = numbers_use(batch);
    if (status == OK)
        status = all_stage(batch);
    if (status == OK)
        status = desk_note(batch);
    if (status == OK)
        status = all_place(batch);
    if (status != OK)
        return all_drop(batch, status);
    archive_mark_note(&operation->office, operation->signing_key.bytes);
    return OK;
}

/* ---- several ---- */

struct enrolment_batch *enrolment_batch_new(struct operation *operation, size_t count)
{
    struct enrolment_batch *batch = arena_new(operation->arena, struct enrolment_batch);
    batch->enrolments = arena_array(operation->arena, struct enrolment, count);
    return batch;
}

void enrolment_say_words(const struct enrolment *enrolment, const char *of)
{
    struct operation *operation = enrolment->operation;
    page_add_exact(
        &operation->page.head,
        span_format(operation->arena,
                    "The request of \"%.*s\"%s. The terminal must show these words:",
                    SPAN_ARGS(enrolment->request->label), of),
        request_words(operation->arena, enrolment->request));
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

/* Somebody may have put it there who must not: who signs looks at it first. */
static enum status say_news(struct operation *operation,
                            const struct enrolment_batch *batch)
{
    struct span *lines;
    size_t count;
    const enum status status =
        signed_news_list(&operation->office, batch->assessment, &lines, &count);
    if (status != OK || !count)
        return status;
    operation_say(operation, "New, and signed for with it:");
    for (size_t i = 0; i < count; i++)
        lines[i] = span_format(operation->arena, "  %.*s", SPAN_ARGS(lines[i]));
    operation_say_lines(operation, span_join(operation->arena, lines, count, "\n"));
    return OK;
}

enum status enrolment_batch_ready(struct operation *operation,
                                  struct enrolment_batch *batch)
{
    operation->state = batch;
    operation->wants.signing_key = true;
    const enum status status = say_recipients(operation);
    return status == OK ? say_news(operation, batch) : status;
}
