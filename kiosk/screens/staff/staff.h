/* staff: what the pages for staff show: whether the PIN was right, what there is to know, what came
 * of the last thing that was done. */
#ifndef SCREENS_STAFF_STAFF_H
#define SCREENS_STAFF_STAFF_H

#include "base/clock.h"
#include "base/status.h"
#include "base/span.h"

#include <stdbool.h>
#include <stdint.h>

enum {
    STAFF_PIN_MAX = 12,
    STAFF_PIN_LEAST = 6,
    STAFF_HOLD_MS = 5000, /* how long the organization's name is held */
};

enum staff_pin {
    STAFF_PIN_OPEN,
    STAFF_PIN_WRONG,
    STAFF_PIN_WAIT, /* not looked at: too many were wrong */
    STAFF_PIN_NONE, /* none was set at enrolment */
};

enum staff_act {
    STAFF_COLLECT, /* sealed results, onto the stick */
    STAFF_TAKE,    /* a configuration, from the stick */
    STAFF_REQUEST, /* the terminal's request, onto the stick */
    STAFF_CLOCK,   /* day and time of the machine are set */
    STAFF_REBOOT,  /* the machine ends, and begins again */
    STAFF_OFF,     /* the machine ends */
    STAFF_NEXT,    /* asks which signing key waits for a yes to its words */
    STAFF_TRUST,   /* that yes */
    STAFF_READY,   /* what the doctor of the terminal says */
    STAFF_PRINT,   /* that, on paper */
    STAFF_SCREEN,  /* its size, and how it stands */
    STAFF_RESTART, /* the program ends, and whoever started it starts it again */
    STAFF_ACT_COUNT
};

/* What is asked of the process with the ledger. */
struct staff_wish {
    enum staff_act act;
    int64_t unix_s;       /* what the clock is to say (STAFF_CLOCK) */
    struct moment moment; /* now */
    struct span words;    /* that were shown, and were compared (STAFF_TRUST) */
};

struct staff_facts {
    int64_t configuration; /* its number; 0: none */
    uint64_t waiting;      /* entries that the desk has not, as far as is known here */
    uint64_t free_mb;
    bool is_synced; /* a network keeps the clock right */
};

enum staff_came {
    STAFF_CAME_DONE,
    STAFF_CAME_NOTHING,  /* the desk has all that was sealed here */
    STAFF_CAME_NO_STICK, /* `words` say what is wrong with the stick */
    STAFF_CAME_NO_HELPER,
    STAFF_CAME_TOLD,      /* `words` say what came of it: of the machine */
    STAFF_CAME_DAMAGED,   /* written, but some entries are damaged here */
    STAFF_CAME_NOT_TAKEN, /* a configuration was copied, and is not used: `fault` */
    STAFF_CAME_FAILED,    /* `fault` */
};

struct staff_done {
    enum staff_came came;
    struct span words; /* of a helper; or eight words: of the request, of a next key */
    uint64_t from, to; /* entries that were written */
    int64_t configuration; /* the number in use */
    enum status fault;
};

struct staff {
    bool is_open;
    bool has_tried;
    enum staff_pin pin;
    int64_t wait_s;
    struct staff_facts facts;
    bool has_done;
    enum staff_act act;
    struct staff_done done;
    struct span next_words; /* of the signing key that waits for a yes */
    enum staff_act asked;   /* STAFF_REBOOT, STAFF_OFF: whether that is really meant */
    struct span ready;      /* what the doctor says, a line for each check */
    size_t ready_wrong_count;
    size_t ready_part;    /* which of its QR codes is shown; 0: none */
    int64_t clock_unix_s; /* what the clock is to say */
    bool is_wrong;        /* what was typed is no day and time */
    bool is_warned;       /* what it means for what is kept here was told */
};

#endif
