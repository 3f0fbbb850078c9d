/* screen_setup: the screen of this terminal from the page for staff: its size by a bank card, its
 * picture turned by quarters, its fingers corrected by four corners. What was turned or corrected
 * is tried first: who cannot use it does nothing, and after SCREEN_SETUP_TRIAL_MS all is as
 * before. */
#ifndef APP_KIOSK_SCREEN_SETUP_H
#define APP_KIOSK_SCREEN_SETUP_H

#include "app/kiosk/screen_setup_page.h"

enum { SCREEN_SETUP_TRIAL_MS = 15 * 1000, SCREEN_SETUP_IDLE_MS = 180 * 1000 };

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
