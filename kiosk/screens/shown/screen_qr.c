#include "screens/shown/screen_qr.h"

#include "qr/qr.h"
#include "view/paint/picture.h"

#include <math.h>

/* What stands above and below: margins, the buttons, the room between. */
enum { AROUND_MM = 62, AROUND_LOW_MM = 44, LEAST_MM = 40 };

/* The room of one on a side, in pixels. */
static int room_px(const struct screen_page *page)
{
    const struct surface_facts *facts = page->facts;
    const double high_mm = facts->height_px / facts->px_per_mm -
                           (is_theme_low(facts) ? AROUND_LOW_MM : AROUND_MM);
    const double wide_mm = screen_page_room_mm(page);
    return theme_px(facts, fmax(LEAST_MM, fmin(high_mm, wide_mm)));
}

/* The least that a phone reads well, in whole pixels. */
static int module_least_px(const struct surface_facts *facts)
{
    return (int)ceil(QR_MODULE_MIN_MM * facts->px_per_mm);
}

int screen_qr_version_most(const struct screen_page *page)
{
    const int modules = room_px(page) / module_least_px(page->facts);
    int version = QR_VERSION_MAX;
    while (version > QR_VERSION_MIN && qr_side(version) > modules)
        version--;
    return version;
}

static int module_px(const struct screen_page *page, int side)
{
    const int least = module_least_px(page->facts);
    const int most = (int)(QR_MODULE_MAX_MM * page->facts->px_per_mm);
    int px = room_px(page) / side;
    px = px > most ? most : px;
    return px < least ? least : px;
}

struct node *screen_qr_columns(struct screen_page *page, struct node *body)
{
    if (is_theme_narrow(page->facts) && page->facts->width_px <= page->facts->height_px)
        return body;
    struct node *row = node_row(page->arena, body, SPAN("columns"), 10);
    row->width = (struct size){.kind = SIZE_GROW, .value = 1};
    return row;
}

bool is_screen_qr_added(struct screen_page *page, struct node *row, struct span text,
                        int version, struct span said)
{
    struct arena *arena = page->arena;
    struct picture *picture = arena_new(arena, struct picture);
    const int side = qr_side(version);
    unsigned char *modules;
    if (qr_encode(arena, text, version, &modules) != OK)
        return false;
    const double side_mm = module_px(page, side) * side / page->facts->px_per_mm;
    *picture =
        (struct picture){.width = (float)side, .height = (float)side, .modules = modules};
    struct node *node = node_new(arena, row, NODE_PICTURE, SPAN("qr"));
    node->picture = picture;
    node->said = said;
    node->width = (struct size){.kind = SIZE_MM, .value = (float)side_mm};
    return true;
}
