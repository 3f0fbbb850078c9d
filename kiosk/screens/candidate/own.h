/* own: what a person may know of their own result, once for the pages that show it and for what
 * they take away: the receipt, and of a candidate the profile. */
#ifndef SCREENS_CANDIDATE_OWN_H
#define SCREENS_CANDIDATE_OWN_H

#include "profile/profile_told.h"
#include "screens/journey.h"
#include "view/chart.h"

struct own {
    const struct scorecard *card; /* as it may be told */
    struct profile_rows rows;
    const struct chart *dimensions, *drivers; /* drivers NULL: not asked */
};

/* own_of(arena, journey): the profile of who is there, who has a scorecard. */
struct own own_of(struct arena *arena, const struct journey *journey);

/* own_heading(own): what the profile is called. own_phrase(arena, figure): what `figure` means,
 * with a capital, or the sentence why that is not said. own_numbers(arena, figure): "0.47 on a
 * scale from −1 to 1, range 0.08 to 0.73". own_rough(arena, journey): how rough the measure is.
 * own_marks(has_organization): how the marks of the chart are read, beside its legend.
 * own_readers(role): who gets what of it. own_receipt_use(role): what the receipt is good for. */
struct span own_heading(const struct own *own);
struct span own_phrase(struct arena *arena, const struct figure *figure);
struct span own_numbers(struct arena *arena, const struct figure *figure);
struct span own_rough(struct arena *arena, const struct journey *journey);
struct span own_marks(bool has_organization);
struct span own_readers(enum role role);
struct span own_receipt_use(enum role role);

/* own_text(arena, journey): receipt and profile as plain text, line by line, in the words of their
 * pages; of a rater the receipt alone. It holds none of the answers. */
struct span own_text(struct arena *arena, const struct journey *journey);
/* own_parts(arena, journey, out_parts): the same as its parts, which can be kept apart: the receipt
 * and, of a candidate, the profile. Returns how many there are. */
enum { OWN_PARTS_MAX = 2 };
size_t own_parts(struct arena *arena, const struct journey *journey,
                 struct span out_parts[OWN_PARTS_MAX]);

#endif
