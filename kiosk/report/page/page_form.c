#include "report/page/page_form.h"

#include "base/must.h"

#include <string.h>

struct page_form *page_form_new(struct arena *arena, struct span address,
                                struct span token, struct span submit)
{
    struct page_form *form = arena_new(arena, struct page_form);
    *form = (struct page_form){.arena = arena,
                               .is_get = !token.count,
                               .address = address,
                               .token = token,
                               .submit = submit};
    return form;
}

bool is_page_form_secret(struct span name)
{
    static const char *const names[] = {"passphrase", "again", "pin"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (is_span(name, names[i]))
            return true;
    return false;
}

struct page_field *page_form_field(struct page_form *form, enum page_field_kind kind,
                                   const char *name, struct span label)
{
    must(kind != PAGE_FIELD_SECRET || is_page_form_secret(span_of(name)));
    struct page_field *field = arena_new(form->arena, struct page_field);
    *field = (struct page_field){
        .arena = form->arena, .kind = kind, .name = name, .label = label};
    if (form->last)
        form->last->next = field;
    else
        form->first = field;
    form->last = field;
    return field;
}

struct page_choice *page_form_choice(struct page_field *field, struct span value,
                                     struct span words)
{
    struct page_choice *choice = arena_new(field->arena, struct page_choice);
    *choice = (struct page_choice){.value = value, .words = words};
    if (field->last)
        field->last->next = choice;
    else
        field->first = choice;
    field->last = choice;
    return choice;
}

void page_form_fault(struct page_form *form, const char *name, struct span fault)
{
    struct page_field *field = form->first;
    while (field && strcmp(field->name, name) != 0)
        field = field->next;
    must(field);
    if (!field->fault.count)
        field->fault = fault;
}

size_t page_form_fault_count(const struct page_form *form)
{
    size_t count = 0;
    for (const struct page_field *field = form->first; field; field = field->next)
        count += field->fault.count != 0;
    return count;
}
