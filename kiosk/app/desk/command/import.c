/* `resonance import PATH...`: bundles of sealed records into the archive. */
#include "app/desk/command/import/import_clock.h"
#include "app/desk/command/operation.h"

#include "app/common/handle.h"
#include "app/common/slip_signature.h"
#include "app/desk/office/anchor/anchor.h"
#include "app/desk/office/ends/archive_mark.h"
#include "app/desk/office/signature_check.h"
#include "app/desk/office/sticks/sticks.h"
#include "app/desk/office/sticks/sticks_taken.h"
#include "app/desk/office/trust/signed_keyset.h"
#include "base/json/canonical.h"
#include "base/json/json_shown.h"
#include "base/file.h"
#include "base/folder.h"
#include "base/text/shown_text.h"
#include "fleet/bundle.h"
#include "store/desk/slipbox.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { LINES_MAX_BYTES = 32 * 1024 * 1024 };
enum { SLIPS_MAX_BYTES = 96 * 1024 * 1024 };

static const struct bundle_limits limits = {
    .max_bytes = 16ULL << 30,
    .max_count = 10000000,
    .max_payload_bytes = 4U << 20,
};

/* What a terminal brings back of what this folder once was (anchor.h). */
struct heard {
    struct span line;
    struct heard *next;
};

/* One bundle on its way in. */
struct arrival {
    struct span anchor; /* the last that it brings */
    struct archive *archive;
    const struct roll *roll; /* what the organization signed */
    unsigned char last_hash[CHAIN_HASH_BYTES];
    size_t entry_count, new_count, result_count; /* results among the new ones */
    size_t empty_count;   /* new results that came without content */
    struct chain chain;   /* of its terminal, afterwards */
    uint64_t head_before; /* highest sequence known before */
    struct span label;
    struct arena *arena;
    uint64_t
        last_epoch; /* of the terminal's last enrolment: a fork from before comes home */
    enum status
        first_failure; /* of the first entry that was left out, and its sentence */
    struct span first_sentence;
    size_t slip_count; /* new slips for the audit */
    bool is_last_lost; /* the last one was left out */
    size_t left_out_count;
    size_t damaged_count;  /* those, and entries taken without their content */
    struct buffer damaged; /* a line for each */
    struct buffer fork;    /* what is said of two branches */
    struct buffer clock;   /* a line for each time that staff set it */
};

/* That it follows the entry before it, signature_check_chain finds with all that came earlier. */
static enum status place_check(const struct bundle *bundle,
                               const struct bundle_entry *given,
                               const struct header *header)
{
    if (memcmp(header->device_id, bundle->device_id, sizeof header->device_id) != 0 ||
        header->sequence != given->sequence)
        return fail(STATUS_FORGED,
                    "entry %" PRIu64 " belongs to another place or terminal; copy the "
                    "bundle again from the terminal",
                    given->sequence);
    return OK;
}

static struct entry entry_of(const struct bundle_entry *given,
                             const struct header *header)
{
    struct entry entry = entry_from_header(header, given->payload);
    memcpy(entry.signature, given->signature, sizeof entry.signature);
    envelope_hash(entry.header, entry.entry_hash);
    return entry;
}

/* One rotten entry must not keep those beside it: it is named, and its place stays a hole. */
static enum status leave_out(struct arrival *arrival, const struct bundle_entry *given,
                             enum status status)
{
    if (arrival->first_failure == OK) {
        arrival->first_failure = status;
        arrival->first_sentence = span_copy(arrival->arena, span_of(status_last()));
    }
    arrival->damaged_count++;
    arrival->left_out_count++;
    arrival->is_last_lost = true;
    buffer_format(&arrival->damaged, "WARNING: entry %" PRIu64 " was left out: %s\n",
                  given->sequence, status_last());
    return OK;
}

static enum status take(struct arrival *arrival, const struct entry *entry)
{
    enum status status = archive_put(arrival->archive, entry);
    if (status == STATUS_FORGED && arrival->last_epoch > entry->epoch)
        status = archive_put_fork(arrival->archive, entry, arrival->last_epoch);
    arrival->new_count += status == OK;
    if (status == OK)
        import_clock_tell(entry, &arrival->clock);
    const size_t is_new_result = status == OK && entry->type == HEADER_RESULT;
    arrival->result_count += is_new_result;
    arrival->empty_count += entry->payload.count ? 0 : is_new_result;
    arrival->entry_count++;
    arrival->is_last_lost = false;
    memcpy(arrival->last_hash, entry->entry_hash, sizeof arrival->last_hash);
    return status;
}

/* What its terminal signed, without the content, which is another one: as if that had been removed.
 * It is told when it comes; a bundle that has it may still bring it. */
static enum status take_empty(struct arrival *arrival, const struct bundle_entry *given,
                              const struct header *header)
{
    struct entry entry = entry_of(given, header);
    entry.payload = (struct span){0};
    const enum status status = take(arrival, &entry);
    if (status != OK)
        return status;
    arrival->empty_count -= entry.type == HEADER_RESULT;
    arrival->damaged_count++;
    buffer_format(&arrival->damaged,
                  "WARNING: result %.*s (entry %" PRIu64
                  ") came without its content, which is damaged\n",
                  SPAN_ARGS(handle_text(arrival->arena, header->record_id)),
                  given->sequence);
    return OK;
}

static bool is_damage(enum status status)
{
    return status == STATUS_DAMAGED || status == STATUS_FORGED ||
           status == STATUS_UNSUPPORTED;
}

struct newest {
    const unsigned char *device_id;
    uint64_t epoch;
};

static enum status newest_take(void *context, const struct enrolled_terminal *terminal)
{
    struct newest *newest = context;
    if (memcmp(terminal->id, newest->device_id, sizeof terminal->id) == 0 &&
        terminal->epoch > newest->epoch)
        newest->epoch = terminal->epoch;
    return OK;
}

static enum status last_epoch_find(struct arrival *arrival, const struct bundle *bundle)
{
    struct newest newest = {.device_id = bundle->device_id};
    const enum status status = enrolments_list(arrival->archive, newest_take, &newest);
    arrival->last_epoch = newest.epoch;
    return status;
}

/* Before anything of the entry is believed: what the organization signed needs no other signature,
 * and a terminal that this folder does not know any more is the very one to be heard. */
static void anchor_hear(struct arrival *arrival, const struct bundle_entry *given)
{
    struct header header;
    if (given->payload.count && given->payload.count <= ANCHOR_FORMAT_BYTES_MAX &&
        !is_span_equal(given->payload, arrival->anchor) &&
        header_read((struct span){(const char *)given->header, HEADER_BYTES}, &header) ==
            OK &&
        header.type == HEADER_START)
        arrival->anchor = span_copy(arrival->arena, given->payload);
}

static enum status on_entry(void *context, const struct bundle *bundle,
                            const struct bundle_entry *given)
{
    struct arrival *arrival = context;
    struct header header;
    enum status status =
        given->sequence == bundle->from_sequence ? last_epoch_find(arrival, bundle) : OK;
    anchor_hear(arrival, given);
    if (status != OK)
        return status;
    status = signature_check_entry(arrival->archive, given->header, given->signature,
                                   (struct span){0}, &header);
    if (is_damage(status))
        return leave_out(arrival, given, status);
    if (status == OK)
        status = place_check(bundle, given, &header);
    if (status == OK && !arrival->roll->is_missing && header.type == HEADER_RESULT)
        status = signed_keyset_check(arrival->roll, &header, given->payload);
    if (status != OK)
        return status;
    if (given->payload.count && envelope_check(&header, given->payload) != OK) {
        status = take_empty(arrival, given, &header);
    } else {
        const struct entry entry = entry_of(given, &header);
        status = take(arrival, &entry);
    }
    return status == STATUS_EXISTS ? OK : status;
}

/* Slips that the terminal did not sign are left out: they are not worth the results. Of those that
 * come nothing is kept but they themselves. */
static enum status slips_take_in(struct arena *arena, const char *path,
                                 const struct bundle *bundle,
                                 const struct enrolled_terminal *terminal,
                                 struct arrival *arrival)
{
    struct bundle_slips slips;
    enum status status = bundle_slips(arena, path, bundle, &slips);
    if (status == OK)
        status =
            slip_signature_check(arena, terminal->public_key, bundle->device_id, &slips);
    if (status == OK)
        return slipbox_put(arrival->archive, slips.list, slips.count,
                           &arrival->slip_count);
    if (!is_damage(status))
        return status;
    arrival->damaged_count++;
    buffer_format(&arrival->damaged,
                  "WARNING: what people said for the audit was left out: its terminal "
                  "has not signed it\n");
    return OK;
}

static enum status slips_take(const char *path, const struct bundle *bundle,
                              const struct enrolled_terminal *terminal,
                              struct arrival *arrival)
{
    struct arena arena;
    if (!bundle->slip_count)
        return OK;
    arena_init(&arena, SLIPS_MAX_BYTES);
    const enum status status = slips_take_in(&arena, path, bundle, terminal, arrival);
    arena_done(&arena);
    return status;
}

/* All that can be wrong with a bundle is found before archive_end keeps any of it. */
static enum status entries_take(struct operation *operation, const char *path,
                                struct arrival *arrival)
{
    struct bundle bundle;
    struct enrolled_terminal terminal;
    enum status status = bundle_read(path, &limits, on_entry, arrival, &bundle);
    if (status == OK && !arrival->entry_count)
        status = fail(arrival->first_failure, "%.*s", SPAN_ARGS(arrival->first_sentence));
    if (status == OK && !arrival->is_last_lost &&
        memcmp(bundle.head_hash, arrival->last_hash, sizeof bundle.head_hash) != 0)
        status = fail(STATUS_DAMAGED, "its front does not fit its last entry; copy the "
                                      "bundle again from the terminal");
    if (status == OK)
        status = enrolments_get(operation->arena, arrival->archive, bundle.device_id,
                                bundle.epoch, &terminal);
    if (status == OK)
        status = slips_take(path, &bundle, &terminal, arrival);
    if (status == OK)
        status =
            signature_check_chain(arrival->archive, bundle.device_id, 0, &arrival->chain);
    if (status == OK)
        status =
            signature_check_tell_fork(arrival->archive, operation->arena,
                                      bundle.device_id, terminal.label, &arrival->fork);
    if (status != OK)
        return status;
    arrival->label = terminal.label;
    arrival->head_before = bundle.to_sequence < arrival->chain.last_sequence
                               ? arrival->chain.last_sequence
                               : 0;
    return OK;
}

static enum status bundle_take(struct operation *operation, const char *path,
                               struct arrival *arrival)
{
    *arrival = (struct arrival){.arena = operation->arena,
                                .fork = buffer_init(operation->arena, LINES_MAX_BYTES),
                                .damaged = buffer_init(operation->arena, LINES_MAX_BYTES),
                                .clock = buffer_init(operation->arena, LINES_MAX_BYTES)};
    enum status status = office_archive(&operation->office, &arrival->archive);
    if (status == OK)
        status = roll_read(&operation->office, &arrival->roll);
    if (status == OK)
        status = archive_begin(arrival->archive);
    if (status != OK)
        return status;
    status = archive_end(arrival->archive, entries_take(operation, path, arrival));
    if (status == OK && arrival->slip_count)
        slipbox_settle(arrival->archive);
    return status;
}

static void lines_tell(struct operation *operation, struct span lines)
{
    struct span line;
    while (lines.count && span_next(&lines, '\n', &line))
        office_tell(&operation->office, OFFICE_ASIDE, "%.*s", SPAN_ARGS(line));
}

static void clock_tell(struct operation *operation, const struct arrival *arrival)
{
    struct span lines = span_trim(buffer_span(&arrival->clock)), line;
    while (lines.count && span_next(&lines, '\n', &line))
        office_tell(&operation->office, OFFICE_ASIDE, "\"%.*s\", %.*s",
                    SPAN_ARGS(arrival->label), SPAN_ARGS(line));
}

static void warn(struct operation *operation, const char *path,
                 const struct arrival *arrival)
{
    struct office *office = &operation->office;
    struct buffer holes = buffer_init(operation->arena, 64 * 1024);
    struct span rest, line;
    signature_check_tell_holes(&arrival->chain, arrival->label, &holes);
    rest = buffer_span(&holes);
    while (rest.count && span_next(&rest, '\n', &line))
        office_tell(office, OFFICE_ASIDE, "%.*s", SPAN_ARGS(line));
    if (arrival->head_before)
        office_tell(office, OFFICE_WARNING,
                    "%s ends before entry %" PRIu64
                    " of \"%.*s\", which came earlier: it is an older bundle, or the "
                    "terminal was put back to an earlier state",
                    path, arrival->head_before, SPAN_ARGS(arrival->label));
    lines_tell(operation, span_trim(buffer_span(&arrival->fork)));
    clock_tell(operation, arrival);
    if (arrival->empty_count)
        office_tell(office, OFFICE_WARNING,
                    "%s brings %zu result%s without content: it was removed on "
                    "the terminal or on the way; import a bundle that still has it",
                    path, arrival->empty_count, arrival->empty_count == 1 ? "" : "s");
}

struct importing {
    struct operation *operation;
    struct heard *heard;
    size_t done_count, failed_count, damaged_count; /* of bundles */
    enum status put;                                /* of what went out so far */
    struct buffer arrivals;                         /* one line each */
    struct buffer done;                             /* paths, one a line */
    struct buffer failures;                         /* one line each */
    struct buffer damaged; /* of bundles that came in part, one line each */
    enum status status;    /* of the first that failed */
};

static struct span arrival_json(struct arena *arena, const char *path,
                                const struct arrival *arrival, enum status status)
{
    struct canonical json = canonical_begin(arena);
    canonical_object(&json, NULL);
    if (status == OK && arrival->damaged_count)
        canonical_whole(&json, "damaged", (int64_t)arrival->damaged_count);
    canonical_text(&json, "failure", status == OK ? SPAN("") : span_of(status_last()));
    canonical_whole(&json, "holes", (int64_t)arrival->chain.hole_count);
    canonical_flag(&json, "imported", status == OK);
    canonical_whole(&json, "known", (int64_t)(arrival->entry_count - arrival->new_count));
    canonical_whole(&json, "new", status == OK ? (int64_t)arrival->new_count : 0);
    canonical_text(&json, "path", span_of(path));
    canonical_end(&json);
    return canonical_bytes(&json);
}

static bool is_json(const struct importing *importing)
{
    return has_option(&importing->operation->values, "json");
}

static void put(struct importing *importing, struct span bytes)
{
    struct operation *operation = importing->operation;
    if (importing->put == OK)
        importing->put =
            office_put(&operation->office, json_shown(operation->arena, bytes));
}

/* As JSON piece by piece: a stick may hold more bundles than one document has room for. */
static void tell(struct importing *importing, const char *path,
                 const struct arrival *arrival, enum status status)
{
    const size_t other_count = arrival->new_count - arrival->result_count,
                 old_count = arrival->entry_count - arrival->new_count;
    if (is_json(importing)) {
        put(importing,
            importing->done_count + importing->failed_count ? SPAN(",") : SPAN(""));
        put(importing, arrival_json(importing->operation->arena, path, arrival, status));
    } else if (status == OK) {
        buffer_format(&importing->arrivals,
                      "%s: from \"%.*s\", %zu new result%s, %zu other new %s, %zu %s "
                      "here before\n",
                      path, SPAN_ARGS(arrival->label), arrival->result_count,
                      arrival->result_count == 1 ? "" : "s", other_count,
                      other_count == 1 ? "entry" : "entries", old_count,
                      old_count == 1 ? "was" : "were");
    }
}

/* The name of a file on a stick is a stranger's word. */
static enum status name_check(const char *path)
{
    const enum status status = shown_text_check("name of the file", span_of(path));
    return status == OK ? OK : fail(status, "%s; rename the file", status_last());
}

/* A bundle with something damaged is no copy to throw away. */
static void imported(struct importing *importing, const char *path,
                     const struct arrival *arrival)
{
    importing->done_count++;
    warn(importing->operation, path, arrival);
    if (!arrival->damaged_count) {
        buffer_format(&importing->done, "%s\n", path);
        if (sticks_taken_note(&importing->operation->office, path) != OK)
            office_tell(&importing->operation->office, OFFICE_WARNING, "%s",
                        status_last());
        return;
    }
    importing->damaged_count++;
    lines_tell(importing->operation, span_trim(buffer_span(&arrival->damaged)));
    buffer_format(&importing->damaged,
                  "%zu of %zu entries of %s are damaged, as named above; the others are "
                  "here. Export again at the terminal; until they come whole, keep this "
                  "file\n",
                  arrival->damaged_count, arrival->entry_count + arrival->left_out_count,
                  path);
}

static struct heard *heard_add(const struct importing *importing, struct span line)
{
    struct heard *heard = importing->heard;
    if (heard && is_span_equal(heard->line, line))
        return heard;
    heard = arena_new(importing->operation->arena, struct heard);
    *heard = (struct heard){line, importing->heard};
    return heard;
}

/* When all is here that came: what is missing then is. A line that nobody here signed is none. */
static void older_tell(struct office *office, const struct heard *heard)
{
    struct span words, older = SPAN("");
    for (; heard; heard = heard->next)
        if (anchor_see(office, heard->line, &words) == OK && words.count)
            older = words;
    if (older.count)
        office_tell(office, OFFICE_WARNING, "%.*s; %s", SPAN_ARGS(older), anchor_mend());
}

static void path_take(struct importing *importing, const char *path)
{
    struct arrival arrival = {0};
    const struct span shown = shown_text_line(importing->operation->arena, span_of(path));
    enum status status = name_check(path);
    if (status == OK)
        status = bundle_take(importing->operation, path, &arrival);
    tell(importing, path, &arrival, status);
    if (arrival.anchor.count)
        importing->heard = heard_add(importing, arrival.anchor);
    if (status == OK) {
        imported(importing, path, &arrival);
        return;
    }
    importing->failed_count++;
    if (importing->status == OK)
        importing->status = status;
    buffer_format(&importing->failures, "%.*s was not imported: %s\n", SPAN_ARGS(shown),
                  status_last());
}

static enum status folder_take(struct importing *importing, const char *folder)
{
    struct arena *arena = importing->operation->arena;
    struct span *names;
    size_t count, bundle_count = 0;
    const enum status status = folder_list(arena, folder, "", &names, &count);
    for (size_t i = 0; status == OK && i < count; i++) {
        const char *path = file_path(arena, folder, names[i].data);
        if (!is_sticks_bundle(path))
            continue;
        bundle_count++;
        path_take(importing, path);
    }
    if (status == OK && !bundle_count)
        return fail(STATUS_NOT_FOUND, "%s holds no bundle of a terminal", folder);
    return status;
}

/* The last one is the sentence that the command ends with. */
static enum status damaged_tell(const struct importing *importing)
{
    struct span damaged = span_trim(buffer_span(&importing->damaged)), line;
    while (span_find(damaged, '\n') < damaged.count && span_next(&damaged, '\n', &line))
        office_tell(&importing->operation->office, OFFICE_ASIDE, "%.*s", SPAN_ARGS(line));
    return fail(STATUS_DAMAGED, "%.*s", SPAN_ARGS(damaged));
}

/* One failure is one sentence; several are listed first. */
static enum status failures_tell(const struct importing *importing)
{
    struct span failures = span_trim(buffer_span(&importing->failures)), line;
    if (importing->failed_count == 1)
        return fail(importing->status, "%.*s", SPAN_ARGS(failures));
    if (!importing->failed_count && importing->damaged_count)
        return damaged_tell(importing);
    while (importing->failed_count && span_next(&failures, '\n', &line))
        office_tell(&importing->operation->office, OFFICE_ASIDE, "%.*s", SPAN_ARGS(line));
    return importing->failed_count
               ? fail(importing->status,
                      "%zu of %zu bundles were not imported; keep those files",
                      importing->failed_count,
                      importing->failed_count + importing->done_count)
               : OK;
}

static enum status arrivals_tell(struct importing *importing)
{
    struct operation *operation = importing->operation;
    if (importing->arrivals.is_full || importing->done.is_full ||
        importing->failures.is_full)
        office_tell(&operation->office, OFFICE_WARNING,
                    "there are more bundles than can be listed here; --json lists all");
    if (is_json(importing)) {
        put(importing, SPAN("]}\n"));
        return importing->put;
    }
    operation_say_lines(operation, span_trim(buffer_span(&importing->arrivals)));
    if (importing->done.count)
        page_add_exact(
            &operation->page.head,
            SPAN("All results are in the archive now. Delete these files from the "
                 "stick, so that no answers stay there when they are erased here:"),
            span_trim(buffer_span(&importing->done)));
    return OK;
}

static enum status paths_take(struct importing *importing)
{
    const struct options *values = &importing->operation->values;
    enum status status = OK;
    for (size_t i = 0; i < values->file_count && status == OK; i++) {
        const char *path = values->files[i];
        if (is_folder(path))
            status = folder_take(importing, path);
        else
            path_take(importing, path);
    }
    return status;
}

enum status import_run(struct operation *operation)
{
    struct importing importing = {
        .operation = operation,
        .arrivals = buffer_init(operation->arena, LINES_MAX_BYTES),
        .done = buffer_init(operation->arena, LINES_MAX_BYTES),
        .failures = buffer_init(operation->arena, LINES_MAX_BYTES),
        .damaged = buffer_init(operation->arena, LINES_MAX_BYTES),
    };
    if (is_json(&importing))
        put(&importing, SPAN("{\"bundles\":["));
    const enum status status = paths_take(&importing);
    if (importing.done_count)
        archive_mark_note(&operation->office, NULL);
    older_tell(&operation->office, importing.heard);
    const enum status told = arrivals_tell(&importing);
    if (status != OK || told != OK)
        return status != OK ? status : told;
    return failures_tell(&importing);
}
