/* form_sample: takes out of an assessment what is marked as a sample of a made-up company. */
#ifndef AUTHOR_FORM_SAMPLE_H
#define AUTHOR_FORM_SAMPLE_H

#include "author/form.h"

/* form_sample_drop(form): takes out of `form` the scenes and the part of a story and the reasons of
 * dimensions that are samples; what is not marked stays. */
must_check enum status form_sample_drop(struct form *form);

#endif
