#include "app/desk/office/after/checkin.h"

#include "base/json/canonical.h"
#include "base/json/canonical_take.h"
#include "base/words.h"

enum { SCRATCH_BYTES = 256 << 10 };

const int checkin_months[CHECKIN_TIMES] = {3, 6, 12};

struct span checkin_write(struct arena *arena, const struct checkin *checkin)
{
    struct canonical c = canonical_begin(arena);
    canonical_object(&c, NULL);
    canonical_whole(&c, "checkin", 1);
    canonical_whole(&c, "month", checkin->month);
    canonical_whole(&c, "number", checkin->number);
    canonical_whole(&c, "time", checkin->time_s);
    canonical_text(&c, "who", checkin->who);
    canonical_end(&c);
    return canonical_bytes(&c);
}

enum status checkin_read(struct arena *arena, struct span bytes,
                         struct checkin *out_checkin)
{
    struct canonical_take take = {
        .arena = arena, .document = "card of a check-in", .bad = STATUS_DAMAGED};
    struct arena scratch;
    if (bytes.count > CHECKIN_BYTES_MAX)
        return fail(STATUS_DAMAGED, "the card of a check-in is too long");
    const enum status status = arena_init_guarded(&scratch, SCRATCH_BYTES, NULL);
    if (status != OK)
        return status;
    const struct json *root = canonical_take_root(&take, &scratch, bytes);
    canonical_take_whole(&take, root, "checkin", 1, 1);
    const int64_t month = canonical_take_whole(&take, root, "month", 1, 12);
    const struct checkin checkin = {
        .month = (int)month,
        .number = canonical_take_whole(&take, root, "number", 1, INT32_MAX),
        .time_s = canonical_take_whole(&take, root, "time", 0, INT64_MAX / 1000),
        .who = canonical_take_text(&take, root, "who"),
    };
    arena_done(&scratch);
    if (take.status == OK)
        canonical_take_same(&take, bytes, checkin_write(arena, &checkin));
    if (take.status == OK && !is_checkin_month(month))
        canonical_take_wrong(&take, "nobody is asked again after so many months");
    if (take.status == OK)
        *out_checkin = checkin;
    return take.status;
}

bool is_checkin_month(int64_t month)
{
    for (size_t i = 0; i < CHECKIN_TIMES; i++)
        if (checkin_months[i] == month)
            return true;
    return false;
}

struct span checkin_keep_words(struct arena *arena, int64_t months)
{
    return span_format(arena, W("%.*s. You can ask us to erase them sooner."),
                       SPAN_ARGS(checkin_keep_time(arena, months)));
}

struct span checkin_keep_time(struct arena *arena, int64_t months)
{
    return months == 1 ? WS("1 month")
                       : span_format(arena, W("%lld months"), (long long)months);
}

/* Of years of 365.25 days. */
int64_t checkin_keep_days(int64_t months)
{
    const int64_t quarter_days_of_year = 1461, quarters_of_year = 4 * 12;
    return (months * quarter_days_of_year + quarters_of_year / 2) / quarters_of_year;
}

int64_t checkin_due_s(int64_t offered_s, int64_t month)
{
    enum { MONTHS = 12, YEAR_DAYS = 365, DAY_S = 24 * 3600 };
    return offered_s + month * YEAR_DAYS / MONTHS * DAY_S;
}
