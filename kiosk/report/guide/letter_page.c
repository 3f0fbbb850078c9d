#include "report/guide/letter_page.h"

#include "base/clock.h"
#include "base/words.h"

static void add_decision(struct page *page, const struct interview_decision *decision,
                         const struct letter_page_facts *facts)
{
    struct arena *arena = page->arena;
    struct page_section *section =
        page_section(page, PAGE_PLAIN, "decision", W("What we decided"));
    page_add_text(section,
                  facts->vacancy.count
                      ? span_format(arena,
                                    W("Thank you for your interest in this work: %.*s."),
                                    SPAN_ARGS(facts->vacancy))
                      : WS("Thank you for your interest in working with us."));
    page_add_text(section, span_of(interview_decision_sentence(decision->outcome)));
    page_add_strong(section, WS("The reason:"), decision->reason);
    page_add_text(section,
                  span_format(arena, W("%.*s decided this on %.*s."),
                              SPAN_ARGS(decision->by),
                              SPAN_ARGS(clock_date(arena, decision->time_s * 1000))));
}

static void add_program(struct page *page)
{
    struct page_section *section =
        page_section(page, PAGE_PLAIN, "program", W("What the program did"));
    page_add_text(section,
                  WS("No computer decided about you. You answered questions on a "
                     "screen. Where people here have described this place, the "
                     "program compared that with what matters to you, and chose "
                     "topics to talk about."));
    page_add_text(
        section,
        WS("A person decided. The figure of the program is not the reason: this person "
           "has confirmed it."));
}

static void add_rights(struct page *page, const struct letter_page_facts *facts)
{
    struct arena *arena = page->arena;
    struct page_section *section =
        page_section(page, PAGE_PLAIN, "rights", W("If you see it differently"));
    page_add_text(section,
                  span_format(arena,
                              W("You can ask us to explain this decision, and you can "
                                "disagree with it. Tell us what we have missed: %.*s. A "
                                "person reads it and answers you."),
                              SPAN_ARGS(facts->contact)));
    page_add_text(
        section,
        WS("You can ask for a copy of your answers and of what was made of them, "
           "also in a form that programs can read. You can ask us to correct "
           "or to erase them. You can also complain to the data protection "
           "authority. Please name your reference and your receipt."));
    if (facts->retention.count)
        page_add_text(section,
                      span_format(arena, W("How long we keep your answers: %.*s"),
                                  SPAN_ARGS(facts->retention)));
    page_add_facts(section);
    page_pair(section->last, WS("Reference"), facts->reference);
    if (facts->receipt.count)
        page_pair(section->last, WS("Receipt"), facts->receipt);
}

struct page letter_page(struct arena *arena, const struct interview_decision *decision,
                        const struct letter_page_facts *facts)
{
    struct page page = page_init(
        arena,
        span_format(arena, W("A letter from %.*s"), SPAN_ARGS(facts->organization)),
        facts->reference);
    add_decision(&page, decision, facts);
    add_program(&page);
    add_rights(&page, facts);
    return page;
}
