/* chart: the data of a picture of numbers, the same on screen, on paper and in words.
 * No colour carries meaning alone: dot = person, line = the person's range, box =
 * organization now, as wide as it is sure, arrow in a lane of its own = from there to where the
 * strategy needs it. So no mark hides another, and inside the box or outside is seen at once. */
#ifndef VIEW_CHART_H
#define VIEW_CHART_H

#include "base/arena.h"
#include "base/span.h"

#include <stdbool.h>

enum chart_kind {
    CHART_PROFILE, /* one row per dimension, grouped by construct */
    CHART_RANGE,   /* one line -1..1 with interval and dot: the resonance */
};

/* A chart of many rows can stand in two nodes: what explains it stays in sight then. */
enum chart_part {
    CHART_WHOLE,
    CHART_HEAD, /* the legend, and the words at the ends of the axis */
    CHART_ROWS,
};

struct chart_row {
    struct span group; /* heading above this row; empty: same group as before */
    struct span label;
    double dot, low, high;    /* person and range; NAN: none */
    double box;               /* organization as it is; NAN: none */
    double box_low, box_high; /* its range; NAN: none */
    double needed;     /* organization as the strategy needs it, in words; NAN: none */
    bool has_arrow;    /* surely elsewhere than now, so it is drawn, too */
    bool is_sure;      /* something can be said of this row: its label is bold */
    struct span words; /* what can be said of it, in a word or two; empty: nothing */
    const struct chart_row *other; /* a second person on the same row; NULL: nobody */
};

struct chart {
    enum chart_kind kind;
    enum chart_part part;
    bool is_close; /* rows stand as close as they can, and their groups have no names */
    double low, high;      /* the axis */
    struct span row_title; /* what a row is about: "Topic"; empty: said elsewhere */
    struct span low_label, middle_label, high_label;
    struct span dot_label, box_label, needed_label; /* legend; empty: not there */
    struct span other_label;                        /* of the second person */
    struct chart_row *rows;
    size_t row_count;
};

/* chart_share(chart, value): where `value` stands on the axis, 0 at its low end to 1 at its high
 * end; outside of it, at the end. */
double chart_share(const struct chart *chart, double value);

/* has_chart_arrows(chart), has_chart_boxes(chart): whether any row has an arrow; a box with a range
 * of its own. */
bool has_chart_arrows(const struct chart *chart);
bool has_chart_boxes(const struct chart *chart);

/* chart_axis_words(arena, chart): "From matters less, −1, to matters more, 1."; empty where its
 * ends have no words. */
struct span chart_axis_words(struct arena *arena, const struct chart *chart);
/* chart_words(arena, chart): the chart as sentences, one line a row, for speech and for
 * people who would rather read: "Candour: you 0.20, between −0.10 and 0.50; this
 * organization 0.35." */
struct span chart_words(struct arena *arena, const struct chart *chart);

#endif
