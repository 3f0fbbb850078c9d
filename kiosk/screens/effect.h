/* effect: what the program must do for a screen, as a value. Screens cannot write, seal or wipe;
 * one file in app/ performs the effect before the next view and reports back (journey.h). */
#ifndef SCREENS_EFFECT_H
#define SCREENS_EFFECT_H

#include "sitting/sitting.h"

enum effect_kind {
    EFFECT_NONE,
    EFFECT_CHECK_CODE, /* the typed code: known, used, a draft? -> journey_code_known / _refused */
    EFFECT_SAVE,    /* a step's answer and the position, durable before the next view */
    EFFECT_COMFORT, /* text size and colours, kept with the draft */
    EFFECT_BEGIN,   /* consent was given: make the draft and the start entry */
    EFFECT_SEAL,    /* score, write, seal, append, erase the draft -> journey_sealed */
    EFFECT_DROP, /* end without a result: erase the draft, note an event without content */
    EFFECT_SUSPEND,    /* leave the draft for the code, forget the rest */
    EFFECT_PRINT,      /* what can be taken away, on paper -> journey_printed */
    EFFECT_STAFF_OPEN, /* tries the typed PIN -> journey_staff_tried */
    EFFECT_STAFF_ACT,  /* `step`: enum staff_act -> journey_staff_came */
    EFFECT_WIPE,       /* wipe the sitting's memory -> journey_wiped */
};

struct effect {
    enum effect_kind kind;
    /* EFFECT_SAVE: whose answer; NO_STEP: only the position. EFFECT_STAFF_ACT: enum staff_act */
    int step;
};

/* effect_none(), effect_of(kind), effect_save(step): the effects in a word. */
static inline struct effect effect_of(enum effect_kind kind)
{
    return (struct effect){.kind = kind, .step = NO_STEP};
}
static inline struct effect effect_none(void)
{
    return effect_of(EFFECT_NONE);
}
static inline struct effect effect_save(int step)
{
    return (struct effect){.kind = EFFECT_SAVE, .step = step};
}

#endif
