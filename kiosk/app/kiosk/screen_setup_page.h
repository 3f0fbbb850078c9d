/* screen_setup_page: the pages of screen_setup, as a function of it. */
#ifndef APP_KIOSK_SCREEN_SETUP_PAGE_H
#define APP_KIOSK_SCREEN_SETUP_PAGE_H

#include "app/kiosk/screen_setup.h"

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
