/* `resonance organization show|edit|sign`: what people read of the organization, its changes, and
 * the signature for what was changed by hand. */
#include "app/desk/command/operation.h"

#include "app/desk/office/trust/signed_settings.h"
#include "base/json/canonical.h"

static enum status show_json(const struct operation *operation,
                             const struct organization *organization)
{
    struct canonical c = canonical_begin(operation->arena);
    canonical_object(&c, NULL);
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

enum status organization_edit_prepare(struct operation *operation)
{
    const bool is_retention = has_option(&operation->values, "retention");
    struct organization *organization = operation->office.organization;
    if (!is_retention && !has_option(&operation->values, "contact"))
        return fail(STATUS_USAGE, "say what to change: --contact or --retention");
    enum status status =
        text_take(operation, "contact", ORGANIZATION_CONTACT, &organization->contact);
    if (status == OK)
        status = text_take(operation, "retention", ORGANIZATION_RETENTION,
                           &organization->retention);
    operation->wants.signing_key = true;
    return status;
}

enum status organization_edit_run(struct operation *operation)
{
    const enum status status = signed_settings_change(
        &operation->office, operation->signing_key.bytes, "organization.json",
        organization_write(operation->arena, operation->office.organization));
    if (status != OK)
        return status;
    operation_note(operation, "edited", SPAN("organization"));
    operation_say(operation, "Changed. Terminals take it with their next configuration: "
                             "'resonance enrol'.");
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
