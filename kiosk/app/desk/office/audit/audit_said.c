#include "app/desk/office/audit/audit_said.h"

#include "app/desk/office/audit/audit_asked.h"
#include "seal/age/age_unwrap.h"
#include "setup/groups/slip.h"
#include "store/desk/slipbox.h"

enum { SCRATCH_BYTES = 128 * 1024 };

struct counting {
    struct arena *arena;
    struct arena scratch; /* guarded: one slip at a time */
    const struct keys *keys;
    const struct groups *asked; /* NULL: nothing any more */
    struct audit_said *said;
};

static bool has_answer(const struct groups_question *question, struct span value)
{
    for (size_t i = 0; i < question->answer_count; i++)
        if (is_span_equal(question->answers[i].name, value))
            return true;
    return !value.count;
}

/* Whoever takes over the screens of a terminal can seal what nobody was asked. */
static bool is_asked(const struct groups *asked, const struct slip *slip)
{
    if (slip->count != asked->question_count)
        return false;
    for (size_t i = 0; i < slip->count; i++)
        if (!is_span_equal(slip->names[i], asked->questions[i].name) ||
            !has_answer(&asked->questions[i], slip->values[i]))
            return false;
    return true;
}

/* What is asked now; where nothing is any more, what the first slip answers. */
static bool is_of_now(const struct counting *counting, const struct slip *slip)
{
    const struct audit_counts *counts = &counting->said->counts;
    if (counting->asked)
        return is_asked(counting->asked, slip);
    bool is = !counts->attribute_count || slip->count == counts->attribute_count;
    for (size_t i = 0; is && i < counts->attribute_count; i++)
        is = is_span_equal(slip->names[i], counts->names[i]);
    return is;
}

static void period_take(struct counting *counting, struct span period)
{
    struct audit_said *said = counting->said;
    if (!said->first.count || span_order(period, said->first) < 0)
        said->first = span_copy(counting->arena, period);
    if (!said->last.count || span_order(period, said->last) > 0)
        said->last = span_copy(counting->arena, period);
}

static enum status slip_take(struct counting *counting, const struct slip *slip)
{
    const struct audit_outcome nothing = {.vacancy = slip->vacancy};
    struct audit_group group = {.count = slip->count};
    if (!is_of_now(counting, slip)) {
        counting->said->other_count++;
        return OK;
    }
    for (size_t i = 0; i < slip->count; i++) {
        group.names[i] = slip->names[i];
        group.values[i] = slip->values[i];
    }
    period_take(counting, slip->period);
    return audit_counts_add(&counting->said->counts, &nothing, &group);
}

static enum status on_slip(void *context, struct span sealed)
{
    struct counting *counting = context;
    const struct arena_mark mark = arena_mark(&counting->scratch);
    struct slip slip;
    struct span plain;
    counting->said->slip_count++;
    enum status status = age_unwrap(&counting->scratch, counting->keys->identities,
                                    counting->keys->count, SLIP_BYTES, sealed, &plain);
    if (status == OK)
        status = slip_read(&counting->scratch, plain, &slip);
    if (status != OK)
        counting->said->closed_count++;
    else
        status = slip_take(counting, &slip);
    arena_release(&counting->scratch, mark);
    return status == STATUS_TOO_LARGE ? status : OK;
}

enum status audit_said_read(struct arena *arena, struct office *office,
                            const struct keys *keys, struct audit_said *out_said)
{
    struct counting counting = {.arena = arena, .keys = keys, .said = out_said};
    struct archive *archive;
    struct groups *asked = NULL;
    *out_said = (struct audit_said){0};
    audit_counts_begin(arena, &out_said->counts);
    enum status status = audit_asked_read(office, &asked);
    counting.asked = asked;
    if (status == OK)
        status = office_archive(office, &archive);
    if (status == OK)
        status = office_guarded(office, SCRATCH_BYTES, &counting.scratch);
    if (status == OK)
        status = slipbox_each(archive, on_slip, &counting);
    arena_done(&counting.scratch);
    return status;
}
