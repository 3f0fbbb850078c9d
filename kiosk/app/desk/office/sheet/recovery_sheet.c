#include "app/desk/office/sheet/recovery_sheet.h"

#include "app/common/output.h"
#include "app/desk/office/sheet/sheet_page.h"
#include "base/buffer.h"
#include "base/clock.h"
#include "base/file.h"
#include "seal/age/age_unwrap.h"
#include "seal/age/age_wrap.h"
#include "seal/age/bech32.h"
#include "seal/sheet/sheet_text.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define SIGNING_PREFIX                                                                   \
    "RESONANCE-SIGNING-KEY-" /* with a 1 after it: SHEET_TEXT_SIGNING */
enum { SIGNING_BYTES = MINISIGN_NUMBER_BYTES + SIGN_SEED_BYTES };
enum { COMMENT_BYTES = 32 * 1024, SHEET_ARENA_BYTES = 3 * 1024 * 1024 };

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

/* One sheet while it is made, in guarded memory. */
struct sheet {
    struct arena *guarded;
    const struct age_identity *identity;
    const struct minisign_key *signing;
    struct sheet_page page;
    struct span key, signing_key; /* as whole lines */
};

static struct span without(struct span text, const char *begin)
{
    return span_cut(text, strlen(begin), text.count);
}

static struct sheet sheet_begin(struct arena *guarded, struct span organization,
                                const struct minisign_key *key, struct span label,
                                const struct age_identity *identity)
{
    struct minisign_public signing;
    const struct span public = age_recipient_write(guarded, &identity->recipient);
    struct sheet sheet = {
        .guarded = guarded,
        .identity = identity,
        .signing = key,
        .key = age_identity_write(guarded, identity),
        .signing_key = signing_write(guarded, key),
    };
    minisign_public_of(key, &signing);
    sheet.page = (struct sheet_page){
        .organization = organization,
        .label = label,
        .day = clock_date(guarded, clock_now().unix_ms),
        .signing_public = key_line(guarded, &signing),
        .public = public,
        .words = keys_words(guarded, public),
        .key_letters = without(sheet.key, SHEET_TEXT_KEY),
        .signing_letters = without(sheet.signing_key, SHEET_TEXT_SIGNING),
    };
    return sheet;
}

/* Both keys as they stand in an identity file of age. */
static struct span secrets_text(const struct sheet *sheet)
{
    return span_format(sheet->guarded,
                       "%.*s\n"
                       "# %.*s\n",
                       SPAN_ARGS(sheet->key), SPAN_ARGS(sheet->signing_key));
}

/* The page in comments, then the keys: a file that age itself takes. */
static struct span sheet_text(const struct sheet *sheet)
{
    struct buffer text = buffer_init(sheet->guarded, COMMENT_BYTES);
    const struct page page = sheet_page_build(sheet->guarded, &sheet->page);
    struct span rest = page_plain(sheet->guarded, &page), line;
    while (rest.count && span_next(&rest, '\n', &line)) {
        buffer_text(&text, line.count ? "# " : "#");
        buffer_add(&text, line);
        buffer_text(&text, "\n");
    }
    buffer_text(&text, "#\n"
                       "# The same two keys, for programs:\n");
    buffer_add(&text, secrets_text(sheet));
    return buffer_span(&text);
}

/* What the code holds is an identity file as well, and says whose it is. */
static enum status sheet_html(struct sheet *sheet, struct span *out_text)
{
    const struct span code = span_format(
        sheet->guarded, "%.*s# " SHEET_TEXT_ORGANIZATION " %.*s\n",
        SPAN_ARGS(secrets_text(sheet)), SPAN_ARGS(sheet->page.signing_public));
    const enum status status = sheet_page_image(sheet->guarded, code, &sheet->page.image);
    if (status != OK)
        return status;
    const struct page page = sheet_page_build(sheet->guarded, &sheet->page);
    *out_text = page_html(sheet->guarded, &page);
    return OK;
}

static bool is_html(const char *path)
{
    const size_t count = path ? strlen(path) : 0;
    static const char end[] = ".html";
    return count >= sizeof end && strcmp(path + count - (sizeof end - 1), end) == 0;
}

/* The text of the signing key in a line of the sheet; empty when there is none. */
static enum status signing_find(struct span text, struct minisign_key *out_key)
{
    unsigned char bytes[SIGNING_BYTES];
    const struct span line = sheet_text_find(text, SHEET_TEXT_SIGNING);
    if (!line.count)
        return fail(
            STATUS_NOT_FOUND,
            "holds no signing key: sheets have one since it can be recovered; "
            "a new sheet is made with 'resonance key rotate' while somebody still "
            "knows the passphrase");
    const enum status status = bech32_read(line, SIGNING_PREFIX, bytes, sizeof bytes);
    if (status == OK) {
        memcpy(out_key->number, bytes, sizeof out_key->number);
        sign_of_seed(bytes + MINISIGN_NUMBER_BYTES, out_key->secret);
    }
    wipe(bytes, sizeof bytes);
    return status;
}

static enum status opens_check(const struct sheet *sheet, struct span text)
{
    static const char probe[] = "whatever is sealed to this key opens";
    const struct span plain = {probe, sizeof probe - 1};
    struct age_identity *identities;
    struct span sealed, opened = {0};
    size_t count = 0;
    enum status status = age_identity_list(sheet->guarded, text, &identities, &count);
    if (status == OK)
        status = age_wrap(sheet->guarded, &sheet->identity->recipient, 1, plain, &sealed);
    if (status == OK)
        status =
            age_unwrap(sheet->guarded, identities, count, plain.count, sealed, &opened);
    return status == OK && is_span_equal(opened, plain)
               ? OK
               : fail(STATUS_DAMAGED, "the keys on it are others");
}

static enum status signs_check(const struct sheet *sheet, struct span text)
{
    struct minisign_key *key = arena_new(sheet->guarded, struct minisign_key);
    const enum status status = signing_find(text, key);
    return status == OK && memcmp(key, sheet->signing, sizeof *key) == 0
               ? OK
               : fail(STATUS_DAMAGED, "the keys on it are others");
}

/* A sheet that opens nothing must be met today, not in the year in which it is needed: what was
 * written is read again as a program does and as a person would type it, and opens something that
 * is sealed to the key of the set. */
static enum status sheet_try(const struct sheet *sheet, const char *path,
                             struct span written)
{
    struct span text = written, read, typed;
    enum status status =
        path ? file_read(sheet->guarded, path, SHEET_TEXT_MAX_BYTES, &text) : OK;
    if (status == OK)
        status = sheet_text_read(sheet->guarded, text, &read);
    if (status == OK)
        status = sheet_text_lines(sheet->guarded, text, &typed);
    if (status == OK)
        status = opens_check(sheet, read);
    if (status == OK)
        status = opens_check(sheet, typed);
    if (status == OK)
        status = signs_check(sheet, read);
    if (status == OK)
        status = signs_check(sheet, typed);
    return status == OK
               ? OK
               : fail(STATUS_DAMAGED,
                      "the recovery key that was written does not open what is sealed to "
                      "it; nothing was changed, throw the sheet away");
}

enum status recovery_sheet_give(const struct office *office, const char *path,
                                struct span organization, const struct minisign_key *key,
                                struct span label, const struct age_identity *identity)
{
    struct arena guarded;
    struct span text;
    enum status status = arena_init_guarded(&guarded, SHEET_ARENA_BYTES, NULL);
    if (status != OK)
        return status;
    struct sheet sheet = sheet_begin(&guarded, organization, key, label, identity);
    const bool is_file = path && !is_output_standard(path);
    if (is_html(path))
        status = sheet_html(&sheet, &text);
    else
        text = sheet_text(&sheet);
    if (status == OK && is_file)
        status = file_write(path, text, 0600);
    if (status == OK)
        status = sheet_try(&sheet, is_file ? path : NULL, text);
    if (status == OK && !is_file)
        status = office_put(office, text);
    arena_done(&guarded);
    return status;
}

enum status recovery_sheet_page(struct arena *guarded, struct span organization,
                                const struct minisign_key *key, struct span label,
                                const struct age_identity *identity,
                                struct page *out_page)
{
    const struct sheet sheet = sheet_begin(guarded, organization, key, label, identity);
    const enum status status = sheet_try(&sheet, NULL, sheet_text(&sheet));
    if (status == OK)
        *out_page = sheet_page_build(guarded, &sheet.page);
    return status;
}

static enum status signing_read(struct arena *guarded, const char *path,
                                struct minisign_key *out_key)
{
    struct span text;
    enum status status = file_read(guarded, path, SHEET_TEXT_MAX_BYTES, &text);
    if (status != OK)
        return status;
    status = sheet_text_read(guarded, text, &text);
    if (status != OK)
        return fail_in(status, "%s", path);
    status = signing_find(text, out_key);
    if (status == STATUS_NOT_FOUND)
        return fail(status, "%s %s", path, status_last());
    return status == OK ? OK : fail_in(status, "%s: the line of the signing key", path);
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
