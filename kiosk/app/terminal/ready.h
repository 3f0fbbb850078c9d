/* ready: may a new sitting begin on this terminal now, so that it can be finished and its result
 * be kept? Whoever has begun is never asked: a draft goes on whatever the clock or the keys say.
 * Each answer other than OK has a sentence: what, where, how to mend. */
#ifndef APP_TERMINAL_READY_H
#define APP_TERMINAL_READY_H

#include "app/common/config_load.h"
#include "base/clock.h"
#include "view/text_port.h"

enum { READY_FREE_BYTES_MIN = 64 * 1024 * 1024 };

/* ready_clock(moment): the wall clock of `moment` stands neither before the system that this
 * program is for came out nor 50 years after: STATUS_WRONG_CLOCK. Results carry the hour, codes
 * and keys the day. */
must_check enum status ready_clock(struct moment moment);

/* ready_keys(keyset, moment): no key of `keyset` is past its last second at `moment`:
 * STATUS_EXPIRED names the first that is. */
must_check enum status ready_keys(const struct keyset *keyset, struct moment moment);

/* ready_space(folder): at least READY_FREE_BYTES_MIN are free where `folder` lies:
 * STATUS_NO_SPACE. STATUS_IO when that cannot be told. */
must_check enum status ready_space(const char *folder);

/* ready_letters(arena, config, text): everything that people read here can be set with the fonts
 * behind `text`, in the language of `config`: STATUS_NO_FONT names the letters of the first text
 * that cannot, and the package to install. `arena` is for the work. */
must_check enum status ready_letters(struct arena *arena, const struct config *config,
                                     const struct text_port *text);

#endif
