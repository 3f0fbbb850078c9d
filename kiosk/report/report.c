#include "report/report.h"

#include "base/clock.h"
#include "base/words.h"
#include "report/report_source.h"

enum {
    TO_RECRUITER = 1U << REPORT_RECRUITER,
    TO_INTERVIEWER = 1U << REPORT_INTERVIEWER,
    TO_BOTH = TO_RECRUITER | TO_INTERVIEWER,
};

static void add_known(struct page_block *list, const char *name, struct span value)
{
    if (value.count)
        page_pair(list, span_of(name), value);
}

static void add_head(struct page *page, const struct report_facts *facts)
{
    struct arena *arena = page->arena;
    struct page_block *list = page_add_facts(&page->head);
    add_known(list, W("Organization"), facts->organization);
    add_known(list, W("Vacancy"), facts->vacancy_title);
    page_pair(list, WS("Person"),
              facts->invite
                  ? span_format(arena, W("%.*s, card %lld"), SPAN_ARGS(facts->handle),
                                (long long)facts->invite)
                  : facts->handle);
    page_pair(list, WS("Finished"), clock_date(arena, facts->sealed_unix_ms));
    page_pair(
        list, WS("Arrival"),
        span_format(arena, W("number %lld, not a rank"), (long long)facts->arrival));
    add_known(list, W("Terminal"), facts->device_label);
}

static struct span running_line(struct arena *arena, const struct record *record,
                                struct span about)
{
    return span_format(arena, "%s · %.*s",
                       record->sitting->assessment->is_pilot
                           ? W("Pilot form, not for decisions.")
                           : W("To prepare an interview, not to replace one."),
                       SPAN_ARGS(about));
}

/* Singly, a colleague's sitting would tell who said what: not even its day is told. */
static struct page rater_page(struct arena *arena, const struct record *record,
                              const struct report_facts *facts)
{
    struct page page =
        page_init(arena, WS("A colleague’s description of the organization"),
                  running_line(arena, record, facts->organization));
    struct page_section *section =
        page_section(&page, PAGE_PLAIN, "colleague", W("Not shown singly"));
    page_add_text(section,
                  WS("A colleague described the organization here, without a name. "
                     "No report shows such answers one by one. They count together "
                     "with those of others, once at least five people have answered, "
                     "and are erased when the profile is made."));
    page_add_text(section,
                  WS("Once it is made, “resonance profile show” tells what they say "
                     "together."));
    return page;
}

static struct page candidate_page(struct arena *arena, const struct record *record,
                                  const struct report_facts *facts)
{
    struct page page = page_init(
        arena,
        span_format(arena,
                    facts->reader == REPORT_INTERVIEWER ? W("Interview with %.*s")
                                                        : W("Resonance report on %.*s"),
                    SPAN_ARGS(facts->handle)),
        running_line(arena, record,
                     span_format(arena, "%.*s%s%.*s", SPAN_ARGS(facts->handle),
                                 facts->vacancy_title.count ? " · " : "",
                                 SPAN_ARGS(facts->vacancy_title))));
    const struct report_source source =
        report_source_of(arena, record, facts, page.language);
    add_head(&page, facts);
#define REPORT_SECTION(name, readers)                                                    \
    if ((readers)&1U << facts->reader)                                                   \
        report_##name(&page, &source);
#include "report/report_section.def"
#undef REPORT_SECTION
    return page;
}

void report_build(struct arena *arena, const struct record *record,
                  const struct report_facts *facts, struct page *out_page)
{
    *out_page = record->sitting->start.role == ROLE_CANDIDATE
                    ? candidate_page(arena, record, facts)
                    : rater_page(arena, record, facts);
}

struct span report_html(struct arena *arena, const struct record *record,
                        const struct report_facts *facts)
{
    struct page page;
    report_build(arena, record, facts, &page);
    return page_html(arena, &page);
}

struct span report_text(struct arena *arena, const struct record *record,
                        const struct report_facts *facts)
{
    struct page page;
    report_build(arena, record, facts, &page);
    return page_plain(arena, &page);
}
