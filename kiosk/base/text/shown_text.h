/* shown_text: one check for all texts that people set at the desk and others read: titles, names,
 * sentences. */
#ifndef BASE_TEXT_SHOWN_TEXT_H
#define BASE_TEXT_SHOWN_TEXT_H

#include "base/span.h"
#include "base/status.h"

/* shown_text_check(what, text): STATUS_BAD_INPUT, with `what` it is and how to mend it, unless
 * `text` is UTF-8 in which something is seen, without line breaks and other control characters
 * and without characters that change how others are shown, as those that turn the direction of
 * writing. A soft hyphen and the joiners of Arabic and Indian scripts are taken. */
must_check enum status shown_text_check(const char *what, struct span text);

#endif
