/* visit: one person's way through the items: which step stands on the screen, the answer being
 * given there, and when it goes into the sitting.
 *
 *   sitting --visit_enter--> answer on the screen --steps of the items--> changed
 *           <--visit_keep--  (and EFFECT_SAVE)
 *
 * What is kept always comes with the time spent on the screen, overlays not counted. What is being
 * answered again begins empty on the screen, and the old answer stands until it is touched. */
#ifndef SCREENS_VISIT_H
#define SCREENS_VISIT_H

#include "base/clock.h"
#include "scoring/scorecard.h"
#include "screens/effect.h"
#include "sitting/found.h"
#include "screens/screen.h"
#include "screens/staff/staff.h"
#include "screens/tries.h"
#include "screens/typing.h"
#include "setup/groups/groups.h"
#include "setup/vacancy.h"
#include "sitting/sitting.h"

#include <stdbool.h>

/* An access code: Crockford base 32, typed without its hyphens. */
enum { CODE_MAX = 10 };

/* Where NEXT leads: through the parts, or back to the check of the answers. */
enum checking {
    CHECKING_NOT,
    CHECKING_BLANKS, /* to the next blank of the part, then back to the check */
    CHECKING_PART,   /* through the part again, then back to the check */
    CHECKING_ONE,    /* this answer alone, then straight back to it in the check */
    CHECKING_REDO, /* through the parts that are answered again, then back to the check */
};

/* Of a typed number that could be two, such as 1,250. */
enum meaning { MEANING_OPEN, MEANING_ASKED, MEANING_TOLD };

/* What can be chosen between on the person's own profile; where the sentences stand beside or above
 * the chart, that is the first. */
enum profile_view {
    PROFILE_WORDS,
    PROFILE_CHART,
    PROFILE_DRIVERS,
    PROFILE_RESONANCE,
    PROFILE_NUMBERS,
    PROFILE_VIEW_COUNT,
};

/* What the person says for the audit (candidate/voluntary.h). */
struct voluntary {
    size_t page;                    /* 0: what this is */
    int said[GROUPS_QUESTIONS_MAX]; /* which answer, from 1; 0: none */
    bool is_given;                  /* to be sealed so; else nothing was said */
};

/* All state of one person, in the guarded arena; NULL before a code is being typed. */
struct visit {
    struct sitting *sitting;       /* NULL before the code is known */
    const struct vacancy *vacancy; /* lent; NULL: a rater */
    int64_t changed_since_ms;      /* steady; when is_changed */
    int64_t shown_since_ms; /* steady; -1: under something else, time does not count */
    int64_t hidden_since_ms;
    const struct scorecard *scorecard; /* NULL: a rater, or nothing could be scored */
    enum profile_view profile_view;    /* which of its views, candidate/profile.c */
    size_t kept_part;                  /* which QR code is shown on SCREEN_KEEP */
    struct span receipt, handle;       /* "7Q2K-..." and "K7-Q2" */
    struct tries tries;                /* wrong codes typed meanwhile */
    struct answer answer; /* being given on this screen; its text is in typing */
    struct typing typing; /* the code, or the answer of a text item */
    int at;               /* step on the screen, NO_STEP before the first */
    enum found found;
    enum answer_state declined_from; /* what "I prefer not to say" can be taken back to */
    enum item_check broken;          /* the rule it breaks, told beside it */
    unsigned refusals;               /* how often an answer was not taken as it is */
    enum meaning meaning;
    enum checking checking;
    int looked_at; /* in the check of the answers: the step whose line comes first, or NO_STEP */
    unsigned look_count; /* +1 whenever the check begins anew, or at another line */
    enum screen_kind hidden_screen;
    enum screen_kind kept_from; /* SCREEN_KEEP: where the person came from */
    bool has_begun;             /* consent was given and the draft is there */
    bool is_at_check;           /* the draft was left at the check of the answers */
    bool is_settled; /* it was complete when the screen appeared, untouched since */
    bool is_sliding; /* a finger moves the knob of a line: one change, however far */
    bool is_changed; /* since it was put into the sitting */
    bool
        is_writing; /* the keys are wanted: a low page shows them or the whole question */
    bool is_printed;
    struct voluntary voluntary;
    struct staff staff;  /* on the pages for staff, which are a visit of their own */
    char code[CODE_MAX]; /* the one that opened the sitting: asked again when hidden */
    unsigned char was_begun[PARTS_MAX]; /* its page was shown: once for each part */
    unsigned char was_asked[SITTING_STEPS_MAX]; /* about a blank: once for each step */
};

/* visit_new(arena): somebody comes; nothing is known of them. */
struct visit *visit_new(struct arena *arena);

/* visit_item(visit): the item on the screen. is_visit_practice(visit): it only tries the
 * controls and is never stored. */
const struct item *visit_item(const struct visit *visit);
bool is_visit_practice(const struct visit *visit);

/* visit_answer(visit): the answer on the screen as it would be kept now; its text is lent from
 * visit->typing. */
struct answer visit_answer(const struct visit *visit);
/* visit_changed(visit, is_complete_before, moment): notes that the answer was changed at `moment`;
 * counts it when it had been complete before. */
void visit_changed(struct visit *visit, bool is_complete_before, struct moment moment);

/* visit_keep(visit, moment): puts the answer into the sitting with the time up to `moment` and
 * returns what must be saved: the step, or the position only (practice, instructions). Before
 * the first step: nothing. */
struct effect visit_keep(struct visit *visit, struct moment moment);
/* visit_hold(visit, moment): the same while the person is still at the step: words that stand there
 * are kept even where they are not to be answered with, since that can be taken back until the
 * person goes on. */
struct effect visit_hold(struct visit *visit, struct moment moment);

/* visit_read(visit): puts the answer of the step on the screen there, as the sitting has it.
 * visit_end(visit, moment): the person goes from the items to the check of the answers. */
void visit_read(struct visit *visit);
void visit_end(struct visit *visit, struct moment moment);

/* visit_next(visit), visit_previous(visit): the step that comes after or before the one on the
 * screen, for somebody who answers for the first time, fills what is blank, looks at a part again
 * or answers it again; NO_STEP at the end of that. */
int visit_next(const struct visit *visit);
/* is_visit_new_part(visit, step): somebody who answers for the first time comes to a part at `step`
 * that was not begun in this visit; practice begins without ceremony. */
bool is_visit_new_part(const struct visit *visit, int step);
int visit_previous(const struct visit *visit);

/* visit_redo_parts(arena, visit, out_parts): how many parts the person may be offered to answer
 * again, flagged in `out_parts`; 0 when all can be read together, or the offer was made before.
 * `arena` is for scratch.
 * visit_redo(visit, parts): the flagged `parts` are answered again; returns their first step.
 * visit_resume(visit): goes on with that where a draft stopped in it; from the check of the answers
 * (AT_CHECK) it leads back to that. visit_last(visit): the last step that is shown, or NO_STEP. */
int visit_redo_parts(struct arena *arena, const struct visit *visit,
                     unsigned char out_parts[PARTS_MAX]);
int visit_redo(struct visit *visit, const unsigned char parts[PARTS_MAX]);
void visit_resume(struct visit *visit);
int visit_last(const struct visit *visit);

/* is_visit_left(visit): something was found that cannot go on, and nothing else was begun: it stays
 * as it is. */
bool is_visit_left(const struct visit *visit);

/* visit_stop(visit, until_ms), visit_start(visit, moment): time stops counting for the answer at
 * steady time `until_ms`, and counts again from `moment`. */
void visit_stop(struct visit *visit, int64_t until_ms);
void visit_start(struct visit *visit, struct moment moment);

#endif
