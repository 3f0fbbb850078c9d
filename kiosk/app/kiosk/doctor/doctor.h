/* doctor: is this terminal ready for a person? Every check is one line: ok, or what is wrong and
 * how to mend it; a note is nothing to mend. Nothing is changed: neither files nor what a terminal
 * that runs takes for the newest configuration. */
#ifndef APP_KIOSK_DOCTOR_DOCTOR_H
#define APP_KIOSK_DOCTOR_DOCTOR_H

#include "app/kiosk/arguments.h"

/* doctor_run(arguments): prints the checks on standard output, as text or (is_json) JSON, and the
 * figures into the file `metrics`, whole; STATUS_REFUSED when one is wrong. */
must_check enum status doctor_run(const struct arguments *arguments);

#endif
