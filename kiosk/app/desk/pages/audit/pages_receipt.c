/* The receipt of an erasure: a text and its signature, to be taken as two files or on paper. It is
 * signed once, when it is made: its signature says how far the folder had come then. */
#include "app/desk/pages/audit/pages_receipt.h"

#include "app/desk/pages/audit/pages_end.h"
#include "app/desk/command/ends/receipt.h"
#include "app/desk/office/ends/ends_receipt.h"
#include "app/desk/pages/keys/pages_sign.h"
#include "app/desk/pages/pages_kept.h"
#include "app/desk/pages/pages_link.h"
#include "app/desk/pages/pages_words.h"
#include "base/words.h"

enum { RECEIPT_BYTES = 256 * 1024 };

static struct span file_name(struct pages_turn *turn, struct span handle)
{
    return span_format(turn->arena, "receipt-%.*s.txt", SPAN_ARGS(handle));
}

enum status pages_receipt_sign(struct pages_turn *turn)
{
    struct operation *operation = turn->operation;
    struct pages_kept_receipt *kept = &turn->pages->receipt;
    struct end_subject subject;
    struct ends_receipt receipt;
    enum status status = end_subject_find(operation, &subject);
    if (status == OK)
        status = receipt_over_check(&subject);
    if (status == OK)
        status = ends_receipt_make(&operation->office, subject.end,
                                   operation->signing_key.bytes,
                                   file_name(turn, subject.handle).data, &receipt);
    if (status != OK)
        return status;
    arena_done(&kept->arena);
    arena_init(&kept->arena, RECEIPT_BYTES);
    kept->handle = span_copy(&kept->arena, subject.handle);
    kept->text = span_copy(&kept->arena, receipt.text);
    kept->signature = span_copy(&kept->arena, receipt.signature);
    operation_note(operation, "receipt", subject.handle);
    return OK;
}

static bool is_made(const struct pages_turn *turn, struct span handle)
{
    const struct pages_kept_receipt *kept = &turn->pages->receipt;
    return kept->arena.max_bytes && is_span_equal(kept->handle, handle);
}

static void made_add(struct pages_turn *turn, struct span handle)
{
    const struct pages_kept_receipt *kept = &turn->pages->receipt;
    struct page_section *take =
        page_section(&turn->page, PAGE_BOX, "files", W("To hand over"));
    take->medium = PAGE_ON_SCREEN;
    page_add_text(take, WS("Hand over both files, with the public key of the "
                           "organization: the receipt says how they are checked. This "
                           "desk keeps them until you lock it."));
    struct page_block *ways = page_add_ways(take);
    page_way_add(turn->arena, &ways->ways, PAGE_WAY_MAIN, WS("The receipt (text)"),
                 pages_link(turn->arena, "/people/*/receipt.txt", handle));
    page_way_add(turn->arena, &ways->ways, PAGE_WAY_BUTTON, WS("Its signature"),
                 pages_link(turn->arena, "/people/*/receipt.minisig", handle));
    page_add_exact(page_section(&turn->page, PAGE_PLAIN, "text", W("The receipt")),
                   SPAN(""), kept->text);
    page_add_exact(page_section(&turn->page, PAGE_PLAIN, "signature", W("Its signature")),
                   SPAN(""), kept->signature);
}

static struct page_form *form_new(struct pages_turn *turn, struct span handle)
{
    struct page_form *form =
        page_form_new(turn->arena, pages_link(turn->arena, "/people/*/receipt", handle),
                      turn->question->token, WS("Sign the receipt"));
    pages_sign_field(form);
    return form;
}

/* What it is, pages_receipt_sign says: here only the key is wanted. */
static enum status sign_prepare(struct operation *operation)
{
    operation->wants.signing_key = true;
    return OK;
}

static enum status nothing(struct operation *operation)
{
    (void)operation;
    return OK;
}

static enum status sign_do(struct pages_turn *turn)
{
    const enum status status = pages_end_signer(turn);
    if (status != OK)
        return status;
    pages_turn_word(turn, turn->parts[0]);
    return pages_sign_run_then(turn, sign_prepare, nothing, pages_receipt_sign);
}

static enum status form_add(struct pages_turn *turn, const struct end_subject *subject)
{
    struct page_form *form = form_new(turn, subject->handle);
    const enum status done = is_pages_turn_form(turn) ? sign_do(turn) : OK;
    if (is_pages_turn_form(turn) && done == OK) {
        pages_turn_done(turn,
                        pages_link(turn->arena, "/people/*/receipt", subject->handle),
                        WN("The receipt is signed."));
        return OK;
    }
    page_add_form(page_section(&turn->page, PAGE_BOX, "sign", W("Sign the receipt")),
                  form);
    if (done == OK)
        return OK;
    if (is_pages_sign_grave(done) || done == STATUS_REFUSED)
        return done;
    page_form_fault(form, "passphrase",
                    pages_words_sentence(turn->arena, span_of(status_last())));
    turn->answer->http_status = PAGES_END_WRONG_FORM;
    return OK;
}

enum status pages_receipt(struct pages_turn *turn)
{
    struct end_subject subject = {0};
    enum status status = pages_end_begin(turn, W("receipt"), &subject);
    if (status == OK)
        status = receipt_over_check(&subject);
    if (status != OK)
        return status;
    if (is_made(turn, subject.handle)) {
        made_add(turn, subject.handle);
        return OK;
    }
    page_add_text(&turn->page.head,
                  WS("For the person whose result was erased or locked away: what was "
                     "done, when and why, signed by the organization. It holds no "
                     "answers."));
    if (has_pages_turn_role(turn, "o"))
        return form_add(turn, &subject);
    page_add_text(&turn->page.head, WS("An HR owner signs it."));
    return is_pages_turn_form(turn) ? pages_end_signer(turn) : OK;
}

/* "/people/H/receipt.txt" and its signature. */
enum status pages_receipt_file(struct pages_turn *turn)
{
    const struct span route = turn->question->route;
    const struct pages_kept_receipt *kept = &turn->pages->receipt;
    const bool is_text =
        route.count > 4 && is_span(span_cut(route, route.count - 4, route.count), ".txt");
    struct end_subject subject;
    pages_turn_word(turn, turn->parts[0]);
    const enum status status = end_subject_find(turn->operation, &subject);
    if (status != OK)
        return status;
    if (!is_made(turn, subject.handle))
        return fail(STATUS_NOT_FOUND, "this receipt is not signed yet; sign it first");
    const struct span name = file_name(turn, subject.handle);
    *turn->answer = (struct pages_answer){
        .http_status = 200,
        .type = SPAN("text/plain; charset=utf-8"),
        .body = is_text ? kept->text : kept->signature,
        .download =
            is_text ? name : span_format(turn->arena, "%.*s.minisig", SPAN_ARGS(name)),
    };
    return OK;
}
