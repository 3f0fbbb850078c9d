#include "app/desk/office/profiles/collected.h"

#include "app/common/handle.h"
#include "app/desk/office/batch.h"

#include <string.h>

/* One answer of a colleague, as it is known without opening it to stay. */
struct found {
    unsigned char record_id[CHAIN_ID_BYTES];
    int64_t place;
    bool is_present_form, is_double;
    struct answered {
        enum role role;
        bool has_pseudonym;
        unsigned char pseudonym[SITTING_PSEUDONYM_BYTES];
        int64_t finished_unix_ms;
    } answered;
    struct found *next; /* in order of arrival */
};

struct collecting {
    struct result_reader *reader;
    struct arena *arena;
    struct found *first, **end;
    struct collected *collected;
};

static enum status look(const void *context, struct arena *arena,
                        const struct result *opened, struct span content, void *outcome)
{
    const struct collecting *collecting = context;
    struct answered *answered = outcome;
    struct record_peeked peeked;
    const enum status status =
        result_reader_peek(collecting->reader, arena, opened, content, &peeked);
    if (status != OK)
        return status;
    answered->role = peeked.start.role;
    answered->has_pseudonym = peeked.start.has_pseudonym;
    memcpy(answered->pseudonym, peeked.start.pseudonym, sizeof answered->pseudonym);
    answered->finished_unix_ms = peeked.provenance.finished_unix_ms;
    return OK;
}

static enum status tell(void *context, const struct result *opened, const void *outcome)
{
    struct collecting *collecting = context;
    struct collected *collected = collecting->collected;
    const struct answered *answered = outcome;
    if (answered->role != ROLE_RATER)
        return OK;
    if (collected->record_count == FREEZING_RESULTS_MAX)
        return fail(STATUS_TOO_LARGE,
                    "there are more than %d answers of colleagues: more than one profile "
                    "takes",
                    FREEZING_RESULTS_MAX);
    struct found *found = arena_new(collecting->arena, struct found);
    *found = (struct found){.place = opened->place,
                            .is_present_form =
                                opened->assessment == collecting->reader->assessment,
                            .answered = *answered};
    memcpy(found->record_id, opened->header.record_id, sizeof found->record_id);
    memcpy(collected->record_ids[collected->record_count++], found->record_id,
           sizeof found->record_id);
    *collecting->end = found;
    collecting->end = &found->next;
    return OK;
}

static bool is_same_code(const struct found *found, const struct found *other)
{
    return found->answered.has_pseudonym && other->answered.has_pseudonym &&
           memcmp(found->answered.pseudonym, other->answered.pseudonym,
                  sizeof found->answered.pseudonym) == 0;
}

/* The same in whatever order they arrived. */
static bool is_counted_before(const struct found *found, const struct found *other)
{
    const int64_t day = found->answered.finished_unix_ms,
                  other_day = other->answered.finished_unix_ms;
    if (found->is_present_form != other->is_present_form)
        return found->is_present_form;
    if (day != other_day)
        return day < other_day;
    return memcmp(found->record_id, other->record_id, sizeof found->record_id) < 0;
}

static bool is_double(const struct found *first, const struct found *found)
{
    for (const struct found *other = first; other; other = other->next)
        if (other != found && is_same_code(found, other) &&
            is_counted_before(other, found))
            return true;
    return false;
}

static void doubles_find(struct collecting *collecting)
{
    struct collected *collected = collecting->collected;
    for (struct found *found = collecting->first; found; found = found->next) {
        found->is_double = is_double(collecting->first, found);
        collected->double_count += found->is_double;
    }
    collected->answered_count = collected->record_count - collected->double_count;
}

/* What is put together must come from one form. */
static enum status form_check(const struct found *found, struct arena *arena)
{
    return found->is_present_form
               ? OK
               : fail(STATUS_UNSUPPORTED,
                      "result %.*s was made before the form changed and is left out",
                      SPAN_ARGS(handle_text(arena, found->record_id)));
}

/* What a colleague said is opened once more, to stay until the profile is made. */
static void sitting_open(struct collecting *collecting, const struct found *found)
{
    struct result_reader *reader = collecting->reader;
    struct collected *collected = collecting->collected;
    const struct arena_mark mark = arena_mark(&reader->arena);
    struct result opened;
    struct record *record;
    enum status status = form_check(found, collecting->arena);
    if (status == OK)
        status =
            result_reader_read(reader, found->record_id, found->place, &opened, &record);
    if (status == OK) {
        collected->sittings[collected->count++] = record->sitting;
        return;
    }
    office_tell(reader->office, OFFICE_WARNING, "%s", status_last());
    arena_release(&reader->arena, mark);
}

static enum status sittings_open(struct collecting *collecting, size_t most)
{
    doubles_find(collecting);
    if (collecting->collected->answered_count > most)
        return fail(STATUS_TOO_LARGE,
                    "there are more than %zu answers of colleagues: more than a profile "
                    "takes, or than codes were given out (is invitations.json older "
                    "than the archive?)",
                    most);
    for (const struct found *found = collecting->first; found; found = found->next)
        if (!found->is_double)
            sitting_open(collecting, found);
    return OK;
}

enum status collected_read(struct result_reader *reader, struct arena *arena, size_t most,
                           struct collected *out_collected)
{
    *out_collected = (struct collected){0};
    struct collecting collecting = {
        .reader = reader, .arena = arena, .collected = out_collected};
    struct batch batch = {.look = look,
                          .tell = tell,
                          .context = &collecting,
                          .outcome_bytes = sizeof(struct answered)};
    collecting.end = &collecting.first;
    const enum status status = batch_run(&batch, reader);
    return status == OK ? sittings_open(&collecting, most) : status;
}
