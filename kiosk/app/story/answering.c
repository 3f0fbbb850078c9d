#include "app/story/answering.h"

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
    return hand_tap(story, node);
}

static enum status choose_two(struct story *story, const struct item *item)
{
    const struct sitting *sitting = story->terminal.journey.visit->sitting;
    const struct part *part =
        sitting_part(sitting, (size_t)story->terminal.journey.visit->at);
    int best, worst;
    person_choose(&story->person, part->questionnaire, item, &best, &worst);
    const enum status status = pick(story, best, 0);
    return status == OK ? pick(story, worst, 1) : status;
}

static enum status fill_grid(struct story *story, const struct item *item)
{
    enum status status = OK;
    for (size_t row = 0; row < item->row_count && status == OK; row++)
        status = pick(
            story,
            person_rate_row(&story->person, &item->rows[row], (int)item->option_count),
            (int)row);
    return status;
}

static enum status write_text(struct story *story, const struct item *item)
{
    (void)item;
    hand_type(story, story->person.words);
    return OK;
}

static enum status rate(struct story *story, const struct item *item)
{
    return pick(story, person_rate(&story->person, item, item->points), -1);
}

static enum status slide(struct story *story, const struct item *item)
{
    (void)item;
    const struct node *node = hand_meaning(story, EVENT_SLIDE, -1, -1);
    return node ? hand_tap(story, node) : story_wrong(story, "there is no slider here");
}

static enum status pick_first(struct story *story, const struct item *item)
{
    (void)item;
    return pick(story, 0, -1);
}

static enum status read_on(struct story *story, const struct item *item)
{
    (void)story;
    (void)item;
    return OK;
}

typedef enum status answer_function(struct story *story, const struct item *item);

static answer_function *const answers[] = {
    [ITEM_INST] = read_on,
    [ITEM_LIKERT] = rate,
    [ITEM_VAS] = slide,
    [ITEM_GRID] = fill_grid,
    [ITEM_MULTI] = pick_first,
    [ITEM_MULTICHECK] = pick_first,
    [ITEM_SHORT] = write_text,
    [ITEM_LONG] = write_text,
    [ITEM_NUMBER] = write_text,
    [ITEM_BEST_WORST] = choose_two,
    [ITEM_MOST_LEAST] = choose_two,
    [ITEM_SCENE] = read_on,
};

enum status answering_item(struct story *story)
{
    const struct item *item = step_here(story)->item;
    story->person.frame =
        story->terminal.config->assessment->parts[step_here(story)->part].frame;
    story_pass(story, story->person.pace_ms);
    enum status status = answers[item->kind](story, item);
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
