/* profile_card: a scorecard as it may be told today. What a record holds never changes; what is
 * said of it follows the rules of now: no word without a norm, no figure where the answers do not
 * hold, topics only beyond chance. Whoever shows a scorecard takes it from here.
 * Rules: questionnaires/SCORING.md, Report. */
#ifndef PROFILE_PROFILE_CARD_H
#define PROFILE_PROFILE_CARD_H

#include "scoring/scorecard.h"

/* profile_card(arena, card, basis): `card` itself where it was scored by the rules of now, else a
 * copy in `arena` under them; `basis` is what it was scored against, or NULL. */
const struct scorecard *profile_card(struct arena *arena, const struct scorecard *card,
                                     const struct basis *basis);

/* profile_card_figure(version, figure, is_withheld): the same for one `figure` alone, of a
 * scorecard of that scoring `version` whose signs withhold figures or not; for lists, which do not
 * read the rest. */
struct figure profile_card_figure(int version, const struct figure *figure,
                                  bool is_withheld);

/* is_profile_card_withheld(card): whether the figures of the choices are not shown. */
bool is_profile_card_withheld(const struct scorecard *card);

/* has_profile_card_organization(card): whether `card` tells what matters to the organization. */
bool has_profile_card_organization(const struct scorecard *card);

/* profile_card_se(basis, dimension): the standard error of what the colleagues say of dimension
 * number `dimension`; where all said the same, from the pooled spread. NAN: not known. */
double profile_card_se(const struct basis *basis, size_t dimension);

#endif
