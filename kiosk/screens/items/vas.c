/* A line with named places: its two ends, or anchors anywhere on it. Untouched it is no answer;
 * both ends can be chosen. The buttons below do for switches and unsure hands what a finger does
 * on the line. Where the names are numbers, the number of the answer is shown. */
#include "screens/items/question.h"

#include "base/buffer.h"
#include "base/words.h"

#include <math.h>

enum { HUNDREDTHS = 100, NUDGE = 5, ANCHOR_MM = 24, WORDS_MAX_BYTES = 4096 };

static bool has_value(const struct question *question)
{
    return question->answer.state == ANSWER_GIVEN;
}

/* The place on the line in hundredths, the middle before the first touch. */
static int place_of(const struct item *item, const struct answer *answer)
{
    if (answer->state != ANSWER_GIVEN || !(item->scale.high > item->scale.low))
        return HUNDREDTHS / 2;
    return (int)lrint((answer->number - item->scale.low) /
                      (item->scale.high - item->scale.low) * HUNDREDTHS);
}

/* Where on the line an anchor stands, 0 to 1; NAN where it stands on none. */
static double share_of(const struct item *item, size_t anchor)
{
    const double share = (item->options[anchor].number - item->scale.low) /
                         (item->scale.high - item->scale.low);
    return share >= 0 && share <= 1 ? share : NAN;
}

static struct span anchor_words(const struct question *question, size_t anchor)
{
    return question_text(question, question->item->options[anchor].text_key);
}

/* Up to the middle between this anchor and the next. */
static double border_after(const struct item *item, size_t anchor)
{
    return anchor + 1 < item->option_count
               ? (share_of(item, anchor) + share_of(item, anchor + 1)) / 2
               : 1;
}

static double part_of(const struct item *item, size_t anchor)
{
    return border_after(item, anchor) - (anchor ? border_after(item, anchor - 1) : 0);
}

/* Whether each anchor, from the first to the last, has room for words on its part of the line. */
static bool is_line_roomy(const struct question *question)
{
    const struct item *item = question->item;
    const double room_mm = screen_page_room_mm(question->page);
    for (size_t i = 0; i < item->option_count; i++)
        if (!(part_of(item, i) * room_mm >=
              ANCHOR_MM * theme_step(question->page->facts)))
            return false;
    return true;
}

/* Over its own part of the line; what stands at an end of it begins or ends there. */
static void add_anchor(const struct question *question, struct node *row, size_t anchor)
{
    const struct item *item = question->item;
    struct node *text =
        node_text(question->page->arena, row,
                  span_format(question->page->arena, "anchor-%zu", anchor + 1), TEXT_NOTE,
                  anchor_words(question, anchor));
    text->width = (struct size){.kind = SIZE_GROW, .value = (float)part_of(item, anchor)};
    text->align = share_of(item, anchor) <= 0   ? ALIGN_START
                  : share_of(item, anchor) >= 1 ? ALIGN_END
                                                : ALIGN_CENTER;
}

/* "0 Nobody · 50 Half full": where the line is too short for the words of all. */
static void add_anchor_words(const struct question *question)
{
    const struct item *item = question->item;
    struct buffer all = buffer_init(question->page->arena, WORDS_MAX_BYTES);
    for (size_t i = 0; i < item->option_count; i++) {
        const struct span words = question_numbered(question, item->options[i].value,
                                                    anchor_words(question, i));
        buffer_text(&all, all.count && words.count ? " · " : "");
        buffer_add(&all, words);
    }
    struct node *note = screen_page_note(question->page, "anchors", buffer_span(&all));
    if (note)
        note->is_spoken_first = true;
}

static void add_anchors(const struct question *question)
{
    const struct item *item = question->item;
    if (!is_line_roomy(question)) {
        add_anchor_words(question);
        return;
    }
    struct node *row =
        node_row(question->page->arena, question->page->body, SPAN("anchors"), 0);
    row->width = (struct size){.kind = SIZE_GROW, .value = 1};
    row->can_wrap = true; /* sooner than that a long word is cut */
    for (size_t i = 0; i < item->option_count; i++)
        add_anchor(question, row, i);
}

/* A name that is a number or begins with one, or none at all, makes a line of numbers. */
static bool is_number(struct span words)
{
    const struct span name = span_trim(words);
    return !name.count || (name.data[0] >= '0' && name.data[0] <= '9') ||
           (name.count > 1 && name.data[0] == '-' && name.data[1] >= '0' &&
            name.data[1] <= '9');
}

static bool is_line_of_numbers(const struct question *question)
{
    const struct item *item = question->item;
    bool is_numbers = is_number(question_text(question, item->scale.low_key)) &&
                      is_number(question_text(question, item->scale.high_key));
    for (size_t i = 0; i < item->option_count; i++)
        is_numbers &= is_number(anchor_words(question, i));
    return is_numbers;
}

static struct span number_of(const struct question *question, double value)
{
    return words_number(question->page->arena, value, WORDS_AS_MANY_AS_NEEDED);
}

static struct span end_words(const struct question *question, struct span key, double end)
{
    const struct span words = question_text(question, key);
    return words.count ? words : number_of(question, end);
}

static void add_names(const struct question *question)
{
    const struct item_scale *scale = &question->item->scale;
    if (question->item->option_count)
        add_anchors(question);
    else
        question_ends(question, end_words(question, scale->low_key, scale->low),
                      end_words(question, scale->high_key, scale->high));
}

/* What stands below the line, always, so that nothing moves with the first touch. */
static void add_state(const struct question *question)
{
    struct screen_page *page = question->page;
    if (!has_value(question))
        screen_page_note(page, "empty", WS("No answer yet."));
    else if (is_line_of_numbers(question))
        screen_page_note(
            page, "value",
            span_format(page->arena, W("Your answer: %.*s"),
                        SPAN_ARGS(number_of(question, question->answer.number))));
}

static void add_slider(const struct question *question)
{
    const struct screen_page *page = question->page;
    const struct item *item = question->item;
    struct node *slider = node_new(page->arena, page->body, NODE_SLIDER, SPAN("slider"));
    slider->said = question_text(question, item->text_key);
    slider->low = 0;
    slider->high = HUNDREDTHS;
    slider->value = (float)place_of(item, &question->answer);
    slider->has_value = has_value(question);
    if (has_value(question) && is_line_of_numbers(question))
        slider->text =
            span_format(page->arena, W("%.*s, from %.*s to %.*s"),
                        SPAN_ARGS(number_of(question, question->answer.number)),
                        SPAN_ARGS(number_of(question, item->scale.low)),
                        SPAN_ARGS(number_of(question, item->scale.high)));
    slider->on_activate = event_of(EVENT_SLIDE);
    slider->is_first_focus = true;
    slider->width = (struct size){.kind = SIZE_GROW, .value = 1};
    float *ticks = arena_array(page->arena, float, item->option_count);
    for (size_t i = 0; i < item->option_count; i++)
        if (!isnan(share_of(item, i)))
            ticks[slider->tick_count++] = (float)share_of(item, i) * HUNDREDTHS;
    slider->ticks = ticks;
}

static void add_nudge(const struct question *question, struct node *row, const char *id,
                      struct span text, int by)
{
    int place = place_of(question->item, &question->answer);
    if (has_value(question))
        place += by;
    place = place < 0 ? 0 : place > HUNDREDTHS ? HUNDREDTHS : place;
    node_button(question->page->arena, row, span_of(id), LOOK_PLAIN, text,
                event_with(EVENT_SLIDE, 0, place));
}

void vas_view(const struct question *question)
{
    struct screen_page *page = question->page;
    question_head(question);
    question_hint(question, question->page->body);
    add_names(question);
    add_slider(question);
    struct node *row = node_row(page->arena, page->body, SPAN("nudges"), 8);
    row->can_wrap = true;
    add_nudge(question, row, "less", WS("A little to the left"), -NUDGE);
    add_nudge(question, row, "more", WS("A little to the right"), NUDGE);
    add_state(question);
}

int vas_step(struct visit *visit, const struct item *item, const struct event *event)
{
    struct answer *answer = &visit->answer;
    if (event->kind != EVENT_SLIDE || event->b < 0 || event->b > HUNDREDTHS)
        return 0;
    if (answer->state == ANSWER_GIVEN && place_of(item, answer) == event->b)
        return 0;
    answer->number =
        item->scale.low + event->b * (item->scale.high - item->scale.low) / HUNDREDTHS;
    answer->state = ANSWER_GIVEN;
    return 1;
}
