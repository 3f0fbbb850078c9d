#include "app/desk/command/invite/card_paper.h"

#include "app/desk/office/sheet/sheet_page.h"
#include "base/clock.h"
#include "base/words.h"
#include "report/page/paper/page_paper.h"

struct card_paper {
    struct arena *arena;
    const struct organization *organization;
    struct span title, day;
    struct page page;
};

enum status card_paper_open(struct arena *arena, const struct organization *organization,
                            struct span title, struct span day,
                            struct card_paper **out_paper)
{
    int64_t unix_ms;
    if (day.count && !is_clock_date(day, &unix_ms))
        return fail(STATUS_USAGE, "--day is a day such as 2026-12-03");
    struct card_paper *paper = arena_new(arena, struct card_paper);
    *paper = (struct card_paper){
        .arena = arena,
        .organization = organization,
        .title = title,
        .day = span_copy(arena, day),
        .page = page_init(arena,
                          span_format(arena, W("Access cards: %.*s"), SPAN_ARGS(title)),
                          SPAN("")),
    };
    page_add_note(&paper->page.head,
                  WS("Cut the cards, and give each to one person. The codes cannot be "
                     "shown again."));
    *out_paper = paper;
    return OK;
}

static void words_add(const struct card_paper *paper, struct page_section *card,
                      int64_t number)
{
    page_add_text(card, number ? span_format(paper->arena, W("%.*s · card %lld"),
                                             SPAN_ARGS(paper->title), (long long)number)
                               : paper->title);
    page_add_text(card, paper->day.count
                            ? span_format(paper->arena, W("Please come on %.*s."),
                                          SPAN_ARGS(paper->day))
                            : WS("Please come on: ______________________"));
}

enum status card_paper_add(struct card_paper *paper, int64_t number, struct span code)
{
    struct arena *arena = paper->arena;
    struct span image;
    const enum status status = sheet_page_image(arena, code, &image);
    if (status != OK)
        return status;
    struct page_section *card = page_section(&paper->page, PAGE_BOX, "card",
                                             span_text(arena, paper->organization->name));
    page_add_image(card, WS("The access code, for a terminal with a reader"), image);
    words_add(paper, card, number);
    page_add_exact(card, WS("Your access code:"), span_copy(arena, code));
    page_add_note(card, WS("Type it on the screen. It opens one session, for you alone. "
                           "Keep it until you have finished: after a break, and for one "
                           "day, it brings your answers back."));
    if (!number)
        page_add_note(card, WS("Then tear this card up. We keep no code: only somebody "
                               "who has yours, and can open answers, could find your "
                               "own."));
    page_add_note(card, span_format(arena, W("Questions: %.*s"),
                                    SPAN_ARGS(paper->organization->contact)));
    return OK;
}

struct span card_paper_html(struct card_paper *paper)
{
    const struct page_paper sheet = {.left = paper->organization->name,
                                     .right = WS("Access cards: keep them locked away"),
                                     .foot = SPAN("")};
    return page_paper_html(paper->arena, &paper->page, &sheet);
}
