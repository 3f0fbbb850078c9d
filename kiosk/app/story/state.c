#include "app/story/state.h"

static uint64_t mix(uint64_t hash, const void *bytes, size_t count)
{
    for (size_t i = 0; i < count; i++)
        hash = (hash ^ ((const unsigned char *)bytes)[i]) * 0x100000001B3u;
    return hash;
}

static uint64_t mix_step(uint64_t hash, const struct step *step,
                         const struct answer *answer)
{
    const int state = (int)answer->state;
    hash = mix(hash, step->item->id.data, step->item->id.count);
    hash = mix(hash, step->order, step->order_count * sizeof *step->order);
    hash = mix(hash, &state, sizeof state);
    if (answer->state == ANSWER_NONE)
        return hash;
    const struct span content = answer_content(step->item, answer);
    return mix(hash, content.data, content.count);
}

uint64_t state_of(const struct journey *journey)
{
    const struct visit *visit = journey->visit;
    uint64_t hash = 0xCBF29CE484222325u;
    if (!visit || !visit->sitting)
        return 0;
    hash = mix(hash, &visit->at, sizeof visit->at);
    for (size_t i = 0; i < visit->sitting->step_count; i++)
        if (visit->sitting->assessment->parts[visit->sitting->steps[i].part].use !=
            PART_PRACTICE)
            hash = mix_step(hash, &visit->sitting->steps[i], &visit->sitting->answers[i]);
    return hash;
}
