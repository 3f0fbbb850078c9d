#include "report/page/html/page_html_node.h"

#include "base/words.h"
#include "report/page/html/page_html_chart.h"
#include "report/page/html/page_html_sign.h"
#include "report/page/html/page_markup.h"

enum { TALLY_MOST = 26, TALLY_STEP = 12, TIMELINE_DAYS = 28 };

static void add_way(struct buffer *out, const struct page_way *way)
{
    switch (way->look) {
    case PAGE_WAY_LINK:
        page_markup(out, "<a href=\"", way->address, "\"");
        break;
    case PAGE_WAY_BUTTON:
        page_markup(out, "<a class=\"button\" href=\"", way->address, "\"");
        break;
    case PAGE_WAY_MAIN:
        page_markup(out, "<a class=\"button main\" href=\"", way->address, "\"");
        break;
    case PAGE_WAY_CLOSED:
        page_markup(out, "<span class=\"closed\"><span class=\"button\">", way->words,
                    "</span>");
        page_markup(out, " <span class=\"why\">", way->why, "</span></span>");
        return;
    }
    buffer_text(out, way->is_here ? " aria-current=\"true\">" : ">");
    page_markup(out, "", way->words, "");
    if (way->note.count)
        page_markup(out, " <span class=\"count\">", way->note, "</span>");
    buffer_text(out, "</a>");
}

void page_html_node_ways(struct buffer *out, const struct page_ways *ways)
{
    for (const struct page_way *way = ways->first; way; way = way->next) {
        add_way(out, way);
        buffer_text(out, way->next ? " " : "");
    }
}

void page_html_node_text(struct buffer *out, const struct page_block *block)
{
    buffer_text(out, "<p>");
    if (block->title.count)
        page_markup(out, "<b>", block->title, "</b> ");
    page_markup(out, "", block->words, "");
    buffer_text(out, block->ways.first ? " " : "");
    page_html_node_ways(out, &block->ways);
    buffer_text(out, "</p>\n");
}

static void add_ways(struct buffer *out, const struct page_block *block)
{
    if (block->title.count)
        page_markup(out, "<nav class=\"ways\" aria-label=\"", block->title, "\">");
    else
        buffer_text(out, "<div class=\"ways\">");
    if (block->title.count)
        page_markup(out, "<span class=\"soft\">", block->title, "</span> ");
    page_html_node_ways(out, &block->ways);
    buffer_text(out, block->title.count ? "</nav>\n" : "</div>\n");
}

static void add_notice(struct buffer *out, const struct page_block *block)
{
    switch (block->tone) {
    case PAGE_GOOD:
        buffer_text(out, "<div class=\"notice good\" role=\"status\">");
        page_html_sign(out, PAGE_STATE_DONE);
        break;
    case PAGE_CARE:
        buffer_text(out, "<div class=\"notice\" role=\"status\">");
        page_html_sign(out, PAGE_STATE_CARE);
        break;
    case PAGE_WRONG:
        buffer_text(out, "<div class=\"notice wrong\" role=\"alert\">");
        page_html_sign(out, PAGE_STATE_CARE);
        break;
    }
    page_markup(out, "<p><b>", block->title, "</b> ");
    page_markup(out, "", block->words, "</p>");
    if (block->ways.first) {
        buffer_text(out, "<div class=\"ways\">");
        page_html_node_ways(out, &block->ways);
        buffer_text(out, "</div>");
    }
    buffer_text(out, "</div>\n");
}

static void add_steps(struct buffer *out, const struct page_block *block)
{
    page_markup(out, "<ol class=\"steps\" aria-label=\"", WS("Where it stands"), "\">");
    for (const struct page_item *item = block->first_item; item; item = item->next) {
        buffer_text(out, item->is_here ? "<li aria-current=\"step\">" : "<li>");
        page_html_sign(out, item->state);
        page_markup(out, "", item->title, "</li>");
    }
    buffer_text(out, "</ol>\n");
}

static void add_range(const struct page_html_pen *pen, const struct page_item *item)
{
    struct buffer *out = pen->out;
    page_markup(out, "<div class=\"range-box\"><p class=\"pair\"><span>", item->words,
                "</span> ");
    page_markup(out, "<b>", item->title, "</b></p>");
    if (item->chart)
        page_html_chart(pen, SPAN(""), item->chart);
    page_markup(out, "<p class=\"figures\">", item->figures, "</p></div>\n");
}

static void add_ranges(const struct page_html_pen *pen, const struct page_block *block)
{
    struct buffer *out = pen->out;
    buffer_text(out, "<div class=\"ranges\">\n");
    for (const struct page_item *item = block->first_item; item; item = item->next)
        add_range(pen, item);
    buffer_text(out, "</div>\n");
}

/* Each day has a place in the rules, at-0 to at-28: no page holds rules of its own. */
static void add_timeline(struct buffer *out, const struct page_block *block)
{
    page_markup(out, "<ol class=\"timeline\" aria-label=\"", block->words, "\">");
    for (const struct page_item *item = block->first_item; item; item = item->next) {
        buffer_format(out, "<li class=\"at-%d\">",
                      item->day > TIMELINE_DAYS ? TIMELINE_DAYS : item->day);
        page_html_sign(out, item->state);
        page_markup(out, "<b>", item->title, "</b> ");
        page_markup(out, "<span>", item->words, "</span></li>");
    }
    buffer_text(out, "</ol>\n");
}

/* With more than can be counted at a glance, each box stands for several. */
static void add_tally(struct buffer *out, const struct page_block *block)
{
    const size_t all = block->all < TALLY_MOST ? block->all : TALLY_MOST;
    const size_t whole = block->all ? block->done * all / block->all : 0;
    const size_t begun =
        block->all ? (block->done + block->partly) * all / block->all : 0;
    buffer_format(out,
                  "<div class=\"tally\"><svg width=\"%zu\" height=\"14\" "
                  "aria-hidden=\"true\">",
                  all * TALLY_STEP);
    for (size_t i = 0; i < all; i++) {
        buffer_text(out, i < whole ? "<rect class=\"full\"" : "<rect class=\"ring\"");
        buffer_format(out, " x=\"%zu.5\" y=\".7\" width=\"9\" height=\"12\" rx=\"2\"/>",
                      i * TALLY_STEP);
        if (i >= whole && i < begun)
            buffer_format(out,
                          "<rect class=\"full\" x=\"%zu.5\" y=\".7\" width=\"4.5\" "
                          "height=\"12\" rx=\"2\"/>",
                          i * TALLY_STEP);
    }
    buffer_text(out, "</svg>");
    page_html_node_text(out, block);
    buffer_text(out, "</div>\n");
}

static void add_pager(struct buffer *out, const struct page_block *block)
{
    page_markup(out, "<nav class=\"pager\" aria-label=\"", WS("Pages of this list"),
                "\">");
    page_markup(out, "<span>",
                span_format(out->arena, W("%zu to %zu of %zu"), block->done,
                            block->partly, block->all),
                "</span> ");
    page_html_node_ways(out, &block->ways);
    buffer_text(out, "</nav>\n");
}

void page_html_node(const struct page_html_pen *pen, const struct page_block *block)
{
    static void (*const add[])(struct buffer * out, const struct page_block *block) = {
        [PAGE_WAYS] = add_ways,   [PAGE_NOTICE] = add_notice,
        [PAGE_STEPS] = add_steps, [PAGE_TIMELINE] = add_timeline,
        [PAGE_TALLY] = add_tally, [PAGE_PAGER] = add_pager,
    };
    if (block->kind == PAGE_RANGES)
        add_ranges(pen, block);
    else if (block->kind < sizeof add / sizeof *add && add[block->kind])
        add[block->kind](pen->out, block);
}
