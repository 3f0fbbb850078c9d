/* journey: the whole way of a person through the kiosk, as a pure function of what happened.
 *
 *   attract -> code -> notice -> consent -> practice and items ... -> check -> finish
 *           -> own profile (candidates) -> receipt -> wiped -> attract
 *   over any of them: comfort, help, "are you still there", held
 *
 *   event + moment --journey_step--> new state + at most one effect
 *   state --journey_view--> tree of nodes
 *
 * A screen cannot write to disk or hold a key: it returns an effect, a value; one file in app/
 * performs it and reports back with journey_code_known, journey_sealed or journey_failed. All
 * that a person typed or chose lives in the sitting's arena, which the app wipes after
 * EFFECT_WIPE. */
#ifndef SCREENS_JOURNEY_H
#define SCREENS_JOURNEY_H

#include "base/clock.h"
#include "model/scorecard.h"
#include "model/sitting.h"
#include "view/event.h"
#include "view/node.h"
#include "view/theme.h"

enum event_kind {
#define EVENT(name) EVENT_##name,
#include "screens/event.def"
#undef EVENT
};

enum screen_kind {
    SCREEN_ATTRACT,
    SCREEN_CODE,
    SCREEN_RESUME,    /* "we kept your place": shown after a code that has a draft */
    SCREEN_NOTICE,
    SCREEN_CONSENT,
    SCREEN_DECLINED,
    SCREEN_ITEM,      /* every item, practice too; by the step's kind */
    SCREEN_BLANK,     /* asked once, kindly, about an item left blank */
    SCREEN_CHECK,     /* check your answers: the parts, what is blank */
    SCREEN_FINISH,    /* what cannot be undone is said before */
    SCREEN_SEALING,
    SCREEN_PROFILE,
    SCREEN_RECEIPT,
    SCREEN_WIPED,
    SCREEN_LEAVE,     /* really end now? */
    SCREEN_COMFORT,   /* overlays from here */
    SCREEN_HELP,
    SCREEN_IDLE,      /* are you still there? 45 s */
    SCREEN_HELD,      /* hidden; the code brings it back, for 15 minutes */
    SCREEN_STAFF,     /* please see staff, with a fault code; nothing can be started */
    SCREEN_COUNT,
};
/* screen_name(kind): "attract", "code" ... as the story language says it. */
const char *screen_name(enum screen_kind kind);

enum effect_kind {
    EFFECT_NONE,
    EFFECT_CHECK_CODE, /* the typed code: known, used, a draft? -> journey_code_known / _failed */
    EFFECT_SAVE,       /* step's answer and position, durable before the next screen shows */
    EFFECT_BEGIN,      /* consent was given: make the draft and the start entry */
    EFFECT_SEAL,       /* score, write, seal, append, erase the draft -> journey_sealed */
    EFFECT_DROP,       /* end without a result: erase the draft, note an event without content */
    EFFECT_PARK,       /* hold time is over: leave the draft for the code, forget the rest */
    EFFECT_WIPE,       /* wipe the sitting's memory; then journey_wiped */
    EFFECT_HELP,       /* call staff where a lamp or relay is connected */
};

struct effect {
    enum effect_kind kind;
    int step; /* EFFECT_SAVE: whose answer; NO_STEP: only the position */
};

/* What the place is, from the signed configuration; lent for the journey's life. */
struct place {
    const struct assessment *assessment;
    struct span organization, contact, retention;
    struct span language;      /* default language code */
    int64_t idle_ms, warning_ms, hold_ms; /* 5 min, 45 s, 15 min */
    int fault;                 /* not 0: SCREEN_STAFF shows this code */
    struct span fault_text;
};

struct comfort {
    enum text_step step;
    enum theme_name theme;
};

enum { CODE_MAX = 10, TYPED_MAX_BYTES = 4800 };

/* Text being typed: the code, or the answer of a text item. */
struct typing {
    char text[TYPED_MAX_BYTES];
    size_t count, caret; /* bytes */
    int is_shifted, layer;
};

/* All state of one person, in the guarded arena; NULL before a code is being typed. */
struct visit {
    struct typing typing;
    struct sitting *sitting;     /* NULL before the code is known */
    struct span vacancy_title;
    int at;                      /* step on the screen, NO_STEP before the first */
    int is_resumed;
    struct answer answer;        /* being given on this screen, not yet saved */
    int was_asked_blank;         /* of this step */
    int is_checking;             /* came from the check screen: NEXT goes back to it */
    int64_t shown_since_ms;      /* steady */
    const struct scorecard *scorecard;
    struct span receipt, handle; /* "7Q2K-..." and "K7-Q2" */
    size_t profile_page;
};

struct journey {
    const struct place *place;
    struct arena *arena;         /* the sitting's, guarded */
    struct visit *visit;
    enum screen_kind screen;
    enum screen_kind under;      /* below an overlay */
    struct comfort comfort;
    enum status code_problem;    /* last answer about a code; OK: none */
    int wrong_codes;             /* since the last good one: five free, then 15 s doubling */
    int64_t code_locked_until_ms; /* steady */
    int64_t last_input_ms;       /* steady */
    int64_t screen_since_ms;     /* steady: when this screen or overlay appeared */
    enum status problem;         /* last failure of an effect, told on the screen */
    uint32_t screen_number;      /* +1 whenever another screen or item appears */
};

/* journey_init(journey, place, arena, moment): the attract screen (or SCREEN_STAFF when
 * place->fault), with default comfort. `arena` is the guarded arena of the sitting, kept. */
void journey_init(struct journey *journey, const struct place *place, struct arena *arena,
                  struct moment moment);

/* journey_step(journey, event, moment): applies `event` and returns what the app must do before
 * the next view. Events that make no sense on the current screen change nothing. Any event
 * counts as activity. */
struct effect journey_step(struct journey *journey, const struct event *event,
                           struct moment moment);

/* journey_tick(journey, moment): time passed: idle warning, hold, wipe, end of a lock. */
struct effect journey_tick(struct journey *journey, struct moment moment);

/* journey_deadline(journey): steady time of the next journey_tick that can change something,
 * or INT64_MAX: the kiosk sleeps until then. */
int64_t journey_deadline(const struct journey *journey);

/* Answers of the app to an effect:
 * journey_code_known(journey, sitting, at, is_resumed, vacancy_title, moment): the code opens
 * `sitting` (in journey->arena); `at` is the step of a resumed draft, NO_STEP for a new one.
 * journey_code_refused(journey, status, moment): UNKNOWN_CODE, USED_CODE, or a failure.
 * journey_sealed(journey, scorecard, receipt, handle, moment): the result is sealed.
 * journey_failed(journey, status, moment): an effect failed; the person is told, nothing is
 * lost, the screen stays.
 * journey_wiped(journey, moment): the memory is wiped: SCREEN_WIPED, then attract.
 * journey_code(journey): the code as typed so far. */
void journey_code_known(struct journey *journey, struct sitting *sitting, int at,
                        int is_resumed, struct span vacancy_title, struct moment moment);
void journey_code_refused(struct journey *journey, enum status status, struct moment moment);
void journey_sealed(struct journey *journey, const struct scorecard *scorecard,
                    struct span receipt, struct span handle, struct moment moment);
void journey_failed(struct journey *journey, enum status status, struct moment moment);
void journey_wiped(struct journey *journey, struct moment moment);
struct span journey_code(const struct journey *journey);

/* journey_view(arena, journey, facts, moment): the current screen as a tree in the event arena.
 * Pure. facts->step and ->theme are the caller's copy of journey->comfort. */
struct node *journey_view(struct arena *arena, const struct journey *journey,
                          const struct surface_facts *facts, struct moment moment);

#endif
