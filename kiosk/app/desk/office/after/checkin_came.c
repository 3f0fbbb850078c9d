#include "app/desk/office/after/checkin_came.h"

#include "app/desk/office/batch.h"
#include "base/clock.h"
#include "setup/vacancy.h"

#include <string.h>

/* What is needed of a record. */
struct glance {
    bool is_newcomer;
    int64_t number;
    size_t vacancy_bytes;
    char vacancy[VACANCY_ID_BYTES_MAX];
};

struct gathering {
    struct result_reader *reader;
    struct arena *arena;
    struct checkin_came *list;
    size_t count;
};

static enum status look(const void *context, struct arena *arena,
                        const struct result *result, struct span content, void *outcome)
{
    const struct gathering *gathering = context;
    struct record_peeked peeked;
    struct glance *glance = outcome;
    const enum status status =
        result_reader_peek(gathering->reader, arena, result, content, &peeked);
    if (status != OK)
        return status;
    const struct span vacancy = span_cut(peeked.start.vacancy, 0, sizeof glance->vacancy);
    *glance = (struct glance){.is_newcomer = peeked.start.role == ROLE_NEWCOMER,
                              .number = peeked.start.invite,
                              .vacancy_bytes = vacancy.count};
    memcpy(glance->vacancy, vacancy.data, vacancy.count);
    return OK;
}

static enum status tell(void *context, const struct result *result, const void *outcome)
{
    struct gathering *gathering = context;
    struct arena *arena = gathering->arena;
    const struct glance *glance = outcome;
    if (!glance->is_newcomer)
        return OK;
    struct checkin_came *came = &gathering->list[gathering->count++];
    *came = (struct checkin_came){
        .place = result->place,
        .number = glance->number,
        .vacancy =
            span_copy(arena, (struct span){glance->vacancy, glance->vacancy_bytes}),
        .handle = span_copy(arena, result->handle),
        .date = clock_date(arena, (int64_t)result->header.time_s * 1000),
    };
    memcpy(came->record_id, result->header.record_id, sizeof came->record_id);
    return OK;
}

enum status checkin_came_list(struct arena *arena, struct result_reader *reader,
                              struct checkin_came **out_list, size_t *out_count)
{
    struct gathering gathering = {
        .reader = reader,
        .arena = arena,
        .list = arena_array(arena, struct checkin_came, reader->result_count + 1)};
    struct batch batch = {.look = look,
                          .tell = tell,
                          .context = &gathering,
                          .outcome_bytes = sizeof(struct glance)};
    const enum status status = batch_run(&batch, reader);
    if (status != OK)
        return status;
    *out_list = gathering.list;
    *out_count = gathering.count;
    return OK;
}

static bool is_card(const struct checkin *cards, size_t count, int month, int64_t number)
{
    for (size_t i = 0; i < count; i++)
        if (cards[i].month == month && cards[i].number == number)
            return true;
    return false;
}

const struct checkin_came *checkin_came_find(const struct checkin_came *came,
                                             size_t came_count, struct span vacancy,
                                             const struct checkin *cards, size_t count,
                                             int month)
{
    for (size_t i = 0; i < came_count; i++)
        if (is_span_equal(came[i].vacancy, vacancy) &&
            is_card(cards, count, month, came[i].number))
            return &came[i];
    return NULL;
}
