/* `resonance key share LABEL`: what was sealed before the key LABEL was there opens to it, too.
 * The results stay as they are; a header for the key is kept beside each (store/shares.h). All of
 * them are shared in one step, or none: asked for again, it takes those that are still closed. */
#include "app/desk/command/operation.h"

#include "app/desk/office/ends/ends.h"
#include "app/desk/office/trust/opens.h"
#include "seal/age/age_share.h"
#include "store/arrivals.h"
#include "store/shares.h"

enum { PROGRESS_EVERY = 250 };

struct sharing {
    struct operation *operation;
    struct opens_key key;
    struct span label;
    bool is_again; /* what was shared before is made anew, too */
    size_t all_count,
        closed_count; /* results with content; those that the key cannot open */
    size_t shared_count, seen_count;
};

static enum status is_to_share(const struct sharing *sharing, const struct entry *entry,
                               bool *out_is_wanted)
{
    enum opens_way way = OPENS_NOT;
    struct span shared;
    const enum status status =
        opens_find(&sharing->operation->office, &sharing->key, entry, &way, &shared);
    *out_is_wanted = way == OPENS_NOT || (way == OPENS_SHARED && sharing->is_again);
    return status;
}

static enum status count_entry(void *context, const struct entry *entry, int64_t arrival)
{
    struct sharing *sharing = context;
    bool is_wanted = false;
    (void)arrival;
    if (!entry->payload.count)
        return OK;
    const enum status status = is_to_share(sharing, entry, &is_wanted);
    sharing->all_count++;
    sharing->closed_count += is_wanted;
    return status;
}

/* How many results, in words. */
static struct span counted(const struct sharing *sharing, size_t count)
{
    return span_format(sharing->operation->arena, "%zu result%s", count,
                       count == 1 ? "" : "s");
}

/* What it means, before anybody says yes. */
static void say_before(struct sharing *sharing)
{
    struct operation *operation = sharing->operation;
    if (!sharing->closed_count) {
        operation_say(operation,
                      "The key %.*s opens all there is here already, %.*s; nothing was "
                      "changed.",
                      SPAN_ARGS(sharing->label),
                      SPAN_ARGS(counted(sharing, sharing->all_count)));
        return;
    }
    operation_say(
        operation,
        "From now on %.*s can read %.*s of the %zu here, sealed before its present key was "
        "there: of candidates of every vacancy, and of colleagues whose answers are not "
        "yet frozen into a profile. It cannot be taken back from copies of this folder.",
        SPAN_ARGS(sharing->label), SPAN_ARGS(counted(sharing, sharing->closed_count)),
        sharing->all_count);
    page_add_exact(&operation->page.head, SPAN("Its eight words:"),
                   keys_words(operation->arena, sharing->key.row->recipient));
}

static void wants_set(struct operation *operation)
{
    operation->wants.result_keys = true;
    operation->wants.signing_key = true;
    if (has_option(&operation->values, "yes"))
        return;
    operation->wants.question = "Let it?";
    operation->wants.answer_by = "--yes";
}

/* What is locked away is not shared: nobody but the sheet of its time may open it. */
static enum status say_locked(const struct sharing *sharing)
{
    struct operation *operation = sharing->operation;
    const struct ends *ends;
    const enum status status = ends_read(&operation->office, &ends);
    const size_t count = status == OK ? ends_locked_count(ends) : 0;
    if (count)
        operation_say(
            operation,
            "Not among them, because locked away: %.*s. Only the recovery sheet "
            "of the time when they were answered opens them; keep it.",
            SPAN_ARGS(counted(sharing, count)));
    return status;
}

enum status key_share_prepare(struct operation *operation)
{
    struct sharing *sharing = arena_new(operation->arena, struct sharing);
    struct archive *archive;
    *sharing = (struct sharing){.operation = operation,
                                .label = operation_word(operation, 0),
                                .is_again = has_option(&operation->values, "again")};
    enum status status =
        opens_key_find(&operation->office, sharing->label, &sharing->key);
    if (status == OK)
        status = office_archive(&operation->office, &archive);
    if (status == OK)
        status = archive_list(archive, count_entry, sharing);
    if (status != OK)
        return status;
    say_before(sharing);
    operation->state = sharing;
    if (sharing->closed_count)
        wants_set(operation);
    return say_locked(sharing);
}

/* The header for the key, made from one result after all that is signed of it was checked. */
static enum status result_share(struct sharing *sharing, const struct entry *entry,
                                struct result *result)
{
    struct operation *operation = sharing->operation;
    struct result_reader *reader = &operation->reader;
    struct span header;
    enum status status = result_reader_look_up(reader, operation->arena, entry,
                                               (int64_t)sharing->seen_count, result);
    if (status == OK)
        status = signature_check_seal(&result->header, result->public_key, entry->header,
                                      entry->signature, entry->payload);
    if (status == OK)
        status =
            age_share(&reader->arena, operation->keys.identities, operation->keys.count,
                      entry->payload, result->shared, &sharing->key.public, &header);
    if (status == OK)
        status = shares_put(reader->archive, entry->record_id, sharing->key.public.bytes,
                            header);
    return status;
}

/* One result that the keys at hand do not open stays closed, and the others are shared. */
static enum status entry_share(struct sharing *sharing, const struct entry *entry)
{
    struct operation *operation = sharing->operation;
    struct arena *arena = &operation->reader.arena;
    const struct arena_mark mark = arena_mark(arena);
    struct result result = {0};
    bool is_wanted = false;
    if (!entry->payload.count)
        return OK;
    enum status status = is_to_share(sharing, entry, &is_wanted);
    if (status != OK || !is_wanted)
        return status;
    status = result_share(sharing, entry, &result);
    arena_release(arena, mark);
    sharing->shared_count += status == OK;
    if (status == OK || status == STATUS_NO_SPACE || status == STATUS_NO_ACCESS ||
        status == STATUS_IO)
        return status;
    office_tell(&operation->office, OFFICE_WARNING, "result %.*s: %s",
                SPAN_ARGS(result.handle), status_last());
    return OK;
}

static enum status entries_share(struct sharing *sharing)
{
    struct operation *operation = sharing->operation;
    struct arrivals *arrivals = NULL;
    struct entry entry;
    bool is_end = false;
    enum status status = shares_open(operation->reader.archive);
    if (status == OK)
        status = arrivals_open(operation->arena, operation->reader.archive, &arrivals);
    while (status == OK) {
        status = arrivals_next(arrivals, &entry, &is_end);
        if (status != OK || is_end)
            break;
        sharing->seen_count++;
        status = entry_share(sharing, &entry);
        if (sharing->seen_count % PROGRESS_EVERY == 0)
            office_progress(&operation->office, "results shared", sharing->seen_count, 0);
    }
    arrivals_close(arrivals);
    return status;
}

static enum status say_after(const struct sharing *sharing)
{
    const size_t left = sharing->closed_count - sharing->shared_count;
    operation_say(sharing->operation, "%.*s can read %.*s of before now.",
                  SPAN_ARGS(sharing->label),
                  SPAN_ARGS(counted(sharing, sharing->shared_count)));
    return left ? fail(STATUS_WRONG_KEY,
                       "closed to %.*s as to you: %.*s; whoever can open them can share "
                       "them",
                       SPAN_ARGS(sharing->label), SPAN_ARGS(counted(sharing, left)))
                : OK;
}

/* The log comes first: one that tells of more than happened is better than one that tells of
 * less. */
enum status key_share_run(struct operation *operation)
{
    struct sharing *sharing = operation->state;
    if (!sharing->closed_count)
        return OK;
    enum status status = operation_reader_open(operation, 1);
    if (status != OK)
        return status;
    operation_note(operation, "shared",
                   span_format(operation->arena, "%.*s: %.*s", SPAN_ARGS(sharing->label),
                               SPAN_ARGS(counted(sharing, sharing->closed_count))));
    status = archive_begin(operation->reader.archive);
    if (status == OK)
        status = archive_end(operation->reader.archive, entries_share(sharing));
    return status == OK ? say_after(sharing) : status;
}
