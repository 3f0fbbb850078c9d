/* calibrate: how large the screen is, by a bank card that is held against it: a frame on the screen
 * is made as large as the card, by finger, mouse or keys; what follows is shown in millimetres, and
 * kept for this screen when that is confirmed (device/screen/measured.h). */
#ifndef APP_KIOSK_CALIBRATE_H
#define APP_KIOSK_CALIBRATE_H

#include "app/kiosk/arguments.h"

/* calibrate_run(arguments): asks on the whole screen, or in a window where `arguments` say so, and
 * says on standard output what was kept. Leaving it keeps nothing and is no failure.
 * STATUS_NO_DEVICE without a screen. */
must_check enum status calibrate_run(const struct arguments *arguments);

#endif
