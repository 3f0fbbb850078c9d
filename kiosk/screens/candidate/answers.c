/* Each answer in one line, by parts, with the way to change it and straight back. Everything can
 * still be looked at and changed; what is open is counted first. */
#include "base/buffer.h"
#include "base/utf8.h"
#include "base/words.h"
#include "screens/screen.h"
#include "screens/screen_page.h"
#include "screens/visit.h"
#include "sitting/sitting_words.h"

/* A line is cut where it would be more than two lines of a page: the whole of it stands a touch
 * away. */
enum { LINE_CODES_MAX = 150, LINE_BYTES_MAX = 8 * 1024, PARTS_TO_JUMP = 2 };

struct part_state {
    int first, first_blank; /* steps; NO_STEP: none */
    int answered_count, blank_count, declined_count, left_count;
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
    } else if (!is_answer_open(item, answer)) {
        state->left_count++;
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

static bool is_part_listed(const struct sitting *sitting, size_t part)
{
    return sitting->assessment->parts[part].use != PART_PRACTICE &&
           part_state(sitting, part).first != NO_STEP;
}

/* What may be left empty is neither answered nor open. */
static struct span state_words(struct arena *arena, const struct part_state *state)
{
    const int count = state->answered_count + state->blank_count + state->declined_count;
    const bool is_all = state->answered_count == count;
    struct span words =
        is_all ? WS("All answered")
               : span_format(arena, W("%d of %d answered"), state->answered_count, count);
    if (!count)
        words =
            state->left_count ? WS("Left empty, and that is fine") : WS("To read only");
    if (state->declined_count)
        words = span_format(arena, W("%.*s, %d with “I prefer not to say”"),
                            SPAN_ARGS(words), state->declined_count);
    return words;
}

static struct node *add_way(struct screen_page *page, struct node *row, struct span id,
                            struct span text, struct span said, struct event event)
{
    struct node *button = node_button(page->arena, row, id, LOOK_TOOL, text, event);
    button->said = said;
    return button;
}

static bool is_narrow(const struct screen_page *page)
{
    return is_theme_narrow(page->facts) || theme_step(page->facts) > 1.1;
}

static void grow(struct node *node, float weight)
{
    node->width = (struct size){.kind = SIZE_GROW, .value = weight};
}

/* ---- one answer ---- */

/* In one line: breaks become a dot, and what is long is cut between two letters. */
static struct span one_line(struct arena *arena, struct span text)
{
    struct buffer out = buffer_init(arena, LINE_BYTES_MAX);
    size_t at = 0, from = 0, count = 0;
    uint32_t code;
    while (count++ < LINE_CODES_MAX && utf8_next(text, &at, &code)) {
        if (code == '\n')
            buffer_text(&out, " · ");
        else
            buffer_add(&out, span_cut(text, from, at - from));
        from = at;
    }
    if (at < text.count)
        buffer_text(&out, "…");
    return buffer_span(&out);
}

/* With the labels of the page it was given on, and what is missing: a line each. */
static struct span pair_words(struct arena *arena, const struct sitting *sitting,
                              size_t step)
{
    struct span sides[PAIR_COUNT];
    for (int side = PAIR_BEST; side < PAIR_COUNT; side++) {
        const int picked = sitting->answers[step].pair[side];
        const struct span what =
            picked == NOT_PICKED
                ? WS("no answer")
                : sitting_words_option(sitting, step,
                                       &sitting->steps[step].item->options[picked]);
        sides[side] = one_line(
            arena, span_format(arena, "%.*s: %.*s",
                               SPAN_ARGS(sitting_words_side(sitting, step, side)),
                               SPAN_ARGS(what)));
    }
    return span_format(arena, "%.*s\n%.*s", SPAN_ARGS(sides[PAIR_BEST]),
                       SPAN_ARGS(sides[PAIR_WORST]));
}

static bool is_pair(const struct screen_page *page, size_t step)
{
    const struct sitting *sitting = page->journey->visit->sitting;
    const enum answer_state state = sitting->answers[step].state;
    return item_kind_shape(sitting->steps[step].item->kind) == SHAPE_PAIR &&
           state != ANSWER_NONE && state != ANSWER_DECLINED;
}

static struct span answer_words(const struct screen_page *page, size_t step)
{
    const struct sitting *sitting = page->journey->visit->sitting;
    const struct item *item = sitting->steps[step].item;
    const struct answer *answer = &sitting->answers[step];
    if (answer->state == ANSWER_DECLINED)
        return WS("You prefer not to say");
    if (answer->state == ANSWER_NONE)
        return is_answer_open(item, answer) ? WS("No answer yet")
                                            : WS("Left empty, and that is fine");
    if (is_pair(page, step))
        return screen_page_fill(page, pair_words(page->arena, sitting, step));
    return one_line(page->arena, screen_page_fill(page, sitting_words_answer(
                                                            page->arena, sitting, step)));
}

static struct span question_words(const struct screen_page *page, size_t step)
{
    const struct sitting *sitting = page->journey->visit->sitting;
    const struct span text =
        sitting_text(sitting, step, sitting->steps[step].item->text_key);
    return one_line(page->arena, screen_page_fill(page, text));
}

static bool is_same_question(const struct sitting *sitting, int step, int other)
{
    return other != NO_STEP && sitting->steps[other].part == sitting->steps[step].part &&
           is_span_equal(sitting->steps[other].item->text_key,
                         sitting->steps[step].item->text_key);
}

/* What is asked again and again is said once, above its lines: then true. Else it stands beside the
 * answer. */
static bool add_question_above(struct screen_page *page, struct node *line, int step,
                               struct span id, struct span question)
{
    const struct sitting *sitting = page->journey->visit->sitting;
    const bool is_again =
        is_same_question(sitting, step, sitting_previous(sitting, step));
    if (!is_again && !is_same_question(sitting, step, sitting_next(sitting, step)))
        return false;
    if (!is_again)
        node_text(page->arena, line,
                  span_format(page->arena, "asked-%.*s", SPAN_ARGS(id)), TEXT_NOTE,
                  question);
    return true;
}

static void add_line(struct screen_page *page, int step)
{
    const struct visit *visit = page->journey->visit;
    struct arena *arena = page->arena;
    const struct span id = sitting_step_id(arena, visit->sitting, (size_t)step);
    const struct span question = question_words(page, (size_t)step);
    const struct span words = answer_words(page, (size_t)step);
    struct node *line =
        node_column(arena, page->body, span_format(arena, "line-%.*s", SPAN_ARGS(id)), 2);
    grow(line, 1);
    line->is_of_one = true;
    const bool is_asked_above = add_question_above(page, line, step, id, question);
    struct node *row = node_row(arena, line, SPAN(""), 8);
    grow(row, 1);
    row->align = ALIGN_CENTER;
    row->can_wrap = is_narrow(page);
    struct node *cells = is_narrow(page) ? node_column(arena, row, SPAN(""), 1)
                                         : node_row(arena, row, SPAN(""), 8);
    cells->width = (struct size){.kind = SIZE_GROW, .value = 1, .min_mm = 60};
    cells->align = is_narrow(page) ? ALIGN_START : ALIGN_CENTER;
    if (!is_asked_above)
        grow(node_text(arena, cells, span_format(arena, "asked-%.*s", SPAN_ARGS(id)),
                       TEXT_NOTE, question),
             1);
    grow(node_text(arena, cells, span_format(arena, "answer-%.*s", SPAN_ARGS(id)),
                   is_pair(page, (size_t)step) ? TEXT_NOTE : TEXT_LABEL, words),
         1);
    struct node *change =
        add_way(page, row, span_format(arena, "change-%.*s", SPAN_ARGS(id)), WS("Change"),
                span_format(arena, W("Change the answer to: %.*s"), SPAN_ARGS(question)),
                event_with(EVENT_GO_TO, step, CHECKING_ONE));
    change->hint = one_line(arena, words);
    change->is_first_focus = change->is_looked_for = visit->looked_at == step;
}

/* ---- parts ---- */

static void add_part_head(struct screen_page *page, size_t index,
                          const struct part_state *state)
{
    const struct sitting *sitting = page->journey->visit->sitting;
    const struct part *part = &sitting->assessment->parts[index];
    const struct span title =
        sitting_text(sitting, (size_t)state->first, part->title_key);
    struct arena *arena = page->arena;
    node_new(arena, page->body, NODE_RULE, SPAN(""))->is_decoration = true;
    struct node *row = node_row(arena, page->body,
                                span_format(arena, "part-%.*s", SPAN_ARGS(part->id)), 8);
    grow(row, 1);
    row->align = ALIGN_CENTER;
    row->can_wrap = is_narrow(page);
    struct node *words = row->can_wrap ? node_column(arena, row, SPAN(""), 1)
                                       : node_row(arena, row, SPAN(""), 8);
    words->width = (struct size){.kind = SIZE_GROW, .value = 1, .min_mm = 80};
    words->align = row->can_wrap ? ALIGN_START : ALIGN_CENTER;
    struct node *heading =
        node_text(arena, words, span_format(arena, "title-%.*s", SPAN_ARGS(part->id)),
                  TEXT_STRONG, title);
    heading->heading_level = 2;
    grow(heading, 1);
    node_text(arena, words, span_format(arena, "state-%.*s", SPAN_ARGS(part->id)),
              TEXT_NOTE, state_words(arena, state));
    struct node *ways = node_row(arena, row, SPAN(""), 4);
    if (state->first_blank != NO_STEP)
        add_way(page, ways, span_format(arena, "open-%.*s", SPAN_ARGS(part->id)),
                WS("Answer skipped questions"),
                span_format(arena, W("Answer the skipped questions of: %.*s"),
                            SPAN_ARGS(title)),
                event_with(EVENT_GO_TO, state->first_blank, CHECKING_BLANKS));
    add_way(page, ways, span_format(arena, "look-%.*s", SPAN_ARGS(part->id)),
            WS("Look again"),
            span_format(arena, W("Look again at: %.*s"), SPAN_ARGS(title)),
            event_with(EVENT_GO_TO, state->first, CHECKING_PART));
}

static void add_part(struct screen_page *page, size_t index)
{
    const struct sitting *sitting = page->journey->visit->sitting;
    const struct part_state state = part_state(sitting, index);
    add_part_head(page, index, &state);
    for (int step = state.first; step != NO_STEP && sitting->steps[step].part == index;
         step = sitting_next(sitting, step))
        if (is_item_kind_answerable(sitting->steps[step].item->kind))
            add_line(page, step);
}

/* From part to part without passing each line, for who scrolls or steps slowly; all of them in one
 * line, even where that has room for their numbers only. */
static void add_jumps(struct screen_page *page)
{
    const struct sitting *sitting = page->journey->visit->sitting;
    struct arena *arena = page->arena;
    int number = 0;
    struct node *row = node_row(arena, page->body, SPAN("parts"), 4);
    row->can_wrap = true;
    row->align = ALIGN_CENTER;
    const bool is_tight = is_screen_page_tight(page);
    if (is_tight)
        node_text(arena, row, SPAN("parts label"), TEXT_NOTE, WS("Part"));
    for (size_t part = 0; part < sitting->assessment->part_count; part++) {
        if (!is_part_listed(sitting, part))
            continue;
        const struct part *of = &sitting->assessment->parts[part];
        const int first = part_state(sitting, part).first;
        number++;
        add_way(
            page, row, span_format(arena, "jump-%.*s", SPAN_ARGS(of->id)),
            is_tight ? span_format(arena, "%d", number)
                     : span_format(arena, W("Part %d"), number),
            span_format(arena, W("Go to part %d: %.*s"), number,
                        SPAN_ARGS(sitting_text(sitting, (size_t)first, of->title_key))),
            event_with(EVENT_LOOK_AT, first, 0));
    }
}

static size_t listed_count(const struct sitting *sitting)
{
    size_t count = 0;
    for (size_t part = 0; part < sitting->assessment->part_count; part++)
        count += is_part_listed(sitting, part);
    return count;
}

static void add_intro(struct screen_page *page)
{
    screen_page_text(page, "text",
                     WS("You can change every answer. It is fine to skip a question."))
        ->is_spoken_first = true;
}

/* Where the first answers would be out of sight, what is said of them comes after them. */
void answers_view(struct screen_page *page)
{
    const struct visit *visit = page->journey->visit;
    const struct sitting *sitting = visit->sitting;
    screen_page_site_top(page);
    screen_page_body(page, is_screen_page_low(page) ? 2.6f : 4);
    screen_page_heading(page, WS("Check your answers"));
    if (!is_screen_page_tight(page))
        add_intro(page);
    if (listed_count(sitting) >= PARTS_TO_JUMP)
        add_jumps(page);
    for (size_t part = 0; part < sitting->assessment->part_count; part++)
        if (is_part_listed(sitting, part))
            add_part(page, part);
    if (is_screen_page_tight(page))
        add_intro(page);
    screen_page_back(page, WS("Back"), event_of(EVENT_BACK));
    screen_page_next(page, WS("Next"), event_of(EVENT_NEXT))->is_first_focus =
        visit->looked_at == NO_STEP;
}

/* ---- events ---- */

static bool is_step_here(const struct sitting *sitting, int step)
{
    return step >= 0 && (size_t)step < sitting->step_count &&
           is_sitting_shown(sitting, (size_t)step);
}

static bool is_place(const struct sitting *sitting, const struct event *event)
{
    return is_step_here(sitting, event->a) && event->b > CHECKING_NOT &&
           event->b <= CHECKING_ONE;
}

static struct effect go_to(struct journey *journey, const struct event *event,
                           struct moment moment)
{
    journey->visit->checking = (enum checking)event->b;
    journey_enter(journey, event->a, moment);
    return effect_save(NO_STEP);
}

/* The first line of its part, or the part's head where nothing in it is answered. */
static void look_at(struct journey *journey, int step, struct moment moment)
{
    const struct sitting *sitting = journey->visit->sitting;
    const size_t part = sitting->steps[step].part;
    while (step != NO_STEP && sitting->steps[step].part == part &&
           !is_item_kind_answerable(sitting->steps[step].item->kind))
        step = sitting_next(sitting, step);
    if (step == NO_STEP || sitting->steps[step].part != part)
        return;
    journey->visit->looked_at = step;
    journey->visit->look_count++;
    journey_show(journey, SCREEN_CHECK, moment);
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
    if (event->kind == EVENT_BACK && visit_last(visit) != NO_STEP) {
        journey_enter(journey, visit_last(visit), moment);
        return effect_save(NO_STEP);
    }
    if (event->kind == EVENT_LOOK_AT && is_step_here(visit->sitting, event->a))
        look_at(journey, event->a, moment);
    if (event->kind == EVENT_GO_TO && is_place(visit->sitting, event))
        return go_to(journey, event, moment);
    return effect_none();
}
