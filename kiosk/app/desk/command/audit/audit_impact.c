/* `resonance audit impact`: who came how far, by group, as the auditor may see it; and the summary
 * that is made public. */
#include "app/desk/command/audit/impact_page.h"
#include "app/desk/command/operation.h"

#include "base/words.h"

enum { PAGE_BYTES = 16 << 20 };

enum impact_format { IMPACT_TEXT, IMPACT_HTML, IMPACT_JSON };
static const char *const formats[] = {"txt", "html", "json"};

struct asked {
    bool has_stage, is_summary;
    enum audit_stage stage;
    enum impact_format format;
};

static enum status format_take(const char *typed, enum impact_format *out_format)
{
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (is_span(span_of(typed), formats[i])) {
            *out_format = (enum impact_format)i;
            return OK;
        }
    return fail(STATUS_USAGE, "--format is txt, html or json");
}

enum status audit_impact_prepare(struct operation *operation)
{
    const struct options *values = &operation->values;
    struct asked *asked = arena_new(operation->arena, struct asked);
    operation->state = asked;
    asked->is_summary = has_option(values, "summary");
    asked->has_stage = has_option(values, "stage");
    enum status status = options_one_of(values, "summary stage");
    if (status == OK && asked->has_stage)
        status =
            audit_counts_stage(span_of(options_text(values, "stage")), &asked->stage);
    if (status == OK && has_option(values, "format"))
        status = format_take(options_text(values, "format"), &asked->format);
    if (status == OK && asked->format == IMPACT_TEXT && has_option(values, "out"))
        status = fail(STATUS_USAGE, "--out is for --format html or json");
    return status == OK ? operation_wants_result_keys(operation) : status;
}

static enum status page_make(struct operation *operation, const struct asked *asked,
                             const struct audit_counts *counts)
{
    struct page *page = &operation->page;
    struct impact_page_facts facts;
    const enum status status = impact_page_read(&operation->office, &facts);
    if (status != OK)
        return status;
    if (asked->is_summary) {
        *page = page_init(&operation->shown, WS("Summary of the bias audit"),
                          facts.organization);
        impact_page_summary(page, counts, &facts);
        return OK;
    }
    *page = page_init(&operation->shown, WS("How far people came, by group"),
                      facts.organization);
    impact_page_counts(page, counts);
    for (size_t i = 0; i < AUDIT_STAGES; i++)
        if (!asked->has_stage || asked->stage == (enum audit_stage)i)
            impact_page_stage(page, counts, (enum audit_stage)i);
    return OK;
}

enum status audit_impact_run(struct operation *operation)
{
    const struct asked *asked = operation->state;
    struct audit_counts *counts = arena_new(operation->arena, struct audit_counts);
    enum status status = operation_page_open(operation, PAGE_BYTES);
    if (status == OK)
        status = audit_counts_read(&operation->shown, &operation->office,
                                   &operation->keys, counts);
    if (status != OK)
        return status;
    operation_note(operation, "audited impact", SPAN(""));
    if (asked->format == IMPACT_JSON)
        return operation_put(
            operation,
            span_format(&operation->shown, "%.*s\n",
                        SPAN_ARGS(impact_page_json(&operation->shown, counts))),
            0600);
    status = page_make(operation, asked, counts);
    if (status != OK || asked->format == IMPACT_TEXT)
        return status;
    const struct span html = page_html(&operation->shown, &operation->page);
    operation->page = page_init(&operation->shown, SPAN(""), SPAN(""));
    return operation_put(operation, html, 0644);
}
