/* screen_setup: the screen of this terminal from the page for staff: its size by a bank card, its
 * picture turned by quarters, its fingers corrected by four corners. What was turned or corrected is
 * tried first: who cannot use it does nothing, and after SCREEN_SETUP_TRIAL_MS all is as before. */
#ifndef APP_KIOSK_SCREEN_SETUP_H
#define APP_KIOSK_SCREEN_SETUP_H

#include "app/kiosk/calibrate_page.h"
#include "app/kiosk/ruler.h"
#include "app/kiosk/stage.h"

enum { SCREEN_SETUP_TRIAL_MS = 15 * 1000, SCREEN_SETUP_IDLE_MS = 180 * 1000 };

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

/* screen_setup_open(setup, stage, ruler, folder): keeps all three. screen_setup_close(setup): gives
 * its memory back. */
void screen_setup_open(struct screen_setup *setup, struct stage *stage,
                       struct ruler *ruler, const char *folder);
void screen_setup_close(struct screen_setup *setup);

/* screen_setup_begin(setup, moment): its first page is wanted. is_screen_setup(setup): one of its
 * pages stands on the screen; then screen_setup_show(setup, facts, moment) describes and shows it,
 * screen_setup_take(setup, input) is what somebody does there, or a deadline, and
 * screen_setup_deadline(setup, now_ms) when that comes at the latest. */
void screen_setup_begin(struct screen_setup *setup, struct moment moment);
bool is_screen_setup(const struct screen_setup *setup);
bool screen_setup_show(struct screen_setup *setup, const struct surface_facts *facts,
                       struct moment moment);
void screen_setup_take(struct screen_setup *setup, const struct input *input);
int64_t screen_setup_deadline(const struct screen_setup *setup, int64_t now_ms);

#endif
