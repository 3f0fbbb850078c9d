#include "app/desk/command/audit/impact_said.h"

#include "app/desk/command/audit/impact_rows.h"
#include "base/json/canonical.h"
#include "base/words.h"

static void row_put(struct page_block *table, const struct impact_row *row)
{
    struct page_row *line = page_row(table, SPAN(""));
    line->cells[0] = row->group;
    if (is_impact_row_shown(row)) {
        line->cells[1] = span_format(table->arena, "%zu", row->cell->count);
        return;
    }
    line->cells[1] = WS("hidden");
    page_cell(table, line, 1)->is_soft = true;
}

static void table_add(struct page *page, size_t index, const struct impact_rows *rows)
{
    static const struct page_column columns[] = {{WN("Group"), 0}, {WN("People"), 1}};
    bool is_hidden = false;
    struct page_section *section = page_section(
        page, PAGE_PLAIN, span_format(page->arena, "said-%c", (char)('a' + index)).data,
        span_format(page->arena, W("What people said at the terminals, by %.*s"),
                    SPAN_ARGS(rows->by))
            .data);
    struct page_block *table = page_add_table(section, "", columns, 2);
    for (size_t i = 0; i < rows->count; i++) {
        row_put(table, &rows->list[i]);
        is_hidden |= !is_impact_row_shown(&rows->list[i]);
    }
    if (is_hidden)
        page_add_note(section, WS("Hidden: fewer than 5 people, or a number that would "
                                  "tell theirs."));
}

static void closed_note(struct page_section *section, const struct audit_said *said)
{
    if (said->closed_count)
        page_add_note(
            section, span_format(section->arena,
                                 W("%zu more came that your key does not open: they were "
                                   "sealed before you became an auditor."),
                                 said->closed_count));
    if (said->other_count)
        page_add_note(section, span_format(section->arena,
                                           W("%zu more answered other questions, which "
                                             "are not asked any more."),
                                           said->other_count));
}

void impact_said_page(struct page *page, const struct audit_said *said)
{
    struct impact_rows tables[IMPACT_ROWS_TABLES];
    struct page_section *section =
        page_section(page, PAGE_PLAIN, "said", W("What people said at the terminals"));
    if (!said->slip_count) {
        page_add_text(section, WS("Nothing yet. Where the terminals ask, what people say "
                                  "comes with the results, five people at a time."));
        return;
    }
    page_add_text(
        section,
        span_format(page->arena,
                    W("People: %zu. Vacancies: %zu. From %.*s to %.*s. Whoever did not "
                      "want to say it is counted as not said."),
                    said->counts.people_count, said->counts.vacancy_count,
                    SPAN_ARGS(said->first), SPAN_ARGS(said->last)));
    page_add_text(section, WS("Nothing leads from here to a result: who came on, these "
                              "tables cannot say. They tell who applied."));
    closed_note(section, said);
    const size_t count =
        impact_rows_make(page->arena, &said->counts, AUDIT_INTERVIEWED, tables);
    for (size_t i = 0; i < count; i++)
        table_add(page, i, &tables[i]);
}

static void rows_json(struct canonical *c, const struct impact_rows *rows)
{
    canonical_object(c, NULL);
    canonical_text(c, "by", rows->by);
    canonical_list(c, "rows");
    for (size_t i = 0; i < rows->count; i++) {
        canonical_object(c, NULL);
        canonical_text(c, "group", rows->list[i].group);
        if (is_impact_row_shown(&rows->list[i]))
            canonical_whole(c, "people", (int64_t)rows->list[i].cell->count);
        else
            canonical_null(c, "people");
        canonical_end(c);
    }
    canonical_end(c);
    canonical_end(c);
}

struct span impact_said_json(struct arena *arena, const struct audit_said *said)
{
    struct impact_rows tables[IMPACT_ROWS_TABLES];
    const size_t count =
        impact_rows_make(arena, &said->counts, AUDIT_INTERVIEWED, tables);
    struct canonical c = canonical_begin(arena);
    canonical_object(&c, NULL);
    canonical_whole(&c, "closed", (int64_t)said->closed_count);
    canonical_text(&c, "first", said->first);
    canonical_text(&c, "last", said->last);
    canonical_whole(&c, "other", (int64_t)said->other_count);
    canonical_whole(&c, "people", (int64_t)said->counts.people_count);
    canonical_list(&c, "tables");
    for (size_t i = 0; i < count; i++)
        rows_json(&c, &tables[i]);
    canonical_end(&c);
    canonical_whole(&c, "vacancies", (int64_t)said->counts.vacancy_count);
    canonical_end(&c);
    return canonical_bytes(&c);
}
