/* Two columns of round targets either side of each statement: most on the leading side, least on
 * the trailing one. The statement chosen as most cannot be least too: its target there is
 * dashed, and choosing it swaps the two. Choosing the same again takes back. Situations (most
 * and least like me) are the same with longer texts. */
#include "screens/items/question.h"

#include "base/utf8.h"
#include "base/words.h"

enum { LABEL_MM = 24, WIDE_LABEL_MM = 42, WIDE_MM = 310 };
enum {
    ROW_MM = 30,
    UPRIGHT_ROW_MM = 44
};                                   /* how high a line may grow where there is room */
static const double letter_mm = 3.6; /* of a label, at the usual step, roughly */

static int16_t picked(const struct question *question, int side)
{
    const enum answer_state state = question->answer.state;
    return state == ANSWER_GIVEN || state == ANSWER_PARTIAL ? question->answer.pair[side]
                                                            : (int16_t)NOT_PICKED;
}

/* A column as wide as the round target it belongs to, and as its label needs. */
static struct node *side_column(const struct question *question, struct node *row,
                                struct span id, double width_mm)
{
    struct node *column = node_column(question->page->arena, row, id, 0);
    column->width = (struct size){.kind = SIZE_MM, .value = (float)width_mm};
    column->align = ALIGN_CENTER;
    return column;
}

/* Where the page has room, lines and targets stand further apart than text alone would. */
static bool is_wide(const struct screen_page *page)
{
    return screen_page_step_wide_mm(page) >= WIDE_MM + 90;
}

static size_t longest_word(struct span words)
{
    size_t letters = 0;
    struct span word;
    while (span_next(&words, ' ', &word)) {
        const size_t count = utf8_count(word);
        letters = count > letters ? count : letters;
    }
    return letters;
}

/* Both sides are as wide as the longer label needs in one line, within its share of the room; where
 * room is short, in two, as the hint beside it. */
static double side_mm(const struct question *question)
{
    const struct screen_page *page = question->page;
    const struct span first = question_side(question, PAIR_BEST),
                      second = question_side(question, PAIR_WORST);
    const bool is_tight = is_room_at(&page->facts->room, ROOM_FOLDED);
    const size_t best = is_tight ? longest_word(first) : utf8_count(first);
    const size_t worst = is_tight ? longest_word(second) : utf8_count(second);
    const double letters = (double)(best > worst ? best : worst);
    const double wish_mm = letters * letter_mm * theme_step(page->facts);
    const double most_mm = screen_page_room_mm(page) / 5.5;
    const double mm = wish_mm < most_mm ? wish_mm : most_mm;
    const double least_mm = is_wide(page) ? WIDE_LABEL_MM : LABEL_MM;
    return mm > least_mm ? mm : least_mm;
}

/* Between the labels, above the lines. */
static void add_hint(const struct question *question, struct node *labels)
{
    struct node *hint = question_hint(question, labels);
    if (hint)
        hint->width = (struct size){.kind = SIZE_GROW, .value = 1};
    else
        node_gap(question->page->arena, labels, 0);
}

/* Where there is little height the hint stands between the labels, which it explains. */
static void add_labels(const struct question *question, double width_mm)
{
    struct screen_page *page = question->page;
    const bool is_low = is_screen_page_low(page);
    if (!is_low)
        question_hint(question, page->body);
    struct node *row = node_row(page->arena, page->body, SPAN("labels"), 7);
    row->width = (struct size){.kind = SIZE_GROW, .value = 1};
    row->align = ALIGN_END;
    for (int side = PAIR_BEST; side <= PAIR_WORST; side++) {
        struct node *column = side_column(question, row, SPAN(""), width_mm);
        struct node *label = node_text(page->arena, column,
                                       side == PAIR_BEST ? SPAN("best") : SPAN("worst"),
                                       TEXT_NOTE, question_side(question, side));
        label->align = ALIGN_CENTER;
        label->is_decoration = true; /* each target says it */
        if (side == PAIR_BEST && is_low)
            add_hint(question, row);
        else if (side == PAIR_BEST)
            node_gap(page->arena, row, 0);
    }
}

static struct span other_hint(int side)
{
    return side == PAIR_BEST ? WS("You chose this line as least. Choose it here to swap.")
                             : WS("You chose this line as most. Choose it here to swap.");
}

static void add_target(const struct question *question, struct node *row,
                       size_t statement, int side, double width_mm)
{
    struct screen_page *page = question->page;
    const int16_t index = (int16_t)statement;
    struct node *column = side_column(question, row, SPAN(""), width_mm);
    struct node *target = node_choice(
        page->arena, column,
        question_id(question, side == PAIR_BEST ? "best" : "worst", statement),
        LOOK_ROUND, SPAN(""), picked(question, side) == index,
        event_with(EVENT_PICK, (int32_t)statement, side));
    const struct span text =
        question_text(question, question->item->options[statement].text_key);
    target->said = span_format(page->arena, "%.*s: %.*s",
                               SPAN_ARGS(question_side(question, side)), SPAN_ARGS(text));
    target->is_first_focus =
        side == PAIR_BEST && question_order(question, 0) == statement;
    target->is_taken = picked(question, !side) == index;
    if (picked(question, side) == NOT_PICKED && !target->is_taken)
        question_call(question, target);
    target->hint = target->is_taken ? other_hint(side) : SPAN("");
}

/* A finger on the words of a line gives it what is still open, as people expect of a line: most
 * first, then least; on a line that has one of them it takes that back. Where both are given, which
 * of them should move only a circle can say. */
static struct event words_mean(const struct question *question, size_t statement)
{
    const int16_t best = picked(question, PAIR_BEST),
                  worst = picked(question, PAIR_WORST);
    const int16_t line = (int16_t)statement;
    const bool is_worst = worst == line || (best != NOT_PICKED && best != line);
    if (best != NOT_PICKED && worst != NOT_PICKED && best != line && worst != line)
        return event_with(EVENT_TELL, REASON_BOTH_CHOSEN, 0);
    return event_with(EVENT_PICK, (int32_t)statement, is_worst ? PAIR_WORST : PAIR_BEST);
}

static void add_statement(const struct question *question, size_t position,
                          double width_mm)
{
    struct screen_page *page = question->page;
    const size_t statement = question_order(question, position);
    struct node *rule = node_new(page->arena, page->body, NODE_RULE, SPAN(""));
    rule->is_decoration = true;
    struct node *row =
        node_row(page->arena, page->body, question_id(question, "row", statement), 7);
    row->width = (struct size){.kind = SIZE_GROW, .value = 1};
    row->height = row->width; /* all equally high, so that none moves with the words */
    row->height.max_mm = is_screen_page_upright(page) ? UPRIGHT_ROW_MM : ROW_MM;
    row->align = ALIGN_CENTER;
    add_target(question, row, statement, PAIR_BEST, width_mm);
    struct node *text =
        node_text(page->arena, row, question_id(question, "text", statement), TEXT_BODY,
                  question_text(question, question->item->options[statement].text_key));
    text->width = (struct size){.kind = SIZE_GROW, .value = 1};
    text->is_decoration = true; /* both targets say it */
    text->on_words = words_mean(question, statement);
    add_target(question, row, statement, PAIR_WORST, width_mm);
}

void best_worst_view(const struct question *question)
{
    struct screen_page *page = question->page;
    const struct visit *visit = question->visit;
    const double width_mm = side_mm(question);
    page->body->gap_mm = is_room_at(&page->facts->room, ROOM_PLAIN) ? 1.2f
                         : is_screen_page_low(page)                 ? 1.4f
                                                                    : 2.5f;
    page->body->width.max_mm = (float)screen_page_wide_mm(page, WIDE_MM);
    question_head(question);
    add_labels(question, width_mm);
    for (size_t i = 0; i < visit->sitting->steps[visit->at].order_count; i++)
        add_statement(question, i, width_mm);
    if (!is_screen_page_apart(page)) /* else nothing follows */
        node_new(page->arena, page->body, NODE_RULE, SPAN(""))->is_decoration = true;
}

int best_worst_step(struct visit *visit, const struct item *item,
                    const struct event *event)
{
    struct answer *answer = &visit->answer;
    const int side = event->b == PAIR_WORST ? PAIR_WORST : PAIR_BEST;
    if (event->kind != EVENT_PICK || event->a < 0 ||
        (size_t)event->a >= item->option_count || event->b < PAIR_BEST ||
        event->b > PAIR_WORST)
        return 0;
    const bool is_again = answer->pair[side] == event->a;
    if (answer->pair[!side] == event->a)
        answer->pair[!side] = answer->pair[side];
    answer->pair[side] = is_again ? (int16_t)NOT_PICKED : (int16_t)event->a;
    const int count = (answer->pair[PAIR_BEST] != NOT_PICKED) +
                      (answer->pair[PAIR_WORST] != NOT_PICKED);
    answer->state = count == 2 ? ANSWER_GIVEN : count ? ANSWER_PARTIAL : ANSWER_NONE;
    return 1;
}
