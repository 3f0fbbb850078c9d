#include "app/story/state.h"

#include "base/hash.h"

static uint64_t mix_step(uint64_t hash, const struct step *step,
                         const struct answer *answer)
{
    const int state = (int)answer->state;
    hash = hash_mix(hash, step->item->id.data, step->item->id.count);
    hash = hash_mix(hash, step->order, step->order_count * sizeof *step->order);
    hash = hash_mix(hash, &state, sizeof state);
    if (answer->state == ANSWER_NONE)
        return hash;
    const struct span content = answer_content(step->item, answer);
    return hash_mix(hash, content.data, content.count);
}

uint64_t state_of(const struct journey *journey)
{
    const struct visit *visit = journey->visit;
    uint64_t hash = HASH_START;
    if (!visit || !visit->sitting)
        return 0;
    hash = hash_mix(hash, &visit->at, sizeof visit->at);
    for (size_t i = 0; i < visit->sitting->step_count; i++)
        if (visit->sitting->assessment->parts[visit->sitting->steps[i].part].use !=
            PART_PRACTICE)
            hash = mix_step(hash, &visit->sitting->steps[i], &visit->sitting->answers[i]);
    return hash;
}
