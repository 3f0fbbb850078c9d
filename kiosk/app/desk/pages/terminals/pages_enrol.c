#include "app/desk/pages/terminals/pages_enrol.h"

#include "app/common/request_words.h"
#include "app/desk/command/terminal/enrolment.h"
#include "app/desk/office/sticks/sticks.h"
#include "app/desk/office/trust/organization_key.h"
#include "app/desk/pages/keys/pages_sign.h"
#include "app/desk/pages/pages_bring.h"
#include "app/desk/pages/pages_words.h"
#include "base/file.h"
#include "base/folder.h"
#include "base/words.h"
#include "seal/code/pin.h"
#include "seal/seal.h"
#include "web/form.h"

enum {
    HTTP_WRONG_FORM = 422,
    PAGE_BYTES = 256 * 1024,
    NEW_MOST = 24, /* terminals at once: each brings eight words back */
};

/* A stick as the page for staff of a terminal writes it (app/stick). */
struct stick {
    struct span requests;
    const char *configurations;
    size_t more_count; /* other sticks with requests */
};

static bool is_stick_found(struct pages_turn *turn, struct stick *out_stick)
{
    struct span *folders;
    size_t count;
    sticks_folders(turn->arena, "resonance/requests", &folders, &count);
    if (!count)
        return false;
    const struct span above =
        span_cut(folders[0], 0, folders[0].count - (sizeof "/requests" - 1));
    *out_stick = (struct stick){
        .requests = folders[0],
        .configurations =
            file_path(turn->arena, span_text(turn->arena, above), "configurations"),
        .more_count = count - 1,
    };
    return true;
}

/* --- what is signed for --- */

static void values_set(struct pages_turn *turn, const struct stick *stick)
{
    turn->operation->values = (struct options){0};
    pages_turn_value(turn, "all", stick->requests);
    pages_turn_value(turn, "out", span_of(stick->configurations));
}

/* Of all that is shown before somebody signs. */
static struct span digest_of(struct operation *operation)
{
    unsigned char hash[CHAIN_HASH_BYTES];
    seal_hash("enrolment", page_plain(operation->arena, &operation->page), hash);
    return span_hex(operation->arena, hash, sizeof hash);
}

static size_t new_count(const struct enrolment_batch *batch)
{
    size_t count = 0;
    for (size_t i = 0; i < batch->count; i++)
        count += !is_enrolment_known(&batch->enrolments[i]);
    return count;
}

/* One new terminal is compared by the press that signs; of several, each wants its own tick. */
static const char *submit_words(const struct enrolment_batch *batch)
{
    const size_t count = new_count(batch);
    return count == 1  ? WN("The same words stand there: sign for it")
           : count > 1 ? WN("Sign for those that were compared")
                       : WN("Sign their configurations");
}

static void words_add(struct page_form *form, const struct enrolment_batch *batch)
{
    const bool is_one = new_count(batch) == 1;
    struct page_field *field = NULL;
    for (size_t i = 0; i < batch->count; i++) {
        const struct enrolment *enrolment = &batch->enrolments[i];
        const struct span words = request_words(form->arena, enrolment->request);
        if (is_enrolment_known(enrolment))
            continue;
        if (!field)
            field = page_form_field(
                form, is_one ? PAGE_FIELD_HIDDEN : PAGE_FIELD_SOME_OF, "same",
                WS("Which of them show the same words, read out by somebody there?"));
        if (is_one)
            field->value = words;
        else
            page_form_choice(field, words,
                             span_format(form->arena, "%.*s: %.*s",
                                         SPAN_ARGS(enrolment->request->label),
                                         SPAN_ARGS(words)));
    }
}

/* Twice, for nobody sees what they type, and no page shows it again. */
static void pin_fields(struct page_form *form)
{
    struct page_field *pin =
        page_form_field(form, PAGE_FIELD_SECRET, "pin", WS("PIN of the page for staff"));
    struct page_field *again =
        page_form_field(form, PAGE_FIELD_SECRET, "again", WS("The same PIN again"));
    pin->is_new = again->is_new = true;
    pin->most = again->most = PIN_DIGITS_MOST;
    pin->hint = WS("6 to 12 digits, for those who look after the terminal. If you leave "
                   "it empty, a terminal keeps the PIN it has; one that has none opens "
                   "its page for staff to nobody.");
}

static struct page_form *form_make(struct pages_turn *turn,
                                   const struct enrolment_batch *batch)
{
    struct page_form *form = page_form_new(
        turn->arena, SPAN("/terminals"), turn->question->token, WS(submit_words(batch)));
    page_form_field(form, PAGE_FIELD_HIDDEN, "digest", SPAN(""))->value =
        span_copy(turn->arena, digest_of(turn->operation));
    words_add(form, batch);
    pin_fields(form);
    pages_sign_field(form);
    return form;
}

static void how_add(struct pages_turn *turn)
{
    struct page_section *section =
        page_section(&turn->page, PAGE_BOX, "enrol", W("Enrol a terminal, new or again"));
    page_add_text(
        section,
        WS("No stick with the request of a terminal is here. The page for staff of a "
           "terminal writes its request to a stick: put that stick into this machine, "
           "open it in the file manager so that it is mounted, and look again."));
    page_way_add(turn->arena, &page_add_ways(section)->ways, PAGE_WAY_BUTTON,
                 WS("Look again"), SPAN("/terminals"));
}

/* What the operation would do with the stick, and the form; `out_form` is NULL without a stick. */
static enum status add(struct pages_turn *turn, struct page_form **out_form)
{
    struct stick stick;
    *out_form = NULL;
    if (!is_stick_found(turn, &stick)) {
        how_add(turn);
        return OK;
    }
    struct page_section *section = page_section(&turn->page, PAGE_BOX, "enrol",
                                                W("Enrol the terminals of this stick"));
    values_set(turn, &stick);
    enum status status = operation_page_open(turn->operation, PAGE_BYTES);
    if (status == OK)
        status = enrol_prepare(turn->operation);
    if (status != OK && is_pages_sign_grave(status) && status != STATUS_FORGED)
        return status;
    if (status != OK) {
        page_add_notice(section, PAGE_WRONG,
                        pages_words_sentence(turn->arena, span_of(status_last())),
                        WS("Nothing of this stick is used."));
        return OK;
    }
    if (new_count(turn->operation->state) > NEW_MOST) {
        page_add_notice(
            section, PAGE_WRONG,
            WS("More than 24 new terminals have a request on this stick."),
            WS("Here 24 at a time are compared: move the other files away from "
               "resonance/requests, and look again."));
        return OK;
    }
    *out_form = form_make(turn, turn->operation->state);
    pages_sign_said(turn, section);
    if (stick.more_count)
        page_add_note(section, WS("Another stick holds requests, too: they come after "
                                  "this one is taken out."));
    page_add_form(section, *out_form);
    return OK;
}

enum status pages_enrol_add(struct pages_turn *turn)
{
    struct page_form *form;
    return add(turn, &form);
}

enum status pages_enrol_offer(struct pages_turn *turn)
{
    struct stick stick;
    struct page_form *form = NULL;
    const enum status status = is_stick_found(turn, &stick) ? add(turn, &form) : OK;
    if (form)
        form->is_second = true;
    return status;
}

/* --- signed --- */

static enum status sign_prepare(struct operation *operation)
{
    const char *seen = options_text(&operation->values, "digest");
    const enum status status = enrol_prepare(operation);
    if (status != OK)
        return status;
    if (!seen || !is_span(digest_of(operation), seen))
        return fail(STATUS_EXISTS,
                    "what lies on the stick, or what is new, is not what was shown: look "
                    "at it as it is now, and send this again");
    return operation->wants.question_count
               ? fail(STATUS_USAGE, "compare the eight words of each new terminal, and "
                                    "say so here")
               : OK;
}

/* A terminal that is new asks back. */
static enum status done_show(struct pages_turn *turn)
{
    struct operation *operation = turn->operation;
    const struct enrolment_batch *batch = operation->state;
    struct span public;
    struct page_block *list;
    const enum status status = organization_key_text(&operation->office, &public);
    if (status != OK)
        return status;
    page_add_notice(&turn->page.head, PAGE_GOOD,
                    WS("The signed configurations lie on the stick"),
                    WS("Take it to the terminal: its page for staff brings them in. Then "
                       "the cards that were made open a session there."));
    struct page_section *section =
        page_section(&turn->page, PAGE_BOX, "done", W("Signed for"));
    list = page_add_facts(section);
    for (size_t i = 0; i < batch->count; i++)
        page_pair(list, span_copy(turn->arena, batch->enrolments[i].request->label),
                  span_format(turn->arena, W("configuration %lld"),
                              (long long)batch->enrolments[i].sequence));
    page_add_exact(section,
                   WS("A new terminal shows these words of the organization when it "
                      "starts. Say yes there only when they are the same:"),
                   span_copy(turn->arena, keys_words(turn->arena, public)));
    section = page_section(&turn->page, PAGE_BOX, "back", W("When people have answered"));
    page_add_text(section,
                  WS("The page for staff writes the results to the stick. Put it "
                     "into this machine again."));
    page_add_form(section, pages_bring_all(turn));
    return OK;
}

static bool is_pin_right(const struct pages_turn *turn)
{
    const struct span pin = pages_turn_field(turn, "pin");
    return !pin.count || is_pin(pin);
}

static bool is_pin_twice(const struct pages_turn *turn)
{
    return is_span_equal(pages_turn_field(turn, "pin"), pages_turn_field(turn, "again"));
}

static enum status pin_check(const struct pages_turn *turn)
{
    if (!is_pin_right(turn))
        return fail(STATUS_BAD_INPUT,
                    "a PIN has %d to %d digits, not all the same and not one after the "
                    "other",
                    PIN_DIGITS_LEAST, PIN_DIGITS_MOST);
    return is_pin_twice(turn)
               ? OK
               : fail(STATUS_BAD_INPUT, "the two PINs differ; type both again");
}

static enum status sign(struct pages_turn *turn, const struct stick *stick)
{
    const struct pages_question *question = turn->question;
    size_t count = 0;
    const enum status status = pin_check(turn);
    if (status != OK)
        return status;
    values_set(turn, stick);
    pages_turn_value(turn, "digest", pages_turn_field(turn, "digest"));
    pages_turn_value(turn, "pin", pages_turn_field(turn, "pin"));
    for (size_t i = 0; i < question->field_count; i++)
        if (is_span(question->fields[i].name, "same") && count++ < NEW_MOST)
            pages_turn_value(turn, "words", question->fields[i].value);
    return pages_sign_run_then(turn, sign_prepare, enrol_run, done_show);
}

/* Whether it has a tick for each new terminal, and not one press for the only one. */
static bool has_ticks(const struct page_form *form)
{
    for (const struct page_field *field = form->first; field; field = field->next)
        if (field->kind == PAGE_FIELD_SOME_OF)
            return true;
    return false;
}

/* The stick, or the folder of the organization, took nothing: both can be mended, and the form be
 * sent again. */
static bool is_stick_refused(enum status status)
{
    return status == STATUS_NO_SPACE || status == STATUS_IO || status == STATUS_NO_ACCESS;
}

/* Beside its field; what somebody else has changed meanwhile, and what the stick does not take, on
 * top. */
static void refuse(struct pages_turn *turn, struct page_form *form, enum status status,
                   struct span sentence, bool is_signed)
{
    turn->answer->http_status = HTTP_WRONG_FORM;
    if (is_signed)
        page_add_notice(&turn->page.head, PAGE_WRONG, sentence,
                        WS("The desk has signed, but not all configurations lie on the "
                           "stick. Sign once more, and they are written anew."));
    else if (!form || status == STATUS_EXISTS || status == STATUS_FORGED ||
             is_stick_refused(status) || (status == STATUS_USAGE && !has_ticks(form)))
        page_add_notice(&turn->page.head, PAGE_WRONG, sentence,
                        WS("Nothing was signed for this time."));
    else
        page_form_fault(form,
                        !is_pin_right(turn)      ? "pin"
                        : !is_pin_twice(turn)    ? "again"
                        : status == STATUS_USAGE ? "same"
                                                 : "passphrase",
                        sentence);
}

bool is_pages_enrol_waiting(struct pages_turn *turn,
                            const struct enrolled_terminal *terminal)
{
    struct stick stick;
    return is_stick_found(turn, &stick) &&
           is_folder(file_path(turn->arena, stick.configurations,
                               span_text(turn->arena, span_hex(turn->arena, terminal->id,
                                                               CHAIN_ID_BYTES))));
}

enum status pages_enrol_do(struct pages_turn *turn)
{
    struct stick stick;
    struct page_form *form;
    turn->operation->state = NULL; /* that of the question before is gone */
    enum status status =
        is_stick_found(turn, &stick)
            ? sign(turn, &stick)
            : fail(STATUS_EXISTS, "no stick with the request of a terminal is here now");
    if (status == OK || (is_pages_sign_grave(status) && status != STATUS_FORGED &&
                         !is_stick_refused(status)))
        return status;
    const struct span sentence =
        span_copy(turn->arena, pages_words_sentence(turn->arena, span_of(status_last())));
    const struct enrolment_batch *batch = turn->operation->state;
    const bool is_signed = batch && batch->is_signed;
    const enum status why = status;
    status = add(turn, &form);
    if (status == OK)
        refuse(turn, form, why, sentence, is_signed);
    return status;
}
