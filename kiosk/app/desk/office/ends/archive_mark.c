#include "app/desk/office/ends/archive_mark.h"

#include "app/desk/office/trust/roll.h"
#include "base/clock.h"
#include "base/file.h"
#include "store/enrolments.h"

#include <inttypes.h>
#include <string.h>

enum { MARK_BYTES_MAX = 2 * 1024 * 1024, TERMINALS_MAX = 4000 };
static const char mark_name[] = "archive.mark";

static const struct signed_rows_kind mark_rows = {
    .file = mark_name,
    .personal = "mark",
    .label = "rs-mark-v1",
    .bytes_max = MARK_BYTES_MAX,
    .rows_max = 1,
};

static const struct signed_rows_keys ends_keys = {"ends", "ends_hash"},
                                     roll_keys = {"roll", "roll_hash"};

/* The last entry of a terminal in one of its enrolments. */
struct last_entry {
    unsigned char device_id[CHAIN_ID_BYTES], hash[CHAIN_HASH_BYTES];
    uint64_t epoch, sequence;
};

struct mark {
    struct signed_rows_head ends, roll;
    bool has_roll;
    int64_t unix_s;
    struct last_entry *list;
    size_t count;
};

/* archive.mark as it lies there. */
struct mark_file {
    bool is_missing;
    struct span signed_line, later_line; /* may be empty */
    struct mark signed_mark, later;
};

static struct span mark_write(struct arena *arena, const struct mark *mark)
{
    struct canonical c = canonical_begin(arena);
    canonical_object(&c, NULL);
    signed_rows_head_write(&c, &ends_keys, &mark->ends);
    if (mark->has_roll)
        signed_rows_head_write(&c, &roll_keys, &mark->roll);
    canonical_list(&c, "terminals");
    for (size_t i = 0; i < mark->count; i++) {
        const struct last_entry *last = &mark->list[i];
        canonical_object(&c, NULL);
        canonical_hex(&c, "device_id", last->device_id, sizeof last->device_id);
        canonical_hex(&c, "entry_hash", last->hash, sizeof last->hash);
        canonical_whole(&c, "epoch", (int64_t)last->epoch);
        canonical_whole(&c, "sequence", (int64_t)last->sequence);
        canonical_end(&c);
    }
    canonical_end(&c);
    canonical_whole(&c, "unix_s", mark->unix_s);
    canonical_end(&c);
    return canonical_bytes(&c);
}

static void terminals_take(struct canonical_take *take, const struct json *root,
                           struct mark *mark)
{
    const struct json *list = canonical_take_list(take, root, "terminals", TERMINALS_MAX);
    mark->list = arena_array(take->arena, struct last_entry, list ? list->count : 0);
    for (const struct json *row = list ? list->first : NULL; row; row = row->next) {
        struct last_entry *last = &mark->list[mark->count++];
        canonical_take_hex(take, row, "device_id", last->device_id,
                           sizeof last->device_id);
        canonical_take_hex(take, row, "entry_hash", last->hash, sizeof last->hash);
        last->epoch = (uint64_t)canonical_take_whole(take, row, "epoch", 1, INT64_MAX);
        last->sequence =
            (uint64_t)canonical_take_whole(take, row, "sequence", 1, INT64_MAX);
    }
}

static enum status mark_read(struct arena *arena, struct span json, struct mark *mark)
{
    struct canonical_take take = {arena, mark_name, STATUS_DAMAGED, OK};
    struct arena scratch;
    canonical_take_scratch(&scratch);
    const struct json *root = canonical_take_root(&take, &scratch, json);
    signed_rows_head_take(&take, root, &ends_keys, &mark->ends);
    mark->has_roll = root && has_canonical_take_key(root, "roll");
    if (mark->has_roll)
        signed_rows_head_take(&take, root, &roll_keys, &mark->roll);
    terminals_take(&take, root, mark);
    mark->unix_s = canonical_take_whole(&take, root, "unix_s", 0, INT64_MAX);
    if (take.status == OK)
        canonical_take_same(&take, json, mark_write(arena, mark));
    arena_done(&scratch);
    return take.status;
}

static enum status lines_read(struct office *office, struct mark_file *file)
{
    struct span json;
    enum status status = OK;
    if (file->signed_line.count)
        status = signed_rows_verify(office, &mark_rows, file->signed_line, &json);
    if (status == OK && file->signed_line.count)
        status = mark_read(&office->arena, json, &file->signed_mark);
    if (status == OK && file->later_line.count)
        status = mark_read(&office->arena, file->later_line, &file->later);
    return status;
}

/* Either line may be empty, but not the file: it is written whole. */
static enum status file_read_mark(struct office *office, struct mark_file *file)
{
    struct span text;
    *file = (struct mark_file){.is_missing = !is_file(office_path(office, mark_name))};
    if (file->is_missing)
        return OK;
    const enum status status = office_read(office, mark_name, MARK_BYTES_MAX, &text);
    if (status != OK)
        return status;
    if (!span_next(&text, '\n', &file->signed_line) ||
        !span_next(&text, '\n', &file->later_line) || text.count)
        return fail(STATUS_DAMAGED, "%s is not whole", office_path(office, mark_name));
    return lines_read(office, file);
}

/* What is there now. */
struct gathering {
    struct mark *mark;
    size_t room;
};

static enum status on_terminal(void *context, const struct enrolled_terminal *terminal)
{
    struct gathering *gathering = context;
    struct mark *mark = gathering->mark;
    if (!terminal->sequence || mark->count == gathering->room)
        return OK;
    struct last_entry *last = &mark->list[mark->count++];
    *last = (struct last_entry){.epoch = terminal->epoch, .sequence = terminal->sequence};
    memcpy(last->device_id, terminal->id, sizeof last->device_id);
    memcpy(last->hash, terminal->head_hash, sizeof last->hash);
    return OK;
}

static bool is_same_chain(const struct last_entry *a, const struct last_entry *b)
{
    return a->epoch == b->epoch &&
           memcmp(a->device_id, b->device_id, sizeof a->device_id) == 0;
}

static enum status has_entry(struct archive *archive, const struct last_entry *last,
                             bool *out_is_there)
{
    unsigned char hash[CHAIN_HASH_BYTES];
    const enum status status =
        archive_hash(archive, last->device_id, last->epoch, last->sequence, hash);
    if (status == OK)
        *out_is_there = memcmp(hash, last->hash, sizeof hash) == 0;
    return status;
}

/* An entry that was there and is not now stays in the mark, until it comes again. */
static enum status missing_keep(struct archive *archive, const struct mark *before,
                                struct gathering *gathering)
{
    struct mark *mark = gathering->mark;
    enum status status = OK;
    for (size_t i = 0; i < before->count && status == OK; i++) {
        bool is_there = false;
        size_t at = 0;
        status = has_entry(archive, &before->list[i], &is_there);
        while (at < mark->count && !is_same_chain(&mark->list[at], &before->list[i]))
            at++;
        if (is_there || (at == mark->count && at == gathering->room))
            continue;
        if (at == mark->count)
            mark->count++;
        mark->list[at] = before->list[i];
    }
    return status;
}

/* How far two files of statements are now. */
struct rows_now {
    const struct ends *ends;
    const struct roll *roll;
};

static enum status rows_read(struct office *office, struct rows_now *out_rows)
{
    const enum status status = ends_read(office, &out_rows->ends);
    return status == OK ? roll_read(office, &out_rows->roll) : status;
}

static bool has_ends(const struct rows_now *now, const struct mark *mark)
{
    return is_signed_rows_kept(&now->ends->head, now->ends->hashes, &mark->ends);
}

static bool has_roll(const struct rows_now *now, const struct mark *mark)
{
    return is_signed_rows_kept(&now->roll->head, now->roll->hashes, &mark->roll);
}

/* What was cut stays in the mark, until it comes again. */
static void rows_keep(const struct rows_now *now, const struct mark *before,
                      struct mark *mark)
{
    if (!has_ends(now, before))
        mark->ends = before->ends;
    if (!has_roll(now, before))
        mark->roll = before->roll;
}

static enum status gather(struct office *office, const struct mark_file *file,
                          struct mark *mark)
{
    struct rows_now now;
    struct archive *archive = office->archive;
    *mark = (struct mark){
        .unix_s = clock_now().unix_ms / 1000,
        .list = arena_array(&office->arena, struct last_entry, TERMINALS_MAX)};
    struct gathering gathering = {.mark = mark, .room = TERMINALS_MAX};
    enum status status = rows_read(office, &now);
    if (status == OK)
        status = enrolments_list(archive, on_terminal, &gathering);
    if (status == OK)
        status = missing_keep(archive, &file->signed_mark, &gathering);
    if (status == OK)
        status = missing_keep(archive, &file->later, &gathering);
    if (status != OK)
        return status;
    mark->ends = now.ends->head;
    mark->roll = now.roll->head;
    mark->has_roll = true;
    rows_keep(&now, &file->signed_mark, mark);
    rows_keep(&now, &file->later, mark);
    return OK;
}

static enum status mark_put(struct office *office, const struct mark_file *file,
                            const struct minisign_key *signing)
{
    struct arena *arena = &office->arena;
    struct mark mark;
    const enum status status = gather(office, file, &mark);
    if (status != OK)
        return status;
    const struct span json = mark_write(arena, &mark);
    const struct span first =
        signing ? signed_rows_sign(arena, &mark_rows, signing, json) : file->signed_line;
    return office_write(office, mark_name,
                        span_format(arena, "%.*s\n%.*s\n", SPAN_ARGS(first),
                                    SPAN_ARGS(signing ? SPAN("") : json)));
}

/* Nothing is signed about an end, and no configuration, before there is a mark. */
static bool was_begun(const struct rows_now *now)
{
    return now->ends->head.count || now->roll->has_anchor;
}

/* A mark that cannot be believed, or is missing where there was one, is not written over: it
 * goes on being missed until somebody accepts that. */
static enum status note(struct office *office, const struct minisign_key *signing)
{
    struct mark_file file;
    struct rows_now now;
    const enum status status = rows_read(office, &now);
    if (status != OK || file_read_mark(office, &file) != OK ||
        (file.is_missing && was_begun(&now)))
        return status;
    return mark_put(office, &file, signing);
}

enum status archive_mark_renew(struct office *office, const struct minisign_key *signing)
{
    const struct mark_file none = {.is_missing = true};
    return mark_put(office, &none, signing);
}

enum status archive_mark_begin(struct office *office, const struct minisign_key *signing)
{
    return is_file(office_path(office, mark_name)) ? OK
                                                   : archive_mark_renew(office, signing);
}

void archive_mark_note(struct office *office, const struct minisign_key *signing)
{
    if (note(office, signing) != OK)
        office_tell(office, OFFICE_WARNING,
                    "how far the archive has come is not noted in archive.mark: %s",
                    status_last());
}

struct looking {
    struct office *office;
    archive_mark_on_fault *on_fault;
    void *context;
};

static struct span label_of(struct office *office, const struct last_entry *last)
{
    struct enrolled_terminal terminal;
    return enrolments_get(&office->arena, office->archive, last->device_id, last->epoch,
                          &terminal) == OK
               ? terminal.label
               : span_hex(&office->arena, last->device_id, 2);
}

/* A later line speaks for the signed one where it goes on from it: one sentence is enough. */
static bool is_spoken_for(const struct last_entry *last, const struct mark *later)
{
    for (size_t i = 0; later && i < later->count; i++)
        if (is_same_chain(&later->list[i], last) &&
            later->list[i].sequence >= last->sequence)
            return true;
    return false;
}

static enum status entries_look(const struct looking *looking, const struct mark *mark,
                                const struct mark *later)
{
    struct office *office = looking->office;
    enum status status = OK;
    for (size_t i = 0; i < mark->count && status == OK; i++) {
        const struct last_entry *last = &mark->list[i];
        bool is_there = is_spoken_for(last, later);
        if (!is_there)
            status = has_entry(office->archive, last, &is_there);
        if (status != OK || is_there)
            continue;
        looking->on_fault(
            looking->context,
            span_format(&office->arena,
                        "archive.db is shorter than it was on %.*s: entry %" PRIu64
                        " of \"%.*s\" was there and is missing; an older copy was put "
                        "back, or rows were cut off",
                        SPAN_ARGS(clock_date(&office->arena, mark->unix_s * 1000)),
                        last->sequence, SPAN_ARGS(label_of(office, last))),
            "import the bundles of this terminal again, or its next one, which holds all; "
            "'resonance audit accept' says that what is missing is lost");
    }
    return status;
}

/* A file of statements that is not what it was, and what may come of it. */
struct rows_lost {
    const char *file;
    const struct signed_rows_head *then;
    const char *danger;
};

static void rows_tell(const struct looking *looking, const struct mark *mark,
                      const struct rows_lost *lost)
{
    struct arena *arena = &looking->office->arena;
    looking->on_fault(
        looking->context,
        span_format(arena,
                    "%s is not what it was on %.*s, when it had %" PRIu64
                    " rows: it was cut, removed, or an older one put back, so that %s",
                    lost->file, SPAN_ARGS(clock_date(arena, mark->unix_s * 1000)),
                    lost->then->count, lost->danger),
        span_format(arena,
                    "put %s back from the newest copy of this folder; 'resonance audit "
                    "accept' says that what is missing is lost",
                    lost->file)
            .data);
}

static void rows_look(const struct looking *looking, const struct rows_now *now,
                      const struct mark_file *file)
{
    const struct mark *ends =
                          has_ends(now, &file->later) ? &file->signed_mark : &file->later,
                      *roll =
                          has_roll(now, &file->later) ? &file->signed_mark : &file->later;
    const struct rows_lost ends_lost = {ENDS_FILE, &ends->ends,
                                        "what was erased may come back"},
                           roll_lost = {ROLL_FILE, &roll->roll,
                                        "terminals and keys may be missing"};
    if (!has_ends(now, ends))
        rows_tell(looking, ends, &ends_lost);
    if (!has_roll(now, roll))
        rows_tell(looking, roll, &roll_lost);
}

enum status archive_mark_look(struct office *office, archive_mark_on_fault *on_fault,
                              void *context)
{
    const struct looking looking = {office, on_fault, context};
    struct rows_now now;
    struct mark_file file;
    enum status status = rows_read(office, &now);
    if (status != OK)
        return status;
    if (file_read_mark(office, &file) != OK || (file.is_missing && was_begun(&now))) {
        on_fault(
            context,
            file.is_missing
                ? SPAN("archive.mark was removed: rows that were cut from the end of "
                       "archive.db or " ENDS_FILE " would not be missed")
                : span_format(&office->arena, "archive.mark cannot be believed: %s",
                              status_last()),
            "compare with a backup; 'resonance audit accept' begins it anew");
        return OK;
    }
    status = entries_look(&looking, &file.signed_mark, &file.later);
    if (status == OK)
        status = entries_look(&looking, &file.later, NULL);
    rows_look(&looking, &now, &file);
    return status;
}
