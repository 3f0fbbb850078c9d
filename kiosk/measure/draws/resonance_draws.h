/* resonance_draws: the repeated sittings behind the interval of the headline figure. The raters'
 * resamples and the person's answers come from two streams of their own. Formulas:
 * questionnaires/SCORING.md, Draws. */
#ifndef MEASURE_RESONANCE_DRAWS_H
#define MEASURE_RESONANCE_DRAWS_H

#include "measure/resonance.h"

/* resonance_draws_run(arena, input, scored, out_figures):
 * Draws input->draw_count sittings for the person `scored` and leaves R* of each (NAN
 * where a draw is flat) in `out_figures`; NULL when only the scores are wanted.
 * scored->score_se becomes the SD of the drawn scores. Both
 * streams follow from input->seed. `arena` is for scratch. */
void resonance_draws_run(struct arena *arena, const struct resonance_input *input,
                         struct resonance *scored, double *out_figures);

#endif
