/* calibrate_page: the two pages of the calibration as a function of the frame: making it as
 * large as the card, and whether the millimetres that follow are kept. Pure. */
#ifndef APP_KIOSK_CALIBRATE_PAGE_H
#define APP_KIOSK_CALIBRATE_PAGE_H

#include "base/status.h"
#include "device/screen/display.h"
#include "view/input.h"
#include "view/node.h"
#include "view/theme.h"

/* A bank card by ISO/IEC 7810, ID-1. */
#define CALIBRATE_CARD_WIDTH_MM 85.60
#define CALIBRATE_CARD_HEIGHT_MM 53.98

enum calibrate_event {
    CALIBRATE_GROW = 1, /* a = pixels */
    CALIBRATE_FITS,
    CALIBRATE_AGAIN,
    CALIBRATE_KEEP,
    CALIBRATE_LEAVE,
};

struct calibrate_frame {
    const struct display *display;
    int card_px; /* how wide the frame is */
    int grip_px; /* while it is pulled: from the finger to its corner */
    bool is_pulled;
    int puller;     /* the finger that does it, or the mouse */
    bool is_asking; /* the second page */
    bool is_done, is_left;
    enum status problem; /* of keeping it; its sentence is the last one */
};

/* calibrate_page_card_px(px_per_mm): how wide a card is at that scale, in pixels. */
int calibrate_page_card_px(double px_per_mm);
/* calibrate_page_width_mm(frame, width_px): how wide `width_px` pixels are when the frame is a
 * card. */
double calibrate_page_width_mm(const struct calibrate_frame *frame, int width_px);

/* calibrate_page_facts(facts): the millimetres are what is asked for, so the page is laid out
 * without them: its shorter edge counts as 180, whatever it is, and looks the same on every
 * screen. */
void calibrate_page_facts(struct surface_facts *facts);

/* calibrate_page_view(arena, frame, facts): the page, built in `arena`. */
struct node *calibrate_page_view(struct arena *arena, const struct calibrate_frame *frame,
                                 const struct surface_facts *facts);

/* is_calibrate_page_move(frame, root, input): whether `input` pulls the frame or is an arrow key
 * that changes it, on the laid-out tree `root`; then that is done. */
bool is_calibrate_page_move(struct calibrate_frame *frame, const struct node *root,
                            const struct input *input);
/* calibrate_page_step(frame, root, event): does what a control of the page means. */
void calibrate_page_step(struct calibrate_frame *frame, const struct node *root,
                         const struct event *event);

#endif
