/* What an owner settles for everybody, and what people read of it at a terminal: whom they may turn
 * to, how long answers are kept, and why the law allows to ask, as the notice says it. */
#include "app/desk/office/after/checkin.h"
#include "app/desk/pages/keys/pages_sign.h"
#include "app/desk/pages/pages_words.h"
#include "base/buffer.h"
#include "base/words.h"

enum {
    HTTP_WRONG_FORM = 422,
    CONTACT_MOST = 160,
    RETENTION_MOST = 300,
    MONTHS_DIGITS = 3,
    NOTICE_BYTES_MAX = 8192,
};

/* A basis in the words of whoever chooses it, and of the form. */
static const char *const basis_names[LEGAL_BASIS_COUNT] = {
    [LEGAL_CONSENT] = WN("The person agrees"),
    [LEGAL_STEPS] = WN("Steps before a contract that the person asked for"),
    [LEGAL_PUBLIC] = WN("A task in the public interest"),
};

static const struct reader {
    const char *who, *frame;
} readers[] = {{WN("Whoever applies reads"), ""},
               {WN("Colleagues read"), "rater"},
               {WN("Whoever was hired reads at a check-in"), "newcomer"}};

/* --- what is so now --- */

static void facts_add(struct pages_turn *turn, const struct organization *organization)
{
    struct page_section *section =
        page_section(&turn->page, PAGE_BOX, "read", W("What people read"));
    struct page_block *facts = page_add_facts(section);
    page_pair(facts, WS("Name"), organization->name);
    page_pair(facts, WS("Whom they may turn to"), organization->contact);
    page_pair(facts, WS("How long answers are kept"), organization->retention);
    page_pair(facts, WS("How long check-ins are kept"),
              checkin_keep_words(turn->arena, organization->checkin_months));
    page_pair(facts, WS("Why the law allows to ask"),
              WS(basis_names[organization->legal_basis]));
    page_add_text(section,
                  WS("Terminals take what is changed with their next configuration. "
                     "Open vacancies keep the sentence on keeping that their "
                     "candidates have read."));
}

static struct span place_of(struct arena *arena, const void *context, struct span name)
{
    const struct organization *organization = context;
    (void)arena;
    return is_span(name, "organization") ? organization->name
           : is_span(name, "contact")    ? organization->contact
                                         : (struct span){0};
}

/* As the notice of a terminal says it, one basis after the other. */
static void notices_add(struct pages_turn *turn, const struct assessment *assessment,
                        const struct organization *organization)
{
    for (int basis = 0; basis < LEGAL_BASIS_COUNT; basis++) {
        const char *key = legal_basis_key(turn->arena, (enum legal_basis)basis);
        const bool is_here = (int)organization->legal_basis == basis;
        struct page_section *section = page_section(
            &turn->page, PAGE_PLAIN,
            span_format(turn->arena, "notice-%s", legal_basis_words[basis]).data,
            span_format(turn->arena, W("The notice: %s"), W(basis_names[basis])).data);
        section->note = is_here ? WS("in use now") : SPAN("");
        for (size_t i = 0; i < sizeof readers / sizeof *readers; i++)
            page_add_quote(
                section, WS(readers[i].who),
                buffer_fill(turn->arena, NOTICE_BYTES_MAX,
                            questionnaire_text(assessment->words, turn->page.language,
                                               span_of(readers[i].frame), span_of(key)),
                            place_of, organization),
                SPAN(""));
    }
}

/* --- the form --- */

static struct span typed(const struct pages_turn *turn, const char *name,
                         struct span otherwise)
{
    return is_pages_turn_form(turn) ? pages_turn_field(turn, name) : otherwise;
}

static struct page_form *form_new(struct pages_turn *turn,
                                  const struct organization *organization)
{
    struct page_form *form = page_form_new(turn->arena, SPAN("/organization"),
                                           turn->question->token, WS("Change it"));
    struct page_field *field =
        page_form_field(form, PAGE_FIELD_TEXT, "contact", WS("Whom people may turn to"));
    field->value = typed(turn, "contact", organization->contact);
    field->hint = WS("On screens and cards.");
    field->most = CONTACT_MOST;
    field = page_form_field(form, PAGE_FIELD_LONG, "retention",
                            WS("How long answers are kept, in one sentence"));
    field->value = typed(turn, "retention", organization->retention);
    field->hint = WS("Colleagues read it. A vacancy takes it when it is opened.");
    field->most = RETENTION_MOST;
    field = page_form_field(form, PAGE_FIELD_NUMBER, "months",
                            WS("Months that a check-in is kept"));
    field->value =
        typed(turn, "months",
              span_format(turn->arena, "%lld", (long long)organization->checkin_months));
    field->hint = WS("Once a card for a check-in was made, it can become shorter, not "
                     "longer: people read it there.");
    field->most = MONTHS_DIGITS;
    field = page_form_field(form, PAGE_FIELD_ONE_OF, "basis",
                            WS("Why the law allows to ask"));
    const struct span chosen =
        typed(turn, "basis", span_of(legal_basis_words[organization->legal_basis]));
    for (int i = 0; i < LEGAL_BASIS_COUNT; i++)
        page_form_choice(field, span_of(legal_basis_words[i]), WS(basis_names[i]))
            ->is_chosen = is_span(chosen, legal_basis_words[i]);
    field->hint = WS("Ask somebody who knows your law. For what was answered before, "
                     "the basis holds that was read then.");
    pages_sign_field(form);
    return form;
}

static bool is_months(struct span typed)
{
    int64_t months;
    return span_to_integer(span_trim(typed), &months) && months >= 1 &&
           months <= ORGANIZATION_CHECKIN_MONTHS_MAX;
}

static enum status change(struct pages_turn *turn)
{
    struct options *values = &turn->operation->values;
    if (!is_months(pages_turn_field(turn, "months")))
        return fail(STATUS_USAGE, "something is open");
    *values = (struct options){.names = {SPAN("contact"), SPAN("retention")},
                               .option_count = 2};
    values->values[0] = span_text(turn->arena, pages_turn_field(turn, "contact"));
    values->values[1] = span_text(turn->arena, pages_turn_field(turn, "retention"));
    pages_turn_value(turn, "checkin-months", span_trim(pages_turn_field(turn, "months")));
    pages_turn_value(turn, "basis", pages_turn_field(turn, "basis"));
    return pages_sign_run(turn, organization_edit_prepare, organization_edit_run);
}

static void text_wrong(struct pages_turn *turn, struct page_form *form, const char *name,
                       enum organization_text which)
{
    if (organization_check(which, pages_turn_field(turn, name)) != OK)
        page_form_fault(form, name,
                        pages_words_sentence(turn->arena, span_of(status_last())));
}

/* Each beside its field; what is about none of them is about how long. */
static void wrong(struct pages_turn *turn, struct page_form *form, enum status status)
{
    const struct span why = pages_words_sentence(turn->arena, span_of(status_last()));
    text_wrong(turn, form, "contact", ORGANIZATION_CONTACT);
    text_wrong(turn, form, "retention", ORGANIZATION_RETENTION);
    if (!is_months(pages_turn_field(turn, "months")))
        page_form_fault(form, "months",
                        span_format(turn->arena, W("Write a whole number from 1 to %d."),
                                    ORGANIZATION_CHECKIN_MONTHS_MAX));
    if (!pages_turn_field(turn, "basis").count)
        page_form_fault(form, "basis", WS("Choose why the law allows it."));
    if (!page_form_fault_count(form))
        page_form_fault(form, status == STATUS_WRONG_PASSPHRASE ? "passphrase" : "months",
                        why);
    turn->answer->http_status = HTTP_WRONG_FORM;
}

static enum status sent(struct pages_turn *turn, struct page_form *form)
{
    const enum status status =
        has_pages_turn_role(turn, "o")
            ? change(turn)
            : fail(STATUS_REFUSED, "only an HR owner signs for this");
    if (status == OK)
        pages_turn_done(turn, SPAN("/organization"), WN("The settings are saved."));
    else if (is_pages_sign_grave(status) || !has_pages_turn_role(turn, "o"))
        return status;
    else
        wrong(turn, form, status);
    return OK;
}

enum status pages_organization(struct pages_turn *turn)
{
    const struct organization *organization = turn->operation->office.organization;
    const struct assessment *assessment;
    const enum status status = office_assessment(&turn->operation->office, &assessment);
    if (status != OK)
        return status;
    pages_turn_begin(turn, WS("Settings"));
    page_add_text(&turn->page.head,
                  WS("What an HR owner settles for everybody who comes to a terminal."));
    if (has_pages_turn_role(turn, "o a"))
        page_way_add(turn->arena, &turn->shell.actions, PAGE_WAY_BUTTON,
                     WS("What is asked for the audit"), SPAN("/audit/asked"));
    if (has_pages_turn_role(turn, "o r"))
        page_way_add(turn->arena, &turn->shell.actions, PAGE_WAY_BUTTON,
                     WS("What is usual"), SPAN("/norms"));
    facts_add(turn, organization);
    struct page_form *form = form_new(turn, organization);
    if (has_pages_turn_role(turn, "o"))
        page_add_form(page_section(&turn->page, PAGE_BOX, "change", W("Change it")),
                      form);
    notices_add(turn, assessment, organization);
    return is_pages_turn_form(turn) ? sent(turn, form) : OK;
}
