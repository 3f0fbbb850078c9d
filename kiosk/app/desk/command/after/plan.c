/* `resonance plan`: what somebody who was offered the work is going to learn, with whom and by
 * when; changed, agreed on, shown, printed. */
#include "app/desk/command/after/plan_made.h"
#include "app/desk/command/interview/interview_open.h"

#include "app/common/pdf.h"
#include "app/desk/office/after/plan_page.h"
#include "base/clock.h"
#include "base/json/canonical.h"
#include "base/words.h"
#include "report/page/paper/page_paper.h"

#include <string.h>

enum plan_format { AS_PAGE, AS_TEXT, AS_HTML, AS_PDF, AS_JSON };

/* What is asked for, and the plan it is asked of. */
struct planning {
    struct plan_made made;
    enum plan_format format;
    bool has_history;
    struct plan_row row; /* as far as it is given; made whole with the line there is */
    bool is_change;
};

static enum status format_find(const struct options *values, enum plan_format *out_format)
{
    static const char *const names[] = {"txt", "html", "pdf"};
    const char *format = options_text(values, "format");
    *out_format = has_option(values, "json") ? AS_JSON : AS_PAGE;
    if (!format)
        return OK;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(format, names[i]) == 0) {
            *out_format = (enum plan_format)(AS_TEXT + i);
            return OK;
        }
    return fail(STATUS_USAGE, "--format is txt, html or pdf");
}

static struct span value_of(const struct options *values, const char *name)
{
    return span_trim(span_of(options_text(values, name)));
}

/* Two people, and one day for both or one for each. */
static enum status agreement_prepare(const struct operation *operation,
                                     struct plan_agreement *agreement)
{
    const struct options *values = &operation->values;
    const enum status status = operation_names(operation, "a plan", agreement->names);
    if (status != OK)
        return status;
    if (options_text_again(values, "day", PLAN_AGREE))
        return fail(STATUS_USAGE, "two people agree, each on one day");
    for (size_t i = 0; i < PLAN_AGREE; i++) {
        const char *day = options_text_again(values, "day", i);
        agreement->days[i] = day ? span_of(day) : value_of(values, "day");
    }
    return agreement->days[0].count
               ? OK
               : fail(STATUS_USAGE, "say on which day they agreed: --day 2026-12-20");
}

/* What is given of a line; what is not, is as it was (plan_made_row). */
static enum status line_prepare(const struct operation *operation,
                                struct planning *planning)
{
    const struct options *values = &operation->values;
    struct plan_line *line = &planning->row.line;
    size_t number = 0;
    enum status status = options_count(values, "line", 1, PLAN_LINES_MAX, &number);
    line->number = (int64_t)number;
    if (status == OK && has_option(values, "way"))
        status = plan_row_way(value_of(values, "way"), &line->way);
    if (status == OK && has_option(values, "state"))
        status = plan_row_state(value_of(values, "state"), &line->state);
    if (status == OK && options_text_again(values, "day", 1))
        status = fail(STATUS_USAGE, "a line has one day");
    line->what = value_of(values, "what");
    line->matter = value_of(values, "for");
    line->owner = value_of(values, "owner");
    line->day = value_of(values, "day");
    line->why = value_of(values, "why");
    if (status == OK && line->owner.count)
        status = operation_name_check(operation, line->owner);
    return status;
}

static enum status change_prepare(const struct operation *operation,
                                  struct planning *planning)
{
    const struct options *values = &operation->values;
    static const char *const line_options[] = {"way",  "what",  "for", "owner",
                                               "line", "state", "why", "day"};
    bool has_line = false;
    for (size_t i = 0; i < sizeof line_options / sizeof *line_options; i++)
        has_line = has_line || has_option(values, line_options[i]);
    planning->row.is_agreement = has_option(values, "agreed");
    planning->is_change = has_line || planning->row.is_agreement;
    if (planning->is_change && (planning->format != AS_PAGE || planning->has_history))
        return fail(STATUS_USAGE, "change the plan first, and then ask how it reads");
    if (planning->row.is_agreement) {
        const enum status status =
            options_one_of(values, "agreed way what for owner line state why");
        return status == OK ? agreement_prepare(operation, &planning->row.agreement)
                            : status;
    }
    if (has_option(values, "by"))
        return fail(STATUS_USAGE, "two people agree: --agreed --by NAME --by NAME");
    return has_line ? line_prepare(operation, planning) : OK;
}

enum status plan_prepare(struct operation *operation)
{
    struct planning *planning = arena_new(operation->arena, struct planning);
    operation->state = planning;
    planning->has_history = has_option(&operation->values, "history");
    enum status status = format_find(&operation->values, &planning->format);
    if (status == OK)
        status = change_prepare(operation, planning);
    return status == OK ? operation_wants_result_keys(operation) : status;
}

static void lines_json(struct canonical *c, const struct plan *plan)
{
    canonical_list(c, "lines");
    for (size_t i = 0; i < plan->line_count; i++) {
        const struct plan_line *line = &plan->lines[i];
        canonical_object(c, NULL);
        canonical_flag(c, "agreed", plan->is_agreed[i]);
        canonical_text(c, "day", line->day);
        canonical_text(c, "for", line->matter);
        canonical_whole(c, "number", line->number);
        canonical_text(c, "owner", line->owner);
        canonical_text(c, "state", span_of(plan_row_state_word(line->state)));
        canonical_text(c, "way", span_of(plan_row_way_word(line->way)));
        canonical_text(c, "what", line->what);
        canonical_text(c, "why", line->why);
        canonical_end(c);
    }
    canonical_end(c);
}

static enum status json_put(struct operation *operation, const struct plan_made *made)
{
    struct canonical c = canonical_begin(&operation->shown);
    const struct plan_agreement *agreed = made->plan->agreement;
    canonical_object(&c, NULL);
    canonical_list(&c, "agreed");
    for (size_t i = 0; agreed && i < PLAN_AGREE; i++) {
        canonical_object(&c, NULL);
        canonical_text(&c, "day", agreed->days[i]);
        canonical_text(&c, "name", agreed->names[i]);
        canonical_end(&c);
    }
    canonical_end(&c);
    canonical_list(&c, "asked");
    for (int way = 0; way < PLAN_WAYS; way++)
        if (made->wish.is_asked[way])
            canonical_text(&c, NULL, span_of(plan_row_way_word((enum plan_way)way)));
    canonical_end(&c);
    lines_json(&c, made->plan);
    canonical_texts(&c, "missed", made->wish.missed, made->wish.missed_count);
    canonical_text(&c, "reference", made->facts.handle);
    canonical_whole(&c, "rows", (int64_t)made->plan->row_count);
    canonical_end(&c);
    return operation_json(operation, canonical_bytes(&c));
}

/* The sheet for the talk, on which both may sign. */
static struct page sheet_make(struct operation *operation, const struct plan_made *made)
{
    struct arena *arena = &operation->shown;
    struct page page = page_init(
        arena, span_format(arena, W("Plan for %.*s"), SPAN_ARGS(made->facts.handle)),
        operation->office.organization->name);
    plan_page_lines(&page, made->plan, NULL, SPAN(""));
    plan_page_wish(&page, &made->wish, PAGE_PLAIN);
    struct page_section *section =
        page_section(&page, PAGE_PLAIN, "agree", W("Agreed by both"));
    page_add_text(section, WS("Name: ........................   Day: ............   "
                              "Signature: ........................"));
    page_add_text(section, WS("Name: ........................   Day: ............   "
                              "Signature: ........................"));
    page_add_text(section,
                  WS("It is for the talk between you, never for pay. The plan at "
                     "the desk ends with the result: shred this paper then."));
    return page;
}

static enum status paper_make(struct operation *operation, const struct page *page,
                              struct span reference, struct span *out_bytes)
{
    struct arena *arena = &operation->shown;
    const struct page_paper sheet = {
        .left = operation->office.organization->name,
        .right = span_format(arena, W("%.*s · printed %.*s"), SPAN_ARGS(reference),
                             SPAN_ARGS(clock_date(arena, clock_now().unix_ms))),
        .foot = WS("For the talk between you, never for pay.")};
    return pdf_make(arena, page_paper_html(arena, page, &sheet), out_bytes);
}

static enum status file_put(struct operation *operation, const struct planning *planning)
{
    struct arena *arena = &operation->shown;
    const struct page page = sheet_make(operation, &planning->made);
    struct span bytes;
    enum status status = OK;
    if (planning->format == AS_PDF)
        status = paper_make(operation, &page, planning->made.facts.handle, &bytes);
    else
        bytes = planning->format == AS_HTML ? page_html(arena, &page)
                                            : page_plain(arena, &page);
    return status == OK ? operation_put(operation, bytes, 0600) : status;
}

static enum status show(struct operation *operation, const struct planning *planning)
{
    const struct plan_made *made = &planning->made;
    const enum status status = operation_note_people(
        operation, planning->format == AS_PAGE ? "plan read" : "plan taken out",
        made->facts.handle, is_operation_given(operation));
    if (status != OK)
        return status;
    if (planning->format == AS_JSON)
        return json_put(operation, made);
    if (planning->format != AS_PAGE)
        return file_put(operation, planning);
    plan_page_lines(&operation->page, made->plan, NULL, SPAN(""));
    plan_page_wish(&operation->page, &made->wish, PAGE_PLAIN);
    if (planning->has_history)
        plan_page_history(&operation->page, made->plan, NULL);
    return OK;
}

enum status plan_run(struct operation *operation)
{
    struct planning *planning = operation->state;
    enum status status = plan_made_open(operation, &planning->made);
    if (status == OK && planning->is_change)
        status = plan_made_change(operation, &planning->made, &planning->row);
    if (status != OK)
        return status;
    if (!planning->is_change)
        return show(operation, planning);
    plan_page_lines(&operation->page, planning->made.plan, NULL, SPAN(""));
    return OK;
}
