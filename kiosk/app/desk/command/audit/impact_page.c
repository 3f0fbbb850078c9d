#include "app/desk/command/audit/impact_page.h"

#include "app/desk/command/audit/impact_rows.h"
#include "base/clock.h"
#include "base/json/canonical.h"
#include "base/words.h"
#include "view/chart.h"

#include <math.h>

enum { GROUP, ANSWERED, SELECTED, RATE, RANGE, RATIO, FISHER, COLUMNS };

static const struct {
    const char *title, *selected;
} stages[AUDIT_STAGES] = {
    [AUDIT_INTERVIEWED] = {WN("Who came on to an interview"), WN("Came on")},
    [AUDIT_OFFERED] = {WN("Who was offered the work"), WN("Offered")},
    [AUDIT_SCORED] = {WN("Who is above the median"), WN("Above")},
};

const char *impact_page_title(enum audit_stage stage)
{
    return W(stages[stage].title);
}

/* --- facts --- */

static enum status on_deed(void *context, const struct deed *deed)
{
    int64_t *sealed_s = context;
    if (is_span(deed->what, "sealed outcomes"))
        *sealed_s = deed->time_s;
    return OK;
}

enum status impact_page_read(struct office *office, struct impact_page_facts *facts)
{
    struct access_log log = {0};
    int64_t sealed_s = 0;
    const enum status status = access_log_read(office, on_deed, &sealed_s, &log);
    if (status != OK)
        return status;
    facts->organization = office->organization->name;
    facts->today = clock_date(&office->arena, clock_now().unix_ms);
    facts->sealed = clock_date(&office->arena, sealed_s * 1000);
    return OK;
}

void impact_page_counts(struct page *page, const struct audit_counts *counts)
{
    page_add_text(
        &page->head,
        span_format(page->arena,
                    W("People who answered: %zu. Vacancies: %zu. No group is known "
                      "of %zu: they are counted, and not compared."),
                    counts->people_count, counts->vacancy_count, counts->unknown_count));
    if (!counts->attribute_count)
        page_add_note(&page->head, WS("No groups are sealed here, so there is nothing to "
                                      "compare."));
}

/* --- one row --- */

static struct span percent(struct arena *arena, double rate)
{
    return span_format(arena, W("%.*s %%"), SPAN_ARGS(page_number(arena, 100 * rate, 1)));
}

static struct span between(struct arena *arena, double low, double high)
{
    return span_format(arena, W("between %.*s and %.*s"),
                       SPAN_ARGS(page_number(arena, low, 2)),
                       SPAN_ARGS(page_number(arena, high, 2)));
}

/* From 0 to 2, with 1, as often as the others, in the middle. */
static const struct chart *range_of(struct arena *arena, const struct impact *impact)
{
    struct chart *chart = arena_new(arena, struct chart);
    *chart = (struct chart){.kind = CHART_RANGE,
                            .low = 0,
                            .high = 2,
                            .rows = arena_new(arena, struct chart_row),
                            .row_count = 1};
    chart->rows[0] = (struct chart_row){.dot = impact->impact_ratio,
                                        .low = impact->ratio_lo,
                                        .high = fmin(impact->ratio_hi, 2),
                                        .box = NAN,
                                        .box_low = NAN,
                                        .box_high = NAN,
                                        .needed = NAN};
    return chart;
}

static void odds_remark(struct page_block *table, struct page_row *line,
                        const struct impact_row *row)
{
    struct arena *arena = table->arena;
    const struct impact *impact = &row->cell->impact;
    if (!isnan(impact->odds_ratio))
        page_remark(table, line,
                    span_format(arena,
                                W("Odds %.*s times those of the largest share, %.*s "
                                  "(exact)."),
                                SPAN_ARGS(page_number(arena, impact->odds_ratio, 2)),
                                SPAN_ARGS(between(arena, impact->or_lo, impact->or_hi))));
    if (row->has_pooled && !isnan(row->pooled.odds_ratio))
        page_remark(
            table, line,
            span_format(arena,
                        W("Within each vacancy, pooled over %zu of them "
                          "(Mantel-Haenszel): odds %.*s, %.*s, p %.*s."),
                        row->pooled.strata_count,
                        SPAN_ARGS(page_number(arena, row->pooled.odds_ratio, 2)),
                        SPAN_ARGS(between(arena, row->pooled.or_lo, row->pooled.or_hi)),
                        SPAN_ARGS(page_number(arena, row->pooled.p_cc, 3))));
}

static void compared_put(struct page_block *table, struct page_row *line,
                         const struct impact_row *row)
{
    struct arena *arena = table->arena;
    const struct impact *impact = &row->cell->impact;
    line->cells[RATIO] = page_number(arena, impact->impact_ratio, 2);
    line->cells[FISHER] = page_number(arena, impact->p_fisher, 3);
    if (isnan(impact->impact_ratio) || isnan(impact->ratio_hi)) {
        line->cells[RANGE] = WS("no range");
    } else {
        line->cells[RANGE] = between(arena, impact->ratio_lo, impact->ratio_hi);
        page_cell(table, line, RANGE)->range = range_of(arena, impact);
    }
    odds_remark(table, line, row);
}

static void hidden_put(struct page_block *table, struct page_row *line)
{
    line->cells[ANSWERED] = WS("hidden");
    page_cell(table, line, ANSWERED)->is_soft = true;
}

static void row_put(struct page_block *table, const struct impact_row *row,
                    bool has_counts)
{
    struct arena *arena = table->arena;
    const struct fairness_cell *cell = row->cell;
    struct page_row *line = page_row(table, SPAN(""));
    line->cells[GROUP] = row->group;
    if (!is_impact_row_shown(row)) {
        hidden_put(table, line);
        return;
    }
    line->cells[ANSWERED] =
        has_counts ? span_format(arena, "%zu", cell->count) : WS("not shown");
    line->cells[SELECTED] =
        has_counts ? span_format(arena, "%zu", cell->selected) : WS("not shown");
    line->cells[RATE] = percent(arena, (double)cell->selected / (double)cell->count);
    if (cell->state == FAIRNESS_REFERENCE && cell->selected) {
        line->cells[RATIO] = page_number(arena, 1, 2);
        page_remark(table, line, WS("The largest share: the others stand beside it."));
    }
    if (is_impact_row_compared(row))
        compared_put(table, line, row);
    if (*fairness_table_words(cell->state))
        page_remark(table, line, span_of(fairness_table_words(cell->state)));
    if (row->is_spare)
        page_remark(table, line,
                    WS("Under 2 % of all people: a summary may leave it out, and says "
                       "so."));
}

/* --- pages --- */

static bool is_all_hidden(const struct impact_rows *rows)
{
    for (size_t i = 0; i < rows->count; i++)
        if (is_impact_row_shown(&rows->list[i]))
            return false;
    return true;
}

static bool has_hidden(const struct impact_rows *rows)
{
    for (size_t i = 0; i < rows->count; i++)
        if (!is_impact_row_shown(&rows->list[i]))
            return true;
    return false;
}

/* The place of one table; NULL, with a sentence there, where nothing of it may be shown. */
static struct page_section *table_section(struct page *page, enum audit_stage stage,
                                          size_t index, const struct impact_rows *rows)
{
    struct page_section *section = page_section(
        page, PAGE_PLAIN,
        span_format(page->arena, "%s-%c", audit_counts_words(stage), (char)('a' + index))
            .data,
        span_format(page->arena, W("%s, by %.*s"), W(stages[stage].title),
                    SPAN_ARGS(rows->by))
            .data);
    if (!is_all_hidden(rows))
        return section;
    page_add_text(section, WS("All of these groups are hidden: they have fewer than 5 "
                              "people, or numbers that would tell theirs."));
    return NULL;
}

static void hidden_note(struct page_section *section, const struct impact_rows *rows)
{
    if (has_hidden(rows))
        page_add_note(section, WS("Hidden: fewer than 5 people, or a number that would "
                                  "tell theirs."));
}

/* Nobody was selected, so that there is no largest share. */
static bool is_stage_empty(struct page *page, const struct audit_counts *counts,
                           enum audit_stage stage)
{
    if (has_audit_counts_selected(counts, stage))
        return false;
    page_add_text(
        page_section(page, PAGE_PLAIN, audit_counts_words(stage), W(stages[stage].title)),
        WS("Nobody yet, so there is nothing to compare."));
    return true;
}

void impact_page_stage(struct page *page, const struct audit_counts *counts,
                       enum audit_stage stage)
{
    static const struct page_column_look looks[COLUMNS] = {
        [RANGE] = {.low = WN("never"), .middle = WN("as often"), .high = WN("twice")}};
    const struct page_column columns[COLUMNS] = {
        [GROUP] = {W("Group"), 0},
        [ANSWERED] = {stage == AUDIT_SCORED ? W("With a figure") : W("Answered"), 1},
        [SELECTED] = {W(stages[stage].selected), 1},
        [RATE] = {W("Share"), 1},
        [RANGE] = {W("Ratio to the largest share, as a range"), 0},
        [RATIO] = {W("Ratio"), 1},
        [FISHER] = {W("p (Fisher)"), 1}};
    struct impact_rows tables[IMPACT_ROWS_TABLES];
    const size_t count = impact_rows_make(page->arena, counts, stage, tables);
    const bool has_counts = stage != AUDIT_SCORED || !has_audit_counts_gap(counts);
    if (count && is_stage_empty(page, counts, stage))
        return;
    for (size_t i = 0; i < count; i++) {
        struct page_section *section = table_section(page, stage, i, &tables[i]);
        if (!section)
            continue;
        struct page_block *table = page_add_table(section, "", columns, COLUMNS);
        table->column_looks = looks;
        for (size_t k = 0; k < tables[i].count; k++)
            row_put(table, &tables[i].list[k], has_counts);
        hidden_note(section, &tables[i]);
    }
    if (count && !has_counts)
        page_add_note(page->last,
                      WS("Counts are not shown here: with those of who answered, one "
                         "could work out a few people without a figure."));
}

static void summary_row(struct page_block *table, const struct impact_row *row,
                        bool has_counts)
{
    struct arena *arena = table->arena;
    const struct fairness_cell *cell = row->cell;
    struct page_row *line = page_row(table, SPAN(""));
    line->cells[0] = row->group;
    if (!is_impact_row_shown(row)) {
        line->cells[1] = WS("not shown");
        line->cells[2] = WS("not shown");
        line->cells[3] = WS("not shown");
        return;
    }
    line->cells[1] =
        has_counts ? span_format(arena, "%zu", cell->count) : WS("not shown");
    line->cells[2] = percent(arena, (double)cell->selected / (double)cell->count);
    line->cells[3] = cell->state == FAIRNESS_REFERENCE && cell->selected ? SPAN("1.00")
                     : is_impact_row_compared(row)
                         ? page_number(arena, cell->impact.impact_ratio, 2)
                         : WS("not compared");
    if (row->is_spare)
        page_remark(table, line, WS("Under 2 % of all people."));
}

static void summary_tables(struct page *page, const struct audit_counts *counts,
                           enum audit_stage stage)
{
    const struct page_column columns[] = {
        {W("Group"), 0},
        {stage == AUDIT_SCORED ? W("With a figure") : W("Applicants"), 1},
        {stage == AUDIT_SCORED ? W("Scoring rate") : W("Selection rate"), 1},
        {W("Impact ratio"), 1}};
    struct impact_rows tables[IMPACT_ROWS_TABLES];
    const size_t count = impact_rows_make(page->arena, counts, stage, tables);
    const bool has_counts = stage != AUDIT_SCORED || !has_audit_counts_gap(counts);
    if (count && is_stage_empty(page, counts, stage))
        return;
    for (size_t i = 0; i < count; i++) {
        struct page_section *section = table_section(page, stage, i, &tables[i]);
        if (!section)
            continue;
        struct page_block *table = page_add_table(section, "", columns, 4);
        for (size_t k = 0; k < tables[i].count; k++)
            summary_row(table, &tables[i].list[k], has_counts);
    }
}

void impact_page_summary(struct page *page, const struct audit_counts *counts,
                         const struct impact_page_facts *facts)
{
    struct arena *arena = page->arena;
    struct page_block *block = page_add_facts(&page->head);
    page_pair(block, WS("Organization"), facts->organization);
    page_pair(block, WS("Made on"), facts->today);
    page_pair(block, WS("Outcomes as of"), facts->sealed);
    page_pair(block, WS("Audited by"),
              WS("The independent auditor writes their name here:"));
    page_pair(
        block, WS("The tool"),
        WS("Resonance: a questionnaire; its figure says how far a candidate’s answers "
           "agree with how colleagues describe the organization."));
    page_pair(block, WS("Where the data come from"),
              WS("Everybody who answered for a vacancy of this organization. Groups are "
                 "those of the organization’s own records."));
    page_pair(block, WS("People"),
              span_format(arena, W("%zu; vacancies: %zu"), counts->people_count,
                          counts->vacancy_count));
    page_pair(block, WS("Group not known"),
              span_format(arena, "%zu", counts->unknown_count));
    summary_tables(page, counts, AUDIT_INTERVIEWED);
    summary_tables(page, counts, AUDIT_OFFERED);
    summary_tables(page, counts, AUDIT_SCORED);
    struct page_section *how = page_section(page, PAGE_PLAIN, "how", W("How to read it"));
    page_add_text(how, WS("The selection rate is the share of a group that came on; the "
                          "scoring rate is the share above the median of everybody. The "
                          "impact ratio is that share beside the largest one."));
    page_add_text(how, WS("Groups of fewer than 5 people are not shown, nor what would "
                          "tell their number. Small numbers prove little in either "
                          "direction."));
}

/* --- for programs --- */

static void number_put(struct canonical *c, const char *key, double value, bool is_shown)
{
    canonical_rounded(c, key, is_shown ? value : NAN);
}

static void row_json(struct canonical *c, const struct impact_row *row, bool has_counts)
{
    const struct fairness_cell *cell = row->cell;
    const struct impact *impact = &cell->impact;
    const bool is_shown = is_impact_row_shown(row),
               is_compared = is_impact_row_compared(row);
    canonical_object(c, NULL);
    if (is_shown && has_counts)
        canonical_whole(c, "count", (int64_t)cell->count);
    else
        canonical_null(c, "count");
    number_put(c, "fisher_p", impact->p_fisher, is_compared);
    canonical_text(c, "group", row->group);
    canonical_flag(c, "is_under_2_percent", row->is_spare);
    number_put(c, "odds", impact->odds_ratio, is_compared);
    number_put(c, "odds_high", impact->or_hi, is_compared);
    number_put(c, "odds_low", impact->or_lo, is_compared);
    number_put(c, "pooled_high", row->pooled.or_hi, row->has_pooled);
    number_put(c, "pooled_low", row->pooled.or_lo, row->has_pooled);
    number_put(c, "pooled_odds", row->pooled.odds_ratio, row->has_pooled);
    number_put(c, "pooled_p", row->pooled.p_cc, row->has_pooled);
    number_put(c, "rate", (double)cell->selected / (double)cell->count, is_shown);
    number_put(c, "ratio", impact->impact_ratio, is_compared);
    number_put(c, "ratio_high", impact->ratio_hi, is_compared);
    number_put(c, "ratio_low", impact->ratio_lo, is_compared);
    if (is_shown && has_counts)
        canonical_whole(c, "selected", (int64_t)cell->selected);
    else
        canonical_null(c, "selected");
    canonical_text(c, "state", span_of(fairness_table_state(cell->state)));
    canonical_end(c);
}

static void stage_json(struct arena *arena, struct canonical *c,
                       const struct audit_counts *counts, enum audit_stage stage)
{
    struct impact_rows tables[IMPACT_ROWS_TABLES];
    const size_t count = impact_rows_make(arena, counts, stage, tables);
    const bool has_counts = stage != AUDIT_SCORED || !has_audit_counts_gap(counts);
    canonical_object(c, NULL);
    canonical_text(c, "stage", span_of(audit_counts_words(stage)));
    canonical_list(c, "tables");
    for (size_t i = 0; i < count; i++) {
        canonical_object(c, NULL);
        canonical_text(c, "by", tables[i].by);
        canonical_list(c, "rows");
        for (size_t k = 0; k < tables[i].count; k++)
            row_json(c, &tables[i].list[k], has_counts);
        canonical_end(c);
        canonical_end(c);
    }
    canonical_end(c);
    canonical_end(c);
}

struct span impact_page_json(struct arena *arena, const struct audit_counts *counts)
{
    struct canonical c = canonical_begin(arena);
    canonical_object(&c, NULL);
    canonical_whole(&c, "people", (int64_t)counts->people_count);
    canonical_list(&c, "stages");
    for (size_t stage = 0; stage < AUDIT_STAGES; stage++)
        stage_json(arena, &c, counts, (enum audit_stage)stage);
    canonical_end(&c);
    canonical_whole(&c, "unknown", (int64_t)counts->unknown_count);
    canonical_whole(&c, "vacancies", (int64_t)counts->vacancy_count);
    canonical_end(&c);
    return canonical_bytes(&c);
}
