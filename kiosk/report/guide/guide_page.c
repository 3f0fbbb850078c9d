#include "report/guide/guide_page.h"

#include "base/words.h"

/* "3. A promise kept." */
static struct span numbered(struct page_section *section,
                            const struct interview_guide *guide, size_t index)
{
    return span_format(section->arena, "%zu. %.*s.", index + 1,
                       SPAN_ARGS(guide->asked[index].title));
}

static void add_question(struct page_section *section,
                         const struct interview_guide *guide, size_t index)
{
    const struct interview_asked *asked = &guide->asked[index];
    const struct page_column columns[] = {{WN("1: the opposite was shown"), 0},
                                          {WN("3: some evidence"), 0},
                                          {WN("5: strong evidence"), 0}};
    page_add_strong(section, numbered(section, guide, index), asked->question);
    struct page_block *probes = page_add_list(section);
    for (size_t i = 0; i < INTERVIEW_PROBES; i++)
        page_pair(probes, SPAN(""), asked->probes[i]);
    struct page_block *table = page_add_table(section, "", columns, INTERVIEW_ANCHORS);
    struct page_row *row = page_row(table, SPAN(""));
    for (size_t i = 0; i < INTERVIEW_ANCHORS; i++)
        row->cells[i] = asked->anchors[i];
}

static void add_rating(struct page *page)
{
    struct page_section *section =
        page_section(page, PAGE_PLAIN, "rating", W("How to ask and to rate"));
    page_add_text(section, WS("Ask each question in these words. Use the further "
                              "questions below it when an answer stays general."));
    page_add_text(section, WS("Note what the person says and did, not what you think of "
                              "it. Rate each answer alone, from 1 to 5, before you talk "
                              "with the others; 2 and 4 lie between."));
    page_add_text(section, WS("1 means that the opposite was shown. If you did not ask, "
                              "or heard nothing that fits, write “no evidence”: that is "
                              "not a 1, and it does not count."));
}

static void add_core(struct page *page, const struct interview_guide *guide)
{
    struct page_section *section = NULL;
    for (size_t i = 0; i < guide->count; i++) {
        if (guide->asked[i].topic.count)
            continue;
        if (!section)
            section =
                page_section(page, PAGE_PLAIN, "core", W("Questions for everybody"));
        add_question(section, guide, i);
    }
}

static void add_topic(struct page_section *section, const struct interview_guide *guide,
                      size_t index)
{
    const struct interview_asked *asked = &guide->asked[index];
    page_add_strong(
        section, span_format(section->arena, "%.*s.", SPAN_ARGS(asked->topic)),
        asked->cause.count ? span_format(section->arena, W("What it is about: %.*s"),
                                         SPAN_ARGS(asked->cause))
                           : SPAN(""));
    add_question(section, guide, index);
}

static void add_without(struct page_section *section, const struct interview_guide *guide)
{
    for (size_t i = 0; i < guide->without_count; i++)
        page_add_text(section,
                      span_format(section->arena,
                                  W("The questions hold none about this topic: %.*s."),
                                  SPAN_ARGS(guide->without[i])));
}

static void add_topics(struct page *page, const struct interview_guide *guide)
{
    struct page_section *section =
        page_section(page, PAGE_PLAIN, "topics", W("Topics to talk about"));
    bool is_any = guide->without_count > 0;
    for (size_t i = 0; i < guide->count; i++)
        is_any |= guide->asked[i].topic.count > 0;
    if (!is_any) {
        page_add_text(section, WS("No topic stands out. Ask the questions that you ask "
                                  "everybody."));
        return;
    }
    page_add_text(
        section,
        WS("Ask about these as well as the questions that you ask everybody. "
           "The program has chosen them from the person’s answers, by how much "
           "they count here and how surely the person and the organization "
           "differ; one may matter to both. They are in the order of the form. "
           "Who wants more of it is not said, so that the question stays open."));
    for (size_t i = 0; i < guide->count; i++)
        if (guide->asked[i].topic.count)
            add_topic(section, guide, i);
    add_without(section, guide);
}

void guide_page_add(struct page *page, const struct interview_guide *guide)
{
    add_rating(page);
    add_core(page, guide);
    add_topics(page, guide);
}

static void add_sheet(struct page *page, const struct interview_guide *guide)
{
    static const char line[] = "________________________________________________________"
                               "____________________";
    struct page_section *section =
        page_section(page, PAGE_SHEET, "sheet", W("Rating sheet"));
    page_add_facts(section);
    page_pair(section->last, WS("Interviewer"), SPAN("______________________________"));
    page_pair(section->last, WS("Day"), SPAN("______________________________"));
    page_add_text(section, WS("For each question mark one rating and write down what "
                              "they said or did. Enter the sheet at the desk before you "
                              "talk with the others, and then tear it up."));
    for (size_t i = 0; i < guide->count; i++) {
        page_add_strong(section, numbered(section, guide, i),
                        WS("[ ] 1   [ ] 2   [ ] 3   [ ] 4   [ ] 5   [ ] no evidence"));
        page_add_exact(section, SPAN(""),
                       span_format(section->arena, "%s\n\n%s\n\n%s", line, line, line));
    }
}

struct page guide_page(struct arena *arena, const struct interview_guide *guide)
{
    struct page page = page_init(
        arena, span_format(arena, W("Interview with %.*s"), SPAN_ARGS(guide->reference)),
        span_format(arena, "%s · %.*s%s%.*s",
                    guide->is_pilot ? W("Pilot form, not for decisions.")
                                    : W("To prepare an interview, not to replace one."),
                    SPAN_ARGS(guide->reference), guide->vacancy.count ? " · " : "",
                    SPAN_ARGS(guide->vacancy)));
    struct page_block *facts = page_add_facts(&page.head);
    if (guide->organization.count)
        page_pair(facts, WS("Organization"), guide->organization);
    if (guide->vacancy.count)
        page_pair(facts, WS("Vacancy"), guide->vacancy);
    page_pair(facts, WS("Person"), guide->reference);
    page_pair(facts, WS("Questions"), guide->bank);
    guide_page_add(&page, guide);
    add_sheet(&page, guide);
    return page;
}
