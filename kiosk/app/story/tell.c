#include "app/story/tell.h"

#include "app/common/console.h"
#include "app/story/state.h"

#include <sys/resource.h>

static void tell_where(struct story *story)
{
    const struct journey *journey = &story->terminal.journey;
    const struct visit *visit = journey->visit;
    const bool is_item = visit && visit->sitting && visit->at >= 0;
    const struct span step =
        is_item ? sitting_step_id(&story->arena, visit->sitting, (size_t)visit->at)
                : SPAN("-");
    console_line(CONSOLE_OUT, "screen %s %.*s", screen_name(journey->screen),
                 SPAN_ARGS(step));
}

static void tell_box(const char *what, struct span id, struct box box)
{
    console_line(CONSOLE_OUT, "%s %.*s %d %d %d %d", what, SPAN_ARGS(id), box.x, box.y,
                 box.width, box.height);
}

/* Where a control is cut by its surroundings, only the part that is seen counts. */
static void tell_boxes(const struct story *story)
{
    for (const struct node *node = node_next(story->terminal.root, NULL); node;
         node = node_next(story->terminal.root, node))
        if (is_node_control(node) && node->clip.width > 0 && node->clip.height > 0)
            tell_box("box", node->id, node->clip);
        else if (node->on_words.kind)
            tell_box("box", node->id, touch_words(node));
}

static void tell_title(const struct story *story)
{
    for (const struct node *node = node_next(story->terminal.root, NULL); node;
         node = node_next(story->terminal.root, node))
        if (node->heading_level == 1)
            tell_box("title", node->id, node->box);
}

static void tell_scrollers(const struct story *story)
{
    for (const struct node *node = node_next(story->terminal.root, NULL); node;
         node = node_next(story->terminal.root, node)) {
        if (!node->is_scroller || node->scroll_max_px <= 0)
            continue;
        tell_box("track", node->id, scroll_track(node));
        tell_box("thumb", node->id, scroll_thumb(node));
    }
}

static void tell_typed(struct story *story)
{
    const struct visit *visit = story->terminal.journey.visit;
    const struct sitting *sitting = visit ? visit->sitting : NULL;
    for (size_t i = 0; sitting && i < sitting->step_count; i++)
        if (item_kind_shape(sitting->steps[i].item->kind) == SHAPE_TEXT &&
            sitting->answers[i].text.count)
            console_line(CONSOLE_OUT, "typed %.*s %.*s",
                         SPAN_ARGS(sitting_step_id(&story->arena, sitting, i)),
                         SPAN_ARGS(sitting->answers[i].text));
}

/* The heading of the screen, and a number for all that the sitting holds. */
static void tell_state(struct story *story)
{
    const struct node *heading = node_find(story->terminal.root, SPAN("heading"));
    if (heading)
        console_line(CONSOLE_OUT, "says %.*s", SPAN_ARGS(heading->text));
    console_line(CONSOLE_OUT, "state %llu",
                 (unsigned long long)state_of(&story->terminal.journey));
}

static void tell_memory(void)
{
    struct rusage usage;
    if (getrusage(RUSAGE_SELF, &usage) == 0)
        console_line(CONSOLE_OUT, "memory %ld", usage.ru_maxrss);
}

void tell_screen(struct story *story)
{
    const struct arena_mark mark = arena_mark(&story->arena);
    tell_where(story);
    tell_state(story);
    tell_boxes(story);
    tell_title(story);
    tell_scrollers(story);
    tell_typed(story);
    tell_memory();
    arena_release(&story->arena, mark);
}

void tell_touch(const struct node *node)
{
    console_line(CONSOLE_OUT, "touch %d %d %.*s", node->box.x + node->box.width / 2,
                 node->box.y + node->box.height / 2, SPAN_ARGS(node->id));
}

void tell_key(const char *name)
{
    console_line(CONSOLE_OUT, "press %s", name);
}

void tell_letters(struct span text)
{
    console_line(CONSOLE_OUT, "letters %.*s", SPAN_ARGS(text));
}
