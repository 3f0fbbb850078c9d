#include "app/story/kin.h"

static const struct node *find(const struct story *story, const char *id)
{
    return node_find(story->terminal.root, span_of(id));
}

static bool is_seen(const struct node *node)
{
    return node && node->text.count && node->clip.height == node->box.height &&
           node->clip.height > 0;
}

/* Whether the questionnaire says what to choose, in words of its own. */
static bool has_hint(const struct visit *visit)
{
    const struct item *item = visit_item(visit);
    return item_kind_shape(item->kind) == SHAPE_PAIR && !item->head_key.count &&
           !is_span(sitting_text(visit->sitting, (size_t)visit->at, SPAN("hint")),
                    "hint");
}

static enum status check_asked(struct story *story)
{
    const struct visit *visit = story->terminal.journey.visit;
    if (story->terminal.journey.screen != SCREEN_ITEM ||
        !is_item_kind_answerable(visit_item(visit)->kind))
        return OK;
    if (!is_seen(find(story, "heading")) && !is_seen(find(story, "asked")))
        return story_wrong(story, "what is asked is not seen");
    if (has_hint(visit) && !is_seen(find(story, "hint")))
        return story_wrong(story, "what to choose is not seen");
    return OK;
}

/* What a hand and an eye find again: the edges of the column and of both buttons; the words on a
 * button may be others. A note that comes up while somebody answers is none of it. */
static struct story_frame frame_of(const struct story *story)
{
    const struct node *body = find(story, "body"), *back = find(story, "back"),
                      *next = find(story, "next");
    return (struct story_frame){
        .page = journey_page(&story->terminal.journey, &story->terminal.facts),
        .room = story->terminal.facts.room,
        .body_x = body ? body->box.x : 0,
        .body_width = body ? body->box.width : 0,
        .back_x = back ? back->box.x : 0,
        .back_y = back ? back->box.y : 0,
        .back_height = back ? back->box.height : 0,
        .next_end = next ? next->box.x + next->box.width : 0,
        .next_y = next ? next->box.y : 0,
        .next_height = next ? next->box.height : 0,
    };
}

static const char *moved(const struct story_frame *frame,
                         const struct story_frame *before)
{
    if (frame->room.letters_less != before->room.letters_less)
        return "the letters have another size than before";
    if (frame->body_x != before->body_x || frame->body_width != before->body_width)
        return "the column stands elsewhere than before";
    if (frame->back_x != before->back_x || frame->back_y != before->back_y ||
        frame->back_height != before->back_height)
        return "the way back stands elsewhere than before";
    if (frame->next_end != before->next_end || frame->next_y != before->next_y ||
        frame->next_height != before->next_height)
        return "the way on stands elsewhere than before";
    return NULL;
}

enum status kin_check(struct story *story)
{
    const struct story_frame before = story->frame, frame = frame_of(story);
    if (!is_journey_page_kin(frame.page, frame.page))
        return OK;
    const char *what =
        is_journey_page_kin(frame.page, before.page) ? moved(&frame, &before) : NULL;
    story->frame = frame;
    return what ? story_wrong(story, "step %d: %s", frame.page.at, what)
                : check_asked(story);
}
