/* chart: the data of a picture of numbers, the same on screen, on paper and in words.
 * No colour carries meaning alone: dot = person, bar = the person's range, box =
 * organization now, open diamond = organization wanted. */
#ifndef VIEW_CHART_H
#define VIEW_CHART_H

#include "base/arena.h"
#include "base/span.h"

enum chart_kind {
    CHART_PROFILE, /* one row per dimension, grouped by construct */
    CHART_RANGE,   /* one line -1..1 with interval and dot: the resonance */
};

struct chart_row {
    struct span group; /* heading above this row; empty: same group as before */
    struct span label;
    double dot, low, high;    /* person and range; NAN: none */
    double box;               /* organization as it is; NAN: none */
    double box_low, box_high; /* its range; NAN: none */
    double diamond;           /* organization as the strategy needs it; NAN: none */
};

struct chart {
    enum chart_kind kind;
    double low, high;      /* the axis */
    struct span row_title; /* what a row is about: "Topic"; empty: said elsewhere */
    struct span low_label, middle_label, high_label;
    struct span dot_label, box_label, diamond_label; /* legend; empty: not drawn */
    struct chart_row *rows;
    size_t row_count;
};

/* chart_share(chart, value): where `value` stands on the axis, 0 at its low end to 1 at its high
 * end; outside of it, at the end. */
double chart_share(const struct chart *chart, double value);

/* chart_words(arena, chart): the chart as sentences, one line a row, for speech and for
 * people who would rather read: "Candour: you 0.20, between −0.10 and 0.50; this
 * organization 0.35." */
struct span chart_words(struct arena *arena, const struct chart *chart);

#endif
