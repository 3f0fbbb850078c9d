/* screen_setup_page: the pages of screen_setup, as a function of it. */
#ifndef APP_KIOSK_SCREEN_SETUP_PAGE_H
#define APP_KIOSK_SCREEN_SETUP_PAGE_H

#include "app/kiosk/calibrate_page.h"
#include "app/kiosk/ruler.h"
#include "app/kiosk/stage.h"

enum screen_setup_at {
    SCREEN_SETUP_CLOSED,
    SCREEN_SETUP_MENU,
    SCREEN_SETUP_CARD,
    SCREEN_SETUP_TURN,    /* a trial */
    SCREEN_SETUP_CORNERS, /* one after the other */
    SCREEN_SETUP_TOUCH,   /* a trial */
};

enum screen_setup_told {
    SCREEN_SETUP_NOTHING,
    SCREEN_SETUP_KEPT,
    SCREEN_SETUP_BACK,    /* it is as before */
    SCREEN_SETUP_UNCLEAR, /* the corners tell nothing */
    SCREEN_SETUP_FAILED,  /* `fault` */
};

struct screen_setup {
    struct stage *stage;
    struct ruler *ruler;
    const char *folder; /* where it is kept */
    struct arena tree;
    struct surface_facts facts;
    struct focus focus;
    struct node *root;
    enum screen_setup_at at;
    enum screen_setup_told told;
    enum status fault;
    struct calibrate_frame frame; /* SCREEN_SETUP_CARD */
    struct stand kept;            /* as it is without the trial */
    int corner;                   /* SCREEN_SETUP_CORNERS: which of them is asked for */
    struct stand_place corners_told[STAND_CORNERS], corners_meant[STAND_CORNERS];
    int64_t until_ms;   /* steady: the trial, or the whole, ends by itself then */
    bool is_begun_anew; /* the screen is another one than before: measure it again */
};

enum screen_setup_event {
    SCREEN_SETUP_TO_CARD = 1,
    SCREEN_SETUP_TO_TURN, /* also further, within the trial */
    SCREEN_SETUP_TO_CORNERS,
    SCREEN_SETUP_KEEP,
    SCREEN_SETUP_NOT, /* back, as it was */
};

/* screen_setup_page_view(setup, moment): the page, built in setup->tree. */
struct node *screen_setup_page_view(struct screen_setup *setup, struct moment moment);

#endif
