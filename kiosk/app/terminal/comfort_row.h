/* comfort_row: text size and colours of a person as bytes, one row of a draft. */
#ifndef APP_TERMINAL_COMFORT_ROW_H
#define APP_TERMINAL_COMFORT_ROW_H

#include "screens/journey.h"

/* comfort_row_write(arena, comfort): the bytes of `comfort`, in `arena`. */
struct span comfort_row_write(struct arena *arena, struct comfort comfort);
/* comfort_row_read(work, bytes, out_comfort): the comfort that `bytes` keep; `work` is for scratch.
 * STATUS_DAMAGED when they were not written so. */
must_check enum status comfort_row_read(struct arena *work, struct span bytes,
                                        struct comfort *out_comfort);

#endif
