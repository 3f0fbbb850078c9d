/* One scene of the story: its words, its place, and the screen of the terminal that shows it. */
#include "app/desk/pages/story/pages_story.h"

#include "app/desk/form/kiosk_pictures.h"
#include "app/desk/pages/pages_link.h"
#include "app/desk/pages/pages_words.h"
#include "base/words.h"

enum { HTTP_OK = 200 };

/* How the screen can be looked at. */
static const struct scene_look {
    const char *id, *words;
    struct kiosk_pictures_look kiosk;
} looks[] = {
    {"usual", WN("21.5 inch"), {"960x540", "21.5", "normal", "light", {0}}},
    {"small", WN("10 inch"), {"1024x600", "10.1", "normal", "light", {0}}},
    {"large", WN("Largest text"), {"960x540", "21.5", "extra-large", "light", {0}}},
    {"dark", WN("Dark"), {"960x540", "21.5", "normal", "dark", {0}}},
};

static const struct scene_look *look_of(const struct pages_turn *turn)
{
    for (size_t i = 0; i < sizeof looks / sizeof *looks; i++)
        if (is_span(pages_turn_field(turn, "look"), looks[i].id))
            return &looks[i];
    return looks;
}

static enum status scene_find(struct pages_turn *turn, struct pages_story *story,
                              size_t *out_number)
{
    int64_t number;
    const enum status status = pages_story_read(turn, story);
    if (status != OK)
        return status;
    if (!span_to_integer(turn->parts[0], &number) || number < 1 ||
        (size_t)number > story->count)
        return fail(STATUS_NOT_FOUND, "the story has no such scene");
    *out_number = (size_t)number;
    return OK;
}

/* --- the screen --- */

enum status pages_story_kiosk(struct pages_turn *turn)
{
    struct pages_story story;
    size_t number = 0;
    struct span png;
    struct office *office = &turn->operation->office;
    enum status status = scene_find(turn, &story, &number);
    if (status != OK)
        return status;
    struct kiosk_pictures_look look = look_of(turn)->kiosk;
    look.language = office->organization->language;
    status = kiosk_pictures_page(office, turn->arena, story.scenes[number - 1].page,
                                 &look, &png);
    if (status == OK)
        *turn->answer = (struct pages_answer){
            .http_status = HTTP_OK, .type = SPAN("image/png"), .body = png};
    return status;
}

static void screen_add(struct pages_turn *turn, const struct form_scene *scene)
{
    struct page_section *section =
        page_section(&turn->page, PAGE_PLAIN, "screen", W("As a terminal shows it"));
    const struct span route = pages_link(turn->arena, "/story/*", turn->parts[0]);
    const struct scene_look *look = look_of(turn);
    if (!has_kiosk_pictures()) {
        page_add_note(section,
                      WS("Install resonance-painter, the program that paints the screens "
                         "of a terminal; then its picture stands here."));
        return;
    }
    page_add_image(
        section,
        span_format(turn->arena, W("The screen of a terminal with “%.*s”"),
                    SPAN_ARGS(scene->title)),
        pages_link_with(turn->arena,
                        span_format(turn->arena, "%.*s/kiosk.png", SPAN_ARGS(route)),
                        "look", span_of(look->id)));
    struct page_block *ways = page_add_ways(section);
    for (size_t i = 0; i < sizeof looks / sizeof *looks; i++)
        page_way_add(turn->arena, &ways->ways, PAGE_WAY_LINK, WS(looks[i].words),
                     pages_link_with(turn->arena, route, "look", span_of(looks[i].id)))
            ->is_here = &looks[i] == look;
}

/* --- its words --- */

static enum status words_do(struct pages_turn *turn, size_t number,
                            struct page_form *form)
{
    struct options *values = &turn->operation->values;
    pages_turn_word(turn, SPAN("set"));
    values->files[values->file_count++] = span_format(turn->arena, "%zu", number).data;
    pages_turn_value(turn, "title", pages_turn_field(turn, "title"));
    pages_turn_value(turn, "text", pages_turn_field(turn, "text"));
    /* a photograph that is there stays; only a drawing is put in by its name */
    if (!has_span_prefix(pages_turn_field(turn, "picture"), "photo-"))
        pages_turn_value(turn, "picture", pages_turn_field(turn, "picture"));
    const enum status status = pages_story_run(turn, story_edit_run, false);
    if (status != OK)
        return pages_story_refused(turn, form, "title", status);
    pages_turn_done(turn, pages_link(turn->arena, "/story/*", turn->parts[0]),
                    WN("The scene is changed."));
    return OK;
}

/* --- its place --- */

static struct page_form *place_form(struct pages_turn *turn,
                                    const struct pages_story *story, size_t number)
{
    struct page_form *form = pages_story_form(turn, story, W("Do that"));
    page_form_field(form, PAGE_FIELD_HIDDEN, "act", SPAN(""))->value = SPAN("place");
    struct page_field *to =
        page_form_field(form, PAGE_FIELD_ONE_OF, "to", WS("Where it stands"));
    for (size_t i = 1; i <= story->count; i++)
        page_form_choice(to, span_format(turn->arena, "%zu", i),
                         span_format(turn->arena, W("Scene %zu of %zu"), i, story->count))
            ->is_chosen = i == number;
    page_form_choice(to, SPAN("out"), WS("Nowhere: take this scene out"))->hint =
        WS("Its words and its picture go. This cannot be undone.");
    form->is_second = true;
    return form;
}

static enum status place_do(struct pages_turn *turn, size_t number,
                            struct page_form *form)
{
    struct options *values = &turn->operation->values;
    const struct span to = pages_turn_field(turn, "to");
    const bool is_out = is_span(to, "out");
    pages_turn_word(turn, is_out ? SPAN("remove") : SPAN("move"));
    values->files[values->file_count++] = span_format(turn->arena, "%zu", number).data;
    if (!is_out)
        values->files[values->file_count++] = span_text(turn->arena, to);
    const enum status status = pages_story_run(turn, story_edit_run, false);
    if (status != OK)
        return pages_story_refused(turn, form, "to", status);
    pages_turn_done(
        turn, is_out ? SPAN("/story") : pages_link(turn->arena, "/story/*", to),
        is_out ? WN("The scene is taken out.") : WN("The scene stands there now."));
    return OK;
}

enum status pages_story_scene(struct pages_turn *turn)
{
    struct pages_story story;
    size_t number = 0;
    pages_turn_begin(turn, span_format(turn->arena, W("Scene %.*s"),
                                       SPAN_ARGS(span_cut(turn->parts[0], 0, 4))));
    const enum status status = scene_find(turn, &story, &number);
    if (status != OK)
        return status;
    const struct form_scene *scene = &story.scenes[number - 1];
    const bool is_place = is_span(pages_turn_field(turn, "act"), "place");
    const bool is_words = is_pages_turn_form(turn) && !is_place;
    pages_turn_crumb(turn, WS("Strategy story"), SPAN("/story"));
    pages_turn_crumb(turn, scene->title, SPAN(""));
    screen_add(turn, scene);
    struct page_form *words = pages_story_form(turn, &story, W("Save and show"));
    pages_story_scene_fields(turn, words, scene, is_words);
    struct page_form *place = place_form(turn, &story, number);
    if (story.is_sample) {
        page_add_note(&turn->page.head,
                      WS("This scene is of the sample, which does not change. Begin your "
                         "own story instead."));
        return OK;
    }
    page_add_form(page_section(&turn->page, PAGE_BOX, "words", W("Its words")), words);
    page_add_form(page_section(&turn->page, PAGE_BOX, "place", W("Its place")), place);
    if (is_words)
        return words_do(turn, number, words);
    return is_pages_turn_form(turn) ? place_do(turn, number, place) : OK;
}
