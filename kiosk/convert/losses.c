#include "convert/losses.h"

struct losses losses_init(struct arena *arena)
{
    return (struct losses){.arena = arena};
}

static struct loss *loss_of(struct losses *losses, struct span what)
{
    for (struct loss *loss = losses->first; loss; loss = loss->next)
        if (is_span_equal(loss->what, what))
            return loss;
    if (losses->count == LOSSES_MAX)
        return NULL;
    struct loss *loss = arena_new(losses->arena, struct loss);
    loss->what = span_copy(losses->arena, what);
    loss->places = buffer_init(losses->arena, LOSSES_PLACES_BYTES_MAX);
    if (losses->last)
        losses->last->next = loss;
    else
        losses->first = loss;
    losses->last = loss;
    losses->count++;
    return loss;
}

void losses_add(struct losses *losses, struct span what, struct span place)
{
    struct loss *loss = loss_of(losses, what);
    if (loss) {
        const struct span further = span_format(
            losses->arena, "%s%.*s", loss->places.count ? ", " : "", SPAN_ARGS(place));
        buffer_add(&loss->places, further);
        losses->place_count++;
    }
    losses->is_full = losses->is_full || !loss || loss->places.is_full;
}

struct span losses_text(const struct losses *losses)
{
    struct buffer text =
        buffer_init(losses->arena, LOSSES_MAX * (size_t)LOSSES_PLACES_BYTES_MAX);
    for (const struct loss *loss = losses->first; loss; loss = loss->next) {
        buffer_add(&text, loss->what);
        buffer_text(&text, ": ");
        buffer_add(&text, buffer_span(&loss->places));
        buffer_text(&text, "\n");
    }
    return buffer_span(&text);
}
