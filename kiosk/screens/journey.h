/* journey: the whole way of a person through the kiosk, as a pure function of what happened.
 *
 *   attract -> code -> notice -> consent -> practice -> (part -> items ...) ... -> check (-> redo)
 *           -> finish -> own profile (candidates) -> receipt (both -> keep and back)
 *           -> voluntary, where the configuration asks for the audit -> wiped -> attract
 *   from the check: one answer, and straight back to its line
 *   attract, for staff: staff-pin -> staff-menu -> attract
 *   over any of them: comfort, help, a break, really leave, really erase, are you still there; or
 *   all is hidden
 *
 *   event + moment --journey_step--> new state + at most one effect
 *   state --journey_view--> tree of nodes
 *
 * A screen cannot write to disk or hold a key: it returns an effect, a value; one file in app/
 * performs it and reports back with journey_code_known, journey_code_refused, journey_sealed,
 * journey_wiped or journey_failed. All that a person typed or chose lives in the sitting's
 * arena, which the app wipes for EFFECT_WIPE. What happens by itself (idle warning, hiding,
 * suspending, wiping) is one list of deadlines: tick until journey_deadline lies ahead.
 *
 * What the app calls (journey_step.c, _time, _effect, _view) stands above the screens, what the
 * screens call (journey.c) below them. */
#ifndef SCREENS_JOURNEY_H
#define SCREENS_JOURNEY_H

#include "screens/event.h"
#include "screens/reason.h"
#include "screens/site.h"
#include "screens/visit.h"
#include "view/node.h"
#include "view/text_port.h"
#include "view/theme.h"

#include <stdbool.h>

struct comfort {
    enum text_size step;
    enum theme_name theme;
};
extern const struct comfort comfort_usual;
/* is_journey_comfort_same(a, b): nothing differs. */
bool is_journey_comfort_same(struct comfort a, struct comfort b);

/* AUTOSAVE: an answer changed on the screen is saved at the latest this long after. WIPED: how
 * long that screen stands. WARNINGS: the one from which on a touch beside the button is not taken
 * for somebody who is there. */
enum { AUTOSAVE_MS = 5000, WIPED_MS = 20000, WARNINGS_IN_A_ROW = 3 };

/* How the last visit ended, told when all of it is wiped. */
enum ending_kind {
    ENDING_NOTHING,  /* no answer was recorded */
    ENDING_FINISHED, /* sealed */
    ENDING_KEPT,     /* the code brings it back */
    ENDING_ERASED,
    ENDING_LEFT, /* what was kept of an earlier visit stays as it was */
};
struct ending {
    enum ending_kind kind;
    enum role role;
    int64_t kept_until_unix_ms; /* ENDING_KEPT; 0: not known */
};

struct journey {
    const struct site *site;
    struct arena *arena; /* the sitting's, guarded */
    struct visit *visit;
    enum screen_kind screen;
    enum screen_kind under; /* below an overlay */
    struct comfort comfort;
    struct comfort hidden_comfort; /* in which the person hid the screen */
    enum status code_problem;      /* last answer about a code; OK: none */
    struct effect asked;           /* the last effect, until it is known how it went */
    bool is_wiping;                /* the next tick returns EFFECT_WIPE */
    int64_t last_input_ms;         /* steady: when somebody last did something */
    int64_t last_change_ms;        /* steady: and when something changed by it */
    int warning_count;             /* of the idle time, since anything changed */
    int64_t screen_since_ms;       /* steady: when this screen or overlay appeared */
    int64_t counted_ms;  /* steady: when a time that counts down was last shown */
    enum status problem; /* last failure of an effect, told on the screen */
    struct ending ending;
    int64_t saved_unix_ms;  /* when a save was last asked for in this visit; 0: not yet */
    enum reason told;       /* why the control that was tried cannot be chosen now */
    uint32_t screen_number; /* +1 whenever another screen or item appears */
};

/* journey_init(journey, site, arena, moment): the attract screen (or SCREEN_STAFF when
 * site->fault), with default comfort. `arena` is the guarded arena of the sitting, kept;
 * `moment` starts its clock. */
void journey_init(struct journey *journey, const struct site *site, struct arena *arena,
                  struct moment moment);

/* journey_fault(journey, moment): site->fault is another one now, or none: where nobody is, the
 * attract screen gives way to SCREEN_STAFF, or comes back. Whoever is here goes on. */
void journey_fault(struct journey *journey, struct moment moment);

/* journey_step(journey, event, moment): applies `event` and returns what the app must do before
 * the next view. Events that make no sense on the current screen change nothing. */
struct effect journey_step(struct journey *journey, const struct event *event,
                           struct moment moment);

/* journey_input(journey, moment): somebody did something that means no event. It takes the idle
 * warning away; the third warning in a row, with nothing changed between them, only its button.
 * journey_changed(journey, moment): what a person did has changed something: answer, text, page,
 * focus or scrolling. The idle time begins anew with that alone, so that a key that is held, or a
 * finger that is none, does not keep somebody's words on the screen.
 * has_journey_warned_enough(journey): the warning that stands wants its button. */
void journey_input(struct journey *journey, struct moment moment);
void journey_changed(struct journey *journey, struct moment moment);
bool has_journey_warned_enough(const struct journey *journey);

/* journey_staff(journey, moment): somebody wants the page for staff: where nobody sits, it asks for
 * the PIN, and the effect says whether one is needed. */
struct effect journey_staff(struct journey *journey, struct moment moment);

/* journey_stop(journey, moment): the program ends in good order: returns what of the screen must
 * be saved, so that the code brings back every letter. */
struct effect journey_stop(struct journey *journey, struct moment moment);

/* journey_tick(journey, moment): what time alone does by `moment`: idle warning, hiding,
 * suspending, wipe, end of a lock, save of what stands on the screen. One thing a call: call
 * again while journey_deadline(journey) is not later than now. */
struct effect journey_tick(struct journey *journey, struct moment moment);

/* journey_deadline(journey): steady time of the next journey_tick that changes something, or
 * INT64_MAX: the kiosk sleeps until then. */
int64_t journey_deadline(const struct journey *journey);

/* journey_seconds(journey, moment): what a screen that counts down (the idle warning, the wait
 * after wrong codes) shows at `moment`, at least 1. */
int journey_seconds(const struct journey *journey, struct moment moment);
/* journey_free_unix_ms(journey, moment): wall clock time at which a hidden screen becomes free for
 * others, unless its person comes back. */
int64_t journey_free_unix_ms(const struct journey *journey, struct moment moment);

/* Answers of the app to an effect: journey_code_known(journey, sitting, at, found, vacancy,
 * moment): the code opens `sitting` (in journey->arena) for `vacancy` (lent; NULL: a rater), after
 * it has `found` what it says; `at` is the step of a resumed draft, NO_STEP for a new one.
 * journey_comfort(journey, comfort): a
 * resumed draft comes with the `comfort` of its person: the letters hold unless somebody has set
 * others just now, and so do the colours. journey_code_refused(journey,
 * status, moment): UNKNOWN_CODE, USED_CODE, or a failure. journey_sealed(journey, scorecard,
 * receipt, handle, moment): the result is sealed; `scorecard` NULL for raters.
 * journey_printed(journey, moment): the printer took it. journey_staff_tried(journey, pin, wait_s,
 * moment): what came of the PIN. journey_staff_facts(journey, facts): what there is to know of the
 * terminal. journey_staff_ready(journey, text, wrong_count, moment): what its doctor says, lent for
 * the visit, a line for each check, and how many are wrong. journey_staff_next(journey, words,
 * moment): a signing key waits for a yes to its eight `words`, lent for the visit.
 * journey_staff_came(journey, act, done, moment): what came of `act`, its words lent for the visit.
 * journey_failed(journey, status, moment): the effect asked for last failed; the person is told,
 * nothing is lost, the screen stays (or comes back). journey_wiped(journey, moment): the memory
 * is wiped, the visit is no more: SCREEN_WIPED in the comfort of before, then attract;
 * attract at once where no code had been accepted. journey_code(journey): the code as typed so
 * far. */
void journey_code_known(struct journey *journey, struct sitting *sitting, int at,
                        enum found found, const struct vacancy *vacancy,
                        struct moment moment);
void journey_comfort(struct journey *journey, struct comfort comfort);
void journey_code_refused(struct journey *journey, enum status status,
                          struct moment moment);
void journey_sealed(struct journey *journey, const struct scorecard *scorecard,
                    struct span receipt, struct span handle, struct moment moment);
void journey_printed(struct journey *journey, struct moment moment);
void journey_staff_tried(struct journey *journey, enum staff_pin pin, int64_t wait_s,
                         struct moment moment);
void journey_staff_facts(struct journey *journey, const struct staff_facts *facts);
void journey_staff_ready(struct journey *journey, struct span text, size_t wrong_count,
                         struct moment moment);
void journey_staff_next(struct journey *journey, struct span words, struct moment moment);
void journey_staff_came(struct journey *journey, enum staff_act act,
                        const struct staff_done *done, struct moment moment);
void journey_failed(struct journey *journey, enum status status, struct moment moment);
void journey_wiped(struct journey *journey, struct moment moment);
struct span journey_code(const struct journey *journey);

/* journey_view(arena, journey, facts, moment): the current screen as a tree in the event arena.
 * Pure. facts->step and ->theme are the caller's copy of journey->comfort. */
struct node *journey_view(struct arena *arena, const struct journey *journey,
                          const struct surface_facts *facts, struct moment moment);
/* journey_fit(arena, journey, facts, port, moment): the same, measured (layout_measure), as the
 * page that gives up least (room.h) of those that show at once what belongs together, and at least
 * what `facts` has given up already; `facts` keeps what it gave up. Where even the last does not,
 * it scrolls. The page of comfort has the largest letters that it can hold, whichever are chosen
 * there (facts->step): nothing on it moves.
 * journey_room(arena, journey, facts, port, moment): what the page begins with: so much room that
 * all pages of its kin can have it, the questions of one kind in one part, or the pages between
 * parts. So letters, column and buttons stay where they are from page to page. Nothing given up
 * for all others.
 * journey_page(journey, facts): the page that stands. As long as it is the same, it is fitted from
 * the room of before: nothing moves while somebody answers, and a key is not measured twice.
 * What a notice took comes back with it.
 * is_journey_page_same(page, other): nothing differs. is_journey_page_kin(page, other): they begin
 * with the same room. */
struct journey_page {
    enum screen_kind screen;
    int at;   /* step; NO_STEP: none */
    int part; /* whose questions are kin; -1: none */
    enum item_kind kind;
    enum checking checking;
    bool is_writing;
    struct comfort comfort;
    int width_px, height_px;
    enum reason told; /* what takes room on it for a moment; not where somebody answers */
    enum status problem, code_problem;
};
struct journey_page journey_page(const struct journey *journey,
                                 const struct surface_facts *facts);
bool is_journey_page_same(struct journey_page page, struct journey_page other);
bool is_journey_page_kin(struct journey_page page, struct journey_page other);
struct room journey_room(struct arena *arena, const struct journey *journey,
                         const struct surface_facts *facts, const struct text_port *port,
                         struct moment moment);
struct node *journey_fit(struct arena *arena, const struct journey *journey,
                         struct surface_facts *facts, const struct text_port *port,
                         struct moment moment);

/* For the screens: journey_show(journey, screen, moment) makes `screen` appear.
 * journey_rest(journey, moment): the screen that waits for the next person appears, which is
 * journey_rest_screen(site). journey_open(journey, overlay, moment) lays `overlay` over the
 * screen, saving what changed; journey_close(journey, moment) takes it away again.
 * journey_ask(journey, effect, moment): `effect` is what the app does next, until it is known
 * how that went. journey_end(journey, kind): the effect `kind`, and then the wipe.
 * journey_base(journey): the screen, or what lies under the overlay.
 * is_journey_resting(journey): that screen waits for somebody to come. journey_place(journey):
 * where the person finds themselves again who comes back later: a step, or AT_CHECK. */
void journey_show(struct journey *journey, enum screen_kind screen, struct moment moment);
void journey_rest(struct journey *journey, struct moment moment);
enum screen_kind journey_rest_screen(const struct site *site);
struct effect journey_open(struct journey *journey, enum screen_kind overlay,
                           struct moment moment);
void journey_close(struct journey *journey, struct moment moment);
void journey_ask(struct journey *journey, struct effect effect, struct moment moment);
struct effect journey_end(struct journey *journey, enum effect_kind kind);
enum screen_kind journey_base(const struct journey *journey);
bool is_journey_resting(const struct journey *journey);
int journey_place(const struct journey *journey);
/* journey_keep(journey, moment): shows what can be taken away, and leads back to where that was
 * asked. */
void journey_keep(struct journey *journey, struct moment moment);

/* journey_hide(journey, moment): hides all until the code is typed anew, and returns what must be
 * saved. can_journey_hide(journey): there is something that the code can bring back.
 * is_journey_hidden(journey): it is hidden now. */
struct effect journey_hide(struct journey *journey, struct moment moment);
bool can_journey_hide(const struct journey *journey);
bool is_journey_hidden(const struct journey *journey);

/* journey_enter(journey, step, moment): shows `step` with its answer so far; NO_STEP: the check
 * of the answers. journey_begin(journey, step, moment): the same, and where a part begins there,
 * its page first. journey_show_item(journey, is_reread, moment): shows the item again as it was
 * left, after a question about it or a hidden screen; with `is_reread` as the sitting has it.
 * journey_forward(journey, moment), journey_backward(journey, moment): keeps the answer and goes
 * to the next or previous step, or to where the person came from. journey_redo(journey, moment):
 * what cannot be read together is answered again. */
void journey_enter(struct journey *journey, int step, struct moment moment);
void journey_begin(struct journey *journey, int step, struct moment moment);
void journey_show_item(struct journey *journey, bool is_reread, struct moment moment);
struct effect journey_forward(struct journey *journey, struct moment moment);
struct effect journey_backward(struct journey *journey, struct moment moment);
struct effect journey_redo(struct journey *journey, struct moment moment);

#endif
