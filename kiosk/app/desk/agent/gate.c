#include "app/desk/agent/gate.h"

#include "app/desk/pages/pages_asset.h"
#include "base/words.h"
#include "report/page/html/page_shell.h"

/* One person works here more often than not; then nothing is to be chosen. Returns whether it is
 * known whose key it is. */
static bool ask_whose(struct page_section *head, struct page_form *form,
                      const struct gate *gate)
{
    const bool is_one = gate->key_count == 1;
    struct page_field *const field = page_form_field(
        form, is_one ? PAGE_FIELD_HIDDEN : PAGE_FIELD_ONE_OF, "person", WS("Whose key"));
    if (is_one) {
        field->value = gate->keys[0];
        page_pair(page_add_facts(head), WS("Key"), gate->keys[0]);
        return true;
    }
    bool is_known = false;
    for (size_t i = 0; i < gate->key_count; i++) {
        struct page_choice *const choice =
            page_form_choice(field, gate->keys[i], gate->keys[i]);
        choice->is_chosen = is_span_equal(gate->keys[i], gate->key_chosen);
        is_known = is_known || choice->is_chosen;
    }
    return is_known;
}

static void add_form(struct page_section *head, const struct gate *gate)
{
    struct page_form *const form =
        page_form_new(head->arena, gate->action, gate->token, gate->button);
    for (size_t i = 0; i < gate->hidden.count; i++)
        page_form_field(form, PAGE_FIELD_HIDDEN,
                        span_text(head->arena, gate->hidden.fields[i].name), SPAN(""))
            ->value = gate->hidden.fields[i].value;
    if (gate->key_count) {
        const bool is_known = ask_whose(head, form, gate);
        page_form_field(form, PAGE_FIELD_SECRET, "passphrase", WS("Passphrase"))->most =
            GATE_PASSPHRASE_CHARACTERS_MAX;
        if (gate->fault.count)
            page_form_fault(form, is_known ? "passphrase" : "person", gate->fault);
    }
    page_add_form(head, form);
}

struct span gate_html(struct arena *arena, const struct page *page,
                      struct span organization)
{
    const struct page_shell shell = {
        .rules = pages_asset_address("desk.css"),
        .mark = pages_asset_address("mark.svg"),
        .organization = organization,
    };
    return page_shell_html(arena, page, &shell);
}

struct span gate_page(struct arena *arena, const struct gate *gate)
{
    struct page page = page_init(arena, gate->title, SPAN(""));
    if (gate->fault.count && !gate->key_count)
        page_add_notice(&page.head, PAGE_WRONG, gate->fault, SPAN(""));
    for (size_t i = 0; i < gate->sentence_count; i++) {
        if (gate->is_status || gate->is_done)
            page_add_notice(&page.head, gate->is_done ? PAGE_GOOD : PAGE_CARE,
                            gate->sentences[i], SPAN(""));
        else
            page_add_text(&page.head, gate->sentences[i]);
    }
    if (gate->shown.count) {
        struct page_block *const facts = page_add_facts(&page.head);
        for (size_t i = 0; i < gate->shown.count; i++)
            page_pair(facts, gate->shown.fields[i].name, gate->shown.fields[i].value);
    }
    if (gate->action.count)
        add_form(&page.head, gate);
    if (gate->link.count)
        page_way_add(arena, &page_add_ways(&page.head)->ways, PAGE_WAY_BUTTON,
                     gate->link_words, gate->link);
    return gate_html(arena, &page, gate->organization);
}
