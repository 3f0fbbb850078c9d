/* What ends a vacancy: a draft is removed, an open one closed. Both say before what they mean. */
#include "app/desk/pages/vacancy/pages_vacancy.h"

#include "app/desk/pages/keys/pages_sign.h"
#include "app/desk/pages/pages_words.h"
#include "base/words.h"

struct ending {
    enum vacancy_state state; /* in which it is possible */
    const char *crumb, *heading, *means, *submit, *refused;
    const char *note, *done; /* of the log; what is said of it */
    pages_sign_step *run;
};

static const struct ending removing = {
    .state = VACANCY_DRAFT,
    .crumb = WN("Remove it"),
    .heading = WN("What removing means"),
    .means =
        WN("The draft goes with its title, its weights and their reasons. Nobody was "
           "invited for it, so nothing else goes."),
    .submit = WN("Remove this draft"),
    .refused = "this vacancy was opened before; only a draft is removed",
    .note = "removed vacancy",
    .done = WN("The draft is removed."),
    .run = vacancy_remove_run,
};

static const struct ending closing = {
    .state = VACANCY_OPEN,
    .crumb = WN("Close it"),
    .heading = WN("What closing means"),
    .means =
        WN("No further card is made for it. Terminals that are enrolled from then on "
           "no longer know its cards. Results that came stay."),
    .submit = WN("Close this vacancy"),
    .refused = "only an open vacancy is closed",
    .note = "closed vacancy",
    .done = WN("The vacancy is closed."),
    .run = vacancy_close_run,
};

static enum status passphrase_prepare(struct operation *operation)
{
    operation->wants = (struct operation_wants){.signing_key = true};
    return OK;
}

static enum status ending_do(struct pages_turn *turn, const struct ending *ending,
                             const struct vacancy *vacancy, struct page_form *form)
{
    pages_vacancy_values(turn, vacancy);
    const enum status status = pages_sign_run(turn, passphrase_prepare, ending->run);
    if (status == OK) {
        pages_turn_note(turn, ending->note, vacancy->id);
        pages_turn_done(turn,
                        ending == &removing ? SPAN("/vacancies")
                                            : pages_vacancy_link(turn, vacancy),
                        ending->done);
    } else if (!is_pages_vacancy_refused(turn, status)) {
        return status;
    } else if (status != STATUS_EXISTS) {
        page_form_fault(form, "passphrase",
                        pages_words_sentence(turn->arena, span_of(status_last())));
    }
    return OK;
}

static enum status ending_answer(struct pages_turn *turn, const struct ending *ending)
{
    struct vacancy *vacancy;
    enum status status = pages_vacancy_begin(turn, &vacancy);
    if (status == OK && vacancy->state != ending->state)
        status = fail(STATUS_REFUSED, "%s", ending->refused);
    if (status != OK)
        return status;
    pages_turn_crumb(turn, vacancy->title, pages_vacancy_link(turn, vacancy));
    pages_turn_crumb(turn, WS(ending->crumb), SPAN(""));
    struct page_section *section =
        page_section(&turn->page, PAGE_BOX, "end", WS(ending->heading).data);
    page_add_text(section, WS(ending->means));
    struct page_form *form = pages_vacancy_form(turn, vacancy, ending->submit);
    pages_sign_field(form);
    form->after = WS("This cannot be undone.");
    page_add_form(section, form);
    return is_pages_turn_form(turn) ? ending_do(turn, ending, vacancy, form) : OK;
}

enum status pages_vacancy_remove(struct pages_turn *turn)
{
    return ending_answer(turn, &removing);
}

enum status pages_vacancy_close(struct pages_turn *turn)
{
    return ending_answer(turn, &closing);
}
