/* Who can open what: the keys that results are sealed to, and sharing older results with one. */
#include "app/desk/pages/pages_link.h"
#include "app/desk/pages/keys/pages_sign.h"
#include "app/desk/pages/pages_words.h"
#include "app/desk/office/trust/signed_keyset.h"
#include "base/clock.h"
#include "base/words.h"
#include "store/shares.h"

enum { HTTP_WRONG_FORM = 422, PAGE_BYTES = 256 * 1024 };

static enum status earlier_count(struct pages_turn *turn,
                                 const struct keyset_recipient *key, size_t *out_count)
{
    struct age_recipient public;
    struct archive *archive;
    enum status status = age_recipient_read(key->recipient, &public);
    if (status == OK)
        status = office_archive(&turn->operation->office, &archive);
    return status == OK ? shares_count(archive, public.bytes, out_count) : status;
}

static enum status row_add(struct pages_turn *turn, struct page_block *table,
                           const struct keyset_recipient *key)
{
    struct page_row *const row = page_row(table, SPAN(""));
    size_t count = 0;
    const enum status status = earlier_count(turn, key, &count);
    const bool is_paper = key->role == RECIPIENT_RECOVERY;
    row->cells[0] = key->label;
    row->cells[1] = is_paper ? WS("Recovery sheet, on paper") : WS("Recruiter");
    row->cells[2] =
        key->not_after_unix_s
            ? pages_words_day(turn->arena,
                              clock_date(turn->arena, key->not_after_unix_s * 1000))
            : WS("No end");
    row->cells[3] = WS("Share older results");
    page_cell(table, row, 3)->address =
        pages_link(turn->arena, "/keys/share/*", key->label);
    page_remark(table, row, keys_words(turn->arena, key->recipient));
    if (count)
        page_remark(
            table, row,
            span_format(turn->arena, W("Opens %zu of before its time, too."), count));
    return status;
}

enum status pages_keys(struct pages_turn *turn)
{
    const struct page_column columns[] = {
        {W("Key"), 0}, {W("What it is"), 0}, {W("Last day"), 0}, {W("What to do"), 0}};
    struct keyset *keyset;
    pages_turn_begin(turn, WS("Keys that open results"));
    pages_turn_crumb(turn, WS("Users and keys"), SPAN("/keys/people"));
    pages_turn_crumb(turn, WS("Keys that open results"), SPAN(""));
    enum status status = signed_keyset_look(&turn->operation->office, &keyset);
    if (status != OK)
        return status;
    struct page_section *const section =
        page_section(&turn->page, PAGE_PLAIN, "keys", "");
    page_add_text(section, WS("What a terminal seals from its next enrolment on, each of "
                              "these keys opens, and no other."));
    struct page_block *table =
        page_add_table(section, W("Keys that open results"), columns, 4);
    for (size_t i = 0; i < keyset->recipient_count && status == OK; i++)
        status = row_add(turn, table, &keyset->recipients[i]);
    return status;
}

/* What the operation says before anybody says yes. */
static enum status share_say(struct pages_turn *turn, struct page_section *section,
                             bool *out_is_open)
{
    struct operation *const operation = turn->operation;
    enum status status = operation_page_open(operation, PAGE_BYTES);
    if (status == OK)
        status = key_share_prepare(operation);
    if (status == OK)
        pages_sign_said(turn, section);
    *out_is_open = status == OK && operation->wants.signing_key;
    return status;
}

static struct page_form *share_form(struct pages_turn *turn)
{
    struct page_form *const form = page_form_new(
        turn->arena, pages_link(turn->arena, "/keys/share/*", turn->parts[0]),
        turn->question->token, WS("Let them read these"));
    pages_sign_field(form);
    return form;
}

static enum status share_do(struct pages_turn *turn, struct page_section *section,
                            struct page_form **out_form)
{
    enum status status = pages_sign_run(turn, key_share_prepare, key_share_run);
    *out_form = NULL;
    if (is_pages_sign_grave(status))
        return status;
    pages_sign_said(turn, section);
    if (status == OK) {
        page_add_notice(&turn->page.head, PAGE_GOOD, WS("It is shared."), SPAN(""));
        return OK;
    }
    turn->answer->http_status = HTTP_WRONG_FORM;
    *out_form = share_form(turn);
    page_form_fault(*out_form, "passphrase",
                    pages_words_sentence(turn->arena, span_of(status_last())));
    return OK;
}

enum status pages_share(struct pages_turn *turn)
{
    struct page_form *form = NULL;
    bool is_open = false;
    enum status status;
    pages_turn_begin(turn, span_format(turn->arena, W("Share older results with %.*s"),
                                       SPAN_ARGS(turn->parts[0])));
    pages_turn_crumb(turn, WS("Users and keys"), SPAN("/keys/people"));
    pages_turn_crumb(turn, WS("Keys that open results"), SPAN("/keys"));
    pages_turn_crumb(turn, turn->parts[0], SPAN(""));
    struct page_section *const section =
        page_section(&turn->page, PAGE_BOX, "share", W("What it means"));
    pages_turn_word(turn, turn->parts[0]);
    if (is_pages_turn_form(turn)) {
        status = share_do(turn, section, &form);
    } else {
        status = share_say(turn, section, &is_open);
        form = is_open ? share_form(turn) : NULL;
    }
    if (form)
        page_add_form(section, form);
    return status;
}
