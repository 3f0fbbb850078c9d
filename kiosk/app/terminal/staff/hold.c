#include "app/terminal/staff/hold.h"

static bool is_on_place(const struct node *place, const struct input *input)
{
    const struct box *box = &place->box;
    return input->x >= box->x && input->x < box->x + box->width && input->y >= box->y &&
           input->y < box->y + box->height;
}

static bool is_of_pointer(const struct input *input)
{
    return input->kind == INPUT_PRESS || input->kind == INPUT_DRAG ||
           input->kind == INPUT_RELEASE || input->kind == INPUT_CANCEL;
}

/* A second finger is no longer one that is held. */
static bool is_kept(const struct hold *hold, const struct node *place,
                    const struct input *input)
{
    return input->kind == INPUT_DRAG && input->pointer == hold->pointer &&
           is_on_place(place, input);
}

void hold_follow(struct hold *hold, const struct node *place, const struct input *input,
                 int64_t hold_ms)
{
    const bool is_finger =
                   place && input->kind == INPUT_PRESS && is_on_place(place, input),
               is_key = place && input->kind == INPUT_STAFF;
    if (!place || input->kind == INPUT_STAFF_END ||
        (is_of_pointer(input) && !is_kept(hold, place, input)))
        hold->is_on = false;
    if (is_finger || is_key)
        *hold = (struct hold){.is_on = true,
                              .pointer = is_key ? HOLD_KEY : input->pointer,
                              .until_ms = input->moment.steady_ms + hold_ms};
}

bool is_hold_due(struct hold *hold, int64_t now_ms)
{
    const bool is_due = hold->is_on && now_ms >= hold->until_ms;
    if (is_due)
        hold->is_on = false;
    return is_due;
}

int64_t hold_deadline(const struct hold *hold)
{
    return hold->is_on ? hold->until_ms : INT64_MAX;
}
