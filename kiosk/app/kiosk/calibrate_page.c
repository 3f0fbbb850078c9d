#include "app/kiosk/calibrate_page.h"

#include "app/kiosk/staff_page.h"
#include "base/words.h"
#include "view/layout/box.h"

#include <math.h>

enum { CONTROLS_MM = 108 };
#define CARD_SHAPE (CALIBRATE_CARD_HEIGHT_MM / CALIBRATE_CARD_WIDTH_MM)
#define MM_PER_INCH 25.4

int calibrate_page_card_px(double px_per_mm)
{
    return (int)lrint(px_per_mm * CALIBRATE_CARD_WIDTH_MM);
}

double calibrate_page_width_mm(const struct calibrate_frame *frame, int width_px)
{
    return width_px * CALIBRATE_CARD_WIDTH_MM / frame->card_px;
}

void calibrate_page_facts(struct surface_facts *facts)
{
    const int width_px = facts->width_px, height_px = facts->height_px;
    facts->px_per_mm = (width_px < height_px ? width_px : height_px) / 180.0;
}

/* ---- what is seen ---- */

static struct event means(int32_t kind, int32_t a)
{
    return (struct event){.kind = kind, .a = a};
}

/* Where the frame may stand; its upper left corner stays, so that the card need not be moved. */
static void stage_add(struct arena *arena, struct node *parent,
                      const struct calibrate_frame *frame,
                      const struct surface_facts *facts)
{
    struct node *stage = node_column(arena, parent, SPAN("stage"), 0);
    staff_page_fill(stage, true);
    stage->is_scroller = true; /* what has no room presses nothing else away */
    /* The outline of a button is the strongest there is. */
    struct node *card =
        node_button(arena, stage, SPAN("card"), LOOK_PLAIN, SPAN(""), means(0, 0));
    card->width = (struct size){.kind = SIZE_MM,
                                .value = (float)(frame->card_px / facts->px_per_mm)};
    card->height =
        (struct size){.kind = SIZE_MM,
                      .value = (float)(frame->card_px * CARD_SHAPE / facts->px_per_mm)};
}

static struct node *pair_add(struct arena *arena, struct node *parent, const char *id)
{
    struct node *pair = node_row(arena, parent, span_of(id), 3);
    staff_page_fill(pair, false);
    return pair;
}

static void words_add(struct arena *arena, struct node *parent)
{
    staff_page_heading(arena, parent, WS("How large is this screen?"));
    node_text(
        arena, parent, SPAN("text"), TEXT_LABEL,
        WS("Lay a bank card flat on the screen, into the upper left corner of the "
           "frame. Pull the frame until it is just as large as the card. Or use the "
           "keys: left and right for a millimetre, up and down for less."));
}

static void buttons_add(struct arena *arena, struct node *parent)
{
    struct node *pair = pair_add(arena, parent, "size");
    staff_page_button(arena, pair, "smaller", LOOK_PLAIN, W("Smaller"),
                      means(CALIBRATE_GROW, -1));
    staff_page_button(arena, pair, "larger", LOOK_PLAIN, W("Larger"),
                      means(CALIBRATE_GROW, 1));
    struct node *ends = pair_add(arena, parent, "ends");
    staff_page_button(arena, ends, "leave", LOOK_PLAIN, W("Leave"),
                      means(CALIBRATE_LEAVE, 0))
        ->is_way_back = true;
    staff_page_button(arena, ends, "fits", LOOK_PRIMARY, W("It fits"),
                      means(CALIBRATE_FITS, 0))
        ->is_first_focus = true;
}

static void frame_page(struct arena *arena, struct node *page,
                       const struct calibrate_frame *frame,
                       const struct surface_facts *facts)
{
    const bool is_wide = 2 * facts->width_px >= 3 * facts->height_px;
    struct node *parent = page;
    if (is_wide) {
        parent = node_row(arena, page, SPAN("sides"), 8);
        staff_page_fill(parent, true);
        stage_add(arena, parent, frame, facts);
        parent = node_column(arena, parent, SPAN("controls"), 5);
        parent->width = (struct size){.kind = SIZE_MM, .value = CONTROLS_MM};
    } else {
        stage_add(arena, parent, frame, facts);
    }
    words_add(arena, parent);
    buttons_add(arena, parent);
}

static void ask_page(struct arena *arena, struct node *page,
                     const struct calibrate_frame *frame)
{
    const double width_mm = calibrate_page_width_mm(frame, frame->display->width_px);
    const double height_mm = calibrate_page_width_mm(frame, frame->display->height_px);
    staff_page_heading(arena, page,
                       span_format(arena,
                                   W("The picture is %.0f mm wide and %.0f mm high."),
                                   width_mm, height_mm));
    node_text(arena, page, SPAN("text"), TEXT_BODY,
              span_format(arena,
                          W("That is %.1f inches from corner to corner. Is it right?"),
                          hypot(width_mm, height_mm) / MM_PER_INCH));
    if (is_theme_room_small(width_mm, height_mm))
        node_text(arena, page, SPAN("small"), TEXT_BODY,
                  span_format(arena, W("That is small: pages fit from %d x %d mm on."),
                              THEME_WIDTH_MIN_MM, THEME_HEIGHT_MIN_MM));
    if (frame->problem != OK)
        node_text(arena, page, SPAN("problem"), TEXT_BODY,
                  span_format(arena, W("It could not be kept: %s"), status_last()));
    struct node *answers = staff_page_answers(arena, page);
    staff_page_button(arena, answers, "keep", LOOK_PRIMARY, W("Yes, keep it"),
                      means(CALIBRATE_KEEP, 0))
        ->is_first_focus = true;
    staff_page_button(arena, answers, "again", LOOK_PLAIN, W("Measure again"),
                      means(CALIBRATE_AGAIN, 0))
        ->is_way_back = true;
    staff_page_button(arena, answers, "leave", LOOK_PLAIN, W("Leave, and change nothing"),
                      means(CALIBRATE_LEAVE, 0));
}

struct node *calibrate_page_view(struct arena *arena, const struct calibrate_frame *frame,
                                 const struct surface_facts *facts)
{
    struct node *page =
        staff_page_begin(arena, frame->is_asking ? SPAN("ask") : SPAN("frame"));
    if (frame->is_asking)
        ask_page(arena, page, frame);
    else
        frame_page(arena, page, frame, facts);
    return page;
}

/* ---- what is done ---- */

/* Within what a screen can have, and within the room for it on this one. */
static void resize(struct calibrate_frame *frame, const struct node *root, double card_px)
{
    const struct node *stage = node_find(root, SPAN("stage"));
    const double low = DISPLAY_DPI_MIN / MM_PER_INCH * CALIBRATE_CARD_WIDTH_MM;
    double high = DISPLAY_DPI_MAX / MM_PER_INCH * CALIBRATE_CARD_WIDTH_MM;
    if (stage)
        high = fmin(high, fmin(stage->box.width, stage->box.height / CARD_SHAPE));
    frame->card_px = (int)lrint(fmax(fmin(card_px, high), fmin(low, high)));
}

/* How wide the frame is whose lower right corner lies at the pointer, by the edge that it is
 * further along. */
static int pulled_px(const struct node *card, const struct input *input)
{
    const double across = input->x - card->box.x;
    const double down = (input->y - card->box.y) / CARD_SHAPE;
    return (int)lrint(fmax(across, down));
}

static bool is_pull(struct calibrate_frame *frame, const struct node *root,
                    const struct input *input)
{
    const struct node *card = node_find(root, SPAN("card"));
    const struct node *stage = node_find(root, SPAN("stage"));
    /* The finger put down last pulls: those before it hold the card. */
    if (input->kind == INPUT_PRESS && has_box_point(stage->box, input->x, input->y)) {
        frame->is_pulled = true;
        frame->puller = input->pointer;
        frame->grip_px = frame->card_px - pulled_px(card, input);
        return true;
    }
    if (!frame->is_pulled || input->pointer != frame->puller)
        return false;
    if (input->kind == INPUT_DRAG)
        resize(frame, root, pulled_px(card, input) + frame->grip_px);
    else if (input->kind == INPUT_RELEASE || input->kind == INPUT_CANCEL)
        frame->is_pulled = false;
    else
        return false;
    return true;
}

bool is_calibrate_page_move(struct calibrate_frame *frame, const struct node *root,
                            const struct input *input)
{
    if (frame->is_asking)
        return false;
    const double mm_px = frame->card_px / CALIBRATE_CARD_WIDTH_MM;
    const enum input_kind kind = input->kind;
    const double more_px = kind == INPUT_LEFT    ? -mm_px
                           : kind == INPUT_RIGHT ? mm_px
                           : kind == INPUT_DOWN  ? -1
                           : kind == INPUT_UP    ? 1
                                                 : 0;
    if (more_px == 0)
        return is_pull(frame, root, input);
    resize(frame, root, frame->card_px + more_px);
    return true;
}

void calibrate_page_step(struct calibrate_frame *frame, const struct node *root,
                         const struct event *event)
{
    switch ((enum calibrate_event)event->kind) {
    case CALIBRATE_GROW:
        resize(frame, root, frame->card_px + event->a);
        break;
    case CALIBRATE_FITS:
    case CALIBRATE_AGAIN:
        frame->is_asking = event->kind == CALIBRATE_FITS;
        frame->problem = OK;
        break;
    case CALIBRATE_LEAVE:
        frame->is_done = frame->is_left = true;
        break;
    case CALIBRATE_KEEP:
        break;
    }
}
