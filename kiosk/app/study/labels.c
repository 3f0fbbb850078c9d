/* An open hash table of numbers + 1 (0 = free) beside the list of names, at most half
 * full. */
#include "app/study/labels.h"

#include <string.h>

struct labels labels_init(struct arena *arena)
{
    return (struct labels){.arena = arena};
}

/* FNV-1a */
static size_t slot_of(const struct labels *labels, struct span name)
{
    uint64_t hash = 0xCBF29CE484222325u;
    for (size_t i = 0; i < name.count; i++)
        hash = (hash ^ (unsigned char)name.data[i]) * 0x100000001B3u;
    size_t slot = (size_t)(hash ^ (hash >> 32)) & (labels->slot_count - 1);
    while (labels->slots[slot] &&
           !is_span_equal(labels->names[labels->slots[slot] - 1], name))
        slot = (slot + 1) & (labels->slot_count - 1);
    return slot;
}

static void grow(struct labels *labels)
{
    const size_t capacity = labels->capacity ? 2 * labels->capacity : 16;
    struct span *names = arena_array(labels->arena, struct span, capacity);
    if (labels->count)
        memcpy(names, labels->names, labels->count * sizeof *names);
    labels->names = names;
    labels->capacity = capacity;
    labels->slot_count = 2 * capacity;
    labels->slots = arena_array(labels->arena, size_t, labels->slot_count);
    for (size_t i = 0; i < labels->count; i++)
        labels->slots[slot_of(labels, names[i])] = i + 1;
}

size_t labels_find(const struct labels *labels, struct span name)
{
    if (!labels->slot_count)
        return labels->count;
    const size_t found = labels->slots[slot_of(labels, name)];
    return found ? found - 1 : labels->count;
}

size_t labels_index(struct labels *labels, struct span name)
{
    if (labels->count == labels->capacity)
        grow(labels);
    const size_t slot = slot_of(labels, name);
    if (!labels->slots[slot]) {
        labels->names[labels->count++] = name;
        labels->slots[slot] = labels->count;
    }
    return labels->slots[slot] - 1;
}
