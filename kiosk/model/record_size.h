/* record_size: how large a record can become, so that the constant size of every sealed record
 * is chosen large enough before anybody answers. */
#ifndef MODEL_RECORD_SIZE_H
#define MODEL_RECORD_SIZE_H

#include "model/assessment.h"

/* record_size_most(assessment, role): the most bytes that a record of `role` can have: every
 * text at its full length, names in the ids as they are, and for a candidate a basis of
 * BASIS_BYTES_MAX. */
size_t record_size_most(const struct assessment *assessment, enum role role);

#endif
