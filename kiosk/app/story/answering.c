#include "app/story/answering.h"

#include "app/story/check.h"
#include "app/story/hand.h"

static const struct step *step_here(const struct story *story)
{
    const struct visit *visit = story->terminal.journey.visit;
    return &visit->sitting->steps[visit->at];
}

static enum status pick(struct story *story, int a, int b)
{
    const struct node *node = hand_meaning(story, EVENT_PICK, a, b);
    if (!node)
        return story_wrong(story, "no control picks %d, %d here", a, b);
    return node->is_chosen ? OK : hand_tap(story, node); /* again would take it back */
}

static const struct questionnaire *document_here(const struct story *story)
{
    const struct visit *visit = story->terminal.journey.visit;
    return sitting_part(visit->sitting, (size_t)visit->at)->questionnaire;
}

static enum status choose_two(struct story *story, const struct item *item)
{
    int best, worst;
    person_choose(&story->person, document_here(story), item, &best, &worst);
    const enum status status = pick(story, best, 0);
    return status == OK ? pick(story, worst, 1) : status;
}

static enum status put_in_order(struct story *story, const struct item *item)
{
    int order[OPTIONS_MAX];
    enum status status = OK;
    person_order(&story->person, document_here(story), item, order);
    for (size_t place = 0; place < item->option_count && status == OK; place++)
        status = pick(story, order[place], (int)place);
    return status;
}

static enum status fill_grid(struct story *story, const struct item *item)
{
    enum status status = OK;
    for (size_t row = 0; row < item->grid.row_count && status == OK; row++)
        status = pick(story,
                      person_rate_row(&story->person, &item->grid.rows[row],
                                      (int)item->option_count),
                      (int)row);
    return status;
}

static enum status rate(struct story *story, const struct item *item)
{
    return pick(story, person_rate(&story->person, item, item->scale.points), -1);
}

static enum status slide(struct story *story)
{
    const struct node *node = hand_meaning(story, EVENT_SLIDE, -1, -1);
    return node ? hand_tap(story, node) : story_wrong(story, "there is no slider here");
}

/* By shape, but for the two that are rated on the screen in different ways. */
static enum status answer(struct story *story, const struct item *item)
{
    switch (item_kind_shape(item->kind)) {
    case SHAPE_NONE:
        return OK;
    case SHAPE_NUMBER:
        return item->kind == ITEM_VAS ? slide(story) : rate(story, item);
    case SHAPE_ROWS:
        return fill_grid(story, item);
    case SHAPE_PICK:
    case SHAPE_TICKS:
        return pick(story, 0, -1);
    case SHAPE_PAIR:
        return choose_two(story, item);
    case SHAPE_ORDER:
        return put_in_order(story, item);
    case SHAPE_TEXT:
        hand_type(story, story->person.words);
        return OK;
    }
    return OK;
}

/* Where the answers stand on a page after the question that page is asked for first; what the
 * person sees there is checked before and after. */
static enum status answer_seen(struct story *story, const struct item *item)
{
    const struct node *ask = item_kind_shape(item->kind) == SHAPE_TEXT
                                 ? NULL
                                 : hand_meaning(story, EVENT_WRITE, -1, -1);
    enum status status = ask ? hand_tap(story, ask) : OK;
    if (status == OK)
        status = check_screen(story);
    if (status == OK)
        status = answer(story, item);
    return status == OK ? check_screen(story) : status;
}

enum status answering_item(struct story *story)
{
    const struct item *item = step_here(story)->item;
    story->person.frame =
        story->terminal.config->assessment->parts[step_here(story)->part].frame;
    story_pass(story, story->person.pace_ms);
    enum status status = answer_seen(story, item);
    const struct node *write = hand_meaning(story, EVENT_WRITE, -1, -1);
    if (status == OK &&
        write) /* words that are left blank: the keys are asked for all the same */
        status = hand_tap(story, write);
    const struct node *next = hand_meaning(story, EVENT_NEXT, -1, -1);
    if (status == OK && !next)
        return story_wrong(story, "there is no way on from this item");
    if (status == OK)
        status = hand_tap(story, next);
    /* A text left blank on purpose is asked about once. */
    if (status == OK && story->terminal.journey.screen == SCREEN_BLANK) {
        const struct node *leave = hand_meaning(story, EVENT_LEAVE_BLANK, -1, -1);
        status =
            leave ? hand_tap(story, leave) : story_wrong(story, "no way past the blank");
    }
    return status;
}
