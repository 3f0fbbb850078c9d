/* manual_table: the tables of the technical manual, one row for each thing of the form. */
#ifndef APP_DESK_COMMAND_MANUAL_MANUAL_TABLE_H
#define APP_DESK_COMMAND_MANUAL_MANUAL_TABLE_H

#include "app/desk/command/manual/manual_text.h"
#include "base/buffer.h"

/* manual_table_parts(manual, out): what each role answers, in order, with items and minutes.
 * manual_table_constructs(manual, out), manual_table_drivers(manual, out): the dimensions of the
 * choices and of the ratings, with what each means.
 * manual_table_items(manual, out): for each document its items: id, what it is, dimension, frames,
 * words. manual_table_simulated(manual, out): the figures of the member "simulated". */
void manual_table_parts(struct manual *manual, struct buffer *out);
void manual_table_constructs(struct manual *manual, struct buffer *out);
void manual_table_drivers(struct manual *manual, struct buffer *out);
void manual_table_items(struct manual *manual, struct buffer *out);
void manual_table_simulated(struct manual *manual, struct buffer *out);

#endif
