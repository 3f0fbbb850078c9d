#include "app/desk/office/recovery_sheet.h"

#include "base/buffer.h"
#include "base/clock.h"
#include "app/common/output.h"
#include "base/file.h"
#include "seal/age/age_unwrap.h"
#include "seal/age/age_wrap.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { SHEET_BYTES = 8 * 1024, SHEET_ARENA_BYTES = 64 * 1024 };

/* The folder `path` stands in, as the system knows it, lies in `folder` or below. */
static bool is_inside(const char *path, const char *folder)
{
    char text[PATH_MAX], parent[PATH_MAX], around[PATH_MAX];
    const char *slash = strrchr(path, '/');
    snprintf(text, sizeof text, "%.*s", slash ? (int)(slash - path) + 1 : 1,
             slash ? path : ".");
    if (!realpath(text, parent) || !realpath(folder, around))
        return false;
    const size_t count = strlen(around);
    return strncmp(parent, around, count) == 0 &&
           (parent[count] == 0 || parent[count] == '/');
}

enum status recovery_sheet_check(const struct office *office, const char *folder,
                                 const char *path)
{
    if (!path && !(office->listener && office->listener->is_on_screen))
        return fail(STATUS_USAGE, "there is no screen to show the recovery key on; say "
                                  "where its sheet goes with --recovery-out FILE");
    if (!path || is_output_standard(path))
        return OK;
    if (access(path, F_OK) == 0)
        return fail(
            STATUS_EXISTS,
            "%s is there already; a sheet never replaces a file: name another one", path);
    if (is_inside(path, folder))
        return fail(STATUS_REFUSED,
                    "the recovery key must not be kept in the folder of the "
                    "organization; name a file elsewhere, on a stick for instance");
    return output_check(path);
}

/* The second line of its file. */
static struct span key_line(struct arena *arena, const struct minisign_public *public)
{
    struct span rest = minisign_public_write(arena, public), line = {0};
    (void)span_next(&rest, '\n', &line);
    return span_trim(rest);
}

static struct span sheet_text(struct arena *arena, struct span organization,
                              const struct minisign_public *signing, struct span label,
                              const struct age_identity *identity)
{
    struct buffer text = buffer_init(arena, SHEET_BYTES);
    const struct span public = age_recipient_write(arena, &identity->recipient);
    buffer_format(&text,
                  "# RESONANCE RECOVERY KEY\n"
                  "#\n"
                  "# Organization: %.*s\n" KEYS_SHEET_MARK "  %.*s\n"
                  "# Label:        %.*s\n"
                  "# Made on:      %.*s\n"
                  "# Public key:   %.*s\n"
                  "# Eight words:  %.*s\n"
                  "#\n"
                  "# Whoever has the next line can open every result:\n"
                  "\n",
                  SPAN_ARGS(organization), SPAN_ARGS(key_line(arena, signing)),
                  SPAN_ARGS(label), SPAN_ARGS(clock_date(arena, clock_now().unix_ms)),
                  SPAN_ARGS(public), SPAN_ARGS(keys_words(arena, public)));
    buffer_add(&text, age_identity_write(arena, identity));
    buffer_text(
        &text,
        "\n"
        "\n"
        "# What to do with this sheet\n"
        "# 1. Print or copy it twice. Put the two into two safes in two places.\n"
        "# 2. Remove the file it came in, and empty the printer's memory.\n"
        "# 3. Once a year type the secret line into a file and try to open a result:\n"
        "#      resonance list --identity FILE\n"
        "#    or, without our program:  age -d -i FILE SEALED-FILE\n"
        "# 4. It is needed when the recruiters' keys or passphrases are lost.\n"
        "# The secret key is kept nowhere else. If both sheets are lost, make a new "
        "one\n"
        "# with 'resonance key new --recovery' and enrol the terminals again.\n");
    return buffer_span(&text);
}

/* A sheet that opens nothing must be met today, not in the year in which it is needed: what was
 * written is read again and opens something that is sealed to the key of the set. */
static enum status sheet_try(struct arena *guarded, const char *path, struct span written,
                             const struct age_identity *identity)
{
    static const char probe[] = "whatever is sealed to this key opens";
    const struct span plain = {probe, sizeof probe - 1};
    struct age_identity *identities;
    struct span text = written, sealed, opened = {0};
    size_t count = 0;
    enum status status = path ? file_read(guarded, path, SHEET_BYTES, &text) : OK;
    if (status == OK)
        status = age_identity_list(guarded, text, &identities, &count);
    if (status == OK)
        status = age_wrap(guarded, &identity->recipient, 1, plain, &sealed);
    if (status == OK)
        status = age_unwrap(guarded, identities, count, plain.count, sealed, &opened);
    if (status == OK && is_span_equal(opened, plain))
        return OK;
    return fail(STATUS_DAMAGED,
                "the recovery key that was written does not open what is sealed to it; "
                "nothing was changed, throw the sheet away");
}

enum status recovery_sheet_give(const struct office *office, const char *path,
                                struct span organization,
                                const struct minisign_public *public, struct span label,
                                const struct age_identity *identity)
{
    struct arena guarded;
    enum status status = arena_init_guarded(&guarded, SHEET_ARENA_BYTES, NULL);
    if (status != OK)
        return status;
    const struct span text = sheet_text(&guarded, organization, public, label, identity);
    const bool is_file = path && !is_output_standard(path);
    status = is_file ? file_write(path, text, 0600) : OK;
    if (status == OK)
        status = sheet_try(&guarded, is_file ? path : NULL, text, identity);
    if (status == OK && !is_file)
        status = office_put(office, text);
    arena_done(&guarded);
    return status;
}
