/* One person: at a glance, all of it, their own words, how each answer counted, and as a file. */
#include "app/desk/command/report/report_format.h"
#include "app/desk/command/report_person.h"
#include "app/desk/pages/pages_link.h"
#include "app/desk/pages/pages_people_state.h"
#include "app/desk/pages/pages_words.h"
#include "app/desk/pages/person/pages_next.h"
#include "base/clock.h"
#include "base/words.h"
#include "report/report_source.h"
#include "report/report_summary.h"

/* The one whom the route names, opened: noted before anything of them is shown, or given out as a
 * file. */
struct opened {
    const struct people_row *row;
    struct record *record;
    struct report_facts facts;
};

/* `deed` is noted; NULL: whoever calls notes what is given out. */
static enum status opened_of(struct pages_turn *turn, const char *deed,
                             struct opened *out_opened)
{
    struct operation *operation = turn->operation;
    enum status status = pages_turn_person(turn, turn->parts[0], &out_opened->row);
    if (status != OK)
        return status;
    operation->values = (struct options){
        .files = {span_text(turn->arena, out_opened->row->handle)}, .file_count = 1};
    status = report_person(operation, false, &out_opened->record, &out_opened->facts);
    if (status == OK && deed)
        status = pages_turn_note_people(turn, deed, out_opened->facts.handle, false);
    if (status == OK) {
        struct people *people;
        status = pages_turn_people(turn, &people);
        if (status == OK)
            people_mark_read(people, out_opened->facts.handle);
    }
    return status;
}

static void crumbs_add(struct pages_turn *turn, const struct opened *opened,
                       struct span here)
{
    const struct span handle = opened->facts.handle, title = opened->facts.vacancy_title;
    pages_turn_crumb(turn, WS("People"), SPAN("/people"));
    pages_turn_crumb(
        turn, title.count ? title : pages_turn_vacancy(turn, opened->row->vacancy),
        pages_link_with(turn->arena, SPAN("/people"), "vacancy", opened->row->vacancy));
    pages_turn_crumb(turn, handle,
                     here.count ? pages_link(turn->arena, "/people/*", handle)
                                : SPAN(""));
    if (here.count)
        pages_turn_crumb(turn, here, SPAN(""));
}

/* What there is of one person, each a page of its own. */
static void ways_add(struct pages_turn *turn, const struct opened *opened,
                     const char *here)
{
    static const struct {
        const char *words, *route;
    } ways[] = {
        {WN("At a glance"), "/people/*"},
        {WN("The whole report"), "/people/*/long"},
        {WN("In their own words"), "/people/*/words"},
        {WN("How each answer counted"), "/people/*/counted"},
    };
    struct page_block *row = page_add_ways(&turn->page.head);
    row->title = WS("Of this person:");
    row->medium = PAGE_ON_SCREEN;
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
        page_way_add(turn->arena, &row->ways, PAGE_WAY_LINK, WS(ways[i].words),
                     pages_link(turn->arena, ways[i].route, opened->facts.handle))
            ->is_here = span_of(here).data && is_span(span_of(here), ways[i].route);
}

static struct span about_words(struct pages_turn *turn, const struct opened *opened)
{
    const struct report_facts *facts = &opened->facts;
    const struct span day =
        pages_words_day(turn->arena, clock_date(turn->arena, facts->sealed_unix_ms));
    const struct span where =
        facts->device_label.count
            ? span_format(turn->arena, W(" at %.*s"), SPAN_ARGS(facts->device_label))
            : SPAN("");
    const struct span card = facts->invite ? span_format(turn->arena, W(" · card %lld"),
                                                         (long long)facts->invite)
                                           : SPAN("");
    return span_format(
        turn->arena, W("Number %lld to arrive, not a rank · finished %.*s%.*s%.*s"),
        (long long)facts->arrival, SPAN_ARGS(day), SPAN_ARGS(where), SPAN_ARGS(card));
}

/* The page of one person, up to what it is about. */
static enum status page_begin_of(struct pages_turn *turn, const char *route,
                                 const char *here, struct opened *out_opened)
{
    const enum status status = opened_of(turn, "opened", out_opened);
    if (status != OK)
        return status;
    pages_turn_begin(turn, out_opened->facts.handle);
    crumbs_add(turn, out_opened, span_of(here));
    page_add_text(&turn->page.head, about_words(turn, out_opened));
    pages_people_state_steps(turn, out_opened->row);
    ways_add(turn, out_opened, route);
    return OK;
}

static struct report_source source_of(struct pages_turn *turn,
                                      const struct opened *opened)
{
    return report_source_of(turn->arena, opened->record, &opened->facts,
                            turn->page.language);
}

static void files_add(struct pages_turn *turn, const struct opened *opened)
{
    static const struct {
        const char *words, *route;
    } files[] = {
        {WN("On paper (PDF)"), "/people/*/report.pdf"},
        {WN("As a page (HTML)"), "/people/*/report.html"},
        {WN("As text"), "/people/*/report.txt"},
        {WN("For programs (JSON)"), "/people/*/report.json"},
    };
    struct page_section *section =
        page_section(&turn->page, PAGE_SIDE_BOX, "files",
                     span_format(turn->arena, W("The report on %.*s as a file"),
                                 SPAN_ARGS(opened->facts.handle))
                         .data);
    section->medium = PAGE_ON_SCREEN;
    struct page_block *ways = page_add_ways(section);
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        page_way_add(turn->arena, &ways->ways, PAGE_WAY_LINK, WS(files[i].words),
                     pages_link(turn->arena, files[i].route, opened->facts.handle));
    page_way_add(turn->arena, &ways->ways, PAGE_WAY_LINK,
                 WS("A copy for the person (JSON)"),
                 pages_link_with(turn->arena,
                                 pages_link(turn->arena, "/people/*/report.json",
                                            opened->facts.handle),
                                 "for", SPAN("candidate")));
    page_add_note(section, WS("A file leaves the sealed archive. That you took it is "
                              "written to the log."));
}

/* For whoever may: that it is kept, and that it ends. */
static void end_add(struct pages_turn *turn, const struct opened *opened)
{
    if (!has_pages_turn_role(turn, "o a"))
        return;
    struct page_section *section =
        page_section(&turn->page, PAGE_SIDE_BOX, "end", W("How it ends"));
    section->medium = PAGE_ON_SCREEN;
    struct page_block *ways = page_add_ways(section);
    page_way_add(turn->arena, &ways->ways, PAGE_WAY_LINK, WS("Keep it for a duty (hold)"),
                 pages_link(turn->arena, "/people/*/hold", opened->facts.handle));
    page_way_add(turn->arena, &ways->ways, PAGE_WAY_LINK, WS("Erase it"),
                 pages_link(turn->arena, "/people/*/erase", opened->facts.handle));
}

enum status pages_person(struct pages_turn *turn)
{
    struct opened opened = {0};
    const enum status status = page_begin_of(turn, "/people/*", "", &opened);
    if (status != OK)
        return status;
    const struct report_source source = source_of(turn, &opened);
    report_summary(&turn->page, &source);
    const enum status next = pages_next_add(turn, opened.row);
    if (next != OK)
        return next;
    files_add(turn, &opened);
    end_add(turn, &opened);
    return OK;
}

/* What the report says, in the frame of the desk. */
enum status pages_person_long(struct pages_turn *turn)
{
    struct opened opened = {0};
    struct page whole;
    const enum status status =
        page_begin_of(turn, "/people/*/long", W("The whole report"), &opened);
    if (status != OK)
        return status;
    report_build(turn->arena, opened.record, &opened.facts, &whole);
    turn->page.first = whole.first;
    turn->page.last = whole.last;
    return OK;
}

enum status pages_person_words(struct pages_turn *turn)
{
    struct opened opened = {0};
    const enum status status =
        page_begin_of(turn, "/people/*/words", W("In their own words"), &opened);
    if (status != OK)
        return status;
    const struct report_source source = source_of(turn, &opened);
    report_words(&turn->page, &source);
    if (!turn->page.first)
        page_add_text(&turn->page.head, WS("This form asks for no words of one’s own."));
    return OK;
}

enum status pages_person_counted(struct pages_turn *turn)
{
    struct opened opened = {0};
    const enum status status =
        page_begin_of(turn, "/people/*/counted", W("How each answer counted"), &opened);
    if (status != OK)
        return status;
    const struct report_source source = source_of(turn, &opened);
    report_counted(&turn->page, &source);
    report_appendix(&turn->page, &source);
    return OK;
}

/* The end of the route: "report.html". */
static struct span format_of(const struct pages_turn *turn)
{
    const struct span route = turn->question->route;
    size_t at = route.count;
    while (at && route.data[at - 1] != '.')
        at--;
    return span_cut(route, at, route.count);
}

enum status pages_report(struct pages_turn *turn)
{
    struct opened opened = {0};
    struct span body;
    enum report_reader reader = REPORT_RECRUITER;
    const struct span wanted = pages_turn_field(turn, "for"), name = format_of(turn);
    if (wanted.count && !is_report_format_reader(wanted, &reader))
        return fail(STATUS_BAD_INPUT,
                    "a report is for a recruiter, an interviewer or a candidate");
    const struct report_format *format =
        report_format_for(report_format_find(name), reader);
    if (!format)
        return fail(STATUS_BAD_INPUT, "there is no such report for them");
    enum status status = opened_of(turn, NULL, &opened);
    if (status != OK)
        return status;
    opened.facts.reader = reader;
    status = report_format_write(turn->operation, turn->arena, format, opened.record,
                                 &opened.facts, &body);
    if (status != OK)
        return status;
    *turn->answer = (struct pages_answer){
        .http_status = 200,
        .type = span_of(format->type),
        .body = body,
        .download =
            span_format(turn->arena, "%.*s%s%.*s.%.*s", SPAN_ARGS(opened.facts.handle),
                        wanted.count ? "-" : "", SPAN_ARGS(wanted), SPAN_ARGS(name)),
    };
    return OK;
}
