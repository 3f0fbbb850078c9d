/* `resonance desk`: the desk in the browser. What browsers talk to is a program of its own, so that
 * no code that opens results stands where strangers ask: this process becomes it. */
#include "app/desk/command/operation.h"

#include "app/common/start/program_place.h"
#include "app/desk/agent/founding/found.h"
#include "app/desk/command/desk/desk_routes.h"
#include "base/file.h"
#include "base/folder.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { OUT_OF_THE_WAY = 10, WORDS_MAX = 16, WHY_BYTES = 1024 };

/* The whole path of a folder that can be made: where it is, or would be. */
static enum status place_find(struct arena *arena, const char *folder,
                              const char **out_folder)
{
    char whole[PATH_MAX], real[PATH_MAX];
    snprintf(whole, sizeof whole, "%s", folder);
    for (size_t end = strlen(whole); end > 1 && whole[end - 1] == '/'; end--)
        whole[end - 1] = 0;
    char *const slash = strrchr(whole, '/');
    struct stat facts;
    if (realpath(whole, real)) {
        *out_folder = span_copy(arena, span_of(real)).data;
        return OK;
    }
    if (lstat(whole, &facts) == 0)
        return fail(STATUS_NOT_FOUND, "%s is a link that leads to nothing", whole);
    const char *const name =
        span_copy(arena, span_of(slash ? slash + 1 : whole)).data; /* it is cut off */
    if (slash)
        slash[slash == whole] = 0;
    if (!realpath(slash ? whole : ".", real))
        return fail(STATUS_NOT_FOUND,
                    "make folder %s: the folder around it is not there; make that first",
                    folder);
    *out_folder = file_path(arena, real, name);
    return access(real, W_OK | X_OK) == 0 ? OK : file_failed("write", real);
}

/* Where none is yet, one is founded in the browser: at the desk's own machine, in the folder that
 * was named, or in the one that the entry of the desktop opens. */
static enum status folder_new(struct operation *operation, const char **out_folder)
{
    const struct options *values = &operation->values;
    const char *given = options_text(values, "org"), *home = getenv("HOME");
    const char *assessment = options_text(values, "assessment");
    char whole[PATH_MAX], why[WHY_BYTES];
    snprintf(why, sizeof why, "%s", status_last());
    const char *folder = given  ? given
                         : home ? file_path(operation->arena, home, "resonance")
                                : "";
    if (!*folder || has_option(values, "listen") || !is_found_room(folder))
        return fail(STATUS_NOT_FOUND, "%s", why);
    if (assessment && (!is_folder(assessment) || !realpath(assessment, whole)))
        return fail(STATUS_NOT_FOUND, "there is no folder %s", assessment);
    found_allow(assessment ? whole : NULL);
    return place_find(operation->arena, folder, out_folder);
}

/* The whole path of the organization, and that it is one. */
static enum status folder_find(struct operation *operation, const char **out_folder)
{
    struct office office;
    char path[PATH_MAX];
    const enum status status =
        office_open(options_text(&operation->values, "org"), OFFICE_READ, &office);
    if (status == STATUS_NOT_FOUND)
        return folder_new(operation, out_folder);
    if (status != OK)
        return status;
    const bool is_found = realpath(office.folder, path) != NULL;
    *out_folder = span_copy(operation->arena, span_of(path)).data;
    office_close(&office);
    return is_found ? OK
                    : fail(STATUS_NOT_FOUND, "the folder of the organization has gone");
}

/* This program as a file that stays open: agents run it, whatever comes to lie in its place. */
static enum status own_open(int *out_file)
{
    const int file = open("/proc/self/exe", O_PATH | O_CLOEXEC);
    *out_file = file >= 0 ? fcntl(file, F_DUPFD, OUT_OF_THE_WAY) : -1;
    return *out_file >= 0
               ? OK
               : fail(STATUS_IO, "open this program as a file: %s", strerror(errno));
}

static void options_pass(const struct operation *operation, const char **words)
{
    static const char *const valued[] = {"port", "hide-after",  "listen",
                                         "name", "certificate", "key"};
    const struct options *const values = &operation->values;
    while (*words)
        words++;
    for (size_t i = 0; i < sizeof valued / sizeof *valued; i++)
        if (has_option(values, valued[i]))
            *words++ = span_format(operation->arena, "--%s=%s", valued[i],
                                   options_text(values, valued[i]))
                           .data;
    if (has_option(values, "no-browser"))
        *words++ = "--no-browser";
    if (has_option(values, "self-made"))
        *words++ = "--self-made";
}

static enum status front_become(struct operation *operation, const char *folder)
{
    char path[PATH_MAX];
    int own;
    if (!is_program_place("resonance-desk", path))
        return fail(STATUS_NOT_FOUND,
                    "resonance-desk, the program that browsers talk to, is neither "
                    "beside this program nor in ../lib/resonance: install the package "
                    "resonance again");
    const enum status status = own_open(&own);
    if (status != OK)
        return status;
    const char *words[WORDS_MAX] = {
        "resonance-desk", span_format(operation->arena, "--org=%s", folder).data,
        span_format(operation->arena, "--agents=%d", own).data};
    options_pass(operation, words);
    /* The words are not changed, whatever the interface says. */
    execv(path, (char *const *)(uintptr_t)words);
    return fail(STATUS_IO, "start %s: %s", path, strerror(errno));
}

enum status desk_run(struct operation *operation)
{
    const char *folder;
    if (has_option(&operation->values, "routes"))
        return office_put(&operation->office, desk_routes(operation->arena));
    const enum status status = folder_find(operation, &folder);
    return status == OK ? front_become(operation, folder) : status;
}
