/* doctor: is this terminal ready for a person? Every check is one line: ok, or what is wrong and
 * how to mend it. Nothing is changed. */
#ifndef APP_KIOSK_DOCTOR_H
#define APP_KIOSK_DOCTOR_H

#include "app/kiosk/arguments.h"

/* doctor_run(arguments): prints the checks on standard output; STATUS_REFUSED when one is not
 * ok. */
must_check enum status doctor_run(const struct arguments *arguments);

#endif
