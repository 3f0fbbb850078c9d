/* A draft is opened: what is frozen into it for good stands before the button. */
#include "app/desk/pages/vacancy/pages_vacancy.h"

#include "app/desk/command/vacancy/vacancy_open.h"
#include "app/desk/office/trust/signed_settings.h"
#include "app/desk/pages/keys/pages_sign.h"
#include "app/desk/pages/pages_link.h"
#include "app/desk/pages/pages_words.h"
#include "app/desk/pages/vacancy/pages_keeping.h"
#include "assessment/assessment_sample.h"
#include "base/words.h"

enum { PAGE_BYTES = 256 * 1024 };

/* In the place of the id of a profile, which never begins so: none. */
#define NO_PROFILE "-"

/* --- which profile --- */

struct profiles {
    struct span *names;
    size_t count;
    struct span chosen; /* empty: not settled yet */
};

static enum status profiles_find(struct pages_turn *turn, struct profiles *profiles)
{
    const enum status status = office_names(&turn->operation->office, "profiles",
                                            &profiles->names, &profiles->count);
    if (status != OK)
        return status;
    profiles->chosen = pages_turn_field(turn, "profile");
    if (!profiles->chosen.count && profiles->count <= 1)
        profiles->chosen = profiles->count ? profiles->names[0] : SPAN(NO_PROFILE);
    return OK;
}

/* Where there is none there is nothing to choose. */
static void profile_form_add(struct pages_turn *turn, const struct profiles *profiles)
{
    if (!profiles->count)
        return;
    struct page_form *form = page_form_new(turn->arena, turn->question->route, SPAN(""),
                                           WS("Show what it freezes"));
    struct page_field *field =
        page_form_field(form, PAGE_FIELD_ONE_OF, "profile", WS("Which profile"));
    for (size_t i = 0; i < profiles->count; i++)
        page_form_choice(field, profiles->names[i], profiles->names[i])->is_chosen =
            is_span_equal(profiles->names[i], profiles->chosen);
    page_form_choice(field, SPAN(NO_PROFILE),
                     WS("None: there is never a figure for this vacancy"))
        ->is_chosen = is_span(profiles->chosen, NO_PROFILE);
    form->is_second = profiles->chosen.count != 0;
    page_add_form(
        page_section(&turn->page, PAGE_BOX, "profile", W("The organization’s profile")),
        form);
}

/* --- what it freezes, and the button --- */

static void values_set(struct pages_turn *turn, const struct profiles *profiles)
{
    struct options *values = &turn->operation->values;
    pages_turn_word(turn, turn->parts[0]);
    if (is_span(profiles->chosen, NO_PROFILE)) {
        values->names[values->option_count] = SPAN("without-profile");
        values->values[values->option_count++] = "";
    } else {
        pages_turn_value(turn, "profile", profiles->chosen);
    }
    /* That it is a sample is said, and asked about, on the page. */
    values->names[values->option_count] = SPAN("sample");
    values->values[values->option_count++] = "";
}

static struct page_form *open_form(struct pages_turn *turn, const struct vacancy *vacancy,
                                   const struct profiles *profiles, struct span digest,
                                   bool is_sample)
{
    struct page_form *form = page_form_new(turn->arena, turn->question->route,
                                           turn->question->token, WS("Open it for good"));
    page_form_field(form, PAGE_FIELD_HIDDEN, "digest", SPAN(""))->value = digest;
    page_form_field(form, PAGE_FIELD_HIDDEN, "profile", SPAN(""))->value =
        profiles->chosen;
    if (is_sample)
        page_form_choice(page_form_field(form, PAGE_FIELD_SOME_OF, "sample",
                                         WS("Is it a demonstration?")),
                         SPAN("yes"), WS("Yes, no real person is invited for it"))
            ->is_chosen = pages_turn_field(turn, "sample").count != 0;
    pages_keeping_field(turn, vacancy, form);
    pages_sign_field(form);
    form->after =
        WS("Once it is open, nothing makes it a draft again; the days can be changed "
           "later. Cards come next.");
    return form;
}

/* Nobody real reads another company's story as the organization's own. */
static enum status sample_add(struct pages_turn *turn, bool *out_is_sample)
{
    const struct assessment *assessment;
    const enum status status = office_assessment(&turn->operation->office, &assessment);
    if (status != OK)
        return status;
    const struct span words = assessment_sample_words(turn->arena, assessment);
    *out_is_sample = words.count != 0;
    if (words.count)
        page_add_notice(&turn->page.head, PAGE_CARE,
                        span_format(turn->arena,
                                    W("A sample of a made-up company is in the form: "
                                      "%.*s."),
                                    SPAN_ARGS(words)),
                        WS("Make it your own, or take it out, before real people read "
                           "it."));
    return OK;
}

/* A vacancy without a profile never has a figure: what would give it one is one press away. */
static void advice_add(struct pages_turn *turn, const struct profiles *profiles)
{
    if (profiles->count)
        return;
    struct page_block *notice = page_add_notice(
        &turn->page.head, PAGE_CARE, WS("Nobody has described the organization yet"),
        WS("Opened now, this vacancy never has a figure: you read what people chose and "
           "wrote. For a figure, let colleagues describe the organization first."));
    page_way_add(turn->arena, &notice->ways, PAGE_WAY_BUTTON,
                 WS("Let colleagues describe it"), SPAN("/profile"));
}

static enum status frozen_add(struct pages_turn *turn, const struct vacancy *vacancy,
                              const struct profiles *profiles,
                              struct page_form **out_form)
{
    struct operation *operation = turn->operation;
    struct span digest;
    bool is_sample;
    advice_add(turn, profiles);
    values_set(turn, profiles);
    enum status status = sample_add(turn, &is_sample);
    if (status == OK)
        status = operation_page_open(operation, PAGE_BYTES);
    if (status == OK)
        status = vacancy_open_prepare(operation);
    if (status == OK)
        status = vacancy_open_say(operation, &digest);
    if (status != OK)
        return status;
    struct page_section *section =
        page_section(&turn->page, PAGE_BOX, "frozen", W("What never changes again"));
    pages_sign_said(turn, section);
    *out_form =
        open_form(turn, vacancy, profiles, span_copy(turn->arena, digest), is_sample);
    section = page_section(&turn->page, PAGE_BOX, "open", W("Open it"));
    pages_keeping_promise(section, vacancy);
    page_add_form(section, *out_form);
    return OK;
}

static enum status open_prepare(struct operation *operation)
{
    const enum status status = vacancy_open_prepare(operation);
    operation->wants.signing_key = true;
    return status;
}

/* The days count as they are signed for, while the key is open. */
static enum status days_sign(struct pages_turn *turn)
{
    struct operation *operation = turn->operation;
    return signed_settings_sign(&operation->office, operation->signing_key.bytes);
}

static enum status open_do(struct pages_turn *turn, const struct profiles *profiles)
{
    struct options *values = &turn->operation->values;
    values_set(turn, profiles);
    pages_turn_value(turn, "digest", pages_turn_field(turn, "digest"));
    pages_turn_value(turn, "days", span_trim(pages_turn_field(turn, "days")));
    values->names[values->option_count] = SPAN("yes");
    values->values[values->option_count++] = "";
    const enum status status =
        pages_sign_run_then(turn, open_prepare, vacancy_open_run, days_sign);
    if (status == OK)
        pages_turn_note(turn, "opened vacancy", turn->parts[0]);
    return status;
}

static bool are_days_right(const struct pages_turn *turn)
{
    int64_t days;
    return span_to_integer(span_trim(pages_turn_field(turn, "days")), &days) &&
           days >= 1 && days <= VACANCY_KEEP_DAYS_MAX;
}

/* What is typed is refused, and what it freezes is shown as it is now. */
static enum status open_again(struct pages_turn *turn, const struct vacancy *vacancy,
                              const struct profiles *profiles, enum status why)
{
    const struct span sentence =
        pages_words_sentence(turn->arena, span_of(status_last()));
    struct page_form *form = NULL;
    if (!is_pages_vacancy_refused(turn, why))
        return why;
    const enum status status = frozen_add(turn, vacancy, profiles, &form);
    if (status != OK || why == STATUS_EXISTS)
        return status;
    if (!are_days_right(turn))
        pages_keeping_fault(form);
    if (why != STATUS_BAD_INPUT)
        page_form_fault(form, why == STATUS_USAGE ? "sample" : "passphrase", sentence);
    return OK;
}

static enum status open_post(struct pages_turn *turn, const struct profiles *profiles,
                             const struct vacancy *vacancy)
{
    const struct assessment *assessment;
    enum status status = office_assessment(&turn->operation->office, &assessment);
    if (status == OK && !pages_turn_field(turn, "sample").count &&
        assessment_sample_words(turn->arena, assessment).count)
        status = fail(STATUS_USAGE, "say that it is a demonstration; nobody real must "
                                    "read the sample as your story");
    if (status == OK && !are_days_right(turn))
        status = fail(STATUS_BAD_INPUT, "say for how many days results are kept");
    if (status == OK)
        status = open_do(turn, profiles);
    if (status != OK)
        return open_again(turn, vacancy, profiles, status);
    pages_turn_done(turn, pages_link(turn->arena, "/vacancies/*/cards", vacancy->id),
                    WN("The vacancy is open."));
    return OK;
}

enum status pages_vacancy_open(struct pages_turn *turn)
{
    struct vacancy *vacancy;
    struct profiles profiles = {0};
    struct page_form *form;
    enum status status = pages_vacancy_begin(turn, &vacancy);
    if (status == OK && vacancy->state != VACANCY_DRAFT)
        status = fail(STATUS_REFUSED, "this vacancy was opened before; what is frozen "
                                      "into it never changes again");
    if (status == OK)
        status = profiles_find(turn, &profiles);
    if (status != OK)
        return status;
    pages_turn_crumb(turn, vacancy->title, pages_vacancy_link(turn, vacancy));
    pages_turn_crumb(turn, WS("Open it"), SPAN(""));
    pages_vacancy_changes(turn, vacancy);
    profile_form_add(turn, &profiles);
    if (is_pages_turn_form(turn))
        return open_post(turn, &profiles, vacancy);
    return profiles.chosen.count ? frozen_add(turn, vacancy, &profiles, &form) : OK;
}
