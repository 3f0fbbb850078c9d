/* The parts and what is open in each; everything can still be looked at and changed. */
#include "base/words.h"
#include "screens/screen_page.h"
#include "screens/screen.h"
#include "screens/visit.h"

struct part_state {
    int first, first_blank; /* steps; NO_STEP: none */
    int answered_count, blank_count, declined_count;
};

static void count_step(const struct sitting *sitting, int step, struct part_state *state)
{
    const struct item *item = sitting->steps[step].item;
    const struct answer *answer = &sitting->answers[step];
    if (state->first == NO_STEP)
        state->first = step;
    if (!is_item_kind_answerable(item->kind))
        return;
    if (answer->state == ANSWER_DECLINED) {
        state->declined_count++;
    } else if (is_answer_complete(item, answer)) {
        state->answered_count++;
    } else {
        if (state->first_blank == NO_STEP)
            state->first_blank = step;
        state->blank_count++;
    }
}

static struct part_state part_state(const struct sitting *sitting, size_t part)
{
    struct part_state state = {.first = NO_STEP, .first_blank = NO_STEP};
    for (int step = sitting_next(sitting, NO_STEP); step != NO_STEP;
         step = sitting_next(sitting, step)) {
        if (sitting->steps[step].part == part)
            count_step(sitting, step, &state);
    }
    return state;
}

static struct span state_words(struct arena *arena, const struct part_state *state)
{
    const int count = state->answered_count + state->blank_count + state->declined_count;
    const bool is_all = state->answered_count == count;
    struct span words =
        is_all ? WS("All answered")
               : span_format(arena, W("%d of %d answered"), state->answered_count, count);
    if (!count)
        words = WS("To read only");
    if (state->declined_count)
        words = span_format(arena, W("%.*s, %d you prefer not to say"), SPAN_ARGS(words),
                            state->declined_count);
    return words;
}

static void add_way(struct screen_page *page, struct node *row, struct span id,
                    struct span text, struct span said, struct event event)
{
    struct node *button = node_button(page->arena, row, id, LOOK_TOOL, text, event);
    button->said = said;
}

static void add_part(struct screen_page *page, size_t index)
{
    const struct sitting *sitting = page->journey->visit->sitting;
    const struct part_state state = part_state(sitting, index);
    const struct part *part = &sitting->assessment->parts[index];
    if (state.first == NO_STEP || part->use == PART_PRACTICE)
        return;
    const struct span title = sitting_text(sitting, (size_t)state.first, part->title_key);
    struct arena *arena = page->arena;
    node_new(arena, page->body, NODE_RULE, SPAN(""))->is_decoration = true;
    struct node *row = node_row(arena, page->body,
                                span_format(arena, "part-%.*s", SPAN_ARGS(part->id)), 8);
    row->width = (struct size){.kind = SIZE_GROW, .value = 1};
    row->align = ALIGN_CENTER;
    row->can_wrap = is_theme_narrow(page->facts) || theme_step(page->facts) > 1.1;
    struct node *words = row->can_wrap ? node_column(arena, row, SPAN(""), 1)
                                       : node_row(arena, row, SPAN(""), 8);
    words->width = (struct size){.kind = SIZE_GROW, .value = 1, .min_mm = 80};
    words->align = row->can_wrap ? ALIGN_START : ALIGN_CENTER;
    node_text(arena, words, span_format(arena, "title-%.*s", SPAN_ARGS(part->id)),
              TEXT_STRONG, title)
        ->width = (struct size){.kind = SIZE_GROW, .value = 1};
    node_text(arena, words, span_format(arena, "state-%.*s", SPAN_ARGS(part->id)),
              TEXT_NOTE, state_words(arena, &state));
    struct node *ways = node_row(arena, row, SPAN(""), 4);
    if (state.first_blank != NO_STEP)
        add_way(
            page, ways, span_format(arena, "open-%.*s", SPAN_ARGS(part->id)),
            WS("Answer the open questions"),
            span_format(arena, W("Answer the open questions of: %.*s"), SPAN_ARGS(title)),
            event_with(EVENT_GO_TO, state.first_blank, CHECKING_BLANKS));
    add_way(page, ways, span_format(arena, "look-%.*s", SPAN_ARGS(part->id)),
            WS("Look again"),
            span_format(arena, W("Look again at: %.*s"), SPAN_ARGS(title)),
            event_with(EVENT_GO_TO, state.first, CHECKING_PART));
}

void answers_view(struct screen_page *page)
{
    const struct sitting *sitting = page->journey->visit->sitting;
    screen_page_site_top(page);
    screen_page_body(page, is_screen_page_low(page) ? 2.6f : 4);
    screen_page_heading(page, WS("Check your answers"));
    screen_page_text(
        page, "text",
        WS("You can look at every part again and change what you like. It is fine to "
           "leave a question open."))
        ->is_spoken_first = true;
    for (size_t part = 0; part < sitting->assessment->part_count; part++)
        add_part(page, part);
    screen_page_back(page, WS("Back"), event_of(EVENT_BACK));
    screen_page_next(page, WS("Next"), event_of(EVENT_NEXT))->is_first_focus = true;
}

static int last_step(const struct sitting *sitting)
{
    int last = NO_STEP;
    for (int step = sitting_next(sitting, NO_STEP); step != NO_STEP;
         step = sitting_next(sitting, step))
        last = step;
    return last;
}

static bool is_place(const struct sitting *sitting, const struct event *event)
{
    return event->a >= 0 && (size_t)event->a < sitting->step_count &&
           is_sitting_shown(sitting, (size_t)event->a) && event->b > CHECKING_NOT &&
           event->b <= CHECKING_PART;
}

struct effect answers_step(struct journey *journey, const struct event *event,
                           struct moment moment)
{
    struct visit *visit = journey->visit;
    unsigned char parts[PARTS_MAX];
    if (event->kind == EVENT_NEXT) {
        const bool is_offer = visit_redo_parts(journey->arena, visit, parts) > 0;
        journey_show(journey, is_offer ? SCREEN_REDO : SCREEN_FINISH, moment);
    }
    if (event->kind == EVENT_BACK && last_step(visit->sitting) != NO_STEP)
        journey_enter(journey, last_step(visit->sitting), moment);
    if (event->kind == EVENT_GO_TO && is_place(visit->sitting, event)) {
        visit->checking = (enum checking)event->b;
        journey_enter(journey, event->a, moment);
        return effect_save(NO_STEP);
    }
    return effect_none();
}
