/* norm_table: whether a norm can be what another desk exported, whoever signed it: the signature
 * says who made a table, and not that it was made with care. */
#ifndef APP_DESK_OFFICE_NORM_TABLE_H
#define APP_DESK_OFFICE_NORM_TABLE_H

#include "scoring/basis/norm.h"

/* norm_table_check(arena, norm): STATUS_REFUSED for fewer than RESONANCE_NORM_LEAST people, or
 * not whole steps of NORM_STEP; STATUS_BAD_INPUT when a source has no name that can be read, is
 * named twice, or when there is none, or when the day is none. */
must_check enum status norm_table_check(struct arena *arena, const struct norm *norm);

/* norm_table_day_check(norm, unix_ms): STATUS_REFUSED when the checked `norm` was made before there
 * was a form to answer, or more than a day after `unix_ms`, now (clocks differ). */
must_check enum status norm_table_day_check(const struct norm *norm, int64_t unix_ms);

/* is_norm_table_of(arena, norm, source): whether people of `source`, however it is spelled, are in
 * it. is_norm_table_same(a, b): whether both hold the figures of the same people. */
bool is_norm_table_of(struct arena *arena, const struct norm *norm, struct span source);
bool is_norm_table_same(const struct norm *a, const struct norm *b);

#endif
