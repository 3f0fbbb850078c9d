#include "report/page/html/page_shell.h"

#include "base/words.h"
#include "report/page/html/page_html.h"
#include "report/page/html/page_html_node.h"
#include "report/page/html/page_markup.h"

static void add_head(struct buffer *out, const struct page *page,
                     const struct page_shell *shell)
{
    page_markup(out, "<!DOCTYPE html>\n<html lang=\"", page->language, "\">\n<head>\n");
    buffer_text(out, "<meta charset=\"utf-8\">\n"
                     "<meta name=\"viewport\" content=\"width=device-width, "
                     "initial-scale=1\">\n"
                     "<meta name=\"color-scheme\" content=\"light dark\">\n"
                     "<meta name=\"robots\" content=\"noindex\">\n");
    page_markup(out, "<title>", page->title, " · Resonance</title>\n");
    page_markup(out, "<link rel=\"stylesheet\" href=\"", shell->rules, "\">\n");
    page_markup(out, "<link rel=\"icon\" href=\"", shell->mark, "\">\n</head>\n");
}

static void add_room(struct buffer *out, const struct page_room *room)
{
    if (!room->ways.first)
        return;
    if (room->title.count)
        page_markup(out, "<p class=\"room\">", room->title, "</p>\n");
    buffer_text(out, "<ul>\n");
    for (const struct page_way *way = room->ways.first; way; way = way->next) {
        page_markup(out, "<li><a href=\"", way->address, "\"");
        buffer_text(out, way->is_here ? " aria-current=\"page\">" : ">");
        page_markup(out, "<span>", way->words, "</span>");
        if (way->note.count)
            page_markup(out, " <span class=\"count\">", way->note, "</span>");
        buffer_text(out, "</a></li>\n");
    }
    buffer_text(out, "</ul>\n");
}

static void add_person(struct buffer *out, const struct page_shell *shell)
{
    if (!shell->who.count)
        return;
    buffer_text(out, "<form class=\"me\" method=\"post\" action=\"/lock\"><p><b>");
    if (shell->who_address.count)
        page_markup(out, "<a href=\"", shell->who_address, "\">");
    page_markup(out, "", shell->who, shell->who_address.count ? "</a></b>" : "</b>");
    page_markup(out, "<span>", shell->role, "</span></p>\n");
    page_markup(out, "<input type=\"hidden\" name=\"token\" value=\"", shell->token,
                "\">");
    page_markup(out, "<button type=\"submit\" class=\"button small\">", WS("Lock now"),
                "</button></form>\n");
}

static void add_rail(struct buffer *out, const struct page_shell *shell)
{
    buffer_text(out, "<header class=\"rail\">\n<div class=\"rail-in\">\n");
    page_markup(out, "<a class=\"brand\" href=\"/\"><img src=\"", shell->mark,
                "\" alt=\"\" width=\"36\" height=\"36\"><span><b>Resonance</b> ");
    page_markup(out, "<span>", shell->organization, "</span></span></a>\n");
    page_markup(out, "<nav aria-label=\"", WS("The desk"), "\">\n");
    for (size_t i = 0; i < PAGE_SHELL_ROOMS; i++)
        add_room(out, &shell->rooms[i]);
    buffer_text(out, "</nav>\n");
    add_person(out, shell);
    buffer_text(out, "</div>\n</header>\n");
}

static void add_crumbs(struct buffer *out, const struct page_ways *crumbs)
{
    if (!crumbs->first)
        return;
    page_markup(out, "<nav class=\"crumbs\" aria-label=\"", WS("Where you are"),
                "\"><ol>");
    for (const struct page_way *way = crumbs->first; way; way = way->next) {
        if (way->address.count) {
            page_markup(out, "<li><a href=\"", way->address, "\">");
            page_markup(out, "", way->words, "</a></li>");
        } else {
            page_markup(out, "<li>", way->words, "</li>");
        }
    }
    buffer_text(out, "</ol></nav>\n");
}

static void add_main(struct buffer *out, const struct page *page,
                     const struct page_shell *shell)
{
    buffer_text(out, "<main id=\"main\" tabindex=\"-1\">\n<div class=\"over\">\n");
    add_crumbs(out, &shell->crumbs);
    if (page->running.count)
        page_markup(out, "<p class=\"pilot\">", page->running, "</p>\n");
    page_markup(out, "</div>\n<div class=\"titles main-title\"><h1>", page->title,
                "</h1>\n");
    if (shell->actions.first) {
        buffer_text(out, "<div class=\"ways on-screen\">");
        page_html_node_ways(out, &shell->actions);
        buffer_text(out, "</div>");
    }
    buffer_text(out, "</div>\n<div class=\"head\">\n");
    page_html_blocks(&(struct page_html_pen){.out = out}, page, &page->head);
    buffer_text(out, has_page_html_side(page)
                         ? "</div>\n<div class=\"columns\">\n<div class=\"middle\">\n"
                         : "</div>\n<div class=\"middle\">\n");
    page_html_sections(out, page, PAGE_HTML_MIDDLE);
    buffer_text(out, "</div>\n");
    if (has_page_html_side(page)) {
        buffer_text(out, "<div class=\"side\">\n");
        page_html_sections(out, page, PAGE_HTML_SIDE);
        buffer_text(out, "</div>\n</div>\n");
    }
    buffer_text(out, "</main>\n");
}

static struct span shell_html(struct arena *arena, const struct page *page,
                              const struct page_shell *shell, bool *out_is_full)
{
    struct buffer out = buffer_init(arena, PAGE_BYTES_MAX);
    add_head(&out, page, shell);
    page_markup(&out, "<body>\n<a class=\"skip\" href=\"#main\">", WS("Go to the page"),
                "</a>\n");
    add_rail(&out, shell);
    add_main(&out, page, shell);
    buffer_text(&out, "</body>\n</html>\n");
    *out_is_full = out.is_full;
    return buffer_span(&out);
}

struct span page_shell_html(struct arena *arena, const struct page *page,
                            const struct page_shell *shell)
{
    bool is_full;
    const struct span whole = shell_html(arena, page, shell, &is_full);
    if (!is_full)
        return whole;
    struct page instead = page_init(arena, page->title, page->running);
    page_add_notice(&instead.head, PAGE_WRONG, WS("This page is too long to show."),
                    WS("Nothing is lost. Choose fewer rows, or write a report instead."));
    return shell_html(arena, &instead, shell, &is_full);
}
