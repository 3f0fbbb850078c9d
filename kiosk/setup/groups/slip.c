#include "setup/groups/slip.h"

#include "base/clock.h"
#include "base/json/canonical.h"
#include "base/json/canonical_take.h"
#include "base/must.h"
#include "setup/vacancy.h"

#include <string.h>

static struct span text_of(struct arena *arena, const struct slip *slip, struct span pad)
{
    struct canonical c = canonical_begin(arena);
    canonical_object(&c, NULL);
    canonical_texts(&c, "groups", slip->values, slip->count);
    canonical_texts(&c, "names", slip->names, slip->count);
    canonical_text(&c, "pad", pad);
    canonical_text(&c, "period", slip->period);
    canonical_text(&c, "stage", SPAN("answered"));
    canonical_text(&c, "vacancy", slip->vacancy);
    canonical_end(&c);
    return canonical_bytes(&c);
}

struct span slip_write(struct arena *arena, const struct slip *slip)
{
    const size_t bare = text_of(arena, slip, SPAN("")).count;
    must(bare <= SLIP_BYTES);
    char *pad = arena_alloc(arena, SLIP_BYTES - bare + 1);
    memset(pad, '.', SLIP_BYTES - bare);
    return text_of(arena, slip, (struct span){pad, SLIP_BYTES - bare});
}

static bool is_period(struct span text)
{
    static const char form[] = "0000-Q0";
    for (size_t i = 0; i < text.count && i < SLIP_PERIOD_BYTES; i++)
        if (form[i] == '0' ? text.data[i] < '0' || text.data[i] > '9'
                           : text.data[i] != form[i])
            return false;
    return text.count == SLIP_PERIOD_BYTES;
}

static void check(struct canonical_take *take, const struct slip *slip)
{
    if (!slip->count || !is_period(slip->period) || !is_vacancy_id(slip->vacancy))
        canonical_take_wrong(take, "its vacancy, period or question is none");
    for (size_t i = 0; i < slip->count; i++)
        if (!slip->names[i].count || slip->names[i].count > GROUPS_NAME_MAX ||
            slip->values[i].count > GROUPS_ANSWER_MAX)
            canonical_take_wrong(take, "a text in it is empty or too long");
}

enum status slip_read(struct arena *arena, struct span bytes, struct slip *out_slip)
{
    struct canonical_take take = {arena, "slip for the audit", STATUS_DAMAGED, OK};
    struct slip slip = {0};
    struct arena scratch;
    if (bytes.count != SLIP_BYTES)
        return fail(STATUS_DAMAGED, "a slip for the audit has another length");
    canonical_take_scratch(&scratch);
    const struct json *root = canonical_take_root(&take, &scratch, bytes);
    slip.count =
        canonical_take_texts(&take, root, "groups", GROUPS_QUESTIONS_MAX, slip.values);
    if (canonical_take_texts(&take, root, "names", GROUPS_QUESTIONS_MAX, slip.names) !=
        slip.count)
        canonical_take_wrong(&take, "names and groups are not as many");
    slip.period = canonical_take_text(&take, root, "period");
    slip.vacancy = canonical_take_text(&take, root, "vacancy");
    arena_done(&scratch);
    check(&take, &slip);
    if (take.status == OK)
        canonical_take_same(&take, bytes, slip_write(arena, &slip));
    if (take.status == OK)
        *out_slip = slip;
    return take.status;
}

/* "2026-11-30" */
struct span slip_period(struct arena *arena, int64_t unix_ms)
{
    const struct span day = clock_date(arena, unix_ms);
    const int month = (day.data[5] - '0') * 10 + day.data[6] - '0';
    return span_format(arena, "%.*s-Q%d", SPAN_ARGS(span_cut(day, 0, 4)),
                       (month - 1) / 3 + 1);
}
