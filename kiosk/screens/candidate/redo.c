/* Offered once, kindly, when the answers cannot be read together; what each way means is said. */
#include "assessment/assessment_minutes.h"
#include "base/words.h"
#include "sitting/sitting_redo.h"
#include "screens/screen_page.h"
#include "screens/screen.h"
#include "screens/visit.h"

#include <math.h>

static int first_step(const struct sitting *sitting, size_t part)
{
    int step = sitting_next(sitting, NO_STEP);
    while (step != NO_STEP && sitting->steps[step].part != part)
        step = sitting_next(sitting, step);
    return step;
}

static void add_part(struct screen_page *page, size_t index)
{
    const struct sitting *sitting = page->journey->visit->sitting;
    const struct part *part = &sitting->assessment->parts[index];
    const int minutes =
        (int)ceil(assessment_minutes_expected(part, sitting->start.language));
    const int step = first_step(sitting, index);
    if (step == NO_STEP)
        return;
    const struct span title = sitting_text(sitting, (size_t)step, part->title_key);
    struct node *row =
        node_column(page->arena, page->body,
                    span_format(page->arena, "part-%.*s", SPAN_ARGS(part->id)), 1);
    node_text(page->arena, row,
              span_format(page->arena, "title-%.*s", SPAN_ARGS(part->id)), TEXT_STRONG,
              title);
    node_text(page->arena, row,
              span_format(page->arena, "minutes-%.*s", SPAN_ARGS(part->id)), TEXT_NOTE,
              minutes > 1 ? span_format(page->arena, W("about %d minutes"), minutes)
                          : WS("about 1 minute"));
}

void redo_view(struct screen_page *page)
{
    unsigned char parts[PARTS_MAX];
    const struct visit *visit = page->journey->visit;
    const int count = visit_redo_parts(page->arena, visit, parts);
    screen_page_decide(page);
    screen_page_site_top(page);
    screen_page_body(page, is_screen_page_low(page) ? 4 : 6)->justify = ALIGN_CENTER;
    screen_page_heading(page, WS("Would you like to answer a part again?"));
    screen_page_text(
        page, "text",
        WS("Some of your answers came very fast or do not fit together well. "
           "That happens when people are tired or in a hurry, or read in a "
           "second language. It says nothing about you."))
        ->is_spoken_first = true;
    for (size_t i = 0; i < visit->sitting->assessment->part_count && count; i++)
        if (parts[i])
            add_part(page, i);
    screen_page_text(
        page, "how",
        WS("If you answer again, your new answers count. If you skip one, your earlier "
           "answer stays. If you keep your answers, your report shows less. Both are "
           "fine."));
    screen_page_way(page, "again", WS("Answer again"), event_of(EVENT_REDO))
        ->is_first_focus = true;
    screen_page_way(page, "next", WS("Keep my answers"), event_of(EVENT_NEXT));
    screen_page_back(page, WS("Back"), event_of(EVENT_BACK));
}

struct effect redo_step(struct journey *journey, const struct event *event,
                        struct moment moment)
{
    if (event->kind == EVENT_REDO)
        return journey_redo(journey, moment);
    if (event->kind == EVENT_BACK)
        journey_show(journey, SCREEN_CHECK, moment);
    if (event->kind != EVENT_NEXT)
        return effect_none();
    sitting_redo_begin(journey->visit->sitting, NULL);
    journey_show(journey, SCREEN_FINISH, moment);
    return effect_save(NO_STEP);
}
