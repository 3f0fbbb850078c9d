/* `resonance audit compare FILE`: whether the folder has all that it had when somebody was given
 * this file: a configuration, or the receipt of an erasure. */
#include "app/desk/command/operation.h"

#include "app/desk/office/anchor/anchor.h"
#include "base/file.h"
#include "base/folder.h"

enum { FILE_BYTES_MAX = 64 * 1024 };

/* The line of the anchor in `text`, where it has one: in a signature it stands behind other
 * words. */
static struct span line_in(struct span text)
{
    static const char begins[] = "{\"configuration\":";
    struct span line;
    while (text.count && span_next(&text, '\n', &line)) {
        line = span_cut(line, span_find(line, '{'), line.count);
        if (has_span_prefix(line, begins))
            return line;
    }
    return SPAN("");
}

static enum status line_find(struct arena *arena, const char *path, struct span *out_line)
{
    struct span text;
    if (is_folder(path))
        path = file_path(arena, path, "anchor.jsonl");
    const enum status status = file_read(arena, path, FILE_BYTES_MAX, &text);
    if (status == OK)
        *out_line = line_in(text);
    return status;
}

enum status audit_compare_run(struct operation *operation)
{
    struct arena *arena = operation->arena;
    const char *path = operation->values.files[0];
    struct span line = {0}, words;
    struct archive *archive;
    enum status status = office_archive(&operation->office, &archive);
    if (status == OK)
        status = line_find(arena, path, &line);
    const char *beside = span_format(arena, "%s.minisig", path).data;
    if (status == OK && !line.count &&
        is_file(beside)) /* a receipt: its signature says it */
        status = line_find(arena, beside, &line);
    if (status == OK && !line.count)
        status = fail(STATUS_BAD_INPUT,
                      "%s says nothing of this folder: it is neither a configuration nor "
                      "the receipt of an erasure, or from an earlier version",
                      path);
    if (status == OK)
        status = anchor_see(&operation->office, line, &words);
    if (status != OK)
        return status;
    if (words.count)
        return fail(STATUS_FORGED, "%.*s; %s", SPAN_ARGS(words), anchor_mend());
    operation_say(operation, "All that was here when %s was signed is here.", path);
    return OK;
}
