#include "view/paint/damage.h"

#include "view/layout/box.h"

struct damage_mark *damage_marks(struct arena *arena, const struct paint_list *list)
{
    struct damage_mark *marks = arena_array(arena, struct damage_mark, list->count + 1);
    for (size_t i = 0; i < list->count; i++)
        marks[i] = (struct damage_mark){list->commands[i].hash, list->commands[i].bounds};
    return marks;
}

/* A set of hashes with open places; 0 marks a free one, so a hash of 0 counts as 1. */
struct hash_set {
    uint64_t *places;
    size_t mask;
};

static struct hash_set set_of(struct arena *arena, const struct damage_mark *marks,
                              size_t count)
{
    size_t capacity = 16;
    while (capacity < 2 * count)
        capacity *= 2;
    struct hash_set set = {arena_array(arena, uint64_t, capacity), capacity - 1};
    for (size_t i = 0; i < count; i++) {
        const uint64_t hash = marks[i].hash ? marks[i].hash : 1;
        size_t at = hash & set.mask;
        while (set.places[at] && set.places[at] != hash)
            at = (at + 1) & set.mask;
        set.places[at] = hash;
    }
    return set;
}

static bool has_hash(const struct hash_set *set, uint64_t hash)
{
    hash = hash ? hash : 1;
    size_t at = hash & set->mask;
    while (set->places[at] && set->places[at] != hash)
        at = (at + 1) & set->mask;
    return set->places[at] == hash;
}

static long long area(struct box box)
{
    return (long long)box.width * box.height;
}

/* The pair of boxes whose union wastes least, when there is no place left for another. */
static size_t best_partner(const struct damage *damage, struct box box)
{
    size_t best = 0;
    long long least = -1;
    for (size_t i = 0; i < damage->count; i++) {
        const long long waste =
            area(box_join(damage->boxes[i], box)) - area(damage->boxes[i]);
        if (least < 0 || waste < least) {
            least = waste;
            best = i;
        }
    }
    return best;
}

static size_t first_touching(const struct damage *damage, struct box box)
{
    size_t i = 0;
    while (i < damage->count && is_box_empty(box_meet(damage->boxes[i], box)))
        i++;
    return i;
}

void damage_add(struct damage *damage, struct box box)
{
    if (is_box_empty(box))
        return;
    size_t at = first_touching(damage, box);
    if (at == damage->count && damage->count == DAMAGE_BOXES)
        at = best_partner(damage, box);
    while (at < damage->count) {
        box = box_join(box, damage->boxes[at]);
        damage->boxes[at] = damage->boxes[--damage->count];
        at = first_touching(damage, box);
    }
    damage->boxes[damage->count++] = box;
}

static void add_missing(struct damage *damage, const struct hash_set *others,
                        const struct damage_mark *marks, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (!has_hash(others, marks[i].hash))
            damage_add(damage, marks[i].bounds);
    }
}

void damage_find(struct arena *arena, const struct damage_mark *before,
                 size_t before_count, const struct damage_mark *after, size_t after_count,
                 struct damage *out_damage)
{
    struct damage damage = {0};
    const struct hash_set old = set_of(arena, before, before_count);
    const struct hash_set new = set_of(arena, after, after_count);
    add_missing(&damage, &new, before, before_count);
    add_missing(&damage, &old, after, after_count);
    *out_damage = damage;
}
