/* change: whether somebody has moved between two sessions, topic by topic: the reliable change of
 * Jacobson and Truax (1991), towards or away from where the organization stands; and how two
 * figures with ranges of their own differ (Zou 2007).
 * Formulas: questionnaires/SCORING.md, Check-ins. */
#ifndef MEASURE_MOVED_CHANGE_H
#define MEASURE_MOVED_CHANGE_H

#include <stddef.h>

enum change_word {
    CHANGE_UNKNOWN, /* one of the two is not known */
    CHANGE_UNCLEAR,
    CHANGE_TOWARDS,
    CHANGE_AWAY,
    CHANGE_MORE, /* where nobody says where the organization stands */
    CHANGE_LESS,
    CHANGE_WORDS
};

struct change {
    double moved;     /* after - before; NAN: not known */
    double se;        /* sqrt(before_se^2 + after_se^2) */
    double low, high; /* 95 % */
    double nearer;    /* |before - place| - |after - place|; NAN: no place */
    double p;         /* of nearer, or without a place of moved; of two sides */
    enum change_word word;
};

/* change_find(before, before_se, after, after_se, place): how somebody who stood at `before` stands
 * at `after`, both on one scale, with an organization at `place`; NAN: not known. Its word is left
 * to change_say, which looks at all topics together. */
struct change change_find(double before, double before_se, double after, double after_se,
                          double place);

/* change_say(changes, count): p of all `changes` is adjusted by Holm (gap_holm), and each gets its
 * word: a move counts when its adjusted p is below .05. */
void change_say(struct change *changes, size_t count);

/* change_word_id(word): "towards", as programs read it. */
const char *change_word_id(enum change_word word);

/* change_figure(before, low_before, high_before, after, low_after, high_after): the difference of
 * two figures with its range; its word is CHANGE_MORE, CHANGE_LESS or CHANGE_UNCLEAR. The errors
 * that both share are counted twice: the safe side. */
struct change change_figure(double before, double low_before, double high_before,
                            double after, double low_after, double high_after);

#endif
