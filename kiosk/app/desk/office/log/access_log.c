#include "app/desk/office/log/access_log.h"

#include "app/desk/office/anchor/anchor.h"
#include "app/desk/office/log/log_reserve.h"
#include "app/desk/office/trust/organization_key.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/json/canonical.h"
#include "base/text/shown_text.h"

#include <string.h>

enum { HEAD_BYTES_MAX = 128, FAULT_BYTES = 256, ROW_BYTES = 64 * 1024 };
static const char head_name[] = "log.head";
static const char signed_label[] = "hf-log-sig-v1";

/* All of a row but its hash and signature. */
static void row_hash(struct arena *arena, const struct deed *deed,
                     unsigned char out_hash[CHAIN_HASH_BYTES])
{
    struct canonical c = canonical_begin(arena);
    canonical_object(&c, NULL);
    canonical_text(&c, "about", deed->about);
    canonical_whole(&c, "number", deed->number);
    canonical_hex(&c, "previous", deed->previous, sizeof deed->previous);
    canonical_whole(&c, "time", deed->time_s);
    canonical_text(&c, "what", deed->what);
    canonical_text(&c, "who", deed->who);
    canonical_end(&c);
    seal_hash("hf-log-v1", canonical_bytes(&c), out_hash);
}

struct log_row {
    char label[sizeof signed_label - 1];
    unsigned char hash[CHAIN_HASH_BYTES];
};

static struct log_row signed_of(const unsigned char hash[CHAIN_HASH_BYTES])
{
    struct log_row row;
    memcpy(row.label, signed_label, sizeof row.label);
    memcpy(row.hash, hash, sizeof row.hash);
    return row;
}

static enum status head_write(struct office *office, const struct deed *deed)
{
    return office_write(
        office, head_name,
        span_format(&office->arena, "%lld %.*s\n", (long long)deed->number,
                    SPAN_ARGS(span_hex(&office->arena, deed->hash, sizeof deed->hash))));
}

/* Before the first row of all: a row without log.head would look as if that had been removed, and
 * the power may go between the two. One that is there was not written by a first row. */
static enum status head_begin(struct office *office)
{
    static const struct deed none;
    return is_file(office_path(office, head_name)) ? OK : head_write(office, &none);
}

/* What log.head names. */
struct head {
    int64_t number;
    unsigned char hash[CHAIN_HASH_BYTES];
};

/* "12 HEX\n": false when it is not there, or not that. */
static bool head_read(struct office *office, struct head *out_head)
{
    struct span text, number;
    if (office_read(office, head_name, HEAD_BYTES_MAX, &text) != OK)
        return false;
    text = span_trim(text);
    return span_next(&text, ' ', &number) && span_to_integer(number, &out_head->number) &&
           is_span_hex(text, sizeof out_head->hash, out_head->hash);
}

/* Where the row that log.head names is gone, or log.head itself, a new row must not make it
 * forgotten: it goes on being missed. Two who note at once may write it in either order. */
static bool is_head_lost(struct office *office, struct archive *archive)
{
    static const struct head none;
    unsigned char hash[CHAIN_HASH_BYTES];
    struct head head;
    struct span text;
    if (office_read(office, head_name, HEAD_BYTES_MAX, &text) == STATUS_NOT_FOUND)
        return deeds_hash(archive, 1, hash) == OK &&
               memcmp(hash, none.hash, sizeof hash) != 0;
    if (!head_read(office, &head) || memcmp(&head, &none, sizeof head) == 0)
        return false;
    return deeds_hash(archive, head.number, hash) == OK &&
           memcmp(hash, head.hash, sizeof hash) != 0;
}

struct noting {
    struct office *office;
    const struct access_note *note;
    struct deed added;
    struct archive *archive;
    access_log_change *change; /* NULL: nothing but the row */
    void *context;
    bool is_added; /* durably, with what was changed */
};

static enum status fill(void *context, struct deed *deed)
{
    struct noting *noting = context;
    struct arena *arena = &noting->office->arena;
    const struct access_note *note = noting->note;
    unsigned char *signature = arena_alloc(arena, CHAIN_SIGNATURE_BYTES);
    enum status status = deed->number == 1 ? head_begin(noting->office) : OK;
    if (status == OK && noting->change)
        status = noting->change(noting->context, noting->archive);
    if (status != OK)
        return status;
    deed->time_s = clock_now().unix_ms / 1000;
    deed->who = shown_text_line(arena, note->who);
    deed->what = span_of(note->what);
    deed->about = shown_text_line(arena, note->about);
    row_hash(arena, deed, deed->hash);
    if (note->signing) {
        const struct log_row row = signed_of(deed->hash);
        sign_bytes(note->signing->secret, (struct span){(const char *)&row, sizeof row},
                   signature);
        deed->signature = (struct span){(const char *)signature, CHAIN_SIGNATURE_BYTES};
    }
    noting->added = *deed;
    return OK;
}

static enum status row_put(struct archive *archive, struct noting *noting)
{
    struct office *office = noting->office;
    const bool is_lost = !noting->note->is_new_head && is_head_lost(office, archive);
    noting->archive = archive;
    const enum status status = deeds_append(archive, fill, noting);
    noting->is_added = status == OK;
    return status == OK && !is_lost ? head_write(office, &noting->added) : status;
}

/* What was opened on a full disk can only be read, also when there is room again. */
static enum status row_put_again(struct archive *archive, struct noting *noting)
{
    struct office *office = noting->office;
    struct archive *other;
    if (!archive_refusal(archive))
        return row_put(archive, noting);
    enum status status =
        archive_open(&office->arena, office_path(office, "archive.db"), &other);
    if (status != OK)
        return status;
    status = row_put(other, noting);
    archive_close(other);
    return status;
}

enum status access_log_note(struct office *office, const struct access_note *note)
{
    struct noting noting = {.office = office, .note = note};
    struct archive *archive;
    enum status status = office_archive(office, &archive);
    if (status == OK)
        status = row_put(archive, &noting);
    if (status == STATUS_NO_SPACE && log_reserve_free(office))
        status = row_put_again(archive, &noting);
    if (status == OK)
        log_reserve_keep(office);
    return status;
}

bool is_access_log_copy(const struct office *office)
{
    return office->archive && is_archive_copy(office->archive);
}

void access_log_warn(struct office *office, enum status status)
{
    if (status != OK)
        office_tell(office, OFFICE_WARNING, "this is not in the log of the desk: %s",
                    status_last());
}

enum status access_log_do(struct office *office, const struct access_note *note,
                          access_log_change *change, void *context)
{
    struct noting noting = {
        .office = office, .note = note, .change = change, .context = context};
    struct archive *archive;
    enum status status = office_archive(office, &archive);
    if (status == OK)
        status = row_put(archive, &noting);
    if (status == OK || !noting.is_added)
        return status;
    access_log_warn(office, status); /* it is done, and only log.head is behind */
    return OK;
}

/* What was read so far, and what must come next. */
struct reading {
    struct arena scratch;
    struct office *office;
    deeds_on_deed *on_deed;
    void *context;
    struct access_log *log;
    struct minisign_public public;
    bool has_public;
    int64_t last_number;
    unsigned char last_hash[CHAIN_HASH_BYTES];
    struct head head;
};

static void wrong(struct reading *reading, const char *what, int64_t number)
{
    if (!reading->log->fault.count) /* the first tells where it begins */
        reading->log->fault =
            span_format(&reading->office->arena, "%s %lld", what, (long long)number);
}

/* By the key of then, where it gave way only after this row. */
static bool is_signed_before(const struct reading *reading, const struct deed *deed,
                             const struct log_row *row, const unsigned char *signature)
{
    const struct roll *roll;
    if (roll_read(reading->office, &roll) != OK)
        return false;
    for (size_t i = 0; i < roll->succession_count; i++)
        if ((uint64_t)deed->number <= roll->successions[i].log.count &&
            sign_verify(roll->successions[i].previous.key,
                        (struct span){(const char *)row, sizeof *row}, signature) == OK)
            return true;
    return false;
}

/* Both keys have signed for the log as it was when one gave way to the other. */
static void succession_look(struct reading *reading, const struct deed *deed)
{
    const struct roll *roll;
    if (roll_read(reading->office, &roll) != OK)
        return;
    for (size_t i = 0; i < roll->succession_count; i++)
        if ((uint64_t)deed->number == roll->successions[i].log.count &&
            memcmp(deed->hash, roll->successions[i].log.hash, sizeof deed->hash) != 0)
            wrong(reading,
                  "the log was another one when the signing key was changed, in row",
                  deed->number);
}

static void signature_look(struct reading *reading, const struct deed *deed)
{
    const struct log_row row = signed_of(deed->hash);
    unsigned char signature[CHAIN_SIGNATURE_BYTES];
    if (!deed->signature.count)
        return;
    if (deed->signature.count == sizeof signature && reading->has_public) {
        memcpy(signature, deed->signature.data, sizeof signature);
        if (sign_verify(reading->public.key,
                        (struct span){(const char *)&row, sizeof row}, signature) == OK) {
            reading->log->signed_count++;
            return;
        }
        if (is_signed_before(reading, deed, &row, signature)) {
            reading->log->signed_count++;
            return;
        }
    }
    wrong(reading, "the signature is not that of the organization in row", deed->number);
}

static void row_look(struct reading *reading, const struct deed *deed)
{
    unsigned char hash[CHAIN_HASH_BYTES];
    const struct arena_mark mark = arena_mark(&reading->scratch);
    row_hash(&reading->scratch, deed, hash);
    if (deed->number == reading->head.number &&
        memcmp(deed->hash, reading->head.hash, sizeof deed->hash) != 0)
        wrong(reading, "log.head names another row", deed->number);
    arena_release(&reading->scratch, mark);
    if (deed->number != reading->last_number + 1)
        wrong(reading, "rows are missing before row", deed->number);
    else if (memcmp(deed->previous, reading->last_hash, sizeof deed->previous) != 0)
        wrong(reading, "a row was changed before row", deed->number);
    if (memcmp(deed->hash, hash, sizeof hash) != 0)
        wrong(reading, "something was changed in row", deed->number);
    signature_look(reading, deed);
    succession_look(reading, deed);
}

static enum status on_row(void *context, const struct deed *deed)
{
    struct reading *reading = context;
    row_look(reading, deed);
    reading->last_number = deed->number;
    memcpy(reading->last_hash, deed->hash, sizeof reading->last_hash);
    reading->log->count++;
    return reading->on_deed ? reading->on_deed(reading->context, deed) : OK;
}

enum status access_log_read(struct office *office, deeds_on_deed *on_deed, void *context,
                            struct access_log *out_log)
{
    struct access_log log = {0};
    struct reading reading = {
        .office = office, .on_deed = on_deed, .context = context, .log = &log};
    struct archive *archive;
    struct span lost = SPAN("");
    reading.has_public = organization_key_read(office, &reading.public) == OK;
    const bool has_head = head_read(office, &reading.head);
    arena_init(&reading.scratch, ROW_BYTES);
    enum status status = office_archive(office, &archive);
    if (status == OK)
        status = deeds_list(archive, on_row, &reading);
    if (status == OK)
        status = anchor_look(office, ANCHOR_LOG, &lost);
    arena_done(&reading.scratch);
    if (status != OK)
        return status;
    if (has_head && reading.head.number > reading.last_number)
        wrong(&reading, "rows were cut from the end: log.head names row",
              reading.head.number);
    else if (!has_head && log.count)
        wrong(&reading, "log.head is missing or cannot be read; it named row",
              reading.last_number);
    if (!log.fault.count)
        log.fault = lost;
    *out_log = log;
    return OK;
}

struct counting {
    const char *what;
    struct span about;
    int64_t count;
};

static enum status on_counted(void *context, const struct deed *deed)
{
    struct counting *counting = context;
    counting->count += is_span(deed->what, counting->what) &&
                       is_span_equal(deed->about, counting->about);
    return OK;
}

enum status access_log_times(struct office *office, const char *what, struct span about,
                             int64_t *out_count)
{
    struct counting counting = {.what = what, .about = about};
    struct archive *archive;
    enum status status = office_archive(office, &archive);
    if (status == OK)
        status = deeds_list(archive, on_counted, &counting);
    if (status == OK)
        *out_count = counting.count;
    return status;
}
