#include "app/desk/pages/vacancy/pages_keeping.h"

#include "base/words.h"

#include <string.h>

enum { DAYS_DIGITS = 6 };

/* Of a sentence in other words nobody but its reader knows how many days it means. */
static struct span days_now(struct pages_turn *turn, const struct vacancy *vacancy)
{
    static const char promise[] = "six months";
    if (vacancy->keep_days)
        return span_format(turn->arena, "%lld", (long long)vacancy->keep_days);
    return vacancy->retention.count &&
                   memmem(vacancy->retention.data, vacancy->retention.count, promise,
                          sizeof promise - 1)
               ? SPAN("180")
               : SPAN("");
}

void pages_keeping_promise(struct page_section *section, const struct vacancy *vacancy)
{
    page_add_quote(section,
                   WS("Candidates read this, and it must not promise less time:"),
                   vacancy->retention, SPAN(""));
}

void pages_keeping_field(struct pages_turn *turn, const struct vacancy *vacancy,
                         struct page_form *form)
{
    struct page_field *days = page_form_field(form, PAGE_FIELD_NUMBER, "days",
                                              WS("For how many days results are kept"));
    days->most = DAYS_DIGITS;
    days->value = is_pages_turn_form(turn) ? pages_turn_field(turn, "days")
                                           : days_now(turn, vacancy);
    days->hint = WS("From the day of the decision, or from the day of the answers where "
                    "nothing was decided.");
}

void pages_keeping_fault(struct page_form *form)
{
    page_form_fault(form, "days",
                    span_format(form->arena, W("Write a whole number from 1 to %d."),
                                VACANCY_KEEP_DAYS_MAX));
}
