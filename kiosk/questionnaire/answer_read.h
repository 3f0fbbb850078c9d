/* answer_read: answers from a plain JSON file, for scoring by hand and for tests.
 *
 *   {"sleep_1": 3, "job": "nurse", "tools": ["saw", "plane"], "GRID_2": 4, "age": "NA"}
 *
 * They become what a sitting would hold. What a sitting could never hold is a fault at its line
 * and column, so that a slip of the pen does not end as a missing value nobody hears of. */
#ifndef QUESTIONNAIRE_ANSWER_READ_H
#define QUESTIONNAIRE_ANSWER_READ_H

#include "questionnaire/answer.h"

enum { ANSWER_FILE_BYTES_MAX = 1024 * 1024 };

/* answer_read(arena, file, bytes, questionnaire, faults, out_source):
 * The answers in `bytes`, an object of at most ANSWER_FILE_BYTES_MAX from the ids of items of
 * `questionnaire`, or of rows of its grids, to a number, a text, a list of these, or null; built
 * in `arena`, with `questionnaire` lent for the life of `out_source`. null, "" and "NA" are no
 * answer. Several values stand in a list, or in a text with "|" between ticked boxes and a blank
 * between the rows of a grid. `file` is the name for messages in `faults`. Errors: an id that is
 * not there, an item that takes no answer, text where a number is needed, a number outside its
 * range, a value that is no option. Warnings, with the answer kept: a likert value between two
 * points of a stepped range, and a broken rule of `validation`; and, with the answer left out,
 * one to an item that with these answers is not shown (shown.h). STATUS_BAD_INPUT when a fault
 * is an error. */
must_check enum status answer_read(struct arena *arena, struct span file,
                                   struct span bytes,
                                   const struct questionnaire *questionnaire,
                                   struct fault_list *faults,
                                   struct answer_source *out_source);

/* answer_read_all(arena, file, bytes, questionnaire, faults, out_source): the same, but each answer
 * counts, as if all items were shown: so other programs may have asked. */
must_check enum status answer_read_all(struct arena *arena, struct span file,
                                       struct span bytes,
                                       const struct questionnaire *questionnaire,
                                       struct fault_list *faults,
                                       struct answer_source *out_source);

#endif
