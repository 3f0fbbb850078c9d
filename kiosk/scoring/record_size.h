/* record_size: how large a record can become, so that the constant size of every sealed record
 * is chosen large enough before anybody answers. */
#ifndef SCORING_RECORD_SIZE_H
#define SCORING_RECORD_SIZE_H

#include "assessment/assessment.h"

/* record_size_most(assessment, role): the most bytes that a record of `role` can have: every
 * text at its full length, names in the ids as they are, and for a candidate a basis of
 * BASIS_BYTES_MAX. */
size_t record_size_most(const struct assessment *assessment, enum role role);

/* record_size_check(assessment, faults): adds an error to `faults` for each role whose record can
 * need more bytes than the sealed_bytes of `assessment`. STATUS_BAD_INPUT when there is one. */
must_check enum status record_size_check(const struct assessment *assessment,
                                         struct fault_list *faults);

#endif
