/* resonance_draws: the repeated sittings behind the interval of the headline figure. The raters'
 * resamples and the person's answers come from two streams of their own. Formulas:
 * questionnaires/SCORING.md, Draws. */
#ifndef MEASURE_DRAWS_RESONANCE_DRAWS_H
#define MEASURE_DRAWS_RESONANCE_DRAWS_H

#include "measure/resonance.h"

/* One organization, or one frame of it, with which the person is compared. */
struct resonance_frame {
    const struct resonance_input *input;
    struct resonance *scored;
    double *figures; /* R* of each draw; NULL: only the scores are wanted */
};

/* resonance_draws_run(arena, frames, frame_count):
 * Draws as many sittings as the inputs say for the person, who, with the blocks, the seed and
 * the number of draws, is the same in all of `frames`, and leaves R* of each in figures (NAN where
 * a draw is flat). scored->score_se becomes the SD of the drawn scores. Both streams follow
 * from the seed, anew for each frame. `arena` is for scratch. */
void resonance_draws_run(struct arena *arena, const struct resonance_frame *frames,
                         size_t frame_count);

#endif
