/* run: the terminal in its window: wait, input, paint, push. Nothing runs while nobody touches
 * it. */
#ifndef APP_KIOSK_RUN_H
#define APP_KIOSK_RUN_H

#include "app/kiosk/arguments.h"

/* run_kiosk(arguments): opens the window and the terminal and runs until the system asks to end.
 * STATUS_NO_DEVICE without a screen; a fault that staff must mend is shown on the screen
 * instead. */
must_check enum status run_kiosk(const struct arguments *arguments);

#endif
