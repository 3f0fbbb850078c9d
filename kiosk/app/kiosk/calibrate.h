/* calibrate: how large the screen is, by a bank card that is held against it: a frame on the screen
 * is made as large as the card, by finger, mouse or keys; what follows is shown in millimetres, and
 * kept for this screen when that is confirmed (device/screen/measured.h). The two pages are a pure
 * function of the frame. */
#ifndef APP_KIOSK_CALIBRATE_H
#define APP_KIOSK_CALIBRATE_H

#include "app/kiosk/arguments.h"
#include "device/screen/display.h"

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
    bool is_asking; /* the second page */
    bool is_done, is_left;
    enum status problem; /* of keeping it; its sentence is the last one */
};

/* calibrate_card_px(px_per_mm): how wide a card is at that scale, in pixels. */
int calibrate_card_px(double px_per_mm);
/* calibrate_width_mm(frame, width_px): how wide `width_px` pixels are when the frame is a card. */
double calibrate_width_mm(const struct calibrate_frame *frame, int width_px);

/* calibrate_view(arena, frame, facts): the page, built in `arena`. */
struct node *calibrate_view(struct arena *arena, const struct calibrate_frame *frame,
                            const struct surface_facts *facts);

/* is_calibrate_move(frame, root, input): whether `input` pulls the frame or is an arrow key that
 * changes it, on the laid-out tree `root`; then that is done. */
bool is_calibrate_move(struct calibrate_frame *frame, const struct node *root,
                       const struct input *input);
/* calibrate_step(frame, root, event): does what a control of the page means. */
void calibrate_step(struct calibrate_frame *frame, const struct node *root,
                    const struct event *event);

/* calibrate_run(arguments): asks on the whole screen, or in a window where `arguments` say so, and
 * says on standard output what was kept. Leaving it keeps nothing and is no failure.
 * STATUS_NO_DEVICE without a screen. */
must_check enum status calibrate_run(const struct arguments *arguments);

#endif
