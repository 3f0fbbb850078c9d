#include "sandbox/sandbox.h"

#include "sandbox/calls.h"
#include "sandbox/landlock.h"
#include "base/folder.h"

#include <libgen.h>
#include <stdio.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>

/* The sanitizer looks through the process at its end, by calls and files that would be refused. */
#ifndef __has_feature
#define __has_feature(what) 0
#endif
#if defined(__SANITIZE_ADDRESS__) || __has_feature(address_sanitizer)
static const bool is_sanitized = true;
#else
static const bool is_sanitized = false;
#endif

void sandbox_harden(void)
{
    const struct rlimit none = {0, 0};
    (void)setrlimit(RLIMIT_CORE, &none);
    (void)prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    (void)prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
}

/* Also configurations that come later: they are copied anew. */
static void allow_config(int rules, const char *config)
{
    char path[PATH_MAX];
    if (snprintf(path, sizeof path, "%s", config) < (int)sizeof path)
        landlock_allow(rules, dirname(path), LANDLOCK_READ);
    landlock_allow(rules, config, LANDLOCK_READ);
}

/* A file that is replaced each time: its folder. */
static void allow_lock(int rules, const char *lock)
{
    char path[PATH_MAX];
    if (snprintf(path, sizeof path, "%s", lock) < (int)sizeof path)
        landlock_allow(rules, dirname(path), LANDLOCK_READ);
}

/* It is read again when the keeper is opened again: the configuration was wrong at first. */
static void allow_credential(int rules)
{
    const char *given = getenv("CREDENTIALS_DIRECTORY");
    if (given)
        landlock_allow(rules, given, LANDLOCK_READ);
}

/* What lies there is no secret, and where it lies apart from what is. */
static void allow_screens(int rules, const char *screens, const char *data)
{
    if (screens && strcmp(screens, data) != 0 && folder_make(screens) == OK)
        landlock_allow(rules, screens, LANDLOCK_READ | LANDLOCK_WRITE);
}

static enum status allow(int rules, enum sandbox_duty duty,
                         const struct sandbox_folders *folders)
{
    switch (duty) {
    case SANDBOX_SCREENS:
        landlock_allow(rules, "/dev/null", LANDLOCK_READ | LANDLOCK_WRITE);
        allow_screens(rules, folders->screens, folders->data);
        return landlock_allow_all_but(rules, folders->data, LANDLOCK_READ);
    case SANDBOX_LEDGER:
        landlock_allow(rules, "/dev/null", LANDLOCK_READ | LANDLOCK_WRITE);
        landlock_allow(rules, "/dev/urandom", LANDLOCK_READ);
        allow_config(rules, folders->config);
        if (folders->incoming)
            landlock_allow(rules, folders->incoming, LANDLOCK_READ);
        if (folders->lock)
            allow_lock(rules, folders->lock);
        allow_credential(rules);
        if (is_sanitized)
            landlock_allow(rules, "/proc", LANDLOCK_READ);
        landlock_allow(rules, folders->data, LANDLOCK_READ | LANDLOCK_WRITE);
        return OK;
    case SANDBOX_UPLINK:
        return landlock_allow_all_but(rules, folders->data,
                                      LANDLOCK_READ | LANDLOCK_WRITE | LANDLOCK_START);
    case SANDBOX_STARTER:
    case SANDBOX_FRONT:
        break;
    }
    return OK;
}

static bool can_files_be_held(enum sandbox_duty duty,
                              const struct sandbox_folders *folders)
{
    const int rules = landlock_open(landlock_version());
    return rules >= 0 && allow(rules, duty, folders) == OK && landlock_hold(rules);
}

static int refused_of(enum sandbox_duty duty)
{
    switch (duty) {
    case SANDBOX_SCREENS: /* a QR code is made in a process of its own (qr/qr.h) */
        return CALLS_OF_OTHERS | CALLS_PROGRAMS | CALLS_NETWORK;
    case SANDBOX_LEDGER:
        return CALLS_OF_OTHERS | CALLS_PROGRAMS | CALLS_PROCESSES | CALLS_SOCKETS;
    case SANDBOX_UPLINK:
    case SANDBOX_STARTER: /* what is refused to it is refused to those that it starts */
        return CALLS_OF_OTHERS;
    case SANDBOX_FRONT:
        return CALLS_OF_OTHERS | CALLS_CONNECTIONS;
    }
    return CALLS_OF_OTHERS;
}

static enum status told(bool has_files, bool has_calls)
{
    if (has_files && has_calls)
        return OK;
    return fail(STATUS_UNSUPPORTED,
                "this system cannot keep the terminal's processes apart as far as it "
                "should: %s%s%s; it works without",
                has_files ? "" : "no Landlock (files)",
                has_files || has_calls ? "" : ", ",
                has_calls ? "" : "no seccomp (calls of the kernel)");
}

/* The children of these two need files of their own, and rules only ever take away. */
static bool is_of_calls_only(enum sandbox_duty duty)
{
    return duty == SANDBOX_STARTER || duty == SANDBOX_FRONT;
}

enum status sandbox_enter(enum sandbox_duty duty, const struct sandbox_folders *folders)
{
    const bool has_files = is_of_calls_only(duty) || can_files_be_held(duty, folders),
               has_calls = is_sanitized || calls_refuse(refused_of(duty));
    return told(has_files, has_calls);
}

enum status sandbox_check(enum sandbox_duty duty)
{
    return told(is_of_calls_only(duty) || landlock_version() > 0, is_calls_there());
}
