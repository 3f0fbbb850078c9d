#include "author/form_sample.h"

#include "author/form_reason.h"
#include "author/form_story.h"

enum status form_sample_drop(struct form *form)
{
    bool is_sample = false;
    enum status status = form_reason_drop_samples(form);
    if (status == OK)
        status = form_story_sample(form, &is_sample);
    return status == OK && is_sample ? form_story_remove(form) : status;
}
