#include "view/layout/share.h"

#include "view/layout/bound.h"

static int bounded(const struct share *part, int value)
{
    return bound_both(value, part->min, part->max);
}

static int start(struct share *parts, size_t count, int room)
{
    for (size_t i = 0; i < count; i++) {
        parts[i].is_settled = false;
        parts[i].got =
            bounded(&parts[i], parts[i].weight > 0 ? parts[i].min : parts[i].wish);
        room -= parts[i].got;
    }
    return room;
}

static int shrink(struct share *parts, size_t count, int missing)
{
    int give = 0;
    for (size_t i = 0; i < count; i++)
        give += parts[i].got - parts[i].min;
    if (give <= missing) {
        for (size_t i = 0; i < count; i++)
            parts[i].got = parts[i].min;
        return give - missing;
    }
    for (size_t i = 0; i < count && give > 0; i++) {
        const int able = parts[i].got - parts[i].min;
        const int part = (int)((long long)missing * able / give);
        give -= able;
        missing -= part;
        parts[i].got -= part;
    }
    return 0;
}

struct pool {
    int room;      /* for growers that are not settled yet */
    double weight; /* of them all */
};

static struct pool pool_of(const struct share *parts, size_t count, int left)
{
    struct pool pool = {.room = left};
    for (size_t i = 0; i < count; i++) {
        if (parts[i].weight <= 0)
            continue;
        pool.room += parts[i].min - (parts[i].is_settled ? parts[i].got : 0);
        pool.weight += parts[i].is_settled ? 0 : parts[i].weight;
    }
    return pool;
}

/* The first grower that would fall below min or, with `is_max`, rise above max is settled there. */
static bool settle_one(struct share *parts, size_t count, struct pool pool, bool is_max)
{
    for (size_t i = 0; i < count; i++) {
        if (parts[i].weight <= 0 || parts[i].is_settled)
            continue;
        const double fair = pool.room * parts[i].weight / pool.weight;
        if (is_max ? fair <= parts[i].max : fair >= parts[i].min)
            continue;
        parts[i].is_settled = true;
        parts[i].got = bounded(&parts[i], (int)fair);
        return true;
    }
    return false;
}

int share_room(struct share *parts, size_t count, int room)
{
    const int left = start(parts, count, room);
    if (left < 0)
        return shrink(parts, count, -left);
    struct pool pool = pool_of(parts, count, left);
    /* Those below go before those above, so that what is given back is given once. */
    while (settle_one(parts, count, pool, false) || settle_one(parts, count, pool, true))
        pool = pool_of(parts, count, left);
    for (size_t i = 0; i < count; i++) {
        if (parts[i].weight <= 0 || parts[i].is_settled)
            continue;
        parts[i].got = (int)(pool.room * parts[i].weight / pool.weight);
        pool.room -= parts[i].got;
        pool.weight -= parts[i].weight;
    }
    return pool.room;
}
