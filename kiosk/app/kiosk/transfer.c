#include "app/kiosk/transfer.h"

#include "app/common/console.h"
#include "app/common/output.h"
#include "app/common/request_words.h"
#include "app/terminal/keeper/keeper_entries.h"
#include "app/terminal/keeper/keeper_received.h"
#include "app/terminal/slip/keeper_slip.h"
#include "base/file.h"
#include "base/text/shown_text.h"
#include "fleet/bundle.h"
#include "setup/config_request.h"

#include <string.h>

enum { CARRY_MAX_BYTES = 1024 * 1024 };

static enum status place_check(const struct arguments *arguments)
{
    const enum status status =
        arguments->mounted ? output_check_mounted(arguments->mounted) : OK;
    return status == OK ? output_check(arguments->path) : status;
}

static struct keeper_folders folders_of(const struct arguments *arguments)
{
    return (struct keeper_folders){arguments->folders.config, arguments->folders.data,
                                   arguments->folders.words, arguments->folders.incoming,
                                   arguments->folders.lock};
}

static enum status request_put(struct arena *arena, const struct keeper *keeper,
                               const struct arguments *arguments)
{
    struct config_request request = {.label = span_of(arguments->label)};
    memcpy(request.device_id, keeper->device_id, sizeof request.device_id);
    memcpy(request.device_key, keeper->device_key, sizeof request.device_key);
    const struct span bytes = config_request_write(arena, &request);
    const struct span words = request_words(arena, &request);
    const bool is_standard = is_output_standard(arguments->path);
    const enum console to = is_standard ? CONSOLE_ERROR : CONSOLE_OUT;
    const enum status status =
        is_standard ? console_put(bytes) : file_write(arguments->path, bytes, 0644);
    if (status != OK)
        return status;
    console_line(to, "%s is written. Its eight words:",
                 is_standard ? "The request" : arguments->path);
    console_line(to, "  %.*s", SPAN_ARGS(words));
    console_line(to, "The desk must show the same ones.");
    return OK;
}

enum status transfer_request(const struct arguments *arguments)
{
    struct arena arena;
    struct keeper keeper;
    if (!arguments->label || !*arguments->label ||
        strlen(arguments->label) > CONFIG_LABEL_BYTES_MAX)
        return fail(STATUS_USAGE,
                    "--request needs --label with what people call this terminal, at "
                    "most %d bytes",
                    CONFIG_LABEL_BYTES_MAX);
    enum status status = shown_text_check("label", span_of(arguments->label));
    if (status == OK)
        status = place_check(arguments);
    if (status == OK)
        status = seal_start();
    if (status == OK)
        status = keeper_open(folders_of(arguments), &keeper);
    if (status != OK)
        return status;
    arena_init(&arena, CARRY_MAX_BYTES);
    if (arguments->folders.words)
        status = keeper_expect(&keeper);
    if (status == OK)
        status = keeper_check_key(&keeper);
    if (status == OK)
        status = request_put(&arena, &keeper, arguments);
    arena_done(&arena);
    keeper_close(&keeper);
    return status;
}

static void tell_written(const char *path, const struct bundle *bundle, bool is_whole)
{
    console_line(CONSOLE_OUT, "%s holds entries %llu to %llu%s%s.", path,
                 (unsigned long long)bundle->from_sequence,
                 (unsigned long long)bundle->to_sequence,
                 is_whole ? ", sealed and " : "; not all of them are whole",
                 !is_whole              ? ""
                 : bundle->is_read_back ? "read back"
                                        : "compared");
    if (!bundle->is_read_back)
        console_line(CONSOLE_OUT,
                     "It was not read back from the medium: the system answered for it "
                     "from memory. On a stick, export once more to be sure.");
}

/* That it reads back says only that the stick is sound: what the disk had damaged before is damaged
 * on the stick, too. */
static enum status export_tell(struct arena *arena, struct keeper *keeper,
                               const struct bundle *bundle, const char *path)
{
    struct keeper_entries entries;
    struct span rest, line;
    const enum status status = keeper_entries_check(arena, keeper, &entries);
    const size_t damaged_count = status == OK ? entries.damaged_count : 0;
    tell_written(path, bundle, status == OK && !damaged_count);
    if (status != OK)
        return status;
    rest = entries.damaged;
    while (rest.count && span_next(&rest, '\n', &line))
        console_line(CONSOLE_ERROR, "resonance-kiosk: %.*s", SPAN_ARGS(line));
    return !damaged_count
               ? OK
               : fail(STATUS_DAMAGED,
                      "%zu of %zu entries are damaged on this terminal, as named above; "
                      "the others are whole: import %s all the same, and keep this disk",
                      damaged_count, entries.count, path);
}

/* What the desk has received need not go there again. */
static enum status export_put(struct keeper *keeper, const struct arguments *arguments,
                              struct bundle *out_bundle)
{
    struct ledger_head head;
    uint64_t from = 1;
    enum status status = ledger_head(keeper->ledger, &head);
    if (status == OK && !arguments->is_all)
        status = keeper_received_from(keeper, &from);
    if (status == OK && from > 1 && from > head.sequence)
        return fail(
            STATUS_NOT_FOUND,
            "the desk has received all that was sealed here, and nothing was sealed "
            "since; --all exports it once more");
    return status == OK ? keeper_slip_bundle(keeper, from, arguments->path, out_bundle)
                        : status;
}

enum status transfer_export(const struct arguments *arguments)
{
    struct arena arena;
    struct keeper keeper;
    struct bundle bundle;
    if (is_output_standard(arguments->path))
        return fail(STATUS_USAGE, "--export needs the name of a file: what is written is "
                                  "read back and compared");
    enum status status = place_check(arguments);
    if (status == OK)
        status = seal_start();
    if (status == OK)
        status = keeper_open(folders_of(arguments), &keeper);
    if (status != OK)
        return status;
    arena_init(&arena, CARRY_MAX_BYTES);
    status = export_put(&keeper, arguments, &bundle);
    if (status == OK)
        status = export_tell(&arena, &keeper, &bundle, arguments->path);
    arena_done(&arena);
    keeper_close(&keeper);
    return status;
}
