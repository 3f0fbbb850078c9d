#include "app/desk/command/operation.h"

#include "app/common/output.h"
#include "app/desk/office/log/access_log.h"
#include "app/desk/office/people/people.h"
#include "app/desk/office/trust/signed_keyset.h"
#include "base/file.h"
#include "base/json/json_shown.h"
#include "base/text/name.h"
#include "base/text/shown_text.h"
#include "base/utf8.h"
#include "seal/age/age_recipient.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum {
    SENTENCE_BYTES = 8 * 1024,
    PAGE_OVERHEAD_BYTES = 192 * 1024,
    FAULTS_TEXT_BYTES = 1 << 20,
};

struct span operation_word(const struct operation *operation, size_t index)
{
    return index < operation->values.file_count ? span_of(operation->values.files[index])
                                                : SPAN("");
}

static enum status name_check(struct arena *arena, struct span name)
{
    const enum status status = shown_text_check("name", name);
    if (status == OK && (name_letters(arena, name) < NAME_LETTERS_LEAST ||
                         utf8_count(name) > OPERATION_NAME_CHARACTERS_MAX))
        return fail(STATUS_USAGE,
                    "a name has at least %d letters and at most %d characters; write "
                    "first and last name",
                    NAME_LETTERS_LEAST, OPERATION_NAME_CHARACTERS_MAX);
    return status;
}

enum status operation_name_check(const struct operation *operation, struct span name)
{
    return name_check(operation->arena, name);
}

enum status operation_names(const struct operation *operation, const char *what,
                            struct span out_names[BASIS_NAMES])
{
    const struct options *values = &operation->values;
    struct span names[BASIS_NAMES];
    if (!options_text_again(values, "by", BASIS_NAMES - 1) ||
        options_text_again(values, "by", BASIS_NAMES))
        return fail(STATUS_USAGE, "%s is agreed by two people: --by NAME --by NAME",
                    what);
    for (size_t i = 0; i < BASIS_NAMES; i++) {
        names[i] = span_trim(span_of(options_text_again(values, "by", i)));
        const enum status status = name_check(operation->arena, names[i]);
        if (status != OK)
            return status;
    }
    if (is_name_same(operation->arena, names[0], names[1], NAME_PERSON))
        return fail(STATUS_USAGE,
                    "both names are those of one person; %s is agreed by two people",
                    what);
    memcpy(out_names, names, sizeof names);
    return OK;
}

enum status operation_name(const struct operation *operation, const char *what,
                           struct span *out_name)
{
    const char *typed = options_text(&operation->values, "by");
    if (!typed)
        return fail(STATUS_USAGE, "%s has a person who does it: --by NAME", what);
    const struct span name = span_trim(span_of(typed));
    const enum status status = name_check(operation->arena, name);
    if (status == OK)
        *out_name = name;
    return status;
}

enum status operation_page_open(struct operation *operation, size_t bytes)
{
    arena_done(&operation->shown);
    const enum status status = office_guarded(
        &operation->office, bytes + PAGE_OVERHEAD_BYTES, &operation->shown);
    if (status == OK)
        operation->page = page_init(&operation->shown, SPAN(""), SPAN(""));
    return status;
}

void operation_say(struct operation *operation, const char *format, ...)
{
    char text[SENTENCE_BYTES];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    page_add_text(&operation->page.head, span_copy(&operation->shown, span_of(text)));
    wipe(text, sizeof text);
}

void operation_say_lines(struct operation *operation, struct span text)
{
    if (text.count)
        page_add_exact(&operation->page.head, SPAN(""), text);
}

struct buffer operation_faults(struct operation *operation)
{
    return buffer_init(operation->arena, FAULTS_TEXT_BYTES);
}

void operation_say_faults(struct operation *operation, const struct buffer *faults)
{
    operation_say_lines(operation, span_trim(buffer_span(faults)));
}

enum status operation_put(struct operation *operation, struct span bytes, unsigned mode)
{
    const char *path = options_text(&operation->values, "out");
    if (!path || is_output_standard(path))
        return office_put(&operation->office, bytes);
    enum status status = output_check(path);
    if (status == OK)
        status = file_write(path, bytes, mode);
    if (status == OK)
        operation_say(operation, "Wrote %s.", path);
    return status;
}

enum status operation_json(const struct operation *operation, struct span bytes)
{
    const enum status status =
        office_put(&operation->office, json_shown(operation->arena, bytes));
    return status == OK ? office_put(&operation->office, SPAN("\n")) : status;
}

struct span operation_who(struct operation *operation)
{
    const struct keys *keys = &operation->keys;
    const struct staff *staff;
    struct keyset *keyset;
    if (!keys->count)
        return operation->signing_key.bytes ? SPAN(KEYS_SIGNING) : SPAN("no key");
    const struct staff_person *const person =
        staff_read(&operation->office, &staff) == OK
            ? staff_of_keys(&operation->office, staff, keys)
            : NULL;
    if (person)
        return person->label;
    if (signed_keyset_look(&operation->office, &keyset) != OK)
        return SPAN("unknown key");
    for (size_t i = 0; i < keys->count; i++) {
        const struct span public =
            age_recipient_write(operation->arena, &keys->identities[i].recipient);
        for (size_t n = 0; n < keyset->recipient_count; n++)
            if (is_span_equal(keyset->recipients[n].recipient, public))
                return keyset->recipients[n].label;
    }
    return SPAN("key of before");
}

static enum status note_add(struct operation *operation, const char *what,
                            struct span about)
{
    const struct access_note note = {.who = operation_who(operation),
                                     .what = what,
                                     .about = about,
                                     .signing = operation->signing_key.bytes};
    return access_log_note(&operation->office, &note);
}

void operation_note(struct operation *operation, const char *what, struct span about)
{
    access_log_warn(&operation->office, note_add(operation, what, about));
}

enum status operation_note_people(struct operation *operation, const char *what,
                                  struct span about, bool is_given)
{
    struct office *office = &operation->office;
    if (note_add(operation, what, about) == OK)
        return OK;
    if (!is_access_log_copy(office))
        return fail(STATUS_REFUSED,
                    "nobody's answers are opened while the log of the desk cannot be "
                    "written: %s",
                    status_last());
    if (is_given)
        return fail(STATUS_REFUSED,
                    "this folder can only be read, so nothing that goes out of it would "
                    "be in the log: it can be read on a screen; give it out from the "
                    "folder of the desk itself");
    office_tell(office, OFFICE_WARNING, "a copy: reading here is not logged");
    return OK;
}

bool is_operation_given(const struct operation *operation)
{
    const struct office_listener *listener = operation->office.listener;
    return has_option(&operation->values, "out") ||
           has_option(&operation->values, "json") || !listener || !listener->is_on_screen;
}

enum status operation_reader_open(struct operation *operation, size_t record_count)
{
    result_reader_close(&operation->reader); /* a form that is refused opens it twice */
    return result_reader_open(&operation->office, &operation->keys, record_count,
                              &operation->reader);
}

enum status operation_people_read(struct operation *operation, size_t page_bytes,
                                  struct people *out_people)
{
    enum status status = operation_page_open(operation, page_bytes);
    if (status == OK)
        status = operation_reader_open(operation, 1);
    return status == OK ? people_read(&operation->reader, SPAN(""), out_people) : status;
}

enum status operation_wants_nothing(struct operation *operation)
{
    operation->wants = (struct operation_wants){0};
    return OK;
}

enum status operation_wants_result_keys(struct operation *operation)
{
    operation->wants.result_keys = true;
    return OK;
}
