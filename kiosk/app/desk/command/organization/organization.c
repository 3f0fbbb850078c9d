/* `resonance organization show|edit|sign`: what people read of the organization, its changes, and
 * the signature for what was changed by hand. */
#include "app/desk/command/operation.h"

#include "app/desk/office/after/checkin.h"
#include "app/desk/office/trust/signed_settings.h"
#include "base/json/canonical.h"

static enum status show_json(const struct operation *operation,
                             const struct organization *organization)
{
    struct canonical c = canonical_begin(operation->arena);
    canonical_object(&c, NULL);
    canonical_whole(&c, "checkin_months", organization->checkin_months);
    canonical_text(&c, "contact", organization->contact);
    canonical_text(&c, "customer", organization->customer);
    canonical_text(&c, "customers", organization->customers);
    canonical_text(&c, "language", organization->language);
    canonical_text(&c, "legal_basis",
                   span_of(legal_basis_words[organization->legal_basis]));
    canonical_text(&c, "name", organization->name);
    canonical_text(&c, "retention", organization->retention);
    canonical_end(&c);
    return operation_json(operation, canonical_bytes(&c));
}

enum status organization_show_run(struct operation *operation)
{
    const struct organization *organization = operation->office.organization;
    if (has_option(&operation->values, "json"))
        return show_json(operation, organization);
    struct page_block *facts = page_add_facts(&operation->page.head);
    page_pair(facts, SPAN("Name:"), organization->name);
    page_pair(facts, SPAN("Contact:"), organization->contact);
    page_pair(facts, SPAN("Retention:"), organization->retention);
    page_pair(facts, SPAN("Check-ins:"),
              checkin_keep_words(operation->arena, organization->checkin_months));
    if (organization->customer.count)
        page_pair(facts, SPAN("Customers:"),
                  span_format(operation->arena, "%.*s, %.*s",
                              SPAN_ARGS(organization->customer),
                              SPAN_ARGS(organization->customers)));
    page_pair(facts, SPAN("Legal basis:"),
              span_of(legal_basis_words[organization->legal_basis]));
    page_pair(facts, SPAN("Language:"), organization->language);
    return OK;
}

/* The value `name`, when it is given and can be used. */
static enum status text_take(const struct operation *operation, const char *name,
                             enum organization_text which, struct span *out_text)
{
    const char *text = options_text(&operation->values, name);
    const enum status status = text ? organization_check(which, span_of(text)) : OK;
    if (text && status == OK)
        *out_text = span_trim(span_of(text));
    return status;
}

/* What was promised to candidates stays promised. */
static enum status say_kept(struct operation *operation)
{
    struct span *ids;
    size_t count;
    const enum status status = office_open_vacancies(&operation->office, &ids, &count);
    if (status == OK && count)
        operation_say(operation,
                      "Open vacancies keep the sentence that their candidates have read: "
                      "%.*s.",
                      SPAN_ARGS(span_join(operation->arena, ids, count, ", ")));
    return status;
}

static enum status basis_take(struct operation *operation, enum legal_basis *out_basis)
{
    const char *word = options_text(&operation->values, "basis");
    const struct assessment *assessment;
    enum legal_basis basis;
    if (!word)
        return OK;
    if (!legal_basis_find(span_of(word), &basis))
        return fail(STATUS_USAGE, "--basis is consent, steps or public");
    enum status status = office_assessment(&operation->office, &assessment);
    if (status == OK)
        status = legal_basis_check(operation->arena, assessment, basis);
    if (status == OK)
        *out_basis = basis;
    return status;
}

static bool has_checkin_card(const struct invitations *invitations)
{
    for (size_t i = 0; i < invitations->invite_count; i++)
        if (invitations->invites[i].role == ROLE_NEWCOMER)
            return true;
    return false;
}

/* Whoever has read how long it is kept was promised that time at most. */
static enum status months_take(struct operation *operation, int64_t *months)
{
    struct invitations *invitations;
    size_t given = (size_t)*months;
    enum status status = options_count(&operation->values, "checkin-months", 1,
                                       ORGANIZATION_CHECKIN_MONTHS_MAX, &given);
    if (status == OK)
        status = office_invitations(&operation->office, &invitations);
    if (status != OK)
        return status;
    if ((int64_t)given > *months && has_checkin_card(invitations))
        return fail(STATUS_REFUSED,
                    "cards for check-ins were made, and people read there that it is "
                    "kept for %lld months: that can become shorter, not longer",
                    (long long)*months);
    *months = (int64_t)given;
    return OK;
}

enum status organization_edit_prepare(struct operation *operation)
{
    const struct options *values = &operation->values;
    /* A copy: what is refused leaves what is read elsewhere as it is. */
    struct organization *organization = arena_new(operation->arena, struct organization);
    *organization = *operation->office.organization;
    if (!has_option(values, "contact") && !has_option(values, "retention") &&
        !has_option(values, "basis") && !has_option(values, "checkin-months"))
        return fail(STATUS_USAGE, "say what to change: --contact, --retention, --basis "
                                  "or --checkin-months");
    enum status status =
        text_take(operation, "contact", ORGANIZATION_CONTACT, &organization->contact);
    if (status == OK)
        status = text_take(operation, "retention", ORGANIZATION_RETENTION,
                           &organization->retention);
    if (status == OK)
        status = basis_take(operation, &organization->legal_basis);
    if (status == OK)
        status = months_take(operation, &organization->checkin_months);
    operation->state = organization;
    operation->wants.signing_key = true;
    return status;
}

enum status organization_edit_run(struct operation *operation)
{
    struct organization *organization = operation->state;
    const enum status status = signed_settings_change(
        &operation->office, operation->signing_key.bytes, "organization.json",
        organization_write(operation->arena, organization));
    const bool is_other_basis =
        organization->legal_basis != operation->office.organization->legal_basis;
    if (status != OK)
        return status;
    operation->office.organization = organization;
    operation_note(operation, "edited", SPAN("organization"));
    operation_say(operation, "Changed. Terminals take it with their next configuration: "
                             "'resonance enrol'.");
    if (is_other_basis)
        operation_say(operation, "For what was answered before, the legal basis holds "
                                 "that people read then.");
    return has_option(&operation->values, "retention") ? say_kept(operation) : OK;
}

enum status organization_sign_prepare(struct operation *operation)
{
    const struct roll *roll;
    struct span *lines;
    size_t count;
    enum status status = roll_need(&operation->office, &roll);
    if (status == OK)
        status = signed_settings_news(&operation->office, &lines, &count);
    if (status != OK)
        return status;
    if (!count)
        return fail(STATUS_EXISTS, "everything that is settled here is signed for "
                                   "already; nothing was changed since");
    operation_say(operation, "Not signed for yet:");
    for (size_t i = 0; i < count; i++)
        operation_say(operation, "%.*s.", SPAN_ARGS(lines[i]));
    operation->wants.signing_key = true;
    if (!has_option(&operation->values, "yes")) {
        operation->wants.question = "Did you, or somebody you have asked, change that?";
        operation->wants.answer_by = "--yes";
    }
    return organization_show_run(operation);
}

enum status organization_sign_run(struct operation *operation)
{
    const enum status status =
        signed_settings_sign(&operation->office, operation->signing_key.bytes);
    if (status != OK)
        return status;
    operation_note(operation, "signed for", SPAN("settings"));
    operation_say(operation, "Signed for. Terminals take it with their next "
                             "configuration: 'resonance enrol'.");
    return OK;
}
