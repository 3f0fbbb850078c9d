/* visitor: a person before the screens, with a program behind them that does what the screens
 * ask for, in memory: codes, draft rows, sealing, wiping. The clock moves only when told. */
#ifndef KIT_VISITOR_H
#define KIT_VISITOR_H

#include "sample.h"
#include "scoring/score.h"
#include "screens/journey.h"
#include "screens/visit.h"

enum { VISITOR_ROWS_MAX = 20000 };
#define VISITOR_CODE "7Q2K9ABCDE"
#define VISITOR_OTHER_CODE "9Q2K7BCDFG" /* somebody else's */

struct visitor {
    struct arena program, tree, person, rows_arena;
    struct assessment *assessment;
    struct terminal_config terminal;
    struct vacancy vacancy;
    struct site site;
    struct journey journey;
    struct moment moment;
    enum role role;
    struct span rows[VISITOR_ROWS_MAX]; /* the draft */
    size_t row_count;
    int has_draft, sealed_count, dropped_count, suspended_count, wiped_count,
        printed_count;
    enum staff_pin staff_pin; /* what comes of the next PIN, */
    int64_t staff_wait_s;     /* and how long to wait */
    struct comfort kept;      /* with the draft */
    enum status next_failure; /* of the next effect that can fail */
    struct effect last;
};

/* Somebody before the first screen of `assessment`; NULL: the one built by hand. */
static inline void visitor_init(struct visitor *visitor, struct assessment *assessment)
{
    memset(visitor, 0, sizeof *visitor);
    arena_init(&visitor->program, 64 << 20);
    arena_init(&visitor->tree, 64 << 20);
    arena_init(&visitor->person, 64 << 20);
    arena_init(&visitor->rows_arena, 256 << 20);
    if (!assessment) {
        assessment = sample_assessment(&visitor->program);
        assessment->words = sample_questionnaire(&visitor->program, "words", 0);
    }
    visitor->assessment = assessment;
    visitor->terminal =
        (struct terminal_config){.organization = SPAN("Northwind Ferries"),
                                 .contact = SPAN("Ana"),
                                 .retention = SPAN("six months"),
                                 .language = SPAN("en"),
                                 .idle_s = 300,
                                 .warning_s = 45,
                                 .hold_s = 900};
    visitor->vacancy =
        (struct vacancy){.title = SPAN("Deck officer"), .retention = SPAN("six months")};
    visitor->site =
        (struct site){.assessment = assessment, .terminal = &visitor->terminal};
    visitor->moment = (struct moment){1795467600000, 1000};
    journey_init(&visitor->journey, &visitor->site, &visitor->person, visitor->moment);
}

static inline void visitor_done(struct visitor *visitor)
{
    arena_done(&visitor->rows_arena);
    arena_done(&visitor->person);
    arena_done(&visitor->tree);
    arena_done(&visitor->program);
}

/* visitor_replay(visitor, arena, out_at): the sitting as its draft rows tell it. */
static inline struct sitting *visitor_replay(struct visitor *visitor, struct arena *arena,
                                             int *out_at)
{
    struct sitting *sitting = sample_begin(arena, visitor->assessment, visitor->role, 5);
    *out_at = NO_STEP;
    for (size_t i = 0; i < visitor->row_count; i++)
        must(sitting_row_read(sitting, visitor->rows[i], out_at) == OK);
    return sitting;
}

static inline void visitor_save(struct visitor *visitor, int step)
{
    const struct visit *visit = visitor->journey.visit;
    must(visitor->row_count < VISITOR_ROWS_MAX);
    visitor->rows[visitor->row_count++] =
        sitting_row_write(&visitor->rows_arena, visit->sitting, (size_t)step,
                          journey_place(&visitor->journey));
}

static inline void visitor_check_code(struct visitor *visitor)
{
    struct journey *journey = &visitor->journey;
    int at = NO_STEP;
    if (is_journey_hidden(journey) || !is_span(journey_code(journey), VISITOR_CODE)) {
        journey_code_refused(journey,
                             is_journey_hidden(journey) &&
                                     is_span(journey_code(journey), VISITOR_OTHER_CODE)
                                 ? STATUS_IN_USE
                                 : STATUS_UNKNOWN_CODE,
                             visitor->moment);
        return;
    }
    struct sitting *sitting = visitor_replay(visitor, &visitor->person, &at);
    journey_code_known(journey, sitting, at,
                       visitor->has_draft ? FOUND_WHOLE : FOUND_NOTHING,
                       &visitor->vacancy, visitor->moment);
    journey_comfort(journey, visitor->has_draft ? visitor->kept : comfort_usual);
    visitor->kept = journey->comfort;
}

static inline void visitor_seal(struct visitor *visitor)
{
    struct scorecard *card = NULL;
    if (visitor->role == ROLE_CANDIDATE) {
        card = arena_new(&visitor->person, struct scorecard);
        card->now.absence = RESONANCE_FEW_RATERS;
    }
    visitor->sealed_count++;
    visitor->has_draft = 0;
    visitor->row_count = 0;
    journey_sealed(&visitor->journey, card, SPAN("7Q2K-9ABC"), SPAN("K7-Q2"),
                   visitor->moment);
}

/* What somebody who answered all of it reads, beside six colleagues. */
static inline struct scorecard *visitor_card(struct visitor *visitor)
{
    struct arena *arena = &visitor->program;
    const struct sample_person person = sample_person_of(11, 5, .6);
    struct basis *basis = NULL;
    struct agreement_view view;
    struct scorecard *card = NULL;
    must(basis_build(arena, visitor->assessment,
                     sample_raters(arena, visitor->assessment, 6, 5, .8), 6, &basis,
                     &view) == OK);
    must(score_sitting(
             arena, sample_sit(arena, visitor->assessment, ROLE_CANDIDATE, 11, &person),
             basis, &card) == OK);
    return card;
}

/* Does what `effect` asks for, as the kiosk would. */
static inline void visitor_perform(struct visitor *visitor, struct effect effect)
{
    visitor->last = effect;
    if (visitor->next_failure != OK && effect.kind != EFFECT_NONE &&
        effect.kind != EFFECT_WIPE) {
        journey_failed(&visitor->journey, visitor->next_failure, visitor->moment);
        visitor->next_failure = OK;
        return;
    }
    switch (effect.kind) {
    case EFFECT_CHECK_CODE:
        visitor_check_code(visitor);
        break;
    case EFFECT_SAVE:
        visitor_save(visitor, effect.step);
        break;
    case EFFECT_COMFORT:
        visitor->kept = visitor->journey.comfort;
        break;
    case EFFECT_BEGIN:
        visitor->has_draft = 1;
        visitor->kept = visitor->journey.comfort;
        break;
    case EFFECT_SEAL:
        visitor_seal(visitor);
        break;
    case EFFECT_DROP:
        visitor->dropped_count++;
        visitor->has_draft = 0;
        visitor->row_count = 0;
        break;
    case EFFECT_SUSPEND:
        visitor->suspended_count++;
        break;
    case EFFECT_PRINT:
        visitor->printed_count++;
        journey_printed(&visitor->journey, visitor->moment);
        break;
    case EFFECT_STAFF_OPEN:
        journey_staff_tried(&visitor->journey, visitor->staff_pin, visitor->staff_wait_s,
                            visitor->moment);
        break;
    case EFFECT_STAFF_ACT:
        journey_staff_came(&visitor->journey, (enum staff_act)effect.step,
                           &(struct staff_done){.came = STAFF_CAME_NOTHING},
                           visitor->moment);
        break;
    case EFFECT_WIPE:
        visitor->wiped_count++;
        arena_reset(&visitor->person);
        journey_wiped(&visitor->journey, visitor->moment);
        break;
    case EFFECT_NONE:
        break;
    }
}

/* All that is due by now happens. */
static inline void visitor_tick(struct visitor *visitor)
{
    while (journey_deadline(&visitor->journey) <= visitor->moment.steady_ms)
        visitor_perform(visitor, journey_tick(&visitor->journey, visitor->moment));
}

static inline void visitor_wait(struct visitor *visitor, int64_t ms)
{
    visitor->moment.steady_ms += ms;
    visitor->moment.unix_ms += ms;
    visitor_tick(visitor);
}

/* Whatever it is, it counts as a change, but for the answer to the idle warning. */
static inline void visitor_event(struct visitor *visitor, const struct event *event)
{
    const bool is_warned = visitor->journey.screen == SCREEN_IDLE;
    visitor_perform(visitor, journey_step(&visitor->journey, event, visitor->moment));
    if (!is_warned)
        journey_changed(&visitor->journey, visitor->moment);
    visitor_tick(visitor);
}

static inline void visitor_do(struct visitor *visitor, enum event_kind kind, int a, int b)
{
    visitor_event(visitor, &(struct event){.kind = (int32_t)kind, .a = a, .b = b});
}

static inline void visitor_type(struct visitor *visitor, const char *text)
{
    visitor_event(visitor, &(struct event){.kind = EVENT_TYPED, .text = span_of(text)});
}

/* A key that edits the text: enum edit_kind. */
static inline void visitor_edit(struct visitor *visitor, enum edit_kind kind)
{
    visitor_do(visitor, EVENT_TYPED, 0, (int)kind);
}

/* Code typed and checked; then consent: the first item is on the screen. */
static inline void visitor_come(struct visitor *visitor, const char *code)
{
    visitor_do(visitor, EVENT_START, 0, 0);
    visitor_type(visitor, code);
    visitor_do(visitor, EVENT_SUBMIT_CODE, 0, 0);
}

static inline void visitor_begin(struct visitor *visitor)
{
    visitor_come(visitor, VISITOR_CODE);
    visitor_do(visitor, EVENT_NEXT, 0, 0);
    visitor_do(visitor, EVENT_CONSENT, 0, 0);
}

/* All ratings alike and at once, two families of signs; then the check of the answers. */
static inline void visitor_hurry(struct visitor *visitor)
{
    struct sitting *sitting = visitor->journey.visit->sitting;
    for (size_t step = 0; step < sitting->step_count; step++) {
        struct answer answer = answer_empty(sitting->steps[step].item);
        if (sitting_part(sitting, step)->use != PART_DRIVERS ||
            sitting->steps[step].item->kind != ITEM_LIKERT)
            continue;
        answer.state = ANSWER_GIVEN;
        answer.number = 2;
        sitting_put(sitting, step, &answer);
        visitor_save(visitor, (int)step);
    }
    journey_enter(&visitor->journey, NO_STEP, visitor->moment);
}

/* The item `id` on the screen, by the check of the answers. */
static inline void visitor_go(struct visitor *visitor, const char *id)
{
    journey_enter(&visitor->journey, NO_STEP, visitor->moment);
    const int step = sitting_find(visitor->journey.visit->sitting, span_of(id));
    visitor_do(visitor, EVENT_GO_TO, step, CHECKING_PART);
    visitor->journey.visit->checking = CHECKING_NOT;
}

static inline const struct answer *visitor_answer(const struct visitor *visitor,
                                                  const char *id)
{
    const struct sitting *sitting = visitor->journey.visit->sitting;
    return &sitting->answers[sitting_find(sitting, span_of(id))];
}

/* The current screen as a tree. */
static inline struct node *visitor_look(struct visitor *visitor)
{
    static const struct surface_facts usual = {
        .width_px = 1920, .height_px = 1080, .px_per_mm = 4.03};
    struct surface_facts facts = usual;
    facts.step = visitor->journey.comfort.step;
    facts.theme = visitor->journey.comfort.theme;
    arena_reset(&visitor->tree);
    return journey_view(&visitor->tree, &visitor->journey, &facts, visitor->moment);
}

#endif
