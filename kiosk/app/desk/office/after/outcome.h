/* outcome: what somebody who was hired says of the work after 6 and after 12 months, and what who
 * leads their work says of it: for the organization to learn whether its questions mean anything,
 * and never for pay or a choice between people. Values only; outcome_kept.h keeps them. */
#ifndef APP_DESK_OFFICE_AFTER_OUTCOME_H
#define APP_DESK_OFFICE_AFTER_OUTCOME_H

#include "base/arena.h"
#include "base/span.h"
#include "base/status.h"

#include <stdbool.h>
#include <stddef.h>

enum outcome_side { OUTCOME_PERSON, OUTCOME_MANAGER, OUTCOME_SIDES };
enum outcome_question {
#define OUTCOME(symbol, id, side, statement, at1, at3, at5) symbol,
#include "app/desk/office/after/outcome.def"
#undef OUTCOME
    OUTCOME_QUESTIONS
};
enum { OUTCOME_RATING_MAX = 5, OUTCOME_BYTES_MAX = 4096 };
enum { OUTCOME_HALF_YEAR = 6, OUTCOME_YEAR = 12 }; /* months */

struct outcome {
    enum outcome_side side;
    int month;                      /* 6 or 12 */
    int ratings[OUTCOME_QUESTIONS]; /* 1 to 5; 0: left out, or not asked of this side */
    int64_t time_s;
    struct span who; /* the label of the key */
};

/* outcome_write(arena, outcome): its canonical bytes; `arena` should be guarded.
 * outcome_read(arena, bytes, out_outcome): and back; STATUS_DAMAGED for any other. */
struct span outcome_write(struct arena *arena, const struct outcome *outcome);
must_check enum status outcome_read(struct arena *arena, struct span bytes,
                                    struct outcome *out_outcome);

/* outcome_check(outcome): STATUS_BAD_INPUT, with how to mend it, unless it is of month 6 or 12, at
 * least one question is answered, and only those of its side are. */
must_check enum status outcome_check(const struct outcome *outcome);

/* outcome_find(id, out_question): the question that is typed as `id`; STATUS_BAD_INPUT with those
 * that there are. outcome_side(word, out_side): "person" or "manager"; STATUS_BAD_INPUT.
 * outcome_id(question), outcome_side_of(question), outcome_statement(question),
 * outcome_side_word(side): what it is called, who is asked it, how it reads. outcome_anchor(
 * question, rating): the words at 1, 3 and 5; "" at the others. */
must_check enum status outcome_find(struct span id, enum outcome_question *out_question);
must_check enum status outcome_side(struct span word, enum outcome_side *out_side);
const char *outcome_id(enum outcome_question question);
enum outcome_side outcome_side_of(enum outcome_question question);
const char *outcome_statement(enum outcome_question question);
const char *outcome_side_word(enum outcome_side side);
const char *outcome_anchor(enum outcome_question question, int rating);

#endif
