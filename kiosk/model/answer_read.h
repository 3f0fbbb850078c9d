/* answer_read: answers from a plain JSON file, for scoring by hand and for tests.
 *
 *   {"sleep_1": 3, "job": "nurse", "tools": ["saw", "plane"], "GRID_2": 4, "age": "NA"}
 */
#ifndef MODEL_ANSWER_READ_H
#define MODEL_ANSWER_READ_H

#include "model/answer.h"

enum { ANSWER_FILE_BYTES_MAX = 1024 * 1024 };

/* answer_read(arena, file, bytes, faults, out_source):
 * The answers in `bytes`, an object of at most ANSWER_FILE_BYTES_MAX from item id to a number, a
 * text, a list of these, or null, built in `arena`. null, "" and "NA" are no answer. `file` is the
 * name for messages in `faults`. STATUS_BAD_INPUT when a fault is an error. */
must_check enum status answer_read(struct arena *arena, struct span file,
                                   struct span bytes, struct fault_list *faults,
                                   struct answer_source *out_source);

#endif
