#include "app/desk/office/sheet/recovery_sheet.h"

#include "base/buffer.h"
#include "base/clock.h"
#include "app/common/output.h"
#include "base/file.h"
#include "seal/age/age_unwrap.h"
#include "seal/age/age_wrap.h"
#include "seal/age/bech32.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define SIGNING_PREFIX "RESONANCE-SIGNING-KEY-"
enum { SIGNING_BYTES = MINISIGN_NUMBER_BYTES + SIGN_SEED_BYTES };
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

/* The number of the key and its seed, as text that notices a wrong letter. */
static struct span signing_write(struct arena *guarded, const struct minisign_key *key)
{
    struct buffer bytes = buffer_init(guarded, SIGNING_BYTES);
    buffer_add(&bytes, (struct span){(const char *)key->number, sizeof key->number});
    buffer_add(&bytes, (struct span){(const char *)key->secret, SIGN_SEED_BYTES});
    return bech32_write(guarded, SIGNING_PREFIX, buffer_span(&bytes));
}

static struct span sheet_text(struct arena *arena, struct span organization,
                              const struct minisign_key *key, struct span label,
                              const struct age_identity *identity)
{
    struct minisign_public signing;
    struct buffer text = buffer_init(arena, SHEET_BYTES);
    const struct span public = age_recipient_write(arena, &identity->recipient);
    minisign_public_of(key, &signing);
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
                  SPAN_ARGS(organization), SPAN_ARGS(key_line(arena, &signing)),
                  SPAN_ARGS(label), SPAN_ARGS(clock_date(arena, clock_now().unix_ms)),
                  SPAN_ARGS(public), SPAN_ARGS(keys_words(arena, public)));
    buffer_add(&text, age_identity_write(arena, identity));
    buffer_text(&text, "\n"
                       "\n"
                       "# Whoever has the next line can sign for the organization:\n"
                       "# ");
    buffer_add(&text, signing_write(arena, key));
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
        "# 4. It is needed when the recruiters' keys or passphrases are lost, or that of\n"
        "#    the signing key: resonance key recover signing --identity FILE\n"
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
                                struct span organization, const struct minisign_key *key,
                                struct span label, const struct age_identity *identity)
{
    struct arena guarded;
    enum status status = arena_init_guarded(&guarded, SHEET_ARENA_BYTES, NULL);
    if (status != OK)
        return status;
    const struct span text = sheet_text(&guarded, organization, key, label, identity);
    const bool is_file = path && !is_output_standard(path);
    status = is_file ? file_write(path, text, 0600) : OK;
    if (status == OK)
        status = sheet_try(&guarded, is_file ? path : NULL, text, identity);
    if (status == OK && !is_file)
        status = office_put(office, text);
    arena_done(&guarded);
    return status;
}

/* The text of the key in a line of the sheet; empty when it is none. */
static struct span signing_find(struct span text)
{
    struct span rest = text, line;
    while (rest.count && span_next(&rest, '\n', &line)) {
        if (has_span_prefix(line, "#"))
            line = span_cut(line, 1, line.count);
        line = span_trim(line);
        if (has_span_prefix(line, SIGNING_PREFIX))
            return line;
    }
    return SPAN("");
}

static enum status signing_read(struct arena *guarded, const char *path,
                                struct minisign_key *out_key)
{
    unsigned char *bytes = arena_alloc(guarded, SIGNING_BYTES);
    struct span text;
    enum status status = file_read(guarded, path, SHEET_BYTES, &text);
    if (status != OK)
        return status;
    text = signing_find(text);
    if (!text.count)
        return fail(
            STATUS_NOT_FOUND,
            "%s holds no signing key: sheets have one since it can be recovered; "
            "a new sheet is made with 'resonance key rotate' while somebody still "
            "knows the passphrase",
            path);
    status = bech32_read(text, SIGNING_PREFIX, bytes, SIGNING_BYTES);
    if (status != OK)
        return fail_in(status, "%s: the line of the signing key", path);
    memcpy(out_key->number, bytes, sizeof out_key->number);
    sign_of_seed(bytes + MINISIGN_NUMBER_BYTES, out_key->secret);
    return OK;
}

enum status recovery_sheet_signing(const char *path, struct secret *out_secret)
{
    struct arena guarded;
    enum status status = arena_init_guarded(&guarded, SHEET_ARENA_BYTES, NULL);
    if (status != OK)
        return status;
    status = secret_open(sizeof(struct minisign_key), out_secret);
    if (status == OK)
        status = signing_read(&guarded, path, out_secret->bytes);
    if (status != OK)
        secret_close(out_secret);
    arena_done(&guarded);
    return status;
}
