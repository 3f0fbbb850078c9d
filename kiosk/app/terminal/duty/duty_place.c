#include "app/terminal/duty/duty_place.h"

#include "app/terminal/keeper/link.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

enum { WORDS_MAX = 18, SETTINGS_MAX = 256 };

static char *word(const char *text)
{
    return (char *)(uintptr_t)text;
}

/* Which screen there is, and how one gets to it, is nobody else's business. */
static bool is_screen_setting(const char *setting)
{
    static const char *const names[] = {"DISPLAY=", "XAUTHORITY=", "WAYLAND_DISPLAY="};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strncmp(setting, names[i], strlen(names[i])) == 0)
            return true;
    return false;
}

static void settings_take(char *out_settings[SETTINGS_MAX])
{
    size_t count = 0;
    for (char **setting = environ; *setting && count < SETTINGS_MAX - 1; setting++)
        if (!is_screen_setting(*setting))
            out_settings[count++] = *setting;
    out_settings[count] = NULL;
}

/* What its parent does not hear of for a while, it does. */
static void signals_hear(posix_spawnattr_t *attributes)
{
    sigset_t none;
    sigemptyset(&none);
    posix_spawnattr_setsigmask(attributes, &none);
    posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETSIGMASK);
}

/* First out of the way, then to their places: one could stand where another is to go. */
static void sockets_place(posix_spawn_file_actions_t *actions, const int *sockets,
                          size_t count)
{
    enum { ASIDE = 100 };
    for (size_t i = 0; i < count; i++)
        posix_spawn_file_actions_adddup2(actions, sockets[i], ASIDE + (int)i);
    for (size_t i = 0; i < count; i++) {
        posix_spawn_file_actions_adddup2(actions, ASIDE + (int)i,
                                         DUTY_PLACE_SOCKET + (int)i);
        posix_spawn_file_actions_addclose(actions, ASIDE + (int)i);
    }
    posix_spawn_file_actions_addclosefrom_np(actions, DUTY_PLACE_SOCKET + (int)count);
}

static void words_add(char *words[WORDS_MAX], const char *option, const char *value)
{
    size_t count = 0;
    while (words[count])
        count++;
    if (!value)
        return;
    words[count] = word(option);
    words[count + 1] = word(value);
}

enum status duty_place_start(const char *program, const char *duty,
                             const struct duty_folders *folders, const int *sockets,
                             size_t count, pid_t *out_process)
{
    char *settings[SETTINGS_MAX];
    char *words[WORDS_MAX] = {word("resonance-duty"), word(duty)};
    words_add(words, "--config", folders->keeper.config);
    words_add(words, "--data", folders->keeper.data);
    words_add(words, "--incoming", folders->keeper.incoming);
    words_add(words, "--lock-state", folders->keeper.lock);
    words_add(words, "--organization-words", folders->keeper.words);
    words_add(words, "--stick", folders->stick);
    words_add(words, "--machine", folders->machine);
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    settings_take(settings);
    posix_spawnattr_init(&attributes);
    signals_hear(&attributes);
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    sockets_place(&actions, sockets, count);
    const int error =
        posix_spawn(out_process, program, &actions, &attributes, words, settings);
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    return error == 0 ? OK
                      : fail(STATUS_IO, "the process for the %s cannot be started: %s",
                             duty, strerror(error));
}

void duty_place_take(const char *name)
{
    const struct sigaction ignored = {.sa_handler = SIG_IGN};
    (void)prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
    (void)prctl(PR_SET_NAME, name, 0, 0, 0);
    sigaction(SIGINT, &ignored, NULL);
    sigaction(SIGTERM, &ignored, NULL);
    sigaction(SIGHUP, &ignored, NULL);
    for (int i = 0; i < DUTY_PLACE_SOCKETS_MAX; i++)
        (void)fcntl(DUTY_PLACE_SOCKET + i, F_SETFD, FD_CLOEXEC);
}

enum status duty_place_join(void)
{
    return is_link_door(DUTY_PLACE_SOCKET) ? link_wait(DUTY_PLACE_SOCKET) : OK;
}

bool is_duty_place(void)
{
    int kind = 0;
    socklen_t bytes = sizeof kind;
    return getsockopt(DUTY_PLACE_SOCKET, SOL_SOCKET, SO_TYPE, &kind, &bytes) == 0 &&
           kind == SOCK_SEQPACKET;
}
