/* room: what a page gives up, in this order, when what belongs together does not stand on it at
 * once: all answers of a question, and the way on. What is hidden below an edge is chosen less
 * often, so it is the frame that steps back, then the form, and the letters last. */
#ifndef VIEW_LAYOUT_ROOM_H
#define VIEW_LAYOUT_ROOM_H

#include <stdbool.h>

enum room_rung {
    ROOM_USUAL, /* nothing */
    ROOM_CLOSE, /* the progress line, and half of the gaps and edges */
    ROOM_PLAIN, /* why it is asked (Help has it), the size of headings and pictures */
    ROOM_COLUMNS, /* the sides; answers of few words stand in two columns, those of a grid as
                     numbers */
    ROOM_FOLDED, /* the line on top: its tools stand in the foot, and where one is alone above */
    ROOM_BESIDE, /* the line of the place: in few words it stands beside the first ones */
    ROOM_BARE,   /* the place in the part and the minutes left */
    ROOM_APART, /* a long question is read on a page of its own, and stands shortened above its
                     answers on theirs */
    ROOM_NUMBERS, /* answers of a scale are a row of numbers, their words above it */
    ROOM_COUNT,
};

struct room {
    enum room_rung rung;
    unsigned letters_less; /* half text steps below the one that the person chose */
};

/* is_room_at(room, rung): whether the page has given up what `rung` says. */
bool is_room_at(const struct room *room, enum room_rung rung);
/* room_tighten(room, letters_most, is_letters_first): one thing more is given up: with the last
 * rung the letters become half a step smaller, and question and place are back on the page, at most
 * `letters_most` times; with `is_letters_first` they do so before the question leaves the page.
 * False when nothing is left to give up. */
bool room_tighten(struct room *room, unsigned letters_most, bool is_letters_first);
/* room_gap_mm(room, mm): what is left of a gap of `mm`: half, but never so little that two
 * controls come too near to each other. room_edge_mm(room, mm): what is left of an edge above
 * and below what is in a box. room_side_mm(room, mm): of one beside it, which stays longer: what
 * stands at the sides of the page is on the same place then on most pages. */
double room_gap_mm(const struct room *room, double mm);
double room_edge_mm(const struct room *room, double mm);
double room_side_mm(const struct room *room, double mm);

#endif
