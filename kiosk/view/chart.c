#include "view/chart.h"

#include "base/buffer.h"
#include "base/words.h"

#include <math.h>

enum { WORDS_MAX_BYTES = 64 * 1024 };

double chart_share(const struct chart *chart, double value)
{
    const double share = (value - chart->low) / (chart->high - chart->low);
    return fmin(1, fmax(0, share));
}

bool has_chart_arrows(const struct chart *chart)
{
    for (size_t i = 0; i < chart->row_count; i++)
        if (chart->rows[i].has_arrow)
            return true;
    return false;
}

bool has_chart_boxes(const struct chart *chart)
{
    for (size_t i = 0; i < chart->row_count; i++)
        if (!isnan(chart->rows[i].box_low))
            return true;
    return false;
}

static void add_position(struct buffer *out, struct span label, double value, double low,
                         double high)
{
    if (isnan(value))
        return;
    const char last = out->count ? out->data[out->count - 1] : '\n';
    buffer_text(out, last == ':' ? " " : last == '\n' ? "" : "; ");
    if (label.count)
        buffer_format(out, "%.*s ", SPAN_ARGS(label));
    buffer_add(out, words_number(out->arena, value, 2));
    if (!isnan(low) && !isnan(high)) {
        buffer_text(out, ", ");
        buffer_format(out, W("between %.*s and %.*s"),
                      SPAN_ARGS(words_number(out->arena, low, 2)),
                      SPAN_ARGS(words_number(out->arena, high, 2)));
    }
}

static bool is_row_empty(const struct chart_row *row)
{
    return isnan(row->dot) && isnan(row->box) && isnan(row->needed);
}

static void add_row(struct buffer *out, const struct chart *chart,
                    const struct chart_row *row)
{
    if (row->group.count)
        buffer_format(out, "%.*s.\n", SPAN_ARGS(row->group));
    if (row->label.count)
        buffer_format(out, "%.*s:", SPAN_ARGS(row->label));
    if (is_row_empty(row))
        buffer_format(out, " %s", W("no figure"));
    add_position(out, chart->dot_label, row->dot, row->low, row->high);
    add_position(out, chart->box_label, row->box, row->box_low, row->box_high);
    add_position(out, chart->needed_label, row->needed, NAN, NAN);
    buffer_text(out, ".\n");
}

struct span chart_axis_words(struct arena *arena, const struct chart *chart)
{
    if (!chart->low_label.count || !chart->high_label.count)
        return SPAN("");
    return span_format(
        arena, W("From %.*s, %.*s, to %.*s, %.*s."), SPAN_ARGS(chart->low_label),
        SPAN_ARGS(words_number(arena, chart->low, WORDS_AS_MANY_AS_NEEDED)),
        SPAN_ARGS(chart->high_label),
        SPAN_ARGS(words_number(arena, chart->high, WORDS_AS_MANY_AS_NEEDED)));
}

struct span chart_words(struct arena *arena, const struct chart *chart)
{
    struct buffer out = buffer_init(arena, WORDS_MAX_BYTES);
    const struct span axis = chart_axis_words(arena, chart);
    if (axis.count)
        buffer_format(&out, "%.*s\n", SPAN_ARGS(axis));
    for (size_t i = 0; i < chart->row_count; i++)
        add_row(&out, chart, &chart->rows[i]);
    return span_trim(buffer_span(&out));
}
