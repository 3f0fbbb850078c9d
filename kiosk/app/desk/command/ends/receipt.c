/* `resonance receipt REFERENCE`: what the person takes home who asked to be erased. */
#include "app/desk/command/ends/receipt.h"

#include "app/common/output.h"
#include "app/desk/office/ends/ends_receipt.h"
#include "base/file.h"

#include <string.h>

static const char *signature_path(struct arena *arena, const char *path)
{
    return span_format(arena, "%s.minisig", path).data;
}

enum status receipt_check(const struct operation *operation, const char *option)
{
    const char *path = options_text(&operation->values, option);
    if (!path)
        return OK;
    if (!*path || is_output_standard(path))
        return fail(STATUS_USAGE, "--%s is a file: the signature is written beside it",
                    option);
    const enum status status = output_check(path);
    return status == OK ? output_check(signature_path(operation->arena, path)) : status;
}

enum status receipt_over_check(const struct end_subject *subject)
{
    if (is_ends_over(subject->end))
        return OK;
    return fail(STATUS_REFUSED,
                subject->erased_day_s
                    ? "%.*s was erased when a profile was frozen, or by an earlier "
                      "version: nothing is signed for it"
                    : "%.*s was not erased, so there is nothing to confirm",
                SPAN_ARGS(subject->handle));
}

enum status receipt_write(struct operation *operation, const struct end_subject *subject,
                          const char *path)
{
    struct arena *arena = operation->arena;
    const char *name = strrchr(path, '/');
    const struct ends *ends;
    struct ends_receipt receipt;
    enum status status = ends_read(&operation->office, &ends);
    if (status == OK)
        status = ends_receipt_make(&operation->office, ends_find(ends, subject->id),
                                   operation->signing_key.bytes, name ? name + 1 : path,
                                   &receipt);
    if (status == OK)
        status = file_write(path, receipt.text, 0600);
    if (status == OK)
        status = file_write(signature_path(arena, path), receipt.signature, 0600);
    if (status != OK)
        return status;
    operation_note(operation, "receipt", subject->handle);
    operation_say(operation,
                  "Wrote the receipt %s and its signature %s.minisig. Hand over both, "
                  "with keys/organization.pub; in the receipt stands how to check it.",
                  path, path);
    return OK;
}

enum status receipt_prepare(struct operation *operation)
{
    struct end_subject *subject = arena_new(operation->arena, struct end_subject);
    const char *path = NULL;
    operation->state = subject;
    enum status status = options_need(&operation->values, "out", &path);
    if (status == OK)
        status = receipt_check(operation, "out");
    if (status == OK)
        status = end_subject_find(operation, subject);
    if (status == OK)
        status = receipt_over_check(subject);
    operation->wants.signing_key = true;
    return status;
}

enum status receipt_run(struct operation *operation)
{
    return receipt_write(operation, operation->state,
                         options_text(&operation->values, "out"));
}
