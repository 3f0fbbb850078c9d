#include "app/desk/command/command.h"

#include "app/common/console.h"
#include "app/desk/command/command_row.h"
#include "app/desk/command/yes.h"
#include "app/desk/office/staff/owner_key.h"
#include "app/desk/office/trust/signed_settings.h"
#include "seal/seal.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { OPTIONS_TEXT_BYTES = 512, PAGE_BYTES = 256 * 1024 };

static enum status on_output(void *context, struct span bytes)
{
    (void)context;
    return console_put(bytes);
}

static void on_notice(void *context, enum office_notice kind, struct span words)
{
    const struct command_row *const *row = context;
    switch (kind) {
    case OFFICE_NOTE:
        console_line(CONSOLE_ERROR, "resonance %s: note: %.*s", (*row)->name,
                     SPAN_ARGS(words));
        break;
    case OFFICE_WARNING:
        console_line(CONSOLE_ERROR, "WARNING: %.*s", SPAN_ARGS(words));
        break;
    case OFFICE_ASIDE:
        console_line(CONSOLE_ERROR, "%.*s", SPAN_ARGS(words));
        break;
    }
}

static void on_progress(void *context, const char *what, size_t done, size_t all)
{
    (void)context;
    console_progress(what, done, all);
}

static enum status on_page_text(void *context, struct span text)
{
    (void)context;
    console_text(CONSOLE_OUT, text);
    return OK;
}

/* As people read it, or, for programs, as JSON in a line. */
static enum status page_give(struct operation *operation)
{
    const size_t columns = console_columns();
    if (!has_option(&operation->values, "json"))
        return page_plain_write(&operation->shown, &operation->page,
                                columns ? columns : PAGE_PLAIN_COLUMNS, on_page_text,
                                NULL);
    const enum status status =
        console_put(page_json(&operation->shown, &operation->page));
    return status == OK ? console_put(SPAN("\n")) : status;
}

/* Shows what the operation has said so far, and leaves it an empty page. */
static enum status page_show(struct operation *operation)
{
    if (!operation->shown.max_bytes || is_page_empty(&operation->page))
        return OK;
    enum status status = page_give(operation);
    operation->page = page_init(&operation->shown, SPAN(""), SPAN(""));
    return status == OK ? console_flush() : status;
}

/* More or fewer words than the table takes: what is wrong with them, and what it takes. */
static enum status words_refuse(const struct command_row *row, const char *why)
{
    return fail(STATUS_USAGE, "%s%s%s; see resonance %s --help", why,
                *row->takes ? ": " : "", row->takes, row->name);
}

/* Those that put out bytes of their own would mix them with the page. */
static enum status json_check(const struct command_row *row, const struct options *values)
{
    char known[OPTIONS_TEXT_BYTES];
    snprintf(known, sizeof known, " %s ", row->options);
    if (!has_option(values, "json") || strstr(known, " json "))
        return OK;
    if (row->need == OFFICE_NONE)
        return fail(STATUS_USAGE, "there is no --json here; see resonance %s --help",
                    row->name);
    return strstr(known, " out= ") && !has_option(values, "out")
               ? fail(STATUS_USAGE, "--json needs --out FILE here")
               : OK;
}

static enum status words_read(const struct command_row *row, int argc, char **argv,
                              struct options *values)
{
    char known[OPTIONS_TEXT_BYTES], why[256];
    snprintf(known, sizeof known, "%s help%s%s", row->options,
             strstr(row->options, "json") ? "" : " json",
             row->need == OFFICE_NONE ? "" : " org= passphrase-fd=");
    enum status status = options_read(argv, argc > 0 ? (size_t)argc : 0, known, 0,
                                      OPTIONS_FILES_MOST, values);
    if (status != OK) {
        snprintf(why, sizeof why, "%s", status_last());
        return fail(STATUS_USAGE, "%s; see resonance %s --help", why, row->name);
    }
    if (has_option(values, "help"))
        return OK;
    status = json_check(row, values);
    if (status != OK)
        return status;
    if (values->file_count > row->most) {
        snprintf(why, sizeof why, "\"%.100s\" is one word too many",
                 values->files[row->most]);
        return words_refuse(row, why);
    }
    return values->file_count < row->least ? words_refuse(row, "a word is missing") : OK;
}

/* Whose keys were opened must be somebody who may do it: the second fence, for what a role may not
 * see its key does not open. */
static enum status person_check(const struct command_row *row,
                                struct operation *operation)
{
    const struct staff_person *person;
    return operation->keys.count
               ? staff_need(&operation->office, &operation->keys,
                            staff_role_set_of(span_of(row->roles)), &person)
               : OK;
}

static enum status questions_ask(const struct operation_wants *wants)
{
    enum status status =
        wants->question ? yes_ask(wants->question, wants->answer_by) : OK;
    for (size_t i = 0; i < wants->question_count && status == OK; i++)
        status = yes_ask(wants->questions[i], wants->answer_by);
    return status;
}

/* Asks for a yes and for the passphrases, after what has been said. */
static enum status wants_open(const struct command_row *row, struct operation *operation)
{
    const struct operation_wants *wants = &operation->wants;
    struct office *office = &operation->office;
    const struct options *values = &operation->values;
    enum status status = page_show(operation);
    if (status == OK)
        status = questions_ask(wants);
    if (status == OK && wants->result_keys)
        status = keys_open(office, values, &operation->keys);
    if (status == OK && wants->keys_label.count)
        status = keys_open_label(office, values, wants->keys_label, &operation->keys,
                                 &operation->old_passphrase);
    if (status == OK)
        status = person_check(row, operation);
    if (status == OK && wants->signing_key)
        status = owner_key_open(office, values, &operation->signing_key);
    if (status == OK && wants->new_passphrase)
        status = passphrase_choose(values, wants->new_passphrase, &operation->passphrase);
    return status;
}

/* All goes by what an owner settled, but for what tells, or mends, that it was changed. */
static enum status settings_check(const struct command_row *row,
                                  struct operation *operation)
{
    const bool is_next_key =
        row->run == key_rotate_run && is_span(operation_word(operation, 0), KEYS_SIGNING);
    return row->need == OFFICE_NONE || row->run == organization_show_run ||
                   row->run == organization_sign_run || row->run == doctor_run ||
                   row->run == audit_log_run || row->run == audit_compare_run ||
                   is_next_key /* it may have to be finished first */
               ? OK
               : signed_settings_check(&operation->office);
}

static enum status operation_do(const struct command_row *row,
                                struct operation *operation)
{
    enum status status = operation_page_open(operation, PAGE_BYTES);
    if (status == OK)
        status = settings_check(row, operation);
    if (status == OK)
        status = row->prepare(operation);
    if (status == OK)
        status = wants_open(row, operation);
    if (status == OK)
        status = row->run(operation);
    if (status == OK)
        return page_show(operation);
    char why[1024];
    snprintf(why, sizeof why, "%s", status_last());
    return page_show(operation) == OK ? fail(status, "%s", why) : status;
}

static void operation_close(struct operation *operation)
{
    result_reader_close(&operation->reader);
    keys_close(&operation->keys);
    secret_close(&operation->signing_key);
    passphrase_done(&operation->passphrase);
    passphrase_done(&operation->old_passphrase);
    arena_done(&operation->shown);
    office_close(&operation->office);
}

static enum status row_run(const struct command_row *row, struct operation *operation)
{
    const struct office_listener listener = {
        .on_output = on_output,
        .on_notice = on_notice,
        .on_progress = on_progress,
        .context = &row,
        .is_on_screen = isatty(STDOUT_FILENO),
    };
    enum status status = seal_start();
    if (status == OK)
        status = office_open(options_text(&operation->values, "org"), row->need,
                             &operation->office);
    if (status != OK)
        return status;
    operation->office.listener = &listener;
    operation->arena = &operation->office.arena;
    status = operation_do(row, operation);
    operation_close(operation);
    return status;
}

int command_run(int argc, char **argv)
{
    struct operation operation = {0};
    const size_t word_count = argc > 0 ? (size_t)argc : 0;
    size_t count = 0;
    const struct command_row *row = command_row_find(argv, word_count, &count);
    if (!row)
        return command_row_tell(argv, word_count);
    enum status status =
        words_read(row, argc - (int)count, argv + count, &operation.values);
    if (status == OK && has_option(&operation.values, "help"))
        return command_row_help(row);
    if (status == OK)
        status = row_run(row, &operation);
    if (status != OK)
        console_line(CONSOLE_ERROR, "resonance %s: %s", row->name, status_last());
    return status_exit(status);
}
