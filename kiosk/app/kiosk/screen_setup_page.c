#include "app/kiosk/screen_setup_page.h"

#include "app/kiosk/staff_page.h"
#include "base/words.h"
#include "view/paint/picture.h"

enum { CROSS_SIDE = 15 };

static struct event means(enum screen_setup_event kind)
{
    return (struct event){.kind = (int32_t)kind};
}

/* In the middle, as wide as words are read well. */
static struct node *column_add(struct arena *arena, struct node *page)
{
    struct node *column = node_column(arena, page, SPAN("column"), 4);
    page->align = page->justify = ALIGN_CENTER;
    column->width =
        (struct size){.kind = SIZE_GROW, .value = 1, .max_mm = theme_mm.text_column_mm};
    return column;
}

static void text_add(struct arena *arena, struct node *parent, struct span words)
{
    node_text(arena, parent, SPAN("text"), TEXT_BODY, words);
}

/* ---- what can be done ---- */

static struct span told_words(const struct screen_setup *setup, struct arena *arena)
{
    switch (setup->told) {
    case SCREEN_SETUP_NOTHING:
        return WS(
            "Letters and buttons are measured in millimetres. A bank card tells how "
            "large this screen is.");
    case SCREEN_SETUP_KEPT:
        return WS("It is kept.");
    case SCREEN_SETUP_BACK:
        return WS("It is as it was before.");
    case SCREEN_SETUP_UNCLEAR:
        return WS("Some touches were not at the cross. Nothing was changed.");
    case SCREEN_SETUP_FAILED:
        break;
    }
    return span_format(arena, W("It could not be kept: fault %d. %s"),
                       status_fault(setup->fault), status_sentence(setup->fault));
}

static void menu_add(struct screen_setup *setup, struct node *page)
{
    struct arena *arena = &setup->tree;
    struct node *column = column_add(arena, page);
    staff_page_heading(arena, column, WS("Screen"));
    text_add(arena, column, told_words(setup, arena));
    struct node *answers = staff_page_answers(arena, column);
    staff_page_button(arena, answers, "card", LOOK_PLAIN, W("Size by a bank card"),
                      means(SCREEN_SETUP_TO_CARD));
    staff_page_button(arena, answers, "turn", LOOK_PLAIN, W("Turn the picture"),
                      means(SCREEN_SETUP_TO_TURN));
    staff_page_button(arena, answers, "corners", LOOK_PLAIN,
                      W("Correct where fingers are"), means(SCREEN_SETUP_TO_CORNERS));
    struct node *back = staff_page_button(arena, answers, "back", LOOK_PRIMARY, W("Back"),
                                          means(SCREEN_SETUP_NOT));
    back->is_first_focus = back->is_way_back = true;
}

/* ---- trials ---- */

static void trial_add(struct screen_setup *setup, struct node *page, struct moment moment)
{
    struct arena *arena = &setup->tree;
    struct node *column = column_add(arena, page);
    const int64_t left_ms = setup->until_ms - moment.steady_ms;
    staff_page_heading(arena, column, WS("Keep it like this?"));
    text_add(
        arena, column,
        span_format(arena,
                    W("If you do nothing, it goes back in %d seconds to what it was."),
                    left_ms > 0 ? (int)((left_ms + 999) / 1000) : 1));
    struct node *answers = staff_page_answers(arena, column);
    staff_page_button(arena, answers, "keep", LOOK_PRIMARY, W("Keep it"),
                      means(SCREEN_SETUP_KEEP));
    if (setup->at == SCREEN_SETUP_TURN)
        staff_page_button(arena, answers, "turn", LOOK_PLAIN, W("Turn it further"),
                          means(SCREEN_SETUP_TO_TURN));
    struct node *back = staff_page_button(arena, answers, "back", LOOK_PLAIN,
                                          W("Put it back"), means(SCREEN_SETUP_NOT));
    back->is_first_focus = back->is_way_back = true;
}

/* ---- the corners ---- */

/* Drawn in squares, as QR codes are, so that its middle is that of its node. */
static void cross_add(struct arena *arena, struct node *row)
{
    struct picture *picture = arena_new(arena, struct picture);
    unsigned char *squares = arena_array(arena, unsigned char, CROSS_SIDE *CROSS_SIDE);
    for (int i = 0; i < CROSS_SIDE; i++)
        squares[CROSS_SIDE / 2 * CROSS_SIDE + i] =
            squares[i * CROSS_SIDE + CROSS_SIDE / 2] = 1;
    *picture =
        (struct picture){.width = CROSS_SIDE, .height = CROSS_SIDE, .modules = squares};
    struct node *cross = node_new(arena, row, NODE_PICTURE, SPAN("cross"));
    cross->picture = picture;
    cross->said = WS("A cross");
    cross->width = (struct size){.kind = SIZE_MM, .value = CROSS_SIDE};
}

static void cross_row_add(struct arena *arena, struct node *page, bool is_right)
{
    struct node *row = node_row(arena, page, SPAN("row"), 0);
    staff_page_fill(row, false);
    row->justify = is_right ? ALIGN_END : ALIGN_START;
    cross_add(arena, row);
}

/* From the upper left one on, as a clock goes. */

static void corners_add(struct screen_setup *setup, struct node *page)
{
    struct arena *arena = &setup->tree;
    const bool is_upper = setup->corner < 2,
               is_right = setup->corner == 1 || setup->corner == 2;
    if (is_upper)
        cross_row_add(arena, page, is_right);
    node_gap(arena, page, 0);
    struct node *column = column_add(arena, page);
    staff_page_heading(arena, column,
                       span_format(arena, W("Touch the middle of the cross: %d of 4"),
                                   setup->corner + 1));
    struct node *back =
        staff_page_button(arena, column, "back", LOOK_PLAIN,
                          W("Back, with a key or the mouse"), means(SCREEN_SETUP_NOT));
    back->is_first_focus = back->is_way_back = true;
    node_gap(arena, page, 0);
    if (!is_upper)
        cross_row_add(arena, page, is_right);
    page->justify = ALIGN_START;
}

struct node *screen_setup_page_view(struct screen_setup *setup, struct moment moment)
{
    if (setup->at == SCREEN_SETUP_CARD)
        return calibrate_page_view(&setup->tree, &setup->frame, &setup->facts);
    struct node *page = staff_page_begin(
        &setup->tree, setup->at == SCREEN_SETUP_MENU      ? SPAN("screen")
                      : setup->at == SCREEN_SETUP_CORNERS ? SPAN("corners")
                                                          : SPAN("trial"));
    if (setup->at == SCREEN_SETUP_MENU)
        menu_add(setup, page);
    else if (setup->at == SCREEN_SETUP_CORNERS)
        corners_add(setup, page);
    else
        trial_add(setup, page, moment);
    return page;
}
