#include "app/desk/office/anchor/anchor.h"

#include "app/desk/office/ends/ends.h"
#include "base/clock.h"
#include "base/file.h"
#include "store/deeds.h"

#include <inttypes.h>
#include <string.h>

enum { PARTS_BYTES = 512 };
static const char seen_name[] = "seen.jsonl";

const char *anchor_mend(void)
{
    return "put the newest copy of this folder back; 'resonance audit accept' says that what "
           "is missing is lost";
}

enum status anchor_take(struct office *office, int64_t configuration,
                        struct anchor *out_anchor)
{
    struct anchor anchor = {.configuration = configuration,
                            .unix_s = clock_now().unix_ms / 1000};
    const struct roll *roll;
    const struct ends *ends;
    struct deeds_head log;
    size_t result_count = 0;
    enum status status = roll_read(office, &roll);
    if (status == OK)
        status = ends_read(office, &ends);
    if (status == OK)
        status = archive_count(office->archive, &result_count);
    if (status == OK)
        status = deeds_head(office->archive, &log);
    if (status != OK)
        return status;
    anchor.roll = roll->head;
    anchor.ends = ends->head;
    anchor.result_count = result_count;
    anchor.log.count = (uint64_t)log.number;
    memcpy(anchor.log.hash, log.hash, sizeof anchor.log.hash);
    *out_anchor = anchor;
    return OK;
}

struct span anchor_line(struct office *office, const struct anchor *anchor,
                        const struct minisign_key *key)
{
    return signed_rows_sign(&office->arena, &anchor_format_rows, key,
                            anchor_format_write(&office->arena, anchor));
}

/* By a key that gave way: what the roll says of it, which names all configurations, counts. */
static bool is_known(struct office *office, struct span line, struct span *out_json)
{
    const struct roll *roll;
    const struct span json = span_cut(line, 0, (size_t)span_find(line, ' '));
    if (roll_read(office, &roll) != OK ||
        !signed_rows_former(office, &anchor_format_rows, line))
        return false;
    for (size_t i = 0; i < roll->anchor_count; i++)
        if (is_span_equal(roll->anchors[i], json)) {
            *out_json = json;
            return true;
        }
    return false;
}

static enum status line_read(struct office *office, struct span line,
                             struct anchor *out_anchor)
{
    struct span json;
    enum status status = OK;
    if (!is_known(office, span_trim(line), &json))
        status = signed_rows_verify(office, &anchor_format_rows, span_trim(line), &json);
    return status == OK ? anchor_format_read(&office->arena, json, out_anchor) : status;
}

static enum status log_look(struct archive *archive, const struct anchor *anchor,
                            unsigned *missing)
{
    unsigned char hash[CHAIN_HASH_BYTES];
    if (!anchor->log.count)
        return OK;
    const enum status status = deeds_hash(archive, (int64_t)anchor->log.count, hash);
    if (status == OK && memcmp(hash, anchor->log.hash, sizeof hash) != 0)
        *missing |= ANCHOR_LOG;
    return status;
}

static enum status archive_look(struct office *office, const struct anchor *anchor,
                                unsigned *missing)
{
    size_t result_count = 0;
    enum status status = log_look(office->archive, anchor, missing);
    if (status == OK)
        status = archive_count(office->archive, &result_count);
    if (status == OK && result_count < anchor->result_count)
        *missing |= ANCHOR_RESULTS;
    return status;
}

/* A number that is missing or damaged says no more than none: the doctor names it. */
static int64_t number_of(struct office *office)
{
    int64_t number;
    return office_sequence(office, &number) == OK ? number : 0;
}

static enum status documents_look(struct office *office, const struct anchor *anchor,
                                  unsigned *missing)
{
    const struct roll *roll;
    const struct ends *ends;
    enum status status = roll_read(office, &roll);
    if (status == OK)
        status = ends_read(office, &ends);
    if (status != OK)
        return status;
    if (number_of(office) < anchor->configuration)
        *missing |= ANCHOR_NUMBER;
    if (!is_signed_rows_kept(&ends->head, ends->hashes, &anchor->ends))
        *missing |= ANCHOR_ENDS;
    if (!is_signed_rows_kept(&roll->head, roll->hashes, &anchor->roll))
        *missing |= ANCHOR_ROLL;
    return OK;
}

static void part_add(struct buffer *parts, const char *part, uint64_t count)
{
    buffer_format(parts, "%s%s (%" PRIu64 ")", parts->count ? ", " : "", part, count);
}

static struct span words_of(struct office *office, const struct anchor *anchor,
                            unsigned missing)
{
    struct buffer parts = buffer_init(&office->arena, PARTS_BYTES);
    if (missing & ANCHOR_LOG)
        part_add(&parts, "rows of the log", anchor->log.count);
    if (missing & ANCHOR_ENDS)
        part_add(&parts, "rows of " ENDS_FILE, anchor->ends.count);
    if (missing & ANCHOR_ROLL)
        part_add(&parts, "rows of " ROLL_FILE, anchor->roll.count);
    if (missing & ANCHOR_RESULTS)
        part_add(&parts, "results", anchor->result_count);
    if (missing & ANCHOR_NUMBER)
        part_add(&parts, "configurations", (uint64_t)anchor->configuration);
    return span_format(
        &office->arena,
        "this folder is older than it was on %.*s, as the organization "
        "signed: not all is here that there was then of: %.*s; an older copy "
        "was put back, or something was cut off",
        SPAN_ARGS(clock_date(&office->arena, anchor->unix_s * 1000)),
        SPAN_ARGS(buffer_span(&parts)));
}

/* Which of the `parts` that `anchor` names are not here any more, in words; empty: all are, or
 * somebody has answered for it. */
static enum status missing_words(struct office *office, const struct anchor *anchor,
                                 unsigned parts, struct span *out_words)
{
    const struct roll *roll;
    unsigned missing = 0;
    enum status status = roll_read(office, &roll);
    *out_words = SPAN("");
    if (status != OK || anchor->configuration <= roll->accepted)
        return status;
    status = documents_look(office, anchor, &missing);
    if (status == OK)
        status = archive_look(office, anchor, &missing);
    if (status == OK && (missing & parts))
        *out_words = words_of(office, anchor, missing & parts);
    return status;
}

/* What is kept; an empty line where nothing is. */
static enum status seen_read(struct office *office, struct span *out_line)
{
    const enum status status =
        office_read(office, seen_name, ANCHOR_FORMAT_BYTES_MAX, out_line);
    if (status != STATUS_NOT_FOUND)
        return status;
    *out_line = SPAN("");
    return OK;
}

/* The later one says more: all that it was signed after is in it. */
static bool is_later(const struct anchor *anchor, const struct anchor *than)
{
    return anchor->configuration != than->configuration
               ? anchor->configuration > than->configuration
               : anchor->unix_s > than->unix_s;
}

static enum status seen_keep(struct office *office, const struct anchor *anchor,
                             struct span line)
{
    struct anchor kept;
    struct span kept_line, words = SPAN("");
    enum status status = seen_read(office, &kept_line);
    if (status == OK && kept_line.count && line_read(office, kept_line, &kept) == OK &&
        !is_later(anchor, &kept))
        status = missing_words(office, &kept, ANCHOR_ALL, &words);
    if (status != OK || words.count)
        return status;
    return office_write(
        office, seen_name,
        span_format(&office->arena, "%.*s\n", SPAN_ARGS(span_trim(line))));
}

enum status anchor_see(struct office *office, struct span line, struct span *out_words)
{
    struct anchor anchor;
    enum status status = line_read(office, line, &anchor);
    if (status == OK)
        status = missing_words(office, &anchor, ANCHOR_ALL, out_words);
    return status == OK && out_words->count ? seen_keep(office, &anchor, line) : status;
}

static enum status seen_look(struct office *office, unsigned parts,
                             struct span *out_words)
{
    struct anchor anchor;
    struct span line;
    const enum status status = seen_read(office, &line);
    if (status != OK || !line.count)
        return status;
    if (line_read(office, line, &anchor) == OK)
        return missing_words(office, &anchor, parts, out_words);
    *out_words = span_format(&office->arena, "%s cannot be believed: %s", seen_name,
                             status_last());
    return OK;
}

/* How far the archive has come, archive.mark knows better than the roll; and when the power goes
 * between the roll and the number of the configuration, the number is the older one. */
enum status anchor_look(struct office *office, unsigned parts, struct span *out_words)
{
    const struct roll *roll;
    *out_words = SPAN("");
    enum status status = roll_read(office, &roll);
    if (status == OK && roll->has_anchor)
        status = missing_words(office, &roll->anchor, parts & (ANCHOR_ENDS | ANCHOR_LOG),
                               out_words);
    return status == OK && !out_words->count ? seen_look(office, parts, out_words)
                                             : status;
}

enum status anchor_until(struct office *office, int64_t *out_until)
{
    struct anchor seen = {0};
    struct span line;
    const struct roll *roll;
    int64_t until = number_of(office);
    enum status status = roll_read(office, &roll);
    if (status == OK)
        status = seen_read(office, &line);
    if (status != OK)
        return status;
    if (roll->anchor.configuration > until)
        until = roll->anchor.configuration;
    if (line.count && line_read(office, line, &seen) == OK && seen.configuration > until)
        until = seen.configuration;
    *out_until = until;
    return OK;
}

enum status anchor_forget(struct office *office)
{
    return is_file(office_path(office, seen_name)) ? office_remove(office, seen_name)
                                                   : OK;
}
