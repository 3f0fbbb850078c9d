#include "app/desk/office/people/people.h"

#include "app/common/handle.h"
#include "app/desk/office/batch.h"
#include "app/desk/office/ends/ends.h"
#include "base/clock.h"
#include "profile/profile_card.h"
#include "seal/code/crockford.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    ROW_BYTES = 1024,        /* of one row with its texts */
    ROOM_BYTES = 256 * 1024, /* for the rows of one vacancy on the way to letters */
    TOPIC_BYTES_MAX = 48,
    TITLE_BYTES_MAX = 120,
};

/* What a list needs of a record. */
struct glance {
    enum role role;
    int64_t invite;
    struct figure figure;
    size_t vacancy_bytes, topic_count;
    char vacancy[VACANCY_ID_BYTES_MAX];
    size_t topic_bytes[PEOPLE_TOPICS_MAX];
    char topics[PEOPLE_TOPICS_MAX][TOPIC_BYTES_MAX];
};

struct gathering {
    struct result_reader *reader;
    struct people *people;
    struct span vacancy;
};

/* The first of those of which something may be said, in the order of the form. */
static void topics_glance(const struct scorecard *card, struct glance *glance)
{
    for (size_t i = 0; i < card->dimension_count; i++) {
        const struct dimension_score *score = &card->dimensions[i];
        if (score->relation == TOPIC_NONE || glance->topic_count == PEOPLE_TOPICS_MAX ||
            score->id.count > TOPIC_BYTES_MAX)
            continue;
        memcpy(glance->topics[glance->topic_count], score->id.data, score->id.count);
        glance->topic_bytes[glance->topic_count++] = score->id.count;
    }
}

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
    const bool is_withheld = is_profile_card_withheld(peeked.scorecard);
    *glance = (struct glance){
        .role = peeked.start.role,
        .invite = peeked.start.invite,
        .figure = profile_card_figure(peeked.scorecard->scoring_version,
                                      &peeked.scorecard->now, is_withheld),
        .vacancy_bytes = vacancy.count,
    };
    memcpy(glance->vacancy, vacancy.data, vacancy.count);
    if (!is_withheld && !(peeked.scorecard->quality.rlh < RESONANCE_RLH_LEAST))
        topics_glance(peeked.scorecard, glance);
    return OK;
}

static void row_fill(struct arena *arena, const struct result *result,
                     const struct glance *glance, struct people_row *row)
{
    const double limit = 1 - 1e-9;
    *row = (struct people_row){
        .place = result->place,
        .invite = glance->invite,
        .time_s = (int64_t)result->header.time_s,
        .handle = span_copy(arena, result->handle),
        .long_handle = handle_text_long(arena, result->header.record_id),
        .date = clock_date(arena, (int64_t)result->header.time_s * 1000),
        .vacancy =
            span_copy(arena, (struct span){glance->vacancy, glance->vacancy_bytes}),
        .figure = glance->figure,
        .z = atanh(fmax(-limit, fmin(limit, glance->figure.r))),
        .variance = glance->figure.se_z * glance->figure.se_z,
        .is_shown = has_scorecard_figure(&glance->figure),
        .topic_count = glance->topic_count,
    };
    memcpy(row->record_id, result->header.record_id, sizeof row->record_id);
    for (size_t i = 0; i < glance->topic_count; i++)
        row->topics[i] =
            span_copy(arena, (struct span){glance->topics[i], glance->topic_bytes[i]});
}

/* Candidates stand in `rows` from its begin on, check-ins from its end down. */
static enum status tell(void *context, const struct result *result, const void *outcome)
{
    struct gathering *gathering = context;
    struct people *people = gathering->people;
    const struct glance *glance = outcome;
    const struct span vacancy = {glance->vacancy, glance->vacancy_bytes};
    if (gathering->vacancy.count && !is_span_equal(gathering->vacancy, vacancy))
        return OK;
    if (glance->role == ROLE_CANDIDATE)
        row_fill(&people->arena, result, glance, &people->rows[people->count++]);
    if (glance->role == ROLE_NEWCOMER) {
        people->checkin_count++;
        row_fill(&people->arena, result, glance, --people->checkins);
    }
    return OK;
}

static int by_handle(const void *a, const void *b)
{
    const struct people_row *left = *(struct people_row *const *)a;
    const struct people_row *right = *(struct people_row *const *)b;
    return span_order(left->long_handle, right->long_handle);
}

/* Two people with the same first symbols show all of theirs. */
static void handles_settle(struct people *people)
{
    struct people_row **rows = people->by_handle;
    size_t end;
    qsort(rows, people->count, sizeof *rows, by_handle);
    for (size_t begin = 0; begin < people->count; begin = end) {
        for (end = begin + 1; end < people->count; end++)
            if (!is_span_equal(rows[begin]->handle, rows[end]->handle))
                break;
        for (size_t i = begin; end > begin + 1 && i < end; i++)
            rows[i]->handle = rows[i]->long_handle;
    }
}

static int by_sitting(const void *a, const void *b)
{
    const struct people_row *left = *(struct people_row *const *)a;
    const struct people_row *right = *(struct people_row *const *)b;
    const int order = span_order(left->vacancy, right->vacancy);
    if (order)
        return order;
    return left->invite == right->invite
               ? (left->place > right->place) - (left->place < right->place)
               : (left->invite > right->invite) - (left->invite < right->invite);
}

static void sittings_settle(struct people_row **rows, size_t count)
{
    qsort(rows, count, sizeof *rows, by_sitting);
    for (size_t i = 1; i < count; i++) {
        const struct people_row *before = rows[i - 1];
        const bool is_same = is_span_equal(before->vacancy, rows[i]->vacancy);
        rows[i]->group = before->group + !is_same;
        if (is_same && before->invite == rows[i]->invite)
            rows[i]->sat_before = before->sat_before ? before->sat_before : before;
    }
}

/* What rows say of each other, all at once: with thousands, each cannot look at all others. */
static void rows_settle(struct people *people)
{
    struct people_row **rows =
        arena_array(&people->arena, struct people_row *, people->count);
    people->by_handle = arena_array(&people->arena, struct people_row *, people->count);
    for (size_t i = 0; i < people->count; i++)
        rows[i] = people->by_handle[i] = &people->rows[i];
    sittings_settle(rows, people->count);
    handles_settle(people);
}

/* Nobody is given either, but what is locked away is still here. One that is missing altogether is
 * told by ends_check. */
static enum status locked_settle(struct office *office, struct people *people)
{
    const struct ends *ends;
    const enum status status = ends_read(office, &ends);
    if (status != OK)
        return status;
    const size_t count = ends_locked_count(ends);
    people->locked_count = count < people->gone_count ? count : people->gone_count;
    people->gone_count -= people->locked_count;
    return OK;
}

enum status people_read(struct result_reader *reader, struct span vacancy,
                        struct people *people)
{
    struct gathering gathering = {.reader = reader, .people = people, .vacancy = vacancy};
    struct batch batch = {.look = look,
                          .tell = tell,
                          .context = &gathering,
                          .outcome_bytes = sizeof(struct glance)};
    const size_t row_max = reader->result_count;
    *people = (struct people){0};
    enum status status =
        office_guarded(reader->office, ROOM_BYTES + row_max * ROW_BYTES, &people->arena);
    if (status != OK)
        return status;
    people->rows = arena_array(&people->arena, struct people_row, row_max);
    people->checkins = people->rows + row_max;
    status = batch_run(&batch, reader);
    if (status != OK) {
        people_close(people);
        return status;
    }
    people->gone_count = batch.gone_count;
    people->closed_count = batch.closed_count;
    rows_settle(people);
    return locked_settle(reader->office, people);
}

void people_close(struct people *people)
{
    arena_done(&people->arena);
    *people = (struct people){0};
}

/* The first of by_handle that is not below `typed`, letter by letter. */
static size_t first_from(const struct people *people, struct span typed)
{
    size_t low = 0, high = people->count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        const struct span handle =
            span_cut(people->by_handle[middle]->long_handle, 0, typed.count);
        if (span_order(handle, typed) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* As a handle is written inside: without hyphens and blanks, in capitals. */
static struct span plain_of(struct span typed, char *out_text, size_t room)
{
    size_t count = 0;
    for (size_t i = 0; i < typed.count && count < room; i++)
        if (typed.data[i] != '-' && typed.data[i] != ' ')
            out_text[count++] = crockford_read(typed.data[i]);
    return (struct span){out_text, count};
}

bool people_find(const struct people *people, struct span typed, size_t *out_index)
{
    char text[32];
    const struct span plain = plain_of(typed, text, sizeof text);
    const size_t at = first_from(people, plain);
    if (!plain.count || at == people->count ||
        !handle_matches(plain, people->by_handle[at]->record_id) ||
        (at + 1 < people->count &&
         handle_matches(plain, people->by_handle[at + 1]->record_id)))
        return false;
    *out_index = (size_t)(people->by_handle[at] - people->rows);
    return true;
}

void people_mark_read(struct people *people, struct span handle)
{
    size_t index;
    if (people_find(people, handle, &index))
        people->rows[index].is_read = true;
}
