/* look: how the pictures look: the screen, its letters and colours, who sits there. */
#ifndef APP_PAINTER_LOOK_H
#define APP_PAINTER_LOOK_H

#include "app/common/options.h"
#include "assessment/assessment.h"
#include "screens/journey.h"

struct look {
    struct surface_facts facts;
    struct comfort comfort;
    enum role role;
    struct span language;     /* empty: the first of the form */
    struct span page;         /* the only one that is painted; empty: all */
    struct span organization; /* as people read it */
};

/* look_read(options, out_look): what the `options` size, inches, text, theme, language, role, page
 * and organization say; what is not given is as on a usual terminal. STATUS_USAGE with what may be
 * given. */
must_check enum status look_read(const struct options *options, struct look *out_look);

#endif
