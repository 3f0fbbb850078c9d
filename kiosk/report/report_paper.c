/* A report on paper: one sheet that carries the talk, without a name, and behind it all the
 * rest. */
#include "report/report.h"

#include "base/clock.h"
#include "base/words.h"
#include "profile/profile_topics.h"
#include "profile/wording.h"
#include "report/page/paper/page_paper.h"
#include "report/report_summary.h"
#include "report/report_summary_side.h"

static void add_arrival(struct page *page, const struct report_source *source)
{
    const struct report_facts *facts = source->facts;
    const struct span card = facts->invite ? span_format(page->arena, W(" · card %lld"),
                                                         (long long)facts->invite)
                                           : SPAN("");
    const struct span day = clock_date(page->arena, facts->sealed_unix_ms);
    page_add_text(&page->head,
                  span_format(page->arena,
                              W("Number %lld to arrive, not a rank · finished %.*s%.*s · "
                                "name not printed"),
                              (long long)facts->arrival, SPAN_ARGS(day),
                              SPAN_ARGS(card)));
}

static struct span work_words(const struct report_source *source,
                              const struct driver_score *score)
{
    return span_format(source->arena, W("%s (they %.*s, we %.*s)"),
                       wording_gap(source->card, score, source->basis),
                       SPAN_ARGS(report_source_number(source, score->score)),
                       SPAN_ARGS(report_source_number(source, score->organization)));
}

/* The sure ones in words; the drawing of all is in the report behind it. */
static void add_work(struct page *page, const struct report_source *source)
{
    const struct scorecard *card = source->card;
    const struct profile_row *rows = source->rows.rows + source->rows.dimension_count;
    size_t sure = 0;
    if (!card->driver_count || card->quality.are_drivers_withheld)
        return;
    struct page_section *section =
        page_section(page, PAGE_SIDE, "work-words", W("How they like to work"));
    struct page_block *list = page_add_list(section);
    for (size_t i = 0; i < card->driver_count; i++) {
        if (!rows[i].is_sure)
            continue;
        page_pair(list, rows[i].name, work_words(source, &card->drivers[i]));
        sure++;
    }
    page_add_text(section, sure == 0 ? WS("One session cannot tell of any of them.")
                                     : WS("Of the others one session cannot tell."));
}

/* Each with two lines to write on: the rows of a table are ruled. */
static void add_talk(struct page *page, const struct report_source *source)
{
    static const struct page_column columns[] = {{0}, {0}};
    size_t count = 0;
    const struct interview_topic *topics =
        profile_topics_choose(source->arena, &source->rows, &count);
    struct page_section *section =
        page_section(page, PAGE_SIDE, "talk", W("To talk about"));
    if (!count) {
        page_add_text(section, WS("No topic stands out."));
        return;
    }
    struct page_block *table = page_add_table(section, "", columns, 2);
    for (size_t i = 0; i < count; i++) {
        struct page_row *row = page_row(table, SPAN(""));
        row->cells[0] = topics[i].name;
        page_remark(table, row, SPAN("\u00a0"));
    }
}

static void add_summary(struct page *page, const struct report_source *source)
{
    add_arrival(page, source);
    report_summary_beside(page, source, true);
    report_summary_matters(page, source);
    page->last->look = page->last == page->first ? PAGE_BOX : PAGE_PLAIN;
    report_summary_side(page, source, true);
    page_section(page, PAGE_PLAIN, "between", "");
    add_work(page, source);
    add_talk(page, source);
    struct page_section *trust =
        page_section(page, PAGE_SIDE, "trust", W("Can this session be relied on?"));
    report_summary_side_trust(trust, source);
    page_add_strong(trust, WS("What these figures may do:"), report_summary_side_may());
}

/* The whole report begins a sheet of its own; its parts follow each other, so that none ends on a
 * sheet that is half empty. */
static void add_whole(struct page *page, const struct page *whole)
{
    for (struct page_section *section = whole->first; section; section = section->next)
        if (section->look == PAGE_SHEET)
            section->look = PAGE_PLAIN;
    if (!whole->first)
        return;
    whole->first->look = PAGE_SHEET;
    if (page->last)
        page->last->next = whole->first;
    else
        page->first = whole->first;
    page->last = whole->last;
}

static struct page_paper sheet_of(struct arena *arena, const struct record *record,
                                  const struct report_facts *facts)
{
    const bool is_interviewer = facts->reader == REPORT_INTERVIEWER;
    return (struct page_paper){
        .left = span_format(arena, "%.*s%s%.*s", SPAN_ARGS(facts->organization),
                            facts->vacancy_title.count ? " · " : "",
                            SPAN_ARGS(facts->vacancy_title)),
        .right = span_format(
            arena, W("%s · %.*s · copy %lld · printed %.*s"),
            is_interviewer ? W("For the interviewer") : W("For the recruiter"),
            SPAN_ARGS(facts->handle), (long long)facts->copy, SPAN_ARGS(facts->printed)),
        .pilot = record->sitting->assessment->is_pilot
                     ? WS("Pilot form, not for decisions")
                     : SPAN(""),
        .foot =
            WS("To prepare an interview, not to replace one. This paper ends with the "
               "record: shred it then."),
    };
}

struct span report_paper(struct arena *arena, const struct record *record,
                         const struct report_facts *facts)
{
    const struct page_paper sheet = sheet_of(arena, record, facts);
    struct page whole;
    report_build(arena, record, facts, &whole);
    if (facts->reader == REPORT_INTERVIEWER ||
        record->sitting->start.role != ROLE_CANDIDATE)
        return page_paper_html(arena, &whole, &sheet);
    struct page page = page_init(arena, facts->handle, whole.running);
    const struct report_source source =
        report_source_of(arena, record, facts, page.language);
    add_summary(&page, &source);
    add_whole(&page, &whole);
    return page_paper_html(arena, &page, &sheet);
}
