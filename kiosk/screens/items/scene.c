/* A scene of the strategy story: a picture, a title, a few sentences. */
#include "screens/items/question.h"

#include "view/paint/picture.h"

#include <math.h>

static const struct picture *picture_of(const struct question *question)
{
    const struct assessment *assessment = question->visit->sitting->assessment;
    struct arena *arena = question->page->arena;
    for (size_t i = 0; i < assessment->picture_count; i++) {
        const struct picture_source *source = &assessment->pictures[i];
        struct picture *picture = arena_new(arena, struct picture);
        if (is_span_equal(source->name, question->item->picture) &&
            picture_read(arena, span_text(arena, source->name), source->bytes,
                         picture_limits_usual, picture) == OK)
            return picture;
    }
    return NULL;
}

/* No higher than a drawing of 320 x 180, so that the words have their place beside or below it. */
static double width_for(const struct picture *picture, double width_mm)
{
    const double wide = (double)picture->width / (double)picture->height * 180 / 320;
    return wide < 1 ? width_mm * wide : width_mm;
}

static void add_picture(const struct question *question, struct node *parent,
                        double width_mm)
{
    const struct picture *picture = picture_of(question);
    if (!picture)
        return;
    struct node *node =
        node_new(question->page->arena, parent, NODE_PICTURE, SPAN("picture"));
    node->picture = picture;
    node->width =
        (struct size){.kind = SIZE_MM, .value = (float)width_for(picture, width_mm)};
    node->is_decoration = true; /* the sentences tell the same */
}

static void add_words(const struct question *question, struct node *parent)
{
    struct arena *arena = question->page->arena;
    const struct span title = question_text(question, question->item->head_key);
    if (title.count) {
        struct node *heading =
            node_text(arena, parent, SPAN("heading"),
                      is_room_at(&question->page->facts->room, ROOM_PLAIN) ? TEXT_STRONG
                                                                           : TEXT_HEADING,
                      title);
        heading->heading_level = 1;
        heading->is_spoken_first = true;
    }
    node_text(arena, parent, SPAN("text"), TEXT_BODY,
              question_text(question, question->item->text_key))
        ->is_spoken_first = true;
}

/* How wide picture and words are together at most, and what the edges of a page take of its width.
 * The words have the larger part: a line that holds few of them is read slowly. */
enum { BESIDE_MAX_MM = 440, EDGES_MM = 56 };
static const double picture_share = 0.4;

/* Beside each other where there is width, else the picture above. */
void scene_view(const struct question *question)
{
    struct screen_page *page = question->page;
    const double step = theme_step(page->facts);
    const double width_mm = page->facts->width_px / page->facts->px_per_mm;
    const double room_mm = screen_page_room_mm(page);
    if (width_mm / step < 300) {
        /* low enough that the title below it can be seen */
        const double part = is_room_at(&page->facts->room, ROOM_PLAIN) ? 0.35 : 0.7;
        const double low_mm = part * page->facts->height_px / page->facts->px_per_mm;
        add_picture(question, page->body, fmin(room_mm, fmin(200, low_mm)));
        add_words(question, page->body);
        return;
    }
    page->body->width.max_mm = BESIDE_MAX_MM;
    page->body->justify = ALIGN_CENTER;
    const double beside_mm = width_mm - (is_theme_narrow(page->facts) ? 1 : 2) * EDGES_MM;
    struct node *row = node_row(page->arena, page->body, SPAN("scene"), 14);
    row->width = (struct size){.kind = SIZE_GROW, .value = 1};
    row->align = ALIGN_CENTER;
    add_picture(question, row, picture_share * fmin(beside_mm, BESIDE_MAX_MM));
    struct node *words = node_column(page->arena, row, SPAN("words"), 6);
    words->width = (struct size){.kind = SIZE_GROW, .value = 1};
    add_words(question, words);
}

int scene_step(struct visit *visit, const struct item *item, const struct event *event)
{
    (void)visit, (void)item, (void)event;
    return 0; /* nothing is answered */
}
