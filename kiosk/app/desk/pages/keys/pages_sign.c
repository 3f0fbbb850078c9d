#include "app/desk/pages/keys/pages_sign.h"

#include "app/desk/office/staff/owner_key.h"
#include "base/words.h"

enum { PAGE_BYTES = 256 * 1024, PASSPHRASE_MOST = 256 };

void pages_sign_field(struct page_form *form)
{
    struct page_field *const field = page_form_field(
        form, PAGE_FIELD_SECRET, "passphrase", WS("Your passphrase again"));
    field->most = PASSPHRASE_MOST;
}

void pages_sign_said(struct pages_turn *turn, struct page_section *section)
{
    struct page_section *const said = &turn->operation->page.head;
    if (!said->first)
        return;
    if (section->last)
        section->last->next = said->first;
    else
        section->first = said->first;
    section->last = said->last;
}

bool is_pages_sign_grave(enum status status)
{
    return status == STATUS_NO_SPACE || status == STATUS_IO ||
           status == STATUS_NO_ACCESS || status == STATUS_FORGED ||
           status == STATUS_DAMAGED;
}

/* An owner's passphrase is asked for again, whoever sits at an unlocked desk. */
static enum status signing_open(struct pages_turn *turn)
{
    struct operation *const operation = turn->operation;
    const enum status status =
        owner_key_try(&operation->office, pages_turn_field(turn, "passphrase"),
                      &operation->signing_key);
    if (status != STATUS_WRONG_PASSPHRASE)
        return status;
    turn->answer->is_wrong_passphrase = true;
    pages_turn_note(turn, "wrong passphrase", SPAN(KEYS_SIGNING));
    return fail(status, "that passphrase does not sign; type it again");
}

static enum status run_all(struct pages_turn *turn, pages_sign_step *prepare,
                           pages_sign_step *run, pages_sign_then *then)
{
    struct operation *const operation = turn->operation;
    operation->state = NULL;
    operation->wants = (struct operation_wants){0};
    enum status status = prepare(operation);
    if (status == OK && operation->wants.signing_key)
        status = signing_open(turn);
    if (status == OK)
        status = run(operation);
    if (status == OK && then)
        status = then(turn);
    secret_close(&operation->signing_key);
    return status;
}

enum status pages_sign_run_then(struct pages_turn *turn, pages_sign_step *prepare,
                                pages_sign_step *run, pages_sign_then *then)
{
    enum status status = operation_page_open(turn->operation, PAGE_BYTES);
    if (status == OK)
        status = pages_turn_change_begin(turn);
    if (status != OK)
        return status;
    status = run_all(turn, prepare, run, then);
    pages_turn_change_end(turn);
    return status;
}

enum status pages_sign_run(struct pages_turn *turn, pages_sign_step *prepare,
                           pages_sign_step *run)
{
    return pages_sign_run_then(turn, prepare, run, NULL);
}
