/* form_taken: what is painted: an assessment, or one questionnaire by itself. */
#ifndef APP_PAINTER_FORM_TAKEN_H
#define APP_PAINTER_FORM_TAKEN_H

#include "app/common/options.h"
#include "assessment/assessment.h"

/* form_taken_read(arena, path, options, out_assessment, out_is_single):
 * The assessment in the folder `path`, with the organization's words of `options` in its texts; or
 * the questionnaire in the file `path` as the only part of one,
 * `out_is_single`, which has no notice, consent or end. STATUS_BAD_INPUT with the first
 * fault of its documents. */
must_check enum status form_taken_read(struct arena *arena, const char *path,
                                       const struct options *options,
                                       const struct assessment **out_assessment,
                                       bool *out_is_single);

#endif
