#include "screens/items/number_meaning.h"

#include <string.h>

enum { GROUP = 3 };

/* A typed number by its signs: how often comma and point stand in it, and where the last one is. */
struct signs {
    size_t commas, points, last;
    bool is_number; /* nothing but figures and signs, and a figure */
};

static bool is_figure(char byte)
{
    return byte >= '0' && byte <= '9';
}

static struct signs signs_of(struct span figures)
{
    struct signs signs = {.last = figures.count};
    for (size_t i = 0; i < figures.count; i++) {
        const char byte = figures.data[i];
        signs.commas += byte == ',';
        signs.points += byte == '.';
        if (byte == ',' || byte == '.')
            signs.last = i;
        else if (!is_figure(byte))
            return (struct signs){0};
        signs.is_number |= is_figure(byte);
    }
    return signs;
}

/* Whether the signs before byte `end` part thousands: one to three figures, then groups of three
 * with the same sign before each. */
static bool is_grouped(struct span figures, size_t end)
{
    size_t at = 0, group = 0;
    char sign = 0;
    for (; at < end; at++) {
        if (is_figure(figures.data[at])) {
            group++;
            continue;
        }
        if (sign ? group != GROUP || figures.data[at] != sign
                 : group < 1 || group > GROUP)
            return false;
        sign = figures.data[at];
        group = 0;
    }
    return sign && group == GROUP && figures.data[0] != '0';
}

/* Zeros that say nothing, and a point before nothing. */
static void shorten(struct number_meaning *out)
{
    if (!memchr(out->bytes, '.', out->count))
        return;
    while (out->bytes[out->count - 1] == '0')
        out->count--;
    if (out->count > 1 && out->bytes[out->count - 1] == '.')
        out->count--;
}

/* The figures with a point at byte `point`; beyond the end there is none. */
static void put(struct number_meaning *out, bool is_negative, struct span figures,
                size_t point)
{
    *out = (struct number_meaning){0};
    if (is_negative)
        out->bytes[out->count++] = '-';
    for (size_t i = 0; i < figures.count; i++) {
        if (is_figure(figures.data[i]))
            out->bytes[out->count++] = figures.data[i];
        else if (i == point)
            out->bytes[out->count++] = '.';
    }
}

/* Where the decimal point of a number is that can mean one thing only; false: it is no number. */
static bool find_point(struct span figures, const struct signs *signs, size_t *out_point)
{
    const size_t count = signs->commas + signs->points;
    *out_point = figures.count;
    if (count == 0 || is_grouped(figures, figures.count))
        return true;
    *out_point = signs->last;
    if (count == 1)
        return true;
    const bool is_alone =
        figures.data[signs->last] == ',' ? signs->commas == 1 : signs->points == 1;
    return is_alone && is_grouped(figures, signs->last);
}

size_t number_meaning_find(struct span typed, struct number_meaning out_meanings[2])
{
    const struct span trimmed = span_trim(typed);
    const bool is_negative = trimmed.count && trimmed.data[0] == '-';
    const struct span figures = span_cut(trimmed, is_negative, trimmed.count);
    const struct signs signs = signs_of(figures);
    size_t point;
    if (!signs.is_number || trimmed.count > NUMBER_MEANING_BYTES - 2 ||
        !find_point(figures, &signs, &point))
        return 0;
    put(&out_meanings[0], is_negative, figures, point);
    if (signs.commas + signs.points != 1 || point != figures.count)
        return 1;
    put(&out_meanings[1], is_negative, figures, signs.last);
    shorten(&out_meanings[1]);
    return 2;
}

struct span number_meaning_span(const struct number_meaning *meaning)
{
    return (struct span){meaning->bytes, meaning->count};
}
