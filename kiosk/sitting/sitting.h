/* sitting: one person's way through an assessment: where we are, what was answered, when, in
 * which shown order. Pure: the same start and the same steps give the same sitting, so it can be
 * replayed from its sealed draft rows.
 *
 *   assessment + start (role, seed ...) --sitting_begin--> steps in shown order
 *   sitting_put(step, answer)           one answer, replacing the older one
 *   sitting_next / sitting_previous     past what conditions hide
 *
 * The seed decides the order of shuffled sections and of the statements inside a block; it is
 * stored with the record. */
#ifndef SITTING_SITTING_H
#define SITTING_SITTING_H

#include "base/chance.h"
#include "base/clock.h"
#include "chain/chain.h"
#include "questionnaire/answer.h"
#include "assessment/assessment.h"
#include "sitting/sitting_text.h"

#include <stdbool.h>

enum {
    SITTING_STEPS_MAX = 512,
    SITTING_ROW_BYTES_MAX = 64 * 1024,
    SITTING_PSEUDONYM_BYTES = 16,
    NO_STEP = -1,
    AT_CHECK = -2, /* past the last step, where all answers are looked at */
    DRAFT_LIFE_S =
        24 * 3600, /* how long a draft waits for its person after the last save */
};

struct sitting_start {
    enum role role;
    uint64_t seed;
    unsigned char record_id[CHAIN_ID_BYTES]; /* random, never from personal data */
    struct span vacancy;                     /* id; empty for raters */
    int64_t invite;       /* number on the card; 0 for raters: they stay anonymous */
    struct span language; /* code */
    int64_t started_unix_ms;
    /* of a rater, in a record: the same for one code on all terminals; in older ones none */
    bool has_pseudonym;
    unsigned char pseudonym[SITTING_PSEUDONYM_BYTES];
};

/* One screen with one item. */
struct step {
    size_t part; /* index into assessment->parts */
    const struct item *item;
    int16_t order
        [OPTIONS_MAX]; /* shown position -> statement, option or row in the document */
    size_t order_count;
};

/* What is being answered again, sitting_redo.h. */
struct sitting_redo {
    int was_offered;                /* once in a sitting */
    unsigned char parts[PARTS_MAX]; /* per part: it is answered again */
    unsigned char *waiting;         /* per step: no new answer yet */
    unsigned char
        was_again[PARTS_MAX]; /* per part: a new answer was given; kept to the end */
};

struct sitting {
    const struct assessment *assessment;
    struct sitting_start start;
    struct step *steps;
    struct answer *answers; /* one per step */
    size_t step_count;
    struct arena *arena; /* the sitting's own, guarded */
    bool
        is_finished; /* the person finished; nothing changes any more; set by who ends it */
    bool is_ended_by_gate; /* an answer does not satisfy its item's gate */
    unsigned char *shown;  /* per step: its conditions hold; kept by sitting_put */
    struct sitting_part *part_steps; /* one per part of the assessment */
    char **rooms;         /* per step: where its text lies; NULL for other kinds */
    double *part_minutes; /* per part: as expected; 0: not asked for yet */
    struct sitting_redo redo;
};

/* Where the steps of one part are found again by item. */
struct sitting_part {
    int16_t *step_of_item; /* by item index; NO_STEP for the parts of another role */
    const struct answer **given;   /* by item index: all of them */
    const struct answer **answers; /* by item index: those that count; NULL: hidden */
};

/* sitting_begin(arena, assessment, start, out_sitting):
 * Lays out the steps of all parts for start->role in `arena` (kept: answers are copied there).
 * STATUS_BAD_INPUT when the assessment has no part for the role, or over SITTING_STEPS_MAX
 * steps. */
must_check enum status sitting_begin(struct arena *arena,
                                     const struct assessment *assessment,
                                     const struct sitting_start *start,
                                     struct sitting **out_sitting);

/* sitting_show(sitting): works out again which steps are shown; sitting_begin and sitting_put do it
 * themselves. */
void sitting_show(struct sitting *sitting);

/* sitting_part(sitting, step): the part of a step. sitting_step_id(arena, sitting, step):
 * "values-now:b07", unique and stable over orders. sitting_find(sitting, id): its index or
 * NO_STEP. */
const struct part *sitting_part(const struct sitting *sitting, size_t step);
struct span sitting_step_id(struct arena *arena, const struct sitting *sitting,
                            size_t step);
int sitting_find(const struct sitting *sitting, struct span id);

/* sitting_text(sitting, step, key): a text of the step's questionnaire in the sitting's language
 * and the part's frame. */
struct span sitting_text(const struct sitting *sitting, size_t step, struct span key);

/* sitting_put(sitting, step, answer):
 * Stores a copy of `answer`, its text too, and sees again which steps are shown. The step no longer
 * waits for a new answer. Only the fields
 * that the item's kind and the answer's state give a meaning are kept. Texts lose what is no
 * UTF-8 and control characters other than line feeds, and are cut at the item's length_max code
 * points and at SITTING_TEXT_BYTES_MAX bytes; the span of an older text of `step` then shows the
 * new one. Picks out of range, and a call after the finish, are bugs. */
void sitting_put(struct sitting *sitting, size_t step, const struct answer *answer);

/* is_sitting_shown(sitting, step): its conditions hold with the answers so far. The answer of
 * a step that is hidden is kept, in case the step comes back, but counts nowhere: other
 * conditions do not see it, it is not scored and not recorded. A condition sees the answers of
 * earlier items of its document; later ones count as not answered. */
bool is_sitting_shown(const struct sitting *sitting, size_t step);

/* is_sitting_counted(sitting, step): the step is shown, can be answered, and is not practice:
 * its answer is scored and recorded. */
bool is_sitting_counted(const struct sitting *sitting, size_t step);

/* sitting_next(sitting, step), sitting_previous(sitting, step): the next or previous step that is
 * shown; NO_STEP at the end or the beginning. sitting_next(sitting, NO_STEP) is the first. Nothing
 * follows a step whose answer does not satisfy its gate. */
int sitting_next(const struct sitting *sitting, int step);
int sitting_previous(const struct sitting *sitting, int step);

/* sitting_first_blank(sitting, after): the first shown, answerable, not practice step after
 * `after` whose answer is open (questionnaire/answer.h), or NO_STEP: the caller asks once,
 * kindly. */
int sitting_first_blank(const struct sitting *sitting, int after);

/* Draft rows: what is sealed after each change, and read back when the person resumes; all are
 * canonical JSON.
 *
 * sitting_start_write(arena, start), sitting_start_read(arena, bytes, out_start): the first row. */
struct span sitting_start_write(struct arena *arena, const struct sitting_start *start);
must_check enum status sitting_start_read(struct arena *arena, struct span bytes,
                                          struct sitting_start *out_start);
/* sitting_row_write(arena, sitting, step, at): the answer of `step` and the step `at` that the
 * person is at (NO_STEP: before the first, AT_CHECK: at the check of all answers), and, once that
 * was offered, which parts are answered again. With `step` (size_t)NO_STEP, and for practice, which
 * is never stored, no answer.
 * sitting_row_read(sitting, bytes, out_at): applies a row again. STATUS_DAMAGED, with `sitting`
 * as it was, when the row does not fit this assessment and seed. */
struct span sitting_row_write(struct arena *arena, const struct sitting *sitting,
                              size_t step, int at);
must_check enum status sitting_row_read(struct sitting *sitting, struct span bytes,
                                        int *out_at);

#endif
