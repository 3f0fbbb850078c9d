/* form_reason: why a topic matters for the work of the organization, and who agreed on that. A
 * topic that stands in several documents of a form has one reason. */
#ifndef AUTHOR_FORM_REASON_H
#define AUTHOR_FORM_REASON_H

#include "author/form.h"

enum { FORM_REASON_CHARACTERS_MAX = 200 };

/* form_reason_set(form, topic, why, agreed): the sentence `why`, agreed by whom and when, for the
 * dimension `topic`; with both empty it has no reason any more. It is no sample then.
 * STATUS_NOT_FOUND when no document of `form` has the topic. */
must_check enum status form_reason_set(struct form *form, struct span topic,
                                       struct span why, struct span agreed);

/* form_reason_drop_samples(form): takes out all reasons that are marked as samples. */
must_check enum status form_reason_drop_samples(struct form *form);

#endif
