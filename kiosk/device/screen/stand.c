#include "device/screen/stand.h"

#include "base/file.h"
#include "base/folder.h"
#include "base/json/canonical.h"
#include "base/json/canonical_take.h"

#include <math.h>

enum { VERSION = 1, TOUCH_MOST = 4 * STAND_ONE, ARENA_BYTES = 4 * 1024 * 1024 };
static const char file_name[] = "stand.json";
static const char *const keys[6] = {"touch_xx", "touch_xy", "touch_x",
                                    "touch_yx", "touch_yy", "touch_y"};

/* More than a finger is wide on a small screen: then it was not the corner that was meant. */
#define RESIDUE_MOST 0.04
/* The area that the corners must span, of the glass: less tells nothing of the rest. */
#define AREA_LEAST 0.1

struct stand stand_usual(void)
{
    return (struct stand){.touch = {STAND_ONE, 0, 0, 0, STAND_ONE, 0}};
}

/* ---- the file ---- */

enum status stand_read(struct arena *arena, struct span bytes, struct stand *out_stand)
{
    struct stand stand;
    struct arena scratch;
    struct canonical_take take = {
        .arena = arena, .document = file_name, .bad = STATUS_DAMAGED};
    canonical_take_scratch(&scratch);
    const struct json *root = canonical_take_root(&take, &scratch, bytes);
    for (int i = 0; i < 6; i++)
        stand.touch[i] =
            (int)canonical_take_whole(&take, root, keys[i], -TOUCH_MOST, TOUCH_MOST);
    stand.turn = (int)canonical_take_whole(&take, root, "turn", 0, STAND_TURNS - 1);
    (void)canonical_take_whole(&take, root, "version", VERSION, VERSION);
    if (take.status == OK)
        canonical_take_same(&take, bytes, stand_write(arena, &stand));
    arena_done(&scratch);
    if (take.status == OK)
        *out_stand = stand;
    return take.status;
}

/* In the order of the letters, as canonical JSON has them. */
struct span stand_write(struct arena *arena, const struct stand *stand)
{
    static const int order[6] = {2, 0, 1, 5, 3, 4};
    struct canonical out = canonical_begin(arena);
    canonical_object(&out, NULL);
    for (int i = 0; i < 6; i++)
        canonical_whole(&out, keys[order[i]], stand->touch[order[i]]);
    canonical_whole(&out, "turn", stand->turn);
    canonical_whole(&out, "version", VERSION);
    canonical_end(&out);
    return canonical_bytes(&out);
}

enum status stand_load(const char *folder, struct stand *out_stand)
{
    struct arena arena;
    struct span bytes;
    arena_init(&arena, ARENA_BYTES);
    enum status status =
        file_read(&arena, file_path(&arena, folder, file_name), STAND_BYTES_MAX, &bytes);
    if (status == OK) {
        status = stand_read(&arena, bytes, out_stand);
    } else if (status == STATUS_NOT_FOUND) {
        *out_stand = stand_usual();
        status = OK;
    }
    arena_done(&arena);
    return status;
}

enum status stand_save(const char *folder, const struct stand *stand)
{
    struct arena arena;
    arena_init(&arena, ARENA_BYTES);
    enum status status = folder_make(folder);
    if (status == OK)
        status = file_write(file_path(&arena, folder, file_name),
                            stand_write(&arena, stand), 0644);
    arena_done(&arena);
    return status;
}

/* ---- the picture ---- */

bool is_stand_upright(const struct stand *stand)
{
    return stand->turn % 2 != 0;
}

void stand_glass(const struct stand *stand, int width_px, int height_px, int *x, int *y)
{
    const int across = *x, down = *y;
    if (stand->turn == 1 || stand->turn == 2)
        *x = width_px - 1 - (stand->turn == 1 ? down : across);
    else if (stand->turn == 3)
        *x = down;
    if (stand->turn == 2 || stand->turn == 3)
        *y = height_px - 1 - (stand->turn == 2 ? down : across);
    else if (stand->turn == 1)
        *y = across;
}

/* A turn is taken back by those that are missing to a whole one, on glass that stands so. */
void stand_picture(const struct stand *stand, int width_px, int height_px, int *x, int *y)
{
    const struct stand back = {.turn = (STAND_TURNS - stand->turn) % STAND_TURNS};
    const bool is_upright = is_stand_upright(stand);
    stand_glass(&back, is_upright ? height_px : width_px,
                is_upright ? width_px : height_px, x, y);
}

/* ---- fingers ---- */

struct stand_place stand_finger(const struct stand *stand, struct stand_place told)
{
    const int *touch = stand->touch;
    return (struct stand_place){
        (told.x * touch[0] + told.y * touch[1] + touch[2]) / STAND_ONE,
        (told.x * touch[3] + told.y * touch[4] + touch[5]) / STAND_ONE};
}

/* One row of the rule by least squares: `meant` = x*row[0] + y*row[1] + row[2], by Cramer's rule on
 * the normal equations of what was told about its mean. */
struct spread {
    double x, y, xx, xy, yy, area;
};

static struct spread spread_of(const struct stand_place told[STAND_CORNERS])
{
    struct spread spread = {0};
    for (int i = 0; i < STAND_CORNERS; i++) {
        spread.x += told[i].x / STAND_CORNERS;
        spread.y += told[i].y / STAND_CORNERS;
    }
    for (int i = 0; i < STAND_CORNERS; i++) {
        const double x = told[i].x - spread.x, y = told[i].y - spread.y;
        spread.xx += x * x;
        spread.xy += x * y;
        spread.yy += y * y;
    }
    spread.area = spread.xx * spread.yy - spread.xy * spread.xy;
    return spread;
}

static void row_learn(const struct spread *spread,
                      const struct stand_place told[STAND_CORNERS],
                      const double meant[STAND_CORNERS], double row[3])
{
    double mean = 0, mx = 0, my = 0;
    for (int i = 0; i < STAND_CORNERS; i++)
        mean += meant[i] / STAND_CORNERS;
    for (int i = 0; i < STAND_CORNERS; i++) {
        mx += (told[i].x - spread->x) * (meant[i] - mean);
        my += (told[i].y - spread->y) * (meant[i] - mean);
    }
    row[0] = (mx * spread->yy - my * spread->xy) / spread->area;
    row[1] = (my * spread->xx - mx * spread->xy) / spread->area;
    row[2] = mean - row[0] * spread->x - row[1] * spread->y;
}

static bool is_row_taken(const double row[3], int *out_touch)
{
    for (int i = 0; i < 3; i++) {
        if (!(fabs(row[i]) * STAND_ONE <= TOUCH_MOST))
            return false;
        out_touch[i] = (int)lrint(row[i] * STAND_ONE);
    }
    return true;
}

static bool is_met(const struct stand *stand, struct stand_place told,
                   struct stand_place meant)
{
    const struct stand_place at = stand_finger(stand, told);
    return fabs(at.x - meant.x) <= RESIDUE_MOST && fabs(at.y - meant.y) <= RESIDUE_MOST;
}

bool is_stand_learned(struct stand *stand, const struct stand_place told[STAND_CORNERS],
                      const struct stand_place meant[STAND_CORNERS])
{
    const struct spread spread = spread_of(told);
    struct stand learned = *stand;
    double across[STAND_CORNERS], down[STAND_CORNERS], row[3];
    if (!(spread.area >= AREA_LEAST * AREA_LEAST))
        return false;
    for (int i = 0; i < STAND_CORNERS; i++) {
        across[i] = meant[i].x;
        down[i] = meant[i].y;
    }
    row_learn(&spread, told, across, row);
    if (!is_row_taken(row, learned.touch))
        return false;
    row_learn(&spread, told, down, row);
    if (!is_row_taken(row, learned.touch + 3))
        return false;
    for (int i = 0; i < STAND_CORNERS; i++)
        if (!is_met(&learned, told[i], meant[i]))
            return false;
    *stand = learned;
    return true;
}
