/* journey: the whole way of a person through the kiosk, as a pure function of what happened.
 *
 *   attract -> code -> notice -> consent -> practice and items ... -> check (-> redo) -> finish
 *           -> own profile (candidates) -> receipt -> wiped -> attract
 *   over any of them: comfort, help, really leave, are you still there; or all is held
 *
 *   event + moment --journey_step--> new state + at most one effect
 *   state --journey_view--> tree of nodes
 *
 * A screen cannot write to disk or hold a key: it returns an effect, a value; one file in app/
 * performs it and reports back with journey_code_known, journey_code_refused, journey_sealed,
 * journey_wiped or journey_failed. All that a person typed or chose lives in the sitting's
 * arena, which the app wipes for EFFECT_WIPE. What happens by itself (idle warning, hold, park
 * and then wipe) is one list of deadlines: tick until journey_deadline lies ahead. */
#ifndef SCREENS_JOURNEY_H
#define SCREENS_JOURNEY_H

#include "base/clock.h"
#include "scoring/scorecard.h"
#include "sitting/sitting.h"
#include "screens/effect.h"
#include "screens/tries.h"
#include "screens/typing.h"
#include "view/event.h"
#include "view/node.h"
#include "view/theme.h"

#include <stdbool.h>

enum event_kind {
#define EVENT(name) EVENT_##name,
#include "screens/event.def"
#undef EVENT
};

enum screen_kind {
#define SCREEN(KIND, name, module) SCREEN_##KIND,
#include "screens/screen.def"
#undef SCREEN
    SCREEN_COUNT,
};
/* screen_name(kind): "attract", "code" ... as the story language says it. */
const char *screen_name(enum screen_kind kind);

/* What the place is, from the signed configuration; lent for the journey's life. */
struct place {
    const struct assessment *assessment;
    struct span organization, contact, retention;
    struct span language;                 /* default language code */
    int64_t idle_ms, warning_ms, hold_ms; /* 5 min, 45 s, 15 min */
    bool can_call;                        /* a lamp or relay can call staff */
    int fault; /* not 0: nobody can begin, SCREEN_STAFF shows this number */
    struct span fault_text;
};

struct comfort {
    enum text_step step;
    enum theme_name theme;
};

/* An access code: Crockford base 32, typed without its hyphens. AUTOSAVE: an answer changed on
 * the screen is saved at the latest this long after. WIPED: how long that screen stands. */
enum { CODE_MAX = 10, AUTOSAVE_MS = 5000, WIPED_MS = 10000 };

/* Where NEXT leads: through the parts, or back to the check of the answers. */
enum checking {
    CHECKING_NOT,
    CHECKING_BLANKS, /* to the next blank of the part, then back to the check */
    CHECKING_PART,   /* through the part again, then back to the check */
    CHECKING_REDO, /* through the parts that are answered again, then back to the check */
};

/* All state of one person, in the guarded arena; NULL before a code is being typed. */
struct visit {
    struct typing typing;    /* the code, or the answer of a text item */
    char code[CODE_MAX];     /* the one that opened the sitting: asked again when held */
    struct sitting *sitting; /* NULL before the code is known */
    struct span vacancy_title;
    int at; /* step on the screen, NO_STEP before the first */
    bool is_resumed;
    bool has_begun;       /* consent was given and the draft is there */
    struct answer answer; /* being given on this screen; its text is in typing */
    enum answer_state declined_from; /* what "I prefer not to say" can be taken back to */
    bool is_settled; /* it was complete when the screen appeared, untouched since */
    bool is_changed; /* since it was put into the sitting */
    bool
        is_writing; /* the keys are wanted: a low page shows them or the whole question */
    int64_t changed_since_ms;                   /* steady; when is_changed */
    enum item_check broken;                     /* the rule it breaks, told beside it */
    unsigned char was_asked[SITTING_STEPS_MAX]; /* about a blank: once for each step */
    enum checking checking;
    int64_t shown_since_ms; /* steady; -1: under something else, time does not count */
    enum screen_kind held_screen;
    int64_t held_since_ms;
    const struct scorecard *scorecard; /* NULL: a rater, or nothing could be scored */
    struct span receipt, handle;       /* "7Q2K-..." and "K7-Q2" */
    size_t profile_page;               /* which of its pages, candidate/profile.c */
};

struct journey {
    const struct place *place;
    struct arena *arena; /* the sitting's, guarded */
    struct visit *visit;
    enum screen_kind screen;
    enum screen_kind under; /* below an overlay */
    struct comfort comfort;
    enum status code_problem; /* last answer about a code; OK: none */
    struct tries tries;
    struct effect asked;     /* the last effect, until it is known how it went */
    bool is_wiping;          /* the next tick returns EFFECT_WIPE */
    int was_called;          /* staff, on this help screen */
    int64_t last_input_ms;   /* steady */
    int64_t screen_since_ms; /* steady: when this screen or overlay appeared */
    enum status problem;     /* last failure of an effect, told on the screen */
    uint32_t screen_number;  /* +1 whenever another screen or item appears */
};

/* journey_init(journey, place, arena, moment): the attract screen (or SCREEN_STAFF when
 * place->fault), with default comfort. `arena` is the guarded arena of the sitting, kept;
 * `moment` starts its clock. */
void journey_init(struct journey *journey, const struct place *place, struct arena *arena,
                  struct moment moment);

/* journey_fault(journey, moment): place->fault is another one now, or none: where nobody is, the
 * attract screen gives way to SCREEN_STAFF, or comes back. Whoever is here goes on. */
void journey_fault(struct journey *journey, struct moment moment);

/* journey_step(journey, event, moment): applies `event` and returns what the app must do before
 * the next view. Events that make no sense on the current screen change nothing. Any event
 * counts as activity at `moment`. */
struct effect journey_step(struct journey *journey, const struct event *event,
                           struct moment moment);

/* journey_tick(journey, moment): what time alone does by `moment`: idle warning, hold, park,
 * wipe, end of a lock, save of what stands on the screen. One thing a call: call again while
 * journey_deadline(journey) is not later than now. */
struct effect journey_tick(struct journey *journey, struct moment moment);

/* journey_deadline(journey): steady time of the next journey_tick that changes something, or
 * INT64_MAX: the kiosk sleeps until then. */
int64_t journey_deadline(const struct journey *journey);

/* Answers of the app to an effect:
 * journey_code_known(journey, sitting, at, is_resumed, vacancy_title, moment): the code opens
 * `sitting` (in journey->arena); `at` is the step of a resumed draft, NO_STEP for a new one.
 * journey_code_refused(journey, status, moment): UNKNOWN_CODE, USED_CODE, or a failure.
 * journey_sealed(journey, scorecard, receipt, handle, moment): the result is sealed; `scorecard`
 * NULL for raters.
 * journey_failed(journey, status, moment): the effect asked for last failed; the person is told,
 * nothing is lost, the screen stays (or comes back).
 * journey_wiped(journey, moment): the memory is wiped, the visit is no more: SCREEN_WIPED, then
 * attract, with comfort as at the start; attract at once where no code had been accepted.
 * journey_code(journey): the code as typed so far. */
void journey_code_known(struct journey *journey, struct sitting *sitting, int at,
                        bool is_resumed, struct span vacancy_title, struct moment moment);
void journey_code_refused(struct journey *journey, enum status status,
                          struct moment moment);
void journey_sealed(struct journey *journey, const struct scorecard *scorecard,
                    struct span receipt, struct span handle, struct moment moment);
void journey_failed(struct journey *journey, enum status status, struct moment moment);
void journey_wiped(struct journey *journey, struct moment moment);
struct span journey_code(const struct journey *journey);

/* journey_view(arena, journey, facts, moment): the current screen as a tree in the event arena.
 * Pure. facts->step and ->theme are the caller's copy of journey->comfort. */
struct node *journey_view(struct arena *arena, const struct journey *journey,
                          const struct surface_facts *facts, struct moment moment);

/* For the screens: journey_show(journey, screen, moment) makes `screen` appear.
 * journey_rest(journey, moment): the screen that waits for the next person appears.
 * journey_open(journey, overlay, moment) lays `overlay` over the screen, saving what changed;
 * journey_close(journey, moment) takes it away again. journey_end(journey, kind): the effect
 * `kind`, and then the wipe. journey_base(journey): the screen, or what lies under the overlay. */
void journey_show(struct journey *journey, enum screen_kind screen, struct moment moment);
void journey_rest(struct journey *journey, struct moment moment);
struct effect journey_open(struct journey *journey, enum screen_kind overlay,
                           struct moment moment);
void journey_close(struct journey *journey, struct moment moment);
struct effect journey_end(struct journey *journey, enum effect_kind kind);
enum screen_kind journey_base(const struct journey *journey);

#endif
