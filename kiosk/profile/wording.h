/* wording: a scorecard in words. Screens, reports and the desk's lists say the same thing in the
 * same words, because each stands here once, already in the language of the catalogue. */
#ifndef PROFILE_WORDING_H
#define PROFILE_WORDING_H

#include "scoring/scorecard.h"

/* Who reads: the person whose scorecard it is, or who interviews them. */
enum wording_reader { WORDING_PERSON, WORDING_INTERVIEWER };

/* wording_phrase(phrase): "much in common"; empty for those that say nothing, and then
 * wording_unsaid(phrase) is the sentence why; empty for the others. */
const char *wording_phrase(enum resonance_phrase phrase);
const char *wording_unsaid(enum resonance_phrase phrase);

/* wording_title(arena, words): `words` as the beginning of a line, with a capital, in `arena`. */
struct span wording_title(struct arena *arena, const char *words);

/* wording_figure(figure): the sentence said instead of `figure`, or beside a provisional one;
 * empty when there is nothing to add. */
const char *wording_figure(const struct figure *figure);

/* wording_said(figure): its phrase, or the sentence why it has none. */
const char *wording_said(const struct figure *figure);

/* wording_figure_short(absence): the same in a few words, for a line of a list. */
const char *wording_figure_short(enum resonance_absence absence);

/* wording_grade(grade): "an agreed profile". wording_grade_effect(grade): "agreed", or what
 * follows from the grade. */
const char *wording_grade(enum profile_grade grade);
const char *wording_grade_effect(enum profile_grade grade);

/* wording_gate(gate): whether what has this gate counts. */
const char *wording_gate(double gate);

/* wording_gap(card, score, basis): what the gap of a driver's `score` on `card` means for the
 * person, or why there is none to speak of; `basis` may be NULL. */
const char *wording_gap(const struct scorecard *card, const struct driver_score *score,
                        const struct basis *basis);

/* wording_construct(construct, reader): the heading above the dimensions of `construct`, as its
 * `reader` finds it; a construct without one is empty for the person, itself for the other. */
struct span wording_construct(struct span construct, enum wording_reader reader);

#endif
