/* A page with everything on it stands where it stood: to the pixel, on surfaces of all kinds.
 * What is kept lies in tests/vectors/layouts; RESONANCE_GOLDEN=write writes what is missing
 * there. */
#include "page.h"

#include "base/file.h"
#include "base/must.h"
#include "view/chart.h"
#include "view/dump.h"
#include "view/paint/picture.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { KEPT_MAX_BYTES = 64 * 1024 };

static const struct surface {
    const char *name;
    int width_px, height_px;
    enum text_size step;
    bool is_right_to_left;
    const char *follow;
} surfaces[] = {
    {"01-usual", 1920, 1080, STEP_NORMAL, false, ""},
    {"02-large-letters", 1920, 1080, STEP_EXTRA_LARGE, false, "equal.c"},
    {"03-low", 2000, 800, STEP_SMALL, false, "next"},
    {"04-narrow", 1200, 1600, STEP_LARGE, false, "field"},
    {"05-right-to-left", 1920, 1080, STEP_NORMAL, true, "side.link"},
    {"06-no-room", 800, 1000, STEP_EXTRA_LARGE, false, "side.plain"},
};
enum { SURFACES = sizeof surfaces / sizeof *surfaces };

static struct page page;

/* Even letters, of which those of strong texts are wider. */
static void wrap_by_style(void *context, struct arena *arena, enum text_style style,
                          int cap_px, struct span text, int max_px,
                          struct text_lines *out_lines)
{
    const bool is_strong = style == TEXT_STRONG || style == TEXT_LABEL;
    even_wrap(context, arena, style, is_strong ? cap_px * 6 / 5 : cap_px, text, max_px,
              out_lines);
}

static void lay_out(void)
{
    static const struct text_port letters = {.wrap = wrap_by_style,
                                             .has_glyphs = even_has_glyphs};
    focus_settle(&page.focus, page.root);
    layout_run(&page.arena, page.root, &page.facts, &letters, &page.focus.scrolls);
}

static struct span id_of(const char *group, const char *name)
{
    return span_format(&page.arena, "%s.%s", group, name);
}

static void top_add(void)
{
    struct node *row = node_row(&page.arena, page.root, SPAN("top"), 3);
    row->align = ALIGN_CENTER;
    node_text(&page.arena, row, SPAN("where"), TEXT_NOTE, SPAN("Question 3 of 40"));
    node_gap(&page.arena, row, 0);
    node_choice(&page.arena, row, SPAN("top.light"), LOOK_TOOL, SPAN("Light"), true,
                PAGE_EVENT(1));
    node_choice(&page.arena, row, SPAN("top.dark"), LOOK_TOOL, SPAN("Dark"), false,
                PAGE_EVENT(2));
    node_button(&page.arena, row, SPAN("top.help"), LOOK_TOOL, SPAN("?"), PAGE_EVENT(3));
    node_new(&page.arena, page.root, NODE_PROGRESS, SPAN("progress"))->value = .1f;
}

static void words_add(struct node *body)
{
    struct node *heading = node_text(
        &page.arena, body, SPAN("heading"), TEXT_HEADING,
        SPAN(
            "Which of these would you say of the place where you worked last, most of all?"));
    heading->align = ALIGN_CENTER;
    struct node *text = node_text(
        &page.arena, body, SPAN("paragraph"), TEXT_BODY,
        SPAN(
            "Think of an ordinary week there. Nothing here is right or wrong, and nobody is "
            "compared with anybody else. Take the time that you need for each of the answers "
            "you give, and go back."));
    text->width = (struct size){.kind = SIZE_FIT, .max_mm = 180};
    struct node *notice = node_column(&page.arena, body, SPAN("notice"), 2);
    notice->look = LOOK_NOTICE;
    node_text(&page.arena, notice, SPAN("notice.text"), TEXT_STRONG,
              SPAN("A pilot form."));
    node_new(&page.arena, body, NODE_RULE, SPAN("rule"));
}

/* Cards that stand beside each other where there is room, and buttons that go into lines. */
static void answers_add(struct node *body)
{
    static const char *const words[] = {"Not at all", "A little", "Rather",
                                        "Yes, wholly"};
    static const char *const names[] = {"a", "b", "c", "d"};
    struct node *scale = node_row(&page.arena, body, SPAN("scale"), 4);
    struct node *equal = node_row(&page.arena, body, SPAN("equal"), 5);
    struct node *rounds = node_row(&page.arena, body, SPAN("rounds"), 6);
    scale->can_wrap = scale->is_group = equal->can_wrap = true;
    rounds->justify = ALIGN_CENTER;
    rounds->align = ALIGN_END;
    for (size_t i = 0; i < 4; i++) {
        node_choice(&page.arena, scale, id_of("scale", names[i]), LOOK_CARD,
                    span_of(words[i]), i == 1, PAGE_EVENT(10))
            ->width = PAGE_GROW;
        struct node *button =
            node_button(&page.arena, equal, id_of("equal", names[i]),
                        i == 2 ? LOOK_PRIMARY : LOOK_PLAIN,
                        i ? SPAN("Go on with the next part of all this") : SPAN("No"),
                        PAGE_EVENT(20));
        button->width.max_mm = i == 3 ? 90 : 0;
        node_choice(&page.arena, rounds, id_of("round", names[i]),
                    i < 2 ? LOOK_ROUND : LOOK_KEY, span_of(words[i]), false,
                    PAGE_EVENT(30));
    }
}

static void side_add(struct node *row, const struct picture *picture)
{
    struct node *side = node_column(&page.arena, row, SPAN("side"), 3);
    side->width = (struct size){.kind = SIZE_PERCENT, .value = 30, .min_mm = 60};
    side->look = LOOK_CARD;
    side->align = ALIGN_END;
    node_button(&page.arena, side, SPAN("side.link"), LOOK_LINK, SPAN("Read more"),
                PAGE_EVENT(40));
    node_choice(&page.arena, side, SPAN("side.card"), LOOK_CARD, SPAN("No"), true,
                PAGE_EVENT(42));
    node_choice(&page.arena, side, SPAN("side.plain"), LOOK_PLAIN,
                SPAN("None of them fits me"), false, PAGE_EVENT(41));
    struct node *drawn = node_new(&page.arena, side, NODE_PICTURE, SPAN("side.picture"));
    drawn->picture = picture;
    drawn->height = PAGE_MM(24);
    node_new(&page.arena, side, NODE_PICTURE, SPAN("side.missing"));
}

static void inputs_add(struct node *row)
{
    struct node *inputs = node_column(&page.arena, row, SPAN("inputs"), 4);
    inputs->width = PAGE_GROW;
    inputs->padding_mm = 5;
    inputs->padding_y_mm = 2;
    struct node *field = node_new(&page.arena, inputs, NODE_FIELD, SPAN("field"));
    field->text = SPAN("What I have\ntyped so far");
    field->caret = 14;
    field->lines_min = 4;
    field->width = PAGE_GROW;
    node_new(&page.arena, inputs, NODE_FIELD, SPAN("one"))->text =
        SPAN("A line that is longer than the field it was typed into, by a little");
    node_new(&page.arena, inputs, NODE_SLIDER, SPAN("slider"))->high = 100;
    struct node *slim = node_column(&page.arena, inputs, SPAN("slim"), 0);
    slim->width = PAGE_MM(6);
    slim->padding_mm = 4;
    node_text(&page.arena, slim, SPAN("slim.text"), TEXT_BODY, SPAN("a b c"));
    struct node *tall = node_column(&page.arena, inputs, SPAN("tall"), 1);
    tall->height = PAGE_MM(70);
    tall->width = PAGE_MM(90);
    tall->justify = ALIGN_CENTER;
    node_text(&page.arena, tall, SPAN("tall.note"), TEXT_LABEL, SPAN("A word"));
    node_column(&page.arena, tall, SPAN("tall.third"), 0)->height =
        (struct size){.kind = SIZE_PERCENT, .value = 33, .max_mm = 20};
}

static void chart_add(struct node *body)
{
    static struct chart_row rows[] = {
        {.group = {"Values", 6},
         .label = {"Care", 4},
         .dot = .2,
         .low = -.1,
         .high = .5,
         .box = .3,
         .box_low = .1,
         .box_high = .4,
         .needed = NAN},
        {.label = {"Order and reliability", 21},
         .dot = -.4,
         .low = -.6,
         .high = -.2,
         .box = NAN,
         .box_low = NAN,
         .box_high = NAN,
         .needed = .1},
    };
    static const struct chart chart = {
        .kind = CHART_PROFILE,
        .low = -1,
        .high = 1,
        .low_label = {"least", 5},
        .high_label = {"most", 4},
        .dot_label = {"you", 3},
        .needed_label = {"wanted", 6},
        .rows = rows,
        .row_count = 2,
    };
    node_new(&page.arena, body, NODE_CHART, SPAN("chart"))->chart = &chart;
}

/* Measures of a millimetre and less count as any other. */
static void thin_add(struct node *body)
{
    struct node *row = node_row(&page.arena, body, SPAN("thin"), 2);
    struct node *inset = node_column(&page.arena, row, SPAN("thin.inset"), 0);
    inset->padding_y_mm = 1;
    inset->look = LOOK_CARD;
    node_text(&page.arena, inset, SPAN("thin.small"), TEXT_BODY, SPAN("Small letters"))
        ->letter_scale = .75f;
    struct node *button = node_button(&page.arena, row, SPAN("thin.button"), LOOK_PLAIN,
                                      SPAN("Tight"), PAGE_EVENT(60));
    button->padding_mm = 1;
    struct node *uneven = node_button(&page.arena, row, SPAN("thin.uneven"), LOOK_TOOL,
                                      SPAN("Tight, too"), PAGE_EVENT(61));
    uneven->padding_mm = 4;
    uneven->padding_y_mm = 1;
    node_column(&page.arena, row, SPAN("thin.least"), 0)->width =
        (struct size){.kind = SIZE_FIT, .min_mm = 1};
    node_column(&page.arena, row, SPAN("thin.most"), 0)->width =
        (struct size){.kind = SIZE_MM, .value = 9, .max_mm = 1};
    node_column(&page.arena, row, SPAN("thin.half"), 0)->width =
        (struct size){.kind = SIZE_GROW, .value = .5f};
    node_column(&page.arena, row, SPAN("thin.whole"), 0)->width = PAGE_GROW;
    node_choice(&page.arena, row, SPAN("thin.card"), LOOK_CARD, SPAN("I"), false,
                PAGE_EVENT(62));
    struct node *slight = node_new(&page.arena, row, NODE_PICTURE, SPAN("thin.picture"));
    static const struct picture picture = {.width = 1, .height = .5f};
    slight->picture = &picture;
    node_new(&page.arena, body, NODE_PICTURE, SPAN("own-width"))->picture = &picture;
    static const struct picture nothing = {.height = 5};
    node_new(&page.arena, body, NODE_PICTURE, SPAN("nothing"))->picture = &nothing;
    node_new(&page.arena, body, NODE_CHART, SPAN("no-chart"));
}

static void foot_add(void)
{
    struct node *row = node_row(&page.arena, page.root, SPAN("foot"), 6);
    row->width = PAGE_GROW;
    row->justify = ALIGN_END;
    node_button(&page.arena, row, SPAN("back"), LOOK_PLAIN, SPAN("Back"), PAGE_EVENT(50));
    node_button(&page.arena, row, SPAN("next"), LOOK_PRIMARY, SPAN("Next"),
                PAGE_EVENT(51));
}

/* Where each text breaks, and what of a node is not seen. */
static void breaks_add(struct buffer *text)
{
    for (const struct node *node = node_next(page.root, NULL); node;
         node = node_next(page.root, node)) {
        const size_t count = node->lines ? node->lines->count : 0;
        for (size_t i = 0; i < count; i++) {
            const struct text_line *line = &node->lines->lines[i];
            if (i)
                buffer_text(text, " | ");
            else
                buffer_format(text, "%.*s: ", SPAN_ARGS(node->id));
            buffer_format(text, "%.*s %d px%s",
                          SPAN_ARGS(span_cut(node->text, line->from, line->count)),
                          line->width_px, i + 1 < count ? "" : "\n");
        }
        if (memcmp(&node->clip, &node->box, sizeof node->box) != 0)
            buffer_format(text, "%.*s seen %d,%d %dx%d px\n", SPAN_ARGS(node->id),
                          node->clip.x, node->clip.y, node->clip.width,
                          node->clip.height);
        if (node->is_scroller)
            buffer_format(text, "%.*s scrolled %d of %d px, gutter %d px\n",
                          SPAN_ARGS(node->id), node->scroll_px, node->scroll_max_px,
                          node->gutter_px);
    }
}

static void set_surface(const struct surface *surface)
{
    page.facts.width_px = surface->width_px;
    page.facts.height_px = surface->height_px;
    page.facts.step = surface->step;
    page.facts.is_right_to_left = surface->is_right_to_left;
}

static struct span shown_on(const struct surface *surface)
{
    static const struct picture picture = {.width = 200, .height = 150};
    page_open(&page);
    page.root->padding_mm = 16;
    page.root->padding_y_mm = 10;
    top_add();
    struct node *body = node_column(&page.arena, page.root, SPAN("body"), 5);
    body->is_scroller = true;
    body->width = body->height = PAGE_GROW;
    words_add(body);
    answers_add(body);
    struct node *row = node_row(&page.arena, body, SPAN("row"), 8);
    side_add(row, &picture);
    inputs_add(row);
    chart_add(body);
    thin_add(body);
    foot_add();
    page.facts = (struct surface_facts){
        .width_px = 700, .height_px = 1000, .px_per_mm = 4, .step = STEP_EXTRA_LARGE};
    lay_out(); /* of another surface nothing is left */
    focus_init(&page.focus, 4);
    set_surface(surface);
    lay_out();
    page.focus.scrolls.follow = node_id_of(span_of(surface->follow));
    lay_out();
    struct buffer text = buffer_init(&page.arena, KEPT_MAX_BYTES);
    buffer_add(&text, dump_tree(&page.arena, page.root, &page.facts, NULL));
    breaks_add(&text);
    return buffer_span(&text);
}

/* The same words as a reading text and as a heading, in columns of many widths. */
static struct span broken_texts(void)
{
    static const char many[] = "One two three four five six seven eight nine ten eleven "
                               "twelve thirteen fourteen fifteen";
    static const char *const words[] = {
        many, "A bed",
        "Nobody is compared with anybody, and nothing here is wrong at all"};
    struct buffer text = buffer_init(&page.arena, KEPT_MAX_BYTES);
    for (int width_mm = 20; width_mm < 140; width_mm += 5)
        for (size_t i = 0; i < 6; i++) {
            struct node *node = node_text(
                &page.arena, page.root,
                span_format(&page.arena, "%d %s", width_mm, i < 3 ? "text" : "heading"),
                i < 3 ? TEXT_BODY : TEXT_HEADING, span_of(words[i % 3]));
            node->width = PAGE_MM((float)width_mm);
        }
    lay_out();
    breaks_add(&text);
    return buffer_span(&text);
}

static struct span shown(size_t index)
{
    if (index < SURFACES)
        return shown_on(&surfaces[index]);
    page_open(&page);
    page.facts.height_px = 100000;
    return broken_texts();
}

static const char *kept_path(size_t index)
{
    return span_format(&page.arena, SOURCE_DIR "/tests/vectors/layouts/%s.txt",
                       index < SURFACES ? surfaces[index].name : "07-texts")
        .data;
}

static int write_missing(void **state)
{
    const char *asked = getenv("RESONANCE_GOLDEN");
    (void)state;
    for (size_t i = 0; asked && strcmp(asked, "write") == 0 && i <= SURFACES; i++) {
        const struct span now = shown(i);
        if (!is_file(kept_path(i)))
            must(file_write(kept_path(i), now, 0644) == OK);
        page_close(&page);
    }
    return 0;
}

static void everything_stands_where_it_stood(void **state)
{
    (void)state;
    for (size_t i = 0; i <= SURFACES; i++) {
        struct span kept;
        size_t at = 0;
        const struct span now = shown(i);
        assert_int_equal(file_read(&page.arena, kept_path(i), KEPT_MAX_BYTES, &kept), OK);
        while (at < now.count && at < kept.count && now.data[at] == kept.data[at])
            at++;
        if (!is_span_equal(now, kept))
            fail_msg("%s differs at byte %zu: \"%.*s\"", kept_path(i), at,
                     SPAN_ARGS(span_cut(now, at, 80)));
        page_close(&page);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(everything_stands_where_it_stood),
    };
    return cmocka_run_group_tests(tests, write_missing, NULL);
}
