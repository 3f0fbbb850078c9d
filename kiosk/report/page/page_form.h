/* page_form: what a page asks: fields with their labels, what was typed, and what is wrong with
 * it. A form is filled by hand and read again by whoever answers it, so nothing is checked here. */
#ifndef REPORT_PAGE_PAGE_FORM_H
#define REPORT_PAGE_PAGE_FORM_H

#include "base/arena.h"
#include "base/span.h"
#include "report/page/page_way.h"

#include <stdbool.h>
#include <stddef.h>

enum page_field_kind {
    PAGE_FIELD_TEXT,   /* one line */
    PAGE_FIELD_LONG,   /* several */
    PAGE_FIELD_SECRET, /* a passphrase; what was typed never comes back */
    PAGE_FIELD_NUMBER,
    PAGE_FIELD_DAY,     /* "2026-11-23" */
    PAGE_FIELD_ONE_OF,  /* choices, of which one is taken */
    PAGE_FIELD_SOME_OF, /* choices, of which any are taken */
    PAGE_FIELD_HIDDEN,
};

struct page_choice {
    struct span value, words, hint;
    bool is_chosen;
    struct page_choice *next;
};

struct page_field {
    struct arena *arena;
    enum page_field_kind kind;
    const char *name; /* of a-z, 0-9, "-", "_" and "." */
    struct span label, hint;
    struct span value; /* as typed */
    struct span fault; /* a sentence; empty: nothing is wrong */
    size_t most;       /* characters; 0: no limit is told */
    bool is_new;       /* of a secret: one that is chosen now */
    bool is_scale;     /* of choices: they stand side by side where there is room */
    struct page_choice *first, *last;
    struct page_field *next;
};

struct page_form {
    struct arena *arena;
    bool is_get;         /* it asks for a page; else it does something */
    struct span address; /* one of our own routes */
    struct span token;   /* of the visit; empty for one that only asks */
    struct span submit;  /* the words of its button */
    struct span closed; /* what must be done before the button opens; empty: it is open */
    struct span after;  /* a sentence below the button */
    bool is_second;     /* another button of the page is the main one */
    struct page_ways ways; /* beside the button */
    struct page_field *first, *last;
};

/* page_form_new(arena, address, token, submit): an empty form that does something; without a token
 * (an empty one) it only asks for a page. */
struct page_form *page_form_new(struct arena *arena, struct span address,
                                struct span token, struct span submit);

/* is_page_form_secret(name): whether a field of this name holds what must not be shown or kept:
 * each PAGE_FIELD_SECRET does. */
bool is_page_form_secret(struct span name);

/* page_form_field(form, kind, name, label): a further field, to be filled; a PAGE_FIELD_SECRET has
 * a name that is_page_form_secret knows.
 * page_form_choice(field, value, words): a further choice of it. */
struct page_field *page_form_field(struct page_form *form, enum page_field_kind kind,
                                   const char *name, struct span label);
struct page_choice *page_form_choice(struct page_field *field, struct span value,
                                     struct span words);

/* page_form_fault(form, name, fault): says `fault` of the field `name`, unless something is said of
 * it already. page_form_fault_count(form): of how many fields something is wrong. */
void page_form_fault(struct page_form *form, const char *name, struct span fault);
size_t page_form_fault_count(const struct page_form *form);

#endif
