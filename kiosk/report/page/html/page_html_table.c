/* A table too wide for a telephone scrolls in its own frame, by keys too. */
#include "report/page/html/page_html_table.h"

#include "report/page/html/page_html_chart.h"
#include "report/page/html/page_html_sign.h"
#include "report/page/html/page_markup.h"

/* On paper the word of a sign is enough. */
static void add_words(const struct page_html_pen *pen, const struct page_cell *look,
                      struct span cell)
{
    struct buffer *out = pen->out;
    if (look && look->state != PAGE_STATE_NONE && !is_page_html_pen_paper(pen))
        page_html_sign(out, look->state);
    if (look && look->address.count) {
        page_markup(out, "<a href=\"", look->address, "\">");
        page_markup(out, "", cell, "</a>");
    } else if (look && look->range) {
        page_html_chart_bar(pen, look->range);
        page_markup(out, "<span class=\"heard\">", cell, "</span>");
    } else {
        page_markup(out, "", cell, "");
    }
}

static const struct page_column_look *column_look(const struct page_block *table,
                                                  size_t column)
{
    static const struct page_column_look plain;
    return table->column_looks ? &table->column_looks[column] : &plain;
}

static enum page_state state_of(const struct page_cell *look)
{
    return look ? look->state : PAGE_STATE_NONE;
}

static bool has_classes(const struct page_block *table, size_t column,
                        const struct page_cell *look)
{
    const struct page_column_look *of = column_look(table, column);
    return table->columns[column].is_number || of->is_spare || of->middle ||
           (look && look->is_soft) || state_of(look) != PAGE_STATE_NONE;
}

/* The classes of a cell, each where it holds. */
static void add_classes(struct buffer *out, const struct page_block *table, size_t column,
                        const struct page_cell *look)
{
    const struct page_column_look *of = column_look(table, column);
    if (!has_classes(table, column, look))
        return;
    buffer_text(out, " class=\"");
    buffer_text(out, table->columns[column].is_number ? "number" : "");
    buffer_text(out, of->is_spare ? " spare" : "");
    buffer_text(out, of->middle ? " bar" : "");
    buffer_text(out, look && look->is_soft ? " soft" : "");
    buffer_text(out, state_of(look) != PAGE_STATE_NONE ? " state" : "");
    buffer_text(out, state_of(look) == PAGE_STATE_NEW ? " new" : "");
    buffer_text(out, "\"");
}

static size_t add_cell(const struct page_html_pen *pen, const struct page_block *table,
                       const struct page_row *row, size_t column)
{
    struct buffer *out = pen->out;
    const struct page_cell *look = row->looks ? &row->looks[column] : NULL;
    const size_t columns = look && look->columns ? look->columns : 1;
    if (column == 0)
        buffer_text(out, "<th scope=\"row\"");
    else
        buffer_text(out, "<td");
    if (columns > 1)
        buffer_format(out, " colspan=\"%zu\"", columns);
    if (column)
        add_classes(out, table, column, look);
    buffer_text(out, ">");
    add_words(pen, look, row->cells[column]);
    buffer_text(out, column == 0 ? "</th>" : "</td>");
    return columns;
}

static void add_row(const struct page_html_pen *pen, const struct page_block *table,
                    const struct page_row *row)
{
    struct buffer *out = pen->out;
    if (row->group.count) {
        if (row != table->first)
            buffer_text(out, "</tbody>\n<tbody>");
        buffer_format(out, "<tr class=\"group\"><th colspan=\"%zu\" scope=\"rowgroup\">",
                      table->column_count);
        page_markup(out, "", row->group, "</th></tr>\n");
    }
    buffer_text(out, row->is_total ? "<tr class=\"total\">" : "<tr>");
    for (size_t i = 0; i < table->column_count;)
        i += add_cell(pen, table, row, i);
    buffer_text(out, "</tr>\n");
    for (const struct page_remark *remark = row->first_remark; remark;
         remark = remark->next) {
        buffer_format(out, "<tr class=\"remark\"><td colspan=\"%zu\">",
                      table->column_count);
        page_markup(out, "", remark->words, "</td></tr>\n");
    }
}

static void add_ends(struct buffer *out, const struct page_column_look *column)
{
    page_markup(out, "<span class=\"ends\"><span>", span_of(column->low), "</span>");
    page_markup(out, "<span>", span_of(column->middle), "</span>");
    page_markup(out, "<span>", span_of(column->high), "</span></span>");
}

static void add_head(struct buffer *out, const struct page_block *table)
{
    buffer_text(out, "<thead><tr>");
    for (size_t i = 0; i < table->column_count; i++) {
        buffer_text(out, "<th scope=\"col\"");
        add_classes(out, table, i, NULL);
        page_markup(out, ">", span_of(table->columns[i].title), "");
        if (column_look(table, i)->middle)
            add_ends(out, column_look(table, i));
        buffer_text(out, "</th>");
    }
    buffer_text(out, "</tr></thead>\n");
}

void page_html_table(const struct page_html_pen *pen, struct span language,
                     const struct page_block *table)
{
    struct buffer *out = pen->out;
    page_markup(out, "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"",
                table->title, "\"><table");
    page_markup_language(out, language, table->language);
    page_markup(out, "><caption>", table->title, "</caption>\n");
    if (is_page_table_titled(table))
        add_head(out, table);
    buffer_text(out, "<tbody>");
    for (const struct page_row *row = table->first; row; row = row->next)
        add_row(pen, table, row);
    buffer_text(out, "</tbody></table></div>\n");
}
