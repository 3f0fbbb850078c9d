/* Reading comfort, at any time: each text size is shown in its own size, each choice takes effect
 * at once, on this screen too, and no answer changes. */
#include "base/words.h"
#include "screens/screen_page.h"
#include "screens/screen.h"

struct comfort_choice {
    const char *id;
    const char *name;
};
static const struct comfort_choice sizes[STEP_COUNT] = {
    [STEP_SMALL] = {"size-small", WN("Small")},
    [STEP_NORMAL] = {"size-normal", WN("Usual")},
    [STEP_LARGE] = {"size-large", WN("Large")},
    [STEP_EXTRA_LARGE] = {"size-extra-large", WN("Very large")},
};
static const struct comfort_choice themes[THEME_COUNT] = {
    [THEME_LIGHT] = {"theme-light", WN("Light")},
    [THEME_DARK] = {"theme-dark", WN("Dark")},
    [THEME_HIGH_CONTRAST] = {"theme-high-contrast", WN("High contrast")},
    [THEME_LOW_GLARE] = {"theme-low-glare", WN("Low glare")},
};

static struct node *add_group(struct screen_page *page, const char *id, struct span title)
{
    struct node *heading =
        node_text(page->arena, page->body, span_format(page->arena, "%s title", id),
                  TEXT_STRONG, title);
    heading->heading_level = 2;
    const bool is_tight = is_room_at(&page->facts->room, ROOM_COLUMNS);
    struct node *parent = page->body;
    if (is_tight) { /* as many beside each other as there is room for */
        parent =
            node_column(page->arena, parent, span_format(page->arena, "%s lines", id), 0);
        parent->width = (struct size){.kind = SIZE_GROW, .value = 1};
        parent->is_group = true;
    }
    struct node *group = node_row(page->arena, parent, span_of(id), 4);
    group->width = (struct size){.kind = SIZE_GROW, .value = 1};
    group->is_group = !is_tight;
    group->can_wrap = true;
    return group;
}

static struct node *add_choice(struct screen_page *page, struct node *group,
                               const struct comfort_choice *choice, bool is_chosen,
                               struct event event)
{
    struct node *node = node_choice(page->arena, group, span_of(choice->id), LOOK_CARD,
                                    WS(choice->name), is_chosen, event);
    node->is_lying = is_room_at(&page->facts->room, ROOM_COLUMNS);
    if (!node->is_lying)
        node->width = (struct size){.kind = SIZE_GROW, .value = 1};
    return node;
}

/* Beside very large letters nobody could read a smaller sample. */
static const float scale_min = 0.52f;

/* How much larger the letters of `step` are than those in force. */
static float scale_of(const struct screen_page *page, enum text_size step)
{
    struct surface_facts other = *page->facts;
    other.step = step;
    other.room = (struct room){0}; /* in its own size */
    const float scale = (float)(theme_step(&other) / theme_step(page->facts));
    return scale > scale_min ? scale : scale_min;
}

static struct span letters_words(void)
{
    return WS("On this screen some full pages have smaller letters, so that all answers "
              "are seen together.");
}

static bool keeps_letters(const struct screen_page *page, enum text_size step)
{
    struct surface_facts chosen = *page->facts;
    chosen.step = step;
    chosen.room = (struct room){0};
    return has_theme_letters(&chosen);
}

/* Below all else, so that nothing moves when another size is chosen. */
static void add_letters(struct screen_page *page)
{
    if (!keeps_letters(page, page->journey->comfort.step))
        screen_page_note(page, "letters", letters_words());
}

/* The same between the buttons: a place for two lines, whether they are said or not. */
static void add_letters_below(struct screen_page *page)
{
    if (keeps_letters(page, STEP_EXTRA_LARGE))
        return;
    const bool is_said = !keeps_letters(page, page->journey->comfort.step);
    struct node *letters = node_text(page->arena, screen_page_foot(page),
                                     is_said ? SPAN("letters") : SPAN("letters place"),
                                     TEXT_NOTE, is_said ? letters_words() : SPAN(""));
    letters->lines_min = letters->lines_max = 2;
    letters->said = letters->text;
    letters->width = (struct size){.kind = SIZE_GROW, .value = 50}; /* nearly all there */
}

/* Above all else on an upright page: a fifth of its height. */
static float upright_mm(const struct screen_page *page)
{
    return (float)(page->facts->height_px / page->facts->px_per_mm / 5);
}

void comfort_view(struct screen_page *page)
{
    const struct comfort comfort = page->journey->comfort;
    screen_page_body(page, 5)->stands_together = true;
    if (is_screen_page_upright(page))
        node_gap(page->arena, page->body, upright_mm(page));
    screen_page_heading(page, WS("Reading comfort"));
    struct node *group = add_group(page, "sizes", WS("Text size"));
    for (int i = 0; i < STEP_COUNT; i++) {
        const bool is_chosen = comfort.step == (enum text_size)i;
        struct node *size = add_choice(page, group, &sizes[i], is_chosen,
                                       event_with(EVENT_SET_STEP, i, 0));
        size->letter_scale = scale_of(page, (enum text_size)i);
        size->is_first_focus = is_chosen;
    }
    group = add_group(page, "themes", WS("Colours"));
    for (int i = 0; i < THEME_COUNT; i++)
        add_choice(page, group, &themes[i], comfort.theme == (enum theme_name)i,
                   event_with(EVENT_SET_THEME, i, 0));
    if (!is_room_at(&page->facts->room, ROOM_PLAIN))
        screen_page_note(
            page, "note",
            WS("Your answers stay as they are. After your session, text size and colours "
               "are reset."));
    const bool is_tight = is_room_at(&page->facts->room, ROOM_FOLDED);
    if (!is_tight)
        add_letters(page);
    node_gap(page->arena, page->body,
             0); /* what stands above stays, whatever comes last */
    struct node *restore =
        screen_page_back(page, WS("Reset"), event_of(EVENT_RESTORE_COMFORT));
    restore->id = SPAN("restore");
    restore->is_way_back = false;
    if (is_tight)
        add_letters_below(page);
    screen_page_next(page, WS("Close"), event_of(EVENT_CLOSE_OVERLAY))->is_way_back =
        true;
}

struct effect comfort_step(struct journey *journey, const struct event *event,
                           struct moment moment)
{
    if (event->kind == EVENT_BACK)
        journey_close(journey, moment);
    return effect_none();
}
