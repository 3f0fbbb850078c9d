/* The pages come from the same functions as on a terminal: journey_step and journey_enter say
 * which page stands, journey_fit describes and measures it, canvas_rgb paints it. */
#include "app/painter/tour.h"

#include "app/common/console.h"
#include "app/common/output.h"
#include "author/png.h"
#include "base/buffer.h"
#include "base/file.h"
#include "base/folder.h"
#include "device/canvas.h"
#include "view/direction.h"
#include "view/layout/settle.h"

enum { NAMES_BYTES = 256 * 1024, SITTING_BYTES = 64 * 1024 * 1024, SEED = 1 };

struct walk {
    const struct tour *tour;
    struct arena sitting; /* as on a terminal, the visit's own */
    struct text *text;
    struct text_port port;
    struct terminal_config terminal;
    struct vacancy vacancy;
    struct site site;
    struct journey journey;
    struct moment moment;
    struct surface_facts facts;
    struct journey_page kin; /* whose room is known */
    struct room kin_room;
    struct buffer names; /* of what was painted */
    size_t page_count;   /* of all that were passed */
};

/* --- one picture --- */

/* What the pages of one kin begin with is found once for all of them. */
static void room_find(struct walk *walk)
{
    struct arena *arena = walk->tour->arena;
    const struct journey_page page = journey_page(&walk->journey, &walk->facts);
    walk->facts.room = (struct room){0};
    if (!is_journey_page_kin(page, page))
        return;
    if (!is_journey_page_kin(page, walk->kin))
        walk->kin_room =
            journey_room(arena, &walk->journey, &walk->facts, &walk->port, walk->moment);
    walk->kin = page;
    walk->facts.room = walk->kin_room;
}

static enum status picture_write(struct walk *walk, const struct node *root,
                                 const struct focus *focus, struct span name)
{
    struct arena *arena = walk->tour->arena;
    const struct surface_facts *facts = &walk->facts;
    unsigned char *rgb;
    struct span png;
    enum status status = canvas_rgb(arena, root, facts, focus, walk->text, &rgb);
    if (status == OK)
        status = png_write(arena, (size_t)facts->width_px, (size_t)facts->height_px, rgb,
                           &png);
    const char *file = span_format(arena, "%.*s.png", SPAN_ARGS(name)).data;
    if (status == OK)
        status = is_output_standard(walk->tour->folder)
                     ? console_put(png)
                     : file_write(file_path(arena, walk->tour->folder, file), png, 0644);
    if (status == OK)
        buffer_format(&walk->names, "%s\n", file);
    return status;
}

static bool is_event_on(const struct node *root, enum event_kind kind)
{
    for (const struct node *node = root; node; node = node_next(root, node))
        if (node->on_activate.kind == (int32_t)kind)
            return true;
    return false;
}

/* A picture of what stands now, if it is asked for; whether its answers stand on a page after it.
 */
static enum status page_paint(struct walk *walk, struct span page, bool *out_has_more)
{
    const struct look *look = walk->tour->look;
    struct arena *arena = walk->tour->arena;
    const struct arena_mark mark = arena_mark(arena);
    struct focus focus;
    walk->page_count++;
    *out_has_more = false;
    if (look->page.count && !is_span_equal(look->page, page))
        return OK;
    room_find(walk);
    struct node *root =
        journey_fit(arena, &walk->journey, &walk->facts, &walk->port, walk->moment);
    focus_init(&focus, walk->facts.px_per_mm);
    focus_settle(&focus, root);
    settle_run(root, &walk->facts, &focus.scrolls);
    focus_read(&focus, root);
    *out_has_more = is_event_on(root, EVENT_WRITE);
    const enum status status =
        picture_write(walk, root, &focus,
                      look->page.count ? page
                                       : span_format(arena, "%03zu-%.*s",
                                                     walk->page_count, SPAN_ARGS(page)));
    arena_release(arena, mark);
    return status;
}

static enum status page_put(struct walk *walk, const char *page)
{
    bool has_more;
    return page_paint(walk, span_of(page), &has_more);
}

/* --- the way --- */

static struct effect act(struct walk *walk, enum event_kind kind)
{
    const struct event event = event_of(kind);
    return journey_step(&walk->journey, &event, walk->moment);
}

static enum status begin(struct walk *walk)
{
    const struct tour *tour = walk->tour;
    const struct look *look = tour->look;
    const bool is_invited = look->role != ROLE_RATER;
    struct sitting *sitting = NULL;
    const struct sitting_start start = {
        .role = look->role,
        .seed = SEED,
        .vacancy = is_invited ? SPAN("preview") : SPAN(""),
        .invite = is_invited ? 1 : 0,
        .language = walk->terminal.language,
        .started_unix_ms = walk->moment.unix_ms,
    };
    const enum status status =
        sitting_begin(&walk->sitting, tour->assessment, &start, &sitting);
    if (status != OK)
        return status;
    journey_code_known(&walk->journey, sitting, NO_STEP, FOUND_NOTHING,
                       is_invited ? &walk->vacancy : NULL, walk->moment);
    journey_comfort(&walk->journey, look->comfort);
    return OK;
}

/* Up to the consent, which a document by itself has none of. */
static enum status door_paint(struct walk *walk, bool is_whole)
{
    enum status status = is_whole ? page_put(walk, "attract") : OK;
    (void)act(walk, EVENT_START);
    if (status == OK && is_whole)
        status = page_put(walk, "code");
    (void)journey_step(&walk->journey,
                       &(struct event){.kind = EVENT_TYPED, .text = SPAN("7Q2K9ABCDE")},
                       walk->moment);
    (void)act(walk, EVENT_SUBMIT_CODE);
    if (status == OK)
        status = begin(walk);
    if (status == OK && is_whole)
        status = page_put(walk, "notice");
    (void)act(walk, EVENT_NEXT);
    if (status == OK && is_whole)
        status = page_put(walk, "consent");
    (void)act(walk, EVENT_CONSENT);
    return status;
}

static enum status part_paint(struct walk *walk, const struct sitting *sitting,
                              size_t step)
{
    struct arena *arena = walk->tour->arena;
    const struct span id = sitting_part(sitting, step)->id;
    journey_begin(&walk->journey, (int)step, walk->moment);
    return walk->journey.screen == SCREEN_PART
               ? page_put(walk, span_format(arena, "part-%.*s", SPAN_ARGS(id)).data)
               : OK;
}

/* "values-b07", and "values-b07-answer" where its answers have a page of their own. */
static enum status item_paint(struct walk *walk, const struct sitting *sitting,
                              size_t step)
{
    struct arena *arena = walk->tour->arena;
    const struct span name =
        span_format(arena, "%.*s-%.*s", SPAN_ARGS(sitting_part(sitting, step)->id),
                    SPAN_ARGS(sitting->steps[step].item->id));
    bool has_answer = false;
    journey_enter(&walk->journey, (int)step, walk->moment);
    const enum status status = page_paint(walk, name, &has_answer);
    if (status != OK || !has_answer)
        return status;
    (void)act(walk, EVENT_WRITE);
    return page_put(walk, span_format(arena, "%.*s-answer", SPAN_ARGS(name)).data);
}

/* In the order of the document, whatever is shuffled: so its author finds each of them. */
static enum status items_paint(struct walk *walk)
{
    const struct sitting *sitting = walk->journey.visit->sitting;
    size_t first = 0;
    enum status status = OK;
    while (first < sitting->step_count && status == OK) {
        const size_t part = sitting->steps[first].part;
        const struct sitting_part *steps = &sitting->part_steps[part];
        const size_t count = sitting_part(sitting, first)->questionnaire->item_count;
        status = part_paint(walk, sitting, first);
        for (size_t i = 0; i < count && status == OK; i++)
            if (steps->step_of_item[i] != NO_STEP)
                status = item_paint(walk, sitting, (size_t)steps->step_of_item[i]);
        while (first < sitting->step_count && sitting->steps[first].part == part)
            first++;
    }
    return status;
}

static enum status over_paint(struct walk *walk, enum screen_kind overlay,
                              const char *name)
{
    (void)journey_open(&walk->journey, overlay, walk->moment);
    const enum status status = page_put(walk, name);
    journey_close(&walk->journey, walk->moment);
    return status;
}

static enum status end_paint(struct walk *walk)
{
    journey_enter(&walk->journey, NO_STEP, walk->moment);
    enum status status = page_put(walk, "check");
    journey_show(&walk->journey, SCREEN_FINISH, walk->moment);
    if (status == OK)
        status = page_put(walk, "finish");
    if (status == OK)
        status = over_paint(walk, SCREEN_COMFORT, "comfort");
    if (status == OK)
        status = over_paint(walk, SCREEN_HELP, "help");
    return status == OK ? over_paint(walk, SCREEN_BREAK, "break") : status;
}

static enum status all_paint(struct walk *walk)
{
    const bool is_whole = !walk->tour->is_single;
    enum status status = door_paint(walk, is_whole);
    if (status == OK)
        status = items_paint(walk);
    if (status == OK && is_whole)
        status = end_paint(walk);
    if (status == OK && !walk->names.count)
        status =
            fail(STATUS_NOT_FOUND,
                 "there is no page \"%.*s\"; without that, all pages are painted, and "
                 "their names said",
                 SPAN_ARGS(walk->tour->look->page));
    return status;
}

/* --- before and after --- */

static bool has_language(const struct assessment *assessment, struct span code)
{
    for (size_t i = 0; i < assessment->language_count; i++)
        if (is_span_equal(assessment->languages[i], code))
            return true;
    return false;
}

static enum status language_find(const struct tour *tour, struct span *out_language)
{
    const struct assessment *assessment = tour->assessment;
    const struct span wanted = tour->look->language;
    *out_language = wanted.count ? wanted : assessment->languages[0];
    return has_language(assessment, *out_language)
               ? OK
               : fail(STATUS_BAD_INPUT, "the form is not written in \"%.*s\"",
                      SPAN_ARGS(wanted));
}

static void place(struct walk *walk)
{
    const struct look *look = walk->tour->look;
    walk->terminal.organization = look->organization;
    walk->terminal.contact = SPAN("the people who invited you");
    walk->terminal.retention = SPAN("Your answers are kept as long as it says here.");
    walk->terminal.idle_s = 300;
    walk->terminal.warning_s = 45;
    walk->terminal.hold_s = 900;
    walk->vacancy = (struct vacancy){.id = SPAN("preview"),
                                     .title = SPAN("The vacancy"),
                                     .retention = walk->terminal.retention};
    walk->site =
        (struct site){.assessment = walk->tour->assessment, .terminal = &walk->terminal};
    walk->moment = (struct moment){.unix_ms = 1764576000000, .steady_ms = 1000};
    walk->facts = look->facts;
    walk->facts.is_right_to_left =
        is_direction_right_to_left(walk->terminal.language) != 0;
    walk->port.set_language(walk->port.context, walk->terminal.language);
    journey_init(&walk->journey, &walk->site, &walk->sitting, walk->moment);
    journey_comfort(&walk->journey, look->comfort);
}

static enum status place_check(const struct tour *tour)
{
    if (!is_output_standard(tour->folder))
        return folder_make(tour->folder);
    return tour->look->page.count
               ? OK
               : fail(STATUS_USAGE, "standard output takes one picture: say --page");
}

enum status tour_walk(struct tour *tour)
{
    struct walk *walk = arena_new(tour->arena, struct walk);
    struct arena letters;
    *walk = (struct walk){.tour = tour};
    /* whole from the start: what each page needs is given back after it */
    walk->names = (struct buffer){.data = arena_alloc(tour->arena, NAMES_BYTES),
                                  .capacity = NAMES_BYTES,
                                  .max_bytes = NAMES_BYTES};
    arena_init(&letters, SITTING_BYTES);
    arena_init(&walk->sitting, SITTING_BYTES);
    enum status status = language_find(tour, &walk->terminal.language);
    if (status == OK)
        status = place_check(tour);
    if (status == OK)
        status = text_open(&letters, &walk->text);
    if (status == OK) {
        walk->port = text_port_of(walk->text);
        place(walk);
        status = all_paint(walk);
        text_close(walk->text);
    }
    if (status == OK && !is_output_standard(tour->folder))
        console_text(CONSOLE_OUT, buffer_span(&walk->names));
    if (status == OK)
        status = console_flush();
    arena_done(&walk->sitting);
    arena_done(&letters);
    return status;
}
