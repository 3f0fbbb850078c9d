/* part_picture: one drawing for each use of a part, so that parts are told apart at a glance. */
#ifndef SCREENS_CANDIDATE_PART_PICTURE_H
#define SCREENS_CANDIDATE_PART_PICTURE_H

#include "assessment/assessment.h"
#include "view/paint/picture.h"

/* part_picture(arena, use): the drawing for parts of `use`, built in `arena`. */
const struct picture *part_picture(struct arena *arena, enum part_use use);

#endif
