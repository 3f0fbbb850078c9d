#include "app/desk/agent/new_passphrase.h"

#include "app/desk/agent/gate.h"
#include "base/words.h"
#include "seal/keyfile.h"
#include "seal/suggest.h"

enum { SUGGESTED_WORDS = 6 };

void new_passphrase_suggest(struct page_section *section)
{
    page_add_exact(section, WS("A passphrase of six plain words, if you want one:"),
                   suggest_words(section->arena, SUGGESTED_WORDS));
}

static struct page_field *field_add(struct page_form *form, const char *name,
                                    struct span label)
{
    struct page_field *field = page_form_field(form, PAGE_FIELD_SECRET, name, label);
    field->is_new = true;
    field->most = GATE_PASSPHRASE_CHARACTERS_MAX;
    return field;
}

void new_passphrase_fields(struct page_form *form, struct span hint)
{
    field_add(form, "passphrase", WS("Your passphrase"))->hint = hint;
    field_add(form, "again", WS("The same passphrase again"));
}

const char *new_passphrase_fault(struct span typed, struct span again,
                                 const char **out_where)
{
    *out_where = "passphrase";
    if (!is_keyfile_passphrase(typed))
        return WN("Choose one of at least 14 characters.");
    *out_where = "again";
    return is_span_equal(typed, again) ? NULL : WN("The two differ. Type both again.");
}
