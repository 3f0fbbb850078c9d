/* bound: a whole number kept within its limits; also how the smaller or larger of two is said, so
 * that no comparison stands where either side of a tie would do. */
#ifndef VIEW_LAYOUT_BOUND_H
#define VIEW_LAYOUT_BOUND_H

/* bound_low(value, low): `value`, or `low` when it is below that. */
static inline int bound_low(int value, int low)
{
    return value < low ? low : value;
}

/* bound_high(value, high): `value`, or `high` when it is above that. */
static inline int bound_high(int value, int high)
{
    return value > high ? high : value;
}

/* bound_both(value, low, high): both; `low` wins where it is above `high`. */
static inline int bound_both(int value, int low, int high)
{
    return bound_low(bound_high(value, high), low);
}

#endif
