/* Between two parts: what comes, how much of it and how long, and a real rest. After the
 * practice it is said that from now on answers count. */
#include "base/words.h"
#include "screens/candidate/part_picture.h"
#include "screens/screen.h"
#include "screens/screen_page.h"
#include "screens/visit.h"
#include "sitting/sitting_progress.h"

enum { WIDE_MM = 300, PICTURE_MM = 84, LOW_PICTURE_MM = 46 };

static const struct part *part_of(const struct screen_page *page)
{
    const struct visit *visit = page->journey->visit;
    return sitting_part(visit->sitting, (size_t)visit->at);
}

static bool is_first_that_counts(const struct screen_page *page)
{
    const struct visit *visit = page->journey->visit;
    const int before = sitting_previous(visit->sitting, visit->at);
    return before != NO_STEP &&
           sitting_part(visit->sitting, (size_t)before)->use == PART_PRACTICE;
}

static struct span counted(struct arena *arena, size_t count, const char *one,
                           const char *many)
{
    return count == 1 ? WS(one) : span_format(arena, "%zu %s", count, W(many));
}

/* "4 pages to read and 6 questions, about 8 minutes." */
static struct span size_words(const struct screen_page *page)
{
    const struct visit *visit = page->journey->visit;
    struct arena *arena = page->arena;
    const struct part_size size =
        sitting_progress_part(visit->sitting, visit->sitting->steps[visit->at].part);
    const struct span questions =
        counted(arena, size.question_count, WN("1 question"), WN("questions"));
    const struct span pages =
        counted(arena, size.page_count, WN("1 page to read"), WN("pages to read"));
    const struct span what = !size.page_count ? questions
                             : !size.question_count
                                 ? pages
                                 : span_format(arena, W("%.*s and %.*s"),
                                               SPAN_ARGS(pages), SPAN_ARGS(questions));
    return size.minutes > 1
               ? span_format(arena, W("%.*s, about %d minutes"), SPAN_ARGS(what),
                             size.minutes)
               : span_format(arena, W("%.*s, about 1 minute"), SPAN_ARGS(what));
}

static void add_words(struct screen_page *page, struct node *column)
{
    const struct visit *visit = page->journey->visit;
    struct arena *arena = page->arena;
    struct node *heading = node_text(
        arena, column, SPAN("heading"), TEXT_HEADING,
        sitting_text(visit->sitting, (size_t)visit->at, part_of(page)->title_key));
    heading->heading_level = 1;
    heading->is_spoken_first = true;
    node_text(arena, column, SPAN("size"), TEXT_BODY, size_words(page))->is_spoken_first =
        true;
    if (is_first_that_counts(page))
        node_text(arena, column, SPAN("counts"), TEXT_STRONG,
                  WS("Practice is over. From now on your answers count."))
            ->is_spoken_first = true;
    node_text(arena, column, SPAN("rest"), TEXT_NOTE, WS("Rest a moment if you like."));
    node_button(arena, column, SPAN("break"), LOOK_PLAIN, WS("Take a break or stop"),
                event_of(EVENT_OPEN_BREAK));
}

static void add_picture(struct screen_page *page, struct node *parent, double mm)
{
    struct node *node = node_new(page->arena, parent, NODE_PICTURE, SPAN("picture"));
    node->picture = part_picture(page->arena, part_of(page)->use);
    node->width = (struct size){.kind = SIZE_MM, .value = (float)mm};
    node->is_decoration = true;
}

void part_view(struct screen_page *page)
{
    const struct surface_facts *facts = page->facts;
    const bool is_wide = screen_page_step_wide_mm(page) >= WIDE_MM;
    const bool is_low = is_screen_page_low(page);
    screen_page_progress(page);
    screen_page_body(page, is_low ? 4 : 8)->justify = ALIGN_CENTER;
    page->body->stands_together = true;
    struct node *parent = page->body;
    if (is_wide) {
        parent = node_row(page->arena, page->body, SPAN("columns"), 16);
        parent->width = (struct size){.kind = SIZE_GROW, .value = 1};
        parent->align = ALIGN_CENTER;
    }
    if ((is_wide || !is_low) && !is_room_at(&facts->room, ROOM_PLAIN))
        add_picture(page, parent, is_low ? LOW_PICTURE_MM : PICTURE_MM);
    struct node *words = node_column(page->arena, parent, SPAN("words"), is_low ? 4 : 7);
    words->width = (struct size){.kind = SIZE_GROW, .value = 1};
    add_words(page, words);
    screen_page_back(page, WS("Back"), event_of(EVENT_BACK));
    screen_page_next(page, WS("Go on"), event_of(EVENT_NEXT))->is_first_focus = true;
}

struct effect part_step(struct journey *journey, const struct event *event,
                        struct moment moment)
{
    struct visit *visit = journey->visit;
    if (event->kind == EVENT_NEXT)
        journey_show_item(journey, true, moment);
    if (event->kind != EVENT_BACK)
        return effect_none();
    const int before = visit_previous(visit);
    if (before == NO_STEP)
        journey_show(journey, SCREEN_CONSENT, moment);
    else
        journey_enter(journey, before, moment);
    return effect_none();
}
